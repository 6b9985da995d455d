"""results.md: what was measured, told for people; the same figures stand in results.json."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from benchmarks.scale.goals import LARGE, Results, Row, verdicts

_FIGURES = {True: "met", False: "**missed**", None: "–"}


def report(sizes: Mapping[str, Results]) -> str:
    """The whole report: the last run first, then how pages grow, then the other sizes."""
    last = max(sizes.values(), key=lambda results: str(results["date"]))
    parts = [
        "# Benchmarks",
        "Written by `make bench` (`ARTICLES=100000` by default); not edited by hand. Synthetic texts from a seed: "
        "`benchmarks/scale/generator.py` says how they are made. A page is asked *afresh*, at an address nobody has "
        "asked before, so that no kept page answers it; what a process keeps of one version of the archive (names, "
        "totals, queries as read: decision 10) it keeps as it does for readers. *Bare SQL*: the statements of a page "
        "asked for the first time, sent by psycopg alone, before the page is measured: both are warm. "
        "Times in milliseconds; p50 by one client unless c=4 is said. Client and servers share the machine.",
        "![p50 by size](results.svg)",
        *_one_size(last, sizes),
        *_all_growth(sizes),
    ]
    for results in sorted(sizes.values(), key=lambda found: -int(found["size"])):
        if results is not last:
            parts += _one_size(results, sizes)
    return "\n\n".join(parts) + "\n"


def _one_size(results: Results, sizes: Mapping[str, Results]) -> Iterator[str]:
    yield f"## {results['size']:,} articles"
    yield _circumstances(results)
    yield from _goals(results, sizes)
    yield from _section("Pages", _pages(results.get("pages", ())))
    yield from _section("Asked again", _table(results.get("again", ()), _AGAIN))
    yield from _section("Exports of a 1 % result", _table(results.get("exports", ()), _EXPORTS))
    yield from _peers(results)
    yield from _section("Known-item search, MRR@10", _table(results.get("quality", ()), _QUALITY))
    typed = results.get("type-ahead") or {"rows": (), "names": 0}
    yield from _section(
        f"Type-ahead among {typed['names']:,} names, in the database", _table(typed["rows"], _TYPED)
    )
    yield from _questions(results)
    yield from _writing(results)
    yield from _section("Disk, bytes an article", _table(results.get("disk", ())[:14], _DISK))
    memory = results.get("memory") or {}
    if memory:
        site, postgres = memory["site_mb"], memory["postgres_mb"]
        yield f"Memory after all these pages: site {site:.0f} MB, PostgreSQL {postgres:.0f} MB."
    yield from _plans(results)


def _circumstances(results: Results) -> str:
    machine, versions = results["machine"], results["versions"]
    used = ", ".join(f"{name} {version}" for name, version in versions.items())
    return (
        f"{results['date']}, seed {results['seed']}; {machine['processor']}, {machine['cores']} cores, "
        f"{machine['memory_gb']:.0f} GB; load before the run {machine['load']:.1f}. {used}."
    )


def _goals(results: Results, sizes: Mapping[str, Results]) -> Iterator[str]:
    found = [
        {"goal": verdict.goal, "measured (the worst)": verdict.measured, "": _FIGURES[verdict.is_met]}
        for verdict in verdicts(results, sizes)
    ]
    note = "" if results["size"] >= LARGE else " (set for 1,000,000 articles)"
    yield from _section(f"Goals{note}", _table(found, ("goal", "measured (the worst)", "")))


def _pages(pages: Iterable[Row]) -> str:
    shown = []
    for row in pages:
        bare = row.get("bare_ms")
        ratio = row["p50_ms"] / bare if bare and "p50_ms" in row else None
        shown.append({**row, "page / SQL": ratio, "status": row.get("problem") or row.get("statuses")})
    return _table(shown, _PAGES)


_PAGES = (
    *("page", "hits", "p50_ms", "p95_ms", "bare_ms", "page / SQL", "queries"),
    *("c4_p50_ms", "c4_p95_ms", "c4_a_second", "status"),
)
_AGAIN = ("page", "p50_ms", "p95_ms", "a_second", "c4_p50_ms", "c4_a_second", "statuses", "tool", "problem")
_EXPORTS = (
    "format",
    "status",
    "records",
    "first_byte_ms",
    "records_a_second",
    "megabytes",
    "grown_mb",
    "problem",
)
_QUALITY = ("queries", "n", "ours", "SQLite bm25", "tantivy", "ours_p50_ms")
_TYPED = ("typed", "for example", "p50_ms", "p95_ms", "most statements", "something found")
_ASKED = ("form", "question", "sql_ms", "first_ms")
_DISK = ("part", "an_article")


def _peers(results: Results) -> Iterator[str]:
    if results.get("peers_missing"):
        yield f"### Peers\n\nNot measured: {results['peers_missing']}"
        return
    ours = {row["page"]: row for row in results.get("pages", ())}
    shown = []
    for row in results.get("peers", ()):
        page = ours.get(row["page"], {})
        p50, theirs = page.get("p50_ms"), row.get("datasette_p50_ms")
        shown.append(
            {
                "page": row["page"],
                "ours": p50,
                "ours, bare SQL": page.get("bare_ms"),
                "Datasette": theirs,
                "Datasette / ours": theirs / p50 if theirs and p50 else None,
                "ours a second, c=4": page.get("c4_a_second"),
                "Datasette a second, c=4": row.get("datasette_c4_a_second"),
                "tantivy, in its process": row["tantivy_ms"],
            }
        )
    if shown:
        yield from _section(
            "Peers",
            "Datasette's pages show three facets and SQLite knows no stemming: the words are such as have one form.",
            _table(shown, tuple(shown[0])),
        )


def _questions(results: Results) -> Iterator[str]:
    asked = results.get("questions")
    if asked:
        yield from _section(
            f"{asked['questions']} questions of every form, drawn at random: their slowest statements",
            f"p50 {asked['p50_ms']:.1f} ms, p95 {asked['p95_ms']:.1f} ms; asked the first time, with what is in no "
            f"memory yet, p95 {asked['first_p95_ms']:.0f} ms. The slowest of all:",
            _table(asked["rows"], _ASKED),
        )


def _writing(results: Results) -> Iterator[str]:
    load, writing = results.get("load"), results.get("writing")
    if not load:
        return
    rates = [
        {"import": "COPY of the records, all constraints on", "texts a second": load["copy_a_second"]},
        {"import": "the same and the index", "texts a second": load["texts_a_second"]},
    ]
    if writing:
        rates.append(
            {"import": "raw texts by `ingest`, linked, indexed", "texts a second": writing["texts_a_second"]}
        )
    rates += [
        {"import": name, "texts a second": rate} for name, rate in results.get("peer_rates", {}).items()
    ]
    yield from _section("Import", _table(rates, ("import", "texts a second")))
    if writing:
        yield (
            f"One article more: p50 {writing['p50_ms']:.1f} ms, p95 {writing['p95_ms']:.1f} ms "
            f"({writing['texts']} texts, {writing['mentions_a_text']:.1f} mentions each; reading the names on record "
            f"took {writing['seconds_to_read_the_names']:.2f} s once). The prints that reprints are found by are not "
            "part of the synthetic archive, so that this compares a text with few others."
        )


def _plans(results: Results) -> Iterator[str]:
    for plan in results.get("plans", ()):
        yield f"### Slowest: {plan['page']}, {plan['milliseconds']:.1f} ms"
        yield f"```sql\n{plan['sql']}\n```\n\n```\n{plan['plan']}\n```"


def _all_growth(sizes: Mapping[str, Results]) -> Iterator[str]:
    if len(sizes) < 2:
        return
    order = sorted(sizes, key=int)
    by_page: dict[str, Row] = {}
    for size in order:
        for row in sizes[size].get("pages", ()):
            by_page.setdefault(row["page"], {"page": row["page"]})[f"{int(size):,}"] = row.get("p50_ms")
    columns = ("page", *(f"{int(size):,}" for size in order))
    shown = [{column: row.get(column) for column in columns} for row in by_page.values()]
    yield from _section("Growth, p50", _table(shown, columns), level=2)


def _section(title: str, *parts: str, level: int = 3) -> Iterator[str]:
    if any(parts):
        yield f"{'#' * level} {title}"
        yield from filter(None, parts)


def _table(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """A table in Markdown; a column that no row has is left out, "" of no rows."""
    found = list(rows)
    kept = [column for column in columns if any(row.get(column) not in (None, "") for row in found)]
    if not kept:
        return ""
    numeric = {column for column in kept if any(isinstance(row.get(column), int | float) for row in found)}
    lines = [
        "| " + " | ".join(_TITLES.get(column, column) for column in kept) + " |",
        "|" + "|".join("---:" if column in numeric else "---" for column in kept) + "|",
    ]
    lines += ["| " + " | ".join(_cell(row.get(column)) for column in kept) + " |" for row in found]
    return "\n".join(lines)


_TITLES = {
    "p50_ms": "p50",
    "p95_ms": "p95",
    "bare_ms": "bare SQL",
    "c4_p50_ms": "p50, c=4",
    "c4_p95_ms": "p95, c=4",
    "a_second": "a second",
    "c4_a_second": "a second, c=4",
    "an_article": "bytes an article",
    "ours_p50_ms": "ours, p50 ms",
    "first_byte_ms": "first byte, ms",
    "records_a_second": "records a second",
    "grown_mb": "server grew by MB",
    "sql_ms": "slowest statement, ms",
    "first_ms": "asked the first time",
}


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        digits = 0 if abs(value) >= 1_000 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
        return f"{value:,.{digits}f}"
    return f"{value:,}" if isinstance(value, int) else str(value).replace("|", "\\|").replace("\n", " ")
