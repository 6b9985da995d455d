"""The number of a ruler or a pope, however it is written: Harald V, «هارالد الخامس», «Харальд Пятый», Elizabeth the
Second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from articles.names.fold import fold, folded_set, script_of, word_set
from articles.names.inflect import cyrillic_forms

#: What those are called who have a number: by themselves, and as Russian declines it.
ARABIC_RULERS = folded_set(
    "ملك ملكة بابا إمبراطور إمبراطورة قيصر قيصرة سلطان سلطانة أمير أميرة شاه خديوي بطريرك دوق دوقة خليفة مهراجا راجا"
    " عاهل"
)
RULERS = ARABIC_RULERS | word_set(
    "king queen emperor empress pope tsar kaiser sultan emir roi reine empereur imperatrice pape"
    " король королева император императрица царь папа султан"
)
RULERS_DECLINED = RULERS.union(*(cyrillic_forms(word) for word in RULERS if script_of(word) == "Cyrl"))
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii".split()
_ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth"
)
_ARABIC = (
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
    "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
)
TEN, _FEMININE = word_set("عشر عشره"), "ه"
_ELEVENTH = dict.fromkeys(word_set("الحادي الحاديه"), "i")
#: The Arabic numbers of rulers of one word, or the first word of those of two.
ARABIC_ORDINALS = folded_set(" ".join(_ARABIC)) | {*_ELEVENTH} | word_set("العشرون العشرين")
# «السادس عشر», «الثالث والعشرون»
_BEHIND_UNIT = TEN | word_set("والعشرون والعشرين والثلاثون والثلاثين")
_RUSSIAN = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат"
    " шестнадцат семнадцат восемнадцат"
).split()
#: The first, as French writes it behind a name; Premier is a surname too.
FRENCH_FIRST = ("ier", "iere", "ire", "1er", "1ere")
_CASES = re.compile("(?:ыи|ои|ии|ого|ому|ым|ом|ая|ую|ои|ьего|ьему|ьим|ьем|ья|ьеи|ью)$")
_NUMBERS = (
    {roman: roman for roman in _ROMAN}
    | {str(at): roman for at, roman in enumerate(_ROMAN, 1)}
    | {word: roman for words in _ARABIC for word, roman in zip(fold(words).split(), _ROMAN, strict=False)}
    | dict.fromkeys((*FRENCH_FIRST, "premier"), "i")
)
#: In English behind an article alone: Mary Second is a name like others.
_BEHIND_ARTICLE = dict(zip(_ENGLISH.split(), _ROMAN, strict=True))
_OF_STEMS = dict(zip(_RUSSIAN, _ROMAN, strict=True))
_ARTICLE = "the"
#: A number is written in so many words at most: «the Fifth», «السادس عشر».
_LONGEST = 2


@lru_cache(maxsize=1 << 14)
def roman_of(folded: str) -> str:
    """The Roman numeral, in small letters, that a folded word stands for behind a ruler's name, or nothing."""
    if folded in _NUMBERS:
        return _NUMBERS[folded]
    found = _CASES.search(folded)
    return _OF_STEMS.get(folded[: found.start()], "") if found else ""


@lru_cache(maxsize=1 << 13)
def with_roman(name: str) -> str:
    """A name whose last word numbers a ruler, folded, with the Roman numeral for it; any other as it stands."""
    words = fold(name).split()
    numbered = _numbered(words)
    return name if numbered is None or numbered == words else " ".join(numbered)


def is_numbered(name: str) -> bool:
    """Whether a name ends in a ruler's number."""
    return bool(_number_of(name))


def are_numbered_otherwise(first: str, second: str) -> bool:
    """Whether both names number a ruler, and not the same one."""
    number = _number_of(first)
    return bool(number) and _number_of(second) not in ("", number)


def goes_on_in(last: str, following: str) -> bool:
    """Whether a folded word that ends a ruler's name is but half of a number in Arabic words: «السادس» of «السادس
    عشر». Both are of one gender: in «الثاني عشرة بلدان» ten are counted."""
    if following not in _BEHIND_UNIT or script_of(last) != "Arab" or not _unit_of(last):
        return False
    return following not in TEN or following.endswith(_FEMININE) == last.endswith(_FEMININE)


def is_an_hour(folded: str) -> bool:
    """Whether a number may be the hour of a day too: «وصل محمد السادسة»."""
    return folded in ARABIC_ORDINALS and folded.endswith(_FEMININE)


def _unit_of(folded: str) -> str:
    """The Roman numeral of a word that numbers a ruler, or is the unit of such a number."""
    return _ELEVENTH.get(folded) or roman_of(folded)


def are_of_another(name: str, words: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether words that are read as a name, with those behind them, number another ruler: «Jean Paul», of Jean-Paul
    II, before «I»; «Mohammed VI» in Arabic before «عشر»."""
    typed, follows = fold(" ".join(words)), fold(" ".join(behind[:_LONGEST])).split()
    if not typed or not follows:
        return False
    *_names, last = typed.split()
    first, *_others = follows
    if _number_of(typed) and not goes_on_in(last, first):
        return False
    unit, rest = (last, first) if _number_of(typed) else (first, follows[-1])
    if goes_on_in(unit, rest) and rest not in TEN:
        return bool(_number_of(name))  # «الثالث والعشرون»
    is_of_two = first == _ARTICLE or goes_on_in(first, follows[-1])
    return are_numbered_otherwise(name, " ".join((typed, *follows[: 1 + is_of_two])))


@lru_cache(maxsize=1 << 13)
def _number_of(name: str) -> str:
    numbered = _numbered(fold(name).split())
    return numbered[-1] if numbered else ""


def _numbered(words: Sequence[str]) -> list[str] | None:
    """The same words with their Roman numeral, or nothing where they end in none."""
    if len(words) < 2:
        return None
    *before, last = words
    roman = roman_of(last)
    unit = _unit_of(before[-1]) if goes_on_in(before[-1], last) and last in TEN else ""
    if unit in _ROMAN[:9] and len(before) > 1:
        before.pop()  # «السادس عشر»
        roman = _ROMAN[_ROMAN.index(unit) + 10]
    if len(before) > 1 and before[-1] == _ARTICLE:
        before.pop()
        roman = _BEHIND_ARTICLE.get(last, "")
    return [*before, roman] if roman else None
