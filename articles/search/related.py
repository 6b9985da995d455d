"""Records related to one: the same people and institutions in the same weeks, the same rare ones and tags at any time.

Every step is bounded whatever the size of the archive: so many neighbours along the order of dates, and all
entries of things so rare that together no more than so many have them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from articles.facet_codes import FacetKind, Flag, facet_code, kind_of, unpack, value_of
from articles.models.listed import ListedArticle, listed_articles
from articles.models.search_entry import UNDATED
from articles.statements import Prepared, Statement, send

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

_EVERY = facet_code(FacetKind.FLAG, Flag.ENTRY)
_OWN = Prepared(
    "own_entry", ("bigint",), "SELECT day, facets FROM articles_searchentry WHERE article_id = $1"
)
_TOTALS = Prepared(
    "totals_of_codes",
    ("int[]",),
    "SELECT code, sum(count)::bigint FROM articles_facetcount WHERE code = ANY ($1) GROUP BY code",
)
# Planned each time: how many there are depends on what is asked for.
_ENTRIES = "SELECT article_id, day, facets FROM articles_searchentry WHERE"
_BEFORE = (
    f"{_ENTRIES} article_id <> %s AND day <= %s AND day > %s ORDER BY day DESC, article_id DESC LIMIT %s"
)
_BEHIND = f"{_ENTRIES} article_id <> %s AND day > %s AND day < %s ORDER BY day, article_id LIMIT %s"
_SHARING = f"{_ENTRIES} search @@ %s::tsquery LIMIT %s"

_Row = tuple[Any, ...]
"""Key, day and packed facets of an entry."""


@dataclass(frozen=True, slots=True)
class Related:
    """A record with the keys of the agents and tags it shares."""

    article: ListedArticle
    agents: list[int]
    tags: list[int]


def related_articles(article_id: int, limit: int, *, without: Iterable[int] = ()) -> list[Related]:
    """The records most related to one, without its own tellings; four queries at most.

    Each thing shared counts the more the rarer it is in the archive (inverse document frequency, after Spärck
    Jones 1972); a single tag in common is not enough.
    """
    [found] = send([(_OWN, [article_id])])
    if not found:
        return []
    day, own = found[0][0], _telling(found[0][1])
    if not own:
        return []
    totals, *near = send([(_TOTALS, [[_EVERY, *own]]), *_near(article_id, day)])
    weights = _weights(own, dict(totals))
    left_out = {article_id, *without}
    rows = {row[0]: row for row in chain(*near, _sharing(own, weights)) if row[0] not in left_out}
    best = _most_alike(rows.values(), day, own, weights)[: CANDIDATES * limit]
    shared = dict(best)
    articles = listed_articles([article_id, *shared], body=0, with_names=False) if shared else {}
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
    keys: Sequence[int], left_out: Collection[int], articles: Mapping[int, ListedArticle], language: str
) -> list[int]:
    """Of texts that translate each other only one, in this language where there is one.

    None that is, by way of a common original, another telling of what is left out.
    """
    told: dict[int, set[int]] = {key: {key} for key in [*keys, *left_out]}
    for one in keys:
        for other in articles[one].other_tellings:
            if other.pk in told:
                joined = told[one] | told[other.pk]
                for key in joined:
                    told[key] = joined
    chosen: list[int] = []
    for key in keys:
        if not told[key].intersection([*chosen, *left_out]):
            own = [other for other in keys if other in told[key] and articles[other].language == language]
            chosen.append(own[0] if own else key)
    return chosen


def _related(article: ListedArticle, shared: Iterable[int]) -> Related:
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


def _weights(codes: Iterable[int], totals: Mapping[int, int]) -> dict[int, _Weight]:
    """How rare each of them is in the archive, whose totals these are."""
    archive = max(1, totals.get(_EVERY, 1))
    return {
        code: _Weight(totals.get(code, 1), math.log(1 + archive / max(1, totals.get(code, 1))))
        for code in codes
    }


def _near(article_id: int, day: date) -> list[Statement]:
    """What asks for the neighbours in the order of dates, within the same weeks: none of what is undated."""
    if day == UNDATED:
        return []
    return [
        (_BEFORE, [article_id, day, _moved(day, -DAYS), MOST_NEIGHBOURS]),
        (_BEHIND, [article_id, day, _moved(day, DAYS), MOST_NEIGHBOURS]),
    ]


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
    return send([(_SHARING, [" | ".join(tokens), 2 * MOST_SHARING])])[0] if tokens else []
