"""Korean names as the scripts of others have them: the Russian letters of Kontsevich, those of McCune, of the State and
of habit in Latin ones, in one spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.names.fold import fold, script_of

_MOST_WORDS, _MOST_SYLLABLES = 3, 3
_HYPHENS = re.compile(r"[-‐‑]")
_APOSTROPHES = re.compile(r"['’ʻ`]")

_LATIN = re.compile(
    "(?:(?:kk|tt|pp|ss|jj|ch|sh|[kgtdpbsjrlhmn])?[yw]?(?:yeo|eo|oe|ae|eu|ui|oi|oo|ee|ou|[aeiou])(?:h(?![aeiou]))?"
    "(?:(?:ng|[nmlkptgb])(?![aeiou]))?)"
)
_CYRILLIC = re.compile(
    "(?:(?:кк|тт|пп|сс|чч|дж|кх|тх|пх|чх|[кгтдпбсшжчрлхмн])?в?[аоуыиэеюя](?:(?:нг|нъ|ль|[нмкптл])(?![аоуыиэеюяв]))?)"
)
# In order. What is e or o behind a y is one letter in Russian, and so is eo and o.
_FROM_LATIN = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"^park$", "pak"), (r"(?<=[aeiou])h(?![aeiou])", ""), (r"ng(?![aeiouyw])", "ŋ"),
        ("(?<=ky|gy|hy)u(?=[nŋ])", "o"), ("(?<=[js])u(?=ŋ)", "o"), ("you(?=ŋ)", "yo"), ("o[ei]", "we"),
        ("oo|eu|ou|wu", "u"), ("ee", "i"), ("ae", "e"), ("eo", "o"), ("y[oe]", "ye"), ("ch|jj|j", "c"),
        ("ss|sh", "s"), ("kk|g", "k"), ("tt|d", "t"), ("pp|b", "p"), ("r", "l"),
    )
)  # fmt: skip
_FROM_CYRILLIC = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        ("нг|нъ|н", "n"), ("дж|чч|чх|[чж]", "c"), ("сс|[сш]", "s"), ("кк|кх|[кг]", "k"), ("тт|тх|[тд]", "t"),
        ("пп|пх|[пб]", "p"), ("ль|[лр]", "l"), ("м", "m"), ("х", "h"), ("в", "w"), ("а", "a"), ("о", "o"),
        ("[уы]", "u"), ("и", "i"), ("э|(?<=w)е", "e"), ("е", "ye"), ("ю", "yu"), ("я", "ya"),
    )
)  # fmt: skip


def syllable_in_korean(word: str) -> str:
    """One syllable by itself, a surname, in that spelling, with no ŋ; nothing of a word that is none."""
    folded = fold(word)
    script = script_of(folded)
    syllable, rules = (_LATIN, _FROM_LATIN) if script == "Latn" else (_CYRILLIC, _FROM_CYRILLIC)
    if folded != "park" and not syllable.fullmatch(folded):
        return ""
    for pattern, new in rules:
        folded = pattern.sub(new, folded)
    return folded.replace("ŋ", "n")


@lru_cache(maxsize=1 << 13)
def in_korean(name: str) -> str:
    """A name of a surname and two syllables in one spelling, if it may be Korean; else nothing.

    «Hwang Bo-kyung», «Hwang Pogyŏng» have one; «Хван Бо Гён» has theirs but for the ŋ, for which Russian writes н.
    """
    words = fold(_HYPHENS.sub(" ", _APOSTROPHES.sub("", name))).split()
    script = script_of(name)
    if script not in ("Latn", "Cyrl") or not 2 <= len(words) <= _MOST_WORDS:
        return ""
    syllable, rules = (_LATIN, _FROM_LATIN) if script == "Latn" else (_CYRILLIC, _FROM_CYRILLIC)
    found = [["pak"] if word == "park" else syllable.findall(word) for word in words]
    if len(found[0]) != 1 or sum(map(len, found)) != _MOST_SYLLABLES:
        return ""
    if any("".join(one) not in (word, "pak") for one, word in zip(found, words, strict=True)):
        return ""
    for pattern, new in rules:
        words = [pattern.sub(new, word) for word in words]
    return f"{words[0]} {''.join(words[1:])}"


def are_one_in_korean(first: str, second: str) -> bool:
    """Whether two names may be one in Korean."""
    names = in_korean(first), in_korean(second)
    if script_of(first) != script_of(second):
        names = names[0].replace("ŋ", "n"), names[1].replace("ŋ", "n")
    return bool(names[0]) and names[0] == names[1]
