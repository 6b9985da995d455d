"""The keys of names anew, with what Polish, Hungarian, Scandinavian and French letters say: of «Szczepański» that of
«Щепаньский», of «Sjögren» that of «Шёгрен». Of names in texts those of all their spellings."""

from importlib import import_module
from typing import Any

from django.db import migrations, transaction

from articles.names import sound_of
from articles.names.other_sounds import other_sounds

BATCH = 2_000

_of_records = import_module("articles.migrations.0029_sounds_on_record")

_ASK = """
SELECT id, text, surname_consonants, spellings, other_sounds FROM articles_nameproposal
WHERE id > %s AND kind = 'person' ORDER BY id LIMIT %s
"""
_WRITE = """
UPDATE articles_nameproposal SET other_sounds = string_to_array(sounds, ' ')
FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS known (name, spelt, sounds) WHERE id = name AND text = spelt
"""


def derive_keys(_apps: Any, schema_editor: Any) -> None:
    """Give the names of people in texts the other keys of all their spellings, a batch at a time."""
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
                (name, text, " ".join(sorted(keys)))
                for name, text, sound, spellings, old in rows
                if (keys := _keys(text, sound, spellings)) != set(old)
            ]
            if changed:
                cursor.execute(_WRITE, [list(column) for column in zip(*changed, strict=True)])


def _keys(text: str, sound: str, spellings: list[str]) -> set[str]:
    """The keys of a name and of its other spellings but for that of its surname, `sound`."""
    keys = {sound_of(one, is_person=True) for one in spellings}
    keys.update(key for one in (text, *spellings) for key in other_sounds(one, is_person=True))
    return {key for key in keys if len(key) > 1 and key != sound}


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0030_spellings_of_names")]

    operations = [
        migrations.RunPython(_of_records.derive_keys, migrations.RunPython.noop),
        migrations.RunPython(derive_keys, migrations.RunPython.noop),
        migrations.RunSQL("VACUUM (ANALYZE) articles_agentname, articles_nameproposal", migrations.RunSQL.noop),
    ]
