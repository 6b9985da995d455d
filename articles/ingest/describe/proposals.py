"""Dates that a record might have, from its running text: proposed to a person, never taken."""

import re

from articles.dates import EdtfDate, EdtfError
from articles.ingest.describe.layout import Paragraph
from articles.ingest.describe.record import Evidence, Findings
from articles.written_dates import Anchor, find_anchors, find_dates

_DIGIT = re.compile(r"\d")
_MOST = 12
_SEARCHED = 5_000
"""Characters of the text in which dates are looked for: those of a publication stand early."""


def propose_dates(findings: Findings, paragraphs: list[Paragraph], date: EdtfDate | None) -> list[Evidence]:
    """At most twelve: dates of updates, whole dates of the running text, then days without a year.

    A day without a year gets the year of `date`, where that is a month which the day lies in, or a year;
    otherwise its value is "".
    """
    proposals = [found for found in findings.evidence if found.field == "updated"]
    known = [(found.start, found.end) for found in findings.evidence if found.field == "date"]
    budget = _SEARCHED
    whole: list[Evidence] = []
    anchored: list[Evidence] = []
    for paragraph in paragraphs:
        for line in paragraph.lines:
            if budget <= 0:
                break
            budget -= len(line.text)
            if _DIGIT.search(line.text):
                _search(findings.text, line.text[:_SEARCHED], line.start, date, whole, anchored)
    found = proposals + _unique(whole) + _unique(anchored)
    return [one for one in found if not any(a < one.end and one.start < b for a, b in known)][:_MOST]


def _search(
    raw: str, line: str, start: int, date: EdtfDate | None, whole: list[Evidence], anchored: list[Evidence]
) -> None:
    for found in find_dates(line):
        begin, end = start + found.start, start + found.end
        whole.append(Evidence("date", found.date.text, raw[begin:end], begin, end, "running_text"))
    for anchor in find_anchors(line):
        if anchor.day is None:
            continue
        begin, end = start + anchor.start, start + anchor.end
        value = _anchored(anchor, date)
        rule = "day_within_date" if value else "day_without_year"
        anchored.append(Evidence("date", value, raw[begin:end], begin, end, rule))


def _anchored(anchor: Anchor, date: EdtfDate | None) -> str:
    if date is None or date.earliest is None or date.precision not in ("month", "year"):
        return ""
    if date.precision == "month" and date.earliest.month != anchor.month:
        return ""
    try:
        return EdtfDate.parse(f"{date.earliest.year:04}-{anchor.month:02}-{anchor.day:02}").text
    except EdtfError:
        return ""


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
