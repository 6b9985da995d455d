"""What is stated of texts by who brings them in, put before what is read in them (pure, no database)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from articles.dates import EdtfDate, EdtfError
from articles.ingest.column_dates import in_doubt
from articles.ingest.columns import Columns
from articles.ingest.describe import ProposedRecord, describe
from articles.ingest.raw_texts import RawText
from articles.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Statement:
    """What the person who ingests says of every text; it goes before what a text says of itself."""

    source: str = ""
    language: str = ""
    date: EdtfDate | None = None
    tags: tuple[str, ...] = ()
    columns: Columns = field(default_factory=dict)
    """Which column of a table holds what, where it is not that of the same name."""


def propose(raw: RawText, statement: Statement, *, offers_dates: bool = True) -> ProposedRecord:
    """The record that would be made of a text: what is stated of it goes before what is read in it.

    Not `offers_dates`, it is without those of the running text, among which a person would choose.
    Raises EdtfError for a stated date and ValueError for a stated language that cannot be read.
    """
    stated = _stated(raw.metadata, statement)
    record = describe(
        raw.decoded.text,
        filename=raw.path,
        headline=stated["headline"],
        lede=stated["lede"],
        offers_dates=offers_dates,
        collected=settings.ARCHIVE_LANGUAGES,
    )
    return replace(
        record,
        headline=stated["headline"] or record.headline,
        headline_supplied=not stated["headline"] and record.headline_supplied,
        lede=stated["lede"] or record.lede,
        language=replace(record.language, language=stated["language"] or record.language.language),
        date=stated["date"] or record.date,
        source=stated["source"] or record.source,
        url=stated["url"] or record.url,
        byline=stated["byline"] or record.byline,
    )


def stated_tags(raw: RawText, statement: Statement) -> list[str]:
    """The tags a text gets: those of all the texts, then those of its row."""
    tags = raw.metadata.get("tags") or []
    return [*statement.tags, *(str(tag) for tag in (tags if isinstance(tags, list | tuple) else ()))]


def _stated(metadata: Mapping[str, object], statement: Statement) -> dict[str, Any]:
    """What is stated of a text: the person who ingests first, then the sender's row.

    Raises EdtfError for a date and ValueError for a language that cannot be read.
    """
    stated = {
        name: str(metadata.get(name) or "").strip()
        for name in ("headline", "lede", "source", "url", "byline")
    }
    date = str(metadata.get("date") or "").strip()
    language = statement.language or str(metadata.get("language") or "").strip().lower()
    if language and language not in LANGUAGES:
        raise ValueError(_("Unknown language code: %(code)s.") % {"code": language})
    return {
        **stated,
        "source": statement.source or stated["source"],
        "date": statement.date or (_date(date) if date else None),
        "language": language,
    }


def _date(cell: str) -> EdtfDate:
    try:
        return EdtfDate.parse(cell)
    except EdtfError:
        if doubt := in_doubt(cell):
            raise ValueError(str(doubt)) from None
        raise
