"""Resemblances: two articles that may be the same text reprinted, or a text and its translation."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from articles.vocabulary import ProposalStatus, ResemblanceKind


class ResemblanceQuerySet(models.QuerySet["Resemblance"]):
    """Questions to the resemblances."""

    def proposed(self) -> ResemblanceQuerySet:
        """Those that wait for a person."""
        return self.filter(status=ProposalStatus.PROPOSED)

    def accepted(self) -> ResemblanceQuerySet:
        """Those that a person has confirmed."""
        return self.filter(status=ProposalStatus.ACCEPTED)

    def reprints(self) -> ResemblanceQuerySet:
        """The texts that stand in the archive more than once."""
        return self.filter(kind=ResemblanceKind.REPRINT)

    def translations(self) -> ResemblanceQuerySet:
        """The texts that may be translations of each other."""
        return self.filter(kind=ResemblanceKind.TRANSLATION)

    def of_article(self, article_id: int) -> ResemblanceQuerySet:
        """Those of one article, on whichever side it stands."""
        return self.filter(Q(article=article_id) | Q(other=article_id))


class Resemblance(models.Model):
    """Two articles alike: `article` came in later, `other` was on record; `score` lies between 0 and 1.

    For a reprint the score is the containment of `articles.prints`, for a translation the likeness of
    `articles.cognates`: the two are not to be compared.
    """

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), on_delete=models.CASCADE, related_name="resemblances"
    )
    other = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article on record"),
        on_delete=models.CASCADE,
        related_name="later_resemblances",
    )
    kind = models.CharField(_("kind"), max_length=12, choices=ResemblanceKind)
    score = models.FloatField(_("score"))
    status = models.CharField(
        _("status"), max_length=8, choices=ProposalStatus, default=ProposalStatus.PROPOSED
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)

    objects = ResemblanceQuerySet.as_manager()

    class Meta:
        ordering = ["article", "-score", "pk"]
        verbose_name = _("resemblance")
        verbose_name_plural = _("resemblances")
        indexes = [
            models.Index(
                fields=["-score"],
                condition=Q(status=ProposalStatus.PROPOSED),
                name="resemblance_to_decide",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(article=F("other")),
                name="resemblance_not_to_itself",
                violation_error_message=_("An article cannot resemble itself."),
            ),
            models.UniqueConstraint(
                Least("article", "other"),
                Greatest("article", "other"),
                "kind",
                name="resemblance_stated_once",
                violation_error_message=_("This resemblance is already on record."),
            ),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="resemblance_score_range"),
            models.CheckConstraint(
                condition=Q(kind__in=ResemblanceKind.values), name="resemblance_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=ProposalStatus.values), name="resemblance_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=ProposalStatus.PROPOSED) | Q(decided_by__isnull=True),
                name="resemblance_proposed_is_undecided",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article.title} ~ {self.other.title}"
