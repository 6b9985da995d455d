"""How far a batch has come: a page to watch or to leave, and the list of what became of each input."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.models import AccessionBatch
from articles.tasks import try_again
from articles.vocabulary import BatchState, InputOutcome

_ON_A_PAGE = 100


def progress_view(
    request: HttpRequest, model_admin: admin.ModelAdmin[AccessionBatch], pk: int
) -> HttpResponse:
    """The page; it renews itself as long as texts come in, with JavaScript or without."""
    batch = _batch(request, model_admin, pk)
    outcome = request.GET.get("outcome", "")
    inputs = batch.inputs.for_list()
    if outcome in InputOutcome.values:
        inputs = inputs.filter(outcome=outcome)
    figures = _figures(batch)
    chosen = [(code, label, figures[code]) for code, label in InputOutcome.choices]
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Progress and inputs"),
        "batch": batch,
        "figures": figures,
        "outcomes": chosen,
        "outcome": outcome,
        "may_retry": batch.state == BatchState.FAILED and may_retry(request),
        "page": Paginator(inputs, _ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return TemplateResponse(request, "admin/articles/accessionbatch/progress.html", context)


def retry_view(request: HttpRequest, model_admin: admin.ModelAdmin[AccessionBatch], pk: int) -> HttpResponse:
    """Queue the job of a failed batch once more; whoever may bring texts in may."""
    batch = _batch(request, model_admin, pk)
    if request.method != "POST":  # an address kept, or asked for again after signing in
        return redirect("admin:articles_accessionbatch_progress", pk)
    if not may_retry(request):
        raise PermissionDenied
    if try_again(batch):
        messages.success(request, _("The batch waits for its turn again; what came in before stays."))
    else:
        messages.error(request, _("This batch cannot be tried again: bring in its files anew."))
    return redirect("admin:articles_accessionbatch_progress", pk)


def may_retry(request: HttpRequest) -> bool:
    """Whoever may bring in texts."""
    return request.user.has_perm("articles.add_article")


def figures_view(
    request: HttpRequest, model_admin: admin.ModelAdmin[AccessionBatch], pk: int
) -> JsonResponse:
    """The figures of the page, as JSON."""
    return JsonResponse(_figures(_batch(request, model_admin, pk)))


def _batch(request: HttpRequest, model_admin: admin.ModelAdmin[AccessionBatch], pk: int) -> AccessionBatch:
    batch = get_object_or_404(AccessionBatch.objects.select_related("received_by"), pk=pk)
    if not model_admin.has_view_permission(request, batch):
        raise PermissionDenied
    return batch


def _figures(batch: AccessionBatch) -> dict[str, Any]:
    """State, inputs done and expected, and how many had each outcome."""
    counts = batch.inputs.count_by_outcome()
    done = counts.total()
    return {
        "state": str(batch.get_state_display()),
        "is_open": batch.is_open,
        "problem": batch.problem,
        "done": done,
        "expected": max(batch.inputs_expected or 0, done),
        **{code: counts[code] for code in InputOutcome.values},
    }
