"""The words of the archive as texts write them, for readers who misspell one; the worker gathers them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables are empty at first, and nothing is offered until the worker has filled them."""

    dependencies = [
        ("articles", "0027_more_sounds"),
    ]

    operations = [
        migrations.CreateModel(
            name="CountedWord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "folded",
                        "language",
                        "written",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("folded", models.CharField(db_collation="C", max_length=30)),
                ("language", models.CharField(max_length=8)),
                ("written", models.CharField(db_collation="C", max_length=40)),
                ("skeleton", models.CharField(db_collation="C", max_length=30)),
                ("records", models.IntegerField()),
            ],
            options={
                "verbose_name": "counted word",
                "verbose_name_plural": "counted words",
            },
        ),
        migrations.CreateModel(
            name="Gathering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.BigIntegerField()),
                ("step", models.IntegerField(default=1)),
                ("after", models.BigIntegerField(default=0)),
                ("texts", models.IntegerField(default=0)),
                ("ended", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "gathering of words",
                "verbose_name_plural": "gatherings of words",
            },
        ),
        migrations.CreateModel(
            name="WrittenWord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "folded", "language", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("folded", models.CharField(db_collation="C", max_length=30)),
                ("language", models.CharField(max_length=8)),
                ("written", models.CharField(max_length=40)),
                ("skeleton", models.CharField(db_collation="C", max_length=30)),
                ("records", models.IntegerField()),
            ],
            options={
                "verbose_name": "word",
                "verbose_name_plural": "words",
                "indexes": [models.Index(fields=["skeleton"], name="word_skeleton")],
            },
        ),
    ]
