"""The front page: search, the archive over time, what is new, who is named most, which languages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.facet_codes import FacetKind, Flag, language_named
from articles.search.archive import newest_articles, whole_counts
from articles.views.agent_index import commonest_agents
from articles.views.tellings import first_tellings
from articles.views.timeline import timeline_of

NEWEST = 6
#: A text in so many languages takes one place among the newest.
MOST_TELLINGS = 3
MOST_NAMED = 10


def home(request: HttpRequest) -> HttpResponse:
    """Eleven queries for an archive of any size, three where its figures were told at this version; an empty archive
    says what to do next."""
    counts = whole_counts()
    total, translated = counts.of_flag(Flag.ENTRY), counts.of_flag(Flag.TRANSLATED)
    context = {
        "total": total,
        "undated": counts.of_flag(Flag.UNDATED),
        "translated": translated,
        "untranslated": total - translated,
        "timeline": timeline_of(counts),
        "languages": [
            (language_named(value), count) for value, count in counts.of_kind(FacetKind.LANGUAGE).items()
        ],
        # Where a text and its translation are both among them, the text itself is shown.
        "newest": first_tellings(newest_articles(NEWEST * MOST_TELLINGS), NEWEST),
        "people": commonest_agents(counts, FacetKind.PERSON, MOST_NAMED),
        "institutions": commonest_agents(counts, FacetKind.INSTITUTION, MOST_NAMED),
    }
    return render(request, "articles/home.html", context)
