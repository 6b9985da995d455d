"""The keys of what names of institutions say: of “Moscow Aviation Institute” that of «Московский авиационный институт»."""

from typing import Any

from django.db import migrations, transaction

from articles.terms import institution_keys

BATCH = 2_000

_NAMES = "SELECT id, ARRAY[text::text], other_sounds FROM articles_agentname WHERE id > %s ORDER BY id LIMIT %s"
_WRITE_NAMES = """
UPDATE articles_agentname SET other_sounds = string_to_array(sounds, ' ')
FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS known (name, spelt, sounds) WHERE id = name AND text = spelt
"""
_PROPOSALS = """
SELECT id, text::text || spellings, other_sounds FROM articles_nameproposal
WHERE id > %s AND kind = 'institution' ORDER BY id LIMIT %s
"""
_WRITE_PROPOSALS = _WRITE_NAMES.replace("articles_agentname", "articles_nameproposal")


def derive_keys(_apps: Any, schema_editor: Any) -> None:
    """Give the names on record, and those of institutions in texts, these keys too, a batch at a time."""
    connection = schema_editor.connection
    for ask, write in ((_NAMES, _WRITE_NAMES), (_PROPOSALS, _WRITE_PROPOSALS)):
        last = 0
        while True:
            with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
                cursor.execute(ask, [last, BATCH])
                rows = cursor.fetchall()
                if not rows:
                    break
                last = rows[-1][0]
                changed = [
                    (name, texts[0], " ".join(dict.fromkeys((*old, *keys))))
                    for name, texts, old in rows
                    if (keys := {key for text in texts for key in institution_keys(text)}.difference(old))
                ]
                if changed:
                    cursor.execute(write, [list(column) for column in zip(*changed, strict=True)])


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0034_sounds_of_g_and_w")]

    operations = [
        migrations.RunPython(derive_keys, migrations.RunPython.noop),
        migrations.RunSQL("VACUUM (ANALYZE) articles_agentname, articles_nameproposal", migrations.RunSQL.noop),
    ]
