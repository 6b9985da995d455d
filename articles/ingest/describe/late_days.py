"""The year that stands at the end of a text, for the day of its dateline: «RABAT, 13 mars (MAP)» and «© MAP 2016»."""

import re
from dataclasses import replace
from datetime import date as calendar_date

from articles.ingest.describe.later import knows_later, says_its_weekday
from articles.ingest.describe.layout import Paragraph
from articles.ingest.describe.lone_line import LoneLine
from articles.ingest.describe.record import Evidence, Findings
from articles.names.fold import fold
from articles.written_dates import find_anchors

# Figures of ASCII alone, as the day that is made of them has.
_ACRONYM = 3
_FOUR = r"(?:19|20)[0-9]{2}"
_YEAR = re.compile(rf"(?<![\w./-]){_FOUR}(?![\w./-]\d)")
# No sign begins two of these, and none is tried anew: «©» is a mark as any other.
_NAMELESS = re.compile(
    rf"(?:[^\w(]|\((?:[cсCС]\))?|copyright|{_FOUR}(?:\sг(?:ода?|\.))?|tous\sdroits(?:\sde\sreproduction)?\sréservés"
    r"|all\srights\sreserved|все\sправа\sзащищены|جميع\sالحقوق\sمحفوظة|حقوق\sالنشر)++",
    re.IGNORECASE,
)
_LONE_YEAR = re.compile(
    rf"[(\[]?(?:(?:©|\([cсCС]\)|copyright)\s?)?(?P<year>{_FOUR})(?:\s?(?:года?|год|г\.?|م))?[)\]]?\.?",
    re.IGNORECASE,
)
# «وام/2020», «(MAP) 2016»
_SIGNED_YEAR = re.compile(
    r"[(/]?\s?(?P<name>[^\W\d_][^()/\n\d]{1,30}?)\s?[)/]?\s?[/,،–—-]?\s?"
    rf"(?P<year>{_FOUR})\.?"
)


def settle_late_days(
    findings: Findings, paragraphs: list[Paragraph], lone: LoneLine | None
) -> list[Evidence]:
    """Give the day of a dateline its year, where nothing else is stated or gainsays it; else days to propose for it.

    The year of a copyright may be that in which the page was saved: certain is that of one which names nobody else than
    the agency of the dateline.
    """
    dated = [found for found in findings.evidence if found.field == "date"]
    if len(dated) != 1 or dated[0].value or dated[0].rule not in ("dateline", "date_line"):
        return []
    years = _years_at_the_end(findings, paragraphs, lone)
    if len(set(years)) != 1 or not (value := _with_year(dated[0], findings, next(iter(years)), lone)):
        return []
    if not years[value[:4]]:
        return [replace(dated[0], value=value, rule="day_within_date")]
    findings.evidence[findings.evidence.index(dated[0])] = replace(dated[0], value=value)
    return []


def _with_year(dated: Evidence, findings: Findings, year: str, lone: LoneLine | None) -> str:
    """The day of «RABAT, 13 mars (MAP)» in that year; "" where something gainsays it."""
    anchors = [anchor for anchor in find_anchors(dated.exact) if anchor.day and anchor.month]
    if len(anchors) != 1 or anchors[0].month is None or anchors[0].day is None:
        return ""
    try:
        day = calendar_date(int(year), anchors[0].month, anchors[0].day)
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


def _years_at_the_end(
    findings: Findings, paragraphs: list[Paragraph], lone: LoneLine | None
) -> dict[str, bool]:
    """Each year that a copyright, the last line or its day names, and whether it is certain to be that of the text."""
    years = {lone.value[:4]: True} if lone else {}
    for part in findings.set_aside:
        for year in _YEAR.findall(part.exact) if part.rule == "copyright" else ():
            years[year] = years.get(year, False) or _is_of_the_text(part.exact, findings)
    if len(paragraphs) > 1 and not paragraphs[-2].text.endswith((":", ",", "،")):
        alone = _LONE_YEAR.fullmatch(paragraphs[-1].text)
        if alone:
            years[alone["year"]] = True
        signed = _SIGNED_YEAR.fullmatch(paragraphs[-1].text)
        if signed and _is_of_the_text(signed["name"], findings):
            years[signed["year"]] = True
    return years


def _is_of_the_text(copyright_line: str, findings: Findings) -> bool:
    """«© MAP 2016» below a dateline that names MAP, and «© 2016. Tous droits réservés», which names nobody."""
    if _NAMELESS.fullmatch(copyright_line):
        return True
    names = [
        found.value for found in findings.evidence if (found.field, found.rule) == ("source", "dateline")
    ]
    signed = f" {fold(copyright_line)} "
    return any(name and f" {fold(name)} " in signed for name in names) or any(
        acronym in copyright_line.split() for acronym in map(_acronym_of, names) if len(acronym) >= _ACRONYM
    )


def _acronym_of(name: str) -> str:
    """«MNA» of “Mekong News Agency”; "" of a name with small words."""
    words = name.split()
    return "".join(word[0] for word in words) if all(word[0].isupper() for word in words) else ""


def _names_a_later_year(findings: Findings, day: calendar_date) -> bool:
    """Whether the text names a year after that of the day which is not far to come: the copyright may be older."""
    years = (int(year) for year in _YEAR.findall(findings.text))
    return any(day.year < year <= day.year + 3 for year in years)
