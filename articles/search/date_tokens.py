"""By what tokens the index knows the texts that are certainly of a day, a month, a year, or of a span of these."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from articles.dates import EdtfDate

#: No text is of before; nor, but by a slip, is one of a decade that has not begun.
FIRST_YEAR = 1000
#: Years that begin alike are asked for by what they begin with, but for those that most texts are of: for «~d201*» the
#: index gathers all texts of ten years, thrice, by their days, months and years, whatever else is asked.
_TOGETHER, _ONE_BY_ONE = ((100, 2), (10, 3)), 1900


def tokens_of(stated: EdtfDate, years: tuple[int, int] | None = None) -> list[str]:
    """The tokens of which any is that of a text so dated, each once, the last first; what ends in an asterisk begins
    others.

    Of a span those of the `years` from the first to the last of which there are texts, where that is known.
    PostgreSQL asks for one behind the other until one is found, and archives have more of late years than of early
    ones.
    """
    if stated.precision != "interval":
        return [f"~d{stated.text}"]
    first = stated.earliest or date(FIRST_YEAR, 1, 1)
    last = stated.latest or date(max(date.today().year + 1, first.year) // 10 * 10 + 9, 12, 31)
    if years:
        first, last = max(first, date(years[0], 1, 1)), min(last, date(years[1], 12, 31))
    return [*_covering(first, last)][::-1]


def quoted(token: str) -> str:
    """A token as PostgreSQL is asked for it: one that ends in an asterisk for all that begin so."""
    return f"'{token.removesuffix('*')}':*" if token.endswith("*") else f"'{token}'"


def _covering(first: date, last: date) -> Iterator[str]:
    """The longest spans that begin on a day and end by the last one, one behind the other."""
    while first <= last:
        token, behind = next(
            (token, behind) for token, behind in _beginning_on(first) if behind - timedelta(1) <= last
        )
        yield token
        first = behind


def _beginning_on(day: date) -> Iterator[tuple[str, date]]:
    """The spans that begin on a day, and the day behind each; the longest first."""
    if (day.month, day.day) == (1, 1):
        for years, figures in _TOGETHER:
            if day.year % years == 0 and day.year + years <= _ONE_BY_ONE:
                yield f"~d{str(day.year)[:figures]}*", date(day.year + years, 1, 1)
        yield f"~d{day.year}", date(day.year + 1, 1, 1)
    if day.day == 1:
        yield f"~d{day:%Y-%m}", date(day.year + day.month // 12, day.month % 12 + 1, 1)
    yield f"~d{day.isoformat()}", day + timedelta(1)
