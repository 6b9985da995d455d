"""Arabic names that only what stands before them tells: a people's adjective, an office with what it is of.

They are faint, for the search alone, which asks for a whole name by its sound: «نظيرها النرويجي بورغه برينده»,
«مديرة صندوق النقد الدولي كريستالينا غورغييفا», «رأت نينو بورجانادزه، الرئيسة السابقة».
"""

from __future__ import annotations

import re

from articles.candidates.arabic_callings import may_be_verb_before
from articles.candidates.arabic_stems import may_be_arabic
from articles.candidates.arabic_strangers import is_conjoined, may_be_part
from articles.candidates.arabic_words import (
    FOREIGN_GIVEN,
    FOREIGN_SURNAME,
    SAYERS,
    SAYING,
    SENTENCE,
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
from articles.names.fold import folded_set
from articles.names.given_names import is_given_name, sounds_given
from articles.names.nations import is_of_nation

#: Below what a person is shown; the rule's name.
FAINT, RULE = 0.4, "calling before"
#: So many words of an office stand between it and the name.
_MOST_BETWEEN = 4
_AND = re.compile(r"^[وف](?=ال|لل)")
_COUNTERPART = re.compile(r"[وف]?[بلك]?(?:نظير|زميل|خصم|غريم)ت?(?:ه|ها|هم|هما)")
# What has a strange name, and none of the pattern of Arabic words.
_THINGS = folded_set(
    "برنامج برمجيات تطبيق نظام جهاز فيلم مسلسل فيروس تلفزيون تلفاز راديو مجموعة ماركة طراز حزمة"
)
_SHE = re.compile(r"[وف]?\S{2,4}ت")
_WITH_ARTICLE = re.compile(r"[فبك]ال(?=\S{3})")
_JOINED = re.compile(r"^[وف]?[بلك]?(?=\S{3})")
# An object, several of something, hers: no end of a foreign name of so few letters.
_OF_ARABIC = re.compile(r"\S{2,}(?:ات|ون|ين|ها|هم|هما|يا|تها)|[^اوي]\S{2}ا")


def behind_a_calling(reading: Reading, index: int) -> Run | None:
    """Two words that are no words of Arabic, or the second and third of three, behind what calls a person."""
    if index == 0 or reading.words[index].broken or not _may_be_name(reading, index):
        return None
    last = index + 1
    while last < index + 3 and not plain_end(reading, last) and _may_be_name(reading, last):
        last += 1
    if last - index < 2 or reading.sign(index).endswith("ة"):
        return None  # «الرئيس الفرنسي حالة طوارئ»
    if last - index == 3 and not _is_strange(reading.folded(last - 1)):
        last -= 1
    words = [reading.folded(at) for at in range(index, last)]
    strange = any(map(_is_strange, words))
    if is_of_nation(_AND.sub("", reading.folded(index - 1))) and _is_of_a_person(reading, index - 2):
        called = strange or _are_of_foreign_shape(words)
    else:
        called = strange and (_is_called(reading, index) or _is_framed(reading, index, last))
    return Run(index, last, RULE, FAINT) if called else None


def _is_of_a_person(reading: Reading, place: int) -> bool:
    """Whether a people's adjective behind this word is a person's: «نظيرها النرويجي», «الوزير السوري», «والنمساوي»."""
    before = reading.folded(place)
    if place < 0 or reading.words[place + 1].broken or not has_article(reading, place):
        return _COUNTERPART.fullmatch(before) is not None or reading.folded(place + 1).startswith(("و", "ف"))
    return _is_called(reading, place + 1)


def _may_be_name(reading: Reading, index: int) -> bool:
    folded = reading.folded(index)
    if plain_end(reading, index) or len(folded) < 3:
        return False
    if _WITH_ARTICLE.match(folded):
        # «فالستروم», «بالاك»: no «and the», where what is left is no word, or a given name is before.
        return not may_be_arabic(_WITH_ARTICLE.sub("", folded)) or is_likely_given(reading.folded(index - 1))
    is_joined = has_article(reading, index) or is_conjoined(reading, index) or not may_be_part(reading, index)
    is_verb = (SENTENCE.fullmatch(folded) or _SHE.fullmatch(folded)) and may_be_arabic(folded)
    return not (is_joined or is_verb or _is_a_word(folded) or is_given_name(folded))


def _is_a_word(folded: str) -> bool:
    """Whether it is a body, a place, a calling, or one who speaks without a name."""
    bare = _JOINED.sub("", folded)
    return (
        folded in AR_HEADS
        or folded in _THINGS
        or folded in SAYERS
        or folded in SAYING
        or any(map(is_arabic_place, (folded, bare)))
        or is_occupation(f"ال{folded}")
        or is_of_nation(f"ال{folded}")
    )


def _is_strange(folded: str) -> bool:
    """Whether it is no word of Arabic, or sounds as somebody's name."""
    return not may_be_arabic(folded) or is_likely_given(folded) or sounds_given(folded) or is_foreign(folded)


def _are_of_foreign_shape(words: list[str]) -> bool:
    """«بورغه برينده»: behind a people's adjective words with long vowels that no ending of Arabic closes."""
    first, second, *_others = words
    return not (_OF_ARABIC.fullmatch(first) or _OF_ARABIC.fullmatch(second)) and (
        FOREIGN_GIVEN.fullmatch(first) is not None
        or FOREIGN_SURNAME.fullmatch(second) is not None
        or (_has_vowels(first) and _has_vowels(second))
    )


def _has_vowels(folded: str) -> bool:
    return len(folded) > 3 and any(letter in "اوي" for letter in folded[1:-1])


def _is_called(reading: Reading, index: int) -> bool:
    """Whether an office stands before, with no more than what it is of between: «مديرة صندوق النقد الدولي»."""
    place = index - 1
    if not has_article(reading, place):
        return False
    for before in range(place, max(-1, place - _MOST_BETWEEN - 1), -1):
        if reading.words[before].shape != "l" or reading.words[before + 1].broken:
            return False
        word = _JOINED.sub("", reading.folded(before)).removeprefix("ال")
        if any(is_occupation(f"ال{one}") for one in (word, reading.folded(before))):
            return True
        if may_be_verb_before(reading.folded(before)) and not has_article(reading, before):
            return False
    return False


def _is_framed(reading: Reading, index: int, last: int) -> bool:
    """«رأت نينو بورجانادزه، الرئيسة السابقة»: a verb before, and behind a comma what somebody is."""
    if not may_be_verb_before(reading.folded(index - 1)) and not reading.folded(index - 1).endswith("ت"):
        return False
    return (
        reading.sign(last) == "،"
        and has_article(reading, last + 1)
        and is_occupation(reading.folded(last + 1))
    )
