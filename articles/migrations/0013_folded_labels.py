"""The labels of tags and the names of outlets, folded as what a reader types is."""

import django.contrib.postgres.fields
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations, models

from articles.names import fold

BATCH = 500


def derive_keys(apps, schema_editor):
    """Give every tag and outlet its keys; those of which nothing is left when folded keep none."""
    tags = apps.get_model("articles", "Tag").objects
    sources = apps.get_model("articles", "Source").objects
    for tag in (changed := list(tags.all())):
        labels = (tag.pref_label_fr, tag.pref_label_en, *tag.alt_labels)
        tag.folded = list(dict.fromkeys(filter(None, map(fold, labels))))
    tags.bulk_update(changed, ["folded"], batch_size=BATCH)
    for source in (changed := list(sources.all())):
        source.folded = fold(source.name)
    sources.bulk_update(changed, ["folded"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_words_as_read")]

    operations = [
        migrations.AddField(
            "tag",
            "folded",
            django.contrib.postgres.fields.ArrayField(
                models.TextField(), default=list, db_default=[], editable=False
            ),
        ),
        migrations.AddField("source", "folded", models.TextField(default="", db_default="", editable=False)),
        migrations.AddIndex("tag", GinIndex(fields=["folded"], name="tag_folded", fastupdate=False)),
        migrations.AddIndex(
            "source",
            models.Index(OpClass("folded", name="text_pattern_ops"), name="source_folded_prefix"),
        ),
        migrations.RunPython(derive_keys, migrations.RunPython.noop),
    ]
