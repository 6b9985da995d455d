"""The header of a raw text: labelled lines, lone dates, bylines and addresses, above it or below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate, EdtfError
from articles.ingest.describe import labels
from articles.ingest.describe.bylines import read_byline
from articles.ingest.describe.glued import TOUCHING, read_glued_date, trailing_headers
from articles.ingest.describe.layout import Line, is_terminal
from articles.ingest.describe.papers import vouches_for_nothing
from articles.ingest.describe.record import Findings
from articles.ingest.describe.vague_lines import take_vague_line
from articles.written_dates import find_anchors, read_date

_HEAD_LINES = 15
_TAIL_LINES = 6
_MOST_PARTS = 16
"""A line of more parts than this is no header."""
_DATE_LINES = 7
"""A date that stands alone dates the text only within its first lines."""
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
    r"|\d{1,2}\.\d{2}\s(?:[ap]m\s)?(?:GMT|UTC|BST|CET|CEST|E[SD]T|MSK|МСК)(?!\w)|\d+\s?min(?:utes?)?(?:\s(?:de\slecture|read))?|\d+\s(?:vues|views|commentaires?|comments?)|г\.|\d{1,2}:\d{2}",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\s*[|•·\t]\s*|\s+[–—-]\s+|,\s+(?=(?:le\s)?\W*(?:\d|[^\W\d_]+\.?\s\d))|\s(?=\(?\d{1,2}[./-]\d{1,2}[./-]\d{4})"
    r"|\s(?=(?:le|on)\s\d)|,\s(?=(?i:publiée?|parue?|postée?|published|posted|updated|опубликовано)\s)"
)
_PLACE = re.compile(
    r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]*(?:[\s-][A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]*){0,2}|[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a header line: its kind (a field, "time", "end" of a glued header, or "other")."""

    kind: str
    value: str
    start: int
    end: int
    rule: str


def take_headers(lines: list[Line], findings: Findings) -> list[Line]:
    """The lines that are left when those of the header are noted as evidence, and glued ones cut off."""
    lines = _without_front_matter(lines)
    kept: list[Line] = []
    running = 0
    pending = ""
    for index, line in enumerate(lines):
        if index >= _HEAD_LINES or running >= 2:
            kept += lines[index:]
            break
        if index < _DATE_LINES and not running and not pending:
            titles = not kept and all(_is_running(following) for following in lines[index + 1 : index + 2])
            if take_vague_line(line, findings, titles=titles):
                continue
        rest, pending = _take_line(
            line, findings, pending=pending, near_top=index < _DATE_LINES, first=not kept, running=running > 0
        )
        if rest is line and not running and index < _DATE_LINES and len(kept) < 3:
            rest = _without_glued(line, lines[index + 1 :], findings, above=kept)
        if rest is not None:
            kept.append(rest)
            running += _is_running(rest)
    return _take_tail(kept, findings)


def _is_running(line: Line) -> bool:
    return len(line.text) >= 160 or (len(line.text) >= 70 and is_terminal(line.text))


def _without_glued(line: Line, following: list[Line], findings: Findings, *, above: list[Line]) -> Line:
    """A headline's line, or the first of a text, without the date that was run into its beginning or its end."""
    if glued := read_glued_date(line, following, above=above):
        findings.add(glued.field, glued.value, line.start, line.start + glued.end, "glued")
        line = line.cut(glued.text_start)
    for place in [] if is_terminal(line.text) else trailing_headers(line.text):
        tail = line.cut(place)
        parts = _parts_of(tail.text)
        if any(part.kind in ("date", "updated") for part in parts) and parts[-1].kind != "end":
            _note(parts, tail, findings)
            return line.head(place)
    return line


def _without_front_matter(lines: list[Line]) -> list[Line]:
    """The lines without the fences of a Markdown front matter; what stands between them is labelled."""
    if not lines or lines[0].text not in ("---", "+++"):
        return lines
    fence = lines[0].text
    for index, line in enumerate(lines[1:40], 1):
        if line.text in (fence, "..."):
            return lines[1:index] + lines[index + 1 :]
    return lines


def _take_tail(lines: list[Line], findings: Findings) -> list[Line]:
    """Below a text, only labelled lines, addresses and bylines with a date are headers; a lone date is not."""
    while len(lines) > 1 and len(lines[-1].text) <= 200:
        tail = lines[-_TAIL_LINES:]
        for line in reversed(tail[1:]):
            labelled = (
                labels.LABEL.match(line.text) or labels.URL.fullmatch(line.text) or _BARE.match(line.text)
            )
            if (
                labelled
                and line.text
                and _take_line(line, findings, pending="", near_top=False, first=False, running=True)[0]
                is None
            ):
                lines = [kept for kept in lines if kept is not line]
                break
        else:
            return lines
    return lines


