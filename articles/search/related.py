"""Records related to one: the same people and institutions in the same weeks, the same rare ones and tags at any time.

Every step is bounded whatever the size of the archive: so many neighbours along the order of dates, and all
entries of things so rare that together no more than so many have them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from articles.facet_codes import FacetKind, Flag, facet_code, kind_of, unpack, value_of
from articles.models import Article, FacetCount, SearchEntry, Translation
from articles.models.search_entry import UNDATED, SearchEntryQuerySet

#: The same weeks: so many days before and after.
DAYS = 21
#: So many neighbours are looked at on each side, and so many entries of rare things.
MOST_NEIGHBOURS = 800
MOST_SHARING = 1_500
#: What stands near in time is so much more likely to belong together.
NEARNESS = 2.0
#: For each one wanted so many are weighed, because some are translations of each other.
CANDIDATES = 3

_LETTERS = {FacetKind.PERSON: "a", FacetKind.INSTITUTION: "a", FacetKind.TAG: "t"}

_Row = tuple[int, date, bytes]


@dataclass(frozen=True, slots=True)
class Related:
    """A record with the keys of the agents and tags it shares."""

    article: Article
    agents: list[int]
    tags: list[int]


def related_articles(article_id: int, limit: int, *, without: Iterable[int] = ()) -> list[Related]:
    """The records most related to one, without its own tellings; seven statements at most.

    Each thing shared counts the more the rarer it is in the archive (inverse document frequency, after Spärck
    Jones 1972); a single tag in common is not enough.
    """
    entry = SearchEntry.objects.filter(pk=article_id).values_list("day", "facets").first()
    if entry is None:
        return []
    day, own = entry[0], _telling(bytes(entry[1]))
    if not own:
        return []
    weights = _weights(own)
    left_out = {article_id, *without}
    near = _near(article_id, day) if day != UNDATED else []
    rows = {row[0]: row for row in [*near, *_sharing(own, weights)] if row[0] not in left_out}
    best = _most_alike(rows.values(), day, own, weights)[: CANDIDATES * limit]
    shared = dict(best)
    articles = (
        Article.objects.published()
        .defer("body", "lede")
        .select_related("source")
        .in_bulk([article_id, *shared])
    )
    if article_id not in articles:
        return []
    known = [key for key, _shared in best if key in articles]
    chosen = _one_telling_each(known, left_out, articles, articles[article_id].language)
    return [_related(articles[key], shared[key]) for key in chosen[:limit]]


def _most_alike(
    rows: Iterable[_Row], day: date, own: set[int], weights: Mapping[int, _Weight]
) -> list[tuple[int, set[int]]]:
    """Those of the entries that share enough, by how much it says, each with the codes it shares."""
    tags = {code for code in own if kind_of(code) == FacetKind.TAG}
    scored = []
    for key, other_day, facets in rows:
        # Most of some thousands share nothing, so no more is asked of them.
        shared = own.intersection(unpack(facets))
        if not shared or (len(shared) == 1 and shared <= tags):
            continue
        is_near = UNDATED not in (day, other_day) and abs((other_day - day).days) <= DAYS
        value = sum(weights[code].value for code in shared) * (NEARNESS if is_near else 1)
        scored.append((-value, -key, shared))
    return [(-key, shared) for _value, key, shared in sorted(scored)]


def _one_telling_each(
    keys: Sequence[int], left_out: Collection[int], articles: Mapping[int, Article], language: str
) -> list[int]:
    """Of texts that translate each other only one, in this language where there is one; one statement.

    None that is, by way of a common original, another telling of what is left out.
    """
    every = [*keys, *left_out]
    links = Translation.objects.filter(original__in=every, translation__in=every)
    told: dict[int, set[int]] = {key: {key} for key in every}
    for one, other in links.values_list("original_id", "translation_id"):
        joined = told[one] | told[other]
        for key in joined:
            told[key] = joined
    chosen: list[int] = []
    for key in keys:
        if not told[key].intersection([*chosen, *left_out]):
            own = [other for other in keys if other in told[key] and articles[other].language == language]
            chosen.append(own[0] if own else key)
    return chosen


def _related(article: Article, shared: Iterable[int]) -> Related:
    tags = [value_of(code) for code in sorted(shared) if kind_of(code) == FacetKind.TAG]
    agents = [value_of(code) for code in sorted(shared) if kind_of(code) != FacetKind.TAG]
    return Related(article, agents, tags)


def _telling(packed: bytes) -> set[int]:
    """Its people, institutions and tags."""
    return set(filter(_is_telling, unpack(packed)))


def _is_telling(code: int) -> bool:
    return kind_of(code) in _LETTERS


@dataclass(frozen=True, slots=True)
class _Weight:
    total: int
    value: float


def _weights(codes: Iterable[int]) -> dict[int, _Weight]:
    """How rare each of them is in the archive."""
    every = facet_code(FacetKind.FLAG, Flag.ENTRY)
    rows = FacetCount.objects.filter(code__in=[every, *codes]).values("code").annotate(total=Sum("count"))
    totals = {row["code"]: row["total"] for row in rows}
    archive = max(1, totals.get(every, 1))
    return {
        code: _Weight(totals.get(code, 1), math.log(1 + archive / max(1, totals.get(code, 1))))
        for code in codes
    }


def _near(article_id: int, day: date) -> list[_Row]:
    """The neighbours in the order of dates, within the same weeks."""
    entries = SearchEntry.objects.exclude(pk=article_id)
    before = entries.filter(day__lte=day, day__gt=_moved(day, -DAYS)).order_by("-day", "-article_id")
    after = entries.filter(day__gt=day, day__lt=_moved(day, DAYS)).order_by("day", "article_id")
    return [*_rows(before[:MOST_NEIGHBOURS]), *_rows(after[:MOST_NEIGHBOURS])]


def _moved(day: date, days: int) -> date:
    """So many days on or back, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 2), date.max.toordinal() - 1))


def _sharing(codes: Iterable[int], weights: Mapping[int, _Weight]) -> list[_Row]:
    """The entries that have one of the rarest of these, as many of them as may be read."""
    tokens, expected = [], 0
    for code in sorted(codes, key=lambda one: weights[one].total):
        expected += weights[code].total
        if expected > MOST_SHARING:
            break
        tokens.append(f"'~{_LETTERS[kind_of(code)]}{value_of(code)}'")
    return _rows(SearchEntry.objects.matching(" | ".join(tokens))[: 2 * MOST_SHARING]) if tokens else []


def _rows(entries: SearchEntryQuerySet) -> list[_Row]:
    rows = entries.values_list("article_id", "day", "facets")
    return [(key, day, bytes(facets)) for key, day, facets in rows]
