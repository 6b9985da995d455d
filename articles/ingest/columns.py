"""The columns of a table: how they are parted and named, and which of them a sender says holds what."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain, count

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.ingest.encodings import Message
from articles.ingest.row_fields import COLUMNS

Columns = Mapping[str, str]
"""Column of the contract → what a sender calls it; a column that is not in it has its own name."""


def read_columns(lines: Iterable[str]) -> dict[str, str]:
    """Lines such as "headline=Titre": which column of a table holds what; empty lines say nothing.

    Raises ValueError, in the interface language, for a line that is not so formed, a name that is no column
    of the contract, and a name that is given twice.
    """
    columns: dict[str, str] = {}
    for line in filter(str.strip, lines):
        name, sign, column = (part.strip() for part in line.partition("="))
        if not (name and sign and column):
            raise ValueError(str(_("“%(line)s” is not of the form NAME=COLUMN.")) % {"line": line.strip()})
        name = name.lower()
        if name not in COLUMNS:
            known = {"name": name, "known": ", ".join(COLUMNS)}
            raise ValueError(str(_("There is no field “%(name)s”; the fields are %(known)s.")) % known)
        if name in columns:
            raise ValueError(str(_("The field “%(name)s” is given two columns.")) % {"name": name})
        columns[name] = column
    return columns


def renamed(row: Mapping[str, object], columns: Columns) -> dict[str, object]:
    """The row by the names of the contract; a column that was given another meaning has its own no more."""
    wanted = {name: column_key(column) for name, column in columns.items()}
    meant = set(wanted.values())
    own = {name: value for name, value in row.items() if name not in meant and name not in wanted}
    return own | {name: row.get(column) for name, column in wanted.items()}


def column_key(name: str) -> str:
    """A column's name as it is compared: without the marks and blanks around it, in small letters."""
    return name.strip("\ufeff \t\r\n").lower()


def delimiter_of(header: str) -> str:
    """Comma, semicolon or tab, whichever stands most often in a first row; within quotes it is part of a name."""
    return max(",;\t", key=re.sub(r'"[^"]*"', "", header).count)


def column_names(cells: Iterable[str]) -> list[str]:
    """The names of the first row, as they are compared; one that stands twice is numbered, to lose no cell."""
    names: list[str] = []
    for cell in cells:
        name = column_key(cell)
        numbered = (f"{name} ({number})" for number in count(2))
        names.append(next(free for free in chain([name], numbered) if free not in names))
    return names


def missing_columns(names: list[str], columns: Columns) -> Message | None:
    """What the first row lacks, and what it has instead."""
    wanted = {"body": "body", **columns}
    missing = [column for column in wanted.values() if column_key(column) not in names]
    if not missing:
        return None
    quoted = ", ".join(f"“{column}”" for column in missing)
    message = _(
        "The first row names no column {missing}; its columns are: {columns}. "
        "Say which of them holds what, as in {example}."
    )
    shown = ", ".join(filter(None, names)) or "–"
    example = f"body={next(filter(None, names), 'text')}"
    return format_lazy(message, missing=quoted, columns=shown, example=example)
