"""«Parce», «moins», «vers», «très» are no parc, moine, ver or tree: the stemmer makes the same of them."""

from typing import Any

from django.db import connections, migrations, transaction

BATCH = 1_000

_WORDS = r"""
-- Of words that are in nearly every French text, and of which the stemmer leaves what is another word, the last letter
-- is exchanged for a Cyrillic one, so that they are another lexeme, in texts and queries alike. Every place keeps its
-- offset. PostgreSQL's list of stop words has none of them.
ALTER FUNCTION archive_words(text, text) RENAME TO archive_words_of_acronyms;

CREATE FUNCTION archive_words(language text, words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF language = 'fr' THEN
        words := regexp_replace(words, '\m(moin|san|ver|tr[eèEÈ]|a?lor|m[eêEÊ]me)s\M', '\1' || U&'\0455', 'gi');
        words := regexp_replace(words, '\m(comm|fair|parc)e\M', '\1' || U&'\0435', 'gi');
    END IF;
    RETURN archive_words_of_acronyms(language, words);
END
$$;
"""
_AS_BEFORE = """
DROP FUNCTION archive_words(text, text);
ALTER FUNCTION archive_words_of_acronyms(text, text) RENAME TO archive_words;
"""
_BATCH = """
SELECT max(article_id), array_agg(article_id) FROM (
    SELECT article_id FROM articles_searchentry WHERE article_id > %s AND language = 'fr'
    ORDER BY article_id LIMIT %s) AS batch
"""


def _derive_anew(alias: str, functions: str) -> None:
    """Replace the functions, and derive the entries of French texts, each batch in its own transaction."""
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


def apart(_apps: Any, schema_editor: Any) -> None:
    """Entries that know these words apart; begun again, from the functions as they are."""
    alias = schema_editor.connection.alias
    _derive_anew(alias, "SELECT 1" if _are_apart(alias) else _WORDS)


def as_before(_apps: Any, schema_editor: Any) -> None:
    """Entries that do not; begun again likewise."""
    alias = schema_editor.connection.alias
    _derive_anew(alias, _AS_BEFORE if _are_apart(alias) else "SELECT 1")


def _are_apart(alias: str) -> bool:
    """Whether the functions are those of this migration."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('archive_words_of_acronyms(text, text)') IS NOT NULL")
        return bool(cursor.fetchone()[0])


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0035_what_institutions_are_called")]

    operations = [migrations.RunPython(apart, as_before)]
