"""Surnames with no full name in the text: proposed after a title or initials where one person bears them."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence

from articles.names.fold import fold, script_of
from articles.names.given_names import is_given_name
from articles.names.index import RUSSIAN_PLURAL, Entry, NameIndex
from articles.names.inflect import is_form_of, token_key
from articles.names.neighbours import MONSIEUR
from articles.names.offices import is_in_the_nominative
from articles.names.taken import Taken
from articles.names.tokens import PARTICLES, surname_of, surname_variants
from articles.names.words import Words
from articles.vocabulary import FoundBy

_BLANK = re.compile(r"[^\S\n]+")
_AFTER_TITLE = re.compile(r"\.?[^\S\n]+")
_AFTER_INITIAL = re.compile(r"\.[^\S\n]*[-‐‑]?")
_HYPHEN = re.compile(r"[-‐‑]")
_SHORTEST_HALF = 4
Bearer = tuple[Hashable, tuple[str, ...], Entry]
"""A person on record, a surname of theirs as folded words, and the name that it is of."""


class LoneSurnames:
    """Who bears a surname, of all persons on record; looks for it where a title or initials announce it."""

    def __init__(self, index: NameIndex) -> None:
        self._given_names = index.given_names
        self._bearers: dict[str, list[Bearer]] = {}
        self._halves: dict[str, list[Bearer]] = {}
        for agent, entries in index.by_agent.items():
            for entry in entries:
                if not entry.is_person:
                    continue
                variants = [entry.words] if len(entry.words) == 1 else surname_variants(entry.name.text)
                for words in variants:
                    self._bearers.setdefault(token_key(words[0]), []).append((agent, words, entry))
                for half in halves_of(entry.name.text):
                    self._halves.setdefault(token_key(half), []).append((agent, (half,), entry))

    def search(
        self, field: str, words: Words, announcing: Sequence[int], taken: Taken
    ) -> Iterator[tuple[Hashable, int, int, str]]:
        """(agent, start, end, found by) of each surname that the words `announcing` announce, which takes it."""
        for index in announcing:
            token = words.tokens[index]
            if index + 1 >= len(words):
                continue
            if len(token.text) > 1 or token.text == MONSIEUR:
                place = self._by_title(words, index + 1)
            else:
                place = self._by_initials(words, index)
            if place and not taken.overlap(field, place[1], place[2]):
                taken.add(field, place[1], place[2])
                yield place

    def _by_title(self, words: Words, index: int) -> tuple[Hashable, int, int, str] | None:
        if not _AFTER_TITLE.fullmatch(words.gap_before(index)):
            return None
        fitting = self.fitting(words, index)
        if not fitting and not _is_somebodys(words, words.words[index]):
            fitting = self._fitting_of(self._halves, words, index)
        agents = {agent for agent, _, _ in fitting}
        if len(agents) != 1:
            return None
        last = index + max(len(surname) for _, surname, _ in fitting) - 1
        if not self._ends(words, last):
            return None
        return agents.pop(), words.starts[index], words.ends[last], FoundBy.SURNAME.value

    def _by_initials(self, words: Words, index: int) -> tuple[Hashable, int, int, str] | None:
        """«N. Patrouchev», «В. В. Путин»: of the bearers those whose given names begin so."""
        if index and words.words[index - 1] != MONSIEUR and _is_initial(words, index - 1):
            return None  # the first of several initials is asked
        first, initials = index, ""
        while index + 1 < len(words) and _is_initial(words, index):
            initials += words.words[index]
            index += 1
        if not initials:
            return None  # a letter that is none: O’Donnell
        fitting = [one for one in self.fitting(words, index) if _begins(one[2], one[1], initials)]
        agents = {agent for agent, _, _ in fitting}
        if len(agents) != 1:
            return None
        last = index + max(len(surname) for _, surname, _ in fitting) - 1
        if not self._ends(words, last):
            return None
        return agents.pop(), words.starts[first], words.ends[last], FoundBy.NAME.value

    def places(self, words: Words) -> list[int]:
        """The words that may be a surname on record, by their keys alone."""
        bearers = self._bearers
        return [
            index
            for index, token in enumerate(words.tokens)
            if (token.key in bearers and token.is_capital)
            or (
                not token.is_capital
                and not token.is_lower
                and any(key in bearers for _, key in token.readings)
            )
        ]

    def fitting(self, words: Words, index: int, offset: int = 0) -> list[Bearer]:
        """The bearers of the surname that stands at a word, written with its capital, but for particles.

        `offset`: the folded letters before it in an Arabic word, its clitics.
        """
        return self._fitting_of(self._bearers, words, index, offset)

    def _fitting_of(
        self, bearers: Mapping[str, Sequence[Bearer]], words: Words, index: int, offset: int = 0
    ) -> list[Bearer]:
        token = words.tokens[index]
        if script_of(token.text) != "Arab" and not (token.is_capital or token.text in PARTICLES):
            return []
        key = token_key(token.text[offset:]) if offset else token.key
        # «Судья Соколова» is no Sokolov in the genitive.
        as_written = (
            index > 0
            and _BLANK.fullmatch(words.gap_before(index)) is not None
            and is_in_the_nominative(words.words[index - 1])
        )
        return [
            one
            for one in bearers.get(key, ())
            if _stands(words, index, one[1], offset)
            and not (as_written and words.words[index + len(one[1]) - 1] != one[1][-1])
        ]

    def _ends(self, words: Words, last: int) -> bool:
        """Whether no further name goes on from the surname: «M. Martin Dupont», «президент Иван Петров»."""
        if last + 1 >= len(words):
            return True
        gap, word = words.gap_after(last), words.words[last]
        if script_of(word) == "Arab":
            return word not in self._given_names
        return gap not in ("-", "‐", "‑") and not (_BLANK.fullmatch(gap) and words.is_capital(last + 1))


def _is_somebodys(words: Words, surname: str) -> bool:
    """Whether the text has a word as somebody's surname, a given name before it: «Claude Bernard … M. Bernard»."""
    return any(
        word == surname
        and place > 0
        and words.is_capital(place - 1)
        and is_given_name(words.words[place - 1])
        and _BLANK.fullmatch(words.gap_before(place)) is not None
        for place, word in enumerate(words.words)
    )


