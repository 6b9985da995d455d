"""What a bibliography can say of an archival date: the year, month and day that hold for sure, the rest in words."""

from __future__ import annotations

from django.utils.translation import get_language

from articles.dates import EdtfDate

#: Year; year and month; year, month and day; or nothing.
Parts = tuple[int, ...]


def certain_parts(date: EdtfDate | None) -> Parts:
    """The closest year, month or day that holds every day the date may mean; empty for none or an open one.

    `2016-12` gives (2016, 12) and never a day; one of two days of a month gives that month.
    """
    if date is None or date.earliest is None or date.latest is None:
        return ()
    first, last = date.earliest, date.latest
    if first == last:
        return (first.year, first.month, first.day)
    if (first.year, first.month) == (last.year, last.month):
        return (first.year, first.month)
    return (first.year,) if first.year == last.year else ()


def is_said_by_parts(date: EdtfDate | None) -> bool:
    """Whether year, month and day say all there is to say: neither about, nor doubtful, nor between two."""
    if date is None:
        return True
    return date.precision in ("day", "month", "year") and not date.is_approximate and not date.is_uncertain


def in_words(date: EdtfDate) -> str:
    """The date in the interface language, with its EDTF: about December 2016 (EDTF 2016-12~)."""
    return f"{date.format(get_language() or 'en')} (EDTF {date.text})"
