"""Which people of a text a name may be another spelling of: asked quickly, as a list may name thousands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from articles.names.romanise import romanised_tokens, with_sounds

One = TypeVar("One")
# `similarity` weighs the letters with three quarters: of names less alike in them than this it is never near enough.
_LEAST = 0.8


@dataclass
class _Alike(Generic[One]):
    """People who share the first or the last word of their names, with how they are heard."""

    people: list[tuple[int, One]] = field(default_factory=list)
    spelt: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def near(self, spelt: str, heard: str) -> Iterator[tuple[int, One]]:
        scorer = Levenshtein.normalized_similarity
        for key, keys in ((spelt, self.spelt), (heard, self.heard)):
            for _, _, place in process.extract_iter(key, keys, scorer=scorer, score_cutoff=_LEAST):
                yield self.people[place]


class NameIndex(Generic[One]):
    """People by the keys of their names of two words and more, in the order in which they came."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._of_words: dict[tuple[str, ...], list[tuple[int, One]]] = {}
        self._of_end: dict[tuple[int, str], _Alike[One]] = {}

    def add(self, one: One, keys: tuple[str, ...], exact: str) -> None:
        """Somebody, who may be there already, under the keys of a name that is written `exact`."""
        if len(keys) < 2:
            return
        numbered = self._numbers.setdefault(id(one), len(self._numbers)), one
        for words in ((keys[0], "", keys[-1]), tuple(sorted(keys))):
            self._of_words.setdefault(words, []).append(numbered)
        spelt, heard = _keys(exact)
        for end in (0, -1):
            alike = self._of_end.setdefault((end, keys[end]), _Alike())
            alike.people.append(numbered)
            alike.spelt.append(spelt)
            alike.heard.append(heard)

    def near(self, keys: tuple[str, ...], exact: str) -> list[One]:
        """Who has the same words, the same first and last one, or one of these and letters not far off."""
        found: dict[int, One] = {}
        for words in ((keys[0], "", keys[-1]), tuple(sorted(keys))):
            found.update(self._of_words.get(words, ()))
        spelt, heard = _keys(exact)
        for end in (0, -1):
            if alike := self._of_end.get((end, keys[end])):
                found.update(alike.near(spelt, heard))
        return [found[number] for number in sorted(found)]


def _keys(exact: str) -> tuple[str, str]:
    """How the name is written in Latin letters, and how it is with the sounds of its language."""
    return " ".join(romanised_tokens(exact)), " ".join(romanised_tokens(with_sounds(exact)))
