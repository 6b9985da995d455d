"""Dates and spans of time among the words of a query: texts that have these words, and texts of that time."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date as calendar_date
from itertools import accumulate

from articles.dates import EdtfDate
from articles.impossible_dates import ImpossibleDate, find_impossible
from articles.months import YEAR
from articles.names import fold
from articles.periods import find_period, month_in_figures
from articles.search.archive import years_dated
from articles.search.common_words import common_places
from articles.search.pieces import Piece
from articles.search.recognised import Recognised, RecognisedDate
from articles.written_dates import find_dates

# A year that a press text may be of, and the dates that one filter, or one token of the index, can ask for.
_FOUR_FIGURES, _YEAR = re.compile(r"(?<!\S)\d{4}(?!\S)"), re.compile(YEAR)
_FIGURE, _FOUR = re.compile(r"\d"), re.compile(r"\d{4}")
_SIMPLE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
#: A span that stands alone is asked for by so many tokens: the index counts the keys of a query at every text.
MOST_ALONE = 12
#: What stands before a year, or behind it: any other four figures may count something.
_BEFORE_A_YEAR = frozenset("en in of since depuis de année année в с год عام سنة في".split())
_BEHIND_A_YEAR = frozenset("год года году г".split())
# The noun of a year, right before it or behind: with it no four figures count anything.
_NOUN_BEFORE = re.compile(
    r"(?<!\S)(?:(?:the\s)?years?|(?:l['’])?ann[ée]es?|[ولب]?(?:ال)?(?:عام|سنة))\s$", re.IGNORECASE
)
_NOUN_BEHIND = re.compile(r"\s(?:год(?:[ауе]|ом)?|г\.?)(?!\S)", re.IGNORECASE)
#: What has such a number, and no year.
_NUMBERED = frozenset(
    fold(word)
    for word in (
        "résolution resolution loi law décret decree article agenda boeing airbus numéro number no n° vol route"
        " iso гост gost iec мэк резолюция резолюции закон указ статья номер قرار القرار قانون رقم"
    ).split()
)
_YEAR_AND_MONTH = re.compile(r"(?P<year>[0-9]{4})/(?P<month>[0-9]{2})")
#: Beside one of these 2010/11 are two years.
_SEASONS = frozenset(
    fold(word)
    for word in (
        "saison saisons season seasons championnat exercice championship сезон сезона сезоне сезоны чемпионат"
        " موسم الموسم بموسم للموسم"
    ).split()
)
# A day and a month, or a month and a day; with points the day is first by whoever writes it.
_EITHER_ORDER = re.compile(r"(?<!\d)0?([1-9]|1[0-2])([/-])0?([1-9]|1[0-2])\2\d{4}(?!\d)")


def date_in(pieces: Sequence[Piece], named: Container[int]) -> tuple[EdtfDate, set[int]] | None:
    """The first span of time or date that the words of a branch state, a year at the least, and the places of its
    words.

    None where it belongs to a name, whose places are given.
    """
    # No date goes on behind what is more than a word.
    words = _mere_words(pieces)
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    text = " ".join(words)
    dates = [(one.date, one.start, one.end) for one in find_dates(text) if _SIMPLE.fullmatch(one.date.text)]
    if _FOUR.search(text) and (period := find_period(text)):
        dates.insert(0, (period.date, period.start, period.end))
    unnamed = [word for at, word in enumerate(words) if at not in named]
    if len([word for word in unnamed if _FIGURE.search(word)]) == 1:
        years = [(fold(year[0]), year) for year in _FOUR_FIGURES.finditer(text)]
        dates += [
            (EdtfDate.parse(key), *_with_noun(text, *year.span()))
            for key, year in years
            if _YEAR.fullmatch(key)
        ]
    dates += [
        (EdtfDate.parse(month), starts[at], starts[at] + len(word))
        for at, word in enumerate(words)
        if (month := month_in_figures(word))
    ]
    for date, start, end in dates:
        places = {at for at in range(len(words)) if starts[at] < end and starts[at + 1] > start + 1}
        is_whole = text[start:end].strip() == " ".join(words[at] for at in sorted(places))
        if is_whole and not any(at in named for at in places):
            return date, places
    return None


def _with_noun(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a year begins and ends with its noun: «2017 года», «l’année 2017», «عام 2017»."""
    before, behind = _NOUN_BEFORE.search(text[:start]), _NOUN_BEHIND.match(text, end)
    return before.start() if before else start, behind.end() if behind else end


