"""Links between a text and its translations (schema.org translationOfWork)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from articles.alignment import Rows, fitting_rows, read_rows
from articles.passages import align_paragraphs, paragraphs
from articles.vocabulary import ArticleStatus, TranslationMethod

if TYPE_CHECKING:
    from articles.models.article import Article


class TranslationQuerySet(models.QuerySet["Translation"]):
    """Questions to the links between texts."""

    def published(self) -> TranslationQuerySet:
        """The links to translations that stand in the public archive."""
        return self.filter(translation__status=ArticleStatus.PUBLISHED)

    def between(self, one: Article | int, other: Article | int) -> TranslationQuerySet:
        """The link between two texts, whichever is the original."""
        return self.filter(Q(original=one, translation=other) | Q(original=other, translation=one))

    def of(self, article: Article) -> TranslationQuerySet:
        """The links that a text is one end of."""
        return self.filter(Q(original=article) | Q(translation=article))

    def first_of(self, article: Article) -> int:
        """The original that a text goes back to, over links of any number: itself where it is no translation."""
        number, seen = article.pk, {article.pk}
        while (before := self.filter(translation=number).order_by("pk").first()) is not None:
            if before.original_id in seen:
                break
            number = before.original_id
            seen.add(number)
        return int(number)

    def of_the_same(self, article: Article) -> TranslationQuerySet:
        """The other translations of what a text was translated from (as prefetched), each with its text, without
        its words; a text is told once."""
        originals = [link.original_id for link in article.original_links.all()]
        known = [article.pk, *originals, *(link.translation_id for link in article.translation_links.all())]
        links = self.published().filter(original__in=originals).exclude(translation__in=known)
        return (
            links.select_related("translation")
            .defer("translation__lede", "translation__body")
            .order_by("translation__language", "pk")
        )


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

    objects = TranslationQuerySet.as_manager()

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
        # A mark that turns with the direction of writing, unlike an arrow.
        return f"{self.original.title} › {self.translation.title}"

    def clean(self) -> None:
        """Refuse an alignment that holds a paragraph twice, out of order or not at all.

        One that the texts have outgrown is no error: it is kept, and `rows_set` leaves it aside.
        """
        if self.alignment is not None and read_rows(self.alignment) is None:
            raise ValidationError(
                _("Every paragraph must stand in exactly one row, in the order of its text.")
            )

    def rows_set(self, originals: int, translations: int) -> Rows | None:
        """The rows set by hand where they fit texts of so many paragraphs, otherwise None."""
        return fitting_rows(self.alignment, originals, translations)

    def paragraphs(self) -> tuple[list[str], list[str]]:
        """The paragraphs of the original and of the translation, lede and body counted through."""
        return _paragraphs(self.original), _paragraphs(self.translation)

    @property
    def is_outgrown(self) -> bool:
        """Whether rows were set by hand that no longer fit the texts."""
        return self.alignment is not None and self.rows_set(*map(len, self.paragraphs())) is None

    def rows(self) -> Rows:
        """The rows as set by hand where they fit, otherwise by order and length."""
        first, second = self.paragraphs()
        return self.rows_set(len(first), len(second)) or align_paragraphs(first, second)


def _paragraphs(article: Article) -> list[str]:
    return [part.text for text in (article.lede, article.body) for part in paragraphs(text)]
