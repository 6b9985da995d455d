"""unAPI (version 1, 2006): by which reference managers take a record as a newspaper article, with tags and month."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.views.exports import article_export

#: Name of a format → the end of its address, its type, and where it is described.
FORMATS = {
    "ris": ("ris", "application/x-research-info-systems", "https://en.wikipedia.org/wiki/RIS_(file_format)"),
    "bibtex": ("bib", "application/x-bibtex", "https://www.bibtex.org/Format/"),
    "csljson": ("csljson", "application/vnd.citationstyles.csl+json", "https://citeproc-js.readthedocs.io/"),
}
#: A permanent address, or a number alone.
_IDENTIFIER = re.compile(r"(?:https?://[^/]+/a/)?(\d{1,18})", re.ASCII)


@require_safe
def unapi(request: HttpRequest) -> HttpResponse:
    """`?id=` the permanent address of a record, `&format=` one of the names; without them, what there is.

    Statuses as unAPI has them: 300 for the formats of one record, 404 for an unknown record, 406 for an unknown
    format. Three queries at most, and those of the export.
    """
    identifier, name = request.GET.get("id", ""), request.GET.get("format", "")
    if not identifier:
        return _formats("", 400 if name else 200)
    match = _IDENTIFIER.fullmatch(identifier)
    if match is None or not Article.objects.published().filter(pk=int(match[1])).exists():
        return HttpResponse("no such record\n", status=404, content_type="text/plain; charset=utf-8")
    if not name:
        return _formats(identifier, 300)
    if name not in FORMATS:
        return HttpResponse("no such format\n", status=406, content_type="text/plain; charset=utf-8")
    return article_export(request, int(match[1]), FORMATS[name][0])


def _formats(identifier: str, status: int) -> HttpResponse:
    rows = "".join(
        f"<format name={quoteattr(name)} type={quoteattr(kind)} docs={quoteattr(docs)}/>"
        for name, (_suffix, kind, docs) in FORMATS.items()
    )
    of = f" id={quoteattr(identifier)}" if identifier else ""
    document = f'<?xml version="1.0" encoding="UTF-8"?>\n<formats{of}>{rows}</formats>\n'
    return HttpResponse(document, status=status, content_type="application/xml; charset=utf-8")
