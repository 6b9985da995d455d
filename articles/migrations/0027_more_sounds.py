"""The keys by which names are compared, as they are derived since: «Гарсаллауи» is Gharsallaoui, Zhuravlyov Журавлёв."""

from importlib import import_module

from django.db import migrations

_before = import_module("articles.migrations.0016_sounds_anew")


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0026_other_sounds")]

    operations = [
        migrations.RunPython(_before.derive_keys, migrations.RunPython.noop),
        # As there: what the indexes of trigrams keep for later makes the type-ahead slow.
        migrations.RunSQL("VACUUM (ANALYZE) articles_agentname, articles_nameproposal", migrations.RunSQL.noop),
    ]
