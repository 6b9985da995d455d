"""The statements by which the index is asked, each as SQL with its parameters.

The narrowing is the QuerySet's own, compiled; what stands around it fences the planner, which must not choose:
left to itself it walks the dates of a million entries for a word that three of them have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from articles.facet_codes import FacetKind, Flag, facet_code
from articles.models import SearchEntry
from articles.models.search_entry import UNDATED, WEIGHT_OF_RANK, SearchEntryQuerySet
from articles.search.criteria import Criteria
from articles.search.tsquery import loosened

#: So many hits are ranked, at most; the others follow by date.
MOST_RANKED = 1_000
#: Of these, so many at most because all words stand in the headline.
MOST_HEADLINES = 600

Statement = tuple[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """How many hits are ranked, and how the newest of them are met: along the dates from `bound`, or from all."""

    most: int
    walks: bool = False
    bound: date | None = None


_ROW = tuple(field.attname for field in SearchEntry._meta.concrete_fields)

_NEWEST = "day DESC, article_id DESC"
_OLDEST = f"(day = '{UNDATED.isoformat()}'), day, article_id"
_PAGE_COLUMNS = (
    "ARRAY(SELECT article_id FROM page), ARRAY(SELECT day FROM page), ARRAY(SELECT is_certain FROM page)"
)


def packed(entries: SearchEntryQuerySet) -> Statement:
    """The packed facet codes of all these entries."""
    sql, parameters = _compiled(entries, "facets")
    return f"SELECT string_agg(facets, '') FROM ({sql}) AS found", parameters  # noqa: S608


def counted(criteria: Criteria) -> Statement:
    """Total, possible matches, packed codes, and the page, of a result that is read whole."""
    found, parameters = _found(criteria)
    if not criteria.is_ranked:
        behind, cursor = _behind(criteria)
        page = f"SELECT article_id, day, is_certain FROM found {behind} ORDER BY {_order(criteria)} {_limit(criteria)}"  # noqa: S608
        ctes, more = f"page AS ({page})", cursor
    else:
        ranked, more = _ranked(criteria, Ranking(MOST_RANKED), "SELECT article_id, day FROM found")
        page = f"""SELECT found.article_id, day, is_certain FROM found LEFT JOIN ranked USING (article_id)
            ORDER BY rank DESC NULLS LAST, {_NEWEST} {_limit(criteria)}"""  # noqa: S608
        ctes = f"{ranked}, page AS ({page})"
    sql = f"""WITH found AS MATERIALIZED ({found}), {ctes}
        SELECT (SELECT count(*) FROM found), (SELECT count(*) FROM found WHERE NOT is_certain),
            (SELECT string_agg(facets, '') FROM found), {_PAGE_COLUMNS}"""  # noqa: S608
    return sql, [*parameters, *more]


def candidates(criteria: Criteria) -> Statement:
    """How many of the sample the index gives: with the words of a phrase anywhere, before the texts are read."""
    loose = loosened(criteria.query.tsquery)
    sql, parameters = _compiled(criteria.without_texts.sample, "article_id")
    asked = [loose if one == criteria.query.tsquery else one for one in parameters]
    return f"SELECT count(*) FROM ({sql}) AS found", asked  # noqa: S608


def probe(criteria: Criteria, wanted: int, factor: float, most: int | None = None) -> Statement:
    """Of the sample: packed codes, possible matches, and how many entries lie before the page is full by date.

    `factor` is how many entries one stands for; `most` bounds the texts that are read.
    """
    found, parameters = _compiled(criteria.sample, "article_id", "day", "facets", certain_of=criteria)
    bounded = ""
    bounded_parameters: Sequence[Any] = []
    if most is not None:
        words, bounded_parameters = _compiled(criteria.without_texts.sample, *_ROW)
        bounded = f"articles_searchsample AS MATERIALIZED ({words} LIMIT {most}),"
    newest = criteria.sort != "oldest" or criteria.is_ranked
    comparison, order = (">=", "DESC") if newest else ("<=", "ASC")
    place = int(wanted / factor) + 2
    start, start_parameters = "", []
    if criteria.cursor and not criteria.is_ranked:
        start, start_parameters = f"AND day {'<=' if newest else '>='} %s", [criteria.cursor.day]
    elif newest and criteria.date_to:
        start, start_parameters = "AND day <= %s", [criteria.date_to]
    sql = f"""WITH sampled AS NOT MATERIALIZED (SELECT day FROM articles_searchsample), {bounded}
        found AS MATERIALIZED ({found}),
        full_at AS (SELECT day FROM found WHERE true {start} ORDER BY day {order} OFFSET %s LIMIT 1)
        SELECT (SELECT string_agg(facets, '') FROM found), (SELECT count(*) FROM found WHERE NOT is_certain),
            (SELECT count(*) FROM sampled WHERE true {start}
                AND day {comparison} coalesce((SELECT day FROM full_at), %s))"""  # noqa: S608
    last = UNDATED if newest else date.max
    return sql, [*bounded_parameters, *parameters, *start_parameters, place, *start_parameters, last]


def walked_page(criteria: Criteria, bound: date | None) -> Statement:
    """The page, met along the order of dates."""
    walk, more = _walk(criteria, bound)
    found, parameters = _found(criteria, "article_id", "day")
    sql = f"""WITH articles_searchentry AS NOT MATERIALIZED ({walk}),
        page AS (SELECT article_id, day, is_certain FROM ({found}) AS found
            ORDER BY {_walk_order(criteria)} {_limit(criteria)})
        SELECT {_PAGE_COLUMNS}"""  # noqa: S608
    return sql, [*more, *parameters]


def numbered_page(criteria: Criteria) -> Statement:
    """The page of the whole archive by its number, told by the index of days alone."""
    columns = "SELECT article_id, day, true AS is_certain FROM articles_searchentry"
    if criteria.sort != "oldest":
        sql = f"WITH page AS ({columns} ORDER BY {_NEWEST} {_limit(criteria)}) SELECT {_PAGE_COLUMNS}"
        return sql, []
    # The dated before the page are those of the totals, at the same moment.
    sql = f"""WITH dated AS ({columns} WHERE day > %s ORDER BY day, article_id {_limit(criteria)}),
        undated AS ({columns} WHERE day = %s ORDER BY article_id
            LIMIT {criteria.page_size + 1} - (SELECT count(*) FROM dated) OFFSET greatest(0, {criteria.offset}
                - (SELECT coalesce(sum(CASE code WHEN %s THEN count ELSE -count END), 0)
                    FROM articles_facetcount WHERE code IN (%s, %s)))),
        page AS (TABLE dated UNION ALL TABLE undated) SELECT {_PAGE_COLUMNS}"""  # noqa: S608
    every, undated = facet_code(FacetKind.FLAG, Flag.ENTRY), facet_code(FacetKind.FLAG, Flag.UNDATED)
    return sql, [UNDATED, UNDATED, every, every, undated]


def followed_page(criteria: Criteria) -> Statement:
    """The page of the whole archive that goes on behind the cursor."""
    columns = "SELECT article_id, day, true AS is_certain FROM articles_searchentry"
    limit = criteria.page_size + 1
    day, article = (criteria.cursor.day, criteria.cursor.article) if criteria.cursor else (UNDATED, 0)
    if criteria.sort != "oldest":
        page = f"{columns} WHERE (day, article_id) < (%s, %s) ORDER BY {_NEWEST} LIMIT {limit}"
        return f"WITH page AS ({page}) SELECT {_PAGE_COLUMNS}", [day, article]
    undated = f"{columns} WHERE day = %s AND article_id > %s ORDER BY article_id"
    if day == UNDATED:
        page = f"{undated} LIMIT {limit}"
        return f"WITH page AS ({page}) SELECT {_PAGE_COLUMNS}", [UNDATED, article]
    sql = f"""WITH dated AS ({columns} WHERE (day, article_id) > (%s, %s) ORDER BY day, article_id LIMIT {limit}),
        undated AS ({undated} LIMIT {limit} - (SELECT count(*) FROM dated)),
        page AS (TABLE dated UNION ALL TABLE undated) SELECT {_PAGE_COLUMNS}"""  # noqa: S608
    return sql, [day, article, UNDATED, 0]


def place(criteria: Criteria, number: int) -> Statement:
    """The day and the key of a hit of the sample by its number in the order of the page, or of the last; or nulls."""
    found, parameters = _compiled(criteria.sample, "article_id", "day")
    sql = f"""WITH found AS MATERIALIZED ({found}),
        asked AS (SELECT day, article_id FROM found ORDER BY {_order(criteria)}
            LIMIT 1 OFFSET least({int(number)}, (SELECT greatest(0, count(*) - 1) FROM found)))
        SELECT (SELECT day FROM asked), (SELECT article_id FROM asked)"""  # noqa: S608
    return sql, parameters


def collected_page(criteria: Criteria) -> Statement:
    """The page, from all hits."""
    found, parameters = _found(criteria, "article_id", "day")
    behind, cursor = _behind(criteria)
    sql = f"""WITH found AS MATERIALIZED ({found}),
        page AS (SELECT article_id, day, is_certain FROM found {behind} ORDER BY {_order(criteria)} {_limit(criteria)})
        SELECT {_PAGE_COLUMNS}"""  # noqa: S608
    return sql, [*parameters, *cursor]


def ranked_page(criteria: Criteria, ranking: Ranking) -> Statement:
    """The page of the most relevant among the newest hits, those with all words in the headline before all."""
    ranked, parameters = _ranked(criteria, ranking, *_newest(criteria, ranking))
    sql = f"""WITH {ranked},
        page AS (SELECT entry.article_id, entry.day, {_certainty(criteria)} AS is_certain
            FROM ranked JOIN articles_searchentry entry USING (article_id)
            ORDER BY ranked.rank DESC, entry.day DESC, entry.article_id DESC {_limit(criteria)})
        SELECT {_PAGE_COLUMNS}"""  # noqa: S608
    return sql, [*parameters, *_certainty_parameters(criteria)]


def unranked_page(criteria: Criteria, ranking: Ranking, *, offset: int, limit: int) -> Statement:
    """What comes after the ranked hits: the others by date."""
    worth, more = _worth(criteria, ranking, *_newest(criteria, ranking))
    found, parameters = _found(criteria, "article_id", "day")
    sql = f"""WITH {worth}, found AS MATERIALIZED ({found}),
        page AS (SELECT article_id, day, is_certain FROM found
            WHERE article_id NOT IN (SELECT article_id FROM worth) ORDER BY {_NEWEST} LIMIT {limit} OFFSET {offset})
        SELECT {_PAGE_COLUMNS}"""  # noqa: S608
    return sql, [*more, *parameters]


def _newest(criteria: Criteria, ranking: Ranking) -> Statement:
    """The hits by date: met along the dates as far as they are asked for, or all of them."""
    found, parameters = _found(criteria, "article_id", "day")
    if not ranking.walks:
        # Gathered before they are put in order: the planner would walk.
        gathered = f"WITH gathered AS MATERIALIZED ({found}) SELECT article_id, day FROM gathered"  # noqa: S608
        return gathered, parameters
    walk, more = _walk(criteria, ranking.bound)
    # Only within has the walk the index's name: the ranking reads the index itself.
    sql = f"""WITH articles_searchentry AS NOT MATERIALIZED ({walk})
        SELECT article_id, day FROM ({found}) AS walked ORDER BY {_NEWEST}"""  # noqa: S608
    return sql, [*more, *parameters]


def has_open_beginnings(after: date) -> bool:
    """Whether a date without a beginning ends after this day."""
    entries = SearchEntry.objects.filter(date_earliest__isnull=True, date_latest__isnull=False, day__gt=after)
    return entries.exists()


def _worth(criteria: Criteria, ranking: Ranking, newest: str, parameters: Sequence[Any] = ()) -> Statement:
    """The CTE `worth` (article_id) of the hits worth ranking: the newest with all words in the headline, the newest."""
    headed = criteria.entries.matching(criteria.query.in_headline)
    heads, head_parameters = _compiled(headed, "article_id", "day")
    sql = f"""headed AS MATERIALIZED ({heads}),
        heads AS MATERIALIZED (SELECT article_id, day, 0 AS place FROM headed
            ORDER BY {_NEWEST} LIMIT {min(MOST_HEADLINES, ranking.most)}),
        newest AS MATERIALIZED (SELECT article_id, day, 1 AS place FROM ({newest}) AS every
            ORDER BY {_NEWEST} LIMIT {ranking.most}),
        worth AS MATERIALIZED (SELECT article_id FROM
            (TABLE heads UNION ALL
                SELECT * FROM newest WHERE article_id NOT IN (SELECT article_id FROM heads)) AS hits
            ORDER BY place, {_NEWEST} LIMIT {ranking.most})"""  # noqa: S608
    return sql, [*head_parameters, *parameters]


def _ranked(criteria: Criteria, ranking: Ranking, newest: str, parameters: Sequence[Any] = ()) -> Statement:
    """The CTE `ranked` (article_id, rank) of the hits worth ranking."""
    worth, worth_parameters = _worth(criteria, ranking, newest, parameters)
    whens, queries = [], []
    for code, query in criteria.query.by_language.items():
        if query and code:
            whens.append("WHEN %s THEN %s::tsquery")
            queries += [code, query]
    other = criteria.query.by_language.get("", "") or criteria.query.tsquery
    chosen = f"CASE entry.language {' '.join(whens)} ELSE %s::tsquery END" if whens else "%s::tsquery"
    sql = f"""{worth},
        ranked AS MATERIALIZED (SELECT article_id,
                ts_rank_cd(entry.search, {chosen}, 1) + {WEIGHT_OF_RANK} * ts_rank(entry.search, {chosen}, 1) AS rank
            FROM worth JOIN articles_searchentry entry USING (article_id))"""  # noqa: S608
    return sql, [*worth_parameters, *queries, other, *queries, other]


def _walk(criteria: Criteria, bound: date | None) -> Statement:
    """All entries along the order of dates from where the page begins; the planner may not reorder them."""
    oldest = criteria.sort == "oldest" and not criteria.is_ranked
    conditions, parameters = [], []
    if criteria.cursor and not criteria.is_ranked:
        conditions.append(f"(day, article_id) {'>' if oldest else '<'} (%s, %s)")
        parameters += [criteria.cursor.day, criteria.cursor.article]
    if bound and not oldest:
        conditions.append("day <= %s")
        parameters.append(bound)
    if oldest:
        conditions.append("day > %s")
        parameters.append(UNDATED)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT * FROM articles_searchentry {where} ORDER BY {_walk_order(criteria)} OFFSET 0", parameters  # noqa: S608


def _walk_order(criteria: Criteria) -> str:
    oldest = criteria.sort == "oldest" and not criteria.is_ranked
    return "day, article_id" if oldest else _NEWEST


def _order(criteria: Criteria) -> str:
    return _OLDEST if criteria.sort == "oldest" else _NEWEST


def _behind(criteria: Criteria) -> Statement:
    """The condition that an entry comes behind the cursor."""
    if not criteria.cursor:
        return "", []
    place = [criteria.cursor.day, criteria.cursor.article]
    if criteria.sort != "oldest":
        return "WHERE (day, article_id) < (%s, %s)", place
    return f"WHERE ((day = '{UNDATED.isoformat()}'), day, article_id) > (%s, %s, %s)", [
        criteria.cursor.day == UNDATED,
        *place,
    ]


def _limit(criteria: Criteria) -> str:
    return f"LIMIT {criteria.page_size + 1} OFFSET {criteria.offset}"


def _found(criteria: Criteria, *columns: str) -> Statement:
    """The entries that qualify, with `is_certain`."""
    return _compiled(criteria.entries, *(columns or ("article_id", "day", "facets")), certain_of=criteria)


def _compiled(entries: SearchEntryQuerySet, *columns: str, certain_of: Criteria | None = None) -> Statement:
    """A QuerySet as SQL that gives these columns under their own names."""
    entries = entries.order_by()
    if certain_of:
        entries = entries.with_certainty(certain_of.date_from, certain_of.date_to)
    rows = entries.values_list(*columns, *(["is_certain"] if certain_of else []))
    sql, parameters = rows.query.get_compiler(connection=connection).as_sql()
    return sql, parameters


def _certainty(criteria: Criteria) -> str:
    """Whether an entry certainly falls into the span asked for."""
    conditions = ["NOT entry.is_qualified"] if criteria.is_dated else ["true"]
    conditions += ["coalesce(entry.date_earliest >= %s, false)"] if criteria.date_from else []
    conditions += ["coalesce(entry.date_latest <= %s, false)"] if criteria.date_to else []
    return f"({' AND '.join(conditions)})"


def _certainty_parameters(criteria: Criteria) -> list[date]:
    return [day for day in (criteria.date_from, criteria.date_to) if day]
