"""What a day on a line of its own belongs to when it is not that of the text: an event, a term, a life, a memory."""

import re
from datetime import date as calendar_date

from articles.ingest.describe import labels
from articles.ingest.describe.countries import is_country
from articles.ingest.describe.dateline import is_whole_day, is_wire
from articles.ingest.describe.later import is_to_come, looks_back, names_its_weekday
from articles.ingest.describe.layout import is_terminal
from articles.ingest.describe.papers import is_paper
from articles.ingest.describe.places import is_known_place
from articles.ingest.describe.refused_words import ENGLISH_TOWN, FRENCH_TOWN, REFUSED
from articles.months import MONTH, WEEKDAY
from articles.written_dates import find_dates

_OPENING = 1500
"""Characters of a text in which it says that it looks back or announces."""
_FOLLOWING = 4
_MOST_OF_A_TOWN = 3
# As the agencies shorten them behind a small town.
_STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev NH NJ NM NY NC ND"
    " Okla Ore Pa RI SC SD Tenn Vt Va Wash WVa Wis Wyo DC Ont Que BC Alta Man Sask".split()
)
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
_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)
_BARS = re.compile(r"\s*[|•·]\s*")
_AN_HOUR = re.compile(r"\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\.?|\d{1,2}\s?h(?:\s?\d{2})?", re.IGNORECASE)
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
# Of these news tells too: «à l'occasion du 60e anniversaire», «dix ans après la fin de la guerre».
_YEARS_AFTER = re.compile(
    r"(?:ans|années|siècles?)\saprès|years\s.+|лет\sспустя|спустя\s.+|\w+\sعلى", re.IGNORECASE
)
_MAY_BE_NEWS = re.compile(
    rf"anniversa.+|comm[eé]mor.*|годовщин|(?:ال|ل|ب)?ذكرى|{_YEARS_AFTER.pattern}", re.IGNORECASE
)
_ANNOUNCES = re.compile(
    r"(?:aura|auront)\slieu|se\stiendr(?:a|ont)|débutera"
    r"|will\s(?:be\sheld|take\splace)|takes\splace\s(?:on|in|at)|to\sbe\sheld"
    r"|состоится|состоятся|пройд[её]т|пройдут"
    r"|(?:س[يت]|سوف\s[يت])(?:قام|نظم|نعقد|حتضن|نطلق)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?<!\w)(?:(?:a|ont)\s(?:\w+\s)?(?:annoncé|déclaré|affirmé|indiqué|précisé|souligné|assuré|expliqué|rapporté|dit)"
    r"|said|announced|declared|stated|told|(?:сообщи|заяви|сказа|объяви|отмети|подчеркну)л[аои]?"
    r"|(?:قال|أعلن|صرح|أكد|أفاد|ذكر|أوضح)ت?)(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[\w»”\")][\w»”\")][.!?…؟])\s+(?=[«“\"(]?[^\W_])")
# «Cher Slim, …»: a comma, or what stands for one, ends it; «Chère électricité : …» addresses nobody.
_SALUTATION = re.compile(
    r"[«“\"]?\s?(?:(?:mon|ma|mes)\s(?:bien[- ])?(?:ch[eè]re?s?|aimée?s?)|ch[eè]re?s?\s\w|(?:my\s)?dear(?:est)?\s\w"
    r"|дорог(?:ой|ая|ие)\s|здравствуй|милый\s|милая\s|عزيزي|عزيزتي|أخي\sالعزيز|حبيبتي)[\w’'.-]*(?:\s[\w’'.-]+){0,4}\s?[,،!]",
    re.IGNORECASE,
)
# «« Cher peuple, … », a dit le ministre.»: who is quoted so writes no letter.
_QUOTED_WITHIN = re.compile(r"[«“\"].*[»”\"][\s,،.]*[^\W_]")
_HEADS_DAYS = re.compile(
    r"(?:le\s|the\s)?(?:programmes?(?:\s.+)?|agenda(?:\s.+)?|calendrier(?:\s.+)?|éphémérides?|almanach"
    r"|calendar|schedule|horaires?|on\sthis\sday|this\sday\sin\shistory"
    r"|программа(?:\s.+)?|повестка(?:\sдня)?|календарь(?:\s.+)?|расписание(?:\s.+)?|(?:этот\s)?день\sв\sистории"
    r"|(?:ال)?برنامج(?:\s.+)?|جدول\s.+|(?:حدث\s)?في\sمثل\sهذا\sاليوم)",
    re.IGNORECASE,
)
_OF_A_PAGE = re.compile(
    r"(?:^|[,،;|•·]\s?|\s[–—─-]\s)(?:pp?\.|с(?:тр)?\.|ص\.)\s?\d{1,3}(?!\w)"
    r"|[,،|•·]\s?(?:issue|выпуск|العدد)\s№?\s?\d{1,5}(?!\w)|(?<![^\W_])vol(?:ume|\.)?\s?\d{1,4}\s?,\s(?:no\.?|n°|issue)\s?\d",
    re.IGNORECASE,
)
_LONGEST_ROW = 90
_ROW_HEAD = 60
_ROW_GOES_ON = re.compile(r"\s*[.)\]]?\s*(?:$|[:|•·–—-])")
_DAY_BEGINS = re.compile(
    rf"(?:[^\W\d_]+\.?,?\s)?(?:\d{{1,2}}\s{MONTH}|\d{{1,2}}[./]\d{{1,2}}[./])", re.IGNORECASE
)


