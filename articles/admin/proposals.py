"""What the program proposes and a person decides, once for all: new names, reprints and translations."""

# ruff: noqa: ARG002 - the signatures are Django’s

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import proposals, resemblance
from articles.admin.article_filters import LanguageFilter
from articles.admin.choices import LabelledChoiceField, LabelledSelect
from articles.admin.desk import DeskAdmin, broken_rule
from articles.admin.evidence_rules import ground_in_words
from articles.admin.forged import is_number
from articles.admin.mention_forms import in_context
from articles.admin.renaming import follow_names
from articles.matching import similar_agents
from articles.models import Agent, Mention, NameProposal, NameProposalPlace, Resemblance
from articles.names import fold
from articles.search.names_in_texts import like_in_texts
from articles.vocabulary import AgentKind, ProposalStatus, ResemblanceKind

#: So many sentences are shown before a decision.
SENTENCES = 8


class WaitingFilter(admin.SimpleListFilter):
    """First what waits, since deciding is what the list is for."""

    title = gettext_lazy("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("accepted", gettext_lazy("accepted")), ("rejected", gettext_lazy("rejected"))]

    def choices(self, changelist: Any) -> Any:
        """“To decide” in the place of “all”."""
        first, *others = super().choices(changelist)
        yield {**first, "display": _("to decide")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(status=self.value() or ProposalStatus.PROPOSED)


class ProposalAdmin(DeskAdmin):
    """Nothing is added, changed or deleted here by hand: it is decided."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class DecisionForm(forms.Form):
    """What becomes of a new name."""

    text = forms.CharField(label=gettext_lazy("name"), max_length=300)
    kind = forms.ChoiceField(label=gettext_lazy("kind"), choices=AgentKind)
    agent = LabelledChoiceField(
        label=gettext_lazy("person or institution"),
        queryset=Agent.objects.with_names(),
        required=False,
        widget=LabelledSelect(Mention._meta.get_field("agent"), admin.site),
    )

    def clean_text(self) -> str:
        """A name that can be looked for."""
        text: str = self.cleaned_data["text"]
        if not fold(text):
            raise ValidationError(_("A name needs at least one letter."))
        return text


@admin.register(NameProposal)
class NameProposalAdmin(ProposalAdmin):
    """New names: a new record, another spelling of an existing one, or no name."""

    list_display = ("text", "kind", "article_count", "in_sentence", "score_shown")
    list_filter = (WaitingFilter, "kind", LanguageFilter)
    search_fields = ("folded",)
    search_help_text = gettext_lazy("A name in any spelling and script.")
    actions = ("reject_selected",)
    list_per_page = 25

    def get_queryset(self, request: HttpRequest) -> QuerySet[NameProposal]:
        counted = NameProposal.objects.for_people().with_counts()
        return counted.prefetch_related("places__article")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """The names that hold every word, or sound so in any script: of Patrushev Патрушев too."""
        words = fold(search_term).split()
        if not words:
            return (queryset.none() if search_term.strip() else queryset), False
        asked = Q()
        for word in words:
            asked &= Q(folded__contains=word)
        return queryset.filter(asked | Q(pk__in=like_in_texts(search_term))), False

    @admin.display(description=gettext_lazy("texts"), ordering="article_count")
    def article_count(self, proposal: NameProposal) -> int:
        return int(vars(proposal)["article_count"])

    @admin.display(description=gettext_lazy("where"))
    def in_sentence(self, proposal: NameProposal) -> SafeString | str:
        place = next(iter(proposal.places.all()), None)
        return _context(place) if place else "–"

    @admin.display(description=gettext_lazy("certainty"), ordering="score")
    def score_shown(self, proposal: NameProposal) -> str:
        return f"{proposal.score:.0%}"

    @admin.action(description=gettext_lazy("Reject: these are no names to keep"), permissions=["change"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[NameProposal]) -> None:
        """Reject what still waits."""
        count = proposals.reject_all(queryset.order_by().values("pk"), cast(User, request.user))
        text = ngettext("%(count)d name was rejected.", "%(count)d names were rejected.", count)
        messages.success(request, text % {"count": count})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The sentences, the records that have a like name, and the three ways to decide."""
        proposal = self.get_object(request, object_id)
        if proposal is None:
            raise Http404
        may_decide = self.has_change_permission(request, proposal)
        if not (may_decide if request.method == "POST" else self.has_view_permission(request, proposal)):
            raise PermissionDenied
        form = DecisionForm(request.POST or None, initial={"text": proposal.text, "kind": proposal.kind})
        if request.method == "POST" and form.is_valid():
            try:
                self._decide(request, proposal, form)
            except (ValidationError, proposals.AlreadyDecidedError) as error:
                form.add_error(None, error if isinstance(error, ValidationError) else str(error))
            except IntegrityError as error:
                form.add_error(None, broken_rule(error))
            else:
                return HttpResponseRedirect(reverse("admin:articles_nameproposal_changelist"))
        can_be_decided = may_decide and proposal.status == ProposalStatus.PROPOSED
        places = proposal.places.select_related("article")[:SENTENCES]
        context = {
            **self.admin_site.each_context(request),
            "title": proposal.text,
            "opts": self.opts,
            "proposal": proposal,
            "form": form,
            "can_be_decided": can_be_decided,
            "matches": similar_agents(proposal.text) if can_be_decided else [],
            "sentences": [(place.article, _context(place)) for place in places],
        }
        return TemplateResponse(request, "admin/articles/name_proposal.html", context)

    def _decide(self, request: HttpRequest, proposal: NameProposal, form: DecisionForm) -> None:
        """Do what the button says; raises ValidationError where no record was chosen."""
        user, values = cast(User, request.user), form.cleaned_data
        chosen = request.POST.get("decision", "")
        if chosen == "reject":
            proposals.reject(proposal, user)
            messages.success(request, _("“%(name)s” was rejected.") % {"name": proposal.text})
        elif chosen == "new":
            agent = proposals.accept_as_new(proposal, user, text=values["text"], kind=values["kind"])
            follow_names(request, [agent])
            messages.success(request, _("“%(name)s” is on record now.") % {"name": agent.name})
        else:
            known = Agent.objects.filter(pk=chosen).first() if is_number(chosen) else values["agent"]
            if known is None:
                raise ValidationError(_("Choose the record of which this is another spelling."))
            proposals.accept_as_spelling(proposal, known, user)
            follow_names(request, [known])
            said = _("“%(name)s” is another spelling of %(agent)s now.")
            messages.success(request, said % {"name": proposal.text, "agent": known.name})


def _context(place: NameProposalPlace) -> SafeString:
    return in_context(getattr(place.article, place.field), place.start, place.end)


@admin.register(Resemblance)
class ResemblanceAdmin(ProposalAdmin):
    """Texts that repeat or translate each other, as far as the program can tell."""

    list_display = ("pair", "kind", "score_shown", "status", "decided_by")
    list_display_links = None
    list_filter = (WaitingFilter, "kind")
    list_select_related = ("article", "other", "decided_by")
    ordering = ("-score", "article", "pk")
    actions = ("accept_first", "accept_second", "reject_selected")

    @admin.display(description=gettext_lazy("texts"))
    def pair(self, pair: Resemblance) -> SafeString:
        links = [
            format_html(
                '<a href="{}">{}</a> ({})',
                reverse("admin:articles_article_change", args=[article.pk]),
                article.title,
                article.language,
            )
            for article in (pair.other, pair.article)
        ]
        return format_html("1. {}<br>2. {}", *links)

    @admin.display(description=gettext_lazy("likeness"), ordering="score")
    def score_shown(self, pair: Resemblance) -> SafeString:
        return format_html(
            '{}<br><span class="help">{}</span>', f"{pair.score:.0%}", ground_in_words(pair.kind, pair.score)
        )

    @admin.action(description=gettext_lazy("Accept: the first is the original"), permissions=["change"])
    def accept_first(self, request: HttpRequest, queryset: QuerySet[Resemblance]) -> None:
        """The text longer on record was there first, or was translated."""
        self._accept(request, queryset, first=True)

    @admin.action(description=gettext_lazy("Accept: the second is the original"), permissions=["change"])
    def accept_second(self, request: HttpRequest, queryset: QuerySet[Resemblance]) -> None:
        """The later one is what was translated."""
        self._accept(request, queryset, first=False)

    @admin.action(description=gettext_lazy("Reject: these texts are not the same"), permissions=["change"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Resemblance]) -> None:
        """Never propose these pairs again."""
        user = cast(User, request.user)
        count = _decided(queryset, lambda pair: resemblance.reject(pair, user))
        text = ngettext("%(count)d pair was rejected.", "%(count)d pairs were rejected.", count)
        messages.success(request, text % {"count": count})

    def _accept(self, request: HttpRequest, queryset: QuerySet[Resemblance], *, first: bool) -> None:
        user = cast(User, request.user)

        def accept(pair: Resemblance) -> None:
            original = pair.other if first else pair.article
            is_translation = pair.kind == ResemblanceKind.TRANSLATION
            resemblance.accept(pair, user, original=original if is_translation else None)

        count = _decided(queryset, accept)
        text = ngettext("%(count)d pair was accepted.", "%(count)d pairs were accepted.", count)
        messages.success(request, text % {"count": count})


def _decided(queryset: QuerySet[Resemblance], decide: Callable[[Resemblance], object]) -> int:
    """Decide about each pair that waits; how many were left to decide by who decides meanwhile about the same."""
    count = 0
    for pair in list(queryset.filter(status=ProposalStatus.PROPOSED)):
        try:
            decide(pair)
        except (resemblance.AlreadyDecidedError, ObjectDoesNotExist):
            continue
        count += 1
    return count
