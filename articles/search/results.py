"""What a search shows: one page of hits, the true totals, and the passages that matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import F, Q

from articles.models import Article
from articles.models.search_entry import SearchEntryQuerySet
from articles.passages import Segment, Span, segments, snippet
from articles.search.query import ReadQuery

PAGE_SIZE = 25
SNIPPET_WIDTH = 260

# Marks that no text should hold; where one does, its hits are left unmarked rather than misplaced.
_START, _END = "\ue000", "\ue001"
_HIGHLIGHT = f"HighlightAll=true, StartSel={_START}, StopSel={_END}"


@dataclass(frozen=True, slots=True)
class Criteria:
    """What is asked: the entries that qualify, and what is needed to order and explain them."""

    entries: SearchEntryQuerySet
    query: ReadQuery = field(default_factory=ReadQuery)
    date_from: date | None = None
    date_to: date | None = None
    sort: str = "newest"
    agents: frozenset[int] = frozenset()

    @property
    def is_dated(self) -> bool:
        """Whether a date was asked for."""
        return self.date_from is not None or self.date_to is not None


@dataclass(frozen=True, slots=True)
class Hit:
    """One record of a result with the passages that matched."""

    article: Article
    headline: list[Segment]
    snippet: list[Segment]
    certainty: str  # "certain" or "possible" where a date was asked for, otherwise empty


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of a result; all counts are exact."""

    hits: list[Hit]
    total: int
    undated: int
    possible: int
    page: int
    pages: int
    query: ReadQuery


def search_articles(criteria: Criteria, *, page: int = 1) -> ResultPage:
    """The page of a result: seven queries at the most, whatever its size.

    A page beyond the last one gives the last one.
    """
    total = criteria.entries.count()
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 1), pages)
    first = (page - 1) * PAGE_SIZE
    rows = (
        list(_ordered(criteria).values_list("article_id", F("is_certain"))[first : first + PAGE_SIZE])
        if total
        else []
    )
    possible = 0
    if criteria.is_dated and total:
        marked = criteria.entries.with_certainty(criteria.date_from, criteria.date_to)
        possible = marked.filter(Q(is_certain=False)).count()
    return ResultPage(
        hits=_hits(rows, criteria),
        total=total,
        undated=0 if criteria.is_dated or not total else criteria.entries.undated().count(),
        possible=possible,
        page=page,
        pages=pages,
        query=criteria.query,
    )


def _ordered(criteria: Criteria) -> SearchEntryQuerySet:
    """The entries in the order asked for."""
    entries = criteria.entries.with_certainty(criteria.date_from, criteria.date_to)
    if criteria.sort == "oldest":
        return entries.oldest_first()
    if criteria.sort == "relevance" and criteria.query.tsquery:
        return entries.most_relevant_first(criteria.query.tsquery)
    return entries.newest_first()


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
