"""Runs of words of a query that may be a name, each with the keys it may be known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from articles.names import fold
from articles.search.common_words import is_common
from articles.search.name_forms import keys_of
from articles.search.pieces import Piece

#: The longest run of words tried as a name.
LONGEST_NAME = 8
#: And in a query of no more words than an institution's whole name has, articles and all.
LONGEST_WHOLE_NAME = 16
#: So many keys a query is looked up under, about; and each run of its words under so many at least.
MOST_KEYS_OF_QUERY, LEAST_KEYS = 2_000, 6

_ROMAN = {
    str(number): numeral
    for number, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split(), 1)
}

Span = tuple[int, int]
"""The first piece, and the one behind the last."""


def candidate_spans(pieces: Sequence[Piece], as_words: frozenset[str]) -> dict[Span, list[str]]:
    """Every run of plain words, and every quoted phrase or excluded piece alone, with the keys it may be known by.

    A word that says nothing is no name beside others; what is taken as words is none, nor is a part of it.
    """
    among_capitals = all(piece.plain.isupper() for piece in pieces)
    runs = list(_runs(pieces))
    words = list(runs_taken_as_words(pieces, as_words))
    most = max(LEAST_KEYS, MOST_KEYS_OF_QUERY // max(1, len(runs)))
    spans: dict[Span, list[str]] = {}
    for start, end in runs:
        is_beside_others = end == start + 1 and len(pieces) > 1
        if is_beside_others and is_common(pieces[start].word, among_capitals=among_capitals):
            continue
        if not any(first <= start and end <= last for first, last in words):
            spans[start, end] = keys_of(_numbered(pieces[start:end]), most)
    return {span: keys for span, keys in spans.items() if keys}


def _numbered(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """A name and the number of a ruler as records write it: «Mohammed 6» is Mohammed VI."""
    *name, number = pieces
    if name and number.text in _ROMAN and name[-1].plain.isalpha():
        return [*name, Piece(_ROMAN[number.text])]
    return pieces


def runs_taken_as_words(pieces: Sequence[Piece], as_words: frozenset[str]) -> Iterator[Span]:
    """The runs that are among these, folded."""
    for run in _runs(pieces) if as_words else ():
        if fold(surface_of(pieces[slice(*run)])) in as_words:
            yield run


def _runs(pieces: Sequence[Piece]) -> Iterator[Span]:
    """The places of single pieces, and of words that stand beside each other."""
    longest = LONGEST_WHOLE_NAME if len(pieces) <= LONGEST_WHOLE_NAME else LONGEST_NAME
    for start, first in enumerate(pieces):
        if first.is_prefix:
            continue
        yield start, start + 1
        for end in range(start + 2, min(start + longest, len(pieces)) + 1):
            if not all(piece.is_mere_word for piece in pieces[start:end]):
                break
            yield start, end


def surface_of(pieces: Iterable[Piece]) -> str:
    """The words as they stand in the query."""
    return " ".join(piece.plain for piece in pieces)
