"""The desk for what the program proposes: every decision is a person's, and is made once."""

import re

import pytest
from django.urls import reverse

from articles.models import Agent, NameProposal, Resemblance, Translation
from articles.proposals import record_proposals
from articles.vocabulary import ProposalStatus, ResemblanceKind
from tests import factories

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
