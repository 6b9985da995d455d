"""Finding the people and institutions that a text names and that are not yet on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from articles.candidates.arabic import find_arabic_persons
from articles.candidates.arabic_institutions import find_arabic_institutions
from articles.candidates.arabic_words import said_in
from articles.candidates.institutions import find_institutions
from articles.candidates.joining import (
    Group,
    Joiner,
    candidate_of,
    name_keys,
    rest_of_namings,
    weigh_recurring,
)
from articles.candidates.lone_acronyms import find_acronyms
from articles.candidates.persons import Run, find_persons
from articles.candidates.proposal import Candidate, Kind
from articles.candidates.reading import Reading, read
from articles.candidates.recognisers import recogniser_of
from articles.candidates.recognising import add_recognised, spans_of, weigh
from articles.candidates.refusals import without_plain_words

#: Candidates of a lower score are not worth a person's time.
LEAST_SCORE = 0.5
#: And those of a lower one still not worth the search's; between both it asks for people, by their whole name.
LEAST_FAINT = 0.4
LANGUAGES = frozenset({"fr", "en", "ru", "ar"})


def find_candidates(
    fields: Mapping[str, str],
    language: str,
    *,
    taken: Iterable[tuple[str, int, int]] = (),
    recognise: bool = True,
) -> list[Candidate]:
    """
    The people and institutions that the text seems to name, in the order in which they first stand in it.
    `fields` holds the text by field name in reading order, `language` is fr, en, ru or ar (in a text of
    another language nothing is found), `taken` are the spans (field, start, end) that are linked to names
    on record: nothing that overlaps them is proposed. Where the extra `[ner]` is installed its recogniser is
    asked too (`recognise=False`: rules alone). Every proposal is for a person to judge; `ValueError` for a
    span that lies outside its field.
    """
    if language not in LANGUAGES:
        return []
    spans = _spans(fields, taken)
    readings = [read(name, text, spans[name]) for name, text in fields.items()]
    lower = frozenset(word.folded for one in readings for word in one.words if word.shape == "l")
    named = frozenset(
        word.folded
        for one in readings
        if not one.is_heading
        for word in one.words
        if word.shape == "C" and not word.initial
    )
    said = said_in(readings) if language == "ar" else frozenset()
    joiner = Joiner()
    linked = {name_keys(fields[name][start:end])[-1:] for name, ends in spans.items() for start, end in ends}
    for reading in readings:
        reading.lower, reading.named, reading.said = lower, named, said
        _collect(reading, language, joiner, linked, spans[reading.field])
    recogniser = recogniser_of(language) if recognise else None
    recognised = spans_of(recogniser, readings) if recogniser else {}
    if recogniser:
        add_recognised(joiner, readings, recognised, recogniser.name)
    joiner.fold_surnames()
    rest_of_namings(joiner.groups, readings)
    weigh_recurring(joiner.groups, fields)
    if recogniser:
        weigh(joiner.groups, recognised, recogniser.name)
    order = list(fields)
    found = [candidate_of(group, order) for group in joiner.groups]
    return sorted(found, key=lambda one: (order.index(one.places[0].field), one.places[0].start))


def _spans(
    fields: Mapping[str, str], taken: Iterable[tuple[str, int, int]]
) -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = {name: [] for name in fields}
    for name, start, end in taken:
        if name not in spans or not 0 <= start < end <= len(fields[name]):
            raise ValueError(f"no text in {name!r} between {start} and {end}")
        spans[name].append((start, end))
    return spans


def _collect(
    reading: Reading,
    language: str,
    joiner: Joiner,
    linked: set[tuple[str, ...]],
    taken: Iterable[tuple[int, int]],
) -> None:
    """Claim and group what one field names: institutions, then persons, then what is left of acronyms."""
    pairs = _Pairs(joiner)
    starts = {start for start, _end in taken}
    for kind, found in _runs(reading, language):
        run = pairs.kept(found, without_plain_words(reading, kind, found, language))
        if run is None:
            continue
        lone = kind == "person" and run.last == run.first + 1
        if lone and name_keys(reading.exact(run.first, run.last)) in linked:
            continue
        if lone and reading.adjacent(run.last) and reading.words[run.last].start in starts:
            continue  # «Cheikh Ahmed [Ould Zenagui]»
        reading.claim(run.first, run.last)
        pairs.see(kind, reading, run, joiner.add(kind, reading, run))


class _Pairs:
    """Joins an acronym and what it stands for, which follow one another or stand around a bracket."""

    def __init__(self, joiner: Joiner) -> None:
        self._joiner = joiner
        self._pending: Group | None = None
        self._half_refused = False
        self._ending: dict[int, Group] = {}

    def kept(self, found: Run, run: Run | None) -> Run | None:
        """The run, unless what its acronym stands for, which comes first, was no name."""
        if not _is_half(found):
            self._half_refused = False
            return run
        if self._half_refused:
            self._half_refused = False
            return None
        if run is None:
            self._half_refused, self._pending = self._pending is None, None
        return run

    def see(self, kind: Kind, reading: Reading, run: Run, group: Group) -> None:
        """Join the group of the run with its other half, or wait for that."""
        # «المديرية العامة (DGSN)»: letters of another script spell nothing, yet brackets say that both are one.
        if run.rule == "acronym" and reading.sign(run.first - 1) == "(" and run.first - 1 in self._ending:
            self._joiner.join(self._ending[run.first - 1], group)
        elif kind == "institution":
            self._ending[run.last] = group
        if _is_half(run) and self._pending is not None:
            self._joiner.join(self._pending, group)
            self._pending = None
        else:
            self._pending = group if _is_half(run) else None


def _is_half(run: Run) -> bool:
    return run.rule.startswith("acronym with")


def _runs(reading: Reading, language: str) -> Iterator[tuple[Kind, Run]]:
    if language == "ar":
        for run in find_arabic_institutions(reading):
            yield "institution", run
        for run in find_arabic_persons(reading):
            yield "person", run
    for run in find_institutions(reading, "fr" if language == "ar" else language):
        yield "institution", run
    for run in find_persons(reading, language):
        yield "person", run
    for run in find_acronyms(reading):
        yield "institution", run
