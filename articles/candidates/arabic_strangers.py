"""Persons in Arabic text whose names are nobody's word: behind what leads to a name, one at least can be no Arabic."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from articles.candidates.arabic_stems import may_be_arabic
from articles.candidates.arabic_words import SAYERS, SAYING, SENTENCE, THIRD_FORM, has_article, plain_end
from articles.candidates.institution_words import AR_HEADS
from articles.candidates.likely_given import is_likely_given
from articles.candidates.occupations import is_occupation
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.common_words import is_arabic_place
from articles.names.fold import fold, folded_set
from articles.names.given_names import is_doubtful, is_given_name

_SHORTEST, _LONGEST, _MOST_WORDS = 4, 13, 4
_JOINED = "وفبلك"
_BEFORE = frozenset(_JOINED)
# Who stands behind them is a person.
_LEADING = folded_set("""
بقيادة برئاسة برفقة رفقة بإشراف بصحبة بحضانة يدعى تدعى يدعو اسمه اسمها المدعو المدعوة زميله زميلها زميلته زميلتها
صديقه صديقها صديقته زوجها زوجته شقيقه شقيقها شقيقته شقيقتها والده والدها والدته والدتها ابنه ابنها ابنته ابنتها نجله
نجلها مواطنه مواطنها مواطنته مواطنتها سلفه سلفها خلفه خلفها محاميه محاميها مدربه مدربها مساعده مساعدها
يقوده يقودها تقوده تقودها يديره يديرها تديره تديرها ترأسه ترأسها يرأسه يرأسها
""")
# What has a people's adjective behind it, and a name that is no person's.
THINGS = folded_set("""
الفيلم المسلسل النادي المنتخب الفريق الدوري الكتاب الصحيفة المجلة القناة الشركة المدينة البلدة القرية الولاية المقاطعة
الجزيرة النهر الميناء المطار الملعب الشارع السفينة الباخرة الطائرة السيارة البرنامج التطبيق الهاتف المنطقة الإقليم البحر
الجبل البلد الشاطئ الخط الفندق المتحف المصنع المشروع القمر الصاروخ اللعبة الرواية الأغنية الموقع الجهاز النظام العملاق
العاصمة الدولة الجريدة الوكالة الإذاعة المنصة المجموعة المؤسسة المنظمة الجامعة الحزب الجيش القوات الساحل الشمال الجنوب
الشرق الغرب اللغة العملة الأسطورة المطعم المهرجان الجائزة العلامة الماركة الطراز المحرك الفصيل الفصيلة الحصان الكلب
المركبة الصندوق البنك المصرف المعهد المختبر الدواء اللقاح الفيروس العقار الألبوم السوق الغاز الحي البطولة الكأس الحركة
""")


def stranger(reading: Reading, index: int, led_by: Callable[[Reading, int], str]) -> Run | None:
    """«البوسني أمير سليمهودجيتش», «برئاسة تيودروس غبريمسكل»: two words, of which one at least is strange."""
    if not may_be_led(reading, index):
        return None
    first, second = is_strange(reading, index), is_strange(reading, index + 1)
    if not (first or second) or any(
        not may_be_part(reading, place) or is_conjoined(reading, place) for place in (index, index + 1)
    ):
        return None
    if not first and (f"ال{reading.folded(index)}" in THINGS or not _may_be_given(reading, index)):
        return None  # «تستخدم المهندسة برنامج فوتوشوب»
    if not second and not _may_be_surname(reading, index + 1):
        return None
    if _TWO.fullmatch(reading.folded(index)) and reading.folded(index + 1).endswith("ين"):
        return None
    if not leads(reading, index, led_by):
        return None
    return end_of_stranger(reading, Run(index, index + 2, "office before", 0.55))


_TWO = re.compile(r"\S{3,}تين")  # «نشرتين حمراوين»


def end_of_stranger(reading: Reading, run: Run) -> Run:
    """The run with the strange words that follow: «جان رودولف إيبيشر»."""
    last = run.last
    while (
        last - run.first < _MOST_WORDS
        and not plain_end(reading, last)
        and is_strange(reading, last)
        and may_be_part(reading, last)
        and not is_conjoined(reading, last)
        and _may_go_on(reading, last)
        and not is_object(reading, run.first, last)
    ):
        last += 1
    return replace(run, last=last)


def is_strange(reading: Reading, index: int) -> bool:
    """Whether the word can be none of Arabic: «غبريمسكل»."""
    folded = reading.folded(index)
    if not (_SHORTEST <= len(folded) <= _LONGEST and folded.isalpha()):
        return False
    return not may_be_arabic(folded) or not _OTHER_LETTERS.isdisjoint(reading.sign(index))


# Letters of Persian, Urdu, Kurdish and of sounds abroad, which no word of Arabic has.
_OTHER_LETTERS = frozenset("گپچژڤڭۋېڕڵۆ")


def may_be_part(reading: Reading, index: int) -> bool:
    """Whether the word is no place, occupation or institution's, and has no article, here or elsewhere in the text."""
    if plain_end(reading, index) or len(reading.folded(index)) < 2 or has_article(reading, index):
        return False
    folded = reading.folded(index)
    if folded in SAYERS or folded in SAYING or folded in AR_HEADS:
        return False
    words = (folded, folded[1:]) if folded[0] in _JOINED else (folded,)
    # «أمير» is a prince and a given name; it is the second word that tells.
    calling = is_occupation(f"ال{folded}") and not is_given_name(folded)
    return not calling and not any(is_arabic_place(word) or f"ال{word}" in reading.lower for word in words)


