"""A short line of the header that holds one day, and beside it nothing but names, numbers and hours."""

import re
from datetime import date as calendar_date

from articles.ingest.describe import labels
from articles.ingest.describe.dateline import is_whole_day, is_wire
from articles.ingest.describe.day_lines import (
    is_gainsaid,
    is_known_part,
    is_periodical,
    split_parts,
    stays_below,
)
from articles.ingest.describe.layout import Line, is_terminal
from articles.ingest.describe.lone_line import ACT, OTHER_DAY, PICTURE, is_free, is_rubric, returning
from articles.ingest.describe.mastheads import NO_ISSUE, NUMBERED, PAGES, TWICE_NUMBERED
from articles.ingest.describe.papers import GENERIC, is_paper, vouches_for_nothing
from articles.ingest.describe.places import is_known_place, is_label, stands_in_capitals
from articles.ingest.describe.record import Findings
from articles.ingest.describe.refusals import is_of_a_page, tells_of_another_day
from articles.ingest.describe.short_years import dotted_day
from articles.months import WEEKDAY, WEEKDAY_ANY, weekday_number
from articles.names.fold import fold
from articles.names.given_names import is_given_name
from articles.written_dates import WrittenDate, find_dates

_LONGEST = 90
_LONGEST_TITLE = 190
_WORDS = 5
_MOST_NAMES = 2
_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_EDGE = " ,،;|•·/–—ـ-.:()[]"
# What may stand beside a day without saying anything of it: an hour, a mark of age, who may read it.
_IDLE = re.compile(
    r"(?:(?:à|at|в|الساعة)\s)?\d{1,2}\s?[:hH.]\s?\d{2}(?:\s?[ap]m)?(?:\s?(?:GMT|UTC|E[SD]T|МСК))?|\d{1,2}\+"
    r"|(?:(?:года?\s)?от|по)\sР\.\s?Х|abonnés|réservé\saux\sabonnés|subscribers?(?:\sonly)?|для\sподписчиков",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\d{1,2}[:h]\d{2}$")
_ERA = re.compile(r"^\s*(?:года?\s)?(?:от|по)\sР\.\s?Х\.?|^\s*г\.", re.IGNORECASE)
_ON = re.compile(r"(?:^|\s)(?:le|on|от|du|of|в|في|بتاريخ|يوم)\s*$", re.IGNORECASE)
_OF = re.compile(r"(?:^|\s)(?:от|du|of)\s*$", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)
_BEFORE_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}[,،]?\s*$", re.IGNORECASE)
_BEHIND_WEEKDAY = re.compile(rf"^[\s,،]*(?P<name>{WEEKDAY}|{WEEKDAY_ANY}(?=\s*$))", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:(?:review(?:ed)?|words|story|text|reported|written|posted)\s)?by\s|par\s|texte?\s:\s|(?:автор|текст)\s?:\s|بقلم\s?:?\s",
    re.IGNORECASE,
)
_TO_PRESS = re.compile(
    r"(?:подписано\sв\sпечать|сдано\sв\sнабор|mis\ssous\spresse\s(?:le)?|bon\sà\stirer\sd(?:u|onné\sle)|went\sto\spress(?:\son)?)\s*$",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?P<before>[^/]+)/(?=[\s\d])")
_CORRESPONDENT = re.compile(
    r"(?:(?:by\s|from\s)?our\s(?:own\s|special\s|staff\s|local\s)?(?:stringers?|correspondents?|reporters?)(?:\sin\s\w+)?|correspondance\s(?:particulière|spéciale)|de\snotre\senvoyée?(?:\sspéciale?)?|special\sto\s.+|from\sour\scorrespondent"
    r"|от\sнашего\sкорреспондента|مراسلة\sخاصة)",
    re.IGNORECASE,
)
_ISSUE = re.compile(r"issue|numéro|выпуск|(?:ال)?عدد", re.IGNORECASE)
_LETTER = re.compile(rf"lettre\sd['’]information|newsletter|^{GENERIC}(?![^\W_])", re.IGNORECASE)
_SHEET = re.compile(
    r"(?<![^\W_])(?:листок|курьер|ведомости|известия|хроника|обозрение|новости)$", re.IGNORECASE
)
_REGION = re.compile(rf"{_UPPER}[a-z]{{1,4}}\.?")
_OWNED = re.compile(r"(?<!\w)(?:son|sa|ses|leurs?|his|her|their|его|её|их)(?!\w)|['’]s(?!\w)", re.IGNORECASE)
_STOPPED = re.compile(r"(?<![ap]\.m)(?<!\b[A-Z])[.:;,،؛]$")


