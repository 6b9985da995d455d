"""Links between a text and its translations (schema.org translationOfWork)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from articles.vocabulary import TranslationMethod


class Translation(models.Model):
    """One article is a translation of another; who made it is credited as stated."""

    original = models.ForeignKey(
        "articles.Article",
        verbose_name=_("original"),
        on_delete=models.CASCADE,
        related_name="translation_links",
    )
    translation = models.ForeignKey(
        "articles.Article",
        verbose_name=_("translation"),
        on_delete=models.CASCADE,
        related_name="original_links",
    )
    method = models.CharField(
        _("made"), max_length=8, choices=TranslationMethod, default=TranslationMethod.UNKNOWN
    )
    credit = models.CharField(_("credit"), max_length=300, blank=True)
    #: Rows set by hand, each the numbers (from 1) of the paragraphs of both texts that stand beside each other,
    #: `[[[1], [1]], [[2, 3], [2]]]`; null where they are paired by order and length.
    alignment = models.JSONField(_("alignment"), null=True, blank=True, editable=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        ordering = ["original", "pk"]
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.CheckConstraint(
                condition=~Q(original=F("translation")),
                name="translation_not_of_itself",
                violation_error_message=_("A text cannot be its own translation."),
            ),
            models.UniqueConstraint(
                Least("original", "translation"),
                Greatest("original", "translation"),
                name="translation_linked_once",
                violation_error_message=_("These two texts are already linked."),
            ),
            models.CheckConstraint(
                condition=Q(method__in=TranslationMethod.values), name="translation_method_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.original_id} → {self.translation_id}"
