"""The index for large archives: packed facets, a sample, totals; triggers keep them and the archive's version true."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

# The codes are those of articles/facet_codes.py.
FUNCTIONS = r"""
CREATE FUNCTION archive_code(kind int, value bigint) RETURNS int
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT (kind::bigint << 27 | value)::int $$;

-- A language code of at most five letters as a number: five bits a letter.
CREATE FUNCTION archive_language_value(language text) RETURNS int
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(sum(strpos('abcdefghijklmnopqrstuvwxyz-', substr(language, place, 1))
        << (5 * (least(length(language), 5) - place))), 0)::int
    FROM generate_series(1, least(length(language), 5)) AS place
$$;

CREATE FUNCTION archive_codes(packed bytea) RETURNS SETOF int
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ('x' || encode(substring(packed FROM place * 4 + 1 FOR 4), 'hex'))::bit(32)::int
    FROM generate_series(0, length(packed) / 4 - 1) AS place
$$;

-- One entry in 32, whatever the order in which records came: the highest five of 32 scattered bits.
CREATE FUNCTION archive_is_sampled(article bigint) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT (((article % 2147483648) * 2654435761) % 4294967296) >> 27 = 0
$$;

-- The entries of these articles as their records have them; drafts and withdrawn ones have none.
CREATE FUNCTION archive_entries(ids bigint[]) RETURNS TABLE (
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
    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(archive_code(CASE named.kind WHEN 'person' THEN 4 ELSE 5 END, named.id)), '{}') AS codes,
            coalesce(array_agg('~a' || named.id), '{}')
                || coalesce(array_agg('~h' || named.id) FILTER (WHERE named.in_headline), '{}') AS tokens
        FROM (SELECT agent.id, agent.kind, bool_or(mention.field = 'headline') AS in_headline
            FROM articles_mention mention JOIN articles_agent agent ON agent.id = mention.agent_id
            WHERE mention.article_id = article.id AND mention.status = 'linked' GROUP BY agent.id) AS named) AS agents
    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(archive_code(6, link.tag_id)), '{}') AS codes,
            coalesce(array_agg('~t' || link.tag_id), '{}') AS tokens
        FROM articles_article_tags link WHERE link.article_id = article.id) AS tags
    WHERE article.id = ANY (ids) AND article.status = 'published'
$$;

-- Many small changes of a total become one; another transaction that is at it already is not waited for.
CREATE FUNCTION archive_fold_counts(rows_of_a_code int) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('archive_fold_counts')) THEN
        RETURN;
    END IF;
    WITH many AS (SELECT code FROM articles_facetcount GROUP BY code HAVING count(*) >= rows_of_a_code),
        gone AS (DELETE FROM articles_facetcount WHERE code IN (SELECT code FROM many) RETURNING code, count)
    INSERT INTO articles_facetcount (code, count) SELECT code, sum(count) FROM gone GROUP BY code;
END
$$;

