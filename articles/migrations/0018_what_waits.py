"""What waits for a person, for the desk's first page: few records among millions."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

_WAITING = [
    ("mention", "article", {"status": "proposed"}, "mention_to_decide"),
    ("nameproposal", "kind", {"status": "proposed"}, "proposal_to_decide"),
    ("article", "id", {"status": "draft"}, "article_draft"),
    ("batchinput", "batch", {"outcome": "rejected"}, "input_refused"),
]


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0017_spans_by_day")]

    operations = [
        AddIndexConcurrently(model, models.Index(fields=[field], condition=models.Q(**kept), name=name))
        for model, field, kept, name in _WAITING
    ]
