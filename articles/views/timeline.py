"""Counts by year as bars over time, each with the address of the texts it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote_plus, urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language, gettext

from articles.dates import EdtfDate
from articles.facet_codes import FacetCounts, Flag
from articles.months import SHORT

#: So many bars at most can each be hit with a finger: a longer span is drawn by five or by ten years.
MOST_BARS = 26
#: What lies beyond so many years, where most texts are, stands in one bar before and one behind.
LONGEST = 10 * (MOST_BARS - 1)
#: About as many bars get their label written below them.
LABELS = 8
#: The lowest bar that can be seen and hit, in hundredths of the highest.
LOWEST = 3

_REPLACED = ("date_from", "date_to", "undated", "page", "after")


@dataclass(slots=True)  # not frozen: a page makes many
class Bar:
    """One bar: `height` and `top` in hundredths, `address` empty where nothing is counted.

    `mark` is what stands below it; a landmark keeps it where there is room for half of them only. Below the first
    of the months stands the `year` too. A bar counts what is dated within it, also roughly; `is_least` where its list
    may have more: texts dated more vaguely are possible there. The one of all that is dated centuries before the others
    `is_before` them, at their other end.
    """

    label: str
    count: int
    height: int
    address: str
    is_labelled: bool = True
    is_landmark: bool = True
    is_undated: bool = False
    is_before: bool = False
    first_year: int | None = None
    is_least: bool = False
    month: str = ""
    year: str = ""

    @property
    def mark(self) -> str:
        """The label, of several years the first, of a month its short name."""
        return self.month or (self.label if self.first_year is None else str(self.first_year))

    @property
    def top(self) -> int:
        """Where it begins, from above."""
        return 100 - self.height


def timeline_of(counts: FacetCounts, parameters: QueryDict | None = None) -> list[Bar]:
    """Bars for the years of what is counted, or, where all lies in one year, for its months.

    Behind them one each for dates of more than a year, or of the whole year among months, and for what has none.
    """
    years = counts.by_year
    undated, spans = counts.of_flag(Flag.UNDATED), counts.of_flag(Flag.SPAN)
    if len(years) == 1 and not undated and not spans:
        (year,) = years
        return _months(year, counts.by_month(year), parameters)
    return timeline({None: undated} | years, parameters, spans=spans)


def _months(year: int, months: Mapping[int, int], parameters: QueryDict | None) -> list[Bar]:
    """Twelve bars, and one for what is dated to the year alone."""
    highest = max(months.values(), default=0)
    narrowing = _Narrowing(parameters)
    unknown = months.get(0, 0)
    language = get_language() or "en"
    names = SHORT.get(language[:2], SHORT["en"])
    bars = [
        Bar(
            label=_month_named(text, language),
            count=months.get(month, 0),
            height=_height(months.get(month, 0), highest),
            address=narrowing.to(text, text) if month in months else "",
            is_landmark=month % 3 == 1,
            is_least=bool(unknown) and month in months,
            month=names[month - 1],
            year=str(year) if month == 1 else "",
        )
        for month, text in ((month, f"{year:04}-{month:02}") for month in range(1, 13))
    ]
    if unknown:
        height = _height(unknown, highest)
        bars.append(Bar(gettext("month unknown"), unknown, height, "", is_undated=True))
    return bars


def timeline(
    years: Mapping[int | None, int], parameters: QueryDict | None = None, *, spans: int = 0
) -> list[Bar]:
    """Bars for every year (or five, or ten) from the first to the last, then one for what has no date.

    A text dated centuries from the others, by mistake or not, must not make them too thin to see: it is counted in a
    bar before or behind theirs. `parameters` are those of the list the counts belong to; each address narrows them to
    its span.
    """
    every_year = {year: count for year, count in years.items() if year is not None}
    dated = _where_most_are(every_year)
    step = _step(dated)
    narrowing = _Narrowing(parameters)
    starts = range(min(dated) - min(dated) % step, max(dated) + 1, step) if dated else range(0)
    steps: dict[int, int] = {}
    before: dict[int, int] = {}
    behind: dict[int, int] = {}
    for year, count in every_year.items():
        if year < starts[0]:
            before[year] = count
        elif year >= starts[-1] + step:
            behind[year] = count
        else:
            steps[year - year % step] = steps.get(year - year % step, 0) + count
    undated = years.get(None, 0)
    highest = max([*steps.values(), sum(before.values()), sum(behind.values()), undated, spans], default=0)
    every = -(-len(starts) // LABELS) or 1
    bars = [
        Bar(
            label=_year(start) if step == 1 else f"{_year(start)}–{_year(start + step - 1)}",
            count=steps.get(start, 0),
            height=_height(steps.get(start, 0), highest),
            address=narrowing.to(_year(start), _year(start + step - 1)) if start in steps else "",
            is_labelled=place % every == 0,
            is_landmark=place % (2 * every) == 0,
            first_year=start,
            is_least=bool(spans) and start in steps,
        )
        for place, start in enumerate(starts)
    ]
    if before:
        label = gettext("before %(year)s") % {"year": _year(starts[0])}
        bars.insert(
            0, replace(_beyond(before, label, highest, narrowing, is_least=bool(spans)), is_before=True)
        )
    if behind:
        label = gettext("after %(year)s") % {"year": _year(starts[-1] + step - 1)}
        bars.append(_beyond(behind, label, highest, narrowing, is_least=bool(spans)))
    if spans:
        bars.append(Bar(gettext("several years"), spans, _height(spans, highest), "", is_undated=True))
    if undated:
        height, address = _height(undated, highest), narrowing.to_undated()
        bars.append(Bar(gettext("undated"), undated, height, address, is_undated=True))
    return bars


def _beyond(
    years: Mapping[int, int], label: str, highest: int, narrowing: _Narrowing, *, is_least: bool
) -> Bar:
    """The bar for all years far before the others, or behind them."""
    count, address = sum(years.values()), narrowing.to(_year(min(years)), _year(max(years)))
    return Bar(label, count, _height(count, highest), address, is_undated=True, is_least=is_least)


def _where_most_are(years: Mapping[int, int]) -> Mapping[int, int]:
    """The years of the `LONGEST` span, or less, that has the most texts; of two such the later."""
    if not years or max(years) - min(years) < LONGEST:
        return years
    in_order = sorted(years)
    most, found = 0, range(0)
    begin, count = 0, 0
    for end, year in enumerate(in_order):
        count += years[year]
        while year - in_order[begin] >= LONGEST:
            count -= years[in_order[begin]]
            begin += 1
        if count >= most:
            most, found = count, range(begin, end + 1)
    return {in_order[place]: years[in_order[place]] for place in found}


def _year(year: int) -> str:
    """A year as an address has it."""
    return f"{year:04}"


def _step(years: Mapping[int, int]) -> int:
    """How many years a bar stands for: 1, 5 or 10."""
    length = max(years) - min(years) if years else 0
    return 1 if length < MOST_BARS else 5 if length < 4 * MOST_BARS else 10


@dataclass(slots=True)  # not frozen: a page makes many
class DateLink:
    """A year or a month, how many texts are dated within it, and the address of the list narrowed to it.

    `is_least` where that may have more, dated more vaguely and so possible in it.
    """

    label: str
    count: int
    address: str
    is_least: bool = False


def date_links(counts: FacetCounts, parameters: QueryDict) -> list[DateLink]:
    """The years of what is counted, the newest first, or, where all lies in one year, its months."""
    years = counts.by_year
    narrowing = _Narrowing(parameters)
    has_spans = counts.of_flag(Flag.SPAN) > 0
    if len(years) > 1:
        return [
            DateLink(_year(year), count, narrowing.to(_year(year), _year(year)), has_spans)
            for year, count in sorted(years.items(), reverse=True)
        ]
    language = get_language() or "en"
    links = []
    for year in years:
        months = counts.by_month(year)
        for month, count in sorted(months.items(), reverse=True):
            if month:
                text = f"{year:04}-{month:02}"
                label = _month_named(text, language)
                links.append(DateLink(label, count, narrowing.to(text, text), has_spans or 0 in months))
    return links


def _month_named(text: str, language: str) -> str:
    """A month of a year in words."""
    return EdtfDate.parse(text).format(language)


def _height(count: int, highest: int) -> int:
    return max(LOWEST, round(100 * count / highest)) if count else 0


class _Narrowing:
    """The list with these parameters, narrowed to one or another span of dates."""

    def __init__(self, parameters: QueryDict | None) -> None:
        asked = parameters if parameters is not None else QueryDict()
        kept = [(name, one) for name, values in asked.lists() for one in values if name not in _REPLACED]
        self._start, self._end = asked.get("date_from", ""), asked.get("date_to", "")
        self._list = f"{reverse('articles:article-list')}?{urlencode(kept)}{'&' if kept else ''}"

    def to(self, start: object, end: object) -> str:
        """Its address for the span from one year, month or day to another, no wider than the one already asked for."""
        first, last = self._within(str(start), str(end))
        return f"{self._list}date_from={quote_plus(first)}&date_to={quote_plus(last)}"

    def to_undated(self) -> str:
        """Its address for what has no date."""
        return f"{self._list}undated=1"

    def _within(self, start: str, end: str) -> tuple[str, str]:
        """The span within the one asked for; as it is where they have no day in common."""
        if not self._start and not self._end:
            return start, end
        first = max(start, self._start or start, key=_first_day)
        last = min(end, self._end or end, key=_last_day)
        return (first, last) if _first_day(first) <= _last_day(last) else (start, end)


def _first_day(text: str) -> date:
    """The first day of a date that was asked for; the first of all where it cannot be read."""
    read = EdtfDate.parse_or_none(text)
    return (read and read.earliest) or date.min


def _last_day(text: str) -> date:
    read = EdtfDate.parse_or_none(text)
    return (read and read.latest) or date.max
