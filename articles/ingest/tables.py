"""Tables of comma-separated values → raw texts, row by row."""

import csv
import hashlib
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import BinaryIO

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.ingest.column_dates import Order, order_of
from articles.ingest.columns import Columns, column_key, column_names, delimiter_of, missing_columns
from articles.ingest.encodings import MAX_BYTES, UnreadableInput, decode
from articles.ingest.raw_texts import RawText, Rejection, read_row, rest_of

_SAMPLE_BYTES = 2**18
_BROKEN = (csv.Error, UnicodeDecodeError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError)
"""What reading on raises; the second time it is told, at its place among the rows."""
# The csv module's own limit is 128 KiB a cell, less than a long report.
csv.field_size_limit(MAX_BYTES)


def read_csv(shown: str, stream: BinaryIO, columns: Columns | None = None) -> Iterator[RawText | Rejection]:
    """A .csv file with a first row of column names; comma, semicolon or tab between the cells."""
    sample = stream.read(_SAMPLE_BYTES)
    stream.seek(0)
    if len(sample) == _SAMPLE_BYTES and b"\x00" not in sample:
        # A sample that ends within a character would not decode.
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    try:
        encoding = decode(sample).encoding
    except UnreadableInput as error:
        yield Rejection(shown, error.code, error.reason, rest_of(b"", stream)[0])
        return
    with io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
        yield from _csv_rows(shown, text, encoding, columns or {})


def _csv_rows(
    shown: str, text: io.TextIOWrapper, encoding: str, columns: Columns
) -> Iterator[RawText | Rejection]:
    try:
        rows = _cells(text)
        names = column_names(next(rows, []))
        if missing := missing_columns(names, columns):
            yield Rejection(shown, "bad_csv", missing)
            return
        dated = column_key(columns.get("date", "date"))
        order: Order = ""
        if dated in names:
            order = _order_in(rows, names.index(dated))
            text.seek(0)
            rows = _cells(text)
            next(rows)
        for number, cells in enumerate(rows, 2):
            if any(cell.strip() for cell in cells):
                yield _csv_row(f"{shown}#{number}", names, cells, encoding, columns, order)
    except UnicodeDecodeError:
        reason = format_lazy(_("The rest of the file is not {encoding}."), encoding=encoding)
        yield Rejection(shown, "undecodable", reason)
    except csv.Error as error:
        yield Rejection(shown, "bad_csv", format_lazy(_("Not CSV: {problem}."), problem=str(error)))


def _cells(text: io.TextIOWrapper) -> Iterator[list[str]]:
    """The rows of a table from its beginning, that of its names first."""
    header = text.readline(2**16)
    return csv.reader(chain([header], text), delimiter=delimiter_of(header))


def _order_in(rows: Iterator[list[str]], index: int) -> Order:
    """What all the dates in a column say of their order; where the file breaks off, those before that."""

    def cells() -> Iterator[str]:
        with suppress(*_BROKEN):
            for row in rows:
                if index < len(row):
                    yield row[index]

    return order_of(cells())


def _csv_row(
    place: str, names: list[str], cells: list[str], encoding: str, columns: Columns, order: Order
) -> RawText | Rejection:
    if len(cells) > len(names):
        message = _("{cells} cells where the first row names {names} columns.")
        reason = format_lazy(message, cells=len(cells), names=len(names))
        return Rejection(place, "bad_row", reason, hashlib.sha256("\0".join(cells).encode()).hexdigest())
    return read_row(place, dict(zip(names, cells, strict=False)), encoding, columns=columns, order=order)
