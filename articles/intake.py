"""What is done with every text that comes in, whatever door it comes by: the work rooms put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.candidates import Candidate
from articles.ingest.describing import Intake
from articles.ingest.writer import FindMentions
from articles.linking import Linker, Named
from articles.models import Article, Mention
from articles.prints import prints_of
from articles.proposals import new_names, record_proposals
from articles.resemblance import record_resemblances, text_of
from articles.statements import Statement, send
from articles.written_proposals import write_proposals


def intake(find_mentions: FindMentions | None = None) -> Intake:
    """For the writer: links the names on record in a new article, proposes new ones and what it reprints.

    `find_mentions` is asked instead where a person has decided about the names.
    """
    return _Decided(find_mentions) if find_mentions else _Found(Linker.of_archive())


@dataclass(frozen=True, slots=True)
class _Reading:
    """Whom a text names, who is on record and who is not; and its prints, by which reprints are told."""

    named: list[Named]
    new: list[Candidate]
    prints: list[int]


class _Found(Intake):
    """Links what the program finds."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker

    def renewed(self) -> Intake:
        """With the names now on record."""
        return _Found(Linker.of_archive())

    def read(self, article: Article) -> _Reading:
        """Whom an article names that is not saved."""
        named = self._linker.find_in(article)
        taken = [(one.found.field, one.found.start, one.found.end) for one in named]
        return _Reading(named, new_names(article, taken, with_faint=True), prints_of(text_of(article)))

    def mentions_of(self, article: Article, reading: Any) -> list[Mention]:
        """Where they are named."""
        return [named.mention_in(article) for named in reading.named]

    def propose(
        self,
        article: Article,
        reading: Any,
        mentions: Sequence[Mention],  # noqa: ARG002
        *,
        after: Sequence[Statement] = (),
    ) -> None:
        """The new names, and what the article reprints."""
        write_proposals(article, reading.new, after=after)
        record_resemblances(article, reading.prints)


class _Decided(Intake):
    """Links what a person has decided about."""

    def __init__(self, find: FindMentions) -> None:
        self._find = find

    def read(self, article: Article) -> None:
        """Nothing: who decided did so about the article as it is saved."""

    def mentions_of(self, article: Article, reading: Any) -> list[Mention]:  # noqa: ARG002 - as decided
        """Those that were decided about."""
        return self._find(article)

    def propose(
        self,
        article: Article,
        reading: Any,  # noqa: ARG002
        mentions: Sequence[Mention],
        *,
        after: Sequence[Statement] = (),
    ) -> None:
        """The names that are not among them, and what the article reprints."""
        if after:
            send(after)
        record_proposals(article, mentions)
        record_resemblances(article)
