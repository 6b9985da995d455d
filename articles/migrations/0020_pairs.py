"""The index knows which words are neighbours, so that a phrase of common words is found as quickly as a rare word."""

from typing import Any

from django.db import connections, migrations, transaction

BATCH = 1_000

_PAIRS = r"""
-- Tokens of the neighbours in a text, whose entry has the places of its words: each with the next one that is indexed,
-- whatever is left out between them, as three signs of a digest (articles/search/pairs.py makes the same). Words
-- beyond the last place that PostgreSQL tells have no neighbours.
CREATE OR REPLACE FUNCTION archive_pairs(entry tsvector) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT
        '^' || left(encode(decode(md5(word || ' ' || following), 'hex'), 'base64'), 3)), '{}')
    FROM (SELECT lexeme AS word, place, lead(lexeme) OVER by_place AS following, lead(place) OVER by_place AS next
        FROM unnest(entry) AS words (lexeme, places, weights), unnest(places) AS place
        WINDOW by_place AS (ORDER BY place)) AS neighbours
    WHERE next > place
$$;

-- What 0015 derives is the entry without them.
ALTER FUNCTION archive_entries(bigint[]) RENAME TO archive_entries_without_pairs;

CREATE FUNCTION archive_entries(ids bigint[]) RETURNS TABLE (
    article_id bigint, language varchar, date_earliest date, date_latest date, is_qualified boolean,
    day date, facets bytea, search tsvector)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
    SELECT article_id, language, date_earliest, date_latest, is_qualified, day, facets,
        search || array_to_tsvector(archive_pairs(search))
    FROM archive_entries_without_pairs(ids)
$$;
"""

_NO_PAIRS = """
DROP FUNCTION archive_entries(bigint[]);
ALTER FUNCTION archive_entries_without_pairs(bigint[]) RENAME TO archive_entries;
DROP FUNCTION archive_pairs(tsvector);
"""

_BATCH = """
SELECT max(article_id), array_agg(article_id) FROM (
    SELECT article_id FROM articles_searchentry WHERE article_id > %s ORDER BY article_id LIMIT %s) AS batch
"""


def _derive_anew(alias: str, functions: str) -> None:
    """Replace the functions, and derive all entries, each batch in its own transaction."""
    with connections[alias].cursor() as cursor:
        with transaction.atomic(using=alias):
            cursor.execute(functions)
        last = 0
        while True:
            with transaction.atomic(using=alias):
                cursor.execute(_BATCH, [last, BATCH])
                last, concerned = cursor.fetchone()
                if last is None:
                    return
                cursor.execute("SELECT archive_index(%s::bigint[])", [concerned])


def with_pairs(_apps: Any, schema_editor: Any) -> None:
    """Entries that know which words are neighbours; begun again, it goes on from the functions as they are."""
    alias = schema_editor.connection.alias
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('archive_pairs(tsvector)') IS NOT NULL")
        (has_begun,) = cursor.fetchone()
    _derive_anew(alias, "SELECT 1" if has_begun else _PAIRS)


def as_before(_apps: Any, schema_editor: Any) -> None:
    """Entries that do not."""
    _derive_anew(schema_editor.connection.alias, _NO_PAIRS)


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0019_marks_and_habits")]

    operations = [migrations.RunPython(with_pairs, as_before)]
