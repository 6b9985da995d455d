"""The second reading of a text: surnames after a full name, and other spellings of them."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from articles.names.compare import similarity
from articles.names.fold import script_of, word_set
from articles.names.given_names import is_given_name
from articles.names.index import RUSSIAN_PLURAL, NameIndex
from articles.names.inflect import is_form_of, token_key
from articles.names.kin import core_of, is_against_itself, is_anothers, is_fathers, may_be_fathers
from articles.names.romanise import romanise_token
from articles.names.surname_words import AR_BEFORE
from articles.names.tokens import DROPPED, FUNCTION_WORDS, PARTICLES, TITLES, surname_variants
from articles.names.words import Words
from articles.vocabulary import FoundBy, MentionStatus, TextField

_ADJACENT = re.compile(r"[^\S\n]+")
_NO_NAME_AFTER = word_set("la le les l un une au aux")
# Surnames that are also written with a capital as something else, even inside a sentence.
_ALSO_WORDS = word_set("may march april june august avril mai mars aout france monday english i")
_RESEMBLES = 0.75
_SHORTEST_RESEMBLANCE = 5

Place = tuple[str, Hashable, int, int, str, str]


@dataclass(frozen=True, slots=True)
class _Surname:
    agent: Hashable
    words: tuple[str, ...]
    on_record: bool


class SurnameSearch:
    """Looks in the fields of one record for the surnames of the persons whose full names stand there."""

    def __init__(self, index: NameIndex, fields: Mapping[str, Words]) -> None:
        self._index = index
        self._fields = fields
        self._order = {field: place for place, field in enumerate(fields)}
        self._lower = frozenset().union(*(words.lower_case for words in fields.values()))

    def search(
        self, anchors: Sequence[tuple[Hashable, str, int]], taken: Sequence[tuple[str, int, int]]
    ) -> Iterator[Place]:
        """(field, agent, start, end, found by,
        status) of each surname, given the full names and what is taken."""
        self._first: dict[Hashable, tuple[int, int]] = {}
        for agent, field, start in anchors:
            place = (self._order[field], start)
            self._first[agent] = min(place, self._first.get(agent, place))
        table = self._table()
        self._shared = self._shared_surnames(table, anchors, taken)
        for field, words in self._fields.items():
            free = [True] * len(words)
            for _, start, end in (one for one in taken if one[0] == field):
                first, last = words.within(start, end)
                # An Arabic name can begin inside its word, after a clitic.
                first -= first > 0 and words.ends[first - 1] > start
                free[first:last] = [False] * (last - first)
            yield from self._read(field, words, free, table)

    def _table(self) -> dict[str, list[_Surname]]:
        """First key of a surname → the surnames that begin so, longest first."""
        surnames: dict[tuple[Hashable, tuple[str, ...]], bool] = {}
        for agent in self._first:
            for entry in self._index.by_agent[agent]:
                if len(entry.words) == 1:
                    surnames[agent, entry.words] = True
                for variant in surname_variants(entry.name.text):
                    surnames.setdefault((agent, variant), False)
        table: dict[str, list[_Surname]] = {}
        for (agent, words), on_record in surnames.items():
            table.setdefault(token_key(words[0]), []).append(_Surname(agent, words, on_record))
        for rivals in table.values():
            rivals.sort(key=lambda surname: -len(surname.words))
        return table

    def _shared_surnames(
        self,
        table: dict[str, list[_Surname]],
        anchors: Sequence[tuple[Hashable, str, int]],
        taken: Sequence[tuple[str, int, int]],
    ) -> frozenset[tuple[str, ...]]:
        """The cores of those surnames that the text gives to another than their bearers, whole: «Melania Trump»."""
        ends = {(field, start): end for field, start, end in taken}
        own = {(agent, field, ends[field, start]) for agent, field, start in anchors}
        given: dict[tuple[str, ...], set[str]] = {}
        for rivals in table.values():
            for one in rivals:
                given.setdefault(core_of(one.words), set()).update(self._given_names(one.agent))
        shared = set()
        for field, words in self._fields.items():
            anywhere = [True] * len(words)
            for index, token in enumerate(words.tokens):
                for one in table.get(token.key, ()) if index else ():
                    core = core_of(one.words)
                    if core in shared or not _stands_at(words, anywhere, index, 0, one):
                        continue
                    last = index + len(one.words) - 1
                    is_own = (one.agent, field, words.ends[last]) in own
                    if not is_own and _clear_after(words, last) and is_anothers(words, index, given[core]):
                        shared.add(core)
        return frozenset(shared)

    def _read(
        self, field: str, words: Words, free: list[bool], table: dict[str, list[_Surname]]
    ) -> Iterator[Place]:
        after = 0
        for index in self._promising(words, table):
            if index < after or not free[index]:
                continue
            place = self._surname_at(field, words, free, index, table)
            place = place or self._resemblance_at(field, words, free, index, table)
            if place is not None:
                yield place
                after = words.within(place[2], place[3])[1]

    def _promising(self, words: Words, table: dict[str, list[_Surname]]) -> list[int]:
        """The words that may be a surname's first, or that are spelt somewhat like one."""
        alike = {surname.words[0][0] for surnames in table.values() for surname in surnames}
        return [
            index
            for index, token in enumerate(words.tokens)
            if token.key in table
            or (token.is_capital and token.text[0] in alike)
            or (len(token.readings) > 1 and any(key in table for _, key in token.readings))
        ]

    def _surname_at(
        self, field: str, words: Words, free: list[bool], index: int, table: dict[str, list[_Surname]]
    ) -> Place | None:
        word = words.words[index]
        for offset, key in words.tokens[index].readings:
            if word[:offset].endswith("ال"):
                continue  # the article is the name's own, or it is another word
            fitting = [s for s in table.get(key, ()) if _stands_at(words, free, index, offset, s)]
            if not fitting:
                continue
            longest = [s for s in fitting if len(s.words) == len(fitting[0].words)]
            if len({s.agent for s in longest}) > 1 or not self._is_alone(words, index, longest[0]):
                return None
            names = [entry.words for entry in self._index.by_agent[longest[0].agent]]
            if is_fathers(words, index, names):
                return None
            start = words.place(index, offset)
            end = words.ends[index + len(longest[0].words) - 1]
            status = self._status(field, start, longest)
            is_unsure = self._is_behind_unknown(words, index) if not offset else False
            is_unsure = is_unsure or core_of(longest[0].words) in self._shared
            is_unsure = is_unsure or is_against_itself(words, index) or may_be_fathers(words, index, names)
            if is_unsure or self._is_unsure_before(words, index, longest[0].agent):
                status = MentionStatus.PROPOSED.value
            return field, longest[0].agent, start, end, FoundBy.SURNAME.value, status
        return None

    def _status(self, field: str, start: int, surnames: list[_Surname]) -> str:
        """Certain after the full name, in the headline over it, or when the short name itself is on record."""
        surname = surnames[0]
        word = surname.words[-1]
        if word in _ALSO_WORDS or (script_of(word) == "Arab" and len(word) < 5):
            return MentionStatus.PROPOSED.value
        after = (self._order[field], start) > self._first[surname.agent]
        certain = after or field == TextField.HEADLINE or any(one.on_record for one in surnames)
        return (MentionStatus.LINKED if certain else MentionStatus.PROPOSED).value

    def _is_alone(self, words: Words, index: int, surname: _Surname) -> bool:
        """Whether the surname is not part of another name, nor a common word at the head of a sentence."""
        last = index + len(surname.words) - 1
        if script_of(surname.words[-1]) == "Arab":
            return not self._is_anothers(words, index, surname)
        if len(surname.words) == 1 and words.is_initial(index) and surname.words[0] in self._lower:
            return False
        return self._clear_before(words, index, surname.agent) and _clear_after(words, last)

    def _is_anothers(self, words: Words, index: int, surname: _Surname) -> bool:
        """Whether another's given name stands before an Arabic surname: «رشاد باوزير»."""
        if not index or not _ADJACENT.fullmatch(words.gap_before(index)):
            return False
        before = words.words[index - 1]
        if before in surname.words or not (before in self._index.given_names or is_given_name(before)):
            return False
        return not any(similarity(before, given) >= _RESEMBLES for given in self._given_names(surname.agent))

    @staticmethod
    def _is_behind_unknown(words: Words, index: int) -> bool:
        """Whether an Arabic word that may be a given name stands before, and before it who has it: «المقاول رشاد …»."""
        if index < 2 or script_of(words.words[index]) != "Arab":
            return False
        definite, before = words.words[index - 2 : index]
        return (
            definite.startswith("ال")
            and not before.startswith("ال")
            and before.removeprefix("و") not in AR_BEFORE | PARTICLES
            and all(_ADJACENT.fullmatch(words.gap_before(at)) for at in (index - 1, index))
        )

    def _clear_before(self, words: Words, index: int, agent: Hashable) -> bool:
        if index == 0:
            return True
        gap, before = words.gap_before(index), words.words[index - 1]
        if gap.endswith(("-", "‐", "‑")) and gap.strip() == gap:
            return False
        if before in _NO_NAME_AFTER and (_ADJACENT.fullmatch(gap) or gap in ("'", "’")):
            return False
        if len(before) == 1 and gap.startswith(".") and words.is_capital(index - 1) and before not in TITLES:
            return any(word.startswith(before) for word in self._given_names(agent))
        if not _ADJACENT.fullmatch(gap) or not words.is_capital(index - 1):
            return True
        if _is_acronym(words, index - 1) and not _is_acronym(words, index):
            return True
        # The capital of a sentence's first word tells nothing, unless it is a given name on record.
        return self._is_known_word(before, agent) or (
            words.is_initial(index - 1) and before not in self._index.given_names
        )

    def _is_known_word(self, word: str, agent: Hashable) -> bool:
        return (
            word in TITLES
            or word in FUNCTION_WORDS
            or word in self._lower
            or word in self._given_names(agent)
        )

    def _is_unsure_before(self, words: Words, index: int, agent: Hashable) -> bool:
        """Whether the word before may be an unknown given name: «Anna Petrov» at the head of a sentence."""
        return (
            index > 0
            and (words.is_capital(index) or words.words[index] in DROPPED)
            and words.is_capital(index - 1)
            and _ADJACENT.fullmatch(words.gap_before(index)) is not None
            and not self._is_known_word(words.words[index - 1], agent)
            and not _is_acronym(words, index - 1)
        )

    def _given_names(self, agent: Hashable) -> set[str]:
        return {word for entry in self._index.by_agent[agent] for word in entry.words[:-1]}

    def _resemblance_at(
        self, field: str, words: Words, free: list[bool], index: int, table: dict[str, list[_Surname]]
    ) -> Place | None:
        """A capitalised word spelt nearly like one person's surname: doubtful, it waits for a person."""
        word = words.words[index]
        if len(word) < _SHORTEST_RESEMBLANCE or not words.is_capital(index) or word in self._lower:
            return None
        if word in FUNCTION_WORDS or word in TITLES or words.in_headline_case:
            return None
        near = {
            surname.agent
            for surnames in table.values()
            for surname in surnames
            if len(surname.words) == 1 and _resembles(word, surname.words[0])
        }
        if len(near) != 1:
            return None
        agent = near.pop()
        if not self._clear_before(words, index, agent) or not _clear_after(words, index):
            return None
        first = index
        if index and free[index - 1] and words.words[index - 1] in self._given_names(agent) - PARTICLES:
            first = index - 1 if _ADJACENT.fullmatch(words.gap_before(index)) else index
        start, end = words.starts[first], words.ends[index]
        return field, agent, start, end, FoundBy.RESEMBLANCE.value, MentionStatus.PROPOSED.value


