"""Names: fold, romanise and compare them, and find the known ones in a text."""

from articles.names.compare import PROPOSE_THRESHOLD, best_matches, similarity
from articles.names.finder import Found, NameFinder
from articles.names.fold import Folded, fold, fold_with_offsets, script_of
from articles.names.index import KnownName
from articles.names.romanise import consonant_key, romanise, sound_of, surname_consonants
from articles.names.tokens import name_tokens, surname_of

__all__ = [
    "PROPOSE_THRESHOLD",
    "Folded",
    "Found",
    "KnownName",
    "NameFinder",
    "best_matches",
    "consonant_key",
    "fold",
    "fold_with_offsets",
    "name_tokens",
    "romanise",
    "script_of",
    "similarity",
    "sound_of",
    "surname_consonants",
    "surname_of",
]
