"""The dateline at the start of a lede: place, date and agency, as the agencies of four languages write them."""

import re
from dataclasses import dataclass

from articles.ingest.describe.record import Findings
from articles.written_dates import find_anchors, read_date

_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_PLACE = re.compile(
    rf"{_UPPER}[\w’'.-]*(?:[\s-]{_UPPER}[\w’'-]*|[\s-](?:de|du|des|la|le|sur|el|al|на|of)(?=[\s-])){{0,4}}"
    rf"(?P<aside>\s?[/(][^/()\d]{{2,20}}[/)])?(?:,\s{_UPPER}[a-zà-ÿа-яё]+(?=\s[(–—-]))?"
    r"|[\u0621-\u064a]+(?:\s[\u0621-\u064a]+){0,2}?"
)
_GAP = re.compile(r"\s*[,،.:/–—-]?\s*(?:le\s|on\s)?\s*")
_KNOWN = (
    r"РИА Новости|ТАСС|Интерфакс|ИНТЕРФАКС(?:\.RU)?|INTERFAX(?:\.RU)?|MAP|AFP|Reuters|TASS|Sputnik|Xinhua"
    r"|ومع|و\.?\s?م\.?\s?ع|سبوتنيك|رويترز|تاس|أ\.?\s?ف\.?\s?ب"
)
_AGENCY = re.compile(
    r"\s*[,.،–—/-]?\s*(?:\((?P<round>[^()\n]{2,40})\)|/\s?(?P<slash>[^/\n]{2,40}?)\s?/"
    rf"|(?:[–—-]\s|(?<=[.]\s)|(?<=/\s))(?P<plain>{_KNOWN})(?![^\W_])(?:,\s{_UPPER}\w+(?:\s{_UPPER}\w+){{0,2}})?)"
)
_CLOSE = re.compile(r"\s*/\s+|\s*[.,:]?\s*(?:[-–—]+|:)\s*|\s*\.\s+(?=\S)|\s*$")
_DASH = re.compile(r"\s*[.,:]?\s*[-–—]+\s*")
_LAST = 160

AGENCIES = (
    r"MAP|AFP|APS|TAP|AP|EFE|ANSA|DPA|Reuters|(?:ITAR-)?TASS|Sputnik|Xinhua|RIA[ -]Novosti|Interfax|(?:ИТАР-)?ТАСС"
    r"|РИА Новости|Интерфакс|ИНТЕРФАКС|Спутник|ومع|و\.?\s?م\.?\s?ع\.?|سبوتنيك|رويترز|تاس|أ\.?\s?ف\.?\s?ب\.?"
)
"""The agencies that sign texts and pictures by name alone."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: `length` of it in characters, `date` in EDTF or "", `source` or ""."""

    length: int
    date: str
    date_span: tuple[int, int]
    source: str
    source_span: tuple[int, int]


def read_dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph, None when it begins with its first sentence."""
    head = text[:_LAST]
    place = _PLACE.match(head)
    ends = [place.end(), place.end() - len(place["aside"] or "")] if place else []
    for start in [*ends, 0]:
        if found := _read_from(head, start):
            return found
    # A place of one Arabic word may be one of two: try the longer ones.
    if place and "\u0621" <= head[:1] <= "\u064a":
        for longer in re.finditer(r"[\u0621-\u064a](?=\s|/|،|-|–|\()", head[:40]):
            if found := _read_from(head, longer.end()):
                return found
    return None


def _read_from(head: str, start: int) -> Dateline | None:
    gap = _GAP.match(head, start) if start else None
    at = gap.end() if gap else start
    date, date_span, has_date = _date_at(head, at)
    end = date_span[1] if has_date else start
    agency = _AGENCY.match(head, end)
    after_agency = agency.end() if agency else end
    if agency is None and not has_date:
        return None
    close = (_CLOSE if agency or (has_date and start) else _DASH).match(head, after_agency)
    if close is None:
        return None
    if agency is None and not _is_closed(head, start, gap[0] if gap else "", close):
        return None
    if agency and not agency["plain"] and not has_date and close[0].strip() == "." and agency["round"]:
        return None
    source, source_span = _source(agency)
    return Dateline(close.end(), date, date_span, source, source_span)


def _is_closed(head: str, start: int, gap: str, close: re.Match[str]) -> bool:
    """Without an agency a dateline needs a dash after its date, or one before it at the end of the line."""
    return re.search(r"[-–—]", close[0]) is not None or (
        bool(start) and close.end() == len(head) and bool(gap.strip())
    )


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


# «Rabat - Le ministre…»: neither date nor agency, but no part of the sentence either.
_LONE_PLACE = re.compile(rf"{_UPPER}[\w’'-]+(?:[\s-]{_UPPER}[\w’'-]+){{0,2}}\s?[–—-]\s+(?=[«“\"]?{_UPPER})")


def note_dateline(text: str, start: int, findings: Findings) -> int:
    """Note date and source of the dateline that opens a paragraph at `start`; its length, 0 for none."""
    dateline = read_dateline(text)
    if dateline is None:
        place = _LONE_PLACE.match(text)
        return place.end() if place else 0
    begin, end = dateline.date_span
    if end > begin:
        # Without its year a day is no date, but it is to be told of.
        findings.add("date", dateline.date, start + begin, start + end, "dateline")
    begin, end = dateline.source_span
    if end > begin:
        findings.add("source", dateline.source, start + begin, start + end, "dateline")
    return dateline.length
