"""One line of a header read into its parts: dates, authors, sources, addresses, labelled values, times of day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.dates import EdtfDate
from articles.ingest.describe import labels
from articles.ingest.describe.bylines import read_byline
from articles.ingest.describe.glued import TOUCHING
from articles.ingest.describe.layout import is_terminal
from articles.months import WEEKDAY
from articles.two_calendars import islamic_day
from articles.written_dates import find_anchors, impossible_day, read_date

_MOST_PARTS = 16
"""A line of more parts than this is no header."""
_LONGEST_DATE_LINE = 60
_LONGEST_VALUE = {
    "byline": 100,
    "source": 100,
    "language": 30,
    "section": 100,
    "headline": 300,
    "lede": 1500,
    "place": 60,
}
_SEPARATORS = re.compile(r"[\s|•·,;/–—\-()\[\]*_#>~]+")
_EDTF = re.compile(r"[\[\]0-9.~?%/,-]*\d{4}[\[\]0-9.~?%/,-]*(?<![,.])")
_TIME = re.compile(
    r"(?:à|at|в|@|الساعة)?\s*\d{1,2}\s?[:hH]\s?(?:\d{2})?(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|MSK|МСК|EST|CET)(?:[+-]\d+)?)?(?![\w])"
    r"|(?:(?:à|at|в)\s)?\d{1,2}\.\d{2}\s(?:[ap]m\s)?(?:GMT|UTC|BST|CET|CEST|E[SD]T|MSK|МСК)(?!\w)|\d+\s?min(?:utes?)?(?:\s(?:de\slecture|read))?|(?:leave|post|add)\sa\s(?:comment|reply)|laisser\sun\scommentaire|оставить\sкомментарий|\d+\s(?:vues|views|commentaires?|comments?)|г\.|\d{1,2}:\d{2}",
    re.IGNORECASE,
)
_WEEKDAY_BEHIND = re.compile(rf"(?<=\W){WEEKDAY}", re.IGNORECASE)
_STRONG = re.compile(
    r"\s*[|•·\t]\s*|\s+[–—-]\s+|[,،]\s+(?=(?:le\s)?\W*(?:\d|[^\W\d_]+\.?\s\d))|\s(?=\(?\d{1,2}[./-]\d{1,2}[./-]\d{4})"
    r"|\s(?=(?:le|on)\s\d)|,\s(?=(?i:publiée?|parue?|postée?|published|posted|updated|опубликовано)\s)"
)
_PLACE = re.compile(
    r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]*(?:[\s-][A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]*){0,2}|[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?"
)
# «Новости села, [15.03.2016 10:42]»: so a post is copied with its channel.
_POSTED = re.compile(r"(?P<name>[^\[\]\n.!?]{2,60}?),\s\[(?=[^\[\]]*\d{4}[^\[\]]*\d{1,2}:\d{2}[^\[\]]*\]$)")
_YEAR = re.compile(r"\d{4}")
_RUBRIC = re.compile(
    r"(?<!\w)(?:dans|in|IN|under|UNDER|в\s(?:рубрике|разделе)|في\sقسم|ضمن)\s(?:la\srubrique\s|the\scategory\s)?"
    r"(?P<section>[«“\"]?[A-ZÀ-ÖØ-ÞА-ЯЁ\u0621-\u064a][^|•·,;.\d]{1,40}?(?:,\s[A-ZÀ-ÖØ-ÞА-ЯЁ][^|•·,;.\d]{1,30}?){0,4})(?="
    r"\s*(?:[|•·–—]|$|\sby\s|\spar\s))"
)
BARE = re.compile(rf"{labels.BYLINE.pattern}|{labels.BARE_DATE_LABEL.pattern}", re.IGNORECASE)
"""A byline, or a label of a date, without a colon."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a header line: its kind (a field, "time", "end" of a glued header, or "other")."""

    kind: str
    value: str
    start: int
    end: int
    rule: str


def parts_of(text: str, *, glued: bool = False) -> list[Part]:
    """The parts of a header line, [] when it is none; a glued one ends in a part of the kind "end"."""
    if len(text) > 400 and not glued:
        return []
    parts = list(_read_parts(text, glued=glued))
    if not parts or parts[-1].kind == "stop":
        return []
    solid = [part for part in parts if part.kind not in ("time", "other", "end")]
    if not solid or (parts[-1].kind != "end" and len(text) > 400):
        return []
    return parts


def _is_small(value: str) -> bool:
    """A place, an outlet or a section beside a date: up to three words, written as a name."""
    return len(value) <= 40 and (
        _PLACE.fullmatch(value) is not None or labels.OUTLET.fullmatch(value) is not None
    )


