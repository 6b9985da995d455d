"""Which paragraphs of two texts stand beside each other: rows, as they are stored, checked, moved and joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

#: The paragraphs of both texts that stand in one row, as indices from 0; one side may be empty, not both.
Row = tuple[tuple[int, ...], tuple[int, ...]]
Rows = list[Row]
#: For each paragraph of a text the number of its row, from 1; never less than that of the paragraph before it.
Numbers = list[int]


class Move(StrEnum):
    """What can be done with a paragraph and its row."""

    UP = "up"
    DOWN = "down"
    ALL_UP = "all-up"
    ALL_DOWN = "all-down"
    APART = "apart"
    JOIN = "join"


def stored_rows(rows: Iterable[Row]) -> list[list[list[int]]]:
    """Rows as they are stored: numbers of paragraphs from 1, `[[[1], [1]], [[2, 3], [2]]]`."""
    return [[[place + 1 for place in side] for side in row] for row in rows]


def read_rows(stored: Any) -> Rows | None:
    """Stored rows as indices; None where they are no alignment at all: every paragraph once, in order, no row empty."""
    if not isinstance(stored, list) or not all(_is_row(row) for row in stored):
        return None
    for side in (0, 1):
        numbers = [number for row in stored for number in row[side]]
        if numbers != list(range(1, len(numbers) + 1)):
            return None
    return [(_indices(first), _indices(second)) for first, second in stored]


def _is_row(row: Any) -> bool:
    sides = isinstance(row, list) and len(row) == 2 and all(isinstance(side, list) for side in row)
    return sides and any(row) and all(type(number) is int for side in row for number in side)


def _indices(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(number - 1 for number in numbers)


def fitting_rows(stored: Any, first: int, second: int) -> Rows | None:
    """Stored rows where they hold exactly so many paragraphs of the first and of the second text, otherwise None."""
    rows = read_rows(stored)
    if rows is None:
        return None
    counts = [sum(len(row[side]) for row in rows) for side in (0, 1)]
    return rows if counts == [first, second] else None


def swapped(rows: Iterable[Row]) -> Rows:
    """The same rows, read from the other text."""
    return [(second, first) for first, second in rows]


def by_way_of(first: Rows, second: Rows) -> Rows:
    """Rows of two texts that both stand beside a third one: `first` beside it, then it beside `second`.

    Paragraphs that share one of the third text stand in one row; what stands beside none of it stands alone.
    """
    rows: Rows = []
    ours: list[int] = []
    theirs: list[int] = []
    ahead = i = j = 0  # paragraphs of the third text that `ours` has seen and `theirs` has not
    while i < len(first) or j < len(second):
        alone = ahead == 0 and j < len(second) and not second[j][0]
        if i < len(first) and ahead <= 0 and not alone:
            ours += first[i][0]
            ahead += len(first[i][1])
            i += 1
        else:
            theirs += second[j][1]
            ahead -= len(second[j][0])
            j += 1
        if ahead == 0:
            rows += [(tuple(ours), tuple(theirs))] if ours or theirs else []
            ours, theirs = [], []
    return rows


def numbers_of(rows: Iterable[Row]) -> tuple[Numbers, Numbers]:
    """For each paragraph of both texts the number of its row."""
    listed = list(rows)
    first = [number for number, row in enumerate(listed, start=1) for _place in row[0]]
    second = [number for number, row in enumerate(listed, start=1) for _place in row[1]]
    return first, second


def rows_of(first: Sequence[int], second: Sequence[int]) -> Rows:
    """The rows of paragraphs with these numbers, whatever numbers are left out."""
    return [
        tuple(tuple(place for place, one in enumerate(side) if one == number) for side in (first, second))  # type: ignore[misc]
        for number in sorted({*first, *second})
    ]


def moved(first: Sequence[int], second: Sequence[int], side: int, place: int, move: Move) -> Rows:
    """The rows after a move of one paragraph of the first (side 0) or second text (side 1), order kept.

    Up and down take along what would otherwise be passed; a paragraph that leaves the first or the last row, or is
    set apart, gets a row of its own. Joining takes the whole row below into that of the paragraph.
    """
    sides = [list(first), list(second)]
    own, other = sides[side], sides[1 - side]
    row = own[place]
    match move:
        case Move.UP | Move.ALL_UP:
            last = place if move == Move.UP else len(own) - 1
            own[place : last + 1] = [number - 1 for number in own[place : last + 1]]
            own[:place] = [min(number, row - 1) for number in own[:place]]
        case Move.DOWN:
            own[place:] = [max(number, row + 1) for number in own[place:]]
        case Move.ALL_DOWN:
            own[place:] = [number + 1 for number in own[place:]]
        case Move.APART:
            own[place:] = [number + 1 for number in own[place:]]
            other[:] = [number + (number > row) for number in other]
        case Move.JOIN:
            below = min((number for number in (*own, *other) if number > row), default=row)
            for numbers in sides:
                numbers[:] = [row if number == below else number for number in numbers]
    return rows_of(*sides)


def rows_in_words(stored: Any) -> str:
    """Stored rows on one line, “1–1, 2+3–2, 4–”, for the history of a record."""
    rows = stored_rows(read_rows(stored) or [])
    return ", ".join("–".join("+".join(map(str, side)) for side in row) for row in rows)
