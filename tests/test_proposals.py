"""New names: proposed with their places, decided once for all; nobody becomes a person by himself."""

import pytest

from articles.intake import intake
from articles.models import Agent, Mention, NameProposal
from articles.proposals import (
    AlreadyDecidedError,
    accept_as_new,
    accept_as_spelling,
    record_proposals,
    reject,
)
from articles.vocabulary import MentionStatus, ProposalStatus
from tests import factories

pytestmark = pytest.mark.django_db

BODY = (
    "Le ministre de l’agriculture, Aziz Akhannouch, a reçu lundi l’ambassadeur. Akhannouch a promis un accord.\n\n"
    "La Fédération nationale des pêcheurs s’en réjouit."
)


@pytest.fixture
def article(db):
    return factories.ArticleFactory(lede="", body=BODY)


@pytest.fixture
def proposal(article) -> NameProposal:
    """The minister, whom nobody has put on record."""
    record_proposals(article, [])
    return NameProposal.objects.get(text="Aziz Akhannouch")


def test_a_new_person_is_proposed_with_every_place_and_is_not_yet_a_person(proposal):
    assert (proposal.kind, proposal.status) == ("person", ProposalStatus.PROPOSED)
    assert [place.exact for place in proposal.places.all()] == ["Aziz Akhannouch", "Akhannouch"]
    assert not Agent.objects.exists()
    assert not Mention.objects.exists()


def test_a_second_text_adds_its_places_to_the_same_proposal(proposal):
    other = factories.ArticleFactory(lede="", body="Le ministre Aziz Akhannouch est à Moscou.")
    record_proposals(other, [])
    assert NameProposal.objects.with_counts().get(pk=proposal.pk).article_count == 2


def test_reading_a_text_again_changes_nothing(proposal, article):
    before = proposal.places.count()
    record_proposals(article, [])
    assert proposal.places.count() == before


def test_accepted_as_new_it_becomes_a_record_linked_in_every_place(proposal, admin_user):
    agent = accept_as_new(proposal, admin_user)
    assert (agent.name, agent.kind, agent.slug) == ("Aziz Akhannouch", "person", "aziz-akhannouch")
    mentions = Mention.objects.filter(agent=agent)
    assert {mention.exact for mention in mentions} == {"Aziz Akhannouch", "Akhannouch"}
    assert all(
        mention.confirmed_by == admin_user and mention.status == MentionStatus.LINKED for mention in mentions
    )


def test_accepted_as_a_spelling_it_joins_the_record_there_is(proposal, admin_user):
    agent = factories.PersonFactory(names={"fr": "Aziz Akhenouch"})
    accept_as_spelling(proposal, agent, admin_user)
    assert "Aziz Akhannouch" in [name.text for name in agent.names.all()]
    assert agent.mentions.count() == 2


def test_rejected_it_is_never_proposed_again(proposal, article, admin_user):
    reject(proposal, admin_user)
    record_proposals(article, [])
    proposal.refresh_from_db()
    assert (proposal.status, proposal.places.count()) == (ProposalStatus.REJECTED, 0)


def test_a_proposal_is_decided_once(proposal, admin_user):
    reject(proposal, admin_user)
    with pytest.raises(AlreadyDecidedError):
        accept_as_new(proposal, admin_user)
    assert not Agent.objects.exists()


def test_a_name_on_record_is_linked_and_not_proposed(article):
    factories.PersonFactory(names={"fr": "Aziz Akhannouch"})
    mentions = intake()(article)
    assert {mention.exact for mention in mentions} == {"Aziz Akhannouch", "Akhannouch"}
    assert not NameProposal.objects.filter(kind="person").exists()


def test_a_place_that_another_name_has_taken_stays_as_it_is(proposal, article, admin_user):
    taken = factories.MentionFactory(article=article, exact="Aziz Akhannouch")
    agent = accept_as_new(proposal, admin_user)
    assert article.mentions.get(start=taken.start).agent_id == taken.agent_id
    assert agent.mentions.count() == 1


def test_words_that_an_editor_has_changed_since_are_not_linked(proposal, article, admin_user):
    article.body = article.body.replace("Akhannouch a promis", "Le ministre a promis")
    article.save()
    assert [mention.exact for mention in accept_as_new(proposal, admin_user).mentions.all()] == [
        "Aziz Akhannouch"
    ]
