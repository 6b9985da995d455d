"""Addresses outside the interface languages: the permanent address of a record, and those for machines."""

from __future__ import annotations

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /i18n/
Disallow: /*?
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


def robots(_request: HttpRequest) -> HttpResponse:
    """Crawlers read the records, not every combination of filters."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
