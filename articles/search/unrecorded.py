"""The names of a query that only texts have, and no record, with the titles that stand before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.search.groups import SMALL_OR
from articles.search.pieces import Piece
from articles.search.recognised import RecognisedName
from articles.search.sounding import SoundingNames
from articles.search.spans import surface_of
from articles.search.titles import start_of_titles


def unrecorded(
    pieces: Sequence[Piece], number: int, taken: set[int], sounding: SoundingNames
) -> Iterator[RecognisedName]:
    """Those in the branch of this number, at none of the places that are `taken`, which grow.

    Those that texts spell as they are typed, and not otherwise, only behind a title or beside an “or”.
    """
    for row in sounding.unrecorded(number, taken):
        first = start_of_titles(pieces, row.start, taken)
        taken.update(range(first, row.end))
        yield RecognisedName(surface_of(pieces[first : row.end]), (), first, row.end, in_texts=row.names)
    for start, end in sounding.in_texts.names_as_spelt(pieces, taken):
        first = start_of_titles(pieces, start, taken)
        is_told = first < start or _is_beside_or(pieces, start, end)
        if is_told and taken.isdisjoint(range(first, end)):
            taken.update(range(first, end))
            yield RecognisedName(surface_of(pieces[first:end]), (), first, end)


def _is_beside_or(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether a row of words, none of them in small letters, has a small “or” beside it."""
    beside = [pieces[at].text for at in (start - 1, end) if 0 <= at < len(pieces)]
    return not SMALL_OR.isdisjoint(beside) and not any(piece.plain.islower() for piece in pieces[start:end])
