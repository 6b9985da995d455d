"""What is made of a text before anything is written: its record and whom it names, in any process."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.dates import EdtfError
from articles.ingest.describe import ProposedRecord
from articles.ingest.fitting import fitted
from articles.ingest.raw_texts import RawText
from articles.ingest.statement import Statement, propose
from articles.models import Article, Mention
from articles.statements import Statement as Sql


class Intake(ABC):
    """What is done with the text of an article besides writing it; it can be sent to another process."""

    @abstractmethod
    def read(self, article: Article) -> Any:
        """What stands in an article that is not saved: without the database."""

    @abstractmethod
    def mentions_of(self, article: Article, reading: Any) -> list[Mention]:
        """The mentions in the saved article, not yet saved."""

    @abstractmethod
    def propose(
        self, article: Article, reading: Any, mentions: Sequence[Mention], *, after: Sequence[Sql] = ()
    ) -> None:
        """Carry out `after`, then write what is proposed because of the text.

        Last in its transaction, since other ingests may wait for that.
        """

    def renewed(self) -> Intake:
        """The same as the records are now: those it names may be gone since it was made."""
        return self

    def __call__(self, article: Article) -> list[Mention]:
        """All of it for a saved article, but for saving the mentions."""
        reading = self.read(article)
        mentions = self.mentions_of(article, reading)
        self.propose(article, reading, mentions)
        return mentions


@dataclass(frozen=True, slots=True)
class Described:
    """A text as it will go on record, and what was read in it; `refusal` says why it will not."""

    record: ProposedRecord | None = None
    reading: Any = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Describer:
    """Describes texts as they are stated to be; a value, so that several processes can do the same."""

    statement: Statement
    intake: Intake

    def __call__(self, raw: RawText, record: ProposedRecord | None = None) -> Described:
        """The text as it can be written; `record` where a person has gone over it."""
        try:
            record = fitted(record or propose(raw, self.statement, offers_dates=False))
        except (EdtfError, ValueError) as error:
            return Described(refusal=str(error))
        return Described(record, self.intake.read(article_of(record)))


def article_of(record: ProposedRecord) -> Article:
    """A record as an article that is not saved, without its source."""
    return Article(
        headline=record.headline,
        headline_supplied=record.headline_supplied,
        lede=record.lede,
        body=record.body,
        language=record.language.language,
        date=record.date,
        url=record.url,
        byline=record.byline,
    )
