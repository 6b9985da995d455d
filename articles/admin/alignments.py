"""Setting by hand which paragraphs of a text and its translation stand beside each other: a page of the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.alignment_form import MOST_PARAGRAPHS, AlignmentForm, meanwhile
from articles.alignment import Rows, rows_in_words, stored_rows
from articles.models import Article, Translation
from articles.vocabulary import ArticleStatus


def alignment_view(request: HttpRequest, model_admin: admin.ModelAdmin[Translation], pk: int) -> HttpResponse:
    """Both texts in rows: shown, moved about, saved, or left to their order and length again."""
    with transaction.atomic():
        links = Translation.objects.select_related("original", "translation")
        if request.method == "POST":
            links = links.select_for_update(of=("self",))
        link = get_object_or_404(links, pk=pk)
        if not model_admin.has_change_permission(request, link):
            raise PermissionDenied
        form = AlignmentForm(link, request.POST if request.method == "POST" else None)
        if sum(map(len, form.texts)) > MOST_PARAGRAPHS:
            return _page(request, model_admin, link, None)
        is_seen = request.POST.get("seen") == form.stamp
        if "again" in request.POST and is_seen:
            _keep(request, link, None)
            return redirect("admin:articles_translation_alignment", pk)
        if form.is_of_other_texts or ("again" in request.POST and not is_seen):
            messages.warning(request, meanwhile())
            return _page(request, model_admin, link, AlignmentForm(link))
        if form.is_bound and form.is_valid():
            if "save" in request.POST:
                _keep(request, link, form.sent_rows())
                return redirect("admin:articles_translation_alignment", pk)
            rows = form.moved_rows(request.POST.get("move", "")) or form.sent_rows()
            return _page(request, model_admin, link, AlignmentForm(link, rows=rows), is_unsaved=True)
    return _page(request, model_admin, link, form, is_unsaved=form.is_bound)


def _page(
    request: HttpRequest,
    model_admin: admin.ModelAdmin[Translation],
    link: Translation,
    form: AlignmentForm | None,
    *,
    is_unsaved: bool = False,
) -> HttpResponse:
    """The page; without a form it says that the texts are too long for one."""
    context: dict[str, Any] = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Paragraphs side by side"),
        "link": link,
        "form": form,
        "most": MOST_PARAGRAPHS,
        "is_unsaved": is_unsaved,
        "is_public": {link.original.status, link.translation.status} == {ArticleStatus.PUBLISHED},
        "touched": request.POST.get("move", "").partition(":")[0],
    }
    return TemplateResponse(request, "admin/articles/translation/alignment.html", context)


def _keep(request: HttpRequest, link: Translation, rows: Rows | None) -> None:
    """Keep these rows, or none, with what stood there before in the history of the link."""
    before = link.alignment
    link.alignment = None if rows is None else stored_rows(rows)
    link.clean()
    if rows is None:
        said = _("Paragraphs paired by order and length again.")
    else:
        said = _("Paragraphs set beside each other by hand.")
    if link.alignment != before:
        link.save(update_fields=["alignment"])
        LogEntry.objects.log_actions(request.user.pk, [link], CHANGE, _trail(said, before, link.alignment))  # type: ignore[arg-type]
    messages.success(request, said)


def note_rows_left(request: HttpRequest, link: Translation, rows: Any) -> None:
    """Keep in the history the rows that stood between two texts of which one was exchanged."""
    said = _trail(_("Another text was chosen: its paragraphs are paired by order and length."), rows, None)
    LogEntry.objects.log_actions(request.user.pk, [link], CHANGE, said)  # type: ignore[arg-type]


def _trail(said: str, before: Any, after: Any) -> str:
    """What the history says, so that no rows are lost."""
    trail = [said]
    if after is not None:
        trail.append(_("Now: %(rows)s.") % {"rows": rows_in_words(after)})
    if before is not None:
        trail.append(_("Before: %(rows)s.") % {"rows": rows_in_words(before)})
    return " ".join(trail)


def pairing(link: Translation) -> SafeString | None:
    """How the paragraphs of a link are paired, leading to the page where that is set; None for one not yet saved."""
    if not link.pk:
        return None
    if link.alignment is None:
        words = _("by order and length")
    elif link.is_outgrown:
        words = _("set by hand, but no longer fits the texts")
    else:
        words = _("set by hand")
    return format_html(
        '<span class="desk-phone">{}</span> <a href="{}">{}</a>',
        capfirst(_("paragraphs")),
        reverse("admin:articles_translation_alignment", args=[link.pk]),
        words,
    )


def tell_outgrown(request: HttpRequest, article: Article) -> None:
    """Say which rows set by hand no longer fit a text that was changed just now."""
    links = Translation.objects.of(article).filter(alignment__isnull=False)
    for link in links.select_related("original", "translation"):
        if link.is_outgrown:
            other = link.translation if link.original_id == article.pk else link.original
            messages.warning(
                request,
                format_html(
                    '{} <a href="{}">{}</a>',
                    _(
                        "The paragraphs set by hand beside those of “%(other)s” no longer fit: "
                        "they are paired by order and length."
                    )
                    % {"other": other.title},
                    reverse("admin:articles_translation_alignment", args=[link.pk]),
                    _("Set them again"),
                ),
            )
