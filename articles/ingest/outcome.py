"""What became of each input, and how a report tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from articles.ingest.readers import Rejection
from articles.models import Article, Mention


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input."""

    path: str
    sha256: str
    outcome: str  # "created", "duplicate" or "rejected"
    article: Article | None = None
    mentions: tuple[Mention, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str = ""
    translation_of: str = ""  # the sender's identifier of the original, where a row states one

    def as_report(self) -> dict[str, Any]:
        """The line of the report (contract, Commands)."""
        article = self.article
        report: dict[str, Any] = {
            "path": self.path,
            "sha256": self.sha256,
            "outcome": self.outcome,
            "id": article.pk if article else None,
            "language": article.language if article else None,
            "date": str(article.date) if article and article.date else None,
            "headline": article.headline if article else None,
            "headline_supplied": article.headline_supplied if article else None,
            "mentions": [_mention_report(mention) for mention in self.mentions],
            "warnings": list(self.warnings),
        }
        if self.reason:
            report["reason"] = self.reason
        return report


def _mention_report(mention: Mention) -> dict[str, Any]:
    return {
        "name": mention.agent.name_in("fr"),
        "kind": mention.agent.kind,
        "surface": mention.exact,
        "field": mention.field,
        "start": mention.start,
        "end": mention.end,
        "status": mention.status,
    }


def reject(rejection: Rejection) -> Outcome:
    """The outcome of an input that no text could be read from."""
    return Outcome(rejection.path, rejection.sha256, "rejected", reason=str(rejection.reason))
