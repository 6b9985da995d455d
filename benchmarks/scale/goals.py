"""The goals that were set before any of it was measured, and whether this run meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
Results = Mapping[str, Any]

LARGE = 1_000_000
#: Pages that do not grow with the archive.
_EVEN = (
    "list, newest",
    "list, deep page",
    "person's texts, common",
    "person's texts, 100 texts",
    "search, rare",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One goal: the worst that was measured, what was wanted, and whether it is met (None: not measured)."""

    goal: str
    measured: str
    is_met: bool | None


def verdicts(results: Results, sizes: Mapping[str, Results]) -> list[Verdict]:
    """All goals for one size; `sizes` holds the results of every size, for the growth."""
    pages = [row for row in results.get("pages", ()) if "p50_ms" in row and "bare_ms" in row]
    return [
        _ratio(pages, "list", 2.5),
        *_beside_datasette(results, pages),
        _ratio(pages, "search", 1.5),
        _below(
            "above 20,000 hits: bare SQL ≤ 30 ms",
            pages,
            "bare_ms",
            30,
            lambda row: row["goal"] == "search, many",
        ),
        _below("no query over 500 ms in SQL", pages, "bare_ms", 500, lambda _row: True),
        *_questions(results),
        *_again(results),
        _relevance(results),
        _below("by relevance ≤ 200 ms", pages, "p50_ms", 200, lambda row: row["goal"] == "relevance"),
        _type_ahead(results),
        *_writing(results),
        *_growth(results, sizes),
    ]


def _questions(results: Results) -> list[Verdict]:
    """The slowest statement of any question that was drawn."""
    asked = results.get("questions")
    if not asked:
        return []
    worst = asked["rows"][0]
    goal = f"the same of {asked['questions']} questions drawn at random: no statement over 500 ms"
    return [Verdict(goal, f"{worst['form']}: {worst['sql_ms']:.1f} ms", worst["sql_ms"] <= 500)]


def _ratio(pages: list[Row], goal: str, factor: float) -> Verdict:
    """The page within so many times its bare SQL and 10 ms."""
    wanted = f"{goal}: page ≤ {factor} × its bare SQL + 10 ms"
    found = [row for row in pages if row["goal"] == goal]
    if not found:
        return Verdict(wanted, "not measured", None)
    worst = max(found, key=lambda row: row["p50_ms"] - factor * row["bare_ms"])
    allowed = factor * worst["bare_ms"] + 10
    measured = f"{worst['page']}: {worst['p50_ms']:.1f} ms, allowed {allowed:.1f} ms"
    return Verdict(wanted, measured, worst["p50_ms"] <= allowed)


def _below(goal: str, pages: list[Row], column: str, most: float, chosen: Callable[[Row], bool]) -> Verdict:
    found = [row for row in pages if chosen(row)]
    if not found:
        return Verdict(goal, "not measured", None)
    worst = max(found, key=lambda row: row[column])
    return Verdict(goal, f"{worst['page']}: {worst[column]:.1f} ms", worst[column] <= most)


def _beside_datasette(results: Results, pages: list[Row]) -> Iterator[Verdict]:
    """So many times faster than Datasette's page on the same texts."""
    theirs = {row["page"]: row.get("datasette_p50_ms") for row in results.get("peers", ())}
    for names, factor in (
        (("list, newest", "person's texts, common", "person's texts, 100 texts"), 2),
        (("search, rare", "search, 1 %"), 3),
    ):
        goal = f"≥ {factor} × faster than Datasette: {'; '.join(names)}"
        ratios = [
            (theirs[row["page"]] / row["p50_ms"], row["page"])
            for row in pages
            if row["page"] in names and theirs.get(row["page"])
        ]
        if not ratios:
            yield Verdict(goal, "not measured", None)
            continue
        least, page = min(ratios)
        yield Verdict(goal, f"{page}: {least:.2f} ×", least >= factor)


