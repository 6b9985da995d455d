"""OAI-PMH 2.0: by which other catalogues harvest the records, as Dublin Core, a hundred at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Min, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.context import site_of
from articles.export.dublin_core import DUBLIN_CORE, NAMESPACE, SCHEMA
from articles.export.loading import Loader
from articles.facet_codes import FacetKind, language_named
from articles.languages import LANGUAGES
from articles.models import Article, FacetCount
from articles.models.article import ArticleQuerySet
from articles.views.oai_requests import PREFIX, SET, Asked, OaiError, check_prefix, read_arguments, read_list
from articles.vocabulary import ArticleStatus

#: Records of one answer.
BATCH = 100

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/'
    ' http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">\n'
)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    """One answer of the protocol; what cannot be answered is an error in it, with status 200. Nine queries at most."""
    stated: dict[str, str] = {}
    try:
        stated = read_arguments(request.POST if request.method == "POST" else request.GET)
        content = _ANSWERS[stated["verb"]](request, stated)
    except OaiError as error:
        if error.code in ("badVerb", "badArgument"):
            stated = {}
        content = f"<error code={quoteattr(error.code)}>{escape(str(error))}</error>\n"
    attributes = "".join(f" {name}={quoteattr(_plain(value))}" for name, value in stated.items())
    asked = f"<request{attributes}>{escape(site_of(request) + request.path)}</request>\n"
    moment = f"<responseDate>{_instant(timezone.now())}</responseDate>\n"
    return HttpResponse(
        f"{_HEAD}{moment}{asked}{content}</OAI-PMH>\n", content_type="text/xml; charset=utf-8"
    )


def _identify(request: HttpRequest, _arguments: dict[str, str]) -> str:
    earliest = _records().aggregate(first=Min("modified"))["first"] or timezone.now()
    return (
        f"<Identify><repositoryName>{escape(settings.ARCHIVE_TITLE)}</repositoryName>"
        f"<baseURL>{escape(site_of(request) + request.path)}</baseURL><protocolVersion>2.0</protocolVersion>"
        f"<adminEmail>{escape(settings.DEFAULT_FROM_EMAIL)}</adminEmail>"
        f"<earliestDatestamp>{_instant(earliest)}</earliestDatestamp><deletedRecord>transient</deletedRecord>"
        "<granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>\n"
    )


def _formats(request: HttpRequest, arguments: dict[str, str]) -> str:
    if "identifier" in arguments:
        _found(request, arguments["identifier"])
    return (
        f"<ListMetadataFormats><metadataFormat><metadataPrefix>{PREFIX}</metadataPrefix><schema>{SCHEMA}</schema>"
        f"<metadataNamespace>{NAMESPACE}</metadataNamespace></metadataFormat></ListMetadataFormats>\n"
    )


def _sets(_request: HttpRequest, arguments: dict[str, str]) -> str:
    """The languages in which there are texts."""
    if "resumptionToken" in arguments:
        raise OaiError("badResumptionToken", "The sets are given at once.")
    values = FacetCount.objects.of_kinds(FacetKind.LANGUAGE).of_kind(FacetKind.LANGUAGE)
    codes = [code for code in map(language_named, values) if code in LANGUAGES] or list(
        settings.ARCHIVE_LANGUAGES
    )
    rows = "".join(
        f"<set><setSpec>{SET}{code}</setSpec><setName>{escape(LANGUAGES[code].name)}</setName></set>"
        for code in codes
    )
    return f"<ListSets>{rows}</ListSets>\n"


def _get_record(request: HttpRequest, arguments: dict[str, str]) -> str:
    article = _found(request, arguments["identifier"])
    check_prefix(arguments)
    return f"<GetRecord>{_with_metadata(request, [article])}</GetRecord>\n"


def _list(request: HttpRequest, arguments: dict[str, str]) -> str:
    """ListIdentifiers and ListRecords: oldest change first, each answer behind the last record of the one before."""
    asked = read_list(arguments)
    found = list(_asked_for(asked).order_by("modified", "pk")[: BATCH + 1])
    if not found:
        raise OaiError("noRecordsMatch", "No record answers this.")
    shown, verb = found[:BATCH], arguments["verb"]
    is_whole = verb == "ListRecords"
    rows = _with_metadata(request, shown) if is_whole else "".join(_header(request, one) for one in shown)
    token = asked.token(shown[-1].modified, shown[-1].pk) if len(found) > BATCH else ""
    # The last answer of a list that came in several has an empty token.
    end = f"<resumptionToken>{escape(token)}</resumptionToken>" if token or asked.after else ""
    return f"<{verb}>{rows}{end}</{verb}>\n"


def _records() -> ArticleQuerySet:
    """What is public, and what was withdrawn, which is told as deleted."""
    return Article.objects.filter(status__in=[ArticleStatus.PUBLISHED, ArticleStatus.WITHDRAWN])


def _asked_for(asked: Asked) -> ArticleQuerySet:
    found = _records().only("pk", "modified", "language", "status")
    if asked.language:
        found = found.in_language(asked.language)
    if asked.start:
        found = found.filter(modified__gte=asked.start)
    if asked.end:
        found = found.filter(modified__lt=asked.end)
    if asked.after:
        modified, pk = asked.after
        # The first condition is implied by the second; an index can be entered by it.
        found = found.filter(modified__gte=modified).filter(Q(modified__gt=modified) | Q(pk__gt=pk))
    return found


def _found(request: HttpRequest, identifier: str) -> Article:
    """The record of an identifier of this archive."""
    number = identifier.removeprefix(_prefix(request))
    known = number != identifier and number.isascii() and number.isdigit() and len(number) < 19
    article = _asked_for(Asked()).filter(pk=int(number)).first() if known else None
    if article is None:
        raise OaiError("idDoesNotExist", "There is no such record.")
    return article


def _prefix(request: HttpRequest) -> str:
    return f"oai:{request.get_host().partition(':')[0]}:"


def _header(request: HttpRequest, article: Article) -> str:
    deleted = ' status="deleted"' if article.status == ArticleStatus.WITHDRAWN else ""
    return (
        f"<header{deleted}><identifier>{escape(_prefix(request))}{article.pk}</identifier>"
        f"<datestamp>{_instant(article.modified)}</datestamp><setSpec>{SET}{article.language}</setSpec></header>"
    )


def _with_metadata(request: HttpRequest, articles: Sequence[Article]) -> str:
    """Header and metadata of each record; a withdrawn one has its header alone."""
    rows = [(one.pk, "") for one in articles if one.status == ArticleStatus.PUBLISHED]
    loader = Loader(site_of(request), settings.LANGUAGE_CODE, DEFAULT_DB_ALIAS)
    written = {
        record.article.pk: f"<metadata>{DUBLIN_CORE.write(record)}</metadata>"
        for records in (loader.load(rows) if rows else ())
        for record in records
    }
    return "".join(f"<record>{_header(request, one)}{written.get(one.pk, '')}</record>" for one in articles)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _plain(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(letter for letter in text if letter.isprintable())


_ANSWERS: dict[str, Callable[[HttpRequest, dict[str, str]], str]] = {
    "Identify": _identify,
    "ListMetadataFormats": _formats,
    "ListSets": _sets,
    "GetRecord": _get_record,
    "ListIdentifiers": _list,
    "ListRecords": _list,
}
