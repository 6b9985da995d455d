"""Arabic words that only sound like a name, and that texts have as words: مفقود, missing, is no Mawgoud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db import connection

from articles.names import fold
from articles.names.fold import script_of
from articles.search.chunks import Chunk, compile_chunks
from articles.search.names_in_texts import NamesInTexts
from articles.search.recognised import RecognisedName
from articles.search.standing import Standing
from articles.search.tsquery import Words

#: Of a longer query so many words are doubted; the others are read as they sound.
MOST_DOUBTED = 4

_HITS = "hits{} AS MATERIALIZED (SELECT FROM articles_searchentry WHERE search @@ (SELECT %s::tsquery))"


def doubtful_words(branches: Iterable[Iterable[Chunk]]) -> list[str]:
    """The single Arabic words of a query that are read as a name by their sound alone, the first few: no capital tells
    them from others."""
    return list(dict.fromkeys(name.surface for _chunk, name in _doubtful(branches)))[:MOST_DOUBTED]


def take_back(
    branches: Sequence[Sequence[Chunk]],
    compiled: Mapping[str, Mapping[str, str]],
    standing: Standing,
    in_texts: NamesInTexts,
) -> None:
    """Read such words as words where texts write them so, and none of these is linked, or perhaps is, to whom they
    sound like, nor has a new name that ends so. One statement for all that are on record, and one for all that
    change.

    `compiled` are the queries of the words alone; of an archive whose words are not gathered nothing is known.
    """
    if not standing.is_gathered:
        return
    unknown = {*standing.absent, *standing.unwritten}
    written = [
        (chunk, name)
        for chunk, name in _doubtful(branches)
        if name.surface in compiled
        and name.surface not in unknown
        and not in_texts.has_end(fold(name.surface))
    ]
    linked = _linked(list(dict.fromkeys(filter(None, (_query(name, compiled) for _chunk, name in written)))))
    changed = []
    for chunk, name in written:
        if _query(name, compiled) not in linked:
            chunk.words, chunk.named = Words(name.surface), ()
            changed.append(chunk)
    compile_chunks([changed])


def _doubtful(branches: Iterable[Iterable[Chunk]]) -> Iterator[tuple[Chunk, RecognisedName]]:
    for chunk in (chunk for branch in branches for chunk in branch):
        name = chunk.named[0] if len(chunk.named) == 1 else None
        if not isinstance(name, RecognisedName) or chunk.is_excluded or name.end - name.start != 1:
            continue
        if script_of(fold(name.surface)) == "Arab" and (name.is_alike or (not name.agents and name.in_texts)):
            yield chunk, name


def _query(name: RecognisedName, compiled: Mapping[str, Mapping[str, str]]) -> str:
    """What finds the texts that have the word of a name and are linked, or perhaps are, to whom it names; or none."""
    query = compiled[name.surface].get("ar", "")
    tokens = " | ".join(f"'{token}'" for token in (*name.tokens, *name.perhaps_tokens))
    return f"({query}) & ({tokens})" if name.agents and query else ""


def _linked(queries: Sequence[str]) -> set[str]:
    """Those of these queries that any text answers."""
    if not queries:
        return set()
    hits = ", ".join(_HITS.format(place) for place in range(len(queries)))
    shown = ", ".join(f"EXISTS (SELECT FROM hits{place})" for place in range(len(queries)))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {hits} SELECT {shown}", queries)
        return {query for query, is_there in zip(queries, cursor.fetchone(), strict=True) if is_there}
