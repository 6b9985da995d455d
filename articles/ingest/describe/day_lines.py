"""A line of its own that names where a text comes from, and its day: «Alpes-Matin — Sanaa, 22 mars 2015»."""

import re
from datetime import date as calendar_date

from articles.ingest.describe.countries import is_country
from articles.ingest.describe.dateline import is_whole_day, is_wire
from articles.ingest.describe.later import is_recalled, knows_later, says_its_weekday
from articles.ingest.describe.layout import Line, is_terminal
from articles.ingest.describe.lone_line import (
    ACT,
    OTHER_DAY,
    PICTURE,
    is_free,
    returning,
    states_another,
    vouches,
)
from articles.ingest.describe.papers import GENERIC, is_paper
from articles.ingest.describe.placed_days import read_placed_line
from articles.ingest.describe.places import is_known_place, is_label
from articles.ingest.describe.record import Findings
from articles.ingest.describe.refusals import tells_of_another_day
from articles.months import WEEKDAY
from articles.names.fold import fold
from articles.names.given_names import is_given_name
from articles.written_dates import WrittenDate, find_dates

_LONGEST = 80
_MOST_PARTS = 4
_WORDS = 4
_LONGEST_TITLE = 190

# Between the parts of such a line; the tatweel stands for a dash in Arabic.
_MARK = re.compile(
    r"\s*[|•·،;]\s*|,\s+|\s+[–—ـ/-]\s+|\s*[–—]\s*|(?<!\bp)(?<!\bpp)(?<!\bс)(?<!\bстр)(?<!ص)\.\s+"
    r"|(?<=وكالات)\s?:\s*"
)
_LEFT = " ,،;|•·/–—ـ-.[(:"
_BEHIND = " ,،;|•·/–—ـ-.])م"
_ASIDE = " ,،;|•·/–—-.[](:)"
_ON = re.compile(r"(?:^|\s)(?:le|on|от|في|بتاريخ|يوم)\s*$", re.IGNORECASE)
_BRACKETS = re.compile(r"(?P<before>[^()\[\]]+?)\s?[(\[](?P<inside>[^()\[\]]+)[)\]]")
_HEAD_BRACKETS = re.compile(r"\[(?P<inside>[^\[\]\d]{3,60})\]\s*(?P<behind>.*)")
_CLOCK = re.compile(r"(?:(?:à|at|в|الساعة)\s)?\d{1,2}\s?[:hH.]\s?\d{2}(?:\s?(?:GMT|UTC|МСК))?", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:pages?|pp?\.|с(?:тр)?\.|(?:ال)?صفحة|ص\.?)\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?", re.IGNORECASE
)
_READING = re.compile(
    r"(?:temps\sde\slecture|lecture|reading\stime|время\s(?:на\s)?чтени[ея]|(?:مدة|وقت)\sالقراءة)\s?:?\s?\d{1,2}\s?(?:min\w*|мин\w*|دقائق|دقيقة)?\.?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w){WEEKDAY}[,،]?\s*$", re.IGNORECASE)
