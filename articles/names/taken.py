"""The places of texts that are somebody's already: nobody else is looked for where one of them stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable


class Taken:
    """Places (field, start, end), asked for one that has signs of another; in some steps, however many they are."""

    def __init__(self, places: Iterable[tuple[str, int, int]] = ()) -> None:
        # Of each field where they begin and where they end, in order; those that overlap are one.
        self._fields: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for place in places:
            self.add(*place)

    def add(self, field: str, start: int, end: int) -> None:
        """Take a place."""
        starts, ends = self._fields[field]
        first, last = _overlapping(starts, ends, start, end)
        together = slice(first, last)
        starts[together] = [min(start, *starts[together])] if first < last else [start]
        ends[together] = [max(end, *ends[together])] if first < last else [end]

    def overlap(self, field: str, start: int, end: int) -> bool:
        """Whether any of them has a sign of the place."""
        first, last = _overlapping(*self._fields[field], start, end) if field in self._fields else (0, 0)
        return first < last


def _overlapping(starts: list[int], ends: list[int], start: int, end: int) -> tuple[int, int]:
    """The first of the places that overlaps one, and the first one behind these."""
    return bisect_right(ends, start), bisect_left(starts, end)
