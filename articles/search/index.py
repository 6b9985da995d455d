"""The index as a whole: made anew without closing the archive, and compared with the records."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError, OperationalError, connection, connections, transaction
from django.utils.translation import gettext as _
from psycopg.errors import DeadlockDetected, LockNotAvailable

from articles.models import Article

#: So many records are derived in one statement.
BATCH = 1_000
#: So long all others may have to wait behind the exchange of the tables, so often it is tried, so many seconds apart.
LONGEST_WAIT = "2s"
TRIES = 60
PAUSE = 3.0

_COLUMNS = "article_id, language, date_earliest, date_latest, is_qualified, day, facets, search"
_TABLES = ("articles_searchentry", "articles_searchsample")

Progress = Callable[[int], object]


class RebuildUnderWayError(RuntimeError):
    """The index is being made anew by someone else."""


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

    Readers use the old one until then. What writers change meanwhile is derived again, the last of it while all wait
    a moment. Raises RebuildUnderWayError where another rebuild is at work, OperationalError where the archive is
    never still enough for the exchange; the old index stays then.
    """
    with _alone(), connection.cursor() as cursor:
        since = _now()
        _make_tables()
        cursor.execute("SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM articles_article")
        (keys,) = cursor.fetchone()
        _fill([keys[place : place + BATCH] for place in range(0, len(keys), BATCH)], progress, threads)
        cursor.execute(_SAMPLE)
        _make_indexes()
        cursor.execute(_COUNT)
        _exchange(since)
        for table in _TABLES:
            cursor.execute(f"ANALYZE {table}")
    return len(keys)


@contextmanager
def _alone() -> Iterator[None]:
    """No other rebuild meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext('archive_rebuild'))")
        if cursor.fetchone() != (True,):
            raise RebuildUnderWayError(_("The index is being made anew already."))
        try:
            yield
        finally:
            # Where the connection is broken, the lock is gone with it.
            with suppress(DatabaseError):
                cursor.execute("SELECT pg_advisory_unlock(hashtext('archive_rebuild'))")


@dataclass(frozen=True, slots=True)
class _Moment:
    """What is committed later is of a transaction of this number or a higher one, begun at this time or later."""

    transaction: int
    time: datetime


def _now() -> _Moment:
    with connection.cursor() as cursor:
        cursor.execute(_NOW)
        return _Moment(*cursor.fetchone())


# A record's time is taken a little before its transaction has a number.
_NOW = """
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
    least(min(xact_start), clock_timestamp()) - interval '10 seconds'
FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL
"""


def _make_tables() -> None:
    """The empty tables, which may be read and written by whom the old ones may."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in _TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table}_new")
            cursor.execute(f"CREATE TABLE {table}_new (LIKE {table} INCLUDING STORAGE INCLUDING DEFAULTS)")
            cursor.execute(f"ALTER TABLE {table}_new SET (toast_tuple_target = 128)")
            cursor.execute(_GRANTS, {"table": table})
            for (grant,) in cursor.fetchall():
                cursor.execute(grant)
        cursor.execute("DROP TABLE IF EXISTS pg_temp.new_totals")
        cursor.execute("CREATE TEMPORARY TABLE new_totals (code int, count bigint)")


_GRANTS = """
SELECT format('GRANT %%s ON %%I TO %%s%%s', privilege_type, %(table)s || '_new',
    CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
    CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
FROM pg_class, aclexplode(relacl) WHERE oid = %(table)s::regclass AND grantee <> relowner
"""


def _fill(batches: list[list[int]], progress: Progress, threads: int) -> None:
    """Derive the entries, on several connections at once."""

    def fill(keys: list[int]) -> int:
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, [keys])
        return len(keys)

    def fill_aside(keys: list[int]) -> int:
        try:
            return fill(keys)
        finally:
            # This thread's; a new one takes nothing beside a batch.
            connections.close_all()

    if threads <= 1 or connection.in_atomic_block:
        for keys in batches:
            progress(fill(keys))
        return
    with ThreadPoolExecutor(threads) as pool:
        for done in pool.map(fill_aside, batches):
            progress(done)


_INSERT = f"INSERT INTO articles_searchentry_new ({_COLUMNS}) SELECT {_COLUMNS} FROM archive_entries(%s)"  # noqa: S608
_SAMPLE = f"""
INSERT INTO articles_searchsample_new ({_COLUMNS}) SELECT {_COLUMNS} FROM articles_searchentry_new
WHERE archive_is_sampled(article_id)
"""  # noqa: S608
_COUNT = """
INSERT INTO new_totals SELECT code, count(*) FROM articles_searchentry_new, archive_codes(facets) AS code GROUP BY code
"""


def _make_indexes() -> None:
    """Those that the old tables have, with `_new` behind their names; and what the planner knows of the tables."""
    with connection.cursor() as cursor:
        for table in _TABLES:
            cursor.execute(_DEFINITIONS, {"table": table})
            for _name, new, is_primary, is_unique, method in cursor.fetchall():
                unique = "UNIQUE " if is_unique else ""
                cursor.execute(f"CREATE {unique}INDEX {new} ON {table}_new USING {method}")
                if is_primary:
                    cursor.execute(f"ALTER TABLE {table}_new ADD PRIMARY KEY USING INDEX {new}")
            # What changed is looked for while all wait.
            cursor.execute(f"ANALYZE {table}_new")


