"""A place and a day as no agency marks them: “Kostroma, 24.05.2017. The trial”, «باماكو (13 نيسان 2012) أدى …».

One grammar, at the opening of a text and on a line of its own: [place] [(aside) or , country] mark [weekday] day, and
at the opening what closes it, or an agency. The place is known, or with its country, or the weekday is that of the day,
or the day stands in figures before a stop.
"""

import re
from dataclasses import replace
from datetime import date as calendar_date

from articles.ingest.describe.countries import is_country
from articles.ingest.describe.dateline import Dateline, is_whole_day, is_wire
from articles.ingest.describe.places import is_known_place, is_label
from articles.ingest.describe.refusals import is_no_sender, tells_of_another_day
from articles.ingest.describe.words import NO_PLACES
from articles.months import WEEKDAY, weekday_number
from articles.names.fold import fold
from articles.names.given_names import is_given_name
from articles.written_dates import WrittenDate, read_date

_LONGEST = 160
_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_ARABIC = r"[\u0621-\u064a]"
_TOWN = rf"{_UPPER}[\w’'-]+(?:[\s-]{_UPPER}[\w’'-]+){{0,2}}|{_ARABIC}{{3,}}(?:\s{_ARABIC}{{2,}}){{0,2}}"
_PLACE = re.compile(
    rf"(?P<town>{_TOWN})(?:\s?\((?P<aside>[^()\d\n]{{2,40}})\)|[,،]\s(?P<region>{_UPPER}[\w.’'-]+(?:\s{_UPPER}[\w.’'-]+)?))?"
    r"(?P<mark>\s?[,،.:–—-]\s?|\s?\(\s?|\s)(?:(?:le|on)\s)?"
)
_TOWN_ALONE = re.compile(
    rf"(?P<town>{_TOWN})(?P<aside>(?!))?(?P<region>(?!))?(?P<mark>\s?[,،.:–—-]\s?|\s?\(\s?|\s)(?:(?:le|on)\s)?"
)
_WEEKDAY = re.compile(rf"(?P<day>{WEEKDAY})(?:\s?[,،])?\s", re.IGNORECASE)
_SHUT = re.compile(r"\s?\)")
_BEGINS = rf"(?=[«“\"„‘(]?\s?(?:{_UPPER}|{_ARABIC}))"
_CLOSE = re.compile(rf"(?:\s?[.:،]\s+|\s?[.,]?\s?[–—]\s?|\s?[.,]?\s-+\s){_BEGINS}")
_BLANK = re.compile(rf"\s?[.:–—-]?\s+{_BEGINS}")
_AGENCY = re.compile(
    rf"\s?(?:\((?P<round>{_UPPER}{{2,6}})\)|/\s(?P<slash>{_UPPER}[\w’'-]+(?:\s{_UPPER}[\w’'-]+){{0,2}})\s?(?:/|(?=[.:–—-])))"
    rf"\s?[.:–—-]*\s+{_BEGINS}"
)
_DAY_FIRST = re.compile(r"(?=\d|[A-Z][a-z]{2,8}\.?\s\d)")
_PLACE_BEHIND = re.compile(
    rf"(?:[,،]\s(?P<plain>{_TOWN})|\s\((?P<round>{_TOWN})\))(?:\s?[.,]?\s?[–—]\s?|\s?[.,]?\s-+\s|(?<=\))\s){_BEGINS}"
)
_FIGURES = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}")
_BEHIND_FIGURES = re.compile(rf"\s(?!{_UPPER}{{2}}){_BEGINS}")
# “2011—Church”
_GLUED_DASH = re.compile(r"(?<=\d)—(?=[^\W\d])")
_DASHED = re.compile(rf"\s?—\s?{_BEGINS}")
_END_OF_LINE = re.compile(r"\s?(?:года?|г\.?|م)?\s?\)?\s?\.?\s*$")
_NAMED_AGENCY = re.compile(r"\s?(?:[–—/-]|[,،(])\s?(?P<name>[^\d\n]{2,60}?)\)?\s?\.?\s*$")
_OF_AN_AGENCY = re.compile(
    r"(?:[Aa]gence|[Aa]gency|[Nn]ews|[Аа]гентство|(?:ال)?وكالة)(?!\w)|Press$|Presse$|Wire$|Inform(?!\w)"
)


def read_placed_day(text: str) -> Dateline | None:
    """The place and the day that open a paragraph, None for none; such a story is of that day or of another one."""
    head = text[:_LONGEST]
    if not any(char.isdigit() for char in head[:80]):
        return None
    return _read_place_first(head) or _read_day_first(head)


def read_placed_line(text: str, whole: str, *, last: bool = False) -> WrittenDate | None:
    """The day of a line that is a place and a day, and as the `last` of the `whole` text perhaps an agency behind."""
    for place in _places(text):
        found = _day_behind(text, place)
        if found is None:
            continue
        day, start, end, weekday = found
        behind = _END_OF_LINE.match(text, end)
        agency = _NAMED_AGENCY.match(text, end) if last and not behind else None
        signed = agency is not None and (_OF_AN_AGENCY.search(agency["name"]) or is_wire(agency["name"]))
        if not (behind or signed) or not _is_vouched(place, weekday):
            continue
        if not tells_of_another_day(text, [place["town"]], [day.date.text], whole):
            return replace(day, start=start, end=end)
    return None


