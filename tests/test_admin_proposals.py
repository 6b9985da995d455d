"""The desk for what the program proposes: every decision is a person's, and is made once."""

import re

import pytest
from django.urls import reverse

from articles import resemblance
from articles.admin import proposals as admin_proposals
from articles.models import Agent, NameProposal, NameProposalPlace, Resemblance, Translation
from articles.proposals import record_proposals
from articles.vocabulary import ProposalStatus, ResemblanceKind
from tests import factories
from tests.test_admin import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(db) -> NameProposal:
    """A minister nobody has put on record."""
    article = factories.ArticleFactory(
        lede="", body="Le ministre Aziz Akhannouch a reçu l’ambassadeur <b>lundi</b>."
    )
    record_proposals(article, [])
    return NameProposal.objects.get(text="Aziz Akhannouch")


def decide(client, proposal, **values):
    address = reverse("admin:articles_nameproposal_change", args=[proposal.pk])
    return client.post(address, {"text": proposal.text, "kind": proposal.kind, **values})


def test_the_list_shows_each_name_in_its_sentence(admin_client, proposal, django_assert_max_num_queries):
    for number in range(10):
        article = factories.ArticleFactory(
            lede="", body=f"Le ministre Abdallah Numéro{'abcdefghij'[number]} parle."
        )
        record_proposals(article, [])
    with django_assert_max_num_queries(14):
        page = admin_client.get(reverse("admin:articles_nameproposal_changelist"))
    assert "Aziz Akhannouch" in page.text
    assert "&lt;b&gt;" in page.text


def test_a_name_becomes_a_new_record_as_the_editor_corrects_it(admin_client, proposal):
    decide(admin_client, proposal, decision="new", text="Aziz Akhenouch")
    assert [agent.name for agent in Agent.objects.all()] == ["Aziz Akhenouch"]


def test_a_like_name_on_record_is_offered_first_and_taken_with_one_button(admin_client, proposal):
    agent = factories.PersonFactory(names={"fr": "Aziz Akhenouche"})
    page = admin_client.get(reverse("admin:articles_nameproposal_change", args=[proposal.pk]))
    assert re.search(rf'name="decision"\s+value="{agent.pk}"', page.text)
    decide(admin_client, proposal, decision=str(agent.pk))
    assert agent.mentions.count() == 1
    assert Agent.objects.count() == 1


def test_a_name_is_rejected_once_for_all(admin_client, proposal):
    decide(admin_client, proposal, decision="reject")
    proposal.refresh_from_db()
    assert proposal.status == ProposalStatus.REJECTED
    assert decide(admin_client, proposal, decision="new").status_code == 200
    assert not Agent.objects.exists()


def test_a_spelling_without_a_record_is_asked_for_its_record(admin_client, proposal):
    page = decide(admin_client, proposal, decision="spelling")
    assert page.status_code == 200
    assert "Choose the record" in page.text


def test_a_likely_translation_is_linked_in_the_direction_the_editor_says(admin_client):
    older, later = factories.ArticleFactory(), factories.ArticleFactory(language="en")
    pair = Resemblance.objects.create(article=later, other=older, kind=ResemblanceKind.TRANSLATION, score=0.5)
    admin_client.post(
        reverse("admin:articles_resemblance_changelist"),
        {"action": "accept_second", "_selected_action": [pair.pk]},
    )
    link = Translation.objects.get()
    assert (link.original, link.translation) == (later, older)


def test_a_new_record_needs_a_name_with_letters(admin_client, proposal):
    page = decide(admin_client, proposal, decision="new", text="«…!»")
    assert page.status_code == 200
    assert "at least one letter" in page.text
    assert not Agent.objects.exists()


def test_a_name_that_is_gone_meanwhile_is_told_and_not_decided(admin_client, proposal, monkeypatch):
    accept = admin_proposals.proposals.accept_as_new

    def late(taken, *args, **values):
        NameProposal.objects.filter(pk=taken.pk).delete()
        return accept(taken, *args, **values)

    monkeypatch.setattr(admin_proposals.proposals, "accept_as_new", late)
    page = decide(admin_client, proposal, decision="new")
    assert "decided about this name meanwhile" in page.text
    assert not Agent.objects.exists()


