"""New names → proposals: written with each text, decided by a person once for all texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.candidates import LEAST_FAINT, LEAST_SCORE, Candidate, Place, find_candidates
from articles.models import Agent, AgentName, Article, Mention, NameProposal, NameProposalPlace
from articles.names import fold
from articles.names.taken import Taken
from articles.slugs import slug_for
from articles.vocabulary import (
    FoundBy,
    MentionStatus,
    NameForm,
    NameStatus,
    ProposalStatus,
    TextField,
)
from articles.written_proposals import LONGEST_NAME, LONGEST_WORDS, write_proposals


class AlreadyDecidedError(Exception):
    """Another person has decided about this proposal meanwhile."""


def new_names(
    article: Article, taken: Iterable[tuple[str, int, int]], *, with_faint: bool = False
) -> list[Candidate]:
    """What an article seems to name besides the places (field, start, end) that are taken; without the database.

    One for each name and kind, in their order: sorted access keeps two ingests from deadlock. `with_faint`: those too
    that are to be written for the search alone.
    """
    fields = {name: getattr(article, name) for name in TextField.values}
    if article.headline_supplied:
        fields[TextField.HEADLINE] = ""
    found = [
        candidate
        for candidate in find_candidates(fields, article.language, taken=taken)
        if (candidate.score >= LEAST_SCORE or (with_faint and _is_for_search(candidate)))
        and fold(candidate.text)
        and len(candidate.text) <= LONGEST_NAME
    ]
    return sorted(found, key=lambda candidate: (fold(candidate.text), candidate.kind))


def _is_for_search(candidate: Candidate) -> bool:
    """Whether a name too faint for a person's time is a whole name of a person, as a reader may ask for one."""
    words = [word for word in candidate.text.split() if len(word.strip(".")) > 1]
    return candidate.kind == "person" and candidate.score >= LEAST_FAINT and len(words) > 1


def record_proposals(article: Article, mentions: Iterable[Mention]) -> int:
    """Find and write what an article seems to name besides its mentions, instead of what was proposed before."""
    NameProposalPlace.objects.filter(article=article).delete()
    taken = [(mention.field, mention.start, mention.end) for mention in mentions]
    return write_proposals(article, new_names(article, taken, with_faint=True))


@dataclass(frozen=True, slots=True)
class ProposalChange:
    """In how many places of an article a name waits since it was read again, and in how many none waits any more."""

    added: int
    removed: int


def add_proposals(article: Article) -> ProposalChange:
    """Write what a text read before seems to name by the rules there are now.

    What was written before stays, but where one of them has words of it.
    """
    while True:
        with transaction.atomic():
            # As it is now: it may have been corrected since it was read.
            article = Article.objects.get(pk=article.pk)
            state = _state(article)
            found = new_names(article, state[-1], with_faint=True)
            before = _waiting_places(article)
            write_proposals(article, found)
            # Locked after the names, as by who accepts one of them; otherwise each may wait for the other.
            if _state(Article.objects.select_for_update(no_key=True).get(pk=article.pk)) == state:
                _forget_outdone(article, found)
                after = _waiting_places(article)
                return ProposalChange(added=len(after - before), removed=len(before - after))
            transaction.set_rollback(True)


def _state(article: Article) -> tuple[Any, ...]:
    """What the names in an article depend on, the places of its mentions last."""
    taken = sorted(article.mentions.values_list("field", "start", "end"))
    texts = [getattr(article, name) for name in TextField.values]
    return article.language, article.headline_supplied, texts, taken


def _waiting_places(article: Article) -> set[int]:
    places = NameProposalPlace.objects.filter(article=article, proposal__status=ProposalStatus.PROPOSED)
    return set(places.values_list("pk", flat=True))


