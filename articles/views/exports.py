"""Exports: a record, or the whole result of a search, as a file for another program (contract, Addresses)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from tempfile import TemporaryFile
from urllib.parse import quote

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from articles.context import site_of
from articles.export import RECORD_FORMATS, RESULT_FORMATS
from articles.export.format import Format
from articles.export.record import Heading, Unread
from articles.export.selection import FeedPage, Ordered, ResultPage, Selection, WholeResult, read_place
from articles.export.stream import CrowdedError, Stream, read_record
from articles.filters import ArticleFilter
from articles.models.search_entry import SearchEntryQuerySet
from articles.search.criteria import PAGE_SIZE, Criteria
from articles.views.errors import too_slow
from articles.views.readings import no_dates_of

#: What no system wants in a file name, and marks that turn the direction of writing.
_UNFIT_FOR_FILES = re.compile('[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\\\:*?"<>|]+')
_LONGEST_NAME = 80


@require_safe
def article_export(request: HttpRequest, pk: int, suffix: str) -> HttpResponse:
    """One published record; the same for everyone, signed in or not."""
    form = RECORD_FORMATS.get(suffix)
    if form is None:
        raise Http404
    heading = _heading(request, reverse("articles:article-detail", args=[pk]), "")
    document = read_record(pk, form, heading, site=site_of(request), using=DEFAULT_DB_ALIAS)
    if document is None:
        raise Http404
    response = HttpResponse(document, content_type=form.content_type)
    response["Content-Disposition"] = _disposition(form, f"article-{pk}", f"{heading.archive} {pk}", suffix)
    return response


@require_safe
def result_export(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """The whole result of the parameters, streamed; one page of it where `page` is given; a feed page as Atom."""
    form = RESULT_FORMATS.get(suffix)
    if form is None:
        raise Http404
    filters = ArticleFilter(request.GET)
    criteria = filters.criteria
    heading = _heading(request, reverse("articles:article-list"), criteria.query.text)
    warnings = list(_unread(filters))
    selection = _selection(request, criteria, warnings, is_feed=suffix == "atom")
    heading.warnings = warnings
    try:
        stream = Stream(selection, form, heading, site=site_of(request))
    except CrowdedError:
        return too_slow(request)
    response = _response(request, stream, form)
    response["Content-Disposition"] = _disposition(form, "articles", heading.title, suffix)
    if heading.total is not None:
        response["X-Total-Count"] = str(heading.total)
    if heading.next_address:
        response["Link"] = f'<{heading.next_address}>; rel="next"'
    if warnings:
        # Extended parameter values (RFC 8187): a header is ASCII, a reason is in the reader's language.
        response["X-Unread-Parameters"] = ", ".join(
            f"{one.parameter}; reason*=UTF-8''{quote(one.reason)}" for one in warnings
        )
    return response


def _response(request: HttpRequest, stream: Stream, form: Format) -> HttpResponseBase:
    """The stream; its headers alone for HEAD; a file of known length for HTTP/1.0, which has no sign of an end."""
    if request.method == "HEAD":
        stream.close()
        return StreamingHttpResponse((), content_type=form.content_type)
    if request.META.get("SERVER_PROTOCOL") == "HTTP/1.0":
        request.META.pop("HTTP_ACCEPT_ENCODING", None)  # compressed on the way, it would have no length
        with closing(stream):
            file = TemporaryFile()  # noqa: SIM115 - the response closes it
            for part in stream:
                file.write(part.encode())
        file.seek(0)
        return FileResponse(file, content_type=form.content_type)
    return StreamingHttpResponse(stream, content_type=form.content_type)


def _selection(
    request: HttpRequest, criteria: Criteria, warnings: list[Unread], *, is_feed: bool
) -> Selection:
    """What is asked for: a page of a feed, a page of the result, or all of it; what cannot be read is a warning."""

    def address_with(name: str, value: str) -> str:
        return _address(request, {name: value})

    if is_feed:
        return FeedPage(criteria.entries, _before(request, warnings), address_with)
    ordered = Ordered(_in_order(criteria), criteria.is_dated)
    text = request.GET.get("page", "")
    if not text:
        return WholeResult(ordered)
    number = int(text[:9]) if text.isascii() and text.isdigit() else 0
    if not number:
        reason = gettext("There is no page “%(page)s”: this is the first one.") % {"page": text[:40]}
        warnings.append(Unread("page", reason))
    return ResultPage(ordered, number or 1, PAGE_SIZE, address_with)


def _before(request: HttpRequest, warnings: list[Unread]) -> tuple[datetime, int] | None:
    """The place in the feed to go on from."""
    if request.GET.get("page"):
        reason = gettext("A feed has no numbered pages: each page has the address of the next one.")
        warnings.append(Unread("page", reason))
    text = request.GET.get("before", "")
    try:
        return read_place(text) if text else None
    except ValueError:
        reason = gettext("“%(place)s” is no place in this feed: it begins with the newest.")
        warnings.append(Unread("before", reason % {"place": text[:40]}))
        return None


def _in_order(criteria: Criteria) -> SearchEntryQuerySet:
    """The entries in the order asked for, each with `is_certain`."""
    entries = criteria.entries.with_certainty(criteria.date_from, criteria.date_to)
    if criteria.sort == "oldest":
        return entries.oldest_first()
    if criteria.sort == "relevance" and criteria.query.tsquery:
        return entries.most_relevant_first(criteria.query.by_language, criteria.query.records)
    return entries.newest_first()


def _unread(filters: ArticleFilter) -> Iterator[Unread]:
    """The parameters that could not be read, and the words that are not looked for."""
    for name, errors in filters.form.errors.items():
        yield Unread(name, " ".join(map(str, errors)))
    if filters.query.unasked:
        yield Unread("q", f"{gettext('Not looked for beside the rest:')} {', '.join(filters.query.unasked)}")
    if filters.query.left_out:
        reason = gettext("In no text, and left out:")
        yield Unread("q", f"{reason} {', '.join(filters.query.left_out)}")
    if filters.query.ignored:
        reason = gettext("Not looked for, because too common, too short or without letters:")
        yield Unread("q", f"{reason} {', '.join(filters.query.ignored)}")
    for none in no_dates_of(filters.query):
        told = gettext("“%(words)s” is no date, and was looked for as words.") % {"words": none.surface}
        yield Unread("q", f"{told} {none.reason}")
    if filters.query.partly:
        reason = gettext("Too common in some languages, and looked for in texts of the others:")
        yield Unread("q", f"{reason} {', '.join(filters.query.partly)}")
    if filters.query.unread:
        yield Unread("q", gettext("The end of the query was not read; it is too long."))
    if filters.query.is_open:
        yield Unread(
            "q", gettext("A quotation mark is not closed: all that follows it was read as one phrase.")
        )
    if filters.query.is_flat:
        yield Unread(
            "q", gettext("The parentheses were not read: one is not closed, or they ask for too much.")
        )


def _heading(request: HttpRequest, page: str, words: str) -> Heading:
    """The head of a document: `page` is the path of what it exports, `words` are those looked for."""
    archive: str = settings.ARCHIVE_TITLE
    return Heading(
        archive=archive,
        title=f"{archive}: {words}" if words else archive,
        address=_address(request, {}),
        first_address=_address(request, {"page": "", "before": ""}),
        page_address=_address(request, {"page": "", "before": ""}, page),
        language=get_language() or settings.LANGUAGE_CODE,
        moment=timezone.now(),
    )


def _address(request: HttpRequest, changes: dict[str, str], path: str = "") -> str:
    """The address of this request, or of another path, with these parameters set; an empty one is left out."""
    parameters = request.GET.copy()
    for name, value in changes.items():
        parameters.setlist(name, [value] if value else [])
    query = parameters.urlencode()
    return site_of(request) + (path or request.path) + (f"?{query}" if query else "")


def _disposition(form: Format, plain: str, title: str, suffix: str) -> str:
    """Shown or saved, under a plain name and a telling one for what can write it (RFC 6266)."""
    telling = f"{' '.join(_UNFIT_FOR_FILES.sub(' ', title).split())[:_LONGEST_NAME]}.{suffix}"
    kind = "attachment" if form.is_attachment else "inline"
    return f"{kind}; filename=\"{plain}.{suffix}\"; filename*=UTF-8''{quote(telling)}"
