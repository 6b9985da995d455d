"""Atom (RFC 4287): what came in or was changed last, so that a search can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from articles.export.format import Format
from articles.export.record import Heading, Record

NAMESPACE = "tag:news-archive,2026:export"
"""Of what Atom has no word for: the parameters that could not be read."""

# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _element(name: str, text: str = "", **attributes: str) -> str:
    """An element; a name in `attributes` has an underscore for its colon."""
    opened = "".join(
        f" {key.replace('_', ':')}={quoteattr(_clean(value))}" for key, value in attributes.items() if value
    )
    return f"<{name}{opened}>{escape(_clean(text))}</{name}>" if text else f"<{name}{opened}/>"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _begin(heading: Heading) -> str:
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            f" xmlns:archive={quoteattr(NAMESPACE)} xml:lang={quoteattr(heading.language)}>",
            *_heading_elements(heading),
            "",
        ]
    )


def _heading_elements(heading: Heading) -> Iterator[str]:
    yield _element("id", heading.first_address)
    yield _element("title", heading.title)
    yield _element("updated", _instant(heading.updated or heading.moment))
    yield f"<author>{_element('name', heading.archive)}</author>"
    yield _element("link", rel="self", type="application/atom+xml", href=heading.address)
    yield _element("link", rel="alternate", type="text/html", href=heading.page_address)
    yield _element("link", rel="first", type="application/atom+xml", href=heading.first_address)
    if heading.next_address:
        yield _element("link", rel="next", type="application/atom+xml", href=heading.next_address)
    if heading.warnings:
        yield _element("subtitle", " ".join(one.reason for one in heading.warnings))
    for one in heading.warnings:
        yield _element("archive:warning", one.reason, parameter=one.parameter)


def _write(record: Record) -> str:
    article = record.article
    parts = [
        _element("id", record.permalink),
        _element("title", article.title, xml_lang=article.language),
        _element("updated", _instant(article.modified)),
        _element("published", _instant(article.created)),
        # Without a byline the author is that of the feed; who wrote the text is not guessed.
        *([f"<author>{_element('name', article.byline)}</author>"] if article.byline else []),
        _element("link", rel="alternate", type="text/html", href=record.url),
        *([_element("summary", article.lede, xml_lang=article.language)] if article.lede else []),
        *(_element("category", term=tag.slug, label=tag.name) for tag in record.tags),
        *([_element("dc:date", article.date.text)] if article.date else []),
        *([_element("dc:source", record.source.name)] if record.source else []),
    ]
    return "<entry>\n" + "\n".join(parts) + "\n</entry>\n"


ATOM = Format(
    content_type="application/atom+xml; charset=utf-8",
    write=_write,
    begin=_begin,
    end=lambda _heading: "</feed>\n",
    is_attachment=False,
)
