"""How a question is answered at any size: counted whole where that is quick, otherwise estimated from the sample.

The designs and their traps were measured at a million articles (docs/decisions/0006): a result of some ten
thousand entries is read whole, in one statement; of a larger one the sample says how large it is and what it has
in common, and the page is read along the order of dates, or, where hits are rare in it, from all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isqrt
from typing import Any

from django.db import connection

from articles.facet_codes import FacetCounts, FacetKind, Flag, facet_code
from articles.kept import Kept
from articles.models import FacetCount, SearchEntry, SearchSample
from articles.models.search_entry import UNDATED, SearchEntryQuerySet
from articles.search import statements
from articles.search.archive import whole_counts
from articles.search.criteria import Criteria, Cursor
from articles.search.whole_pages import followed_page, numbered_page

#: Results estimated as larger are not counted one by one; twenty thousand are, whatever the sample says.
MOST_COUNTED = 26_000
#: Nor are those to count which takes longer, in microseconds: phrases of common words, letters as typed.
LONGEST_COUNT = 400_000
#: What walking along the dates costs an entry, in microseconds.
WALK = 12
#: And what collecting the hits costs an entry that the index gives: told by the index alone, by the places of its
#: words, by its text.
COLLECT, COLLECT_PHRASE, COLLECT_TEXT = 1.5, 7, 100
#: What an entry costs that the index tells, by its words or its day, and that is not looked at.
LOOK_UP = 0.1
#: What meeting the hits to be ranked may take, in microseconds, and how many are ranked all the same.
LONGEST_RANKING, LEAST_RANKED = 200_000, 26
#: A page far down that takes longer, in microseconds, is begun where the sample says that it begins, about.
LONGEST_PAGE = 300_000
#: So many texts of the sample are read for an estimate: as many as the smallest result that is estimated has in it.
MOST_SAMPLED_TEXTS = MOST_COUNTED // SearchSample.FACTOR

#: So many hits of the sample more must lie behind the day at which a page is full.
LEAST_BEHIND = 2

_EVERY = facet_code(FacetKind.FLAG, Flag.ENTRY)
_kept: Kept[str, int] = Kept(1)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the page."""

    article: int
    day: date
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of one page, and one more if there is one; the total and what the result has in common.

    `total`, `possible` and the counts are true where `is_exact`, estimated otherwise; `total_is_exact` also
    where the total alone is known.
    """

    rows: list[Row]
    total: int
    possible: int
    counts: FacetCounts
    is_exact: bool
    total_is_exact: bool

    @property
    def undated(self) -> int:
        """How many of them have no date."""
        return self.counts.of_flag(Flag.UNDATED)


def answer(criteria: Criteria) -> Answer:
    """Answer a question: at most nine statements at a stated version, whatever the size of archive and result."""
    if criteria.code == _EVERY and not criteria.query.tsquery:
        return _whole(criteria)
    if criteria.code is not None and not criteria.query.tsquery:
        known = FacetCount.objects.of_code(criteria.code)
        if known > MOST_COUNTED:
            return _estimated(criteria, _probe(criteria), known)
        return _counted(criteria)
    archive = _archive()
    if archive <= MOST_COUNTED and archive * _per_candidate(criteria) <= LONGEST_COUNT:
        return _counted(criteria)
    probe = _probe(criteria)
    if probe.total <= MOST_COUNTED and probe.candidates * _per_candidate(criteria) <= LONGEST_COUNT:
        return _counted(criteria)
    return _estimated(criteria, probe)


def _whole(criteria: Criteria) -> Answer:
    """The whole archive: its totals are known, and its page is one of the index of days."""
    counts = whole_counts()
    total = counts.of_flag(Flag.ENTRY)
    page = followed_page(criteria) if criteria.cursor else numbered_page(criteria, counts)
    return Answer(_rows(*_fetch(*page)), total, 0, counts, is_exact=True, total_is_exact=True)


def summarise(entries: SearchEntryQuerySet, sample: SearchEntryQuerySet) -> FacetCounts:
    """What these entries have in common, counted or estimated."""
    if _archive() > MOST_COUNTED:
        counts = FacetCounts.of(packed_codes(sample), SearchSample.FACTOR)
        if counts.of_flag(Flag.ENTRY) > MOST_COUNTED:
            return counts
    return FacetCounts.of(packed_codes(entries))


def packed_codes(entries: SearchEntryQuerySet) -> bytes:
    """The facet codes of all these entries, joined."""
    return bytes(_fetch(*statements.packed(entries))[0] or b"")


def _fetch(sql: str, parameters: Sequence[Any]) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        row: tuple[Any, ...] = cursor.fetchone()
        return row


def _counted(criteria: Criteria) -> Answer:
    """Every hit read, in one statement."""
    total, possible, packed, articles, days, certain = _fetch(*statements.counted(criteria))
    counts = FacetCounts.of(bytes(packed or b""))
    return Answer(_rows(articles, days, certain), total, possible, counts, is_exact=True, total_is_exact=True)


def _rows(articles: Sequence[int], days: Sequence[date], certain: Sequence[bool]) -> list[Row]:
    return [Row(*row) for row in zip(articles, days, certain, strict=True)]


@dataclass(frozen=True, slots=True)
class _Probe:
    """What the sample says of a result: all but `counts` in entries of the whole archive."""

    counts: FacetCounts
    possible: int
    skipped: int  # passed until the first hit, along the dates
    walked: int  # until the page is full for certain
    passed: float  # until it is full as likely
    since: date | None  # the day at which it is; none where it never is
    candidates: int  # given by the index before places or texts are looked into

    @property
    def total(self) -> int:
        return self.counts.of_flag(Flag.ENTRY)


def _probe(criteria: Criteria) -> _Probe:
    """Ask the sample; where texts have to be read, a part of it."""
    sampled = most = None
    if criteria.query.has_phrase or criteria.reads_texts:
        (sampled,) = _fetch(*statements.candidates(criteria))
    factor: float = SearchSample.FACTOR
    if sampled and criteria.reads_texts and sampled > MOST_SAMPLED_TEXTS:
        most = MOST_SAMPLED_TEXTS
        factor *= sampled / most
    wanted = _wanted(criteria)
    place = int(wanted / factor)
    # The more are wanted, the more the sample may be wrong about (two deviations); what is ranked has its margin.
    place += LEAST_BEHIND if criteria.is_ranked else max(LEAST_BEHIND, 2 * isqrt(place))
    packed, possible, skipped, walked, since = _fetch(*statements.probe(criteria, place, most))
    counts = FacetCounts.of(bytes(packed or b""), factor)
    candidates = counts.of_flag(Flag.ENTRY) if sampled is None else sampled * SearchSample.FACTOR
    skipped, walked = skipped * SearchSample.FACTOR, walked * SearchSample.FACTOR
    # Of few texts read, one stands for a thousand hits: a page is full long before the third of them.
    passed = walked * min(1, wanted / ((place + 1) * factor)) if most else walked
    return _Probe(counts, round(possible * factor), skipped, walked, passed, since, candidates)


def _per_candidate(criteria: Criteria) -> float:
    """What collecting costs for each entry that the index gives."""
    if criteria.reads_texts:
        return COLLECT_TEXT
    return COLLECT_PHRASE if criteria.query.has_phrase else COLLECT


def _wanted(criteria: Criteria) -> int:
    """How many hits must be met along the dates to fill the page."""
    if criteria.is_ranked:
        return round(statements.MOST_RANKED * statements.MARGIN)
    return criteria.offset + criteria.page_size + 1


def _estimated(criteria: Criteria, probe: _Probe, known: int | None = None) -> Answer:
    """The page read for itself; the rest is what the sample says."""
    total = probe.total if known is None else known
    is_ranked = criteria.is_ranked
    rows = _ranked_page(criteria, _ranking(criteria, probe)) if is_ranked else _page(criteria, probe)
    return Answer(rows, total, probe.possible, probe.counts, is_exact=False, total_is_exact=known is not None)


def _archive() -> int:
    """How many entries there are, or 1 where there are none."""
    return max(1, _kept.one("entries", lambda: FacetCount.objects.total(Flag.ENTRY)))


def _ranking(criteria: Criteria, probe: _Probe) -> statements.Ranking:
    """Rank the newest hits, met in the way that is the least work; where that is too much, fewer of them."""
    most = statements.MOST_RANKED
    collection = probe.candidates * _per_candidate(criteria)
    since = _collection_since(criteria, probe, collection)
    walk = probe.passed / statements.MARGIN * _per_walked(criteria, probe)
    (heads_since,) = _fetch(*statements.heads_since(criteria.without_texts))
    # However few are ranked, what lies before the first of them is passed.
    at_least = probe.skipped * _per_walked(criteria, probe)
    if min(collection, since) <= max(min(walk, LONGEST_RANKING), at_least):
        met_since = probe.since if since < collection else None
        return statements.Ranking(most, since=met_since, heads_since=heads_since)
    if walk:
        met = most * LONGEST_RANKING / walk
        most = min(most, max(LEAST_RANKED, int(met) // criteria.page_size * criteria.page_size))
    return statements.Ranking(most, walks=True, bound=_bound(criteria), heads_since=heads_since)


def _per_walked(criteria: Criteria, probe: _Probe) -> float:
    """What walking costs an entry: all are passed, of some the text is read."""
    looked_into = probe.candidates / _archive() if criteria.reads_texts else 0
    return WALK + looked_into * COLLECT_TEXT


def _page(criteria: Criteria, probe: _Probe) -> list[Row]:
    """The rows of the page, along the dates, or from all hits or those since a day, whichever is less work."""
    walk = probe.passed * _per_walked(criteria, probe)
    collection = probe.candidates * _per_candidate(criteria)
    since = _collection_since(criteria, probe, collection) if criteria.sort != "oldest" else collection
    if min(walk, since, collection) > LONGEST_PAGE and criteria.offset > criteria.page_size:
        criteria, walk = _begun_about(criteria), 0
    if walk < min(since, collection) and not _is_among_undated(criteria):
        found = _fetch(*statements.walked_page(criteria, bound=_bound(criteria)))
        is_whole = len(found[0]) > criteria.page_size or criteria.sort != "oldest"  # or on into the undated
    elif since < collection:
        found = _fetch(*statements.collected_page(criteria, probe.since))
        is_whole = len(found[0]) > criteria.page_size  # or fewer since that day than the sample said
    else:
        found, is_whole = _fetch(*statements.collected_page(criteria)), True
    return _rows(*(found if is_whole else _fetch(*statements.collected_page(criteria))))


def _collection_since(criteria: Criteria, probe: _Probe, collection: float) -> float:
    """What collecting the hits since the day costs at which the page is full; as much as all where it never is."""
    if probe.since is None:
        return collection
    # The index goes through those too that have what is left out.
    looked_up = _archive() if criteria.query.leaves_out else probe.candidates
    return (looked_up + probe.walked) * LOOK_UP + probe.walked / _archive() * collection


def _begun_about(criteria: Criteria) -> Criteria:
    """The same with a cursor about where the page of this number begins, told by the sample.

    From there the pages follow one another as ever; only which of thousands this is, is known about.
    """
    day, article = _fetch(*statements.place(criteria, criteria.offset // SearchSample.FACTOR))
    return replace(criteria, cursor=Cursor(day, article)) if day else criteria


def _ranked_page(criteria: Criteria, ranking: statements.Ranking) -> list[Row]:
    """The rows by rank, and after the last that is ranked, by date."""
    rows: list[Row] = []
    if criteria.offset < ranking.most:
        rows = _rows(*_fetch(*statements.ranked_page(criteria, ranking)))
    missing = criteria.page_size + 1 - len(rows)
    if missing > 0:
        probe = _probe(replace(criteria, sort="newest"))
        collection = probe.candidates * _per_candidate(criteria)
        since = probe.since if _collection_since(criteria, probe, collection) < collection else None
        others = _fetch(*statements.unranked_page(criteria, ranking, missing, since))
        if since and len(others[0]) < missing:
            others = _fetch(*statements.unranked_page(criteria, ranking, missing))
        rows += _rows(*others)
    return rows


def _is_among_undated(criteria: Criteria) -> bool:
    """Whether the page begins among the undated, to which no walk from the oldest date leads."""
    return criteria.sort == "oldest" and criteria.cursor is not None and criteria.cursor.day == UNDATED


def _bound(criteria: Criteria) -> date | None:
    """The last day that a hit can stand at, from which the walk begins; none where one may stand later."""
    if criteria.date_to is None or _has_open_beginnings(criteria.date_to):
        return None
    return criteria.date_to


def _has_open_beginnings(after: date) -> bool:
    """Whether a date without a beginning ends after this day."""
    entries = SearchEntry.objects.filter(date_earliest__isnull=True, date_latest__isnull=False, day__gt=after)
    return entries.exists()
