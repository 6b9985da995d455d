"""Dates that pasting ran into a headline: glued to its first word, before a bar or dash, or behind it."""

import re
from dataclasses import dataclass

from articles.ingest.describe import labels
from articles.ingest.describe.layout import Line, is_terminal
from articles.written_dates import WrittenDate, find_dates, read_date

_HEAD = 110
_LONGEST_TITLE = 300
_TEXT = r"[«“\"„]?(?:[A-ZÀ-ÖØ-ÞА-ЯЁ]|[\u0621-\u064a])"
TOUCHING = re.compile(rf"(?<=[\d.)h])(?={_TEXT})")
"""Where a number, or what may end a date, touches a capital or an Arabic letter."""
_SEPARATOR = re.compile(
    rf"\s*(?P<mark>[|•])\s*(?={_TEXT})|\s(?P<dash>[–—-])\s+(?={_TEXT})|\s?(?P<colon>:)\s+(?={_TEXT})"
)
_SHORTEST_TITLE = 10


@dataclass(frozen=True, slots=True)
class GluedDate:
    """A date at the start of a line, `end` where it ends and `text_start` where the text begins.

    `field` is date or updated, `value` in EDTF.
    """

    field: str
    value: str
    end: int
    text_start: int


def read_glued_date(line: Line, following: list[Line], *, first: bool) -> GluedDate | None:
    """The date that is run into the first words of a line, None when there is none.

    `first`: nothing of the text stands above. Only there a dash or a colon parts a date from a headline, and
    not where the lines `following` go on with dates, as those of a chronology do, or tell of later years.
    """
    head = line.text[:_HEAD]
    if not any(char.isdigit() for char in head[:40]):
        return None
    label = labels.LABEL.match(head) or labels.BARE_DATE_LABEL.match(head)
    field = str(label.lastgroup) if label else "date"
    if field not in ("date", "updated"):
        return None
    at = label.end() if label else 0
    for touch in TOUCHING.finditer(head, at):
        found = read_date(head[at : touch.start()])
        if found and at + found.end == touch.start() and (label or found.date.precision != "year"):
            return GluedDate(field, found.date.text, touch.start(), touch.start())
    found = read_date(head[at:])
    separator = _SEPARATOR.match(head, at + found.end) if found else None
    if found is None or separator is None or found.date.precision != "day":
        return None
    if separator["mark"] or label:
        fits = len(line.text) - separator.end() >= _SHORTEST_TITLE
    else:
        fits = first and _parts_title(line, separator, found, following)
    return GluedDate(field, found.date.text, at + found.end, separator.end()) if fits else None


def _parts_title(line: Line, separator: re.Match[str], found: WrittenDate, following: list[Line]) -> bool:
    """Whether a dash or a colon stands between the day of the text and its headline."""
    if len(line.text) - separator.end() < _SHORTEST_TITLE or len(line.text) > _LONGEST_TITLE:
        return False
    # «29 mai 2012 - Le ministre a reçu …»: a dateline stays with its sentence.
    if is_terminal(line.text) and separator["dash"]:
        return False
    if any(read_date(other.text[:_HEAD]) for other in following[:8] if other.text[0].isdigit()):
        return False
    year = int(found.date.text[:4])
    later = (date for other in following[:12] for date in find_dates(other.text[:1000]))
    return not any(date.date.precision == "day" and int(date.date.text[:4]) > year + 1 for date in later)


# Behind a headline: any label with a colon, or one written with a capital where no sentence goes on.
_CAPITALISED = (
    r"Publiée?\sle|Paru(?:e)?\sle|Postée?\sle|Mise?\sen\sligne\sle|Mise?\sà\sjour(?:\sle)?|Modifiée?\sle|Actualisée?\sle"
    r"|Published\son|Posted\son|(?:Last\s)?[Uu]pdated(?:\son)?|Опубликован[оа]|Обновлен[оа]|Размещено|Le(?=\s\d)"
)
# «كتاب نشر في …»: a book that was published on that day.
_ARABIC = (
    r"(?<!كتاب)(?<!تقرير)(?<!مقال)(?<!بيان)(?<!حوار)(?<!فيديو)(?<!بحث)(?<!خبر)"
    r"\s(?:تم\sالنشر\s(?:في|يوم|بتاريخ)|نُ?شر\s(?:في|يوم|بتاريخ)|آخر\sتحديث)"
)
_DATE_LABELS = "|".join(labels.DATE_LABELS)
_TRAILING = re.compile(
    rf"(?<=\S)(?:[\s|•·–—-]+(?=(?i:{_DATE_LABELS})\s?[:：]\s)|[\s|•·–—-]+(?=(?:{_CAPITALISED})\s)|{_ARABIC}(?=\s)"
    r"|\s\|\s(?=(?:\S+\s){0,4}\S*\d))"
)


def trailing_headers(text: str) -> list[int]:
    """Where a header may begin at the end of a headline's line, in order; the caller reads it."""
    if len(text) > _LONGEST_TITLE or not any(char.isdigit() for char in text):
        return []
    places = []
    for match in _TRAILING.finditer(text):
        blank = len(match[0]) - len(match[0].lstrip(" \t\xa0|•·–—-"))
        if len(text[: match.start()].split()) >= 2:
            places.append(match.start() + blank)
    return places
