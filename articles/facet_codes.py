"""Facet codes: each thing a list can be narrowed by as one whole number, as the index packs and counts them."""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from math import inf

#: The lowest bits say which one, the four above them of which kind (archive_code in migration 0009).
_BITS = 27
#: The largest value of a kind.
LARGEST = (1 << _BITS) - 1
_LETTERS = "abcdefghijklmnopqrstuvwxyz-"
_LETTER_BITS = 5


class FacetKind(IntEnum):
    """What a code stands for."""

    MONTH = 1  # year × 16 + month; month 0 where the record's date is a whole year
    LANGUAGE = 2
    SOURCE = 3
    PERSON = 4
    INSTITUTION = 5
    TAG = 6
    FLAG = 7


_KINDS = {int(kind): kind for kind in FacetKind}
"""A list of a thousand texts has ten thousand codes: making the member each time would take longer than all else."""


class Flag(IntEnum):
    """Codes of the kind FLAG."""

    ENTRY = 0  # every record: their number
    UNDATED = 1
    TRANSLATED = 2  # linked to a published text in another language
    SPAN = 3  # the date spans more than a year
    DAY_UNKNOWN = 4  # dated, but not to the day
    VERSION = 5  # counts changes: the archive's version


def facet_code(kind: FacetKind, value: int) -> int:
    """The code of one thing of a kind."""
    return kind << _BITS | value


def kind_of(code: int) -> FacetKind:
    """Of which kind a code is."""
    return _KINDS[code >> _BITS]


def value_of(code: int) -> int:
    """Which one of its kind a code is."""
    return code & LARGEST


def language_value(language: str) -> int:
    """A language code of at most five letters as a number."""
    value = 0
    for letter in language[:5]:
        value = value << _LETTER_BITS | _LETTERS.index(letter) + 1
    return value


def language_named(value: int) -> str:
    """The language code of such a number."""
    letters = []
    while value:
        letters.append(_LETTERS[(value & 31) - 1])
        value >>= _LETTER_BITS
    return "".join(reversed(letters))


def unpack(packed: bytes) -> array[int]:
    """The codes of any number of entries, joined: four bytes each, the highest first."""
    codes = array("i", packed)
    if sys.byteorder == "little":
        codes.byteswap()
    return codes


@dataclass(frozen=True)
class FacetCounts:
    """How many entries have each code; `factor` is 1, or how many entries one that was counted stands for."""

    counts: dict[int, int]
    factor: float = 1

    @classmethod
    def of(cls, packed: bytes, factor: float = 1) -> FacetCounts:
        """Count the codes of many entries."""
        return cls(Counter(unpack(packed)), factor)

    @property
    def is_exact(self) -> bool:
        """Whether every entry was counted."""
        return self.factor == 1

    def of_flag(self, flag: Flag) -> int:
        """How many entries have a flag."""
        return round(self.counts.get(facet_code(FacetKind.FLAG, flag), 0) * self.factor)

    def of_kind(self, kind: FacetKind) -> dict[int, int]:
        """Value → how many, the commonest first."""
        return self.commonest(kind, self.values_of(kind))

    def values_of(self, kind: FacetKind) -> int:
        """How many different values of a kind there are."""
        return len(self._kinds.get(kind, ()))

    def commonest(self, kind: FacetKind, most: int) -> dict[int, int]:
        """The commonest values of a kind, at most so many: value → how many, the commonest first."""
        found = self._kinds.get(kind, {})
        if len(found) > most:
            # Of thousands of names a dozen are wanted: the others are left before they are compared one by one.
            least = sorted(found.values())[-most] if most else inf
            found = {value: count for value, count in found.items() if count >= least}
        chosen = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most]
        return {value: round(count * self.factor) for value, count in chosen}

    def of_value(self, kind: FacetKind, value: int) -> int:
        """How many entries have one thing of a kind."""
        return round(self.counts.get(facet_code(kind, value), 0) * self.factor)

    @cached_property
    def _kinds(self) -> dict[int, dict[int, int]]:
        """Kind → value → how many were counted: gone through once, however many kinds are asked for."""
        kinds: dict[int, dict[int, int]] = {}
        for code, count in self.counts.items():
            kinds.setdefault(code >> _BITS, {})[code & LARGEST] = count
        return kinds

    @cached_property
    def by_year(self) -> dict[int, int]:
        """Year → how many, for dates that lie within one year."""
        years: dict[int, int] = {}
        for month, count in self._kinds.get(FacetKind.MONTH, {}).items():
            years[month >> 4] = years.get(month >> 4, 0) + round(count * self.factor)
        return years

    def by_month(self, year: int) -> dict[int, int]:
        """Month of a year → how many; 0: dated to the whole year."""
        return {
            month & 15: round(count * self.factor)
            for month, count in self._kinds.get(FacetKind.MONTH, {}).items()
            if month >> 4 == year
        }
