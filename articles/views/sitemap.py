"""The map of the site for crawlers (sitemaps.org): an index, and files of so many records each, streamed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.context import site_of
from articles.models import Agent, Article, Source, Tag

#: So many record numbers a file: with an address in each of four interface languages below the limit of 50 000.
SPAN = 10_000
#: So many records are read at once; no cursor is held while a slow reader takes its time.
BATCH = 1_000

_PAGES = (
    "home",
    "article-list",
    "person-list",
    "institution-list",
    "tag-list",
    "source-list",
    "network",
    "about",
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_INDEX = '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The files: the pages, then articles and agents by spans of their numbers; two queries."""
    names = ["pages"]
    for kind, model in (("articles", Article), ("agents", Agent)):
        last = model._default_manager.aggregate(last=Max("pk"))["last"]
        names += [f"{kind}-{number}" for number in range(last // SPAN + 1)] if last is not None else []
    site = site_of(request)
    rows = (f"<sitemap><loc>{site}{reverse('sitemap-part', args=[name])}</loc></sitemap>\n" for name in names)
    return HttpResponse(f"{_INDEX}{''.join(rows)}</sitemapindex>\n", content_type="application/xml")


@require_safe
def sitemap_part(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """One file: `pages`, `articles-0`, `agents-0` … A span without records gives an empty file."""
    kind, _dash, number = name.partition("-")
    if kind == "pages" and not number:
        rows = _pages(site_of(request))
    elif kind in ("articles", "agents") and number.isascii() and number.isdigit() and len(number) < 12:
        read = _articles if kind == "articles" else _agents
        rows = read(site_of(request), int(number) * SPAN)
    else:
        raise Http404
    parts = chain([_HEAD], rows, ["</urlset>\n"])
    return StreamingHttpResponse((part.encode() for part in parts), content_type="application/xml")


def _pages(site: str) -> Iterator[str]:
    """The pages that there are once, all tags and all outlets."""
    for page in _PAGES:
        yield _entry(site, reverse(f"articles:{page}"))
    for model, page in ((Tag, "tag-detail"), (Source, "source-detail")):
        for slug in model._default_manager.order_by("pk").values_list("slug", flat=True):
            yield _entry(site, reverse(f"articles:{page}", args=[slug]))


def _articles(site: str, first: int) -> Iterator[str]:
    """The published records of a span, in batches by key."""
    after, end = first - 1, first + SPAN
    while True:
        span = Article.objects.published().filter(pk__gt=after, pk__lt=end).order_by("pk")
        rows = list(span.values_list("pk", "modified")[:BATCH])
        yield "".join(
            _entry(
                site, reverse("articles:article-detail", args=[pk]), modified.isoformat(timespec="seconds")
            )
            for pk, modified in rows
        )
        if len(rows) < BATCH:
            return
        after = rows[-1][0]


def _agents(site: str, first: int) -> Iterator[str]:
    """The people and institutions of a span, in batches by key."""
    after, end = first - 1, first + SPAN
    while True:
        span = Agent.objects.filter(pk__gt=after, pk__lt=end).order_by("pk")
        rows = list(span.values_list("pk", "kind", "slug")[:BATCH])
        yield "".join(
            _entry(site, reverse(f"articles:{kind}-detail", args=[slug])) for _pk, kind, slug in rows
        )
        if len(rows) < BATCH:
            return
        after = rows[-1][0]


def _entry(site: str, path: str, modified: str = "") -> str:
    """A page in each interface language, each telling of the others and which is for readers of none of them."""
    rest = path.lstrip("/").partition("/")[2]
    addresses = {code: escape(f"{site}/{code}/{rest}") for code, _label in settings.LANGUAGES}
    linked = {**addresses, "x-default": addresses[settings.LANGUAGE_CODE] if rest else f"{site}/"}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>'
        for code, address in linked.items()
    )
    changed = f"<lastmod>{modified}</lastmod>" if modified else ""
    return "".join(f"<url><loc>{address}</loc>{changed}{links}</url>\n" for address in addresses.values())
