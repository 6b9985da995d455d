"""The other keys of names in texts: of Russian ones in their nominative, of short surnames the given name's."""

from typing import Any

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models, transaction

from articles.names.other_sounds import other_sounds

# Of `text` alone: not to be used behind 0030, since when a name in texts has the keys of all its spellings.
BATCH = 2_000

_ASK = """
SELECT id, text, other_sounds FROM articles_nameproposal WHERE id > %s AND kind = 'person' ORDER BY id LIMIT %s
"""
_WRITE = """
UPDATE articles_nameproposal SET other_sounds = string_to_array(sounds, ' ')
FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS known (name, spelt, sounds) WHERE id = name AND text = spelt
"""


def derive_keys(_apps: Any, schema_editor: Any) -> None:
    """Give the names of people in texts their other keys, a batch at a time.

    What a program of before writes afterwards keeps none: such a name is found as it stands, and by most spellings.
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
                if (keys := other_sounds(text, is_person=True)) != tuple(old)
            ]
            if changed:
                cursor.execute(_WRITE, [list(column) for column in zip(*changed, strict=True)])


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0025_dates_and_lines")]

    operations = [
        migrations.AddField(
            "nameproposal",
            "other_sounds",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), db_default=[], default=list, editable=False, size=None
            ),
        ),
        migrations.RunPython(derive_keys, migrations.RunPython.noop),
        AddIndexConcurrently(
            "nameproposal",
            django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("other_sounds", []), _negated=True),
                fastupdate=False,
                fields=["other_sounds"],
                name="proposal_other_sounds",
            ),
        ),
        migrations.RunSQL("VACUUM (ANALYZE) articles_nameproposal", migrations.RunSQL.noop),
    ]
