"""The keys of names anew: of «Bajraktaraj» the skeleton of «Байрактарай», of «Papamichalis» that of «Папамихалис», of
«Goikoetxea» the consonants of «Гойкоэчеа»; a Chinese or Korean name also by its first word, which is the surname."""

from importlib import import_module
from typing import Any

from django.db import migrations, transaction

from articles.names import consonant_key, romanise, sound_of
from articles.names.other_sounds import other_sounds, sounds_on_record

BATCH = 2_000

_of_spellings = import_module("articles.migrations.0031_sounds_of_more_languages")

_NAMES = """
SELECT id, text, romanised, consonants, array_to_string(other_sounds, ' ') FROM articles_agentname
WHERE id > %s ORDER BY id LIMIT %s
"""
_WRITE_NAMES = """
UPDATE articles_agentname SET romanised = key, consonants = sound, other_sounds = string_to_array(sounds, ' ')
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[]) AS known (name, spelt, key, sound, sounds)
WHERE id = name AND text = spelt
"""
_PROPOSALS = """
SELECT id, text, kind, surname_consonants FROM articles_nameproposal WHERE id > %s ORDER BY id LIMIT %s
"""
_WRITE_PROPOSALS = """
UPDATE articles_nameproposal SET surname_consonants = sound
FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS known (name, spelt, sound) WHERE id = name AND text = spelt
"""


def _of_name(text: str, *_old: str) -> tuple[str, ...]:
    return romanise(text), consonant_key(text), " ".join(sounds_on_record(text))


def _of_proposal(text: str, kind: str, _old: str) -> tuple[str, ...]:
    return (sound_of(text, is_person=kind == "person"),)


def derive_keys(_apps: Any, schema_editor: Any) -> None:
    """Give the names on record, and those in texts, whose keys changed the new ones, a batch at a time."""
    connection = schema_editor.connection
    for ask, write, keys_of in ((_NAMES, _WRITE_NAMES, _of_name), (_PROPOSALS, _WRITE_PROPOSALS, _of_proposal)):
        last = 0
        while True:
            with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
                cursor.execute(ask, [last, BATCH])
                rows = cursor.fetchall()
                if not rows:
                    break
                last = rows[-1][0]
                changed = [
                    (name, text, *keys)
                    for name, text, *old in rows
                    if (keys := keys_of(text, *old)) != tuple(old)[-len(keys) :]
                ]
                if changed:
                    cursor.execute(write, [list(column) for column in zip(*changed, strict=True)])


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0032_vectors_derived_once")]

    operations = [
        migrations.RunPython(derive_keys, migrations.RunPython.noop),
        # Of the names in texts those of all their spellings, but for that of the surname.
        migrations.RunPython(_of_spellings.derive_keys, migrations.RunPython.noop),
        migrations.RunSQL("VACUUM (ANALYZE) articles_agentname, articles_nameproposal", migrations.RunSQL.noop),
    ]
