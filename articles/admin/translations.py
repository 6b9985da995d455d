"""Links between a text and its translations, from either side and in a list of their own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.alignments import alignment_view, note_rows_left, pairing
from articles.admin.article_filters import TranslationLanguageFilter
from articles.admin.desk import DeskAdmin, DeskInline, TableRow
from articles.languages import UNDETERMINED
from articles.models import Article, Translation

_ENDS = {"original", "translation"}


def require_two_languages(original: Article, translation: Article) -> None:
    """Refuse two texts in one language."""
    if original.language == translation.language != UNDETERMINED:
        text = gettext("Both texts are in one language, %(language)s: a translation is in another.")
        raise forms.ValidationError(text % {"language": original.language_info.label})


def require_fitting_language(article: Article) -> None:
    """Refuse a language that a translation of this text, or its original, is written in; asked of what is saved.

    A link may be corrected in the same form.
    """
    for link in Translation.objects.of(article).select_related("original", "translation"):
        try:
            require_two_languages(link.original, link.translation)
        except forms.ValidationError as error:
            raise forms.ValidationError({"language": error}) from error


def _require_fitting(original: Article | None, translation: Article | None, link: int | None) -> None:
    """Refuse two texts in one language, and a text between an original and its translation.

    Links that are on record, as files or older programs stated them, stay as they are.
    """
    if original is None or translation is None or original == translation:
        return
    require_two_languages(original, translation)
    links = Translation.objects.select_related("original")
    links = links.exclude(pk=link) if link else links
    if original.pk and translation.pk and links.between(original, translation).exists():
        return  # which its own rule says
    if original.pk and (above := links.filter(translation=original).first()):
        text = gettext("“%(text)s” is itself a translation: link the original, “%(original)s”.")
        raise forms.ValidationError(text % {"text": original.title, "original": above.original.title})
    if translation.pk and links.filter(original=translation).exists():
        text = gettext("“%(text)s” has translations of its own, which would hang on a translation.")
        raise forms.ValidationError(text % {"text": translation.title})


class LinkForm(forms.ModelForm):  # type: ignore[type-arg]
    """A link; rows set by hand between two texts are not kept for two others."""

    #: The rows that stood between the texts as they were, where one of them is exchanged.
    rows_left: Any = None

    def clean(self) -> Any:
        values = super().clean()
        if self.instance.pk is None or not _ENDS.isdisjoint(self.changed_data):
            _require_fitting(
                self.cleaned_data.get("original"), self.cleaned_data.get("translation"), self.instance.pk
            )
        if self.instance.pk and not _ENDS.isdisjoint(self.changed_data):
            self.rows_left, self.instance.alignment = self.instance.alignment, None
        return values


class LinkRow(LinkForm, TableRow):
    """A link in a table."""


class LinkInline(DeskInline):
    """Links to one text, with how their paragraphs are paired."""

    model = Translation
    form = LinkRow
    readonly_fields = ("paragraphs",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("original", "translation")

    @admin.display(description=_("paragraphs"))
    def paragraphs(self, link: Translation) -> SafeString | str:
        return pairing(link) or "—"  # a form would say None


class TranslationInline(LinkInline):
    """The translations of an article."""

    fk_name = "original"
    fields = ("translation", "method", "credit", "paragraphs")
    verbose_name = _("translation of this text")
    verbose_name_plural = _("translations of this text")


class OriginalInline(LinkInline):
    """The text an article is a translation of."""

    fk_name = "translation"
    fields = ("original", "method", "credit", "paragraphs")
    verbose_name = _("original of this text")
    verbose_name_plural = _("originals of this text")


@admin.register(Translation)
class TranslationAdmin(DeskAdmin):
    """All links."""

    form = LinkForm
    list_display = ("original", "translation", "method", "credit", "paragraphs")
    list_display_links = ("original", "translation")
    list_select_related = ("original", "translation")
    list_filter = ("method", TranslationLanguageFilter)
    search_fields = ("original__headline", "translation__headline", "credit")
    fields = ("original", "translation", "method", "credit", "paragraphs")
    readonly_fields = ("paragraphs",)

    def save_model(self, request: HttpRequest, obj: Translation, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if form.rows_left is not None:
            note_rows_left(request, obj, form.rows_left)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.alignment)
        return [
            path("<int:pk>/paragraphs/", view, name="articles_translation_alignment"),
            *super().get_urls(),
        ]

    def alignment(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Which paragraphs stand beside each other."""
        return alignment_view(request, self, pk)

    @admin.display(description=_("paragraphs"))
    def paragraphs(self, link: Translation) -> SafeString | str:
        return pairing(link) or "—"  # a form would say None
