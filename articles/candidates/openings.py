"""Where a name begins in a row of capitals: what opens the sentence, or is an office elsewhere, beside a name."""

from __future__ import annotations

import re

from articles.candidates.reading import Reading
from articles.candidates.shapes import is_korean, likely_so, opens_by_sound, opens_likely, sounds_so
from articles.names.common_words import is_people
from articles.names.fold import folded_set
from articles.names.given_names import is_doubtful, is_given_name
from articles.names.inflect import is_patronymic


def begin_of_name(reading: Reading, first: int, last: int) -> int:
    """Where the name begins in a run: at a known given name within it, or behind what only opens the sentence."""
    if last - first < 3 or is_given_name(reading.folded(first)) or reading.words[first].shape == "I":
        return first
    if _is_verb(reading, first):
        return first + 1
    if is_korean(reading, last - 2, last) and reading.words[first].initial:
        return last - 2  # «Curator Yoon Hye-rim»
    for index in range(first + 1, last - 1):
        word = reading.words[index]
        led = reading.words[index - 1].shape in ("l", "e")
        known = is_given_name(word.folded) and not is_doubtful(word.folded)
        if word.shape == "C" and not led and (known or opens_by_sound(reading, first, index)):
            return index
        if not led and index == first + 1 and opens_likely(reading, first):
            return index
    return first


# «Солировала Тамта Лорткипанидзе», «Скончался …».
_PAST = re.compile(r"[а-я]{3,}(?:[аеиыуя]л(?:а|и|о)?|[аеиыуя]л(?:ась|ись|ся|ось)|[рзшгб]ла)")


def _is_verb(reading: Reading, first: int) -> bool:
    """Whether the word opens the sentence and is a Russian verb of the past, by its ending, and nobody's name."""
    word = reading.words[first]
    if not word.initial or word.shape != "C" or _PAST.fullmatch(word.folded) is None:
        return False
    named = is_given_name(word.folded) or likely_so(reading, first) or sounds_so(reading, first)
    return not named and not is_patronymic(reading.folded(first + 2))


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
