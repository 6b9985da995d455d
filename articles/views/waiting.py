"""What is not decided about a record: whom its text perhaps names, for readers; what waits at the desk, for editors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.urls import reverse

from articles.models import Agent, Article, Mention, NameProposal
from articles.vocabulary import MentionStatus

#: So many new names of one text are shown to an editor; when these are decided, the next.
MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Someone on record whom the text perhaps names, with the words that are perhaps their name."""

    agent: Agent
    words: list[str]


@dataclass(frozen=True, slots=True)
class ToDecide:
    """What of a record waits for this editor: likely mentions with their list at the desk, new names."""

    mentions: list[Perhaps]
    address: str
    names: list[NameProposal]
    has_more_names: bool


def parted(article: Article) -> tuple[list[Mention], list[Mention]]:
    """The linked mentions of a record read by `for_reading`, and the proposed ones whose words stand in its text."""
    told: list[Mention] = article.told_mentions  # type: ignore[attr-defined]
    linked = [mention for mention in told if mention.status == MentionStatus.LINKED]
    proposed = [
        mention
        for mention in told
        if mention.status == MentionStatus.PROPOSED
        and getattr(article, mention.field)[mention.start : mention.end] == mention.exact
    ]
    return linked, proposed


def perhaps_named(linked: Iterable[Mention], proposed: Sequence[Mention]) -> list[Perhaps]:
    """Whom a text perhaps names beside those it does name, as the search finds them: a place for which there are two
    names neither."""
    certain = list(linked)
    rivals = defaultdict(set)
    for mention in (*certain, *proposed):
        rivals[mention.field, mention.start].add(mention.agent_id)
    named = {mention.agent_id for mention in certain}
    return _by_agent(
        mention
        for mention in proposed
        if mention.agent_id not in named and len(rivals[mention.field, mention.start]) == 1
    )


def _by_agent(mentions: Iterable[Mention]) -> list[Perhaps]:
    found: dict[int, Perhaps] = {}
    for mention in mentions:
        one = found.setdefault(mention.agent_id, Perhaps(mention.agent, []))
        if mention.exact not in one.words:
            one.words.append(mention.exact)
    return list(found.values())


def to_decide(request: HttpRequest, article: Article, proposed: Sequence[Mention]) -> ToDecide | None:
    """What an editor may decide about this record; None for readers, whose page depends on no cookie."""
    user = editor_of(request)
    if user is None:
        return None
    mentions = _by_agent(proposed) if user.has_perm("articles.change_mention") else []
    names: list[NameProposal] = []
    if user.has_perm("articles.change_nameproposal"):
        waiting = NameProposal.objects.waiting().filter(places__article=article)
        names = list(waiting.distinct()[: MOST_NAMES + 1])
    if not mentions and not names:
        return None
    address = f"{reverse('admin:articles_mention_changelist')}?article__id__exact={article.pk}"
    return ToDecide(mentions, address, names[:MOST_NAMES], len(names) > MOST_NAMES)


def editor_of(request: HttpRequest) -> User | AnonymousUser | None:
    """Who reads, if they brought a session; nobody else is asked for, so that public pages depend on no cookie."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_staff:
        return None
    return request.user
