"""What the database itself does: text search in each language, the index kept true, sources kept unchanged."""

from django.db import migrations

CONFIGURATIONS = """
CREATE TEXT SEARCH DICTIONARY archive_fr_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = french, ACCEPT = false);
CREATE TEXT SEARCH DICTIONARY archive_en_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = english, ACCEPT = false);
CREATE TEXT SEARCH DICTIONARY archive_ru_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = russian, ACCEPT = false);

CREATE TEXT SEARCH CONFIGURATION archive_simple (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION archive_simple
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

-- Stop words first: once unaccented, «à» and «été» would no longer be known as such.
CREATE TEXT SEARCH CONFIGURATION archive_fr (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION archive_fr
    ALTER MAPPING FOR hword, hword_part, word WITH archive_fr_stop, unaccent, french_stem;

CREATE TEXT SEARCH CONFIGURATION archive_en (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION archive_en
    ALTER MAPPING FOR hword, hword_part, word WITH archive_en_stop, unaccent, english_stem;

CREATE TEXT SEARCH CONFIGURATION archive_ru (COPY = pg_catalog.russian);
ALTER TEXT SEARCH CONFIGURATION archive_ru
    ALTER MAPPING FOR hword, hword_part, word WITH archive_ru_stop, unaccent, russian_stem;

CREATE TEXT SEARCH CONFIGURATION archive_ar (COPY = pg_catalog.arabic);
"""

DROP_CONFIGURATIONS = """
DROP TEXT SEARCH CONFIGURATION archive_ar, archive_ru, archive_en, archive_fr, archive_simple;
DROP TEXT SEARCH DICTIONARY archive_ru_stop, archive_en_stop, archive_fr_stop;
"""

FUNCTIONS = r"""
CREATE FUNCTION archive_config(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE language
        WHEN 'fr' THEN 'archive_fr'::regconfig
        WHEN 'en' THEN 'archive_en'::regconfig
        WHEN 'ru' THEN 'archive_ru'::regconfig
        WHEN 'ar' THEN 'archive_ar'::regconfig
        ELSE 'archive_simple'::regconfig
    END
$$;

-- Readies a text, or a query, for the parser; every place keeps its offset, so that hits can be marked
-- in the original. Apostrophes alike; no word is taken for a path or a host name; in Arabic a
-- conjunction or preposition written together with the article (والمغرب, بالمغرب, للمغرب) is parted.
CREATE FUNCTION archive_words(language text, words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN language = 'ar' THEN
        regexp_replace(regexp_replace(plain.words,
            '(^|[^[:alnum:]])[وفبك](ال[[:alpha:]]{2})', '\1 \2', 'g'),
            '(^|[^[:alnum:]])لل([[:alpha:]]{2})', '\1ال\2', 'g')
        ELSE plain.words END
    FROM (SELECT regexp_replace(translate(words, '’ʼ‘`/_@', '''''''''   '),
        '([[:alpha:]])\.([[:alpha:]])', '\1 \2', 'g') AS words) AS plain
$$;

CREATE FUNCTION archive_vector(language text, words text, weight "char") RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector(archive_config(language), archive_words(language, words)), weight)
$$;

-- Derives the entries of these articles from their records; withdrawn, draft or vanished ones have none.
CREATE FUNCTION archive_index(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    -- Two transactions that change the same record derive its entry one after the other: the second one waits
    -- here, and its next statement sees what the first one committed.
    PERFORM 1 FROM articles_article WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM articles_searchentry entry
    WHERE entry.article_id = ANY (ids) AND NOT EXISTS (
        SELECT FROM articles_article article WHERE article.id = entry.article_id AND article.status = 'published');
    INSERT INTO articles_searchentry (article_id, language, date_earliest, date_latest, is_qualified, search)
    SELECT article.id, article.language, article.date_earliest, article.date_latest,
        coalesce(article.date ~ '[~?%]', false),
        archive_vector(article.language, article.headline, 'A')
        || archive_vector(article.language, article.lede, 'B')
        || archive_vector(article.language, article.body, 'D')
        || array_to_tsvector(
            ARRAY['~l' || article.language]
            || CASE WHEN article.date IS NULL THEN ARRAY['~u'] ELSE '{}' END
            || CASE WHEN article.source_id IS NULL THEN '{}' ELSE ARRAY['~s' || article.source_id] END
            || ARRAY(SELECT DISTINCT '~a' || mention.agent_id FROM articles_mention mention
                     WHERE mention.article_id = article.id AND mention.status = 'linked')
            || ARRAY(SELECT '~t' || link.tag_id FROM articles_article_tags link
                     WHERE link.article_id = article.id))
    FROM articles_article article
    WHERE article.id = ANY (ids) AND article.status = 'published'
    ORDER BY article.id
    ON CONFLICT (article_id) DO UPDATE SET
        language = EXCLUDED.language, date_earliest = EXCLUDED.date_earliest,
        date_latest = EXCLUDED.date_latest, is_qualified = EXCLUDED.is_qualified, search = EXCLUDED.search;
END
$$;

-- Work that changes a record in several statements says SET LOCAL archive.indexing = 'later' and calls
-- archive_index itself, once, in the same transaction.
CREATE FUNCTION archive_article_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('archive.indexing', true), '') <> 'later' THEN
        PERFORM archive_index(ARRAY(SELECT id FROM changed));
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION archive_link_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('archive.indexing', true), '') <> 'later' THEN
        PERFORM archive_index(ARRAY(SELECT DISTINCT article_id FROM changed));
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION archive_source_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the source bytes of accession % are kept as they came', OLD.id
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;
"""