def is_no_sender(part: str) -> bool:
    """Whether what stands beside a day is an event, a site, a term or a person's life, and no name of a paper."""
    if is_wire(part) or is_paper(part) or is_known_place(part) or is_country(part):
        return False
    return REFUSED.search(part) is not None


def may_be_a_town(part: str) -> bool:
    """Whether towns too are called by the one such word of it: «COLLEGE PARK», “Overland Park, Kan”, «Pont-Croix».

    In English capitals or a state behind it say so: “Central Park” is none.
    """
    town, *behind = (piece.strip() for piece in re.split(r"[,،(]", part))
    if FRENCH_TOWN.fullmatch(town):
        return True
    words = town.split()
    sited = [word for word in words if REFUSED.fullmatch(word)]
    if not (2 <= len(words) <= _MOST_OF_A_TOWN) or not all(map(ENGLISH_TOWN.fullmatch, sited)):
        return False
    one = len(REFUSED.findall(part)) == len(sited) and (words[0] in sited or words[-1] in sited)
    return one and (town.isupper() or any(map(is_state, behind)))


def is_state(piece: str) -> bool:
    """Whether it is a state or a country, as agencies shorten it behind a small town: “Kan.”, “Que.”"""
    return is_country(piece) or re.sub(r"[.\s]", "", piece) in _STATES


def meet(before: str) -> bool:
    """«Maroc – Togo», ««Заря» – «Волна»»: two countries or two teams, that play or sign with each other."""
    sides = [side.strip(" ,،:") for side in _AGAINST.split(before.strip(" ,،–—-"))]
    if len(sides) != 2:
        return False
    return all(map(is_country, sides)) or all(re.fullmatch(_NAMED, side) for side in sides)


def begins_then(text: str) -> bool:
    """Whether a line says at what hour something begins, or from when to when it lasts."""
    if _FROM_TO.match(text):
        return True
    return _BEGINS.search(text) is not None and not _says_when_it_was_posted(text)


def _says_when_it_was_posted(text: str) -> bool:
    """“London | 6 May 2016 | 5pm”: one hour, last between bars, behind a day and a sender or a place that is known."""
    parts = [part.strip() for part in _BARS.split(text)]
    # With the day of the week it is as often when something begins.
    if (
        len(parts) != 3
        or _WEEKDAY.search(parts[1])
        or not _AN_HOUR.fullmatch(parts[2])
        or len(find_dates(parts[1])) != 1
    ):
        return False
    return is_wire(parts[0]) or is_paper(parts[0]) or is_known_place(parts[0])


def remembers(whole: str, line: str = "", day: str = "") -> bool:
    """Whether a text says in its headline or its opening that it remembers a day, or is a letter of then.

    Where the first sentence names the weekday of the `day`, in EDTF, as news does, an anniversary further on is of
    another, and so is one of more years than have passed since. `line` is the one that states the day.
    """
    head, lede = _head_and_lede(whole, line)
    if _addresses(lede) or any(map(_is_a_salutation, whole[:_OPENING].split("\n")[1:])):
        return True
    opening, exact, sentence = whole[:_OPENING], _day_of(day), _first_sentence(lede)
    of_then = exact is not None and names_its_weekday(sentence, exact)
    if exact and of_then and looks_back(opening, exact.year):
        return True
    told = "\n".join([*head, sentence])
    for found in _REMEMBERS.finditer(opening):
        if exact is None or not _MAY_BE_NEWS.fullmatch(found[0]):
            return True
        further = of_then and (
            found[0] not in told or (found[0] in sentence and _YEARS_AFTER.fullmatch(found[0]))
        )
        # “On Monday the country began, two years after a trial, …”
        further = further or (
            _YEARS_AFTER.fullmatch(found[0]) is not None
            and names_its_weekday(_sentence_at(opening, found.start()), exact)
        )
        if not further and not is_to_come(opening, found.span(), exact.year):
            return True
    return False


def announces(whole: str, line: str = "", day: str = "") -> bool:
    """Whether a text tells of what will take place, and says no other day of it.

    News says first what was done or said, and when: «a reçu vendredi», «a annoncé»; what follows is another's day.
    """
    found = _ANNOUNCES.search(whole[:_OPENING])
    if found is None or any(char.isdigit() for char in whole[found.end() :][:_AROUND]):
        return False
    exact, (head, lede) = _day_of(day), _head_and_lede(whole, line)
    sentence = _first_sentence(lede)
    if any(map(_ANNOUNCES.search, [*head, sentence])):
        return True
    return not (exact and names_its_weekday(sentence, exact)) and _SAID.search(sentence) is None