def _mere_words(pieces: Sequence[Piece]) -> list[str]:
    """The words of a branch, a bar in the place of what is more than a word."""
    return [piece.plain if piece.is_mere_word else "|" for piece in pieces]


def no_dates_in(pieces: Sequence[Piece]) -> list[tuple[str, ImpossibleDate]]:
    """The words of a branch that are written as a date and are none, each with what it would be."""
    text = " ".join(_mere_words(pieces))
    if not _FOUR.search(text):
        return []
    found = [(text[one.start : one.end], text[: one.start].split(), one) for one in find_impossible(text)]
    return [
        (surface, one)
        for surface, before, one in found
        if not (before and " " not in surface and fold(before[-1]) in _NUMBERED)
    ]


def dates_beside(
    pieces: Sequence[Piece], found: Sequence[Recognised], as_words: frozenset[str]
) -> list[Recognised]:
    """The date of a branch, for which texts of that date are asked too; none that the reader wants as mere words.

    A year alone is one with its noun, or beside other words: at their end, or as «en 2016» has it; a span of time is
    one anywhere, a long one beside other words that say something only: half of the archive is its answer, and one link
    filters by it. So it is of all that is before a year to come: there the year itself is asked for.
    """
    named = {at for one in found for at in range(one.start, one.end)}
    stated = date_in(pieces, named)
    if stated is None:
        return []
    date, places = stated
    start, end = min(places), max(places) + 1
    surface = " ".join(piece.plain for piece in pieces[start:end])
    if (
        fold(surface) in as_words
        or is_doubtful(surface)
        or (len(date.text) == 4 and not _is_a_year(pieces, start, end))
        or (_is_in_figures(surface) and _is_numbered(pieces, start))
        or _are_two_years(surface, pieces, start, end)
        or _is_to_come(date)
    ):
        return []
    read = RecognisedDate(surface, date, start, end)
    if len(read.tokens) <= MOST_ALONE:
        return [read]
    silent = {*places, *common_places(pieces, named | places)}
    is_alone = all(piece.is_excluded for at, piece in enumerate(pieces) if at not in silent)
    return [] if is_alone else [replace(read, years=years_dated())]


def _is_to_come(stated: EdtfDate) -> bool:
    """Whether it is all that is before a time to come."""
    is_open = stated.text.startswith("../")
    return is_open and stated.latest is not None and stated.latest >= calendar_date.today()


def is_doubtful(surface: str) -> bool:
    """Whether it is 3/4/2016, or has such: one of two days, for who writes the month first."""
    return any(either[1] != either[3] for either in _EITHER_ORDER.finditer(surface))


def _is_in_figures(surface: str) -> bool:
    """Whether it may be a number of something: 12/2012, 2018-2019."""
    return " " not in surface and (bool(month_in_figures(surface)) or len(_FOUR.findall(surface)) > 1)


def _is_a_year(pieces: Sequence[Piece], start: int, end: int) -> bool:
    if len(pieces) == 1:
        return False
    before, behind = pieces[max(0, start - 1) : start], pieces[end : end + 1]
    return not _is_numbered(pieces, start) and (
        end - start > 1
        or not behind
        or any(piece.plain.lower() in _BEFORE_A_YEAR for piece in before)
        or any(piece.plain.lower() in _BEHIND_A_YEAR for piece in behind)
    )


def _is_numbered(pieces: Sequence[Piece], start: int) -> bool:
    """Whether the word before is one of what has a number: «résolution 12/2012»."""
    return start > 0 and fold(pieces[start - 1].plain) in _NUMBERED


def _are_two_years(surface: str, pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether 2010/11 is a season, and no November."""
    found = _YEAR_AND_MONTH.fullmatch(surface)
    if found is None or int(found["month"]) != (int(found["year"]) + 1) % 100:
        return False
    beside = (*pieces[max(0, start - 1) : start], *pieces[end : end + 1])
    return any(fold(piece.word) in _SEASONS for piece in beside)
