"""The index as a whole: made anew without closing the archive, and compared with the records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.db import close_old_connections, connection, transaction

from articles.models import Article

#: So many records are derived in one statement.
BATCH = 1_000

_COLUMNS = "article_id, language, date_earliest, date_latest, is_qualified, day, facets, search"
_TABLES = {
    "articles_searchentry": (
        "entry_search",
        "entry_day",
        "entry_open_beginning",
        "articles_searchentry_pkey",
    ),
    "articles_searchsample": ("sample_search", "sample_day", "articles_searchsample_pkey"),
}

Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Differences:
    """How many entries, sampled entries and totals differ from what the records say."""

    entries: int
    sampled: int
    totals: int

    @property
    def total(self) -> int:
        """All of them; 0 where the index is true."""
        return self.entries + self.sampled + self.totals


def check_index(progress: Progress = lambda _done: None) -> Differences:
    """Derive every entry again and compare; nothing is changed, and all is read as it was at one moment.

    Within a transaction that has begun already, as that one sees it.
    """
    nested = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if not nested:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        entries = sampled = 0
        for keys in _batches():
            cursor.execute(_DIFFERING, {"ids": keys})
            (differing, differing_sampled) = cursor.fetchone()
            entries, sampled = entries + differing, sampled + differing_sampled
            progress(len(keys))
        cursor.execute(_ORPHANED)
        (orphaned, orphaned_sampled) = cursor.fetchone()
        cursor.execute(_DIFFERING_TOTALS)
        (totals,) = cursor.fetchone()
    return Differences(entries + orphaned, sampled + orphaned_sampled, totals)


_DIFFERING = f"""
WITH derived AS MATERIALIZED (SELECT {_COLUMNS} FROM archive_entries(%(ids)s)),
    kept AS MATERIALIZED (SELECT {_COLUMNS} FROM articles_searchentry WHERE article_id = ANY (%(ids)s)),
    sampled AS MATERIALIZED (SELECT {_COLUMNS} FROM articles_searchsample WHERE article_id = ANY (%(ids)s))
SELECT (SELECT count(DISTINCT article_id) FROM ((TABLE derived EXCEPT TABLE kept) UNION ALL
        (TABLE kept EXCEPT TABLE derived)) AS differing),
    (SELECT count(DISTINCT article_id) FROM (
        (SELECT * FROM derived WHERE archive_is_sampled(article_id) EXCEPT TABLE sampled) UNION ALL
        (TABLE sampled EXCEPT SELECT * FROM derived WHERE archive_is_sampled(article_id))) AS differing)
"""  # noqa: S608
_ORPHANED = """
SELECT (SELECT count(*) FROM articles_searchentry entry
        WHERE NOT EXISTS (SELECT FROM articles_article article WHERE article.id = entry.article_id)),
    (SELECT count(*) FROM articles_searchsample entry
        WHERE NOT EXISTS (SELECT FROM articles_article article WHERE article.id = entry.article_id))
"""
_DIFFERING_TOTALS = """
SELECT count(*) FROM
    (SELECT code, sum(count) AS total FROM articles_facetcount WHERE code <> archive_code(7, 5)
        GROUP BY code HAVING sum(count) <> 0) AS kept
    FULL JOIN (SELECT code, count(*) AS total FROM articles_searchentry, archive_codes(facets) AS code GROUP BY code)
        AS counted USING (code)
WHERE kept.total IS DISTINCT FROM counted.total
"""


def rebuild_index(progress: Progress = lambda _done: None, *, threads: int = 2) -> int:
    """Make the index anew beside the old one and put it in its place; how many records were derived.

    Readers use the old one until then. What writers change meanwhile is derived again at the end, while they wait
    a moment: their entries in the old index are newer than the beginning of the work.
    """
    with connection.cursor() as cursor:
        since = _begin()
        cursor.execute("SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM articles_article")
        (keys,) = cursor.fetchone()
        _fill([keys[place : place + BATCH] for place in range(0, len(keys), BATCH)], progress, threads)
        for statement in _INDEXES:
            cursor.execute(statement)
        with transaction.atomic():
            _swap(since)
        for table in _TABLES:
            cursor.execute(f"ANALYZE {table}")
    return len(keys)


def _begin() -> int:
    """Make the empty tables, once no writer is at work; the transaction from which on changes are looked for."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE articles_searchentry IN SHARE ROW EXCLUSIVE MODE")
        for table in _TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table}_new")
            cursor.execute(f"CREATE TABLE {table}_new (LIKE {table} INCLUDING STORAGE INCLUDING DEFAULTS)")
            cursor.execute(f"ALTER TABLE {table}_new SET (toast_tuple_target = 128)")
        # Whoever is at work now has a number no lower, also if it has yet to come to the index.
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        (since,) = cursor.fetchone()
    return int(since)


