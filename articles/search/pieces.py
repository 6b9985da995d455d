"""A query's words → its pieces: words, "phrases", -excluded, prefix*, and the OR between them; no database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

#: What is read of a query; more than this no one types.
LONGEST_QUERY = 500
MOST_PIECES = 32
#: A prefix of fewer letters would match too much.
SHORTEST_PREFIX = 2

# A quoted phrase, an excluded one, or a word.
_PIECE = re.compile(r'-?"[^"]*"?|\S+')
_QUOTES = str.maketrans("«»“”„‟″", '"' * 7)
_OPERATORS = {"OR", "OU", "ИЛИ", "or"}
LONGEST_ELISION = 2
_LETTERS = re.compile(r"\w+")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u0652\u0640]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece as typed."""

    text: str

    @property
    def is_excluded(self) -> bool:
        """Whether a minus stands before it."""
        return self.text.startswith("-") and len(self.text) > 1

    @property
    def is_phrase(self) -> bool:
        """Whether it stands in quotation marks."""
        return '"' in self.text

    @property
    def is_prefix(self) -> bool:
        """Whether it is the beginning of a word, with an asterisk."""
        return self.text.endswith("*") and not self.is_phrase and len(self.letters) >= SHORTEST_PREFIX

    @property
    def letters(self) -> str:
        """Its last run of letters and digits: «l’écon*» begins with «écon»."""
        runs: list[str] = _LETTERS.findall(_MARKS.sub("", self.text))
        return runs[-1] if runs else ""

    @property
    def runs_before(self) -> list[str]:
        """The runs of letters before the last one, but for an elided article."""
        runs = _LETTERS.findall(self.text)[:-1]
        return [] if self.is_excluded else [run for run in runs if len(run) > LONGEST_ELISION]

    @property
    def is_of_letters(self) -> bool:
        """Whether it is one word of nothing but letters, or a phrase of such."""
        return all(word.isalpha() for word in self.plain.split())

    @property
    def plain(self) -> str:
        """Without minus, quotation marks and asterisk."""
        return self.text.removeprefix("-").replace('"', " ").removesuffix("*").strip()


@dataclass(frozen=True, slots=True)
class Pieces:
    """A query in pieces: any of the `branches` may hold, of one branch all; `unread` is what was too much."""

    text: str
    branches: tuple[tuple[Piece, ...], ...]
    unread: str = ""


def part(text: str) -> Pieces:
    """Part a query into its pieces; marks of quotation of every language are one."""
    text = " ".join(unicodedata.normalize("NFC", text.replace("\x00", " ")).split())
    cut = ""
    if len(text) > LONGEST_QUERY:
        place = text.rfind(" ", 0, LONGEST_QUERY + 1)
        place = place if place > 0 else LONGEST_QUERY
        text, cut = text[:place], text[place:].strip()[:LONGEST_QUERY]
    found = _PIECE.findall(text.translate(_QUOTES))
    branches: list[list[Piece]] = [[]]
    for piece in found[:MOST_PIECES]:
        if piece in _OPERATORS:
            branches.append([])
        else:
            branches[-1].append(Piece(piece))
    kept = tuple(tuple(branch) for branch in branches if branch)
    return Pieces(text, kept, " ".join([*found[MOST_PIECES:], *([cut] if cut else [])]))


def joined(pieces: Sequence[Piece]) -> str:
    """Pieces as they were typed; “Or”, which is gold, is no operator to PostgreSQL either."""
    return " ".join(f'"{piece.text}"' if piece.text.casefold() == "or" else piece.text for piece in pieces)
