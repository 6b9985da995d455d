"""What the address of a person or institution was before: who cited it is led to the record it is now."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.agent import Agent


class FormerSlugQuerySet(models.QuerySet["FormerSlug"]):
    """Questions to the former addresses."""

    def agents(self, slugs: Collection[str], kind: str) -> dict[str, Agent]:
        """Former slug → the record of a kind that it leads to, with its names; those that lead nowhere are left out."""
        rows = self.filter(slug__in=slugs, agent__kind=kind).select_related("agent")
        return {row.slug: row.agent for row in rows.prefetch_related("agent__names")}


class FormerSlug(models.Model):
    """A slug that a record had before it was changed, or that of a record merged into it.

    Written by the database where a slug changes, and by `merging` (migration 0021).
    """

    slug = models.SlugField(_("slug"), max_length=200, unique=True)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="former_slugs")

    objects = FormerSlugQuerySet.as_manager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug
