"""How a Latin name may sound by the habits of a language: keys to compare with another script's spelling.

Russian and Arabic write a foreign name as it sounds (Жан, Хосе, Блейк), so the letters of «Jean», «José» and
«Blake» say little before one knows whose they are. The habits are the main rules of the practical
transcriptions in use for Russian (Гиляревский, Старостин: Иностранные имена и названия в русском тексте).
"""

from __future__ import annotations

import re
from functools import lru_cache

from articles.names.fold import fold, script_of
from articles.names.romanise import (
    consonants,
    romanise_token,
    romanised_tokens,
    surname_consonants,
    with_sounds,
)

_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), new) for pattern, new in pairs)


_FRENCH = _rules(
    (r"^jean", "jan"), (r"oi|oy(?![aeiou])", "ua"), (r"g(?=[eiy])", "j"), (r"gn", "ni"), (r"ill(?=e)", "i"),
    (r"(?:es?|s|t|d|x|z|p|nt|ts|ds)$", ""), (r"er$", "e"), (r"(?:ai|ei|i)n(?![aeiou])", "en"),
    (r"e[nm](?=[^aeioun])", "an"), (r"(?<=[aeiou])s(?=[aeiou])", "z"),
    (r"ai|ei", "e"), (r"(?<!o)(?<![ea]a)u(?![aeiou])", "iu"), (r"eu", "e"), (r"(?<=[^aeiou])h|^h", ""),
)  # fmt: skip
_ENGLISH = _rules(
    (r"^wr", "r"), (r"^kn", "n"), (r"ea", "i"), (r"a[iy]|ey(?=.)", "ei"), (r"au|aw", "o"), (r"ow", "ou"),
    (r"ew", "iu"), (r"(?<![aeiou])i(?=[^aeiou]es?$)|igh", "ai"), (r"(?<![aeiou])a(?=[^aeiou]es?$)", "ei"),
    (r"o(?=[^aeiou]e$)", "ou"), (r"(?<=[aeiou][^aeiou])e(?=s$)", ""), (r"dge?|g(?=[ey])", "j"),
    (r"^u(?=ni)", "iu"), (r"ch", "tch"), (r"(?<=[^aeioq])u(?=[^aeiour](?:[^aeiou]|$))", "a"),
)  # fmt: skip
_SPANISH = _rules(
    (r"j|g(?=[eiy])|^x", "kh"), (r"ll(?=[aeiou])", "li"), (r"gu(?=[ei])", "g"), (r"z", "s"), (r"^h", ""),
)  # fmt: skip
_GERMAN = _rules(
    (r"(?<!s)ch(?=s)", "k"), (r"(?<!s)ch", "kh"), (r"^s(?=[tp])", "sh"), (r"eu", "oi"), (r"ei", "ai"),
    (r"j", "i"), (r"tz|z", "ts"), (r"^v", "f"), (r"ie", "i"), (r"(?<=[aeiou])h", ""), (r"gh", "g"),
)  # fmt: skip
_SLAVIC = _rules(
    (r"sz|rs", "sh"), (r"cz", "ch"), (r"c(?![hzk])", "ts"), (r"j", "i"), (r"rz", "j"), (r"ch", "kh"), (r"gy", "d"),
)  # fmt: skip
_ITALIAN = _rules(
    (r"sc(?=[ei])", "sh"), (r"ch", "k"), (r"c(?=[ei])", "ch"), (r"g(?=[ei])", "j"), (r"gn", "ni"), (r"gl(?=i)", "l"),
    (r"zz?", "ts"),
)  # fmt: skip
# South Slavic names without their marks: soft consonants before -ić, and before -ević.
_BALKAN = _rules(
    (r"[cs](?=evi(?:c|ch)$|i(?:c|ch)$)", "sh"), (r"z(?=evi(?:c|ch)$|i(?:c|ch)$)", "zh"), (r"ic$", "ich"),
    (r"c(?!h)", "ts"), (r"(?<!d)j", "i"),
)  # fmt: skip
_SERBIAN_D = _rules((r"^dj", "di"), (r"ic$", "ich"))
_TURKISH = _rules((r"c(?=[aeiou])", "dj"), (r"x", "kh"))
_JAPANESE = _rules((r"sh", "s"), (r"ch", "t"), (r"[zj]", "dz"))
_INDIAN = _rules((r"th", "tkh"), (r"dh", "dkh"))
# «السويداني» is Suwaidani, but «لويس» is Luis.
_ARABIC_W = re.compile(r"(?<=[^اوي])و(?=ي.)")
# «ديوكوفيتش» is Djokovic.
_ARABIC_DJ = re.compile(r"^دي(?=[او])")
_PORTUGUESE = _rules((r"nho$", "niu"), (r"nh", "ni"), (r"lh", "li"))
_ARABIC = _rules((r"(?<=a)h$", "kh"), (r"(?<=u)w(?=[aei])", ""))
_FLAVOURS = (_FRENCH, _ENGLISH, _SPANISH, _GERMAN, _SLAVIC, _ITALIAN, _PORTUGUESE, _ARABIC)
# Those of words that look so alone: «shi», «chi», «z», «j» among syllables of one consonant and a vowel are Japanese.
_RARE = (
    (re.compile(r".*(?:c(?:$|[aeiou])|(?<!d)j).*"), _BALKAN),
    (re.compile(r"dj"), _SERBIAN_D),
    (re.compile(r".*(?<![cs])c[aeiou].*"), _TURKISH),
    (re.compile(r".*[td]h."), _INDIAN),
    (
        re.compile(
            r"(?=.*(?:sh|ch|z|j))"
            r"(?:[ktps]?(?:[sc]h|[kgnhbpmr]y|[kgsztdnhbpmyrwfj])?[aeiou]|n(?=[^aeiou]|$))+$"
        ),
        _JAPANESE,
    ),
)
#: What the marks of vowels say, and those of consonants that some languages hear so.
_MARKED = str.maketrans(
    {
        "ñ": "ni",
        "ń": "n",
        "ś": "sh",
        "ö": "e",
        "ø": "e",
        "ä": "e",
        "æ": "e",
        "ü": "iu",
        "å": "o",
        "ę": "en",
        "ą": "on",
    }
)

