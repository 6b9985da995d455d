"""What calls the person whose Arabic name may follow: nouns known as callings, and those that their form tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.candidates.arabic_strangers import CLITIC, JOINED_LETTERS, THINGS
from articles.candidates.arabic_words import SAYERS, SAYING, SENTENCE, has_article, plain_end
from articles.candidates.institution_words import AR_HEADS
from articles.candidates.occupations import is_occupation
from articles.candidates.reading import Reading
from articles.names.fold import folded_set

_MOST_ADJECTIVES = 3


@dataclass(frozen=True, slots=True)
class Calling:
    """What stands before: whether a woman is called, and whether it is known as a calling (or by its form alone)."""

    of_woman: bool
    known: bool
    says: bool = False
    speaks: bool = False
    """Whether it is of whoever says something, so that no object stands behind it."""


_SPEAKS = re.compile(r"[وف]?\S{2,5}ت")


@lru_cache(maxsize=1 << 13)
def may_be_verb_before(folded: str) -> bool:
    return folded in SAYING or bool(SENTENCE.fullmatch(folded) or _SPEAKS.fullmatch(folded))


_OF_PEOPLE = ("ي", "يه")
# Who does something: «راعي», «عالمة»; and who is skilled in it: «اختصاصية», «قيمة».
_DOER = re.compile(r"[^اوي]ا[^ا][^ا]ه?")
_SKILLED = re.compile(r"\S{4,}(?:ي|يه)")
_NO_DOERS = folded_set("""
شارع جامع جانب ساحل واقع شاطئ قارب حاجز طابق خاتم هاتف حادث جانح قاعدة ناقلة حاملة طائرة باخرة عاصمة دائرة جائزة
ساحة حافلة قافلة رافعة عائلة جامعة قائمة قاعة شاشة قارة مائدة نافذة حافة مادة كارثة ظاهرة حادثة فائدة زاوية ناحية
منظمة محطة مدرسة مقدمة محكمة مكتبة مسرحية معركة مرحلة مسابقة مبادرة مصلحة معاهدة مشكلة مهمة مجلة منصة مزرعة مقبرة مطبعة
متحف مصنع مسرح مركز معبد ملعب مسجد مرفأ مكتب موسم مجلس معرض مشهد مصدر مبلغ مقعد مطعم مقهى مدخل منزل متجر مخبز مصرف مسلسل
ملحق محرك مركب مقطع موقع مصحف محور معدل منتج مستوى مستقبل مستشفى مجتمع مؤتمر منتخب مخيم منتدى مختبر مكان مجال مناخ مسار
مسافة خانة بادية قناة نادي وادي راية بارجة غاية عاصفة شاحنة حاوية ماركة سابقة خارجية داخلية
""")


def calls_woman(reading: Reading, index: int, *, known: bool = True) -> bool | None:
    """Whether a calling, `known` as such, stands right before, and it is a woman's; None where none does."""
    calling = calling_before(reading, index)
    return calling.of_woman if calling and calling.known >= known and not calling.says else None


def calling_before(reading: Reading, index: int) -> Calling | None:
    """What calls the person whose name may begin at `index`."""
    before = reading.folded(index - 1)
    if before in SAYING:
        return Calling(of_woman=before.endswith("ت"), known=False, says=True)
    place, steps = index - 1, 0
    while steps < _MOST_ADJECTIVES and has_article(reading, place) and not reading.words[place + 1].broken:
        noun = CLITIC.sub("", reading.folded(place))
        if is_occupation(noun):
            return None if noun in THINGS else _of(noun, known=True)
        place, steps = place - 1, steps + 1
        if not noun.endswith(_OF_PEOPLE):
            break
    if not steps:
        return None
    said = _who_says(reading, place)
    return (
        said
        or _by_form(reading, place, steps)
        or _by_participle(reading, place, steps)
        or _by_chain(reading, place)
    )


_SAID = folded_set(
    "قال قالت يقول تقول أضاف أضافت يضيف تضيف أوضح أوضحت يوضح توضح أكد أكدت صرح صرحت شرح شرحت تشرح روى روت تروي"
)


def _says(folded: str) -> bool:
    return folded in _SAID or (folded[:1] in "وف" and folded[1:] in _SAID)


