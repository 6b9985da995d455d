"""What may follow a ruler's name and number, and need stand in no text: «of Norway», «de Norvège», «Норвежский»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.names import fold
from articles.names.common_words import is_arabic_place, is_place
from articles.names.fold import word_set
from articles.names.regnal import roman_of
from articles.search.pieces import Piece

_OF = word_set("of the de du des d la")
_RULER = word_set(
    "king queen emperor roi reine empereur король королева император императрица царь ملك ملكه امبراطور امبراطوره"
)
_OF_A_COUNTRY = re.compile(r"[^\W\d_]{3,}(?:ск|цк)(?:ии|ая|ого|ои|ому|им|ую)")


def end_of_realm(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Where a name ends of whose words these, from `start` to `end`, are the first: behind the country that a ruler
    rules, where its last word is the ruler's number; else at `end`."""
    if end - start < 2 or not roman_of(fold(pieces[end - 1].word)):
        return end
    place, is_said = end, False
    while place < len(pieces) and pieces[place].is_mere_word:
        piece = pieces[place]
        folded = fold(piece.word)
        if folded in _RULER or folded in _OF:
            place, is_said = place + 1, True
            continue
        is_country = is_place(folded) or is_arabic_place(folded)
        is_elided = fold(piece.plain) != folded
        is_of_it = piece.word[:1].isupper() and _OF_A_COUNTRY.fullmatch(folded)
        return place + 1 if is_of_it or (is_country and (is_said or is_elided)) else end
    return end


def without_realm(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The words of a ruler's name without the country in which they end."""
    for end in range(2, len(pieces)):
        if end_of_realm(pieces, 0, end) == len(pieces):
            return pieces[:end]
    return pieces
