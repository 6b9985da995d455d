"""Where an Arabic name begins and ends among strangers, and rows of strangers behind what leads to a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from articles.candidates.arabic_stems import may_be_verb
from articles.candidates.arabic_strangers import (
    THINGS,
    is_conjoined,
    is_leading,
    is_of_things,
    is_strange,
    leads,
    may_be_led,
    may_be_part,
)
from articles.candidates.arabic_words import (
    FOREIGN_SURNAME,
    SAYING,
    has_article,
    has_foreign_ending,
    is_foreign,
    plain_end,
)
from articles.candidates.likely_given import is_likely_given
from articles.candidates.occupations import is_occupation
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.common_words import is_arabic_place
from articles.names.fold import fold, folded_set
from articles.names.given_names import is_given_name

#: Particles of names of other countries, and the Arabic ones that stand before such names too.
FOREIGN_LINKS = folded_set("فون فان دير دن دي دو دا دوس داس ديلا لو لوس لاس آغ آيت ولد بن بنت منت ابن")
_SURE_LINKS = folded_set("لوس لاس آيت")
_LINKS_ABROAD = FOREIGN_LINKS - folded_set("ولد بن بنت منت ابن")
#: They end a name and begin none.
TAILS = folded_set("زاده أوغلو أوغلي")
# Their first letters are no article.
_WITHOUT_ARTICLE = folded_set(
    "إلشات إلنور إلدار إلياس إلينا إلسا إلزا إلفيرا إلميرا إلمار إلنارا إلكسندر إلفريد إلتون إلفيس إلون إلهان إلفان"
)
#: Surnames of Vietnam, China and Korea, behind which one or two syllables stand.
OF_SYLLABLES = folded_set("""
نغوين تران فام هوانغ دانغ بوي هوينه ترونغ كيم بارك تشوي جونغ كانغ وانغ تشانغ تشن تشين يانغ تشاو شي دنغ دينغ شو ليو سون
تساي جيانغ لين تشو قوه خه شيه هان سونغ يون أويانغ سيما تشوغه شانغوان سيتو
""")
_PREPOSITIONS = folded_set("في من إلى على عن مع نحو بين قرب لدى عند ضد حول")
_MOST_WORDS, _MOST_SYLLABLES = 6, 4
_ENDINGS = (*fold("ه ات ون ين").split(),)


def whole_name(reading: Reading, run: Run) -> Run:
    """The run with the stranger right before a given name, and with what belongs to the name behind it."""
    first, last = run.first, _end_of_linked_row(reading, run)
    if not run.skip and run.rule == "given name" and _is_stranger_before(reading, first):
        first -= 1
    while last - first < _MOST_WORDS and not plain_end(reading, last):
        if reading.folded(last) in TAILS or _is_of_servant(reading, last) or _goes_on(reading, last):
            last += 1
        elif reading.folded(last) in FOREIGN_LINKS and _may_follow_link(reading, last + 1):
            last += 2
        else:
            break
    return replace(run, first=first, last=last)


def _end_of_linked_row(reading: Reading, run: Run) -> int:
    """Where the run ends: no name in a particle («ماريا دي لوس»), nor one of syllables at its second («أويانغ تشي»)."""
    if reading.folded(run.last - 1) in FOREIGN_LINKS and run.last > run.first + 1:
        sure = reading.folded(run.last - 1) in _SURE_LINKS and _is_word(reading, run.last)
        return run.last + (_may_follow_link(reading, run.last) or sure)
    return max(run.last, end_of_syllables(reading, run.first))


def _is_word(reading: Reading, index: int) -> bool:
    """Whether a word stands there that a name may have, though elsewhere it is a small one: «رييس» is no «رئيس»."""
    if index >= len(reading.words) or reading.claimed[index] or has_article(reading, index):
        return False
    return reading.words[index].shape == "l" and not reading.words[index].broken


def _is_of_servant(reading: Reading, index: int) -> bool:
    """«منت عبيد الرحمن»: whose servant ends the name."""
    return reading.folded(index - 1) in _SERVANTS and reading.folded(index).startswith("ال")


_SERVANTS = folded_set("عبد عبيد")


def _is_stranger_before(reading: Reading, first: int) -> bool:
    """«إلشات محمد زيانوف»: a word that can be none of Arabic, or is likely a given name, before a found one."""
    place = first - 1
    if place < 0 or reading.words[first].broken or plain_end(reading, place):
        return False
    folded = reading.folded(place)
    if has_article(reading, place) or is_conjoined(reading, place) or not may_be_part(reading, place):
        return False
    if reading.folded(place - 1) in _PREPOSITIONS or is_given_name(folded):
        return False
    return folded in _WITHOUT_ARTICLE or is_strange(reading, place) or is_likely_given(folded)


def _goes_on(reading: Reading, index: int) -> bool:
    """«مارياما سيلا بانغورا», «راميل حسام الدينوف», and what the text has behind the same word elsewhere."""
    folded = reading.folded(index)
    if has_article(reading, index):
        return is_strange(reading, index) and has_foreign_ending(f"ا{folded}")
    if is_conjoined(reading, index) or not may_be_part(reading, index):
        return False
    if _IN_A_VOWEL.fullmatch(folded) and is_strange(reading, index - 1):
        return True
    if may_be_verb(folded):
        return False
    if _NOUN_AS_OBJECT.fullmatch(folded):
        return False
    if is_foreign(folded) and (not is_strange(reading, index - 1) or reading.stands_again(index, index + 1)):
        return True
    again = reading.stands_again(index - 1, index + 1)
    shaped = FOREIGN_SURNAME.fullmatch(folded) or folded.endswith("ا") or is_strange(reading, index)
    return again and len(folded) > 3 and bool(shaped) and not folded.endswith(_ENDINGS)


# «أوتشوا»: a verb so written would be of many people.
_IN_A_VOWEL = re.compile(r"[^يتسملوفبك]\S{2,}وا")
# «اتفاقا», «توقيعا», «مشروعا»: what the sentence is about, in the accusative.
_NOUN_AS_OBJECT = re.compile(r"(?:ا\S{2,5}ا\S|ت\S\Sي\S|ت\Sا\S\S|م\S{2}و\S|م\S{3})ا")


def _may_follow_link(reading: Reading, index: int) -> bool:
    return not plain_end(reading, index) and may_be_part(reading, index)


def led_row(reading: Reading, index: int, led_by: Callable[[Reading, int], str]) -> Run | None:
    """«وزير التجارة الفيتنامي تران كوك باو», «رجل الأعمال التركي جنيت طاشجي أوغلو», «والده صقر المرزوقي»."""
    if reading.folded(index - 1) in SAYING and not reading.words[index].broken:
        last = _end_of_linked(reading, index) if _may_begin(reading, index, said=True) else 0
        return Run(index, last, "verb of saying beside", 0.55) if last else None
    if not may_be_led(reading, index):
        return None
    last = end_of_syllables(reading, index)
    if not last and not _may_begin(reading, index):
        return None
    last = last or _end_of_linked(reading, index) or _end_of_strangers(reading, index)
    kin = is_leading(reading.folded(index - 1))
    if (
        not last
        and (kin or _is_calling(reading, index - 1))
        and _is_surname_of_origin(reading, index + 1, kin)
    ):
        last = index + 2
    if not last or not (kin or leads(reading, index, led_by)):
        return None
    return Run(index, last, "office before", 0.55)


def _may_begin(reading: Reading, index: int, *, said: bool = False) -> bool:
    """Whether a name may begin here: no verb, unless one of saying stands before, and nothing joined."""
    folded = reading.folded(index)
    plain = plain_end(reading, index) or has_article(reading, index) or not may_be_part(reading, index)
    plain = plain or (_ELATIVE.fullmatch(reading.sign(index)) is not None and not is_given_name(folded))
    plain = plain or is_leading(folded) or is_of_things(reading, index) or f"ال{folded}" in THINGS
    verbal = may_be_verb(folded) and not said and not _is_of_woman(reading, index)
    return not plain and len(folded) > 1 and not verbal and not is_conjoined(reading, index)


_PAST = re.compile(r"[وف]?ت(?:[^ا]{3}|[^ا]ا[^ا]{2})(?:ه|ها|هم|هما)?")


def _is_of_woman(reading: Reading, index: int) -> bool:
    """«المدير العام للمطار تسفاي غبريهيوت»: a verb so written would be a woman's, and a man's office stands before."""
    folded = reading.folded(index)
    row = (reading.folded(place) for place in range(max(0, index - 4), index))
    woman = any(word.endswith("ه") for word in row)
    return folded.startswith("ت") and _PAST.fullmatch(folded) is None and not woman


_ELATIVE = re.compile(r"أ\S{3}")  # «أعلى», «أطلق»


def _end_of_linked(reading: Reading, index: int) -> int:
    """The place after «غاييل لو بوريس», «يوهان فون براون»: a particle of another country within; 0 where none is."""
    last = index + 1
    while reading.folded(last) in _LINKS_ABROAD and not plain_end(reading, last):
        last += 1
    fits = _may_follow_link(reading, last) and not may_be_verb(reading.folded(last))
    return last + 1 if fits and last > index + 1 else 0


def end_of_syllables(reading: Reading, index: int) -> int:
    """The place after «تران كوك باو», «شي جينبينغ»; 0 where no such name begins: one syllable tells too little."""
    if reading.folded(index) not in OF_SYLLABLES:
        return 0
    last = index + 1
    while last < index + _MOST_SYLLABLES and _is_syllable(reading, last, behind=last > index + 1):
        last += 1
    if last == index + 2 and not (
        _TELLS_ALONE.fullmatch(reading.folded(index + 1))
        or is_strange(reading, index + 1)
        or reading.stands_again(index, index + 2)
    ):
        return 0
    return last if last > index + 1 else 0


# Vietnamese, Chinese and Korean syllables: a vowel within, few consonants about it, and none of the throat.
_SYLLABLE = r"(?:تش|تس|نغ|[^اويعحقطظصضذء])?[اوي]{1,3}(?:نغ|نج|تش|[نمكتل])?"
_SYLLABLES = re.compile(rf"{_SYLLABLE}|[تكلش]ه|(?:{_SYLLABLE}){{2}}(?:نغ|نج)")
_TELLS_ALONE = re.compile(r"\S{2,}(?:نغ|نج)|[اوي]{2}")  # «شي جينبينغ», «وانغ يي»
_SHORT = 3


def _is_syllable(reading: Reading, index: int, *, behind: bool) -> bool:
    """Whether the word is a syllable of such a name; `behind` another one it may be of a town too («فان هونغ»)."""
    folded = reading.folded(index)
    if _SYLLABLES.fullmatch(folded) is None:
        return False
    if reading.sign(index) == "فان":
        return not reading.claimed[index]
    alone = _TELLS_ALONE.fullmatch(folded) is not None
    verbal = len(folded) > _SHORT and may_be_verb(folded) and not alone
    part = may_be_part(reading, index) or (behind and alone and not plain_end(reading, index))
    return part and not verbal


def _end_of_strangers(reading: Reading, index: int) -> int:
    """The place after a row that a strange word or a tail ends: «سيرافان مابيالا نغوما», «جنيت طاشجي أوغلو»."""
    last = index + 1
    while last < index + 4 and _may_go_on(reading, last):
        last += 1
    for place in range(last - 1, index, -1):
        if reading.folded(place) in TAILS or is_strange(reading, place):
            return place + 1
    two = last > index + 2 and is_strange(reading, index + 1)  # «سيرافان مابيالا نغوما»
    return index + 3 if two and is_foreign_word(reading, index + 2) else 0


def is_foreign_word(reading: Reading, index: int) -> bool:
    """Whether the word looks foreign by its vowels: it ends in one, and nothing is joined to it."""
    folded = reading.folded(index)
    return folded.endswith(("ا", "و", "ي")) and FOREIGN_SURNAME.fullmatch(folded) is not None


def _may_go_on(reading: Reading, index: int) -> bool:
    folded = reading.folded(index)
    if plain_end(reading, index) or has_article(reading, index) or not may_be_part(reading, index):
        return False
    return not folded.endswith(_ENDINGS) and not may_be_verb(folded)


_OF_ORIGIN = re.compile(r"ال\S{3,7}ي")


def _is_surname_of_origin(reading: Reading, index: int, kin: bool) -> bool:
    """«إنعام الربيعي»: behind kin or a calling a surname in «ال…ي» ends the name, no adjective of a people."""
    if plain_end(reading, index) or reading.words[index].broken:
        return False
    folded, following = reading.folded(index), reading.folded(index + 1)
    if _OF_ORIGIN.fullmatch(folded) is None or folded in _NO_SURNAMES or is_occupation(folded):
        return False
    if not kin and (is_arabic_place(folded.removesuffix("ي")) or is_arabic_place(folded[2:-1])):
        return False
    if following.startswith("ال"):
        return False  # «دعم المجلس البلدي الجديد»
    return not _is_noun(reading, index - 1, kin) or reading.stands_again(index, index + 1)


# «تدخين», «تقدم», «تعاون», «اختيار», «انقسام», «استخدام», «مشروع», «مركز»; and «دعم», as boys are called too.
_NOUN = re.compile(r"ت..ي.|ت[^اوي]{3}|ت.ا..|ا.ت.ا.|ان..ا.|است..?ا.|م..و.|م[^اوي]{3}")
_BARE = re.compile(r"[^اوي]{3}")


def _is_noun(reading: Reading, index: int, kin: bool) -> bool:
    """Whether the word is more likely what somebody does or asks for than a given name, as its pattern tells."""
    folded = reading.folded(index)
    if is_given_name(folded) or is_likely_given(folded) or is_strange(reading, index):
        return False
    action = _NOUN.fullmatch(folded) or reading.sign(index)[0] == "إ"
    return bool(action) or (not kin and _BARE.fullmatch(folded) is not None)


# Adjectives of things, which no family is called by.
_NO_SURNAMES = folded_set("""
الدولي الوطني المحلي الرسمي الحكومي العسكري الأمني السياسي الاقتصادي المالي القانوني الدستوري الرئاسي الوزاري
البرلماني العالمي العربي الأوروبي الأمريكي الأميركي الروسي الفرنسي البريطاني الألماني الصيني التركي الإيراني
الإسرائيلي المصري السعودي الأفريقي الإفريقي الآسيوي الغربي الشرقي الجنوبي الشمالي المركزي الثنائي الجماعي
الإنساني الصحي الطبي العلمي التقني الفني الثقافي الإعلامي الرياضي الديني الإسلامي المسيحي اليهودي الشعبي
الاجتماعي التجاري الصناعي الزراعي الجوي البحري البري النووي النفطي الأهلي الحالي التالي الماضي الثاني الأساسي
الرئيسي النهائي الأولي الاحتياطي الداخلي الخارجي الجمهوري الديمقراطي الملكي الأميري الاتحادي الفدرالي الفيدرالي
الإقليمي البلدي الميداني القيادي الجانبي اللي الذي التي
""")


def _is_calling(reading: Reading, index: int) -> bool:
    """«الكاتبة العراقية», «السيدة»: a calling with its article, perhaps with the adjective of a people."""
    if is_occupation(reading.folded(index)):
        return True
    adjective = reading.folded(index).endswith(("ي", "يه")) and has_article(reading, index)
    return adjective and is_occupation(reading.folded(index - 1)) and not reading.words[index].broken
