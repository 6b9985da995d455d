"""The benchmark's own database: made once for each size and seed, kept for the next run, never the archive's."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from benchmarks.scale.generator import VERSION, SyntheticArchive

ROOT = Path(__file__).resolve().parents[2]


def set_up(size: int) -> None:
    """Django on the database of this size, in this process and in those it starts; nothing is connected yet."""
    os.environ["BENCH_DATABASE"] = f"bench_{size}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.scale.settings"
    os.environ["DEBUG"] = "off"
    os.environ["PYTHONPATH"] = str(ROOT)
    if os.environ.get("DATABASE_URL"):
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    django.setup()


def is_ready(archive: SyntheticArchive) -> bool:
    """Whether the database holds this very archive, whole; one that does not is dropped and made anew, empty."""
    if _exists() and read_state("archive") == _identity(archive):
        return True
    create()
    return False


def create() -> None:
    """An empty, migrated database in the place of what there was."""
    connection.close()
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {name}")
    call_command("migrate", interactive=False, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_state (key text PRIMARY KEY, value jsonb NOT NULL)")


def finish(archive: SyntheticArchive) -> None:
    """Say that the archive is there, whole."""
    write_state("archive", _identity(archive))


def read_state(key: str) -> Any:
    """What an earlier run noted in the database, or None."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('bench_state')")
        if cursor.fetchone() == (None,):
            return None
        cursor.execute("SELECT value FROM bench_state WHERE key = %s", [key])
        row = cursor.fetchone()
    return json.loads(row[0]) if row and isinstance(row[0], str) else row and row[0]


def write_state(key: str, value: Any) -> None:
    """Note it for the next run."""
    statement = "INSERT INTO bench_state VALUES (%s, %s::jsonb) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value"
    with connection.cursor() as cursor:
        cursor.execute(statement, [key, json.dumps(value)])


def _exists() -> bool:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [connection.settings_dict["NAME"]])
        return bool(cursor.rowcount)


def _identity(archive: SyntheticArchive) -> dict[str, Any]:
    """Seed, size, and what the generator and the migrations said: another schema is another database."""
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    digest = hashlib.sha256()
    for key in sorted(migrations):
        module = __import__(migrations[key].__module__, fromlist=["Migration"])
        digest.update(Path(module.__file__ or "").read_bytes())
    return {"seed": archive.seed, "size": archive.size, "generator": VERSION, "schema": digest.hexdigest()}


def rows(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """What a query gives."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())


def execute(statement: str, *parameters: Any) -> None:
    """Run a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or None)
