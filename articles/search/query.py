"""A reader's words → what is looked for: the names recognised in them, and a query in each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from articles.kept import Kept
from articles.names import fold
from articles.search.near_names import READ_AS, NearName, near_names
from articles.search.pieces import Piece, Pieces, joined, part
from articles.search.recognition import (
    Recognised,
    RecognisedName,
    RecognisedSubject,
    recognise,
)
from articles.search.tsquery import (
    COLUMNS,
    EVERY,
    Words,
    asks_for_words,
    compile_words,
    in_headline,
    scoped,
    words_in_no_text,
)

#: So many words that no text has are compared with the names on record.
MOST_NEAR = 4
#: So many queries are remembered: who turns the page or narrows a result asks the same words again. One that names two
#: hundred namesakes takes nearly a megabyte.
MOST_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class ReadQuery:
    """What a query asks for.

    `tsquery` is PostgreSQL's query for texts of every language, empty where nothing of it can be searched;
    `by_language` has the part for the texts of each language ("" for the other ones), `in_headline` what asks the
    same of their headlines alone. `meant` are names the reader may have meant.
    """

    text: str = ""
    tsquery: str = ""
    by_language: dict[str, str] = field(default_factory=dict)
    in_headline: dict[str, str] = field(default_factory=dict)
    names: tuple[RecognisedName, ...] = ()
    subjects: tuple[RecognisedSubject, ...] = ()
    meant: tuple[NearName, ...] = ()
    ignored: tuple[str, ...] = ()
    exact: bool = False
    branches: tuple[tuple[str, ...], ...] = ()  # the pieces as typed, between the ORs
    agents: frozenset[int] = field(default_factory=frozenset)
    has_phrase: bool = False


@dataclass(slots=True)
class _Chunk:
    """Words that belong together: those between names, a name, or a prefix; excluded where a minus stands before."""

    words: Words
    named: Recognised | None = None
    is_excluded: bool = False
    queries: dict[str, str] = field(default_factory=dict)


_remembered: Kept[tuple[str, bool, frozenset[str]], ReadQuery] = Kept(MOST_REMEMBERED)


def read_query(text: str, *, exact: bool = False, as_words: Iterable[str] = ()) -> ReadQuery:
    """Read what a person typed: words, "phrases", OR, -excluded, prefix*, and names in any spelling on record.

    With `exact` nothing is recognised: only the letters as typed count; `as_words` are the names that the reader
    wants taken as mere words. A word that no text has is compared with the names on record: read as the one it is
    near to, or asked back. Of a very long query the end is not read, which `ignored` tells.
    """
    plain = frozenset(fold(words) for words in as_words)
    return _remembered.one((text, exact, plain), lambda: _read(text, exact, plain))


def _read(text: str, exact: bool, plain: frozenset[str]) -> ReadQuery:
    pieces = part(text)
    if not pieces.branches:
        return ReadQuery(text=pieces.text, exact=exact, ignored=(pieces.text,) if pieces.text else ())
    if exact:
        return _exact(pieces)
    found = recognise(pieces.branches, plain)
    branches = [_chunks(branch, named) for branch, named in zip(pieces.branches, found, strict=True)]
    lone = _compile(branches, _lone_words(branches, plain))
    meant = _read_near(branches, lone)
    flat = [chunk for branch in branches for chunk in branch]
    by_language = {code: _disjunction(branches, code) for code in COLUMNS}
    ignored = [chunk.words.text for chunk in flat if _is_ignored(chunk)]
    return ReadQuery(
        text=pieces.text,
        tsquery=scoped(by_language),
        by_language=by_language,
        in_headline={code: _disjunction(branches, code, headline=True) for code in COLUMNS},
        names=tuple(chunk.named for chunk in flat if isinstance(chunk.named, RecognisedName)),
        subjects=tuple(chunk.named for chunk in flat if isinstance(chunk.named, RecognisedSubject)),
        meant=meant,
        ignored=(*ignored, *([pieces.unread] if pieces.unread else [])),
        branches=_as_typed(pieces),
        agents=frozenset(_agents(flat)),
        has_phrase=any("<" in query for query in by_language.values()),
    )


def _exact(pieces: Pieces) -> ReadQuery:
    """The letters as typed; `tsquery` finds all texts that may hold them: one with a minus, or one that a language
    does not index, cannot narrow it."""
    kept = [[piece for piece in branch if not piece.is_excluded] for branch in pieces.branches]
    # Only a word of letters alone is sure to be a word to PostgreSQL too; others narrow nothing.
    words = [Words(joined([piece for piece in branch if piece.is_of_letters])) for branch in kept]
    compiled = compile_words(words)
    by_language = {code: " | ".join(f"({one[code] or EVERY})" for one in compiled) for code in COLUMNS}
    return ReadQuery(
        text=pieces.text,
        tsquery=scoped(by_language),
        by_language=by_language,
        in_headline={code: in_headline(query) for code, query in by_language.items()},
        ignored=(pieces.unread,) if pieces.unread else (),
        exact=True,
        branches=_as_typed(pieces),
        has_phrase=any("<" in query for query in by_language.values()),
    )


def _as_typed(pieces: Pieces) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(piece.text for piece in branch) for branch in pieces.branches)


def _agents(chunks: Iterable[_Chunk]) -> Iterable[int]:
    """Whom the query asks for, by their keys."""
    for chunk in chunks:
        if isinstance(chunk.named, RecognisedName) and not chunk.is_excluded:
            yield from (agent.pk for agent in chunk.named.agents)


def _chunks(pieces: Sequence[Piece], found: Sequence[Recognised]) -> list[_Chunk]:
    """One conjunction as a row of names, prefixes, and the words between them."""
    named = {one.start: one for one in found}
    chunks: list[_Chunk] = []
    between: list[Piece] = []

    def close() -> None:
        if between:
            chunks.append(_Chunk(Words(joined(between))))
            between.clear()

    position = 0
    while position < len(pieces):
        piece, one = pieces[position], named.get(position)
        if one:
            close()
            words = Words(joined(pieces[position : one.end]).removeprefix("-"))
            chunks.append(_Chunk(words, one, piece.is_excluded))
        elif piece.is_prefix:
            # «Maroc-Russ*»: the words before its last one are words like others.
            between.extend(Piece(run) for run in piece.runs_before)
            close()
            chunks.append(_Chunk(Words(piece.letters, is_prefix=True), None, piece.is_excluded))
        else:
            between.append(piece)
        position = one.end if one else position + 1
    close()
    return chunks


def _compile(branches: Sequence[Sequence[_Chunk]], lone: Sequence[str] = ()) -> dict[str, dict[str, str]]:
    """Give each chunk its queries; those of these words alone are returned. One statement, or none."""
    flat = [chunk for branch in branches for chunk in branch]
    words = dict.fromkeys([*(chunk.words for chunk in flat), *(Words(word) for word in lone)])
    compiled = dict(zip(words, compile_words(list(words)), strict=True))
    for chunk in flat:
        chunk.queries = compiled[chunk.words]
    return {word: compiled[Words(word)] for word in lone}


def _lone_words(branches: Sequence[Sequence[_Chunk]], as_words: frozenset[str]) -> list[str]:
    """The words that may be misspelt names, each once."""
    every = [word for branch in branches for chunk in branch for word in _unnamed(chunk)]
    return list(dict.fromkeys(word for word in every if fold(word) not in as_words))


def _read_near(
    branches: Sequence[list[_Chunk]], lone: Mapping[str, Mapping[str, str]]
) -> tuple[NearName, ...]:
    """Read the words that no text has as the names they are near to; the names to ask the reader about."""
    meant: list[NearName] = []
    for word in words_in_no_text(lone)[:MOST_NEAR]:
        near = near_names(word)
        if near and near[0].score >= READ_AS:
            for branch in branches:
                _read_as(branch, word, near)
        else:
            meant.extend(near)
    return tuple(meant)


def _unnamed(chunk: _Chunk) -> list[str]:
    """The single words of a chunk that could be a misspelt name."""
    if chunk.named or chunk.words.is_prefix or '"' in chunk.words.text:
        return []
    return [word for word in chunk.words.text.split() if not word.startswith("-")]


def _read_as(branch: list[_Chunk], word: str, near: Sequence[NearName]) -> None:
    """Take a word out of the chunk that holds it, and put those it is near to in its place."""
    agents = tuple(one.agent for one in near if one.score >= READ_AS)
    for place, chunk in enumerate(branch):
        words = _unnamed(chunk)
        if word not in words:
            continue
        all_words = chunk.words.text.split()
        at = all_words.index(word)
        after = [other for other in all_words[at + 1 :] if other != word]
        parts = [_Chunk(Words(" ".join(run))) for run in (all_words[:at], after) if run]
        _compile([parts])
        middle = _Chunk(
            Words(word), RecognisedName(word, agents, is_near=True), queries=dict.fromkeys(COLUMNS, "")
        )
        branch[place : place + 1] = [*parts[: bool(at)], middle, *parts[bool(at) :]]
        return


def _is_ignored(chunk: _Chunk) -> bool:
    """Whether none of its words can be searched, or, for a lone one, not in the texts of its own language."""
    if chunk.named:
        return False
    found = [code for code, query in chunk.queries.items() if query]
    return not found or (" " not in chunk.words.text and len(found) < len(chunk.queries))


def _disjunction(branches: Sequence[Sequence[_Chunk]], code: str, *, headline: bool = False) -> str:
    """The query for the texts of one language: any of the branches."""
    ways = [words for branch in branches if (words := _conjunction(branch, code, headline=headline))]
    return " | ".join(ways)


def _conjunction(chunks: Sequence[_Chunk], code: str, *, headline: bool) -> str:
    """All chunks in one language, a name either by its words or by whom it names."""
    parts = []
    for chunk in chunks:
        words = chunk.queries[code]
        is_sought = headline and not chunk.is_excluded
        ways = [f"({in_headline(words) if is_sought else words})"] if words else []
        tokens = chunk.named.tokens if chunk.named else []
        ways += [f"'{token.replace('~a', '~h') if is_sought else token}'" for token in tokens]
        if ways:
            parts.append(f"{'!' if chunk.is_excluded else ''}({' | '.join(ways)})")
    query = f"({' & '.join(parts)})" if parts else ""
    # What asks for no word has none in its headline either.
    return "" if headline and not asks_for_words(query) else query


__all__ = ["ReadQuery", "RecognisedName", "RecognisedSubject", "read_query"]
