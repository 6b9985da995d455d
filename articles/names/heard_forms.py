"""The forms in which a word of a text is compared by its sound with names on record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.names.bearers import SHORTEST
from articles.names.flavours import consonants_heard, fold_in_one
from articles.names.fold import fold, script_of
from articles.names.inflect import LONGEST_CLITIC, is_clitic
from articles.names.nominatives import nominatives
from articles.names.romanise import romanise_token
from articles.names.words import Words

_LETTER_AL = re.compile("[أإآ](?=ل)")


@dataclass(frozen=True, slots=True)
class Form:
    """A word as it may stand on record: `cut` letters belong to the word before, or it to this one (-1).

    `is_by_habit`: its consonants are heard by the habits of a language alone.
    """

    cut: int
    text: str
    key: str
    is_by_habit: bool

    @property
    def plain(self) -> str:
        """As it is folded, without the hamza and the last letter that it keeps."""
        return plain_of(self.text)


def plain_of(text: str) -> str:
    """The text of a form as it is folded, without the hamza and the last letter that it keeps."""
    return text.removeprefix("ء").replace("ى", "ي")


@lru_cache(maxsize=1 << 14)
def forms_of(word: str) -> tuple[Form, ...]:
    """A folded word as it stands, and without its case or what Arabic writes in one with it."""
    return tuple(
        Form(cut, text, key, place > 0)
        for cut, text in _texts_of(word)
        for place, key in enumerate(consonants_heard(text))
    )


def texts_heard(word: str) -> list[tuple[int, str]]:
    """The cut and the text of each of its forms, once, without finding out all that their letters may say."""
    texts = dict.fromkeys(_texts_of(word))
    return [(cut, text) for cut, text in texts if romanise_token(fold_in_one(text)) or consonants_heard(text)]


def _texts_of(word: str) -> list[tuple[int, str]]:
    script = script_of(word)
    if script == "Cyrl":
        return [(0, word), *((0, form) for form in nominatives(word))]
    if script == "Arab":
        cuts = [cut for cut in range(1, LONGEST_CLITIC + 1) if len(word) - cut >= SHORTEST - 1]
        return [(0, word), *((cut, word[cut:]) for cut in cuts if is_clitic(word[:cut]))]
    return [(0, word)]


def spoken(words: Words, index: int) -> str:
    """A folded word, with the hamza that tells an Arabic «أل» from the article, and the «ى» that may be an a."""
    text = words.tokens[index].text
    if text.endswith("ي") and words.written[index].endswith("ى"):
        text = f"{text[:-1]}ى"
    if "ال" not in text or not _LETTER_AL.search(written := words.written[index]):
        return text
    return fold(_LETTER_AL.sub("ءا", written))
