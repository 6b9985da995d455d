"""What a reader has asked for, each part with the address of the list without it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from articles.filters import ArticleFilter
from articles.languages import LANGUAGES

_LABELS: dict[str, str | Promise] = {
    "person": _("Person"),
    "institution": _("Institution"),
    "tag": _("Tag"),
    "source": _("Source"),
}


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """One part of what is asked: what kind of thing, which one, and the address without it."""

    label: str | Promise
    text: str
    address: str
    language: str = ""
    is_left_out: bool = False


def active_filters(filters: ArticleFilter, parameters: QueryDict) -> list[ActiveFilter]:
    """Every part that could be read, in the order of the page."""
    return list(_parts(filters, parameters))


def _parts(filters: ArticleFilter, parameters: QueryDict) -> Iterator[ActiveFilter]:
    values = filters.values
    if filters.query.text:
        without = address_without(parameters, "q", "exact", "words")
        yield ActiveFilter(_("Words"), gettext("“%(words)s”") % {"words": filters.query.text}, without)
    for name, label in _LABELS.items():
        for record in values.get(name, ()):
            without = address_without(parameters, name, value=record.slug)
            yield ActiveFilter(label, str(record), without)
    for code in values.get("language", ()):
        without = address_without(parameters, "language", value=code)
        yield ActiveFilter(_("Language"), LANGUAGES[code].name, without, language=code)
    for name in _LABELS:
        for record in values.get(f"not_{name}", ()):
            without = address_without(parameters, f"not_{name}", value=record.slug)
            yield ActiveFilter(_("Without"), str(record), without, is_left_out=True)
    for code in values.get("not_language", ()):
        without = address_without(parameters, "not_language", value=code)
        yield ActiveFilter(_("Without"), LANGUAGES[code].name, without, language=code, is_left_out=True)
    if values.get("translated"):
        text = (
            gettext("with a translation") if values["translated"] == "1" else gettext("without a translation")
        )
        yield ActiveFilter(_("Translation"), text, address_without(parameters, "translated"))
    for words in values.get("words", ()):
        without = address_without(parameters, "words", value=words)
        yield ActiveFilter(_("As words"), gettext("“%(words)s”") % {"words": words}, without)
    for name, label in (("date_from", _("From")), ("date_to", _("To"))):
        if date := values.get(name):
            yield ActiveFilter(label, date.format(get_language() or "en"), address_without(parameters, name))
    if values.get("undated"):
        yield ActiveFilter(_("Date"), gettext("undated"), address_without(parameters, "undated"))
    if values.get("exact"):
        yield ActiveFilter(
            _("Spelling"), gettext("exactly these letters"), address_without(parameters, "exact")
        )


def address_without(parameters: QueryDict, *names: str, value: str | None = None) -> str:
    """The parameters without these names (or without this one value of them), on the first page."""
    rest = copy(parameters)
    for name in ("page", "after"):
        rest.pop(name, None)
    for name in names:
        kept = [other for other in rest.getlist(name) if value is not None and other != value]
        rest.setlist(name, kept)
    return f"?{rest.urlencode()}"
