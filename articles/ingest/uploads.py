"""Files that were sent to the archive, kept until a job has read them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePath

from articles.ingest.columns import Columns
from articles.ingest.readers import FORMATS, read
from articles.models import AccessionBatch

_LONGEST_NAME = 180
"""Bytes of a stored name: file systems refuse more than 255."""
_READ_TO_COUNT = {".json", ".jsonl", ".csv"}


def upload_folder(root: Path, batch: AccessionBatch) -> Path:
    """Where the files of a batch lie below the folder of all uploads."""
    return root / "uploads" / str(batch.pk)


def store(folder: Path, name: str, content: Iterable[bytes]) -> Path:
    """Keep one file under its own name; where another has that name, in a numbered folder of its own."""
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    short = stem.encode()[: _LONGEST_NAME - len(suffix.encode())].decode(errors="ignore") + suffix
    path, number = folder / short, 1
    while path.exists():
        number += 1
        path = folder / str(number) / short
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        for block in content:
            file.write(block)
    return path


def drop(folder: Path) -> None:
    """Remove the files of a batch that are all read."""
    shutil.rmtree(folder, ignore_errors=True)


def count_inputs(folder: Path, columns: Columns | None = None) -> int:
    """About how many inputs the files hold: rows of tables within an archive are known only when read."""
    return sum(_count(path, columns) for path in folder.rglob("*") if path.is_file())


def _count(path: Path, columns: Columns | None) -> int:
    suffix = path.suffix.lower()
    if suffix in _READ_TO_COUNT:
        return sum(1 for _item in read(path, columns))
    if suffix == ".zip":
        try:
            with zipfile.ZipFile(path) as archive:
                return sum(1 for name in archive.namelist() if PurePath(name).suffix.lower() in FORMATS)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return 1
    return 1