-- Brings the entries of these articles, their sample and the totals to what their records have now.
--
-- Two transactions that derive the same entry do so one after the other; the next statement of the second one sees
-- what the first one committed. An article's own changes wait for its row. Its translations' changes concern its
-- entry too, but never wait for its row, which may be held by one who waits for theirs: for these there is a lock of
-- the entry, taken after all rows, in one order, by everyone who derives the entry of a text with translations.
CREATE OR REPLACE FUNCTION archive_index(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    concerned bigint[];
BEGIN
    PERFORM 1 FROM articles_article WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    -- Where a record appears or vanishes, the entries of its translations tell of it too.
    WITH flipped AS (
        SELECT given.id FROM unnest(ids) AS given (id)
        WHERE EXISTS (SELECT FROM articles_searchentry entry WHERE entry.article_id = given.id)
            <> EXISTS (SELECT FROM articles_article article WHERE article.id = given.id AND article.status = 'published'))
    SELECT array_agg(DISTINCT id) INTO concerned FROM (
        SELECT unnest(ids) AS id
        UNION ALL SELECT link.translation_id FROM flipped JOIN articles_translation link ON link.original_id = flipped.id
        UNION ALL SELECT link.original_id FROM flipped JOIN articles_translation link ON link.translation_id = flipped.id) AS every;
    -- Entries share 2048 locks: however many a statement concerns, the database has room for them.
    PERFORM pg_advisory_xact_lock(hashtext('archive_entry'), place) FROM (
        SELECT DISTINCT (each.id % 2048)::int AS place FROM unnest(concerned) AS each (id)
        WHERE EXISTS (SELECT FROM articles_translation link WHERE link.original_id = each.id)
            OR EXISTS (SELECT FROM articles_translation link WHERE link.translation_id = each.id)
        ORDER BY place) AS places;
    WITH derived AS MATERIALIZED (SELECT * FROM archive_entries(concerned)),
        gone AS (DELETE FROM articles_searchentry entry
            WHERE entry.article_id = ANY (concerned)
            AND NOT EXISTS (SELECT FROM derived WHERE derived.article_id = entry.article_id)),
        gone_sampled AS (DELETE FROM articles_searchsample entry
            WHERE entry.article_id = ANY (concerned)
            AND NOT EXISTS (SELECT FROM derived WHERE derived.article_id = entry.article_id)),
        written AS (INSERT INTO articles_searchentry AS entry
            (article_id, language, date_earliest, date_latest, is_qualified, day, facets, search)
            SELECT * FROM derived ORDER BY article_id
            ON CONFLICT (article_id) DO UPDATE SET language = EXCLUDED.language,
                date_earliest = EXCLUDED.date_earliest, date_latest = EXCLUDED.date_latest,
                is_qualified = EXCLUDED.is_qualified, day = EXCLUDED.day, facets = EXCLUDED.facets,
                search = EXCLUDED.search
            WHERE (entry.*) IS DISTINCT FROM (EXCLUDED.*)),
        sampled AS (INSERT INTO articles_searchsample AS entry
            (article_id, language, date_earliest, date_latest, is_qualified, day, facets, search)
            SELECT * FROM derived WHERE archive_is_sampled(article_id) ORDER BY article_id
            ON CONFLICT (article_id) DO UPDATE SET language = EXCLUDED.language,
                date_earliest = EXCLUDED.date_earliest, date_latest = EXCLUDED.date_latest,
                is_qualified = EXCLUDED.is_qualified, day = EXCLUDED.day, facets = EXCLUDED.facets,
                search = EXCLUDED.search
            WHERE (entry.*) IS DISTINCT FROM (EXCLUDED.*))
    INSERT INTO articles_facetcount (code, count)
    SELECT code, sum(change) FROM (
        SELECT archive_codes(facets) AS code, -1 AS change FROM articles_searchentry WHERE article_id = ANY (concerned)
        UNION ALL SELECT archive_codes(facets), 1 FROM derived
        UNION ALL SELECT archive_code(7, 5), 1) AS changes
    GROUP BY code HAVING sum(change) <> 0;
    IF random() < 0.005 THEN
        PERFORM archive_fold_counts(50);
    END IF;
END
$$;

-- The archive has a new version where something changed that a page shows but no entry holds.
CREATE FUNCTION archive_touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO articles_facetcount (code, count) VALUES (archive_code(7, 5), 1);
    IF random() < 0.005 THEN
        PERFORM archive_fold_counts(50);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION archive_kind_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM archive_index(ARRAY(SELECT DISTINCT article_id FROM articles_mention WHERE agent_id = NEW.id));
    RETURN NULL;
END
$$;

CREATE FUNCTION archive_translation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('archive.indexing', true), '') <> 'later' THEN
        PERFORM archive_index(ARRAY(SELECT original_id FROM changed UNION SELECT translation_id FROM changed));
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER articles_agent_kind_indexed AFTER UPDATE OF kind ON articles_agent FOR EACH ROW
    WHEN (OLD.kind IS DISTINCT FROM NEW.kind) EXECUTE FUNCTION archive_kind_changed();

