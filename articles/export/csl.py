"""CSL-JSON, what citation processors read: a newspaper article a record."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import get_language

from articles.dates import EdtfDate
from articles.export.calendar_parts import certain_parts, in_words, is_said_by_parts
from articles.export.format import Format
from articles.export.record import Record
from articles.languages import UNDETERMINED


def _item(record: Record) -> dict[str, Any]:
    article = record.article
    members = {
        "id": f"article{article.pk}",
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": article.byline}] if article.byline else None,
        "container-title": record.source.name if record.source else None,
        "issued": _issued(article.date) if article.date else None,
        "language": None if article.language == UNDETERMINED else article.language,
        "abstract": article.lede,
        "keyword": ", ".join(tag.name for tag in record.tags),
        "archive": record.archive,
        "archive_location": str(article.pk),
        "URL": record.permalink,
        "note": _note(article.date),
    }
    return {name: value for name, value in members.items() if value}


def _issued(date: EdtfDate) -> dict[str, Any]:
    """As exact as it is known: a month has no day, an interval two ends; what has no other way is said in words.

    About and doubtful are both `circa`, the one mark there is; the note tells them apart.
    """
    is_choice = date.precision == "choice"
    ends = [list(certain_parts(date))] if is_choice else [_parts(end) for end in date.text.split("/")]
    if [] in ends:
        return {"literal": date.format(get_language() or "en")}
    issued: dict[str, Any] = {"date-parts": ends}
    return {**issued, "circa": True} if date.is_approximate or date.is_uncertain else issued


def _parts(end: str) -> list[int]:
    """[2016, 12] for 2016-12~; empty for an open end."""
    return [] if end == ".." else [int(part) for part in end.rstrip("~?%").split("-")]


def _note(date: EdtfDate | None) -> str:
    return in_words(date) if date and not is_said_by_parts(date) else ""


CSL_JSON = Format(
    content_type="application/vnd.citationstyles.csl+json; charset=utf-8",
    write=lambda record: json.dumps(_item(record), ensure_ascii=False),
    begin=lambda _heading: "[\n",
    end=lambda _heading: "\n]\n",
    between=",\n",
)
