"""The pages of the whole archive by their number: the same from either end and from the beginning of a year."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict

from articles.filters import ArticleFilter
from articles.models import SearchEntry
from articles.search import whole_pages
from articles.search.archive import whole_counts
from tests import factories

pytestmark = pytest.mark.django_db

DATES = (
    *(
        "2012-03-01",
        "2012",
        "2012-11",
        "2013-05-05",
        "2014-01-01",
        "2014-12-31",
        "2015",
        "2015-07-04",
    ),
    *(
        "2010/2019",
        "2011/2014",
        "2013/..",
        "../2014",
        "2014-06/2015-02",
        "",
        "2016-02",
        "2016-02-29",
        "2016",
        "",
    ),
)
SIZE = 4


@pytest.fixture
def criteria(monkeypatch):
    """Makes the criteria of a page; texts lie in several years, some in more than one or in none."""
    monkeypatch.setattr(whole_pages, "_CHANGED_MEANWHILE", 0)
    for stated in DATES * 3:
        factories.ArticleFactory(date=stated or None)

    def make(sort: str, number: int):
        asked = ArticleFilter(QueryDict(f"sort={sort}&page={number}")).criteria
        return replace(asked, page_size=SIZE)

    return make


def keys(statement) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return list(cursor.fetchone()[0])


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_a_page_by_its_number_is_that_stretch_of_the_order(criteria, sort):
    entries = SearchEntry.objects.all()
    ordered = list(
        (entries.newest_first() if sort == "newest" else entries.oldest_first()).values_list("pk", flat=True)
    )
    boundaries = set()
    for number in range(1, len(ordered) // SIZE + 2):
        asked = criteria(sort, number)
        start = (number - 1) * SIZE
        found = keys(whole_pages.numbered_page(asked, whole_counts()))
        assert found == ordered[start : start + SIZE + 1]
        boundaries.add(whole_pages._boundary(asked, whole_counts())[0])
    assert len(boundaries) > 3


def test_a_page_is_right_though_a_few_texts_came_after_the_totals_were_read(criteria, monkeypatch):
    monkeypatch.setattr(whole_pages, "_CHANGED_MEANWHILE", 12)
    counts = whole_counts()
    for _new in range(12):
        factories.ArticleFactory(date="2016-12-01")
    ordered = list(SearchEntry.objects.newest_first().values_list("pk", flat=True))
    asked = criteria("newest", 10)
    assert whole_pages._boundary(asked, counts)[0] is not None
    start = asked.offset
    assert keys(whole_pages.numbered_page(asked, counts)) == ordered[start : start + SIZE + 1]


def test_the_spans_behind_a_year_are_counted_by_their_index(criteria):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        sql, parameters = whole_pages._passed(date(2014, 1, 1), is_newest=True)
        cursor.execute(f"EXPLAIN SELECT {sql}", parameters)
        assert "entry_span" in "".join(row[0] for row in cursor.fetchall())
