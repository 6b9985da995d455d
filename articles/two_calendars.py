"""One day written in two calendars, «25 октября (7 ноября) 1917», «6 joumada II 1437 / 15 mars 2016»: the Gregorian."""

import re
from collections.abc import Iterator
from datetime import date as calendar_date
from datetime import timedelta
from itertools import product

from articles.dates import EdtfDate
from articles.months import BLANK, DAY_END, ERA, HIJRI_MONTH, MONTH, WEEKDAY, month_number


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_B = BLANK

# Another calendar ------------------------------------------------------------------------------------------

# The years of the Islamic and the Persian calendar, and of the Hebrew one.
_YEAR = r"(?:[1١][34٣٤]|5[78])\d\d(?!\d)"
_WORD = rf"(?!{MONTH})[^\W\d_](?:[^\W\d_]|[\u064b-\u0655’'‘ʿʾ`.-])*"
_ERA = (
    rf"(?:{_B}*(?:هـ|هجرية|هجري|ه|A\.?{_B}?H\.?|H\.?|(?:de{_B})?l['’]hégire|г\.?(?:{_B}?х\.)?|года?(?:{_B}хиджры)?)"
    r"(?![^\W\d_]))?"
)
_OTHER = (
    rf"(?:\d{{1,2}}(?:er)?{_B}+(?:من{_B}+)?(?:شهر{_B}+)?(?:{HIJRI_MONTH}|(?:{_WORD}{_B}+){{0,3}}{_WORD}){_B}*[,،]?{_B}*(?:عام{_B}+|سنة{_B}+)?{_YEAR}"
    rf"|[1١][34٣٤]\d\d[/-]\d{{1,2}}[/-]\d{{1,2}}(?!\d)|\d{{1,2}}[/-]\d{{1,2}}[/-][1١][34٣٤]\d\d(?!\d)"
    rf"|(?:{_WORD}{_B}+){{1,3}}\d{{1,2}}{_B}*,{_B}*{_YEAR})"
)
_THAT_IS = (
    rf"(?:(?:الموافقة?|موافق){_B}*(?:لـ|ل|ب)?{_B}*:?{_B}*(?:ليوم{_B}+|يوم{_B}+)?"
    rf"|(?:correspondant{_B}(?:au|à)|équivalent{_B}(?:au|à)|soit{_B}le|corresponding{_B}(?:to|with)|equivalent{_B}to|i\.e\.|соответству\w+|то{_B}есть){_B}+)"
)
_OTHER_BEFORE = _compile(
    rf"(?:{WEEKDAY}{_B}*[,،]?{_B}*)?{_OTHER}{_ERA}"
    rf"(?:{_B}*[,،]?{_B}*(?P<bracket>\()?{_B}*{_THAT_IS}|{_B}*(?P<open>[(\[]){_B}*|{_B}*[/|–—-]{_B}*|(?P<comma>{_B}*[,،]{_B}*))(?:le{_B}+)?"
)
_OTHER_BEHIND = _compile(
    rf"(?:{_B}*[,،]?{_B}*[(\[]?{_B}*{_THAT_IS}|{_B}*[(\[/|–—-]{_B}*)(?:{WEEKDAY}{_B}*[,،]?{_B}*)?{_OTHER}{_ERA}{_B}*[)\]]?(?![^\W_])"
)
# However the months are spelled: joumada, djoumada, Jumada; dhou al-hijja, Dhul-Hijjah, зуль-хиджа.
_MONTH_OF_ISLAM = (
    rf"(?:{HIJRI_MONTH}|mou?harr?[ae]m|safar|rab[iî]|d?[jd]j?[ou]+mad|r[ae]d?j[ae]b|[sc]ha['’‘]?[aâ]?b[aâ]n|ramad|[sc]ha[ouw]+al"
    r"|(?:dh?|z)h?[ou]+l?['’ -]{0,2}(?:[ae]l?[ -])?[qkh][ia]|мухаррам|сафар|раби|джумад|раджаб|шаабан|рамадан|шаввал"
    r"|зу-?л[ья]?[ -]?[кх])"
)
_NAMED_MONTH = _compile(rf"(?<![^\W_]){_MONTH_OF_ISLAM}")
_ISLAMIC = _compile(
    rf"(?:{WEEKDAY}{_B}*[,،]?{_B}*)?(?:le{_B}+)?"
    rf"(?=(?:\d+{_B}+)?(?:من{_B}+|شهر{_B}+)?(?:{_MONTH_OF_ISLAM}|\d+[/-]\d+[/-]\d)){_OTHER}{_ERA}(?=[\s.)\]]*$)"
)
_FAR = re.compile(_YEAR)
_REACH = 70


