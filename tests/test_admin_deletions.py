"""What goes with a record that an editor deletes, what stands in the way, and what is told of it."""

import pytest

from articles.models import Article, NameProposal, Resemblance
from articles.proposals import record_proposals
from articles.vocabulary import NameStatus, ResemblanceKind
from tests import factories
from tests.test_admin import page

pytestmark = pytest.mark.django_db

FAINT = "At noon the boat of Zorbat Kelmin was seen in the harbour."
CLEAR = "The minister Aziz Akhannouch spoke in Rabat."


def text(body: str) -> Article:
    article = factories.ArticleFactory(headline="—", lede="", body=body, language="en")
    record_proposals(article, [])
    return article


@pytest.mark.parametrize("is_in_bulk", [False, True])
def test_with_its_last_text_a_name_that_waits_or_is_faint_is_forgotten(admin_client, is_in_bulk):
    text(CLEAR)
    gone = [text(f"{FAINT} {CLEAR}"), text(FAINT)]
    rejected = NameProposal.objects.create(
        text="Rabat", folded="rabat", kind="person", language="en", score=0.7, rule="title", status="rejected"
    )
    names = set(NameProposal.objects.values_list("text", "status"))
    assert {("Zorbat Kelmin", NameStatus.FAINT), ("Aziz Akhannouch", NameStatus.PROPOSED)} <= names
    keys = [article.pk for article in gone]
    if is_in_bulk:
        sent = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
        admin_client.post(page("article_changelist"), sent)
    else:
        for key in keys:
            admin_client.post(page("article_delete", key), {"post": "yes"})
    assert Article.objects.count() == 1
    assert set(NameProposal.objects.values_list("text", flat=True)) == {"Aziz Akhannouch", rejected.text}


def test_a_text_that_resembles_another_is_deleted(admin_client):
    one, other = factories.ArticleFactory.create_batch(2)
    Resemblance.objects.create(article=one, other=other, kind=ResemblanceKind.REPRINT, score=0.5)
    assert "your account" not in admin_client.get(page("article_delete", one.pk)).text
    admin_client.post(page("article_delete", one.pk), {"post": "yes"})
    assert Article.objects.get() == other


def test_who_deletes_a_text_is_told_of_its_pairs_by_their_titles(admin_client):
    link = factories.TranslationFactory()
    original, translation = link.original, link.translation
    Resemblance.objects.create(article=translation, other=original, kind=ResemblanceKind.REPRINT, score=0.5)
    html = admin_client.get(page("article_delete", original.pk)).text
    assert f"{original.title} › {translation.title}" in html
    assert f"{translation.title} ~ {original.title}" in html


def test_who_deletes_a_text_is_shown_no_faint_name(admin_client):
    html = admin_client.get(page("article_delete", text(FAINT).pk)).text
    assert "Kelmin" not in html
    assert "of new names" not in html


@pytest.mark.parametrize("is_in_bulk", [False, True])
def test_what_stands_in_the_way_of_a_deletion_is_said_with_what_to_do(
    admin_client, admin_user, cast, is_in_bulk
):
    source = factories.SourceFactory()
    article = factories.ArticleFactory(source=source)
    factories.MentionFactory(article=article, agent=cast.hammouchi, confirmed_by=admin_user)
    for name, key, advice in (
        ("articles_person", cast.hammouchi.pk, "merge the two records"),
        ("articles_source", source.pk, "give them another one first"),
        ("auth_user", admin_user.pk, "right to sign in"),
    ):
        address = f"/admin/{name.replace('_', '/')}/"
        if is_in_bulk:
            sent = {"action": "delete_selected", "_selected_action": [key]}
            html = admin_client.post(address, sent).text
        else:
            html = admin_client.get(f"{address}{key}/delete/").text
        assert advice in html


def test_the_translations_to_be_deleted_are_read_with_their_texts_at_once(
    admin_client, django_assert_num_queries
):
    links = factories.TranslationFactory.create_batch(4)
    asked = {"action": "delete_selected", "_selected_action": [link.pk for link in links]}
    address = page("translation_changelist")
    admin_client.post(address, {**asked, "_selected_action": [links[0].pk]})
    with django_assert_num_queries(9):
        html = admin_client.post(address, asked).text
    assert html.count(" › ") >= len(links)
