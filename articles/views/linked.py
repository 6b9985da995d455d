"""The texts linked to one record (a person, an institution, a tag, a source), in pages."""

from __future__ import annotations

from django import forms
from django.http import QueryDict

from articles.facet_codes import FacetKind, facet_code
from articles.forms import CursorField, PageField
from articles.search.criteria import PAGE_SIZE, Criteria
from articles.search.results import ResultPage, search_articles

_TOKENS = {
    FacetKind.PERSON: "a",
    FacetKind.INSTITUTION: "a",
    FacetKind.TAG: "t",
    FacetKind.SOURCE: "s",
}


class PlaceForm(forms.Form):
    """Which page of a list is asked for."""

    page = PageField(required=False)
    after = CursorField(required=False)


def linked_texts(
    parameters: QueryDict, kind: FacetKind, pk: int, *, page_size: int = PAGE_SIZE, with_hits: bool = True
) -> ResultPage:
    """The page of the texts linked to a record, the newest first, with what they have in common."""
    form = PlaceForm(parameters)
    form.is_valid()
    criteria = Criteria(
        narrow=lambda entries: entries.with_tokens([f"~{_TOKENS[kind]}{pk}"]),
        agents=frozenset([pk]) if kind in (FacetKind.PERSON, FacetKind.INSTITUTION) else frozenset(),
        code=facet_code(kind, pk),
        page=form.cleaned_data.get("page") or 1,
        cursor=form.cleaned_data.get("after"),
        page_size=page_size,
    )
    return search_articles(criteria, with_hits=with_hits)
