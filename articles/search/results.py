"""What a search shows: one page of hits, the true totals, and the passages that matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from articles.facet_codes import FacetCounts, Flag
from articles.models import Article
from articles.passages import Segment, Span, segments, snippet
from articles.search.criteria import Criteria, Cursor
from articles.search.plan import answer
from articles.search.query import ReadQuery

SNIPPET_WIDTH = 260

# Marks that no text should hold; where one does, its hits are left unmarked rather than misplaced.
_START, _END = "\ue000", "\ue001"
_HIGHLIGHT = f"HighlightAll=true, StartSel={_START}, StopSel={_END}"


@dataclass(frozen=True, slots=True)
class Hit:
    """One record of a result with the passages that matched."""

    article: Article
    headline: list[Segment]
    snippet: list[Segment]
    certainty: str  # "certain" or "possible" where a date was asked for, otherwise empty


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
    if found.total_is_exact and found.is_exact and criteria.page > pages and not criteria.cursor:
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
    identifiers = [identifier for identifier, _certain in rows]
    articles = Article.objects.for_list().in_bulk(identifiers)
    marked = _marked_fields(identifiers, criteria.query.tsquery)
    agents = criteria.query.agents | criteria.agents
    hits = []
    for identifier, is_certain in rows:
        article = articles.get(identifier)
        if article is None:  # withdrawn between the two queries
            continue
        headline, text, spans = _places(article, marked[identifier], agents)
        certainty = ("certain" if is_certain else "possible") if criteria.is_dated else ""
        hits.append(Hit(article, headline, snippet(text, spans, SNIPPET_WIDTH), certainty))
    return hits


def _marked_fields(identifiers: Iterable[int], tsquery: str) -> dict[int, tuple[str, str, str]]:
    """Headline, lede and body of each article, with the words of the query between marks."""
    fields = ("headline", "lede", "body")
    shown = ", ".join(
        f"ts_headline(archive_config(language), archive_words(language, {name}), %(query)s::tsquery, %(marks)s)"
        if tsquery
        else name
        for name in fields
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, {', '.join(fields)}, {shown} FROM articles_article WHERE id = ANY(%(ids)s::bigint[])",  # noqa: S608
            {"query": tsquery, "marks": _HIGHLIGHT, "ids": list(identifiers)},
        )
        return {row[0]: row[1:] for row in cursor.fetchall()}


def _places(
    article: Article, marked: Sequence[str], agents: frozenset[int]
) -> tuple[list[Segment], str, list[Span]]:
    """The headline in segments, the text below it, and where in that text the hits stand."""
    originals = dict(zip(("headline", "lede", "body"), marked[:3], strict=True))
    spans = {
        name: _marked_spans(original, highlighted)
        for (name, original), highlighted in zip(originals.items(), marked[3:], strict=True)
    }
    for mention in article.linked_mentions:  # type: ignore[attr-defined]
        if mention.agent_id in agents:
            spans[mention.field].append(Span(mention.start, mention.end, "hit"))
    headline = segments(originals["headline"], spans["headline"])
    gap = "\n\n" if originals["lede"] else ""
    shift = len(originals["lede"]) + len(gap)
    below = spans["lede"] + [Span(span.start + shift, span.end + shift, "hit") for span in spans["body"]]
    return headline, originals["lede"] + gap + originals["body"], sorted(below, key=lambda span: span.start)


def _marked_spans(original: str, highlighted: str) -> list[Span]:
    """Where the marks of `highlighted` stand in `original`; none where the two do not agree."""
    if len(highlighted) - highlighted.count(_START) - highlighted.count(_END) != len(original):
        return []
    spans, position, start = [], 0, 0
    for character in highlighted:
        if character == _START:
            start = position
        elif character == _END:
            spans.append(Span(start, position, "hit"))
        else:
            position += 1
    return spans
