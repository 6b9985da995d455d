"""Chinese names as the scripts of others have them: the Russian syllables of Palladius, and Wade's, in pinyin."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.names.fold import script_of

# The finals of Palladius, folded or not, longest first → those of pinyin behind a consonant, and by themselves.
_FINALS = {
    "юань": ("uan", "yuan"), "уань": ("uan", "wan"), "янь": ("ian", "yan"), "ань": ("an", "an"), "энь": ("en", "en"),
    "инь": ("in", "yin"), "унь": ("un", "wen"), "юнь": ("un", "yun"), "уан": ("uang", "wang"), "уаи": ("uai", "wai"),
    "уэи": ("ui", "wei"), "яо": ("iao", "yao"), "ян": ("iang", "yang"), "юэ": ("ue", "yue"), "юи": ("u", "yu"),
    "юн": ("iong", "yong"), "аи": ("ai", "ai"), "ан": ("ang", "ang"), "ао": ("ao", "ao"), "оу": ("ou", "ou"),
    "эи": ("ei", "ei"), "эн": ("eng", "eng"), "ин": ("ing", "ying"), "ун": ("ong", "weng"), "уа": ("ua", "wa"),
    "уи": ("ui", "wei"), "уо": ("uo", "wo"), "а": ("a", "a"), "о": ("o", "o"), "э": ("e", "e"), "и": ("i", "yi"),
    "ы": ("i", ""), "я": ("ia", "ya"), "е": ("ie", "ye"), "ю": ("iu", "you"), "у": ("u", "wu"),
}  # fmt: skip
_INITIALS = dict(zip("бпмфдтнлгкхчшжв", "b p m f d t n l g k h ch sh r w".split(), strict=True)) | {
    "чж": "zh"
}
# Before these finals j, q and x are written, before others z, c and s.
_SOFT, _HARD = {"цз": "j", "ц": "q", "с": "x"}, {"цз": "z", "ц": "c", "с": "s"}
# An n before a vowel begins the next syllable.
_FINAL = "|".join(f"{final}(?![аоуэиеюяы])" if "н" in final else final for final in _FINALS)
_SYLLABLE = re.compile(f"(чж|цз|[бпмфдтнлгкхцсчшжв])?({_FINAL})")
_MOST_SYLLABLES, _MOST_WORDS = 4, 3

# Wade's are known by their hs, ts, or an apostrophe behind a consonant.
_OF_WADE = re.compile(r"\b(?:hs|ts[eu]|(?:ch|[ptk])['’ʻ`])")
_WADE = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"\bhs", "x"), (r"\bts['’ʻ`]", "c"), (r"\bt[sz](?=u)", "z"), (r"\btse\b", "ze"), (r"\bj", "r"),
        (r"\bch(?=[iu]\b|i[aeu]|ing?\b)(?!['’ʻ`])", "j"), (r"\bch(?!['’ʻ`])", "zh"),
        (r"\bch['’ʻ`](?=i)", "q"), (r"\bp(?!['’ʻ`])", "b"), (r"\bt(?![sz'’ʻ`])", "d"), (r"\bk(?!['’ʻ`])", "g"),
        (r"['’ʻ`]", ""), (r"ung\b", "ong"), (r"ien\b", "ian"), (r"ih\b", "i"), (r"eh\b", "e"),
    )
)  # fmt: skip


@lru_cache(maxsize=1 << 13)
def in_pinyin(name: str) -> str:
    """A name in pinyin where its letters may be those of Palladius, or of Wade; else nothing."""
    lowered = name.lower().replace("й", "и").replace("ё", "е").replace("ъ", "")
    script = script_of(name)
    if script == "Latn":
        return _from_wade(lowered) if _OF_WADE.search(lowered) else ""
    words = lowered.replace("-", " ").split()
    if script != "Cyrl" or not 1 <= len(words) <= _MOST_WORDS:
        return ""
    syllables = [_SYLLABLE.findall(word) for word in words]
    if sum(map(len, syllables)) > _MOST_SYLLABLES:
        return ""
    if any("".join(map("".join, found)) != word for found, word in zip(syllables, words, strict=True)):
        return ""
    return " ".join("".join(_syllable(*one) for one in found) for found in syllables)


def _syllable(initial: str, final: str) -> str:
    behind, alone = _FINALS[final]
    if not initial:
        return alone
    if initial in _HARD:
        return (_SOFT if final[0] in "ияею" else _HARD)[initial] + behind
    return _INITIALS[initial] + ("uo" if final == "о" and initial not in "бпмфв" else behind)


def _from_wade(name: str) -> str:
    for pattern, new in _WADE:
        name = pattern.sub(new, name)
    return name
