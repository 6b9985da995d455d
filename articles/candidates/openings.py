"""Where a name begins in a row of capitals: what opens the sentence, or is an office elsewhere, beside a name."""

from __future__ import annotations

import re

from articles.candidates.far_east import is_korean
from articles.candidates.occupations import is_occupation
from articles.candidates.reading import Reading
from articles.candidates.shapes import has_particle, likely_so, opens_by_sound, opens_likely, sounds_so
from articles.names.common_words import is_opener, is_people, is_place
from articles.names.fold import folded_set
from articles.names.given_names import is_doubtful, is_given_name
from articles.names.inflect import is_patronymic, token_key


def begin_of_name(reading: Reading, first: int, last: int) -> int:
    """Where the name begins in a run: at a known given name within it, or behind what only opens the sentence."""
    if first >= last or is_given_name(reading.folded(first)) or reading.words[first].shape == "I":
        return first
    if last - first > 1 and is_no_name(reading, first):
        return first + 1
    if last - first < 3:
        return first
    if _is_verb(reading, first) or _is_trade(reading, first) or _qualifies(reading, first, last):
        return first + 1
    if _is_town_of_office(reading, first, last):
        return first + 1
    if _is_doer(reading, first, last):
        return first + 1
    if is_korean(reading, last - 2, last) and reading.words[first].initial:
        return last - 2  # «Curator Yoon Hye-rim»
    if _is_complement(reading, first):
        return first + 1
    for index in range(first + 1, last - 1):
        word = reading.words[index]
        led = reading.words[index - 1].shape in ("l", "e")
        known = is_given_name(word.folded) and not is_doubtful(word.folded)
        known = known and not _joins(reading, index)
        if word.shape == "C" and not led and (known or opens_by_sound(reading, first, index)):
            return index
        if not led and index == first + 1 and opens_likely(reading, first):
            return index
    return first


# «Abdel», «Ben», «bint» join a name to what stands before; none begins with them behind a stranger.
_JOINED = folded_set(
    "abdel abdul abd ben bin bint binti ibn ould bou abu abou абдель абдул абд абу бен бин ибн бинт бинти ульд"
)


def _joins(reading: Reading, index: int) -> bool:
    """Whether the word joins to the one before: «Slaheddine Ben Milad», «Карим Абдель Мавгуд», not «Actor Ben Lee»."""
    if reading.folded(index).partition(" ")[0] not in _JOINED:
        return False
    word = reading.words[index - 1]
    plain = (
        is_occupation(word.folded)
        or is_people(word.folded)
        or is_place(word.folded)
        or is_opener(word.folded)
        or word.folded in reading.lower
    )
    return word.shape == "C" and not plain


_LINKS_OF_OFFICE = frozenset("l la de d du des".split())


def _is_complement(reading: Reading, first: int) -> bool:
    """«le ministre de l'Énergie Daler Nazaroïev»: what the office is of stands before the name."""
    if reading.folded(first - 1) not in _LINKS_OF_OFFICE or reading.words[first].shape != "C":
        return False
    place = first - 1
    while place > first - 4 and reading.folded(place) in _LINKS_OF_OFFICE:
        place -= 1
    return any(is_occupation(reading.folded(near)) for near in (place, place - 1)) and not likely_so(
        reading, first
    )


# «Солировала Тамта Лорткипанидзе», «Скончался …».
_PAST = re.compile(r"[а-я]{3,}(?:[аеиыуя]л(?:а|и|о)?|[аеиыуя]л(?:ась|ись|ся|ось)|[рзшгб]ла)")


def _is_verb(reading: Reading, first: int) -> bool:
    """Whether the word opens the sentence and is a Russian verb of the past, by its ending, and nobody's name."""
    word = reading.words[first]
    if not word.initial or word.shape != "C" or _PAST.fullmatch(word.folded) is None:
        return False
    named = is_given_name(word.folded) or likely_so(reading, first) or sounds_so(reading, first)
    return not named and not is_patronymic(reading.folded(first + 2))


_TRADE = re.compile(r"[а-я]{3,}(?:[ая]нин|тель|щик|чик|ник|щица|чица|льница|тельница)")
# Names of other countries end so too: only before the sound of a given name.
_LIKELY_TRADE = re.compile(r"[а-я]{2,}(?:т[оеё]р|[её]р|арь|[тр]ач|ист|ант|ент|граф|вед|вод|ец)")


def _is_trade(reading: Reading, first: int) -> bool:
    """«Крестьянин Абдель Куддус», «Куратор Самия Шаббир»: the ending of whoever does or comes from something."""
    word = reading.words[first]
    if not word.initial or word.shape != "C":
        return False
    likely = _LIKELY_TRADE.fullmatch(word.folded) is not None and _only_next_is_given(reading, first)
    return likely or _TRADE.fullmatch(word.folded) is not None


def _only_next_is_given(reading: Reading, first: int) -> bool:
    """Whether the next word is like a given name and this one is not."""
    named = likely_so(reading, first) or sounds_so(reading, first)
    following = first + 1
    known = is_given_name(reading.folded(following)) or likely_so(reading, following)
    return not named and (known or sounds_so(reading, following))


