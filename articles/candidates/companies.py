"""Companies, clubs and named bodies: «Vivendi SA», «FC Barcelone», «le groupe Citic»."""

from __future__ import annotations

from collections.abc import Iterator

from articles.candidates.institution_words import (
    APPOSED,
    APPOSED_RANKED,
    CLUB_HEADS,
    COMPANY_TAILS,
    COMPANY_WORDS,
    EN_CLASS,
    FR_CLASS,
    RU_CLASS,
    RU_LEGAL,
)
from articles.candidates.occupations import is_occupation
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.candidates.shapes import SAYING, SURNAME_SHAPE
from articles.names.common_words import is_calendar, is_opener, is_people, is_place
from articles.names.fold import script_of
from articles.names.given_names import is_given_name
from articles.names.inflect import token_key


def companies(reading: Reading, _language: str) -> Iterator[Run]:
    """«Vivendi SA», «Tata Motors Ltd», «FC Barcelone», «Manchester United»."""
    for index, word in enumerate(reading.words):
        if reading.claimed[index] or not word.capital or reading.loud:
            continue
        if word.folded in COMPANY_TAILS and index and reading.adjacent(index):
            if word.folded in _SMALL_WORDS and not word.text.isupper() and _name_follows(reading, index + 1):
                continue  # «Mayor Rhissa Ag Alhousseini»
            first = index
            while (
                first > max(0, index - 6)
                and reading.adjacent(first)
                and reading.words[first - 1].capital
                and not reading.claimed[first - 1]
            ):
                first -= 1
            while first < index and reading.words[first].initial and is_opener(reading.folded(first)):
                first += 1
            if first < index:
                yield Run(first, index + 1, "company word", 0.7)
        elif last := _company_end(reading, index):
            yield Run(index, last, "company word", 0.5)
        elif word.folded in CLUB_HEADS and _name_follows(reading, index + 1):
            yield Run(index, index + 2, "club word", 0.6)


# Tails that are particles of names too, where they are not in capitals.
_SMALL_WORDS = frozenset(("ag", "sa", "co", "nv"))


def _name_follows(reading: Reading, index: int) -> bool:
    """Whether a capitalised word that is no given name stands at `index`, beside the one before."""
    here = index < len(reading.words) and reading.adjacent(index) and reading.words[index].capital
    return here and not is_given_name(reading.folded(index))


def _company_end(reading: Reading, index: int) -> int:
    """The place after «Imperial Tobacco», «Air Niugini»: capitals, one a company's word; 0 when none."""
    words = reading.words
    last = index
    while (
        last < min(len(words), index + 5)
        and (last == index or reading.adjacent(last))
        and words[last].capital
        and not reading.claimed[last]
    ):
        last += 1
    inner = range(index, last)
    fits = any(words[place].folded in COMPANY_WORDS for place in inner) and not words[index].initial
    known = any(is_given_name(words[place].folded) for place in inner)
    return last if fits and not known and 2 <= last - index <= 4 else 0


def named_by_class(reading: Reading, language: str) -> Iterator[Run]:
    """A proper name right after the word for what it is: «le groupe Citic», «телеканал Россия 24»."""
    for index, word in enumerate(reading.words):
        first = index + 1
        if word.shape not in ("l", "U") or first >= len(reading.words) or not reading.adjacent(first):
            continue
        if not _is_class(word.folded, word.text, language):
            continue
        if language == "fr" and is_people(reading.folded(first)):
            first += 1
        last = first
        while last < len(reading.words) and reading.adjacent(last) and not reading.claimed[last]:
            name = reading.words[last]
            if not (name.capital or (name.shape == "d" and last > first)) or (
                last > first and is_given_name(name.folded)
            ):
                break
            last += 1
        if language == "ru" and _is_no_body(reading, index, last):
            continue
        if first < last <= first + 4 and not is_idle(reading, first, last):
            yield Run(first, last, "institution word before", 0.6)


def apposed(reading: Reading, _language: str) -> Iterator[Run]:
    """«Kazatomprom, the uranium company», «Катко, совместная компания»: a lone word, and what it is."""
    words = reading.words
    for comma, sign in enumerate(words):
        if sign.text != "," or not comma or words[comma - 1].shape != "C" or reading.claimed[comma - 1]:
            continue
        if _is_lone(reading, comma - 1) and _tells_firm(reading, comma + 1):
            yield Run(comma - 1, comma, "institution word", 0.55)


def _is_lone(reading: Reading, index: int) -> bool:
    """An unknown word that no capital stands beside and the text never writes in small letters."""
    word, before = reading.words[index], reading.words[index - 1] if index else None
    if word.initial and script_of(word.text) == "Cyrl":
        return False  # «Вторник, компания …»
    if len(word.text) < 4 or reading.loud or word.folded in reading.lower or is_given_name(word.folded):
        return False
    if before is not None and not word.broken and (before.capital or before.text in ",-–—«“"):
        return False
    plain = (
        is_place(word.folded) or is_people(word.folded) or is_opener(word.folded) or is_calendar(word.folded)
    )
    return not plain and not is_occupation(word.folded)


def _tells_firm(reading: Reading, index: int) -> bool:
    """A word for a firm within three small words that neither govern it nor name who speaks for it."""
    ranked = False
    for place in range(index, min(index + 4, len(reading.words))):
        word = reading.words[place]
        if word.folded in APPOSED or (ranked and word.folded in APPOSED_RANKED):
            return word.shape == "l" and reading.sign(place + 1) != "'" and reading.sign(place + 1) != "’"
        if (
            word.shape != "l"
            or word.broken
            or word.folded in _NO_FIRM
            or (is_occupation(word.folded) and word.folded not in _FIRST)
        ):
            return False
        ranked = ranked or word.folded in _FIRST
    return False


# «premier producteur mondial»: a producer alone is as often a person.
_FIRST = frozenset("premier premiere largest biggest leading top крупнеишии ведущии".split())


_NO_FIRM = SAYING | frozenset(
    "de du des d of for in at by with from to and et ou or qui que who which что который которая и в на из с для "
    "о об от к по за was is est sont are autre other another son sa its his her their leur".split()
)


def _is_no_body(reading: Reading, index: int, last: int) -> bool:
    """«в центре Сиднея», «основатель агентства Модест Колеров»: a place in it, a person of it."""
    if reading.folded(index - 1) == "в" and token_key(reading.folded(index)) == _CENTRE:
        return last == index + 2
    words = reading.words[index + 1 : last]
    if len(words) != 2 or is_place(words[0].folded):
        return False
    return words[1].shape == "C" and SURNAME_SHAPE.search(words[1].folded) is not None


_CENTRE = token_key("центр")


def _is_class(folded: str, text: str, language: str) -> bool:
    if language == "ru":
        return token_key(folded) in RU_CLASS or folded in RU_LEGAL
    if text.isupper() and folded not in ("ong", "ehpad", "sa", "sarl", "ngo"):
        return False
    return folded in (EN_CLASS if language == "en" else FR_CLASS)


def is_idle(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are places, peoples, small words, or a person's name: no institution."""
    words = reading.words[first:last]
    return all(
        is_place(w.folded) or is_people(w.folded) or is_opener(w.folded) or is_calendar(w.folded)
        for w in words
    ) or (is_given_name(words[0].folded) and last - first > 1)
