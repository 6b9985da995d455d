"""The names found in a text that is not yet on record, and what the editor decides about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser, User

from articles.ingest.accession import FindMentions
from articles.models import Article, Mention
from articles.reanchoring import plan_reanchoring, texts_of
from articles.vocabulary import MentionStatus

ACCEPT, REJECT = "accept", "reject"
_PREFIX = "mention-"

Decisions = Mapping[str, str]
"""By the key of a mention: accept or reject; a mention that is not in it stays as it was found."""


def key_of(mention: Mention) -> str:
    """What the form calls a mention: place and name, which no other mention shares."""
    return f"{_PREFIX}{mention.field}-{mention.start}-{mention.agent_id}"


def read_decisions(submitted: Mapping[str, Any]) -> dict[str, str]:
    """The decisions in a submitted form."""
    return {
        name: str(submitted[name])
        for name in submitted
        if name.startswith(_PREFIX) and submitted[name] in (ACCEPT, REJECT)
    }


@dataclass
class Decided:
    """The mentions of a text as it is now, with the decisions made about them."""

    mentions: list[Mention]
    decisions: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    """Words that were decided about and are no longer in the text."""

    @property
    def clashing(self) -> set[str]:
        """The keys of mentions that would be linked where another name is linked."""
        places: dict[tuple[str, int], list[Mention]] = {}
        for mention in self.mentions:
            if self.status_of(mention) == MentionStatus.LINKED:
                places.setdefault((mention.field, mention.start), []).append(mention)
        return {key_of(mention) for at in places.values() if len(at) > 1 for mention in at}

    def status_of(self, mention: Mention) -> str:
        """The status a mention will have."""
        decision = self.decisions.get(key_of(mention))
        decided = {ACCEPT: MentionStatus.LINKED, REJECT: MentionStatus.REJECTED}
        return decided.get(decision or "", mention.status)

    def settled(self, editor: User | AnonymousUser) -> list[Mention]:
        """The mentions as they are to be saved: what was decided bears the editor's name."""
        for mention in self.mentions:
            status = self.status_of(mention)
            if key_of(mention) in self.decisions:
                mention.confirmed_by = editor  # type: ignore[assignment]
            mention.status = status
        return self.mentions


def carry_over(find: FindMentions, shown: Article, edited: Article, decisions: Decisions) -> Decided:
    """What is found in the edited text, with the decisions about the text as it was shown.

    A decision follows its words; an accepted name stays even where the program would not find it by itself.
    """
    found = {key_of(mention): mention for mention in find(edited)}
    decided = [mention for mention in find(shown) if key_of(mention) in decisions]
    by_number = dict(enumerate(decided))
    chosen = {number: decisions[key_of(mention)] for number, mention in by_number.items()}
    for number, mention in by_number.items():
        mention.pk = number
    plan = plan_reanchoring(decided, texts_of(shown), texts_of(edited))
    result = Decided([])
    for number, mention in by_number.items():
        start, mention.pk = plan[number], None
        if start is None:
            result.lost.append(mention.exact)
            continue
        mention.article, mention.start, mention.end = edited, start, start + len(mention.exact)
        found.setdefault(key_of(mention), mention)
        result.decisions[key_of(mention)] = chosen[number]
    result.mentions = list(found.values())
    return result
