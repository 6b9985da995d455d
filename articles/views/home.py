"""The front page: search, the archive over time, what is new, who is named most, which languages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article, Institution, Person, SearchEntry
from articles.views.timeline import timeline

NEWEST = 6
MOST_NAMED = 10


def home(request: HttpRequest) -> HttpResponse:
    """Twelve queries for an archive of any size; an empty archive says what to do next."""
    years = SearchEntry.objects.all().count_by_year()
    context = {
        "total": sum(years.values()),
        "undated": years.get(None, 0),
        "timeline": timeline(years),
        "languages": SearchEntry.objects.all().count_by_language(),
        "newest": Article.objects.published().newest_first().for_list()[:NEWEST],
        "people": Person.objects.named_in_archive().with_names()[:MOST_NAMED],
        "institutions": Institution.objects.named_in_archive().with_names()[:MOST_NAMED],
    }
    return render(request, "articles/home.html", context)
