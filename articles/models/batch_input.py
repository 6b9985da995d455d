"""Batch inputs: what became of each thing that was brought in with a batch."""

from __future__ import annotations

from collections import Counter

from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _

from articles.models.accession import AccessionBatch
from articles.models.article import Article
from articles.vocabulary import InputOutcome


class BatchInputQuerySet(models.QuerySet["BatchInput"]):
    """Questions to the inputs."""

    def count_by_outcome(self) -> Counter[str]:
        """Outcome → how many inputs had it."""
        counted = self.order_by().values("outcome").annotate(count=Count("pk"))
        return Counter(dict(counted.values_list("outcome", "count")))

    def refused(self) -> BatchInputQuerySet:
        """Those that could not be read; each says why."""
        return self.filter(outcome=InputOutcome.REJECTED)

    def for_list(self) -> BatchInputQuerySet:
        """In the order they came, with the title of their record: one query for any number of inputs."""
        return self.select_related("article").defer("article__body", "article__lede").order_by("pk")


class BatchInput(models.Model):
    """One input of a batch, written in the transaction of its text, so that both are there or neither.

    An input that is read again, after a job was broken off, stays as it was noted first.
    """

    batch = models.ForeignKey(
        AccessionBatch, verbose_name=_("batch"), on_delete=models.CASCADE, related_name="inputs"
    )
    path = models.CharField(_("path"), max_length=1000)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    outcome = models.CharField(_("outcome"), max_length=9, choices=InputOutcome)
    reason = models.TextField(_("reason"), blank=True)
    warnings = models.JSONField(_("warnings"), default=list, blank=True)
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="inputs",
    )

    objects = BatchInputQuerySet.as_manager()

    class Meta:
        ordering = ["batch", "pk"]
        verbose_name = _("input")
        verbose_name_plural = _("inputs")
        indexes = [
            models.Index(fields=["batch"], condition=Q(outcome=InputOutcome.REJECTED), name="input_refused")
        ]
        constraints = [
            # By its digest: a path may be longer than an entry of an index.
            models.UniqueConstraint("batch", "sha256", MD5("path"), name="input_noted_once"),
            models.CheckConstraint(condition=Q(outcome__in=InputOutcome.values), name="input_outcome_known"),
            models.CheckConstraint(
                condition=~Q(outcome=InputOutcome.REJECTED) | ~Q(reason=""),
                name="input_rejected_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.path
