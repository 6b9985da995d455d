"""The paste desk: a text becomes a proposed record that an editor goes over, and only then a record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive import __version__
from articles.admin.desk import broken_rule, stored_breaks
from articles.admin.paste_forms import PasteForm, RecordForm, initial_of, proposed_tags, tag_names
from articles.admin.paste_found import Found, May
from articles.admin.paste_mentions import Decided, carry_over, read_decisions
from articles.admin.paste_review import Review
from articles.admin.renaming import follow_names
from articles.admin.uploads import take_uploads
from articles.dates import EdtfError
from articles.ingest.accession import FindMentions, Statement, Writer, propose
from articles.ingest.describe import ProposedRecord
from articles.ingest.editing import edit
from articles.ingest.raw_texts import RawText
from articles.intake import intake
from articles.linking import Linker
from articles.models import AccessionBatch, Article, Source
from articles.vocabulary import ArticleStatus

_SAVING = {"draft": ArticleStatus.DRAFT, "publish": ArticleStatus.PUBLISHED}
_MOST_SOURCES = 500  # suggested beside the field


def paste_view(request: HttpRequest, model_admin: admin.ModelAdmin[Article]) -> HttpResponse:
    """The page: first the text, then the proposed record; nothing is written before it is saved."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    step = request.POST.get("step", "")
    if request.method != "POST":
        return _ask(request, model_admin, PasteForm(prefix="said"))
    form = PasteForm(request.POST, request.FILES, prefix="said")
    if not form.is_valid():
        return _ask(request, model_admin, form)
    if step == "back":
        return _ask(request, model_admin, PasteForm(prefix="said", initial=form.cleaned_data))
    if form.raw is None:
        return redirect("admin:articles_accessionbatch_progress", take_uploads(request, form).pk)
    return _Desk(request, model_admin, form, form.raw).answer(step)


def _ask(request: HttpRequest, model_admin: admin.ModelAdmin[Article], form: PasteForm) -> HttpResponse:
    """The empty page, or what was wrong with what was sent."""
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Bring in texts"),
        "form": form,
        "stated": [form[name] for name in form.STATED],
        "sources": _source_names(),
    }
    return TemplateResponse(request, "admin/articles/article/paste.html", context)


def _source_names() -> list[str]:
    return list(Source.objects.order_by("name").values_list("name", flat=True)[:_MOST_SOURCES])


class _Desk:
    """One text on the desk: shown, shown again as edited, or saved."""

    def __init__(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Article], form: PasteForm, raw: RawText
    ) -> None:
        self.request, self.model_admin, self.form, self.raw = request, model_admin, form, raw
        self.find: FindMentions = Linker.of_archive().mentions_of
        self.may = May.of(request.user)

    def answer(self, step: str) -> HttpResponse:
        """The page, or, once it is saved, the way to the record."""
        repeated = Article.objects.filter(accession__sha256=self.raw.sha256).first()
        if repeated:
            return self._refuse(_repeats(repeated))
        try:
            self.record = propose(self.raw, self.form.statement)
        except (EdtfError, ValueError) as error:
            return self._refuse(str(error))
        if not step:
            tags = proposed_tags(self.raw, self.form.statement, self.record.evidence)
            article = article_of(self.record)
            return self._show(self.record, tags, Found.of(article, Decided(self.find(article)), self.may))
        return self._go_on(step)

    def _refuse(self, reason: str) -> HttpResponse:
        self.form.add_error(None, reason)
        return _ask(self.request, self.model_admin, self.form)

    def _go_on(self, step: str) -> HttpResponse:
        """What was submitted is shown again, with what is wrong, or saved."""
        submitted, decisions = self.request.POST, read_decisions(self.request.POST)
        shown = _shown(self.request)
        form = RecordForm(submitted, record=self.record)
        if not form.is_valid():
            return self._render(
                form, Found.of(shown, Decided(self.find(shown), decisions), self.may, submitted)
            )
        said = form.cleaned_data
        edited = edit(
            self.record,
            self.raw.decoded.text,
            said,
            rejected=said["reject"],
            returned=[int(number) for number in said["back"]],
        )
        done = set(map(int, said["was_back"]))
        pieces = [piece for number, piece in enumerate(self.record.set_aside) if number in done]
        edited = replace(edited, set_aside=[piece for piece in edited.set_aside if piece not in pieces])
        tags = "" if "tags" in said["reject"] else said["tags"]
        article = article_of(edited)
        found = Found.of(article, carry_over(self.find, shown, article, decisions), self.may, submitted)
        if step in _SAVING and found.can_be_saved():
            return self._save(edited, tags, shown, decisions, found, _SAVING[step])
        return self._show(edited, tags, found, was_back=sorted({*said["back"], *said["was_back"]}))

    def _show(
        self,
        record: ProposedRecord,
        tags: str,
        found: Found,
        was_back: list[str] | None = None,
    ) -> HttpResponse:
        """The record as it stands now."""
        form = RecordForm(
            initial={**initial_of(record, tags), "was_back": was_back or []}, record=self.record
        )
        return self._render(form, found)

    def _render(self, form: RecordForm, found: Found) -> HttpResponse:
        review = Review(self.raw.decoded.text, self.record, form, found)
        names = [name.form for name in found.names.names]
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "opts": self.model_admin.opts,
            "title": _("Go over the record"),
            "form": form,
            "carried": self.form.carried,
            "shown": found.article,
            "language": found.article.language_info,
            "review": review,
            "may": self.may,
            "media": names[0].media if names and self.may.names else "",
            "is_wrong": form.errors or found.decided.clashing or any(name.errors for name in names),
            "warnings": [*self.raw.decoded.warnings, *self.record.warnings],
            "lost": found.lost,
            "sources": _source_names(),
        }
        return TemplateResponse(self.request, "admin/articles/article/paste_review.html", context)

    def _save(
        self,
        record: ProposedRecord,
        tags: str,
        shown: Article,
        decisions: dict[str, str],
        found: Found,
        status: ArticleStatus,
    ) -> HttpResponse:
        """Write the record by the same writer as any ingest, with the editor's decisions; all or nothing."""
        editor = cast(User, self.request.user)
        lost: list[str] = []

        def find(article: Article) -> list[Any]:
            decided = carry_over(self.find, shown, article, decisions)
            lost.extend(decided.lost)
            return decided.settled(editor)

        sent = {name: self.raw.metadata.get(name, "") for name in ("id", "translation_of")}
        try:
            with transaction.atomic():
                batch = AccessionBatch.objects.create(
                    program_version=__version__,
                    label=self.raw.path[:500],
                    received_by_id=editor.pk,
                )
                writer = Writer(batch, intake(find), Statement(tags=tuple(tag_names(tags))), status=status)
                outcome = writer.accession(replace(self.raw, metadata=sent), record)
                if outcome.outcome == "created" and outcome.article:
                    renamed, problems = found.settle(outcome.article, editor)
                    self._close(batch, outcome.article)
                    _tell_saved(self.request, outcome.article, [*lost, *found.names.lost], problems)
                    follow_names(self.request, renamed)
                else:
                    transaction.set_rollback(True)
        except IntegrityError as error:
            messages.get_messages(self.request)._queued_messages.clear()  # type: ignore[union-attr]  # nothing was done
            return self._refuse(broken_rule(error))
        if outcome.outcome != "created" or outcome.article is None:
            return self._refuse(_repeats(outcome.article) if outcome.article else outcome.reason)
        return redirect("admin:articles_article_change", outcome.article.pk)

    def _close(self, batch: AccessionBatch, article: Article) -> None:
        """End the batch and leave the trail of who brought the text in."""
        batch.finish()
        LogEntry.objects.log_actions(self.request.user.pk, [article], ADDITION, [{"added": {}}])  # type: ignore[arg-type]


def article_of(record: ProposedRecord) -> Article:
    """A record as an article that is not saved, for what asks for one."""
    article = Article(
        headline=record.headline,
        headline_supplied=record.headline_supplied,
        lede=record.lede,
        body=record.body,
        language=record.language.language,
        date=record.date,
    )
    article.derive_days()
    return article


def _shown(request: HttpRequest) -> Article:
    """The texts as the page showed them, in which the submitted decisions were made."""
    said = {
        name: stored_breaks(request.POST.get(f"shown-{name}", "")) for name in ("headline", "lede", "body")
    }
    return Article(
        **said,
        headline_supplied=bool(request.POST.get("shown-supplied")),
        language=request.POST.get("shown-language", ""),
    )


def _repeats(article: Article) -> str:
    """That these bytes are on record, with the way to the record."""
    url = reverse("admin:articles_article_change", args=[article.pk])
    return format_html(
        _("These very bytes are on record already: {}. Nothing was written."),
        format_html('<a href="{}">{} ({})</a>', url, article.title, article.pk),
    )


def _tell_saved(request: HttpRequest, article: Article, lost: list[str], problems: list[str]) -> None:
    another = format_html(
        '<a href="{}">{}</a>', reverse("admin:articles_article_paste"), _("Bring in another text")
    )
    if article.status == ArticleStatus.PUBLISHED:
        public = format_html('<a href="{}">{}</a>', article.get_absolute_url(), article.title)
        messages.success(request, format_html(_("Published: {}. {}."), public, another))
    else:
        messages.success(request, format_html(_("Saved as a draft: {}. {}."), article.title, another))
    for problem in problems:
        messages.warning(request, problem)
    if lost:
        text = ngettext(
            "The words of %(count)d mention that you decided about no longer stand in the text: %(words)s.",
            "The words of %(count)d mentions that you decided about no longer stand in the text: %(words)s.",
            len(lost),
        )
        messages.warning(request, text % {"count": len(lost), "words": _(", ").join(lost)})
