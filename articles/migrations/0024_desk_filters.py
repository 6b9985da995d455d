"""Articles by kinds of dates, for the desk's filters: by year those that lie in several, and the less exact ones."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models.functions import ExtractYear

_NEWEST = (models.F("date_earliest").desc(nulls_last=True), models.F("id").desc())
_SPANS = (
    models.Q(date_earliest__isnull=True, date_latest__isnull=False)
    | models.Q(date_earliest__isnull=False, date_latest__isnull=True)
    | models.Q(date_latest__year__gt=ExtractYear("date_earliest"))
)


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0023_sounds_of_letters")]

    operations = [
        AddIndexConcurrently(
            "article", models.Index(fields=["id"], condition=_SPANS, name="article_span")
        ),
        AddIndexConcurrently(
            "article",
            models.Index(
                *_NEWEST,
                condition=models.Q(date__regex=r"^[0-9]{4}(-[0-9]{2})?[~?%]?$"),
                name="article_coarse",
            ),
        ),
        AddIndexConcurrently(
            "article",
            models.Index(*_NEWEST, condition=models.Q(date__regex=r"[/,]"), name="article_several_days"),
        ),
        AddIndexConcurrently(
            "article",
            models.Index(*_NEWEST, condition=models.Q(date__regex=r"[~?%]"), name="article_doubtful"),
        ),
    ]
