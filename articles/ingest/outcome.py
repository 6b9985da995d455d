"""What became of each input, and how a report tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from articles.ingest.raw_texts import Rejection
from articles.models import Agent, Article, Mention

_MOST_KEPT = 5_000
"""Authority records kept for the reports of a run, with their names some 3 KB each."""


class Named:
    """Whom the texts of a run name: read where a report tells of one of them, for all that are expected at once."""

    def __init__(self) -> None:
        self._agents: dict[int, Agent] = {}
        self._expected: set[int] = set()

    def expect(self, mentions: Iterable[Mention]) -> None:
        """Have those of these mentions read with the next."""
        self._expected |= {mention.agent_id for mention in mentions}

    def set_on(self, mentions: Iterable[Mention]) -> None:
        """Give these mentions their agents, with their names."""
        named = {mention.agent_id for mention in mentions}
        if named - self._agents.keys():
            if len(self._agents) > _MOST_KEPT:
                self._agents.clear()
            wanted = (named | self._expected) - self._agents.keys()
            self._agents |= Agent.objects.with_names().in_bulk(wanted)
            self._expected.clear()
        for mention in mentions:
            if mention.agent_id in self._agents:
                mention.agent = self._agents[mention.agent_id]


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
    named: Named = field(default_factory=Named, compare=False, repr=False)

    def as_report(self) -> dict[str, Any]:
        """The line of the report (contract, Commands)."""
        article = self.article
        self.named.set_on(self.mentions)
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
