"""Files → raw texts: one reader a format, in a table by suffix; what cannot be read becomes a rejection."""

import hashlib
import json
import lzma
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.ingest.columns import Columns
from articles.ingest.encodings import MAX_BYTES, Message, UnreadableInput, decode, too_large
from articles.ingest.raw_texts import RawText, Reader, Rejection, read_row, rest_of
from articles.ingest.saved_pages import read_page
from articles.ingest.tables import read_csv

MAX_JSON_BYTES = 5 * MAX_BYTES
"""Longest .json file, which must be read whole; .jsonl has no limit but that of each line."""
MAX_MEMBERS = 100_000
MAX_ARCHIVE_BYTES = 2 * 2**30
"""What the members of one .zip may come to, unpacked: its texts are read one at a time."""


def iter_paths(paths: Iterable[Path]) -> Iterator[Path]:
    """Each path, a folder as the files in it at any depth, by name; hidden files are left out.

    A path that does not exist is passed on, so that `read` can reject it by name.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, subfolders, names in os.walk(path):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith("."):
                    yield Path(folder) / name


def read(path: Path, columns: Columns | None = None) -> Iterator[RawText | Rejection]:
    """Every text in the file, in order; whatever is wrong with it comes as a `Rejection`, never raised.

    `columns` says which column of a .csv file is which field (`row_fields.read_columns`).
    """
    shown = printable(path)
    if not path.exists():
        yield Rejection(shown, "not_found", _("There is no such file."))
    elif not path.is_file():
        yield Rejection(shown, "not_a_file", _("Not a regular file."))
    elif (reader := reader_of(path.suffix, columns)) is None:
        yield _unknown_format(shown)
    else:
        try:
            with path.open("rb") as stream:
                yield from reader(shown, stream)
        except OSError as error:
            reason = format_lazy(_("The file cannot be read: {error}."), error=error.strerror or str(error))
            yield Rejection(shown, "unreadable", reason)


def reader_of(suffix: str, columns: Columns | None = None) -> Reader | None:
    """What reads files of this suffix, in capitals or not; None where nothing does."""
    reader = FORMATS.get(suffix.lower())
    if columns and reader is read_csv:
        return partial(read_csv, columns=columns)
    if columns and reader is read_zip:
        return partial(read_zip, columns=columns)
    return reader


def printable(path: Path) -> str:
    """The path as text: a byte of a file name that is no UTF-8 is shown by its number."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_text(shown: str, stream: BinaryIO) -> Iterator[RawText | Rejection]:
    """A .txt or .md file: one text."""
    data = _whole_file(shown, stream)
    yield data if isinstance(data, Rejection) else _raw_text(shown, data)


def read_html(shown: str, stream: BinaryIO) -> Iterator[RawText | Rejection]:
    """A saved page: one text, with what its metadata state of it."""
    data = _whole_file(shown, stream)
    if isinstance(data, Rejection):
        yield data
        return
    try:
        yield RawText(shown, data, *read_page(data))
    except UnreadableInput as error:
        yield Rejection(shown, error.code, error.reason, hashlib.sha256(data).hexdigest())


def _whole_file(shown: str, stream: BinaryIO) -> bytes | Rejection:
    """The bytes of a file of one text, unless there are too many."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) <= MAX_BYTES:
        return data
    checksum, size = rest_of(data, stream)
    return Rejection(shown, "too_large", too_large(size, MAX_BYTES), checksum)


def read_json(shown: str, stream: BinaryIO) -> Iterator[RawText | Rejection]:
    """A .json file: a list of objects, one object, or our own export, whose list is called `articles`."""
    data = stream.read(MAX_JSON_BYTES + 1)
    if len(data) > MAX_JSON_BYTES:
        checksum, size = rest_of(data, stream)
        yield Rejection(shown, "too_large", too_large(size, MAX_JSON_BYTES), checksum)
        return
    checksum = hashlib.sha256(data).hexdigest()
    try:
        decoded = decode(data, max_bytes=MAX_JSON_BYTES)
        content = json.loads(decoded.text)
    except UnreadableInput as error:
        yield Rejection(shown, error.code, error.reason, checksum)
        return
    except (ValueError, RecursionError) as error:
        yield Rejection(shown, "bad_json", _bad_json(error), checksum)
        return
    rows = content.get("articles", content) if isinstance(content, dict) else content
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        place = f"{shown}#{number}" if isinstance(rows, list) else shown
        yield read_row(place, row, decoded.encoding)


def read_json_lines(shown: str, stream: BinaryIO) -> Iterator[RawText | Rejection]:
    """A .jsonl file: one object a line, read line by line; blank lines are passed over but counted."""
    head = stream.read(4)
    stream.seek(0)
    lines: Iterable[bytes] = _lines(stream)
    if b"\x00" in head or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        # UTF-16 cannot be cut at the byte 0x0A.
        whole = next(read_text(shown, stream))
        if isinstance(whole, Rejection):
            yield whole
            return
        lines = [line.encode() for line in whole.decoded.text.split("\n")]
    empty = True
    for number, line in enumerate(lines, 1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            empty = False
            yield _json_line(f"{shown}#{number}", line)
    if empty:
        yield Rejection(shown, "empty", _("The file is empty."), hashlib.sha256(b"").hexdigest())


def read_zip(shown: str, stream: BinaryIO, columns: Columns | None = None) -> Iterator[RawText | Rejection]:
    """A .zip of the other formats; nothing is unpacked to disk, and no member is read beyond the limits."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        stream.seek(0)
        checksum = rest_of(b"", stream)[0]
        yield Rejection(shown, "broken_archive", _("Not a ZIP archive, or a damaged one."), checksum)
        return
    with archive:
        members = [member for member in archive.infolist() if _is_text_member(member)]
        unpacked = sum(member.file_size for member in members)
        if not members:
            yield Rejection(shown, "empty", _("The archive holds no file."))
        elif len(members) > MAX_MEMBERS:
            reason = format_lazy(_("More than {limit} files in one archive."), limit=MAX_MEMBERS)
            yield Rejection(shown, "too_many", reason)
        elif unpacked > MAX_ARCHIVE_BYTES:
            yield Rejection(shown, "too_large", too_large(unpacked, MAX_ARCHIVE_BYTES))
        else:
            for member in members:
                yield from _read_member(shown, archive, member, columns)


