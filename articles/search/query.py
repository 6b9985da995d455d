"""A reader's words → what is looked for: the names recognised in them, and a query in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Q

from articles.languages import LANGUAGES
from articles.models import Agent, AgentName
from articles.names import fold
from articles.vocabulary import AgentKind

#: The longest run of words tried as a name.
LONGEST_NAME = 8
#: A surname shorter than this is no more than a word.
SHORTEST_SURNAME = 3
#: What is read of a query; more than this no one types.
LONGEST_QUERY = 500

# A quoted phrase, an excluded word, the operator OR, or a word.
_PIECE = re.compile(r'-?"[^"]*"?|\S+')


@dataclass(frozen=True, slots=True)
class RecognisedName:
    """Words of the query that are a name on record, and whom they name (several for namesakes)."""

    surface: str
    agents: tuple[Agent, ...]
    start: int = 0  # of its first piece among those of the query
    end: int = 0

    @property
    def agent(self) -> Agent:
        """The first of those so named."""
        return self.agents[0]

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
class ReadQuery:
    """What a query asks for: `tsquery` is empty where nothing of it can be searched."""

    text: str = ""
    tsquery: str = ""
    names: tuple[RecognisedName, ...] = ()
    ignored: tuple[str, ...] = ()
    exact: bool = False
    agents: frozenset[int] = field(default_factory=frozenset)


def read_query(text: str, *, exact: bool = False) -> ReadQuery:
    """Read what a person typed: words, "phrases", OR, -excluded, and names in any spelling on record.

    With `exact` no name is recognised: only the letters as typed count.
    """
    text = " ".join(text.replace("\x00", " ").split())[:LONGEST_QUERY]
    if not text:
        return ReadQuery(exact=exact)
    pieces = _PIECE.findall(text)
    names = () if exact or _has_operators(pieces) else tuple(recognise_names(pieces))
    chunks = _chunks(pieces, names)
    compiled = _compile([chunk if isinstance(chunk, str) else chunk.surface for chunk in chunks])
    ignored = tuple(
        chunk
        for chunk, queries in zip(chunks, compiled, strict=True)
        if isinstance(chunk, str) and not any(queries.values())
    )
    return ReadQuery(
        text=text,
        tsquery=_compose(chunks, compiled),
        names=names,
        ignored=ignored,
        exact=exact,
        agents=frozenset(agent.pk for name in names for agent in name.agents),
    )


def _has_operators(pieces: Sequence[str]) -> bool:
    """Whether the words are joined by more than "and", so that no run of them may be taken out."""
    return any(piece.casefold() == "or" for piece in pieces)


def recognise_names(pieces: Sequence[str]) -> list[RecognisedName]:
    """The names on record among the words of a query, the longest first, none overlapping.

    Quoted and excluded pieces are looked up too when they stand alone, never joined to others.
    """
    spans = _candidate_spans(pieces)
    found = _agents_named({key for key in spans.values() if key})
    taken: set[int] = set()
    names: list[RecognisedName] = []
    for (start, end), key in sorted(spans.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        agents = found.get(key)
        if agents and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            surface = " ".join(pieces[start:end]).strip('"')
            names.append(RecognisedName(surface, tuple(agents), start, end))
    return sorted(names, key=lambda name: name.start)


def _candidate_spans(pieces: Sequence[str]) -> dict[tuple[int, int], str]:
    """Every run of plain words, and every quoted phrase, with its folded key."""
    spans: dict[tuple[int, int], str] = {}
    for start in range(len(pieces)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(pieces)) + 1):
            run = pieces[start:end]
            if any(piece.startswith("-") for piece in run) or (
                len(run) > 1 and any('"' in piece for piece in run)
            ):
                break
            spans[start, end] = fold(" ".join(run))
    return spans


def _agents_named(keys: Iterable[str]) -> dict[str, list[Agent]]:
    """Whom each key names: by a whole name, or, for a person, by the end of one (the surname)."""
    wanted = [key for key in keys if key]
    if not wanted:
        return {}
    asked = Q(folded__in=wanted)
    for key in wanted:
        if len(key) >= SHORTEST_SURNAME:
            asked |= Q(folded__endswith=f" {key}", agent__kind=AgentKind.PERSON)
    found: dict[str, dict[int, Agent]] = {}
    rows = (
        AgentName.objects.filter(asked)
        .select_related("agent")
        .prefetch_related("agent__names")
        .order_by("agent_id")
    )
    for name in rows:
        for key in wanted:
            is_surname = (
                name.agent.kind == AgentKind.PERSON
                and name.folded.endswith(f" {key}")
                and len(key) >= SHORTEST_SURNAME
            )
            if name.folded == key or is_surname:
                found.setdefault(key, {})[name.agent_id] = name.agent
    return {key: list(agents.values()) for key, agents in found.items()}


def _chunks(pieces: Sequence[str], names: Sequence[RecognisedName]) -> list[str | RecognisedName]:
    """The query as a row of recognised names and of the words between them."""
    chunks: list[str | RecognisedName] = []
    starts = {name.start: name for name in names}
    position = 0
    while position < len(pieces):
        if position in starts:
            chunks.append(starts[position])
            position = starts[position].end
            continue
        end = min((start for start in starts if start > position), default=len(pieces))
        chunks.append(" ".join(pieces[position:end]))
        position = end
    return chunks


def _compile(chunks: Sequence[str]) -> list[dict[str, str]]:
    """Each chunk as PostgreSQL reads it in each language; empty where it holds stop words only."""
    configured = {code: language.search_config for code, language in LANGUAGES.items()}
    codes = [code for code, config in configured.items() if config != "archive_simple"]
    columns = [(code, configured[code]) for code in codes] + [("", "archive_simple")]
    parts, parameters = [], []
    for chunk in chunks:
        for code, config in columns:
            parts.append("websearch_to_tsquery(%s::regconfig, archive_words(%s, %s))::text")
            parameters += [config, code, chunk]
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        values = cursor.fetchone()
    size = len(columns)
    return [
        {code: values[row * size + column] for column, (code, _config) in enumerate(columns)}
        for row in range(len(chunks))
    ]


def _compose(chunks: Sequence[str | RecognisedName], compiled: Sequence[dict[str, str]]) -> str:
    """One query for texts of every language: each language's texts are asked in its own words."""
    if not compiled:
        return ""
    own = [code for code in compiled[0] if code]
    branches = []
    for code in (*own, ""):
        words = _conjunction(chunks, compiled, code)
        if words:
            scope = f"'~l{code}'" if code else " & ".join(f"!'~l{other}'" for other in own)
            branches.append(f"({scope} & {words})")
    return " | ".join(branches)


def _conjunction(
    chunks: Sequence[str | RecognisedName], compiled: Sequence[dict[str, str]], code: str
) -> str:
    """All chunks in one language, a name either by its words or by whom it names."""
    parts = []
    for chunk, queries in zip(chunks, compiled, strict=True):
        words = queries[code]
        ways = [f"({words})"] if words else []
        if isinstance(chunk, RecognisedName):
            ways += [f"'~a{agent.pk}'" for agent in chunk.agents]
        if ways:
            parts.append(f"({' | '.join(ways)})")
    return " & ".join(parts)
