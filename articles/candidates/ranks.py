"""Words of address, offices and callings with a capital that stand before a name or within its row."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.candidates.occupations import is_inhabitant, may_open
from articles.candidates.openings import is_given_too
from articles.candidates.reading import RANKS, Reading, Word
from articles.candidates.shapes import SAYING, SURNAME_SHAPE, sounds_so
from articles.candidates.thing_words import THINGS_WITHIN
from articles.names.common_words import is_opener, is_people, is_place
from articles.names.fold import folded_set
from articles.names.given_names import given_names_of, is_doubtful, is_given_name
from articles.names.inflect import token_key
from articles.offices.lexicon import HEADS


def is_rank(reading: Reading, index: int) -> bool:
    """A form of address or an office with a capital that opens the run: «Monsieur», «Président», «Roi»."""
    word = reading.words[index]
    following = reading.words[index + 1] if index + 1 < len(reading.words) else None
    ranked = word.folded in RANKS or any(is_office(part) for part in word.folded.split())
    ranked = ranked or (word.shape == "C" and may_open(word.folded) and not is_given_name(word.folded))
    ranked = ranked or _is_inhabitant(reading, index)
    if not ranked or following is None or following.broken or is_given_too(reading, index):
        return False
    if word.shape == "I":
        return word.text in ("M.",) or word.folded == "г"
    return following.shape in ("C", "U", "I", "l", "e")


def _is_inhabitant(reading: Reading, index: int) -> bool:
    """«Эритрейка Семхар Тесфамикаэль»: a woman of a country opens the sentence, two words of her name follow."""
    word = reading.words[index]
    if not (word.initial and word.shape == "C" and is_inhabitant(word.folded)) or is_given_name(word.folded):
        return False
    return index + 2 < len(reading.words) and all(
        reading.adjacent(place) and reading.words[place].shape == "C" for place in (index + 1, index + 2)
    )


# Offices that surnames are made of: inside a row of capitals they tell nothing («Burger King Holdings»).
_ALSO_NAMES = frozenset(
    "king queen prince pope dean bishop judge general marshal premier head chief chair member speaker "
    "official executive expert coach envoy manager roi pape doyen juge maire general patron chef leader".split()
)


def is_inner(reading: Reading, start: int, index: int, last: int) -> bool:
    """«Foreign Minister Abdelhakim Chikou»: what stands before the office qualifies it, and is no given name."""
    folded = reading.folded(index)
    return (
        start < index < last - 1
        and folded not in _ALSO_NAMES
        and folded in _PLAIN_OFFICES
        and reading.folded(index + 1) not in THINGS_WITHIN
        and _may_be_led(reading, index + 1)
        and not any(is_given_name(reading.folded(place)) for place in range(start, index))
    )


# «Visits», «Says», «Named», but «Tsipras», «Idris».
VERBAL = re.compile(r"[a-z]*(?:[^aious]s|ed|has|is|was)")


def _may_be_led(reading: Reading, index: int) -> bool:
    """Not the verb of a heading («Foreign Minister Visits Rabat»): in headline case only a given name is sure."""
    folded = reading.folded(index)
    if reading.words[index].shape == "I":
        return index + 1 < len(reading.words) and reading.words[index + 1].shape == "C"
    if (is_given_name(folded) and not is_doubtful(folded)) or sounds_so(reading, index):
        return True
    plain = folded in reading.lower or is_opener(folded) or folded in SAYING
    return not (reading.loud or plain or VERBAL.fullmatch(folded))


_PLAIN_OFFICES = HEADS["fr"] | HEADS["en"] | HEADS["ru"]
_OFFICE_KEYS = frozenset(token_key(head) for heads in HEADS.values() for head in heads)


@lru_cache(maxsize=1 << 14)
def is_office(folded: str) -> bool:
    # «Мэр» is an office though «Мэри» has a form like it.
    named = is_given_name(folded) and (folded not in _PLAIN_OFFICES or folded in given_names_of(folded))
    return token_key(folded) in _OFFICE_KEYS and not named


_CLERGY = frozenset(
    token_key(word)
    for word in folded_set(
        "патриарх митрополит архиепископ епископ архимандрит игумен игумения иеромонах иеродиакон схиархимандрит монах "
        "монахиня инок инокиня владыка"
    )
)


def end_of_monk(reading: Reading, first: int, last: int, titled: str) -> int:
    """«Митрополит Досифей (Корчагин)»: the place after the bracket in which a monk's surname stands; 0 for others.

    A custom of Russian papers; elsewhere the bracket has the see («Bishop Smith (York)»).
    """
    rank = titled or (reading.folded(first - 1) if reading.adjacent(first) else "")
    if last != first + 1 or token_key(rank) not in _CLERGY or len(reading.words) < last + 3:
        return 0
    bracketed = reading.sign(last) == "(" and reading.sign(last + 2) == ")" and reading.free(last, last + 3)
    return last + 3 if bracketed and _may_be_of_monk(reading.words[last + 1]) else 0


# «(Сурожский)» is the see of a Metropolitan of Sourozh as often as it is a surname.
_OF_SEE = re.compile(r"(?:ск|цк)(?:ии|ого|ому|им)$")


def _may_be_of_monk(word: Word) -> bool:
    plain = is_place(word.folded) or is_people(word.folded) or is_given_name(word.folded)
    shaped = SURNAME_SHAPE.search(word.folded) is not None and _OF_SEE.search(word.folded) is None
    return word.shape == "C" and shaped and not plain


def is_surname_too(reading: Reading, index: int, start: int) -> bool:
    """«Theresa May»: a month after a known given name and before no day."""
    month = reading.folded(index) in ("may", "june", "april", "august")
    named = index == start + 1 and is_given_name(reading.folded(start))
    return month and named and not reading.sign(index + 1)[:1].isdigit()
