"""Rulers in Arabic text, whom a number tells: «الملك هارالد الخامس», «البابا تواضروس الثاني»."""

from __future__ import annotations

import re

from articles.candidates.arabic_stems import may_be_verb
from articles.candidates.arabic_words import SAYING, has_article, is_foreign
from articles.candidates.likely_given import is_likely_given
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.common_words import is_arabic_place
from articles.names.given_names import is_given_name
from articles.names.regnal import ARABIC_ORDINALS, ARABIC_RULERS, TEN

_SERVANT = "عبد"
_BEFORE = re.compile(r"[وف]?[بك]?(?:ال|لل)?|[وف]?ل")
_PAST = re.compile(r"[^اوي]{3,4}|ا[^اوي]{3}|\Sا[^اوي]{2}")
_MOST_NAMES, _MOST_ADJECTIVES = 2, 2


def ruler(reading: Reading, index: int) -> Run | None:
    """One or two names behind a ruler's title, and the number, as far as it goes: «بنديكت السادس عشر»."""
    if not _may_be_name(reading, index) or not _is_titled(reading, index):
        return None
    last = index + 1
    if reading.folded(index) == _SERVANT and _goes_on(reading, last):
        last += 1  # «عبد الحميد»
    while last < index + _MOST_NAMES and _may_be_name(reading, last):
        last += 1
    if not _goes_on(reading, last) or reading.folded(last) not in ARABIC_ORDINALS:
        return None
    if last == index + 1 and not _is_telling(reading, index) and _may_be_plain(reading.folded(index)):
        return None  # «الملك افتتح الثانية», «سلم الأمير جائزة الأولى»
    last += 1
    if _goes_on(reading, last) and reading.folded(last) in TEN:
        last += 1
    return Run(index, last, "title before", 0.7 if _is_telling(reading, index) else 0.55)


def _is_titled(reading: Reading, index: int) -> bool:
    """Whether a ruler's title stands before, perhaps with an adjective or with what is ruled between."""
    place, steps = index - 1, 0
    while place >= 0 and not reading.words[place + 1].broken and reading.words[place].shape == "l":
        folded = reading.folded(place)
        match = _BEFORE.match(folded)
        whole = folded[match.end() :] if match else folded
        if folded in ARABIC_RULERS or whole in ARABIC_RULERS:
            return True
        of_country = has_article(reading, place) or is_arabic_place(folded)
        if not of_country or steps == _MOST_ADJECTIVES:
            return False
        place, steps = place - 1, steps + 1
    return False


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a free word of the same line stands there."""
    if index >= len(reading.words) or reading.claimed[index]:
        return False
    return reading.words[index].shape == "l" and not reading.words[index].broken


def _may_be_name(reading: Reading, index: int) -> bool:
    if not _goes_on(reading, index) or has_article(reading, index):
        return False
    folded = reading.folded(index)
    return len(folded) > 2 and folded.isalpha() and folded not in SAYING and not is_arabic_place(folded)


def _is_telling(reading: Reading, index: int) -> bool:
    folded = reading.folded(index)
    return is_given_name(folded) or is_likely_given(folded) or is_foreign(folded)


def _may_be_plain(folded: str) -> bool:
    """Whether the word may be a verb or a noun of the feminine."""
    return folded.endswith("ه") or may_be_verb(folded) or _PAST.fullmatch(folded) is not None
