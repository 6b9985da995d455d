"""The error pages, in the reader's language as far as the address tells it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_from_path, override


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400: what was sent cannot be understood."""
    return _error_page(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: this is not for everyone."""
    return _error_page(request, "403.html", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: a form came without its token (setting CSRF_FAILURE_VIEW)."""
    return _error_page(request, "403_csrf.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: no such page or record."""
    return _error_page(request, "404.html", 404)


def too_slow(request: HttpRequest) -> HttpResponse:
    """503: the question took longer than a page may; how to ask for less."""
    response = _error_page(request, "503_slow.html", 503)
    response["Retry-After"] = "60"
    return response


def server_error(_request: HttpRequest) -> HttpResponse:
    """500: every language at once and nothing that could fail again: no request, no database."""
    return HttpResponse(render_to_string("500.html"), status=500)


def _error_page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    # An error met before LocaleMiddleware finds no language active yet.
    with override(get_language_from_path(request.path_info) or get_language()):
        return render(request, template, status=status)