# Consonants that are heard, and with which letters a name may be written that is heard so, both as keys have them: by
# the rules above, one of them at a time.
_WRITTEN = (
    ("j", "k"), ("j", "s"), ("j", "rs"), ("j", "dk"), ("h", "c"), ("h", "j"), ("h", "k"), ("k", "c"), ("ts", "s"),
    ("ts", "k"), ("c", "s"), ("c", "k"), ("c", "sk"), ("c", "sc"), ("c", "rs"), ("n", "kn"), ("l", "kl"), ("d", "k"),
    ("th", "t"), ("dh", "d"), ("ds", "s"), ("ds", "j"), ("ds", "sc"), ("f", ""), ("s", "c"), ("t", "c"), ("j", "d"),
)  # fmt: skip
_UNHEARD_ANYWHERE = "hjflk"
_UNHEARD_AT_THE_END = ("s", "t", "d", "r", "b", "ks", "nt", "ts", "ds")
_REPEATED = re.compile(r"(.)\1+")

_WORD = re.compile(r"[^\W_]+")


def sounding_tokens(name: str) -> tuple[tuple[str, ...], ...]:
    """For each of the `romanised_tokens` of a name the keys that its word may have, the plain one first."""
    sounds = {keys[0]: keys for keys in map(sounds_of, _WORD.findall(name)) if keys}
    return tuple(sounds.get(token, (token,)) for token in romanised_tokens(name))


@lru_cache(maxsize=1 << 14)
def sounds_of(word: str) -> tuple[str, ...]:
    """The keys a written Latin word may have, the plain one (`romanise_token`) first.

    An Arabic one has those of its «وي» and «دي». Of others the plain one alone.
    """
    plain = fold(word).replace(" ", "")
    sounds = {plain: None}
    script = script_of(plain)
    if script == "Arab":
        sounds |= {_ARABIC_W.sub("ف", plain): None, _ARABIC_DJ.sub("ج", plain): None}
    elif script == "Latn":
        marked = plain if word.isascii() else fold(with_sounds(word)).replace(" ", "")
        told = (
            marked
            if word.isascii()
            else fold(with_sounds(word, "s").lower().translate(_MARKED)).replace(" ", "")
        )
        sounds |= {marked: None, told: None}
        rare = (rules for looks, rules in _RARE if looks.match(told))
        for rules in (*_FLAVOURS, *rare):
            sound = told
            for pattern, new in rules:
                sound = pattern.sub(new, sound)
            sounds[sound] = None
    return tuple(filter(None, dict.fromkeys(map(romanise_token, sounds))))


@lru_cache(maxsize=1 << 14)
def consonants_written(heard: str) -> tuple[str, ...]:
    """The consonants that a Latin name may have by its letters, of which these are heard: of hlbh hlbc, among others.

    They are where to look; whether a name is heard so, `consonants_heard` of it tells.
    """
    keys = [
        heard[:at] + heard[at:].replace(sound, letters, 1)
        for sound, letters in _WRITTEN
        for at in range(len(heard))
        if heard.startswith(sound, at)
    ]
    keys += [heard[:at] + one + heard[at:] for one in _UNHEARD_ANYWHERE for at in range(len(heard) + 1)]
    keys += [heard + end for end in _UNHEARD_AT_THE_END]
    if heard.endswith("h"):
        keys.append(heard[:-1])
    if heard.endswith("c"):
        # Of a name in -ić without its marks each may be lost: Milosevic, Knezevic.
        bare = heard[:-1] + "k"
        keys += [bare.replace(sound, letters) for sound, letters in (("c", "s"), ("c", "k"), ("j", "s"))]
    others = dict.fromkeys(_REPEATED.sub(r"\1", key) for key in keys)
    others.pop(heard, None)
    return tuple(others)


@lru_cache(maxsize=1 << 10)
def keys_of_surname(name: str) -> frozenset[str]:
    """The consonants under which names in other scripts may have a person's surname; none of a name that has none."""
    key = surname_consonants(name)
    last = fold(with_sounds(name)).rpartition(" ")[2]
    if not key:
        return frozenset()
    folded = consonants(romanise_token(fold(name).rpartition(" ")[2]))
    others = () if script_of(last) == "Latn" else consonants_written(key)
    return frozenset((key, folded, *consonants_heard(last), *others))


@lru_cache(maxsize=1 << 14)
def consonants_heard(word: str) -> tuple[str, ...]:
    """The consonants of each of the keys that a word may have, the plain ones first: of Halbach hlbc, and hlbh."""
    return tuple(dict.fromkeys(map(consonants, sounds_of(word))))
