"""One record: its page, the text beside its translation, and the source as it came."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from articles.models import Accession, Agent, Article, Mention, Office
from articles.passages import Segment, Span, segments
from articles.views.passages import read, side_by_side
from articles.vocabulary import AgentKind, ArticleStatus


@dataclass(frozen=True, slots=True)
class Named:
    """Someone the text names, the anchor of the first place, and the offices it states for them."""

    agent: Agent
    offices: list[str]


def article_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The record: ten queries at most."""
    article = _visible_article(request, pk)
    mentions: list[Mention] = article.linked_mentions  # type: ignore[attr-defined]
    named = _named(article, mentions)
    context = {
        "article": article,
        "reading": read(article, mentions),
        "people": [one for one in named if one.agent.kind == AgentKind.PERSON],
        "institutions": [one for one in named if one.agent.kind == AgentKind.INSTITUTION],
        "permalink": request.build_absolute_uri(reverse("article-permalink", args=[article.pk])),
    }
    return render(request, "articles/article_detail.html", context)


def _visible_article(request: HttpRequest, pk: int) -> Article:
    """The record, or 404; what is not published only staff may see."""
    article = get_object_or_404(Article.objects.for_reading(), pk=pk)
    # The user is asked for only here, so that public pages depend on no cookie.
    if article.status != ArticleStatus.PUBLISHED and not getattr(request.user, "is_staff", False):
        raise Http404
    return article


def _named(article: Article, mentions: list[Mention]) -> list[Named]:
    """Whom the text names, in its order, with the offices it states for people, on the mention or on the
    authority record."""
    agents = {mention.agent_id: mention.agent for mention in mentions}
    offices: dict[int, list[str]] = {agent_id: [] for agent_id in agents}
    stated = [(mention.agent_id, mention.office) for mention in mentions if mention.office]
    stated += [(office.agent_id, office.label) for office in Office.objects.filter(article=article)]
    for agent_id, label in stated:
        if agent_id in agents and agents[agent_id].kind == AgentKind.PERSON:
            offices[agent_id].append(label)
    return [Named(agents[agent_id], _fullest(labels)) for agent_id, labels in offices.items()]


def _fullest(labels: list[str]) -> list[str]:
    """Each label once, without those that another one holds whole."""
    different = list(dict.fromkeys(labels))
    return [one for one in different if not any(one != other and one in other for other in different)]


def article_parallel(request: HttpRequest, pk: int) -> HttpResponse:
    """The text beside another telling of it, paragraph by paragraph; `with` chooses among several."""
    article = _visible_article(request, pk)
    tellings = article.other_tellings
    if not tellings:
        raise Http404(gettext("This text has no translation here."))
    wanted = request.GET.get("with", "")
    other_pk = next((one.pk for one in tellings if str(one.pk) == wanted), tellings[0].pk)
    other = get_object_or_404(Article.objects.published().for_reading(), pk=other_pk)
    left = read(article, article.linked_mentions)  # type: ignore[attr-defined]
    right = read(other, other.linked_mentions)  # type: ignore[attr-defined]
    links = [*article.original_links.all(), *article.translation_links.all()]
    context = {
        "article": article,
        "other": other,
        "left": left,
        "right": right,
        "rows": side_by_side(left, right),
        "link": next(link for link in links if other.pk in (link.original_id, link.translation_id)),
        "tellings": tellings,
    }
    return render(request, "articles/article_parallel.html", context)


def article_source(request: HttpRequest, pk: int) -> HttpResponse:
    """The source text as it came, with what was set aside marked where it stood."""
    article = _visible_article(request, pk)
    accession = article.accession
    if accession is None:
        raise Http404(gettext("This record was written by hand: it has no source file."))
    context = {"article": article, "accession": accession, "segments": _source_segments(accession)}
    return render(request, "articles/article_source.html", context)


def _source_segments(accession: Accession) -> list[Segment]:
    """The source text cut at what was set aside; a piece that does not stand where it says is left out."""
    text = accession.text
    spans = [
        Span(piece["start"], piece["end"], piece)
        for piece in accession.set_aside
        if text[piece["start"] : piece["end"]] == piece["exact"]
    ]
    return segments(text, spans)
