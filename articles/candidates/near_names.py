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


# Of so many who share a word each further is told by it no more: a list of them is long, and asked of every name.
_MOST = 500
# The words besides the shared one are alike too: «Konstantinos Ra» is no «Konstantinos Li».
_LEAST_BESIDE = 0.5


@dataclass
class _Alike(Generic[One]):
    """People who share the first or the last word of their names, with how they are heard, by how long that is."""

    count: int = 0
    spelt: dict[int, _Keyed[One]] = field(default_factory=dict)
    heard: dict[int, _Keyed[One]] = field(default_factory=dict)

    def add(self, one: tuple[int, One], spelt: str, heard: str) -> None:
        """One more of them, if they are not too many."""
        if self.count < _MOST:
            self.count += 1
            self.spelt.setdefault(len(spelt), _Keyed()).add(one, spelt)
            self.heard.setdefault(len(heard), _Keyed()).add(one, heard)

    def near(self, spelt: str, heard: str, end: int) -> Iterator[tuple[int, One]]:
        for key, by_length in ((spelt, self.spelt), (heard, self.heard)):
            for length, keyed in by_length.items():
                if min(length, len(key)) >= _LEAST * max(length, len(key)):
                    yield from keyed.near(key, end)


@dataclass
class _Keyed(Generic[One]):
    """People and, at the same places, keys of their names."""

    people: list[tuple[int, One]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def add(self, one: tuple[int, One], key: str) -> None:
        self.people.append(one)
        self.keys.append(key)

    def near(self, key: str, end: int) -> Iterator[tuple[int, One]]:
        scorer = Levenshtein.normalized_similarity
        for other, _, place in process.extract_iter(key, self.keys, scorer=scorer, score_cutoff=_LEAST):
            if scorer(_beside(key, end), _beside(other, end)) >= _LEAST_BESIDE:
                yield self.people[place]


def _beside(key: str, end: int) -> str:
    """A key without its first word, or without its last one."""
    return key.partition(" ")[2] if end == 0 else key.rpartition(" ")[0]


class NameIndex(Generic[One]):
    """People by the keys of their names of two words and more, in the order in which they came."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._of_words: dict[tuple[str, ...], dict[int, One]] = {}
        self._of_end: dict[tuple[int, str], _Alike[One]] = {}

    def add(self, one: One, keys: tuple[str, ...], exact: str) -> None:
        """Somebody, who may be there already, under the keys of a name that is written `exact`."""
        if len(keys) < 2:
            return
        number = self._numbers.setdefault(id(one), len(self._numbers))
        for words in _whole(keys):
            self._of_words.setdefault(words, {})[number] = one
        spelt, heard = _keys(exact)
        for end in (0, -1):
            self._of_end.setdefault((end, keys[end]), _Alike()).add((number, one), spelt, heard)

    def near(self, keys: tuple[str, ...], exact: str) -> list[One]:
        """Who has the same words, the same first and last one, or one of these and letters not far off."""
        found: dict[int, One] = {}
        for words in _whole(keys):
            found.update(self._of_words.get(words, {}))
        spelt, heard = _keys(exact)
        for end in (0, -1):
            if alike := self._of_end.get((end, keys[end])):
                found.update(alike.near(spelt, heard, end))
        return [found[number] for number in sorted(found)]


def _whole(keys: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What tells the whole name: its first and its last word, and all of them in whatever order."""
    return (keys[0], "", keys[-1]), tuple(sorted(keys))


def _keys(exact: str) -> tuple[str, str]:
    """How the name is written in Latin letters, and how it is with the sounds of its language."""
    return " ".join(romanised_tokens(exact)), " ".join(romanised_tokens(with_sounds(exact)))
