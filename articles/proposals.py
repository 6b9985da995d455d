"""New names → proposals: written with each text, decided by a person once for all texts."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.candidates import Candidate, find_candidates
from articles.models import Agent, AgentName, Article, Mention, NameProposal, NameProposalPlace
from articles.names import fold
from articles.slugs import slug_for
from articles.vocabulary import FoundBy, MentionStatus, NameForm, ProposalStatus, TextField

#: Candidates the rules are less sure of are not brought before a person.
LEAST_SCORE = 0.5
LONGEST_NAME, LONGEST_WORDS = 300, 500


class AlreadyDecidedError(Exception):
    """Another person has decided about this proposal meanwhile."""


def record_proposals(article: Article, mentions: Iterable[Mention]) -> int:
    """Write what an article seems to name besides its mentions; how many proposals wait because of it.

    A name that was rejected is not proposed again; one that waits gets this text's places too. Within the
    transaction of the text.
    """
    fields = {name: getattr(article, name) for name in TextField.values}
    if article.headline_supplied:
        fields[TextField.HEADLINE] = ""
    taken = [(mention.field, mention.start, mention.end) for mention in mentions]
    found = [
        candidate
        for candidate in find_candidates(fields, article.language, taken=taken)
        if candidate.score >= LEAST_SCORE and fold(candidate.text) and len(candidate.text) <= LONGEST_NAME
    ]
    NameProposalPlace.objects.filter(article=article).delete()
    waiting = 0
    for candidate in sorted(found, key=lambda candidate: (fold(candidate.text), candidate.kind)):
        proposal = _proposal(candidate, article.language)
        if proposal.status == ProposalStatus.PROPOSED:
            _write_places(proposal, article, candidate)
            waiting += 1
    return waiting


def _proposal(candidate: Candidate, language: str) -> NameProposal:
    """The proposal of this name, one for the whole archive; sorted access keeps two ingests from deadlock."""
    proposal, created = NameProposal.objects.get_or_create(
        folded=fold(candidate.text),
        kind=candidate.kind,
        defaults={
            "text": candidate.text,
            "language": language,
            "score": candidate.score,
            "rule": candidate.rule[:60],
        },
    )
    if not created and candidate.score > proposal.score and proposal.status == ProposalStatus.PROPOSED:
        proposal.score, proposal.rule = candidate.score, candidate.rule[:60]
        proposal.save(update_fields=["score", "rule"])
    return proposal


def _write_places(proposal: NameProposal, article: Article, candidate: Candidate) -> None:
    NameProposalPlace.objects.bulk_create(
        [
            NameProposalPlace(
                proposal=proposal,
                article=article,
                field=place.field,
                start=place.start,
                end=place.end,
                exact=place.exact,
            )
            for place in candidate.places
            if len(place.exact) <= LONGEST_WORDS
        ],
        ignore_conflicts=True,
    )


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


def _locked(proposal: NameProposal) -> NameProposal:
    """The proposal as it is now, for us alone; raises AlreadyDecidedError where it no longer waits."""
    proposal = NameProposal.objects.select_for_update().get(pk=proposal.pk)
    if proposal.status != ProposalStatus.PROPOSED:
        raise AlreadyDecidedError(_("Another person has decided about this name meanwhile."))
    return proposal


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
