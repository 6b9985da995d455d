"""Saved web pages: the text by trafilatura, what the page's own metadata state of it, and nothing guessed.

Of a page's date only its metadata count: extractors that also read footers, addresses and running text were
seen to invent dates for Russian, Moroccan and month-only pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import trafilatura
from django.utils.translation import gettext_lazy as _
from lxml import html

from articles.dates import EdtfDate
from articles.ingest.encodings import Decoded, UnreadableInput, decode

_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes, more than the 1024 that HTML asks for
_STAMP = re.compile(r"^\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=$|[T\s])")

#: Where a page states when it was published, the most explicit first.
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "parsely-pub-date",
)
_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "OpinionNewsArticle",
    "Report",
)


def read_page(data: bytes) -> tuple[Decoded, dict[str, object]]:
    """The text of a saved page, and what the page states of it under the names of a row's columns.

    Raises UnreadableInput for what is no page, or a page without a text.
    """
    page = _decode_page(data)
    text = trafilatura.extract(
        page.text, output_format="txt", include_comments=False, include_tables=False, favor_precision=True
    )
    if not text or not text.strip():
        raise UnreadableInput("no_text", _("The page holds no text."))
    tree = html.fromstring(page.text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    return Decoded(text, page.encoding, page.warnings), _metadata(tree)


def _decode_page(data: bytes) -> Decoded:
    """By the encoding the page declares, where its bytes are in it; otherwise by its bytes alone."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared.group(1).decode("ascii").lower()
        # Browsers read latin-1 as cp1252, and so were such pages written.
        name = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "utf8": "utf-8", "windows-1251": "cp1251"}.get(
            name, name
        )
        try:
            text = data.decode(name)
        except (LookupError, UnicodeDecodeError):
            return decode(data)
        return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), name, ())
    return decode(data)


def _metadata(tree: html.HtmlElement) -> dict[str, object]:
    """What the page states of its text; a name without a value is left out."""
    stated = _meta_elements(tree)
    article = next(_linked_articles(tree), {})
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)").strip()
    found = {
        "headline": _text(article.get("headline")) or stated.get("og:title", ""),
        "source": _name_of(article.get("publisher")) or stated.get("og:site_name", ""),
        "url": canonical or stated.get("og:url", ""),
        "byline": _name_of(article.get("author")) or stated.get("author", "") or stated.get("dc.creator", ""),
        "date": _date(
            article.get("datePublished"), *(stated.get(name) for name in _DATE_NAMES), *_times(tree)
        ),
    }
    if not str(found["url"]).startswith(("http://", "https://")):
        found["url"] = ""
    return {name: value for name, value in found.items() if value}


def _meta_elements(tree: html.HtmlElement) -> dict[str, str]:
    """The page's meta elements by name in lower case; the first of a name counts."""
    stated: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        stated.setdefault(name.lower(), " ".join(element.get("content").split()))
    return stated


def _linked_articles(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The articles the page describes in JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            pending = [json.loads(script)]
        except (ValueError, RecursionError):
            continue
        while pending:
            node = pending.pop(0)
            if isinstance(node, list):
                pending[:0] = node
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if any(kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield node
                if "@graph" in node:
                    pending.append(node["@graph"])


def _times(tree: html.HtmlElement) -> list[str]:
    """Time elements that are marked as the publication's; any other may stand for anything."""
    marked = "//time[@datetime and (@pubdate or @itemprop='datePublished')]/@datetime"
    return [str(value) for value in tree.xpath(marked)]


def _date(*values: object) -> str:
    """The first value that is a date, without its hour, as it is stated in its own time zone."""
    for value in values:
        stamp = _STAMP.match(value) if isinstance(value, str) else None
        if stamp and (read := EdtfDate.parse_or_none(stamp.group(1))):
            return read.text
    return ""


def _text(value: object) -> str:
    return (
        " ".join(html.fromstring(f"<p>{value}</p>").text_content().split()) if isinstance(value, str) else ""
    )


def _name_of(value: object) -> str:
    """The name of a person or organisation in JSON-LD, or of several."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name_of, value)))
    return _text(value.get("name") if isinstance(value, dict) else value)