DROP_FUNCTIONS = """
DROP FUNCTION archive_source_is_kept(), archive_link_changed(), archive_article_changed(), archive_index(bigint[]),
    archive_vector(text, text, "char"), archive_words(text, text), archive_config(text);
"""


def _triggers() -> tuple[str, str]:
    """Statement triggers on the tables an entry is derived from, and how to drop them."""
    create, drop = [], []
    for table, function in (
        ("articles_article", "archive_article_changed"),
        ("articles_mention", "archive_link_changed"),
        ("articles_article_tags", "archive_link_changed"),
    ):
        for event, row in (("insert", "new"), ("update", "new"), ("delete", "old"), ("move", "old")):
            if event == "move" and table == "articles_article":
                continue  # only a link can move from one article to another
            name = f"{table}_{event}_indexed"
            operation = "update" if event == "move" else event
            create.append(
                f"CREATE TRIGGER {name} AFTER {operation} ON {table} REFERENCING {row} TABLE AS changed "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
            )
            drop.append(f"DROP TRIGGER {name} ON {table};")
    create.append(
        "CREATE TRIGGER accession_source_is_kept BEFORE UPDATE ON articles_accession FOR EACH ROW "
        "WHEN (OLD.source_bytes IS DISTINCT FROM NEW.source_bytes OR OLD.sha256 <> NEW.sha256) "
        "EXECUTE FUNCTION archive_source_is_kept();"
    )
    drop.append("DROP TRIGGER accession_source_is_kept ON articles_accession;")
    return "\n".join(create), "\n".join(drop)


# A date must parse, and its earliest and latest day be its own; a qualifier (~ ? %) moves neither.
DAYS = r"""
CREATE FUNCTION archive_first_day(point text) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT make_date(substr(point, 1, 4)::int,
        coalesce(substring(point FROM '^.....([0-9][0-9])')::int, 1),
        coalesce(substring(point FROM '^........([0-9][0-9])')::int, 1))
$$;

CREATE FUNCTION archive_last_day(point text) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE
        WHEN point ~ '^[0-9]{4}-[0-9]{2}-' THEN archive_first_day(point)
        WHEN point ~ '^[0-9]{4}-' THEN (archive_first_day(point) + interval '1 month - 1 day')::date
        ELSE (archive_first_day(point) + interval '1 year - 1 day')::date END
$$;

CREATE FUNCTION archive_days_agree(date text, earliest date, latest date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN date IS NULL THEN earliest IS NULL AND latest IS NULL
        WHEN date LIKE '[%' THEN
            earliest IS NOT DISTINCT FROM least(archive_first_day(substr(date, 2, 10)), archive_first_day(substr(date, 13, 10)))
            AND latest IS NOT DISTINCT FROM greatest(archive_first_day(substr(date, 2, 10)), archive_first_day(substr(date, 13, 10)))
        WHEN date LIKE '%/%' THEN
            earliest IS NOT DISTINCT FROM archive_first_day(nullif(split_part(date, '/', 1), '..'))
            AND latest IS NOT DISTINCT FROM archive_last_day(nullif(split_part(date, '/', 2), '..'))
        ELSE earliest IS NOT DISTINCT FROM archive_first_day(date) AND latest IS NOT DISTINCT FROM archive_last_day(date)
    END
$$;

ALTER TABLE articles_article ADD CONSTRAINT article_days_are_of_the_date
    CHECK (archive_days_agree(date, date_earliest, date_latest));
"""

DROP_DAYS = """
ALTER TABLE articles_article DROP CONSTRAINT article_days_are_of_the_date;
DROP FUNCTION archive_days_agree(text, date, date), archive_last_day(text), archive_first_day(text);
"""


class Migration(migrations.Migration):
    """Needs PostgreSQL 14 or newer and its modules unaccent and pg_trgm."""

    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RunSQL(CONFIGURATIONS, DROP_CONFIGURATIONS),
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(*_triggers()),
        migrations.RunSQL(DAYS, DROP_DAYS),
    ]
