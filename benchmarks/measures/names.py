"""How well a name is found again in another spelling or script among many others."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from articles.names import PROPOSE_THRESHOLD, best_matches, fold, script_of
from measures.shortlist import Shortlist
from measures.tables import Table, Value, percent

SCRIPTS = ("Latn", "Cyrl", "Arab")
_SHORTLIST = 50


class NamesFileError(ValueError):
    """A names file without the columns of the format."""


@dataclass
class Parts:
    """The spellings of a name part or of a whole name, by script; `name` is the one on record."""

    name: str
    spellings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class Query:
    """A spelling to look up and the name on record that is meant."""

    text: str
    script: str
    right: str


def read_names(paths: Iterable[Path]) -> tuple[list[Parts], list[Parts]]:
    """(name parts, whole names) of files with the columns lang, name, variant, entity_id, type, source."""
    parts: dict[tuple[str, str], Parts] = {}
    whole: dict[tuple[str, str], Parts] = {}
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if missing := {"name", "variant", "entity_id", "type"} - set(reader.fieldnames or ()):
                raise NamesFileError(f"{path}: no column {', '.join(sorted(missing))}")
            for row in reader:
                if row["type"].endswith("acronym"):
                    continue
                group = parts if row["type"] == "name-part" else whole
                entry = group.setdefault((row["entity_id"], row["name"]), Parts(row["name"]))
                script = script_of(row["variant"])
                if script in SCRIPTS and row["variant"] not in entry.spellings[script]:
                    entry.spellings[script].append(row["variant"])
    return list(parts.values()), list(whole.values())


def measure_names(
    paths: Sequence[Path], candidates: int, queries: int, seed: int, shortlist: type[Shortlist], examples: int
) -> list[Table]:
    """Recall at 1 and 5 and precision at PROPOSE_THRESHOLD, by the script of the spelling looked up."""
    parts, whole = read_names(paths)
    random = Random(seed)
    tables = []
    persons = [part for part in parts if part.spellings["Latn"] and len(fold(part.name)) > 1]
    if len(persons) > 1:
        asked = _person_queries(persons, queries, random)
        names = _candidates(persons, {query.right for query in asked}, candidates, random)
        tables.append(
            _measure("Full names of persons, parts paired at random", asked, names, shortlist, examples)
        )
    asked = list(_whole_queries(whole))
    if asked:
        names = _with_recombined([entry.name for entry in whole], candidates, random)
        tables.append(
            _measure(
                "Whole names of institutions, translations among them", asked, names, shortlist, examples
            )
        )
    return tables


def _person_queries(parts: Sequence[Parts], count: int, random: Random) -> list[Query]:
    """`count` full names a script, spelt as the file has it, but never just as they are on record."""
    made = []
    for script in SCRIPTS:
        usable = [part for part in parts if part.spellings[script]]
        varied = [part for part in usable if any(fold(s) != fold(part.name) for s in part.spellings[script])]
        for _ in range(count if len(usable) > 1 and varied else 0):
            text = right = ""
            while fold(text) == fold(right):
                given, family = random.sample(usable, 2)
                right = f"{given.name} {family.name}"
                text = " ".join(random.choice(part.spellings[script]) for part in (given, family))
            made.append(Query(text, script, right))
    return made


def _candidates(parts: Sequence[Parts], right: set[str], count: int, random: Random) -> list[str]:
    """The names meant and others: parts paired anew, and parts made of the halves of two.

    A file of some hundred parts has too few for a large archive: two names in three would share a part with
    every query. Halves put together give as many as in life.
    """
    names = dict.fromkeys(sorted(right))
    own = [part.name for part in parts]
    while len(names) < count:
        pair = [
            random.choice(own) if random.random() < len(own) / count * 5 else _halves(own, random)
            for _ in "12"
        ]
        names[" ".join(pair)] = None
    return list(names)


def _halves(own: Sequence[str], random: Random) -> str:
    first, second = random.choice(own), random.choice(own)
    return first[: (len(first) + 1) // 2] + second[len(second) // 2 :]


def _whole_queries(whole: Sequence[Parts]) -> Iterable[Query]:
    for entry in whole:
        for script in SCRIPTS:
            for text in entry.spellings[script]:
                if fold(text) != fold(entry.name):
                    yield Query(text, script, entry.name)


def _with_recombined(names: Sequence[str], count: int, random: Random) -> list[str]:
    """The names and others, each of the beginning of one and the end of another."""
    made = dict.fromkeys(names)
    for _ in range(20 * count):
        if len(made) >= count or len(names) < 2:
            break
        first, second = (name.split() for name in random.sample(list(names), 2))
        made[" ".join(first[: (len(first) + 1) // 2] + second[len(second) // 2 :])] = None
    return list(made)


def _measure(
    title: str, queries: Sequence[Query], names: Sequence[str], shortlist: type[Shortlist], examples: int
) -> Table:
    table = Table(f"{title}: {len(names):,} candidates")
    start = perf_counter()
    with shortlist(names) as index:
        table.notes.append(f"shortlist {shortlist.label}, made in {perf_counter() - start:.1f} s")
        for script in SCRIPTS:
            asked = [query for query in queries if query.script == script]
            if asked:
                table.rows.append(_row(script, asked, index, table, examples))
    table.notes.append(f"proposed: best similarity {PROPOSE_THRESHOLD} or more; recall is at that threshold")
    table.notes.append("a spelling that the file gives two names counts as wrong for one of them")
    return table


def _row(
    script: str, asked: Sequence[Query], index: Shortlist, table: Table, examples: int
) -> dict[str, Value]:
    first = five = proposed = right = listed = 0
    seconds = []
    for query in asked:
        start = perf_counter()
        near = index.near(query.text, _SHORTLIST)
        listed += query.right in near
        best = best_matches(query.text, near, 5)
        seconds.append(perf_counter() - start)
        names = [name for name, _ in best]
        hit = names[:1] == [query.right]
        first += hit
        five += query.right in names
        if best and best[0][1] >= PROPOSE_THRESHOLD:
            proposed += 1
            right += hit
        if not hit and sum(note.startswith(script) for note in table.notes) < examples:
            table.notes.append(f"{script}: {query.text} is {query.right}, read as {best[:2]}")
    return {
        "script": script,
        "recall@1": percent(first, len(asked)),
        "recall@5": percent(five, len(asked)),
        "shortlisted": percent(listed, len(asked)),
        "precision": percent(right, proposed),
        "recall": percent(right, len(asked)),
        "of": len(asked),
        "ms": round(1000 * median(seconds), 1),
        "ms, p95": round(1000 * sorted(seconds)[int(0.95 * len(seconds))], 1),
    }
