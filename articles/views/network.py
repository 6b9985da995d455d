"""Who is named together with whom, in the whole archive or in any result of a search."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from articles.filters import ArticleFilter
from articles.models import SearchEntry, SearchSample
from articles.models.agent_name import AgentLabel
from articles.search.network import co_mentions
from articles.views.active_filters import active_filters
from articles.views.former import to_present_filters
from articles.views.network_picture import picture_of

#: So many agents may be shown, the first unless asked otherwise.
SIZES = (30, 15, 60)


def network(request: HttpRequest) -> HttpResponse:
    """The network of the parameters of the list, with `size` agents: five queries, and those that read them."""
    filters = ArticleFilter(request.GET)
    if moved := to_present_filters(request, filters):
        return moved
    size = next((one for one in SIZES if str(one) == request.GET.get("size")), SIZES[0])
    found = co_mentions(
        filters.filter_queryset(SearchEntry.objects.all()),
        filters.filter_queryset(SearchSample.objects.all()),
        size,
    )
    asked = without_place(request.GET)
    context = {
        "filters": filters,
        "active": active_filters(filters, request.GET),
        "picture": picture_of(found, lambda one, other: address_of_both(asked, one, other)),
        "found": found,
        "size": size,
        "sizes": sorted(SIZES),
        "list_address": f"{reverse('articles:article-list')}?{asked.urlencode()}",
    }
    return render(request, "articles/network.html", context)


def without_place(parameters: QueryDict) -> QueryDict:
    """The parameters that say what is asked for, not how it is shown."""
    asked = parameters.copy()
    for name in ("size", "page", "after", "sort"):
        asked.pop(name, None)
    return asked


def address_of_both(asked: QueryDict, *agents: AgentLabel) -> str:
    """The list of the texts that are asked for and name these agents."""
    both = {name: list(values) for name, values in asked.lists()}
    for agent in agents:
        slugs = both.setdefault(agent.kind, [])
        if agent.slug not in slugs:
            slugs.append(agent.slug)
    return f"{reverse('articles:article-list')}?{urlencode(both, doseq=True)}"
