"""Things named after people: a street, a prize, a ship that bears a name is not who bore it."""

from __future__ import annotations

from articles.names.fold import folded_set
from articles.names.surname_words import AR_THINGS, THINGS
from articles.names.words import Words

#: What may stand between a thing and whose name it bears: «place du Roi».
PREPOSITIONS = folded_set("de du des d la le les l a o")


def is_named_after(words: Words, first: int) -> bool:
    """Whether a name that begins at the word `first` is that of a thing: «rue de X», «улица X», «شارع X»."""
    place = first - 1
    if place >= 0 and words.words[place] in AR_THINGS:
        return True
    while place >= 0 and words.words[place] in PREPOSITIONS:
        place -= 1
    return place >= 0 and words.tokens[place].key in THINGS and "." not in words.gap_after(place)