_ROWS: dict[str, Reader] = {".json": read_json, ".jsonl": read_json_lines, ".csv": read_csv}
_IN_ARCHIVE: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    **_ROWS,
}
FORMATS: dict[str, Reader] = {**_IN_ARCHIVE, ".zip": read_zip}
"""Which reader reads a file, by its suffix in lower case."""


def _unknown_format(shown: str) -> Rejection:
    reason = format_lazy(_("Unknown format; known are {suffixes}."), suffixes=", ".join(sorted(FORMATS)))
    return Rejection(shown, "unknown_format", reason)


def _raw_text(shown: str, data: bytes) -> RawText | Rejection:
    try:
        return RawText(shown, data, decode(data))
    except UnreadableInput as error:
        return Rejection(shown, error.code, error.reason, hashlib.sha256(data).hexdigest())


# Rows ------------------------------------------------------------------------------------------------------


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; one longer than a text may be is cut one byte above that limit."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)


def _json_line(place: str, line: bytes) -> RawText | Rejection:
    try:
        decoded = decode(line)
        return read_row(place, json.loads(decoded.text), decoded.encoding, line.strip())
    except UnreadableInput as error:
        code, reason = error.code, error.reason
    except (ValueError, RecursionError) as error:
        code, reason = "bad_json", _bad_json(error)
    return Rejection(place, code, reason, hashlib.sha256(line.strip()).hexdigest())


def _bad_json(error: Exception) -> Message:
    if isinstance(error, json.JSONDecodeError):
        message = _("Not JSON: {problem} in line {line}, column {column}.")
        return format_lazy(message, problem=error.msg, line=error.lineno, column=error.colno)
    return _("Not JSON that can be read.")


# Archives --------------------------------------------------------------------------------------------------


def _is_text_member(member: zipfile.ZipInfo) -> bool:
    """Whether it is a file that someone put there: not a folder, not what macOS or an editor hides."""
    parts = PurePosixPath(member.filename).parts
    hidden = any(part.startswith(".") and part not in ("..", ".") for part in parts)
    return not member.is_dir() and not hidden and "__MACOSX" not in parts


def _read_member(
    shown: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, columns: Columns | None = None
) -> Iterator[RawText | Rejection]:
    place = f"{shown}/{_member_name(member)}"
    name = PurePosixPath(member.filename.replace("\\", "/"))
    reader = reader_of(name.suffix, columns) if name.suffix.lower() in _IN_ARCHIVE else None
    if not name.parts or ".." in name.parts or name.is_absolute() or ":" in name.parts[0]:
        yield Rejection(place, "unsafe_path", _("The path leads out of the archive."))
    elif member.flag_bits & 1:
        yield Rejection(place, "encrypted", _("Protected by a password."))
    elif reader is None:
        yield _unknown_format(place)
    elif member.file_size > MAX_BYTES and reader is read_text:
        yield Rejection(place, "too_large", too_large(member.file_size, MAX_BYTES))
    else:
        try:
            with archive.open(member) as stream:
                yield from reader(place, stream)  # type: ignore[arg-type]
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError):
            yield Rejection(place, "broken_archive", _("Damaged in the archive."))


def _member_name(member: zipfile.ZipInfo) -> str:
    """The name as its writer meant it: zipfile reads cp437 where a flag is missing, macOS wrote UTF-8."""
    if not member.flag_bits & 0x800:
        try:
            return member.filename.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return member.filename
