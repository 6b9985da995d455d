"""Romanisation for comparison: one plain Latin key for a name written in Latin, Cyrillic or Arabic
letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
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
_AND_ARTICLE = (
    r"(?:ou|[aeiou])?(?:l(?!l?a[eiy])(?=[aeioulh])|l(?=[^aeioul])|(?=([^l])\1)[^l]|(?=ra(?:k?h|z|s|c)|sl))"
)
_ABD = re.compile(f"^abd{_AND_ARTICLE}")
# And «little servant of»: Abeiderrahmane, Obeidallah.
_ABEID = re.compile(f"^(?:a|ou?|u)b(?:ei|ai|e)d{_AND_ARTICLE}")

# Muhammad, as the Caucasus says it; also within surnames: Nurmagomedov.
_MAGOMED = re.compile(r"(?<=ma)go(m[ae]d)")
# «-ие-» is the Latin «ie»: Алиев, Габриель.
# «Гарсаллауи», «Ауад»: the w of Arabic names; no «Бауэр».
_CYRILLIC_W = re.compile(r"(?<=[аео])у(?=[аи])")
_CYRILLIC_IE = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])ие(?=.)")

_FINAL_EH = r"^([^aeiou]*(?:[aeiou]+[^aeiou]+){2,})eh$"

# What a word must hold for the rule to be tried, the rule, what is written instead.
_LATIN_RULES = [
    (need, re.compile(pattern), new)
    for need, pattern, new in (
        ("abd", _ABD.pattern, "abd"), ("b", _ABEID.pattern, "abeid"),
        # Before what makes an h, or a c, of other letters: Bakh, Pouchkine.
        # In three syllables and more «-eh» is the «-a» of the Levant: Darwazeh; and Vietnamese «nh» an n.
        ("ah", r"(?<=a)h$", ""), ("eh", _FINAL_EH, r"\1a"), ("nh", r"nh$", "n"),
        ("tx", r"tx(?=[aeiou]|$)", "c"), ("ck", r"ck", "k"), ("dsch", r"dsch", "j"),
        ("ch", r"shch|chtch|schtsch|stsch|tsch|tch|sch", "c"), ("sh", r"sh", "c"),
        ("ch", r"^ch(?=[rl])", "k"), ("c", r"cz|ch", "c"),
        ("d", r"dzh|dj", "j"), ("zh", r"zh", "j"),
        # «tkh» is no «th»: Batkhan.
        ("th", r"th", "t"), ("dh", r"(?<!^ab)dh", "d"),
        ("kh", r"kh", "h"), ("g", r"gh|gu(?=[ei])", "g"), ("ph", r"ph", "f"), ("q", r"q(?:u(?=[ei]))?", "k"),
        ("xh", r"xh", "j"), ("oux", r"oux$", "u"), ("au", r"eaux?$|eau|aux?$", "o"), ("x", r"x", "ks"),
        # «Bedoui» has the vowel of «Mehrjui», no v.
        ("oui", r"(?<=[^aeiouy])oui$", "ui"), ("ou", r"ou(?=[aeiou])", "v"),
        ("yo", r"(?<=[^aeiouy])yo(?=[^aeiouy])", "e"),
        ("io", r"(?<=[^aeiouy])io(?=(?:v|ff?|w)a?$|m$|tr$|dor)", "e"),
        ("au", r"(?<=a)u(?=[ai])", "v"), ("w", r"w", "v"), ("ou", r"ou", "u"), ("oo", r"oo", "u"),
        ("ee", r"ee", "i"), ("aie", r"aie$", "ai"), ("tz", r"tz", "ts"),
        ("y", r"(?<=[aeiou])y(?=[aeiou])", "i"), ("y", r"ye(?=.)", "e"), ("y", r"y", "i"),
        ("ie", r"(?<=[^aeiou])i+e(?=.)", "e"), ("gom", _MAGOMED.pattern, r"h\1"), ("f", r"(?<=[oe])ff?$", "v"),
        # «Tokaïev», «Tokayev» are Токаев.
        ("iev", r"(?<=[aeou])i+e(?=va?$)", "e"), ("e", r"(?<=...)(?<=[^aeiou])e$", ""),
    )
]  # fmt: skip
# What a letter's mark says of its sound, which folding drops: «Vučić». A «ç» before a vowel in the middle is that of
# François, unless other letters are Turkish; a «đ» is d among Vietnamese letters.
_MARKED = str.maketrans({
    "č": "ch", "ć": "ch", "š": "sh", "ș": "sh", "ş": "sh", "ž": "zh", "ż": "zh", "đ": "dj", "ř": "rj", "ț": "ts",
    "ţ": "ts", "ç": "ch",
})  # fmt: skip
_SAYS_MORE = re.compile(r"[čćšșşžżđřțţç]")
_FRENCH_CEDILLA = re.compile(r"(?<=[^\W_])ç(?=[aouãâôõ])")
_TURKISH = re.compile("[ğışə]")
_VIETNAMESE = re.compile("[à-ãè-êìíò-õùúýăĩũơưạ-ỹ]")
_ARTICLES = frozenset({"al", "el", "аль", "эль", "ال", "ar", "er", "es", "as", "an", "ach", "ash"})
# The article before the letter that it is spoken as: аш-Шамси, at-Tahtaoui.
_ASSIMILATED = frozenset("at ad az ар ас аш ан ад ат аз эр эс эш эн эд эт эз".split())
# «أليسون», with its hamza, does not begin with the article.
_HAMZA = re.compile(r"\b[أإآ](?=ل)")
_REPEATED = re.compile(r"(.)\1+")
_YO = re.compile(r"(?<=[^aeiouy])[iy]o(?=(?:v|ff?|w)a?$)")
_YO_WITHIN = re.compile(r"(?<=[^aeiouy])[iy]o(?=[^aeiouy])")
_OGLU = "oglu"
#: As it is spoken, without the letters that only open it where it stands apart.
OGLU_ARABIC = "وغلو"
# Words of names that are written in one way and spoken in another.
_WHOLE = {
    **dict.fromkeys(("ben", "ibn", "бен", "ибн", "бин", "بن", "ابن"), "bin"),
    "ولد": "uld",
    # «Father of», in each of its cases.
    **dict.fromkeys(("abi", "аби", "ابي", "ابا"), "abu"),
    # As Chad says Muhammad.
    **dict.fromkeys(("mahamat", "махамат"), "mahamad"),
    # «Son of», in Turkish, which others write apart.
    **dict.fromkeys(("oglu", "oglou", "oghlu", "оглу", "оглы", "اوغلو", "اوغلي", "اغلو"), _OGLU),
    "الله": "la",
}

_BEN = frozenset(
    "ben bin ibn bou abou abu abi bu aboul abul бен бин ибн бу абу аби абуль абул بن ابن بو ابو ابي ابا".split()
)
# What others write in one with what follows too, but may be a given name: Ba Wazir, Mir Hosseini, Abeid Rahmane.
_JOINED = _BEN | frozenset(
    "ba ter mir dan abd abdel abdul abeid obeid oubeid obaid ubaid ба тер мир дан абд абдель абдул абеид обеид убеид"
    " با تير مير دان عبد عبيد".split()
)
# «Born of», in Persian and Azeri: Hassan Zadeh, Hasanzade.
_ZADE = frozenset("zade zadeh zada заде زاده".split())
# «Of religion», whose names others write in one: «خير الدين», Khair al-Din, Kheireddine.
_DIN = frozenset(("din", "dine", "дин"))
_ARTICLES_OF_DIN = frozenset("al el ad ed ud аль эль ад эд уд".split())
_EDDIN = frozenset(("eddine", "eddin", "addin", "uddin", "эддин", "аддин", "الدين"))

_SOFT_C = re.compile(r"c(?=[eiy])")
# At the end also beside a «ch»: Lachance.
_FINAL_CE = re.compile(r"c(?=es?$)")
_HARD_C = re.compile(r"(?<![st])c(?![hkz])|(?<=s)c(?=[aourl])")
_FINAL_H = re.compile(r"(?<=..)ه$")
# «شينباوم» has its au before a consonant.
_CONSONANT_U = re.compile(r"^و|(?<=ا)و(?=[اويه]|$)|و(?=[او])")


def _from_latin(token: str) -> str:
    # «c» stands for itself until the digraphs are read: before e, i, y it is s, elsewhere k.
    if "c" in token:
        token = (_SOFT_C if "ch" not in token and "cz" not in token else _FINAL_CE).sub("s", token)
        token = _HARD_C.sub("k", token)
    for need, pattern, new in _LATIN_RULES:
        if need in token:
            token = pattern.sub(new, token)
    return token


def _from_cyrillic(token: str) -> str:
    if "ие" in token:
        token = _CYRILLIC_IE.sub("е", token)
    if "у" in token:
        token = _CYRILLIC_W.sub("в", token)
    # «Чжэн» is Zheng.
    key = token.replace("дж", "ж").replace("чж", "ж").replace("тч", "ч").translate(_CYRILLIC)
    if "magom" in key:
        key = _MAGOMED.sub(r"h\1", key)
    return _ABD.sub("abd", key) if key.startswith("abd") else key


def _from_arabic(token: str) -> str:
    if token.startswith("عبدال") and len(token) > len("عبدال"):
        return "abd" + romanise_token(token[3:])
    if token.startswith("عبيدال") and len(token) > len("عبيدال"):
        return "abeid" + romanise_token(token[4:])
    if token.startswith("ال") and len(token) > 3:
        token = token[2:]
    if token.endswith("الدين") and len(token) > len("والدين"):
        return romanise_token(token.removesuffix("الدين")) + "edin"
    # Two letters write one sound that Arabic has none for: tch, dj.
    token = token.replace("تش", "ش").replace("دج", "ج")
    token = _FINAL_H.sub("ا", token)
    opening = ""
    if len(token) > 3 and token.startswith("او") and (token[2] not in "اوي" or token[2:4] in ("يا", "يو")):
        opening, token = "u", token[2:]  # «أوباما», «أوياما», no v
    token = _CONSONANT_U.sub("v", token)
    return opening + token.translate(_ARABIC)


@lru_cache(maxsize=1 << 14)
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


def with_sounds(text: str, french_cedilla: str = "c") -> str:
    """A text with plain letters for what the marks of Latin letters say: Vuchich; in small letters, if any has one.

    For the `french_cedilla` so much, which folding makes a «c».
    """
    if text.isascii():
        return text
    marked = unicodedata.normalize("NFC", text.lower())
    if not _SAYS_MORE.search(marked):
        return text
    if "ç" in marked and not _TURKISH.search(marked):
        marked = _FRENCH_CEDILLA.sub(french_cedilla, marked)
    if "đ" in marked and _VIETNAMESE.search(marked):
        marked = marked.replace("đ", "d")
    return marked.translate(_MARKED)


def is_assimilated_article(token: str, following: str) -> bool:
    """Whether a folded word is the article as Russian has it before some letters: «аш» of «аш-Шамси»."""
    return token in _ASSIMILATED and following.startswith(token[1:]) and len(following) > 2


def is_article(folded: str) -> bool:
    """Whether a folded word is the Arabic article, also as it is spoken before some letters."""
    return folded in _ARTICLES or folded in _ASSIMILATED


def is_ben(folded: str) -> bool:
    """Whether a folded word is «son of» or «father of», which others write in one with what follows: Ben Bella."""
    return folded in _BEN


def is_joined(before: str, folded: str) -> bool:
    """Whether others write two folded words in one: Ben Bella, Ba Wazir, Şimşek Oğlu."""
    return before in _JOINED or folded in _ZADE or is_oglu(folded)


def is_oglu(folded: str) -> bool:
    """Whether a folded word is the Turkish «son of» that follows the father's name."""
    return _WHOLE.get(folded) == _OGLU