_WEEKDAY_BEHIND = re.compile(rf"[\s,،]*{WEEKDAY}", re.IGNORECASE)
_OWN = re.compile(
    r"خاص|خاص\sب\S+|مكتب\s\S+|(?:du|de\sla|le|la)\scorrespondante?(?:\s(?:à|en|au)\s\S+)?|собкорр?\.?",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:ministère|ambassade|présidence|direction|agence|service\sde\spresse|ministry|embassy|office|department|press\sservice"
    r"|министерство|посольство|управление|пресс-служба|وزارة|سفارة|رئاسة|مديرية|وكالة)(?![^\W_])",
    re.IGNORECASE,
)
# What comes out under one name again and again; a diary and a review do too, and are more often something else.
_PERIODICAL = re.compile(
    r"(?:Le\s|L['’])?(?:Mensuel|Bimensuel|Hebdomadaire|Quotidien|Trimestriel|Hebdo)\s(?:d(?:u|es|e)\s|d['’]|de\sl['’]).+"
    r"|(?:\S+\s){1,3}(?i:newsletter|(?:news\s)?digest|bulletin|briefing|court\sreport)"
    r"|(?i:дайджест|сводка|еженедельник)\s.+|.{2,40}:\s(?i:дайджест|digest|newsletter|نشرة)",
)
_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_ARTICLE = re.compile(rf"(?:(?:L[ae]s?|The)\s|L['’]){_UPPER}")
# The words that French papers are called by: «La Voix des Causses»; «La Nuit des idées» is an event.
_ARTICLED = re.compile(
    r"(?:L[ae]s?\s|L['’])(?:Croix|Voix|Écho|Courrier|Dépêche|Presse|Tribune|Gazette|Nouvelles?|Progrès|Liberté|Indépendant"
    r"|Éclair|Messager|Phare|Réveil|Éveil|Républicain|Patriote|Avenir|Observateur|Soir|Matin|Temps|Jour|Monde|Figaro"
    r"|Miroir|Moniteur|Mercure|Globe|Populaire|Démocrate|Petit|Régional|Canard)"
    rf"(?:\s(?:(?:d(?:u|es|e|e\sla)|et|en)\s|d(?:e\sl)?['’])?{_UPPER}[\w’-]*){{1,3}}"
)
_ENGLISH_TITLES = (
    r"(?:Watch|Monitor|Review|Notes|Letter|Wire|Dispatch|Observer|Outlook"
    r"|Insider|Today|Weekly|Times|Post|News)"
)
_OF_WORDS = re.compile(rf"(?:{_UPPER}[\w’-]*[a-z]\s){{2,4}}{_ENGLISH_TITLES}")
# Before the name of a town, or written to it; «بوتين» and «الانتخابات» come back otherwise.
_IN_A_TOWN = r"(?<!\w)(?:(?:في|إلى|من|نحو|قرب|مدينة|بلدة|قرية|ولاية|محافظة|مطار|ميناء)\s[بلو]?|[بو]{1,2})"
_ONE_ARABIC = re.compile(r"[\u0621-\u064a]{3,}")


def take_day_line(line: Line, following: list[Line], findings: Findings, above: list[Line]) -> bool:
    """Whether a line, the first of a text or the one right below its headline, only dates it, and is noted for that."""
    if not following or len(line.text) > _LONGEST or not any(char.isdigit() for char in line.text):
        return False
    if any(found.field == "date" for found in findings.evidence):
        return False
    if above and (len(above[0].text) > _LONGEST_TITLE or any(is_terminal(one.text) for one in above)):
        return False
    found = read_day_line(line.text, findings.text, following[0].text, first=not above)
    # Right below the headline what says of itself what the text is stays in it.
    if found is None or (len(above) == 1 and stays_below(line.text[: found[1]].strip(_LEFT))):
        return False
    value, start, end = found
    findings.add("date", value, line.start + start, line.start + end, "date_line")
    for begin, stop in ((0, start), (end, len(line.text))):
        beside = line.text[begin:stop]
        # «م» behind a day stands for the era, and before it for a letter of its town.
        if rest := beside.strip(_ASIDE + ("م" if begin else "")):
            at = line.start + begin + beside.index(rest)
            findings.put_aside(at, at + len(rest), "header")
    return True


def stays_below(beside: str) -> bool:
    """Whether a line right below the headline says with this what the text is, and so is a part of it."""
    return is_known_place(beside) or is_paper(beside) or vouches(beside, ",", last=False)


def names_a_place(beside: str) -> bool:
    """«Sanaa», «Pemba (Mozambique)», «LYON (AFP)»: who looks for a place looks for where the text was written too."""
    parts = (part.strip() for whole in split_parts(beside) for part in re.split(r"[()\[\]]", whole))
    return any(is_known_place(part) or is_country(part) for part in parts)


def read_day_line(text: str, whole: str, following: str, *, first: bool) -> tuple[str, int, int] | None:
    """(EDTF, its place) of the day or, `first` of all, the month that dates the `whole` text; None for none.

    Every part of the line is to be known for a place, an agency, a rubric or a paper, or one of them at the most be a
    name; and the text may neither come back to it nor know of a later day. `following` is the line below, the headline
    where the line is the `first`.
    """
    if ACT.match(text):
        return None
    placed = read_placed_line(text, whole)
    if placed and not is_gainsaid(text, placed, whole):
        return placed.date.text, placed.start, placed.end
    days = find_dates(text)
    heads = first and _may_head(following)
    if len(days) != 1 or days[0].date.precision not in (("day", "month") if heads else ("day",)):
        return None
    day = days[0]
    parts = _parts_of(text, day)
    # Where no headline stands beside it a lone name may be the headline.
    if parts is None or (len(parts) < 2 and first != heads) or (day.start and PICTURE.search(text)):
        return None
    told = [part for part in parts if not (_CLOCK.fullmatch(part) or _WEEKDAY.fullmatch(part))]
    beside = [part for part in told if is_known_place(part) or not is_known_part(part)]
    if tells_of_another_day(text, beside, [day.date.text], whole):
        return None
    if not _vouch(parts, text, day, whole, first=first) or is_gainsaid(text, day, whole):
        return None
    return day.date.text, day.start, day.end


