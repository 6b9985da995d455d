"""All spellings of a name in texts, each with its keys; and names that are too faint for a person's time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from unicodedata import normalize

import django.contrib.postgres.fields
from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint
from django.db import migrations, models, transaction

from articles.names import fold, sound_of
from articles.names.other_sounds import other_sounds

BATCH, MOST_SPELLINGS, LONGEST_NAME = 2_000, 4, 300

_ASK = """
SELECT id, text, folded, kind, array(
    SELECT DISTINCT exact FROM articles_nameproposalplace place WHERE place.proposal_id = known.id
        AND exact <> known.text AND length(exact) BETWEEN length(known.text) - 2 AND length(known.text) + 2)
FROM articles_nameproposal known WHERE id > %s AND status = 'proposed' ORDER BY id LIMIT %s
"""
_WRITE = """
UPDATE articles_nameproposal SET text = best, surname_consonants = sound,
    spellings = string_to_array(others, E'\\n'), other_sounds = string_to_array(sounds, ' ')
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[])
    AS known (name, spelt, best, sound, others, sounds)
WHERE id = name AND text = spelt
"""


_FORGET_FAINT = [
    """DELETE FROM articles_nameproposalplace place USING articles_nameproposal faint
    WHERE place.proposal_id = faint.id AND faint.status = 'faint'""",
    "DELETE FROM articles_nameproposal WHERE status = 'faint'",
]


def derive_spellings(_apps: Any, schema_editor: Any) -> None:
    """Give each name that waits the spellings in which its places have it, a batch at a time."""
    connection = schema_editor.connection
    last = 0
    while True:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(_ASK, [last, BATCH])
            rows = cursor.fetchall()
            if not rows:
                return
            last = rows[-1][0]
            changed = [
                (name, text, *_joined(spellings, is_person=kind == "person"))
                for name, text, folded, kind, exacts in rows
                if len(spellings := _spellings(text, folded, exacts)) > 1
            ]
            if changed:
                cursor.execute(_WRITE, [list(column) for column in zip(*changed, strict=True)])


def _spellings(text: str, folded: str, exacts: Iterable[str]) -> list[str]:
    """The name, and what its places have that folds to the same, each once but for capitals; the best first."""
    every = {text.lower(): text}
    for exact in sorted(exacts):
        spelt = " ".join(exact.split())
        if fold(spelt) == folded and len(spelt) <= LONGEST_NAME:
            every.setdefault(spelt.lower(), spelt)
    return sorted(every.values(), key=_marks, reverse=True)[: MOST_SPELLINGS + 1]


def _marks(text: str) -> int:
    return len(normalize("NFD", text)) + text.count("-")


def _joined(spellings: list[str], *, is_person: bool) -> tuple[str, str, str, str]:
    """The best spelling, the consonants of its surname, the others, and the other keys of all."""
    best, *others = spellings
    sound = sound_of(best, is_person=is_person)
    keys = {sound_of(one, is_person=is_person) for one in others}
    keys.update(key for one in spellings for key in other_sounds(one, is_person=is_person))
    kept = sorted(key for key in keys if len(key) > 1 and key != sound)
    return best, sound, "\n".join(others), " ".join(kept)


class Migration(migrations.Migration):
    """The archive may be read and written meanwhile."""

    atomic = False

    dependencies = [("articles", "0029_sounds_on_record")]

    operations = [
        migrations.AddField(
            "nameproposal",
            "spellings",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), db_default=[], default=list, editable=False, size=None
            ),
        ),
        migrations.AlterField(
            "nameproposal",
            "status",
            models.CharField(
                choices=[
                    ("proposed", "proposed"),
                    ("accepted", "accepted"),
                    ("rejected", "rejected"),
                    ("faint", "faint"),
                ],
                default="proposed",
                max_length=8,
                verbose_name="status",
            ),
        ),
        migrations.RemoveConstraint("nameproposal", "proposal_status_known"),
        # Backwards: a program of before knows no faint names, and its rule none either.
        migrations.RunSQL(migrations.RunSQL.noop, _FORGET_FAINT),
        AddConstraintNotValid(
            "nameproposal",
            models.CheckConstraint(
                condition=models.Q(("status__in", ["proposed", "accepted", "rejected", "faint"])),
                name="proposal_status_known",
            ),
        ),
        ValidateConstraint("nameproposal", "proposal_status_known"),
        migrations.RunPython(derive_spellings, migrations.RunPython.noop),
        migrations.RunSQL("VACUUM (ANALYZE) articles_nameproposal", migrations.RunSQL.noop),
    ]
