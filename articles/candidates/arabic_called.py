"""Arabic names that only their place tells: behind what calls somebody or who says something, by how words agree.

What follows a calling is a name, a verb or its object. A verb behind a woman's calling is a woman's, an object in two
words agrees in its ending; what does neither may be a name. Where nothing tells it but that, it is faint: for the
search alone.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from articles.candidates.arabic_callings import Calling, calling_before, may_be_verb_before
from articles.candidates.arabic_rows import FOREIGN_LINKS, TAILS, end_of_syllables, is_foreign_word
from articles.candidates.arabic_stems import may_be_verb
from articles.candidates.arabic_strangers import (
    THINGS,
    is_conjoined,
    is_leading,
    is_of_things,
    is_strange,
    may_be_part,
)
from articles.candidates.arabic_words import (
    FOREIGN_GIVEN,
    SAYERS,
    THIRD_FORM,
    has_article,
    has_foreign_ending,
    is_foreign,
    plain_end,
)
from articles.candidates.likely_given import is_likely_given
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.fold import fold, folded_set
from articles.names.given_names import is_given_name

LIKELY, FAINT = 0.55, 0.45
_SHORT = 3
_MOST_WORDS, _MOST_ADJECTIVES = 4, 3


def called_row(reading: Reading, index: int, alone: Counter[str]) -> Run | None:
    """«عالمة الفلك X Y», «الرسامة X Y», «وصارت العراقية X Y», «وقالت X Y إن»: two words or more that no rule knows."""
    if index == 0 or reading.words[index].broken or reading.words[index - 1].shape != "l":
        return None
    calling = calling_before(reading, index)
    if calling is None:
        return None
    last = end_of_syllables(reading, index)
    if last > index + 2 and (not calling.says or reading.folded(last) in _SAYS_ON):
        return Run(index, last, "office before", LIKELY)
    if (
        not _may_begin(reading, index)
        or _is_verbal(reading, index, calling)
        or not _may_stand(reading, index + 1, calling)
    ):
        return None
    last = _row_end(reading, index, calling, alone)
    if calling.says and reading.folded(last) not in _SAYS_ON:
        return None
    score = (
        LIKELY if _is_framed(reading, index, last, calling) else _score(reading, index, last, calling, alone)
    )
    return (
        Run(index, last, "verb of saying beside" if calling.says else "office before", score)
        if score
        else None
    )


_BEEN = folded_set("كان كانت وكان وكانت")
_MOST_BETWEEN = 5
_WHO = folded_set("الذي التي")


def _is_framed(reading: Reading, first: int, last: int, calling: Calling) -> bool:
    """«كانت عالمة المتحجرات X Y قد عرفته», «تقول صانعة الحلوى X Y التي»: no bare noun stands there but a name."""
    if calling.speaks and reading.folded(last) in _WHO:
        return True
    if reading.folded(last) != "قد" or reading.words[last].broken:
        return False
    for place in range(first - 1, max(-1, first - 1 - _MOST_BETWEEN), -1):
        if reading.folded(place) in _BEEN:
            return True
        if reading.words[place].shape != "l" or reading.words[place].broken:
            return False
    return False


def _score(reading: Reading, first: int, last: int, calling: Calling, alone: Counter[str]) -> float:
    """How sure the row is a name; 0 where too little tells it."""
    if _agree(reading, first, calling):
        return 0
    if any(reading.folded(place) in TAILS for place in range(first + 1, last)):
        return LIKELY
    telling = [place for place in range(first, last) if _is_telling(reading, place)]
    opens = _is_telling(reading, first) or _is_no_noun(reading, first)
    opens = opens or _is_foreign_begin(reading, first)
    again = stands_alone(reading, last - 1, alone)
    if calling.says:
        return 0 if not telling else LIKELY if again or len(telling) > 1 else FAINT
    if _is_ended(reading, first) and not opens:
        return FAINT  # «رواية دوستويفسكي»
    if not calling.known:
        joined = reading.folded(first)[0] == "ب" and not (again and opens)
        return 0 if not telling or joined else LIKELY if again and opens else FAINT
    if again and (telling or opens):
        return LIKELY
    if last - first > 2 and not telling:
        return FAINT  # no object goes on so: «مام ديارا ندياي»
    if telling:
        return LIKELY if opens and any(is_strange(reading, place) for place in telling) else FAINT
    shaped = not _is_no_object(reading, first, calling)
    return (0 if shaped else FAINT) if not again else FAINT if shaped else LIKELY


def _is_telling(reading: Reading, index: int) -> bool:
    """Whether the word is a name by itself: none of Arabic, or as given names sound."""
    folded = reading.folded(index)
    return (
        is_strange(reading, index) or is_likely_given(folded) or is_foreign(folded) or folded in FOREIGN_LINKS
    )


def _is_no_noun(reading: Reading, index: int) -> bool:
    """«فيونا», «يوديت»: what could be a verb alone, and is none as it does not agree."""
    return reading.folded(index)[0] in "يف"


# «صواريخ», «تقارير»
_MANY = re.compile(r"\S{1,2}ا.ي.|..ا..")


def _is_foreign_begin(reading: Reading, index: int) -> bool:
    """«بيرام تيونغان»: a word as of a foreign given name before a strange one."""
    return is_strange(reading, index + 1) and has_foreign_vowels(reading.folded(index))


def has_foreign_vowels(folded: str) -> bool:
    """Whether the folded word has the vowels of a foreign given name, in no pattern of nouns: «بيرام»."""
    return FOREIGN_GIVEN.fullmatch(folded) is not None and not (
        _OBJECT.fullmatch(folded) or _MANY.fullmatch(folded)
    )


_CARRIERS = folded_set("أما إلى إن أن بأن وأن مع عن لدى لكن ولكن عند")


def _is_carried(reading: Reading, index: int) -> bool:
    """«أما تيونغان فيحلم», «إلى جفيغل»: whether a strange word stands alone elsewhere as people do."""
    folded = reading.folded(index)
    return is_strange(reading, index) and any(
        word.folded == folded and not word.broken and before.folded in _CARRIERS
        for before, word in pairwise(reading.words)
    )


# «مشروع», «تقرير», «اتفاق», «مقترح»: what people make or sign; and nouns as short as the past tense («رفض»).
_OBJECT = re.compile(
    r"م\S{2}و\S|ت\S{2}ي\S|ت\S{3}|ت\Sا\S{2}|ا\Sت\Sا\S|ان\S{2}ا\S|است\S{2,3}ا?\S?|م\S{3}|م\S{2}ي\S|[^اوي]{3}|\S[اوي]\S|\S{2}ا[^ا]"
    r"|\Sوا\Sي?\S|\Sا\S[^اوي]|\S{2}[وي]\S|\S{2}ائ\S|ا\S{2}ا\S"
)


def _is_no_object(reading: Reading, index: int, calling: Calling) -> bool:
    """Whether neither of the two first words has the shape of what people commonly do something to."""
    following = reading.folded(index + 1)
    shaped = any(_OBJECT.fullmatch(folded) for folded in (reading.folded(index), following))
    return calling.of_woman and not shaped and len(following) > 3


def _agree(reading: Reading, index: int, calling: Calling) -> bool:
    """Whether the two words end alike, as an object and its adjective do: «هدفا رائعا», «نشرتين حمراوين»."""
    first, second = reading.folded(index), reading.folded(index + 1)
    if first.endswith("ا") and second.endswith("ا"):
        return not (is_strange(reading, index) or is_likely_given(first))
    # «سجل هدفا»: a man's verb and its object.
    return (
        second.endswith("ا")
        and not calling.of_woman
        and not (_is_telling(reading, index) or is_foreign(second))
    )


def named_alone(reading: Reading) -> Counter[str]:
    """How often each word stands right behind a verb, as a surname does: «وقالت برزنجي», «وتأمل ندياي»."""
    return Counter(
        word.folded
        for before, word in pairwise(reading.words)
        if not word.broken and len(word.folded) > _SHORT and may_be_verb_before(before.folded)
    )


def stands_alone(reading: Reading, index: int, alone: Counter[str]) -> bool:
    """Whether the text has the word alone elsewhere, as it has surnames; `alone` counts those behind verbs."""
    return _is_named_alone(reading, index, alone) or _is_carried(reading, index)


def _is_named_alone(reading: Reading, index: int, alone: Counter[str]) -> bool:
    """Whether the text has the word alone behind a verb elsewhere."""
    here = not reading.words[index].broken and may_be_verb_before(reading.folded(index - 1))
    return alone[reading.folded(index)] > int(here)


_SAYS_ON = folded_set("إن أن بأن إنه إنها أنه أنها")
_ENDINGS = (*fold("ه ات ها هم هما هن").split(),)
_PLURAL = re.compile(r"\S{3,}ين|\S{4,}ون")  # «هدفين», «محللون», but «هوكون»


def _may_begin(reading: Reading, index: int) -> bool:
    folded = reading.folded(index)
    return (
        _is_bare(reading, index, ended=_is_ended(reading, index))
        and not is_leading(folded)
        and not is_of_things(reading, index)
        and folded not in SAYERS
        and f"ال{folded}" not in THINGS
        and (folded not in FOREIGN_LINKS)
    )


def _is_ended(reading: Reading, index: int) -> bool:
    """«فرزانة گلستانيان», «إغنات فوزدفيجينسكي»: as nouns end, before a strange word, which such nouns govern too."""
    return reading.sign(index).endswith(("ة", "ات")) and is_strange(reading, index + 1)


def _is_bare(reading: Reading, index: int, *, ended: bool = False) -> bool:
    """Whether the word has no article and, unless it may be `ended` so, no ending that a name of this kind has not."""
    if plain_end(reading, index) or has_article(reading, index) or not may_be_part(reading, index):
        return False
    folded = reading.folded(index)
    if (_PLURAL.fullmatch(folded) or (folded.endswith(_ENDINGS) and not ended)) and not (
        is_strange(reading, index) or is_likely_given(folded)
    ):
        return False
    return folded.isalpha() and not is_conjoined(reading, index) and folded[0] not in "ل"


def _may_stand(reading: Reading, index: int, calling: Calling) -> bool:
    """Whether the word may be the second of a name."""
    if reading.folded(index) in FOREIGN_LINKS and not plain_end(reading, index):
        return _is_bare(reading, index + 1)
    verbal = _is_verbal(reading, index, calling) and reading.folded(index + 1) not in TAILS  # «يلدز أوغلو»
    return _is_bare(reading, index) and not verbal


def _is_verbal(reading: Reading, index: int, calling: Calling) -> bool:
    """Whether the word may be a verb whose subject is whom the calling means, or what somebody does."""
    folded = reading.folded(index)
    if is_likely_given(folded) or is_strange(reading, index) or is_given_name(folded):
        return False
    if calling.of_woman:
        return re.fullmatch(r"[وفس]?ت\S{2,}|\S{3,}ت", folded) is not None and folded[0] != "ي"
    past = re.fullmatch(
        r"[^اوي]{3}|[^اوي]ا[^اوي]|ا[^اوي]{3}|\S{2,}[^ا]ت|ا[^ا]ت\S{2}|انت?\S{3}|است\S{3}", folded
    )
    return bool(past or may_be_verb(folded) or THIRD_FORM.fullmatch(folded))


def _row_end(reading: Reading, first: int, calling: Calling, alone: Counter[str]) -> int:
    """The place after the row: two words, a link and its word, and more while they are names by themselves."""
    last = first + 1
    while last - first < _MOST_WORDS and not plain_end(reading, last):
        if reading.folded(last) in FOREIGN_LINKS and _is_bare(reading, last + 1):
            last += 2
        elif last == first + 1 or _belongs(reading, last, calling, alone):
            last += 1
        else:
            break
    return last


def _belongs(reading: Reading, index: int, calling: Calling, alone: Counter[str]) -> bool:
    if not _is_bare(reading, index) or _is_verbal(reading, index, calling):
        return False
    folded = reading.folded(index)
    if _is_telling(reading, index) or has_foreign_ending(folded):
        return True
    foreign = is_foreign_word(reading, index) and sum(letter in "اوي" for letter in folded) > 1
    return (foreign and folded[0] not in "مبوفكلا" and not folded.endswith("ا")) or _is_named_alone(
        reading, index, alone
    )
