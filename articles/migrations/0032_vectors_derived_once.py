"""The words of a text are read once for its entry, not once for the entry and again for its pairs."""

from django.db import migrations

_FUNCTION = r"""
CREATE OR REPLACE FUNCTION archive_entries(ids bigint[]) RETURNS TABLE (
    article_id bigint, language varchar, date_earliest date, date_latest date, is_qualified boolean,
    day date, facets bytea, search tsvector)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
    SELECT article_id, language, date_earliest, date_latest, is_qualified, day, facets,
        search || archive_vector(language, archive_beside(article_id), 'D')
        || array_to_tsvector(archive_pairs(search)
            || CASE WHEN is_qualified THEN '{}' ELSE archive_date_tokens(date_earliest, date_latest) END)
    FROM %s AS plain
$$;
"""
# Without OFFSET the planner puts what makes `search` in each of its two places.
_ONCE = "(SELECT * FROM archive_entries_without_pairs(ids) OFFSET 0)"


class Migration(migrations.Migration):
    dependencies = [("articles", "0031_sounds_of_more_languages")]

    operations = [
        migrations.RunSQL(_FUNCTION % _ONCE, _FUNCTION % "archive_entries_without_pairs(ids)"),
    ]
