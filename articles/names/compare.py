"""How alike two whole names are, across spellings, scripts and word order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from articles.names.flavours import sounding_tokens
from articles.names.fold import script_of
from articles.names.korean import are_one_in_korean
from articles.names.romanise import arabic_view, consonants, romanised_tokens, with_sounds
from articles.names.syllables import in_pinyin

PROPOSE_THRESHOLD = 0.79
"""From this similarity on, a whole name is worth proposing as a spelling of another (see docs of
`similarity`)."""
_TURNED = 0.02
_JOINED = 0.02
# Of so many consonants, a name may have an a that Arabic leaves out; a name that has it is so much less like.
_ENOUGH, _SHORT_A = 4, 0.1
# As alike as this without their blanks, one of two names may have two words for one of the other.
_ALIKE_IN_ONE = 0.75
_SOUNDING = 0.02
# Russian tells no o from an eo, and no n from an ng.
_IN_KOREAN = 0.96
_MOST_HEARD = 30
_BEN = {"bin": "ben", "bu": "bu", "abu": "bu"}
# «Father of the», with its article: Aboul Gheit, Aboulgheit, «أبو الغيط».
_ABUL = re.compile("abul(?:$|(?=[^aeioul]..))")
# A Latin h at the beginning, which Russian wrote with its г: Hasanzade; of few consonants too many have it: no Hamid.
_H, _ENOUGH_BEHIND_H = re.compile("h(?=[aeiou])"), 4
_LESS_WITH_G = 0.02
# «El Tigani», «al-Gamal» are at-Tijani and al-Jamal elsewhere; a gh is none.
_ARTICLE, _G = re.compile(r"\b[AaEe][ldtnrsz][\s-]\w"), re.compile("[Gg](?!h)")
# Arabic writes no short vowels: where one side is Arabic, as much likeness says less.
_UNVOCALISED = 0.02


@lru_cache(maxsize=1 << 14)
def _keys(name: str) -> tuple[tuple[str, ...], str]:
    """(the romanised tokens, the script) of a name; Arabic where any word is."""
    scripts = {script_of(word): None for word in name.split()}
    keys = tuple(romanised_tokens(name))
    if len(keys) > 1 and any("abul" in key for key in keys):
        keys = tuple(_with_abu(keys))
    return keys, "Arab" if "Arab" in scripts else next(iter(scripts), "Zyyy")


def _with_abu(keys: tuple[str, ...]) -> Iterator[str]:
    for at, key in enumerate(keys):
        found = _ABUL.match(key)
        rest = key[found.end() :] if found else ""
        if not found or not (rest or at + 1 < len(keys)):
            yield key
        else:
            yield from ("abu", rest) if rest else ("abu",)


@lru_cache(maxsize=1 << 14)
def _sounds(name: str) -> tuple[tuple[str, ...], ...]:
    """The keys that each of a name's words may have, as many as its `_keys`."""
    sounds, keys = sounding_tokens(name), _keys(name)[0]
    if len(sounds) == len(keys):
        return tuple((key, *one[1:]) for key, one in zip(keys, sounds, strict=True))
    return tuple((key,) for key in keys)


@lru_cache(maxsize=1 << 14)
def _alike(first: str, second: str, arabic: bool) -> float:
    """Edit similarity of two keys,
    0 to 1; with Arabic on one side the consonants weigh as much as all letters."""
    if arabic:
        whole = Levenshtein.normalized_similarity(arabic_view(first), arabic_view(second))
        bare = consonants(first), consonants(second)
        inner = first[1:-1].count("a"), second[1:-1].count("a")
        if bare[0] == bare[1] and len(bare[0]) >= _ENOUGH and _are_unwritten(*inner):
            # One has no long a within, or fewer: the other's are short, and are not written.
            unwritten = (
                arabic_view(key[:1] + key[1:-1].replace("a", "") + key[-1:]) for key in (first, second)
            )
            whole = max(whole, Levenshtein.normalized_similarity(*unwritten) - _SHORT_A)
        return 0.5 * whole + 0.5 * Levenshtein.normalized_similarity(*bare)
    whole = Levenshtein.normalized_similarity(first, second)
    return 0.75 * whole + 0.25 * Levenshtein.normalized_similarity(consonants(first), consonants(second))


