"""The keys by which names in texts, in queries and on record are compared: the consonants of their last words."""

from django.db import migrations, models

from articles.models.name_proposal import surname_consonants

BATCH = 2_000


def derive_keys(apps, schema_editor):
    """Give every proposal its key."""
    proposals = apps.get_model("articles", "NameProposal").objects
    changed = []
    for proposal in proposals.order_by("pk").iterator(BATCH):
        proposal.surname_consonants = surname_consonants(proposal.text, proposal.kind)
        if proposal.surname_consonants:
            changed.append(proposal)
        if len(changed) == BATCH:
            proposals.bulk_update(changed, ["surname_consonants"])
            changed.clear()
    proposals.bulk_update(changed, ["surname_consonants"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_folded_labels")]

    operations = [
        migrations.AddField(
            "nameproposal",
            "surname_consonants",
            models.CharField(db_default="", default="", editable=False, max_length=300),
        ),
        migrations.RunPython(derive_keys, migrations.RunPython.noop),
        migrations.AddIndex(
            "nameproposal",
            models.Index(
                condition=models.Q(("surname_consonants", ""), _negated=True),
                fields=["surname_consonants"],
                name="proposal_surname",
            ),
        ),
        migrations.AddIndex(
            "agentname",
            models.Index(
                models.Func(
                    models.F("consonants"), models.Value(" "), models.Value(-1), function="split_part"
                ),
                name="name_last_consonants",
            ),
        ),
    ]
