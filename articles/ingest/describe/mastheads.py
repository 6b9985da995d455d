"""The running head of a paper's page: «L’Écho du Rif — n° 412 — vendredi 18 mars 2016 — page 3»."""

import re
from datetime import date as calendar_date

from articles.ingest.describe.dateline import is_whole_day
from articles.ingest.describe.later import knows_later, says_its_weekday
from articles.ingest.describe.papers import GENERIC, is_paper
from articles.ingest.describe.places import is_known_place
from articles.written_dates import find_dates

_LONGEST = 110
_MASK = "\N{SECTION SIGN}"
_WORDS = 6
_VOLUME = r"vol(?:ume|\.)?\s?\d{1,4}\s?[,،]\s"
_NUMBER = (
    rf"(?:(?:{_VOLUME})?"
    r"(?:n[°º]s?|numéro|no\.?|№|issue|вып(?:уск|\.)|(?:ال)?عدد)\s?:?\s?"
    r"(?:\d{1,3}(?:[ \xa0\u202f]\d{3})+(?!\d)|\d{1,6})(?:\s?\(\d{1,6}\)|/\d{1,4})?)"
)
NUMBERED = re.compile(_NUMBER, re.IGNORECASE)
"""The number of an issue: «n° 412», «n° 4 112», «№ 9 (1204)», “Vol. 3, No. 7”."""
TWICE_NUMBERED = re.compile(rf"{_VOLUME}{_NUMBER}|{_NUMBER}(?<=\))", re.IGNORECASE)
"""The number of an issue with its volume or that of all issues, as no lot, room or match has: «№ 9 (1204)»."""
# What else stands in such a line: the volume, the year of the paper, its pages, its price.
_PAGES = r"(?:pages?|pp?\.|с(?:тр)?\.|(?:ال)?صفحة|ص\.?)\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?"
_PAGE = re.compile(rf"\s*{_PAGES}[.\s]*", re.IGNORECASE)
PAGES = re.compile(_PAGES, re.IGNORECASE)
"""The page that a text stands on."""
_BESIDE = re.compile(
    r"(?:vol(?:ume|\.)?|tome|т(?:ом|\.))\s?(?:\d{1,4}|[IVXLC]+)|\d{1,3}\s?(?:e|ème)\sannée|год\s(?:издания\s)?\d{1,3}(?:-й)?"
    rf"|{_PAGES}|السنة\s[\w\s]{{1,20}}",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*[,،;|•·]\s*|\s+[–—-]\s+|\s*[–—]\s*")
# An act has its number and its day too, and a case, and a tender.
NO_ISSUE = re.compile(
    r"d[ée]cret|loi\b|arr[êe]t|dahir|directive|règlement|circulaire|décision|résolution|dossier|affaire|projet|marché|contrat|note\b"
    r"|avis\b|appel\b|lot\b|pièce|annexe|décision|photo|decree|law\b|act\b|case\b|bill\b|order\b|resolution|regulation|tender|contract|exhibit"
    r"|приказ|указ|закон|постановлени|решени|дело\b|договор|распоряжени|протокол|приложени|قانون|قرار|مرسوم|ظهير|ملف|قضية|صفقة|ملحق",
    re.IGNORECASE,
)


def read_masthead(text: str, whole: str, *, first: bool) -> tuple[str, int, int] | None:
    """(EDTF, its place) of the day or month in a line that names a paper, its number and nothing else; None else.

    Not `first` of the text, it has a page too, or the name is a paper's: «Match n° 12, 18 mars 2016» has neither.
    Its EDTF is "" where the `whole` text tells of later days: the number is cited.
    """
    if len(text) > _LONGEST or NUMBERED.search(text) is None or NO_ISSUE.search(text):
        return None
    # «n° 87, février 2015» is no 87th of February.
    line = NUMBERED.sub(lambda number: _MASK * len(number[0]), text)
    days = find_dates(line)
    last = days[0].date.latest if len(days) == 1 else None
    if last is None or days[0].date.precision not in ("day", "month"):
        return None
    day = days[0]
    before, after = _MARK.split(line[: day.start]), _MARK.split(line[day.end :])
    # A mark parts the day from what stands beside it: «n° 412 du 18 mars» cites.
    if before[-1].strip() or after[0].strip(" .)"):
        return None
    names = [left for part in (*before, *after) if (left := _without_number(part))]
    if len(names) != 1 or not _is_a_name(names[0]) or not line.startswith(names[0]):
        return None
    if not (
        first or is_paper(names[0]) or names[0][0] in '«“"' or any(map(_PAGE.fullmatch, (*before, *after)))
    ):
        return None
    exact = day.date.text
    if is_whole_day(exact) and not says_its_weekday(
        text[day.start : day.end], calendar_date.fromisoformat(exact)
    ):
        return None
    later = knows_later(_without(whole, text), last)
    return "" if later else day.date.text, day.start, day.end


def is_numbered(text: str) -> bool:
    """Whether a line is a paper's name and its number, and nothing else: «Le Courrier – n° 412»."""
    if len(text) > _LONGEST or NUMBERED.search(text) is None or NO_ISSUE.search(text):
        return False
    left = _without_number(NUMBERED.sub(lambda number: _MASK * len(number[0]), text))
    names = [name for part in _MARK.split(left) if (name := _without_number(part))]
    return len(names) == 1 and _is_a_name(names[0]) and text.startswith(names[0])


def says_how_often(text: str) -> bool:
    """Whether it is the line of a number below the name of its paper: «Hebdomadaire — N° 412 — 2,50 €»."""
    return re.match(GENERIC, text, re.IGNORECASE) is not None and NUMBERED.search(text) is not None


def _without_number(part: str) -> str:
    """What is left of a part of the line without a number, a page or a place."""
    left = part.replace(_MASK, "").strip(" .")
    return "" if _BESIDE.fullmatch(left) or is_known_place(left) else left


def _is_a_name(text: str) -> bool:
    begins = text.lstrip('«“"')[:1]
    return len(text.split()) <= _WORDS and (begins.isupper() or "\u0621" <= begins <= "\u064a")


def _without(whole: str, line: str) -> str:
    return whole.replace(line, "\n", 1)
