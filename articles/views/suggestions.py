"""What a reader may be typing, for the search field where the browser runs scripts."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.urls import reverse

from articles.search.suggest import suggest

KINDS = ("person", "institution", "tag", "source")


def suggestions(request: HttpRequest) -> JsonResponse:
    """`{"suggestions": [{"parameter", "slug", "label", "url"}]}` for the beginning of a name, `q`.

    `only` narrows them to one parameter. At most eight queries.
    """
    only = request.GET.get("only", "")
    found = suggest(request.GET.get("q", "").replace("\x00", ""), only=only if only in KINDS else "")
    rows = [
        {**asdict(one), "url": f"{reverse('articles:article-list')}?{one.parameter}={one.slug}"}
        for one in found
    ]
    return JsonResponse({"suggestions": rows}, json_dumps_params={"ensure_ascii": False})
