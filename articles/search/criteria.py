"""What is asked of the archive: the entries that qualify, their order, and where in it the page begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from articles.models import SearchEntry, SearchSample
from articles.models.search_entry import SearchEntryQuerySet
from articles.search.query import ReadQuery

PAGE_SIZE = 25

Narrow = Callable[[SearchEntryQuerySet], SearchEntryQuerySet]


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last entry of the page before: the next page goes on behind it, whatever was added meanwhile."""

    day: date
    article: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}~{self.article}"

    @classmethod
    def parse(cls, text: str) -> Cursor:
        """Read what `str` wrote; raises ValueError."""
        day, _tilde, article = text.partition("~")
        if not (article.isascii() and article.isdigit() and len(article) < 19):
            raise ValueError(text)
        return cls(date.fromisoformat(day), int(article))


@dataclass(frozen=True)
class Criteria:
    """What is asked: how the index is narrowed, and what is needed to order and explain the result.

    `code` is the facet code asked for where that is the whole question: its total is then known.
    """

    narrow: Narrow
    query: ReadQuery = field(default_factory=ReadQuery)
    date_from: date | None = None
    date_to: date | None = None
    sort: str = "newest"
    agents: frozenset[int] = frozenset()
    code: int | None = None
    reads_texts: bool = False  # whether narrowing looks into the texts themselves
    narrow_by_index: Narrow | None = None  # the same without them, where it does
    page: int = 1
    cursor: Cursor | None = None
    page_size: int = PAGE_SIZE

    @cached_property
    def entries(self) -> SearchEntryQuerySet:
        """The entries that qualify."""
        return self.narrow(SearchEntry.objects.all())

    @cached_property
    def sample(self) -> SearchEntryQuerySet:
        """Those of the sample."""
        return self.narrow(SearchSample.objects.all())

    @cached_property
    def without_texts(self) -> Criteria:
        """The same without what looks into the texts themselves."""
        return replace(self, narrow=self.narrow_by_index or self.narrow, reads_texts=False)

    @property
    def is_dated(self) -> bool:
        """Whether a date was asked for."""
        return self.date_from is not None or self.date_to is not None

    @property
    def is_ranked(self) -> bool:
        """Whether the order is that of relevance."""
        return self.sort == "relevance" and bool(self.query.tsquery)

    @property
    def offset(self) -> int:
        """How many entries come before the page, where no cursor tells where it begins."""
        return 0 if self.cursor and not self.is_ranked else (self.page - 1) * self.page_size
