"""Which paragraphs of a text and its translation stand beside each other, where a person has set it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_search_at_size")]

    operations = [
        migrations.AddField(
            "translation",
            "alignment",
            models.JSONField("alignment", null=True, blank=True, editable=False),
        ),
    ]
