"""What near-duplicates and translations are found by: prints and cues of each article, narrow rows, derived."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class TextPrint(models.Model):
    """One print (`articles.prints`) of one article."""

    pk = models.CompositePrimaryKey("article", "value")
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="prints", db_index=False
    )
    value = models.BigIntegerField()

    class Meta:
        verbose_name = _("text print")
        verbose_name_plural = _("text prints")
        indexes = [models.Index(fields=["value"], include=["article"], name="print_value")]

    def __str__(self) -> str:
        return str(self.value)


class TextCue(models.Model):
    """One cue (`articles.cognates`) of one article; those that stand in very many texts are left out."""

    pk = models.CompositePrimaryKey("article", "value")
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="cues", db_index=False
    )
    value = models.BigIntegerField()
    language = models.CharField(max_length=8)

    class Meta:
        verbose_name = _("text cue")
        verbose_name_plural = _("text cues")
        indexes = [models.Index(fields=["value"], include=["language", "article"], name="cue_value")]

    def __str__(self) -> str:
        return str(self.value)


class CommonCue(models.Model):
    """A cue that stands in so many texts that no more of them are noted."""

    value = models.BigIntegerField(primary_key=True)

    class Meta:
        verbose_name = _("common cue")
        verbose_name_plural = _("common cues")

    def __str__(self) -> str:
        return str(self.value)
