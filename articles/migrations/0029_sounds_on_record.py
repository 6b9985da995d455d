"""The other keys of names on record, as names in texts have them; and the skeletons of both: of «van der Elzen» that of
«Vanderelzen», of Deng Xiaoping that of «Дэн Сяопин»."""

from importlib import import_module
from typing import Any

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models, transaction

from articles.names.other_sounds import sounds_on_record

BATCH = 2_000

_before = import_module("articles.migrations.0016_sounds_anew")
_of_proposals = import_module("articles.migrations.0026_other_sounds")

_ASK = "SELECT id, text, other_sounds FROM articles_agentname WHERE id > %s ORDER BY id LIMIT %s"
_WRITE = """
UPDATE articles_agentname SET other_sounds = string_to_array(sounds, ' ')
FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS known (name, spelt, sounds) WHERE id = name AND text = spelt
"""


def derive_keys(_apps: Any, schema_editor: Any) -> None:
    """Give the names on record their other keys, a batch at a time.

    What a program of before writes afterwards keeps none: such a name is found by most spellings.
    """
    connection = schema_editor.connection
    last = 0
    while True:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(_ASK, [last, BATCH])
            rows = cursor.fetchall()
            if not rows:
                return
            last = rows[-1][0]
            changed = [
                (name, text, " ".join(keys))
                for name, text, old in rows
                if (keys := sounds_on_record(text)) != tuple(old)
            ]
            if changed:
                cursor.execute(_WRITE, [list(column) for column in zip(*changed, strict=True)])


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0028_words_of_the_archive")]

    operations = [
        migrations.AddField(
            "agentname",
            "other_sounds",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), db_default=[], default=list, editable=False, size=None
            ),
        ),
        migrations.RunPython(_before.derive_keys, migrations.RunPython.noop),
        migrations.RunPython(derive_keys, migrations.RunPython.noop),
        migrations.RunPython(_of_proposals.derive_keys, migrations.RunPython.noop),
        AddIndexConcurrently(
            "agentname",
            django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("other_sounds", []), _negated=True),
                fastupdate=False,
                fields=["other_sounds"],
                name="name_other_sounds",
            ),
        ),
        # As there: what the indexes of trigrams keep for later makes the type-ahead slow.
        migrations.RunSQL("VACUUM (ANALYZE) articles_agentname, articles_nameproposal", migrations.RunSQL.noop),
    ]
