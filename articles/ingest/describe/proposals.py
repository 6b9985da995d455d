"""Dates that a record might have, from its running text: proposed to a person, never taken."""

import re

from articles.dates import EdtfDate
from articles.ingest.describe.layout import Paragraph
from articles.ingest.describe.record import Evidence, Findings
from articles.written_dates import Anchor, find_anchors, find_dates

_DIGITS = re.compile(r"\d+")
_AROUND = 30
"""Characters on either side of a number in which the rest of its date stands."""
_MOST = 12
_SEARCHED = 5_000
"""Characters of the text in which dates are looked for: those of a publication stand early."""


def propose_dates(
    findings: Findings, paragraphs: list[Paragraph], date: EdtfDate | None, likely: list[Evidence]
) -> list[Evidence]:
    """At most twelve: dates of updates, `likely` ones, those stated that cannot be that of a press text, whole
    dates of the running text, then days without a year.

    A day without a year gets the year of `date`, where that is a month which the day lies in, or a year;
    otherwise its value is "".
    """
    proposals = [found for found in findings.evidence if found.field == "updated" and found.value]
    stated = [found for found in findings.evidence if found.field == "date" and found.value]
    known = [(found.start, found.end) for found in stated] if date else []
    budget = _SEARCHED
    whole: list[Evidence] = [] if date else stated
    anchored: list[Evidence] = []
    for paragraph in paragraphs:
        for line in paragraph.lines:
            if budget <= 0:
                break
            budget -= len(line.text)
            for start, end in _windows(line.text[:_SEARCHED]):
                _search(findings.text, line.start + start, line.start + end, date, whole, anchored)
    found = proposals + _unique(likely + whole) + _unique(anchored)
    return [one for one in found if not any(a < one.end and one.start < b for a, b in known)][:_MOST]


def _windows(line: str) -> list[tuple[int, int]]:
    """Spans of whole words around the numbers of a line: the only places worth a search for dates."""
    windows: list[tuple[int, int]] = []
    for number in _DIGITS.finditer(line):
        start = line.rfind(" ", 0, max(number.start() - _AROUND, 0)) + 1
        end = line.find(" ", number.end() + _AROUND)
        end = len(line) if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _search(
    raw: str, start: int, end: int, date: EdtfDate | None, whole: list[Evidence], anchored: list[Evidence]
) -> None:
    for found in find_dates(raw[start:end]):
        span = start + found.start, start + found.end
        whole.append(Evidence("date", found.date.text, raw[slice(*span)], *span, "running_text"))
    for anchor in find_anchors(raw[start:end]):
        if anchor.day is None:
            continue
        value = _anchored(anchor, date)
        rule = "day_within_date" if value else "day_without_year"
        anchored.append(Evidence("date", value, anchor.exact, start + anchor.start, start + anchor.end, rule))


def _anchored(anchor: Anchor, date: EdtfDate | None) -> str:
    if date is None or date.earliest is None or date.precision not in ("month", "year"):
        return ""
    if date.precision == "month" and date.earliest.month != anchor.month:
        return ""
    read = EdtfDate.parse_or_none(f"{date.earliest.year:04}-{anchor.month:02}-{anchor.day:02}")
    return read.text if read else ""


def _unique(found: list[Evidence]) -> list[Evidence]:
    """The first evidence for each value, or for each wording where there is no value."""
    seen: set[str] = set()
    kept = []
    for one in found:
        key = one.value or one.exact
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept
