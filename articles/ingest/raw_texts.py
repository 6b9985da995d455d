"""What readers give: raw texts, and rejections of what cannot be read; and a row as a raw text."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from articles.ingest.column_dates import Order, read_cell
from articles.ingest.columns import Columns, renamed
from articles.ingest.encodings import Decoded, Message, UnreadableInput, decode
from articles.ingest.row_fields import row_fields


@dataclass(frozen=True)
class RawText:
    """One text as it came: its bytes, what they say, and what its sender said of it (`COLUMNS` but `body`).

    `path` is the path as shown, such as "x.zip/a.txt", or "x.jsonl#12" for its twelfth line. For a row,
    `data` is the row as JSON in UTF-8 and `decoded.text` its `body`.
    """

    path: str
    data: bytes = field(repr=False)
    decoded: Decoded
    metadata: Mapping[str, object] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """Checksum of `data`, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Rejection:
    """An input without a text in it: `code` is stable, `reason` is for people and lazily translated.

    Codes: those of `UnreadableInput`, and "not_found", "not_a_file", "unreadable", "unknown_format",
    "broken_archive", "encrypted", "unsafe_path", "too_many", "bad_json", "bad_csv", "bad_row".
    `sha256` is "" where no bytes could be read.
    """

    path: str
    code: str
    reason: Message
    sha256: str = ""


Reader = Callable[[str, BinaryIO], Iterator[RawText | Rejection]]


def rest_of(head: bytes, stream: BinaryIO) -> tuple[str, int]:
    """Checksum and size of a file too large to hold, of which `head` was read."""
    checksum, size = hashlib.sha256(head), len(head)
    while block := stream.read(2**20):
        checksum.update(block)
        size += len(block)
    return checksum.hexdigest(), size


def read_row(
    place: str,
    row: object,
    encoding: str,
    data: bytes = b"",
    columns: Columns | None = None,
    order: Order = "",
) -> RawText | Rejection:
    """A row as a raw text: its `body` is the text, its other known columns are metadata.

    What is kept of it is all it says, by its own names for its columns. `order` is that of the dates of its column.
    """
    if not data:
        # The row of a table, written as an object: that is what the encoding is to be of.
        data, encoding = json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"), "utf-8"
    try:
        fields = row_fields(renamed(row, columns) if columns and isinstance(row, dict) else row)
        body = str(fields.pop("body", ""))
        if not body.strip():
            raise UnreadableInput("no_text", _("The row has no “body”."))
        # The same checks as for a file: a row may smuggle in NULs, lone surrogates or no letter at all.
        decoded = decode(body.encode("utf-8"))
    except UnreadableInput as error:
        return Rejection(place, error.code, error.reason, hashlib.sha256(data).hexdigest())
    except UnicodeEncodeError:
        reason = _("A character of the row is half a surrogate pair.")
        return Rejection(place, "undecodable", reason, hashlib.sha256(data).hexdigest())
    warnings = decoded.warnings
    if date := fields.get("date"):
        fields["date"], warning = read_cell(str(date), order)
        warnings += (warning,) if warning else ()
    return RawText(place, data, Decoded(decoded.text, encoding, warnings), fields)
