"""The records on the editor's desk: list, search, bulk decisions, and one page to correct a text beside its source."""

# ruff: noqa: ARG002 - the signatures are Django’s

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.views.main import ChangeList
from django.db import transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from articles.admin.alignments import note_rows_left, tell_outgrown
from articles.admin.article_filters import (
    ExactnessFilter,
    LanguageFilter,
    ProposalFilter,
    UsedOnlyFilter,
    YearFilter,
)
from articles.admin.choices import LabelledChoicesView
from articles.admin.date_field import DeskDateField
from articles.admin.deletions import forgetting_names
from articles.admin.desk import DeskAdmin, stored_text
from articles.admin.mention_forms import MentionFormSet, MentionInline
from articles.admin.paste import paste_view
from articles.admin.saving import save_mentions
from articles.admin.searching import articles_found
from articles.admin.source_text import show_accession, show_evidence, show_source
from articles.admin.translations import OriginalInline, TranslationInline, require_fitting_language
from articles.ingest.fitting import UNLIKELY_DATE
from articles.languages import LANGUAGES
from articles.linking import LinkChange, Linker
from articles.models import Article, Mention
from articles.reanchoring import Reanchored, reanchor_mentions, texts_of
from articles.vocabulary import ArticleStatus, MentionStatus, TextField

_SHOWN_WORDS = 8  # quoted in a message; the rest is counted


class ArticleForm(forms.ModelForm):  # type: ignore[type-arg]
    """A record; its texts are written in the direction of their language."""

    #: The texts as stored before this submission.
    before: dict[str, str]

    class Meta:
        field_classes: ClassVar = {"date": DeskDateField}

    #: When the record was last changed, as the form was shown.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["seen"].initial = self.instance.modified.isoformat()
        language = LANGUAGES.get(self.instance.language)
        for name in TextField.values:
            if name in self.fields:
                attributes = {
                    "dir": language.direction if language else "auto",
                    "lang": self.instance.language,
                }
                self.fields[name].widget.attrs |= {key: value for key, value in attributes.items() if value}
        for name in ("lede", "body"):
            if name in self.fields:
                self.fields[name].strip = False  # type: ignore[attr-defined]  # nothing is edited unasked

    def clean(self) -> dict[str, Any]:
        """Refuse a form that was shown before another person changed the record: it would undo that change."""
        values = super().clean() or {}
        if self.instance.pk and values.get("seen"):
            stored = Article.objects.select_for_update(no_key=True).only("modified").get(pk=self.instance.pk)
            if stored.modified.isoformat() != values["seen"]:
                raise forms.ValidationError(
                    _(
                        "Another person has changed this record meanwhile: open it anew, and enter your changes again."
                    )
                )
        return values

    def clean_lede(self) -> str:
        """The text as it is stored."""
        return stored_text(self.cleaned_data["lede"])

    def clean_body(self) -> str:
        """As `clean_lede`."""
        return stored_text(self.cleaned_data["body"])