def _may_head(line: str) -> bool:
    """Whether a line may be the headline: some words, no sentence, no date."""
    return (
        len(line.split()) > 1
        and len(line) <= _LONGEST_TITLE
        and not is_terminal(line)
        and not find_dates(line)
    )


def _parts_of(text: str, day: WrittenDate) -> list[str] | None:
    """What stands before and behind the day, parted by marks; None where the day is in no such place."""
    before, behind = text[: day.start], text[day.end :]
    on = _ON.search(before)
    before = (before[: on.start()] if on else before).rstrip()
    weekday = _WEEKDAY_BEFORE.search(before)
    before = before[: weekday.start()].rstrip() if weekday else before
    # «Expédition. 3 mars»: a mark parts the day from what stands before; a blank does behind a bracket alone.
    if before and before[-1] not in _LEFT + ")]":
        return None
    if behind.strip(_BEHIND) and behind[:1] not in " ,،.)/|" + "م":
        return None
    parts = [*split_parts(before.rstrip(_LEFT)), *split_parts(behind.strip(_BEHIND + "["))]
    return parts if len(parts) <= _MOST_PARTS else None


def split_parts(text: str) -> list[str]:
    """The parts of such a line, or of a piece of it, between its marks; a bracket is one of its own."""
    parts: list[str] = []
    if headed := _HEAD_BRACKETS.fullmatch(text):
        return [f"[{headed['inside']}]", *split_parts(headed["behind"])]
    for part in _MARK.split(text):
        bracketed = _BRACKETS.fullmatch(part.strip())
        whole = bracketed is None or is_country(bracketed["inside"])
        parts += [part] if bracketed is None or whole else [bracketed["before"], bracketed["inside"]]
    return [part.strip(" .") for part in parts if part.strip(" .()[]")]


def _vouch(parts: list[str], text: str, day: WrittenDate, whole: str, *, first: bool) -> bool:
    """Whether the parts say that the day is that of the text."""
    told = [part for part in parts if not (_CLOCK.fullmatch(part) or _WEEKDAY.fullmatch(part))]
    if any(
        OTHER_DAY.search(part) for part in told if not (_PAGE.fullmatch(part) or _READING.fullmatch(part))
    ):
        return False
    unknown = [part for part in told if not (is_known_part(part) or _is_town_of_a_country(part, whole))]
    # «Boutcha. Mars 2022»: where a text tells of a month that something happened in, it names the place again.
    if day.date.precision == "month" and any(returning(told[0], text, whole) if len(told) == 1 else ()):
        return False
    if len(unknown) != 1:
        return bool(told) and not unknown
    if _is_town(unknown[0], told, day, text, whole):
        return True
    if len(told) > 1 and _ARTICLED.fullmatch(unknown[0]) and not any(returning(unknown[0], text, whole)):
        return True
    # What a day stands before is no caption; behind a name that the text comes back to it may be that of an event.
    if not _is_name(unknown[0]) or (
        any(returning(unknown[0], text, whole)) and text.find(unknown[0]) < day.start
    ):
        return False
    if len(told) > 1:
        return _is_beside(unknown[0], text, [part for part in told if part != unknown[0]])
    return _is_series(unknown[0], text, day, first=first)


def is_known_part(part: str) -> bool:
    """Whether a part says for itself that it is where a text comes from."""
    if part[:1] == "[":
        return _OFFICE.match(part, 1) is not None
    if _PAGE.fullmatch(part) or _READING.fullmatch(part) or _OWN.fullmatch(part) or is_wire(part):
        return True
    if all(is_known_place(place) or is_country(place) for place in re.split(r"\s?/\s?", part)):
        return True
    return is_paper(part) or vouches(part, ",", last=False) or is_periodical(part)


def is_periodical(part: str) -> bool:
    """«Le Mensuel du Sahel», “Reef news digest”"""
    return _PERIODICAL.fullmatch(part) is not None