def is_conjoined(reading: Reading, index: int) -> bool:
    """Whether the first letter is a conjunction or a preposition: «وفيرينك», «وآن», «لمحمد»."""
    text, folded = reading.sign(index), reading.folded(index)
    if folded[:1] not in _BEFORE or len(folded) < _SHORTEST or len(text) < 2:
        return False  # «ﷸ» is one letter, and four once folded
    if text[1] in "أإآ" or is_given_name(folded[1:]):
        return True
    return (folded[0] == "و" and text[1] not in "اوي") or _VERB_BEHIND_AND.match(folded) is not None


_VERB_BEHIND_AND = re.compile(r"[وف](?:[يت]ت|ي?ست)")


def _may_go_on(reading: Reading, index: int) -> bool:
    """Whether a strange word behind a name is its own: joined to nothing, and no object («روبوتا»)."""
    text, folded = reading.sign(index), reading.folded(index)
    joined = folded[0] in _JOINED and text[1:2] not in ("ا", "و", "ي") and not may_be_arabic(folded[1:])
    plain = folded.endswith("ا") and is_strange(reading, index - 1)
    return not (joined or plain or folded.endswith(_POSSESSED))


_POSSESSED = ("ته", "تها", "تهم", "تهما")  # «أسطوانته»


def is_object(reading: Reading, first: int, index: int) -> bool:
    """«وصمم الأوكراني أوستاب فيربيتسكي ديكورا»: an accusative behind two names whose verb opens the clause."""
    folded, place = reading.folded(index), first - 1
    if index < first + 2 or _ACCUSATIVE.fullmatch(folded) is None:
        return False
    if folded.removesuffix("ا") in reading.lower:
        return True
    while place > max(0, first - 4) and has_article(reading, place) and not reading.words[place].broken:
        place -= 1
    opens = place < first - 1 and reading.words[place].shape == "l"
    begins = place == 0 or reading.words[place].broken or reading.words[place - 1].shape == "p"
    verb = JOINED_LETTERS.sub("", reading.folded(place))
    return opens and begins and verb not in SAYING and not is_occupation(f"ال{verb}")


_ACCUSATIVE = re.compile(r"\S{3,}[^اوي]ا")


