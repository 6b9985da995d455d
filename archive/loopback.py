"""TLS is demanded of every request but those to this machine's own address, which never leave it.

Two middlewares stand on either side of Django's SecurityMiddleware, which knows exemptions by path only: before
it, a plain loopback request passes for a secure one, after it, for what it is (docs/decisions/0002).
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def is_plain_loopback(request: HttpRequest) -> bool:
    """Whether a request without TLS was sent to the loopback address by name or number."""
    return not request.is_secure() and urlsplit(f"//{request.get_host()}").hostname in LOOPBACK


def exempt_loopback(get_response: GetResponse) -> GetResponse:
    """Stands before SecurityMiddleware: no redirect on loopback, and cookies that can be sent back."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not is_plain_loopback(request):
            return get_response(request)
        vars(request)["is_secure"] = lambda: True
        response = get_response(request)
        for cookie in response.cookies.values():
            cookie["secure"] = ""
        return response

    return middleware


def end_exemption(get_response: GetResponse) -> GetResponse:
    """Stands after SecurityMiddleware: whoever asks now learns that the request came without TLS."""

    def middleware(request: HttpRequest) -> HttpResponse:
        vars(request).pop("is_secure", None)
        return get_response(request)

    return middleware
