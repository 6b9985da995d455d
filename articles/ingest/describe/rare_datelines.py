"""Datelines that part the year from its day, or set the agency before the day: “Oslo, Apr. 22 (Gulf Wire) 2011 -”."""

import re
from collections.abc import Callable
from datetime import date as calendar_date

from articles.ingest.describe.dateline import Dateline, is_whole_day, is_wire
from articles.ingest.describe.places import is_known_place, stands_in_capitals
from articles.written_dates import find_anchors, read_date

_LONGEST = 160
_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_BEGINS = rf"(?=[«“\"„]?(?:{_UPPER}|[\u0621-\u064a]))"
_PLACE = re.compile(
    rf"(?P<place>{_UPPER}[\w’'-]+(?:[\s-]{_UPPER}[\w’'-]+){{0,2}}|[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?)\s?"
)
_GAP = re.compile(r"\s?[,،.–—-]?\s*")
_DASH = re.compile(rf"\s*[-–—]+\s*{_BEGINS}")
_CLOSE = re.compile(rf"\s*(?:[-–—]+|[.:](?=\s))\s*{_BEGINS}")
_NAME = r"[^()/\n\d]{2,40}?"
_YEAR_BEHIND = re.compile(
    rf"[.,،]?\s*(?:[(/]\s?(?P<name>{_NAME})(?:,\s(?P<inside>(?:19|20)\d\d))?\s?[)/][.,،]?\s*)?"
    r"(?:(?P<year>(?:19|20)\d\d)(?P<word>\s(?:года?|г\.?))?)?"
)
# So the agency of Kuwait dates: «الكويت – 1 – 7 (كونا) 2010 – …».
_IN_FIGURES = re.compile(
    rf"(?P<day>\d{{1,2}})\s?[–—-]\s?(?P<month>\d{{1,2}})\s?\((?P<name>{_NAME})\)\s?(?P<year>(?:19|20)\d\d)"
)
_AGENCY_FIRST = re.compile(rf"(?:[–—-]\s(?P<dashed>[^\W\d_]{{2,20}})\s[–—-]\s|\((?P<round>{_NAME})\)\s?)")
_WITHOUT_MARK = re.compile(r"\s(?=[\u0621-\u064a])")
_DAY_FIRST = re.compile(r"(?:Le\s)?(?=\d)")
_PLACE_BEHIND = re.compile(rf",\s(?P<place>{_UPPER}[\w’'-]+(?:[\s-]{_UPPER}[\w’'-]+)?)\.\s[–—-]\s{_BEGINS}")


# «18.11.2022 НАЙРОБИ-МЕКЕЛЕ. …»: a day in figures, the place in capitals, and a sentence.
_FIGURES_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d\d-\d\d)\s(?P<place>[A-ZÀ-ÖØ-ÞА-ЯЁ]{{4,}}(?:[\s-][A-ZÀ-ÖØ-ÞА-ЯЁ]{{2,}}){{0,2}})"
    rf"(?:\.(?:\s[–—-])?|\s[–—-])\s+{_BEGINS}"
)


# «(Genève, 17 juin 2014) Le Viêt Nam a saisi…»
_IN_BRACKETS = re.compile(r"[(\[](?P<place>[^()\[\]\d,،]{2,40})[,،]\s(?:le\s)?")
_BRACKET_SHUT = re.compile(rf"\s?[)\]][.:]?(?:\s?[–—-])?\s*{_BEGINS}")


