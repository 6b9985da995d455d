"""What the address of a person or institution was before: who cited it is led to the record it is now."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.agent import Agent


class FormerSlugQuerySet(models.QuerySet["FormerSlug"]):
    """Questions to the former addresses."""

    def records(self, slugs: Collection[str], model: type[Agent]) -> dict[str, Agent]:
        """Former slug → the record of this model that it leads to, with names and `former_slug`; no others."""
        rows = dict(self.filter(slug__in=slugs).values_list("slug", "agent"))
        agents = model._default_manager.prefetch_related("names").in_bulk(rows.values()) if rows else {}
        found = {slug: copy(agents[key]) for slug, key in rows.items() if key in agents}
        for slug, agent in found.items():
            agent.former_slug = slug
        return found


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
