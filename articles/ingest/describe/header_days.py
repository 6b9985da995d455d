"""A short line of the header that holds one day, and beside it nothing but names, numbers and hours."""

import re
from datetime import date as calendar_date
from itertools import pairwise

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
from articles.ingest.describe.lone_line import (
    ACT,
    LABELLED,
    OTHER_DAY,
    PICTURE,
    is_free,
    is_rubric,
    returning,
)
from articles.ingest.describe.mastheads import NO_ISSUE, NUMBERED, PAGES, TWICE_NUMBERED
from articles.ingest.describe.papers import GENERIC, is_paper, vouches_for_nothing
from articles.ingest.describe.places import is_known_place, is_label, stands_in_capitals
from articles.ingest.describe.record import Findings
from articles.ingest.describe.refusals import begins_then, is_of_a_page, tells_of_another_day
from articles.ingest.describe.senders import (
    is_agency,
    is_correspondent,
    is_letter,
    is_review,
    is_town_of_a_state,
    papers_town,
    signs_by_an_initial,
    without_stops,
    written_by,
)
from articles.ingest.describe.short_years import dotted_day
from articles.months import WEEKDAY, WEEKDAY_ANY, weekday_number
from articles.names.fold import fold
from articles.names.given_names import is_given_name
from articles.written_dates import WrittenDate, find_anchors, find_dates

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
    masthead = any(is_paper(one.text) for one in above)
    found = read_header_day(text, findings.text, heads=heads, masthead=masthead)
    if found is None or not (above or heads or NUMBERED.search(text)):
        return False
    # «MANAUS — 18/01/17» is read here alone.
    plain = (
        bool(find_dates(text))
        and not text[found[2] :].strip(" .)")
        and not re.search(r":\s|/", text[: found[1]])
        and len(found[0]) > 7
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


def read_header_day(
    text: str, whole: str, *, heads: bool, masthead: bool = False
) -> tuple[str, int, int] | None:
    """(EDTF, its place) of the day that dates the `whole` text, None where anything of the line speaks against it.

    Below a `masthead` the day with its weekday may be as old as the paper is.
    """
    if ACT.match(text) or _shows(text) or NO_ISSUE.search(text):
        return None
    days = _days_of(NUMBERED.sub(lambda number: "§" * len(number[0]), text), whole)
    if len(days) != 1 or days[0].date.precision not in ("day", "month"):
        return None
    day = days[0]
    if not _says_its_weekday(day, text):
        return None
    if _TO_PRESS.search(text[: day.start]) and (heads or NUMBERED.search(text)):
        return day.date.text, day.start, day.end
    if LABELLED.search(text[: day.start]) and not is_gainsaid(text, day, whole):
        return day.date.text, day.start, day.end
    parts = _parts_of(text, day)
    if parts is None or not _vouch(parts, text, day, whole):
        return None
    old = masthead and not parts and _WEEKDAY.search(text) is not None
    return None if is_gainsaid(text, day, whole, old=old) else (day.date.text, day.start, day.end)


def _shows(text: str) -> bool:
    """Whether a line is that of a picture; «Séoul / 4.07.2023 / собкор» names no agency behind its stroke."""
    shown = PICTURE.search(text)
    return shown is not None and not (shown[0][0] == "/" and is_correspondent(shown[0].strip("/ ")))


def _days_of(text: str, whole: str) -> list[WrittenDate]:
    """The dates of a line; of one that has none otherwise, a day with two figures for its year: «14.09.23»."""
    return find_dates(text) or dotted_day(text, whole)


def _says_its_weekday(day: WrittenDate, text: str) -> bool:
    if not is_whole_day(day.date.text):
        return day.date.precision == "month"
    said = [
        _WEEKDAY.search(text[day.start : day.end]),
        _BEFORE_WEEKDAY.search(_ON.sub("", text[: day.start])),
        _BEHIND_WEEKDAY.search(text[day.end :]),
    ]
    number = calendar_date.fromisoformat(day.date.text).weekday()
    return all(weekday_number(one[0].strip(" ,،")) == number for one in said if one)


def _parts_of(text: str, day: WrittenDate) -> list[str] | None:
    """What stands before and behind the day, without weekdays and words as «le»; None where a sentence goes on."""
    written = written_by(text)
    text = text[:written] if written >= day.end else text
    before, behind = _ERA.sub("", text[: day.start]), _ERA.sub("", text[day.end :])
    before, behind = without_stops(_BEFORE_WEEKDAY.sub("", _ON.sub("", before))), without_stops(behind)
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
    pieces = [_closed(piece.strip(_EDGE)) for side in sides for piece in side.split(mark)]
    return [part for piece in pieces for part in split_parts(piece) if not _is_the_day(part, day)]


def _closed(piece: str) -> str:
    """The bracket of «ATHENS (Hellas Wire) » was taken for an edge of its piece."""
    return f"{piece})" if piece.count("(") > piece.count(")") else piece


def _is_the_day(part: str, day: WrittenDate) -> bool:
    """«7 июня» beside 07.06.2021: the same day again, without its year."""
    anchors = find_anchors(part)
    return (
        len(anchors) == 1
        and anchors[0].end - anchors[0].start == len(part)
        and day.date.earliest is not None
        and (anchors[0].day, anchors[0].month) == (day.date.earliest.day, day.date.earliest.month)
    )


def _vouch(parts: list[str], text: str, day: WrittenDate, whole: str) -> bool:
    """Whether nothing beside the day is anything else than where a text comes from."""
    bare = [NUMBERED.sub("", part).strip(_EDGE) for part in parts if not _IDLE.fullmatch(part)]
    told = [part for part in bare if part and not PAGES.fullmatch(part) and not _WEEKDAY.fullmatch(part)]
    sent = _senders(told, text, whole)
    unknown = [part for part in told if part not in sent and not _is_placed(part, told)]
    if _BYLINE.match(text):
        unknown = [part for part in unknown if not _signs(part)]
    if _speak_against([part for part in told if part not in sent], told, text, day, whole):
        return False
    if len(unknown) > _MOST_NAMES or (day.rule == "short_year" and unknown):
        return False
    if day.date.precision == "month":
        return _vouch_for_month(told, sent, text, whole)
    if _OF.search(text[: day.start]) and not PAGES.search(text):
        return False
    issued = is_of_a_page(text)
    if not all(_is_name(part, text, whole) or (issued and is_free(part, part)) for part in unknown):
        return False
    # An event has a place, a day of the week and a number of a room too: what sends a text has to be known for it.
    written = written_by(text) >= day.end
    if not unknown or issued or written or sent or _numbers_an_issue(text, told):
        return True
    quoted = all(part[0] in '«“"' and part[-1] in '»”"' for part in unknown)
    if len(told) > len(unknown):
        return quoted or all(map(_REGION.fullmatch, unknown))
    return len(unknown) == 1 and _SHEET.search(unknown[0]) is not None


def _speak_against(unsent: list[str], told: list[str], text: str, day: WrittenDate, whole: str) -> bool:
    """Whether the day is that of an event or a memory, or of what is still to come; `unsent` is what sends no text."""
    if vouches_for_nothing(told, [text[day.start : day.end]], whole):
        return True
    if tells_of_another_day(text, [part for part in unsent if not _signs(part)], [day.date.text], whole):
        return True
    # «Envoyé spécial, 3 mai 2016, 20 h»: so a broadcast is announced.
    if any(map(is_correspondent, told)) and begins_then(text):
        return True
    return any(map(OTHER_DAY.search, unsent))


def _vouch_for_month(told: list[str], sent: list[str], text: str, whole: str) -> bool:
    """Whether a month is that of an issue: a paper, a review or a number says so, and at the most a place beside it."""
    placed = any(map(is_known_place, told))
    papers = [
        part for part in told if is_paper(part) or is_periodical(part) or is_review(part, placed=placed)
    ]
    others = [part for part in told if part not in papers and part not in sent and not is_known_place(part)]
    if any(any(returning(part, text, whole)) for part in (*papers, *sent)):
        return False
    numbered = len(others) == 1 and _is_name(others[0], text, whole) and _numbers_an_issue(text, told)
    return numbered or (bool(papers) and not others)


def _senders(told: list[str], text: str, whole: str) -> list[str]:
    """The parts that send or sign a text."""
    paper = papers_town(text)
    placed = any(map(is_known_place, told))
    return [
        part
        for part in told
        if _is_sender(part)
        or part == paper
        or (placed and signs_by_an_initial(part))
        or ((is_letter(part) or is_agency(part)) and not any(returning(part, text, whole)))
    ]


def _is_placed(part: str, told: list[str]) -> bool:
    """Whether it is a place, or one in capitals and its state: «BAIE-COMEAU, Que.»"""
    at = told.index(part)
    towns = [*told[max(at - 1, 0) : at + 2]]
    of_state = any(is_town_of_a_state(*pair) and part in pair for pair in pairwise(towns))
    return is_known_place(part) or stands_in_capitals(part) or of_state


def _numbers_an_issue(text: str, told: list[str]) -> bool:
    """«Le Rif, n° 12, 3 mai», «Le Rif n° 12, 3 mai, p. 3», “Sluice • Issue 14”; and no «Salle n° 12»."""
    number = NUMBERED.search(text)
    if number is None or not told:
        return False
    marked = number.start() > 0 and text[: number.start()].rstrip()[-1:] in ",،•|·–—-"
    named = _ISSUE.match(number[0]) is not None or any(map(_LETTER.search, told))
    return marked or named or PAGES.search(text) is not None


def _is_sender(part: str) -> bool:
    return (is_known_part(part) and not is_known_place(part)) or is_correspondent(part) or is_wire(part)


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
