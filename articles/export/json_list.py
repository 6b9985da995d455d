"""JSON: a result as the contract gives it, and one record with its text, its mentions and how it came in."""

from __future__ import annotations

import json
from typing import Any

from articles.export.format import Format
from articles.export.record import Heading, NamedPlace, Record, Telling
from articles.models import Accession

CONTENT_TYPE = "application/json; charset=utf-8"


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _summary(record: Record) -> dict[str, Any]:
    """The members of a record in a list; `date_match` only where a date was asked for."""
    article = record.article
    members = {
        "id": article.pk,
        "url": record.url,
        "headline": article.headline,
        "headline_supplied": article.headline_supplied,
        "language": article.language,
        "date": article.date.text if article.date else None,
        "source": record.source.as_json() if record.source else None,
        "people": [one.as_json() for one in record.people],
        "institutions": [one.as_json() for one in record.institutions],
        "tags": [one.as_json() for one in record.tags],
        "translations": [_telling(one) for one in record.tellings],
    }
    return {**members, "date_match": record.date_match} if record.date_match else members


def _telling(telling: Telling) -> dict[str, Any]:
    return {
        "id": telling.id,
        "url": telling.url,
        "relation": telling.relation,
        "language": telling.language,
        "headline": telling.headline,
        "headline_supplied": telling.headline_supplied,
        "method": telling.method,
        "credit": telling.credit,
    }


def _full(record: Record) -> dict[str, Any]:
    """All members of one record; `origin_url` is where the text was published."""
    article = record.article
    return {
        **_summary(record),
        "permalink": record.permalink,
        "date_earliest": article.date_earliest.isoformat() if article.date_earliest else None,
        "date_latest": article.date_latest.isoformat() if article.date_latest else None,
        "byline": article.byline,
        "origin_url": article.url or None,
        "lede": article.lede,
        "body": article.body,
        "mentions": [_mention(place) for place in record.mentions],
        "accession": _accession(record.accession) if record.accession else None,
        "modified": article.modified.isoformat(),
    }


def _mention(place: NamedPlace) -> dict[str, Any]:
    return {
        "name": place.agent.name,
        "slug": place.agent.slug,
        "url": place.agent.url,
        "kind": place.agent.kind,
        "surface": place.surface,
        "field": place.field,
        "start": place.start,
        "end": place.end,
        "status": place.status,
    }


def _accession(accession: Accession) -> dict[str, str]:
    return {
        "sha256": accession.sha256,
        "path": accession.path,
        "received": accession.received.isoformat(),
        "encoding": accession.encoding,
    }


def _begin(heading: Heading) -> str:
    warnings = [{"parameter": one.parameter, "reason": one.reason} for one in heading.warnings]
    return f'{{"total":{_dumped(heading.total)},"total_is_exact":true,"warnings":{_dumped(warnings)},"articles":[\n'


def _end(heading: Heading) -> str:
    return f'\n],"next":{_dumped(heading.next_address or None)}}}\n'


JSON_LIST = Format(
    content_type=CONTENT_TYPE,
    write=lambda record: _dumped(_summary(record)),
    begin=_begin,
    end=_end,
    between=",\n",
    is_attachment=False,
)
JSON_RECORD = Format(
    content_type=CONTENT_TYPE,
    write=lambda record: _dumped(_full(record)) + "\n",
    is_attachment=False,
    needs_text=True,
    needs_source=True,
)
