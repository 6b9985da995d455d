"""Surnames that a family shares: a text that names another bearer, «X contre X», a father named beside his son."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from articles.names.compare import similarity
from articles.names.given_names import is_given_name
from articles.names.inflect import is_patronymic, token_key
from articles.names.tokens import CHILDREN, DROPPED, FUNCTION_WORDS, PARTICLES, TITLES
from articles.names.words import Token, Words

_ADJACENT = re.compile(r"[^\S\n]+")
_BETWEEN = re.compile(r"[^\S\n]+|[-‐‑]")
_BEHIND_INITIAL = re.compile(r"\.?[^\S\n]*")
_RESEMBLES = 0.75
# Of so many words a name consists before its surname.
_LONGEST = 8
# A surname on both sides of them is that of two.
_JOINING = frozenset(map(token_key, "contre vs v versus against против ضد et and и و".split()))


def core_of(surname: Sequence[str]) -> tuple[str, ...]:
    """What tells a surname from others, without the articles that writers drop: of «al-Assad» and «Assad» the same."""
    first = 0
    while first < len(surname) - 1 and surname[first] in DROPPED:
        first += 1
    return tuple(map(token_key, surname[first:]))


def is_anothers(words: Words, place: int, given: Collection[str]) -> bool:
    """Whether the surname at the place follows a known given name unlike those of its bearers: «Vitali Dorogov».

    Of several names before it the first tells whose it is: «Donald John Trump» is Donald, «Jean-Marie Le Pen» is Jean.
    """
    while place and words.words[place - 1] in DROPPED and _BETWEEN.fullmatch(words.gap_before(place)):
        place -= 1
    first = _first_given_name(words, place)
    return first is not None and not any(similarity(first, one) >= _RESEMBLES for one in given)


def _first_given_name(words: Words, behind: int) -> str | None:
    """The first of the given names that end right before the place, fathers' names and initials among them."""
    first = None
    between = _ADJACENT
    for place in range(behind, max(0, behind - _LONGEST), -1):
        gap = words.gap_before(place)
        token, written = words.tokens[place - 1], words.words[place - 1]
        is_initial = len(written) == 1 and token.is_capital
        if not between.fullmatch(gap) and not (is_initial and _BEHIND_INITIAL.fullmatch(gap)):
            break
        if token.is_lower and written not in CHILDREN:
            break
        offset = _given_from(token)
        if offset is not None:
            first = written[offset:]
        elif not (is_initial or written in CHILDREN or is_patronymic(written)):
            break
        if offset:
            break
        between = _BETWEEN
    return first


def _given_from(token: Token) -> int | None:
    """Where a known given name begins in a word: behind Arabic clitics, «وماهر»; None where there is none."""
    if token.text in TITLES or token.text in FUNCTION_WORDS or token.text in PARTICLES:
        return None
    return next(
        (
            offset
            for offset, _key in token.readings
            if not token.text[:offset].endswith("ال") and is_given_name(token.text[offset:])
        ),
        None,
    )


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
    return False in _sons_behind_fathers(words, index, names)


def may_be_fathers(words: Words, index: int, names: Iterable[Sequence[str]]) -> bool:
    """The same where the son is named so too: «Mohamed Trabelsi» beside Mohamed ben Mohamed."""
    return True in _sons_behind_fathers(words, index, names)


def _sons_behind_fathers(words: Words, index: int, names: Iterable[Sequence[str]]) -> set[bool]:
    """Of each name whose father's name alone stands before the surname, whether the son has it himself."""
    before = index - 1
    while (
        before >= 0 and words.words[before] in PARTICLES and _BETWEEN.fullmatch(words.gap_before(before + 1))
    ):
        before -= 1
    if before < 0 or not _BETWEEN.fullmatch(words.gap_before(before + 1)):
        return set()
    key = words.tokens[before].key
    return {
        token_key(name[0]) == key
        for name in names
        if _is_child_of(name, key) and not _stands_before(words, before, name[0])
    }


def _is_child_of(name: Sequence[str], key: str) -> bool:
    """Whether the word of the key is a father's in the name: it stands behind «bin», «بنت», «ould»."""
    return any(word in CHILDREN and token_key(father) == key for word, father in pairwise(name))


def _stands_before(words: Words, index: int, given: str) -> bool:
    """Whether the given name stands before the father's, perhaps behind a particle."""
    return token_key(given) in {words.tokens[place].key for place in range(max(0, index - 2), index)}
