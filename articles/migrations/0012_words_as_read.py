"""Words as readers know them: maïs, Arabic nouns without their article, S-400, U.R.S.S., signs that do not show."""

from typing import Any

from django.db import connections, migrations, transaction

#: So many records are looked at in one transaction.
BATCH = 1_000

# Stop words are told with their accents, and none is dropped once these are gone: `french_stem` has the list too, and
# took maïs, sûr, dû and né for mais, sur, du and ne. In Russian and English the stemmers drop them still: ещё and всё
# are stop words that the list has without their points, and the «Tô» of a foreign name is as often written «To».
# Letters with figures lose their accents (1ère), and the mark that joins them (S-400), as other words do.
CONFIGURATIONS = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_ts_dict WHERE dictname = 'archive_fr_stem' AND pg_ts_dict_is_visible(oid)) THEN
        CREATE TEXT SEARCH DICTIONARY archive_fr_stem (TEMPLATE = pg_catalog.snowball, LANGUAGE = french);
    END IF;
END $$;
ALTER TEXT SEARCH CONFIGURATION archive_fr
    ALTER MAPPING FOR hword, hword_part, word WITH archive_fr_stop, unaccent, archive_fr_stem;
""" + "".join(
    f"ALTER TEXT SEARCH CONFIGURATION archive_{name}"
    " ALTER MAPPING FOR numword, numhword, hword_numpart WITH unaccent, simple;\n"
    for name in ("fr", "en", "ru", "ar", "simple")
)

# As 0002 has them.
CONFIGURATIONS_BEFORE = """
ALTER TEXT SEARCH CONFIGURATION archive_fr
    ALTER MAPPING FOR hword, hword_part, word WITH archive_fr_stop, unaccent, french_stem;
