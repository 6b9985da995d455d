"""Folders of files with their checksums: BagIt 1.0 (Kunze and others 2018, RFC 8493), by SHA-256.

The Library of Congress's own module makes and checks such folders too. It reads every file again to make one, and comes
as source code only, to be built where it is installed; the form is lines of text.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
PAYLOAD = "data"
_DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_DECLARATION = re.compile(r"BagIt-Version: *(0\.97|1\.0)\s+Tag-File-Character-Encoding: *UTF-8\s*")
_LISTED = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(.+)")
_OXUM = re.compile(r"^Payload-Oxum: *(\d+)\.(\d+)\s*$", re.MULTILINE)
_ESCAPES = {"%25": "%", "%0A": "\n", "%0a": "\n", "%0D": "\r", "%0d": "\r"}
_ESCAPE = re.compile("%25|%0[AaDd]")
_READ = 1 << 20


class FaultKind(StrEnum):
    """What can be wrong with a file of a package."""

    NO_PACKAGE = "no package"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    CHANGED = "changed"
    UNLISTED = "unlisted"
    OUTSIDE = "outside"
    MISCOUNTED = "miscounted"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, and the file that has it, by its path in the package."""

    kind: FaultKind
    path: str


class BagWriter:
    """Writes the files of a package one by one into a new folder, then what lists them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._manifest = (folder / MANIFEST).open("x", encoding="utf-8", newline="\n")
        self.files = self.size = 0

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write a file of the payload; its name is plain ASCII."""
        path = self._folder / PAYLOAD / name
        path.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with path.open("xb") as file:
            for chunk in chunks:
                file.write(chunk)
                digest.update(chunk)
                self.size += len(chunk)
        self.files += 1
        self._manifest.write(f"{digest.hexdigest()}  {PAYLOAD}/{name}\n")

    def close(self, info: Mapping[str, str]) -> None:
        """Write what tells of the payload; only then is the package whole."""
        self._manifest.close()
        told = {**info, "Payload-Oxum": f"{self.size}.{self.files}"}
        self._write(DECLARATION, _DECLARED)
        self._write(INFO, "".join(f"{key}: {' '.join(value.split())}\n" for key, value in told.items()))
        tags = [DECLARATION, INFO, MANIFEST]
        self._write(TAG_MANIFEST, "".join(f"{_digest_of(self._folder / tag)}  {tag}\n" for tag in tags))
        os.sync()  # what is told to be whole is on the disk

    def abandon(self) -> None:
        """Let go of what is open, also where the disk is full: the package will not be whole."""
        with suppress(OSError):
            self._manifest.close()

    def _write(self, name: str, text: str) -> None:
        (self._folder / name).write_text(text, encoding="utf-8", newline="\n")


def find_faults(folder: Path, tell: Callable[[int], object]) -> Iterator[Fault]:
    """All that is wrong with a package as a bag; `tell` is told the bytes of each file that was read.

    No package at all is one fault, and the only one.
    """
    try:
        declared = (folder / DECLARATION).read_text(encoding="utf-8")
        listed = dict(listed_in(folder / MANIFEST))
        tags = dict(listed_in(folder / TAG_MANIFEST))
    except (OSError, ValueError):
        yield Fault(FaultKind.NO_PACKAGE, str(folder))
        return
    if not _DECLARATION.fullmatch(declared):
        yield Fault(FaultKind.UNREADABLE, DECLARATION)
    for name, digest in {**tags, **listed}.items():
        yield from _compare(folder, name, digest, tell)
    yield from _counted(folder, listed)


def _counted(folder: Path, listed: Mapping[str, str]) -> Iterator[Fault]:
    """Files that nothing lists, and a sum of all that is not that of the files."""
    size = files = 0
    for path in sorted((folder / PAYLOAD).rglob("*")):
        if path.is_symlink() or not path.is_dir():
            name = path.relative_to(folder).as_posix()
            files, size = files + 1, size + path.lstat().st_size
            if name not in listed:
                yield Fault(FaultKind.UNLISTED, name)
    try:
        told = _OXUM.search((folder / INFO).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return  # Listed among the tags, if there was one.
    if told and (int(told[1]), int(told[2])) != (size, files):
        yield Fault(FaultKind.MISCOUNTED, INFO)


def _compare(folder: Path, name: str, digest: str, tell: Callable[[int], object]) -> Iterator[Fault]:
    plain = PurePosixPath(name)
    if (
        plain.is_absolute()
        or ".." in plain.parts
        or not (folder / name).resolve().is_relative_to(folder.resolve())
    ):
        yield Fault(FaultKind.OUTSIDE, name)
    elif not (folder / name).is_file():
        yield Fault(FaultKind.MISSING, name)
    else:
        try:
            if _digest_of(folder / name, tell) != digest.lower():
                yield Fault(FaultKind.CHANGED, name)
        except OSError:
            yield Fault(FaultKind.UNREADABLE, name)


def listed_in(manifest: Path) -> Iterator[tuple[str, str]]:
    """Path and digest of each line; raises ValueError for a line that is none, or a path that stands twice."""
    seen = set()
    with manifest.open(encoding="utf-8") as lines:
        for line in lines:
            read = _LISTED.fullmatch(line.rstrip("\r\n"))
            name = _ESCAPE.sub(lambda escape: _ESCAPES[escape[0]], read[2]) if read else ""
            if not read or name in seen:
                raise ValueError(line)
            seen.add(name)
            yield name, read[1]


def _digest_of(path: Path, tell: Callable[[int], object] | None = None) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_READ):
            digest.update(chunk)
            if tell:
                tell(len(chunk))
    return digest.hexdigest()
