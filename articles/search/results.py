"""What a search shows: one page of hits, the true totals, and the passages that matched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from articles.facet_codes import FacetCounts, Flag
from articles.models.listed import BEGINNING, WHOLE, ListedArticle, listed_articles
from articles.passages import Segment
from articles.search.criteria import Criteria, Cursor
from articles.search.plan import answer
from articles.search.query import ReadQuery
from articles.search.snippets import passages


class Hit(NamedTuple):
    """One record of a result with the passages that matched."""

    article: ListedArticle
    headline: list[Segment]
    snippet: list[Segment]
    certainty: str  # "certain" or "possible" where a date was asked for, otherwise empty
    is_perhaps: bool = False  # someone asked for is only proposed in it


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of a result.

    All figures are estimates where `is_exact` is false, and shown as such; `total_is_exact` also where the total
    alone is known. `next` is where the page after this one begins, None on
    the last one; it names no place in an order of relevance, which is counted from the top.
    """

    articles: list[int]
    hits: list[Hit]
    total: int
    total_is_exact: bool
    undated: int
    possible: int
    day_unknown: int
    counts: FacetCounts
    is_exact: bool
    page: int
    pages: int
    has_next: bool
    next: Cursor | None
    query: ReadQuery


def search_articles(criteria: Criteria, *, with_hits: bool = True) -> ResultPage:
    """The page of a result. A page beyond the last one of a counted result gives the last one.

    Without hits it has the keys of the records alone, for a page that shows them in its own way.
    """
    found = answer(criteria)
    pages = max(1, -(-found.total // criteria.page_size))
    if criteria.page > pages and (found.is_exact or not found.rows):
        return search_articles(replace(criteria, page=pages), with_hits=with_hits)
    rows = found.rows[: criteria.page_size]
    has_next = len(found.rows) > criteria.page_size
    last = Cursor(rows[-1].day, rows[-1].article) if has_next and not criteria.is_ranked else None
    return ResultPage(
        articles=[row.article for row in rows],
        hits=_hits([(row.article, row.is_certain) for row in rows], criteria) if with_hits else [],
        total=found.total,
        total_is_exact=found.total_is_exact,
        undated=0 if criteria.is_dated else found.undated,
        day_unknown=found.counts.of_flag(Flag.DAY_UNKNOWN),
        possible=found.possible if criteria.is_dated else 0,
        counts=found.counts,
        is_exact=found.is_exact,
        page=criteria.page,
        pages=pages,
        has_next=has_next,
        next=last,
        query=criteria.query,
    )


def _hits(rows: Sequence[tuple[int, bool]], criteria: Criteria) -> list[Hit]:
    """The records of these rows, in their order, with what matched."""
    agents = criteria.query.agents | criteria.agents
    is_marked = bool(agents or criteria.query.tsquery)
    keys = [key for key, _certain in rows]
    asked = criteria.query.agents
    articles = listed_articles(keys, body=WHOLE if is_marked else BEGINNING, perhaps=asked)
    places = {
        key: [
            (one.field, one.start, one.end)
            for one in (*article.namings, *article.perhaps)
            if one.agent.pk in agents
        ]
        for key, article in articles.items()
    }
    found = passages(articles.values(), criteria.query, places)
    hits = []
    for key, is_certain in rows:
        if key not in articles:  # withdrawn between the two queries
            continue
        certainty = ("certain" if is_certain else "possible") if criteria.is_dated else ""
        article = articles[key]
        is_perhaps = bool(article.perhaps) and not any(one.agent.pk in asked for one in article.namings)
        hits.append(Hit(article, found[key].headline, found[key].snippet, certainty, is_perhaps))
    return hits
