"""The dateline at the start of a lede: place, date and agency, as the agencies of four languages write them."""

import re
from dataclasses import dataclass

from articles.ingest.describe.countries import is_country
from articles.ingest.describe.places import is_known_place, is_label, stands_in_capitals
from articles.ingest.describe.words import NO_PLACES
from articles.months import WEEKDAY
from articles.written_dates import find_anchors, read_date

_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_NAME = (
    rf"{_UPPER}[\w’'.-]*(?:[\s-]{_UPPER}[\w’'-]*|[\s-](?:de|du|des|la|le|sur|el|al|на|of)(?=[\s-])){{0,4}}"
)
# A second place after a stroke, what is said of the first between brackets, the country.
_PLACE = re.compile(
    rf"{_NAME}(?P<second>(?:\s?/\s?{_NAME}(?![^\W_])){{1,2}}(?!\s?/))?(?P<aside>\s?[/(][^/()\d]{{2,28}}[/)])?"
    rf"(?P<region>,\s{_UPPER}[a-zà-ÿа-яё]+(?=\s[(–—-])|,\s{_UPPER}[\w.’'-]+(?:\s(?:d[’'])?{_UPPER}[\w’'-]+)?(?=,\s))?"
    r"|[\u0621-\u064a]+(?:\s[\u0621-\u064a]+){0,2}?"
)
_GAP = re.compile(r"\s*[,،.:/–—-]?\s*(?:le\s|on\s)?\s*")
_KNOWN = (
    r"РИА Новости|ТАСС|Интерфакс|ИНТЕРФАКС(?:\.RU)?|INTERFAX(?:\.RU)?|MAP|AFP|Reuters|TASS|Sputnik|Xinhua"
    r"|ومع|و\.?\s?م\.?\s?ع|سبوتنيك|رويترز|تاس|أ\.?\s?ف\.?\s?ب"
)
_AGENCY = re.compile(
    r"\s*[,.،–—/-]?\s*(?:\((?P<round>[^()\n]{2,40})\)|/\s?(?P<slash>[^/\n]{2,40}?)\s?/"
    rf"|(?:[–—-]\s|(?<=[.]\s)|(?<=/\s))(?P<plain>(?:{_KNOWN})(?:-{_UPPER}\w+)?)(?![^\W_])(?:,\s{_UPPER}\w+(?:\s{_UPPER}\w+){{0,2}})?)"
)
_CLOSE = re.compile(r"\s*/\s+|\s*[.,:]?\s*(?:[-–—]+|:)\s*|\s*\.\s+(?=\S)|\s*$")
_DASH = re.compile(r"\s*[.,:]?\s*[-–—]+\s*")
# A stop or a colon ends the dateline where a sentence begins behind it; the stop may be that of «г.» or “Nov.”.
_STOP = re.compile(rf"(?:\s*[.:]|(?<=\.))\s+(?=[«“\"„‘(\[]?\s?(?:{_UPPER}|[\u0621-\u064a]|\d))")
_COMMA = re.compile(r"\s*[,،/–—-]")
# «Москва. 12 мая 2014. …», and Arabic, which has a blank alone: «الرباط 12 مارس 2020. …».
_NO_COMMA = re.compile(r"(?<=\.)\s(?=\d)|(?<=[\u0621-\u064a])\s(?=\S)")
_LE = re.compile(r"\s?,\sle\s")
# The first word of many a place, before another: no given name, but the article of a surname too.
_AS_A_PLACE = re.compile(
    r"(?:A[lïi]n?|El|Oued|Wadi|Ouled|Sidi|Beni|Bani|Ras|Bir|T[ea]ll|D?[JG]ebel|Ksar|Kafr|Oum|Umm|Souk|Ville|Port|Saint|Sainte|San|Santa|São"
    r"|Mont|Fort|La|Le|Les|Los|Las|New|Nijni|Novy)[\s-][A-ZÀ-ÖØ-Þ]"
)
_BLANK = re.compile(rf"\s*(?=[«“\"„‘]?(?:{_UPPER}|[\u0621-\u064a]))")
_SIGNED = re.compile(r"\s?(?:[,،]\s)?(?:\((?P<round>[^()\n\d]{2,40})\)|/\s?(?P<slash>[^/\n\d]{2,40}?)\s?/)")
# «Dori (Burkina Faso)», «GILGIT, Pakistan», «سبليت (كرواتيا)».
_OF_COUNTRY = re.compile(r"(?P<town>[^(),،]+?)\s?(?:\((?P<round>[^()]+)\)|[,،]\s?(?P<comma>[^(),،]+))")
_OPEN, _SHUT = re.compile(r"\s?[(\[]\s?"), re.compile(r"\s?[)\]]")
_LAST = 160
_ACRONYM = 3

