"""Dates that pasting ran into a headline: glued to its first or its last word, before a bar or dash, or behind it."""

import re
from dataclasses import dataclass

from articles.dates import EdtfDate
from articles.ingest.describe import labels
from articles.ingest.describe.layout import Line, is_terminal
from articles.ingest.describe.words import BEFORE_DAYS
from articles.months import WEEKDAY_ANY
from articles.written_dates import WrittenDate, find_dates, read_date

_HEAD = 110
_LONGEST_TITLE = 300
_TEXT = r"[«“\"„]?(?:[A-ZÀ-ÖØ-ÞА-ЯЁ]|[\u0621-\u064a])"
TOUCHING = re.compile(rf"(?<=[\d.)h])(?={_TEXT})")
"""Where a number, or what may end a date, touches a capital or an Arabic letter."""
_SEPARATOR = re.compile(
    rf"\s*(?P<mark>[|•])\s*(?={_TEXT})|\s(?P<dash>[–—-])\s+(?={_TEXT})|\s?(?P<colon>:)\s+(?={_TEXT})"
    rf"|(?P<stop>\.)\s+(?={_TEXT})"
)
_OPENED, _SHUT = re.compile(r"[(\[]\s?"), re.compile(rf"\s?[)\]]\s?[.:,،–—-]*\s*(?={_TEXT})")
_MARK, _BLANK = re.compile(rf"\s?[.:,،;]+\s+(?={_TEXT})"), re.compile(rf"\s+(?={_TEXT})")
_CLOCK = re.compile(r"\d{1,2}\s?[:hH]\s?\d{0,2}.*$|T\d\d.*$")
_LETTERS = re.compile(r"[^\W\d_]")
_MONTH_IN_FIGURES = re.compile(
    r"(?:(?P<month>\d{1,2})[./](?P<year>\d{4})|(?P<year2>\d{4})[./](?P<month2>\d{2}))(?![\w./-]\w|\w)"
)
_PRESS = 1800
_TOLD = "1950"
"""Of an older day in brackets a historian tells."""
_DATED = re.compile(r"[(\[]?\d")
_ARTICLES = frozenset("le la les l un une the a an".split())
"""What may stand behind a month that was run into a text, and not behind one that opens a title."""
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


