"""Questions of every form that the parameters of a list allow, drawn at random: no query of any kind may be slow."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from random import Random
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.test import Client

from benchmarks.scale.client import percentile
from benchmarks.scale.generator import SyntheticArchive
from benchmarks.scale.kinds import Bands
from benchmarks.scale.statements import fresh, warm

_ROUNDS = 3
_WORST = 12
_BANDS = ("1 %", "10 %", "40 %")
_SORTS = ("newest", "oldest", "relevance")

Parameters = dict[str, str | int]
Row = dict[str, Any]


def measure_questions(archive: SyntheticArchive, bands: Bands) -> dict[str, Any]:
    """The slowest statement of each question, by the form of the question: asked a second time, and a first."""
    warm()
    asked = [question for number in range(_ROUNDS) for question in _questions(archive, bands, number)]
    rows: list[Row] = []
    for form, parameters in asked:
        path = f"/fr/articles/?{urlencode(parameters)}"
        first, again = _slowest_statement(path), _slowest_statement(path)
        rows.append({"form": form, "question": path, "sql_ms": again, "first_ms": first})
    rows.sort(key=lambda row: row["sql_ms"], reverse=True)
    again, first = [row["sql_ms"] for row in rows], [row["first_ms"] for row in rows]
    return {
        "questions": len(rows),
        "p50_ms": percentile(again, 50),
        "p95_ms": percentile(again, 95),
        "first_p95_ms": percentile(first, 95),
        "rows": rows[:_WORST],
    }


def _slowest_statement(path: str) -> float:
    """Milliseconds of the slowest statement of a page that nobody has asked for."""
    taken = [0.0]

    def note(execute: Callable[..., Any], *arguments: Any) -> Any:
        start = time.perf_counter()
        try:
            return execute(*arguments)
        finally:
            taken.append((time.perf_counter() - start) * 1000)

    with connection.execute_wrapper(note):
        Client(SERVER_NAME="localhost").get(fresh(path))
    return max(taken)


def _questions(archive: SyntheticArchive, bands: Bands, number: int) -> Iterator[tuple[str, Parameters]]:
    """Each form of question once, with its words drawn."""
    random = Random(f"{archive.seed} questions {number}")

    def word(band: str) -> str:
        found = bands.get(band) or [one for every in bands.values() for one in every]
        return found[random.randrange(len(found))][0]

    deep = archive.size // 25
    for sort in _SORTS:
        for form, parameters in _of_all_orders(word, random, deep):
            yield f"{form}, {sort}", {**parameters, "sort": sort}
    yield "twelve words, one of them", {"q": " OR ".join(word("1 %") for _ in range(12))}
    yield "twelve common words, all", {"q": " ".join(word("40 %") for _ in range(12))}
    for text in ("la", '"de la"', "a*", "*", "не", "2016", "в*", "الم*", "Agence OR Institut", "-la", "((("):
        yield f"odd: {text}", {"q": text}


def _of_all_orders(word: Callable[[str], str], random: Random, deep: int) -> Iterator[tuple[str, Parameters]]:
    some, common = random.choice(_BANDS), "40 %"
    yield "a word, second page", {"q": word(some), "page": 2}
    yield "a word, page 50", {"q": word(some), "page": 50}
    yield "a word, far down", {"q": word(some), "page": max(2, deep // 10)}
    yield "as typed", {"q": word(some), "exact": 1}
    for letters in (2, 3, 5):
        yield f"beginning of {letters} letters", {"q": f"{word(some)[:letters]}*"}
        yield f"beginning of {letters} letters as typed", {"q": f"{word(some)[:letters]}*", "exact": 1}
    yield "common without another", {"q": f"{word(common)} -{word(some)}"}
    yield "all but a word", {"q": f"-{word(some)}"}
    yield "one or another", {"q": f"{word(some)} OR {word(common)}"}
    yield "three words", {"q": f"{word('10 %')} {word(common)} {word('1 %')}"}
    yield "three common words", {"q": f"{word(common)} {word(common)} {word(common)}"}
    yield "phrase", {"q": f'"{word(some)} {word(common)}"'}
    yield "phrase of common words", {"q": f'"{word(common)} {word(common)}"'}
    yield "phrase of three", {"q": f'"{word(common)} {word("20 %")} {word(common)}"'}
    yield "phrase as typed", {"q": f'"{word(common)} {word(common)}"', "exact": 1}
    yield "without a phrase", {"q": f'-"{word(common)} {word(common)}" {word("20 %")}'}
    yield "a word and a person", {"q": word(some), "person": "person-1"}
    yield "a word and a tag", {"q": word(some), "tag": "tag-1"}
    yield "a word and a language", {"q": word(some), "language": "ru"}
    yield "a word and a source", {"q": word(some), "source": "source-1"}
    yield "a word and years", {"q": word(some), "date_from": 2004, "date_to": 2006}
    yield "a word, undated", {"q": word(some), "undated": 1}
    yield "a word and a month", {"q": f"{word(some)} juin 2004"}
    yield "a word since a year", {"q": f"{word(common)} since {random.randint(1985, 2020)}"}
    yield "a word before a year", {"q": f"{word(common)} before {random.randint(1985, 2020)}"}
    yield "a word and a span", {"q": f"{word(some)} 1990-{random.randint(2000, 2020)}"}
    yield "a tag, far down", {"tag": "tag-1", "page": max(2, deep // 20)}
    yield "a language, far down", {"language": "ru", "page": max(2, deep // 8)}
    yield "a person and a tag", {"person": "person-1", "tag": "tag-1"}
    yield "a person and years", {"person": "person-1", "date_from": 1991, "date_to": 1992}
    yield "a tag, a language, years", {"tag": "tag-1", "language": "fr", "date_from": 2010}
    yield "two people", {"institution": "institution-3", "person": "person-2"}
    yield "until a year", {"date_to": 1990}
    yield "undated", {"undated": 1}
    yield "everything, far down", {"page": max(2, deep // 2)}
