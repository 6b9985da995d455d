"""The page of a person or an institution: names, offices as stated, the sentences that name them, their company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from articles.context import site_of
from articles.facet_codes import FacetKind, language_named
from articles.kept import Kept
from articles.languages import LANGUAGES
from articles.models import Agent, AgentName, Article, Mention, SearchEntry, SearchSample, Tag
from articles.search.network import CoMentions, co_mentions
from articles.search.results import ResultPage
from articles.search.stated import StatedOffice, spellings_not_on_record, stated_offices
from articles.views.described import agent_data, alternates
from articles.views.former import to_present_record
from articles.views.linked import linked_texts
from articles.views.network import address_of_both
from articles.views.network_picture import NARROW, picture_of
from articles.views.passages import Naming, quote
from articles.views.perhaps import texts_perhaps_naming
from articles.views.timeline import timeline_of
from articles.vocabulary import AgentKind, NameForm

_companies: Kept[int, CoMentions] = Kept(1_000)

PAGE_SIZE = 10
MOST_COMPANIONS = 10
MOST_TAGS = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """Something the texts have in common: what it is called, its page or list, and how many have it."""

    label: str
    address: str
    count: int
    language: str = ""


def agent_detail(request: HttpRequest, slug: str, kind: AgentKind) -> HttpResponse:
    """At most sixteen queries, for an agent named in any number of texts; a former address leads to what it is now."""
    agent = Agent.objects.with_names().filter(kind=kind, slug=slug).first()
    if agent is None:
        return to_present_record(request, slug, kind)
    facet = FacetKind.PERSON if kind == AgentKind.PERSON else FacetKind.INSTITUTION
    result = linked_texts(request.GET, facet, agent.pk, page_size=PAGE_SIZE, with_hits=False)
    asked = QueryDict(f"{kind}={agent.slug}")
    names = sorted(agent.names.all(), key=lambda name: _rank(name))
    company = _company(agent)
    context = {
        "agent": agent,
        "names": _by_script(names),
        "offices": _offices(agent),
        "result": result,
        "timeline": timeline_of(result.counts, asked) if result.total > 1 else [],
        "namings": _namings(result.articles, agent),
        "companions": _companions(company, agent, asked),
        "picture": picture_of(company, lambda *both: address_of_both(asked, *both), NARROW),
        "languages": _languages(result, asked),
        "tags": _tags(result, asked),
        "spellings": spellings_not_on_record(agent.pk, [name.text for name in names]),
        "perhaps": texts_perhaps_naming(agent.pk),
        "search_address": f"{reverse('articles:article-list')}?{urlencode({'q': agent.name})}",
        "list_address": f"{reverse('articles:article-list')}?{asked.urlencode()}",
        "asked": asked.urlencode(),
        "data": agent_data(agent, names, site_of(request)),
        "alternates": alternates(request),
    }
    return render(request, "articles/agent_detail.html", context)


def _rank(name: AgentName) -> tuple[bool, str, bool, str, str]:
    """Latin first, in each script the authorized forms first."""
    return name.script != "Latn", name.script, name.form != NameForm.AUTHORIZED, name.language, name.text


def _by_script(names: Sequence[AgentName]) -> list[tuple[str, list[AgentName]]]:
    return [(script, list(group)) for script, group in groupby(names, lambda name: name.script)]


def _offices(agent: Agent) -> list[StatedOffice]:
    """Offices as the texts state them; of an institution there are none."""
    return stated_offices(agent.pk) if agent.kind == AgentKind.PERSON else []


def _company(agent: Agent) -> CoMentions:
    """Who is named in the same texts, the agent among them: counted once for each version of the archive."""
    return _companies.one(agent.pk, lambda: _counted_company(agent))


def _counted_company(agent: Agent) -> CoMentions:
    token = [f"~a{agent.pk}"]
    entries = SearchEntry.objects.with_tokens(token)
    sample = SearchSample.objects.with_tokens(token)
    return co_mentions(entries, sample, MOST_COMPANIONS + 1, always=agent.pk)


def _companions(company: CoMentions, agent: Agent, asked: QueryDict) -> list[Counted]:
    """The others, the most often named first, each with the list of the texts that name both."""
    labels = AgentName.objects.labels(company.agents)
    return [
        Counted(labels[key].name, address_of_both(asked, labels[key]), count, labels[key].language)
        for key, count in company.agents.items()
        if key != agent.pk and key in labels
    ]


def _languages(result: ResultPage, asked: QueryDict) -> list[Counted]:
    """In how many texts of each language they are named."""
    found = (
        (language_named(value), count) for value, count in result.counts.of_kind(FacetKind.LANGUAGE).items()
    )
    return [
        Counted(LANGUAGES[code].name, _narrowed(asked, "language", code), count, code)
        for code, count in found
        if code in LANGUAGES
    ]


def _tags(result: ResultPage, asked: QueryDict) -> list[Counted]:
    """The commonest tags of their texts."""
    counts = result.counts.commonest(FacetKind.TAG, MOST_TAGS)
    tags = Tag.objects.in_bulk(list(counts)) if counts else {}
    return [
        Counted(tags[key].label, _narrowed(asked, "tag", tags[key].slug), count)
        for key, count in counts.items()
        if key in tags
    ]


def _narrowed(asked: QueryDict, name: str, value: str) -> str:
    both = {**dict(asked.lists()), name: [value]}
    return f"{reverse('articles:article-list')}?{urlencode(both, doseq=True)}"


def _namings(keys: Sequence[int], agent: Agent) -> list[Naming]:
    """Each article with the sentences that name the agent."""
    found = Article.objects.published().select_related("source").in_bulk(list(keys))
    articles = [found[key] for key in keys if key in found]
    mentions: dict[int, list[Mention]] = {article.pk: [] for article in articles}
    for mention in Mention.objects.linked().filter(agent=agent, article__in=articles).order_by("start"):
        mentions[mention.article_id].append(mention)
    return [quote(article, mentions[article.pk]) for article in articles]
