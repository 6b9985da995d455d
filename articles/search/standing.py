"""How the words of a query stand in the archive: in no text, in none as they are written, or in hardly any."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection

from articles.search.scopes import Scope, scopes
from articles.search.slips import is_key, key_of

#: In so many texts is a word that may be their slip.
MOST_RARE = 2
# Those of the keys that texts have, and how many; nothing where no words are gathered.
_WRITTEN = """CASE WHEN EXISTS (SELECT FROM articles_writtenword) THEN ARRAY(SELECT folded || ' ' || sum(records)
    FROM articles_writtenword WHERE folded = ANY (%s) GROUP BY folded) END"""
# A word is looked for in the first of these, and in the second where it is not there.
_LOOKED_IN = ("articles_searchsample", "articles_searchentry")


@dataclass(frozen=True, slots=True)
class Standing:
    """How words stand in the archive: `absent` are in no text, in no inflection; of the others `unwritten` are those
    that no text writes so, of those that were read for its words, and `rare` those that hardly any does.

    Of an archive whose words are not gathered yet only the first is known.
    """

    absent: list[str] = field(default_factory=list)
    unwritten: list[str] = field(default_factory=list)
    rare: list[str] = field(default_factory=list)
    is_gathered: bool = False

    def of(self, words: Container[str]) -> Standing:
        """That of these words alone."""
        return Standing(
            [word for word in self.absent if word in words],
            [word for word in self.unwritten if word in words],
            [word for word in self.rare if word in words],
            self.is_gathered,
        )


def standing_of(words: Mapping[str, Mapping[str, str]]) -> Standing:
    """How these words stand in the archive; one statement, or none.

    The words are given as `compile_words` has them, by language.

    A common word is found in the sample, at once; only what is not is looked for in all entries: PostgreSQL begins
    neither before it is asked for. Each is looked up as if all hits were wanted, of which the first is read: for a
    first hit alone the planner would read the table.
    """
    asked = {word: parts for word, compiled in words.items() if (parts := scopes(compiled))}
    if not asked:
        return Standing()
    keys = {word: key_of(word) for word in asked}
    sql, parameters = _are_there(list(asked.values()))
    with connection.cursor() as cursor:
        cursor.execute(f"{sql}, {_WRITTEN}", [*parameters, list(keys.values())])
        *found, written = cursor.fetchone()
    is_there = dict(zip(asked, found, strict=True))
    absent = [word for word in asked if not is_there[word]]
    if written is None:
        return Standing(absent)
    known = {key: int(records) for key, _blank, records in (one.partition(" ") for one in written)}
    # Numbers and the shortest words are not gathered.
    in_texts = {word: known.get(key, 0) for word, key in keys.items() if is_there[word] and is_key(key)}
    return Standing(
        absent,
        [word for word, records in in_texts.items() if not records],
        [word for word, records in in_texts.items() if records <= MOST_RARE],
        is_gathered=True,
    )


def _are_there(asked: Sequence[Sequence[Scope]]) -> tuple[str, list[str | list[str]]]:
    """What tells of each word, given by its scopes, whether any entry has it."""
    hits: list[str] = []
    parameters: list[str | list[str]] = []
    for table in _LOOKED_IN:
        for place, parts in enumerate(asked):
            hits.append(f"{table}{place} AS MATERIALIZED ({_hits_in(table, parts)})")
            for scope in parts:
                parameters += [scope.tsquery, list(scope.languages)]
    sample, every = _LOOKED_IN
    shown = ", ".join(
        f"EXISTS (SELECT FROM {sample}{place}) OR EXISTS (SELECT FROM {every}{place})"  # noqa: S608
        for place in range(len(asked))
    )
    return f"WITH {', '.join(hits)} SELECT {shown}", parameters


def _hits_in(table: str, parts: Sequence[Scope]) -> str:
    """What finds the entries of a table that have the words of these scopes."""
    return " UNION ALL ".join(
        f"SELECT FROM {table} WHERE search @@ (SELECT %s::tsquery)"
        f" AND language {'<> ALL' if scope.is_rest else '= ANY'} (%s)"
        for scope in parts
    )
