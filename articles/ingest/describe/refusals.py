"""What a day on a line of its own belongs to when it is not that of the text: an event, a term, a life, a memory."""

import re

from articles.ingest.describe.countries import is_country
from articles.ingest.describe.dateline import is_wire
from articles.ingest.describe.papers import is_paper
from articles.ingest.describe.places import is_known_place
from articles.ingest.describe.refused_words import REFUSED
from articles.months import MONTH
from articles.written_dates import find_dates

_OPENING = 1500
"""Characters of a text in which it says that it looks back or announces."""
_FOLLOWING = 4
_AROUND = 40

_NAMED = r"[«“\"][^«»“”\"]+[»”\"]"
_AGAINST = re.compile(r"\s+(?:[–—-]|vs?\.?|contre|против|ضد)\s+")
# «20 h», «9 h – 17 h», “7.30pm”: when something begins; a site gives hours and minutes.
_BEGINS = re.compile(
    r"(?<![\d:.])\d{1,2}\s?h(?![\w\d]|\s?\d)"
    r"|\d{1,2}\s?h\s?(?:\d{2}\s?)?(?:[–—-]|à|au)\s?\d"
    r"|(?<![\d:])\d{1,2}(?:\.\d{2})?\s?[ap]m(?!\w)"
    r"|(?<!\d)\d{1,2}\s?(?:час\w*|الساعة)"
    r"|\d{1,2}[:.]\d{2}\s?[–—-]\s?\d{1,2}[:.]\d{2}",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\s*(?:du|from|с|من)\s+\d", re.IGNORECASE)
# A text that remembers: in its headline, or in its opening.
_REMEMBERS = re.compile(
    r"anniversaire|commémor|éphéméride|almanach|(?:ans|années|siècles?)\saprès|se\s(?:souvien|rappell)"
    r"|(?:ce|cette)\s(?:jour|nuit|soir|matin)-là|n['’](?:a|ont)\s(?:pas|rien)\soublié"
    r"|anniversary|commemorat|on\sthis\sday|years\s(?:after|later|on)\b|\bremember(?:s|ed|ing)?\b|that\s(?:day|night)\b"
    r"|годовщин|день\sв\sистории|лет\sспустя|\bпомнят\b|вспомина|тот\s(?:самый\s)?день|в\sту\sночь|спустя\s\w+\sлет"
    r"|(?:ال|ل|ب)?ذكرى|في\sمثل\sهذا\sاليوم|(?:سنة|سنوات|عاما|أعوام)\sعلى"
    r"|يتذكر|تتذكر|يستذكر|تلك\sالليلة|ذلك\sاليوم",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"(?:aura|auront)\slieu|se\stiendr(?:a|ont)|débutera"
    r"|will\s(?:be\sheld|take\splace)|takes\splace\s(?:on|in|at)|to\sbe\sheld"
    r"|состоится|состоятся|пройд[её]т|пройдут"
    r"|(?:س[يت]|سوف\s[يت])(?:قام|نظم|نعقد|حتضن|نطلق)",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"^\s*[«“\"]?\s?(?:(?:mon|ma|mes)\s(?:bien[- ])?(?:ch[eè]re?s?|aimée?s?)|ch[eè]re?s?\s\w+"
    r"|(?:my\s)?dear(?:est)?\s\w+|дорог(?:ой|ая|ие)\s|здравствуй|милый\s|милая\s|عزيزي|عزيزتي|أخي\sالعزيز|حبيبتي)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADS_DAYS = re.compile(
    r"(?:le\s|the\s)?(?:programmes?(?:\s.+)?|agenda(?:\s.+)?|calendrier(?:\s.+)?|éphémérides?|almanach"
    r"|calendar|schedule|horaires?|on\sthis\sday|this\sday\sin\shistory"
    r"|программа(?:\s.+)?|повестка(?:\sдня)?|календарь(?:\s.+)?|расписание(?:\s.+)?|(?:этот\s)?день\sв\sистории"
    r"|(?:ال)?برنامج(?:\s.+)?|جدول\s.+|(?:حدث\s)?في\sمثل\sهذا\sاليوم)",
    re.IGNORECASE,
)
_DAY_BEGINS = re.compile(
    rf"(?:[^\W\d_]+\.?,?\s)?(?:\d{{1,2}}\s{MONTH}|\d{{1,2}}[./]\d{{1,2}}[./])", re.IGNORECASE
)


def is_no_sender(part: str) -> bool:
    """Whether what stands beside a day is an event, a site, a term or a person's life, and no name of a paper."""
    if is_wire(part) or is_paper(part) or is_known_place(part) or is_country(part):
        return False
    return REFUSED.search(part) is not None


def meet(before: str) -> bool:
    """«Maroc – Togo», ««Заря» – «Волна»»: two countries or two teams, that play or sign with each other."""
    sides = [side.strip(" ,،:") for side in _AGAINST.split(before.strip(" ,،–—-"))]
    if len(sides) != 2:
        return False
    return all(map(is_country, sides)) or all(re.fullmatch(_NAMED, side) for side in sides)


def begins_then(text: str) -> bool:
    """Whether a line says at what hour something begins, or from when to when it lasts."""
    return _BEGINS.search(text) is not None or _FROM_TO.match(text) is not None


def remembers(whole: str) -> bool:
    """Whether a text says in its headline or its opening that it remembers a day, or is a letter of then."""
    return _REMEMBERS.search(whole[:_OPENING]) is not None or _SALUTATION.search(whole) is not None


def announces(whole: str) -> bool:
    """Whether a text tells of what will take place, and says no other day of it."""
    found = _ANNOUNCES.search(whole[:_OPENING])
    return found is not None and not any(char.isdigit() for char in whole[found.end() :][:_AROUND])


def heads_days(line: str) -> bool:
    """Whether a line stands above the days of a programme, or above what happened on a day: «Éphéméride»."""
    return _HEADS_DAYS.fullmatch(line.strip(" :.")) is not None


def is_in_a_table(line: str, whole: str) -> bool:
    """Whether a line close by begins with another day: a programme, a table, a chronicle."""
    at = whole.find(line)
    own = find_dates(line)
    if at < 0 or not own:
        return False
    above = [one.strip() for one in whole[:at].split("\n") if one.strip()][-_FOLLOWING:]
    following = [one.strip() for one in whole[at + len(line) :].split("\n") if one.strip()][:_FOLLOWING]
    days = (
        found.date.latest
        for one in above + following
        if _DAY_BEGINS.match(one)
        for found in find_dates(one[:60])[:1]
        if found.date.precision == "day"
    )
    return any(day != own[0].date.latest for day in days)


def is_a_person_of(part: str, whole: str) -> bool:
    """«Tewodros Gebremeskel» where the text goes on with «Gebremeskel» alone, as it does of people."""
    words = part.split()
    if (
        len(words) not in (2, 3)
        or not all(word[:1].isupper() for word in words)
        or len(words[-1]) < 4
        or is_known_place(part)
        or is_paper(part)
    ):
        return False
    last, before = re.escape(words[-1]), re.escape(words[-2])
    return re.search(rf"(?<!\w)(?<!{before}\s){last}(?!\w)", whole) is not None


def tells_of_another_day(line: str, beside: list[str], days: list[str], whole: str) -> bool:
    """Whether a line without a label dates no text: it is made of `days`, in EDTF, and of what stands `beside` them."""
    above = whole[: max(whole.find(line), 0)].strip().rpartition("\n")[2]
    if any(map(is_no_sender, beside)) or heads_days(above) or is_in_a_table(line, whole) or _part_lives(days):
        return True
    sent = any(is_wire(part) or is_paper(part) for part in beside)
    if sent or not beside:
        return not sent and remembers(above)
    if meet(line[: find_dates(line)[0].start] if find_dates(line) else "") or begins_then(line):
        return True
    return remembers(whole) or announces(whole) or any(is_a_person_of(part, whole) for part in beside)


def _part_lives(days: list[str]) -> bool:
    """«Fès, 3 mai 1941 – Rabat, 2 mars 2019»"""
    years = [int(day[:4]) for day in days if re.match(r"\d{4}-", day)]
    return len(years) > 1 and max(years) - min(years) > 1
