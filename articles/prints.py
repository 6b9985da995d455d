"""Prints: hashes of a text's runs of five words, by which a reprint, cut or edited, is told."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from hashlib import blake2b
from operator import or_

from articles.names import fold

RUN = 5  # words
KEPT = 8  # of a long text's prints one in so many is kept, by value, so that two texts keep the same ones
#: Texts of fewer words keep more: one print in so many (1 = all), or a cut text would keep too few.
_SHORTER_KEEP = ((80, 1), (160, 2), (320, 4))
#: From this containment on a text is worth proposing as a reprint of another.
REPRINT_THRESHOLD = 0.2
#: One run of five words in common is a phrase, not a reprint.
_FEWEST_SHARED = 2


def hash64(text: str) -> int:
    """A 64-bit number of a text, signed as PostgreSQL's bigint, the same in every process (BLAKE2b)."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def prints_of(text: str) -> list[int]:
    """The prints of a text in rising order: 64-bit signed hashes of its runs of five folded words.

    One in eight is kept, chosen by value (Manber 1994, "Finding similar files in a large file system");
    one in four, one in two, or all of a text under 320, 160 or 80 words. A text of fewer than five words
    has one print, an empty one none.
    """
    words = fold(text).split()
    if not words:
        return []
    runs = {" ".join(words[place : place + RUN]) for place in range(max(1, len(words) - RUN + 1))}
    every = next((rate for length, rate in _SHORTER_KEEP if len(words) < length), KEPT)
    return sorted(value for value in map(hash64, runs) if value % every == 0)


def containment(one: Iterable[int], other: Iterable[int], ignored: Iterable[int] = ()) -> float:
    """How much of the shorter of two texts stands in the other, 0 to 1, judged by their prints.

    Where the texts kept different shares of their prints, those that both would keep are compared.
    `ignored` are prints that say nothing, because very many texts have them.
    """
    first, second, nothing = set(one), set(other), set(ignored)
    every = max(_rate(first), _rate(second))
    first = {value for value in first - nothing if value % every == 0}
    second = {value for value in second - nothing if value % every == 0}
    shared, smaller = len(first & second), min(len(first), len(second))
    if not smaller or shared < min(_FEWEST_SHARED, max(len(first), len(second))):
        return 0.0
    return shared / smaller


def _rate(values: Iterable[int]) -> int:
    """One in how many prints was kept: the largest rate that all values have come through."""
    lowest_bits = reduce(or_, values, KEPT)
    return lowest_bits & -lowest_bits
