"""People and institutions on the editor's desk, found by any spelling of a name in any script."""

# ruff: noqa: ARG002 - the signatures are Django’s

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.agent_names import NameFormSet, NameInline, OfficeInline
from articles.admin.desk import DeskAdmin
from articles.admin.forged import is_number
from articles.admin.merging import merge_view
from articles.admin.renaming import address_of_merge, follow_names, may_merge, state_of_search
from articles.admin.saving import save_names
from articles.authority import bearers_beside
from articles.languages import LANGUAGES
from articles.models import Agent, AgentName, FormerSlug, Institution, Mention, Person
from articles.names import fold, romanise
from articles.slugs import slug_for
from articles.tasks import look_through
from articles.vocabulary import AgentKind, NameForm


class NamedInFilter(admin.SimpleListFilter):
    """Whether any article names the agent."""

    title = _("articles")
    parameter_name = "named"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("named in an article")), ("no", _("named in none"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        named = Exists(Mention.objects.linked().filter(agent=OuterRef("pk")))
        match self.value():
            case "yes":
                return queryset.filter(named)
            case "no":
                return queryset.filter(~named)
        return queryset


class MissingNameFilter(admin.SimpleListFilter):
    """The agents without an authorized name in a language."""

    title = _("authorized name missing in")
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(code, LANGUAGES[code].name) for code in settings.ARCHIVE_LANGUAGES]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        named = AgentName.objects.authorized().in_language(self.value() or "").filter(agent=OuterRef("pk"))
        return queryset.filter(~Exists(named))


class NamedAdmin(DeskAdmin):
    """What the admins of agents share: search by name, and names at hand for a list."""

    search_fields = ("slug",)
    search_help_text = _("A name in any spelling and script.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).prefetch_related("names")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """All words in one name, folded, or as it sounds in any script; else the slug, key or Wikidata identifier."""
        words = fold(search_term).split()
        if not words:
            return (queryset.none() if search_term.strip() else queryset), False
        names = AgentName.objects.all()
        for word in words:
            names = names.filter(folded__contains=word)
        like = AgentName.objects.like(search_term)
        asked = (
            Q(pk__in=names.values("agent"))
            | Q(pk__in=like.values("agent"))
            | Q(key=search_term.strip())
            | Q(wikidata=search_term.strip())
        )
        if romanised := romanise(search_term):
            asked |= Q(pk__in=AgentName.objects.filter(romanised__contains=romanised).values("agent"))
        if slug := slugify(search_term):
            asked |= Q(slug__contains=slug)
        return queryset.filter(asked), False


@admin.register(Agent)
class AgentAdmin(NamedAdmin):
    """Both kinds together, only to be chosen from: each is edited as a person or as an institution."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page of the person or of the institution."""
        agent = get_object_or_404(Agent, pk=object_id if is_number(object_id) else None)
        kind = Person if agent.kind == AgentKind.PERSON else Institution
        if not self.admin_site.get_model_admin(kind).has_view_permission(request, agent):
            raise PermissionDenied
        response = redirect(f"admin:articles_{agent.kind}_change", agent.pk)
        if query := request.META.get("QUERY_STRING"):
            response["Location"] += f"?{query}"
        return response


class AgentForm(forms.ModelForm):  # type: ignore[type-arg]
    """A person or an institution."""

    def clean_slug(self) -> str:
        """The slug; one that another record had still leads there, and is not given away."""
        slug: str = self.cleaned_data["slug"]
        former = (
            FormerSlug.objects.filter(slug=slug).exclude(agent=self.instance.pk).first() if slug else None
        )
        if former:
            text = gettext("This address leads to %(name)s, who had it before: choose another one.")
            raise forms.ValidationError(text % {"name": former.agent.name})
        return slug


class KindAdmin(NamedAdmin):
    """The page and the list of one kind of agent."""

    form = AgentForm
    list_display = ("shown_name", "other_names", "article_count", "wikidata")
    list_filter = (NamedInFilter, MissingNameFilter)
    fields = ("note", "wikidata", "key", "slug")
    readonly_fields = ("older_texts",)
    inlines = (NameInline, OfficeInline)
    save_on_top = True
    actions = ("merge",)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.merge_page)
        return [path("merge/", view, name=f"articles_{self._kind}_merge"), *super().get_urls()]

    @property
    def _kind(self) -> str:
        return str(self.opts.model_name)

    def merge_page(self, request: HttpRequest) -> HttpResponse:
        """Two records that are one."""
        return merge_view(request, self, self._kind)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """For the action of the list."""
        return may_merge(request, self._kind)

    @admin.action(description=_("Merge two selected records…"), permissions=["merge"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Lead to the page that shows both."""
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
        if len(keys) == 2:
            return redirect(address_of_merge(self._kind, *keys))
        messages.warning(request, gettext("Select the two records that are one."))
        return None

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The record; while its page is saved nobody else makes it one with another, and one that is gone is none.

        What is saved of a record that was deleted since it was read would be written as a new one.
        """
        if request.method == "POST" and connection.in_atomic_block and is_number(object_id):
            locked = Agent.objects.order_by().select_for_update(no_key=True)
            locked.filter(pk=object_id).values_list("pk").first()
        return super().get_object(request, object_id, from_field)

    def delete_model(self, request: HttpRequest, obj: Agent) -> None:
        """Delete it; what it kept from being another's is looked for again."""
        others = bearers_beside(obj)
        super().delete_model(request, obj)
        look_through(others)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """The same for several."""
        chosen = list(queryset)
        others = {other.pk: other for agent in chosen for other in bearers_beside(agent)}
        super().delete_queryset(request, queryset)
        look_through(other for pk, other in others.items() if pk not in {agent.pk for agent in chosen})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        agents: Any = super().get_queryset(request)
        counted: QuerySet[Any] = agents.with_counts()
        return counted

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "note" and field:
            field.widget.attrs["rows"] = 3
        if db_field.name == "slug" and field:
            field.help_text = _(
                "The part of the address that names the record; left empty, it is made of the name."
            )
        return field

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A record that is not there yet is looked for nowhere."""
        return (*self.fields, "older_texts") if obj else self.fields

    @admin.display(description=_("older texts"))
    def older_texts(self, agent: Agent) -> str:
        return state_of_search(agent)

    @admin.display(description=_("name"), ordering="slug")
    def shown_name(self, agent: Agent) -> str:
        return agent.name

    @admin.display(description=_("other names"))
    def other_names(self, agent: Agent) -> SafeString:
        shown = agent.name
        others = dict.fromkeys(name.text for name in agent.names.all() if name.text != shown)
        return format_html_join(" · ", "<bdi>{}</bdi>", ((name,) for name in others))

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, agent: Any) -> int:
        return int(agent.article_count)

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """The first name of a new record is most often the authorized one in the editor's language."""
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, NameInline) and obj.pk is None:
            kwargs["initial"] = [{"form": NameForm.AUTHORIZED, "language": (get_language() or "fr")[:2]}]
        return kwargs

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Names are saved in an order that breaks no rule on the way."""
        if isinstance(formset, NameFormSet):
            save_names(formset)
        else:
            super().save_formset(request, form, formset, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Make the address of a new record from its first authorized name, in Latin letters where there is one.

        Names that were changed are looked for in the older texts.
        """
        super().save_related(request, form, formsets, change)
        agent: Agent = form.instance
        self._give_address(agent, form, change=change)
        if any(isinstance(formset, NameFormSet) and formset.has_changed() for formset in formsets):
            follow_names(request, [agent])

    def _give_address(self, agent: Agent, form: Any, *, change: bool) -> None:
        if form.cleaned_data.get("slug") or (change and "slug" not in form.changed_data):
            return
        names = sorted(
            agent.names.all(),
            key=lambda name: (name.form != NameForm.AUTHORIZED, name.script != "Latn", name.pk),
        )
        others = Agent.objects.exclude(pk=agent.pk)
        stand_in, agent.slug = agent.slug, slug_for(names[0].text, others.is_slug_taken)
        agent.save(update_fields=["slug"])
        agent.former_slugs.filter(slug=stand_in).delete()  # nobody has seen what it was saved with


@admin.register(Person)
class PersonAdmin(KindAdmin):
    """People."""


@admin.register(Institution)
class InstitutionAdmin(KindAdmin):
    """Institutions."""
