"""Romanisation for comparison: one plain Latin key for a name written in Latin, Cyrillic or Arabic
letters."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.names.fold import fold, script_of

# One sign for each sound that transcriptions confuse: c = ш ч щ sh ch tch; j = ж дж zh dj; h = х kh h.
_CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d",
    "е": "e", "ж": "j", "з": "z", "и": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts",
    "ч": "c", "ш": "c", "щ": "c", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
})  # fmt: skip
_ARABIC = str.maketrans({
    "ا": "a", "ب": "b", "ت": "t", "ث": "t", "ج": "j",
    "ح": "h", "خ": "h", "د": "d", "ذ": "d", "ر": "r", "ز": "z",
    "س": "s", "ش": "c", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "ع": "a", "غ": "g", "ف": "f", "ق": "k", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ء": "",
})  # fmt: skip

# «Servant of», and the article after it as it is spoken: Abdelhamid, Abderrahman, Abdeslam, Абдулла; no Abdoulaye.
_ABD = re.compile(
    r"^abd(?:ou|[aeiou])?(?:l(?!l?a[eiy])(?=[aeioulh])|l(?=[^aeioul])|(?=([^l])\1)[^l]|(?=ra(?:k?h|z|s|c)|sl))"
)

# What a word must hold for the rule to be tried, the rule, what is written instead.
_LATIN_RULES = [
    (need, re.compile(pattern), new)
    for need, pattern, new in (
        ("abd", _ABD.pattern, "abd"),
        # Before what makes an h, or a c, of other letters: Bakh, Pouchkine.
        ("ah", r"(?<=a)h$", ""), ("ck", r"ck", "k"), ("dsch", r"dsch", "j"),
        ("ch", r"shch|chtch|schtsch|stsch|tsch|tch|sch", "c"), ("sh", r"sh", "c"),
        ("ch", r"^ch(?=[rl])", "k"), ("c", r"cz|ch", "c"),
        ("d", r"dzh|dj", "j"), ("zh", r"zh", "j"),
        ("kh", r"kh", "h"), ("g", r"gh|gu(?=[ei])", "g"), ("ph", r"ph", "f"), ("th", r"th", "t"),
        ("dh", r"(?<!^ab)dh", "d"), ("q", r"q(?:u(?=[ei]))?", "k"),
        ("oux", r"oux$", "u"), ("x", r"x", "ks"), ("au", r"eau|aux?$", "o"),
        ("ou", r"ou(?=[aeiou])", "v"), ("w", r"w", "v"), ("ou", r"ou", "u"), ("oo", r"oo", "u"),
        ("ee", r"ee", "i"), ("tz", r"tz", "ts"),
        ("y", r"(?<=[aeiou])y(?=[aeiou])", "i"), ("y", r"ye(?=.)", "e"), ("y", r"y", "i"),
        ("ie", r"(?<=[^aeiou])ie(?=.)", "e"), ("f", r"(?<=[oe])ff?$", "v"),
        ("e", r"(?<=...)(?<=[^aeiou])e$", ""),
    )
]  # fmt: skip
_ARTICLES = frozenset({"al", "el", "аль", "эль", "ال", "ar", "er", "es", "as", "an", "ach", "ash"})
# «أليسون», with its hamza, does not begin with the article.
_HAMZA = re.compile(r"\b[أإآ](?=ل)")
_REPEATED = re.compile(r"(.)\1+")
_YO = re.compile(r"(?<=[^aeiouy])[iy]o(?=(?:v|ff?|w)a?$)")
_YO_WITHIN = re.compile(r"(?<=[^aeiouy])[iy]o(?=[^aeiouy])")
# Words of names that are written in one way and spoken in another.
_WHOLE = {
    **dict.fromkeys(("ben", "ibn", "бен", "ибн", "бин", "بن", "ابن"), "bin"),
    "ولد": "uld",
    "الله": "la",
}


_SOFT_C = re.compile(r"c(?=[eiy])")
_HARD_C = re.compile(r"(?<![st])c(?![hkz])")
_FINAL_H = re.compile(r"(?<=..)ه$")
_CONSONANT_U = re.compile(r"^و|(?<=ا)و|و(?=ا)")


def _from_latin(token: str) -> str:
    # «c» stands for itself until the digraphs are read: before e, i, y it is s, elsewhere k.
    if "c" in token:
        token = _SOFT_C.sub("s", token) if "ch" not in token and "cz" not in token else token
        token = _HARD_C.sub("k", token)
    for need, pattern, new in _LATIN_RULES:
        if need in token:
            token = pattern.sub(new, token)
    return token


def _from_cyrillic(token: str) -> str:
    key = token.replace("дж", "ж").replace("тч", "ч").translate(_CYRILLIC)
    return _ABD.sub("abd", key) if key.startswith("abd") else key


def _from_arabic(token: str) -> str:
    if token.startswith("عبدال") and len(token) > len("عبدال"):
        return "abd" + romanise_token(token[3:])
    if token.startswith("ال") and len(token) > 3:
        token = token[2:]
    # Two letters write one sound that Arabic has none for: tch, dj.
    token = token.replace("تش", "ش").replace("دج", "ج")
    token = _FINAL_H.sub("ا", token)
    opening = ""
    if len(token) > 3 and token.startswith("او") and token[2] not in "اوي":
        opening, token = "u", token[2:]  # «أوباما», no v
    token = _CONSONANT_U.sub("v", token)
    return opening + token.translate(_ARABIC)


@lru_cache(maxsize=1 << 12)
def romanise_token(token: str) -> str:
    """The key of one folded token."""
    if token in _WHOLE:
        return _WHOLE[token]
    script = script_of(token)
    if script == "Cyrl":
        key = _from_cyrillic(token)
    elif script == "Arab":
        key = _from_arabic(token)
    else:
        key = _from_latin(token)
    return _REPEATED.sub(r"\1", key)


def romanised_tokens(text: str) -> list[str]:
    """The keys of the tokens of a name, without articles (al, el, аль, ال), but never less than two of two.

    «Al Bild» may be a name of two parts as well: a single one would say too little.
    """
    tokens = fold(_HAMZA.sub("ءا", text)).split()
    kept = [token for token in tokens if token not in _ARTICLES]
    if len(kept) < min(2, len(tokens)):
        kept = tokens
    keys: list[str] = []
    for token in kept:
        key = romanise_token(token)
        if keys and keys[-1] in ("abd", "abdel", "abdul", "abdal"):
            keys[-1] = "abd" + key
        elif key:
            keys.append(key)
    return keys


def romanise(text: str) -> str:
    """The Latin comparison key of a name in any of the archive's scripts, its tokens in their order.

    It is no transliteration to be shown: sounds that French, English, Russian and Arabic spellings exchange
    (ch/sh/ш/ش, ou/u/у/و, kh/х/خ, final -off/-ov) get one sign, so that spellings of a name come out alike.
    """
    return " ".join(romanised_tokens(text))


#: With so many consonants a name of one word is told from others.
CONSONANTS_SINGLE = 4

# What Arabic writing does not tell apart or has no letter for.
_MERGED = str.maketrans({"p": "b", "v": "f", "g": "k", "w": "u", "z": "s", "o": "u", "e": "i"})
_BARE = {**_MERGED, **str.maketrans("", "", "aeiou"), ord("w"): ""}
_REPEATED_CONSONANT = re.compile(r"([^ ])\1+")


@lru_cache(maxsize=1 << 12)
def consonants(key: str) -> str:
    """The consonants of a romanised key, with the sounds that Arabic writing confuses made one."""
    return _REPEATED_CONSONANT.sub(r"\1", key.translate(_BARE))


def with_e(surname: str) -> str:
    """A folded surname with «e» for what English writes for «ё»: Solovyov; and others, Soloviov."""
    return _YO.sub("e", surname)


def given_with_e(name: str) -> str:
    """A folded given name with «e» for what English and French write for «ё»: Semyon, Fiodor."""
    return _YO_WITHIN.sub("e", name)


def initials_of(token: str) -> tuple[str, str]:
    """With what letters a romanised name may begin in other scripts: «Ievgueni» is Е. in Russian."""
    key = romanise_token(token)
    return key[:1], key.lstrip("iy")[:1]


def consonant_key(text: str) -> str:
    """The consonants of the romanised name: a coarse key for shortlists across scripts."""
    return consonants(romanise(text))


def surname_consonants(text: str) -> str:
    """The consonants of the last word of a person's name; empty where it is the only one, which may be anybody's, and
    of few."""
    given, _blank, last = consonant_key(text).rpartition(" ")
    return last if given or len(last) >= CONSONANTS_SINGLE else ""


def sound_of(text: str, *, is_person: bool) -> str:
    """The consonants by which a name in a text is looked for: a person's surname's, an institution's of one word."""
    return surname_consonants(text) if is_person or " " not in consonant_key(text) else ""


@lru_cache(maxsize=1 << 12)
def arabic_view(key: str) -> str:
    """A romanised key as Arabic letters would leave it, for comparing with a name written in them."""
    return key.translate(_MERGED)
