"""Tags and sources on the editor's desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.models import Article, Source, Tag


class CountedAdmin(DeskAdmin):
    """An admin whose list says how many articles a record has."""

    #: The field of an article that names the record.
    article_field: str

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        articles = Article.objects.filter(**{self.article_field: OuterRef("pk")}).order_by()
        counted = articles.values(self.article_field).annotate(count=Count("pk")).values("count")
        records = super().get_queryset(request)
        counted_records: QuerySet[Any] = records.annotate(article_count=Coalesce(Subquery(counted), 0))
        return counted_records

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, record: Any) -> int:
        return int(record.article_count)


@admin.register(Tag)
class TagAdmin(CountedAdmin):
    """Subjects."""

    article_field = "tags"
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

    article_field = "source"
    list_display = ("name", "homepage", "article_count")
    search_fields = ("name__unaccent", "slug", "homepage")
    fields = ("name", "slug", "homepage", "note")
    prepopulated_fields = {"slug": ("name",)}
