"""Tags and sources on the editor's desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.models import Source, Tag


class CountedAdmin(DeskAdmin):
    """An admin whose list says how many published articles a record has."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The address of a record that is there already stays: it is cited, and filters are kept by it."""
        return (*super().get_readonly_fields(request, obj), "slug") if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        records: Any = super().get_queryset(request)
        counted: QuerySet[Any] = records.with_counts()
        return counted

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, record: Any) -> int:
        return int(record.article_count)


@admin.register(Tag)
class TagAdmin(CountedAdmin):
    """Subjects."""

    list_display = ("pref_label_fr", "pref_label_en", "broader", "article_count")
    list_display_links = ("pref_label_fr", "pref_label_en")
    list_select_related = ("broader",)
    search_fields = (
        "pref_label_fr__unaccent",
        "pref_label_en__unaccent",
        "slug",
        "alt_labels__icontains",
    )
    fields = ("pref_label_fr", "pref_label_en", "slug", "alt_labels", "broader")
    autocomplete_fields = ("broader",)
    prepopulated_fields = {"slug": ("pref_label_fr",)}


@admin.register(Source)
class SourceAdmin(CountedAdmin):
    """Outlets."""

    list_display = ("name", "homepage", "article_count")
    search_fields = ("name__unaccent", "slug", "homepage")
    fields = ("name", "slug", "homepage", "note")
    prepopulated_fields = {"slug": ("name",)}
