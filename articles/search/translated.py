"""Institutions that a query names in other words than their record or the texts: their names translated."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.names import fold
from articles.search.pieces import Piece
from articles.search.recognised import RecognisedName
from articles.search.sounding import Sounding
from articles.search.spans import Span, surface_of
from articles.statements import Prepared, Rows, Statement
from articles.terms import institution_keys, may_be_institution
from articles.vocabulary import AgentKind

#: So many words a name has at most; and so many runs of words are looked up in a query, the longest first.
LONGEST, MOST_RUNS = 10, 40
#: So many records, and names in texts, bear a key; and so many of the names are asked for.
MOST_BEARERS, MOST_TOLD = 8, 8

_NAMES = Prepared(
    "translated_names",
    ("text[]", "text", "int"),
    """SELECT said, agent_id, '' FROM unnest($1) AS sought (said) CROSS JOIN LATERAL (
            SELECT agent_id FROM articles_agentname name JOIN articles_agent agent ON agent.id = agent_id
            WHERE other_sounds @> ARRAY[said] AND other_sounds <> '{}' AND agent.kind = $2
            ORDER BY agent_id LIMIT $3) AS bearer
        UNION ALL
        SELECT said, NULL, spelt FROM unnest($1) AS sought (said) CROSS JOIN LATERAL (
            SELECT text, spellings FROM articles_nameproposal
            WHERE other_sounds @> ARRAY[said] AND other_sounds <> '{}' AND kind = $2 AND status = 'proposed'
            ORDER BY score DESC, id LIMIT $3) AS waiting
        CROSS JOIN LATERAL unnest(text::text || spellings) AS spelling (spelt)""",
)


@dataclass(frozen=True, slots=True)
class _Meant:
    """Whom a run of words names on record, and what texts call them whose record nobody has made."""

    agents: tuple[int, ...]
    names: tuple[str, ...]


class TranslatedInstitutions:
    """Runs of words of a query's branches that say what the name of an institution says, in any of four languages."""

    def __init__(self, branches: Sequence[Sequence[Piece]]) -> None:
        self._keys = [dict(_keys_of_runs(pieces)) for pieces in branches]
        self._agents: dict[str, dict[int, None]] = {}
        self._names: dict[str, dict[str, str]] = {}

    def statements(self) -> list[Statement]:
        """What is asked of the names: nothing where no word says what kind of body something is."""
        keys = list(dict.fromkeys(key for branch in self._keys for run in branch.values() for key in run))
        return [(_NAMES, [keys, AgentKind.INSTITUTION, MOST_BEARERS])] if keys else []

    def learn(self, rows: Rows) -> None:
        """Take in the answer: (key, agent or nobody, a name in texts or nothing)."""
        for key, agent, name in rows:
            if agent is None:
                self._names.setdefault(key, {}).setdefault(fold(name), name)
            else:
                self._agents.setdefault(key, {})[agent] = None

    def rows(self, branch: int, spans: Iterable[Span]) -> list[Sounding]:
        """The runs that name institutions on record, the longest first; none within what is on record so."""
        known = list(spans)
        found = (
            Sounding(*span, meant.agents, 1.0, is_same=False)
            for span, meant in self._meant(branch)
            if meant.agents
        )
        return [
            row for row in found if not any(start <= row.start and row.end <= end for start, end in known)
        ]

    def names_at(self, branch: int, start: int, end: int) -> tuple[str, ...]:
        """What texts call the institution that these words name."""
        keys = self._keys[branch].get((start, end), ())
        called = {name: text for key in keys for name, text in self._names.get(key, {}).items()}
        return tuple(called.values())[:MOST_TOLD]

    def unrecorded(
        self, branch: int, pieces: Sequence[Piece], taken: Container[int]
    ) -> Iterator[RecognisedName]:
        """The runs, none of whose places is taken, that texts alone name, in other words; none overlapping."""
        used: set[int] = set()
        for (start, end), meant in self._meant(branch):
            places = range(start, end)
            surface = surface_of(pieces[start:end])
            others = tuple(name for name in meant.names if fold(name) != fold(surface))
            if others and not any(at in taken or at in used for at in places):
                used.update(places)
                yield RecognisedName(surface, (), start, end, in_texts=others)

    def _meant(self, branch: int) -> Iterator[tuple[Span, _Meant]]:
        for (start, end), keys in self._keys[branch].items():
            agents = tuple(dict.fromkeys(agent for key in keys for agent in self._agents.get(key, ())))
            names = self.names_at(branch, start, end)
            if (agents or names) and len(agents) <= MOST_BEARERS:
                yield (start, end), _Meant(agents, names)


def _keys_of_runs(pieces: Sequence[Piece]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The runs of mere words among which one says what kind of body it is, with the keys of what they say."""
    words = [fold(piece.plain).split() if piece.is_mere_word else [] for piece in pieces]
    if not may_be_institution(word for part in words for word in part):
        return
    runs = (
        (start, start + length)
        for length in range(min(LONGEST, len(pieces)), 0, -1)
        for start in range(len(pieces) - length + 1)
    )
    found = 0
    for start, end in runs:
        if all(words[start:end]) and (keys := institution_keys(surface_of(pieces[start:end]))):
            yield (start, end), keys
            found += 1
            if found == MOST_RUNS:
                return
