"""The site's addresses and a hello beside them, through the same middleware."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from archive import urls as site
from archive.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def hello(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django gives it
    """The least a page of Django's can do with one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return HttpResponse("hello")


urlpatterns = [path("bench/hello", hello), *site.urlpatterns]
