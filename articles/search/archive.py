"""The archive as a whole: its figures, who is named most, what is newest; true under edits, at any size."""

from __future__ import annotations

from articles.facet_codes import FacetCounts, FacetKind
from articles.models import Agent, Article, FacetCount, SearchEntry


def archive_counts() -> FacetCounts:
    """Flags, months and languages of all entries, in one query."""
    return FacetCount.objects.of_kinds(FacetKind.FLAG, FacetKind.MONTH, FacetKind.LANGUAGE)


def archive_version() -> int:
    """A number that is another after every change a reader could see."""
    return FacetCount.objects.version()


def counts_of(kind: FacetKind, values: list[int]) -> dict[int, int]:
    """Of these things of a kind, in how many entries each is."""
    return FacetCount.objects.of_values(kind, values)


def most_named(kind: FacetKind, limit: int) -> list[Agent]:
    """The agents of a kind in the most entries, each with `article_count`."""
    counts = FacetCount.objects.most(kind, limit)
    agents = Agent.objects.with_names().in_bulk(list(counts))
    found = []
    for key, count in counts.items():
        if key in agents:
            agents[key].article_count = count  # type: ignore[attr-defined]
            found.append(agents[key])
    return found


def newest_articles(limit: int) -> list[Article]:
    """The newest records, as a list shows them."""
    keys = SearchEntry.objects.newest_first().values_list("article_id", flat=True)[:limit]
    articles = Article.objects.for_lines(keys)
    return [articles[key] for key in keys if key in articles]
