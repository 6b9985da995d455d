"""The bare SQL of a page: what its view asks of the database, asked again without the view."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db import connection, transaction
from django.test import Client

from benchmarks.scale.client import percentile

_TIMES = 3
#: Milliseconds from which on one round must do.
_SLOW = 1_000
#: Seconds after which the other pages of a kind are left out.
_LONGEST = 20.0
_fresh = count(1)


def fresh(path: str) -> str:
    """The address with a parameter nobody has used, so that no page kept from before can answer it."""
    return f"{path}{'&' if '?' in path else '?'}bench={next(_fresh)}x{time.time_ns() % 10**9}"


@dataclass(slots=True)
class Statement:
    """One statement of a page, as Django sent it, and the milliseconds it takes by itself."""

    sql: str
    parameters: Any
    milliseconds: float = 0.0


def statements_of(path: str) -> list[Statement]:
    """What the page asks the database for when it is asked for the first time, by a process that is warm."""
    client = Client(SERVER_NAME="localhost")
    found: list[Statement] = []

    def note(execute: Callable[..., Any], sql: Any, parameters: Any, many: bool, context: Any) -> Any:
        if not many:
            found.append(Statement(str(sql), parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        response = client.get(fresh(path))
        if response.streaming:
            b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return found


def time_statements(statements: Sequence[Statement]) -> float:
    """Milliseconds of all of them, sent one after the other by psycopg alone; the middle of three."""
    rounds = []
    for _ in range(_TIMES):
        connection.ensure_connection()
        with transaction.atomic():
            raw = connection.connection.cursor()
            total = 0.0
            for statement in statements:
                start = time.perf_counter()
                raw.execute(statement.sql, statement.parameters)
                if raw.description:
                    raw.fetchall()
                statement.milliseconds = (time.perf_counter() - start) * 1000
                total += statement.milliseconds
            raw.close()
        rounds.append(total)
        if total > _SLOW:
            break
    return percentile(rounds, 50)


def warm() -> None:
    """Have this process read what it keeps of the archive as a whole, as one that has answered before."""
    for path in ("/fr/", "/fr/articles/", "/en/", "/en/articles/"):
        Client(SERVER_NAME="localhost").get(fresh(path))


def bare_sql(paths: Sequence[str]) -> tuple[float, int, list[Statement]]:
    """(p50 in milliseconds, statements a page, all statements with their times) of the pages of one kind.

    Of as many as can be asked in some seconds, but at least of two.
    """
    totals, counts, everything = [], [], []
    start = time.perf_counter()
    for path in paths:
        if len(totals) > 1 and time.perf_counter() - start > _LONGEST:
            break
        statements = statements_of(path)
        totals.append(time_statements(statements))
        counts.append(len(statements))
        everything += statements
    return percentile(totals, 50), max(counts, default=0), everything


def explain(statement: Statement) -> str:
    """EXPLAIN (ANALYZE, BUFFERS) of a statement, or why there is none."""
    connection.ensure_connection()
    try:
        with transaction.atomic(), connection.connection.cursor() as raw:
            raw.execute(f"EXPLAIN (ANALYZE, BUFFERS) {statement.sql}", statement.parameters)
            return "\n".join(row[0] for row in raw.fetchall())
    except Exception as error:  # noqa: BLE001 - a statement that cannot be explained is told as such
        return f"{type(error).__name__}: {error}"
