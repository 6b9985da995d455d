"""The surnames of Chinese and Korean names, which come first: Zhuang Meiling, «Хван Бо Гён»."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.names.flavours import sounds_of
from articles.names.fold import fold, script_of
from articles.names.given_names import is_given_name
from articles.names.korean import in_korean, syllable_in_korean
from articles.names.romanise import consonant_key, romanise
from articles.names.syllables import in_pinyin

_MOST_WORDS = 3
_FINAL = (
    "iang|iong|uang|iao|ian|ing|uai|uan|ang|eng|ong|ai|an|ao|ei|en|ou|ia|ie|in|iu|ua|ue|ui|un|uo|a|e|i|o|u"
)
_PINYIN = rf"(?:(?:[zcs]h|[bpmfdtnlgkhrzcsjqxyw])(?:{_FINAL})|ai|an|ao|ou|er?)"
_SURNAME = re.compile(rf"{_PINYIN}|ouyang|zhuge|sima|shangguan")
_GIVEN = re.compile(rf"{_PINYIN}{{1,2}}")
# «تشوانغ», «هوانغ»: where others have «ng» at the end of a syllable, Arabic has «نغ».
_ARABIC_SURNAME = re.compile("[^ا ]{1,3}[اويى]{0,2}ن[غج]")
_SYLLABLES = re.compile("[ -]")


@lru_cache(maxsize=1 << 13)
def eastern_surname(name: str) -> str:
    """The folded surname of a name that is Chinese or Korean by its syllables; else nothing.

    A name that begins with a given name that is known is in the order of others.
    """
    words = fold(name).split()
    if not 2 <= len(words) <= _MOST_WORDS or not _is_eastern(name, words):
        return ""
    is_sure = len(words) == _MOST_WORDS and bool(in_korean(name))
    return words[0] if is_sure or not is_given_name(words[0]) else ""


def _is_eastern(name: str, words: list[str]) -> bool:
    script = script_of(words[0])
    if script == "Arab":
        return _ARABIC_SURNAME.fullmatch(words[0]) is not None
    if script == "Cyrl":
        pinyin = in_pinyin(" ".join(words))
        return bool(pinyin and _SURNAME.fullmatch(pinyin.split()[0])) or bool(in_korean(name))
    if in_korean(name):
        return True
    words = in_pinyin(name).replace("-", " ").split() or words
    is_whole = sum(1 + (len(_GIVEN.findall(word)) > 1) for word in words[1:]) <= 2
    return bool(_SURNAME.fullmatch(words[0])) and is_whole and all(map(_GIVEN.fullmatch, words[1:]))


def keys_of_eastern(name: str) -> tuple[str, ...]:
    """The consonants of such a surname, with and without the g of its ng, which Russian does not write."""
    surname = eastern_surname(name)
    if not surname:
        return ()
    if script_of(surname) == "Arab":
        # «تشوانغ» is Zhuang, or Chuang, and its «و» no w.
        bare = surname.replace("وا", "ا")
        spelt = [surname, bare, bare.replace("تش", "ج", 1)]
    else:
        pinyin = in_pinyin(surname) or surname
        spelt = [surname, pinyin, pinyin.replace("zh", "ch").replace("q", "ch").replace("x", "sh")]
    keys = list(map(consonant_key, spelt))
    return tuple(dict.fromkeys((*keys, *(key[:-1] for key in keys if key.endswith("nk")))))


def is_eastern_surname(word: str, name: str) -> bool:
    """Whether a folded word is that of an eastern name, in the letters of whomever: Zhuang, «Чжуан», «تشوانغ»."""
    surname = eastern_surname(name)
    if not surname or script_of(word) == script_of(surname):
        return bool(surname) and word == surname
    is_korean = bool(in_korean(name)) or script_of(surname) == "Arab"
    sounds = _sounds(word, is_korean=is_korean), _sounds(surname, is_korean=is_korean)
    return not sounds[0].isdisjoint(sounds[1])


@lru_cache(maxsize=1 << 12)
def _sounds(word: str, *, is_korean: bool) -> frozenset[str]:
    """A syllable as it is romanised, in pinyin, in Korean, and as Arabic has it, which writes no e."""
    key = romanise(word)
    if script_of(word) == "Arab":
        sounds = {_as_arabic(key), key.replace("v", "w").replace("ng", "n") if is_korean else ""}
    else:
        pinyin = in_pinyin(word)
        sounds = {key, romanise(pinyin), *map(_as_arabic, sounds_of(pinyin or word))}
        sounds.add(syllable_in_korean(word) if is_korean else "")
    return frozenset(filter(None, sounds))


def _as_arabic(key: str) -> str:
    """A key as Arabic letters leave it, to be compared with no other's."""
    return "~" + key.replace("va", "ua").replace("e", "")