def _who_says(reading: Reading, place: int) -> Calling | None:
    """«قال مربي النحل», «وقالت المرممة»: what stands behind a verb of saying calls whoever says it, if no body."""
    alone = _says(reading.folded(place))
    if not alone and (not _says(reading.folded(place - 1)) or plain_end(reading, place)):
        return None
    head = CLITIC.sub("", reading.folded(place + alone))
    bare = head.removeprefix("ال")
    if (
        reading.words[place + 1].broken
        or bare in AR_HEADS
        or bare in SAYERS
        or f"ال{bare}" in THINGS
        or bare in _NO_DOERS
    ):
        return None
    return Calling(of_woman=head.endswith("ه"), known=True, speaks=True)


# «المصارع», «المرممة», «المدونة», «مستكشفة», «متسلقة»: who does something, as such verbs form it.
_PARTICIPLE = re.compile(r"م(?:[^ا]ا[^ا]{2}|[^اوي][^ا][^اوي]|ست[^ا]{3}|ت[^ا]{3}|[^ا]ت[^ا]{2})ه?")
_BY_TRADE = re.compile(r"[^اوي]{2}ا[^اوي]ه?")  # «السباك», behind a verb alone: things are called so too


def _by_participle(reading: Reading, place: int, steps: int) -> Calling | None:
    """«المصارع», «المرممة السويسرية», «مستكشفة الكهوف البريطانية»: a participle, with an adjective that agrees."""
    opening = CLITIC.sub("", reading.folded(place + 1)).removeprefix("ال")
    head = opening
    trade = _BY_TRADE.fullmatch(opening) is not None and may_be_verb_before(reading.folded(place))
    if not (trade or has_article(reading, place) or _PARTICIPLE.fullmatch(opening)):
        head = JOINED_LETTERS.sub("", reading.folded(place))
    if head in AR_HEADS or head in _NO_DOERS or f"ال{head}" in THINGS or reading.words[place + 1].broken:
        return None
    if not trade and _PARTICIPLE.fullmatch(head) is None:
        return None
    last = reading.folded(place + steps)
    agrees = steps > 1 and last.endswith(_OF_PEOPLE) and last.endswith("ه") == head.endswith("ه")
    return _of(head, known=bool(agrees and not trade and head.endswith("ه")))


def _by_chain(reading: Reading, place: int) -> Calling | None:
    """«رئيس رابطة مربي الأسماك»: an office over what has an article at its end only, and is no body that has a name."""
    noun = CLITIC.sub("", reading.folded(place + 1))
    if any(
        word in AR_HEADS or f"ال{word}" in THINGS for word in (reading.folded(place), noun.removeprefix("ال"))
    ):
        return None
    for before in range(place, max(-1, place - _MOST_ADJECTIVES), -1):
        if (
            reading.words[before + 1].broken
            or reading.words[before].shape != "l"
            or has_article(reading, before)
        ):
            return None
        word = JOINED_LETTERS.sub("", reading.folded(before))
        if before < place and is_occupation(f"ال{word}"):
            return _of(word, known=False)  # a body may have a name there too
        if plain_end(reading, before):
            return None
    return None


def _by_form(reading: Reading, place: int, steps: int) -> Calling | None:
    """«راعي الرنة», «العالمة», «صارت العراقية الكردية»: at `place` stands what is before the articles."""
    opening = CLITIC.sub("", reading.folded(place + 1))
    bare = opening.removeprefix("ال")
    adjective = opening.endswith(_OF_PEOPLE)
    thing = opening in THINGS or bare in AR_HEADS or bare in _NO_DOERS
    if not thing and steps > 1 and not adjective and _DOER.fullmatch(bare):
        return _of(bare, known=True)
    if not thing and steps == 1 and _DOER.fullmatch(bare):
        return _of(bare, known=False)
    if has_article(reading, place) or reading.words[place + 1].broken:
        return None
    if adjective and not thing and may_be_verb_before(reading.folded(place)):
        return _of(opening, known=True)
    whole = reading.folded(place)
    listed = is_occupation(f"ال{whole}")
    head = whole if listed else JOINED_LETTERS.sub("", whole)
    if any(word in AR_HEADS or word in _NO_DOERS or f"ال{word}" in THINGS for word in (whole, head)):
        return None
    listed = listed or is_occupation(f"ال{head}")
    if listed or _DOER.fullmatch(head) or (_SKILLED.fullmatch(head) and steps > 1):
        # «لاعبة الأكروبات الفيتنامية»: an adjective of a people that agrees with the calling.
        agrees = steps > 1 and reading.folded(place + steps).endswith("ه") == head.endswith("ه")
        return _of(head, known=listed or agrees)
    return None


def _of(noun: str, *, known: bool) -> Calling:
    return Calling(of_woman=noun.endswith("ه"), known=known)