def take_header_day(line: Line, following: list[Line], findings: Findings, above: list[Line]) -> bool:
    """Whether a line below the headline, or above it, only dates the text, and is noted for that."""
    text = line.text
    if not following or len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return False
    if any(found.field == "date" for found in findings.evidence):
        return False
    if any(len(one.text) > _LONGEST_TITLE or _STOPPED.search(one.text) for one in above):
        return False
    heads = not above and len(following) > 1 and _may_head(following[0].text)
    found = read_header_day(text, findings.text, heads=heads)
    if found is None or not (above or heads or NUMBERED.search(text)):
        return False
    plain = (
        not text[found[2] :].strip(" .)") and not re.search(r":\s|/", text[: found[1]]) and len(found[0]) > 7
    )
    timed = _TIMED.search(text[: found[2]]) is not None
    if len(above) == 1 and plain and not timed and stays_below(text[: found[1]].strip(_EDGE)):
        return False
    value, start, end = found
    findings.add("date", value, line.start + start, line.start + end, "date_line")
    for begin, stop in ((0, start), (end, len(text))):
        if rest := text[begin:stop].strip(_EDGE):
            at = line.start + begin + text[begin:stop].index(rest)
            findings.put_aside(at, at + len(rest), "header")
    return True


def _may_head(text: str) -> bool:
    if len(text.split()) < 2 or len(text) > _LONGEST_TITLE or _STOPPED.search(text):
        return False
    return not find_dates(text) and not (is_terminal(text) and len(text) > _LONGEST)


def read_header_day(text: str, whole: str, *, heads: bool) -> tuple[str, int, int] | None:
    """(EDTF, its place) of the day that dates the `whole` text, None where anything of the line speaks against it."""
    if ACT.match(text) or PICTURE.search(text) or NO_ISSUE.search(text):
        return None
    days = _days_of(NUMBERED.sub(lambda number: "§" * len(number[0]), text), whole)
    if len(days) != 1 or days[0].date.precision not in ("day", "month"):
        return None
    day = days[0]
    if not _says_its_weekday(day, text):
        return None
    if _TO_PRESS.search(text[: day.start]) and (heads or NUMBERED.search(text)):
        return day.date.text, day.start, day.end
    parts = _parts_of(text, day)
    if parts is None or not _vouch(parts, text, day, whole):
        return None
    return None if is_gainsaid(text, day, whole) else (day.date.text, day.start, day.end)


def _days_of(text: str, whole: str) -> list[WrittenDate]:
    """The dates of a line; of one that has none otherwise, a day with two figures for its year: «14.09.23»."""
    return find_dates(text) or dotted_day(text, whole)


def _says_its_weekday(day: WrittenDate, text: str) -> bool:
    if not is_whole_day(day.date.text):
        return day.date.precision == "month"
    said = [
        _WEEKDAY.search(text[day.start : day.end]),
        _BEFORE_WEEKDAY.search(text[: day.start]),
        _BEHIND_WEEKDAY.search(text[day.end :]),
    ]
    number = calendar_date.fromisoformat(day.date.text).weekday()
    return all(weekday_number(one[0].strip(" ,،")) == number for one in said if one)


def _parts_of(text: str, day: WrittenDate) -> list[str] | None:
    """What stands before and behind the day, without weekdays and words as «le»; None where a sentence goes on."""
    before, behind = _ERA.sub("", text[: day.start]), _ERA.sub("", text[day.end :])
    before = _BEFORE_WEEKDAY.sub("", _ON.sub("", before))
    behind = _BEHIND_WEEKDAY.sub("", behind)
    parted = not before.strip() or before.rstrip()[-1] in _EDGE + '»”"' or _BYLINE.match(before)
    numbered = NUMBERED.search(before)
    # «ЭКОНОМИКА 26.03.21 09:10»: of what a paper is parted into a blank parts the day and its hour.
    headed = is_rubric(before.strip()) and _TIMED.search(text[day.start : day.end])
    if not (parted or headed) and not (numbered and numbered.end() >= len(before.rstrip())):
        return None
    before = TWICE_NUMBERED.sub("", before)
    if behind.strip(_EDGE) and behind[:1] not in " ,،;.)/|•·":
        return None
    sides = [_SLASHED.sub(r"\g<before> | ", side) for side in (before, behind)]
    mark = "\n" if _BYLINE.match(text) else ": "
    return [part for side in sides for piece in side.split(mark) for part in split_parts(piece.strip(_EDGE))]


