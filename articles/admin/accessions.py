"""Accessions and their batches on the editor's desk: to be read, never changed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import ReadOnlyAdmin
from articles.admin.source_text import render_source, show_evidence
from articles.models import Accession, AccessionBatch, Article

_SHOWN = 200  # accessions on the page of a batch; the list has them all


def _article_of(accession: Accession) -> Article | None:
    """The record made of an accession, if it is still there."""
    return getattr(accession, "article", None)


@admin.register(Accession)
class AccessionAdmin(ReadOnlyAdmin):
    """How each text came in."""

    list_display = ("path", "received", "record", "batch", "encoding", "digest")
    list_select_related = ("batch", "article")
    list_filter = ("received", "encoding")
    search_fields = ("path", "sha256__startswith", "sender_id__exact", "article__headline__unaccent")
    fieldsets = (
        (None, {"fields": ("path", "record", "received", "batch", "encoding", "sender_id", "sha256")}),
        (_("The source as it came"), {"fields": ("source_text",)}),
        (_("Grounds of the description"), {"fields": ("evidence_shown",)}),
    )
    readonly_fields = ("record", "source_text", "evidence_shown")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Accession]:
        return super().get_queryset(request).defer("source_bytes", "article__body", "article__lede")

    @admin.display(description=_("article"), empty_value="—")
    def record(self, accession: Accession) -> SafeString | None:
        article = _article_of(accession)
        if article is None:
            return None
        url = reverse("admin:articles_article_change", args=[article.pk])
        return format_html('<a href="{}">{}</a>', url, article.title)

    @admin.display(description=_("SHA-256"))
    def digest(self, accession: Accession) -> SafeString:
        return format_html("<code>{}…</code>", accession.sha256[:12])

    @admin.display(description=_("source text"))
    def source_text(self, accession: Accession) -> SafeString:
        return render_source(accession, _article_of(accession))

    @admin.display(description=_("evidence"))
    def evidence_shown(self, accession: Accession) -> SafeString:
        return show_evidence(accession)


@admin.register(AccessionBatch)
class AccessionBatchAdmin(ReadOnlyAdmin):
    """What came in together."""

    list_display = ("started", "label", "received_by", "accession_count", "finished")
    list_select_related = ("received_by",)
    date_hierarchy = "started"
    search_fields = ("label",)
    fields = ("label", "started", "finished", "received_by", "program_version", "contents")
    readonly_fields = ("contents",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        batches = super().get_queryset(request)
        counted_batches: QuerySet[Any] = batches.annotate(accession_count=Count("accessions"))
        return counted_batches

    @admin.display(description=_("accessions"), ordering="accession_count")
    def accession_count(self, batch: Any) -> int:
        return int(batch.accession_count)

    @admin.display(description=_("accessions"))
    def contents(self, batch: Any) -> SafeString:
        accessions = batch.accessions.without_bytes().select_related("article").order_by("pk")[:_SHOWN]
        context = {"accessions": accessions, "total": batch.accession_count, "batch": batch}
        return SafeString(render_to_string("admin/articles/batch_contents.html", context))
