"""The keys by which names in texts, in queries and on record are compared: the consonants of their last words."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models, transaction

from articles.names import consonant_key

BATCH = 2_000


def derive_keys(apps, schema_editor):
    """Give every proposal of a person's name of several words its key, a batch at a time.

    What a program of before writes afterwards keeps none: such a name is found as it stands, but not by its sound.
    """
    connection = schema_editor.connection
    last = 0
    while True:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(
                "SELECT id, text FROM articles_nameproposal WHERE id > %s AND kind = 'person' ORDER BY id LIMIT %s",
                [last, BATCH],
            )
            rows = cursor.fetchall()
            if not rows:
                return
            last = rows[-1][0]
            keys = [(key, consonant_key(text)) for key, text in rows]
            named = [(key, sound.rpartition(" ")[2]) for key, sound in keys if " " in sound]
            cursor.execute(
                "UPDATE articles_nameproposal SET surname_consonants = sound FROM unnest(%s::bigint[], %s::text[])"
                " AS known (key, sound) WHERE id = key",
                [[key for key, _sound in named], [sound for _key, sound in named]],
            )


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0013_folded_labels")]

    operations = [
        migrations.AddField(
            "nameproposal",
            "surname_consonants",
            models.CharField(db_default="", default="", editable=False, max_length=300),
        ),
        migrations.RunPython(derive_keys, migrations.RunPython.noop),
        AddIndexConcurrently(
            "nameproposal",
            models.Index(
                condition=models.Q(("surname_consonants", ""), _negated=True),
                fields=["surname_consonants"],
                name="proposal_surname",
            ),
        ),
        AddIndexConcurrently(
            "agentname",
            models.Index(
                models.Func(
                    models.F("consonants"), models.Value(" "), models.Value(-1), function="split_part"
                ),
                name="name_last_consonants",
            ),
        ),
        # What a person decides about a name changes what a query asks for; a new one comes with its text.
        migrations.RunSQL(
            "CREATE TRIGGER articles_nameproposal_touched AFTER UPDATE OF status OR DELETE ON articles_nameproposal"
            " FOR EACH STATEMENT EXECUTE FUNCTION archive_touched()",
            "DROP TRIGGER articles_nameproposal_touched ON articles_nameproposal",
        ),
        migrations.RunSQL("ANALYZE articles_agentname, articles_nameproposal", migrations.RunSQL.noop),
    ]
