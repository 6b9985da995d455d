"""The columns of a table's row and the keys of a JSON object, checked: what a sender says of a text."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.ingest.encodings import UnreadableInput

COLUMNS = (
    "id",
    "headline",
    "lede",
    "body",
    "date",
    "language",
    "source",
    "url",
    "byline",
    "tags",
    "translation_of",
)
"""The columns of a row and the keys of a JSON object; only `body` must be there."""


LONGEST_TAG = 200


def row_fields(row: object) -> dict[str, object]:
    """The known columns that have a value; raises UnreadableInput where one is of the wrong kind."""
    if not isinstance(row, dict):
        raise UnreadableInput("bad_row", _("A row must be a JSON object."))
    fields: dict[str, object] = {}
    for column in COLUMNS:
        if column == "tags":
            value: object = _tags(row.get(column))
        else:
            value = _scalar(column, row.get(column))
        if value:
            fields[column] = value
    return fields


def _scalar(column: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        text = str(value)
        if "\x00" in text:
            raise UnreadableInput("binary", _("Not a text: it holds NUL bytes."))
        text.encode("utf-8")
        return text if column == "body" else text.strip()
    raise UnreadableInput("bad_row", format_lazy(_("“{column}” must be a text."), column=column))


def _tags(value: Any) -> list[str]:
    """Tags from a list, or from one text with vertical bars between them."""
    parts = value.split("|") if isinstance(value, str) else value or []
    if not isinstance(parts, list):
        raise UnreadableInput("bad_row", _("“tags” must be a list of texts."))
    tags = [tag for tag in (_scalar("tags", part) for part in parts) if tag]
    if any(len(tag) > LONGEST_TAG for tag in tags):
        raise UnreadableInput(
            "bad_row", format_lazy(_("A tag has more than {limit} characters."), limit=LONGEST_TAG)
        )
    return tags
