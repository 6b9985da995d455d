"""Addresses outside the interface languages: the permanent address of a record, and those for machines."""

from __future__ import annotations

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache

from articles.context import site_of

#: What OpenSearch 1.1 allows a short name.
LONGEST_SHORT_NAME = 16

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /i18n/
Disallow: /*?*&

Sitemap: {site}/sitemap.xml
"""


def permalink(_request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """To the record in the reader's language."""
    return redirect("articles:article-detail", pk)


@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers; the database is not asked."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


@never_cache
def readyz(_request: HttpRequest) -> HttpResponse:
    """The database answers and no migration is unapplied; otherwise 503 with the reason."""
    reason = _unready()
    status = 503 if reason else 200
    return HttpResponse(reason or "ok", status=status, content_type="text/plain; charset=utf-8")


def _unready() -> str:
    """Why the archive cannot serve, or nothing."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return "the database does not answer"
    return f"{len(pending)} migrations are not applied" if pending else ""


def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers read the records and what one filter or one search finds, not every combination of filters."""
    return HttpResponse(ROBOTS.format(site=site_of(request)), content_type="text/plain; charset=utf-8")


def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser may search the archive from its own field (OpenSearch 1.1), in the reader's language."""
    title = settings.ARCHIVE_TITLE
    context = {
        "short_name": title if len(title) <= LONGEST_SHORT_NAME else title[: LONGEST_SHORT_NAME - 1] + "…",
        "description": gettext("Search in %(archive)s") % {"archive": title},
        "site": site_of(request),
        "language": get_language(),
    }
    response = render(
        request,
        "opensearch.xml",
        context,
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )
    patch_vary_headers(response, ["Accept-Language"])
    return response
