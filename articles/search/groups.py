"""Parentheses around alternatives, multiplied out: `(a OR b) c` asks the same as `a c OR b c`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

#: A query of more alternatives than this keeps its words, and its parentheses say nothing.
MOST_ALTERNATIVES = 12

# A parenthesis that opens, perhaps behind a minus; one that closes; a phrase; a word.
_PART = re.compile(r'-?\(|\)|-?"[^"]*"?|[^\s()"]+')
_OR = frozenset({"OR", "OU", "ИЛИ", "أو", "|", "||", "or", "ou", "или"})
_OPERATORS = _OR - {"or", "ou", "или"}

_Branches = list[list[str]]
"""Alternatives, each a row of pieces."""


def multiplied_out(text: str) -> str:
    """The query without parentheses, if any stand around alternatives and all are closed; otherwise as it is."""
    if "(" not in text or ")" not in text:
        return text
    parts = _PART.findall(text)
    if not _has_alternatives_within(parts):
        return text
    branches = _Parser(parts).parse()
    if branches is None or len(branches) > MOST_ALTERNATIVES:
        return text
    return " OR ".join(" ".join(branch) for branch in branches if branch)


def _has_alternatives_within(parts: Sequence[str]) -> bool:
    depth = 0
    for part in parts:
        depth += part.endswith("(") - (part == ")")
        if depth > 0 and part in _OR:
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
            if part.endswith("("):
                within = self._alternatives(depth + 1)
                row.append(self._left_out(within) if part.startswith("-") else within)
            elif part in (_OR if depth else _OPERATORS):
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
