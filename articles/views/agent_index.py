"""People and institutions from A to Z, by the name in the interface language."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.facet_codes import FacetKind
from articles.models import Agent, AgentName
from articles.models.agent import NAME_FALLBACK
from articles.names import fold, surname_of
from articles.scripts import count_scripts, dominant_script
from articles.search.archive import counts_of
from articles.vocabulary import AgentKind

#: A longer index is shown letter by letter.
LONGEST_PAGE = 200


def agent_list(request: HttpRequest, kind: AgentKind) -> HttpResponse:
    """The index, or its part: one letter of a long one, or the names that hold `q` in any script."""
    query = " ".join(request.GET.get("q", "").replace("\x00", "").split())
    agents = Agent.objects.filter(kind=kind)
    if key := fold(query):
        agents = agents.filter(pk__in=AgentName.objects.containing(key).values("agent"))
    keys = sort_keys(agents.values_list("pk", "slug"), kind)
    letters = sorted({_letter(key) for key in keys.values()})
    chosen = request.GET.get("letter", "")
    is_long = len(keys) > LONGEST_PAGE
    if is_long:
        chosen = chosen if chosen in letters else letters[0]
        keys = {pk: key for pk, key in keys.items() if _letter(key) == chosen}
    context = {
        "kind": kind,
        "query": query,
        "letters": letters,
        "alphabets": [
            list(group)
            for _script, group in groupby(letters, lambda one: dominant_script(count_scripts(one)))
        ],
        "chosen": chosen if is_long else "",
        "groups": _groups(keys, FacetKind.PERSON if kind == AgentKind.PERSON else FacetKind.INSTITUTION),
        "total": agents.count() if is_long else len(keys),
    }
    return render(request, "articles/agent_list.html", context)


def sort_keys(agents: Iterable[tuple[int, str]], kind: AgentKind) -> dict[int, str]:
    """Agent id → folded name to sort by: persons by surname; by slug where there is no authorized name."""
    slugs = dict(agents)
    names: dict[int, dict[str, str]] = {pk: {} for pk in slugs}
    rows = AgentName.objects.authorized().filter(agent__kind=kind)
    for pk, language, text in rows.values_list("agent_id", "language", "text"):
        if pk in names:
            names[pk][language] = text
    preferred = ((get_language() or "")[:2], *NAME_FALLBACK)
    return {
        pk: _sort_key(next((known[code] for code in preferred if code in known), slugs[pk]), kind)
        for pk, known in names.items()
    }


def _sort_key(name: str, kind: AgentKind) -> str:
    surname = surname_of(name) if kind == AgentKind.PERSON else None
    return fold(f"{surname} {name}" if surname else name)


def _letter(key: str) -> str:
    return key[0].upper() if key[:1].isalpha() else "#"


def _groups(keys: dict[int, str], facet: FacetKind) -> list[tuple[str, list[Agent]]]:
    """(letter, agents) in alphabetical order, each agent with its names and its count."""
    agents = Agent.objects.filter(pk__in=keys).with_names().in_bulk()
    counts = counts_of(facet, list(agents))
    for key, agent in agents.items():
        agent.article_count = counts.get(key, 0)  # type: ignore[attr-defined]
    ordered = sorted((agent for agent in agents.values()), key=lambda agent: (keys[agent.pk], agent.slug))
    return [(letter, list(group)) for letter, group in groupby(ordered, lambda one: _letter(keys[one.pk]))]
