"""Offices and roles on an authority record, in the words of the texts that state them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.agent import Agent
from articles.vocabulary import ArticleStatus


class OfficeQuerySet(models.QuerySet["Office"]):
    """Questions to the offices."""

    def stated_publicly(self) -> OfficeQuerySet:
        """The offices with the text that states them, but those that only an unpublished text states."""
        public = models.Q(article__isnull=True) | models.Q(article__status=ArticleStatus.PUBLISHED)
        return self.filter(public).select_related("article")


class Office(models.Model):
    """An office as stated: never normalised, and no claim about when it began or ended."""

    agent = models.ForeignKey(
        Agent, verbose_name=_("person or institution"), on_delete=models.CASCADE, related_name="offices"
    )
    label = models.CharField(_("office as stated"), max_length=300)
    language = models.CharField(_("language"), max_length=3)
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("stated in"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="offices",
    )

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["agent", "label"]
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        constraints = [
            models.UniqueConstraint(
                fields=["agent", "label", "article"], name="office_stated_once_in_a_text"
            ),
            models.UniqueConstraint(
                fields=["agent", "label"],
                condition=models.Q(article__isnull=True),
                name="office_stated_once_without_text",
            ),
            models.CheckConstraint(
                condition=models.Q(language__regex=r"^[a-z]{2,3}$"), name="office_language_form"
            ),
        ]

    def __str__(self) -> str:
        return self.label
