"""Links between a text and its translations, from either side and in a list of their own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.alignments import alignment_view, note_rows_left, pairing
from articles.admin.article_filters import TranslationLanguageFilter
from articles.admin.desk import DeskAdmin, DeskInline, TableRow
from articles.models import Translation


class LinkForm(forms.ModelForm):  # type: ignore[type-arg]
    """A link; rows set by hand between two texts are not kept for two others."""

    #: The rows that stood between the texts as they were, where one of them is exchanged.
    rows_left: Any = None

    def clean(self) -> Any:
        values = super().clean()
        if self.instance.pk and not {"original", "translation"}.isdisjoint(self.changed_data):
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
