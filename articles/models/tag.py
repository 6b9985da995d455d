"""Tags: the subjects of the texts, with a label in each interface language (SKOS concepts)."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.addresses import address_of
from articles.facet_codes import FacetKind
from articles.models.facet_count import total_of
from articles.names import fold
from articles.slugs import slug_for

_LABELS = frozenset({"pref_label_fr", "pref_label_en", "alt_labels"})


class TagQuerySet(models.QuerySet["Tag"]):
    """Questions to the tags."""

    def is_slug_taken(self, slug: str) -> bool:
        """Whether a tag already has this slug."""
        return self.filter(slug=slug).exists()

    def labelled(self, label: str) -> TagQuerySet:
        """The tags that bear this label, in either language, or this slug; case is ignored."""
        return self.filter(
            Q(pref_label_fr__iexact=label)
            | Q(pref_label_en__iexact=label)
            | Q(slug=label)
            | Q(alt_labels__contains=[label])
        )

    def with_counts(self) -> TagQuerySet:
        """Each tag with `article_count`, the number of published records that bear it."""
        return self.annotate(article_count=total_of(FacetKind.TAG))


class Tag(models.Model):
    """A subject: preferred and alternative labels, and the wider subject it belongs to."""

    slug = models.SlugField(_("slug"), max_length=200, unique=True, blank=True)
    pref_label_fr = models.CharField(_("label in French"), max_length=200, blank=True)
    pref_label_en = models.CharField(_("label in English"), max_length=200, blank=True)
    alt_labels = ArrayField(
        models.CharField(max_length=200), verbose_name=_("other labels"), default=list, blank=True
    )
    broader = models.ForeignKey(
        "self",
        verbose_name=_("broader tag"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="narrower",
    )
    folded = ArrayField(models.TextField(), default=list, db_default=[], editable=False)

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        indexes = [GinIndex(fields=["folded"], name="tag_folded", fastupdate=False)]
        constraints = [
            models.CheckConstraint(
                condition=~Q(pref_label_fr="") | ~Q(pref_label_en=""),
                name="tag_has_a_label",
                violation_error_message=_("Give the tag a label in French or in English."),
            ),
            models.CheckConstraint(
                condition=Q(broader__isnull=True) | ~Q(broader=F("pk")),
                name="tag_not_broader_than_itself",
                violation_error_message=_("A tag cannot be broader than itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Derive the slug from a label where none was given, and the keys of labels that are saved."""
        self.slug = self.slug or slug_for(self.pref_label_fr or self.pref_label_en, Tag.objects.is_slug_taken)
        saved = kwargs.get("update_fields")
        if saved is None or not _LABELS.isdisjoint(saved):
            self.derive()
            kwargs["update_fields"] = saved and {*saved, "folded"}
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a label that another tag has, and a broader tag that stands within this one."""
        super().clean()
        self._refuse_circle()
        stored = Tag.objects.filter(pk=self.pk).first() if self.pk else None
        before = stored.labels if stored else []
        for name, label in self.labels:
            key = fold(label)
            if not key or (name, label) in before:
                continue
            if other := Tag.objects.filter(folded__contains=[key]).exclude(pk=self.pk).first():
                message = _("There is a tag of this label already: “%(tag)s”.")
                raise ValidationError({name: ValidationError(message, params={"tag": other.label})})

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Field → each of its labels, the preferred ones first."""
        preferred = [(name, getattr(self, name)) for name in ("pref_label_fr", "pref_label_en")]
        return [*preferred, *(("alt_labels", label) for label in self.alt_labels)]

    def _refuse_circle(self) -> None:
        if self.pk is None or self.broader is None:
            return  # within a new one nothing stands yet
        seen = {self.pk}
        above: Tag | None = self.broader
        while above is not None:
            if above.pk in seen:
                message = _("“%(tag)s” stands within this tag: the two would be in a circle.")
                params = {"tag": self.broader.label}
                raise ValidationError({"broader": ValidationError(message, params=params)})
            seen.add(above.pk)
            above = above.broader

    def derive(self) -> Tag:
        """Set the keys under which it is looked up from the labels; for bulk creation call it yourself.

        Each key once, those of the preferred labels first; a label without letters and digits has none.
        """
        self.folded = list(dict.fromkeys(filter(None, (fold(label) for _field, label in self.labels))))
        return self

    def get_absolute_url(self) -> str:
        return address_of("articles:tag-detail", self.slug)

    @property
    def label(self) -> str:
        """The label in the interface language; where there is none, as for names, French before English."""
        labels = {"fr": self.pref_label_fr, "en": self.pref_label_en}
        return labels.get((get_language() or "fr")[:2]) or self.pref_label_fr or self.pref_label_en
