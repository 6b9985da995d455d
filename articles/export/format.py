"""What a format is: how a document of it begins, how each record is written, how it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.export.record import Heading, Record


def _nothing(_heading: Heading) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Format:
    """One format. A document of it is `begin`, the records with `between` between them, and `end`.

    `needs_text` and `needs_source` say what is read for it: the texts themselves, the mentions and the accession.
    """

    content_type: str
    write: Callable[[Record], str]
    begin: Callable[[Heading], str] = _nothing
    end: Callable[[Heading], str] = _nothing
    between: str = ""
    is_attachment: bool = True
    needs_text: bool = False
    needs_source: bool = False

    def document(self, heading: Heading, record: Record) -> str:
        """The document of one record."""
        return self.begin(heading) + self.write(record) + self.end(heading)
