"""Surnames that a family shares: a text that names another bearer, «X contre X», a father named beside his son."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from articles.names.compare import similarity
from articles.names.given_names import is_given_name
from articles.names.inflect import token_key
from articles.names.tokens import CHILDREN, FUNCTION_WORDS, PARTICLES, TITLES
from articles.names.words import Words

_ADJACENT = re.compile(r"[^\S\n]+")
_BETWEEN = re.compile(r"[^\S\n]+|[-‐‑]")
_RESEMBLES = 0.75
# A surname on both sides of them is that of two.
_JOINING = frozenset(map(token_key, "contre vs v versus against против ضد et and и و".split()))


def shared_surnames(texts: Iterable[Words], given: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Of the keys of surnames, with the given names of who bears them on record, those that a text gives to another."""
    return frozenset(
        token.key
        for words in texts
        for place, token in enumerate(words.tokens)
        if place and token.key in given and _is_anothers(words, place, given[token.key])
    )


def _is_anothers(words: Words, place: int, given: Collection[str]) -> bool:
    """Whether a known given name, unlike those of the bearers, stands right before the surname: «Vitali Dorogov»."""
    before = words.words[place - 1]
    if words.tokens[place - 1].is_lower or words.tokens[place].is_lower or not is_given_name(before):
        return False
    if before in TITLES or before in FUNCTION_WORDS or before in PARTICLES:
        return False
    if not _ADJACENT.fullmatch(words.gap_before(place)):
        return False
    return not any(similarity(before, one) >= _RESEMBLES for one in given)


def is_against_itself(words: Words, index: int) -> bool:
    """«Dorogov contre Dorogov», «Дорогов против Дорогова»: the same surname on both sides."""
    key = words.tokens[index].key
    return any(
        0 <= index + 2 * step < len(words)
        and words.tokens[index + step].key in _JOINING
        and words.tokens[index + 2 * step].key == key
        for step in (-1, 1)
    )


def is_fathers(words: Words, index: int, names: Iterable[Sequence[str]]) -> bool:
    """«والده صقر المرزوقي», «Saqr al-Marzouqi» beside Nasser bin Saqr: a father's name stands before, not the son's."""
    before = index - 1
    while (
        before >= 0 and words.words[before] in PARTICLES and _BETWEEN.fullmatch(words.gap_before(before + 1))
    ):
        before -= 1
    if before < 0 or not _BETWEEN.fullmatch(words.gap_before(before + 1)):
        return False
    key = words.tokens[before].key
    return any(_is_child_of(name, key) and not _stands_before(words, before, name[0]) for name in names)


def _is_child_of(name: Sequence[str], key: str) -> bool:
    """Whether the word of the key is a father's in the name: it stands behind «bin», «بنت», «ould»."""
    return any(word in CHILDREN and token_key(father) == key for word, father in pairwise(name))


def _stands_before(words: Words, index: int, given: str) -> bool:
    """Whether the given name stands before the father's, perhaps behind a particle."""
    return token_key(given) in {words.tokens[place].key for place in range(max(0, index - 2), index)}
