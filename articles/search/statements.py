"""The statements by which the index is asked, each as SQL with its parameters.

The narrowing is the QuerySet's own, compiled; what stands around it fences the planner, which must not choose:
left to itself it walks the dates of a million entries for a word that three of them have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connection

from articles.models import SearchEntry, SearchSample
from articles.models.search_entry import UNDATED, SearchEntryQuerySet, factor_of_records, way_of_ranking
from articles.search.criteria import Criteria
from articles.search.scopes import scopes_met_once
from articles.search.tsquery import loosened

#: So many hits are ranked, at most; the others follow by date.
MOST_RANKED = 1_000
#: Of these, so many at most because all words stand in the headline.
MOST_HEADLINES = 600
#: So many times what is wanted is looked for since a day that the sample tells, lest it be too few.
MARGIN = 1.5
#: Fewer headlines are quicker read than the days of the entries before the newest of them are full.
MANY_HEADLINES = 10_000

Statement = tuple[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """How many hits are ranked, and how the newest of them are met.

    Along the dates from `bound`, or from all hits, or from those of a day and later, `since`; of those with all
    words in the headline, such as are of `heads_since` and later where these are enough.
    """

    most: int
    walks: bool = False
    bound: date | None = None
    since: date | None = None
    heads_since: date | None = None


_ROW = tuple(field.attname for field in SearchEntry._meta.concrete_fields)

NEWEST = "day DESC, article_id DESC"
_OLDEST = f"(day = '{UNDATED.isoformat()}'), day, article_id"
PAGE_COLUMNS = (
    "ARRAY(SELECT article_id FROM page), ARRAY(SELECT day FROM page), ARRAY(SELECT is_certain FROM page)"
)


def packed(entries: SearchEntryQuerySet) -> Statement:
    """The packed facet codes of all these entries."""
    sql, parameters = compiled(entries, "facets")
    return f"SELECT string_agg(facets, '') FROM ({sql}) AS found", parameters  # noqa: S608


def counted(criteria: Criteria) -> Statement:
    """Total, possible matches, packed codes, and the page, of a result that is read whole."""
    found, parameters = looked_up(criteria, criteria.entries, "article_id", "day", "facets", is_certain=True)
    if not criteria.is_ranked:
        behind, cursor = _behind(criteria)
        page = f"SELECT article_id, day, is_certain FROM found {behind} ORDER BY {_order(criteria)} {rows_of(criteria)}"  # noqa: S608
        ctes, more = f"page AS ({page})", cursor
    else:
        ranked, more = _ranked(criteria, Ranking(MOST_RANKED), "SELECT article_id, day FROM found")
        # Beyond the ranked hits the others follow by date.
        is_among_ranked = criteria.offset + criteria.page_size < MOST_RANKED
        page = f"""SELECT article_id, day, is_certain
            FROM found {"" if is_among_ranked else "LEFT "}JOIN ranked USING (article_id)
            ORDER BY rank DESC NULLS LAST, {NEWEST} {rows_of(criteria)}"""  # noqa: S608
        ctes = f"{ranked}, page AS ({page})"
    sql = f"""WITH found AS MATERIALIZED ({found}), {ctes}
        SELECT count(*), count(*) FILTER (WHERE NOT is_certain), string_agg(facets, ''), {PAGE_COLUMNS}
        FROM found"""  # noqa: S608
    return sql, [*parameters, *more]


def candidates(criteria: Criteria) -> Statement:
    """How many of the sample the index gives: with the words of a phrase anywhere, before the texts are read."""
    loose = {code: loosened(query) for code, query in criteria.query.with_pairs.items()}
    sql, parameters = looked_up(criteria, criteria.without_texts.sample, "article_id", words=loose)
    return f"SELECT count(*) FROM ({sql}) AS found", parameters  # noqa: S608


def probe(criteria: Criteria, place: int, most: int | None = None) -> Statement:
    """Of the sample: packed codes, possible matches, how many entries lie before the first hit by date, and before the
    page is full, its day.

    That is the day of the hit at this place of the sample; `most` bounds the texts that are read.
    """
    columns = ("article_id", "day", "facets")
    bounded = ""
    bounded_parameters: Sequence[Any] = []
    if most is None:
        found, parameters = looked_up(criteria, criteria.sample, *columns, is_certain=True)
    else:
        found, parameters = compiled(criteria.sample, *columns, certain_of=criteria)
        words, bounded_parameters = looked_up(criteria, criteria.without_texts.sample, *_ROW)
        # Of all languages and times: the order of the index would give those of the first language alone.
        bounded = f"""articles_searchsample AS MATERIALIZED (SELECT * FROM ({words}) AS candidates
            ORDER BY hashint8(article_id), article_id LIMIT {most}),"""  # noqa: S608
    newest = criteria.sort != "oldest" or criteria.is_ranked
    comparison, order = (">=", "DESC") if newest else ("<=", "ASC")
    # To collect all is dear for a phrase: the day is told more surely, if the sample has hits enough.
    deeper = f"least({place + 3}, greatest({place}, (SELECT count(*) - 1 FROM behind)))"  # noqa: S608
    offset = deeper if criteria.query.has_phrase else str(place)
    start, start_parameters = "", []
    if criteria.cursor and not criteria.is_ranked:
        start, start_parameters = f"AND day {'<=' if newest else '>='} %s", [criteria.cursor.day]
    elif newest and criteria.date_to:
        start, start_parameters = "AND day <= %s", [criteria.date_to]
    sql = f"""WITH sampled AS NOT MATERIALIZED (SELECT day FROM articles_searchsample), {bounded}
        found AS MATERIALIZED ({found}),
        behind AS NOT MATERIALIZED (SELECT day FROM found WHERE true {start}),
        full_at AS (SELECT day FROM behind ORDER BY day {order} OFFSET {offset} LIMIT 1)
        SELECT string_agg(facets, ''), count(*) FILTER (WHERE NOT is_certain),
            (SELECT count(*) FROM sampled WHERE true {start} AND day {comparison[0]}
                (SELECT day FROM behind ORDER BY day {order} LIMIT 1)),
            (SELECT count(*) FROM sampled WHERE true {start} AND day {comparison} coalesce((TABLE full_at), %s)),
            (TABLE full_at)
        FROM found"""  # noqa: S608
    last = UNDATED if newest else date.max
    return sql, [*bounded_parameters, *parameters, *start_parameters * 3, last]


def heads_since(criteria: Criteria) -> Statement:
    """The day since which there are enough hits with all words in the headline; null where they are not many."""
    headed, parameters = looked_up(criteria, criteria.sample, "day", words=_headed(criteria))
    place = int(MOST_HEADLINES * MARGIN / SearchSample.FACTOR)
    sql = f"""WITH headed AS MATERIALIZED ({headed}) SELECT (SELECT day FROM headed
        WHERE (SELECT count(*) FROM headed) > %s ORDER BY day DESC OFFSET %s LIMIT 1)"""  # noqa: S608
    return sql, [*parameters, MANY_HEADLINES // SearchSample.FACTOR, place]


def walked_page(criteria: Criteria, bound: date | None) -> Statement:
    """The page, met along the order of dates."""
    walk, more = _walk(criteria, bound)
    found, parameters = compiled(criteria.entries, "article_id", "day", certain_of=criteria)
    sql = f"""WITH articles_searchentry AS NOT MATERIALIZED ({walk}),
        page AS (SELECT article_id, day, is_certain FROM ({found}) AS found
            ORDER BY {_walk_order(criteria)} {rows_of(criteria)})
        SELECT {PAGE_COLUMNS}"""  # noqa: S608
    return sql, [*more, *parameters]


def place(criteria: Criteria, number: int) -> Statement:
    """The day and key of a hit of the sample by its number in the order, or of the last but one; or nulls."""
    found, parameters = looked_up(criteria, criteria.sample, "article_id", "day")
    # Never the last: behind it there may be no page.
    sql = f"""WITH found AS MATERIALIZED ({found}),
        asked AS (SELECT day, article_id FROM found ORDER BY {_order(criteria)}
            LIMIT (SELECT least(1, greatest(0, count(*) - 1)) FROM found)
            OFFSET least({int(number)}, (SELECT greatest(0, count(*) - 2) FROM found)))
        SELECT (SELECT day FROM asked), (SELECT article_id FROM asked)"""  # noqa: S608
    return sql, parameters


def collected_page(criteria: Criteria, since: date | None = None) -> Statement:
    """The page, from all hits; or from those of a day and later."""
    found, parameters = _hits(criteria, since)
    behind, cursor = _behind(criteria)
    sql = f"""WITH found AS MATERIALIZED ({found}),
        page AS (SELECT article_id, day, is_certain FROM found {behind} ORDER BY {_order(criteria)} {rows_of(criteria)})
        SELECT {PAGE_COLUMNS}"""  # noqa: S608
    return sql, [*parameters, *cursor]


def _hits(criteria: Criteria, since: date | None) -> Statement:
    """The hits, of a day and later.

    The places of a phrase's words are looked into after the day: the planner may look at the places first, which costs
    ten times as much. What is left out as a phrase cannot be asked of its words.
    """
    entries = criteria.entries.filter(day__gte=since) if since else criteria.entries
    columns = ("article_id", "day")
    if not (since and criteria.query.has_phrase) or criteria.query.leaves_out or criteria.reads_texts:
        return looked_up(criteria, entries, *columns, is_certain=True)
    loose = {code: loosened(query) for code, query in criteria.query.with_pairs.items()}
    near, parameters = looked_up(
        criteria, entries, *columns, "language", "search", is_certain=True, words=loose
    )
    asked, queries = _of_its_language(criteria, "near")
    sql = f"""SELECT article_id, day, is_certain FROM (SELECT * FROM ({near}) AS every OFFSET 0) AS near
        WHERE near.search @@ {asked}"""  # noqa: S608
    return sql, [*parameters, *queries]


def ranked_page(criteria: Criteria, ranking: Ranking) -> Statement:
    """The page of the most relevant among the newest hits, those with all words in the headline before all."""
    ranked, parameters = _ranked(criteria, ranking, *_newest(criteria, ranking))
    sql = f"""WITH {ranked},
        page AS (SELECT entry.article_id, entry.day, {_certainty(criteria, "entry")} AS is_certain
            FROM ranked JOIN articles_searchentry entry USING (article_id)
            ORDER BY ranked.rank DESC, entry.day DESC, entry.article_id DESC {rows_of(criteria)})
        SELECT {PAGE_COLUMNS}"""  # noqa: S608
    return sql, [*parameters, *_certainty_parameters(criteria)]


def unranked_page(criteria: Criteria, ranking: Ranking, limit: int, since: date | None = None) -> Statement:
    """What comes after the ranked hits: the others by date, or those of a day and later."""
    worth, more = _worth(criteria, ranking, *_newest(criteria, ranking))
    found, parameters = _hits(criteria, since)
    sql = f"""WITH {worth}, found AS MATERIALIZED ({found}),
        page AS (SELECT article_id, day, is_certain FROM found
            WHERE article_id NOT IN (SELECT article_id FROM worth) ORDER BY {NEWEST}
            LIMIT {limit} OFFSET greatest(0, {criteria.offset} - (SELECT count(*) FROM worth)))
        SELECT {PAGE_COLUMNS}"""  # noqa: S608
    return sql, [*more, *parameters]


def _newest(criteria: Criteria, ranking: Ranking) -> Statement:
    """The hits by date: met along the dates as far as they are asked for, all of them, or those since a day."""
    if not ranking.walks:
        entries = criteria.entries.filter(day__gte=ranking.since) if ranking.since else criteria.entries
        found, parameters = looked_up(criteria, entries, "article_id", "day")
        # Gathered before they are put in order: the planner would walk.
        gathered = f"WITH gathered AS MATERIALIZED ({found}) SELECT article_id, day FROM gathered"  # noqa: S608
        return gathered, parameters
    walk, more = _walk(criteria, ranking.bound)
    found, parameters = compiled(criteria.entries, "article_id", "day")
    # Only within has the walk the index's name: the ranking reads the index itself.
    sql = f"""WITH articles_searchentry AS NOT MATERIALIZED ({walk})
        SELECT article_id, day FROM ({found}) AS walked ORDER BY {NEWEST}"""  # noqa: S608
    return sql, [*more, *parameters]


def _worth(criteria: Criteria, ranking: Ranking, newest: str, parameters: Sequence[Any] = ()) -> Statement:
    """The CTE `worth` (article_id) of the hits worth ranking: the newest with all words in the headline, the newest."""
    since = ranking.heads_since
    entries = criteria.entries.filter(day__gte=since) if since else criteria.entries
    heads, head_parameters = looked_up(criteria, entries, "article_id", "day", words=_headed(criteria))
    sql = f"""headed AS MATERIALIZED ({heads}),
        heads AS MATERIALIZED (SELECT article_id, day, 0 AS place FROM headed
            ORDER BY {NEWEST} LIMIT {min(MOST_HEADLINES, ranking.most)}),
        newest AS MATERIALIZED (SELECT article_id, day, 1 AS place FROM ({newest}) AS every
            ORDER BY {NEWEST} LIMIT {ranking.most}),
        worth AS MATERIALIZED (SELECT article_id FROM
            (TABLE heads UNION ALL
                SELECT * FROM newest WHERE article_id NOT IN (SELECT article_id FROM heads)) AS hits
            ORDER BY place, {NEWEST} LIMIT {ranking.most})"""  # noqa: S608
    return sql, [*head_parameters, *parameters]


def _ranked(criteria: Criteria, ranking: Ranking, newest: str, parameters: Sequence[Any] = ()) -> Statement:
    """The CTE `ranked` (article_id, rank) of the hits worth ranking."""
    worth, worth_parameters = _worth(criteria, ranking, newest, parameters)
    chosen, queries = _of_its_language(criteria, "entry")
    records = criteria.query.records
    rank, asked = f"ts_rank_cd(entry.search, {chosen}, {way_of_ranking(records)})", queries
    # Each function reads the whole entry: a second one only where it tells something.
    if records:
        rank += f" + {factor_of_records(records)} * ts_rank(entry.search, %s::tsquery)"
        asked = [*asked, records]
    sql = f"""{worth},
        ranked AS MATERIALIZED (SELECT article_id, {rank} AS rank
            FROM worth JOIN articles_searchentry entry USING (article_id))"""  # noqa: S608
    return sql, [*worth_parameters, *asked]


def _of_its_language(criteria: Criteria, entry: str) -> Statement:
    """The query for the language of an entry, the row of this name."""
    whens, queries = [], []
    for code, query in criteria.query.by_language.items():
        if query and code:
            whens.append("WHEN %s THEN %s::tsquery")
            queries += [code, query]
    other = criteria.query.by_language.get("", "") or criteria.query.tsquery
    chosen = f"CASE {entry}.language {' '.join(whens)} ELSE %s::tsquery END" if whens else "%s::tsquery"
    return chosen, [*queries, other]


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
    return "day, article_id" if oldest else NEWEST


def _order(criteria: Criteria) -> str:
    return _OLDEST if criteria.sort == "oldest" else NEWEST


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


def rows_of(criteria: Criteria) -> str:
    """The rows of the page, and one more if there is one."""
    return f"LIMIT {criteria.page_size + 1} OFFSET {criteria.offset}"


def _headed(criteria: Criteria) -> dict[str, str]:
    """The query for each language with all its words in the headline.

    That says it all, but for phrases, which a headline's words do not tell, and for what no part of the text may have.
    """
    headed = {}
    for code, words in criteria.query.with_pairs.items():
        head = criteria.query.in_headline[code]
        is_more = head and words and ("<" in words or "!" in words)
        headed[code] = f"({words}) & ({head})" if is_more else head
    return headed


def looked_up(
    criteria: Criteria,
    entries: SearchEntryQuerySet,
    *columns: str,
    is_certain: bool = False,
    words: Mapping[str, str] | None = None,
) -> Statement:
    """The entries that qualify, looked up in the index: once for each group of languages that are asked the same.

    `words` are other ones than those of the criteria, by language. The planner is not shown what is asked: for
    words that it takes for common it would read the table, and the text of each entry.
    """
    sql, parameters = compiled(entries, *columns, certain_of=criteria if is_certain else None)
    asked = criteria.query.tsquery
    if not asked or asked not in parameters:
        return sql, parameters
    parts = scopes_met_once(criteria.query.with_pairs if words is None else words)
    if not parts:
        return f"{sql} AND false", parameters
    places = ["(SELECT %s::tsquery)" if one == asked else "%s" for one in parameters]
    hidden = "".join(piece for pair in zip(sql.split("%s"), [*places, ""], strict=True) for piece in pair)
    looked_up, every = [], []
    for scope in parts:
        every += [scope.tsquery if one == asked else one for one in parameters]
        looked_up.append(hidden)
        if scope.languages:
            looked_up[-1] += f" AND language {'<> ALL' if scope.is_rest else '= ANY'} (%s)"
            every.append(list(scope.languages))
    return " UNION ALL ".join(looked_up), every


def compiled(entries: SearchEntryQuerySet, *columns: str, certain_of: Criteria | None = None) -> Statement:
    """The entries of a QuerySet as SQL that gives these columns under their own names, in no order.

    Its conditions alone are compiled: what the QuerySet selects takes longer to compile than they.
    """
    table = entries.model._meta.db_table
    selected = [f"{table}.{column}" for column in columns]
    parameters: list[Any] = []
    if certain_of:
        selected.append(f"{_certainty(certain_of, table)} AS is_certain")
        parameters += _certainty_parameters(certain_of)
    try:
        where, values = entries.query.get_compiler(connection=connection).compile(entries.query.where)
    except FullResultSet:
        where, values = "true", ()
    except EmptyResultSet:
        where, values = "false", ()
    return f"SELECT {', '.join(selected)} FROM {table} WHERE {where}", [*parameters, *values]  # noqa: S608


def _certainty(criteria: Criteria, entry: str) -> str:
    """Whether an entry, the row of this name, certainly falls into the span asked for."""
    conditions = [f"NOT {entry}.is_qualified"] if criteria.is_dated else ["true"]
    conditions += [f"coalesce({entry}.date_earliest >= %s, false)"] if criteria.date_from else []
    conditions += [f"coalesce({entry}.date_latest <= %s, false)"] if criteria.date_to else []
    return f"({' AND '.join(conditions)})"


def _certainty_parameters(criteria: Criteria) -> list[date]:
    return [day for day in (criteria.date_from, criteria.date_to) if day]