def read_glued_date(line: Line, following: list[Line], *, above: list[Line]) -> GluedDate | None:
    """The date that is run into the first words of a line, None when there is none.

    `above` is what of the text stands above. Only under nothing a dash or a colon parts a date from a headline, and
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
    if figures := _read_figures(head, at, [*above, *following[:8]], labelled=label is not None):
        return GluedDate(field, *figures)
    found = read_date(head[at:])
    separator = _SEPARATOR.match(head, at + found.end) if found else None
    if found is None or separator is None or found.date.precision != "day":
        return None
    if separator["mark"] or label:
        fits = len(line.text) - separator.end() >= _SHORTEST_TITLE
    else:
        fits = not above and _parts_title(line, separator, found, following)
    return GluedDate(field, found.date.text, at + found.end, separator.end()) if fits else None


def _read_figures(head: str, at: int, others: list[Line], *, labelled: bool) -> tuple[str, int, int] | None:
    """(EDTF, its end, where the text begins) of a date that no sentence begins with, and any mark parts from it.

    So stands one in brackets, in figures alone or with the time of day; and «Décembre 2016 Le ministre…».
    """
    opened = _OPENED.match(head, at)
    begin = opened.end() if opened else at
    found = _month_in_figures(head, begin) or read_date(head[begin:])
    if found is None or found.date.precision not in ("day", "month") or _tell_of_days(others):
        return None
    begin, end = begin + found.start, begin + found.end
    close = (_SHUT if opened else _MARK).match(head, end)
    if close:
        in_words = _LETTERS.search(_CLOCK.sub("", head[begin:end])) is not None
        is_timed = _CLOCK.search(head, begin, end) is not None
        fits = not in_words or is_timed or (opened is not None and found.date.text >= _TOLD)
    else:
        close = _BLANK.match(head, end)
        word = re.split(r"[\s’']", head[close.end() :], maxsplit=1)[0] if close else ""
        # 12/2016 is the number of an act too: «12/2016 Règlement du Conseil».
        fits = found.rule in ("month_year", "figures") and not labelled and word.casefold() in _ARTICLES
    return (found.date.text, end, close.end()) if close and fits else None


def _month_in_figures(head: str, at: int) -> WrittenDate | None:
    """«12/2016», «2016/12»; 2011/12 may be a season."""
    figures = _MONTH_IN_FIGURES.match(head, at)
    if figures is None:
        return None
    year, month = int(figures["year"] or figures["year2"]), int(figures["month"] or figures["month2"])
    if not (1 <= month <= 12 and year >= _PRESS) or (figures["year2"] and month == (year + 1) % 100):
        return None
    return WrittenDate(EdtfDate.parse(f"{year}-{month:02}"), 0, figures.end() - at, "figures")


def _tell_of_days(others: list[Line]) -> bool:
    """Whether other lines begin with dates too, as those of a chronology do."""
    heads = (other.text[:_HEAD].lstrip("([") for other in others if _DATED.match(other.text))
    return any(_month_in_figures(head, 0) or read_date(head) for head in heads)


def _parts_title(line: Line, separator: re.Match[str], found: WrittenDate, following: list[Line]) -> bool:
    """Whether a dash or a colon stands between the day of the text and its headline."""
    if len(line.text) - separator.end() < _SHORTEST_TITLE or len(line.text) > _LONGEST_TITLE:
        return False
    # «29 mai 2012 - Le ministre a reçu …»: a dateline stays with its sentence.
    if is_terminal(line.text) and not separator["colon"]:
        return False
    if _tell_of_days(following[:8]):
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


# Where a word or the mark that ends a headline touches a number or a capital: «…Rabat14/06/2024», “…trams?June 15”.
_TOUCHED = re.compile(
    r"(?<=[^\W\d_]|[?!…؟»”\")])(?=\d)"
    r"|(?<=[a-zà-öø-ÿ?!…»”\")])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])|(?<=[а-яё?!…»”\")])(?=[А-ЯЁ][а-яё])"
)
# «Covid19 mars 2020», «G20 novembre 2022»: a name may end in the number, not in a day in figures.
_NAMED_WITH_A_NUMBER = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-ÞА-ЯЁ\u0621-\u064a][\w’'-]*$")
_IN_FIGURES = re.compile(r"\d{1,2}[./-]\d{2}[./-]\d{4}|\d{4}-\d{2}-\d{2}")
_FIGURES = re.compile(r"\d{1,2}[./-]\d")
_FEWEST_WORDS = 3
_MOST_TOUCHES = 8
_HOUR_BEHIND = re.compile(r"\d{1,2}\s?[:hH]\s?\d{2}")


# «du14/06/2014», «du lundi14 juin 2014»: a blank is missing, and the phrase goes on.
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_WEEKDAY_LAST = re.compile(rf"(?<![^\W_])(?:{WEEKDAY_ANY})$", re.IGNORECASE)


def _leads_to_a_day(before: str) -> bool:
    last = _LAST_WORD.search(before.replace("\u0640", ""))
    in_phrase = last is not None and last[0].casefold() in BEFORE_DAYS
    return in_phrase or _WEEKDAY_LAST.search(before) is not None


def date_run_into_the_end(text: str) -> tuple[WrittenDate, bool] | None:
    """The whole day at the end of a headline of three words or more that touches the last, and whether its hour does.

    None where that is a word of the day's own phrase. Its places are those in the text. So a page's headline and its
    day are copied together.
    """
    if len(text) > _LONGEST_TITLE:
        return None
    for touch in list(_TOUCHED.finditer(text))[-_MOST_TOUCHES:]:
        at = touch.start()
        found = read_date(text[at:]) if len(text[:at].split()) >= _FEWEST_WORDS else None
        if found is None or found.date.precision != "day" or text[at + found.end :].strip(" .|"):
            continue
        if _leads_to_a_day(text[:at]):
            continue
        timed = _HOUR_BEHIND.search(text, at) is not None
        if not timed and _NAMED_WITH_A_NUMBER.search(text[:at]) and not _IN_FIGURES.match(text, at):
            continue
        # «la version2.1.2024»
        if not timed and _FIGURES.match(text, at) and not _IN_FIGURES.match(text, at):
            continue
        return WrittenDate(found.date, at, at + found.end, found.rule), timed
    return None