def test_many_names_are_rejected_in_a_few_queries(admin_client, admin_user, django_assert_max_num_queries):
    made = [
        NameProposal(
            text=f"Nom {n}", folded=f"nom {n}", kind="person", language="fr", score=0.7, rule="title"
        )
        for n in range(40)
    ]
    made[0].status, made[0].agent = ProposalStatus.ACCEPTED, factories.PersonFactory()
    keys = [one.pk for one in NameProposal.objects.bulk_create(made)]
    article = factories.ArticleFactory()
    NameProposalPlace.objects.create(
        proposal_id=keys[1], article=article, field="body", start=0, end=2, exact="Le"
    )
    sent = {"action": "reject_selected", "_selected_action": keys[:2], "select_across": "1"}
    with django_assert_max_num_queries(16):
        answer = admin_client.post(reverse("admin:articles_nameproposal_changelist"), sent)
    assert told(answer) == "39 names were rejected."
    assert NameProposal.objects.filter(status=ProposalStatus.REJECTED, decided_by=admin_user).count() == 39
    assert not NameProposalPlace.objects.exists()


@pytest.mark.parametrize(
    ("action", "said"), [("accept_first", "1 pair was accepted."), ("reject_selected", "1 pair was")]
)
def test_pairs_that_another_editor_decides_meanwhile_are_left_and_the_rest_told(
    admin_client, admin_user, monkeypatch, action, said
):
    texts = factories.ArticleFactory.create_batch(4)
    pairs = [
        Resemblance.objects.create(
            article=texts[n + 1], other=texts[n], kind=ResemblanceKind.REPRINT, score=0.5
        )
        for n in range(3)
    ]
    for name in ("accept", "reject"):
        monkeypatch.setattr(
            admin_proposals.resemblance, name, meanwhile(pairs, getattr(resemblance, name), admin_user)
        )
    sent = {"action": action, "_selected_action": [pair.pk for pair in pairs]}
    answer = admin_client.post(reverse("admin:articles_resemblance_changelist"), sent)
    assert said in told(answer)


def meanwhile(pairs, decide_about, user):
    """As `decide_about`, but before another editor rejects the second of the pairs, and the third is gone."""

    def decide_late(pair, *args, **values):
        Resemblance.objects.filter(pk=pairs[1].pk).update(status=ProposalStatus.REJECTED, decided_by=user)
        Resemblance.objects.filter(pk=pairs[2].pk).delete()
        return decide_about(pair, *args, **values)

    return decide_late


def test_a_stranger_decides_nothing(client, proposal):
    assert decide(client, proposal, decision="new").status_code == 302
    assert not Agent.objects.exists()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Patrushev", {"Николай Патрушев"}),
        ("патрушев", {"Николай Патрушев"}),
        ("Nikolai Patrushev", {"Николай Патрушев"}),
        ("باتروشيف", {"Николай Патрушев"}),
        ("Азиз Ахануш", {"Aziz Akhannouch"}),
        ("akhan", {"Aziz Akhannouch"}),
        ("Potapov", set()),
        ("!", set()),
    ],
)
def test_a_new_name_is_found_in_any_script(admin_client, typed, found, django_assert_max_num_queries):
    for language, body in (
        ("ru", "Секретарь Совбеза Николай Патрушев прибыл."),
        ("fr", "Le ministre Aziz Akhannouch parle."),
    ):
        record_proposals(factories.ArticleFactory(language=language, lede="", body=body), [])
    address = reverse("admin:articles_nameproposal_changelist")
    with django_assert_max_num_queries(11):
        page = admin_client.get(address, {"q": typed})
    assert set(page.context["cl"].queryset.values_list("text", flat=True)) == found
