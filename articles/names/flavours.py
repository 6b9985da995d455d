"""How a Latin name may sound by the habits of a language: keys to compare with another script's spelling.

Russian and Arabic write a foreign name as it sounds (Жан, Хосе, Блейк), so the letters of «Jean», «José» and
«Blake» say little before one knows whose they are. The habits are the main rules of the practical
transcriptions in use for Russian (Гиляревский, Старостин: Иностранные имена и названия в русском тексте).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from unicodedata import normalize

from articles.names.arabic_sounds import arabic_sounds
from articles.names.fold import MARKS, fold, script_of
from articles.names.romanise import (
    consonant_key,
    consonants,
    is_joined,
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
    (r"tzsch", "tsch"), (r"(?<!s)ch(?=s)", "k"), (r"(?<!s)ch", "kh"), (r"^s(?=[tp])", "sh"), (r"eu", "oi"),
    (r"ei", "ai"), (r"j", "i"), (r"tz|z", "ts"), (r"^v", "f"), (r"ie", "i"), (r"(?<=[aeiou])h", ""), (r"gh", "g"),
)  # fmt: skip
_SLAVIC = _rules(
    (r"sz|rs", "sh"), (r"c(?![hzk])", "ts"), (r"j", "i"), (r"rz", "j"), (r"ch", "kh"), (r"cz", "ch"), (r"gy", "d"),
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
_TURKISH_OGLU = _rules((r"^c", "ch"), (r"c(?=[aeiou])", "dj"), (r"s", "sh"))
_TURKISH_CH = _rules((r"sc", "sh"), (r"c(?!h)", "ch"))
_TURKISH_CEDILLA = _rules((r"^c", "ch"), (r"c(?=[aeiou])", "dj"))
# What Ukrainian spells г, and so its Russian form, is h in Latin letters; and what old Russian spelt г in German names.
_UKRAINIAN = _rules((r"(?<![cskztgp])h", "g"), (r"^oleks", "aleks"))
_UKRAINIAN_WOMAN = _rules((r"(?<![cskztgp])h", "g"), (r"a$", "aia"))
_OLD_GERMAN = _rules((r"(?<=[bdfglmnr])h(?=ei|au|o[lf]|ar[dt])", "g"))
_JAPANESE = _rules((r"sh", "s"), (r"ch", "t"), (r"[zj]", "dz"))
_INDIAN = _rules((r"th", "tkh"), (r"dh", "dkh"))
_PORTUGUESE = _rules((r"nho$", "niu"), (r"nh", "ni"), (r"lh", "li"), (r"(?<!e)x|(?<=.e)x", "sh"))
# Romanian names that have lost the marks of ș and ț: Lupascu, Ceausescu.
_ROMANIAN = _rules((r"ce(?=a)", "ch"), (r"s(?!cu$)|s(?=cu$)(?<=as)", "sh"), (r"t(?=[iu])", "ts"))
# And those of Norway: Fjaerestad, Bjornstad.
# «Sjøvold» and «Skjelbred» begin with one sound, whether or not the mark of their ø is left.
_NORDIC_SH = _rules((r"s[kt]?j(?:oe?|e)?", "she"), (r"(?<=she)e", ""))
_NORDIC_SHO = _rules((r"s[kt]?je?(?=[aou])", "sh"))
# «Chmouéli» is heard with its vowel, «Saoud» with its w.
_VOWEL_OU = _rules((r"(?<=[^aeiou])ou(?=[aeé])", "u"))
# «Chatzidakis», «Hatzidakis», «Hadjidakis».
_GREEK = _rules((r"(?<![st])ch", "kh"), (r"tz|dj", "dz"))
# «Kierkegaard», «Gård»: one vowel, and a d that is not heard.
_DANISH = _rules((r"gaard$|gord$", "gor"), (r"aa", "o"))
_NORDIC = _rules((r"(?<=[bfghkmpv])j(?:ae)?", "ie"), (r"iee|iea|ieo", "ie"), (r"ae", "e"))
# Chinese syllables, as Russian and as Arabic write them: Zhenghai, «Чжэнхай», «تشنغهاي».
_PINYIN = _rules(
    (r"xu", "siu"), (r"siu$", "siui"), (r"x", "s"), (r"[jz](?!h)|q|c(?!h)", "ts"), (r"ng(?![aeiou])", "n")
)
_PINYIN_AR = _rules((r"x", "sh"), (r"zh|q", "ch"), (r"ng(?=h)", "nq"))
_ARABIC = _rules(
    (r"(?<=a)h$", "kh"), (r"^([^aeiou])oua", r"\1ua"), (r"eh$", "a"), (r"(?<=[iou])h$", ""), (r"(?<=u)w(?=[aei])", ""),
)  # fmt: skip
_SYLLABLES_OF_PINYIN = re.compile(
    r"(?=.*(?:zh|x|q))(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[iu]?[aeiou]{1,2}(?:ng?|r)?)+$"
)
_FLAVOURS = (_FRENCH, _ENGLISH, _SPANISH, _GERMAN, _SLAVIC, _ITALIAN, _PORTUGUESE, _ARABIC)
_HUNGARIAN = _rules((r"zs", "zh"), (r"cs", "ch"), (r"(?<![zcs])s(?![zsh])", "sh"), (r"sz", "s"), (r"gy", "d"))
# «Lőrincz», and «Lőrinczy», as nobles spell it.
_HUNGARIAN_CZ = _rules((r"cz", "ts"))
# Turks harden the d and b in which Arabic names end: Mehmet, Recep.
_TURKISH_END = _rules((r"t$", "d"), (r"p$", "b"))
# What marks they have lost say, in words that are compared with others in Latin letters.
_LOST_MARKS = (
    (re.compile("ic$"), _BALKAN),
    (re.compile("oglu$"), _TURKISH_OGLU),
    (re.compile("c.*oglu$"), _TURKISH_CH),
    (re.compile("[ae]scu$"), _ROMANIAN),
    (re.compile("cz|(?<=[^aeiou])rz|sz(?=[^aeiouy])|(?<=[aeo])j(?=[^aeiouy])"), _SLAVIC),
    (re.compile("[^aeiou]ou[aeé]"), _VOWEL_OU),
)
# Those of words that look so alone: «shi», «chi», «z», «j» among syllables of one consonant and a vowel are Japanese.
_RARE = (
    (re.compile(r".*(?:c(?:$|[aeiou])|(?<!d)j).*"), _BALKAN),
    (re.compile(r"dj"), _SERBIAN_D),
    (re.compile(r".*(?<![cs])c[aeiou].*"), _TURKISH),
    (re.compile(r".*[cs].*oglu$"), _TURKISH_OGLU),
    (re.compile(r".*c.*oglu$"), _TURKISH_CH),
    (re.compile(r".*[ae]scu$"), _ROMANIAN),
    (re.compile(r".*[bfhmpv]j[aeo]"), _NORDIC),
    (re.compile(r".*(?:aa|gord$)"), _DANISH),
    (re.compile(r"c?ha(?:tz|dj)i."), _GREEK),
    (re.compile(r"(?!.*(?:cz|w|sk[iay])).*(?:zs|[aeioulnr]cs|^cs|sz[aeiout])"), _HUNGARIAN),
    (re.compile(r".*[aeoun]cz[iy]?$"), _HUNGARIAN_CZ),
    (re.compile(r".*[^aeiou][aeiu][tp]$"), _TURKISH_END),
    *((re.compile(r".*s[kt]?j[aeou]"), rules) for rules in (_NORDIC_SH, _NORDIC_SHO)),
    (re.compile(r".*[^aeiou]ou[aeé]"), _VOWEL_OU),
    *((_SYLLABLES_OF_PINYIN, rules) for rules in (_PINYIN, _PINYIN_AR)),
    (
        re.compile(r"c[aou](?!.*(?:[eoqwx]$|[aeiou]{2}|[ptc]h|ck|nn|rr|ss|tt|os$))[^eqwx]{3,}$"),
        _TURKISH_CEDILLA,
    ),
    (
        re.compile(r"(?=.*h).*(?:[^aeiou]ko|(?:ch|i|y)o?u?k|[st]k(?:a|[iy]{1,2}|yj))$|h[rln]|oleks"),
        _UKRAINIAN,
    ),
    (re.compile(r".*h.*[st]ka$"), _UKRAINIAN_WOMAN),
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
_MARKED = str.maketrans({
    "ñ": "ni", "ń": "n", "ś": "sh", "ö": "e", "ø": "e", "ä": "e", "æ": "e", "ü": "iu", "å": "o", "ő": "e", "ű": "iu",
    "ę": "en", "ą": "on",
})  # fmt: skip

_FINAL_E = re.compile("[^aeiouy]e$")
# Consonants that are heard, and with which letters a name may be written that is heard so, both as keys have them: by
# the rules above, one of them at a time.
_WRITTEN = (
    ("j", "k"), ("j", "s"), ("j", "rs"), ("j", "dk"), ("h", "c"), ("h", "j"), ("h", "k"), ("k", "c"), ("ts", "s"),
    ("ts", "k"), ("c", "s"), ("c", "k"), ("c", "sk"), ("c", "sc"), ("c", "rs"), ("n", "kn"), ("l", "kl"), ("d", "k"),
    ("th", "t"), ("dh", "d"), ("ds", "s"), ("ds", "j"), ("ds", "sc"), ("f", ""), ("s", "c"), ("t", "c"), ("j", "d"),
    ("c", "sj"), ("c", "skj"),
)  # fmt: skip
_UNHEARD_ANYWHERE = "hjflk"
_UNHEARD_AT_THE_END = ("s", "t", "d", "r", "b", "ks", "nt", "ts", "ds")
_REPEATED = re.compile(r"(.)\1+")

# A key of the rarer languages says too little with fewer consonants.
_ENOUGH = 3
_WITH_H = re.compile(r"(?:ко|[чию]у?к|[сц]к(?:ии|ая|а))$|^г[рлн]|.[бвдглмнр]г(?:еи|ау|о[лф]|ар[дт])")
# «Ben» and «Bou», as they are written in one with a surname.
_BEN = re.compile(r"(?:b[ei]n|bou|бен|бин|бу|بن|بو)(?=...)")
# What is left of the letters č, ć, š, ž and j, ç and ş.
_MAY_LOSE_MARKS = re.compile("[шчжц]")
_MAY_BE_WITHOUT_MARKS = re.compile("ch|sh")
_LATIN_SHORT_I = re.compile("(?<=[aeou])[iy](?=[^aeiouy])")
_LATIN_UNMARKED = (("tch", "c"), ("sch", "s"), ("ch", "c"), ("zh", "z"), ("sh", "s"))
_SHORT_I = re.compile("(?<=[аеоуыэюя])и(?=[^аеиоуыэюя])")
_UNMARKED = str.maketrans({"ш": "с", "ч": "к", "ж": "з", "ц": "к"})
# What Arabic may leave to the vowels beside it: Bawazir, «باوزير».
_LATIN_OU = re.compile("(?<=[^aeiou])ou(?=[aei])")
_BEGINS_WITH_H = re.compile("h[aeiou]|г[аеиоуэюя]")
_LATIN_W = re.compile("(?<=a)(?:w|ou)(?=a)|(?<=а)[ву](?=а)")
_ARABIC_J = re.compile("(?<=[او])ي(?=[^اويه])")
_ARTICLE = re.compile("[ae]l(?!ex)[a-z]{5}")
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
    plain = fold_in_one(word)
    sounds = {plain: None}
    script = script_of(plain)
    if script == "Arab":
        sounds |= dict.fromkeys(arabic_sounds(word, plain))
    elif script == "Latn":
        marked = plain if word.isascii() else fold(with_sounds(word)).replace(" ", "")
        told = (
            marked
            if word.isascii()
            else fold(with_sounds(word, "s").lower().translate(_MARKED)).replace(" ", "")
        )
        sounds |= {marked: None, told: None}
        sounds |= dict.fromkeys(_heard_as(told, rules) for rules in _FLAVOURS)
        sounds |= dict.fromkeys(_heard_rarely(told))
    keys = dict.fromkeys(map(romanise_token, sounds))
    if script == "Latn" and len(plain) > _ENOUGH and _FINAL_E.search(plain):
        keys[f"{romanise_token(plain)}e"] = None  # heard in Hasanzade
    return tuple(filter(None, keys))


def fold_in_one(word: str) -> str:
    """A word folded, its parts in one: the first of what it may sound like."""
    return fold(word).replace(" ", "")


def _heard_as(word: str, rules: _Rules) -> str:
    for pattern, new in rules:
        word = pattern.sub(new, word)
    return word


def _heard_rarely(word: str) -> Iterator[str]:
    """A folded Latin word by the habits of the rarer languages whose words look so."""
    return (_heard_as(word, rules) for looks, rules in _RARE if looks.match(word))


@lru_cache(maxsize=1 << 14)
def consonants_written(heard: str) -> tuple[str, ...]:
    """The consonants that a Latin name may have by its letters, of which these are heard: of hlbh hlbc, among others.

    They are where to look; whether a name is heard so, `consonants_heard` of it tells.
    """
    keys = [
        heard[:at] + letters + heard[at + len(sound) :]
        for sound, letters in _WRITTEN
        if sound in heard
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
    # All at once: the end of a line is no letter that is repeated.
    others = dict.fromkeys(_REPEATED.sub(r"\1", "\n".join(keys)).split("\n"))
    others.pop(heard, None)
    return tuple(others)


@lru_cache(maxsize=1 << 14)
def keys_written_otherwise(word: str) -> tuple[str, ...]:
    """The consonants of a folded Latin or Russian word as Arabic may write its g, and Latin letters Ukrainian г, and
    that for a foreign h: of «Gromyko» jrmk too, of «Григоренко» hrhrnk.

    They are where to look, as `consonants_written` are.
    """
    key = romanise_token(word)
    others: list[str] = []
    if unmarked := _without_marks(word):
        others.append(consonants(romanise_token(unmarked)))
    if (bare := _LATIN_W.sub("", word)) != word:
        others.append(consonants(romanise_token(bare)))
    if (vowel := _LATIN_OU.sub("u", word)) != word:
        others.append(consonants(romanise_token(vowel)))
    # «Гасанзаде» is Hasanzade.
    if key.startswith(("g", "h")) and _BEGINS_WITH_H.match(word):
        others.append(consonants(("h" if key.startswith("g") else "g") + key[1:]))
    if "g" in key and script_of(word) != "Arab":
        others.append(consonants(key.replace("g", "j")))
        if _WITH_H.search(word):
            others.append(consonants(key.replace("g", "h")))
    return tuple(others)


def _without_marks(word: str) -> str:
    """A folded word with the letters that say what Latin ones do where these have lost their marks, or nothing: of
    «Милойкович» what says Milojkovic, of «Шимшек» what says Simsek."""
    if script_of(word) == "Cyrl" and _MAY_LOSE_MARKS.search(word):
        return _SHORT_I.sub("ж", word.translate(_UNMARKED))
    if script_of(word) == "Arab" and "ش" in word:
        return _ARABIC_J.sub("ج", word.replace("تش", "ك")).replace("ش", "س")
    if _MAY_BE_WITHOUT_MARKS.search(word):
        plain = _LATIN_SHORT_I.sub("j", word)
        return reduce(lambda name, pair: name.replace(*pair), _LATIN_UNMARKED, plain)
    return ""


def without_article(word: str) -> str:
    """A folded Latin surname without the article that is written in one with it, or nothing: of Alkharusi «kharusi»."""
    return word[2:] if _ARTICLE.match(word) else ""


def without_ben(word: str) -> str:
    """A folded surname without the «Ben» that is written in one with it, or nothing: of Benbella «bella»."""
    found = _BEN.match(word)
    return word[found.end() :] if found else ""


def bare_forms(word: str) -> tuple[str, ...]:
    """A folded surname without the «Ben» or the article that may be written in one with it."""
    return tuple(filter(None, (without_ben(word), without_article(word))))


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
    others += tuple(consonant_key(bare) for bare in bare_forms(last_word))
    if before and is_joined(before[-1], last_word):
        others += (consonant_key(before[-1] + last_word),)
    return frozenset((key, folded, *consonants_heard(last), *others))


@lru_cache(maxsize=1 << 14)
def consonants_heard(word: str) -> tuple[str, ...]:
    """The consonants of each of the keys that a word may have, the plain ones first: of Halbach hlbc, and hlbh."""
    return tuple(dict.fromkeys(map(consonants, sounds_of(word))))


def consonants_heard_rarely(word: str) -> tuple[str, ...]:
    """Those of what a Latin word is by the habits of the rarer languages: of Milojkovic, without its marks, mlkfc."""
    if not word.isascii():
        return ()
    keys = map(consonants, map(romanise_token, _heard_rarely(fold(word).replace(" ", ""))))
    return tuple(key for key in keys if len(key) >= _ENOUGH)


@lru_cache(maxsize=1 << 12)
def are_one_without_marks(first: str, second: str) -> bool:
    """Whether two folded Latin words sound the same, one having lost its marks: Milojkovic, Miloykovich."""
    sounds = romanise_token(first), romanise_token(second)
    return sounds[0] != sounds[1] and any(
        romanise_token(_heard_as(word, rules)) == sound
        for word, sound in ((first, sounds[1]), (second, sounds[0]))
        for looks, rules in _LOST_MARKS
        if looks.search(word)
    )