def _are_unwritten(first: int, second: int) -> bool:
    """Whether of so many inner letters a those of one name are short: the other has none, or two fewer."""
    return (not first) != (not second) or abs(first - second) > 1


def _rotated(first: tuple[str, ...], second: tuple[str, ...], arabic: bool) -> float:
    joined = " ".join(second)
    turns = len(first) if len(first) <= 6 else 1
    values = [_alike(" ".join(first[turn:] + first[:turn]), joined, arabic) for turn in range(turns)]
    # The family name may come first; but of two names that differ in this only, the one as written is meant.
    return max(values[0], max(values[1:], default=0.0) - _TURNED)


def _contained(short: tuple[str, ...], long: tuple[str, ...], arabic: bool) -> float:
    """The shorter name's tokens each against its best partner: a father's name more is no other person."""
    remaining = list(long)
    total = 0.0
    for token in short:
        best = max(remaining, key=lambda other: _alike(token, other, arabic))
        total += _alike(token, best, arabic)
        remaining.remove(best)
    return total / len(short) - 0.06 * (len(long) - len(short))


def similarity(a: str, b: str) -> float:
    """How alike two whole names are, 0 to 1, whatever their scripts and the order of their tokens.

    Edit similarity of the romanised keys and of their consonants; for whole names (two tokens and more) a
    value of
    `PROPOSE_THRESHOLD` is worth a proposal. Single tokens are far less telling: compare whole names.
    """
    return _as_heard(a, b, _plain_similarity(a, b))


def _as_heard(a: str, b: str, value: float) -> float:
    """The similarity of names, `value` that of their romanised keys: more, where they sound more alike than that."""
    if not value or value == 1.0:
        return value
    first, second = with_sounds(a), with_sounds(b)
    if (first, second) != (a, b):
        value = max(value, _plain_similarity(first, second))
    scripts = _keys(a)[1], _keys(b)[1]
    if scripts == ("Latn", "Latn") and (egyptian := (_without_g(a), _without_g(b))) != (a, b):
        value = max(value, _plain_similarity(*egyptian) - _SOUNDING)
    if scripts[0] != scripts[1] and (pinyin := (_in_pinyin(a), _in_pinyin(b))) != (a, b):
        value = max(value, _plain_similarity(*pinyin), _sounding_similarity(*pinyin))
    if scripts[0] != scripts[1] and are_one_in_korean(a, b):
        value = max(value, _IN_KOREAN)
    return max(value, _sounding_similarity(a, b))


def _without_g(name: str) -> str:
    """An Arabic name in Latin letters, told by its article, with j for the g of Egypt: El Tigani."""
    return _G.sub("j", name) if _ARTICLE.search(name) and _G.search(name) else name


@lru_cache(maxsize=1 << 14)
def _in_pinyin(name: str) -> str:
    """A name in pinyin, if it may be in another spelling of Chinese."""
    return in_pinyin(name) or name


def _plain_similarity(a: str, b: str) -> float:
    """The similarity of the romanised keys as they are."""
    (first, first_script), (second, second_script) = _keys(a), _keys(b)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    return _of_tokens(
        first, second, first_script != second_script and "Arab" in (first_script, second_script)
    )


def _sounding_similarity(a: str, b: str) -> float:
    """The same with what a Latin name sounds like in the language in which it comes nearest to the other's
    letters, or an Arabic one with its «وي» read otherwise; 0 where the two names are of one script."""
    (first, first_script), (second, second_script) = _keys(a), _keys(b)
    scripts = {first_script, second_script}
    if len(scripts) == 1 or not scripts & {"Latn", "Arab"}:
        return 0.0
    arabic = "Arab" in scripts
    # One of the two is heard otherwise than it is written.
    pairs = [
        (_heard(a, first_script, second, arabic), second),
        (first, _heard(b, second_script, first, arabic)),
    ]
    values = [_of_tokens(*pair, arabic) for pair in pairs if pair != (first, second)]
    value = max(values, default=_SOUNDING) - _SOUNDING
    if scripts != {"Latn", "Cyrl"}:
        return value
    return max(value, _with_g(a, b) if first_script == "Latn" else _with_g(b, a))