_BARE = re.compile(rf"{labels.BYLINE.pattern}|{labels.BARE_DATE_LABEL.pattern}", re.IGNORECASE)


def _take_line(
    line: Line, findings: Findings, *, pending: str, near_top: bool, first: bool, running: bool
) -> tuple[Line | None, str]:
    """(what is left of the line or None, the field whose value the next line holds or "")."""
    text = line.text
    if pending:
        text_parts = list(_labelled_value(text, 0, 0, pending))
        if text_parts and text_parts[-1].end == len(text):
            _note(text_parts, line, findings)
            return None, ""
    label = labels.LABEL.match(text)
    if label and label.end() == len(text) and label.lastgroup != "body":
        findings.put_aside(line.start, line.end, "header")
        return None, str(label.lastgroup)
    parts = _parts_of(text, glued=first)
    if not parts:
        return line, ""
    if not near_top and not any(
        part.rule.startswith("label") or part.kind in ("url", "byline") for part in parts
    ):
        return line, ""
    if any(part.rule == "date_line" and not part.value for part in parts) and (
        running or any(part.kind == "other" for part in parts)
    ):
        # A day without a year stands above the text and by itself, or it is a heading or a title.
        return line, ""
    days = [text[part.start : part.end] for part in parts if part.rule == "date_line"]
    if vouches_for_nothing([part.value for part in parts if part.kind == "other"], days, findings.text):
        return line, ""
    _note(parts, line, findings)
    if parts[-1].kind == "end":
        rest = line.cut(parts[-1].start)
        return (rest if rest.text else None), ""
    return None, ""


def _note(parts: list[_Part], line: Line, findings: Findings) -> None:
    """Parts as evidence; what lies between them in the line is put aside."""
    done = 0
    for part in parts:
        if part.kind in ("time", "other", "body", "end"):
            continue
        _put_rest_aside(findings, line, done, part.start)
        done = part.end
        if part.kind == "unreadable":
            findings.put_aside(line.start + part.start, line.start + part.end, "header")
            message = _("The header says “{text}”, which is no date: no date was taken.")
            findings.warnings.append(format_lazy(message, text=line.text[part.start : part.end]))
            continue
        findings.add(part.kind, part.value, line.start + part.start, line.start + part.end, part.rule)
    last = parts[-1]
    _put_rest_aside(findings, line, done, last.start if last.kind == "end" else len(line.text))


def _put_rest_aside(findings: Findings, line: Line, start: int, end: int) -> None:
    piece = line.text[start:end]
    stripped = piece.strip(" \t\xa0|•·,;/–—-()[]*_#>:.")
    if stripped:
        begin = line.start + start + piece.index(stripped)
        findings.put_aside(begin, begin + len(stripped), "header")


# Reading one line ------------------------------------------------------------------------------------------


def _parts_of(text: str, *, glued: bool = False) -> list[_Part]:
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


def _read_parts(text: str, *, glued: bool) -> Iterator[_Part]:
    position, dated = 0, False
    for _count in range(_MOST_PARTS):
        separator = _SEPARATORS.match(text, position)
        begin = separator.end() if separator else position
        if begin >= len(text) or text[begin : begin + 2] in (".", ":"):
            return
        if glued and dated and _starts_text(text, position, begin):
            yield _Part("end", "", begin, begin, "")
            return
        found = list(_read_part(text, begin))
        if not found or found[-1].kind == "stop":
            yield _Part("stop", "", begin, begin, "")
            return
        yield from found
        dated = (
            found[-1].kind in ("date", "updated", "unreadable")
            and bool(found[-1].value or found[-1].kind == "unreadable")
            and (found[-1].rule != "date_line" or _is_glued_date(text, begin, found[-1].end))
        )
        position = found[-1].end
        if found[-1].kind == "body":
            yield _Part("end", "", position, position, "")
            return
    yield _Part("stop", "", position, position, "")


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
    if "," in text[position:begin] or labels.LABEL.match(rest) or _BARE.match(rest) or labels.URL.match(rest):
        return False
    first = next((char for char in rest if char.isalnum()), "")
    return not first.islower() and _TIME.match(rest) is None and labels.OUTLET.fullmatch(rest) is None


