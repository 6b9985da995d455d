"""What is written as a date in a query or a field, and is none: «31 février 2017», 2016-13, 32.01.2020; and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.dates import EdtfDate, EdtfError
from articles.months import DAY_END, MONTH, YEAR, month_number
from articles.periods import find_period


@dataclass(frozen=True, slots=True)
class ImpossibleDate:
    """The words `text[start:end]` that no calendar has; `edtf` is what they would be."""

    edtf: str
    start: int
    end: int

    @property
    def reason(self) -> str:
        """Why it is none, in the active language."""
        try:
            EdtfDate.parse(self.edtf)
        except EdtfError as error:
            return str(error)
        return ""


_BEFORE, _BEHIND = r"(?<![^\s(])", r"(?![^\s),;:!?.]|[.,:]\d)"
_YEAR = rf"(?P<year>{YEAR})"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}{pattern}{_BEHIND}", re.IGNORECASE)


_YEAR_FIRST = _compile(rf"{_YEAR}([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)")
_IN_FIGURES = _compile(rf"(?P<first>\d\d?)([-/.])(?P<second>\d\d?)\2{_YEAR}")
# Up to 31 it may be meant for a month; 2016-1460 and 2016-41 are numbers of laws.
_MONTH_OF_YEAR = _compile(rf"{_YEAR}[-/](?P<month>00|1[3-9]|2\d|3[01])")
_MONTH_FIRST = _compile(rf"(?P<month>00|1[3-9]|2\d|3[01])/{_YEAR}")
_NAMED = _compile(rf"(?P<day>\d\d?){DAY_END}\s(?:(?:de|of|من)\s)?(?P<name>{MONTH})[,،]?\s{_YEAR}")
_NAMED_FIRST = _compile(rf"(?P<name>{MONTH})\s(?P<day>\d\d?){DAY_END}[,،]?\s{_YEAR}")


def find_impossible(text: str) -> list[ImpossibleDate]:
    """Every one in a text, in order; words are parted by single blanks.

    What may be two years (2018-19) is none of them, nor what is a date in either order of its numbers.
    """
    found = [
        ImpossibleDate(edtf, *match.span())
        for match, edtf in _candidates(text)
        if EdtfDate.parse_or_none(edtf) is None and find_period(match[0]) is None
    ]
    return sorted(found, key=lambda one: one.start)


def _candidates(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """What has the form of a date, and the date that it would be."""
    for one in _YEAR_FIRST.finditer(text):
        yield one, _edtf(one["year"], one["month"], one["day"])
    for one in _IN_FIGURES.finditer(text):
        day, month = one["first"], one["second"]
        if int(month) > 12 >= int(day):
            day, month = month, day  # the second number is the month unless it cannot be one
        yield one, _edtf(one["year"], month, day)
    for pattern in (_MONTH_OF_YEAR, _MONTH_FIRST):
        for one in pattern.finditer(text):
            yield one, f"{one['year']}-{one['month']}"
    for pattern in (_NAMED, _NAMED_FIRST):
        for one in pattern.finditer(text):
            yield one, _edtf(one["year"], str(month_number(one["name"])), one["day"])


def _edtf(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"
