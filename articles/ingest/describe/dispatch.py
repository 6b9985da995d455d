"""Which dateline dates the text that it opens: noted as evidence, unless the text may only tell of that day."""

import re
from dataclasses import replace
from datetime import date as calendar_date

from articles.ingest.describe.dateline import Dateline, is_whole_day, read_dateline
from articles.ingest.describe.later import is_no_issue, looks_back, names_its_weekday, says_its_weekday
from articles.ingest.describe.placed_days import read_placed_day
from articles.ingest.describe.places import is_known_place, is_label, stands_in_capitals
from articles.ingest.describe.rare_datelines import read_rare_dateline
from articles.ingest.describe.record import Findings
from articles.ingest.describe.refusals import is_no_sender, may_be_a_town, remembers, tells_of_another_day
from articles.ingest.describe.senders import is_correspondent
from articles.months import WEEKDAY, weekday_number
from articles.names.fold import fold
from articles.names.given_names import is_given_name
from articles.written_dates import find_dates, read_date

_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
# «Rabat - Le ministre…»: neither date nor agency, but no part of the sentence either.
_LONE_PLACE = re.compile(rf"{_UPPER}[\w’'-]+(?:[\s-]{_UPPER}[\w’'-]+){{0,2}}\s?[–—-]\s+(?=[«“\"]?{_UPPER})")
_LONGEST_PLACE = 80
_FIRST_PLAIN = 1950
"""Year from which place, day and a stop are a dateline: of an older day a historian tells more often."""
_FORESEEN = 15
"""Years that a dispatch looks ahead («d'ici 2030»): who writes of later ones looks back."""
_FEW = 5
"""The same for a day that stands alone: of one of these a story is told more often than of a place and a day."""
_SEARCHED = 20_000
_YEAR = re.compile(r"(?<![\w.,/-])[12]\d{3}(?![\w/-]|[.,]\d)")
# «Ce soir-là, …» right after the day: a dispatch says today.
_THAT_DAY = re.compile(
    r"(?:ce (?:jour|soir|matin)|cette nuit)-là|(?:^|\. |on )that (?:day|night|morning|evening)\b"
    r"|в (?:тот (?:день|вечер)|ту ночь|то утро)|(?:ذلك|ذاك) (?:اليوم|المساء|الصباح)|تلك الليلة",
    re.IGNORECASE,
)
# «Il est 21h17. …»: the hour, of which a story makes its first sentence.
_HOUR = re.compile(
    r"(?:il est|il était|it is|it's|it was)\s(?:\w+\s)?(?:\d|midi|minuit|noon|midnight)"
    r"|(?:было|время:?|около|на часах)\s(?:около\s)?\d|\d{1,2}\s?[h:.]\s?\d\d|(?:كانت\s)?الساعة\s(?:تشير|كانت)",
    re.IGNORECASE,
)
_OPENING = 200
_SHORTEST_TITLE = 15
_REST = 12
"""Characters behind a day that are no sentence: «, 9 h – 17 h»."""
_LATEST_DAY = 60
"""Characters of a headline within which the day of its dateline begins."""
_ON = re.compile(r"(?<![^\W_])(?:le|on|от|в|في|يوم|بتاريخ)\s*$", re.IGNORECASE)
# «Le port a signé hier …»: who speaks so speaks on the day above.
_YESTERDAY = re.compile(
    r"(?<!\w)(?:hier|demain|yesterday|tomorrow|вчера|завтра|أمس|غدا)(?!\w)", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)


def note_dateline(text: str, start: int, findings: Findings) -> int:
    """Note date and source of the dateline that opens a paragraph at `start`; its length, 0 for none."""
    dateline = read_rare_dateline(text) or read_dateline(text)
    placed = read_placed_day(text) if dateline is None or not dateline.source else None
    if placed and (length := _note(placed, start, findings)):
        return length
    if dateline is None:
        place = _LONE_PLACE.match(text[:_LONGEST_PLACE])
        if place is None:
            return 0
        behind = _behind_rubric(place[0], text[place.end() :])
        return place.end() + (_note(behind, start + place.end(), findings) if behind else 0)
    return _note(dateline, start, findings)


def take_title_dateline(text: str, start: int, findings: Findings) -> int:
    """Note what a dateline says that was run into the headline, and set it aside; its length, 0 for none.

    An agency is to sign it: «Paris, 13 novembre 2015 – la nuit» is a headline.
    """
    if not any(char.isdigit() for char in text[:_LATEST_DAY]):
        return 0
    rare = read_rare_dateline(text)
    dateline = rare or read_dateline(text)
    if (
        dateline is None
        or not (dateline.source or rare or _is_stopped(dateline, text))
        or len(text) - dateline.length < _SHORTEST_TITLE
    ):
        return 0
    if text[dateline.length].islower() or (dateline.date and not _note(dateline, start, findings)):
        return 0
    if not dateline.date:
        begin, end = dateline.source_span
        findings.add("source", dateline.source, start + begin, start + end, "dateline")
    stated = text[: dateline.length].rstrip(" –—-:.")
    findings.put_aside(start, start + len(stated), "header")
    return dateline.length


def _is_stopped(dateline: Dateline, text: str) -> bool:
    """«TUNIS, le 11 déc. 2015.- La Tunisie …»: behind a known place and its day a stop and a dash end the dateline."""
    begin, end = dateline.date_span
    place = text[:begin].strip(" ,،.–—-").removesuffix(" le").rstrip(" ,")
    known = (
        is_known_place(place) or stands_in_capitals(place) or (place.isupper() and len(place.split()) == 1)
    )
    return known and re.match(r"\s?\.\s?[-–—]", text[end:]) is not None


