"""The index knows the day, month and year of a text, and what its source says beside it: datelines, captions, authors."""

from typing import Any

from django.db import connections, migrations, transaction

BATCH = 1_000

_FUNCTIONS = r"""
-- Tokens of what a date certainly is: year, month, day, in EDTF.
CREATE OR REPLACE FUNCTION archive_date_tokens(earliest date, latest date) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT '~d' || to_char(earliest, form) FROM unnest(ARRAY['YYYY', 'YYYY-MM', 'YYYY-MM-DD']) AS form
        WHERE to_char(earliest, form) = to_char(latest, form))
$$;

-- Words of the source that belong to no text and tell of it: its author, where it was written, what a photo shows,
-- what it was filed under. Menus, letters to readers and the like tell of other texts.
CREATE OR REPLACE FUNCTION archive_beside(article bigint) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT concat_ws(E'\n', nullif(article.byline, ''), (
        SELECT string_agg(piece ->> 'exact', E'\n') FROM jsonb_array_elements(accession.set_aside) AS piece
            WHERE piece ->> 'rule' IN ('header', 'caption')), (
        SELECT string_agg(piece ->> 'exact', E'\n') FROM jsonb_array_elements(accession.evidence) AS piece
            WHERE piece ->> 'field' IN ('kicker', 'section')))
    FROM articles_article article LEFT JOIN articles_accession accession ON accession.id = article.accession_id
    WHERE article.id = archive_beside.article
$$;

CREATE OR REPLACE FUNCTION archive_entries(ids bigint[]) RETURNS TABLE (
    article_id bigint, language varchar, date_earliest date, date_latest date, is_qualified boolean,
    day date, facets bytea, search tsvector)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
    SELECT article_id, language, date_earliest, date_latest, is_qualified, day, facets,
        search || archive_vector(language, archive_beside(article_id), 'D')
        || array_to_tsvector(archive_pairs(search)
            || CASE WHEN is_qualified THEN '{}' ELSE archive_date_tokens(date_earliest, date_latest) END)
    FROM archive_entries_without_pairs(ids)
$$;

-- What was set aside may be taken back.
CREATE OR REPLACE FUNCTION archive_beside_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('archive.indexing', true), '') <> 'later' THEN
        PERFORM archive_index(ARRAY(SELECT id FROM articles_article WHERE accession_id = NEW.id));
    END IF;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER articles_accession_indexed AFTER UPDATE OF set_aside, evidence ON articles_accession
    FOR EACH ROW WHEN (OLD.set_aside IS DISTINCT FROM NEW.set_aside OR OLD.evidence IS DISTINCT FROM NEW.evidence)
    EXECUTE FUNCTION archive_beside_changed();
"""

# As 0020 has it.
_BEFORE = r"""
CREATE OR REPLACE FUNCTION archive_entries(ids bigint[]) RETURNS TABLE (
    article_id bigint, language varchar, date_earliest date, date_latest date, is_qualified boolean,
    day date, facets bytea, search tsvector)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
    SELECT article_id, language, date_earliest, date_latest, is_qualified, day, facets,
        search || array_to_tsvector(archive_pairs(search))
    FROM archive_entries_without_pairs(ids)
$$;
DROP TRIGGER IF EXISTS articles_accession_indexed ON articles_accession;
DROP FUNCTION IF EXISTS archive_beside_changed();
DROP FUNCTION IF EXISTS archive_beside(bigint);
DROP FUNCTION IF EXISTS archive_date_tokens(date, date);
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


def with_dates(_apps: Any, schema_editor: Any) -> None:
    """Entries that have them; begun again, all are derived again."""
    _derive_anew(schema_editor.connection.alias, _FUNCTIONS)


def as_before(_apps: Any, schema_editor: Any) -> None:
    """Entries that have them not."""
    _derive_anew(schema_editor.connection.alias, _BEFORE)


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0024_desk_filters")]

    operations = [migrations.RunPython(with_dates, as_before)]
