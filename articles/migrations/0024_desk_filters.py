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
_INDEXES = (
    models.Index(fields=["id"], condition=_SPANS, name="article_span"),
    *(
        models.Index(*_NEWEST, condition=models.Q(date__regex=pattern), name=name)
        for name, pattern in (
            ("article_coarse", r"^[0-9]{4}(-[0-9]{2})?[~?%]?$"),
            ("article_several_days", r"[/,]"),
            ("article_doubtful", r"[~?%]"),
        )
    ),
)


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0023_sounds_of_letters")]

    operations = [
        operation
        for index in _INDEXES
        # Begun again, one that was not ended is made anew.
        for operation in (
            migrations.RunSQL(f"DROP INDEX CONCURRENTLY IF EXISTS {index.name}", migrations.RunSQL.noop),
            AddIndexConcurrently("article", index),
        )
    ]
