"""The whole archive → a package, complete or not at all; a package → what is wrong with it."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from archive import __version__
from articles.dates import EdtfDate
from articles.models import Accession
from articles.preservation.bag import MANIFEST, PAYLOAD, BagWriter, Fault, FaultKind, find_faults, listed_in
from articles.preservation.contents import TABLES, kept, rows, sources

ABOUT = "about.json"
FORMAT = 1
_SOURCES = f"{PAYLOAD}/sources/"


class PackageError(Exception):
    """A package that cannot be made, with the reason."""


def export_archive(folder: Path, tell: Callable[[int], object] = lambda _rows: None) -> Counter[str]:
    """Write the whole archive, as it is at one moment, into a folder that is not there yet or empty.

    Gives how many rows each table has; `tell` is told of rows and sources as they are written. What was begun and not
    ended is taken away again. Raises `PackageError` where the folder holds something, or cannot be made.
    """
    folder = folder.resolve()
    if folder.is_dir() and any(folder.iterdir()):
        raise PackageError(_("There are files in %(folder)s already.") % {"folder": folder})
    begun = folder.with_name(f"{folder.name}.partial")
    try:
        if folder.exists():
            folder.rmdir()  # told now where it cannot be done, not when all is written
        writer = BagWriter(begun)
    except FileExistsError as error:
        text = _("%(folder)s is there: another export is at work, or one was stopped. Remove it if it was.")
        raise PackageError(text % {"folder": begun}) from error
    except OSError as error:
        raise PackageError(f"{folder}: {error.strerror}") from error
    try:
        counts = _write(writer, tell)
        begun.rename(folder)
    except OSError as error:
        _take_away(writer, begun)
        raise PackageError(f"{folder}: {error.strerror}") from error
    except BaseException:
        _take_away(writer, begun)
        raise
    return counts


def _take_away(writer: BagWriter, begun: Path) -> None:
    writer.abandon()
    shutil.rmtree(begun, ignore_errors=True)


def _write(writer: BagWriter, tell: Callable[[int], object]) -> Counter[str]:
    counts: Counter[str] = Counter()
    with transaction.atomic():
        if not connection.savepoint_ids:
            with connection.cursor() as cursor:
                # One moment for all tables; and no reader's limit for what takes as long as it takes.
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                cursor.execute("SET LOCAL statement_timeout = 0")
        for name, model in TABLES.items():
            writer.add(f"{name}.jsonl", _lines(name, model, counts, tell))
        for digest, content in sources():
            writer.add(source_path(digest), [content])
            tell(1)
    about = {
        "format": FORMAT,
        "title": settings.ARCHIVE_TITLE,
        "program": __version__,
        "rows": counts,
    }
    writer.add(ABOUT, [json.dumps(about, ensure_ascii=False, indent=1).encode()])
    writer.close(
        {
            "Bagging-Date": datetime.now(UTC).date().isoformat(),
            "Bag-Software-Agent": f"news-archive {about['program']}",
            "External-Description": settings.ARCHIVE_TITLE,
        }
    )
    return counts


def source_path(digest: str) -> str:
    """Where a source lies among the files: no folder holds more than a 256th of them."""
    return f"sources/{digest[:2]}/{digest}"


def _lines(
    name: str, model: type[models.Model], counts: Counter[str], tell: Callable[[int], object]
) -> Iterator[bytes]:
    counts[name] = 0
    encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_written)
    for row in rows(model):
        yield encoder.encode(row).encode() + b"\n"
        counts[name] += 1
        tell(1)


def _written(value: Any) -> str:
    """A date as far as it is known (EDTF), a moment to the microsecond."""
    if isinstance(value, EdtfDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def rows_to_write() -> int:
    """How many rows and sources there are, for a bar of progress."""
    return sum(kept(model).count() for model in TABLES.values()) + Accession.objects.count()


def verify(folder: Path, tell: Callable[[int], object] = lambda _bytes: None) -> Iterator[Fault]:
    """All that is wrong with a package: its files, its counts of rows, its sources; no database is asked."""
    faults = list(find_faults(folder, tell))
    yield from faults
    if any(fault.kind is FaultKind.NO_PACKAGE for fault in faults):
        return
    spoilt = {fault.path for fault in faults}
    for name, digest in listed_in(folder / MANIFEST):
        if name.startswith(_SOURCES) and not name.endswith(digest):
            yield Fault(FaultKind.CHANGED, name)
    try:
        counts = dict(json.loads((folder / PAYLOAD / ABOUT).read_bytes())["rows"])
    except (OSError, ValueError, TypeError, KeyError):
        yield Fault(FaultKind.UNREADABLE, f"{PAYLOAD}/{ABOUT}")
        return
    if counts.keys() != TABLES.keys():
        yield Fault(FaultKind.UNREADABLE, f"{PAYLOAD}/{ABOUT}")
    for name in TABLES.keys() & counts.keys():
        count = counts[name]
        path = f"{PAYLOAD}/{name}.jsonl"
        if path not in spoilt:
            yield from _checked_rows(folder, path, count)


def _checked_rows(folder: Path, path: str, count: int) -> Iterator[Fault]:
    found = 0
    try:
        with (folder / path).open("rb") as lines:
            for line in lines:
                row: Any = json.loads(line)
                found += 1
                if Path(path).stem == "accessions":
                    source = f"{PAYLOAD}/{source_path(row['sha256'])}"
                    if not (folder / source).is_file():
                        yield Fault(FaultKind.MISSING, source)
    except (OSError, ValueError, TypeError, KeyError):
        yield Fault(FaultKind.UNREADABLE, path)
        return
    if found != count:
        yield Fault(FaultKind.MISCOUNTED, path)