def _places(text: str) -> list[re.Match[str]]:
    """What may be the place that opens a text, the longest first; of an Arabic one no mark tells where it ends."""
    whole = _PLACE.match(text)
    if whole and whole["region"] and _WEEKDAY.match(f"{whole['region']} "):
        whole = None
    found = [one for one in (whole, _TOWN_ALONE.match(text)) if one]
    if whole and "\u0621" <= text[:1] <= "\u064a":
        shorter = (re.match(rf"{_ARABIC}+(?:\s{_ARABIC}+){{{more}}}", text) for more in (1, 0))
        ends = [one.end() for one in shorter if one and one.end() < whole.end("town")]
        found += [one for end in ends if (one := _place_to(text, end))]
    return found


def _place_to(text: str, end: int) -> re.Match[str] | None:
    """The place of a text that ends there."""
    return re.match(_PLACE.pattern.replace("(?P<town>", f"(?P<town>(?=.{{{end}}}(?!{_ARABIC}))", 1), text)


def _day_behind(text: str, place: re.Match[str]) -> tuple[WrittenDate, int, int, bool] | None:
    """The whole day behind a place, where it begins and ends, and whether its weekday stands before it."""
    at = place.end()
    weekday = _WEEKDAY.match(text, at)
    at = weekday.end() if weekday else at
    day = read_date(_GLUED_DASH.sub(" ", text[at : at + 60]))
    if day is None or day.start or not is_whole_day(day.date.text):
        return None
    own = calendar_date.fromisoformat(day.date.text).weekday()
    if weekday and weekday_number(weekday["day"]) != own:
        return None
    return day, at, at + day.end, weekday is not None


def _is_vouched(place: re.Match[str], weekday: bool, *, comma: bool = False) -> bool:
    """Whether a place is known, or told by its country or the weekday behind it; what is said of it between brackets is
    its country, or stands before a `comma`."""
    if not _is_name(place):
        return False
    town, aside = place["town"], place["aside"] or ""
    if aside and not is_country(aside) and not comma:
        return False
    region = place["region"] or aside
    if is_known_place(town):
        return True
    is_acronym = town.isupper() and " " not in town
    return (weekday and not aside) or (bool(_town(place)) and bool(region) and not is_acronym)


def _town(place: re.Match[str]) -> str:
    """An unknown place that its country vouches for; else ""."""
    town, region = place["town"], place["region"] or place["aside"] or ""
    return town if region and is_country(region) and not is_country(town) and not is_known_place(town) else ""


def _read_place_first(head: str) -> Dateline | None:
    for place in _places(head):
        found = _day_behind(head, place)
        if found is None:
            continue
        day, start, end, weekday = found
        in_figures = _FIGURES.fullmatch(head[start:end]) is not None and "." in head[end : end + 1]
        is_told = _is_vouched(place, weekday, comma="," in place["mark"])
        if not (is_told or (in_figures and not place["aside"] and _is_name(place))):
            continue
        shut = _SHUT.match(head, end) if "(" in place["mark"] else None
        if "(" in place["mark"] and shut is None:
            continue
        agency = None if shut else _AGENCY.match(head, end)
        close = _BLANK.match(head, shut.end()) if shut else (agency or _CLOSE.match(head, end))
        if close is None:
            continue
        span, source, source_span = (start, end), "", (0, 0)
        if agency:
            name = "round" if agency["round"] else "slash"
            source, source_span = agency[name], agency.span(name)
        return Dateline(
            close.end(), day.date.text, span, source, source_span, marked=False, town=_town(place)
        )
    return None


def _is_name(place: re.Match[str]) -> bool:
    town = place["town"]
    first = town.split()[0]
    return not (
        first.casefold() in NO_PLACES or is_label(town) or is_no_sender(town) or is_given_name(fold(first))
    )


def _read_day_first(head: str) -> Dateline | None:
    """“4 December 2014 (Bogota) Eighty…”, “Feb 16th, 2021, GENEVA - …”, «24/08/2016 Hugo…», “May 13, 2011—Bells…”."""
    if _DAY_FIRST.match(head) is None:
        return None
    day = read_date(_GLUED_DASH.sub(" ", head))
    if day is None or day.start or not is_whole_day(day.date.text):
        return None
    behind = _PLACE_BEHIND.match(head, day.end)
    span = (0, day.end)
    if behind and is_known_place(behind["plain"] or behind["round"]):
        return Dateline(behind.end(), day.date.text, span, "", (0, 0), marked=False)
    in_figures = _FIGURES.fullmatch(head[: day.end])
    close = _BEHIND_FIGURES.match(head, day.end) if in_figures else _DASHED.match(head, day.end)
    if close is None:
        return None
    return Dateline(close.end(), day.date.text, span, "", (0, 0), marked=False, placed=False, lone=True)