def _may_be_given(reading: Reading, index: int) -> bool:
    """Whether a word that may be Arabic may stand before a strange one: no verb, nothing joined, no «برئاسة»."""
    folded = reading.folded(index)
    if is_likely_given(folded) or (is_given_name(folded) and not is_doubtful(folded)):
        return True
    plain = _is_verbal(folded) or folded in _LEADING or folded[0] in _JOINED
    return not plain and not is_of_things(reading, index)


def is_of_things(reading: Reading, index: int) -> bool:
    """«أطلقت البحرية الأمريكية صواريخ توماهوك»: a plural by its pattern, behind what is no man."""
    return reading.folded(index - 1).endswith("ه") and _PLURAL.fullmatch(reading.folded(index)) is not None


_PLURAL = re.compile(r"..ا.ي?[^اوي]|ا..ا.")


def _is_verbal(folded: str) -> bool:
    return SENTENCE.fullmatch(folded) is not None or THIRD_FORM.fullmatch(folded) is not None


def _may_be_surname(reading: Reading, index: int) -> bool:
    """Whether a word that may be Arabic may stand behind a strange one: with vowels, and no verb."""
    folded = reading.folded(index)
    if is_given_name(folded) or folded in reading.said:
        return True
    shaped = len(folded) >= _SHORTEST and any(letter in "اوي" for letter in folded[1:])
    return shaped and not _is_verbal(folded) and not folded.endswith(_ENDINGS) and folded[0] not in "بلكوف"


_ENDINGS = (*fold("ه ات ون ين").split(), "ا")


def may_be_led(reading: Reading, index: int) -> bool:
    """Whether what leads to a name may stand before: it is asked first, as of most words it does not."""
    if index == 0 or reading.words[index].broken or reading.words[index - 1].shape != "l":
        return False
    return is_leading(reading.folded(index - 1)) or has_article(reading, index - 1)


def is_leading(folded: str) -> bool:
    """Whether whom the word calls stands behind it: «والده», «وزميلته»."""
    return folded in _LEADING or (folded[:1] in "وف" and folded[1:] in _LEADING)


def leads(reading: Reading, index: int, led_by: Callable[[Reading, int], str]) -> bool:
    """Whether what stands before leads to a person: kin, an office, somebody of a people."""
    if is_leading(reading.folded(index - 1)):
        return True
    if led_by(reading, index):
        return True
    place = index - 1
    while place > index - 4 and _is_of_people(reading, place):
        place -= 1
    noun = reading.folded(place)
    if place == index - 1:
        return _leads_alone(reading, place)
    if has_article(reading, place):
        of_body = JOINED_LETTERS.sub("", reading.folded(place - 1)) in AR_HEADS  # «شركة الطيران الأوروبية»
        return not of_body and CLITIC.sub("", noun) not in THINGS
    return noun not in AR_HEADS


JOINED_LETTERS = re.compile(r"^[وف]?[بلك]?(?=\S{3})")
CLITIC = re.compile(r"^[وفبكل]{1,2}(?=ال)")


def _leads_alone(reading: Reading, place: int) -> bool:
    """Whether a name may stand right behind the word with an article: «زميلها الشاب ريسبيك», «السوبرانو تامتا»."""
    noun = CLITIC.sub("", reading.folded(place))
    if noun in THINGS:
        return False
    first = reading.folded(place + 1)
    known = is_given_name(first) or is_likely_given(first)
    strange = len(noun) > _SHORTEST + 2 and not may_be_arabic(noun.removeprefix("ال"))
    return known or strange or reading.folded(place - 1) in _LEADING


def _is_of_people(reading: Reading, index: int) -> bool:
    """«البوسني», «القرغيزية»: the adjective of a people, as its ending tells."""
    folded = reading.folded(index)
    return (
        has_article(reading, index)
        and folded.endswith(_OF_PEOPLE)
        and len(folded) > _SHORTEST
        and not reading.words[index + 1].broken
    )


_OF_PEOPLE = tuple(fold("ي ية").split())
