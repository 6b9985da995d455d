"""Dates in the columns of a table, as people write them there: read into EDTF where a column leaves no doubt."""

import re
from collections.abc import Iterable
from typing import Literal

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate, EdtfError
from articles.ingest.encodings import Message
from articles.ingest.figure_dates import Way, find_figures, put, ways_of
from articles.months import WEEKDAY, WEEKDAY_ANY, weekday_number
from articles.written_dates import read_date

Order = Literal["day_first", "month_first", ""]
"""Which of the first two numbers of 03/05/2014 is the day; "" where nothing says so."""

_MOST = 60
"""Characters of the longest date with its time, or of two of them."""
_WEEKDAY = re.compile(rf"(?<![^\W_])({WEEKDAY})", re.IGNORECASE)
# Short, it is a weekday only before the first number: «3 mar 2016» is in March.
_WEEKDAY_FIRST = re.compile(
    rf"\D*?(?<![^\W_])({WEEKDAY_ANY})[^\S\n]*[,،]?[^\S\n]*(?:(?:le|the)[^\S\n]+)?(?=\d)", re.IGNORECASE
)
# What begins a span of which no end is told («from 15/11/2016», «– 15/11/2016»): no day.
_OPEN = re.compile(r"[\s\"'“«(\[]*(?:[<>–—-]|(?:from|с|من)(?![^\W_]))", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}\s?[:h]\s?(?:\d{2})?(?::\d{2})?", re.IGNORECASE)


def order_of(cells: Iterable[str]) -> Order:
    """What the whole column says: some second number is no month and no first one is, or the other way round.

    A weekday that only one of two days is says it as well; a date with points says nothing of those without.
    """
    says: set[Way] = set()
    for cell in cells:
        figures = find_figures(cell) if len(cell) <= _MOST else []
        figures = [one for one in figures if one.mark != "." or max(one.first, one.second) > 12]
        if all(one.may_be_two and one.weekday is None for one in figures):
            continue
        ways = ways_of(figures)
        if len(ways) == 1:
            says.update(ways)
        if len(says) == 2:
            return ""
    return says.pop() if says else ""


def read_cell(cell: str, order: Order) -> tuple[str, Message | None]:
    """(the date in EDTF, what a person is to know of it); a cell that cannot be read stays as it is.

    Any form that `read_date` knows may stand in it, and nothing else; of two days it is the one that the cell itself
    says, by the other end of its interval or by its weekday, or else the `order` of its column.
    """
    try:
        return EdtfDate.parse(cell).text, None
    except EdtfError:
        pass
    figures = find_figures(cell) if len(cell) <= _MOST else []
    possible = ways_of(figures)
    ways = [way for way in possible if order in ("", way)]
    dates = {_read(text) for text in {put(cell, figures, way) for way in ways}}
    if len(dates) != 1 or not (date := dates.pop()):
        return cell, None
    if len(possible) == len(ways) or not any(one.may_be_two for one in figures):
        return date, None
    message = (
        _("The date “{text}” was read as {date}: in other dates of its column the day stands first.")
        if order == "day_first"
        else _("The date “{text}” was read as {date}: in other dates of its column the month stands first.")
    )
    return date, format_lazy(message, text=cell, date=date)


def _read(text: str) -> str:
    """The date in EDTF that fills a text whole and is the weekday it names; "" where there is none."""
    found = read_date(text) if len(text) <= 2 * _MOST else None
    if found is None or text[found.end :].strip(" .)]"):
        return ""
    date = found.date
    named = _WEEKDAY.search(text) if found.rule == "month_day_year" else _WEEKDAY_FIRST.match(text)
    if date.precision != "interval" and _OPEN.match(text):
        return ""
    if named and date.precision == "day" and date.earliest:
        return date.text if weekday_number(named[1].rstrip(".")) == date.earliest.weekday() else ""
    return date.text


def in_doubt(cell: str) -> Message | None:
    """How to mend a date that may be two days; None where it is not that which is wrong with it."""
    days = days_in_doubt(cell)
    if days is None:
        return None
    message = _(
        "“{text}” may be {first} or {second}, and no other date of the column says which: write the one that is meant."
    )
    return format_lazy(message, text=cell, first=days[0], second=days[1])


def days_in_doubt(cell: str) -> tuple[str, str] | None:
    """(day first, month first) of a cell with dates in figures that may be either; None where they are one only.

    Both in EDTF where the whole cell is a date or an interval. Where it is not, its one date, or the cell with its
    dates in EDTF: an interval is never told as a day.
    """
    figures = find_figures(cell)
    if not any(one.may_be_two for one in figures) or len(ways_of(figures, by_weekday=False)) != 2:
        return None
    if len(figures) == 1 and _OPEN.match(cell):
        return None
    first, second = _read(put(cell, figures, "day_first")), _read(put(cell, figures, "month_first"))
    if first and second:
        return first, second
    if len(figures) > 1:
        iso = "%Y-%m-%d"
        return put(cell, figures, "day_first", iso).strip(), put(cell, figures, "month_first", iso).strip()
    one = figures[0]
    # Another number beside it may be the other end: 5-6/11/2016.
    if any(letter.isdigit() for letter in _CLOCK.sub("", cell[: one.start] + " " + cell[one.end :])):
        return None
    return str(one.day("day_first")), str(one.day("month_first"))
