"""What the texts state of an agent: offices with the first and the last text, spellings that are not on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection
from django.db.models import Aggregate, BigIntegerField, Count, F, Func, QuerySet
from django.db.models.functions import Lower

from articles.models import Article, Mention, Office
from articles.names import fold
from articles.offices import nominative_office
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

    A Russian one is told in the nominative; where that is not surely known it `is_quoted`, in the case that it has in
    its sentence. Of one that texts state in several cases the number of texts is not known: 0.

    `first` and `last` are None where the record alone states it; no claim is made about when it began or ended.
    """

    label: str
    language: str
    texts: int
    first: Article | None
    last: Article | None
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as texts write it, that is none of those on record; in how many places, or in more than that."""

    text: str
    places: int
    language: str
    has_more: bool = False


_Grouped = tuple[str, str, str, int, int | None, int | None]
"""An office in small letters, as it is mostly written, language, number of texts, earliest text, latest text."""


@dataclass(slots=True)
class _Office:
    """An office while its rows are put together: `count` texts, with the first and the last of each row."""

    label: str
    language: str
    count: int
    most: int
    firsts: list[int]
    lasts: list[int]
    is_quoted: bool = False
    is_merged: bool = False


def stated_offices(agent_id: int) -> list[StatedOffice]:
    """The offices that published texts state, the commonest first, one for all ways to write its capitals; three
    queries."""
    mentioned = Mention.objects.linked().filter(agent=agent_id).exclude(office="")
    recorded = Office.objects.filter(agent=agent_id)
    stated = _put_together(
        _grouped(mentioned.filter(article__status=ArticleStatus.PUBLISHED), "office", "article__language")
    )
    for folded, office in _put_together(
        _grouped(recorded.stated_publicly().order_by(), "label", "language")
    ).items():
        # What an editor put on record is mostly what the same texts state.
        known = stated.setdefault(folded, office)
        if known is not office:
            known.count = max(known.count, office.count)
            known.is_merged |= office.is_merged
            known.firsts, known.lasts = known.firsts + office.firsts, known.lasts + office.lasts
    ordered = sorted(stated.values(), key=lambda one: (-one.count, one.label))[:MOST_OFFICES]
    keys = {key for one in ordered for key in (*one.firsts, *one.lasts)}
    articles = Article.objects.published().defer("body", "lede").in_bulk(keys)
    return [
        StatedOffice(
            one.label,
            one.language,
            0 if one.is_merged else one.count,
            min((articles[key] for key in one.firsts if key in articles), key=_earliest, default=None),
            max((articles[key] for key in one.lasts if key in articles), key=_latest, default=None),
            one.is_quoted,
        )
        for one in ordered
    ]


def _earliest(article: Article) -> tuple[date, int]:
    return article.date_earliest or date.max, article.pk


def _latest(article: Article) -> tuple[date, int]:
    return article.date_latest or date.min, -article.pk


def _put_together(rows: Iterable[_Grouped]) -> dict[str, _Office]:
    """The rows of one office, stated by texts of several languages, or in several cases."""
    offices: dict[str, _Office] = {}
    for small, stated, language, count, first, last in rows:
        nominative = nominative_office(stated) if language == "ru" else stated
        label, folded = nominative or stated, nominative.lower() if nominative else small
        one = offices.setdefault(folded, _Office(label, language, 0, 0, [], [], nominative is None))
        one.is_merged |= language == "ru" and one.count > 0
        if count > one.most:
            one.label, one.language, one.most = label, language, count
        one.count += count
        one.firsts += [] if first is None else [first]
        one.lasts += [] if last is None else [last]
    return offices


class _Commonest(Aggregate):
    """The value that most rows have."""

    template = "mode() WITHIN GROUP (ORDER BY %(expressions)s)"


def _grouped(rows: QuerySet[Mention] | QuerySet[Office], label: str, language: str) -> Iterable[_Grouped]:
    """Each office, whatever its capitals, in the texts of each language."""
    dated = ArrayAgg("article", order_by=[F("article__date_earliest").asc(nulls_last=True), "article"])
    late = ArrayAgg("article", order_by=[F("article__date_latest").desc(nulls_last=True), "article"])
    counted = rows.values(language, small=Lower(label)).annotate(
        mostly=_Commonest(label),
        texts=Count("article", distinct=True),
        first=_first_of(dated),
        last=_first_of(late),
    )
    found: Iterable[_Grouped] = counted.order_by("-texts", "small").values_list(
        "small", "mostly", language, "texts", "first", "last"
    )[:MOST_OFFICES]
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
