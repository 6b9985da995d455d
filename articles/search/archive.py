"""The archive as a whole: its figures, who is named most, what is newest; true under edits, at any size."""

from __future__ import annotations

from django.db.models import Max, Min

from articles.facet_codes import FacetCounts, FacetKind
from articles.kept import Kept
from articles.models import FacetCount, SearchEntry
from articles.models.listed import ListedArticle, listed_articles
from articles.models.search_entry import UNDATED

#: So many people, institutions, tags and sources of the whole archive are told: more than a page shows.
MOST_OF_A_KIND = 50

_whole: Kept[str, FacetCounts] = Kept(1)
_years: Kept[str, tuple[int, int] | None] = Kept(1)


def archive_counts() -> FacetCounts:
    """Flags, months and languages of all entries, in one query."""
    return FacetCount.objects.of_kinds(FacetKind.FLAG, FacetKind.MONTH, FacetKind.LANGUAGE)


def whole_counts() -> FacetCounts:
    """What all entries have in common, exactly: flags, months, languages, and the commonest of each other kind.

    Worked out once for each version of the archive that is read.
    """
    return _whole.one("counts", _whole_counts)


def _whole_counts() -> FacetCounts:
    counts = dict(archive_counts().counts)
    for kind in (FacetKind.PERSON, FacetKind.INSTITUTION, FacetKind.TAG, FacetKind.SOURCE):
        counts |= FacetCount.objects.commonest(kind, MOST_OF_A_KIND)
    return FacetCounts(counts)


def archive_version() -> int:
    """A number that is another after every change a reader could see."""
    return FacetCount.objects.version()


def counts_of(kind: FacetKind, values: list[int]) -> dict[int, int]:
    """Of these things of a kind, in how many entries each is."""
    return FacetCount.objects.of_values(kind, values)


def years_dated() -> tuple[int, int] | None:
    """The first and the last year of which there are texts; None where none is dated. Kept for each version."""
    return _years.one("years", _years_dated)


def _years_dated() -> tuple[int, int] | None:
    found = SearchEntry.objects.filter(day__gt=UNDATED).aggregate(first=Min("day"), last=Max("day"))
    return (found["first"].year, found["last"].year) if found["first"] else None


def newest_articles(limit: int) -> list[ListedArticle]:
    """The newest records, as a list shows them."""
    keys = list(SearchEntry.objects.newest_first().values_list("article_id", flat=True)[:limit])
    articles = listed_articles(keys)
    return [articles[key] for key in keys if key in articles]
