"""Where a name begins in a row of capitals: what opens the sentence, or is an office elsewhere, beside a name."""

from __future__ import annotations

import re

from articles.candidates.occupations import is_occupation
from articles.candidates.reading import Reading
from articles.candidates.shapes import is_korean, likely_so, opens_by_sound, opens_likely, sounds_so
from articles.names.common_words import is_opener, is_people, is_place
from articles.names.fold import folded_set
from articles.names.given_names import is_doubtful, is_given_name
from articles.names.inflect import is_patronymic


def begin_of_name(reading: Reading, first: int, last: int) -> int:
    """Where the name begins in a run: at a known given name within it, or behind what only opens the sentence."""
    if last - first < 3 or is_given_name(reading.folded(first)) or reading.words[first].shape == "I":
        return first
    if _is_verb(reading, first) or _is_trade(reading, first):
        return first + 1
    if is_korean(reading, last - 2, last) and reading.words[first].initial:
        return last - 2  # «Curator Yoon Hye-rim»
    if _is_complement(reading, first):
        return first + 1
    for index in range(first + 1, last - 1):
        word = reading.words[index]
        led = reading.words[index - 1].shape in ("l", "e")
        known = is_given_name(word.folded) and not is_doubtful(word.folded)
        known = known and not _joins(reading, index)
        if word.shape == "C" and not led and (known or opens_by_sound(reading, first, index)):
            return index
        if not led and index == first + 1 and opens_likely(reading, first):
            return index
    return first


# «Abdel», «Ben», «bint» join a name to what stands before; none begins with them behind a stranger.
_JOINED = folded_set(
    "abdel abdul abd ben bin bint binti ibn ould bou abu abou абдель абдул абд абу бен бин ибн бинт бинти ульд"
)


def _joins(reading: Reading, index: int) -> bool:
    """Whether the word joins to the one before: «Slaheddine Ben Milad», «Карим Абдель Мавгуд», not «Actor Ben Lee»."""
    if reading.folded(index).partition(" ")[0] not in _JOINED:
        return False
    word = reading.words[index - 1]
    plain = (
        is_occupation(word.folded)
        or is_people(word.folded)
        or is_place(word.folded)
        or is_opener(word.folded)
        or word.folded in reading.lower
    )
    return word.shape == "C" and not plain


_LINKS_OF_OFFICE = frozenset("l la de d du des".split())


def _is_complement(reading: Reading, first: int) -> bool:
    """«le ministre de l'Énergie Daler Nazaroïev»: what the office is of stands before the name."""
    if reading.folded(first - 1) not in _LINKS_OF_OFFICE or reading.words[first].shape != "C":
        return False
    place = first - 1
    while place > first - 4 and reading.folded(place) in _LINKS_OF_OFFICE:
        place -= 1
    return any(is_occupation(reading.folded(near)) for near in (place, place - 1)) and not likely_so(
        reading, first
    )


# «Солировала Тамта Лорткипанидзе», «Скончался …».
_PAST = re.compile(r"[а-я]{3,}(?:[аеиыуя]л(?:а|и|о)?|[аеиыуя]л(?:ась|ись|ся|ось)|[рзшгб]ла)")


def _is_verb(reading: Reading, first: int) -> bool:
    """Whether the word opens the sentence and is a Russian verb of the past, by its ending, and nobody's name."""
    word = reading.words[first]
    if not word.initial or word.shape != "C" or _PAST.fullmatch(word.folded) is None:
        return False
    named = is_given_name(word.folded) or likely_so(reading, first) or sounds_so(reading, first)
    return not named and not is_patronymic(reading.folded(first + 2))


_TRADE = re.compile(r"[а-я]{3,}(?:[ая]нин|тель|щик|чик|ник|щица|чица|льница|тельница)")


def _is_trade(reading: Reading, first: int) -> bool:
    """«Крестьянин Абдель Куддус», «Строитель Темур Ашбаров»: the ending of whoever does or comes from something."""
    word = reading.words[first]
    return word.initial and word.shape == "C" and _TRADE.fullmatch(word.folded) is not None


def is_given_too(reading: Reading, index: int) -> bool:
    """«Emir Selimhodzic»: whether a title is a given name here, as no other stands behind it, but one word alone."""
    if reading.folded(index) not in _TITLES_AND_NAMES or not _is_capital(reading, index + 1):
        return False
    following = reading.folded(index + 1)
    if (
        reading.adjacent(index)
        and reading.words[index - 1].shape == "C"
        and not is_people(reading.folded(index - 1))
    ):
        return False
    named = is_given_name(following) or likely_so(reading, index + 1) or sounds_so(reading, index + 1)
    return not named and not _is_capital(reading, index + 2)


def _is_capital(reading: Reading, index: int) -> bool:
    return reading.adjacent(index) and reading.words[index].shape == "C"


_TITLES_AND_NAMES = folded_set("emir sultan эмир эмира эмиру эмиром султан султана султану султаном")
