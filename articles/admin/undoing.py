"""Undoing a batch on the editor's desk: a page that shows exactly what will go, and asks."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.ingest.undo import UndoError, UndoPlan, plan_undo, undo_batch
from articles.models import AccessionBatch
from articles.vocabulary import BatchState

_SHOWN = 500  # records on the page; the others are counted, and the list of accessions has them all


def may_undo(request: HttpRequest) -> bool:
    """Whoever may delete articles and batches."""
    return request.user.has_perms(["articles.delete_article", "articles.delete_accessionbatch"])


def undo_view(request: HttpRequest, model_admin: admin.ModelAdmin[AccessionBatch], pk: int) -> HttpResponse:
    """What will go with a batch and, once it is confirmed, its undoing."""
    if not may_undo(request):
        raise PermissionDenied
    batch = get_object_or_404(AccessionBatch, pk=pk)
    if batch.state == BatchState.UNDONE:
        messages.info(request, _("This batch was undone before."))
        return redirect("admin:articles_accessionbatch_change", pk)
    problem = ""
    if request.method == "POST":
        try:
            return _carry_out(request, batch)
        except UndoError as error:
            problem = str(error)
    plan = plan_undo(batch)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Undo a batch"),
        "plan": plan,
        "problem": problem,
        "records": list(plan.records[:_SHOWN]),
        "shown": _SHOWN,
    }
    return TemplateResponse(request, "admin/articles/accessionbatch/undo.html", context)


def _carry_out(request: HttpRequest, batch: AccessionBatch) -> HttpResponse:
    """The undoing and its trail, together; UndoError says what stands in the way."""
    with transaction.atomic():
        plan = undo_batch(batch, request.user, fingerprint=request.POST.get("fingerprint") or "-")  # type: ignore[arg-type]
        if (plan.touched or plan.translations) and not request.POST.get("sure"):
            raise UndoError(
                _("People have worked on some of these records: confirm that their work goes too.")
            )
        text = _tell(plan)
        LogEntry.objects.log_actions(request.user.pk, [batch], CHANGE, text)  # type: ignore[arg-type]
    messages.success(request, text)
    return redirect("admin:articles_accessionbatch_change", batch.pk)


def _tell(plan: UndoPlan) -> str:
    text = ngettext(
        "The batch was undone: %(count)d article is gone. Its bytes can come in again.",
        "The batch was undone: %(count)d articles are gone. Their bytes can come in again.",
        plan.record_count,
    )
    return text % {"count": plan.record_count}