AGENCIES = (
    r"MAP|AFP|APS|TAP|AP|EFE|ANSA|DPA|Reuters|(?:ITAR-)?TASS|Sputnik|Xinhua|RIA[ -]Novosti|Interfax|(?:ИТАР-)?ТАСС"
    r"|РИА Новости|Интерфакс|ИНТЕРФАКС|Спутник|ومع|و\.?\s?م\.?\s?ع\.?|سبوتنيك|رويترز|تاس|أ\.?\s?ف\.?\s?ب\.?"
)
"""The agencies that sign texts and pictures by name alone."""
_WIRE = re.compile(
    rf"{AGENCIES}|agences|agencies|وكالات|[أا]\.?\s?(?:ش\.?\s?[أا]|ف\.?\s?ب|ب)\.?|د\.?\s?ب\.?\s?[أا]\.?|قنا|وات|واج|واس|وام"
    r"|كونا|بترا|شينخوا|الأناضول|CNN|UPI|ATS|Belga|Lusa|Kyodo|Bloomberg|Anadolu|REGNUM|Росбалт|РБК|УНИАН|БЕЛТА"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: `length` of it in characters, `date` in EDTF or "", `source` or "".

    Not `marked`, it is only a place and a day before a stop or a colon: a story of that day may begin so too, and
    not `placed`, what stands before the day may be no place: «Napoléon Bonaparte, 14 juillet 1999. …». `lone`, there
    is no place at all: «15 novembre 2013. Le ministre…». `town` is an unknown place that its country vouches for,
    `called` one that is only called as places are: «Al Thumama, le 10 décembre».
    """

    length: int
    date: str
    date_span: tuple[int, int]
    source: str
    source_span: tuple[int, int]
    marked: bool = True
    placed: bool = True
    lone: bool = False
    town: str = ""
    called: str = ""


def read_dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph, None when it begins with its first sentence."""
    head = text[:_LAST]
    place = _PLACE.match(head)
    starts = [*_ends(place), 0]
    for read in (_read_signed, _read_from):
        for start in starts:
            if found := read(head, start):
                return found
    # A place of one Arabic word may be one of two: try the longer ones.
    if place and "\u0621" <= head[:1] <= "\u064a":
        for longer in re.finditer(r"[\u0621-\u064a)](?=\s|/|،|,|\.|:|-|–|\()", head[:40]):
            if found := _read_signed(head, longer.end()) or _read_from(head, longer.end()):
                return found
    return None


def _ends(place: re.Match[str] | None) -> list[int]:
    """Where the place may end, the longest first: a second place or what follows may belong to the agency."""
    if place is None:
        return []
    parts = (place.start(name) for name in ("region", "aside", "second"))
    return [place.end(), *(start for start in parts if start >= 0)]


def _read_from(head: str, start: int) -> Dateline | None:
    if start and (bracketed := _read_bracketed(head, start)):
        return bracketed
    gap = _GAP.match(head, start) if start else None
    at = gap.end() if gap else start
    date, date_span, has_date = _date_at(head, at)
    end = date_span[1] if has_date else start
    agency = _AGENCY.match(head, end)
    if (
        agency
        and agency["round"]
        and (_date_at(head, agency.start("round"))[2] or is_country(agency["round"]))
    ):
        agency = None
    after_agency = agency.end() if agency else end
    if agency is None and not has_date:
        return None
    if agency and has_date and (begins := _begins_after(head, agency, placed=start > 0)):
        return Dateline(begins, date, date_span, *_source(agency))
    close = (_CLOSE if agency or (has_date and start) else _DASH).match(head, after_agency)
    if close is None or (agency is None and not _is_closed(head, start, gap[0] if gap else "", close)):
        return _read_unmarked(head, start, date, date_span)
    if agency and not agency["plain"] and not has_date and close[0].strip() == "." and agency["round"]:
        return None
    source, source_span = _source(agency)
    return Dateline(close.end(), date, date_span, source, source_span)


def _read_signed(head: str, start: int) -> Dateline | None:
    """«PARIS (AFP), 3 mars 2014 – …», «واغادوغو (أ ف ب) 20 فبراير 2020 - …»: a known agency before the day."""
    agency = _SIGNED.match(head, start)
    if agency is None or not _is_wire(agency):
        return None
    gap = _GAP.match(head, agency.end())
    date, span, has_date = _date_at(head, gap.end() if gap else agency.end())
    close = (_DASH.match(head, span[1]) or _STOP.match(head, span[1])) if has_date else None
    return Dateline(close.end(), date, span, *_source(agency)) if close else None


def is_wire(name: str) -> bool:
    """Whether it is the name or the sign of an agency that is known: «AFP», «واس»."""
    return _WIRE.fullmatch(name.strip()) is not None


def _is_wire(agency: re.Match[str]) -> bool:
    return is_wire(agency["round"] or agency["slash"] or "")


def _begins_after(head: str, agency: re.Match[str], *, placed: bool) -> int:
    """Where the text begins after a day and an agency, else 0: in strokes any will do, in brackets a known one."""
    begins = _BLANK.match(head, agency.end())
    name = (agency["slash"] or "").strip()
    in_strokes = (
        placed and (name[:1].isupper() or "\u0621" <= name[:1] <= "\u064a") and len(name.split()) <= 4
    )
    return begins.end() if begins and (in_strokes or _is_wire(agency)) else 0


def _is_closed(head: str, start: int, gap: str, close: re.Match[str]) -> bool:
    """Without an agency a dateline needs a dash after its date, or one before it at the end of the line."""
    return re.search(r"[-–—]", close[0]) is not None or (
        bool(start) and close.end() == len(head) and bool(gap.strip())
    )


def _read_bracketed(head: str, start: int) -> Dateline | None:
    """«نواكشوط (8 نوفمبر 2014): …»: a place, its day in brackets, and a dash, a colon or a stop."""
    opened = _OPEN.match(head, start)
    date, span, has_date = _date_at(head, opened.end()) if opened else ("", (0, 0), False)
    shut = _SHUT.match(head, span[1]) if has_date else None
    if shut is None:
        return None
    dash, place = _DASH.match(head, shut.end()), head[:start]
    close = dash or _STOP.match(head, shut.end())
    if close is None or not (
        is_known_place(place) or _is_place_in_capitals(place) or (dash and _is_capital_of(place))
    ):
        return None
    if dash and not date:
        return Dateline(dash.end(), "", span, "", (0, 0))
    return Dateline(close.end(), date, span, "", (0, 0), marked=False) if is_whole_day(date) else None


def _read_unmarked(head: str, start: int, date: str, span: tuple[int, int]) -> Dateline | None:
    """«Casablanca, 14 septembre 2019. La cour…»: place, comma, a day with its year, and a sentence after a stop."""
    weekday = None if start else _WEEKDAY_BEHIND.match(head, span[1])
    stop = _STOP.match(head, weekday.end() if weekday else span[1])
    if stop is None or not is_whole_day(date):
        return None
    place = head[:start].rstrip(".")
    if not start:
        if ":" in stop[0]:
            return None
        return Dateline(stop.end(), date, span, "", (0, 0), marked=False, placed=False, lone=True)
    place = head[:start].rstrip(".")
    town = _town_of(place)
    if not _is_place(town or place) or is_label(town or place):
        return None
    known = is_known_place(place)
    if _COMMA.match(head, start) is None and not (known and _NO_COMMA.match(head, start)):
        return None
    placed = known or bool(town) or stands_in_capitals(place)
    town = "" if known else town
    called = place if not (known or town) and _AS_A_PLACE.match(head) and _LE.match(head, start) else ""
    return Dateline(stop.end(), date, span, "", (0, 0), marked=False, placed=placed, town=town, called=called)


def _town_of(place: str) -> str:
    """«Dori» of «Dori (Burkina Faso)»: what stands before a country and is no country itself; else ""."""
    parts = _OF_COUNTRY.fullmatch(place)
    if parts is None or not is_country(parts["round"] or parts["comma"]):
        return ""
    return "" if is_country(parts["town"]) else parts["town"]


def is_whole_day(date: str) -> bool:
    """Whether an EDTF date is that of one day."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", date) is not None


_ARABIC_PLACE = re.compile(r"[\u0621-\u064a]+(?:(?:\s|،\s?|\s?/\s?)[\u0621-\u064a]+){0,2}")
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_WEEKDAY_BEHIND = re.compile(rf"[,،]\s{WEEKDAY}", re.IGNORECASE)


def _is_place(text: str) -> bool:
    """Whether nothing speaks against a place: no weekday, no word such as «À», «Hier», «В» before it."""
    first = re.split(r"[\s،,/]", text.casefold().replace("’", "'"), maxsplit=1)[0]
    if first in NO_PLACES or _WEEKDAY.match(text):
        return False
    return not "\u0621" <= text[:1] <= "\u064a" or _ARABIC_PLACE.fullmatch(text) is not None


def _is_capital_of(name: str) -> bool:
    """«MEKELE, Ethiopia»: a town in capitals and its country."""
    town = _town_of(name)
    return len(town) > _ACRONYM and town.isupper() and _is_place(town) and not is_label(town)


def _is_place_in_capitals(name: str) -> bool:
    """Two words in capitals before a day in brackets: one that is not known may be dated itself, as «BATACLAN»."""
    return len(name.split()) == 2 and stands_in_capitals(name) and _is_place(name)


def _date_at(head: str, at: int) -> tuple[str, tuple[int, int], bool]:
    """(EDTF or "", span, whether anything like a date stands there): «25 января» has no year, so no EDTF."""
    if found := read_date(head[at:]):
        return found.date.text, (at + found.start, at + found.end), True
    for anchor in find_anchors(head[at : at + 40]):
        if anchor.start == 0 and anchor.day:
            return "", (at, at + anchor.end), True
        break
    return "", (at, at), False


def _source(agency: re.Match[str] | None) -> tuple[str, tuple[int, int]]:
    if agency is None:
        return "", (0, 0)
    name = next(key for key in ("round", "slash", "plain") if agency[key])
    value = re.sub(r"^(?:Корр\.|Кор\.)\s*", "", agency[name].strip())
    return value, agency.span(name)
