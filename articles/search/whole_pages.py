"""The pages of the whole archive as SQL: told by the index of days alone, whatever their number."""

from __future__ import annotations

from articles.facet_codes import FacetKind, Flag, facet_code
from articles.models.search_entry import UNDATED
from articles.search.criteria import Criteria
from articles.search.statements import NEWEST, PAGE_COLUMNS, Statement, rows_of


def numbered_page(criteria: Criteria, total: int) -> Statement:
    """The page of the whole archive by its number, told by the index of days alone from whichever end is nearer.

    `total` is how many there are, about: how many exactly at the same moment is asked within.
    """
    columns = "SELECT article_id, day, true AS is_certain FROM articles_searchentry"
    if criteria.sort != "oldest":
        rows, parameters = f"{columns} ORDER BY {NEWEST} {rows_of(criteria)}", []
        if criteria.offset > total // 2:
            left = f"(SELECT coalesce(sum(count), 0) - {criteria.offset} FROM articles_facetcount WHERE code = %s)"  # noqa: S608
            rows = f"""SELECT * FROM ({columns} ORDER BY day, article_id
                LIMIT greatest(0, least({criteria.page_size + 1}, {left}))
                OFFSET greatest(0, {left} - {criteria.page_size + 1})) AS last ORDER BY {NEWEST}"""  # noqa: S608
            parameters = [facet_code(FacetKind.FLAG, Flag.ENTRY)] * 2
        return f"WITH page AS ({rows}) SELECT {PAGE_COLUMNS}", parameters
    # The dated before the page are those of the totals, at the same moment.
    sql = f"""WITH dated AS ({columns} WHERE day > %s ORDER BY day, article_id {rows_of(criteria)}),
        undated AS ({columns} WHERE day = %s ORDER BY article_id
            LIMIT {criteria.page_size + 1} - (SELECT count(*) FROM dated) OFFSET greatest(0, {criteria.offset}
                - (SELECT coalesce(sum(CASE code WHEN %s THEN count ELSE -count END), 0)
                    FROM articles_facetcount WHERE code IN (%s, %s)))),
        page AS (TABLE dated UNION ALL TABLE undated) SELECT {PAGE_COLUMNS}"""  # noqa: S608
    every, undated = facet_code(FacetKind.FLAG, Flag.ENTRY), facet_code(FacetKind.FLAG, Flag.UNDATED)
    return sql, [UNDATED, UNDATED, every, every, undated]


def followed_page(criteria: Criteria) -> Statement:
    """The page of the whole archive that goes on behind the cursor."""
    columns = "SELECT article_id, day, true AS is_certain FROM articles_searchentry"
    most = criteria.page_size + 1
    day, article = (criteria.cursor.day, criteria.cursor.article) if criteria.cursor else (UNDATED, 0)
    if criteria.sort != "oldest":
        page = f"{columns} WHERE (day, article_id) < (%s, %s) ORDER BY {NEWEST} LIMIT {most}"
        return f"WITH page AS ({page}) SELECT {PAGE_COLUMNS}", [day, article]
    undated = f"{columns} WHERE day = %s AND article_id > %s ORDER BY article_id"
    if day == UNDATED:
        page = f"{undated} LIMIT {most}"
        return f"WITH page AS ({page}) SELECT {PAGE_COLUMNS}", [UNDATED, article]
    sql = f"""WITH dated AS ({columns} WHERE (day, article_id) > (%s, %s) ORDER BY day, article_id LIMIT {most}),
        undated AS ({undated} LIMIT {most} - (SELECT count(*) FROM dated)),
        page AS (TABLE dated UNION ALL TABLE undated) SELECT {PAGE_COLUMNS}"""  # noqa: S608
    return sql, [day, article, UNDATED, 0]
