"""Servers under measurement: the site as `manage.py serve` runs it, and any other program that answers on a port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from django.conf import settings
from django.core.management import call_command

from benchmarks.scale.client import Connection
from benchmarks.scale.database import ROOT, rows

FOLDER = ROOT / "var" / "bench"
_START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers."""

    port: int
    process: subprocess.Popen[bytes]

    def memory(self) -> int:
        """Bytes of its processes, shared pages counted by their share (PSS)."""
        own = psutil.Process(self.process.pid)
        return sum(_memory(process) for process in [own, *own.children(recursive=True)])


def _memory(process: psutil.Process) -> int:
    """PSS where the system tells it, RSS otherwise; 0 of a process that has ended."""
    try:
        full = process.memory_full_info()
        return int(getattr(full, "pss", 0) or full.rss)
    except psutil.AccessDenied:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


def postgres_memory() -> int:
    """Bytes of the server's processes, its shared buffers counted once; 0 where it runs on another machine."""
    try:
        server = psutil.Process(rows("SELECT pg_backend_pid()")[0][0]).parent()
    except psutil.NoSuchProcess:
        return 0
    if server is None or not server.name().startswith("postgres"):
        return 0
    return sum(_memory(process) for process in [server, *server.children()])


@contextmanager
def site() -> Iterator[Running]:
    """The site on a free port, with the database of the benchmark."""
    call_command("collectstatic", interactive=False, verbosity=0)
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "archive.wsgi:application"]
    environment = {**os.environ, "PORT": str(port), "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE}
    with serving(command, port, "/healthz", ROOT, environment) as running:
        yield running


@contextmanager
def serving(
    command: Sequence[str], port: int, path: str, folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Running]:
    """A program from the moment it answers at this path; ended at the end. RuntimeError where it does not start."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    log = FOLDER / f"{Path(command[0]).name}-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(port, path, process, log)
            yield Running(port, process)
        finally:
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    log.unlink(missing_ok=True)


def _wait_for(port: int, path: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if Connection(port).get(path).status < 500:
                return
        except (OSError, EOFError):
            time.sleep(0.2)
    raise RuntimeError(f"the server did not start:\n{log.read_text(errors='replace')[-2000:]}")


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
