"""Accessions and their batches on the editor's desk: to be read, never changed."""

# ruff: noqa: ARG002 - the signatures are Django’s

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import ReadOnlyAdmin
from articles.admin.progress import figures_view, progress_view, retry_view
from articles.admin.searching import accessions_found
from articles.admin.source_text import render_source, show_evidence
from articles.admin.undoing import may_undo, undo_view
from articles.models import Accession, AccessionBatch, Article, BatchInput
from articles.templatetags.worklist import recently_refused
from articles.vocabulary import BatchState

_SHOWN = 200  # accessions on the page of a batch; the list has them all


def _article_of(accession: Accession) -> Article | None:
    """The record made of an accession, if it is still there."""
    return getattr(accession, "article", None)


class EncodingFilter(admin.SimpleListFilter):
    """Whether a source was in Unicode, or in an older encoding, which is a guess at times."""

    title = _("encoding")
    parameter_name = "encoding"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("unicode", "Unicode"), ("other", _("another encoding"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "unicode":
                return queryset.filter(encoding__startswith="utf")
            case "other":
                return queryset.exclude(encoding__startswith="utf")
        return queryset


@admin.register(Accession)
class AccessionAdmin(ReadOnlyAdmin):
    """How each text came in."""

    list_display = ("told_path", "received", "record", "batch", "encoding", "digest")
    list_select_related = ("batch", "article")
    list_filter = ("received", EncodingFilter)
    # As they came in, without an order of a million moments to be made for fifty of them.
    ordering = ("-pk",)
    search_fields = ("path",)
    search_help_text = _("A file’s name, a digest’s beginning, or words of the text.")
    fieldsets = (
        (None, {"fields": ("told_path", "record", "received", "batch", "encoding", "sender_id", "sha256")}),
        (_("The source as it came"), {"fields": ("source_text",)}),
        (_("Grounds of the description"), {"fields": ("evidence_shown",)}),
    )
    readonly_fields = ("told_path", "record", "source_text", "evidence_shown")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Accession]:
        return super().get_queryset(request).defer("source_bytes", "article__body", "article__lede")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        found = accessions_found(search_term)
        return queryset if found is None else queryset.filter(pk__in=found), False

    @admin.display(description=_("path"), ordering="path")
    def told_path(self, accession: Accession) -> str:
        return accession.path_in_words

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


class RefusedFilter(admin.SimpleListFilter):
    """The batches of whose inputs some could not be read."""

    title = _("refused inputs")
    parameter_name = "refused"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("recently", _("some, in the last thirty days")), ("ever", _("some"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "recently":
                return queryset.filter(pk__in=recently_refused().values("pk"))
            case "ever":
                return queryset.filter(pk__in=BatchInput.objects.refused().values("batch"))
        return queryset


@admin.register(AccessionBatch)
class AccessionBatchAdmin(ReadOnlyAdmin):
    """What came in together."""

    list_display = ("started", "told_label", "received_by", "state", "accession_count", "finished")
    list_select_related = ("received_by",)
    list_filter = ("state", RefusedFilter)
    date_hierarchy = "started"
    search_fields = ("label",)
    fields = (
        "told_label",
        "state",
        "problem",
        ("started", "finished"),
        "received_by",
        "program_version",
        ("undone", "undone_by"),
        "contents",
    )
    readonly_fields = ("told_label", "contents")
    actions = ("undo",)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/undo/", view(self.undo_page), name="articles_accessionbatch_undo"),
            path("<int:pk>/progress/", view(self.progress), name="articles_accessionbatch_progress"),
            path("<int:pk>/retry/", view(self.retry), name="articles_accessionbatch_retry"),
            path("<int:pk>/progress.json", view(self.figures), name="articles_accessionbatch_figures"),
            *super().get_urls(),
        ]

    def undo_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What would go with a batch."""
        return undo_view(request, self, pk)

    def progress(self, request: HttpRequest, pk: int) -> HttpResponse:
        """How far a batch has come, with its inputs."""
        return progress_view(request, self, pk)

    def retry(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The job of a failed batch once more."""
        return retry_view(request, self, pk)

    def figures(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The same figures, for the page to renew itself."""
        return figures_view(request, self, pk)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Django's; the page offers to undo what is not undone."""
        batch = self.get_object(request, object_id)
        offered = may_undo(request) and batch is not None and batch.state != BatchState.UNDONE
        return super().change_view(
            request, object_id, form_url, {**(extra_context or {}), "may_undo": offered}
        )

    @admin.action(description=_("Undo the selected batch…"))
    def undo(self, request: HttpRequest, queryset: QuerySet[AccessionBatch]) -> HttpResponse | None:
        """Lead to the page that shows what would go; one batch at a time, so that it is read."""
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:2])
        if len(keys) == 1:
            return redirect("admin:articles_accessionbatch_undo", keys[0])
        messages.warning(request, gettext("Undo one batch at a time."))
        return None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        batches = super().get_queryset(request)
        accessions = Accession.objects.filter(batch=OuterRef("pk")).order_by().values("batch")
        counted = Subquery(accessions.annotate(count=Count("*")).values("count"))
        counted_batches: QuerySet[Any] = batches.annotate(accession_count=Coalesce(counted, 0))
        return counted_batches

    @admin.display(description=_("what was asked"), ordering="label")
    def told_label(self, batch: AccessionBatch) -> str:
        return batch.label_in_words

    @admin.display(description=_("accessions"), ordering="accession_count")
    def accession_count(self, batch: Any) -> int:
        return int(batch.accession_count)

    @admin.display(description=_("accessions"))
    def contents(self, batch: Any) -> SafeString:
        accessions = batch.accessions.without_bytes().select_related("article").order_by("pk")[:_SHOWN]
        context = {"accessions": accessions, "total": batch.accession_count, "batch": batch}
        return SafeString(render_to_string("admin/articles/batch_contents.html", context))
