"""Tags and sources: their lists, and the page of each with its articles."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.facet_codes import FacetKind
from articles.models import Source, Tag
from articles.names import fold
from articles.search.archive import counts_of
from articles.views.linked import linked_texts


def tag_list(request: HttpRequest) -> HttpResponse:
    """Every tag with its count, the narrower ones below the broader."""
    tags = sorted(_counted(Tag.objects.all()), key=lambda tag: fold(tag.label))
    below: dict[int | None, list[Tag]] = {}
    for tag in tags:
        below.setdefault(tag.broader_id, []).append(tag)
    return render(request, "articles/tag_list.html", {"branches": _branches(below), "total": len(tags)})


def _counted(tags: Iterable[Tag]) -> list[Tag]:
    """The tags, each with `article_count`."""
    found = list(tags)
    counts = counts_of(FacetKind.TAG, [tag.pk for tag in found])
    for tag in found:
        tag.article_count = counts.get(tag.pk, 0)  # type: ignore[attr-defined]
    return found


def _branches(below: dict[int | None, list[Tag]]) -> list[tuple[Tag, int]]:
    """(tag, depth) from the top down; a ring of tags, which no top holds, comes last."""
    ordered: list[tuple[Tag, int]] = []
    seen: set[int] = set()

    def descend(tag: Tag, depth: int) -> None:
        if tag.pk not in seen:
            seen.add(tag.pk)
            ordered.append((tag, depth))
            for narrower in below.get(tag.pk, ()):
                descend(narrower, depth + 1)

    for top in below.get(None, ()):
        descend(top, 0)
    for tag in (tag for group in list(below.values()) for tag in group):
        descend(tag, 0)
    return ordered


def tag_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A tag, its neighbours and its articles, the newest first."""
    tag = get_object_or_404(Tag.objects.select_related("broader"), slug=slug)
    context = {
        "tag": tag,
        "narrower": sorted(_counted(tag.narrower.all()), key=lambda one: fold(one.label)),
        "result": linked_texts(request.GET, FacetKind.TAG, tag.pk),
    }
    return render(request, "articles/tag_detail.html", context)


def source_list(request: HttpRequest) -> HttpResponse:
    """Every source with its count."""
    sources = list(Source.objects.all())
    counts = counts_of(FacetKind.SOURCE, [source.pk for source in sources])
    for source in sources:
        source.article_count = counts.get(source.pk, 0)  # type: ignore[attr-defined]
    sources.sort(key=lambda source: fold(source.name))
    return render(request, "articles/source_list.html", {"sources": sources})


def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A source and its articles, the newest first."""
    source = get_object_or_404(Source, slug=slug)
    result = linked_texts(request.GET, FacetKind.SOURCE, source.pk)
    return render(request, "articles/source_detail.html", {"source": source, "result": result})
