"""What beside a day says who wrote or sent a text: a correspondent, a letter from a town, an agency, a review."""

import re

from articles.ingest.describe import labels
from articles.ingest.describe.papers import GENERIC
from articles.ingest.describe.places import is_known_place
from articles.ingest.describe.refusals import is_no_sender, is_state
from articles.names.fold import fold
from articles.names.given_names import is_given_name

_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_QUOTED = r"(?:«[^«»]{2,40}»|“[^“”]{2,40}”|\"[^\"]{2,40}\")"

_CORRESPONDENT = re.compile(
    r"(?:(?:by\s|from\s)?our\s(?:own\s|special\s|staff\s|local\s)?(?:stringers?|correspondents?|reporters?)(?:\sin\s\w+)?"
    r"|(?:staff|special|own)\s(?:correspondent|reporter|writer)|special\sto\s(?:the\s)?(?-i:[A-Z«“\"]).+|from\sour\scorrespondent"
    r"|correspondance\s(?:particulière|spéciale)|de\snotre\senvoyée?(?:\sspéciale?)?"
    r"|(?:notre\s)?(?:envoyée?s?\sspécia(?:le?s?|ux)|correspondante?)(?:\s(?:à|au|en)\s\S+)?"
    r"|от\sнашего\sкорреспондента|(?:наш\s)?(?:собкорр?|спецкорр?|соб(?:ств)?\.?\s?корр?|(?:собственный|специальный)\sкорреспондент)\.?"
    rf"(?:\s{_QUOTED})?"
    r"|مراسلة\sخاصة|مراسل(?:نا|تنا)(?:\sالخاص|\sالخاصة)?|موفد(?:نا|تنا)(?:\sالخاص|\sالخاصة)?)",
    re.IGNORECASE,
)
# Its stops part nothing: «Собств. корр.».
_CUT_SHORT = re.compile(r"(?<!\w)соб(?:ств)?\.\s?корр?\.?", re.IGNORECASE)
_LETTER = re.compile(
    r"(?:(?:lettre|carte\spostale)\s(?:de\s|d['’]|du\s)|(?:letter|postcard)\sfrom\s|письмо\sиз\s|رسالة\s)(?P<place>.+)",
    re.IGNORECASE,
)
_LETTER_FROM = re.compile(rf"(?:Letter|Postcard)\sfrom\s(?P<place>{_UPPER}[\w’-]{{3,}})")
# From wherever these are, or by whom: «Letter from Prison», «Letter from Parents».
_NO_TOWNS = re.compile(
    r"hospital|jail|custody|exile|captivity|parliament|government|court|heaven|hell|home|santa|nowhere|abroad|editor"
    r"|[a-z]{3,}(?:ents|ers|ors|eers|ists)|readers?|headquarters|management|congress|senate|president|king|queen|pope|minister",
    re.IGNORECASE,
)
# Agencies that nobody knows call themselves what they are; «Agence spatiale» is none.
_AGENCY = re.compile(
    rf"(?:{_UPPER}[\w’-]*\s){{1,3}}(?i:wire|newswire|news\sagency|press\sagency|news\sservice)"
    rf"|(?i:agence)\s(?:(?i:de\spresse)\s.+|{_UPPER}[\w’-]+)|(?i:(?:иа|информ?агентство))\s(?:{_QUOTED}|{_UPPER}\w+)"
    rf"|{_UPPER}\w{{2,}}(?i:информ|пресс)"
    r"|وكالة\s(?:ال)?أنباء\s.+|وكالة\s\S+\sللأنباء|[\u0621-\u064a]{3,}\s(?:نيوز|برس)"
)
# What comes out every month or quarter, where only a month stands beside it: troops are reviewed on a day.
_REVIEW = re.compile(
    rf"(?:La\s)?Revue\s(?!(?:des\s|de\s|d['’])(?:troupes?|effectifs?|détail|casernement|code|projet|presse|littérature)(?!\w)|.*\s(?:à|aux?|en|dans)\s)(?:d(?:e|es|u|e\sla)\s|d(?:e\sl)?['’])\w.*"
    rf"|(?i:альманах|{GENERIC})\s{_QUOTED}|مجلة\s[\u0621-\u064a]+(?:\s[\u0621-\u064a]+){{0,3}}"
)
_ENGLISH_REVIEW = re.compile(
    r"(?!(?:\S+\s)*(?:Annual|Performance|Budget|Policy|Judicial|Peer|Market|Spending|Security|Trial|Case|Year)\s)"
    rf"(?:The\s)?(?:{_UPPER}[\w’&-]*\s){{2,4}}(?:Review|Quarterly|Monthly|Magazine|Journal|Newsletter)"
)
# And a Roman letter alone numbers a king.
_INITIAL = re.compile(r"(?P<given>[^\W\d_]{3,})\s(?:[^\W\d_]\.|[^\W\d_IVX])")
_OF_A_TOWN = re.compile(rf"(?P<place>[\u0621-\u064a\s]{{2,30}})\s?:\s?(?P<paper>{_QUOTED})")
_WRITTEN = re.compile(
    r"[\s.,،;|/·•–—-]+(?:texte?|words|story|текст|автор|نص)\s?:\s?"
    rf"(?P<name>(?:{_UPPER}[\w’]{{0,3}}\.\s?-?){{1,4}}|{labels.NAME.pattern}|[\u0621-\u064a]{{2,}}(?:\s[\u0621-\u064a]{{2,}}){{1,3}})\s*$",
    re.IGNORECASE,
)


