"""SQL that a session sends again and again: parsed and planned once, several statements at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection

Statement = tuple["str | Prepared", Sequence[Any]]
"""SQL, with `%s` for each of its parameters, or a prepared statement; and its parameters."""
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement that PostgreSQL parses once in a session, and plans once where it finds that as good.

    Short statements take longer to parse and plan than to carry out. `types` are those of `$1`, `$2` … in `sql`.
    """

    name: str
    types: tuple[str, ...]
    sql: str

    def __str__(self) -> str:
        """The SQL that carries it out, as other SQL with its parameters."""
        values = f" ({', '.join(['%s'] * len(self.types))})" if self.types else ""
        return f"EXECUTE {self.name}{values}"

    @property
    def preparation(self) -> str:
        """The SQL that makes it known to a session."""
        types = f" ({', '.join(self.types)})" if self.types else ""
        return f"PREPARE {self.name}{types} AS {self.sql}"


_prepared: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()
"""The names that each session knows: they outlive its transactions, and end with it."""


def send(statements: Sequence[Statement]) -> list[Rows]:
    """Send several statements at once; the rows that each has given, none where it gives none.

    They are carried out one after the other, and each sees what others have committed before its own beginning.
    """
    with connection.cursor() as cursor:
        _prepare(sql for sql, _values in statements if isinstance(sql, Prepared))
        cursor.execute(
            "; ".join(str(sql) for sql, _values in statements),
            [
                _keys(value) if isinstance(sql, Prepared) else value
                for sql, values in statements
                for value in values
            ],
        )
        answers = [cursor.fetchall() if cursor.description else []]
        while cursor.nextset():
            answers.append(cursor.fetchall() if cursor.description else [])
    return answers


def _keys(value: Any) -> Any:
    """Whole numbers as PostgreSQL writes an array of them: in one step, where psycopg takes one for each."""
    if type(value) is list and value and all(type(one) is int for one in value):
        return f"{{{','.join(map(str, value))}}}"
    return value


def _prepare(statements: Iterable[Prepared]) -> None:
    """Make those known to the session that are not: beside the queries, as a connection is set up."""
    session = connection.connection
    known = _prepared.setdefault(session, set())
    for statement in statements:
        if statement.name not in known:
            with connection.wrap_database_errors, session.cursor() as cursor:
                cursor.execute(statement.preparation)
            known.add(statement.name)
