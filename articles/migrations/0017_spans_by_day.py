"""The days of entries whose dates lie in several years: all others are in the totals of their year."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models.functions import ExtractYear


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0016_sounds_anew")]

    operations = [
        AddIndexConcurrently(
            "searchentry",
            models.Index(
                fields=["day"],
                condition=models.Q(date_earliest__isnull=True, date_latest__isnull=False)
                | models.Q(date_earliest__isnull=False, date_latest__isnull=True)
                | models.Q(date_latest__year__gt=ExtractYear("date_earliest")),
                name="entry_span",
            ),
        ),
    ]
