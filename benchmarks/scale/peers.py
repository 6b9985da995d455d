"""The peers on the same texts in the same run: Datasette with SQLite FTS5 over HTTP, tantivy raw as the limit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import urlencode

from benchmarks.scale.client import Connection, measure
from benchmarks.scale.database import ROOT
from benchmarks.scale.generator import VERSION, SyntheticArchive
from benchmarks.scale.kinds import Kind
from benchmarks.scale.server import FOLDER, Running, free_port, serving

_REQUIREMENTS = ROOT / "benchmarks" / "requirements-peers.txt"
_HOME = FOLDER / "peers"
_PYTHON = _HOME / "bin" / "python"
_REQUESTS = {1: 24, 4: 40}
_SECONDS = 6.0
_INSTALL_SECONDS = 600
_FACETS = {"_facet": ["language", "source", "year"], "_size": 25}
_SETTINGS = {
    "sql_time_limit_ms": "20000",
    "facet_time_limit_ms": "20000",
    "suggest_facets": "off",
    "default_page_size": "25",
}

Row = dict[str, Any]
Tell = Callable[[str], None]


class PeersMissingError(Exception):
    """The peers' environment cannot be made here; `str()` says why."""


def install() -> None:
    """An environment of their own with the pinned peers, made once; PeersMissingError where that fails."""
    stamp = _HOME / "installed"
    if stamp.exists() and stamp.read_bytes() == _REQUIREMENTS.read_bytes():
        return
    pip = [str(_PYTHON), "-m", "pip", "--disable-pip-version-check", "-q", "--no-input", "install"]
    commands = (
        [sys.executable, "-m", "venv", str(_HOME)],
        [*pip, "--require-hashes", "-r", str(_REQUIREMENTS)],
    )
    for command in commands:
        try:
            subprocess.run(command, check=True, capture_output=True, text=True, timeout=_INSTALL_SECONDS)
        except (OSError, subprocess.SubprocessError) as error:
            said = str(getattr(error, "stderr", "") or error).strip().splitlines()
            raise PeersMissingError(said[-1] if said else type(error).__name__) from error
    stamp.write_bytes(_REQUIREMENTS.read_bytes())


class Peers:
    """Both peers with the texts of one archive, built once and kept."""

    def __init__(self, archive: SyntheticArchive, tell: Tell = print) -> None:
        install()
        name = f"texts_{archive.size}_{archive.seed}_{VERSION}"
        self.database = FOLDER / f"{name}.db"
        self.folder = FOLDER / f"{name}.tantivy"
        self._rates = FOLDER / f"{name}.json"
        self.rates: dict[str, float] = json.loads(self._rates.read_text()) if self._rates.exists() else {}
        size = [str(archive.size), str(archive.seed)]
        if "SQLite FTS5" not in self.rates:
            tell("  building SQLite")
            self._note("SQLite FTS5", _run("peer_sqlite", "build", str(self.database), *size))
        if "tantivy" not in self.rates:
            tell("  building tantivy")
            shutil.rmtree(self.folder, ignore_errors=True)  # what an interrupted build left
            self._note("tantivy", _run("peer_tantivy", "build", str(self.folder), *size))

    def _note(self, peer: str, rate: float) -> None:
        self.rates[peer] = rate
        self._rates.write_text(json.dumps(self.rates))

    def versions(self) -> dict[str, str]:
        """The pinned versions of the two, and the SQLite they run on."""
        lines = _REQUIREMENTS.read_text().splitlines()
        pinned = dict(line.split(" ")[0].split("==") for line in lines if "==" in line)
        code = "import sqlite3; print(sqlite3.sqlite_version)"
        sqlite = subprocess.run([str(_PYTHON), "-c", code], capture_output=True, text=True, check=True).stdout
        return {"datasette": pinned["datasette"], "tantivy": pinned["tantivy"], "SQLite": sqlite.strip()}

    def measure(self, kinds: Sequence[Kind], tell: Tell = print) -> list[Row]:
        """For each kind that they can answer: Datasette's page over HTTP, tantivy's milliseconds in its process."""
        asked = [kind for kind in kinds if kind.peer]
        raw = self._ask_tantivy(asked)
        with self._datasette() as running:
            measured = [self._row(running, kind, raw) for kind in asked]
        for row in measured:
            tell(
                f"  {row['page']}: Datasette {row.get('datasette_p50_ms', 0):.1f} ms, "
                f"tantivy {row['tantivy_ms']:.2f} ms"
            )
        return measured

    def _row(self, running: Running, kind: Kind, raw: dict[str, float]) -> Row:
        assert kind.peer is not None
        row: Row = {"page": kind.name, "tantivy_ms": raw[kind.name]}
        form, values = kind.peer
        if form == "relevance":
            return row  # Datasette's pages know no order by relevance
        paths = [self._path(form, value) for value in values]
        try:
            for path in paths[:3]:
                Connection(running.port).get(path)
            for clients, requests in _REQUESTS.items():
                found = measure(running.port, paths, requests=requests, clients=clients, seconds=_SECONDS)
                prefix = "datasette_" if clients == 1 else f"datasette_c{clients}_"
                row |= {f"{prefix}{name}": value for name, value in found.as_json().items()}
        except (OSError, EOFError) as error:
            row["problem"] = f"{type(error).__name__}: {error}"
        return row

    def _path(self, form: str, what: Any) -> str:
        asked: dict[str, Any] = {**_FACETS, "_sort_desc": "date"}
        if form == "search":
            asked["_search"] = what
        if form == "person":
            asked["_through"] = json.dumps({"table": "named", "column": "agent_id", "value": str(what)})
        return f"/{self.database.stem}/articles?{urlencode(asked, doseq=True)}"

    def _ask_tantivy(self, kinds: Sequence[Kind]) -> dict[str, float]:
        pages = {kind.name: [(kind.peer[0], value) for value in kind.peer[1]] for kind in kinds if kind.peer}
        answer = _run("peer_tantivy", "ask", str(self.folder), asked={"rank": [], "pages": pages})
        found: dict[str, float] = answer["pages"]
        return found

    def rank(self, queries: Sequence[str]) -> dict[str, list[list[int]]]:
        """The ten best texts for each query, by each peer."""
        tantivy = _run("peer_tantivy", "ask", str(self.folder), asked={"rank": list(queries), "pages": {}})
        sqlite = _run("peer_sqlite", "rank", str(self.database), asked=list(queries))
        return {"SQLite bm25": sqlite, "tantivy": tantivy["rank"]}

    def sizes(self) -> dict[str, int]:
        """Bytes on disk."""
        folder = sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
        return {"SQLite FTS5": self.database.stat().st_size, "tantivy (no stored text)": folder}

    def _datasette(self) -> AbstractContextManager[Running]:
        port = free_port()
        command = [str(_PYTHON), "-m", "datasette", "serve", str(self.database), "-p", str(port)]
        for name, value in _SETTINGS.items():
            command += ["--setting", name, value]
        return serving(command, port, "/-/versions.json", FOLDER)


def _run(module: str, *arguments: str, asked: Any = None) -> Any:
    """Run a peer's program in its environment; its JSON answer. PeersMissingError where it fails."""
    command = [str(_PYTHON), "-m", f"benchmarks.scale.{module}", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    question = json.dumps(asked) if asked is not None else None
    found = subprocess.run(
        command, input=question, capture_output=True, text=True, check=False, cwd=ROOT, env=environment
    )
    if found.returncode:
        raise PeersMissingError(f"{module} failed: {found.stderr.strip()[-300:]}")
    return json.loads(found.stdout)
