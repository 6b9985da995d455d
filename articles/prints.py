"""Prints: hashes of a text's pairs of long words, by which a reprint, cut or edited, is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import reduce
from hashlib import blake2b
from itertools import pairwise
from math import fsum, log
from operator import or_
from zlib import crc32

from articles.names import fold

#: Letters of a long word: articles and prepositions, which an editor changes first, are shorter.
LONG = 4
KEPT = 8  # of a long text's prints one in so many is kept, by value, so that two texts keep the same ones
#: Texts of fewer words keep more: one print in so many (1 = all), or a cut text would keep too few.
_SHORTER_KEEP = ((100, 1), (200, 2), (800, 4))
#: A print of so many articles is a phrase every paper uses, or a note at its foot.
COMMON_PRINT = 100
#: From this containment on a text is worth proposing as a reprint of another.
REPRINT_THRESHOLD = 0.15
#: Fewer pairs of words in common are a phrase, not a reprint, unless they are most of what one text has.
_FEWEST_SHARED, _FEWEST_OF_FEW = 3, 2


def hash64(text: str) -> int:
    """A 64-bit number of a text, signed as PostgreSQL's bigint, the same in every process (BLAKE2b)."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def prints_of(text: str) -> list[int]:
    """The prints of a text in rising order: 64-bit signed hashes of its pairs of successive long words.

    Folded words of four letters and more are long; shorter ones between them are passed over, so that a
    print outlives most of the edits around it (as the spots of Theobald, Siddharth, Paepcke 2008, "SpotSigs").
    Of a text of 800 words and more one print in eight is kept, chosen by value (Manber 1994, "Finding
    similar files in a large file system"); one in four, one in two, or all of one under 800, 200 or 100
    words. A text with fewer than two long words is taken with its short ones; one of one word has one
    print, an empty one none.
    """
    words = fold(text).split()
    every = next((rate for length, rate in _SHORTER_KEEP if len(words) < length), KEPT)
    long = [word for word in words if len(word) >= LONG]
    if len(long) < 2:
        long = words
    runs = {f"{first} {second}".encode() for first, second in pairwise(long)} or {w.encode() for w in long}
    return sorted(_value(run, chosen) for run in runs if not (chosen := crc32(run)) % every)


def _value(run: bytes, chosen: int) -> int:
    """The print of a run: the CRC that it was chosen by, which is quick, below half as much of BLAKE2b."""
    return int.from_bytes(blake2b(run, digest_size=4).digest(), "big", signed=True) << 32 | chosen


class Comparison:
    """The prints of a text, weighed once, to be compared with those of any number of others.

    `frequencies` says in how many other articles a print stands (1 where it says nothing): the more, the less it
    tells, and nothing from `COMMON_PRINT` on.
    """

    def __init__(self, prints: Iterable[int], frequencies: Mapping[int, int] | None = None) -> None:
        known = frequencies or {}
        self._weights = {value: _weight(known.get(value, 1)) for value in prints}
        self._rate = _rate(self._weights)
        self._at_rates: dict[int, tuple[int, float]] = {}

    def containment(self, other: Collection[int]) -> float:
        """How much of the shorter of two texts stands in the other, 0 to 1, judged by their prints.

        Where the texts kept different shares of their prints, those that both would keep are compared.
        """
        rate, second = _rate(other), set(other)
        # A print that both texts have has come through the rates of both.
        shared = self._weights.keys() & second
        size, weight = self._at(max(rate, self._rate))
        other_size = len(second) if rate >= self._rate else sum(not value % self._rate for value in second)
        smaller = min(size, other_size)
        if not _is_enough(len(shared), smaller, max(size, other_size)):
            return 0.0
        # What only the other text has was not looked up: it weighs as much as this one's prints on average.
        whole = weight * smaller / size
        return min(1.0, fsum(self._weights[value] for value in shared) / whole) if whole else 0.0

    def _at(self, rate: int) -> tuple[int, float]:
        """How many prints are kept at a rate, and what they weigh together."""
        if rate not in self._at_rates:
            kept = [weight for value, weight in self._weights.items() if not value % rate]
            self._at_rates[rate] = len(kept), fsum(kept)
        return self._at_rates[rate]


def containment(
    one: Iterable[int], other: Collection[int], frequencies: Mapping[int, int] | None = None
) -> float:
    """How much of the shorter of two texts stands in the other: see Comparison."""
    return Comparison(one, frequencies).containment(other)


def _is_enough(shared: int, smaller: int, larger: int) -> bool:
    return shared >= min(_FEWEST_OF_FEW, larger) and (shared >= _FEWEST_SHARED or 2 * shared > smaller)


def _weight(articles: int) -> float:
    """What a print tells that stands in so many other articles: 1 for one, 0 for a common one."""
    return max(0.0, 1 - log(max(1, articles)) / log(COMMON_PRINT))


def _rate(values: Iterable[int]) -> int:
    """One in how many prints was kept: the largest rate that all values have come through."""
    lowest_bits = reduce(or_, values, KEPT)
    return lowest_bits & -lowest_bits
