"""How a page of a list is put together."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from articles.search.results import Hit
from articles.views.tellings import Line, lines

register = template.Library()


@register.filter
def told_once(hits: Iterable[Hit]) -> list[Line]:
    """The hits of a page, a text and its translations together."""
    return lines(hits)