def _is_acronym(words: Words, index: int) -> bool:
    """Whether the word is written in capitals, as no given name is beside a surname that is not."""
    written = words.text[words.starts[index] : words.ends[index]]
    return len(written) > 1 and written.isupper()


def _stands_at(words: Words, free: list[bool], index: int, offset: int, surname: _Surname) -> bool:
    """Whether the words from `index` on are forms of the surname, next to each other and capitalised."""
    last = index + len(surname.words) - 1
    if last >= len(words) or not all(free[index : last + 1]):
        return False
    for place, name_word in enumerate(surname.words, index):
        word = words.words[place][offset if place == index else 0 :]
        if place > index and (token_key(word) != token_key(name_word) or "\n\n" in words.gap_before(place)):
            return False
        if place > index and not re.fullmatch(r"\s*[-‐‑'’]?\s*", words.gap_before(place)):
            return False
        if not is_form_of(word, name_word) or (word != name_word and RUSSIAN_PLURAL.search(word)):
            return False
        if script_of(name_word) == "Arab" and word.startswith("ال") != name_word.startswith("ال"):
            return False
    return script_of(surname.words[-1]) == "Arab" or words.is_capital(last)


def _clear_after(words: Words, last: int) -> bool:
    """Whether no capitalised word goes on from the surname («Petrov Ivanov», «Petrov-Vodkine»)."""
    if last + 1 >= len(words):
        return True
    gap = words.gap_after(last)
    if gap in ("-", "‐", "‑"):
        return False
    return words.in_headline_case or not (_ADJACENT.fullmatch(gap) and words.is_capital(last + 1))


def _resembles(word: str, surname: str) -> bool:
    if len(surname) < _SHORTEST_RESEMBLANCE or script_of(word) != script_of(surname) or word[0] != surname[0]:
        return False
    if script_of(word) == "Cyrl":
        word, surname = token_key(word), token_key(surname)
        if word == surname:
            return False  # a form that was refused as a surname is no other spelling of it
    first, second = romanise_token(word), romanise_token(surname)
    return Levenshtein.normalized_similarity(first, second) >= _RESEMBLES
