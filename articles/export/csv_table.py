"""CSV: a row a record, in the columns that `ingest` reads, and more beside them; safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from articles.export.format import Format
from articles.export.record import Heading, Named, Record

COLUMNS = (
    *("id", "headline", "lede", "body", "date", "language", "source", "url", "byline", "tags"),
    *("translation_of", "supplied_headline", "people", "institutions", "permalink", "date_match"),
)
"""The columns of an ingest, then those it passes over. `url` is where the text was published. A headline that the
archive supplied stands in `supplied_headline`, so that an ingest of the table does not take it for the source's."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it, a spreadsheet takes UTF-8 for an encoding of its own country, and Arabic and Cyrillic are lost."""

#: What a spreadsheet takes for the beginning of a formula, also as it is written in East Asia.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: Set before such a cell: to a spreadsheet it makes a text of it, and an ingest takes the blanks around a text away.
_GUARD = "\N{NO-BREAK SPACE}"


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_guarded(cell) for cell in cells])
    return line.getvalue()


def _guarded(cell: str) -> str:
    """The cell, harmless: an apostrophe, the usual guard, would become part of the text at the next ingest."""
    return _GUARD + cell if cell.startswith(_FORMULA) else cell


def _cells(record: Record) -> Iterable[str]:
    article = record.article
    # An ingest asks for a body; a text of one paragraph may have it as its lede.
    lede, body = (article.lede, article.body) if article.body else ("", article.lede)
    original = next((one for one in record.tellings if one.relation == "original"), None)
    return (
        str(article.pk),
        "" if article.headline_supplied else article.headline,
        lede,
        body,
        article.date.text if article.date else "",
        article.language,
        record.source.name if record.source else "",
        article.url,
        article.byline,
        _listed(record.tags),
        str(original.id) if original else "",
        article.headline if article.headline_supplied else "",
        _listed(record.people),
        _listed(record.institutions),
        record.permalink,
        record.date_match,
    )


def _listed(named: Iterable[Named]) -> str:
    """The names between vertical bars; a bar within a name would part it, so a broken one stands there."""
    return "|".join(one.name.replace("|", "¦") for one in named)


def _begin(_heading: Heading) -> str:
    return BYTE_ORDER_MARK + _row(COLUMNS)


CSV = Format(
    content_type="text/csv; charset=utf-8; header=present",
    write=lambda record: _row(_cells(record)),
    begin=_begin,
    needs_text=True,
)
