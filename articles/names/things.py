"""Things named after people: a street, a prize, a ship that bears a name is not who bore it."""

from __future__ import annotations

from articles.names.fold import folded_set, script_of
from articles.names.inflect import token_key
from articles.names.offices import is_office_word
from articles.names.surname_words import AR_THINGS, THINGS
from articles.names.words import Words

#: What may stand between a thing and whose name it bears: «place du Roi».
PREPOSITIONS = folded_set("de du des d la le les l a o")

_HEADS = frozenset(map(token_key, folded_set("глава директор ректор начальник руководитель заведующая")))


def is_named_after(words: Words, first: int) -> bool:
    """Whether a name that begins at the word `first` is that of a thing: «rue de X», «улица X», «شارع X»."""
    place = first - 1
    if place >= 0 and words.words[place] in AR_THINGS:
        return True
    while place >= 0 and words.words[place] in PREPOSITIONS:
        place -= 1
    if place < 0 or words.tokens[place].key not in THINGS or "." in words.gap_after(place):
        return False
    return not (place == first - 1 and _is_headed(words, place))


def _is_headed(words: Words, place: int) -> bool:
    """Whether a thing is that of which somebody is the head: «мэр города», «директор школы», before their name.

    By its case Russian tells it from one that bears a name.
    """
    if script_of(words.words[place]) != "Cyrl" or not place or words.gap_before(place).strip():
        return False
    return is_office_word(words.tokens[place - 1].readings) or words.tokens[place - 1].key in _HEADS
