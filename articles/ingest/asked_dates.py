"""A year, a month or a day as people write them in a field, brought to the form of the contract."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate
from articles.impossible_dates import find_impossible
from articles.ingest.column_dates import Order, days_in_doubt, read_cell
from articles.ingest.figure_dates import find_figures, put, ways_of
from articles.months import with_months
from articles.periods import find_period

#: The code of the error for what may be two days.
DOUBTFUL = "doubtful"

# Of the ways to read figures the day first is the first one, the month first the last.
_CHOSEN = {None: slice(None), True: slice(1), False: slice(-1, None)}
_PARTIAL_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
# Marks that turn the direction of writing come along with what is copied; nobody sees them.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


def in_plain_digits(text: str) -> str:
    """The text without marks that cannot be seen, its digits those of ASCII."""
    seen = _UNSEEN.sub("", text)
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in seen)


def dates_meant(text: str, *, day_first: bool | None) -> list[EdtfDate]:
    """The date, or span of time, that words with days in figures are to a reader: of two the one in his order, both
    where `day_first` is None.

    None where they are something else as well. What a weekday says is obeyed.
    """
    figures = find_figures(text)
    ways = ways_of(figures)
    written = (put(text, figures, way, "%Y-%m-%d") for way in ways[_CHOSEN[day_first]])
    return [date for one in written if (date := _stated(one))]


def _stated(text: str) -> EdtfDate | None:
    """The date, or the span of time, that fills a text."""
    period = find_period(text)
    if period and (period.start, period.end) == (0, len(text)):
        return period.date
    return EdtfDate.parse_or_none(text)


def partial_date(text: str, *, day_first: bool | None) -> str:
    """What a reader wrote, in the form of the contract: 15/03/2016, «15 mars 2016», «март 2016» as well.

    `day_first` says whether of 03/04/2016 the first number is the day; None that either may be, as in English: then it
    is refused with both days, for a list of the wrong month looks like a right one.
    """
    plain = in_plain_digits(text)
    if _PARTIAL_DATE.fullmatch(plain):
        return plain
    written = with_months(plain)
    days = days_in_doubt(written)
    if days and day_first is None and all(map(_PARTIAL_DATE.fullmatch, days)):
        first, second = (EdtfDate.parse(day) for day in days)
        language = get_language() or "en"
        raise ValidationError(
            _("“%(text)s” may be %(first)s or %(second)s: write %(first_form)s or %(second_form)s."),
            code=DOUBTFUL,
            params={
                "text": text[:40],
                "first": first.format(language),
                "second": second.format(language),
                "first_form": first,
                "second_form": second,
            },
        )
    order: Order = "month_first" if day_first is False else "day_first"
    read, _remark = read_cell(written, order if days else "")
    if not _PARTIAL_DATE.fullmatch(read):
        one_line = " ".join(plain.split())
        if (none := find_impossible(one_line)) and (none[0].start, none[0].end) == (0, len(one_line)):
            raise ValidationError(none[0].reason)
        raise ValidationError(_("Write a year, a month or a day: 2016, 2016-12 or 2016-12-15."))
    return read
