"""Words in capitals that stand alone and are bodies, not the town or the rubric that a line opens with."""

from __future__ import annotations

from collections.abc import Iterator

from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.candidates.thing_words import THINGS_BEFORE
from articles.names.common_words import is_idle_acronym, is_opener, is_place
from articles.names.fold import fold, folded_set
from articles.names.given_names import is_given_name


def find_acronyms(reading: Reading) -> Iterator[Run]:
    """Words in capitals that stand alone, once persons are claimed: «ULM», «ИТАР-ТАСС»."""
    words = reading.words
    for index, word in enumerate(words):
        if reading.claimed[index] or reading.loud:
            continue
        if (
            word.shape == "U"
            and _is_acronym(reading, index)
            and not _opens_line(reading, index)
            and not _is_in_capitals(reading, index)
        ):
            yield Run(index, index + 1, "acronym", 0.5)


_WINDOW = 8


def _is_in_capitals(reading: Reading, index: int) -> bool:
    """«POSTED ON TUESDAY, MARCH 11 IN ARTS, TRAVEL», «FOOD & LAW»: capitals beside it, and nothing small."""
    first = last = index
    while first > 0 and not reading.words[first].broken and index - first < _WINDOW:
        first -= 1
    while last + 1 < len(reading.words) and not reading.words[last + 1].broken and last - index < _WINDOW:
        last += 1
    beside = [reading.words[place] for place in range(first, last + 1)]
    capitals = sum(word.shape == "U" and len(word.text) > 2 for word in beside)
    paired = any(
        reading.sign(near) == "&" and not reading.words[near].glued and reading.sign(far).isupper()
        for near, far in ((index - 1, index - 2), (index + 1, index + 2))
    )
    return paired or (capitals > 3 and not any(word.shape == "l" for word in beside))


_LONG_ACRONYM = 5
_NEAR = 6
# What a paper's pages are headed by, of as few letters as an acronym.
_RUBRICS = folded_set("""
sport sports tennis rugby boxe judo emploi climat impots meteo sante mode livres livre cinema theatre media medias
video videos photo photos image images urgent alerte flash greve monde europe afrique asie debat idees opinion forum
news world health arts books music movies travel trial update alert brief review quiz
спорт теннис бокс футбол хоккей видео фото срочно мир наука книги кино театр мода погода опрос
""")
# What is said of a town, and who writes from it.
_OF_TOWNS = THINGS_BEFORE | folded_set("""
capitale chef-lieu chef notre envoye envoyee correspondant correspondante correspondance capital our correspondent
special столица столицы порт спецкор соб
""")


def _opens_line(reading: Reading, index: int) -> bool:
    """«AGADEZ, Niger —», «ПУАНТ-НУАР. …», «BOOKS | FICTION»: long capitals that open a line before a sign.

    «CEDEAO : les chefs d'État …», «ECOMOG, la force ouest-africaine, …»: what goes on in small letters tells of a body.
    """
    word = reading.words[index]
    opens = index == 0 or word.broken
    sign = reading.sign(index + 1)
    if not opens or len(word.text) < _LONG_ACRONYM or sign not in (*",.(|/–—-:",):
        return False
    if sign not in (",", ":") or not _goes_on_small(reading, index + 2):
        return True
    return _is_of_town(reading, index + 2) if sign == "," else _is_rubric(word.text)


def _goes_on_small(reading: Reading, index: int) -> bool:
    """Whether a word in small letters follows on the line, and no day («le 6 mai»)."""
    return reading.adjacent(index) and reading.sign(index)[0].islower()


def _is_of_town(reading: Reading, index: int) -> bool:
    """Whether a day, a dash, or what is said of towns follows soon: «DERNA, ville de l'est libyen, …»."""
    near = range(index, min(index + _NEAR, len(reading.words)))
    signs = any(reading.sign(place)[0].isdigit() or reading.sign(place) in ("–", "—") for place in near)
    return signs or any(reading.folded(place) in _OF_TOWNS for place in near)


def _is_rubric(text: str) -> bool:
    """«SANTÉ : …», «SPORTS : …»: an acronym has no accents, and no paper's pages are headed by it."""
    accents = " " not in text and fold(text) != text.casefold()
    return accents or fold(text) in _RUBRICS


def _is_acronym(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    letters = word.text.replace("-", "")
    if (
        not 2 <= len(letters) <= (9 if "-" in word.text else 6)
        or not letters.isalpha()
        or is_idle_acronym(word.folded)
        or is_place(word.folded)
    ):
        return False
    loud = [
        near
        for near in (index - 1, index + 1)
        if 0 <= near < len(reading.words) and reading.words[near].shape == "U" and not reading.claimed[near]
    ]
    return (
        not loud
        and not is_given_name(word.folded)
        and not is_opener(word.folded)
        and word.folded not in reading.lower
    )
