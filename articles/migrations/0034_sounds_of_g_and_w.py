"""The keys of names anew, with more of their readings: of «Пидгаецкая» the skeleton of Pidhaietska, of Kopelj that of
«Копель», of Puigventós that of «Пучвентос», of «نجوى الطنطاوي» that of Nagwa el-Tantawy."""

from importlib import import_module

from django.db import migrations

_of_records = import_module("articles.migrations.0033_sounds_of_j_and_ch")
_of_spellings = import_module("articles.migrations.0031_sounds_of_more_languages")


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0033_sounds_of_j_and_ch")]

    operations = [
        migrations.RunPython(_of_records.derive_keys, migrations.RunPython.noop),
        # Of the names in texts those of all their spellings, but for that of the surname.
        migrations.RunPython(_of_spellings.derive_keys, migrations.RunPython.noop),
        migrations.RunSQL("VACUUM (ANALYZE) articles_agentname, articles_nameproposal", migrations.RunSQL.noop),
    ]
