"""One record: its page, and the text beside its translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from articles.context import site_of
from articles.models import Agent, Article, Mention, Office, Resemblance, Tag
from articles.models.listed import ListedArticle
from articles.passages import paragraphs
from articles.search.hits import hits_in
from articles.search.related import related_articles
from articles.views.citations import citations
from articles.views.described import alternates, article_data, article_elements
from articles.views.passages import numbered, read, side_by_side
from articles.views.tellings import Telling, tellings_of
from articles.views.trail import trail_of
from articles.views.waiting import editor_of, parted, perhaps_named, to_decide
from articles.vocabulary import AgentKind, ArticleStatus

MOST_RELATED = 5


@dataclass(frozen=True, slots=True)
class Named:
    """Someone the text names, with the number of their places on the page and the offices it states for them."""

    agent: Agent
    number: int
    offices: list[str]


@dataclass(frozen=True, slots=True)
class Relative:
    """A related record, and whom and what it has in common with this one."""

    article: ListedArticle
    agents: list[Agent]
    tags: list[Tag]


def article_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The record: thirteen queries at most, and those of the search that led here where the address tells of one."""
    article = visible_article(request, pk)
    mentions, proposed = parted(article)
    tellings = tellings_of(article)
    trail = trail_of(request.GET, article.pk)
    hits = hits_in(article, mentions, trail.criteria) if trail else None
    numbers = numbered(mentions)
    named = _named(article, mentions, numbers)
    permalink = site_of(request) + reverse("article-permalink", args=[article.pk])
    context = {
        "article": article,
        "reading": read(article, mentions, numbers, hits),
        "trail": trail,
        "people": [one for one in named if one.agent.kind == AgentKind.PERSON],
        "institutions": [one for one in named if one.agent.kind == AgentKind.INSTITUTION],
        "perhaps": perhaps_named(mentions, proposed),
        "waiting": to_decide(request, article, proposed),
        "tellings": tellings,
        "reprints": _reprints(article),
        "related": _related(article, mentions, tellings),
        "permalink": permalink,
        "citations": citations(article),
        "data": article_data(article, [one.agent for one in named], site_of(request)),
        "elements": article_elements(article, permalink),
        "alternates": alternates(request),
    }
    return render(request, "articles/article_detail.html", context)


def visible_article(request: HttpRequest, pk: int) -> Article:
    """The record, or 404; what is not published only staff may see."""
    article = get_object_or_404(Article.objects.for_reading(), pk=pk)
    # The user is asked for only here, so that public pages depend on no cookie.
    if article.status != ArticleStatus.PUBLISHED and not getattr(request.user, "is_staff", False):
        raise Http404
    return article


def _named(article: Article, mentions: list[Mention], numbers: dict[int, int]) -> list[Named]:
    """Whom the text names, in its order, with the offices it states for people, on the mention or on the
    authority record."""
    agents = {mention.agent_id: mention.agent for mention in mentions}
    offices: dict[int, list[str]] = {agent_id: [] for agent_id in agents}
    stated = [(mention.agent_id, mention.office) for mention in mentions if mention.office]
    stated += [(office.agent_id, office.label) for office in Office.objects.filter(article=article)]
    for agent_id, label in stated:
        if agent_id in agents and agents[agent_id].kind == AgentKind.PERSON:
            offices[agent_id].append(label)
    return [
        Named(agents[agent_id], numbers[agent_id], _fullest(labels)) for agent_id, labels in offices.items()
    ]


def _fullest(labels: list[str]) -> list[str]:
    """Each label once, whatever its capitals, without those that another one holds whole."""
    different: dict[str, str] = {}
    for label in labels:
        different.setdefault(label.casefold(), label)
    return [
        label
        for small, label in different.items()
        if not any(small != other and small in other for other in different)
    ]


def _reprints(article: Article) -> list[Article]:
    """The records that a person has confirmed as the same text printed again."""
    found = Resemblance.objects.of_article(article.pk).accepted().reprints()
    sides = found.order_by("pk").values_list("article_id", "other_id")
    others = [other if one == article.pk else one for one, other in sides]
    known = (
        Article.objects.published().defer("body").select_related("source").in_bulk(others) if others else {}
    )
    return [known[key] for key in others if key in known]


def _related(article: Article, mentions: Sequence[Mention], tellings: Iterable[Telling]) -> list[Relative]:
    """The records with the same people in the same weeks and the same tags, without other tellings of this one."""
    without = [one.article.pk for one in tellings]
    agents = {mention.agent_id: mention.agent for mention in mentions}
    tags = {tag.pk: tag for tag in article.tags.all()}
    return [
        Relative(
            one.article,
            [agents[key] for key in one.agents if key in agents],
            [tags[key] for key in one.tags if key in tags],
        )
        for one in related_articles(article.pk, MOST_RELATED, without=without)
    ]


def article_parallel(request: HttpRequest, pk: int) -> HttpResponse:
    """The text beside another telling of it, paragraph by paragraph, as set by hand or by order and length; `with`
    chooses among several, of which one in the reader's language comes first."""
    article = visible_article(request, pk)
    tellings = tellings_of(article)
    if not tellings:
        raise Http404(gettext("This text has no translation here."))
    telling = _chosen(tellings, request.GET.get("with", ""))
    other = get_object_or_404(Article.objects.published().for_reading(), pk=telling.article.pk)
    ours, theirs = parted(article)[0], parted(other)[0]
    numbers = numbered(ours, theirs)
    left, right = read(article, ours, numbers), read(other, theirs, numbers)
    rows = telling.rows_set(len(left.passages), _paragraphs_of_original(telling), len(right.passages))
    context = {
        "article": article,
        "other": other,
        "telling": telling,
        "rows": side_by_side(left, right, rows),
        "is_set": rows is not None,
        "may_set": _may_set(request),
        "tellings": tellings,
        "alternates": alternates(request),
    }
    return render(request, "articles/article_parallel.html", context)


def _chosen(tellings: Sequence[Telling], wanted: str) -> Telling:
    """The telling asked for by its key, otherwise one in the reader's language, otherwise the first."""
    asked = [one for one in tellings if str(one.article.pk) == wanted]
    own = [one for one in tellings if one.article.language == get_language()]
    return [*asked, *own, *tellings][0]


def _paragraphs_of_original(telling: Telling) -> int | None:
    """Of how many paragraphs the original of two translations is, which the link of the record holds."""
    if not telling.is_sibling:
        return None
    original = telling.links[0].original
    return len(paragraphs(original.lede)) + len(paragraphs(original.body))


def _may_set(request: HttpRequest) -> bool:
    """Whether this reader may set paragraphs beside each other."""
    editor = editor_of(request)
    return editor is not None and editor.has_perm("articles.change_translation")
