"""How good the proposals of new names are on annotated texts: precision, recall, F1 by rules, with recognisers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter

from articles.candidates import LEAST_SCORE, Candidate, find_candidates, recogniser_of
from articles.names import fold
from measures.records import Entity, Record
from measures.tables import Table, percent

Propose = Callable[[Record], Sequence[Candidate]]

_KINDS = {"person": "persons", "institution": "institutions"}


@dataclass
class _Tally:
    """What was counted, by (language, kind); `wrong` and `missed` are examples."""

    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def count(self, record: Record, kind: str, proposed: Sequence[Candidate]) -> None:
        """Judge the proposals of one kind for one text against what is marked in it."""
        entities = [entity for entity in record.entities if entity.kind == kind and entity.mentions]
        for entity in entities:
            self._add(record, kind, "marked")
            touched = any(_touch(one, entity) for one in proposed)
            self._add(record, kind, "found, overlapping", touched)
            self._add(record, kind, "found", any(_match(one, entity) for one in proposed))
            if not touched:
                self.missed.append(f"missed, {record.group}: {record.id}: {kind} {entity.name!r}")
        for one in proposed:
            self._add(record, kind, "proposed")
            touched = any(_touch(one, entity) for entity in entities)
            self._add(record, kind, "right, overlapping", touched)
            self._add(record, kind, "right", any(_match(one, entity) for entity in entities))
            if not touched:
                self.wrong.append(
                    f"wrong, {record.group}: {record.id}: {kind} {one.text!r} ({one.rule}, {one.score})"
                )

    def _add(self, record: Record, kind: str, what: str, number: int = 1) -> None:
        self.counts[record.group, kind, what] += number

    def figures(
        self, group: str, kind: str, suffix: str = ""
    ) -> tuple[float | None, float | None, float | None]:
        """(precision, recall, F1) in per cent."""
        right, found = self.counts[group, kind, f"right{suffix}"], self.counts[group, kind, f"found{suffix}"]
        proposed, marked = self.counts[group, kind, "proposed"], self.counts[group, kind, "marked"]
        precision, recall = percent(right, proposed), percent(found, marked)
        if not precision or not recall:
            return precision, recall, None
        return precision, recall, round(2 * precision * recall / (precision + recall), 1)


def _touch(candidate: Candidate, entity: Entity) -> bool:
    """Whether some naming of the candidate overlaps a mention of the entity."""
    return any(
        place.field == mention.field and place.start < mention.end and mention.start < place.end
        for place in candidate.places
        for mention in entity.mentions
    )


def _match(candidate: Candidate, entity: Entity) -> bool:
    """Whether some naming has the very words of a mention there, signs and a first article apart."""
    return any(
        place.field == mention.field
        and place.start < mention.end
        and mention.start < place.end
        and _words(place.exact) == _words(mention.text)
        for place in candidate.places
        for mention in entity.mentions
    )


def _words(exact: str) -> list[str]:
    words = fold(exact).split()
    return words[1:] if words[:1] and words[0] in ("le", "la", "les", "l", "the") else words


def measure_suggestions(records: Sequence[Record], examples: int) -> list[Table]:
    """Rules alone and, where the extra `[ner]` is installed, with recognisers; nothing is on record."""
    marked = [record for record in records if record.annotated]
    tables = [_measure(marked, "rules alone", _by_rules, examples)]
    if any(recogniser_of(language) for language in {record.language for record in records}):
        tables.append(_measure(marked, "with recognisers", _with_recognisers, examples))
    else:
        tables[-1].notes.append("the extra [ner] is not installed: no figures with recognisers")
    tables.append(_speed(records))
    return tables


def _by_rules(record: Record) -> Sequence[Candidate]:
    return _surest(find_candidates(record.fields, record.language, recognise=False))


def _with_recognisers(record: Record) -> Sequence[Candidate]:
    return _surest(find_candidates(record.fields, record.language))


def _surest(candidates: Sequence[Candidate]) -> list[Candidate]:
    return [candidate for candidate in candidates if candidate.score >= LEAST_SCORE]


def _measure(records: Sequence[Record], how: str, propose: Propose, examples: int) -> Table:
    tally = _Tally()
    for record in records:
        proposed = propose(record)
        for kind in sorted(record.annotated):
            tally.count(record, kind, [one for one in proposed if one.kind == kind])
    table = Table(f"New names proposed, {how}, %")
    for group in sorted({group for group, _, _ in tally.counts}):
        for kind, plural in reversed(_KINDS.items()):
            if tally.counts[group, kind, "marked"] or tally.counts[group, kind, "proposed"]:
                table.rows.append(_row(tally, group, kind, plural))
    table.notes = [
        "a text's persons and institutions, each once; a proposal counts when one of its namings has a mention's "
        "very words (exact) or shares a word with it (overlapping)",
        f"proposals with a score of {LEAST_SCORE} or more, those that are brought before a person",
        *tally.wrong[:examples],
        *tally.missed[:examples],
    ]
    return table


def _row(tally: _Tally, group: str, kind: str, plural: str) -> dict[str, str | int | float | None]:
    exact, overlapping = tally.figures(group, kind), tally.figures(group, kind, ", overlapping")
    return {
        "language": group,
        "kind": plural,
        "marked": tally.counts[group, kind, "marked"],
        "proposed": tally.counts[group, kind, "proposed"],
        **dict(zip(("precision", "recall", "F1"), overlapping, strict=True)),
        **dict(zip(("exact precision", "exact recall", "exact F1"), exact, strict=True)),
    }


def _speed(records: Sequence[Record]) -> Table:
    """Texts a second in one thread; a first text of each language goes before, so that models are loaded."""
    table = Table("Speed of proposing new names, one thread")
    for language in sorted({record.language for record in records}):
        texts = [record for record in records if record.language == language]
        recogniser = recogniser_of(language)
        words = sum(len(record.full_text.split()) for record in texts)
        table.rows.append({
            "language": language,
            "texts": len(texts),
            "words a text": round(words / len(texts)),
            "rules alone, texts/s": _texts_a_second(texts, _by_rules),
            "with recogniser, texts/s": _texts_a_second(texts, _with_recognisers) if recogniser else None,
            "recogniser": recogniser.name if recogniser else "–",
        })  # fmt: skip
    return table


def _texts_a_second(records: Sequence[Record], propose: Propose) -> float:
    propose(records[0])
    start = perf_counter()
    for record in records:
        propose(record)
    return round(len(records) / max(perf_counter() - start, 1e-9), 1)
