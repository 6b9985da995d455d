"""Outlets: the newspapers, agencies and sites the texts come from (schema.org Periodical)."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.addresses import address_of
from articles.facet_codes import FacetKind
from articles.models.facet_count import total_of
from articles.names import fold
from articles.slugs import slug_for


class SourceQuerySet(models.QuerySet["Source"]):
    """Questions to the outlets."""

    def is_slug_taken(self, slug: str) -> bool:
        """Whether an outlet already has this slug."""
        return self.filter(slug=slug).exists()

    def spelt_like(self, name: str) -> SourceQuerySet:
        """The outlets whose name is this one but for signs, accents and case; none for a name of signs alone."""
        key = fold(name)
        return self.filter(folded=key) if key else self.none()

    def with_counts(self) -> SourceQuerySet:
        """Each outlet with `article_count`, the number of its published records."""
        return self.annotate(article_count=total_of(FacetKind.SOURCE))


class Source(models.Model):
    """An outlet as its own record, so that two spellings of it need not be two outlets."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    slug = models.SlugField(_("slug"), max_length=200, unique=True, blank=True)
    homepage = models.URLField(_("home page"), blank=True)
    note = models.TextField(_("note"), blank=True)
    folded = models.TextField(default="", db_default="", editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = [models.Index(OpClass("folded", name="text_pattern_ops"), name="source_folded_prefix")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Derive the slug from the name where none was given, and the key of a name that is saved."""
        self.slug = self.slug or slug_for(self.name, Source.objects.is_slug_taken)
        saved = kwargs.get("update_fields")
        if saved is None or "name" in saved:
            self.derive()
            kwargs["update_fields"] = saved and {*saved, "folded"}
        super().save(*args, **kwargs)

    def derive(self) -> Source:
        """Set the key under which it is looked up from the name; for bulk creation call it yourself.

        Empty where the name has no letters and digits.
        """
        self.folded = fold(self.name)
        return self

    def get_absolute_url(self) -> str:
        return address_of("articles:source-detail", self.slug)
