"""Dublin Core as OAI-PMH wants it (oai_dc): the fifteen elements of a record, only those that are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from articles.export.format import Format
from articles.export.record import Record
from articles.languages import UNDETERMINED

NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"

# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OPENING = (
    f'<oai_dc:dc xmlns:oai_dc="{NAMESPACE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    f' xsi:schemaLocation="{NAMESPACE} {SCHEMA}">'
)


def _elements(record: Record) -> Iterator[tuple[str, str]]:
    article = record.article
    yield "title", article.title
    yield "creator", article.byline
    for tag in record.tags:
        yield "subject", tag.name
    yield "description", article.lede
    yield "date", article.date.text if article.date else ""
    yield "type", "Text"
    yield "identifier", record.permalink
    yield "source", record.source.name if record.source else ""
    yield "language", "" if article.language == UNDETERMINED else article.language
    for telling in record.tellings:
        yield "relation", telling.url
    yield "relation", article.url


def _write(record: Record) -> str:
    known = (
        (name, _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value))
        for name, value in _elements(record)
        if value
    )
    return (
        f"{_OPENING}{''.join(f'<dc:{name}>{escape(value)}</dc:{name}>' for name, value in known)}</oai_dc:dc>"
    )


DUBLIN_CORE = Format(content_type="text/xml; charset=utf-8", write=_write)