# «Grandmaster», «Apicultrice»; «Плантатор», «Гроссмейстер», «Каталонка»: endings that few things and towns have.
_DOER = re.compile(
    r"[a-z]{3,}(?:master|maker|keeper|ist|iste|man|woman|euse|trice|ienne|logue)"
    r"|[а-я]{3,}(?:тор|т[её]р|истк?а?|мейстер|[аяо]нка)"
)


def _is_doer(reading: Reading, first: int, last: int) -> bool:
    """«Grandmaster Csilla Lorinczy … Lorinczy»: by its ending who does something, before a name that comes again.

    The first of a name in three words may end so too: it does not where a sentence has it inside elsewhere.
    """
    word = reading.words[first]
    row = last == first + 3 and all(reading.words[place].shape == "C" for place in range(first, last))
    if not row or not word.initial or reading.is_heading or word.folded in reading.named:
        return False
    if _DOER.fullmatch(word.folded) is None or likely_so(reading, first) or sounds_so(reading, first):
        return False
    plain = any(is_place(one.folded) or is_people(one.folded) for one in reading.words[first + 1 : last])
    return not plain and _comes_alone(reading, last - 1)


def _comes_alone(reading: Reading, index: int) -> bool:
    """Whether the text has the surname elsewhere too, behind a small word, a sign or nothing."""
    stem = reading.folded(index)[:-1] if len(reading.folded(index)) > _LONG else reading.folded(index)
    return any(
        word.capital and word.folded.startswith(stem) and place != index and not _is_before(reading, place)
        for place, word in enumerate(reading.words)
    )


def _is_before(reading: Reading, place: int) -> bool:
    """Whether a word of the name may stand before: a capital that more than opens the sentence («У», «Then»)."""
    if not place:
        return False
    word = reading.words[place - 1]
    opens = word.initial and (
        is_opener(word.folded) or word.folded in reading.lower or len(word.text) < _SHORT
    )
    return word.capital and not opens


_SHORT = 3
_LONG = 6


# Of the nominative masculine alone: «Старый Ганим», but «Старая Ладога», «Нижний Новгород» are towns.
_ADJECTIVE = re.compile(r"[а-я]{2,}(?:ы|и|о)и")


def _qualifies(reading: Reading, first: int, last: int) -> bool:
    """«Старый Ганим аль-Кааби»: an adjective opens the sentence before what is like a given name."""
    word = reading.words[first]
    qualifies = word.initial and word.text[-1:] == "й" and _ADJECTIVE.fullmatch(word.folded) is not None
    return qualifies and (_only_next_is_given(reading, first) or has_particle(reading, first + 1, last))


# What no name ends in: infinitives, imperatives, the present and what has -ся; pronouns; abstract nouns.
_NO_NAME = re.compile(
    r"[а-я]{3,}(?:[аяеиоуы]ть(?:ся)?|[аеиоуя]ите(?:сь)?|[аяеу][ею]т|[аяу]ют|[иеюая]тся|л(?:ся|ась|ось|ись)"
    r"|еств(?:о|а|у|ом|е)|ост(?:ь|и|ью))|сам(?:ого|ому|им|ои|у|их)"
    r"|[а-я]{3,}[внлрсдтж]ят|[а-я]{4,}или|умер(?:ла)?|памяти"
)


def is_no_name(reading: Reading, first: int) -> bool:
    """«Передайте Фионе Макалистер», «Пришлось Виго Мортенсену»: a Russian word that opens a row and is no name's."""
    word = reading.words[first]
    opens = word.initial or (reading.words[first - 1].initial and len(reading.folded(first - 1)) < 4)
    if not opens or word.shape != "C" or _NO_NAME.fullmatch(word.folded) is None:
        return False
    imperative = word.folded.endswith("ите") and word.text[-3:] != "йте"
    return not (imperative or likely_so(reading, first) or sounds_so(reading, first))


_OF_TOWNS = frozenset(token_key(word) for word in folded_set("мэр градоначальник префект аким бургомистр"))


def _is_town_of_office(reading: Reading, first: int, last: int) -> bool:
    """«Мэр Аджаме Куадио Нгессан»: behind who governs a town, three words, of which the second is like a given name."""
    governs = token_key(reading.folded(first - 1)) in _OF_TOWNS and reading.adjacent(first)
    row = last == first + 3 and all(reading.words[place].shape == "C" for place in range(first, last))
    undeclined = reading.folded(first)[-1:] in "еиоуэюаы"
    return governs and row and undeclined and _only_next_is_given(reading, first)


def is_given_too(reading: Reading, index: int) -> bool:
    """«Emir Selimhodzic»: whether a title is a given name here, as no other stands behind it, but one word alone."""
    if reading.folded(index) not in _TITLES_AND_NAMES or not _is_capital(reading, index + 1):
        return False
    following = reading.folded(index + 1)
    if (
        reading.adjacent(index)
        and reading.words[index - 1].shape == "C"
        and not is_people(reading.folded(index - 1))
    ):
        return False
    named = is_given_name(following) or likely_so(reading, index + 1) or sounds_so(reading, index + 1)
    return not named and not _is_capital(reading, index + 2)


def _is_capital(reading: Reading, index: int) -> bool:
    return reading.adjacent(index) and reading.words[index].shape == "C"


_TITLES_AND_NAMES = folded_set("emir sultan эмир эмира эмиру эмиром султан султана султану султаном")