def is_correspondent(part: str) -> bool:
    """«собкор», «спецкор «Шайбы»», «envoyée spéciale», “By our own correspondent”"""
    return _CORRESPONDENT.fullmatch(part) is not None


def without_stops(text: str) -> str:
    """A piece of a line in which the stops of a correspondent cut short part nothing."""
    return _CUT_SHORT.sub("собкор", text)


def is_letter(part: str) -> bool:
    """«Lettre de Lisbonne», «رسالة لشبونة»: from a town; in English from a place that nobody knows too.

    In the other languages such a one may be a person: «Lettre de Gandhi».
    """
    letter = _LETTER.fullmatch(part)
    if letter and is_known_place(letter["place"]):
        return True
    unknown = _LETTER_FROM.fullmatch(part)
    if unknown is None or _NO_TOWNS.fullmatch(unknown["place"]) or is_no_sender(unknown["place"]):
        return False
    return not is_given_name(fold(unknown["place"]))


def is_agency(part: str) -> bool:
    """«Hellas Wire», «ИА «Звезда»», «وكالة أنباء الخليج»: an agency says of itself that it is one."""
    return _AGENCY.fullmatch(part) is not None


def is_review(part: str, *, placed: bool) -> bool:
    """Whether it is called as what comes out by months: «Revue des arts», «альманах «Туф»»; in English if `placed`."""
    return _REVIEW.fullmatch(part) is not None or (placed and _ENGLISH_REVIEW.fullmatch(part) is not None)


def signs_by_an_initial(part: str) -> bool:
    """«عبير ك.», «Anna K.»: between a place and a day who writes signs so, and no paper or hall is called so."""
    signed = _INITIAL.fullmatch(part)
    return signed is not None and not is_no_sender(part) and is_given_name(fold(signed["given"]))


def papers_town(text: str) -> str:
    """The paper in «جدة: «الطيران اليوم»»: so an Arabic daily says where its own text was written; "" for none."""
    found = _OF_A_TOWN.match(text)
    if found is None or not is_known_place(found["place"].strip()):
        return ""
    # Of a summit or a play nobody says «اليوم», as many a daily does of itself.
    return "" if is_no_sender(found["paper"].replace("اليوم", "")) else found["paper"]


def written_by(text: str) -> int:
    """Where «. Texte : Ph. M.» begins at the end of a line, -1 where nothing says so who wrote it."""
    found = _WRITTEN.search(text)
    return found.start() if found else -1


def is_town_of_a_state(town: str, state: str) -> bool:
    """«BAIE-COMEAU», «Que.»: a town in capitals before a state cut short, as agencies write it."""
    return town.isupper() and len(town) > 3 and is_state(state)
