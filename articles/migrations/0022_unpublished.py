"""Records that are not public, for the desk: drafts and withdrawn ones, few among millions."""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0021_former_addresses")]

    operations = [
        AddIndexConcurrently(
            "article",
            models.Index(
                fields=["status", "id"],
                condition=models.Q(status="published", _negated=True),
                name="article_unpublished",
            ),
        ),
        RemoveIndexConcurrently("article", "article_draft"),
    ]
