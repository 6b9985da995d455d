"""What follows from a change of names, told to the editor: namesakes, and the search of the older texts."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.choices import agent_label
from articles.authority import namesakes_of
from articles.models import Agent
from articles.tasks import is_worked, look_through, search_state


def follow_names(request: HttpRequest, agents: Iterable[Agent]) -> None:
    """Warn of namesakes, and have the older texts looked through for the names of these agents."""
    renamed = list(Agent.objects.with_names().filter(pk__in=[agent.pk for agent in agents]))
    if not renamed:
        return
    for agent in renamed:
        _warn_of_namesakes(request, agent)
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


def _warn_of_namesakes(request: HttpRequest, agent: Agent) -> None:
    """Say who else bears a name: a text that names one of them could mean the other."""
    others = {name.agent_id: name for name in namesakes_of(agent)}
    for name in others.values():
        link = format_html(
            '<a href="{}">{}</a>',
            reverse(f"admin:articles_{name.agent.kind}_change", args=[name.agent_id]),
            agent_label(name.agent),
        )
        text = _(
            "{} bears the name “{}” too. Where a text has that name, it will be proposed to you, not linked by itself."
        )
        messages.warning(request, format_html(text, link, name.text))


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
