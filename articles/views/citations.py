"""How a record is cited in prose, in French and in English; a month stays a month."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Article

NBSP = "\u00a0"
_ENDS = ("?", "!", "…", "؟", ".")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in the conventions of a language: what stands after the byline and round the title, the date in
    words or the mark for none, and what stands before the record's number."""

    language: str
    after_byline: str
    before_title: str
    after_title: str
    date: str
    number: str


def citations(article: Article) -> list[Citation]:
    """The record cited as French libraries do (ISO 690), and after the Chicago Manual of Style (17th ed., 14.191)."""
    full_stop = "" if article.headline.endswith(_ENDS) and not article.headline_supplied else "."
    french = Citation(
        "fr", ", ", f"«{NBSP}", f"{NBSP}»,", _date(article, "fr", f"s.{NBSP}d."), f"n°{NBSP}{article.pk}"
    )
    english = Citation(
        "en", ". ", "“", f"{full_stop}”", _date(article, "en", "n.d."), f"no.{NBSP}{article.pk}"
    )
    return [french, english]


def _date(article: Article, language: str, undated: str) -> str:
    """With the full stop behind it."""
    words = article.date.format(language) if article.date else undated
    return words if words.endswith(".") else f"{words}."