def _read_part(text: str, begin: int) -> Iterator[_Part]:
    if url := labels.URL.match(text, begin):
        yield _Part("url", url[0], begin, url.end(), "url")
    elif label := labels.LABEL.match(text, begin):
        yield from _labelled_value(text, begin, label.end(), str(label.lastgroup))
    elif (paper := labels.IN_PAPER.match(text, begin)) and (date := _date_at(text, paper.end())):
        yield _Part("source", paper["source"], begin, paper.end("source"), "label_bare")
        yield _Part("date", date[0], paper.end(), date[1], "label_bare")
    elif bare := labels.BARE_DATE_LABEL.match(text, begin):
        kind = str(bare.lastgroup)
        if date := _date_at(text, bare.end(), lone_year=True):
            yield _Part(kind, date[0], begin, date[1], "label_bare")
        elif name := read_byline(text, begin):
            yield _Part("byline", name[0], begin, name[1], "byline")
        elif vague := _without_date(text, begin, bare.end(), kind, "label_bare"):
            yield vague
        elif impossible := _IMPOSSIBLE.match(text, bare.end()):
            yield _Part("unreadable", "", begin, impossible.end(), "label_bare")
    elif pair := labels.BARE_PAIR.match(text, begin):
        yield _Part(
            "byline" if pair["byline"] else "source", pair["value"], begin, pair.end("value"), "label_bare"
        )
    elif date := _date_at(text, begin):
        yield _Part("date", date[0], begin, date[1], "date_line")
    elif len(text) <= _LONGEST_DATE_LINE and (end := _anchor_end(text, begin)):
        yield _Part("date", "", begin, end, "date_line")
    elif name := read_byline(text, begin):
        yield _Part("byline", name[0], begin, name[1], "byline")
    elif time := _TIME.match(text, begin):
        yield _Part("time", "", begin, time.end(), "")
    else:
        yield from _other_at(text, begin)


# Looks like a date of digits, though the calendar refuses it.
_IMPOSSIBLE = re.compile(r"\d{1,4}(?:[./-]\d{1,4}){1,2}(?!\w)|\d{1,2}\s[^\W\d_]{3,10}\.?\s\d{4}(?!\w)")


def _labelled_value(text: str, begin: int, value_start: int, kind: str) -> Iterator[_Part]:
    """The value after a label: for dates as far as the date reaches, else up to the next label or the end."""
    if kind == "body":
        yield _Part("body", "", begin, value_start, "label")
        return
    if kind in ("date", "updated"):
        yield from _labelled_date(text, begin, value_start, kind)
        return
    if kind == "url":
        if url := labels.URL.match(text, value_start):
            yield _Part("url", url[0], begin, url.end(), "label")
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
    yield _Part(kind, value, begin, end, "label")


_DATE_IN_BYLINE = re.compile(r"[\s,|–—-]+(?:le|on)\s(?=\d|[^\W\d_]+\s\d)|[\s,|–—-]+(?=\d{1,4}[./-]\d)")


def _labelled_date(text: str, begin: int, value_start: int, kind: str) -> Iterator[_Part]:
    if date := _date_at(text, value_start, lone_year=True):
        yield _Part(kind, date[0], begin, date[1], "label")
    elif vague := _without_date(text, begin, value_start, kind, "label"):
        yield vague
    elif impossible := _IMPOSSIBLE.match(text, value_start):
        yield _Part("unreadable", "", begin, impossible.end(), "label")
    elif len(text) - value_start <= 40 and not TOUCHING.search(text, value_start):
        yield _Part("unreadable", "", begin, len(text), "label")


def _without_date(text: str, begin: int, value_start: int, kind: str, rule: str) -> _Part | None:
    """A label before a day without its year («Published: Oct 11»), or before a time alone («Updated 14:05»)."""
    if end := _anchor_end(text, value_start):
        return _Part(kind, "", begin, end, rule)
    if time := _TIME.match(text, value_start):
        return _Part("updated" if kind == "updated" else "time", "", begin, time.end(), rule)
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
        try:
            return EdtfDate.parse(match[0]).text, match.end()
        except EdtfError:
            return None
    return None


def _other_at(text: str, begin: int) -> Iterator[_Part]:
    """Something unnamed up to the next separator; a known outlet among it is a source."""
    following = _STRONG.search(text, begin)
    end = following.start() if following else len(text)
    value = text[begin:end].strip(" .,;:()[]*_")
    if not value:
        return
    if labels.OUTLET.fullmatch(value):
        yield _Part("source", value, begin, end, "known_outlet")
    else:
        yield _Part("other" if _is_small(value) else "stop", value, begin, end, "")