class ArticleList(ChangeList):
    """The list of articles: the keys of a page first, then what its lines show in one query, without the texts."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        if "agent_count" not in self.root_queryset.query.annotations:
            mentions = Mention.objects.filter(article=OuterRef("pk")).order_by().values("article")
            self.root_queryset = self.root_queryset.defer("lede", "body").annotate(
                agent_count=_counted(mentions.filter(status=MentionStatus.LINKED), "agent"),
                proposal_count=_counted(mentions.filter(status=MentionStatus.PROPOSED), "pk"),
            )
        return super().get_queryset(request, exclude_parameters)

    def get_results(self, request: HttpRequest) -> None:
        """Put the rows in order by their keys: the lines of a filtered million are some hundred megabytes."""
        super().get_results(request)
        page: QuerySet[Any] = self.result_list
        keys = list(page.values_list("pk", flat=True))
        lines = self.apply_select_related(self.root_queryset)
        self.result_list = lines.filter(pk__in=keys).order_by(*self.get_ordering(request, self.queryset))


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    """Articles."""

    form = ArticleForm
    list_display = ("shown_title", "shown_date", "language", "status", "source", "named", "waiting")
    list_display_links = ("shown_title",)
    list_select_related = ("source",)
    list_filter = (
        "status",
        ProposalFilter,
        LanguageFilter,
        YearFilter,
        ExactnessFilter,
        ("tags", UsedOnlyFilter),
        ("source", UsedOnlyFilter),
        "headline_supplied",
    )
    search_fields = ("headline",)
    search_help_text = gettext_lazy(
        "Words of the text, names of people and institutions in any spelling, or a record’s number."
    )
    actions = ("publish", "draft", "withdraw")
    autocomplete_fields = ("source", "tags")
    readonly_fields = ("source_text", "accession_shown", "evidence_shown", "created", "modified")
    inlines = (MentionInline, OriginalInline, TranslationInline)
    save_on_top = True

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        described = ("date", "language", "source", "byline", "url", "tags", "status", "seen")
        text: tuple[Any, ...] = ("headline", "headline_supplied", "lede", "body")
        if obj is None or obj.accession_id is None:
            return [
                (gettext_lazy("Text"), {"fields": text}),
                (gettext_lazy("Description"), {"fields": described}),
            ]
        return [
            (gettext_lazy("Text"), {"fields": (*text, "source_text"), "classes": ("desk-beside",)}),
            (gettext_lazy("Description"), {"fields": described}),
            (
                gettext_lazy("How it came in"),
                {"fields": ("accession_shown", "evidence_shown", ("created", "modified"))},
            ),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).defer("accession__source_bytes")

    def get_urls(self) -> list[URLPattern]:
        choices = self.admin_site.admin_view(LabelledChoicesView.as_view(admin_site=self.admin_site))
        return [
            path("choices/", choices, name="articles_choices"),
            path("paste/", self.admin_site.admin_view(self.paste), name="articles_article_paste"),
            *super().get_urls(),
        ]

    def paste(self, request: HttpRequest) -> HttpResponse:
        """Texts are brought in."""
        return paste_view(request, self)

    def view_on_site(self, obj: Article) -> str | None:
        """Only a published record has a public page."""
        return obj.get_absolute_url() if obj.status == ArticleStatus.PUBLISHED else None

    # The list

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ArticleList

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        found = articles_found(search_term)
        return queryset if found is None else queryset.filter(pk__in=found), False

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def shown_title(self, article: Article) -> str:
        return article.title

    @admin.display(description=gettext_lazy("date"), ordering="date_earliest", empty_value="—")
    def shown_date(self, article: Article) -> str | None:
        return article.date.format((get_language() or "fr")[:2], short=True) if article.date else None

    @admin.display(description=gettext_lazy("named"), ordering="agent_count")
    def named(self, article: Any) -> int:
        return int(article.agent_count)

    @admin.display(description=gettext_lazy("to decide"), ordering="proposal_count")
    def waiting(self, article: Any) -> int | str:
        return article.proposal_count or ""

    # Bulk decisions

    @admin.action(description=gettext_lazy("Publish the selected articles"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        count = self._set_status(request, queryset, ArticleStatus.PUBLISHED)
        text = ngettext("%(count)d article is published.", "%(count)d articles are published.", count)
        messages.success(request, text % {"count": count})

    @admin.action(description=gettext_lazy("Make the selected articles drafts"), permissions=["change"])
    def draft(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        count = self._set_status(request, queryset, ArticleStatus.DRAFT)
        text = ngettext("%(count)d article is a draft now.", "%(count)d articles are drafts now.", count)
        messages.success(request, text % {"count": count})

    @admin.action(description=gettext_lazy("Withdraw the selected articles"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        count = self._set_status(request, queryset, ArticleStatus.WITHDRAWN)
        text = ngettext("%(count)d article is withdrawn.", "%(count)d articles are withdrawn.", count)
        messages.success(request, text % {"count": count})

    def _set_status(self, request: HttpRequest, queryset: QuerySet[Article], status: ArticleStatus) -> int:
        """Give the articles this status, with the trail of it; how many had another."""
        with transaction.atomic():
            changing = Article.objects.filter(pk__in=queryset.order_by().values("pk")).exclude(status=status)
            articles = list(
                changing.select_for_update(no_key=True).only("pk", "headline", "headline_supplied")
            )
            Article.objects.filter(pk__in=[article.pk for article in articles]).update(
                status=status, modified=timezone.now()
            )
            change = [{"changed": {"fields": [str(Article._meta.get_field("status").verbose_name)]}}]
            if articles:
                LogEntry.objects.log_actions(request.user.pk, articles, CHANGE, change)  # type: ignore[arg-type]
        return len(articles)

    # One record

    @admin.display(description=gettext_lazy("The source as it came"))
    def source_text(self, article: Article) -> SafeString:
        return show_source(article)

    @admin.display(description=gettext_lazy("accession"))
    def accession_shown(self, article: Article) -> SafeString:
        return show_accession(article.accession)

    @admin.display(description=gettext_lazy("grounds of the description"))
    def evidence_shown(self, article: Article) -> SafeString:
        return show_evidence(article.accession)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Django's, keeping the texts as they were until the mentions have followed them."""
        stored = Article.objects.select_for_update(no_key=True).filter(pk=obj.pk).first() if change else None
        form.before = texts_of(stored) if stored else texts_of(obj)
        super().save_model(request, obj, form, change)
        if "date" in form.changed_data and obj.date and obj.date.is_unlikely:
            messages.warning(request, UNLIKELY_DATE.format(date=obj.date.format(get_language() or "en")))

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        """Delete it, with the names that it alone bears."""
        with forgetting_names(Article.objects.filter(pk=obj.pk)):
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """The same for several."""
        with forgetting_names(queryset):
            super().delete_queryset(request, queryset)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Let the mentions follow the texts, save those that were edited, then look for names in what is new."""
        article: Article = form.instance
        touched = [
            pk for formset in formsets if isinstance(formset, MentionFormSet) for pk in formset.touched()
        ]
        changed = not change or form.before != texts_of(article) or "language" in form.changed_data
        report = reanchor_mentions(article, form.before, leaving=touched)
        super().save_related(request, form, formsets, change)
        if change and "language" in form.changed_data:
            require_fitting_language(article)
        _tell_reanchored(request, report)
        tell_outgrown(request, article)
        if changed:
            _tell_linked(request, Linker.of_archive().link_again(article))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Mentions remember who decided; the rest is Django's."""
        if isinstance(formset, MentionFormSet):
            save_mentions(request, formset)
        else:
            super().save_formset(request, form, formset, change)
            for one in formset.forms:
                if getattr(one, "rows_left", None) is not None:
                    note_rows_left(request, one.instance, one.rows_left)


