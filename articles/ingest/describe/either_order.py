"""Dates in figures of an English text in which either number may be the month: 05/11/2013 is two days."""

from dataclasses import replace

from articles.ingest.describe.record import Evidence, Findings
from articles.ingest.describe.short_years import years_in_doubt
from articles.ingest.figure_dates import find_figures, put, ways_of
from articles.written_dates import read_date

RULE = "either_order"


def settle_orders(findings: Findings, language: str) -> list[Evidence]:
    """Proposals of both days for each such date, whose evidence then has no value.

    French, Russian and Arabic write the day first; English does in London and not in New York. Where the text states
    one of the two days otherwise too, it is that; where it states both, neither.
    """
    if language != "en":
        return _settle_short_years(findings, language)
    proposals: list[Evidence] = []
    doubtful = {index: days for index, one in enumerate(findings.evidence) if (days := _days(one))}
    stated = {
        one.value
        for index, one in enumerate(findings.evidence)
        if one.field == "date" and index not in doubtful
    }
    for index, days in doubtful.items():
        one = findings.evidence[index]
        agreed = days if len(days) == 1 else [day for day in days if day in stated]
        if len(agreed) == 1:
            findings.evidence[index] = replace(one, value=agreed[0])
            continue
        findings.evidence[index] = replace(one, value="", rule=RULE)
        proposals += [replace(one, value=day, rule=RULE) for day in days]
    return proposals


def _settle_short_years(findings: Findings, language: str) -> list[Evidence]:
    """Proposals of what «19.10.12 09:30» may be in a language that writes the year first, or may: it dates nothing."""
    proposals: list[Evidence] = []
    for one in [one for one in findings.evidence if one.field in ("date", "updated")]:
        if days := years_in_doubt(one.exact, language):
            findings.evidence.remove(one)
            findings.put_aside(one.start, one.end, "header")
            proposals += [replace(one, value=day, rule=RULE) for day in days]
    return proposals


def _days(one: Evidence) -> list[str]:
    """The day first and the month first of a date in figures, or of an interval of two, in EDTF.

    Only one of them where its weekday or its other end says which it is; [] where nothing of it may be two days.
    """
    figures = find_figures(one.exact) if one.field in ("date", "updated") and one.value else []
    if not any(figure.may_be_two for figure in figures):
        return []
    days = []
    for way in ways_of(figures) or ways_of(figures, by_weekday=False):
        written = read_date(put(one.exact, figures, way))
        if written is None and len(figures) == 1:
            days.append(str(figures[0].day(way)))
        elif written is not None:
            days.append(written.date.text)
    return list(dict.fromkeys(days))
