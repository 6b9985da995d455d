"""Records and results as files: the links by which they are downloaded or followed."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.addresses import address_of
from articles.export import RECORD_FORMATS, RESULT_FORMATS
from articles.export.format import Format
from articles.models import Article

register = template.Library()

_BETWEEN = " ·\n"
#: Format → what it is called; links stand in this order.
_LABELS: dict[str, str | Promise] = {
    "txt": _("text"),
    "csv": _("table (CSV)"),
    "ris": "RIS",
    "bib": "BibTeX",
    "csljson": "CSL-JSON",
    "json": "JSON",
}


@register.simple_tag
def files_of_record(article: Article) -> SafeString:
    """A record as files."""
    return SafeString(
        _BETWEEN.join(
            _link(
                reverse("articles:article-export", args=[article.pk, name]), RECORD_FORMATS[name], str(label)
            )
            for name, label in _LABELS.items()
        )
    )


@register.simple_tag(takes_context=True)
def files_of_result(context: Context, asked: str = "") -> SafeString:
    """All texts of a question as files: those that these parameters ask for, or the address of the page."""
    links = []
    of_result = asked or _asked(context["request"])
    of_feed = asked or _asked(context["request"], is_feed=True)
    for name, label in {
        **_LABELS,
        "atom": _("follow (Atom)") if asked else _("follow this search (Atom)"),
    }.items():
        if name in RESULT_FORMATS:
            parameters = of_feed if name == "atom" else of_result
            address = address_of("articles:result-export", name)
            links.append(
                _link(f"{address}?{parameters}" if parameters else address, RESULT_FORMATS[name], str(label))
            )
    return SafeString(_BETWEEN.join(links))


def _asked(request: HttpRequest, *, is_feed: bool = False) -> str:
    """What the address asks for, whichever page of it is read; a feed has its own order."""
    left_out = ("page", "after", "sort") if is_feed else ("page", "after")
    return urlencode(
        [(name, one) for name, values in request.GET.lists() for one in values if name not in left_out]
    )


def _link(address: str, form: Format, label: str) -> str:
    media_type = form.content_type.partition(";")[0]
    return f'<a href="{escape(address)}" type="{media_type}">{escape(label)}</a>'
