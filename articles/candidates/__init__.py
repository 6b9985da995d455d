"""Candidates: people and institutions not yet on record that a text seems to name, found by rules."""

from articles.candidates.finding import find_candidates
from articles.candidates.proposal import Candidate, Kind, Place

__all__ = ["Candidate", "Kind", "Place", "find_candidates"]
