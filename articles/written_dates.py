"""Dates as news texts write them, in French, English, Russian and Arabic: read into EDTF, or left alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles import date_forms as forms
from articles.dates import EdtfDate, EdtfError
from articles.months import (
    month_number,
    weekday_number,
    year_of_two_figures,
)
from articles.two_calendars import old_style_behind, other_before, other_behind, read_styles


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date read in a text: `text[start:end]` is the whole expression, weekday and time of day included.

    `rule` names the reading: iso, iso_month, year_first, day_first, day_first_assumed (either number could be
    the month: read day first, as French, Russian and Arabic do), month_first (only where the second number
    cannot be a month), short_year (05.10.22 before a time of day, or where a line of a header is that day and no more;
    short_year_assumed in a language that may write the year first), day_month_year, month_day_year, month_year,
    days (14-16 décembre 2016), two_styles (25 октября (7 ноября) 1917), interval, whole_line.
    """

    date: EdtfDate
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day without its year, or a lone weekday: it means a date only beside the day of publication.

    `text[start:end] == exact`; `day` 1 to 31 and `month` 1 to 12 come together or are both None; `weekday`
    counts as date.weekday() does, 0 for Monday, or is None.
    """

    exact: str
    start: int
    end: int
    day: int | None
    month: int | None
    weekday: int | None


# Years a numeric date may have: below stand the Hijri and Persian calendars, above other numbers.
_NUMERIC_YEARS = range(1600, 2101)
_NAMED_YEARS = range(1000, 2101)
_LONE_YEARS = range(1800, 2101)

_Reading = tuple[EdtfDate | None, int, str]
"""What a rule made of a place: the date (None = it has the form of one but is none), its end, the rule."""


def read_date(text: str) -> WrittenDate | None:
    """The date that stands at the start of the text, after blanks and words such as "Publié le" or "Date:".

    None when there is none there: numbers of other things, two-digit years and impossible days are no dates,
    and no coarser date is taken from a day that does not exist. A lone year counts when it fills its line.
    """
    lead = forms.LEAD.match(text)
    begins = [(lead.end(), bool(lead["preposition"]), bool(lead["label"]))] if lead else []
    for begin, in_sentence, labelled in [*begins, (len(text) - len(text.lstrip()), False, False)]:
        about = forms.ABOUT.match(text, begin)
        at = about.end() if about else begin
        if reading := _read_at(text, at) or _whole_line(text, at):
            if not labelled and _is_prose(text, reading, in_sentence or about is not None):
                return None
            return _written(reading, begin, approximate=about is not None)
    return None


def _is_prose(text: str, reading: "_Reading", in_sentence: bool) -> bool:
    """Whether the date is only the first words of a sentence: «Le 4 octobre 1918, un tireur …»."""
    _date, end, rule = reading
    if in_sentence:
        return forms.PROSE.match(text, end) is not None
    return rule in ("month_year", "interval") and forms.PROSE_AFTER_MONTH.match(text, end) is not None


def impossible_day(text: str) -> int:
    """Where what stands at the start of the text ends that is written as a day and is none, 0 for anything else.

    So are «30 février 2016», 31.04.2015, and days in two calendars that do not agree; of 1437 is another calendar.
    """
    lead = forms.LEAD.match(text)
    begin = lead.end() if lead else 0
    reading = _read_at(text, begin)
    if reading is None or reading[0] is not None or reading[2] in ("month_year", "interval"):
        return 0
    return (
        0
        if forms.STOP.match(text, reading[1]) or forms.ISLAMIC.search(text, begin, reading[1])
        else reading[1]
    )


def find_dates(text: str) -> list[WrittenDate]:
    """Every date written with its year anywhere in the text, in order: days, and named months."""
    return [date for date, _end in _scan(text) if date is not None]


def find_anchors(text: str) -> list[Anchor]:
    """Days without a year («ce 15 décembre», «mardi 26 avril», “December 15”) and lone weekdays, in order."""
    taken = [(date.start, date.end) for date, _end in _scan(text) if date is not None]
    anchors = []
    for match in forms.ANCHOR.finditer(text):
        start, end = match.span()
        if any(start < last and first < end for first, last in taken):
            continue
        if anchor := _anchor(match):
            anchors.append(anchor)
    return anchors


def _scan(text: str) -> Iterator[tuple[WrittenDate | None, int]]:
    position = 0
    while candidate := forms.CANDIDATE.search(text, position):
        start = candidate.start()
        reading = _read_at(text, start)
        position = reading[1] if reading else max(candidate.end(), start + 1)
        if reading is None:
            while position < len(text) and text[start].isdigit() and text[position].isdigit():
                position += 1
            continue
        # In running text 2011-12 is as often a season or a number as a month.
        if reading[2] == "iso_month":
            continue
        # «No. 3, March 2015» is the third number of that month.
        if reading[2] == "day_month_year" and forms.ORDINAL.search(text, max(0, start - 8), start):
            position = candidate.end()
            continue
        if reading[2] == "short_year" and forms.NUMBER_OF.search(text, max(0, start - 30), start):
            continue
        if reading[2] == "month_year" and forms.DIGIT_BEFORE.search(text, max(0, start - 4), start):
            continue
        about = forms.ABOUT_BEFORE.search(text[max(0, start - 24) : start])
        begin = max(0, start - 24) + about.start() if about else start
        yield _written(reading, begin, approximate=about is not None), position


def _written(reading: _Reading, start: int, *, approximate: bool) -> WrittenDate | None:
    date, end, rule = reading
    if date is None:
        return None
    if approximate and date.precision in ("day", "month", "year") and date.text[-1].isdigit():
        date = EdtfDate.parse(f"{date.text}~")
    return WrittenDate(date, start, end, rule)


def _read_at(text: str, position: int, *, alone: bool = False) -> _Reading | None:
    """A date exactly at the position, a weekday before it allowed; intervals of two dates are one reading.

    Behind the same day in another calendar, unless `alone`.
    """
    other = None if alone else other_before(text, position)
    if other and (reading := _read_at(text, other[0], alone=True)) and reading[0]:
        date, end, rule = reading
        return date, end + (other[1] and text[end : end + 1] in (")", "]")), rule
    weekday = forms.WEEKDAY_BEFORE.match(text, position)
    # «mar. 15 …» is a Tuesday, «Mar 15, 2016» is in March: try the weekday first, then without it.
    reading = _read_single(text, weekday.end()) if weekday else None
    reading = reading or _read_single(text, position)
    if reading is None or reading[0] is None:
        return reading
    date, end, rule = reading
    join = forms.JOIN.match(text, end)
    if join and (second := _read_single(text, join.end())) and rule != "days":
        last, end = second[:2]
        return (_edtf(f"{date}/{last}") if last else None), end, "interval"
    if behind := other_behind(text, end):
        return date, behind, rule
    if date and (old := old_style_behind(text, end, date)):
        return None, old, rule
    return None if forms.STOP.match(text, end) and not forms.READ_IN.match(text, end) else reading


def _read_single(text: str, position: int) -> _Reading | None:
    if pair := read_styles(text, position):
        return *pair, "two_styles"
    rules = _NUMBER_RULES if text[position : position + 1].isdigit() else _WORD_RULES
    for pattern, rule in rules:
        match = pattern.match(text, position)
        if match and (pattern is not forms.ROMAN or forms.is_roman_day(match)):
            return _interpret(match, rule)
    return None


_NUMBER_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (forms.ISO, "iso"),
    (forms.ISO_MONTH, "iso_month"),
    (forms.YEAR_FIRST, "year_first"),
    (forms.NUMERIC, "numeric"),
    (forms.SHORT_YEAR, "short_year"),
    (forms.DAY_MONTH_YEAR, "day_month_year"),
    (forms.DAYS, "days"),
    (forms.ROMAN, "day_month_year"),
)
_WORD_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (forms.MONTH_DAY_YEAR, "month_day_year"),
    (forms.MONTH_YEAR, "month_year"),
    (forms.DAY_MONTH_YEAR, "day_month_year"),
)


def _interpret(match: re.Match[str], rule: str) -> _Reading | None:
    """The values of a matched form checked against the calendar; a time of day after it is passed over."""
    part = match.groupdict()
    year = int(part["year"]) if "year" in part else year_of_two_figures(int(part["short"]))
    month = _named_month(part) if rule not in _NUMERIC_RULES else int(part.get("month") or 0)
    if year not in (_NUMERIC_YEARS if rule in _NUMERIC_RULES else _NAMED_YEARS) or month is None:
        return None, match.end(), rule
    day = part.get("day")
    if rule == "numeric":
        rule, number, month = _numeric_order(int(part["first"]), int(part["second"]))
    else:
        number = _day_number(day)
    date = _days(year, month, number or 0, part) if part.get("last") else _date(year, month, number)
    if date and (qualifier := part.get("qualifier")):
        date = _edtf(f"{date}{qualifier}")
    time = forms.TIME.match(match.string, match.end()) if day or rule in _NUMERIC_ORDERS else None
    return date, time.end() if time else match.end(), "days" if part.get("last") else rule


_NUMERIC_RULES = {"iso", "iso_month", "year_first", "numeric", "short_year"}
_NUMERIC_ORDERS = {"day_first", "day_first_assumed", "month_first"}


def _day_number(text: str | None) -> int | None:
    if text is None:
        return None
    return 1 if text.lower() == "premier" else int(text)


def _numeric_order(first: int, second: int) -> tuple[str, int | None, int]:
    """(rule, day, month) of 15/12 or 12/15: the second number is the month unless it cannot be one."""
    if second > 12 and first <= 12:
        return "month_first", second, first
    return ("day_first_assumed" if first <= 12 and first != second else "day_first"), first, second


def _named_month(part: dict[str, str | None]) -> int | None:
    name, again = part["month"] or "", part.get("again")
    # The verbs: "they may 2000 times", "march 15 miles".
    if name in ("may", "march"):
        return None
    number = month_number(name)
    return None if again and month_number(again) != number else number


def _days(year: int, month: int, first: int, part: dict[str, str | None]) -> EdtfDate | None:
    """Two days of one month: from the one to the other, or (with "or") one of the two."""
    start, end = _date(year, month, first), _date(year, month, int(part["last"] or 0))
    if start is None or end is None:
        return None
    if (part.get("word") or "").lower() in ("ou", "or", "или", "أو"):
        return _edtf(f"[{start},{end}]")
    return _edtf(f"{start}/{end}")


def _date(year: int, month: int, day: int | None) -> EdtfDate | None:
    """The day, or the month when `day` is None; None when the calendar has no such thing."""
    return _edtf(f"{year:04}-{month:02}-{day:02}" if day is not None else f"{year:04}-{month:02}")


def _edtf(text: str) -> EdtfDate | None:
    try:
        return EdtfDate.parse(text)
    except EdtfError:
        return None


def _whole_line(text: str, position: int) -> _Reading | None:
    """What is a date only when nothing else stands on its line: 2016, 12/2016, an EDTF expression."""
    end = text.find("\n", position)
    line = text[position : len(text) if end < 0 else end].rstrip()
    end = position + len(line)
    if match := forms.LONE_YEAR.fullmatch(line):
        return (
            (_edtf(f"{int(match['year']):04}"), end, "whole_line")
            if int(match["year"]) in _LONE_YEARS
            else None
        )
    if match := forms.MONTH_NUMBER_YEAR.fullmatch(line):
        year, month = int(match["year"] or match["year2"]), int(match["month"] or match["month2"])
        return (_date(year, month, None), end, "whole_line") if year in _LONE_YEARS else None
    if len(line) > 30 or not (date := _edtf(line)):
        return None
    years = [day.year for day in (date.earliest, date.latest) if day]
    return (date, end, "whole_line") if all(year in _LONE_YEARS for year in years) else None


def _anchor(match: re.Match[str]) -> Anchor | None:
    part = match.groupdict()
    start, end = match.span()
    if lone := part["lone"]:
        return Anchor(match[0], start, end, None, None, weekday_number(lone))
    name = part["month"] or part["month2"] or ""
    day = _day_number(part["day"] or part["day2"])
    month = _named_month({"month": name, "again": part["again"]})
    # 2000 was a leap year: the 29th of February may be meant.
    if month is None or day is None or _date(2000, month, day) is None:
        return None
    weekday = part["weekday"]
    return Anchor(match[0], start, end, day, month, weekday_number(weekday) if weekday else None)
