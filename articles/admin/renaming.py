"""What follows from a change of names, told to the editor: namesakes, and the search of the older texts."""

from __future__ import annotations

from collections.abc import Container, Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.choices import agent_label
from articles.authority import namesakes_of
from articles.matching import likely_doubles
from articles.models import Agent
from articles.tasks import is_worked, look_through, search_state


def follow_names(request: HttpRequest, agents: Iterable[Agent]) -> None:
    """Warn of namesakes, and have the older texts looked through for the names of these agents."""
    renamed = list(Agent.objects.with_names().filter(pk__in=[agent.pk for agent in agents]))
    if not renamed:
        return
    for agent in renamed:
        _warn_of_doubles(request, agent, without=_warn_of_namesakes(request, agent))
    look_through(renamed)
    if is_worked():
        text = ngettext(
            "The older texts are being looked through for the names of this record…",
            "The older texts are being looked through for the names of these records…",
            len(renamed),
        )
        messages.info(request, text)
    else:
        messages.warning(request, _unworked())


def _warn_of_namesakes(request: HttpRequest, agent: Agent) -> set[int]:
    """Say who else bears a name: a text that names one of them could mean the other; their keys."""
    others = {name.agent_id: name for name in namesakes_of(agent)}
    for name in others.values():
        text = _(
            "{} bears the name “{}” too. Where a text has that name, it will be proposed to you, not linked by itself."
        )
        told = format_html(text, _link(name.agent), name.text)
        messages.warning(request, format_html("{} {}", told, _merging(request, agent, name.agent)))
    return set(others)


def _warn_of_doubles(request: HttpRequest, agent: Agent, *, without: Container[int]) -> None:
    """Say who is perhaps the same, on record in another spelling or script: two records share the texts of one."""
    for match in likely_doubles(agent):
        if match.agent.pk not in without:
            text = _(
                "{} is perhaps the same: it has the name “{}”. If so, one record should have all spellings."
            )
            told = format_html(text, _link(match.agent), match.name)
            messages.warning(request, format_html("{} {}", told, _merging(request, agent, match.agent)))


def _merging(request: HttpRequest, agent: Agent, other: Agent) -> SafeString | str:
    """The way to the page that makes one record of two, for whoever may take it."""
    if not may_merge(request, agent.kind):
        return ""
    return format_html(
        '<a href="{}">{}</a>', address_of_merge(agent.kind, agent.pk, other.pk), _("Merge two records")
    )


def may_merge(request: HttpRequest, kind: str) -> bool:
    """Whoever may change and delete records of the kind: one of two goes."""
    return request.user.has_perms([f"articles.change_{kind}", f"articles.delete_{kind}"])


def address_of_merge(kind: str, *agents: int) -> str:
    """The page for two records of one kind."""
    return f"{reverse(f'admin:articles_{kind}_merge')}?{'&'.join(f'of={agent}' for agent in agents)}"


def _link(agent: Agent) -> SafeString:
    address = reverse(f"admin:articles_{agent.kind}_change", args=[agent.pk])
    return format_html('<a href="{}">{}</a>', address, agent_label(agent))


def state_of_search(agent: Agent) -> str:
    """How far the older texts are looked through for the names of an agent, in the editor's words."""
    state = search_state(agent)
    if state == "doing":
        return _("The older texts are being looked through for these names…")
    if state == "todo":
        return _("The older texts will be looked through in a moment.") if is_worked() else _unworked()
    if state == "failed":
        return _("The older texts could not be looked through: “manage.py link --all” does it.")
    return _("No search for these names is waiting.")


def _unworked() -> str:
    return _(
        "No worker is running: the older texts will be looked through when “manage.py work” runs, "
        "or at once by “manage.py link --all”."
    )
