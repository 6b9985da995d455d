"""What the formats write: a record with all its addresses, and what stands at the head of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.models import Accession, Article


@dataclass(frozen=True, slots=True)
class Named:
    """A person, an institution, a tag or an outlet: its slug, its name in the interface language, its page.

    `kind` is "person" or "institution", and empty for the others.
    """

    slug: str
    name: str
    url: str
    kind: str = ""

    def as_json(self) -> dict[str, str]:
        """Its members."""
        return {"slug": self.slug, "name": self.name, "url": self.url}


@dataclass(frozen=True, slots=True)
class Telling:
    """Another telling of the text on record: what it is to this one ("original" or "translation"), and how made."""

    id: int
    relation: str
    language: str
    headline: str
    headline_supplied: bool
    url: str
    method: str
    credit: str


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that names someone: `start` and `end` count code points of `field`."""

    agent: Named
    field: str
    start: int
    end: int
    surface: str
    status: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it is exported; `article.body`, `mentions` and `accession` only where the format needs them.

    `date_match` is "certain" or "possible" where a date was asked for, otherwise empty.
    """

    article: Article
    url: str
    permalink: str
    archive: str
    source: Named | None
    people: Sequence[Named]
    institutions: Sequence[Named]
    tags: Sequence[Named]
    tellings: Sequence[Telling]
    date_match: str = ""
    mentions: Sequence[NamedPlace] = ()
    accession: Accession | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A parameter whose value could not be read, wholly or in part, and why."""

    parameter: str
    reason: str


@dataclass(slots=True)
class Heading:
    """What stands at the head of a document: its own address, that of its first page, and of the page that shows
    the same. `total`, `next_address` and `updated` are found when the result is opened."""

    archive: str
    title: str
    address: str
    first_address: str
    page_address: str
    language: str
    moment: datetime
    warnings: Sequence[Unread] = ()
    total: int | None = None
    next_address: str = ""
    updated: datetime | None = None
