"""Words of a query that are part of no name, whatever they sound like: dates, and what only asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from articles.names import fold
from articles.names.fold import folded_set
from articles.names.given_names import is_given_name
from articles.search.asking_words import DOING, KINDS, QUESTIONS, SAYING, TEXTS
from articles.search.common_words import is_common
from articles.search.dated_words import date_in
from articles.search.pieces import Piece

#: Small words that stand between names and all else, and are asked of the texts; with a capital Per and Till are names.
_BETWEEN = folded_set("""
since till per via amid among around
منذ حتى قبل بعد حول عند عندما خلال ضد لدى بشأن بخصوص كيف لماذا
насчет вокруг против кроме около возле среди ради
hors parmi envers malgré jusque jusqu
""")
#: A number of so many figures is that of no ruler.
_MOST_FIGURES = 2


def places_apart(pieces: Sequence[Piece]) -> frozenset[int]:
    """The places of the words of a branch in which no name is looked for by its sound.

    Those of the first date or span, of longer numbers, of small words, and of the words that ask, at the beginning.
    """
    return _places_apart(tuple(pieces))


@lru_cache(maxsize=64)
def _places_apart(pieces: tuple[Piece, ...]) -> frozenset[int]:
    words = [fold(piece.plain) if piece.is_mere_word else "" for piece in pieces]
    small = {at for at, word in enumerate(words) if word in _BETWEEN and not pieces[at].plain[:1].isupper()}
    numbers = {at for at, word in enumerate(words) if word.isdecimal() and len(word) > _MOST_FIGURES}
    return frozenset({*small, *numbers, *_dated(pieces, words), *_asking(pieces, words)})


def _dated(pieces: Sequence[Piece], words: Sequence[str]) -> set[int]:
    """The places of the first date or span; not of a month behind a given name: Theresa May 2017."""
    stated = date_in(pieces, ()) if any(map(str.isdecimal, "".join(words))) else None
    if stated is None:
        return set()
    start = min(stated[1])
    is_a_surname = words[start].isalpha() and start > 0 and is_given_name(words[start - 1])
    return stated[1] - {start} if is_a_surname else stated[1]


def _asking(pieces: Sequence[Piece], words: Sequence[str]) -> set[int]:
    """The places of what only asks, at the beginning; a verb of saying behind a question alone: Said is a name."""
    places: set[int] = set()
    is_question = bool(words) and words[0] in QUESTIONS
    for at, word in enumerate(words):
        is_verb = is_question and (word in SAYING or word in DOING)
        if is_verb or word in TEXTS or word in KINDS or (is_question and at == 0):
            places.add(at)
        elif not (pieces[at].is_mere_word and is_common(pieces[at].word, among_capitals=True)):
            break
    return places
