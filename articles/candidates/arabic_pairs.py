"""Arabic names of two words that stand behind a verb and nothing else, where the text has the surname alone besides."""

from __future__ import annotations

import re
from collections import Counter

from articles.candidates.arabic_called import LIKELY, has_foreign_vowels, stands_alone
from articles.candidates.arabic_callings import may_be_verb_before
from articles.candidates.arabic_rows import OF_SYLLABLES
from articles.candidates.arabic_strangers import (
    end_of_stranger,
    is_conjoined,
    is_strange,
    may_be_part,
)
from articles.candidates.arabic_words import plain_end
from articles.candidates.persons import Run
from articles.candidates.reading import Reading


def lone_pair(reading: Reading, index: int, alone: Counter[str]) -> Run | None:
    """What stands behind a verb and is a name at `index`."""
    if index == 0 or reading.words[index].broken or reading.words[index - 1].shape != "l":
        return None
    if any(not _may_be_of_name(reading, place) for place in (index, index + 1)):
        return None
    return _strange_pair(reading, index, alone) or _done_by(reading, index, alone)


def _may_be_of_name(reading: Reading, index: int) -> bool:
    return not plain_end(reading, index) and may_be_part(reading, index) and not is_conjoined(reading, index)


def _strange_pair(reading: Reading, index: int, alone: Counter[str]) -> Run | None:
    """«وصاحت جورجينا ستويلكوفيتش», «وتقود أويانغ شيوتشن»: a verb before two strange words."""
    if not (is_strange(reading, index) and is_strange(reading, index + 1)):
        return None
    if not may_be_verb_before(reading.folded(index - 1)):
        return None
    run = end_of_stranger(reading, Run(index, index + 2, "two strangers", LIKELY))
    if stands_alone(reading, run.last - 1, alone):
        return run
    of_syllables = reading.folded(index) in OF_SYLLABLES and reading.stands_again(index, index + 2)
    return run if of_syllables else None


_DONE = re.compile(r"[وف]?[^اوي]\S{2,3}ت?(?:ه|ها|هم|هما)")
_WHO_IS = ("وهو", "وهي")


def _done_by(reading: Reading, index: int, alone: Counter[str]) -> Run | None:
    """«تثقبه شوشان ملكبكيان، وهي المرأة الوحيدة»: who does it, and behind a comma what they are."""
    framed = reading.sign(index + 2) == "،" and reading.folded(index + 3) in _WHO_IS
    if not framed or _DONE.fullmatch(reading.folded(index - 1)) is None:
        return None
    shaped = is_strange(reading, index) or has_foreign_vowels(reading.folded(index))
    named = shaped and stands_alone(reading, index + 1, alone)
    return Run(index, index + 2, "verb of doing before", LIKELY) if named else None
