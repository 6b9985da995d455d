"""Dates in figures, of which either of the first two numbers may be the month: 05/11/2016 is two days (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from articles.months import WEEKDAY_ANY, weekday_number

Way = Literal["day_first", "month_first"]
"""Which of the first two numbers is the day."""
WAYS: tuple[Way, Way] = ("day_first", "month_first")

# A date that begins with its year is passed over whole: its end is no date of its own.
_FIGURES = re.compile(
    r"(?<!\d)(?:\d{4}([./-])\d{1,2}\1\d{1,2}(?!\d)"
    r"|(?P<first>\d{1,2})\s?(?P<mark>[./-])\s?(?P<second>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4})(?!\d))"
)
_WEEKDAY_BEFORE = re.compile(
    rf"(?<![^\W_])(?P<weekday>{WEEKDAY_ANY})[^\S\n]*[,،]?[^\S\n]*(?:(?:le|the)[^\S\n]+)?$", re.IGNORECASE
)
_WEEKDAY_REACH = 30
"""Characters in which a weekday stands before its date."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A date in figures at text[start:end], its weekday included; `weekday` is 0 for Monday, None without one."""

    start: int
    end: int
    first: int
    second: int
    year: int
    mark: str
    weekday: int | None

    @property
    def may_be_two(self) -> bool:
        """Whether its numbers are two days; with points between them a date is day first by whoever writes it."""
        return self.mark != "." and self.first != self.second and max(self.first, self.second) <= 12

    def day(self, way: Way) -> date | None:
        """The day it is in that order; None where the calendar has none, or a date is not written so."""
        day, month = (self.first, self.second) if way == "day_first" else (self.second, self.first)
        if way == "month_first" and self.mark == "." and self.second <= 12 and self.first != self.second:
            return None
        try:
            return date(self.year, month, day)
        except ValueError:
            return None


def find_figures(text: str) -> list[Figures]:
    """Every date in figures in a text, in order."""
    return [_figures(match) for match in _FIGURES.finditer(text) if match["first"]]


def _figures(match: re.Match[str]) -> Figures:
    text, start = match.string, match.start()
    before = text[max(0, start - _WEEKDAY_REACH) : start]
    named = _WEEKDAY_BEFORE.search(before) if before.strip() else None
    return Figures(
        start - (len(before) - named.start() if named else 0),
        match.end(),
        int(match["first"]),
        int(match["second"]),
        int(match["year"]),
        match["mark"],
        weekday_number(named["weekday"].rstrip(".")) if named else None,
    )


def ways_of(figures: Sequence[Figures], *, by_weekday: bool = True) -> list[Way]:
    """The orders in which all these dates, which stand together, are days, and those of their weekdays."""

    def is_so(one: Figures, way: Way) -> bool:
        day = one.day(way)
        return day is not None and (not by_weekday or one.weekday in (None, day.weekday()))

    return [way for way in WAYS if all(is_so(one, way) for one in figures)]


def put(text: str, figures: Sequence[Figures], way: Way, form: str = "%d.%m.%Y") -> str:
    """The text with its dates, of which each is a day in that order, in another form: that of one meaning."""
    parts, end = [], 0
    for one in figures:
        if day := one.day(way):
            # The year apart: strftime does not fill it up to four digits everywhere.
            parts += [text[end : one.start], day.strftime(form.replace("%Y", f"{day.year:04}"))]
            end = one.end
    return "".join([*parts, text[end:]])