def _counted(mentions: QuerySet[Any], counted: str) -> Coalesce:
    """How many distinct values the mentions of one article hold."""
    return Coalesce(Subquery(mentions.annotate(count=Count(counted, distinct=True)).values("count")), 0)


def _quoted(mentions: Iterable[Mention]) -> str:
    """The words of some mentions, for a message."""
    words = list(dict.fromkeys(mention.exact for mention in mentions))
    shown = _(", ").join(_("“%(words)s”") % {"words": text} for text in words[:_SHOWN_WORDS])
    return shown if len(words) <= _SHOWN_WORDS else f"{shown}…"


def _tell_reanchored(request: HttpRequest, report: Reanchored) -> None:
    """Say what the correction of a text did to its mentions."""
    if count := len(report.moved):
        text = ngettext(
            "%(count)d mention followed its words to their new place.",
            "%(count)d mentions followed their words to their new places.",
            count,
        )
        messages.info(request, text % {"count": count})
    if count := len(report.removed):
        text = ngettext(
            "%(count)d mention found by the program was removed, since its words are gone: %(words)s.",
            "%(count)d mentions found by the program were removed, since their words are gone: %(words)s.",
            count,
        )
        messages.info(request, text % {"count": count, "words": _quoted(report.removed)})
    if count := len(report.unlinked):
        text = ngettext(
            "The words of %(count)d mention that a person had decided about are gone: %(words)s. "
            "It is kept, linked to no place, until you correct its words or delete it.",
            "The words of %(count)d mentions that a person had decided about are gone: %(words)s. "
            "They are kept, linked to no place, until you correct their words or delete them.",
            count,
        )
        messages.warning(request, text % {"count": count, "words": _quoted(report.unlinked)})


def _tell_linked(request: HttpRequest, found: LinkChange) -> None:
    """Say which names the program found, or no longer finds, in the texts as they are now."""
    if found.added:
        text = ngettext(
            "%(count)d name on record was found in the text.",
            "%(count)d names on record were found in the text.",
            found.added,
        )
        messages.info(request, text % {"count": found.added})
    if found.removed:
        text = ngettext(
            "%(count)d mention found earlier by the program no longer applies and was removed.",
            "%(count)d mentions found earlier by the program no longer apply and were removed.",
            found.removed,
        )
        messages.info(request, text % {"count": found.removed})
