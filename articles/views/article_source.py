"""The source of a record as it came, with what was set aside, and what became of its words in the record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from articles.ingest.saved_pages import read_page
from articles.models import Accession, Article
from articles.passages import Change, Segment, Span, changes, segments
from articles.views.article_record import visible_article


def article_source(request: HttpRequest, pk: int) -> HttpResponse:
    """The source text with what was set aside marked where it stood, and the record's text as a difference to it."""
    article = visible_article(request, pk)
    accession = article.accession
    if accession is None:
        raise Http404(gettext("This record was written by hand: it has no source file."))
    words = _words(accession)
    compared = changes(words, _record_text(article))
    described = _described(accession, compared) if words == accession.text else []
    context = {
        "article": article,
        "accession": accession,
        "segments": _source_segments(accession, described),
        "described": described,
        "changes": compared,
        "added": sum(change.kind == "added" for change in compared),
        "removed": sum(change.kind == "removed" for change in compared),
    }
    return render(request, "articles/article_source.html", context)


def _described(accession: Accession, compared: Iterable[Change]) -> list[dict[str, Any]]:
    """The words that were read as the description of the text and are no part of it: evidence that was removed."""
    removed, place = [], 0
    for change in compared:
        if change.kind == "removed":
            removed.append((place, place + len(change.text)))
        if change.kind != "added":
            place += len(change.text)
    return [
        ground
        for ground in _in_place(accession.text, accession.evidence)
        if any(start <= ground["start"] and ground["end"] <= end for start, end in removed)
    ]


def _in_place(text: str, pieces: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pieces that stand where they say."""
    return [piece for piece in pieces if text[piece["start"] : piece["end"]] == piece["exact"]]


def _source_segments(accession: Accession, described: Iterable[dict[str, Any]]) -> list[Segment]:
    """The source text cut at what was set aside, and at what describes it."""
    pieces = [*_in_place(accession.text, accession.set_aside), *described]
    return segments(accession.text, [Span(piece["start"], piece["end"], piece) for piece in pieces])


def _record_text(article: Article) -> str:
    """Headline, lede and body as they stand on the page; a supplied headline is not the source's."""
    headline = "" if article.headline_supplied else article.headline
    return "\n\n".join(part for part in (headline, article.lede, article.body) if part)


def _words(accession: Accession) -> str:
    """The words of the source: of a saved page its text, of a row of a table headline, lede and body."""
    if accession.path.lower().endswith((".html", ".htm")):
        return read_page(bytes(accession.source_bytes))[0].text
    if "#" in accession.path:
        try:
            row = json.loads(accession.text)
        except ValueError:
            return accession.text
        if isinstance(row, dict):
            parts = (row.get(name) for name in ("headline", "lede", "body"))
            return "\n\n".join(part for part in parts if isinstance(part, str) and part)
    return accession.text
