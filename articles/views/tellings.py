"""Texts that tell the same: beside one record, and in a list, where a text and its translations are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles.alignment import Rows, by_way_of, swapped
from articles.models import Article, Translation
from articles.models.listed import ListedArticle, OtherTelling
from articles.search.results import Hit


@dataclass(frozen=True, slots=True)
class Telling:
    """Another telling of a record: its original, a translation of it, or another translation of its original.

    `links` are what ties the two: one link, or for two translations of one original that of the record and that of
    the other.
    """

    article: Article
    links: tuple[Translation, ...]

    @property
    def is_original(self) -> bool:
        """Whether the record was translated from it."""
        return len(self.links) == 1 and self.links[0].original_id == self.article.pk

    @property
    def is_sibling(self) -> bool:
        """Whether both were translated from one original."""
        return len(self.links) > 1

    @property
    def link(self) -> Translation:
        """The link that says how it was made or, for the original, how the record was."""
        return self.links[-1]

    def rows_set(self, ours: int, original: int | None, theirs: int) -> Rows | None:
        """The rows set by hand between the record and this telling, of so many paragraphs, where they fit.

        Between two translations they are those of both links, by way of the original, whose paragraphs number
        `original`.
        """
        if self.is_sibling:
            own, other = self.links
            first, second = own.rows_set(original or 0, ours), other.rows_set(original or 0, theirs)
            return by_way_of(swapped(first), second) if first and second else None
        if self.is_original:
            rows = self.link.rows_set(theirs, ours)
            return swapped(rows) if rows else None
        return self.link.rows_set(ours, theirs)


def tellings_of(article: Article) -> list[Telling]:
    """The published texts a record was translated from, its translations, then the others of its originals.

    The links are prefetched; for a translation one query more.
    """
    links = list(article.original_links.all())
    tellings = [Telling(link.original, (link,)) for link in links]
    tellings += [Telling(link.translation, (link,)) for link in article.translation_links.all()]
    own = {link.original_id: link for link in reversed(links)}
    others = Translation.objects.of_the_same(article) if own else ()
    siblings: dict[int, Telling] = {}
    for other in others:
        link = own[other.original_id]
        other.original = link.original  # as prefetched: it is not asked for again
        siblings.setdefault(other.translation_id, Telling(other.translation, (link, other)))
    return [*tellings, *siblings.values()]


@dataclass(slots=True)
class Line:
    """One entry of a list: a text, its other tellings on the same page, and those that are elsewhere."""

    hit: Hit
    tellings: list[Hit] = field(default_factory=list)

    @property
    def originals(self) -> list[OtherTelling]:
        """What the text was translated from, where it is not on this page."""
        return self._elsewhere(self.hit.article.originals)

    @property
    def translations(self) -> list[OtherTelling]:
        """The translations of the text that are not on this page."""
        return self._elsewhere(self.hit.article.translations)

    def add(self, hit: Hit, told: int) -> None:
        """Another telling of what is `told`; the original of them all goes before them."""
        if hit.article.pk == told:
            self.hit, hit = hit, self.hit
        self.tellings.append(hit)

    def _elsewhere(self, others: list[OtherTelling]) -> list[OtherTelling]:
        here = {hit.article.pk for hit in self.tellings}
        return [other for other in others if other.pk not in here]


def lines(hits: Iterable[Hit]) -> list[Line]:
    """Each text at the place of the first of its tellings on this page, the original first of them.

    Two translations of one original stand together also without it. Counts stay those of texts; only what stands
    on one page is put together. No query: the records know their links.
    """
    listed = list(hits)
    originals = _originals(hit.article for hit in listed)
    grouped: dict[int, Line] = {}
    for hit in listed:
        told = _told(hit.article.pk, originals)
        if told in grouped:
            grouped[told].add(hit, told)
        else:
            grouped[told] = Line(hit)
    return list(grouped.values())


def first_tellings(articles: Iterable[ListedArticle], limit: int) -> list[ListedArticle]:
    """One of each group of tellings, at most `limit`: at the place of the first of them the original, where it is
    among these articles, otherwise that first one."""
    listed = list(articles)
    originals = _originals(listed)
    chosen: dict[int, ListedArticle] = {}
    for article in listed:
        told = _told(article.pk, originals)
        if told not in chosen or article.pk == told:
            chosen[told] = article
    return list(chosen.values())[:limit]


def _originals(articles: Iterable[ListedArticle]) -> dict[int, int]:
    """The key of what each of these was translated from, for those that were."""
    return {article.pk: article.originals[0].pk for article in articles if article.originals}


def _told(key: int, originals: Mapping[int, int]) -> int:
    """What is told: the key of the original, of that one’s original where it is known, or of the text itself."""
    seen: list[int] = []
    while key in originals and key not in seen:
        seen.append(key)
        key = originals[key]
    # Links that run in a circle have no original: any one of them, always the same, stands for it.
    return min(seen[seen.index(key) :]) if key in seen else key
