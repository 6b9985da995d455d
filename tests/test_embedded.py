"""The embedded PostgreSQL: started once, found again, stopped with its last user, true after kill -9."""

import contextlib
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from archive.embedded import cluster

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.xdist_group("embedded")

PREAMBLE = """
import signal, sys, time
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has it ignored by what it starts in the background
sys.path.insert(0, {root!r})
import psycopg
from archive.embedded.cluster import Cluster
cluster = Cluster.at(Path({data!r}))
sockets = cluster.acquire()
connection = psycopg.connect(host=str(sockets), user="archive", dbname="archive", autocommit=True)
"""


def script(data: Path, code: str) -> list[str]:
    preamble = PREAMBLE.format(root=str(ROOT), data=str(data))
    return [sys.executable, "-c", preamble + textwrap.dedent(code)]


def run(data: Path, code: str) -> str:
    done = subprocess.run(script(data, code), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def server(data: Path) -> int | None:
    """The process id of the living server, if there is one."""
    try:
        number = int((data / "postmaster.pid").read_text().splitlines()[0])
    except (OSError, IndexError, ValueError):
        return None
    alive = psutil.pid_exists(number) and psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    return number if alive else None


@pytest.fixture
def data(tmp_path) -> Path:
    """A data directory in a path with spaces and a quotation mark, that any account may reach."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    folder = tmp_path / "l'été à Rabat" / "postgres"
    yield folder
    number = server(folder)
    if number:
        os.kill(number, signal.SIGQUIT)


def test_the_server_stops_with_its_only_user_and_keeps_its_data(data):
    run(data, "connection.execute('CREATE TABLE kept AS SELECT 42 AS answer')")
    assert server(data) is None
    assert run(data, "print(connection.execute('SELECT answer FROM kept').fetchone()[0])") == "42"


def test_a_second_user_finds_the_same_server_and_the_last_one_stops_it(data):
    first = subprocess.Popen(
        script(data, "print('up', flush=True); time.sleep(600)"), stdout=subprocess.PIPE, text=True
    )
    assert first.stdout.readline() == "up\n"
    number = server(data)
    run(data, "connection.execute('SELECT 1')")
    assert server(data) == number
    first.send_signal(signal.SIGINT)
    first.wait(120)
    assert server(data) is None


def test_data_survive_kill_9_of_everything(data):
    user = subprocess.Popen(
        script(
            data,
            "connection.execute('CREATE TABLE kept AS SELECT 7 AS n'); print('up', flush=True); time.sleep(600)",
        ),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert user.stdout.readline() == "up\n"
    family = [psutil.Process(server(data))]
    family += family[0].children(recursive=True)
    user.kill()
    for process in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(family, timeout=10)
    assert run(data, "print(connection.execute('SELECT n FROM kept').fetchone()[0])") == "7"


def test_a_server_left_over_by_a_killed_user_is_found_and_stopped_by_the_next(data):
    user = subprocess.Popen(
        script(data, "print('up', flush=True); time.sleep(600)"), stdout=subprocess.PIPE, text=True
    )
    assert user.stdout.readline() == "up\n"
    user.kill()
    user.wait()
    number = server(data)
    assert number is not None
    assert run(data, "print(cluster._postmaster()[0])") == str(number)
    assert server(data) is None


def test_a_lock_file_whose_number_another_process_has_taken_does_not_stop_a_start(data):
    run(data, "pass")
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n{int(time.time())}\n5432\n/nowhere\n")
    assert run(data, "print(connection.execute('SELECT 1').fetchone()[0])") == "1"


def test_an_interrupted_creation_is_begun_anew(data):
    unfinished = data.with_name("postgres.new")
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18\n")
    assert run(data, "print('up')") == "up"
    assert not unfinished.exists()


def test_letters_of_every_script_are_letters_to_the_database(data):
    words = run(
        data,
        "print(connection.execute(\"SELECT to_tsvector('simple', '«Été», Россия… الرباط،')\").fetchone()[0])",
    )
    assert words == "'été':1 'россия':2 'الرباط':3"


@pytest.mark.parametrize(
    ("stated", "kept"), [("1073741824\n", 128), ("8589934592\n", 1024), ("max\n", 4096), (None, 4096)]
)
def test_postgresql_keeps_an_eighth_of_the_memory_of_its_container_or_machine(
    tmp_path, monkeypatch, stated, kept
):
    limit = tmp_path / "memory.max"
    if stated:
        limit.write_text(stated)
    monkeypatch.setattr(cluster, "CONTAINER_LIMIT", limit)
    monkeypatch.setattr(cluster.psutil, "virtual_memory", lambda: SimpleNamespace(total=64 * 2**30))
    assert cluster.buffers() == kept
