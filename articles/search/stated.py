"""What the texts state of an agent: offices with the first and the last text, spellings that are not on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection
from django.db.models import BigIntegerField, Count, F, Func, QuerySet

from articles.models import Article, Mention, Office
from articles.names import fold
from articles.vocabulary import ArticleStatus

MOST_OFFICES = 20
MOST_SPELLINGS = 30
#: So many different spellings are compared with the names on record.
MOST_COMPARED = 2_000
#: And the places of each counted so far.
MOST_COUNTED = 100


@dataclass(frozen=True, slots=True)
class StatedOffice:
    """An office in the words of the texts: how many of them state it, the earliest and the latest.

    `first` and `last` are None where the record alone states it; no claim is made about when it began or ended.
    """

    label: str
    language: str
    texts: int
    first: Article | None
    last: Article | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as texts write it, that is none of those on record; in how many places, or in more than that."""

    text: str
    places: int
    language: str
    has_more: bool = False


def stated_offices(agent_id: int) -> list[StatedOffice]:
    """The offices that published texts state, the commonest first; three queries."""
    mentioned = Mention.objects.linked().filter(agent=agent_id).exclude(office="")
    recorded = Office.objects.filter(agent=agent_id)
    rows = [
        *_grouped(mentioned.filter(article__status=ArticleStatus.PUBLISHED), "office", "article__language"),
        *_grouped(recorded.stated_publicly().order_by(), "label", "language"),
    ]
    merged: dict[str, tuple[str, str, int, int | None, int | None]] = {}
    for label, language, texts, first, last in rows:
        known = merged.get(label.casefold())
        if known is None or texts > known[2]:
            merged[label.casefold()] = (label, language, texts, first, last)
    ordered = sorted(merged.values(), key=lambda row: (-row[2], row[0]))[:MOST_OFFICES]
    keys = {key for row in ordered for key in row[3:] if key is not None}
    articles = Article.objects.published().defer("body", "lede").in_bulk(keys)
    return [
        StatedOffice(label, language, texts, articles.get(first or 0), articles.get(last or 0))
        for label, language, texts, first, last in ordered
    ]


def _grouped(
    rows: QuerySet[Mention] | QuerySet[Office], label: str, language: str
) -> Iterable[tuple[str, str, int, int | None, int | None]]:
    """(label, language, number of texts, earliest text, latest text) of each wording."""
    dated = ArrayAgg("article", order_by=[F("article__date_earliest").asc(nulls_last=True), "article"])
    late = ArrayAgg("article", order_by=[F("article__date_latest").desc(nulls_last=True), "article"])
    counted = rows.values(label, language).annotate(
        texts=Count("article", distinct=True), first=_first_of(dated), last=_first_of(late)
    )
    found: Iterable[tuple[str, str, int, int | None, int | None]] = counted.order_by(
        "-texts", label
    ).values_list(label, language, "texts", "first", "last")[:MOST_OFFICES]
    return found


def _first_of(array: ArrayAgg) -> Func:
    return Func(array, template="(%(expressions)s)[1]", output_field=BigIntegerField())


def spellings_not_on_record(agent_id: int, names: Iterable[str]) -> list[Spelling]:
    """The spellings that published texts have and the record has not, the commonest first; two queries."""
    known = {fold(name) for name in names}
    unknown = [text for text in _spellings(agent_id) if fold(text) not in known]
    if not unknown:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_PLACES, {"agent": agent_id, "spellings": unknown, "most": MOST_COUNTED + 1})
        rows = cursor.fetchall()
    found: dict[str, Spelling] = {}
    for text, places, language in rows:
        counted = min(places, MOST_COUNTED)
        found.setdefault(fold(text), Spelling(text, counted, language, has_more=places > MOST_COUNTED))
    return list(found.values())[:MOST_SPELLINGS]


def _spellings(agent_id: int) -> list[str]:
    """The different spellings of an agent, the first in the order of the index; each is one look into it."""
    with connection.cursor() as cursor:
        cursor.execute(_SPELLINGS, {"agent": agent_id, "most": MOST_COMPARED})
        return [text for (text,) in cursor.fetchall()]


# PostgreSQL reads all entries of an index for the different values in it; this goes from one value to the next.
_SPELLINGS = """
WITH RECURSIVE spelling AS (
    (SELECT exact FROM articles_mention WHERE agent_id = %(agent)s AND status = 'linked' ORDER BY exact LIMIT 1)
    UNION ALL
    SELECT (SELECT exact FROM articles_mention WHERE agent_id = %(agent)s AND status = 'linked'
        AND exact > spelling.exact ORDER BY exact LIMIT 1)
    FROM spelling WHERE spelling.exact IS NOT NULL)
SELECT exact FROM spelling WHERE exact IS NOT NULL LIMIT %(most)s
"""
_PLACES = """
SELECT asked.exact, met.places, met.language FROM unnest(%(spellings)s::text[]) AS asked (exact),
LATERAL (SELECT count(*) AS places, min(language) AS language FROM (
    SELECT article.language FROM articles_mention mention JOIN articles_article article
        ON article.id = mention.article_id AND article.status = 'published'
    WHERE mention.agent_id = %(agent)s AND mention.status = 'linked' AND mention.exact = asked.exact
    LIMIT %(most)s) AS place) AS met
WHERE met.places > 0 ORDER BY met.places DESC, asked.exact
"""
