"""The index knows which words are neighbours, so that a phrase of common words is found at once; and U.S. is a word."""

from typing import Any

from django.db import connections, migrations, transaction

BATCH = 1_000

_ACRONYMS = r"""
-- «U.S.» and its like are one word: their point becomes the mark that no lexeme keeps, as in longer acronyms. In
-- English, in capitals or with points, its second letter is exchanged for a Cyrillic one, so that it is another lexeme
-- than «us», in texts and queries alike. Every place keeps its offset.
ALTER FUNCTION archive_words(text, text) RENAME TO archive_words_of_letters;

CREATE FUNCTION archive_words(language text, words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    dropped text := CASE language WHEN 'ar' THEN U&'\064E' ELSE U&'\034F' END;
BEGIN
    IF words ~ '\m[EUeu]\.[SNKEUsnkeu]\M' THEN
        words := regexp_replace(words, '\m(?:(U)\.([SNKE])|(E)\.(U))\M(?!\.[[:alpha:]])',
            '\1\3' || dropped || '\2\4', 'gi');
    END IF;
    IF language = 'en' AND words ~ ('\mUS\M|\m[Uu]' || dropped || '[Ss]\M') THEN
        words := regexp_replace(words, '(?:\m(U)S\M|\m([Uu]' || dropped || ')[Ss]\M)(?!\$)',
            '\1\2' || U&'\0455', 'g');
    END IF;
    RETURN archive_words_of_letters(language, words);
END
$$;
"""

_PAIRS = r"""
-- Tokens of the neighbours in a text, whose entry has the places of its words: each with the next one that is indexed,
-- whatever is left out between them, as three signs of a digest (articles/search/pairs.py makes the same). Words
-- beyond the last place that PostgreSQL tells have no neighbours; an entry that would be longer than PostgreSQL allows
-- has the token ^ instead, and is found by its words.
CREATE OR REPLACE FUNCTION archive_pairs(entry tsvector) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN pg_column_size(entry) > 900000 THEN ARRAY['^'] ELSE coalesce(array_agg(DISTINCT
        '^' || left(encode(decode(md5(word || ' ' || following), 'hex'), 'base64'), 3)), '{}') END
    FROM (SELECT lexeme AS word, place, lead(lexeme) OVER by_place AS following, lead(place) OVER by_place AS next
        FROM unnest(entry) AS words (lexeme, places, weights), unnest(places) AS place
        WINDOW by_place AS (ORDER BY place, lexeme)) AS neighbours
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
_LETTERS = """
DROP FUNCTION archive_words(text, text);
ALTER FUNCTION archive_words_of_letters(text, text) RENAME TO archive_words;
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
    """Entries that know which words are neighbours, and U.S.; begun again, from the functions as they are."""
    alias = schema_editor.connection.alias
    _derive_anew(alias, "SELECT 1" if _has_pairs(alias) else _ACRONYMS + _PAIRS)


def as_before(_apps: Any, schema_editor: Any) -> None:
    """Entries that do not; begun again likewise."""
    alias = schema_editor.connection.alias
    _derive_anew(alias, _NO_PAIRS + _LETTERS if _has_pairs(alias) else "SELECT 1")


def _has_pairs(alias: str) -> bool:
    """Whether the functions are those of this migration."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('archive_pairs(tsvector)') IS NOT NULL")
        return bool(cursor.fetchone()[0])


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0019_marks_and_habits")]

    operations = [migrations.RunPython(with_pairs, as_before)]