def _vouch(parts: list[str], text: str, day: WrittenDate, whole: str) -> bool:
    """Whether nothing beside the day is anything else than where a text comes from."""
    bare = [NUMBERED.sub("", part).strip(_EDGE) for part in parts if not _IDLE.fullmatch(part)]
    told = [part for part in bare if part and not PAGES.fullmatch(part) and not _WEEKDAY.fullmatch(part)]
    signed = bool(_BYLINE.match(text))
    unknown = [
        part for part in told if not (_is_sender(part) or is_known_place(part) or stands_in_capitals(part))
    ]
    if signed:
        unknown = [part for part in unknown if not _signs(part)]
    beside = [part for part in told if not _is_sender(part) and not _signs(part)]
    if vouches_for_nothing(told, [text[day.start : day.end]], whole):
        return False
    if tells_of_another_day(text, beside, [day.date.text], whole):
        return False
    if any(OTHER_DAY.search(part) for part in told if not _is_sender(part)) or len(unknown) > _MOST_NAMES:
        return False
    if day.rule == "short_year" and unknown:
        return False
    if day.date.precision == "month":
        return (
            any(is_paper(part) or is_periodical(part) for part in told)
            and all(map(_is_sender, told))
            and not any(any(returning(part, text, whole)) for part in told)
        )
    if _OF.search(text[: day.start]) and not PAGES.search(text):
        return False
    issued = is_of_a_page(text)
    if not all(_is_name(part, text, whole) or (issued and is_free(part, part)) for part in unknown):
        return False
    # An event has a place, a day of the week and a number of a room too: what sends a text has to be known for it.
    if not unknown or issued or _numbers_an_issue(text, told) or any(_is_sender(part) for part in told):
        return True
    quoted = all(part[0] in '«“"' and part[-1] in '»”"' for part in unknown)
    if len(told) > len(unknown):
        return quoted or all(map(_REGION.fullmatch, unknown))
    return len(unknown) == 1 and _SHEET.search(unknown[0]) is not None


def _numbers_an_issue(text: str, told: list[str]) -> bool:
    """«Le Rif, n° 12, 3 mai», «Le Rif n° 12, 3 mai, p. 3», “Sluice • Issue 14”; and no «Salle n° 12»."""
    number = NUMBERED.search(text)
    if number is None or not told:
        return False
    marked = number.start() > 0 and text[: number.start()].rstrip()[-1:] in ",،•|·–—-"
    named = _ISSUE.match(number[0]) is not None or any(map(_LETTER.search, told))
    return marked or named or PAGES.search(text) is not None


def _is_sender(part: str) -> bool:
    return (
        (is_known_part(part) and not is_known_place(part))
        or _CORRESPONDENT.fullmatch(part) is not None
        or is_wire(part)
    )


def _signs(part: str) -> bool:
    """«Автор: Глеб Сорокоумов», “By Space Desk”"""
    by = _BYLINE.match(part)
    return by is not None and labels.NAME.fullmatch(part[by.end() :].strip()) is not None


def _is_name(part: str, text: str, whole: str) -> bool:
    """Whether it may be called so: a name to which the text does not come back, and no person's."""
    returns = returning(part, text, whole)
    if part[0] in '«“"' and part[-1] in '»”"' and len(part.split()) <= _WORDS:
        return not (returns and all(returns))
    if _REGION.fullmatch(part):
        return not any(returns)
    if len(part.split()) > _WORDS or not is_free(part, part) or is_label(part) or _OWNED.search(part):
        return False
    return not is_given_name(fold(part.split()[0])) and not any(returns)