""" + "".join(
    f"ALTER TEXT SEARCH CONFIGURATION archive_{name}"
    " ALTER MAPPING FOR numword, numhword, hword_numpart WITH simple;\n"
    for name in ("fr", "en", "ru", "ar", "simple")
)

# In Arabic the rules are, in this order: Persian letters; a conjunction before an article, before a verb that begins
# with alef (واستوردت) or a word that begins with و or ف; a preposition before an article; ل before a word of its own ل
# (للجنة); the article itself, in whose place vowel signs stand, so that it is marked with its noun. Then the endings:
# ه for ة, the plurals in ات and يين, ى for ي in words of more than three letters (على stays apart from علي).
#
# The stemmer itself takes no article for one that is not there, and strips one و, ف or ب of any word: وزير is «زير»
# to it, and so is الوزير now.
WORDS = r"""
CREATE OR REPLACE FUNCTION archive_arabic_words(words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    dropped text := U&'\064E';
BEGIN
    IF words ~ '[یک]' THEN
        words := translate(words, 'یک', 'يك');
    END IF;
    words := regexp_replace(words, '\mو(?!الد(?:ة|ت?ه[ام]?|ت?ي)\M)'
        '(?=[بك]?ال[[:alpha:]]{2}|لل[[:alpha:]]{2}|ا[[:alpha:]]ت[[:alpha:]]{2}|ات[خصضفجهح][[:alpha:]]'
        '|ان[[:alpha:]]{3}|و[[:alpha:]]{3}|ف[^اي][[:alpha:]]{3})', ' ', 'g');
    words := regexp_replace(words, '\m(?:ف(?=[بك]?ال[[:alpha:]]{2}|لل[[:alpha:]]{2})'
        '|[بك](?!الغ(?:ة|ه|ا|ين|ون)?\M|الون(?:ات)?\M)(?=ال[[:alpha:]]{2})'
        '|ل(?=ل(?:جن[ةه]|جان|اعب|اج[ئي]|قاء|غوي|غات|يبي|بنان|يل[ةه]?\M|وائح|ندن|حظ[ةه])))',
        ' ', 'g');
    words := regexp_replace(words, '\m[ال]ل(?!عليا\M)(?=[[:alpha:]]{3})', repeat(dropped, 2), 'g');
    words := regexp_replace(words, '([^ات])ه\M', '\1ة', 'g');
    words := regexp_replace(words, '([ء-ي]{3})ات\M', '\1ة' || dropped, 'g');
    words := regexp_replace(words, '([ء-ي]{3})ي[يو]ن\M', '\1ي' || repeat(dropped, 2), 'g');
    RETURN regexp_replace(words, '([ء-ي]{3})ى\M', '\1ي', 'g');
END
$$;

-- Readies a text, or a query, for the parser; every place keeps its offset, so that hits can be marked in the
-- original: each character is exchanged for one other.
--
-- Apostrophes and hyphens are alike; no word is taken for a path, a host name or a token of the index. What does not
-- show (soft hyphens, joiners, directions) becomes a mark that no lexeme keeps: unaccent drops U+034F, the Arabic
-- stemmer U+064E. So do the points of an acronym of three letters or more; two letters with points are initials, and
-- stay apart. So does what stands in «S-400», and in «S 400» with a capital that is no word: they are «S400», and
-- marked whole; letters with figures go by unaccent in Arabic too. «Covid-19» is two words, parted by a comma: in a
-- query they are asked for side by side, as they would not be with a blank. In French là, où and dès, in nearly every
-- text, are the stop words that they are without accent; inside other words the accent goes anyway.
CREATE OR REPLACE FUNCTION archive_words(language text, words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    dropped text := CASE language WHEN 'ar' THEN U&'\064E' ELSE U&'\034F' END;
BEGIN
    words := regexp_replace(regexp_replace(words, '[’ʼ‘`]', '''', 'g'), '[/_@~]', ' ', 'g');
    IF words ~ U&'[\00AD\061C\200B-\200F\2010\2011\202A-\202E\2060\2066-\2069\FEFF]' THEN
        words := regexp_replace(regexp_replace(translate(words, U&'\2010\2011', '--'),
            U&'([[:alnum:]])[\00AD\061C\200B-\200F\202A-\202E\2060\2066-\2069\FEFF]', '\1' || dropped, 'g'),
            U&'[\00AD\061C\200B-\200F\202A-\202E\2060\2066-\2069\FEFF]', ' ', 'g');
    END IF;
    IF words ~ '[[:alpha:]]\.[[:alpha:]]' THEN
        IF words ~ '[[:alpha:]]\.[[:alpha:]]\.[[:alpha:]]' THEN
            words := regexp_replace(words, '(?<=\m[[:alpha:]])\.(?=[[:alpha:]]\.[[:alpha:]]\M)'
                '|(?<=\m[[:alpha:]]\.[[:alpha:]])\.(?=[[:alpha:]]\M)', dropped, 'g');
        END IF;
        words := regexp_replace(words, '(?<=[[:alpha:]])\.(?=[[:alpha:]])', ' ', 'g');
    END IF;
    IF words ~ '[[:alnum:]]-[[:digit:]]|\m[B-HJ-NP-UWZБГДЖЗЛМНПРТФХЦЧШЭ] [[:digit:]]' THEN
        words := regexp_replace(words, '(?<=\m[[:alpha:]])-(?=[[:digit:]])'
            '|(?<=\m[B-HJ-NP-UWZБГДЖЗЛМНПРТФХЦЧШЭ]) (?=[[:digit:]])', U&'\034F', 'g');
        words := regexp_replace(words, '(?<=[[:alnum:]])-(?=[[:digit:]])', ',', 'g');
    END IF;
    IF language = 'fr' THEN
        words := replace(replace(replace(words, 'où', 'ou'), 'là', 'la'), 'dès', 'des');
        words := replace(replace(replace(words, 'Où', 'Ou'), 'Là', 'La'), 'Dès', 'Des');
        words := replace(replace(replace(words, 'OÙ', 'OU'), 'LÀ', 'LA'), 'DÈS', 'DES');
    END IF;
    RETURN CASE language WHEN 'ar' THEN archive_arabic_words(words) ELSE words END;
END
$$;

-- Arabic vowel signs and lengthened letters hide how a word begins and ends; here no place need be kept.
CREATE OR REPLACE FUNCTION archive_vector(language text, words text, weight "char") RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector(archive_config(language), archive_words(language,
        CASE language WHEN 'ar' THEN translate(words, U&'\0640\064B\064C\064D\064E\064F\0650\0651\0652\0670', '')
        ELSE words END)), weight)
$$;
"""

# As 0002 has them.
WORDS_BEFORE = r"""
CREATE OR REPLACE FUNCTION archive_words(language text, words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN language = 'ar' THEN
        regexp_replace(regexp_replace(plain.words,
            '(^|[^[:alnum:]])[وفبك](ال[[:alpha:]]{2})', '\1 \2', 'g'),
            '(^|[^[:alnum:]])لل([[:alpha:]]{2})', '\1ال\2', 'g')
        ELSE plain.words END
    FROM (SELECT regexp_replace(translate(words, '’ʼ‘`/_@', '''''''''   '),
        '([[:alpha:]])\.([[:alpha:]])', '\1 \2', 'g') AS words) AS plain
$$;

CREATE OR REPLACE FUNCTION archive_vector(language text, words text, weight "char") RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector(archive_config(language), archive_words(language, words)), weight)
$$;
"""

# The published texts of a batch that are read otherwise now, and the last record of the batch. Of a French text the
# words are compared as they are indexed: nearly every one has a là. Of others only letters with figures are read
# otherwise than the function tells.
_READ_OTHERWISE = r"""
SELECT max(id), coalesce(array_agg(id) FILTER (WHERE status = 'published' AND CASE language
    WHEN 'fr' THEN to_tsvector('archive_fr', archive_words(language, words))
        <> to_tsvector('archive_fr_left', archive_words_left(language, words))
    ELSE archive_words(language, words) <> archive_words_left(language, words)
        OR language = 'ar' AND words ~ U&'[\0640\064B-\0652\0670]'
        OR words ~ '[[:digit:]]-?[[:alpha:]]|[[:alpha:]]-?[[:digit:]]' END), '{}')
FROM (SELECT id, status, language, concat_ws(E'\n', headline, lede, body) AS words
    FROM articles_article WHERE id > %s ORDER BY id LIMIT %s) AS batch
"""


def _read_anew(alias: str, reading: str, reading_left: str) -> None:
    """Replace functions and configurations, and derive the entries of the texts that they read otherwise.

    Those left stay beside them meanwhile, to compare. Each batch is a transaction of its own, so that no
    writer waits for long; begun again, it does the same again.
    """
    connection = connections[alias]
    with connection.cursor() as cursor:
        with transaction.atomic(using=alias):
            cursor.execute(reading_left.replace("archive_words", "archive_words_left"))
            cursor.execute("DROP TEXT SEARCH CONFIGURATION IF EXISTS archive_fr_left")
            cursor.execute("CREATE TEXT SEARCH CONFIGURATION archive_fr_left (COPY = archive_fr)")
            cursor.execute(reading)
        last = 0
        while True:
            with transaction.atomic(using=alias):
                cursor.execute(_READ_OTHERWISE, [last, BATCH])
                last, concerned = cursor.fetchone()
                if last is None:
                    break
                if concerned:
                    cursor.execute("SELECT archive_index(%s::bigint[])", [concerned])
        cursor.execute("DROP FUNCTION archive_words_left(text, text)")
        cursor.execute("DROP TEXT SEARCH CONFIGURATION archive_fr_left")


def as_read(_apps: Any, schema_editor: Any) -> None:
    """Words as they are read from now on."""
    _read_anew(schema_editor.connection.alias, CONFIGURATIONS + WORDS, CONFIGURATIONS_BEFORE + WORDS_BEFORE)


def as_before(_apps: Any, schema_editor: Any) -> None:
    """Words as they were read before."""
    _read_anew(schema_editor.connection.alias, CONFIGURATIONS_BEFORE + WORDS_BEFORE, CONFIGURATIONS + WORDS)
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION archive_arabic_words(text)")
        cursor.execute("DROP TEXT SEARCH DICTIONARY archive_fr_stem")


class Migration(migrations.Migration):
    """Derives the entries of the texts concerned; the archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0011_spellings_and_offices")]

    operations = [migrations.RunPython(as_read, as_before)]
