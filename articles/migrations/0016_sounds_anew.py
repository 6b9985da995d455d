"""The keys by which names are compared, as they are derived since: tch is ч, أو is o, «Abdelhakim» is Абдельхаким.

Names of one word that wait, people's and institutions', have a key too, if it tells.
"""

from typing import Any

from django.db import migrations, transaction

from articles.names import consonant_key, romanise, sound_of

# Of `text` alone: not to be used behind 0030, since when a name in texts has the keys of all its spellings.
BATCH = 2_000

_NAMES = "SELECT id, text, '', romanised, consonants FROM articles_agentname WHERE id > %s ORDER BY id LIMIT %s"
_WRITE_NAMES = """
UPDATE articles_agentname SET romanised = key, consonants = sound
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[]) AS known (name, spelt, key, sound)
WHERE id = name AND text = spelt
"""
_PROPOSALS = """
SELECT id, text, kind, surname_consonants FROM articles_nameproposal WHERE id > %s ORDER BY id LIMIT %s
"""
_WRITE_PROPOSALS = """
UPDATE articles_nameproposal SET surname_consonants = sound
FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS known (name, spelt, sound) WHERE id = name AND text = spelt
"""


def _of_name(text: str, _kind: str) -> tuple[str, ...]:
    return romanise(text), consonant_key(text)


def _of_proposal(text: str, kind: str) -> tuple[str, ...]:
    return (sound_of(text, is_person=kind == "person"),)


def derive_keys(_apps: Any, schema_editor: Any) -> None:
    """Give the names on record, and those in texts, whose keys changed the new ones, a batch at a time.

    What a program of before writes afterwards keeps the old ones: such a name is found as it stands, and by most
    of its spellings. Backwards nothing is done: a program of before finds most names by these keys too.
    """
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
                    for name, text, kind, *old in rows
                    if (keys := keys_of(text, kind)) != tuple(old)
                ]
                if changed:
                    cursor.execute(write, [list(column) for column in zip(*changed, strict=True)])


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0015_perhaps_named")]

    operations = [
        migrations.RunPython(derive_keys, migrations.RunPython.noop),
        # What the indexes of trigrams keep for later of so many new keys makes the type-ahead twice as slow.
        migrations.RunSQL("VACUUM (ANALYZE) articles_agentname, articles_nameproposal", migrations.RunSQL.noop),
    ]
