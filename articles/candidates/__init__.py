"""Candidates: people and institutions not yet on record that a text seems to name, by rules and trained recognisers."""

from articles.candidates.finding import LEAST_FAINT, LEAST_SCORE, find_candidates
from articles.candidates.proposal import Candidate, Kind, Place
from articles.candidates.recognisers import recogniser_of

__all__ = ["LEAST_FAINT", "LEAST_SCORE", "Candidate", "Kind", "Place", "find_candidates", "recogniser_of"]