def _has_h(key: str) -> bool:
    return _H.match(key) is not None and len(consonants(key)) >= _ENOUGH_BEHIND_H


def _with_g(latin: str, russian: str) -> float:
    """The same where Russian has a г for the h with which a Latin word begins: «Гасанзаде», Hasanzade."""
    others = _keys(russian)[0]
    if not (any(key.startswith("g") for key in others) and any(map(_has_h, _keys(latin)[0]))):
        return 0.0
    heard = _heard(latin, "Latn", others, arabic=False, with_g=True)
    return _of_tokens(heard, others, arabic=False) - _SOUNDING - _LESS_WITH_G


def _heard(
    name: str, script: str, others: tuple[str, ...], arabic: bool, *, with_g: bool = False
) -> tuple[str, ...]:
    """The keys of a name's words that are nearest to others; with a g for the h that a word begins with."""
    if script == "Cyrl":
        return _keys(name)[0]
    sounds = _sounds(name)
    if with_g:
        sounds = tuple((*one, *(f"g{key[1:]}" for key in one if _has_h(key))) for one in sounds)
    if len(sounds) == len(others) - 1:
        others = (*others, *map("".join, pairwise(others)))
    return tuple(_nearest(one, others, arabic) for one in sounds)


def _nearest(sounds: tuple[str, ...], tokens: tuple[str, ...], arabic: bool) -> str:
    """Of the keys that one word may have the one most like any of the tokens."""
    if len(sounds) == 1:
        return sounds[0]
    return max(sounds, key=lambda sound: max(_alike(sound, token, arabic) for token in tokens))


def _joined(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The same with «Ben» and «Bou» in one with what follows, as some write them: Ben Bella, Benbella."""
    joined: list[str] = []
    for token in tokens:
        if joined and (ben := _BEN.get(joined[-1])):
            joined[-1] = ben + token
        else:
            joined.append(token)
    return tuple(joined)


def _of_tokens(first: tuple[str, ...], second: tuple[str, ...], arabic: bool) -> float:
    value = _rotated(first, second, arabic) - arabic * _UNVOCALISED
    if len(first) != len(second) and min(len(first), len(second)) >= 2:
        short, long = sorted((first, second), key=len)
        value = max(value, _contained(short, long, arabic) - arabic * _UNVOCALISED)
    if len(first) != len(second) and not _BEN.keys().isdisjoint(first + second):
        pair = _joined(first), _joined(second)
        if len(pair[0]) == len(pair[1]):
            value = max(value, _rotated(*pair, arabic) - arabic * _UNVOCALISED)
    if abs(len(first) - len(second)) == 1:
        short, long = sorted((first, second), key=len)
        value = max(value, _in_one(short, long, arabic))
    return value


def _in_one(short: tuple[str, ...], long: tuple[str, ...], arabic: bool) -> float:
    """The similarity where two words of one name are one of the other: Gebre Meskel; 0 where they are not so alike."""
    if Levenshtein.normalized_similarity("".join(short), "".join(long)) < _ALIKE_IN_ONE:
        return 0.0
    joined = ((*long[:at], long[at] + long[at + 1], *long[at + 2 :]) for at in range(len(long) - 1))
    return max(_rotated(short, one, arabic) for one in joined) - _JOINED - arabic * _UNVOCALISED


def best_matches(query: str, candidates: Iterable[str], limit: int = 10) -> list[tuple[str, float]]:
    """The candidates most like `query` with their similarity, best first; ties keep the order given."""
    plain = [(candidate, _plain_similarity(query, candidate)) for candidate in dict.fromkeys(candidates)]
    plain.sort(key=lambda pair: -pair[1])
    # How a name sounds is costly to ask: only of those whose letters are not far off.
    heard = [
        (candidate, _as_heard(query, candidate, value)) for candidate, value in plain[:_MOST_HEARD] if value
    ]
    return sorted([*heard, *plain[len(heard) :]], key=lambda pair: -pair[1])[:limit]
