"""Indexes of the spellings and the offices that texts state of an agent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_alignment")]

    operations = [
        migrations.AddIndex(
            "mention",
            models.Index(
                fields=["agent", "exact"], condition=models.Q(status="linked"), name="mention_spelling"
            ),
        ),
        migrations.AddIndex(
            "mention",
            models.Index(
                fields=["agent"],
                condition=models.Q(status="linked") & ~models.Q(office=""),
                name="mention_office",
            ),
        ),
    ]
