"""python -m benchmarks.scale: builds or reuses a synthetic archive and measures the site on it, beside its peers."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.scale import database
from benchmarks.scale.generator import SyntheticArchive

FOLDER = Path(__file__).resolve().parents[1]
PARTS = ("writing", "pages", "exports", "again", "peers", "quality", "type-ahead", "questions")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one size, and write results.json, results.md and results.svg with those of the other sizes."""
    options = _parser().parse_args(arguments)
    database.set_up(options.articles)
    options.output.mkdir(parents=True, exist_ok=True)
    sizes = _earlier(options.output)
    kept = sizes.get(str(options.articles), {}) if options.only else {}
    for results in Run(SyntheticArchive(options.articles, options.seed), options).measure():
        # Written after each part: what a long run has measured is not lost where it is broken off.
        sizes[str(options.articles)] = {**kept, **results}
        _write(options.output, sizes)
    print(f"Written: {options.output / 'results.md'}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(": ")[2])
    parser.add_argument(
        "--articles", type=int, default=100_000, metavar="N", help="size of the archive (100,000)"
    )
    parser.add_argument("--seed", type=int, default=4, help="of all that is drawn at random (4)")
    parser.add_argument(
        "--texts", type=int, default=2_000, metavar="N", help="raw texts that are imported (2,000)"
    )
    parser.add_argument(
        "--queries", type=int, default=50, metavar="N", help="known-item queries a group (50)"
    )
    parser.add_argument(
        "--only", nargs="+", choices=PARTS, metavar="PART", help=f"measure only: {', '.join(PARTS)}"
    )
    parser.add_argument("--no-peers", action="store_true", help="the site alone, without its peers")
    parser.add_argument("--rebuild", action="store_true", help="load the archive anew though it is there")
    parser.add_argument("--output", type=Path, default=FOLDER, help="where the results are written")
    return parser


class Run:
    """One run for one size: what it measures, in order."""

    def __init__(self, archive: SyntheticArchive, options: argparse.Namespace) -> None:
        self.archive, self.options = archive, options
        self.peers: Any = None
        self._load()
        database.execute("SET statement_timeout = 0")  # what the site allows a page is not for us
        load = _rates(archive.size, database.read_state("load"))
        self.results: dict[str, Any] = {"size": archive.size, "seed": archive.seed, "load": load}

    def measure(self) -> Iterator[dict[str, Any]]:
        """All parts that are asked for; the results so far after each of them."""
        from benchmarks.scale.disk import disk
        from benchmarks.scale.kinds import page_kinds
        from benchmarks.scale.questions import measure_questions
        from benchmarks.scale.server import site
        from benchmarks.scale.type_ahead import measure_type_ahead
        from benchmarks.scale.writing import measure_writing

        self.results |= {"date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC", "machine": _machine()}
        bands = database.read_state("load")["bands"]
        self.results["disk"] = disk(self.archive.size)
        if (self._wants("peers") or self._wants("quality")) and not self.options.no_peers:
            self._make_peers()
        self.results["versions"] = self._versions()
        with site() as running:
            kinds = page_kinds(self.archive, bands)
            for _part in self._measure_site(running, kinds, bands):
                yield self.results
        if self.peers and self._wants("peers"):
            print("Peers")
            self.results["peers"] = self.peers.measure(kinds)
            yield self.results
        if self._wants("type-ahead"):
            print("Type-ahead")
            self.results["type-ahead"] = measure_type_ahead(self.archive)
            yield self.results
        if self._wants("questions"):
            print("Questions of every form")
            self.results["questions"] = measure_questions(self.archive, bands)
            yield self.results
        if self._wants("writing"):
            print("Writing raw texts")
            self.results["writing"] = measure_writing(self.archive, self.options.texts)
            yield self.results

    def _wants(self, part: str) -> bool:
        return not self.options.only or part in self.options.only

    def _load(self) -> None:
        """See to it that the archive is in its database."""
        from benchmarks.scale.load import Loading

        if self.options.rebuild:
            database.create()
        if database.is_ready(self.archive):
            return
        database.execute("SET statement_timeout = 0")
        print(f"Loading {self.archive.size:,} articles")
        database.write_state("load", Loading(self.archive).run())
        database.finish(self.archive)

    def _make_peers(self) -> None:
        from benchmarks.scale.peers import Peers, PeersMissingError

        print("Peers' environment and texts")
        try:
            self.peers = Peers(self.archive)
        except PeersMissingError as error:
            print(f"  none: {error}")
            self.results["peers_missing"] = str(error)
            return
        self.results |= {
            "peer_rates": self.peers.rates,
            "peer_bytes": self.peers.sizes(),
            "peers_missing": "",
        }

    def _measure_site(self, running: Any, kinds: Any, bands: Any) -> Iterator[str]:
        """What is measured over HTTP while the site runs; the name of each part when it is done."""
        from benchmarks.scale import pages
        from benchmarks.scale.quality import known_items, measure_quality
        from benchmarks.scale.statements import explain

        steps: dict[str, Callable[[], Any]] = {
            "again": lambda: pages.measure_again(running),
            "exports": lambda: pages.measure_exports(running, bands),
            "quality": lambda: measure_quality(
                running, known_items(self.archive, self.options.queries), self.peers
            ),
        }
        if self._wants("pages"):
            print("Pages")
            self.results["pages"], statements = pages.measure_pages(running, kinds)
            self.results["plans"] = [
                {"page": page, "milliseconds": s.milliseconds, "sql": _shortened(s.sql), "plan": explain(s)}
                for page, s in pages.slowest(statements)
            ]
            yield "pages"
        for name, step in steps.items():
            if self._wants(name):
                print(name.capitalize())
                self.results[name] = step()
                yield name
        self.results["memory"] = pages.memory(running)
        yield "memory"

    def _versions(self) -> dict[str, str]:
        import django
        import psycopg

        server = str(database.rows("SHOW server_version")[0][0])
        own = {
            "Python": platform.python_version(),
            "Django": django.get_version(),
            "psycopg": psycopg.__version__,
            "PostgreSQL": server,
        }
        return {**own, **(self.peers.versions() if self.peers else {})}


def _rates(size: int, load: dict[str, Any]) -> dict[str, Any]:
    """The seconds of the load as texts a second."""
    seconds = load["seconds"]
    indexed = seconds["copy"] + seconds["indexes of the record"] + seconds["index"]
    return {"seconds": seconds, "copy_a_second": size / seconds["copy"], "texts_a_second": size / indexed}


def _machine() -> dict[str, Any]:
    """What it was measured on."""
    import psutil

    information = Path("/proc/cpuinfo")
    names = [
        line.partition(":")[2].strip()
        for line in (information.read_text().splitlines() if information.exists() else ())
        if line.startswith("model name")
    ]
    return {
        "processor": names[0] if names else platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "memory_gb": psutil.virtual_memory().total / 2**30,
        "system": f"{platform.system()} {platform.release()}",
        "load": os.getloadavg()[0],
    }


def _shortened(sql: str, most: int = 3_000) -> str:
    return sql if len(sql) <= most else f"{sql[:most]} …"


def _earlier(folder: Path) -> dict[str, Any]:
    """The results of earlier runs, by size."""
    file = folder / "results.json"
    return json.loads(file.read_text(encoding="utf-8"))["sizes"] if file.exists() else {}


def _write(folder: Path, sizes: dict[str, Any]) -> None:
    from benchmarks.scale.plot import plot
    from benchmarks.scale.report import report

    content = json.dumps({"sizes": sizes}, ensure_ascii=False, indent=1)
    (folder / "results.json").write_text(content + "\n", encoding="utf-8")
    (folder / "results.svg").write_text(plot(sizes), encoding="utf-8")
    (folder / "results.md").write_text(report(sizes), encoding="utf-8")


if __name__ == "__main__":
    main()
