"""Dates in figures of an English text in which either number may be the month: 05/11/2013 is two days."""

import re
from dataclasses import replace

from articles.dates import EdtfDate, EdtfError
from articles.ingest.describe.record import Evidence, Findings

RULE = "either_order"
# With points between them a date is written day first by whoever writes it.
_FIGURES = re.compile(
    r"(?<![\d/-])(?P<first>\d{1,2})\s?(?P<mark>[/-])\s?(?P<second>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4})"
)


def settle_orders(findings: Findings, language: str) -> list[Evidence]:
    """Proposals of both days for each such date, whose evidence then has no value; [] in other languages.

    French, Russian and Arabic write the day first; English does in London and not in New York. Where the text states
    one of the two days otherwise too, it is that.
    """
    if language != "en":
        return []
    proposals: list[Evidence] = []
    doubtful = {index: days for index, one in enumerate(findings.evidence) if (days := _both_days(one))}
    stated = {
        one.value
        for index, one in enumerate(findings.evidence)
        if one.field == "date" and index not in doubtful
    }
    for index, days in doubtful.items():
        one = findings.evidence[index]
        agreed = [day for day in days if day in stated]
        if agreed:
            findings.evidence[index] = replace(one, value=agreed[0])
            continue
        findings.evidence[index] = replace(one, value="", rule=RULE)
        proposals += [replace(one, value=day, rule=RULE) for day in days]
    return proposals


def _both_days(one: Evidence) -> list[str]:
    """The day first and the month first of a date in figures, in EDTF; [] where only one of them is a day."""
    figures = _FIGURES.search(one.exact) if one.field in ("date", "updated") and one.value else None
    if figures is None or figures["first"] == figures["second"]:
        return []
    first, second, year = (int(figures[name]) for name in ("first", "second", "year"))
    if not (1 <= first <= 12 and 1 <= second <= 12):
        return []
    try:
        return [
            EdtfDate.parse(f"{year}-{month:02}-{day:02}").text
            for day, month in ((first, second), (second, first))
        ]
    except EdtfError:
        return []
