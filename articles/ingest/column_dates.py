"""Dates in the columns of a table, as people write them there: read into EDTF where a column leaves no doubt."""

import re
from collections.abc import Iterable
from typing import Literal

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate, EdtfError
from articles.ingest.encodings import Message
from articles.written_dates import read_date

Order = Literal["day_first", "month_first", ""]
"""Which of the first two numbers of 03/05/2014 is the day; "" where nothing says so."""

_FIGURES = re.compile(r"\s*(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d/-])(?P<rest>.*)", re.DOTALL)
_MOST = 60
"""Characters of the longest date with its time."""


def order_of(cells: Iterable[str]) -> Order:
    """What the whole column says: some second number is no month and no first one is, or the other way round."""
    says: set[Order] = set()
    for cell in cells:
        figures = _FIGURES.match(cell) if len(cell) <= _MOST else None
        if figures is None:
            continue
        first, second = int(figures[1]), int(figures[3])
        if first > 12 >= second:
            says.add("day_first")
        elif second > 12 >= first:
            says.add("month_first")
        if len(says) == 2:
            return ""
    return says.pop() if says else ""


def both_days(cell: str) -> tuple[str, str] | None:
    """(day first, month first) in EDTF of a date in figures that may be either; None where it is one day only.

    With points between its numbers a date is written day first by whoever writes it.
    """
    figures = _FIGURES.match(cell)
    if figures is None or figures[2] == ".":
        return None
    first, second, year = int(figures[1]), int(figures[3]), int(figures[4])
    if first == second or not (1 <= first <= 12 and 1 <= second <= 12):
        return None
    return f"{year:04}-{second:02}-{first:02}", f"{year:04}-{first:02}-{second:02}"


def read_cell(cell: str, order: Order) -> tuple[str, Message | None]:
    """(the date in EDTF, what a person is to know of it); a cell that cannot be read stays as it is.

    Any form that `read_date` knows may stand in it, and nothing else; of two days it is the one that the `order` of
    its column says.
    """
    try:
        return EdtfDate.parse(cell).text, None
    except EdtfError:
        pass
    found = read_date(cell) if len(cell) <= _MOST else None
    if found is None or cell[found.end :].strip(" .)]"):
        return cell, None
    days = both_days(cell)
    if days is None:
        by_points = order == "month_first" and found.rule == "day_first_assumed"
        return (cell if by_points else found.date.text), None
    if not order:
        return cell, None
    date = days[0] if order == "day_first" else days[1]
    message = (
        _("The date “{text}” was read as {date}: in other dates of its column the day stands first.")
        if order == "day_first"
        else _("The date “{text}” was read as {date}: in other dates of its column the month stands first.")
    )
    return date, format_lazy(message, text=cell, date=date)


def in_doubt(cell: str) -> Message | None:
    """How to mend a date that may be two days; None where it is not that which is wrong with it."""
    days = both_days(cell)
    if days is None:
        return None
    message = _(
        "“{text}” may be {first} or {second}, and no other date of the column says which: write the one that is meant."
    )
    return format_lazy(message, text=cell, first=days[0], second=days[1])
