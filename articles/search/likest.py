"""The names of many that are the likest to words by their letters, which alone are then compared by their sound."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from articles.names import romanise
from articles.names.romanise import consonants

#: So many names are compared with a row of words; of a form of the one and one of the other so many pairs, in a query
#: of a few rows, or of each of many rows.
MOST_NAMES, MOST_PAIRS, FEWEST_PAIRS = 60, 300, 40
_MOST_AT_ALL = 900

Pair = tuple[str, str, int]
"""(words, a form of a name, its place)."""


class ByLetters:
    """Names, of which the likest to some words are told: their letters are made ready once.

    Where more than `MOST_NAMES` have what is looked for, those are missed that are like it by their sound alone, and
    less by their letters, and less by their consonants, than so many others.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._keys: tuple[list[str], ...] = ()

    def likest(self, forms: Sequence[str], places: Sequence[int]) -> Sequence[int]:
        """Those of these places whose names are the likest to one of these forms of words, whichever comes first."""
        if len(places) <= MOST_NAMES:
            return places
        if not self._keys:
            sounds = list(map(_in_order, map(romanise, self._names)))
            self._keys = (sounds, list(map(consonants, sounds)))
        best = [0.0] * len(self._names)
        for typed in dict.fromkeys(_in_order(romanise(words)) for words in forms):
            for key, known in zip((typed, consonants(typed)), self._keys, strict=True):
                for _name, score, place in extract(key, known, scorer=ratio, processor=None, limit=None):
                    best[place] = max(best[place], score)
        return sorted(nlargest(MOST_NAMES, places, key=best.__getitem__))


def likest_pairs(pairs: Sequence[Pair], rows: int = 1) -> Sequence[Pair]:
    """Those of these pairs whose letters are the most alike, in their order; of each of so many rows of words fewer."""
    most = max(FEWEST_PAIRS, min(MOST_PAIRS, _MOST_AT_ALL // max(rows, 1)))
    if len(pairs) <= most:
        return pairs
    likest = nlargest(most, range(len(pairs)), key=lambda at: _roughly(*pairs[at]))
    return [pairs[at] for at in sorted(likest)]


def _roughly(words: str, name: str, _place: int) -> float:
    typed, known = _in_order(romanise(words)), _in_order(romanise(name))
    return max(ratio(typed, known), ratio(consonants(typed), consonants(known)))


def _in_order(key: str) -> str:
    """The words of a key from A to Z: whichever of a name's words comes first."""
    return " ".join(sorted(key.split()))
