"""Names of the Far East in Latin letters: a surname of one syllable and a given name of two."""

from __future__ import annotations

import re

from articles.candidates.reading import Reading
from articles.names.common_words import is_opener, is_place

# One syllable of a Korean or Chinese name in Latin letters.
_SYLLABLE = r"(?:[bcdghjklmnpqrstwxyz]|[cgkst]h|ts)?[aeiouyw]{1,4}(?:ng|[nmklph])?"
_KOREAN_SURNAME = re.compile(rf"{_SYLLABLE}|park", re.IGNORECASE)
_KOREAN_GIVEN = re.compile(
    rf"(?=[A-Z][a-z]{{1,5}}[-‐‑][a-z]{{2,6}}$){_SYLLABLE}[-‐‑]{_SYLLABLE}", re.IGNORECASE
)


_VIETNAMESE = frozenset(
    "nguyen tran pham hoang phan dang bui huynh ngo duong truong нгуен чан фам хоанг фан данг буи хюинь нго".split()
)


def is_korean(reading: Reading, first: int, last: int) -> bool:
    """«Park Ji-hoon», «Tsai Ing-wen»: one syllable and two, of which the second has no capital; «Nguyen Thi Hanh»."""
    if reading.loud:
        return False
    if last != first + 2:
        words = reading.words[first:last]
        syllables = all(word.shape == "C" and len(word.text) < 8 and "-" not in word.text for word in words)
        return 3 <= last - first <= 4 and reading.folded(first) in _VIETNAMESE and syllables
    surname, given = reading.words[first], reading.words[first + 1]
    if surname.shape != "C" or not given.text[-1:].islower() or _KOREAN_GIVEN.fullmatch(given.text) is None:
        return False
    small = given.text.replace("‐", "-").replace("‑", "-").split("-")[1].islower()
    plain = is_opener(surname.folded) or is_place(surname.folded) or given.folded in reading.lower
    return small and not plain and _KOREAN_SURNAME.fullmatch(surname.text) is not None