def other_before(text: str, position: int) -> tuple[int, bool] | None:
    """(where the Gregorian day begins, whether in brackets) behind the same day in another calendar."""
    if not _FAR.search(text, position, position + _REACH):
        return None
    other = _OTHER_BEFORE.match(text, position)
    # «12 blessés sur 1400, 15 mars 2016»: a comma alone makes no calendar.
    if other is None or (other["comma"] and not _NAMED_MONTH.search(other[0])):
        return None
    return other.end(), bool(other["bracket"] or other["open"])


def other_behind(text: str, position: int) -> int:
    """Where the same day in another calendar ends that follows a Gregorian one, 0 for none."""
    if not _FAR.search(text, position, position + _REACH):
        return 0
    other = _OTHER_BEHIND.match(text, position)
    return other.end() if other else 0


def islamic_day(text: str) -> int:
    """Where a day of the Islamic calendar ends that fills its line, 0 for anything else."""
    day = _ISLAMIC.match(text) if _FAR.search(text, 0, _REACH) else None
    return day.end() if day else 0


# Old style and new -----------------------------------------------------------------------------------------

_OLD = (
    rf"O\.{_B}?S\.?|OS|old{_B}style|(?:по{_B})?стар(?:ому|ого){_B}стил[юя]|ст\.{_B}?ст\.?"
    rf"|(?:vieux|ancien){_B}style|v\.{_B}?s\.|julian|julien"
)
_NEW = (
    rf"N\.{_B}?S\.?|NS|new{_B}style|(?:по{_B})?нов(?:ому|ого){_B}стил[юя]|н\.{_B}?ст\.?"
    rf"|nouveau{_B}style|gregorian|grégorien"
)
_MARK = rf"(?:{_OLD}|{_NEW})(?![^\W\d_])"
_IS_OLD = _compile(_OLD)


def _part(number: int) -> str:
    """A day of the pair, with or without its month, its year, and its style before or behind it."""
    n = number
    return (
        rf"(?:(?P<mark{n}>{_MARK}){_B}*:?{_B}*)?(?:le{_B}+)?"
        rf"(?:(?P<day{n}>\d{{1,2}}){DAY_END}(?:{_B}+(?:of{_B}+)?(?P<month{n}>{MONTH}))?|(?P<first{n}>{MONTH}){_B}+(?P<behind{n}>\d{{1,2}}){DAY_END})"
        rf"(?:,?{_B}+(?P<year{n}>\d{{4}})(?!\d){ERA})?(?:,?{_B}*(?P<tail{n}>\({_MARK}\)|{_MARK}))?"
    )


_PAIR = _compile(
    rf"{_part(1)}{_B}*(?P<open>[(\[/]){_B}*{_part(2)}{_B}*(?P<shut>[)\]])?"
    rf"(?:{_B}*(?P<month>{MONTH}))?(?:,?{_B}*(?P<year>\d{{4}})(?!\d){ERA})?(?![^\W_])"
)
_LONE_OLD = _compile(rf"{_B}*,?{_B}*[(\[]?{_B}*(?:{_OLD})(?![^\W\d_]){_B}*[)\]]?")
_LAST = 1930
"""Up to which year the press gave days of the old style without saying so."""


