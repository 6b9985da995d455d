"""Spans of time as people ask for them, in French, English, Russian and Arabic: «depuis 2018», «с 2014 по 2016 год»."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from articles.dates import EdtfDate
from articles.months import MONTH, YEAR, month_number, with_months
from articles.written_dates import find_dates


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """A span of time in a text: `text[start:end]` is the whole expression; `date` is an interval, perhaps open."""

    date: EdtfDate
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Point:
    """A day, a month or a year of a text: its EDTF, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_year(self) -> bool:
        return len(self.text) == 4


#: So many years are written in short: 2016-41 is the number of a law.
_MOST_YEARS = 10


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_YEARS = re.compile(rf"(?<![^\sو])(?P<first>{YEAR})(?:[-–—/]|\.\.)(?P<last>{YEAR}|\d\d)(?!\S)")
_MONTHS_OR_DAYS = re.compile(
    rf"(?<!\S)(?P<first>{YEAR}-\d\d(?P<day>-\d\d)?)\.\.(?P<last>{YEAR}-\d\d(?(day)-\d\d))(?!\S)"
)
_LONE_YEAR = re.compile(rf"(?<![^\sو]){YEAR}(?!\S)")
# A month in figures, the year first or last: texts do not write it so, who asks for it does; 6.2012 is a number.
_FIGURES_OF_MONTH = re.compile(
    rf"(?<!\S)(?:(?P<year>{YEAR})[-/.](?P<month>0[1-9]|1[0-2])"
    rf"|(?P<month2>0[1-9]|1[0-2]|[1-9](?=/))[-/.](?P<year2>{YEAR}))(?!\S)"
)
_SIMPLE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_APOSTROPHE = "['’ʼ‘`´]"

#: What may stand right before a date and says nothing more: the year, the beginning of.
_THE = (
    rf"(?:(?:le|la|the|l{_APOSTROPHE}an(?:née)?|(?:les\s)?années|years?|год[аы]?"
    rf"|عام|العام|سنة|عامي|سنتي|شهر)\s|l{_APOSTROPHE})*"
)
_BEHIND = r"(?:\s(?:год(?:[ауы]|ов|ами|ах|ом)?|гг?\.?|م)(?!\S))?"
_FROM = (
    rf"(?<!\S)(?:(?:from|since|between|entre|depuis|dès|de|du|d(?={_APOSTROPHE})|со?|между|من|منذ|بين)"
    rf"(?:\s|{_APOSTROPHE}))?{_THE}$"
)
_BETWEEN = rf"(?<!\S)(?:between|entre|между|بين)\s{_THE}$"
_TO = (
    rf"(?:\s?[-–—]\s?|\s(?:à|au|to|till|until|through|jusqu{_APOSTROPHE}(?:en|à|au)"
    rf"|по|до|إلى|الى|حتى)\s(?:à\s)?{_THE})"
)
_AND = rf"\s(?:(?:et|and|и)\s|و\s?){_THE}"
_NOW = (
    rf"\s(?:onwards?|(?:to|till|until)\s(?:now|date|today|the\spresent)|(?:à|jusqu{_APOSTROPHE}à)\s"
    rf"(?:aujourd{_APOSTROPHE}hui|présent|maintenant|ce\sjour|nos\sjours)"
    r"|(?:по|до)\s(?:настоящее\sвремя|сегодня(?:шний\sдень)?|сих\sпор|сей\sдень|нын(?:е|ешний\sдень)|наши\sдни)|(?:حتى|إلى)\s(?:الآن|اليوم))(?!\S)"
)
_SINCE = (
    rf"(?<!\S)(?:since|depuis|dès|(?:à\spartir|à\scompter)\s(?:de|du|d(?={_APOSTROPHE}))|starting\s(?:from|in)|начиная\sсо?|со?"
    rf"|منذ|ابتداءً?\sمن|اعتبارًا?\sمن)(?:\s|{_APOSTROPHE}){_THE}"
    rf"(?:(?:(?:le\s)?début(?:\s(?:de|du))?|(?:the\s)?beginning\sof|начала|بداية)\s{_THE})?$"
)
_BEFORE = rf"(?<!\S)(?:before|prior\sto|avant|до|قبل)\s{_THE}$"
_UNTIL = rf"(?<!\S)(?:until|till|up\sto|jusqu{_APOSTROPHE}(?:en|à|au)|по|حتى)\s{_THE}$"
#: «По сравнению с 2015 годом» is compared, «по 2016 году» is about it: since and until have other cases.
_OTHER_CASE = r"\s(?:год(?:у|ом|ам|ами|ах))(?!\S)"
_COMPARED = r"сравнени[юи]\sсо?\s$"
#: Of so much there may be that many: «до 1950 человек», “up to 1650 people”.
_UP_TO = rf"(?<!\S)(?:up\sto|jusqu{_APOSTROPHE}à|до)\s$"
_AFTER = rf"(?<!\S)(?:after|après|после|بعد)\s{_THE}$"
_PARTLY = rf"(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s)?(?P<month>{MONTH})(?:{_TO}|(?P<and>{_AND}))$"