def _has_article(tokens: Sequence[str], din: str) -> bool:
    return tokens[tokens.index(din) - 1] in _ARTICLES_OF_DIN


def with_hamza(text: str) -> str:
    """A text whose words keep the hamza that tells their «أل» from the article; folding drops it."""
    return _HAMZA.sub("ءا", text)


def romanised_tokens(text: str) -> list[str]:
    """The keys of the tokens of a name, without articles (al, el, аль, аш-, ال), but never less than two of two.

    «Al Bild» may be a name of two parts as well: a single one would say too little.
    """
    tokens = fold(with_hamza(text)).split()
    kept = [
        token
        for token, following in zip(tokens, [*tokens[1:], ""], strict=False)
        if token not in _ARTICLES and not is_assimilated_article(token, following)
    ]
    if len(kept) < min(2, len(tokens)):
        kept = tokens
    keys: list[str] = []
    for token in kept:
        key = romanise_token(token)
        if keys and (token in _EDDIN or (token in _DIN and _has_article(tokens, token))):
            keys[-1] += "edin"
        elif keys and key == _OGLU:
            keys[-1] += key
        elif keys and keys[-1] in ("abd", "abdel", "abdul", "abdal"):
            keys[-1] = "abd" + key
        elif key:
            keys.append(key)
    return keys


