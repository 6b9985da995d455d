"""The first page of the desk says what waits for a decision, truly and at little cost."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.utils import timezone

from articles.models import AccessionBatch, BatchInput, Mention, NameProposal, Resemblance
from articles.templatetags import worklist
from tests.factories import AccessionBatchFactory, ArticleFactory

DESK = "/admin/"


def waits(response):
    """Label → number, as the page has them."""
    return {str(kind.label): kind.count for kind in response.context["waiting"]}


def propose_mention(agent):
    article = ArticleFactory(body="M. Hammouchi parle.")
    return Mention.objects.create(
        article=article,
        agent=agent,
        start=3,
        end=12,
        exact="Hammouchi",
        found_by="surname",
        status="proposed",
    )


def propose_name(text, **values):
    return NameProposal.objects.create(
        text=text, folded=text.lower(), kind="person", language="fr", score=0.5, rule="initials", **values
    )


def refuse(batch):
    return BatchInput.objects.create(batch=batch, path="a.txt", outcome="rejected", reason="empty")


@pytest.fixture
def waiting(cast):
    """One of each kind that waits, and some that do not."""
    propose_mention(cast.hammouchi)
    propose_name("Ivan Petrov")
    propose_name("Ivan Sidorov", status="rejected")
    one, other, third = ArticleFactory.create_batch(3)
    Resemblance.objects.create(article=one, other=other, kind="translation", score=0.9)
    Resemblance.objects.create(article=one, other=third, kind="reprint", score=0.9)
    Resemblance.objects.create(article=other, other=third, kind="reprint", score=0.9, status="rejected")
    ArticleFactory(status="draft")
    AccessionBatchFactory(state="failed")
    batch = AccessionBatchFactory()
    refuse(batch)
    old = AccessionBatchFactory()
    refuse(old)
    AccessionBatch.objects.filter(pk=old.pk).update(started=timezone.now() - timedelta(days=31))


def test_each_kind_that_waits_is_told_with_its_number_and_the_list_that_has_as_many(admin_client, waiting):
    response = admin_client.get(DESK)
    kinds = response.context["waiting"]
    assert [kind.count for kind in kinds] == [1] * 7
    for kind in kinds:
        listed = admin_client.get(kind.address)
        assert listed.status_code == 200
        assert listed.context["cl"].result_count == 1, kind.label


def test_where_nothing_waits_it_is_said(admin_client, db):
    response = admin_client.get(DESK)
    assert response.context["waiting"] == []
    assert "Nothing waits." in response.content.decode()


def test_more_than_a_thousand_are_not_counted_one_by_one(admin_client, cast, monkeypatch):
    monkeypatch.setattr(worklist, "MOST", 2)
    for name in ("A. Petrov", "B. Petrov"):
        propose_name(name)
    assert "more than" not in admin_client.get(DESK).content.decode()
    propose_name("C. Petrov")
    response = admin_client.get(DESK)
    assert waits(response) == {"New names, on no record yet": 2}
    assert "more than 2" in response.content.decode()


def test_only_what_the_user_may_change_is_told(client, waiting, django_user_model):
    editor = django_user_model.objects.create_user("editor", password="x", is_staff=True)
    editor.user_permissions.add(
        *Permission.objects.filter(codename__in=["change_mention", "view_nameproposal", "add_article"])
    )
    client.force_login(editor)
    assert waits(client.get(DESK, HTTP_ACCEPT_LANGUAGE="en")) == {"Mentions that are only likely": 1}


def test_what_waits_is_seven_queries_however_much_waits(admin_user, waiting, django_assert_num_queries):
    with django_assert_num_queries(7):
        worklist.worklist(admin_user)


@pytest.mark.parametrize(
    ("kind", "index"), list(enumerate(["article_unpublished", "mention_to_decide", "proposal_to_decide"]))
)
def test_what_waits_among_many_is_counted_by_its_index(db, kind, index):
    found = list(worklist._kinds())[kind].found
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        assert index in found.order_by()[: worklist.MOST + 1].explain()