_from, _between, _since, _before, _until, _after = map(
    _compile, (_FROM, _BETWEEN, _SINCE, _BEFORE, _UNTIL, _AFTER)
)
_to, _and, _now, _behind, _partly = map(
    _compile, (rf"{_BEHIND}{_TO}", rf"{_BEHIND}{_AND}", _BEHIND + _NOW, _BEHIND, rf"(?<!\S){_PARTLY}")
)
_other_case, _compared, _up_to = map(_compile, (_OTHER_CASE, _COMPARED, _UP_TO))


def find_period(text: str) -> WrittenPeriod | None:
    """The first span of time between dates with a year, or open at one end; none that ends before it begins.

    Words are parted by single blanks. What is before 2016 ends with 2015, what is after 2019 begins with 2020; until
    2016 is all of it. Of «до 2000 человек» nobody knows that it is a year.
    """
    text = with_months(text)
    written = find_dates(text)
    spans = [(one.date.text, one.start, one.end) for one in written if one.date.precision == "interval"]
    points = _points(text, [(one.date.text, one.start, one.end) for one in written])
    found = [
        *_years_joined(text),
        *(_whole(text, *span) for span in spans if all(map(_SIMPLE.fullmatch, span[0].split("/")))),
        *_between_points(text, points),
        *(period for point in points for period in _at_point(text, point)),
    ]
    periods = [period for period in found if period]
    # Of those that begin together the longest: «с 2014 по 2016» is not only since.
    first = min(periods, key=lambda one: (one.start, -one.end), default=None)
    behind = [one for one in periods if first and text[first.end : one.start] == " "]
    return (first and next(filter(None, (_closed(first, one) for one in behind)), first)) or None


def _closed(first: WrittenPeriod, second: WrittenPeriod) -> WrittenPeriod | None:
    """Since 2014 before 2016: one span, where each of two that stand side by side is open at another end."""
    start, _slash, end = first.date.text.partition("/")
    if start != ".." and end != "..":
        return None
    other_start, _slash, other_end = second.date.text.partition("/")
    ends = (start, other_end) if end == ".." else (other_start, end)
    return None if ".." in ends else _period("/".join(ends), first.start, second.end)


def month_in_figures(word: str) -> str:
    """2012-12 for that, 2012/12, 12/2012 and 12.2012 (6.2012 is a number); "" for all else."""
    found = _FIGURES_OF_MONTH.fullmatch(word)
    if found is None:
        return ""
    return f"{found['year'] or found['year2']}-{int(found['month'] or found['month2']):02}"


def _points(text: str, written: Sequence[tuple[str, int, int]]) -> list[_Point]:
    """Every day, month and year of a text, in order, each place once."""
    points = [_Point(*one) for one in written if _SIMPLE.fullmatch(one[0])]
    points += [_Point(month_in_figures(one[0]), *one.span()) for one in _FIGURES_OF_MONTH.finditer(text)]
    taken = [(start, end) for _date, start, end in written] + [(one.start, one.end) for one in points]
    points += [
        _Point(year[0], *year.span())
        for year in _LONE_YEAR.finditer(text)
        if not any(start < year.end() and year.start() < end for start, end in taken)
    ]
    return sorted(points, key=lambda one: one.start)


def _years_joined(text: str) -> Iterator[WrittenPeriod | None]:
    """2018-2019, 2018/2019; also 2014-16 and 1939-45, where the figures behind are no month; 2016-01-05..2016-02-05."""
    for found in _YEARS.finditer(text):
        first, last = found["first"], found["last"]
        if len(last) == 2:
            if int(last) <= 12 or int(last) - int(first[2:]) > _MOST_YEARS:
                continue
            last = first[:2] + last
        # 1800-2000 migrants
        are_round = first.endswith("00") and _may_count(text, _Point(last, *found.span()))
        if first < last and not are_round:
            yield _whole(text, f"{first}/{last}", *found.span())
    for found in _MONTHS_OR_DAYS.finditer(text):
        yield _whole(text, f"{found['first']}/{found['last']}", *found.span())


