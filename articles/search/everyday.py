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

_HAS = """WITH hits AS MATERIALIZED (SELECT FROM articles_searchentry WHERE search @@ (SELECT %s::tsquery))
    SELECT EXISTS (SELECT FROM hits)"""


def doubtful_words(branches: Iterable[Iterable[Chunk]]) -> list[str]:
    """The single Arabic words of a query that are read as a name by their sound alone: no capital tells them from
    others."""
    return list(dict.fromkeys(name.surface for _chunk, name in _doubtful(branches)))


def take_back(
    branches: Sequence[Sequence[Chunk]],
    compiled: Mapping[str, Mapping[str, str]],
    standing: Standing,
    in_texts: NamesInTexts,
) -> None:
    """Read such words as words where texts write them so, and none of these is linked, or perhaps is, to whom they
    sound like, nor has a new name that ends so. One statement for each that is on record, and one for all that change.

    `compiled` are the queries of the words alone; of an archive whose words are not gathered nothing is known.
    """
    if not standing.is_gathered:
        return
    unknown = {*standing.absent, *standing.unwritten}
    changed = []
    for chunk, name in _doubtful(branches):
        word = name.surface
        if word not in compiled or word in unknown or in_texts.has_end(fold(word)):
            continue
        if not (name.agents and _is_linked(compiled[word].get("ar", ""), name)):
            chunk.words, chunk.named = Words(word), ()
            changed.append(chunk)
    compile_chunks([changed])


def _doubtful(branches: Iterable[Iterable[Chunk]]) -> Iterator[tuple[Chunk, RecognisedName]]:
    for chunk in (chunk for branch in branches for chunk in branch):
        name = chunk.named[0] if len(chunk.named) == 1 else None
        if not isinstance(name, RecognisedName) or chunk.is_excluded or name.end - name.start != 1:
            continue
        if script_of(fold(name.surface)) == "Arab" and (name.is_alike or (not name.agents and name.in_texts)):
            yield chunk, name


def _is_linked(query: str, name: RecognisedName) -> bool:
    if not query:
        return False
    tokens = " | ".join(f"'{token}'" for token in (*name.tokens, *name.perhaps_tokens))
    with connection.cursor() as cursor:
        cursor.execute(_HAS, [f"({query}) & ({tokens})"])
        return bool(cursor.fetchone()[0])
