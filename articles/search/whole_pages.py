"""The pages of the whole archive as SQL: told by the index of days alone, whatever their number."""

from __future__ import annotations

from datetime import date
from typing import Any

from articles.facet_codes import LARGEST, FacetCounts, FacetKind, Flag, facet_code
from articles.models.kinds_of_dates import SPANS
from articles.models.search_entry import UNDATED, SearchEntry
from articles.search.criteria import Criteria
from articles.search.statements import NEWEST, PAGE_COLUMNS, Statement, compiled

#: So many may come or go while a page is asked by totals that were read before.
_CHANGED_MEANWHILE = 1_000


def numbered_page(criteria: Criteria, counts: FacetCounts) -> Statement:
    """The page of the whole archive by its number, told by the index of days alone: from whichever end is nearer, or
    from the beginning of a year, before which the totals know how many there are.

    `counts` are these totals, about: how many exactly at the same moment is asked within.
    """
    columns = "SELECT article_id, day, true AS is_certain FROM articles_searchentry"
    most, offset = criteria.page_size + 1, criteria.offset
    boundary, passed = _boundary(criteria, counts)
    known, known_parameters = _passed(boundary, is_newest=criteria.sort != "oldest")
    if criteria.sort == "oldest":
        # The dated before the undated of the page are those of the totals, at the same moment.
        sql = f"""WITH dated AS ({columns} WHERE day > %s AND day >= %s ORDER BY day, article_id
                LIMIT {most} OFFSET greatest(0, {offset} - {known})),
            undated AS ({columns} WHERE day = %s ORDER BY article_id
                LIMIT {most} - (SELECT count(*) FROM dated) OFFSET greatest(0, {offset}
                    - (SELECT coalesce(sum(CASE code WHEN %s THEN count ELSE -count END), 0)
                        FROM articles_facetcount WHERE code IN (%s, %s)))),
            page AS (TABLE dated UNION ALL TABLE undated) SELECT {PAGE_COLUMNS}"""  # noqa: S608
        every, undated = facet_code(FacetKind.FLAG, Flag.ENTRY), facet_code(FacetKind.FLAG, Flag.UNDATED)
        return sql, [UNDATED, boundary or UNDATED, *known_parameters, UNDATED, every, every, undated]
    if counts.of_flag(Flag.ENTRY) - offset < offset - passed:
        left = f"(SELECT coalesce(sum(count), 0) - {offset} FROM articles_facetcount WHERE code = %s)"  # noqa: S608
        rows = f"""SELECT * FROM ({columns} ORDER BY day, article_id LIMIT greatest(0, least({most}, {left}))
            OFFSET greatest(0, {left} - {most})) AS last ORDER BY {NEWEST}"""  # noqa: S608
        parameters: list[Any] = [facet_code(FacetKind.FLAG, Flag.ENTRY)] * 2
    else:
        before = "WHERE day < %s" if boundary else ""
        rows = f"{columns} {before} ORDER BY {NEWEST} LIMIT {most} OFFSET greatest(0, {offset} - {known})"
        parameters = [*([boundary] if boundary else []), *known_parameters]
    return f"WITH page AS ({rows}) SELECT {PAGE_COLUMNS}", parameters


def _boundary(criteria: Criteria, counts: FacetCounts) -> tuple[date | None, int]:
    """The first of January that is passed surely, but as late as may be, before the page begins; about how many that
    leaves behind. None where it is none, or nobody knows."""
    is_newest = criteria.sort != "oldest"
    # In which year those lie that span several is told by their own index: here each may be in any.
    boundary, passed = None, 0
    sure = counts.of_flag(Flag.SPAN) + _CHANGED_MEANWHILE
    for year, count in sorted(counts.by_year.items(), reverse=is_newest):
        passed += count
        if passed + sure > criteria.offset:
            return boundary, passed - count
        boundary = date(year, 1, 1) if is_newest else date(min(year + 1, date.max.year), 1, 1)
    return boundary, passed


def _passed(boundary: date | None, *, is_newest: bool) -> Statement:
    """How many dated entries lie beyond a boundary: those of one year by the totals, the others by their days."""
    if boundary is None:
        return "0", []
    codes = [facet_code(FacetKind.MONTH, boundary.year * 16), facet_code(FacetKind.MONTH, LARGEST)]
    if not is_newest:
        codes = [facet_code(FacetKind.MONTH, 0), codes[0] - 1]
    spans = SearchEntry.objects.filter(SPANS, **{"day__gte" if is_newest else "day__lt": boundary})
    sql, parameters = compiled(spans, "article_id")
    return (
        f"""((SELECT coalesce(sum(count), 0) FROM articles_facetcount WHERE code BETWEEN %s AND %s)
            + (SELECT count(*) FROM ({sql}) AS spans))""",  # noqa: S608
        [*codes, *parameters],
    )


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
