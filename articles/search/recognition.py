"""What a query's words name: people and institutions in any spelling on record, tags and outlets by their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.models import Agent, AgentName, Source, Tag
from articles.names import fold
from articles.search.pieces import Piece
from articles.statements import Prepared, Rows, send
from articles.vocabulary import AgentKind

#: The longest run of words tried as a name.
LONGEST_NAME = 8
#: A surname shorter than this is no more than a word.
SHORTEST_SURNAME = 3
#: So many names that end in a word of the query are looked at.
MOST_NAMESAKES = 200

# Whole names first: of those who share a surname, only so many are looked at.
_NAMES = Prepared(
    "recognised_names",
    ("text[]", "text[]", "text", "int"),
    """SELECT agent_id, kind, folded
        FROM articles_agentname name JOIN articles_agent agent ON agent.id = name.agent_id
        WHERE folded = ANY ($1) OR (last_word = ANY ($2) AND kind = $3)
        ORDER BY folded = ANY ($1) DESC, agent_id LIMIT $4""",
)
_TAGS = Prepared(
    "recognised_tags",
    ("text[]",),
    """SELECT id, pref_label_fr, pref_label_en FROM articles_tag
        WHERE unaccent(lower(pref_label_fr)) = ANY ($1) OR unaccent(lower(pref_label_en)) = ANY ($1)
        ORDER BY id""",
)
_SOURCES = Prepared(
    "recognised_sources",
    ("text[]",),
    "SELECT id, name FROM articles_source WHERE unaccent(lower(name)) = ANY ($1) ORDER BY id",
)

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RecognisedName:
    """Words of the query that are a name on record, and whom they name (several for namesakes).

    `is_near` where they only resemble it: no text has these words.
    """

    surface: str
    agents: tuple[Agent, ...]
    start: int = 0  # of its first piece among those of its branch
    end: int = 0
    is_near: bool = False

    @property
    def agent(self) -> Agent:
        """The first of those so named."""
        return self.agents[0]

    @property
    def tokens(self) -> list[str]:
        """By what the index knows those so named."""
        return [f"~a{agent.pk}" for agent in self.agents]

    @property
    def also(self) -> list[AgentName]:
        """The other spellings under which texts are found too."""
        known = {fold(self.agent.name), fold(self.surface)}
        others = []
        for name in self.agent.names.all():
            if name.folded not in known:
                known.add(name.folded)
                others.append(name)
        return others


@dataclass(frozen=True, slots=True)
class RecognisedSubject:
    """Words of the query that are the label of tags or outlets."""

    surface: str
    records: tuple[Tag | Source, ...]
    start: int = 0
    end: int = 0

    @property
    def tokens(self) -> list[str]:
        """By what the index knows them."""
        return [f"~{'t' if isinstance(record, Tag) else 's'}{record.pk}" for record in self.records]


Recognised = RecognisedName | RecognisedSubject


def recognise(
    branches: Sequence[Sequence[Piece]], as_words: frozenset[str] = frozenset()
) -> list[list[Recognised]]:
    """What is named in each branch of a query: the longest first, people before subjects, none overlapping.

    Quoted and excluded pieces are looked up when they stand alone, never joined to others. What a reader wants
    taken `as_words` (folded) is not looked up. One query for any number of branches where nothing is; at most two
    more for whom they name, one for tags and one for outlets.
    """
    every = [
        {span: key for span, key in _candidate_spans(pieces).items() if key and key not in as_words}
        for pieces in branches
    ]
    keys = {key for spans in every for key in spans.values()}
    if not keys:
        return [[] for _pieces in branches]
    wanted = list(keys)
    ends = list({key.rpartition(" ")[2] for key in keys if len(key) >= SHORTEST_SURNAME})
    names, tags, sources = send(
        [
            (_NAMES, [wanted, ends, AgentKind.PERSON, MOST_NAMESAKES]),
            (_TAGS, [wanted]),
            (_SOURCES, [wanted]),
        ]
    )
    agents, subjects = _agents_named(keys, names), _subjects_labelled(keys, tags, sources)
    return [
        _recognised(pieces, spans, agents, subjects) for pieces, spans in zip(branches, every, strict=True)
    ]


def _recognised(
    pieces: Sequence[Piece],
    spans: Mapping[_Span, str],
    agents: Mapping[str, list[Agent]],
    subjects: Mapping[str, list[Tag | Source]],
) -> list[Recognised]:
    """What is named in one branch, of whose spans the keys are known."""
    taken: set[int] = set()
    found: list[Recognised] = []
    for (start, end), key in sorted(spans.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        if not taken.isdisjoint(range(start, end)) or not (agents.get(key) or subjects.get(key)):
            continue
        taken.update(range(start, end))
        surface = " ".join(piece.plain for piece in pieces[start:end])
        if key in agents:
            found.append(RecognisedName(surface, tuple(agents[key]), start, end))
        else:
            found.append(RecognisedSubject(surface, tuple(subjects[key]), start, end))
    return sorted(found, key=lambda one: one.start)


def _candidate_spans(pieces: Sequence[Piece]) -> dict[_Span, str]:
    """Every run of plain words, and every quoted phrase or excluded piece alone, with its folded key."""
    spans: dict[_Span, str] = {}
    for start, first in enumerate(pieces):
        if first.is_prefix:
            continue
        spans[start, start + 1] = fold(first.plain)
        for end in range(start + 2, min(start + LONGEST_NAME, len(pieces)) + 1):
            run = pieces[start:end]
            if any(piece.is_excluded or piece.is_phrase or piece.is_prefix for piece in run):
                break
            spans[start, end] = fold(" ".join(piece.plain for piece in run))
    return spans


def _agents_named(keys: set[str], names: Rows) -> dict[str, list[Agent]]:
    """Whom each key names: by a whole name, or, for a person, by the end of one (the surname)."""
    found: dict[str, dict[int, None]] = {}
    for agent, kind, folded in names:
        for key in keys:
            is_surname = kind == AgentKind.PERSON and folded.endswith(f" {key}")
            if folded == key or (is_surname and len(key) >= SHORTEST_SURNAME):
                found.setdefault(key, {})[agent] = None
    known = Agent.objects.with_names().in_bulk({agent for agents in found.values() for agent in agents})
    return {key: [known[agent] for agent in agents if agent in known] for key, agents in found.items()}


def _subjects_labelled(keys: set[str], tags: Rows, sources: Rows) -> dict[str, list[Tag | Source]]:
    """The tags and outlets of these labels, in either language, accents aside."""
    found: dict[str, list[Tag | Source]] = {}
    for model, labelled in ((Tag, tags), (Source, sources)):
        known = model._default_manager.in_bulk([row[0] for row in labelled])
        for record, *labels in labelled:
            for key in {fold(label) for label in labels} & keys:
                if record in known:
                    found.setdefault(key, []).append(known[record])
    return found
