"""What near-duplicates and translations are found by: prints, cues and meaning of each article, derived."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.semantics import SIZE


class PrintSet(models.Model):
    """The prints (`articles.prints`) of one article; the database posts each of them as a `TextPrint`."""

    article = models.OneToOneField(
        "articles.Article", on_delete=models.CASCADE, primary_key=True, related_name="print_set"
    )
    values = ArrayField(models.BigIntegerField())

    class Meta:
        verbose_name = _("prints of a text")
        verbose_name_plural = _("prints of texts")

    def __str__(self) -> str:
        return str(self.article_id)


class TextPrint(models.Model):
    """One print of one article, by value: written by a trigger of `PrintSet`, never by hand.

    Fifty a text, so it has no more than one index and no foreign key in the database.
    """

    pk = models.CompositePrimaryKey("value", "article")
    value = models.BigIntegerField()
    article = models.ForeignKey(
        "articles.Article", on_delete=models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False
    )

    class Meta:
        verbose_name = _("text print")
        verbose_name_plural = _("text prints")

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


class SignsField(models.Field):  # type: ignore[type-arg]
    """A string of as many bits as a meaning has numbers, in Python a text of 0 and 1."""

    def db_type(self, connection: object) -> str:  # noqa: ARG002
        """PostgreSQL's bit string: those of two rows are compared by `bit_count(one # other)`."""
        return f"bit({SIZE})"


class TextMeaning(models.Model):
    """The meaning (`articles.semantics`) of one article, where the extra that finds it was installed."""

    article = models.OneToOneField(
        "articles.Article", on_delete=models.CASCADE, primary_key=True, related_name="meaning"
    )
    language = models.CharField(max_length=8)
    signs = SignsField()
    values = models.BinaryField(max_length=SIZE)

    class Meta:
        verbose_name = _("meaning of a text")
        verbose_name_plural = _("meanings of texts")

    def __str__(self) -> str:
        return str(self.article_id)
