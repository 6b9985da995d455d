"""What the archive is, how its search works, and its figures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.facet_codes import FacetKind, Flag, language_named
from articles.models import Institution, Person, Source, Tag, Translation
from articles.search.archive import archive_counts
from articles.vocabulary import ArticleStatus


def about(request: HttpRequest) -> HttpResponse:
    """Seven queries and a text."""
    counts = archive_counts()
    total, undated = counts.of_flag(Flag.ENTRY), counts.of_flag(Flag.UNDATED)
    context = {
        "total": total,
        "dated": total - undated,
        "undated": undated,
        "languages": [
            (language_named(value), count) for value, count in counts.of_kind(FacetKind.LANGUAGE).items()
        ],
        "people": Person.objects.count(),
        "institutions": Institution.objects.count(),
        "tags": Tag.objects.count(),
        "sources": Source.objects.count(),
        "translations": Translation.objects.filter(
            original__status=ArticleStatus.PUBLISHED, translation__status=ArticleStatus.PUBLISHED
        ).count(),
    }
    return render(request, "articles/about.html", context)