def halves_of(name: str) -> Sequence[str]:
    """The folded halves of a surname with a hyphen, by which a title may call its bearer too; none of al-Ghadiri."""
    family = surname_of(name) if _HYPHEN.search(name) else None
    halves = [fold(half) for half in _HYPHEN.split(family or "")]
    fit = len(halves) > 1 and all(len(half) >= _SHORTEST_HALF and " " not in half for half in halves)
    return halves if fit and PARTICLES.isdisjoint(halves) else ()


def _is_initial(words: Words, index: int) -> bool:
    return (
        len(words.words[index]) == 1
        and words.is_capital(index)
        and _AFTER_INITIAL.fullmatch(words.gap_after(index)) is not None
    )


def _begins(entry: Entry, surname: tuple[str, ...], initials: str) -> bool:
    """Whether the given names of an entry begin with the initials, as far as both go."""
    given = [word for word in entry.words if word not in surname]
    pairs = zip(given, initials, strict=False)
    return bool(given) and all(word[0] == letter for word, letter in pairs)


def _stands(words: Words, index: int, surname: tuple[str, ...], offset: int = 0) -> bool:
    if index + len(surname) > len(words):
        return False
    for place, name_word in enumerate(surname, index):
        word = words.words[place][offset if place == index else 0 :]
        if token_key(word) != token_key(name_word) or not is_form_of(word, name_word):
            return False
        is_cased = script_of(word) in ("Latn", "Cyrl")
        if is_cased and word not in PARTICLES and not words.is_capital(place):
            return False
        if word != name_word and RUSSIAN_PLURAL.search(word):
            return False
        if place > index and not re.fullmatch(r"[^\S\n]*[-‐‑'’]?[^\S\n]*", words.gap_before(place)):
            return False
        if script_of(name_word) == "Arab" and (len(name_word) < 5 or word != name_word):
            return False
    return True
