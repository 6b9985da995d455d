"""TLS is demanded of every request but those to this machine's own address, which never leave it."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware import security

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def is_plain_loopback(request: HttpRequest) -> bool:
    """Whether a request without TLS was sent to the loopback address by name or number."""
    return not request.is_secure() and urlsplit(f"//{request.get_host()}").hostname in LOOPBACK


class SecurityMiddleware(security.SecurityMiddleware):
    """Django's, except that a plain loopback request is answered, with cookies it can send back."""

    def process_request(self, request: HttpRequest) -> HttpResponsePermanentRedirect | None:
        if is_plain_loopback(request):
            return None
        return super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response = super().process_response(request, response)
        if is_plain_loopback(request):
            for cookie in response.cookies.values():
                cookie["secure"] = ""
        return response
