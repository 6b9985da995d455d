"""Finding the people and institutions that a text names and that are not yet on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from articles.candidates.arabic import find_arabic_institutions, find_arabic_persons
from articles.candidates.institutions import find_acronyms, find_institutions
from articles.candidates.joining import Group, Joiner, candidate_of, name_keys, rest_of_namings
from articles.candidates.persons import Run, find_persons
from articles.candidates.proposal import Candidate, Kind
from articles.candidates.reading import Reading, read

LANGUAGES = frozenset({"fr", "en", "ru", "ar"})


def find_candidates(
    fields: Mapping[str, str], language: str, *, taken: Iterable[tuple[str, int, int]] = ()
) -> list[Candidate]:
    """
    The people and institutions that the text seems to name, in the order in which they first stand in it.
    `fields` holds the text by field name in reading order, `language` is fr, en, ru or ar (in a text of
    another language nothing is found), `taken` are the spans (field, start, end) that are linked to names
    on record: nothing that overlaps them is proposed. Every proposal is for a person to judge; `ValueError`
    for a span that lies outside its field.
    """
    if language not in LANGUAGES:
        return []
    spans = _spans(fields, taken)
    readings = [read(name, text, spans[name]) for name, text in fields.items()]
    lower = frozenset(word.folded for one in readings for word in one.words if word.shape == "l")
    joiner = Joiner()
    linked = {name_keys(fields[name][start:end])[-1:] for name, ends in spans.items() for start, end in ends}
    for reading in readings:
        reading.lower = lower
        _collect(reading, language, joiner, linked)
    joiner.fold_surnames()
    rest_of_namings(joiner.groups, readings)
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


def _collect(reading: Reading, language: str, joiner: Joiner, linked: set[tuple[str, ...]]) -> None:
    """Claim and group what one field names: institutions, then persons, then what is left of acronyms."""
    pending: Group | None = None
    ending: dict[int, Group] = {}
    for kind, run in _runs(reading, language):
        lone = kind == "person" and run.last == run.first + 1
        if lone and name_keys(reading.exact(run.first, run.last)) in linked:
            continue
        reading.claim(run.first, run.last)
        group = joiner.add(kind, reading, run)
        # «المديرية العامة (DGSN)»: letters of another script spell nothing, yet brackets say that both are one.
        if run.rule == "acronym" and reading.sign(run.first - 1) == "(" and run.first - 1 in ending:
            joiner.join(ending[run.first - 1], group)
        elif kind == "institution":
            ending[run.last] = group
        paired = run.rule.startswith("acronym with")
        if paired and pending is not None:
            joiner.join(pending, group)
            pending = None
        else:
            pending = group if paired else None


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
