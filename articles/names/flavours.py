"""How a Latin name may sound by the habits of a language: keys to compare with another script's spelling.

Russian and Arabic write a foreign name as it sounds (Жан, Хосе, Блейк), so the letters of «Jean», «José» and
«Blake» say little before one knows whose they are. The habits are the main rules of the practical
transcriptions in use for Russian (Гиляревский, Старостин: Иностранные имена и названия в русском тексте).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from articles.names.fold import MARKS, fold, script_of
from articles.names.romanise import (
    consonant_key,
    consonants,
    is_ben,
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
    (r"ai|ei", "e"), (r"(?<![oe])(?<![ea]a)u(?![aeiou])", "iu"), (r"eu", "e"), (r"(?<=[^aeiou])h|^h", ""),
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
# «Caglayan» and «Cavusoglu» have lost the mark of their ç: with the vowels of Turkish words, a, i, u behind an a or u.
_TURKISH_CEDILLA = _rules((r"^c", "ch"), (r"c(?=[aeiou])", "dj"))
# What Ukrainian spells г, and so its Russian form, is h in Latin letters; and what old Russian spelt г in German names.
_UKRAINIAN = _rules((r"(?<![cskztgp])h", "g"), (r"^oleks", "aleks"))
_OLD_GERMAN = _rules((r"(?<=[bdfglmnr])h(?=ei|au|o[lf]|ar[dt])", "g"))
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
    (
        re.compile(r"c[aou](?!.*(?:[eoqwx]$|[aeiou]{2}|[ptc]h|ck|nn|rr|ss|tt|os$))[^eqwx]{3,}$"),
        _TURKISH_CEDILLA,
    ),
    (re.compile(r"(?=.*h).*(?:[^aeiou]ko|(?:ch|i|y)o?u?k)$|h[rln]|oleks"), _UKRAINIAN),
    (re.compile(r".+[bdfglmnr]h(?:ei|au|o[lf]|ar[dt])"), _OLD_GERMAN),
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

# What an Arabic word may begin with, where folding leaves any vowel: «أنس» Ons, «إسلامي» Eslami, «عمر» Omar.
_ANY_VOWEL = re.compile(r"^(?:ء?[اع](?=[^اويل].)|ع(?=ي..))")
_BARE_AL = 6
# «الغيص» is Ghais.
_DIPHTHONG = re.compile(r"(?<=[^اويء])ي(?=[^اويه])")
_WITH_H = re.compile(r"(?:ко|[чию]у?к)$|^г[рлн]|.[бвдглмнр]г(?:еи|ау|о[лф]|ар[дт])")
# «Ben» and «Bou», as they are written in one with a surname.
_BEN = re.compile(r"(?:b[ei]n|bou|бен|бин|бу|بن|بو)(?=...)")
_MARK = re.compile(f"[{MARKS}]")
_WORD = re.compile(r"[^\W_]+")


def sounding_tokens(name: str) -> tuple[tuple[str, ...], ...]:
    """For each of the `romanised_tokens` of a name the keys that its word may have, the plain one first."""
    # The marks of vowels, «مُصطفى», end no word.
    words = _WORD.findall(_MARK.sub("", normalize("NFC", name)))
    sounds = {keys[0]: keys for keys in map(sounds_of, words) if keys}
    return tuple(sounds.get(token, (token,)) for token in romanised_tokens(name))


@lru_cache(maxsize=1 << 14)
def sounds_of(word: str) -> tuple[str, ...]:
    """The keys a written Latin word may have, the plain one (`romanise_token`) first.

    An Arabic one has those of what its letters say otherwise. Of others the plain one alone.
    """
    plain = fold(word).replace(" ", "")
    sounds = {plain: None}
    script = script_of(plain)
    if script == "Arab":
        sounds |= dict.fromkeys(_arabic_sounds(word, plain))
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


def _arabic_sounds(word: str, plain: str) -> Iterator[str]:
    """An Arabic word, `plain` when folded, with other letters where its own have several sounds."""
    yield _ARABIC_W.sub("ف", plain)
    yield _ARABIC_DJ.sub("ج", plain)
    # Egypt and the Gulf write a foreign g so, and Egypt speaks its own: «جروميكو», «جمال».
    yield plain.replace("ج", "غ")
    opened = [plain]
    if not word.startswith("أ"):
        opened.append(_ANY_VOWEL.sub("ي", plain))
    if not word.startswith("إ"):
        opened.append(_ANY_VOWEL.sub("او", plain))
    # «بنبركة» has its «Ben» in one with it.
    if (bare := without_ben(plain)) and plain.startswith("بن"):
        opened.append(f"بين{bare}")
    yield from opened
    yield _DIPHTHONG.sub("اي", plain, count=1)
    # Of what Ukrainian says for г: «هريهورينكو».
    if plain.endswith(("نكو", "شوك", "يوك")):
        yield plain.replace("ه", "غ")
    # Without its hamza «الكسندر» begins as the article does.
    if plain.startswith("ال") and len(plain) >= _BARE_AL:
        yield f"ء{plain}"
    # «مصطفى», as long as it is not folded; in «الكويتي» it is an i, also where Egypt drops its dots.
    if word.endswith("ى") and len(plain) > 3 and not plain.startswith("ال"):
        yield from (f"{one[:-1]}ا" for one in opened)


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


@lru_cache(maxsize=1 << 12)
def keys_written_otherwise(word: str) -> tuple[str, ...]:
    """The consonants of a folded Latin or Russian word as Arabic may write its g, and Latin letters Ukrainian г, and
    the old German one: of «Gromyko» jrmk too, of «Григоренко» hrhrnk.

    They are where to look, as `consonants_written` are.
    """
    key = romanise_token(word)
    others: list[str] = []
    if "g" in key and script_of(word) != "Arab":
        others.append(consonants(key.replace("g", "j")))
        if _WITH_H.search(word):
            others.append(consonants(key.replace("g", "h")))
    return tuple(others)


def without_ben(word: str) -> str:
    """A folded surname without the «Ben» that is written in one with it, or nothing: of Benbella «bella»."""
    found = _BEN.match(word)
    return word[found.end() :] if found else ""


@lru_cache(maxsize=1 << 10)
def keys_of_surname(name: str) -> frozenset[str]:
    """The consonants under which names in other scripts may have a person's surname; none of a name that has none."""
    key = surname_consonants(name)
    last = fold(with_sounds(name)).rpartition(" ")[2]
    if not key:
        return frozenset()
    folded = consonants(romanise_token(fold(name).rpartition(" ")[2]))
    others = () if script_of(last) == "Latn" else consonants_written(key)
    *before, last_word = fold(name).split() or [""]
    others += keys_written_otherwise(last_word)
    if bare := without_ben(last_word):
        others += (consonant_key(bare),)
    if before and is_ben(before[-1]):
        others += (consonant_key(before[-1] + last_word),)
    return frozenset((key, folded, *consonants_heard(last), *others))


@lru_cache(maxsize=1 << 14)
def consonants_heard(word: str) -> tuple[str, ...]:
    """The consonants of each of the keys that a word may have, the plain ones first: of Halbach hlbc, and hlbh."""
    return tuple(dict.fromkeys(map(consonants, sounds_of(word))))
