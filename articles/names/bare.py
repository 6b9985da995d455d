"""Bare surnames: where one person on record bears it, proposed wherever it is neither a word nor another's name."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.names.common_words import is_calendar, is_opener, is_people, is_place
from articles.names.fold import folded_set, script_of
from articles.names.given_names import is_given_name
from articles.names.index import NameIndex
from articles.names.inflect import token_key
from articles.names.lone import Bearer, LoneSurnames
from articles.names.surname_words import (
    AR_BEFORE,
    AR_SAYING,
    BODIES_OF,
    NO_NAME_AFTER,
    ORDINARY,
)
from articles.names.taken import Taken
from articles.names.things import PREPOSITIONS, is_named_after
from articles.names.tokens import FUNCTION_WORDS, PARTICLES, TITLES
from articles.names.words import Words
from articles.vocabulary import TextField

_BLANK = re.compile(r"[^\S\n]+")
_SHORTEST = 3
_FIRMS = folded_set("cie co inc ltd llc sa sarl gmbh plc fils freres sons")
_VERBAL = re.compile(r"[a-z]{2,}(?:s|ed|ing)$")
_NAME_PARTICLES = PARTICLES - PREPOSITIONS

Place = tuple[str, Hashable, int, int]
"""Field, agent, start, end (code points, end excluded)."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A surname somewhere in the text, and what speaks for it there."""

    field: str
    agent: Hashable
    surname: tuple[str, ...]
    start: int
    end: int
    sure: bool
    """Whether its place alone shows that it is a name: a capital within a sentence."""
    of_another: bool = False
    """Whether another person's given name stands before it."""
    shown: bool = False
    """Whether that name is shown to be one: by its capital where not every word has one, or as a known name."""


class BareSurnames:
    """Finds, in the fields of one record, the surnames that one person on record bears and nobody else."""

    def __init__(self, index: NameIndex, lone: LoneSurnames) -> None:
        self._index = index
        self._lone = lone

    def search(
        self,
        fields: Mapping[str, Words],
        taken: Taken,
        certain: frozenset[Hashable],
    ) -> Iterator[Place]:
        """Each place that may name somebody; not `taken` ones, nor those of the `certain`, who stand there in full."""
        lower = frozenset().union(*(words.lower_case for words in fields.values()))
        seen: dict[Hashable, list[_Sighting]] = {}
        for field, words in fields.items():
            for one in self._sightings(field, words, lower):
                if one.agent not in certain and not taken.overlap(field, one.start, one.end):
                    seen.setdefault(one.agent, []).append(one)
        for sightings in seen.values():
            yield from _believed(sightings)

    def _sightings(self, field: str, words: Words, lower: frozenset[str]) -> Iterator[_Sighting]:
        after = 0
        for index in self._lone.places(words):
            if index < after:
                continue
            for offset, _key in words.tokens[index].readings:
                sighting = self._at(field, words, index, offset, lower)
                if sighting is not None:
                    yield sighting
                    after = index + len(sighting.surname)
                    break

    def _at(
        self, field: str, words: Words, index: int, offset: int, lower: frozenset[str]
    ) -> _Sighting | None:
        fitting = self._lone.fitting(words, index, offset)
        if len({agent for agent, _, _ in fitting}) != 1:
            return None
        agent, surname, _ = max(fitting, key=lambda one: len(one[1]))
        last = index + len(surname) - 1
        start, end = words.place(index, offset), words.ends[last]
        text = _Context(words, index, last, lower, self._given_names(fitting))
        if script_of(surname[-1]) == "Arab":
            verdict = text.arabic(offset)
        else:
            if _is_never_alone(surname):
                return None
            verdict = text.cased()
        if verdict is None:
            return None
        another = verdict == "another"
        shown = another and text.shows_a_name()
        return _Sighting(
            field, agent, surname, start, end, sure=verdict == "sure", of_another=another, shown=shown
        )

    def _given_names(self, fitting: Sequence[Bearer]) -> frozenset[str]:
        return frozenset(
            word
            for agent, _, _ in fitting
            for entry in self._index.by_agent[agent]
            for word in entry.words[:-1]
        )


def _believed(sightings: Sequence[_Sighting]) -> Iterator[Place]:
    """The places to propose: none where the text means another bearer, none on the strength of a mere beginning."""
    if any(one.of_another and (one.field != TextField.HEADLINE or one.shown) for one in sightings):
        return  # «Petrova … Anna Petrova»: the surname is hers, whoever is on record
    free = [one for one in sightings if not one.of_another]
    proven = {token_key(one.surname[-1]) for one in free if one.sure}
    for one in free:
        weak = _is_ordinary(one.surname[-1]) or script_of(one.surname[-1]) == "Arab"
        if one.sure or not weak or token_key(one.surname[-1]) in proven:
            yield one.field, one.agent, one.start, one.end


def _is_ordinary(word: str) -> bool:
    """Whether a surname is a word of the language too, French feminines and plurals among them."""
    return word in ORDINARY or any(
        word.endswith(end) and word[: -len(end)] in ORDINARY for end in ("e", "s", "es")
    )


def _is_never_alone(surname: tuple[str, ...]) -> bool:
    """Whether the surname is also a place, a people, a month or a small word, or too short («Jr», «Li»)."""
    if len(surname) > 1:
        return False
    word = surname[0]
    return (
        len(word) < _SHORTEST
        or word in FUNCTION_WORDS
        or word in TITLES
        or is_place(word)
        or is_people(word)
        or is_calendar(word)
        or is_opener(word)
    )


