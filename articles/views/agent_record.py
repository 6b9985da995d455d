"""The page of a person or an institution: names, offices as stated, the sentences that name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render

from articles.facet_codes import FacetKind
from articles.models import Agent, Article, Mention
from articles.search.results import ResultPage
from articles.views.linked import linked_texts
from articles.views.passages import Naming, quote
from articles.views.timeline import timeline_of
from articles.vocabulary import AgentKind

PAGE_SIZE = 20
MOST_COMPANIONS = 12


def agent_detail(request: HttpRequest, slug: str, kind: AgentKind) -> HttpResponse:
    """At most sixteen queries; companions and timeline come with the count of the texts."""
    agent = get_object_or_404(Agent.objects.with_names(), kind=kind, slug=slug)
    facet = FacetKind.PERSON if kind == AgentKind.PERSON else FacetKind.INSTITUTION
    result = linked_texts(request.GET, facet, agent.pk, page_size=PAGE_SIZE, with_hits=False)
    context = {
        "agent": agent,
        "names": sorted(agent.names.all(), key=lambda name: (name.form, name.language, name.text)),
        "offices": agent.offices.stated_publicly(),
        "result": result,
        "timeline": timeline_of(result.counts, QueryDict(f"{kind}={agent.slug}")) if result.total > 1 else [],
        "namings": _namings(result.articles, agent),
        "companions": _companions(result, agent),
    }
    return render(request, "articles/agent_detail.html", context)


def _companions(result: ResultPage, agent: Agent) -> list[Agent]:
    """Who is named in the same texts most often, each with `article_count`."""
    found = Counter(result.counts.of_kind(FacetKind.PERSON)) + Counter(
        result.counts.of_kind(FacetKind.INSTITUTION)
    )
    del found[agent.pk]
    commonest = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_COMPANIONS]
    agents = Agent.objects.with_names().in_bulk([key for key, _count in commonest])
    for key, count in commonest:
        if key in agents:
            agents[key].article_count = count  # type: ignore[attr-defined]
    return [agents[key] for key, _count in commonest if key in agents]


def _namings(keys: Sequence[int], agent: Agent) -> list[Naming]:
    """Each article with the sentences that name the agent."""
    found = Article.objects.published().select_related("source").in_bulk(list(keys))
    articles = [found[key] for key in keys if key in found]
    mentions: dict[int, list[Mention]] = {article.pk: [] for article in articles}
    for mention in Mention.objects.linked().filter(agent=agent, article__in=articles).order_by("start"):
        mentions[mention.article_id].append(mention)
    return [quote(article, mentions[article.pk]) for article in articles]
