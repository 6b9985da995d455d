"""Plain text: the headline, what is known of the text, the text itself, and where it stands."""

from __future__ import annotations

from django.utils.translation import get_language, gettext

from articles.export.format import Format
from articles.export.record import Record


def _write(record: Record) -> str:
    article = record.article
    date = article.date.format(get_language() or "en") if article.date else gettext("undated")
    facts = (date, record.source.name if record.source else "", article.byline)
    parts = (
        article.title,
        "\n".join(fact for fact in facts if fact),
        article.lede,
        article.body,
        f"{record.archive}\n{record.permalink}",
    )
    return "\n\n".join(part for part in parts if part) + "\n"


PLAIN_TEXT = Format(
    content_type="text/plain; charset=utf-8", write=_write, is_attachment=False, needs_text=True
)
