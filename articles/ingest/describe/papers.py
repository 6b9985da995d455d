"""Names that say of themselves that they are a paper's: «Le Courrier du Sahel», “The Irish Times”, «газета «Труд»»."""

import re
from datetime import date as calendar_date
from datetime import timedelta

from articles.ingest.describe import labels
from articles.ingest.describe.dateline import is_whole_day
from articles.ingest.describe.later import knows_later, says_its_weekday
from articles.ingest.describe.places import is_known_place
from articles.written_dates import find_dates

GENERIC = (
    r"(?:revue|journal|magazine|bulletin|gazette|hebdomadaire|mensuel|quotidien|review|weekly|monthly|newspaper"
    r"|газета|журнал|вестник|еженедельник|бюллетень|مجلة|جريدة|صحيفة|نشرة)"
)
"""What kind of a paper it is; alone it vouches for nothing: «Journal de guerre», «Revue de troupes»."""

_U = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_QUOTED = r"[«“\"][^«»“”\"]+[»”\"]"
_NAMED = re.compile(
    rf"(?:(?:le|la|the)\s|l['’])?{GENERIC}\s(?:{_QUOTED}|{labels.OUTLET.pattern})", re.IGNORECASE
)
# «Le Courrier du Sahel»; a journal or a tribune may be somebody's, or stand in a stadium: those of a place alone.
_FRENCH = re.compile(
    r"(?:(?:Le\s)?(?:Courrier|Quotidien|Nouvelliste)|(?:La\s)?Gazette|L['’](?:Écho|Echo|Indépendant))"
    rf"(?:\s(?:(?:du|des|de|de\sla)\s|de\sl['’]|d['’])?{_U}[\w’'-]*){{1,3}}|Le\sCourrier|La\sGazette|Le\sQuotidien"
)
_OF_A_PLACE = re.compile(
    r"(?:(?:Le\s)?Journal|(?:La\s)?Tribune)\s(?:d(?:u|es|e|e\sla)\s|d(?:e\sl)?['’])(?P<place>.+)"
)
_ENGLISH = re.compile(
    rf"(?!(?:{_U}\w+\s)*(?:Hard|Modern|Good|Bad|Old|End|Happy|Best|Difficult|Ancient|Our|Changing|Trying)\sTimes)"
    rf"(?:The\s)?(?:{_U}[\w’-]+\s){{1,3}}(?:Times|Tribune|Herald|Gazette|Chronicle|Courier|Telegraph)"
    rf"|The\s(?:Times|Tribune|Herald|Courier|Telegraph|(?:{_U}[\w’-]+\s){{1,3}}Journal)|Wall\sStreet\sJournal"
)
_OF_A_TOWN = re.compile(
    r"(?:The\s)?(?P<place>.+)\s(?:Post|Star|Mail|Sun|Journal|Standard|Observer|Guardian|News)"
)
# «Вечерний Минск», «Якутск вечерний»
_OF_AN_EVENING = re.compile(
    r"Вечерн(?:ий|яя|ее)\s(?P<behind>[А-ЯЁ][\w-]+)|(?P<before>[А-ЯЁ][\w-]+)\s(?:вечерний|вечерняя|вечернее)"
)
_RUSSIAN = re.compile(
    rf"(?:газета|Газета)\s{_U}.*|(?:{_U}[а-яё]+(?:ая)\s)газета|(?:{_U}[а-яё]+\s)?[Вв]естник(?:\s{_U}[а-яё]+)?"
)
_ARABIC = re.compile(
    r"(?:جريدة|صحيفة)\s(?!(?:ال)?(?:سوابق|اتهام|دعوى|أحوال|حالة|مقال))(?:[\u0621-\u064a]+\s?){1,3}"
)
_SUPPLEMENT = re.compile(
    r"(?P<outlet>.+?)\s(?:des\s(?:livres|arts|sports)|diplomatique|littéraire|magazine|week-end|dimanche)",
    re.IGNORECASE,
)
_QUOTES = "«»“”\"„‘’' "


_ANNOUNCED = timedelta(days=366)
"""How far ahead the days lie that a text announces; one that tells of later days is not of that time."""
_KIND_OF_MORE = re.compile(rf"{GENERIC}\s\w|.*\b(?:report|rapport|отчёт|отчет)$", re.IGNORECASE)


def vouches_for_nothing(beside: list[str], days: list[str], whole: str) -> bool:
    """Whether what stands `beside` a day, if anything, is no known place, and the day none that dates a text.

    «REVUE DE TROUPES – 14 JUILLET 1919» is a review of another kind, and «Kofi Annan, 12 décembre 2001» above a
    `whole` text that tells of much later days is who is quoted. Nor does a day with the wrong day of the week.
    """
    if not beside or len(days) != 1 or all(map(is_known_place, beside)):
        return False
    if any(map(_names_no_paper, beside)):
        return True
    found = find_dates(days[0])
    if len(found) != 1 or not is_whole_day(found[0].date.text):
        return False
    day = calendar_date.fromisoformat(found[0].date.text)
    return not says_its_weekday(days[0], day) or knows_later(whole, day + _ANNOUNCED)


def _names_no_paper(text: str) -> bool:
    """Whether it stands in capitals and is a review, a journal or a report of something."""
    return text.isupper() and _KIND_OF_MORE.match(text) is not None and not is_paper(text)


def is_paper(text: str) -> bool:
    """Whether it is the name of a known outlet, or one that begins or ends as those of papers do; in quotes too.

    Parts behind the first are to be places: «Financial Courier, London».
    """
    first, *others = re.split(r"\s?[,،]\s", text.strip(_QUOTES))
    return _is_one(first) and all(map(is_known_place, others))


def _is_one(name: str) -> bool:
    if labels.OUTLET.fullmatch(name) or _NAMED.fullmatch(name + _closing(name)):
        return True
    of = _OF_A_PLACE.fullmatch(name) or _OF_A_TOWN.fullmatch(name)
    if of and is_known_place(of["place"]):
        return True
    evening = _OF_AN_EVENING.fullmatch(name)
    if evening and is_known_place(evening["behind"] or evening["before"]):
        return True
    supplement = _SUPPLEMENT.fullmatch(name)
    if supplement and labels.OUTLET.fullmatch(supplement["outlet"]):
        return True
    return any(form.fullmatch(name) for form in (_FRENCH, _ENGLISH, _RUSSIAN, _ARABIC))


def _closing(name: str) -> str:
    """The mark that is stripped off «Revue « Présence »»."""
    opened = re.search(r"[«“\"]", name)
    return {"«": "»", "“": "”", '"': '"'}[opened[0]] if opened and name.count(opened[0]) % 2 else ""
