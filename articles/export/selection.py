"""Which records of a result are exported, and in which order: all of it, one page, or what was changed last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from django.db.models import F, Q

from articles.export.loading import BATCH_SIZE, Row
from articles.export.record import Heading
from articles.models import Article
from articles.models.search_entry import SearchEntryQuerySet

#: Entries of one page of a feed.
FEED_SIZE = 50

#: (parameter, value) → the address of this document with that parameter.
AddressWith = Callable[[str, str], str]


class Selection(Protocol):
    """What is exported."""

    @property
    def using(self) -> str:
        """The database it is read from."""

    def open(self, heading: Heading) -> tuple[Iterable[Row], int]:
        """The rows, read as they are asked for, and how many there are; tells the heading what it finds."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """The index entries of a result in their order, with `is_certain` where it `is_dated`."""

    entries: SearchEntryQuerySet
    is_dated: bool = False

    def rows(self, first: int = 0, last: int | None = None) -> Iterable[Row]:
        """The rows, held by the database and fetched a batch at a time."""
        entries = self.entries if last is None else self.entries[first:last]
        if not self.is_dated:
            ids = entries.values_list("article_id", flat=True).iterator(chunk_size=BATCH_SIZE)
            return ((pk, "") for pk in ids)
        marked = entries.values_list("article_id", F("is_certain")).iterator(chunk_size=BATCH_SIZE)
        return ((pk, "certain" if is_certain else "possible") for pk, is_certain in marked)


@dataclass(frozen=True, slots=True)
class WholeResult:
    """All of a result."""

    ordered: Ordered

    @property
    def using(self) -> str:
        """The database of the entries."""
        return self.ordered.entries.db

    def open(self, heading: Heading) -> tuple[Iterable[Row], int]:
        """Every row."""
        heading.total = self.ordered.entries.order_by().count()
        return self.ordered.rows(), heading.total


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of a result, from 1; beyond the last one there is nothing."""

    ordered: Ordered
    number: int
    size: int
    address_with: AddressWith

    @property
    def using(self) -> str:
        """The database of the entries."""
        return self.ordered.entries.db

    def open(self, heading: Heading) -> tuple[Iterable[Row], int]:
        """The rows of the page; the heading learns the address of the next one."""
        heading.total = self.ordered.entries.order_by().count()
        first = (self.number - 1) * self.size
        last = min(first + self.size, heading.total)
        if first >= heading.total:
            return [], 0
        if last < heading.total:
            heading.next_address = self.address_with("page", str(self.number + 1))
        return self.ordered.rows(first, last), last - first


@dataclass(frozen=True, slots=True)
class FeedPage:
    """The records of a result that came in or were changed last; `before` is the place of the last one seen.

    The order is by the record's own modification, not by the date of the text, so that what is new stands first;
    pages follow each other by place and not by number, so that none is lost between them when records change.
    """

    entries: SearchEntryQuerySet
    before: tuple[datetime, int] | None
    address_with: AddressWith

    @property
    def using(self) -> str:
        """The database of the entries."""
        return self.entries.db

    def open(self, heading: Heading) -> tuple[Iterable[Row], int]:
        """The rows of one page; the heading learns its newest instant and the address of the next page."""
        articles = Article.objects.using(self.using).filter(
            pk__in=self.entries.order_by().values("article_id")
        )
        if self.before:
            modified, pk = self.before
            # The first condition is implied by the second; an index can be entered by it.
            articles = articles.filter(modified__lte=modified).filter(Q(modified__lt=modified) | Q(pk__lt=pk))
        newest = articles.order_by("-modified", "-pk").values_list("pk", "modified")
        found = list(newest[: FEED_SIZE + 1])
        shown = found[:FEED_SIZE]
        if shown:
            heading.updated = shown[0][1]
        else:  # not the moment at which it was asked for: readers of feeds would take it for news each time
            every = Article.objects.using(self.using).published().order_by("-modified")
            heading.updated = every.values_list("modified", flat=True).first()
        if len(found) > FEED_SIZE:
            last_pk, last_modified = shown[-1]
            heading.next_address = self.address_with("before", written_place(last_modified, last_pk))
        return [(pk, "") for pk, _modified in shown], len(shown)


_PLACE = re.compile(r"(\d{8}T\d{6}\.\d{6})Z-(\d{1,18})", re.ASCII)
_PLACE_FORM = "%Y%m%dT%H%M%S.%f"


def written_place(modified: datetime, pk: int) -> str:
    """A place in a feed as a parameter of its address."""
    return f"{modified.astimezone(UTC).strftime(_PLACE_FORM)}Z-{pk}"


def read_place(text: str) -> tuple[datetime, int]:
    """The place; ValueError where the text is none."""
    match = _PLACE.fullmatch(text)
    if match is None:
        raise ValueError(f"no place in a feed: {text[:60]}")
    return datetime.strptime(match[1], _PLACE_FORM).replace(tzinfo=UTC), int(match[2])
