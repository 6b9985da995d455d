"""Resemblances: reprints and likely translations of a text already in the archive, found and decided."""

from articles.resemblance.proposing import AlreadyDecidedError, accept, reject, text_of
from articles.resemblance.reprints import record_resemblances, similar_texts
from articles.resemblance.translations import likely_translations, proposed_translations, record_translations

__all__ = [
    "AlreadyDecidedError",
    "accept",
    "likely_translations",
    "proposed_translations",
    "record_resemblances",
    "record_translations",
    "reject",
    "similar_texts",
    "text_of",
]
