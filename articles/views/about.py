"""What the archive is, how its search works, and its figures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Institution, Person, SearchEntry, Source, Tag, Translation


def about(request: HttpRequest) -> HttpResponse:
    """Eight counts and a text."""
    entries = SearchEntry.objects.all()
    total, undated = entries.count(), entries.undated().count()
    context = {
        "total": total,
        "dated": total - undated,
        "undated": undated,
        "languages": entries.count_by_language(),
        "people": Person.objects.count(),
        "institutions": Institution.objects.count(),
        "tags": Tag.objects.count(),
        "sources": Source.objects.count(),
        "translations": Translation.objects.count(),
    }
    return render(request, "articles/about.html", context)
