"""The page of a person or an institution: names, offices as stated, the sentences that name them."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import Agent, Article, Mention
from articles.views.passages import Naming, quote
from articles.vocabulary import AgentKind

PAGE_SIZE = 20
MOST_COMPANIONS = 12


def agent_detail(request: HttpRequest, slug: str, kind: AgentKind) -> HttpResponse:
    """Nine queries at most."""
    agent = get_object_or_404(Agent.objects.with_names(), kind=kind, slug=slug)
    articles = Article.objects.published().naming(agent).newest_first().select_related("source")
    page = Paginator(articles, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "agent": agent,
        "names": sorted(agent.names.all(), key=lambda name: (name.form, name.language, name.text)),
        "offices": agent.offices.stated_publicly(),
        "page": page,
        "namings": _namings(list(page.object_list), agent),
        "companions": Agent.objects.named_with(agent).with_names()[:MOST_COMPANIONS],
    }
    return render(request, "articles/agent_detail.html", context)


def _namings(articles: Sequence[Article], agent: Agent) -> list[Naming]:
    """Each article with the sentences that name the agent."""
    mentions: dict[int, list[Mention]] = {article.pk: [] for article in articles}
    for mention in Mention.objects.linked().filter(agent=agent, article__in=articles).order_by("start"):
        mentions[mention.article_id].append(mention)
    return [quote(article, mentions[article.pk]) for article in articles]
