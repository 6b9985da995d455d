"""Whether letters can be a word of Arabic: its stem on one of the patterns of the language, with what is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.names.fold import fold

# Of three radicals (R), at most one of them weak; long vowels and the letters of derivation as they stand.
_OF_THREE = """
RRR RاRR RRاR RRوR RRيR RRRا RاRوR RواRR RواRيR RيRR RوRR RياRR RRاRR RاRيR RاRا مRاRا مRRا RRRاه استRRاء اRRاءه RوRاR
مRRR مRاRR مRRاR مRRوR مRRيR متRRR متRاRR مRتRR مRتاR منRRR منRاR مستRRR مستRيR مستRاR مستRوR مRاRيR مRيR مRاR مRوR
تRRR تRRيR تRاRR تRاRيR تRRاR تRRRا استRRاR استRاR استRRR استRيR اR اRR اRRوR اRRيR اRRR اRRاR اRتRاR اRتRR اRتاR
اRتيR انRRاR انRRR انRاR
اRاRR اRاRيR اRRاء اRيR اRاR RRRان RRRاء RRاء RاRاء RRاوR RعاRR RRايR
RR RاR RوR RيR RRا RRو RRي RRاه
"""
# Of verbs in the present, before which no preposition and no article stands.
_OF_VERBS = """
يRRR يRRاR يRاRR يRيR يRوR يRاR يتRRR يتRاRR يRتRR يRتاR ينRRR ينRاR يستRRR يستRيR يستRاR يRR
تRيR تRوR تRاR تتRRR تتRاRR تRتRR تRتاR تنRRR تستRRR تستRيR تستRاR تRR
نRRR نRاRR نRيR نRوR نRاR نتRRR نRتRR نستRRR نستRيR
يQQQQ
"""
# Of four, none of them weak.
_OF_FOUR = "QQQQ QQQاQ QQQوQ QQQيQ QQاQQ QQاQيQ مQQQQ متQQQQ تQQQQ اQQQQاQ QQQQان"
_RADICAL, _STRONG = "([^ا])", "([^اوي])"
_BEFORE = ("", *fold("و ف ب ل ك س ال وال بال فال كال لل ولل وب ول وك فب فل وس فس وبال ولل فال وكال").split())
_BEHIND = (
    "",
    *fold(
        "ي ه ا ت ية ات ان ين ون وا ها هم هما هن نا ني كم ك ته تها تهم تنا تي يا يات يين يون يان اته اتها اتهم ائه"
    ).split(),
)
_BEFORE_VERBS = frozenset(("", *fold("و ف ل س ول فل وس فس").split()))


def _compiled(patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one.replace("R", _RADICAL).replace("Q", _STRONG)) for one in patterns.split())


_NOUNS, _PRESENTS = _compiled(_OF_THREE + _OF_FOUR), _compiled(_OF_VERBS)


@lru_cache(maxsize=1 << 13)
def may_be_arabic(folded: str) -> bool:
    """Whether the folded word, with what may be joined before and behind, has a stem as Arabic makes them."""
    return any(_has_pattern(stem, verbal) for stem, verbal in _stems(folded))


# No stem of Arabic ends so but what is short («عضو», «يدعو»): «بنهالو».
_NO_END = re.compile(r"[^ايتن]\S{2,}و|\S{4,}و")


def _stems(folded: str) -> Iterator[tuple[str, bool]]:
    """What may be the stem, and whether it may be a verb's in the present, behind what stands before it."""
    for before in _BEFORE:
        if folded.startswith(before):
            for behind in _BEHIND:
                stem = folded[len(before) : len(folded) - len(behind)]
                if folded.endswith(behind) and len(stem) > 1 and (behind or not _NO_END.fullmatch(stem)):
                    yield stem, before in _BEFORE_VERBS


# The forms of a verb in the present, of three radicals and of four, with its future and its objects.
_PRESENT = """
RRR زداR صطاR ضطرR RاRR RRيR RRوR RيR RوR RاR تRRR تRاRR RتRR RتاR نRRR نRاR ستRRR ستRيR ستRاR حيا RRي RRو QQQQ تQQQQ
"""
_STEMS_OF_VERBS = "|".join(_PRESENT.split()).replace("R", "[^ا]").replace("Q", "[^اوي]")
_VERBS = re.compile(rf"[وف]?(?:س?[يت](?:{_STEMS_OF_VERBS})|[يت]\S\S)(?:ون|ين|وا|ه|ها|هم|هما|هن|نا|ني|ك|كم)?")


@lru_cache(maxsize=1 << 13)
def may_be_verb(folded: str) -> bool:
    """Whether the folded word may be a verb in the present or the future: «سيزور», but not «سيرافان»."""
    return _VERBS.fullmatch(folded) is not None


_ANY = re.compile("|".join(pattern.pattern.replace("(", "(?:") for pattern in (*_NOUNS, *_PRESENTS)))


@lru_cache(maxsize=1 << 13)
def _has_pattern(stem: str, verbal: bool) -> bool:
    if _ANY.fullmatch(stem) is None:
        return False
    for pattern in (*_NOUNS, *_PRESENTS) if verbal else _NOUNS:
        if (found := pattern.fullmatch(stem)) and sum(radical in "وي" for radical in found.groups()) < 2:
            return True
    return False
