"""Arabic names that the frame of the sentence tells: a word without the article before a family's name that has it.

No row of nouns is made so: an adjective would have the article too, and what something is of stands behind a noun that
has none before it. Behind a calling, or between «قال» and «إن», such a row is a name, where it is no verb's object: the
family's name alone behind a verb elsewhere tells so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from articles.candidates.arabic_callings import calls_woman
from articles.candidates.arabic_rows import FOREIGN_LINKS, TAILS
from articles.candidates.arabic_stems import may_be_verb
from articles.candidates.arabic_strangers import (
    JOINED_LETTERS,
    THINGS,
    is_conjoined,
    is_leading,
    is_strange,
    may_be_part,
)
from articles.candidates.arabic_words import (
    SAYERS,
    SAYING,
    has_article,
    is_foreign,
    plain_end,
)
from articles.candidates.institution_words import AR_HEADS
from articles.candidates.likely_given import is_likely_given
from articles.candidates.occupations import is_occupation
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.common_words import is_arabic_place
from articles.names.fold import fold, folded_set
from articles.names.given_names import is_given_name

_LIKELY, _FAINT = 0.55, 0.45
_SAYS_ON = folded_set("إن أن بأن إنه إنها أنه أنها")
_SHORTEST, _MOST_WORDS = 4, 4
_ENDINGS = (*fold("ه ات ون ين ها هم نا").split(), "ا")
# What somebody does, and who does something: «تقرير», «تعاون», «اتفاق», «انقسام», «استخدام», «مشروع»; «أنصار».
_NOUN = re.compile(r"ت..ي.|ت.ا..|ا.ت.ا.|ان..ا.|است..?ا.|م..و.|ا..ا.|ا..اء")
# «الأرقام», «المصادر», «الأبواب», «المفاتيح», «الكتائب», «العواصم»: of such a woman's verb is said too.
_MANY = re.compile(r"ال(?:ا..ا.|م.ا.ي?.|[^م].ا.ي.|.وا.ي?.|..ائ.|..اي.|ا..اء|...اء|...)")
# When, where and why somebody says it; whose kin does.
NO_GIVEN = folded_set("""
عقب أثناء إثر غداة وسط إبان حيال بمناسبة ردا فجر مطلع مستهل أواخر أوائل ختام نهاية بداية مساء ظهر عصر ليل ليلة عشية نهار
حسب وفق وفقا طوال قرابة زهاء شرق غرب شمال جنوب أسفل أعلى قبيل بعيد خلف لصالح نجل نجلة ابن ابنة ابنا أخ أخت والد والدة
شقيق شقيقة زوج زوجة أرملة حفيد حفيدة عم عمة خال خالة جد جدة صهر نسيب قريب صديق صديقة زميل زميلة رفيق رفيقة جار جيران
خصم غريم سلف خلف فريق طاقم وفد جمهور أنصار عناصر أفراد سكان أهالي أبناء آل ذوو دفاع تيار محيط جانب ممثلو صاحب صاحبة ذو
""")


def framed_row(reading: Reading, index: int, before: Mapping[str, set[str]]) -> Run | None:
    """What the frame of the sentence tells to be a name at `index`."""
    return (
        _family_row(reading, index, before)
        or _linked_row(reading, index)
        or _said_row(reading, index)
        or _apposition(reading, index)
    )


def _family_row(reading: Reading, index: int, before: Mapping[str, set[str]]) -> Run | None:
    """«القبطانة مشاعل العتيبي», «مدربها المصري مدحت الشوربجي», «وقالت مرام السراج إن»."""
    if index == 0 or reading.words[index].broken or reading.words[index - 1].shape != "l":
        return None
    if not _is_family_name(reading, index + 1) or not _may_be_given(reading, index):
        return None
    said = reading.folded(index - 1) in SAYING
    woman = reading.folded(index - 1).endswith("ت") if said else calls_woman(reading, index)
    if woman is None and not _is_possessed(reading, index):
        return None
    framed = reading.folded(index + 2) in _SAYS_ON and (said or _is_said(reading, index))
    if said and not framed:
        return None
    verbs = _verbs_before(reading, index, before)
    score = _score(reading, index, verbs, woman=bool(woman), framed=framed and not said, said=said)
    return (
        Run(index, index + 2, "verb of saying beside" if said else "office before", score) if score else None
    )


def _score(
    reading: Reading, index: int, verbs: Sequence[str], *, woman: bool, framed: bool, said: bool
) -> float:
    """How sure the row is a name; 0 where too little tells it."""
    origin = reading.sign(index + 1).endswith("ي")
    if woman and any(_is_womans(verb) for verb in verbs):
        return _LIKELY
    if not origin:
        return 0
    if framed or is_likely_given(reading.folded(index)) or (verbs and not said):
        return _LIKELY
    return _FAINT if said else 0


def _is_womans(verb: str) -> bool:
    """«وتقول», «قالت»: no such verb before a noun without its ending, unless of many."""
    return verb in SAYING and (verb.endswith("ت") or verb.lstrip("وف").startswith("ت"))


def before_families(reading: Reading) -> dict[str, set[str]]:
    """What stands right before each word with the article, in the whole field."""
    before: dict[str, set[str]] = {}
    for word, following in pairwise(reading.words):
        if following.text.startswith("ال") and word.shape == "l" and not following.broken:
            before.setdefault(following.folded, set()).add(word.folded)
    return before


def _verbs_before(reading: Reading, index: int, before: Mapping[str, set[str]]) -> list[str]:
    """The verbs that stand right before the family's name elsewhere; none where it stands behind other nouns too."""
    words = before.get(reading.folded(index + 1), set()) - {reading.folded(index)}
    verbs = [word for word in words if word in SAYING or may_be_verb(word) or _WOMAN_DID.fullmatch(word)]
    return verbs if len(verbs) == len(words) else []


