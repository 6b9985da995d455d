"""Words in capitals that stand alone and are bodies, not the town or the rubric that a line opens with."""

from __future__ import annotations

from collections.abc import Iterator

from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.common_words import is_idle_acronym, is_opener, is_place
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


def _opens_line(reading: Reading, index: int) -> bool:
    """«AGADEZ, Niger —», «ПУАНТ-НУАР. …», «GRÈVE : les …»: long capitals that open a line before a sign.

    A town, a rubric or a word said aloud as often as a body, whatever goes on: as that it is told by its place within
    a sentence or in brackets, and then it is found here too.
    """
    word = reading.words[index]
    opens = index == 0 or word.broken
    return opens and len(word.text) >= _LONG_ACRONYM and reading.sign(index + 1) in (*",.(|/–—-:",)


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