-- The narrow columns stay together, the search vectors lie apart, uncompressed: counting reads the former alone.
ALTER TABLE articles_searchentry SET (toast_tuple_target = 128);
ALTER TABLE articles_searchentry ALTER search SET STORAGE EXTERNAL, ALTER facets SET STORAGE MAIN;
ALTER TABLE articles_searchsample SET (toast_tuple_target = 128);
ALTER TABLE articles_searchsample ALTER search SET STORAGE EXTERNAL, ALTER facets SET STORAGE MAIN;
"""

_ANY_CHANGE = "INSERT OR UPDATE OR DELETE"
TOUCHED = {
    "agent": _ANY_CHANGE,
    "agentname": _ANY_CHANGE,
    "office": _ANY_CHANGE,
    "resemblance": _ANY_CHANGE,
    "source": _ANY_CHANGE,
    "tag": _ANY_CHANGE,
    # A new one comes with its article.
    "accession": "UPDATE",
    "accessionbatch": "UPDATE OF label",
}


def _triggers() -> str:
    statements = []
    for table, change in TOUCHED.items():
        statements.append(
            f"CREATE TRIGGER articles_{table}_touched AFTER {change} ON articles_{table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION archive_touched();"
        )
    for event, row in (("insert", "new"), ("update", "new"), ("delete", "old"), ("move", "old")):
        operation = "update" if event == "move" else event
        statements.append(
            f"CREATE TRIGGER articles_translation_{event}_indexed AFTER {operation} ON articles_translation "
            f"REFERENCING {row} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION archive_translation_changed();"
        )
    return "\n".join(statements)


FILL = """
INSERT INTO articles_searchentry (article_id, language, date_earliest, date_latest, is_qualified, day, facets, search)
    SELECT * FROM archive_entries(ARRAY(SELECT id FROM articles_article));
INSERT INTO articles_searchsample SELECT * FROM articles_searchentry WHERE archive_is_sampled(article_id);
INSERT INTO articles_facetcount (code, count)
    SELECT code, count(*) FROM articles_searchentry, archive_codes(facets) AS code GROUP BY code;
INSERT INTO articles_facetcount (code, count) VALUES (archive_code(7, 5), 1);
"""

ROW = [
    ("article_id", models.BigIntegerField(primary_key=True, serialize=False)),
    ("language", models.CharField(max_length=8)),
    ("date_earliest", models.DateField(null=True)),
    ("date_latest", models.DateField(null=True)),
    ("is_qualified", models.BooleanField(default=False)),
    ("day", models.DateField()),
    ("facets", models.BinaryField()),
    ("search", django.contrib.postgres.search.SearchVectorField()),
]


class Migration(migrations.Migration):
    """Goes forward only: the entries are derived anew."""

    dependencies = [("articles", "0008_name_rules_and_grounds")]

    operations = [
        migrations.RunSQL("TRUNCATE articles_searchentry;"),
        migrations.RemoveIndex("searchentry", "entry_newest"),
        # Made anew, so that its columns lie in one order everywhere.
        migrations.DeleteModel("SearchEntry"),
        migrations.CreateModel(
            "SearchEntry",
            ROW,
            options={
                "verbose_name": "search entry",
                "verbose_name_plural": "search entries",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="entry_search", fastupdate=False),
                    models.Index(fields=["day", "article_id"], name="entry_day"),
                    models.Index(
                        fields=["day"],
                        condition=models.Q(date_earliest__isnull=True, date_latest__isnull=False),
                        name="entry_open_beginning",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "SearchSample",
            ROW,
            options={
                "verbose_name": "sampled search entry",
                "verbose_name_plural": "sampled search entries",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="sample_search", fastupdate=False)
                ],
            },
        ),
        migrations.CreateModel(
            "FacetCount",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.IntegerField()),
                ("count", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "facet count",
                "verbose_name_plural": "facet counts",
                "indexes": [models.Index(fields=["code"], include=["count"], name="facet_count_code")],
            },
        ),
        migrations.AddIndex(
            "agentname",
            models.Index(
                django.contrib.postgres.indexes.OpClass("folded", name="varchar_pattern_ops"),
                name="name_folded_prefix",
            ),
        ),
        # Feeds tell of what was changed last.
        migrations.AddIndex(
            "article",
            models.Index(models.F("modified").desc(), models.F("id").desc(), name="article_modified"),
        ),
        # The sample by day: how far the hits of a large result lie apart.
        migrations.AddIndex("searchsample", models.Index(fields=["day"], name="sample_day")),
        migrations.RunSQL(FUNCTIONS),
        migrations.RunSQL(_triggers()),
        migrations.RunSQL(FILL),
    ]
