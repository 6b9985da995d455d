"""How an article came in, for the editor: its source text, what was set aside, and the grounds of its description."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.admin.evidence_rules import rule_in_words
from articles.models import Accession, Article
from articles.passages import Span, segments


def decoded_source(accession: Accession) -> str:
    """The source bytes as text; what cannot be decoded any more shows as replacement characters."""
    try:
        return bytes(accession.source_bytes).decode(accession.encoding, errors="replace")
    except LookupError:
        return bytes(accession.source_bytes).decode("utf-8", errors="replace")


def show_source(article: Article) -> SafeString:
    """The source of an article, with what was set aside struck out where it stood."""
    accession = article.accession
    if accession is None:
        return SafeString("")
    return render_source(accession, article)


def render_source(accession: Accession, article: Article | None) -> SafeString:
    """The source text of an accession; `article` tells its language and direction."""
    text = decoded_source(accession)
    spans = [
        Span(piece["start"], piece["end"], piece)
        for piece in _stated(accession.set_aside)
        if text[piece["start"] : piece["end"]] == piece.get("exact")
    ]
    context = {
        "segments": segments(text, spans),
        "set_aside": _stated(accession.set_aside),
        "language": article.language_info if article else None,
    }
    return SafeString(render_to_string("admin/articles/source_text.html", context))


def show_accession(accession: Accession | None) -> SafeString:
    """Where the source came from, when, and its digest."""
    return SafeString(render_to_string("admin/articles/accession_facts.html", {"accession": accession}))


def show_evidence(accession: Accession | None) -> SafeString:
    """The words on which each described field rests."""
    labels = {field.name: field.verbose_name for field in Article._meta.fields}
    stated = (ground for ground in (accession.evidence if accession else []) if isinstance(ground, dict))
    evidence = [
        {
            **ground,
            "label": labels.get(str(ground.get("field")), ground.get("field")),
            "rule": rule_in_words(str(ground.get("rule") or "")),
        }
        for ground in stated
    ]
    return SafeString(render_to_string("admin/articles/evidence.html", {"evidence": evidence}))


def _stated(pieces: Any) -> list[dict[str, Any]]:
    """The well-formed pieces of a stored list, their rules in words."""
    dicts = (piece for piece in pieces or [] if isinstance(piece, dict))
    return [
        {**piece, "rule": rule_in_words(str(piece.get("rule") or ""))}
        for piece in dicts
        if isinstance(piece.get("start"), int) and isinstance(piece.get("end"), int)
    ]
