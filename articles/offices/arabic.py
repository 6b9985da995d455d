"""How far an office reaches in Arabic: its head noun by its hamza, its clitics, the end of its noun phrase."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from articles.names.fold import fold, folded_set
from articles.offices.lexicon import HEADS, RELATIVES, STOPS

_CLITICS = re.compile(r"[وف]?[بلك]?")
_WITH_ARTICLE = re.compile(r"([وف]?[بلك]?)ال(?=...)|([وف]?لل)(?=..)")
# What may stand for the first alef of a head noun, «أمام» (before) being no «إمام» (imam).
_ALEFS = {"امير": "اأ", "اميره": "اأ", "امين": "اأ", "امينه": "اأ", "امام": "إ"}
# Head nouns that are as often an adjective: «الحزب المحافظ», «الشركة المسؤولة».
_ADJECTIVES = folded_set("محافظ مسؤول مسؤولة ممثل عضو")
_RESPONSIBLE = folded_set("مسؤول مسؤولة")
_SPEAKERS = folded_set("متحدث متحدثة ناطق ناطقة")
_JOINTS = folded_set("في لدى")
# Words that tell when, where or how, and so belong to the sentence: «أمام الكونغرس», «يوم الخميس».
CIRCUMSTANCES = (
    folded_set(
        "أمام على خلال حول بشأن ضد وسط أثناء بعد قبل منذ حتى بين عبر نحو تحت فوق دون بدون غير جانب حيث إذا كما "
        "بينما فيما لكن كل هذا هذه ذلك تلك من عن مع إلى قرب عند لصالح بسبب رغم وفق وفقا بصفته باعتباره بأن وقت "
        "شهر عام سنة يوم اليوم أمس غدا مساء صباح ليلة أول السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس "
        "الجمعة الماضي الماضية المقبل المقبلة الجاري الجارية"
    )
    | STOPS["ar"]
)
_BODIES = folded_set(
    "شركة وزارة مجلس هيئة لجنة مؤسسة حزب جامعة معهد مركز بنك منظمة شؤون حكومة دولة مملكة جمهورية فريق قسم دائرة "
    "مكتب وكالة محكمة فرع مجموعة اتحاد جمعية منطقة مدينة ولاية إقليم شرطة جيش قوات أمن نادي منتخب كلية مدرسة "
    "مستشفى صحيفة جريدة مجلة قناة برلمان بلدية محافظة حركة جبهة غرفة نقابة صندوق مشروع قطاع إدارة مديرية سفارة "
    "رئاسة أركان"
)
_ACCUSATIVE = re.compile(r"(?:ً[اى]?|اً)$")
_VERB = re.compile(r"(?:ي\S{3,}|ت\S{2,}ون|است(?!خبار|ثمار|راتيج|قبال|شار)\S{3,}|\S{3,}(?<!ا)ت)$")
_MOST_BARE = 4
_MOST_WORDS = 10

Written = tuple[str, str]
"""A word as it stands and folded."""


def bare(folded: str) -> str:
    """The key under which head nouns are listed: the folded word without clitics and article."""
    if folded in HEADS["ar"]:
        return folded
    if found := _WITH_ARTICLE.match(folded):
        return folded[found.end() :]
    clitics = _CLITICS.match(folded)
    for cut in range(1, (clitics.end() if clitics else 0) + 1):
        if folded[cut:] in HEADS["ar"]:
            return folded[cut:]
    return folded


def is_head(written: str, folded: str) -> bool:
    """Whether a word is the head noun of an office, its hamza being the one of that noun."""
    head = bare(folded)
    if head not in HEADS["ar"]:
        return False
    letters = _letters(written)
    if head == "والي":
        return letters == head  # «وإلى», «والى»: and to
    alefs = _ALEFS.get(head)
    if alefs is None or len(letters) < len(head):
        return True
    first = letters[-len(head)]
    return first in alefs or (first == "ا" and letters[: -len(head)].endswith(("ال", "لل")))


def lead(written: str) -> int:
    """How many code points of the first word are clitics and no part of the office: 1 in «بقاضي», 2 in «للرئيس»."""
    folded = fold(written)
    if folded in HEADS["ar"]:
        return 0
    if found := _WITH_ARTICLE.match(folded):
        count = len(found.group(1) if found.group(2) is None else found.group(2))
    else:
        count = len(folded) - len(bare(folded))
    place = 0
    while count:
        place += 1
        count -= 1
        while place < len(written) and _is_mark(written[place]):
            place += 1
    return place


def is_cut(written: str) -> bool:
    """Whether the article lost its alef in the word («للرئيس»), so that without clitics it is no clean word."""
    found = _WITH_ARTICLE.match(fold(written))
    return found is not None and found.group(2) is not None and fold(written) not in HEADS["ar"]


def phrase_length(words: Sequence[Written]) -> int:
    """How many of the words make up the noun phrase that begins with its head noun.

    After a noun with the article only words with the article go on («المدير التنفيذي»), or a complement in «في»,
    «ل» or «ب»; what else follows is a verb, a circumstance or another name.
    """
    closed, bare_words, count = _is_definite(words[0][1]), 0, 1
    head = bare(words[0][1])
    while count < min(len(words), _MOST_WORDS):
        written, folded = words[count]
        if _ACCUSATIVE.search(written) or (len(folded) < 3 and folded not in _JOINTS):
            break
        if (folded == "عن" and count == 1 and head in _RESPONSIBLE) or (
            folded == "باسم" and count < 3 and head in _SPEAKERS
        ):
            closed, bare_words = False, 0
        elif folded == "عام" and count == 1 and not closed:
            pass  # «مدير عام»: general; elsewhere a year
        elif folded in CIRCUMSTANCES or folded in RELATIVES:
            break
        elif folded in _JOINTS:
            closed, bare_words = False, 0
        elif _is_definite(folded):
            closed = True
        elif is_head(written, folded) and not closed:
            bare_words = 0
        elif folded[:1] in "لبو" and folded[1:] in _BODIES | HEADS["ar"]:
            closed, bare_words = False, 1
        elif closed or bare_words >= _MOST_BARE or _VERB.match(folded):
            break
        else:
            bare_words += 1
        count += 1
    while count > 1 and (words[count - 1][1] in _JOINTS or words[count - 1][1] in ("عن", "باسم")):
        count -= 1
    return count


def is_adjective(before: Written, word: Written) -> bool:
    """Whether a head noun with the article is the adjective of the word before it: «الحزب المحافظ»."""
    return bare(word[1]) in _ADJECTIVES and _is_definite(word[1]) and _is_definite(before[1])


def _is_definite(folded: str) -> bool:
    found = _WITH_ARTICLE.match(folded)
    return found is not None and (found.group(1) or "") in ("", "و")


def _letters(written: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFC", written) if not _is_mark(sign))


def _is_mark(sign: str) -> bool:
    return sign == "ـ" or unicodedata.category(sign) in ("Mn", "Cf")
