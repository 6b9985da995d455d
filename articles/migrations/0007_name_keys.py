"""The keys of the names on record, which since tell «أليسون» from a name with an article and read ʼ as a sign."""

from django.db import migrations

from articles.names import consonant_key, fold, romanise


def derive_keys(apps, schema_editor):
    """Give the names on record whose keys changed the new ones; the others are not written."""
    names = apps.get_model("articles", "AgentName").objects
    for name in names.iterator(chunk_size=2000):
        folded = fold(name.text)
        keys = {
            "folded": folded,
            "last_word": folded.rpartition(" ")[2],
            "romanised": romanise(name.text),
            "consonants": consonant_key(name.text),
        }
        if any(getattr(name, field) != key for field, key in keys.items()):
            names.filter(pk=name.pk).update(**keys)


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_prints_by_value")]

    operations = [migrations.RunPython(derive_keys, migrations.RunPython.noop)]
