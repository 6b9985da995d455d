"""Browse and search: the list of articles, its filters and what they mean."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from articles.filters import SORTS, ArticleFilter
from articles.search.results import search_articles
from articles.views.active_filters import active_filters
from articles.views.facets import facets
from articles.views.timeline import timeline


def article_list(request: HttpRequest) -> HttpResponse:
    """One page of a result; the address reproduces it."""
    filters = ArticleFilter(request.GET)
    criteria = filters.criteria
    page, page_error = _read_page(request.GET.get("page", ""))
    result = search_articles(criteria, page=page)
    context = {
        "filters": filters,
        "criteria": criteria,
        "result": result,
        "page_error": page_error,
        "active": active_filters(filters, request.GET),
        "facets": facets(filters, request.GET),
        "timeline": timeline(criteria.entries.count_by_year(), request.GET) if result.total > 1 else [],
        "sorts": [sort for sort in SORTS if sort[0] != "relevance" or criteria.query.tsquery],
    }
    return render(request, "articles/article_list.html", context)


def _read_page(text: str) -> tuple[int, str]:
    """The page asked for and no reason, or the first page and why."""
    if not text:
        return 1, ""
    if text.isascii() and text.isdigit() and int(text[:9]) > 0:
        return int(text[:9]), ""
    return 1, gettext("There is no page “%(page)s”: this is the first one.") % {"page": text[:40]}