def _is_family_name(reading: Reading, index: int) -> bool:
    """Whether the word has the article, and is no adjective of a country, occupation, place or thing."""
    if plain_end(reading, index) or not reading.sign(index).startswith("ال"):
        return False
    folded = reading.folded(index)
    bare = folded.removeprefix("ال")
    if len(bare) < _SHORTEST or folded.endswith(("ه", "ات", "ون", "ان")) or folded in THINGS:
        return False
    places = (bare, folded, bare.removesuffix("ي"), f"{bare.removesuffix('ي')}ا", folded.removesuffix("ي"))
    plain = is_occupation(folded) or bare in AR_HEADS or any(is_arabic_place(word) for word in places)
    return not plain and folded not in _NO_FAMILY and _MANY.fullmatch(folded) is None


# Adjectives that a noun in the singular has behind it with the article of both; no family is called so.
_NO_FAMILY = folded_set("""
الأمريكي الأميركي الدولي الوطني المحلي الرسمي الحكومي العسكري الأمني السياسي الاقتصادي المالي القانوني الرئاسي العالمي
الأوروبي الثاني الثالث الرابع الأول الحالي الماضي المقبل التالي الجاري القادم الجديد الأهلي المدعي القاضي المحامي الصحفي
الرئيسي النهائي الداخلي الخارجي الإسلامي الديمقراطي الاتحادي البحري الجوي البري الطبي العلمي التلفزيون الراديو القرآن
الإنجيل الكرملين البنتاغون الفاتيكان المنتدى المستشفى الوادي النادي الأراضي الأهالي الليالي المباني المعالي التوالي
""")


def _may_be_given(reading: Reading, index: int, *, said: bool = False) -> bool:
    """Whether the word may be a given name: bare, and nothing by which people, acts or times are called."""
    if said and is_strange(reading, index):
        return True
    if plain_end(reading, index) or not may_be_part(reading, index) or is_conjoined(reading, index):
        return False
    folded = reading.folded(index)
    if is_given_name(folded) or len(folded) < 3 or folded in NO_GIVEN or folded in SAYERS:
        return is_given_name(folded)
    known = is_likely_given(folded)
    plain = folded.endswith(_ENDINGS) or _NOUN.fullmatch(folded) is not None or folded[0] in "لك"
    return known or not (plain or f"ال{folded}" in THINGS or is_occupation(f"ال{folded}"))


def _is_possessed(reading: Reading, index: int) -> bool:
    """«مدربها المصري», «ومهندسهم»: whose calling it is, perhaps with the adjective of a people."""
    place = index - 1
    if has_article(reading, place) and reading.folded(place).endswith(("ي", "يه")):
        if reading.words[place].broken:
            return False
        place -= 1
    folded = reading.folded(place)
    owned = _OWNED.fullmatch(folded)
    return is_leading(folded) or bool(owned and is_occupation(f"ال{owned[1]}"))


_OWNED = re.compile(r"[وف]?[بلك]?(\S{3,}?)ت?(?:ه|ها|هم|هما|هن|نا)")


def _is_said(reading: Reading, index: int) -> bool:
    """Whether a verb of saying opens the clause, before a calling of at most three words."""
    for place in range(index - 1, max(-1, index - 5), -1):
        if reading.folded(place) in SAYING:
            return True
        if reading.words[place].broken or reading.words[place].shape != "l":
            return False
    return False


def _apposition(reading: Reading, index: int) -> Run | None:
    """«رسمها بالدوميرو أوروتيا، مصمم ديكور»: who did it, and behind a comma what they are."""
    if index == 0 or reading.words[index].broken or _DONE.fullmatch(reading.folded(index - 1)) is None:
        return None
    if reading.sign(index + 2) != "،" or not is_occupation(f"ال{reading.folded(index + 3)}"):
        return None
    if reading.words[index + 3].broken or not all(
        _may_be_strangers(reading, place) for place in (index, index + 1)
    ):
        return None
    telling = [place for place in (index, index + 1) if _is_telling(reading, place)]
    score = _LIKELY if len(telling) > 1 or _is_telling(reading, index) else _FAINT
    return Run(index, index + 2, "office before", score) if telling else None


_DONE = re.compile(r"[وف]?[^اوي]\S{2,3}ت?(?:ه|ها|هم|هما)")


