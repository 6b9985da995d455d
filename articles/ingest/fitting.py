"""What a record can hold of what a text or its sender states: too long a headline is cut, and it is said so."""

from dataclasses import replace

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.ingest.describe import ProposedRecord
from articles.ingest.encodings import Message
from articles.models import Article, Source

#: Of a date before there were newspapers, or still to come.
UNLIKELY_DATE = _("{date} is no likely date of a text of the press: is it right?")


def fitted(record: ProposedRecord) -> ProposedRecord:
    """The record as it can be written; the source keeps all, and a warning names whatever was cut or left out."""
    warnings: list[Message] = list(record.warnings)
    if record.date and record.date.is_unlikely:
        warnings.append(format_lazy(UNLIKELY_DATE, date=str(record.date)))
    url = record.url
    if url and (not url.startswith(("http://", "https://")) or len(url) > _longest(Article, "url")):
        warnings.append(format_lazy(_("“{text}” is no address of the web: it was left out."), text=url[:80]))
        url = ""
    return replace(
        record,
        url=url,
        headline=_cut(record.headline, _longest(Article, "headline"), _("The headline"), warnings),
        byline=_cut(record.byline, _longest(Article, "byline"), _("The byline"), warnings),
        source=_cut(record.source, _longest(Source, "name"), _("The name of the source"), warnings),
        warnings=warnings,
    )


def _longest(model: type[Article] | type[Source], field: str) -> int:
    return int(model._meta.get_field(field).max_length or 0)  # type: ignore[union-attr]


def _cut(text: str, longest: int, what: Message, warnings: list[Message]) -> str:
    """The text, cut at a word where it is too long."""
    if len(text) <= longest:
        return text
    warnings.append(format_lazy(_("{what} is too long for the record and was cut."), what=what))
    return (
        text[: longest - 1].rpartition(" ")[0].rstrip() + "…"
        if " " in text[: longest - 1]
        else text[:longest]
    )