@lru_cache(maxsize=1 << 13)
def romanise(text: str) -> str:
    """The Latin comparison key of a name in any of the archive's scripts, its tokens in their order.

    It is no transliteration to be shown: sounds that French, English, Russian and Arabic spellings exchange
    (ch/sh/ш/ش, ou/u/у/و, kh/х/خ, final -off/-ov) get one sign, so that spellings of a name come out alike.
    """
    return " ".join(romanised_tokens(with_sounds(text)))


#: With so many consonants a name of one word is told from others.
CONSONANTS_SINGLE = 4
#: And an institution's, which may be an acronym.
CONSONANTS_OF_INSTITUTION = 3
#: With fewer the last word of a name of several says nothing.
LEAST_OF_SURNAME = 2
_ENDS_IN_HALVES = re.compile(r"[^\W\d_]{3}[-‐‑][^\W\d_]{3,}$")

# What Arabic writing does not tell apart or has no letter for.
_MERGED = str.maketrans({"p": "b", "v": "f", "g": "k", "w": "u", "z": "s", "o": "u", "e": "i"})
_BARE = {**_MERGED, **str.maketrans("", "", "aeiou"), ord("w"): ""}
_REPEATED_CONSONANT = re.compile(r"([^ ])\1+")


@lru_cache(maxsize=1 << 14)
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
    of few.

    Of a surname with a hyphen they are those of the half that has the most: Mavoungou-Tati; and of two last words
    those of the one before, where the last has but one.
    """
    keys = consonant_key(text).split(" ")
    last = keys[-1]
    if len(keys) > 2 and (len(last) < LEAST_OF_SURNAME or _ENDS_IN_HALVES.search(text)):
        last = max(keys[:-3:-1], key=len)
    return last if len(keys) > 1 or len(last) >= CONSONANTS_SINGLE else ""


def sound_of(text: str, *, is_person: bool) -> str:
    """The consonants by which a name in a text is looked for: a person's surname's, an institution's of one word."""
    if is_person:
        return surname_consonants(text)
    key = consonant_key(text)
    return key if " " not in key and len(key) >= CONSONANTS_OF_INSTITUTION else ""


@lru_cache(maxsize=1 << 12)
def arabic_view(key: str) -> str:
    """A romanised key as Arabic letters would leave it, for comparing with a name written in them."""
    return key.translate(_MERGED)