def _read_parts(text: str, *, glued: bool) -> Iterator[Part]:
    position, dated = 0, False
    for _count in range(_MOST_PARTS):
        separator = _SEPARATORS.match(text, position)
        begin = separator.end() if separator else position
        if begin >= len(text) or text[begin : begin + 2] in (".", ":"):
            return
        if glued and dated and _starts_text(text, position, begin):
            yield Part("end", "", begin, begin, "")
            return
        found = list(_read_part(text, begin))
        if not found or found[-1].kind == "stop":
            yield Part("stop", "", begin, begin, "")
            return
        yield from found
        dated = (
            found[-1].kind in ("date", "updated", "unreadable")
            and bool(found[-1].value or found[-1].kind == "unreadable")
            and (found[-1].rule != "date_line" or _is_glued_date(text, begin, found[-1].end))
        )
        position = found[-1].end
        if found[-1].kind == "body":
            yield Part("end", "", position, position, "")
            return
    yield Part("stop", "", position, position, "")


def _is_glued_date(text: str, begin: int, end: int) -> bool:
    """Whether an unlabelled date of a day, or in digits, is followed by a capital without a comma or a dash."""
    return (
        begin < 3
        and _IN_A_SENTENCE.search(text, begin, end) is None
        and _GLUED_DATE.fullmatch(text[begin:end]) is not None
        and re.match(r" \w", text[end:]) is not None
    )


# «12 мая 2014 года Владимир Путин подписал…»
_IN_A_SENTENCE = re.compile(r"[а-яё]\s\d{4}\s?г(?:\.|од\w?)?$", re.IGNORECASE)
_GLUED_DATE = re.compile(
    r"\d{4}-\d{2}(?:-\d{2})?|\d{2}\.\d{2}\.\d{2}\D.*|.*\d{1,2}\W.*\d{4}.*|.*\d{4}\D+\d{1,2}\D.*"
)


def _starts_text(text: str, position: int, begin: int) -> bool:
    """Whether running text begins after a glued header: a capital, after no comma, and more than a name."""
    rest = text[begin:]
    if "," in text[position:begin] or labels.LABEL.match(rest) or BARE.match(rest) or labels.URL.match(rest):
        return False
    first = next((char for char in rest if char.isalnum()), "")
    return not first.islower() and _TIME.match(rest) is None and labels.OUTLET.fullmatch(rest) is None


def _read_part(text: str, begin: int) -> Iterator[Part]:
    if url := labels.URL.match(text, begin):
        yield Part("url", url[0], begin, url.end(), "url")
    elif label := labels.LABEL.match(text, begin):
        yield from labelled_value(text, begin, label.end(), str(label.lastgroup))
    elif (paper := labels.IN_PAPER.match(text, begin)) and (date := _date_at(text, paper.end())):
        yield Part("source", paper["source"], begin, paper.end("source"), "label_bare")
        yield Part("date", date[0], paper.end(), date[1], "label_bare")
    elif bare := labels.BARE_DATE_LABEL.match(text, begin):
        kind = str(bare.lastgroup)
        if date := _date_at(text, bare.end(), lone_year=True) or _date_before_rubric(text, bare.end()):
            yield Part(kind, date[0], begin, date[1], "label_bare")
        elif name := read_byline(text, begin):
            yield Part("byline", name[0], begin, name[1], "byline")
        elif vague := _without_date(text, begin, bare.end(), kind, "label_bare"):
            yield vague
        elif impossible := _IMPOSSIBLE.match(text, bare.end()):
            yield Part("unreadable", "", begin, impossible.end(), "label_bare")
    elif posted := _POSTED.match(text, begin) if not begin else None:
        yield Part("other", posted["name"], begin, posted.end("name"), "")
    elif pair := labels.BARE_PAIR.match(text, begin):
        yield Part(
            "byline" if pair["byline"] else "source", pair["value"], begin, pair.end("value"), "label_bare"
        )
    elif date := _date_at(text, begin) or _date_before_rubric(text, begin):
        yield Part("date", date[0], begin, date[1], "date_line")
    elif rubric := _rubric_at(text, begin):
        yield Part("section", rubric["section"], begin, rubric.end("section"), "label_bare")
    elif end := impossible_day(text[begin : begin + _LONGEST_DATE_LINE]):
        yield Part("unreadable", "", begin, begin + end, "date_line")
    elif end := islamic_day(text[begin:]):
        yield Part("unreadable", "", begin, begin + end, "other_calendar")
    elif len(text) <= _LONGEST_DATE_LINE and (end := _anchor_end(text, begin)):
        yield Part("date", "", begin, end, "date_line")
    elif name := read_byline(text, begin):
        yield Part("byline", name[0], begin, name[1], "byline")
    elif time := _TIME.match(text, begin) or _WEEKDAY_BEHIND.match(text, begin):
        yield Part("time", "", begin, time.end(), "")
    else:
        yield from _other_at(text, begin)


