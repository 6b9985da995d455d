"""Public pages by the archive's version: answered with 304 or from a cache while nothing changed; never late."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.db import Error, OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags, quote_etag
from psycopg.errors import QueryCanceled, SerializationFailure

from archive import __version__
from archive.replicas import reading_from_a_replica
from articles.kept import at_version
from articles.search.archive import archive_version
from articles.views.errors import too_slow

#: A larger page is made each time.
LARGEST = 256 * 1024
#: Who brings one of these may be shown what others are not.
_SIGNED_IN = (settings.SESSION_COOKIE_NAME, "messages")


class PublicPages:
    """Every public page under an interface language, for readers who are not signed in.

    An archive changes a few times a day. Each answer carries the archive's version as its ETag: a reader who has the
    page gets 304, another one the page from the cache of this process, for one query. It is kept as it goes out,
    compressed or not (the tag is a weak one: both are the same page). For who is signed in nothing is kept. A
    statement that takes too long ends in a page that says how to ask for less.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/admin/"):
            # Django asks the database for what is typed into a choice as it stands, and no text has a NUL.
            request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "+")
            return self._unhurried(request)
        if not _is_public(request):
            return self.get_response(request)
        if any(name in request.COOKIES for name in _SIGNED_IN):
            with at_version(_version()):
                response = self.get_response(request)
            patch_cache_control(response, private=True, no_cache=True)
            return response
        with reading_from_a_replica():
            version = _version()
            if version is not None:
                return self._versioned(request, version)
        # A replica that answers but cannot be read, because it is not migrated yet: the database itself is asked.
        version = _version() if settings.REPLICAS else None
        return self.get_response(request) if version is None else self._versioned(request, version)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a question that took too long."""
        if isinstance(exception, OperationalError) and isinstance(
            exception.__cause__, (QueryCanceled, SerializationFailure)
        ):
            return too_slow(request)
        return None

    def _versioned(self, request: HttpRequest, version: int) -> HttpResponse:
        tag = quote_etag(_digest(_build(), str(version), request.get_full_path()))
        etag = f"W/{tag}"
        asked = parse_etags(request.headers.get("If-None-Match", ""))
        if tag in {one.removeprefix("W/") for one in asked}:
            return _labelled(HttpResponseNotModified(), etag)
        key = _digest(etag, request.scheme or "", request.headers.get("Host", ""), str(_takes_gzip(request)))
        if request.method == "GET" and (kept := cache.get(key)):
            status, headers, content = kept
            return HttpResponse(content, status=status, headers=headers)
        with at_version(version):
            response = self.get_response(request)
        if response.status_code != 200 or response.cookies:
            return response
        _labelled(response, etag)
        if request.method == "GET" and not response.streaming and len(response.content) <= LARGEST:
            cache.set(key, (response.status_code, dict(response.items()), response.content))
        return response

    def _unhurried(self, request: HttpRequest) -> HttpResponse:
        """The editor's desk may take its time: a whole batch is undone there."""
        if not settings.IS_WEB_SERVER:
            return self.get_response(request)
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
        try:
            return self.get_response(request)
        finally:
            if connection.connection is not None:
                with suppress(Error), connection.cursor() as cursor:
                    cursor.execute("RESET statement_timeout")


def _is_public(request: HttpRequest) -> bool:
    """Whether a page is read, and below an interface language."""
    language = request.path_info.lstrip("/").partition("/")[0].partition(".")[0]
    return request.method in ("GET", "HEAD") and not settings.DEBUG and language in dict(settings.LANGUAGES)


def _version() -> int | None:
    """The archive's version; None where it cannot be told."""
    try:
        return archive_version()
    except Error:
        return None


def _takes_gzip(request: HttpRequest) -> bool:
    """Whether the answer is compressed, as Django's GZipMiddleware decides."""
    return "gzip" in request.headers.get("Accept-Encoding", "")


def _labelled(response: HttpResponse, etag: str) -> HttpResponse:
    """The answer with its version, to be asked for again each time."""
    response["ETag"] = etag
    patch_cache_control(response, no_cache=True)
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


@lru_cache(maxsize=1)
def _build() -> str:
    """What is the same for all pages of this program: its templates, texts, code and styles, the archive's title."""
    styles = getattr(staticfiles_storage, "hashed_files", {})
    program = hashlib.sha256()
    for folder, pattern in (
        ("templates", "*"),
        ("locale", "*.mo"),
        ("articles", "*.py"),
        ("archive", "*.py"),
    ):
        for path in sorted((settings.BASE_DIR / folder).rglob(pattern)):
            if path.is_file():
                program.update(path.read_bytes())
    return _digest(__version__, program.hexdigest(), settings.ARCHIVE_TITLE, *sorted(styles.values()))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:32]
