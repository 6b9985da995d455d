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
MOST_PIECES = 32
#: So many names that end in a word of the query are looked at.
MOST_NAMESAKES = 200
#: The configuration of texts in all languages that have none of their own.
SIMPLE = "archive_simple"

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
    branches: tuple[tuple[str, ...], ...] = ()  # the pieces as typed, between the ORs
    agents: frozenset[int] = field(default_factory=frozenset)


def read_query(text: str, *, exact: bool = False) -> ReadQuery:
    """Read what a person typed: words, "phrases", OR, -excluded, and names in any spelling on record.

    With `exact` no name is recognised: only the letters as typed count. Of a very long query the end is not
    read, which `ignored` tells.
    """
    text = " ".join(text.replace("\x00", " ").split())[:LONGEST_QUERY]
    if not text:
        return ReadQuery(exact=exact)
    pieces = _PIECE.findall(text)
    unread = pieces[MOST_PIECES:]
    branches = _branches(pieces[:MOST_PIECES])
    chunked = [_chunks(branch, exact=exact) for branch in branches]
    flat = [chunk for branch in chunked for chunk in branch]
    compiled = iter(_compile([chunk.words for chunk in flat]))
    for chunk in flat:
        chunk.queries = next(compiled)
    names = tuple(chunk.name for chunk in flat if chunk.name)
    ignored = [chunk.words for chunk in flat if _is_ignored(chunk)]
    return ReadQuery(
        text=text,
        tsquery=_compose(chunked),
        names=names,
        ignored=(*ignored, *([" ".join(unread)] if unread else [])),
        exact=exact,
        branches=tuple(map(tuple, branches)),
        agents=frozenset(
            agent.pk for chunk in flat if chunk.name and not chunk.is_excluded for agent in chunk.name.agents
        ),
    )


def _is_ignored(chunk: _Chunk) -> bool:
    """Whether none of its words can be searched, or, for a lone one, not in the texts of its own language."""
    if chunk.name:
        return False
    found = [code for code, query in chunk.queries.items() if query]
    return not found or (" " not in chunk.words and len(found) < len(chunk.queries))


def _branches(pieces: Sequence[str]) -> list[list[str]]:
    """The pieces between the ORs: any of these conjunctions may hold."""
    branches: list[list[str]] = [[]]
    for piece in pieces:
        if piece.casefold() == "or":
            branches.append([])
        else:
            branches[-1].append(piece)
    return [branch for branch in branches if branch]


@dataclass(slots=True)
class _Chunk:
    """Words that belong together: those between names, or a name; excluded where a minus stands before it."""

    words: str
    name: RecognisedName | None = None
    is_excluded: bool = False
    queries: dict[str, str] = field(default_factory=dict)


def _chunks(pieces: Sequence[str], *, exact: bool) -> list[_Chunk]:
    """One conjunction as a row of names, and of the words between them."""
    plain = [piece.removeprefix("-") for piece in pieces]
    names = {} if exact else {name.start: name for name in recognise_names(pieces)}
    chunks: list[_Chunk] = []
    position = 0
    while position < len(pieces):
        name = names.get(position)
        if name:
            is_excluded = pieces[position].startswith("-")
            chunks.append(_Chunk(" ".join(plain[position : name.end]), name, is_excluded))
            position = name.end
            continue
        end = min((start for start in names if start > position), default=len(pieces))
        chunks.append(_Chunk(" ".join(pieces[position:end])))
        position = end
    return chunks


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
            surface = " ".join(pieces[start:end]).removeprefix("-").strip('"')
            names.append(RecognisedName(surface, tuple(agents), start, end))
    return sorted(names, key=lambda name: name.start)


def _candidate_spans(pieces: Sequence[str]) -> dict[tuple[int, int], str]:
    """Every run of plain words, and every quoted phrase or excluded piece alone, with its folded key."""
    spans: dict[tuple[int, int], str] = {}
    for start in range(len(pieces)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(pieces)) + 1):
            run = pieces[start:end]
            if len(run) > 1 and any(piece.startswith("-") or '"' in piece for piece in run):
                break
            spans[start, end] = fold(" ".join(run))
    return spans


def _agents_named(keys: Iterable[str]) -> dict[str, list[Agent]]:
    """Whom each key names: by a whole name, or, for a person, by the end of one (the surname)."""
    wanted = [key for key in keys if key]
    if not wanted:
        return {}
    ends = {key.rpartition(" ")[2] for key in wanted if len(key) >= SHORTEST_SURNAME}
    asked = Q(folded__in=wanted) | Q(last_word__in=ends, agent__kind=AgentKind.PERSON)
    found: dict[str, dict[int, Agent]] = {}
    rows = AgentName.objects.filter(asked).select_related("agent").prefetch_related("agent__names")
    for name in rows.order_by("agent_id")[:MOST_NAMESAKES]:
        for key in wanted:
            is_surname = name.agent.kind == AgentKind.PERSON and name.folded.endswith(f" {key}")
            if name.folded == key or (is_surname and len(key) >= SHORTEST_SURNAME):
                found.setdefault(key, {})[name.agent_id] = name.agent
    return {key: list(agents.values()) for key, agents in found.items()}


def _compile(chunks: Sequence[str]) -> list[dict[str, str]]:
    """Each chunk as PostgreSQL reads it in each language; empty where it holds stop words only."""
    configured = {code: language.search_config for code, language in LANGUAGES.items()}
    codes = [code for code, config in configured.items() if config != SIMPLE]
    columns = [(code, configured[code]) for code in codes] + [("", SIMPLE)]
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


def _compose(branches: Sequence[Sequence[_Chunk]]) -> str:
    """One query for texts of every language: each language's texts are asked in its own words."""
    own = [code for code, language in LANGUAGES.items() if language.search_config != SIMPLE]
    parts = []
    for code in (*own, ""):
        ways = [words for branch in branches if (words := _conjunction(branch, code))]
        if ways:
            scope = f"'~l{code}'" if code else " & ".join(f"!'~l{other}'" for other in own)
            parts.append(f"({scope} & ({' | '.join(ways)}))")
    return " | ".join(parts)


def _conjunction(chunks: Sequence[_Chunk], code: str) -> str:
    """All chunks in one language, a name either by its words or by whom it names."""
    parts = []
    for chunk in chunks:
        words = chunk.queries[code]
        ways = [f"({words})"] if words else []
        ways += [f"'~a{agent.pk}'" for agent in (chunk.name.agents if chunk.name else ())]
        if ways:
            parts.append(f"{'!' if chunk.is_excluded else ''}({' | '.join(ways)})")
    return f"({' & '.join(parts)})" if parts else ""