def _day_of(edtf: str) -> calendar_date | None:
    return calendar_date.fromisoformat(edtf) if is_whole_day(edtf) else None


def _head_and_lede(whole: str, line: str) -> tuple[list[str], str]:
    """(the short lines that a text begins with, the first line of running text) without the one that states the day."""
    lines = [one.strip() for one in whole[:_OPENING].split("\n")]
    lines = [one for one in lines if one and one != line.strip()]
    running = (at for at, one in enumerate(lines) if len(one) > _LONGEST_ROW or is_terminal(one))
    at = next(running, len(lines))
    return lines[:at], lines[at] if at < len(lines) else ""


def _first_sentence(text: str) -> str:
    end = _SENTENCE_END.search(text)
    return text[: end.start()] if end else text


def _sentence_at(text: str, at: int) -> str:
    """The sentence that goes on at a place of the text."""
    line = text.rfind("\n", 0, at) + 1
    ends = [end.end() for end in _SENTENCE_END.finditer(text, line, at)]
    return _first_sentence(text[ends[-1] if ends else line :].partition("\n")[0])


def _is_a_salutation(line: str) -> bool:
    """«Cher Slim,» and «Ma chère sœur» on a line of their own."""
    return _SALUTATION.fullmatch(f"{line.strip().rstrip(' ,،!:.')},") is not None


def _addresses(line: str) -> bool:
    return _SALUTATION.match(line) is not None and _QUOTED_WITHIN.match(line) is None


def heads_days(line: str) -> bool:
    """Whether a line stands above the days of a programme, or above what happened on a day: «Éphéméride»."""
    return _HEADS_DAYS.fullmatch(line.strip(" :.")) is not None


def is_in_a_table(line: str, whole: str) -> bool:
    """Whether lines close by are rows of other days: a programme, a table, a chronicle.

    A row is short and begins with a day, or a mark parts that from the rest. One may be a paragraph or a header:
    two are asked for, or a single one right above or below with its mark, or that is nothing but its day.
    """
    at = whole.find(line)
    own = find_dates(line)
    if at < 0 or not own:
        return False
    above = [one.strip() for one in whole[:at].split("\n") if one.strip()][-_FOLLOWING:]
    following = [one.strip() for one in whole[at + len(line) :].split("\n") if one.strip()][:_FOLLOWING]
    rows = [one for one in above + following if _is_a_row(one, own[0].date.latest)]
    close = [*above[-1:], *following[:1]]
    return len(rows) > 1 or any(
        len(row) <= _LONGEST_ROW and (_ends_in_its_day(row) or (row in close and _is_marked(row)))
        for row in rows
    )


def _is_a_row(line: str, own: calendar_date | None) -> bool:
    """Whether a line is «Dimanche 13 mars 2022» or «4 mars 2019 : 2,40 m», of another day than its `own`."""
    if not _DAY_BEGINS.match(line) or labels.BARE_DATE_LABEL.match(line) or labels.LABEL.match(line):
        return False
    days = find_dates(line[:_ROW_HEAD])[:1]
    if not days or days[0].date.precision != "day" or days[0].date.latest == own:
        return False
    return len(line) <= _LONGEST_ROW or _is_marked(line)


def _is_marked(line: str) -> bool:
    days = find_dates(line[:_ROW_HEAD])[:1]
    return bool(days) and _ROW_GOES_ON.match(line, days[0].end) is not None


def _ends_in_its_day(line: str) -> bool:
    days = find_dates(line)
    return len(days) == 1 and not line[days[0].end :].strip(" .)]")


def is_of_a_page(line: str) -> bool:
    """Whether a line says on which page of a paper it stands, or of which issue it is: no event says so."""
    return _OF_A_PAGE.search(line) is not None


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
    sent = any(is_wire(part) or is_paper(part) for part in beside)
    refused = any(map(is_no_sender, beside)) and not is_of_a_page(line)
    if refused or heads_days(above) or _part_lives(days):
        return True
    if not sent and is_in_a_table(line, whole):
        return True
    if sent or not beside:
        return not sent and remembers(above)
    if meet(line[: find_dates(line)[0].start] if find_dates(line) else "") or begins_then(line):
        return True
    day = days[0] if len(days) == 1 else ""
    if remembers(whole, line, day) or announces(whole, line, day):
        return True
    return any(is_a_person_of(part, whole) for part in beside)


def _part_lives(days: list[str]) -> bool:
    """«Fès, 3 mai 1941 – Rabat, 2 mars 2019»"""
    years = [int(day[:4]) for day in days if re.match(r"\d{4}-", day)]
    return len(years) > 1 and max(years) - min(years) > 1
