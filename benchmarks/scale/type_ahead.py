"""What a reader's typing costs the database: beginnings of names, spelt rightly or not, and of none."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from django.db import connection

from articles.search.suggest import suggest
from benchmarks.scale.agents import LANGUAGES
from benchmarks.scale.client import percentile
from benchmarks.scale.database import rows
from benchmarks.scale.generator import SyntheticArchive

_EACH = 60
_SPELT_OTHERWISE = (("tch", "ch"), ("ch", "sh"), ("ou", "u"), ("j", "zh"), ("ia", "ya"), ("v", "w"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Row = dict[str, Any]


def measure_type_ahead(archive: SyntheticArchive) -> dict[str, Any]:
    """Milliseconds in the database for each kind of beginning; how many names are on record."""
    (names,) = rows("SELECT count(*) FROM articles_agentname")[0]
    measured: list[Row] = []
    for kind, typed in _kinds(archive):
        texts = [typed() for _ in range(_EACH)]
        for text in texts:
            suggest(text)
        taken = [_in_the_database(text) for text in texts]
        milliseconds = [spent for spent, _statements, _found in taken]
        measured.append(
            {
                "typed": kind,
                "for example": texts[0],
                "p50_ms": percentile(milliseconds, 50),
                "p95_ms": percentile(milliseconds, 95),
                "most statements": max(statements for _spent, statements, _found in taken),
                "something found": f"{sum(found for *_others, found in taken) / _EACH:.0%}",
            }
        )
    return {"names": names, "rows": measured}


def _kinds(archive: SyntheticArchive) -> Iterator[tuple[str, Callable[[], str]]]:
    """What is typed, and how one such text is drawn."""
    random = Random(f"{archive.seed} type-ahead")

    def name() -> str:
        return random.choice(archive.agents).names[random.choice(LANGUAGES)]

    def word() -> str:
        return random.choice([word for word in name().split() if len(word) > 4] or ["Patrouchev"])

    def slip() -> str:
        known = random.choice([agent for agent in archive.agents if agent.kind == "person"]).short["fr"]
        at = random.randrange(1, min(len(known), 5))
        return (known[:at] + random.choice(_LETTERS) + known[at + 1 :])[:7]

    def otherwise() -> str:
        while True:
            known = random.choice(archive.agents).short["fr"]
            for usual, other in _SPELT_OTHERWISE:
                if usual in known[1:]:
                    return (known[0] + known[1:].replace(usual, other))[:7]

    yield "two letters", lambda: name()[:2]
    yield "four letters", lambda: name()[:4]
    yield "a whole name", name
    yield "a word within", lambda: word()[:5]
    yield "spelt otherwise", otherwise
    yield "a letter wrong", slip
    yield "no name", lambda: "".join(random.choices(_LETTERS, k=7))


def _in_the_database(text: str) -> tuple[float, int, bool]:
    """Milliseconds, statements, and whether anything is suggested."""
    spent: list[float] = []

    def watch(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        start = time.perf_counter()
        try:
            return execute(sql, parameters, many, context)
        finally:
            spent.append((time.perf_counter() - start) * 1000)

    with connection.execute_wrapper(watch):
        found = suggest(text)
    return sum(spent), len(spent), bool(found)
