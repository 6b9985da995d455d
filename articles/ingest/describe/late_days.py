"""The year that stands at the end of a text, for the day of its dateline: «RABAT, 13 mars (MAP)» and «© MAP 2016»."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date as calendar_date

from articles.ingest.describe.later import knows_later, says_its_weekday
from articles.ingest.describe.layout import Paragraph
from articles.ingest.describe.lone_line import LoneLine
from articles.ingest.describe.record import Evidence, Findings
from articles.written_dates import find_anchors

_YEAR = re.compile(r"(?<![\w./-])(?:19|20)\d\d(?![\w./-]\d)")
_LONE_YEAR = re.compile(
    r"[(\[]?(?:(?:©|\([cсCС]\)|copyright)\s?)?(?P<year>(?:19|20)\d\d)(?:\s?(?:года?|год|г\.?|م))?[)\]]?\.?",
    re.IGNORECASE,
)


def settle_late_days(findings: Findings, paragraphs: list[Paragraph], lone: LoneLine | None) -> None:
    """Give the day of a dateline its year, where nothing else is stated or gainsays it."""
    dated = [found for found in findings.evidence if found.field == "date"]
    if len(dated) != 1 or dated[0].value or dated[0].rule not in ("dateline", "date_line"):
        return
    if value := _with_year(dated[0], findings, paragraphs, lone):
        findings.evidence[findings.evidence.index(dated[0])] = replace(dated[0], value=value)


def _with_year(
    dated: Evidence, findings: Findings, paragraphs: list[Paragraph], lone: LoneLine | None
) -> str:
    """The day of «RABAT, 13 mars (MAP)» in the one year that a copyright or the last line names; "" for none."""
    anchors = [anchor for anchor in find_anchors(dated.exact) if anchor.day and anchor.month]
    if len(anchors) != 1 or anchors[0].month is None or anchors[0].day is None:
        return ""
    years = {lone.value[:4]} if lone else set()
    years |= set(_years_at_the_end(findings, paragraphs))
    if len(years) != 1:
        return ""
    try:
        day = calendar_date(int(years.pop()), anchors[0].month, anchors[0].day)
    except ValueError:
        return ""
    if lone and lone.value != day.isoformat():
        return ""
    later = day > calendar_date.today() or knows_later(findings.text, day)
    return (
        ""
        if later or not says_its_weekday(dated.exact, day) or _names_a_later_year(findings, day)
        else day.isoformat()
    )


def _years_at_the_end(findings: Findings, paragraphs: list[Paragraph]) -> Iterator[str]:
    for part in findings.set_aside:
        if part.rule == "copyright":
            yield from _YEAR.findall(part.exact)
    if len(paragraphs) > 1 and not paragraphs[-2].text.endswith((":", ",", "،")):
        alone = _LONE_YEAR.fullmatch(paragraphs[-1].text)
        if alone:
            yield alone["year"]


def _names_a_later_year(findings: Findings, day: calendar_date) -> bool:
    """Whether the text names a year after that of the day which is not far to come: the copyright may be older."""
    years = (int(year) for year in _YEAR.findall(findings.text))
    return any(day.year < year <= day.year + 3 for year in years)
