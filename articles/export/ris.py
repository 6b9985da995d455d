"""RIS, for reference managers: a newspaper article a record, as the Research Information Systems format has it."""

from __future__ import annotations

from collections.abc import Iterator

from articles.export.calendar_parts import certain_parts, in_words, is_said_by_parts
from articles.export.format import Format
from articles.export.record import Record
from articles.languages import UNDETERMINED


def _lines(record: Record) -> Iterator[tuple[str, str]]:
    """(tag, value) in their order; a tag with nothing to say is left out by the caller.

    Keywords are the tags alone: who is named in a text need not be its subject.
    """
    article = record.article
    parts = certain_parts(article.date)
    # A comma would part a byline into surname and forename, which no one has stated.
    author, byline_note = ("", article.byline) if "," in article.byline else (article.byline, "")
    yield "TY", "NEWS"
    yield "ID", f"article{article.pk}"
    yield "AU", author
    yield "TI", article.title
    yield "T2", record.source.name if record.source else ""
    if parts:
        yield "PY", f"{parts[0]:04}"
        yield "DA", _date(parts)
    yield "AB", article.lede
    for tag in record.tags:
        yield "KW", tag.name
    yield "LA", "" if article.language == UNDETERMINED else article.language
    yield "DB", record.archive
    yield "AN", str(article.pk)
    yield "UR", record.permalink
    yield "N1", byline_note
    if article.date and not is_said_by_parts(article.date):
        yield "N1", in_words(article.date)
    yield "N1", article.url


def _date(parts: tuple[int, ...]) -> str:
    """Year, month, day and nothing else: a slash after each, also after one that is not known."""
    year, month, day = (*parts, *([0] * (3 - len(parts))))
    return f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"


def _write(record: Record) -> str:
    pairs = ((tag, " ".join(value.split())) for tag, value in _lines(record))
    lines = [f"{tag}  - {value}" for tag, value in pairs if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


RIS = Format(content_type="application/x-research-info-systems; charset=utf-8", write=_write)