def _is_town_of_a_country(part: str, whole: str) -> bool:
    """«Pemba (Mozambique)»; and no «Attentat (France)», which a text writes small."""
    bracketed = _BRACKETS.fullmatch(part)
    if bracketed is None or not is_country(bracketed["inside"]):
        return False
    town = bracketed["before"]
    small = town.lower()
    written_small = small != town and re.search(rf"(?<!\w){re.escape(small)}(?!\w)", whole)
    if is_label(town) or is_given_name(fold(town.split()[0])):
        return False
    return len(town.split()) <= 2 and is_free(town, town) and not written_small


def _is_name(part: str) -> bool:
    """Whether it may be the name of a paper, an agency or a town, and is no person's."""
    return (
        len(part.split()) <= _WORDS + 1 and is_free(part, part) and not is_given_name(fold(part.split()[0]))
    )


def _is_beside(part: str, text: str, known: list[str]) -> bool:
    """Whether an unknown name stands as that of a paper or an agency does: «Manifestation — Alger, 22 mai» does not."""
    enclosed = len(part.split()) == 1 and (f"({part})" in text or f"/{part}/" in text)
    if any(_speaks(other) for other in known) or part[0] in '«“"' or enclosed:
        return True
    return (
        _ARTICLE.match(part) is not None
        and re.match(r"\s[|–—-]\s", text[text.find(part) + len(part) :]) is not None
    )


def _speaks(part: str) -> bool:
    """Whether it is a sender, and not only a place: an agency, an office, a correspondent, a page."""
    return is_wire(part) or part[:1] == "[" or any(form.fullmatch(part) for form in (_OWN, _PAGE, _READING))


def _is_town(part: str, told: list[str], day: WrittenDate, text: str, whole: str) -> bool:
    """A single Arabic word before a mark and a whole day; or words before their country."""
    if day.date.precision != "day" or is_label(part) or text.find(part) > day.start:
        return False
    rest = [other for other in told if other != part]
    if _ONE_ARABIC.fullmatch(part) and all(map(_speaks, rest)):
        return (
            is_free(part, part) and not is_given_name(fold(part)) and _returns_as_towns_do(part, text, whole)
        )
    # «Haraz mountains, Yemen (24 March 2015)», and no “Tahrir Square, Egypt (…)”
    of_country = len(rest) == 1 and is_country(rest[0]) and text[: day.start].endswith(("(", "["))
    small = len(part.split()) <= 2 and part.split()[1:] == part.lower().split()[1:]
    return of_country and small and _is_name(part) and not any(returning(part, text, whole))


def _returns_as_towns_do(word: str, line: str, whole: str) -> bool:
    """Whether an Arabic word stands nowhere else in the text, or behind «في», «مدينة» and never with an article.

    «زلزال … الزلزال» is no town, nor is «بوتين … قال بوتين».
    """
    rest = whole.replace(line, "\n", 1)
    if word not in rest:
        return True
    with_article = word.startswith("ال") or re.search(rf"(?:ال|لل){word}(?!\w)", rest) is not None
    return not with_article and re.search(rf"{_IN_A_TOWN}{word}(?!\w)", rest) is not None


def _is_series(part: str, text: str, day: WrittenDate, *, first: bool) -> bool:
    """Whether an unknown name that stands alone beside the day is called as papers are."""
    if re.match(GENERIC, part, re.IGNORECASE):
        return False
    if day.date.precision == "month":
        return first and len(part.split()) == 1
    if _ARTICLED.fullmatch(part):
        return True
    return _OF_WORDS.fullmatch(part) is not None and _WEEKDAY.search(text) is not None


def is_gainsaid(text: str, day: WrittenDate, whole: str, *, old: bool = False) -> bool:
    """Whether the text knows of a later day, another of its lines states one, or the day of the week is wrong.

    A day before the times that press texts are mostly of is that of a story, unless it may be so `old`.
    """
    last = day.date.latest
    rest = whole.replace(text, "\n", 1)
    if last is None or (knows_later if old else is_recalled)(rest, last):
        return True
    if day.date.precision == "month":
        return False
    if not is_whole_day(day.date.text):
        return True
    exact = calendar_date.fromisoformat(day.date.text)
    beside = _WEEKDAY_BEFORE.search(_ON.sub("", text[: day.start])), _WEEKDAY_BEHIND.match(text, day.end)
    if not all(
        says_its_weekday(said, exact) for said in (text[day.start : day.end], *(b[0] for b in beside if b))
    ):
        return True
    return any(states_another(line, exact) for line in rest.split("\n"))
