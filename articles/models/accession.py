"""Accessions: how each text came in, with its source bytes as they were (ISAD(G) 3.2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, models
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.vocabulary import BatchState

#: Names our locks among all advisory locks of the database; the number of the batch follows.
_LOCK = 0x62617463

#: The paths on record of what came in no file, and of what the program brings along.
PASTED, SAMPLES = "paste", "fixtures"
_TOLD = {PASTED: _("pasted text"), SAMPLES: _("sample texts")}


def path_in_words(path: str) -> str:
    """A path as a person is told of it."""
    return str(_TOLD.get(path, path))


class AccessionBatch(models.Model):
    """One run of an ingest: what came in together can be looked at and undone together."""

    started = models.DateTimeField(_("started"), auto_now_add=True)
    finished = models.DateTimeField(_("finished"), null=True, blank=True)
    label = models.CharField(_("what was asked"), max_length=500, blank=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("received by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    program_version = models.CharField(_("program version"), max_length=50)
    state = models.CharField(_("state"), max_length=8, choices=BatchState, default=BatchState.RUNNING)
    inputs_expected = models.PositiveIntegerField(_("inputs expected"), null=True, blank=True)
    problem = models.CharField(_("what went wrong"), max_length=500, blank=True)
    undone = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        ordering = ["-started"]
        verbose_name = _("accession batch")
        verbose_name_plural = _("accession batches")
        constraints = [
            models.CheckConstraint(
                condition=Q(finished__isnull=True) | Q(finished__gte=F("started")),
                name="batch_ends_after_its_start",
            ),
            models.CheckConstraint(condition=Q(state__in=BatchState.values), name="batch_state_known"),
            models.CheckConstraint(
                condition=Q(state=BatchState.UNDONE, undone__isnull=False)
                | (~Q(state=BatchState.UNDONE) & Q(undone__isnull=True)),
                name="batch_undone_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.started:%Y-%m-%d %H:%M} {self.label_in_words}".strip()

    @property
    def label_in_words(self) -> str:
        """What was asked, in the reader's language where it is no path."""
        return path_in_words(self.label)

    @property
    def is_open(self) -> bool:
        """Whether texts may still come in with it."""
        return self.state in (BatchState.WAITING, BatchState.RUNNING)

    def finish(self) -> None:
        """Say that all its texts are in."""
        self.finished, self.state, self.problem = timezone.now(), BatchState.FINISHED, ""
        self.inputs_expected = self.inputs.count()
        self.save(update_fields=["finished", "state", "problem", "inputs_expected"])

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the batch for as long as its texts come in; the database lets go of what a killed process held."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [_LOCK, self.pk])
            try:
                yield
            finally:
                if connection.is_usable():
                    cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCK, self.pk])

    def try_to_hold(self) -> bool:
        """Hold the batch until the end of this transaction, unless its texts are coming in right now."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [_LOCK, self.pk])
            return bool(cursor.fetchone()[0])


class AccessionQuerySet(models.QuerySet["Accession"]):
    """Questions to the accessions."""

    def without_bytes(self) -> AccessionQuerySet:
        """The accessions without the weight of their source bytes."""
        return self.defer("source_bytes")


class Accession(models.Model):
    """One source as it came: bytes unchanged, where from, when, by whom, read by which version.

    `set_aside` holds what was no text: a list of `{"exact", "start", "end", "rule"}`; `evidence` the
    grounds of each described field: a list of `{"field", "value", "exact", "start", "end", "rule"}`.
    Offsets are code points of the decoded source.
    """

    batch = models.ForeignKey(
        AccessionBatch, verbose_name=_("batch"), on_delete=models.CASCADE, related_name="accessions"
    )
    source_bytes = models.BinaryField(_("source bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    path = models.CharField(_("path"), max_length=1000)
    encoding = models.CharField(_("encoding"), max_length=40)
    sender_id = models.CharField(_("the sender's identifier"), max_length=200, blank=True)
    received = models.DateTimeField(_("received"), auto_now_add=True)
    set_aside = models.JSONField(_("set aside"), default=list, blank=True)
    evidence = models.JSONField(_("evidence"), default=list, blank=True)

    objects = AccessionQuerySet.as_manager()

    class Meta:
        ordering = ["-received", "-pk"]
        verbose_name = _("accession")
        verbose_name_plural = _("accessions")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    sha256=Func(
                        Func(F("source_bytes"), function="sha256", output_field=models.BinaryField()),
                        Value("hex"),
                        function="encode",
                        output_field=models.CharField(),
                    )
                ),
                name="accession_digest_is_of_its_bytes",
            ),
        ]

    def __str__(self) -> str:
        return self.path_in_words

    @property
    def path_in_words(self) -> str:
        """Where it came from, in the reader's language where it is no path."""
        return path_in_words(self.path)

    @property
    def text(self) -> str:
        """The source as text, the one that the offsets count: no byte order mark, lines end in LF."""
        text = bytes(self.source_bytes).decode(self.encoding, errors="replace")
        return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
