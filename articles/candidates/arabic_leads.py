"""What leads to an Arabic name: an address, an office or an occupation before it, with adjectives between."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.candidates.arabic_words import ADDRESS, MERE_ADDRESS
from articles.candidates.occupations import is_occupation
from articles.candidates.reading import Reading
from articles.offices.lexicon import HEADS

WEAK = "occupation before"
_JOINED_LETTERS = re.compile(r"^[وف]?[بلك]?(?=\S{3})")
_OFFICES = HEADS["ar"]


def led_by(reading: Reading, index: int) -> str:
    """The rule, when an address or an office stands right before, with adjectives between."""
    before, steps, weak = index - 1, 0, False
    while before >= 0 and steps < 4 and not reading.words[before + 1].broken:
        word = reading.words[before]
        leads = _leads(word.folded) if word.shape == "l" and not _AHEAD.fullmatch(word.text) else ""
        if leads == "article" or (not leads and _TO_ARTICLE.fullmatch(word.folded)):
            weak = weak or not leads
            before, steps = before - 1, steps + 1
            continue
        if not leads and steps and _calls(word.folded):
            return WEAK  # «مغنية البرنامج كارين هنتر»
        if weak:
            return WEAK if leads else ""
        if leads == "office":
            return "office before" if steps else ""
        if leads == "mere address":
            return "office before" if steps else "title before"
        return "office before" if leads == "address" and steps else leads and WEAK
    return ""


def _calls(folded: str) -> bool:
    """Whether a word without its article is an occupation, perhaps with letters joined: «لاعبة», «وقائدة»."""
    return any(is_occupation(f"ال{word}") for word in (folded, _JOINED_LETTERS.sub("", folded)))


_AHEAD = re.compile(r"[وف]?أمام")  # no «إمام»
_TO_ARTICLE = re.compile(r"لل\S{3,}")  # «الأمين العام للأمم المتحدة كورت فالدهايم»


@lru_cache(maxsize=1 << 13)
def _leads(folded: str) -> str:
    """What the word is to a name after it: an address, an office, an occupation, an adjective, or nothing."""
    bare = re.sub(r"^(?:[وفبلك]{1,2})(?=ال)", "", folded)
    if bare in ADDRESS:
        return "mere address" if bare in MERE_ADDRESS else "address"
    if folded in _OFFICES or re.sub(r"^[وفبلك](?=\S{3})", "", folded) in _OFFICES:
        return "office"
    if is_occupation(folded):
        return "occupation"
    return "article" if bare.startswith("ال") else ""