def _between_points(text: str, points: Sequence[_Point]) -> Iterator[WrittenPeriod | None]:
    """From one date to the next one, of which the first may lack its year: «de mars à juin 2015»."""
    for first, last in pairwise(points):
        middle, before = text[first.end : last.start], text[: first.start]
        is_joined = _to.fullmatch(middle) or (_and.fullmatch(middle) and _between.search(before))
        if _may_count(text, last):
            continue
        # A dash between blanks is no word of a query: years, or months, that stand side by side.
        if is_joined or _are_side_by_side(text, first, last):
            yield _whole(text, f"{first.text}/{last.text}", first.start, last.end)
    for row in _rows(text, points):
        stated = [point.text for point in row]
        yield _whole(text, f"{min(stated)}/{max(stated)}", row[0].start, row[-1].end)
    for last in points:
        found = None if last.is_year else _partly.search(text, 0, last.start)
        if found and (not found["and"] or _between.search(text[: found.start()])):
            yield _whole(text, _from_partly(found, last), found.start(), last.end)


def _are_side_by_side(text: str, first: _Point, last: _Point) -> bool:
    return text[first.end : last.start] == " " and len(first.text) == len(last.text) < 10


def _rows(text: str, points: Sequence[_Point]) -> Iterator[list[_Point]]:
    """Three years or more, or months, that stand side by side: «2014 2015 2016»."""
    row = list(points[:1])
    for point in points[1:]:
        if not _are_side_by_side(text, row[-1], point):
            if len(row) > 2:
                yield row
            row = []
        row.append(point)
    if len(row) > 2:
        yield row


def _from_partly(found: re.Match[str], last: _Point) -> str:
    """The interval from a month, or a day of one, that has no year of its own: November to February began before."""
    year, month = int(last.text[:4]), month_number(found["month"])
    year -= month > int(last.text[5:7])
    if bool(found["day"]) != (len(last.text) == 10):
        return ""
    return f"{year}-{month:02}" + (f"-{int(found['day']):02}" if found["day"] else "") + f"/{last.text}"


def _at_point(text: str, point: _Point) -> Iterator[WrittenPeriod | None]:
    """The spans that are open behind a date, or before it."""
    before, end = text[: point.start], _end_behind(text, point.end)
    if now := _now.match(text, point.end):
        yield _whole(text, f"{point.text}/..", point.start, now.end())
    if _may_count(text, point) or _other_case.match(text, point.end) or _compared.search(before):
        return
    for pattern, read in (
        (_since, f"{point.text}/.."),
        (_before, f"../{_beside(point.text, -1)}"),
        (_until, f"../{point.text}"),
        (_after, f"{_beside(point.text, 1)}/.."),
    ):
        if found := pattern.search(before):
            yield _period(read, found.start(), end)


def _may_count(text: str, point: _Point) -> bool:
    """Whether it is a number before a word, and perhaps no year: «до 2000 человек», up to 1650 people."""
    is_last = not text[point.end :].strip() or _end_behind(text, point.end) > point.end
    if not point.is_year or is_last:
        return False
    is_counted = text[point.end :].lstrip()[:1].islower() and _up_to.search(text[: point.start])
    return point.text.endswith("00") or bool(is_counted)


def _whole(text: str, read: str, start: int, end: int) -> WrittenPeriod | None:
    """The period with the words that lead to it and the one behind it."""
    lead = _from.search(text[:start])
    return _period(read, lead.start() if lead else start, _end_behind(text, end))


def _end_behind(text: str, end: int) -> int:
    """Where a date ends with the word for a year behind it."""
    found = _behind.match(text, end)
    return found.end() if found else end


def _period(read: str, start: int, end: int) -> WrittenPeriod | None:
    stated = EdtfDate.parse_or_none(read)
    return WrittenPeriod(stated, start, end) if stated and stated.precision == "interval" else None


def _beside(text: str, step: int) -> str:
    """The day, month or year before one (-1) or behind it (1), in the same form."""
    parts = [int(part) for part in text.split("-")]
    first = date(*(*parts, 1, 1)[:3])
    if step < 0:
        return str(first - timedelta(1))[: len(text)]
    days = {1: 366, 2: monthrange(first.year, first.month)[1], 3: 1}[len(parts)]
    return str(first + timedelta(days))[: len(text)]
