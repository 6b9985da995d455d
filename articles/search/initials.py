"""A surname with initials before it, also one of several words, or the first of two: G. Le Bourhis, Дж., E. Quispe."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from articles.names import fold, romanise, similarity
from articles.names.fold import script_of
from articles.names.inflect import is_patronymic
from articles.names.initials import DIGRAPHS, may_begin_one
from articles.names.romanise import with_sounds
from articles.names.tokens import surname_of

#: As alike as this a surname is the same; in another script, which has other vowels, so much.
LIKE_FAMILY, LIKE_IN_ANOTHER_SCRIPT = 0.9, 0.84
#: A shorter first surname is as likely a given name.
SHORTEST_FIRST = 4


def begins_with_initials(words: str) -> bool:
    """Whether the first of some words may be an initial."""
    return _is_initial(fold(words.partition(" ")[0]))


def may_begin_alike(words: str, name: str) -> bool:
    """Whether a given name of a whole name begins with the initial that leads some words."""
    letter, *others = fold(words).split()
    first, *rest = fold(name).split()
    if not others or not rest:
        return True
    return may_begin_one(letter, rest if first == others[-1] else (first, *rest[:-1]))


def likeness_with_initials(words: str, name: str) -> float:
    """How alike initials with a surname, and a person's whole name are; 0 where one or the other is not alike."""
    rest = fold(words).split()
    letters: list[str] = []
    while rest and _is_initial(rest[0]):
        letters.append(rest.pop(0))
    if not letters or not rest:
        return 0.0
    typed = " ".join(rest)
    is_another_script = script_of(typed) != script_of(fold(name))
    least = LIKE_IN_ANOTHER_SCRIPT if is_another_script else LIKE_FAMILY
    for given, family in _partings(name):
        value = _likeness(typed, family)
        if value >= least and all(may_begin_one(letter, given) for letter in letters):
            return value
    return 0.0


def are_initials_of_another(words: str, names: Iterable[str]) -> bool:
    """Whether the initials before a surname are not those of one who has these names, among which are some in their
    script: Я. is no John whom the record has as Джон."""
    letters = list(takewhile(_is_initial, fold(words).split()))
    script = script_of(fold(words))
    own = [name for name in names if script_of(fold(name)) == script and surname_of(name)]
    given = [token for name in own for before, _family in _partings(name) for token in before]
    return bool(given) and not all(may_begin_one(letter, given) for letter in letters)


def _is_initial(word: str) -> bool:
    return len(word) == 1 or word in DIGRAPHS


def _partings(name: str) -> Iterable[tuple[list[str], str]]:
    """The folded given names and the surname of a name, and the same with the first of two surnames."""
    family = surname_of(name)
    if not family:
        return
    before = fold(name).removesuffix(fold(family)).split()
    yield before, family
    *given, first = before or [""]
    if given and len(first) > SHORTEST_FIRST and not is_patronymic(first):
        yield given, first
        yield given, f"{first} {family}"


def _likeness(typed: str, family: str) -> float:
    if romanise(typed) == romanise(family):
        return 1.0
    return max(similarity(typed, fold(family)), similarity(typed, fold(with_sounds(family))))
