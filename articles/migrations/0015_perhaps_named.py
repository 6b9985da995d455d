"""The index knows whom a text perhaps names: a proposal that waits for a decision, at a place that nobody else is for."""

from typing import Any

from django.db import connections, migrations, models, transaction

BATCH = 1_000

_ENTRIES = r"""
-- The entries of these articles as their records have them; drafts and withdrawn ones have none. Whom a text perhaps
-- names, ~q, is proposed at a place for which there is nobody else; ~h whom its headline names, or perhaps names.
CREATE OR REPLACE FUNCTION archive_entries(ids bigint[]) RETURNS TABLE (
    article_id bigint, language varchar, date_earliest date, date_latest date, is_qualified boolean,
    day date, facets bytea, search tsvector)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
    SELECT article.id, article.language, article.date_earliest, article.date_latest,
        coalesce(article.date ~ '[~?%]', false),
        coalesce(article.date_earliest, article.date_latest, '0001-01-01'),
        (SELECT string_agg(int4send(code), '' ORDER BY code) FROM unnest(
            ARRAY[archive_code(7, 0), archive_code(2, archive_language_value(article.language)),
                archive_code(3, article.source_id),
                CASE WHEN article.date IS NULL THEN archive_code(7, 1)
                    WHEN date_trunc('month', article.date_earliest) = date_trunc('month', article.date_latest)
                        THEN archive_code(1, (extract(year FROM article.date_earliest) * 16
                            + extract(month FROM article.date_earliest))::int)
                    WHEN date_trunc('year', article.date_earliest) = date_trunc('year', article.date_latest)
                        THEN archive_code(1, (extract(year FROM article.date_earliest) * 16)::int)
                    ELSE archive_code(7, 3) END,
                CASE WHEN translated.is_so THEN archive_code(7, 2) END,
                CASE WHEN article.date IS NOT NULL AND article.date_earliest IS DISTINCT FROM article.date_latest
                    THEN archive_code(7, 4) END]
            || agents.codes || tags.codes) AS code WHERE code IS NOT NULL),
        headline.vector
        || archive_vector(article.language, article.lede, 'B')
        || archive_vector(article.language, article.body, 'D')
        || array_to_tsvector(
            ARRAY['~e', '~l' || article.language]
            || CASE WHEN archive_config(article.language) = 'archive_simple'::regconfig THEN ARRAY['~o'] ELSE '{}' END
            || CASE WHEN article.date IS NULL THEN ARRAY['~u'] ELSE '{}' END
            || CASE WHEN translated.is_so THEN ARRAY['~x'] ELSE '{}' END
            || CASE WHEN article.source_id IS NULL THEN '{}' ELSE ARRAY['~s' || article.source_id] END
            || ARRAY(SELECT '=' || word FROM unnest(tsvector_to_array(headline.vector)) AS word)
            || agents.tokens || tags.tokens)
    FROM articles_article article
    CROSS JOIN LATERAL (SELECT archive_vector(article.language, article.headline, 'A') AS vector) AS headline
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM articles_translation link JOIN articles_article other
                ON other.id = link.translation_id WHERE link.original_id = article.id AND other.status = 'published')
            OR EXISTS (SELECT FROM articles_translation link JOIN articles_article other
                ON other.id = link.original_id WHERE link.translation_id = article.id AND other.status = 'published')
            AS is_so) AS translated
@named@    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(archive_code(6, link.tag_id)), '{}') AS codes,
            coalesce(array_agg('~t' || link.tag_id), '{}') AS tokens
        FROM articles_article_tags link WHERE link.article_id = article.id) AS tags
    WHERE article.id = ANY (ids) AND article.status = 'published'
$$;
"""

# Whom the record names, without what is proposed and with it.
_LINKED = r"""    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(archive_code(CASE named.kind WHEN 'person' THEN 4 ELSE 5 END, named.id)), '{}') AS codes,
            coalesce(array_agg('~a' || named.id), '{}')
                || coalesce(array_agg('~h' || named.id) FILTER (WHERE named.in_headline), '{}') AS tokens
        FROM (SELECT agent.id, agent.kind, bool_or(mention.field = 'headline') AS in_headline
            FROM articles_mention mention JOIN articles_agent agent ON agent.id = mention.agent_id
            WHERE mention.article_id = article.id AND mention.status = 'linked' GROUP BY agent.id) AS named) AS agents"""
_PERHAPS = r"""    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(archive_code(CASE named.kind WHEN 'person' THEN 4 ELSE 5 END, named.id))
                FILTER (WHERE named.is_linked), '{}') AS codes,
            coalesce(array_agg(CASE WHEN named.is_linked THEN '~a' ELSE '~q' END || named.id), '{}')
                || coalesce(array_agg('~h' || named.id) FILTER (WHERE named.in_headline), '{}') AS tokens
        FROM (SELECT agent.id, agent.kind, bool_or(mention.status = 'linked') AS is_linked,
                bool_or(mention.field = 'headline') AS in_headline
            FROM articles_mention mention JOIN articles_agent agent ON agent.id = mention.agent_id
            WHERE mention.article_id = article.id AND (mention.status = 'linked'
                OR mention.status = 'proposed' AND NOT EXISTS (SELECT FROM articles_mention other
                    WHERE other.article_id = article.id AND other.field = mention.field
                    AND other.start = mention.start AND other.agent_id <> mention.agent_id
                    AND other.status IN ('linked', 'proposed')))
            GROUP BY agent.id, agent.kind) AS named) AS agents"""

_CONCERNED = """
SELECT max(article_id), array_agg(DISTINCT article_id) FROM (
    SELECT article_id FROM articles_mention WHERE status = 'proposed' AND article_id > %s
    ORDER BY article_id LIMIT %s) AS batch
"""


def _derive_anew(alias: str, named: str) -> None:
    """Replace the function, and derive the entries of the texts with proposals, each batch in its own transaction."""
    with connections[alias].cursor() as cursor:
        cursor.execute(_ENTRIES.replace("@named@", f"{named}\n"))
        last = 0
        while True:
            with transaction.atomic(using=alias):
                cursor.execute(_CONCERNED, [last, BATCH])
                last, concerned = cursor.fetchone()
                if last is None:
                    return
                cursor.execute("SELECT archive_index(%s::bigint[])", [concerned])


def perhaps_named(_apps: Any, schema_editor: Any) -> None:
    """Entries with whom a text perhaps names."""
    _derive_anew(schema_editor.connection.alias, _PERHAPS)


def as_before(_apps: Any, schema_editor: Any) -> None:
    """Entries with whom it is linked to, alone."""
    _derive_anew(schema_editor.connection.alias, _LINKED)


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0014_names_in_texts")]

    operations = [
        migrations.RunPython(perhaps_named, as_before),
        migrations.AlterField(
            "mention",
            "found_by",
            models.CharField(
                choices=[
                    ("name", "full name on record"),
                    ("acronym", "acronym on record"),
                    ("surname", "surname of a person on record"),
                    ("resemblance", "spelt nearly like a name, or sounding like one"),
                    ("editor", "marked by an editor"),
                ],
                default="editor",
                max_length=12,
                verbose_name="found by",
            ),
        ),
    ]
