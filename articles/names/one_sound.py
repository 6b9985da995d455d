"""Whether two words of one script are one surname, spelt by the habits of two languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from articles.names.flavours import sounds_of
from articles.names.romanise import given_with_e, romanise_token, with_e

#: A surname of so many letters may have an e at its end that is not heard.
LONG = 6
# Of so many names before a surname one may differ in a vowel, though it is short, where the others are the same.
_SEVERAL, _SHORT = 2, 5
# As French spells what others do otherwise; it adds an e to what ends in a consonant that is heard: Chouchane, Shushan.
_FRENCH = re.compile("ou|(?<!s)ch|dj|gu(?=[ei])")
_GREEK_GI = re.compile("(?<=[aeou])gi(?=[aeou])")

_SPELT_SO_OR_SO = ({"a", "e"}, {"e", "i"}, {"o", "u"})

_VOICELESS = str.maketrans("zv", "sf")


@lru_cache(maxsize=1 << 12)
def sound_as_one(first: str, second: str) -> bool:
    """Whether two words are heard alike by the habits of languages, their s and f voiced or not: Bajgelman, Beigelman;
    no Bornstein is a Bernstein."""
    heard = ({key.translate(_VOICELESS) for key in sounds_of(word)} for word in (first, second))
    return bool(set.intersection(*heard))


def is_same(word: str, name: str) -> bool:
    """Whether two folded Latin surnames sound the same, and differ in no final e that tells."""
    if romanise_token(with_e(word)) != romanise_token(with_e(name)):
        return False
    return min(len(word), len(name)) >= LONG or word.endswith("e") == name.endswith("e")


def are_one_given(names: Sequence[str], given: Sequence[str]) -> bool:
    """Whether folded Latin words are given names of somebody, the first of them his first: Salem Khalfan, Salim."""
    pairs = [next((one for one in given if _is_same_given(name, one)), "") for name in names]
    if all(pairs) and _is_same_given(names[0], given[0]):
        return True
    if len(names) < _SEVERAL or len(names) != len(given):
        return False
    unlike = [pair for pair in zip(names, given, strict=True) if not _is_same_given(*pair)]
    return len(unlike) == 1 and _is_slip(*map(romanise_token, unlike[0]), least=_SHORT)


def _is_same_given(word: str, name: str) -> bool:
    """Whether two folded Latin given names sound the same, or differ in a vowel within them; Daniel is no Danielle."""
    sounds = [romanise_token(given_with_e(one)) for one in (word, name)]
    if sounds[0] != sounds[1]:
        greek = [romanise_token(_GREEK_GI.sub("i", one)) for one in (word, name)]
        return greek[0] == greek[1] or _is_slip(*sounds, least=LONG + 1)
    return word.endswith("e") == name.endswith("e") or _is_french(word, name)


def _is_french(word: str, name: str) -> bool:
    """Whether the one of two words that has an e at its end is spelt as French does, and the other as others do."""
    french, other = (word, name) if word.endswith("e") else (name, word)
    return bool(_FRENCH.search(french)) and not _FRENCH.search(other)


def _is_slip(first: str, second: str, *, least: int) -> bool:
    """Whether two romanised given names differ within them in one vowel that is spelt so or so: Fatimetou, Fatimatou.

    Jamal is no Jamil: of two brothers their father's name and their family's are the same.
    """
    if min(len(first), len(second)) < least or len(first) != len(second):
        return False
    unlike = [at for at, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
    if len(unlike) != 1 or not 0 < unlike[0] < len(first) - 1:
        return False
    return {first[unlike[0]], second[unlike[0]]} in _SPELT_SO_OR_SO
