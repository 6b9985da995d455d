"""The list of mentions, for deciding about proposals one by one or many at once."""

# ruff: noqa: ARG002 - the signatures are Django’s

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.article_filters import MentionLanguageFilter
from articles.admin.desk import DeskAdmin
from articles.admin.mention_forms import READING_ORDER, in_context
from articles.models import Mention
from articles.names import fold
from articles.reanchoring import stands_in, texts_of
from articles.vocabulary import FoundBy, MentionStatus


class DecisionFilter(admin.SimpleListFilter):
    """First the proposals, then what was decided or found for certain."""

    title = gettext_lazy("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        labels = {
            "linked": gettext_lazy("linked"),
            "rejected": gettext_lazy("rejected"),
            "all": gettext_lazy("all mentions"),
        }
        return list(labels.items())

    def choices(self, changelist: Any) -> Any:
        """“To decide” in the place of “all”, since it is what the list is for."""
        first, *others = super().choices(changelist)
        yield {**first, "display": _("to decide")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        return queryset if value == "all" else queryset.filter(status=value or MentionStatus.PROPOSED)


@admin.register(Mention)
class MentionAdmin(DeskAdmin):
    """Mentions; new ones are marked on the page of their article."""

    list_display = ("words", "agent", "record", "found_by", "status", "confirmed_by")
    list_display_links = ("words",)
    list_filter = (DecisionFilter, "found_by", MentionLanguageFilter)
    list_select_related = ("agent", "article", "confirmed_by")
    search_fields = ("exact",)
    search_help_text = gettext_lazy(
        "Words of the mention, or a name of the person or institution in any spelling."
    )
    actions = ("accept", "reject")
    fields = (
        "words",
        "record",
        "agent",
        "status",
        "office",
        "found_by",
        "confirmed_by",
        "field",
        "start",
        "end",
    )
    readonly_fields = ("words", "record", "found_by", "confirmed_by", "field", "start", "end")
    ordering = ("article", READING_ORDER, "start")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        return super().get_queryset(request).prefetch_related("agent__names")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Every word stands in the words of the mention or in one name of the agent."""
        for word in fold(search_term).split():
            by_words = queryset.filter(exact__unaccent__icontains=word)
            by_name = queryset.filter(agent__names__folded__contains=word)
            queryset = queryset.filter(
                pk__in=by_words.order_by().values("pk").union(by_name.order_by().values("pk"))
            )
        return queryset, False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=gettext_lazy("words"), ordering="exact")
    def words(self, mention: Mention) -> SafeString:
        texts = texts_of(mention.article)
        if not stands_in(mention, texts):
            return format_html("{} <em>{}</em>", mention.exact, _("these words no longer stand in the text"))
        return in_context(texts[mention.field], mention.start, mention.end)

    @admin.display(description=gettext_lazy("article"), ordering="article")
    def record(self, mention: Mention) -> SafeString:
        url = reverse("admin:articles_article_change", args=[mention.article_id])
        return format_html('<a href="{}">{}</a>', url, mention.article.title)

    def save_model(self, request: HttpRequest, obj: Mention, form: Any, change: bool) -> None:
        """An editor who changes the name or the status decides."""
        if not {"agent", "status"}.isdisjoint(form.changed_data):
            obj.confirmed_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Mention) -> None:
        """What the program found is rejected instead: deleted, it would be found again."""
        self.delete_queryset(request, Mention.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Mention]) -> None:
        chosen = Mention.objects.filter(pk__in=list(queryset.values_list("pk", flat=True)))
        with transaction.atomic():
            chosen.filter(found_by=FoundBy.EDITOR).delete()
            chosen.update(status=MentionStatus.REJECTED, confirmed_by=request.user.pk)

    @admin.action(description=gettext_lazy("Accept: link the selected mentions"), permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Mention]) -> None:
        """Link what stands in its text and at whose place no other name is linked; say what was left."""
        with transaction.atomic():
            mentions = _locked(queryset.exclude(status=MentionStatus.LINKED))
            standing = [mention for mention in mentions if stands_in(mention, texts_of(mention.article))]
            linked = [mention for mention in standing if _link(mention, request)]
            _log(request, linked)
        _tell_decided(request, linked, MentionStatus.LINKED)
        left = len(mentions) - len(linked)
        if left:
            text = ngettext(
                "%(count)d mention was left: another name is linked at its place, or its words are gone.",
                "%(count)d mentions were left: another name is linked at their place, or their words are gone.",
                left,
            )
            messages.warning(request, text % {"count": left})

    @admin.action(description=gettext_lazy("Reject the selected mentions"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Mention]) -> None:
        """Keep them as rejected, so that no program proposes them again."""
        with transaction.atomic():
            mentions = _locked(queryset.exclude(status=MentionStatus.REJECTED))
            chosen = Mention.objects.filter(pk__in=[mention.pk for mention in mentions])
            chosen.update(status=MentionStatus.REJECTED, confirmed_by=request.user.pk)
            _log(request, mentions)
        _tell_decided(request, mentions, MentionStatus.REJECTED)


def _locked(queryset: QuerySet[Mention]) -> list[Mention]:
    """These mentions with their articles, held until the decision is written."""
    keys = list(queryset.order_by().values_list("pk", flat=True))
    chosen = Mention.objects.filter(pk__in=keys).select_related("article").order_by("pk")
    return list(chosen.select_for_update(of=("self",)))


def _link(mention: Mention, request: HttpRequest) -> bool:
    """Link one mention unless another is linked at its place."""
    other = Mention.objects.linked().filter(
        article=OuterRef("article"), field=OuterRef("field"), start=OuterRef("start")
    )
    free = Mention.objects.filter(~Exists(other), pk=mention.pk)
    return bool(free.update(status=MentionStatus.LINKED, confirmed_by=request.user.pk))


def _log(request: HttpRequest, mentions: list[Mention]) -> None:
    change = [{"changed": {"fields": [str(Mention._meta.get_field("status").verbose_name)]}}]
    if mentions:
        LogEntry.objects.log_actions(request.user.pk, mentions, CHANGE, change)  # type: ignore[arg-type]


def _tell_decided(request: HttpRequest, mentions: list[Mention], status: MentionStatus) -> None:
    count = len(mentions)
    if status == MentionStatus.LINKED:
        text = ngettext("%(count)d mention is linked.", "%(count)d mentions are linked.", count)
    else:
        text = ngettext("%(count)d mention is rejected.", "%(count)d mentions are rejected.", count)
    messages.success(request, text % {"count": count})
