"""Parentheses around alternatives, multiplied out: `(a OR b) c` asks the same as `a c OR b c`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

OPERATORS = frozenset({"OR", "OU", "ИЛИ", "أو", "|", "||"})
#: What in parentheses, or between two names, is an alternative, and anywhere else a word like others.
SMALL_OR = frozenset({"or", "ou", "или"})
#: What other searches write for what goes without saying here, and for a minus.
AND, NOT = frozenset({"AND", "&", "&&"}), "NOT"
#: A query of more alternatives than this, or that asks for more pieces in all, keeps its words, and its parentheses
#: say nothing.
MOST_ALTERNATIVES, MOST_ASKED = 12, 48

# A parenthesis that opens, perhaps behind a minus; one that closes; a phrase; a word.
_PART = re.compile(r'(?:-|(?<!\S)NOT\s*)?\(|\)|-?"[^"]*"?|\|+|[^\s()"|]+')

_Branches = list[list[str]]
"""Alternatives, each a row of pieces."""


def multiplied_out(text: str) -> tuple[str, bool]:
    """The query without parentheses, where they stand around alternatives; otherwise as it is.

    And whether parentheses with alternatives in them say nothing: one is not closed, or they ask for too much.
    """
    if "(" not in text and ")" not in text:
        return text, False
    parts = _with_minus(_operators_as_such(_PART.findall(text)))
    if not _asks_for_more_than_its_words(parts):
        return text, False
    branches = _Parser(parts).parse()
    if not branches or len(branches) > MOST_ALTERNATIVES or sum(map(len, branches)) > MOST_ASKED:
        return text, True
    return " OR ".join(map(" ".join, branches)), False


def _operators_as_such(parts: Sequence[str]) -> list[str]:
    """One sign for each OR within parentheses that has something on either side, so that «(or et argent)» stays gold;
    those for AND are left out."""
    read: list[str] = []
    depth = 0
    for place, part in enumerate(parts):
        depth += _opens(part) - (part == ")")
        before, after = parts[place - 1 : place], parts[place + 1 : place + 2]
        is_between = before != [] and not _opens(before[0]) and after not in ([], [")"])
        if part in AND:
            continue
        is_or = part in OPERATORS or (part in SMALL_OR and depth > 0)
        if is_or and depth > 0 and not is_between:
            # What stands alone or at an edge of the parentheses parts nothing: a capital OR is the state of Oregon.
            read.append(f'"{part}"' if part in OPERATORS and part.isalpha() else part)
        else:
            read.append("|" if is_or else part)
    return read


def _with_minus(parts: Sequence[str]) -> list[str]:
    """A minus in the place of each NOT that has something behind it."""
    read: list[str] = []
    for part in parts:
        if part.startswith(NOT) and _opens(part):
            part = "-("
        if read and read[-1] == NOT:
            read.pop()  # before an end it leaves nothing out
            is_end = part in ("|", ")", NOT)
            read.append(part if is_end or part.startswith("-") else f"-{part}")
        else:
            read.append(part)
    return read


def _opens(part: str) -> bool:
    return part in ("(", "-(") or (part.startswith(NOT) and part.endswith("("))


def _asks_for_more_than_its_words(parts: Sequence[str]) -> bool:
    """Whether parentheses stand around alternatives, or behind a minus."""
    if "-(" in parts:
        return True
    depth = 0
    for part in parts:
        depth += _opens(part) - (part == ")")
        if depth > 0 and part == "|":
            return True
    return False


class _Parser:
    """By recursive descent; None where parentheses do not match, or where there would be too many alternatives."""

    def __init__(self, parts: Sequence[str]) -> None:
        self._parts: Iterator[str] = iter(parts)
        self._is_sound = True

    def parse(self) -> _Branches | None:
        """All of it."""
        branches = self._alternatives(depth=0)
        return branches if self._is_sound else None

    def _alternatives(self, depth: int) -> _Branches:
        """Rows of pieces between ORs, to the end or to the parenthesis that closes."""
        every: _Branches = []
        row: list[_Branches] = []
        for part in self._parts:
            if part == ")":
                self._is_sound &= depth > 0
                return [*every, *self._together(row)]
            if _opens(part):
                # What is empty asks for nothing, and takes nothing away from what stands beside it.
                if within := self._alternatives(depth + 1):
                    row.append(self._left_out(within) if part.startswith("-") else within)
            elif part == "|":
                every += self._together(row)
                row = []
            else:
                row.append([[part]])
        self._is_sound &= depth == 0
        return [*every, *self._together(row)]

    def _together(self, row: Sequence[_Branches]) -> _Branches:
        """What stands side by side: each alternative of the one with each of the other."""
        count = 1
        for branches in row:
            count *= len(branches)
        if count > MOST_ALTERNATIVES:
            self._is_sound = False
            return []
        return [[piece for branch in chosen for piece in branch] for chosen in product(*row)] if row else []

    def _left_out(self, branches: _Branches) -> _Branches:
        """None of these alternatives: of each something is missing (De Morgan)."""
        rows = [[[_opposite(piece)] for piece in branch] for branch in branches]
        return self._together(rows)


def _opposite(piece: str) -> str:
    return piece.removeprefix("-") if piece.startswith("-") else f"-{piece}"