def _again(results: Results) -> Iterator[Verdict]:
    rows = {row["page"]: row for row in results.get("again", ())}
    hello = rows.get("hello, one query")
    for name in ("front page again", "list again", "article again"):
        goal = f"{name}: ≥ 0.7 × the hello view"
        row = rows.get(name)
        if not row or not hello or "c4_a_second" not in row or "c4_a_second" not in hello:
            yield Verdict(goal, "not measured", None)
            continue
        ratio = row["c4_a_second"] / hello["c4_a_second"]
        yield Verdict(
            goal,
            f"{ratio:.2f} × ({row['c4_a_second']:.0f} of {hello['c4_a_second']:.0f} a second)",
            ratio >= 0.7,
        )
        kept = rows.get(f"{name}, the reader has it", {})
        statuses = kept.get("statuses", kept.get("problem", "not measured"))
        yield Verdict(f"{name}: 304 where the reader has it", str(statuses), statuses == "304")


def _relevance(results: Results) -> Verdict:
    goal = "MRR@10 ≥ SQLite bm25's on the same queries"
    rows = [row for row in results.get("quality", ()) if "SQLite bm25" in row]
    if not rows:
        return Verdict(goal, "not measured", None)
    worst = min(rows, key=lambda row: row["ours"] - row["SQLite bm25"])
    return Verdict(
        goal,
        f"{worst['queries']}: {worst['ours']:.3f} beside {worst['SQLite bm25']:.3f}",
        worst["ours"] >= worst["SQLite bm25"],
    )


def _type_ahead(results: Results) -> Verdict:
    found = results.get("type-ahead")
    if not found:
        return Verdict("type-ahead ≤ 10 ms in the database", "not measured", None)
    worst = max(found["rows"], key=lambda row: row["p50_ms"])
    measured = f"{worst['typed']}: p50 {worst['p50_ms']:.1f} ms, p95 {worst['p95_ms']:.1f} ms"
    return Verdict(
        f"type-ahead ≤ 10 ms in the database ({found['names']:,} names)", measured, worst["p50_ms"] <= 10
    )


def _writing(results: Results) -> Iterator[Verdict]:
    writing, load = results.get("writing"), results.get("load")
    goals = ("import with linking and index ≥ 0.5 × COPY with the index", "one article more ≤ 20 ms")
    if not writing or not load:
        yield from (Verdict(goal, "not measured", None) for goal in goals)
        return
    ratio = writing["texts_a_second"] / load["texts_a_second"]
    measured = f"{ratio:.2f} × ({writing['texts_a_second']:.0f} of {load['texts_a_second']:.0f} a second)"
    yield Verdict(goals[0], measured, ratio >= 0.5)
    yield Verdict(goals[1], f"p50 {writing['p50_ms']:.1f} ms", writing["p50_ms"] <= 20)


def _growth(results: Results, sizes: Mapping[str, Results]) -> Iterator[Verdict]:
    """From the next smaller size that was measured to this one."""
    size = results["size"]
    smaller = max((int(other) for other in sizes if int(other) < size), default=None)
    goals = ("growth: lists, people, rare words ≤ 1.2 ×", "growth: nothing above linear")
    if smaller is None:
        yield from (Verdict(goal, "no smaller size measured", None) for goal in goals)
        return
    before = {row["page"]: row.get("p50_ms") for row in sizes[str(smaller)].get("pages", ())}
    grown = {
        row["page"]: row["p50_ms"] / before[row["page"]]
        for row in results.get("pages", ())
        if row.get("p50_ms") and before.get(row["page"])
    }
    for goal, names, most in ((goals[0], _EVEN, 1.2), (goals[1], tuple(grown), size / smaller)):
        found = {name: grown[name] for name in names if name in grown}
        if not found:
            yield Verdict(goal, "not measured", None)
            continue
        worst = max(found, key=lambda name: found[name])
        measured = f"{worst}: {found[worst]:.2f} × from {smaller:,} to {size:,}"
        yield Verdict(goal, measured, found[worst] <= most)
