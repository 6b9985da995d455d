"""A reader's query in other words: without a name, with an alternative written out, with a word replaced."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import prod

from articles.dates import EdtfDate
from articles.impossible_dates import ImpossibleDate
from articles.names import fold
from articles.search.common_words import common_places
from articles.search.dated_words import date_in, no_dates_in
from articles.search.groups import SMALL_OR
from articles.search.pieces import MOST_PIECES, Piece, part
from articles.search.query import ReadQuery, RecognisedName
from articles.search.recognised import Recognised

Run = tuple[str, ...]
"""Words that stand beside each other, as they are looked up."""


@dataclass(frozen=True, slots=True)
class Place:
    """The pieces of a branch that are a name or a label."""

    branch: int
    pieces: frozenset[int]

    @property
    def start(self) -> int:
        """That of the first one."""
        return min(self.pieces)

    @property
    def end(self) -> int:
        """That behind the last one."""
        return max(self.pieces) + 1


class Rewording:
    """The pieces of a query and the places of what is recognised in it, from which other queries are made.

    `of_names`, `of_subjects` and `of_terms` have the place of each, None where its words cannot be told.
    """

    def __init__(self, query: ReadQuery) -> None:
        self.branches = [[Piece(text) for text in branch] for branch in query.branches]
        self.of_names = self._places(query.names)
        self.of_subjects = self._places(query.subjects)
        self.of_terms = self._places(query.terms)
        recognised: list[Recognised] = [*query.names, *query.subjects, *query.terms]
        found = [
            (one, place)
            for one, place in zip(
                recognised, [*self.of_names, *self.of_subjects, *self.of_terms], strict=True
            )
            if place
        ]
        # What is not asked for beside a name is not asked for without it either.
        self._not_asked = query.places_not_asked
        self._is_exact = query.exact
        self._found = [place for _one, place in found]
        self._named = {(place.branch, at) for _one, place in found for at in place.pieces}
        spans = {place for one, place in found if not (_is_near(one) or self.is_excluded(place))}
        self._rows = list(self._alternatives(sorted(spans, key=lambda place: (place.branch, place.start))))

    @property
    def text(self) -> str:
        """The query as its pieces are written."""
        return _written(self.branches)

    def is_excluded(self, place: Place) -> bool:
        """Whether a minus stands before it."""
        return self.branches[place.branch][place.start].is_excluded

    def without(self, place: Place) -> str:
        """The words that a text must have beside this name: of several alternatives, those of its own.

        Words that say nothing would be sought where they stand alone: they go with the last of the others.
        """
        branch = self.branches[place.branch]
        row = next((row for row in self._rows if place in row), [place])
        gone = {at for one in row for at in one.pieces} | set(range(row[0].start, row[-1].end))
        beside = (row[0].start - 1, row[-1].end)
        silent = self._silent(place.branch)
        rest = [
            at
            for at, piece in enumerate(branch)
            if at not in gone
            and (place.branch, at) not in self._not_asked
            and not (at in beside and at in silent and piece.text in SMALL_OR)
        ]
        return "" if silent.issuperset(rest) else _written([[branch[at] for at in rest]])

    def parts(self) -> list[str]:
        """Each name or label alone, and the other words of its branch that are asked for; not what is left out."""
        parts: list[str] = []
        for number, branch in enumerate(self.branches):
            places = sorted(
                {place for place in self._found if place.branch == number}, key=lambda one: one.start
            )
            parts += [
                _written([branch[place.start : place.end]]) for place in places if not self.is_excluded(place)
            ]
            rest = [at for at in range(len(branch)) if (number, at) not in (self._named | self._not_asked)]
            telling = [at for at in rest if at not in self._silent(number)]
            if places and not all(branch[at].is_excluded for at in telling):
                # «et le tremblement de terre»: words that say nothing stay between others.
                within = range(telling[0], telling[-1] + 1)
                parts.append(_written([[branch[at] for at in rest if at in within]]))
        return list(dict.fromkeys(parts))

    def with_alternatives_written(self, surface: str) -> str | None:
        """The query with OR for the small “or” beside these words, by which it remains one when they name nobody.

        OR parts the whole query: what stands before and behind is repeated. None where nothing need be changed, ""
        where it becomes too long.
        """
        key = fold(surface)
        rows = [row for row in self._rows if any(fold(self._surface(place)) == key for place in row)]
        if not rows:
            return None
        if prod(map(len, rows)) > MOST_PIECES:
            return ""
        written = _written(
            way for number, branch in enumerate(self.branches) for way in _ways(branch, number, rows)
        )
        return "" if part(written).unread else written

    def replaced(self, word: str, name: str) -> str:
        """The query with a name in the place of a word, wherever it stands by itself."""
        return _written(
            [Piece(name) if piece.word == word else piece for piece in branch] for branch in self.branches
        )

    def changed(self, changes: Mapping[Run, str]) -> list[tuple[str, bool]]:
        """The query's words with others in the place of some, wherever they stand by themselves, and which are others.

        What is elided before a word stays, and a possessive behind it.
        """
        words: list[tuple[str, bool]] = []
        for number, branch in enumerate(self.branches):
            words += [("OR", False)] if number else []
            at = 0
            while at < len(branch):
                run = next((run for run in changes if _run_at(branch, at, len(run)) == run), None)
                if run:
                    before, _word, _behind = branch[at].text.rpartition(branch[at].word)
                    last = branch[at + len(run) - 1]
                    _before, _word, behind = last.text.partition(last.word)
                    words.append((before + changes[run] + behind, True))
                else:
                    words.append((_closed(branch[at]), False))
                at += len(run) if run else 1
        return words

    def without_words(self, words: Container[str]) -> str:
        """The query without these words; none where those that are left say nothing."""
        branches = [[piece for piece in branch if piece.word not in words] for branch in self.branches]
        return _written(filter(_says_something, branches))

    def dated(self) -> tuple[EdtfDate, str, str] | None:
        """The first date that the words of a query state, a year at the least, these words, and the query without
        them and what is not asked for: "" where nothing else is.

        None where there are several alternatives, or the date belongs to a name. Words that say nothing are asked for
        as typed alone.
        """
        if len(self.branches) != 1:
            return None
        (branch,) = self.branches
        stated = date_in(branch, {at for _branch, at in self._named})
        if stated is None:
            return None
        date, places = stated
        left = (at for at in range(len(branch)) if at not in places and (0, at) not in self._not_asked)
        rest = [branch[at] for at in left]
        surface = " ".join(branch[at].plain for at in sorted(places))
        return date, surface, _written([rest]) if self._is_exact or _says_something(rest) else ""

    def no_dates(self) -> dict[str, ImpossibleDate]:
        """Words that are written as a date and are none, each with what it would be; nothing is told of names."""
        return {
            surface: one
            for number, branch in enumerate(self.branches)
            for surface, one in no_dates_in(
                [Piece("|") if (number, at) in self._named else piece for at, piece in enumerate(branch)]
            )
        }

    def _places(self, found: Sequence[Recognised]) -> list[Place | None]:
        """Where each stands: the same words in several branches in their order."""
        places: list[Place | None] = []
        for one in found:
            fitting = (place for place in self._fitting(one) if place not in places)
            places.append(next(fitting, None))
        return places

    def _fitting(self, one: Recognised) -> Iterator[Place]:
        """Where it may stand: a name by its place; a misspelt one, which is recognised later, by its words."""
        for number, branch in enumerate(self.branches):
            if _is_near(one):
                words = one.surface.split()
                pieces = {at for at, piece in enumerate(branch) if piece.word in words}
                if pieces:
                    yield Place(number, frozenset(pieces))
            elif " ".join(piece.plain for piece in branch[one.start : one.end]) == one.surface:
                yield Place(number, frozenset(range(one.start, one.end)))

    def _surface(self, place: Place) -> str:
        return " ".join(piece.plain for piece in self.branches[place.branch][place.start : place.end])

    def _alternatives(self, places: Sequence[Place]) -> Iterator[list[Place]]:
        """The rows of names with a small “or” between each and the next."""
        row: list[Place] = []
        for first, second in pairwise(places):
            if first.branch == second.branch and first.end + 1 == second.start and self._is_or(first):
                row = [*(row or [first]), second]
            elif row:
                yield row
                row = []
        if row:
            yield row

    def _is_or(self, place: Place) -> bool:
        """Whether a small “or” stands behind."""
        return self.branches[place.branch][place.end].text in SMALL_OR

    def _silent(self, number: int) -> frozenset[int]:
        """The places of the words of a branch that say nothing."""
        named = {at for branch, at in self._named if branch == number}
        return frozenset(common_places(self.branches[number], named))


def _says_something(pieces: Sequence[Piece]) -> bool:
    return len(common_places(pieces, ())) < len(pieces)


def _is_near(one: Recognised) -> bool:
    return isinstance(one, RecognisedName) and one.is_near


def _ways(branch: Sequence[Piece], number: int, rows: Iterable[Sequence[Place]]) -> Iterator[list[Piece]]:
    """One branch as several: each with one name of each of these rows, and all that stands in none."""
    own = [row for row in rows if row[0].branch == number]
    within = {at for row in own for at in range(row[0].start, row[-1].end)}
    for chosen in product(*own):
        kept = {at for place in chosen for at in place.pieces}
        yield [piece for at, piece in enumerate(branch) if at not in within or at in kept]


def _written(branches: Iterable[Sequence[Piece]]) -> str:
    """Branches as a query that is parted into them again; a phrase that was left open is closed."""
    return " OR ".join(" ".join(map(_closed, branch)) for branch in branches)


def _run_at(branch: Sequence[Piece], at: int, length: int) -> Run:
    """So many mere words from here; none where something else is among them."""
    pieces = branch[at : at + length]
    return tuple(piece.word for piece in pieces) if all(piece.is_mere_word for piece in pieces) else ()


def _closed(piece: Piece) -> str:
    is_open = piece.text.removeprefix("-").startswith('"') and piece.text.count('"') == 1
    return f'{piece.text}"' if is_open else piece.text