def _fill(batches: list[list[int]], progress: Progress, threads: int) -> None:
    """Derive the entries, on several connections at once."""

    def fill(keys: list[int]) -> int:
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, [keys])
        return len(keys)

    if threads <= 1 or connection.in_atomic_block:
        for keys in batches:
            progress(fill(keys))
        return
    with ThreadPoolExecutor(threads) as pool:
        try:
            for done in pool.map(fill, batches):
                progress(done)
        finally:
            for _each in range(threads):
                pool.submit(close_old_connections)


_INSERT = f"INSERT INTO articles_searchentry_new ({_COLUMNS}) SELECT {_COLUMNS} FROM archive_entries(%s)"  # noqa: S608
_INDEXES = (
    f"INSERT INTO articles_searchsample_new ({_COLUMNS}) SELECT {_COLUMNS} FROM articles_searchentry_new"  # noqa: S608
    " WHERE archive_is_sampled(article_id)",
    "ALTER TABLE articles_searchentry_new ADD CONSTRAINT articles_searchentry_pkey_new PRIMARY KEY (article_id)",
    "CREATE INDEX entry_day_new ON articles_searchentry_new (day, article_id)",
    "CREATE INDEX entry_open_beginning_new ON articles_searchentry_new (day)"
    " WHERE date_earliest IS NULL AND date_latest IS NOT NULL",
    "CREATE INDEX entry_search_new ON articles_searchentry_new USING gin (search) WITH (fastupdate = off)",
    "CREATE INDEX sample_day_new ON articles_searchsample_new (day)",
    "ALTER TABLE articles_searchsample_new ADD CONSTRAINT articles_searchsample_pkey_new PRIMARY KEY (article_id)",
    "CREATE INDEX sample_search_new ON articles_searchsample_new USING gin (search) WITH (fastupdate = off)",
)


def _swap(since: int) -> None:
    """Put the new tables in the place of the old ones, with what changed meanwhile, and count them anew."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE articles_article, articles_searchentry IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(_CHANGED, {"since": since})
        (changed,) = cursor.fetchone()
        for table in _TABLES:
            cursor.execute(f"DROP TABLE {table}")
            cursor.execute(f"ALTER TABLE {table}_new RENAME TO {table}")
        for names in _TABLES.values():
            for name in names:
                cursor.execute(f"ALTER INDEX {name}_new RENAME TO {name}")
        cursor.execute(_RECOUNT)
        cursor.execute("SELECT archive_index(%s::bigint[])", [changed])


# A row's xmin is its writer's transaction; its age tells which of two came later, also where the count begins anew.
_CHANGED = """
SELECT coalesce(array_agg(article_id), '{}') FROM (
    SELECT article_id FROM articles_searchentry WHERE age(xmin) <= age((%(since)s %% 4294967296)::text::xid)
    UNION SELECT article_id FROM articles_searchentry_new fresh
        WHERE NOT EXISTS (SELECT FROM articles_searchentry old WHERE old.article_id = fresh.article_id)
    UNION SELECT article_id FROM articles_searchentry old
        WHERE NOT EXISTS (SELECT FROM articles_searchentry_new fresh WHERE fresh.article_id = old.article_id)
) AS changed
"""
_RECOUNT = """
WITH version AS (SELECT sum(count) AS total FROM articles_facetcount WHERE code = archive_code(7, 5)),
    gone AS (DELETE FROM articles_facetcount)
INSERT INTO articles_facetcount (code, count)
    SELECT code, count(*) FROM articles_searchentry, archive_codes(facets) AS code GROUP BY code
    UNION ALL SELECT archive_code(7, 5), coalesce(total, 0) + 1 FROM version
"""


def _batches() -> Iterator[list[int]]:
    """The keys of all records, in batches."""
    batch: list[int] = []
    for key in Article.objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=BATCH):
        batch.append(key)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