# Of each index its name, that of the new one, and its definition from the method on.
_DEFINITIONS = """
SELECT quote_ident(relname), quote_ident(left(relname, 59) || '_new'), indisprimary, indisunique,
    substring(pg_get_indexdef(indexrelid) FROM ' USING (.*)')
FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = %(table)s::regclass AND indisvalid
ORDER BY relname
"""


def _exchange(since: _Moment) -> None:
    """Put the new tables in the place of the old ones, as soon as everyone lets go of these for a moment."""
    for last in (*[False] * (TRIES - 1), True):
        until = _now()
        with transaction.atomic():
            _derive_changed(since)
        since = until
        try:
            with transaction.atomic():
                _swap(since)
        except OperationalError as error:
            if last or not isinstance(error.__cause__, (LockNotAvailable, DeadlockDetected)):
                raise
            time.sleep(PAUSE)
        else:
            return


def _swap(since: _Moment) -> None:
    """Exchange the tables, with what changed since, and the totals; all others wait, so nothing slow is in it.

    No row of a record is locked: its holder may be waiting for the index.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LONGEST_WAIT])
        # First, and while no one else waits: who folds totals holds this until the end of a transaction.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('archive_fold_counts'))")
        cursor.execute(f"LOCK TABLE {', '.join(_TABLES)} IN ACCESS EXCLUSIVE MODE")
        _derive_changed(since)
        for table in _TABLES:
            cursor.execute(_DEFINITIONS, {"table": table})
            names = [(name, new) for name, new, *_definition in cursor.fetchall()]
            cursor.execute(f"DROP TABLE {table}")
            cursor.execute(f"ALTER TABLE {table}_new RENAME TO {table}")
            for name, new in names:
                cursor.execute(f"ALTER INDEX {new} RENAME TO {name}")
        cursor.execute(_RECOUNT)
        cursor.execute("DROP TABLE new_totals")


def _derive_changed(since: _Moment) -> None:
    """Derive again, in the new tables, what was changed since."""
    with connection.cursor() as cursor:
        cursor.execute(_CHANGED, {"transaction": since.transaction, "time": since.time})
        (changed,) = cursor.fetchone()
        for statement in _DERIVE_AGAIN:
            cursor.execute(statement, {"ids": changed})


# A row's xmin is its writer's transaction; its age tells which of two came later, also where the count begins anew.
# An entry that was false and became true by a change of its record was not written: the record tells of that. One that
# the old index does not have is of a record that was withdrawn, or the old index lacked it, as after a bulk load.
_CHANGED = """
SELECT coalesce(array_agg(article_id), '{}') FROM (
    SELECT article_id FROM articles_searchentry WHERE age(xmin) <= age((%(transaction)s %% 4294967296)::text::xid)
    UNION SELECT article_id FROM articles_searchentry_new fresh
        WHERE NOT EXISTS (SELECT FROM articles_searchentry old WHERE old.article_id = fresh.article_id)
        AND NOT EXISTS (SELECT FROM articles_article article
            WHERE article.id = fresh.article_id AND article.status = 'published')
    UNION SELECT article_id FROM articles_searchentry old
        WHERE NOT EXISTS (SELECT FROM articles_searchentry_new fresh WHERE fresh.article_id = old.article_id)
    UNION SELECT id FROM articles_article WHERE modified >= %(time)s
) AS changed
"""
_DERIVE_AGAIN = (
    "WITH gone AS (DELETE FROM articles_searchentry_new WHERE article_id = ANY (%(ids)s) RETURNING facets)"
    " INSERT INTO new_totals SELECT code, -count(*) FROM gone, archive_codes(facets) AS code GROUP BY code",
    "DELETE FROM articles_searchsample_new WHERE article_id = ANY (%(ids)s)",
    f"WITH derived AS (INSERT INTO articles_searchentry_new ({_COLUMNS})"  # noqa: S608
    f" SELECT {_COLUMNS} FROM archive_entries(%(ids)s) RETURNING facets)"
    " INSERT INTO new_totals SELECT code, count(*) FROM derived, archive_codes(facets) AS code GROUP BY code",
    f"INSERT INTO articles_searchsample_new ({_COLUMNS}) SELECT {_COLUMNS} FROM articles_searchentry_new"  # noqa: S608
    " WHERE article_id = ANY (%(ids)s) AND archive_is_sampled(article_id)",
)
_RECOUNT = """
WITH version AS (SELECT sum(count) AS total FROM articles_facetcount WHERE code = archive_code(7, 5)),
    gone AS (DELETE FROM articles_facetcount)
INSERT INTO articles_facetcount (code, count)
    SELECT code, sum(count) FROM new_totals GROUP BY code HAVING sum(count) <> 0
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
