"""Two names word by word: what one of them has in one and the other apart, and what need not stand in both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from articles.names import fold, romanise, similarity
from articles.names.flavours import are_one_without_marks, without_ben
from articles.names.fold import script_of
from articles.names.romanise import is_article, is_joined
from articles.names.tokens import without_particles

#: A whole name has two words at the least.
LEAST_WORDS = 2
#: A word of so many letters may end in an e that is not heard.
LONG_ENOUGH = 6
# Words whose letters differ more (of 100) need no closer look; so alike they are one, in other letters.
_ROUGHLY_ALIKE, _THE_SAME = 60, 84
_LIKE = 0.84
_ARTICLES = ("al", "el")
_EDDIN = re.compile(r"([^\W_]{3,}) (?:(?:al|el|ad|ed|ud) dine?|eddine?|(?:аль|эль|ад|эд|уд) дин|الدين)\b")
_OGLU = re.compile(r" (?:oglou|oghlu|oglu|оглу|оглы|اوغلو)\b")
# The end of a woman's name of origin: «الحبسية» of «الحبسي»; and the father's name within.
_WOMANS = re.compile(
    r"((?:\b(?:al|el) \w{3,}|\b(?:al|el)\w{5,})i)y?y?ah?$|((?:аль|эль) \w{3,}и)я$|(\bال\w{3,}ي)ه$"
)
_SON = re.compile(r" (?:bin|ben|ibn|бен|бин|ибн|بن) \w+(?= (?:al |el |аль |эль |ال))")
_ABD_APART = re.compile(
    r"\b(abd|abdel|abdul|abdal|абд|абдель|абдул|абдал|عبد) (?:(?:al|el|аль|эль) )?(?=[^\W_]{3})"
)
_IN_ONE_WITH_ABD = re.compile(r"(?:abd|абд|عبد)[^\W_]{4}")
_BEN_APART = re.compile(r"\b(ben|bin|ibn|bou|abou|бен|бин|ибн|بن|ابن) (?=([^\W_]{3,}))")
_ABU_APART = re.compile(r"\b(abou|abu|abo|абу|ابو) (?=([^\W_]{3,}))")
_ABU = re.compile("(?:abou|abu|abo|абу|ابو)(?=...)")
# «Father of the»: Aboul Gheit, Aboulgheit.
_ABUL = re.compile(r"\b(?:ab(?:ou|u|o)l|абуль?)(?: (?=[^\W_]{3})|(?=[^\W_aeioulаеиоуыэюяьл][^\W_]{2}))")


def telling(text: str, other: str) -> list[str]:
    """The folded words of a name but for particles; «Khair al-Din» is one, and «Ben Saad» beside Bensaad."""
    folded = _OGLU.sub("oglu", _EDDIN.sub(r"\1eddine", fold(text)))
    folded = _ABUL.sub("abu ", folded)
    folded = _WOMANS.sub(r"\1\2\3", folded)
    if not _SON.search(fold(other)):
        folded = _SON.sub("", folded)
    if any(_IN_ONE_WITH_ABD.match(word) for word in fold(other).split()):
        folded = _ABD_APART.sub(r"\1", folded)
    others = _ABUL.sub("abu ", fold(other)).split()
    folded = _in_one(folded, _BEN_APART, filter(None, map(without_ben, others)))
    folded = _in_one(folded, _ABU_APART, filter(None, map(_without_abu, others)))
    return without_particles(folded.split()) or [""]


def _in_one(folded: str, apart: re.Pattern[str], rests: Iterable[str]) -> str:
    """Words with a «Ben» in one with what follows, where another name has it so, of which this is the rest."""
    sounds = list(map(romanise, rests))
    return apart.sub(
        lambda found: (
            found[1]
            if any(ratio(romanise(found[2]), sound) >= _ROUGHLY_ALIKE for sound in sounds)
            else found[0]
        ),
        folded,
    )


def _without_abu(word: str) -> str:
    found = _ABU.match(word)
    return word[found.end() :] if found else ""


def in_step(first: list[str], second: list[str]) -> tuple[list[str], list[str]]:
    """The folded words of two names, where two of one are one of the other, in one: Gebre Meskel; an article that is
    joined to a word apart from it: Aljazrawi."""
    if min(len(first), len(second)) >= LEAST_WORDS:
        first, second = _with_pair(first, second), _with_pair(second, first)
    first = [next((two for two in second if lost_marks(one, two)), one) for one in first]
    return _without_article(first, second), _without_article(second, first)


def lost_marks(first: str, second: str) -> bool:
    return script_of(first) == script_of(second) == "Latn" and are_one_without_marks(first, second)


def _with_pair(words: list[str], others: list[str]) -> list[str]:
    """Words with the two in one that are one of the `others`, if they are more than these, or others may join them."""
    for at, pair in enumerate(pairwise(words)):
        is_one = len(words) > len(others) or is_joined(*pair)
        if not is_one or is_article(pair[0]):
            continue  # or an article before its word
        if any(_is_in_one("".join(pair), other) for other in others):
            return [*words[:at], "".join(pair), *words[at + 2 :]]
    return words


def _is_in_one(pair: str, word: str) -> bool:
    """Whether two words without their blank are this one."""
    likeness_of_letters = ratio(romanise(pair), romanise(word))
    if likeness_of_letters >= _THE_SAME:
        return True
    return likeness_of_letters >= _ROUGHLY_ALIKE and similarity(pair, word) >= _LIKE


def _without_article(words: list[str], others: list[str]) -> list[str]:
    """Words without the article that is written in one with them, where one of the `others` has none."""
    if not any(word.startswith(_ARTICLES) and len(word) > LONG_ENOUGH for word in words):
        return words
    sounds = list(map(romanise, others))
    return [
        word[2:]
        if word.startswith(_ARTICLES)
        and len(word) > LONG_ENOUGH
        and any(
            ratio(romanise(word[2:]), sound) > max(_THE_SAME, ratio(romanise(word), sound))
            for sound in sounds
        )
        else word
        for word in words
    ]
