"""Days with two figures for their year on a short line: «30/01/22», «« Le Phare », 15.10.19», “MANAUS — 18/01/17”."""

import re
from datetime import date as calendar_date

from articles.dates import EdtfDate
from articles.ingest.describe.day_lines import is_known_part, split_parts
from articles.ingest.describe.lone_line import is_free
from articles.ingest.describe.mastheads import NUMBERED
from articles.ingest.describe.places import is_known_place
from articles.languages import detect
from articles.months import WEEKDAY_ANY, year_of_two_figures
from articles.written_dates import WrittenDate, find_dates

_LONGEST = 60
_FIGURES = re.compile(
    r"(?<![\w./:-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<third>\d{2})(?![\w/-]|[.:]\d)"
)
_IN_FULL = re.compile(r"\d{2}[./]\d{2}[./]\d{2}")
# What else is numbered so: «Tél. 05.10.22», «v. 3.1.12».
_NUMBERS = re.compile(
    r"t[ée]l|phone|fax|тел|version|\bv(?:er)?\.|верс|هاتف|\bip\b|page|стр|prix|€|\$", re.IGNORECASE
)
_ON = re.compile(r"(?:^|(?<=\s))(?:le|on|от|du|of|в|في|بتاريخ|يوم)\s*$", re.IGNORECASE)
_DAY_OF_WEEK = re.compile(WEEKDAY_ANY, re.IGNORECASE)
_EDGE = " ,،;|•·/–—ـ-.()[]"
_PARTING = (*",،|•·–—", " -")

# Languages that write the year first, or may; English the day or the month, the others the day and nothing else.
_YEAR_FIRST = frozenset("eu fa hu ja ko lt lv mn sv zh".split())


def days_of(text: str, whole: str) -> list[WrittenDate]:
    """The dates of a line above a text or below its headline; of a short one without any, its one day in figures.

    Beside that may stand nothing but a place, a paper and marks. Both days that it may be, where the language writes
    the year first or the month.
    """
    days = find_dates(text)
    if days or len(text) > _LONGEST or _NUMBERS.search(text):
        return days
    found = _lone_figures(text)
    return _read(found, detect(whole).language) if found and _says_nothing_else(text, found) else []


def dotted_day(text: str, whole: str) -> list[WrittenDate]:
    """The day of «14.09.23» on a line of the header, where the language of the `whole` text leaves no doubt of it."""
    found = _lone_figures(text)
    if found is None or found["mark"] not in "./" or not _IN_FULL.fullmatch(found[0]):
        return []
    days = _read(found, detect(whole).language)
    return days if len(days) == 1 and days[0].rule == "short_year" else []


def years_in_doubt(exact: str, language: str) -> list[str]:
    """In EDTF, what a day and its hour with two figures for the year («19.10.12 09:30») may be where the year may come
    first; [] without doubt."""
    found = _FIGURES.match(exact)
    days = _read(found, language) if found and language in _YEAR_FIRST else []
    return [day.date.text for day in days] if len(days) > 1 else []


def _lone_figures(text: str) -> re.Match[str] | None:
    found = list(_FIGURES.finditer(text))
    return found[0] if len(found) == 1 else None


def _read(found: re.Match[str], language: str) -> list[WrittenDate]:
    """What the figures may be, the likeliest first; of rule short_year where that is what the language writes."""
    first, second, third = int(found["first"]), int(found["second"]), int(found["third"])
    ways = [(third, second, first)]
    if language == "en":
        ways.append((third, first, second))
    elif language in _YEAR_FIRST:
        ways.append((first, second, third))
    days = list(dict.fromkeys(day for year, month, date in ways if (day := _day(year, month, date))))
    if language == "en" and len(days) > 1 and found["mark"] != ".":
        return []
    rule = "short_year_assumed" if language in _YEAR_FIRST and len(days) > 1 else "short_year"
    return [WrittenDate(EdtfDate.parse(day), *found.span(), rule) for day in days]


def _day(year: int, month: int, day: int) -> str:
    try:
        return calendar_date(year_of_two_figures(year), month, day).isoformat()
    except ValueError:
        return ""


def _says_nothing_else(text: str, found: re.Match[str]) -> bool:
    """«Score final 10-12-14» and «Section 4.5.12 of the law» are numbers of something else."""
    before = _ON.sub("", text[: found.start()]).rstrip()
    parted = before.endswith(_PARTING) and _IN_FULL.fullmatch(found[0]) is not None
    return all(
        is_known_part(part) or _DAY_OF_WEEK.fullmatch(part) or _is_named(part, parted=parted)
        for side in (before, text[found.end() :])
        for part in split_parts(NUMBERED.sub("", side).strip(_EDGE))
    )


def _is_named(part: str, *, parted: bool) -> bool:
    """A paper that nobody knows: in quotes, called by a place, or a name before a mark that parts it from its day."""
    if part[0] in '«“"' and part[-1] in '»”"':
        return True
    return any(map(is_known_place, part.split())) or (parted and is_free(part, part))
