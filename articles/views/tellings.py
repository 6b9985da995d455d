"""The texts of one page of a list, those that tell the same put together: a text and its translations are one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.models import Article
from articles.search.results import Hit


@dataclass(slots=True)
class Line:
    """One entry of a list: a text, its other tellings on the same page, and those that are elsewhere."""

    hit: Hit
    tellings: list[Hit] = field(default_factory=list)

    @property
    def originals(self) -> list[Article]:
        """What the text was translated from, where it is not on this page."""
        return self._elsewhere(link.original for link in self.hit.article.original_links.all())

    @property
    def translations(self) -> list[Article]:
        """The translations of the text that are not on this page."""
        return self._elsewhere(link.translation for link in self.hit.article.translation_links.all())

    def add(self, hit: Hit) -> None:
        """Another telling; what it was translated from goes before it."""
        if hit.article.pk in {link.original_id for link in self.hit.article.original_links.all()}:
            self.hit, hit = hit, self.hit
        self.tellings.append(hit)

    def _elsewhere(self, articles: Iterable[Article]) -> list[Article]:
        here = {hit.article.pk for hit in self.tellings}
        return [article for article in articles if article.pk not in here]


def lines(hits: Iterable[Hit]) -> list[Line]:
    """Each text at the place of the first of its tellings on this page, the original first of them.

    Counts stay those of texts; only what stands on one page is put together. No query: the links are prefetched.
    """
    grouped: dict[int, Line] = {}
    for hit in hits:
        told = _told(hit.article)
        if told in grouped:
            grouped[told].add(hit)
        else:
            grouped[told] = Line(hit)
    return list(grouped.values())


def first_tellings(articles: Iterable[Article], limit: int) -> list[Article]:
    """The first of each group of tellings, at most `limit`."""
    first: dict[int, Article] = {}
    for article in articles:
        first.setdefault(_told(article), article)
    return list(first.values())[:limit]


def _told(article: Article) -> int:
    """What is told: the key of the original, or of the text itself."""
    return next((link.original_id for link in article.original_links.all()), article.pk)
