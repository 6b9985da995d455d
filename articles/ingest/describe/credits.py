"""The last line of an agency that says who reported, wrote, edited or translated a text, and nothing else."""

import re

_U = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_LONGEST = 300

# What each of them did; what follows are names.
_DID = re.compile(
    r"(?:(?:additional\s)?report(?:ing|ed)|writing|written|edit(?:ing|ed)|compiled|translat(?:ed|ion)|produced|production)\sby"
    r"|reportage(?=\sde\s|\sd['’]|\spar\s)|(?:rédigé|rédaction|édité|écrit|traduit|traduction)\s(?:de\sl['’]\w+\s)?par|édité(?=\sde\s)"
    r"|version\sfrançaise(?:\sde)?|pour\sle\sservice\sfrançais|avec\sla\s(?:contribution|participation)\sde"
    r"|репортаж|текст|перевод|редактор(?:ы)?|подготовил[аи]?|материал\sподготовил[аи]?|при\sучастии",
    re.IGNORECASE,
)
# «Текст Конституции» begins no credit.
_BEGINS = re.compile(rf"[(\s]*(?!текст)(?:with\s|avec\s)?(?:{_DID.pattern})(?![^\W_])", re.IGNORECASE)
_NAMED_FIRST = re.compile(
    rf"[(\s]*{_U}[^.()]{{2,80}}?(?:\spour\sle\sservice\sfrançais|[.;,]\s(?:редактор|текст|перевод|édité)\b)",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "by in at from and for with additional reporting writing editing "
    "de du des d l la le les à au aux en par et avec pour service français française version "
    "и в из на с".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*")
_ELIDED = re.compile(r"(?<![^\W_])[dl]['’](?=\w)", re.IGNORECASE)
_CONTRIBUTED = re.compile(
    rf"\(?(?:[^.()]{{0,60}}\s)?{_U}[\w’'-]+\s(?:in\s[^.()]{{2,60}}\s)?(?:also\s)?contributed\s(?:reporting\s)?to\sthis\s(?:report|story|article|dispatch)\.?\)?"
    rf"|\(?[^.()]{{0,60}}{_U}[\w’'-]+(?:\s[^.()]{{2,40}})?,?\s(?:a|ont)\scontribué\sà\s(?:cet\sarticle|ce\sreportage|cette\sdépêche)\.?\)?"
)
# «bur-abc/def/ghi», as one agency signs.
_SIGNS = re.compile(
    r"[a-z]{2,4}(?:-[a-z]{2,5})+(?:/[a-z]{2,5}(?:-[a-z]{2,5})*){1,6}|[a-z]{2,4}(?:/[a-z]{2,5}){2,6}"
)
# In Arabic, which has no capitals, two words of the kind are asked for.
_ARABIC_DID = (
    r"(?:شارك(?:ت)?\sفي\sالتغطية|(?:ال)?تغطية(?:\sصحفية|\sإخبارية)?|إعداد|كتابة|ترجمة|تحرير)"
    r"(?:\sللنشرة\sالعربية)?"
)
_ARABIC_NAMES = r"\s?:?\s[\u0621-\u064a]+(?:(?:\s?،\s?|\s)[\u0621-\u064a]+){0,11}"
_ARABIC = re.compile(
    rf"\(?(?!تحرير){_ARABIC_DID}{_ARABIC_NAMES}(?:\s?[-–—؛،,]\s?{_ARABIC_DID}{_ARABIC_NAMES}){{1,4}}\.?\)?"
)
_FIRST_NAMES = re.compile(
    r"[(\s]*(?i:report(?:ing|ed)\sby|reportage\s(?:de\s|d['’]|par\s)|writ(?:ing|ten)\sby|подготовил[аи]?|rédigé\spar)\s?"
    rf"(?P<names>{_U}[\w’'.-]*(?:(?:\s|,\s|\s?&\s)(?!(?i:{_DID.pattern}))(?:{_U}[\w’'.-]*|and|et|и))*)"
)


def is_credit(text: str) -> bool:
    """Whether a line holds nothing but names and what they did: «(Reportage d’A. Tazi, édité par J. Dupont)»."""
    if len(text) > _LONGEST:
        return False
    if _CONTRIBUTED.fullmatch(text) or _SIGNS.fullmatch(text) or _ARABIC.fullmatch(text):
        return True
    if not (_BEGINS.match(text) or _NAMED_FIRST.match(text)):
        return False
    rest = _ELIDED.sub(" ", _DID.sub(" ", text))
    words = _WORD.findall(rest)
    named = [word for word in words if word[:1].isupper()]
    return (
        len(named) > 1
        and not re.search(r"\d", rest)
        and all(word in _SMALL or word in named for word in words)
    )


def credited(text: str) -> str:
    """Who reported or wrote, as a credit names them first; "" where it names others only."""
    found = _FIRST_NAMES.match(text)
    return re.sub(r"(?:\s(?:and|et|и)|,)$", "", found["names"]).rstrip(" .") if found else ""
