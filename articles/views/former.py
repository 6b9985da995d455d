"""Former addresses of people and institutions, and dates as people write them, lead to those of the present form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control

from articles.filters import ArticleFilter
from articles.models import FormerSlug
from articles.repeated import DATES
from articles.vocabulary import AgentKind

_OF_AGENTS = ("person", "institution", "not_person", "not_institution")


def to_present_record(request: HttpRequest, slug: str, kind: AgentKind) -> HttpResponse:
    """To the present address of a record; 404 where none had this one."""
    former = get_object_or_404(FormerSlug.objects.select_related("agent"), slug=slug, agent__kind=kind)
    query = request.META.get("QUERY_STRING", "")
    return _moved(former.agent.get_absolute_url() + (f"?{query}" if query else ""))


def to_present_filters(request: HttpRequest, filters: ArticleFilter) -> HttpResponse | None:
    """To the same list with the present slugs in its address and its dates in one form, by which its links are made.

    None where all are: 03/04/2016 may be read in one language of the interface and doubtful in another.
    """
    asked = [record for name in _OF_AGENTS for record in filters.values.get(name, ())]
    present = {record.former_slug: record.slug for record in asked if record.former_slug}
    # One beside which another could not be read stays with it, and is told.
    unread = filters.form.errors
    dates = {name: str(date) for name in DATES if name not in unread and (date := filters.values.get(name))}
    dates = {name: date for name, date in dates.items() if request.GET.get(name, "").strip() != date}
    if not present and not dates:
        return None
    parameters = request.GET.copy()
    for name in _OF_AGENTS if present else ():
        slugs = [present.get(slug, slug) for slug in parameters.getlist(name)]
        parameters.setlist(name, list(dict.fromkeys(slugs)))
    for name, date in dates.items():
        parameters[name] = date
    return _moved(f"{request.path}?{parameters.urlencode()}")


def _moved(address: str) -> HttpResponse:
    answer = redirect(address, permanent=True)
    # A slug may be taken back, or by another record: a browser that kept this would go in a circle.
    patch_cache_control(answer, no_cache=True)
    return answer