def _forget_outdone(article: Article, found: Iterable[Candidate]) -> None:
    """Delete the places of undecided names that a waiting name found now overlaps; what is faint outdoes the faint."""
    here: dict[tuple[str, str, str, int], Place] = {
        (fold(one.text), one.kind, place.field, place.start): place for one in found for place in one.places
    }
    undecided = NameProposalPlace.objects.filter(
        article=article, proposal__status__in=[NameStatus.PROPOSED, NameStatus.FAINT]
    )
    standing: list[NameProposalPlace] = []
    others: list[NameProposalPlace] = []
    changed: list[NameProposalPlace] = []
    for place in undecided.select_related("proposal"):
        now = here.get((place.proposal.folded, place.proposal.kind, place.field, place.start))
        (others if now is None else standing).append(place)
        if now and now.end != place.end and len(now.exact) <= LONGEST_WORDS:
            place.end, place.exact = now.end, now.exact
            changed.append(place)
    NameProposalPlace.objects.bulk_update(changed, ["end", "exact"])
    clear = Taken(_span(one) for one in standing if one.proposal.status == NameStatus.PROPOSED)
    every = Taken(map(_span, standing))
    gone = [
        other
        for other in others
        if (every if other.proposal.status == NameStatus.FAINT else clear).overlap(*_span(other))
    ]
    NameProposalPlace.objects.filter(pk__in=[place.pk for place in gone]).delete()
    NameProposal.objects.forget_placeless({place.proposal_id for place in gone})


def _span(place: NameProposalPlace) -> tuple[str, int, int]:
    return place.field, place.start, place.end


def accept_as_new(proposal: NameProposal, user: User, *, text: str = "", kind: str = "") -> Agent:
    """Make an authority record of a proposal, `text` and `kind` as the person corrected them, and link it."""
    with transaction.atomic():
        proposal = _locked(proposal)
        name = text or proposal.text
        agent = Agent.objects.create(
            kind=kind or proposal.kind, slug=slug_for(name, Agent.objects.is_slug_taken)
        )
        language = proposal.language if len(proposal.language) <= 3 else "und"
        AgentName.objects.create(agent=agent, text=name, form=NameForm.AUTHORIZED, language=language)
        _settle(proposal, agent, user)
    return agent


def accept_as_spelling(proposal: NameProposal, agent: Agent, user: User) -> Agent:
    """Put the name on an existing record as another spelling, and link it wherever it was seen."""
    with transaction.atomic():
        proposal = _locked(proposal)
        AgentName.objects.get_or_create(
            agent=agent, text=proposal.text, language="", defaults={"form": NameForm.VARIANT}
        )
        _settle(proposal, agent, user)
    return agent


def reject(proposal: NameProposal, user: User) -> None:
    """Never propose this name again."""
    with transaction.atomic():
        proposal = _locked(proposal)
        proposal.status, proposal.decided_by = ProposalStatus.REJECTED, user
        proposal.save(update_fields=["status", "decided_by"])
        proposal.places.all().delete()


def reject_all(keys: Iterable[int] | QuerySet[Any], user: User) -> int:
    """Never propose the names of these proposals again; how many of them still waited."""
    with transaction.atomic():
        # In the order in which an ingest takes them.
        waiting = NameProposal.objects.waiting().filter(pk__in=keys).order_by("folded", "kind")
        taken = list(waiting.select_for_update(of=("self",)).values_list("pk", flat=True))
        NameProposalPlace.objects.filter(proposal__in=taken).delete()
        return NameProposal.objects.filter(pk__in=taken).update(
            status=ProposalStatus.REJECTED, decided_by=user
        )


def _locked(proposal: NameProposal) -> NameProposal:
    """The proposal as it is now, for us alone; raises AlreadyDecidedError where it no longer waits, or is no more."""
    waiting = NameProposal.objects.waiting().filter(pk=proposal.pk).select_for_update().first()
    if waiting is None:
        raise AlreadyDecidedError(_("Another person has decided about this name meanwhile."))
    return waiting


def _settle(proposal: NameProposal, agent: Agent, user: User) -> None:
    """Link every place to the agent, confirmed by the person; places another name has taken stay as they are."""
    mentions = [
        Mention(
            article_id=place.article_id,
            agent=agent,
            field=place.field,
            start=place.start,
            end=place.end,
            exact=place.exact,
            found_by=FoundBy.NAME,
            status=MentionStatus.LINKED,
            confirmed_by=user,
        )
        for place in proposal.places.select_related("article")
        if getattr(place.article, place.field)[place.start : place.end] == place.exact
    ]
    Mention.objects.bulk_create(mentions, ignore_conflicts=True)
    proposal.status, proposal.agent, proposal.decided_by = ProposalStatus.ACCEPTED, agent, user
    proposal.save(update_fields=["status", "agent", "decided_by"])
    proposal.places.all().delete()
