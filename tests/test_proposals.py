"""New names: proposed with their places, decided once for all; nobody becomes a person by himself."""

import threading

import pytest
from django.core.management import call_command
from django.db import connection

from articles import proposals
from articles.intake import intake
from articles.linking import Linker
from articles.models import Agent, Mention, NameProposal, NameProposalPlace
from articles.names import fold
from articles.proposals import (
    AlreadyDecidedError,
    accept_as_new,
    accept_as_spelling,
    add_proposals,
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


# Read again


def proposed(article, text: str, kind: str = "person", status: str = "proposed", **place) -> NameProposal:
    """A name as a program of before proposed it, wherever its words stand in the body."""
    name, _ = NameProposal.objects.get_or_create(
        folded=fold(text),
        kind=kind,
        defaults={"text": text, "language": "fr", "score": 0.6, "status": status},
    )
    start = article.body.index(text)
    defaults = {"end": start + len(text), "exact": text, **place}
    NameProposalPlace.objects.create(proposal=name, article=article, field="body", start=start, **defaults)
    return name


def waiting(article) -> list[tuple[str, str]]:
    places = NameProposalPlace.objects.filter(article=article).order_by("start", "end")
    return list(places.values_list("exact", "proposal__kind"))


FOUND = [
    ("Aziz Akhannouch", "person"),
    ("Akhannouch", "person"),
    ("Fédération nationale des pêcheurs", "institution"),
]


def test_what_older_rules_found_goes_where_those_of_now_find_other_words(article):
    proposed(article, "ministre de l’agriculture, Aziz Akhannouch", "institution")
    proposed(article, "Fédération nationale", "institution")
    proposed(article, "Aziz Akhannouch", "institution")
    kept = proposed(article, "La", "institution")
    change = add_proposals(article)
    assert waiting(article) == [*FOUND[:2], ("La", "institution"), FOUND[2]]
    assert set(NameProposal.objects.values_list("text", "kind")) == {
        FOUND[0],
        FOUND[2],
        (kept.text, kept.kind),
    }
    assert (change.added, change.removed) == (3, 3)


def test_read_again_by_the_same_rules_nothing_changes(article):
    record_proposals(article, [])
    before = list(NameProposalPlace.objects.values_list("pk", flat=True))
    assert add_proposals(article) == proposals.ProposalChange(0, 0)
    assert list(NameProposalPlace.objects.values_list("pk", flat=True)) == before


def test_a_place_of_the_same_name_gets_the_bounds_of_now(article):
    name = proposed(article, "Aziz Akhannouch", end=article.body.index("Aziz") + 4, exact="Aziz")
    add_proposals(article)
    assert waiting(article) == FOUND
    assert name.places.count() == 2


def test_a_name_that_other_texts_bear_too_is_kept_for_them(article):
    other = factories.ArticleFactory(lede="", body="Rien que Aziz Akhannouch, ministre.")
    wrong = proposed(other, "Aziz Akhannouch, ministre", "institution")
    start = article.body.index("Aziz")
    NameProposalPlace.objects.create(
        proposal=wrong, article=article, field="body", start=start, end=start + 4, exact="Aziz"
    )
    add_proposals(article)
    assert waiting(article) == FOUND
    assert [place.article_id for place in wrong.places.all()] == [other.pk]


def test_what_a_person_decided_stays_as_it_is(article, admin_user):
    """A name of now that was rejected waits for nobody, so it outdoes nothing; nor is a mention touched."""
    reject(proposed(article, "Aziz Akhannouch"), admin_user)
    proposed(article, "ministre de l’agriculture, Aziz Akhannouch", "institution")
    mention = factories.MentionFactory(article=article, field="body", exact="Fédération nationale")
    add_proposals(article)
    assert ("ministre de l’agriculture, Aziz Akhannouch", "institution") in waiting(article)
    assert NameProposal.objects.get(folded="aziz akhannouch").status == ProposalStatus.REJECTED
    assert Mention.objects.get() == mention


def test_a_faint_name_outdoes_what_is_faint_alone():
    article = factories.ArticleFactory(
        headline="—",
        lede="",
        language="en",
        body="At noon the boat of Zorbat Kelmin was seen in the harbour.",
    )
    proposed(article, "boat of Zorbat", "institution")
    proposed(article, "Kelmin was", "institution", "faint")
    add_proposals(article)
    assert waiting(article) == [("boat of Zorbat", "institution"), ("Zorbat Kelmin", "person")]


def test_however_many_bounds_change_they_are_written_in_one_statement(django_assert_max_num_queries):
    body = "Hier Aziz Akhannouch a parlé. " * 30
    article = factories.ArticleFactory(headline="—", lede="", language="fr", body=body)
    record_proposals(article, [])
    name = NameProposal.objects.get()
    for place in name.places.all():
        NameProposalPlace.objects.filter(pk=place.pk).update(end=place.start + 4, exact="Aziz")
    with django_assert_max_num_queries(25):
        add_proposals(article)
    assert set(name.places.values_list("exact", flat=True)) == {"Aziz Akhannouch"}


def test_a_text_that_is_deleted_while_texts_are_linked_ends_nothing(monkeypatch):
    first, second, third = (
        factories.ArticleFactory(headline="—", lede="", language="fr", body="Hier Aziz Akhannouch a parlé.")
        for _ in range(3)
    )
    link_again = Linker.link_again

    def linking(self, article):
        if article == first:
            second.delete()
        return link_again(self, article)

    monkeypatch.setattr(Linker, "link_again", linking)
    call_command("link", all=True)
    places = NameProposal.objects.get().places
    assert set(places.values_list("article", flat=True)) == {first.pk, third.pk}


@pytest.mark.django_db(transaction=True)
def test_a_name_is_accepted_while_its_text_is_read_again(proposal, article, admin_user, monkeypatch):
    """Each holds what the other waits for, unless who reads again lets others point to the text meanwhile."""
    reading, accepting, read, errors = threading.Event(), threading.Event(), [], []
    write, settle = proposals.write_proposals, proposals._settle

    def write_late(*arguments, **named):
        reading.set()
        assert accepting.wait(10)
        read.append(True)
        return write(*arguments, **named)

    def settle_meanwhile(*arguments):
        accepting.set()
        return settle(*arguments)

    def read_again():
        try:
            add_proposals(article)
        except Exception as error:  # noqa: BLE001 - told below
            errors.append(error)
        finally:
            connection.close()

    monkeypatch.setattr(proposals, "write_proposals", write_late)
    monkeypatch.setattr(proposals, "_settle", settle_meanwhile)
    other = threading.Thread(target=read_again)
    other.start()
    assert reading.wait(10)
    agent = accept_as_new(proposal, admin_user)
    other.join(20)
    assert (bool(read), errors) == (True, [])
    assert agent.mentions.count() == 2
    assert not proposal.places.exists()