def read_rare_dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph in one of these forms, None for none; its day has its year."""
    head = text[:_LONGEST]
    if not any(char.isdigit() for char in head[:60]):
        return None
    if bracketed := _IN_BRACKETS.match(head):
        return _read_in_brackets(head, bracketed)
    if figures := _FIGURES_FIRST.match(head):
        return _read_figures_first(figures)
    if day_first := _DAY_FIRST.match(head):
        return _read_day_first(head, day_first.end())
    place = _PLACE.match(head)
    if place is None:
        return None
    readers: tuple[Callable[[str, re.Match[str]], Dateline | None], ...]
    readers = (_read_figures, _read_agency_first, _read_year_behind)
    return next((found for read in readers if (found := read(head, place))), None)


def _read_day_first(head: str, at: int) -> Dateline | None:
    """«Le 30 mars 2021, Marseille. — …»: the day, a place that is known, a stop and a dash."""
    found = read_date(head[at:])
    if found is None or not is_whole_day(found.date.text):
        return None
    behind = _PLACE_BEHIND.match(head, at + found.end)
    if behind is None or not is_known_place(behind["place"]):
        return None
    span = (at + found.start, at + found.end)
    return Dateline(behind.end(), found.date.text, span, "", (0, 0), marked=False)


def _read_in_brackets(head: str, bracketed: re.Match[str]) -> Dateline | None:
    place = bracketed["place"].strip()
    found = read_date(head[bracketed.end() :]) if is_known_place(place) or stands_in_capitals(place) else None
    if found is None or not is_whole_day(found.date.text):
        return None
    span = (bracketed.end() + found.start, bracketed.end() + found.end)
    shut = _BRACKET_SHUT.match(head, span[1])
    return Dateline(shut.end(), found.date.text, span, "", (0, 0), marked=False) if shut else None


def _read_figures_first(figures: re.Match[str]) -> Dateline | None:
    found = read_date(figures["day"])
    towns = re.split(r"-", figures["place"])
    if found is None or not is_whole_day(found.date.text) or not any(map(is_known_place, towns)):
        return None
    return Dateline(figures.end(), found.date.text, figures.span("day"), "", (0, 0), marked=False)


def _read_figures(head: str, place: re.Match[str]) -> Dateline | None:
    gap = _GAP.match(head, place.end("place"))
    figures = _IN_FIGURES.match(head, gap.end()) if gap else None
    close = _DASH.match(head, figures.end()) if figures else None
    if figures is None or close is None or not is_wire(figures["name"]):
        return None
    date = _day(int(figures["year"]), int(figures["month"]), int(figures["day"]))
    return (
        Dateline(close.end(), date, figures.span(), figures["name"], figures.span("name")) if date else None
    )


def _read_agency_first(head: str, place: re.Match[str]) -> Dateline | None:
    """«Alger — APS — 15/9/2021. …» with an agency that is known; in Arabic any that a known town is before."""
    agency = _AGENCY_FIRST.match(head, place.end())
    found = read_date(head[agency.end() :]) if agency else None
    if agency is None or found is None or not is_whole_day(found.date.text):
        return None
    group = "round" if agency["round"] else "dashed"
    start, end = agency.end() + found.start, agency.end() + found.end
    arabic = _WITHOUT_MARK.match(head, end) if agency["round"] else None
    close = _CLOSE.match(head, end) or arabic
    one_word = agency["round"] and len(agency["round"].split()) == 1
    vouched = is_wire(agency[group]) or (one_word and is_known_place(place["place"]))
    if close is None or not vouched:
        return None
    marked = is_wire(agency[group])
    return Dateline(
        close.end(), found.date.text, (start, end), agency[group], agency.span(group), marked=marked
    )


def _read_year_behind(head: str, place: re.Match[str]) -> Dateline | None:
    """“Oslo, Apr. 22 (Gulf Wire) 2011 -”, “OSLO, Oct 8 (Nord, 2019) -”, «Лондон. 11 августа. 2012 год. …»."""
    gap = _GAP.match(head, place.end("place"))
    at = gap.end() if gap else place.end()
    anchor = next(iter(find_anchors(head[at : at + 40])), None)
    if anchor is None or anchor.start or not (anchor.day and anchor.month) or read_date(head[at:]):
        return None
    behind = _YEAR_BEHIND.match(head, at + anchor.end)
    if behind is None or bool(behind["inside"]) == bool(behind["year"]):
        return None
    close = _CLOSE.match(head, behind.end())
    known = is_known_place(place["place"]) or stands_in_capitals(place["place"])
    # Without an agency nothing but the word tells that it is the year: «Лондон. 11 августа. 2012 …».
    named = bool(behind["name"]) and (known or is_wire(behind["name"]))
    if close is None or not (named or (known and behind["word"])):
        return None
    year = "inside" if behind["inside"] else "year"
    date = _day(int(behind[year]), anchor.month, anchor.day)
    span = (at, at + anchor.end if behind["inside"] else behind.end("year"))
    source, source_span = (behind["name"], behind.span("name")) if named else ("", (0, 0))
    return Dateline(close.end(), date, span, source, source_span, marked=named) if date else None


def _day(year: int, month: int, day: int) -> str:
    try:
        return calendar_date(year, month, day).isoformat()
    except ValueError:
        return ""
