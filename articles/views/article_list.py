"""Browse and search: the list of articles, its filters and what they mean."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.filters import SORTS, ArticleFilter
from articles.search.results import search_articles
from articles.views.active_filters import active_filters
from articles.views.facets import facets
from articles.views.former import to_present_filters
from articles.views.meant import reworded, ways_out
from articles.views.perhaps import more_texts
from articles.views.readings import readings
from articles.views.timeline import date_links, timeline_of
from articles.views.trail import way_from


def article_list(request: HttpRequest) -> HttpResponse:
    """One page of a result; the address reproduces it.

    At most 12 queries where texts are found; up to 19 where none is, for the ways out that are tried.
    """
    filters = ArticleFilter(request.GET)
    if moved := to_present_filters(request, filters):
        return moved
    criteria = filters.criteria
    result = search_articles(criteria)
    context = {
        "filters": filters,
        "criteria": criteria,
        # Told to the records, which lead back and on from here.
        "way": way_from(request.GET),
        "result": result,
        # A page beyond the last one gives the last one, which says so.
        "beyond": criteria.page if criteria.page > result.page else 0,
        "active": active_filters(filters, request.GET),
        "readings": readings(criteria.query, request.GET),
        "reworded": reworded(filters, result, request.GET),
        "ways_out": ways_out(filters, result, request.GET),
        "perhaps": more_texts(filters, request.GET),
        "facets": facets(filters, result, request.GET),
        "timeline": timeline_of(result.counts, request.GET) if result.total > 1 else [],
        "date_links": date_links(result.counts, request.GET),
        "sorts": [sort for sort in SORTS if sort[0] != "relevance" or criteria.query.tsquery],
    }
    return render(request, "articles/article_list.html", context)