def _note(dateline: Dateline, start: int, findings: Findings) -> int:
    if is_no_issue(dateline.date) or (not dateline.marked and not _dates(dateline, findings.text, start)):
        return 0
    begin, end = dateline.date_span
    if not dateline.source and dateline.date and _tells_of_another_day(dateline, start, findings.text):
        return 0
    if not dateline.source and is_whole_day(dateline.date):
        written = findings.text[start + begin : start + end]
        if not says_its_weekday(written, calendar_date.fromisoformat(dateline.date)):
            return 0
    if end > begin:
        # Without its year a day is no date, but it is to be told of.
        findings.add("date", dateline.date, start + begin, start + end, "dateline")
    begin, end = dateline.source_span
    # «(соб. корр.)» says who wrote, and for no paper that is named.
    if end > begin and not is_correspondent(dateline.source):
        findings.add("source", dateline.source, start + begin, start + end, "dateline")
    return dateline.length


def _tells_of_another_day(dateline: Dateline, start: int, whole: str) -> bool:
    """Whether what stands before the day is an event or a site, or a line of place and day alone dates nothing."""
    line = whole[start:].partition("\n")[0].rstrip()
    begin, end = dateline.date_span
    before = _ON.sub("", line[:begin]).strip(" ,،.–—-/([")
    alone = len(line) - end <= _REST and start == whole.rfind("\n", 0, start) + 1
    if before and is_no_sender(before):
        # Of a town that is called like a site a text runs on, and of no other day.
        return alone or not may_be_a_town(before) or _tells_of_a_past_day(dateline, whole, start)
    return alone and tells_of_another_day(line, [before] if before else [], [dateline.date], whole)


def _behind_rubric(rubric: str, text: str) -> Dateline | None:
    """The dateline behind «Football - », or behind «LUTTE – », which vouches for a place of one word.

    A rubric in small letters may be an event («Bataclan – Paris, 13 novembre 2015. …»): then a dash is to follow.
    """
    dateline = read_dateline(text)
    if dateline is None or dateline.lone or not dateline.date_span[1] or is_label(rubric):
        return None
    if dateline.marked:
        return dateline
    place = re.split(r"[\s,،(]", text, maxsplit=1)[0]
    one_word = text[len(place) :].startswith((",", "،")) and not is_given_name(fold(place))
    return replace(dateline, placed=dateline.placed or one_word) if rubric.rstrip(" –—-").isupper() else None


def _dates(dateline: Dateline, whole: str, start: int) -> bool:
    """Whether a day without the marks of an agency is that of the text, not of a person, an act or an event."""
    opening = whole[start + dateline.length :][:_OPENING]
    if dateline.town and _is_word(dateline.town, whole):
        return False
    called = dateline.called and not _is_named_again(dateline.called, whole)
    placed = dateline.placed or called or (dateline.lone and _stands_alone(dateline, whole, start))
    today = _YESTERDAY.search(opening) is not None and not remembers(opening)
    return (
        placed or today or names_its_weekday(opening, calendar_date.fromisoformat(dateline.date))
    ) and not _tells_of_a_past_day(dateline, whole, start)


def _is_word(town: str, whole: str) -> bool:
    """«Attentat (France), 3 mai 2018. … cet attentat»: what the text writes small is no town."""
    small = town.lower()
    return small != town and re.search(rf"(?<!\w){re.escape(small)}(?!\w)", whole) is not None


def _is_named_again(place: str, whole: str) -> bool:
    """«Le Pen, le 3 mai 2018. … Marine Le Pen»: a text comes back to a person, and seldom to where it was written."""
    return any(len(re.findall(rf"(?<!\w){re.escape(word)}", whole)) > 1 for word in place.split()[1:])


def _stands_alone(dateline: Dateline, whole: str, start: int) -> bool:
    """Whether a day without a place is the one day of the text, and the weekday that it is said to be."""
    weekday = _WEEKDAY.search(whole, start, start + dateline.length)
    day = calendar_date.fromisoformat(dateline.date)
    if weekday and weekday_number(weekday[0]) != day.weekday():
        return False
    above = (line.lstrip("([") for line in whole[:start].split("\n"))
    return not any(line[:1].isdigit() and read_date(line) for line in above)


def _tells_of_a_past_day(dateline: Dateline, whole: str, start: int) -> bool:
    """Whether a text that opens «Paris, 14 juillet 1789. La foule…» may tell of that day in later years.

    So it may when the day is old, when the text knows days or years long after it, or goes on with other days.
    """
    year = int(dateline.date[:4])
    rest = whole[start + dateline.length :][:_SEARCHED]
    if year < _FIRST_PLAIN or _THAT_DAY.search(rest[:_OPENING]) or looks_back(rest, year):
        return True
    if dateline.lone and _HOUR.match(rest):
        return True
    last = year if dateline.lone else year + 1
    known = [found.date for found in find_dates(rest)]
    if any(day.precision == "day" and int(day.text[:4]) > last for day in known):
        return True
    told = range(year + (_FEW if dateline.lone else _FORESEEN) + 1, calendar_date.today().year + 1)
    return any(int(number[0]) in told for number in _YEAR.finditer(rest)) or _is_chronicle(dateline, rest)


def _is_chronicle(dateline: Dateline, rest: str) -> bool:
    """Whether later paragraphs open with datelines of other days."""
    for line in rest.split("\n")[1:]:
        line = line.strip()
        dated = any(char.isdigit() for char in line[:60])
        other = (read_rare_dateline(line) or read_dateline(line) or read_placed_day(line)) if dated else None
        if other and other.length < len(line) and other.date not in ("", dateline.date):
            return True
    return False
