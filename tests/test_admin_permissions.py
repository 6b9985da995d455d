"""Who may see and decide what on the desk: an account without a permission is shown nothing that needs it."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from articles.models import Agent, Article, NameProposal, Resemblance
from articles.proposals import record_proposals
from articles.resemblance import record_translations
from articles.vocabulary import ArticleStatus, ProposalStatus
from tests import factories
from tests.test_admin_paste_found import ENGLISH, FRENCH, TEXT, decide, names_of, opened, send

pytestmark = pytest.mark.django_db


def signed_in(*permissions: str) -> Client:
    """An account of the desk with these permissions alone."""
    user = User.objects.create_user(f"editor-{User.objects.count()}", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client(SERVER_NAME="localhost", HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(user)
    return client


@pytest.fixture
def proposal(db) -> NameProposal:
    """A minister whom only a draft names."""
    article = factories.ArticleFactory(
        lede="", body="Le ministre Aziz Akhannouch a reçu l’ambassadeur lundi.", status=ArticleStatus.DRAFT
    )
    record_proposals(article, [])
    return NameProposal.objects.get(text="Aziz Akhannouch")


def page_of(proposal):
    return reverse("admin:articles_nameproposal_change", args=[proposal.pk])


def test_a_new_name_and_its_sentences_are_shown_to_nobody_without_a_permission(proposal):
    page = signed_in().get(page_of(proposal))
    assert page.status_code == 403
    assert "Akhannouch" not in page.text


def test_who_may_only_see_new_names_is_offered_no_decision_and_makes_none(proposal):
    client = signed_in("view_nameproposal")
    page = client.get(page_of(proposal))
    assert "Akhannouch" in page.text
    assert 'name="decision"' not in page.text
    decided = client.post(page_of(proposal), {"text": "Akhannouch", "kind": "person", "decision": "reject"})
    assert decided.status_code == 403
    proposal.refresh_from_db()
    assert proposal.status == ProposalStatus.PROPOSED


def test_who_may_decide_about_new_names_needs_no_other_permission(proposal):
    client = signed_in("change_nameproposal")
    assert 'name="decision"' in client.get(page_of(proposal)).text
    client.post(page_of(proposal), {"text": proposal.text, "kind": "person", "decision": "new"})
    assert Agent.objects.get().name == "Aziz Akhannouch"


def test_no_page_of_the_desk_shows_a_record_to_an_account_without_permissions(proposal, cast):
    article = proposal.places.first().article
    link = factories.TranslationFactory()
    batch = factories.AccessionFactory().batch
    pages = {
        "articles_article_paste": [],
        "articles_person_merge": [],
        "articles_agent_change": [cast.hammouchi.pk],
        "articles_translation_alignment": [link.pk],
        **{
            f"articles_accessionbatch_{name}": [batch.pk]
            for name in ("progress", "figures", "undo", "change")
        },
        **{
            f"articles_{one._meta.model_name}_{page}": [one.pk]
            for one in (article, proposal, link, batch, cast.hammouchi)
            for page in ("change", "delete", "history")
        },
        **{
            f"articles_{name}_changelist": []
            for name in ("article", "person", "mention", "nameproposal", "resemblance", "accession", "tag")
        },
    }
    client = signed_in()
    answers = {
        name: client.get(reverse(f"admin:{name}", args=key)).status_code for name, key in pages.items()
    }
    assert {name: status for name, status in answers.items() if status != 403} == {}
    for model, field in (("mention", "agent"), ("translation", "original")):
        asked = {"app_label": "articles", "model_name": model, "field_name": field, "term": "a"}
        assert client.get(reverse("admin:articles_choices"), asked).status_code == 403


def test_who_may_only_bring_in_texts_decides_about_no_name_for_the_whole_archive(db):
    client = signed_in("add_article", "view_article")
    known = factories.PersonFactory(names={"fr": "Aziz Akhenouche"})
    page = opened(client, TEXT)
    assert "Aziz Akhannouch" in names_of(page)
    assert "-decision" not in page.text
    for decision, more in (
        ("new", {}),
        ("reject", {}),
        ("spelling", {"agent": str(known.pk)}),
        (str(known.pk), {}),
    ):
        decide(client, decision, TEXT.replace("Rabat", f"Rabat {decision}"), **more)
    assert Article.objects.count() == 4
    assert NameProposal.objects.get(text="Aziz Akhannouch").status == ProposalStatus.PROPOSED
    assert Agent.objects.get().names.count() == 1


def test_who_may_only_bring_in_texts_decides_about_no_pair(db):
    client = signed_in("add_article", "view_article")
    article = factories.ArticleFactory(headline="Akhannouch", lede="", body=ENGLISH, language="en")
    record_translations(article)
    page = opened(client, FRENCH)
    (likeness,) = page.context["review"].likenesses
    assert likeness.key not in page.text
    send(client, page, "publish", **{likeness.key: "reject"})
    assert Resemblance.objects.get().status == ProposalStatus.PROPOSED


def test_who_may_decide_about_new_names_decides_on_the_page_of_the_text_too(db):
    client = signed_in("add_article", "view_article", "change_nameproposal")
    decide(client, "new")
    assert Agent.objects.get().name == "Aziz Akhannouch"