def read_styles(text: str, position: int) -> tuple[EdtfDate | None, int] | None:
    """(the day of the new style, the end) of a day in both styles; no day where they do not agree; None for no pair.

    Which of the two is the new style is told by the days between them: ten of the 17th century to thirteen of ours.
    """
    around = text[position : position + _REACH]
    if not ("(" in around or "/" in around or "[" in around):
        return None
    pair = _PAIR.match(text, position)
    if pair is None or not _is_pair(pair):
        return None
    days = {day for first, second in _readings(pair) if (day := _new_style(first, second, pair))}
    if not days and pair["year1"] and pair["year2"]:
        return None
    day = days.pop() if len(days) == 1 else None
    return (EdtfDate.parse(day.isoformat()) if day else None), pair.end()


def old_style_behind(text: str, position: int, date: EdtfDate) -> int:
    """Where the words end that say of the day before them that it is of the old style, 0 for none."""
    old = _LONE_OLD.match(text, position)
    # «3 août 2015 (O. S.)» is signed.
    if old is None or date.latest is None or (date.latest.year >= _LAST and len(old[0].strip(" (),[]")) < 8):
        return 0
    return old.end()


def _is_pair(pair: re.Match[str]) -> bool:
    """Whether it has a year and two days of named months; 14/16 décembre 2016 are days of one month."""
    if (pair["open"] == "/") == bool(pair["shut"]):
        return False
    year = pair["year"] or pair["year2"] or pair["year1"]
    months = [pair["month1"] or pair["first1"], pair["month2"] or pair["first2"]]
    if year is None or (pair["open"] == "/" and not all(months)):
        return False
    # Of our days «15 mars / 28 mars» are two: only «14 (27) сентября» is one, as churches write it.
    if (
        int(year) >= _LAST
        and (pair["open"] == "/" or (pair["year1"] and pair["year2"]))
        and not _is_marked(pair)
    ):
        return False
    # «Room 12 (16 April 2014)»: of the first the month is told before the second or behind both.
    return bool(months[0] or pair["month"])


def _is_marked(pair: re.Match[str]) -> bool:
    return any(pair[name] for name in ("mark1", "mark2", "tail1", "tail2"))


def _readings(pair: re.Match[str]) -> Iterator[tuple[calendar_date, calendar_date]]:
    """The days that the pair may state: a year that one of them lacks is that of the other, or one beside it."""
    shared = pair["year"] and int(pair["year"])
    years = [int(year) if (year := pair[f"year{n}"]) else None for n in (1, 2)]
    known = shared or years[0] or years[1] or 0
    near = [known - 1, known, known + 1]
    for first, second in product([years[0]] if years[0] else near, [years[1]] if years[1] else near):
        days = (_day(pair, 1, first), _day(pair, 2, second))
        if known in (first, second) and days[0] and days[1]:
            yield days[0], days[1]


def _day(pair: re.Match[str], number: int, year: int) -> calendar_date | None:
    name = (
        pair[f"month{number}"] or pair[f"first{number}"] or pair["month"] or pair["month1"] or pair["first1"]
    )
    try:
        return calendar_date(year, month_number(name), int(pair[f"day{number}"] or pair[f"behind{number}"]))
    except ValueError:
        return None


def _new_style(first: calendar_date, second: calendar_date, pair: re.Match[str]) -> calendar_date | None:
    """Which of the days is that of the new style, None where they are not as far apart as the styles are."""
    if second == first + _between(first):
        new, old = 2, 1
    elif first == second + _between(second):
        new, old = 1, 2
    else:
        return None
    said = {number: pair[f"mark{number}"] or pair[f"tail{number}"] for number in (1, 2)}
    if (said[new] and _IS_OLD.search(said[new])) or (said[old] and not _IS_OLD.search(said[old])):
        return None
    return (first, second)[new - 1]


def _between(old: calendar_date) -> timedelta:
    """The days from a day of the Julian calendar to the same of the Gregorian."""
    year = old.year if old.month > 2 else old.year - 1
    return timedelta(days=year // 100 - year // 400 - 2)