def _rubric_at(text: str, begin: int) -> re.Match[str] | None:
    """«dans Agriculture», “in News” on a line that says when or by whom a text was posted."""
    return _RUBRIC.match(text, begin) if begin and BARE.match(text) and _YEAR.search(text) else None


def _date_before_rubric(text: str, begin: int) -> tuple[str, int] | None:
    """The day before such a rubric, where no sentence goes on: «Posté par Amina le 15 mars 2016 dans Agriculture»."""
    for rubric in _RUBRIC.finditer(text, begin) if BARE.match(text) else ():
        head = text[: rubric.start()].rstrip()
        if (date := _date_at(head, begin)) and date[1] == len(head):
            return date
    return None


# Looks like a date of digits, though the calendar refuses it.
_IMPOSSIBLE = re.compile(r"\d{1,4}(?:[./-]\d{1,4}){1,2}(?!\w)|\d{1,2}\s[^\W\d_]{3,10}\.?\s\d{4}(?!\w)")


def labelled_value(text: str, begin: int, value_start: int, kind: str) -> Iterator[Part]:
    """The value after a label: for dates as far as the date reaches, else up to the next label or the end."""
    if kind == "body":
        yield Part("body", "", begin, value_start, "label")
        return
    if kind in ("date", "updated"):
        yield from _labelled_date(text, begin, value_start, kind)
        return
    if kind == "url":
        if url := labels.URL.match(text, value_start):
            yield Part("url", url[0], begin, url.end(), "label")
        return
    following = labels.NEXT_LABEL.search(text, value_start)
    end = following.start() if following else len(text)
    value = text[value_start:end].strip(' \t\xa0*_"')
    if not value or len(value) > _LONGEST_VALUE.get(kind, 400):
        return
    if kind == "byline":
        date_start = _DATE_IN_BYLINE.search(text, value_start, end)
        if date_start:
            end = date_start.start()
            value = text[value_start:end].strip(" ,;-–—|")
    if kind in ("source", "byline", "language") and is_terminal(value) and len(value.split()) > 9:
        return
    yield Part(kind, value, begin, end, "label")


_DATE_IN_BYLINE = re.compile(
    r"[\s,|–—-]+(?:le|on)\s(?=\d|[^\W\d_]+\s\d)|[\s,|–—-]+(?=\d{1,4}[./-]\d)|[.,]\s+(?=\d{1,2}\s[^\W\d_]{3,}\.?\s\d{4})"
)


def _labelled_date(text: str, begin: int, value_start: int, kind: str) -> Iterator[Part]:
    if date := _date_at(text, value_start, lone_year=True):
        yield Part(kind, date[0], begin, date[1], "label")
    elif vague := _without_date(text, begin, value_start, kind, "label"):
        yield vague
    elif impossible := _IMPOSSIBLE.match(text, value_start):
        yield Part("unreadable", "", begin, impossible.end(), "label")
    elif len(text) - value_start <= 40 and not TOUCHING.search(text, value_start):
        yield Part("unreadable", "", begin, len(text), "label")


def _without_date(text: str, begin: int, value_start: int, kind: str, rule: str) -> Part | None:
    """A label before a day without its year («Published: Oct 11»), or before a time alone («Updated 14:05»)."""
    if end := _anchor_end(text, value_start):
        return Part(kind, "", begin, end, rule)
    if time := _TIME.match(text, value_start):
        return Part("updated" if kind == "updated" else "time", "", begin, time.end(), rule)
    return None


def _anchor_end(text: str, position: int) -> int:
    """Where a day without its year ends that stands at the position, 0 for none."""
    piece = text[position : position + 40]
    anchors = find_anchors(piece) if any(char.isdigit() for char in piece) else []
    return position + anchors[0].end if anchors and anchors[0].start == 0 and anchors[0].day else 0


def _date_at(text: str, position: int, *, lone_year: bool = False) -> tuple[str, int] | None:
    """(EDTF, end) of a date that stands at the position."""
    if found := read_date(text[position : position + 120]):
        return found.date.text, position + found.end
    if lone_year and (match := _EDTF.match(text, position)):
        read = EdtfDate.parse_or_none(match[0])
        return (read.text, match.end()) if read else None
    return None


def _other_at(text: str, begin: int) -> Iterator[Part]:
    """Something unnamed up to the next separator; a known outlet among it is a source."""
    following = _STRONG.search(text, begin)
    end = following.start() if following else len(text)
    value = text[begin:end].strip(" .,;:()[]*_")
    if not value:
        return
    if labels.OUTLET.fullmatch(value):
        yield Part("source", value, begin, end, "known_outlet")
    else:
        yield Part("other" if _is_small(value) else "stop", value, begin, end, "")
