"""Finding the names on record in the fields of a text: which agent, where, how certain."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from articles.names.acronyms import AcronymsBySound
from articles.names.bare import BareSurnames
from articles.names.by_skeleton import NamesBySkeleton
from articles.names.by_sound import NamesBySound
from articles.names.index import Candidate, KnownName, NameIndex
from articles.names.judge import judge
from articles.names.kings import KingsByNumber
from articles.names.lone import LoneSurnames
from articles.names.surnames import SurnameSearch
from articles.names.taken import Taken
from articles.names.words import Words, words_of
from articles.vocabulary import FoundBy, MentionStatus, TextField


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a field: `text[start:end] == exact` in code points; FoundBy and MentionStatus
    values."""

    agent: Hashable
    field: str
    start: int
    end: int
    exact: str
    found_by: str
    status: str


class NameFinder:
    """Finds names on record in texts; built once,
    then used for any number of texts (it is not changed by use)."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self._index = NameIndex(names)

    def find(self, text: str, language: str | None = None) -> list[Found]:
        """The names in one text, in order, not overlapping; `field` is the body."""
        return self.find_in({TextField.BODY.value: text}, language)

    def find_in(self, fields: Mapping[str, str], language: str | None = None) -> list[Found]:
        """The names in the fields of one record; a full name in any field lets its surname count in the
        others.

        The fields are read in the order given. `language` settles nothing but ties between equal names.
        """
        tokenised = {field: words_of(text) for field, text in fields.items()}
        found: list[Found] = []
        for field, words in tokenised.items():
            candidates = [(c, status) for c in self._index.candidates(words) if (status := judge(words, c))]
            found.extend(_settle(field, words.text, candidates, language))
        if any(self._is_certain_person(one) for one in found):
            search = SurnameSearch(self._index, tokenised)
            anchors = [(f.agent, f.field, f.start) for f in found if self._is_certain_person(f)]
            taken = [(f.field, f.start, f.end) for f in found]
            for field, agent, start, end, found_by, status in search.search(anchors, taken):
                exact = fields[field][start:end]
                found.append(Found(agent, field, start, end, exact, found_by, status))
        self._propose(fields, tokenised, found)
        order = {field: place for place, field in enumerate(fields)}
        return sorted(found, key=lambda one: (order[one.field], one.start))

    def _propose(self, fields: Mapping[str, str], tokenised: Mapping[str, Words], found: list[Found]) -> None:
        """Add what only waits for a person: announced surnames, bare ones, and what sounds like a name."""

        taken = Taken((one.field, one.start, one.end) for one in found)

        def add(agent: Hashable, field: str, start: int, end: int, found_by: str) -> None:
            exact, status = fields[field][start:end], MentionStatus.PROPOSED.value
            found.append(Found(agent, field, start, end, exact, found_by, status))
            taken.add(field, start, end)

        for field, words in tokenised.items():
            if announcing := [index for index, token in enumerate(words.tokens) if token.announces]:
                for agent, start, end, found_by in self._lone.search(field, words, announcing, taken):
                    add(agent, field, start, end, found_by)
        certain = frozenset(one.agent for one in found if self._is_certain_person(one))
        for field, agent, start, end in self._bare.search(tokenised, taken, certain):
            add(agent, field, start, end, FoundBy.SURNAME.value)
        for by_sound in (self._by_sound, self._by_skeleton, self._kings_by_number, self._acronyms_by_sound):
            for field, agent, start, end in by_sound.search(tokenised, taken):
                add(agent, field, start, end, FoundBy.RESEMBLANCE.value)

    @cached_property
    def _lone(self) -> LoneSurnames:
        return LoneSurnames(self._index)

    @cached_property
    def _bare(self) -> BareSurnames:
        return BareSurnames(self._index, self._lone)

    @cached_property
    def _by_sound(self) -> NamesBySound:
        return NamesBySound(self._index)

    @cached_property
    def _by_skeleton(self) -> NamesBySkeleton:
        return NamesBySkeleton(self._index)

    @cached_property
    def _kings_by_number(self) -> KingsByNumber:
        return KingsByNumber(self._index)

    @cached_property
    def _acronyms_by_sound(self) -> AcronymsBySound:
        return AcronymsBySound(self._index)

    def _is_certain_person(self, found: Found) -> bool:
        entries = self._index.by_agent[found.agent]
        return found.status == MentionStatus.LINKED and entries[0].is_person


def _settle(
    field: str, text: str, candidates: list[tuple[Candidate, str]], language: str | None
) -> list[Found]:
    """The longest candidates that do not overlap; one place that is the name of two agents becomes
    doubtful."""
    places: dict[tuple[int, int], list[tuple[Candidate, str]]] = {}
    for candidate, status in candidates:
        places.setdefault((candidate.start, candidate.end), []).append((candidate, status))
    taken = Taken()
    found: list[Found] = []
    for start, end in sorted(places, key=lambda place: (place[0] - place[1], place[0])):
        if taken.overlap(field, start, end):
            continue
        taken.add(field, start, end)
        candidate, status = _choose(text[start:end], places[start, end], language)
        by = FoundBy.ACRONYM if candidate.entry.is_acronym else FoundBy.NAME
        agent = candidate.entry.name.agent
        found.append(Found(agent, field, start, end, text[start:end], by.value, str(status)))
    return found


def _choose(exact: str, rivals: list[tuple[Candidate, str]], language: str | None) -> tuple[Candidate, str]:
    """The best of the names that fit one place: written exactly so, then of the text's language."""
    if len(rivals) == 1:
        return rivals[0]

    def fitness(rival: tuple[Candidate, str]) -> tuple[bool, bool]:
        name = rival[0].entry.name
        return name.text == exact, rival[1] == MentionStatus.LINKED

    best = max(map(fitness, rivals))
    leading = [rival for rival in rivals if fitness(rival) == best]
    agents = {rival[0].entry.name.agent for rival in leading}
    leading.sort(key=lambda rival: rival[0].entry.name.language != language)
    return leading[0][0], leading[0][1] if len(agents) == 1 else MentionStatus.PROPOSED.value