def _is_telling(reading: Reading, index: int) -> bool:
    return (
        is_strange(reading, index)
        or is_likely_given(reading.folded(index))
        or is_foreign(reading.folded(index))
    )


def _may_be_strangers(reading: Reading, index: int) -> bool:
    """Whether the word may be of such a name, though it begins as if with a preposition and the article."""
    if plain_end(reading, index):
        return False
    joined = reading.sign(index)[0] in "وفبك" and is_strange(reading, index)
    if joined and any(is_foreign(reading.folded(place)) for place in (index, index + 1)):
        return True
    return may_be_part(reading, index) and not is_conjoined(reading, index)


def _said_row(reading: Reading, index: int) -> Run | None:
    """«قال بالدوميرو أوروتيا إنه», «قالت جينيت ولد يوهانس إن»: who says it, if one word at least is strange."""
    if reading.folded(index - 1) not in SAYING or reading.words[index].broken:
        return None
    last = index
    while last < index + _MOST_WORDS and _may_be_strangers(reading, last):
        last += 1
    if (
        reading.folded(last) not in _SAYS_ON
        or last < index + 2
        or not _may_be_given(reading, index, said=True)
    ):
        return None
    if not any(_is_telling(reading, place) for place in range(index, last)):
        return None
    linked = reading.folded(last - 2) in FOREIGN_LINKS and last > index + 2
    if reading.folded(last - 1) in TAILS or (last > index + 2 and not linked):
        return None  # «وقالت يلدز أوغلو إن» has no given name; «هيومن رايتس ووتش» is no person
    # «دويتشه فيله» says something too: of people the text has the surname alone besides.
    alone = reading.folded(last - 1) in reading.said
    return Run(index, last, "verb of saying beside", _LIKELY if linked or alone else _FAINT)


def _linked_row(reading: Reading, index: int) -> Run | None:
    """«فقد ثقب المهندس يوست فان دير فاينغارد»: a particle of names before a strange word, and a calling before.

    The first word may look like a verb: where another opens the clause it is none.
    """
    if index == 0 or reading.words[index].broken or reading.folded(index + 1) not in FOREIGN_LINKS:
        return None
    last = index + 1
    while reading.folded(last) in FOREIGN_LINKS and not plain_end(reading, last):
        last += 1
    if last == index + 1 or plain_end(reading, last) or not is_strange(reading, last):
        return None
    if not _may_be_strangers(reading, index) or calls_woman(reading, index, known=False) is None:
        return None
    return Run(index, last + 1, "office before", _LIKELY) if _is_behind_verb(reading, index) else None


def _is_behind_verb(reading: Reading, index: int) -> bool:
    """Whether a verb opens the clause before what calls somebody: «فقد ثقب المهندس», «قالت عالمة الأحياء»."""
    for place in range(index - 1, max(-1, index - 6), -1):
        folded = reading.folded(place)
        if reading.words[place].shape != "l":
            return False
        if folded in SAYING or reading.folded(place - 1) in _BEFORE_VERBS or _WOMAN_DID.fullmatch(folded):
            return True
        if reading.words[place].broken:
            return False
    return False


_BEFORE_VERBS = folded_set("قد فقد وقد لقد")
_WOMAN_DID = re.compile(r"[وف]?[^اوي]\S{2,4}(?<!ا)ت")


def begun_before(reading: Reading, run: Run) -> Run:
    """«حارس البراري دولت شاه ميرزونابوتوف»: behind a man's calling no verb of a woman, but the name's first word."""
    place = run.first - 1
    if run.skip or place < 1 or reading.words[run.first].broken or not is_strange(reading, run.last - 1):
        return run
    folded = reading.folded(place)
    if len(folded) < _SHORTEST or not folded.endswith("ت") or folded.endswith("ات") or folded in SAYING:
        return run
    fits = _may_be_strangers(reading, place) and calls_woman(reading, place) is False
    return replace(run, first=place) if fits else run


def is_office_of_thing(reading: Reading, index: int) -> bool:
    """«أمينة المتحف»: an office, though women are called so too, of what has none."""
    following = reading.folded(index + 1)
    thing = following in THINGS or (following.startswith("ال") and following.removeprefix("ال") in AR_HEADS)
    return thing and is_occupation(f"ال{JOINED_LETTERS.sub('', reading.folded(index))}")


def is_known_surname(reading: Reading, run: Run, whole: Sequence[str]) -> bool:
    """«فان دير مولن»: behind a particle, what one of the `whole` names, found before it, ends in."""
    surname = f" {reading.exact(run.first, run.last)}"
    return reading.folded(run.first) in FOREIGN_LINKS and any(name.endswith(surname) for name in whole)


def is_like_family(reading: Reading, index: int) -> bool:
    """Whether behind an address a definite word is like a family's name: «الظفيري», and «السراج» at the row's end."""
    folded = reading.folded(index)
    trade = _OF_TRADE.fullmatch(folded) is not None and not has_article(reading, index + 1)
    return folded.endswith("ي") or trade


_OF_TRADE = re.compile(r"ال[^اوي]{2}ا[^اوي]")
