"""Links between a text and its translations, from either side and in a list of their own."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.article_filters import TranslationLanguageFilter
from articles.admin.desk import DeskAdmin, DeskInline, TableRow
from articles.models import Translation


class TranslationInline(DeskInline):
    """The translations of an article."""

    model = Translation
    form = TableRow
    fk_name = "original"
    fields = ("translation", "method", "credit")
    verbose_name = _("translation of this text")
    verbose_name_plural = _("translations of this text")


class OriginalInline(DeskInline):
    """The text an article is a translation of."""

    model = Translation
    form = TableRow
    fk_name = "translation"
    fields = ("original", "method", "credit")
    verbose_name = _("original of this text")
    verbose_name_plural = _("originals of this text")


@admin.register(Translation)
class TranslationAdmin(DeskAdmin):
    """All links."""

    list_display = ("original", "translation", "method", "credit")
    list_display_links = ("original", "translation")
    list_select_related = ("original", "translation")
    list_filter = ("method", TranslationLanguageFilter)
    search_fields = ("original__headline", "translation__headline", "credit")
    fields = ("original", "translation", "method", "credit")