@dataclass(frozen=True, slots=True)
class _Context:
    """A surname at the words `first` to `last` of a text, and what stands around it."""

    words: Words
    first: int
    last: int
    lower: frozenset[str]
    given_names: frozenset[str]

    @property
    def _in_capitals(self) -> bool:
        """Whether capitals tell nothing: an English headline, a line in capitals; Russian writes headlines small."""
        if script_of(self.words.words[self.first]) == "Cyrl":
            return self.words.text.isupper()
        return self.words.in_headline_case or self.words.text.isupper()

    def cased(self) -> str | None:
        """«sure», «likely», «another» (another person's full name), or None for what is no name of a person."""
        words, first = self.words, self.first
        word = words.words[first]
        if self._hyphened() or self._goes_on() or self._is_of_a_thing():
            return None
        before = self._before()
        if before != "free":
            return "another" if before == "name" else None
        if self._in_capitals or words.is_initial(first):
            return None if word in self.lower else "likely"
        return "sure"

    def arabic(self, offset: int) -> str | None:
        """The same where no capitals tell a name: what stands before it decides."""
        words, word = self.words, self.words.words[self.first][offset:]
        before = words.words[self.first - 1] if self.first else ""
        opens = self.first == 0 or not _BLANK.fullmatch(words.gap_before(self.first))
        bare = before[1:] if before[:1] in "وف" and before[1:] in AR_BEFORE else before
        if self._arabic_name_follows():
            return None
        if opens or bare in AR_SAYING:
            return "likely" if opens and not offset and _is_adjectival(word) else "sure"
        if before in self.given_names or is_given_name(before) or before in PARTICLES:
            return None if before in self.given_names else "another"
        if is_named_after(words, self.first) or _is_adjectival(word):
            return None
        return "sure" if offset or bare in AR_BEFORE else "likely"

    def _arabic_name_follows(self) -> bool:
        place = self.last + 1
        if place >= len(self.words) or not _BLANK.fullmatch(self.words.gap_after(self.last)):
            return False
        return self.words.words[place] in self.given_names

    def _hyphened(self) -> bool:
        before, after = self.words.gap_before(self.first), self.words.gap_after(self.last)
        joined = before[-1:] in ("-", "‐", "‑") and before.strip() == before and self.first > 0
        return joined or after in ("-", "‐", "‑")

    def _goes_on(self) -> bool:
        """Whether a capital follows: another name, or a thing of that name («Trump Tower»)."""
        place = self.last + 1
        if place >= len(self.words) or not self.words.is_capital(place):
            return False
        if not _BLANK.fullmatch(self.words.gap_after(self.last)):
            return False
        return not (self._in_capitals and self._is_plain(place))

    def _is_plain(self, place: int) -> bool:
        """Whether a word of a headline in capitals is a word and no name, as far as it shows."""
        word = self.words.words[place]
        return (
            word in FUNCTION_WORDS
            or is_opener(word)
            or word in self.lower
            or (_VERBAL.match(word) is not None and not is_given_name(word) and not is_place(word))
        )

    def _is_of_a_thing(self) -> bool:
        words, place = self.words, self.first - 1
        if self._is_of_a_firm():
            return True
        if place >= 0 and words.words[place] == "the":
            following = words.words[self.last + 1] if self.last + 1 < len(words) else ""
            return following not in BODIES_OF
        if place >= 0 and words.words[place] in NO_NAME_AFTER and _adjoins(words, self.first):
            return True
        return is_named_after(words, self.first)

    def _is_of_a_firm(self) -> bool:
        """«Pautrat et Cie», «Ford Inc.», and «Stone of Unction»."""
        after = self.words.words[self.last + 1 : self.last + 3]
        if after[:1] == ["of"] and _is_ordinary(self.words.words[self.first]):
            return True
        return bool(after) and (after[0] in _FIRMS or (after[0] in ("et", "and") and after[-1] in _FIRMS))

    def shows_a_name(self) -> bool:
        """Whether the word before can only be a given name: known as one, or the one capital between small words."""
        if self.first == 0:
            return False
        word = self.words.words[self.first - 1]
        return is_given_name(word) or not (self._in_capitals or self.words.is_initial(self.first - 1))

    def _before(self) -> str:
        """What the word before makes of it: «free», «name» (a given name), «other»."""
        words, place = self.words, self.first - 1
        if place < 0:
            return "free"
        gap, word = words.gap_before(self.first), words.words[place]
        if word in _NAME_PARTICLES and _adjoins(words, self.first):
            return "name"
        if len(word) == 1 and words.is_capital(place) and gap.startswith(".") and "\n" not in gap:
            fits = word in TITLES or any(name.startswith(word) for name in self.given_names)
            return "free" if fits else "name"
        if not _BLANK.fullmatch(gap) or not words.is_capital(place):
            return "free"
        token = words.tokens[place]
        written = words.text[words.starts[place] : words.ends[place]]
        if (
            token.announces
            or word in TITLES | FUNCTION_WORDS | self.given_names | self.lower
            or is_opener(word)
            or is_calendar(word)
            or is_people(word)
            or (len(written) > 1 and written.isupper() and not self._in_capitals)
            or (self._in_capitals and self._is_plain(place))
        ):
            return "free"
        if words.is_initial(place) and not is_given_name(word):
            return "other"  # «Anna Petrova» and «Réélue Petrova» look alike
        return "name"


def _adjoins(words: Words, index: int) -> bool:
    gap = words.gap_before(index)
    return _BLANK.fullmatch(gap) is not None or gap in ("'", "’")


def _is_adjectival(word: str) -> bool:
    """Whether an Arabic surname has the form of an adjective or a noun: «المغربي», «روسي»."""
    return word.startswith("ال") or word.endswith("ي") or word in ORDINARY or is_given_name(word)
