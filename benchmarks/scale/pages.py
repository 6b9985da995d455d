"""Measuring the running site: each kind of page fresh, an unchanged page asked again, a hello, the exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from benchmarks.scale import wrk
from benchmarks.scale.client import Connection, measure
from benchmarks.scale.kinds import Bands, Kind, articles
from benchmarks.scale.server import Running, postgres_memory
from benchmarks.scale.statements import Statement, bare_sql, fresh, warm

_REQUESTS = {1: 30, 4: 40}
_AGAIN = {1: 400, 4: 800}
_SECONDS = 4.0
#: Of a page that takes longer, in milliseconds, fewer are asked: a run must end.
_SLOW = 1_000
FORMATS = ("json", "csv", "bib", "ris", "csljson", "atom")

Row = dict[str, Any]
Tell = Callable[[str], None]


def measure_pages(
    running: Running, kinds: Iterable[Kind], tell: Tell = print
) -> tuple[list[Row], list[tuple[str, Statement]]]:
    """A row for each kind: its bare SQL, then over HTTP by one and by four clients; and all the statements.

    The bare SQL goes first and brings into memory what the pages read: both are measured warm.
    """
    measured, everything = [], []
    warm()
    for kind in kinds:
        row: Row = {"page": kind.name, "goal": kind.goal, "hits": kind.hits}
        try:
            bare, queries, statements = bare_sql(kind.paths)
            row |= {"bare_ms": bare, "queries": queries}
            row |= _over_http(running.port, kind)
            everything += [(kind.name, statement) for statement in statements]
        except Exception as error:  # noqa: BLE001 - one page that fails is a line of the report, not its end
            row["problem"] = f"{type(error).__name__}: {error}"[:300]
        tell(
            f"  {kind.name}: {row.get('p50_ms', 0):.1f} ms, SQL {row.get('bare_ms', 0):.1f} ms "
            f"{row.get('problem', '')}"
        )
        measured.append(row)
    return measured, everything


def _over_http(port: int, kind: Kind) -> Row:
    """The kind's addresses, each asked afresh, after each server process has had some."""
    for path in [*kind.paths[:4], *kind.paths[:1]]:
        if Connection(port).get(fresh(path)).whole * 1000 > _SLOW:
            break
    row: Row = {}
    for clients, requests in _REQUESTS.items():
        paths = [fresh(kind.paths[place % len(kind.paths)]) for place in range(requests)]
        found = measure(port, paths, requests=requests, clients=clients, seconds=_SECONDS).as_json()
        if clients == 1:
            row |= found
        else:
            row |= {f"c{clients}_{name}": found[name] for name in ("p50_ms", "p95_ms", "a_second")}
    return row


def measure_again(running: Running) -> list[Row]:
    """A hello with one query, then pages that were asked before: from the cache, and where the reader has them."""
    measured = [_again(running.port, "hello, one query", "/bench/hello")]
    for name, path in (
        ("front page again", "/fr/"),
        ("list again", "/fr/articles/"),
        ("article again", "/fr/articles/1/"),
    ):
        measured.append(_again(running.port, name, path))
        answer = Connection(running.port).get(path)
        tag, changed = answer.headers.get("etag"), answer.headers.get("last-modified")
        if tag or changed:
            headers = {"If_None_Match": tag} if tag else {"If_Modified_Since": str(changed)}
            measured.append(_again(running.port, f"{name}, the reader has it", path, **headers))
        else:
            measured.append(
                {"page": f"{name}, the reader has it", "problem": "neither ETag nor Last-Modified"}
            )
    return measured


def _again(port: int, name: str, path: str, **headers: str) -> Row:
    try:
        return _asked_again(port, name, path, **headers)
    except Exception as error:  # noqa: BLE001 - as above
        return {"page": name, "problem": f"{type(error).__name__}: {error}"[:300]}


def _asked_again(port: int, name: str, path: str, **headers: str) -> Row:
    for _ in range(8):
        Connection(port).get(path, **headers)
    row: Row = {"page": name, "tool": "wrk" if wrk.is_there() else "own client"}
    for clients, requests in _AGAIN.items():
        found = measure(
            port, [path], requests=requests, clients=clients, seconds=_SECONDS, **headers
        ).as_json()
        faster = (
            wrk.measure_one(port, path, clients=clients, seconds=int(_SECONDS), **headers)
            if wrk.is_there()
            else {}
        )
        prefix = "" if clients == 1 else f"c{clients}_"
        shown = found if clients == 1 else {key: found[key] for key in ("p50_ms", "a_second")}
        row |= {f"{prefix}{key}": value for key, value in {**shown, **faster}.items()}
    return row


def measure_exports(running: Running, bands: Bands, tell: Tell = print) -> list[Row]:
    """A whole result in each format: first byte, records and megabytes a second."""
    found = bands.get("1 %") or bands.get("5 %") or []
    if not found:
        return []
    word, hits = found[0]
    measured = []
    for name in FORMATS:
        path = articles(q=word).replace("/articles/?", f"/articles.{name}?")
        row: Row = {"format": name, "records": hits}
        try:
            before = running.memory()
            answer = Connection(running.port).get(fresh(path))
            row |= {"status": answer.status, "megabytes": len(answer.body) / 1e6}
            if answer.status == 200:
                row |= {
                    "first_byte_ms": answer.first_byte * 1000,
                    "records_a_second": hits / answer.whole,
                    "grown_mb": (running.memory() - before) / 1e6,
                }
        except Exception as error:  # noqa: BLE001 - as above
            row["problem"] = f"{type(error).__name__}: {error}"[:300]
        tell(f"  export {name}: {row.get('records_a_second', 0):.0f} records/s {row.get('problem', '')}")
        measured.append(row)
    return measured


def slowest(statements: Sequence[tuple[str, Statement]], most: int = 3) -> list[tuple[str, Statement]]:
    """The statements that took longest by themselves, no two of the same page."""
    found: dict[str, Statement] = {}
    for page, statement in statements:
        if page not in found or found[page].milliseconds < statement.milliseconds:
            found[page] = statement
    return sorted(found.items(), key=lambda pair: -pair[1].milliseconds)[:most]


def memory(running: Running) -> Row:
    """Megabytes of the site's and of the database's processes, after all these pages."""
    return {"site_mb": running.memory() / 1e6, "postgres_mb": postgres_memory() / 1e6}
