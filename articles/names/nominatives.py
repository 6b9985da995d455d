"""Of what a Russian word can be a form: the forms that stand in a dictionary, or on record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from articles.names.inflect import cyrillic_forms

#: What a Russian word may end in where it stands in the dictionary, folded, and how much of a form is its ending.
_ENDINGS = ("", *"а я и ь о е ия ии ыи ои ая яя ое ее ы ые ие ец ок ек".split())
_LONGEST_ENDING, _SHORTEST_STEM = 3, 3
# What only adjectives end in, and names of their shape.
_OF_ADJECTIVES = ("ого", "его", "ому", "ему", "ыми", "ими")
_ADJECTIVES = ("ыи", "ии", "ои", "ое", "ее", "ые", "ие")
_VOWELS, _AFTER_A_VOWEL = frozenset("аеиоуыэюя"), frozenset({"", "и", "я", "е"})


@lru_cache(maxsize=1 << 14)
def nominatives(word: str) -> tuple[str, ...]:
    """The words of which this one can be a form."""
    cuts: Sequence[int] = range(_LONGEST_ENDING + 1)
    endings: Sequence[str] = _ENDINGS
    found = []
    if len(word) > _LONGEST_ENDING + _SHORTEST_STEM and word.endswith(_OF_ADJECTIVES):
        cuts, endings = (_LONGEST_ENDING,), _ADJECTIVES
    for cut in cuts:
        stem = word[: len(word) - cut]
        for ending in endings if len(stem) >= _SHORTEST_STEM else ():
            candidate = stem + ending
            if stem[-1] in _VOWELS and ending not in _AFTER_A_VOWEL:
                continue
            if candidate != word and word in cyrillic_forms(candidate):
                found.append(candidate)
    return tuple(found)
