"""A record’s page says whom its text perhaps names, and to editors alone what waits for them."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import NameProposal, NameProposalPlace
from articles.vocabulary import MentionStatus
from tests import factories
from tests.test_pages import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(cast):
    """A text that certainly names one, perhaps another, and seems to name somebody new."""
    article = factories.ArticleFactory(lede="", body="Petrouchev et Hammouchi reçoivent Ivan Sidorov.")
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Petrouchev")
    factories.MentionFactory(
        article=article, agent=cast.hammouchi, exact="Hammouchi", status=MentionStatus.PROPOSED
    )
    new = NameProposal.objects.create(
        text="Ivan Sidorov", folded="ivan sidorov", kind="person", language="fr", score=0.5, rule="x"
    )
    NameProposalPlace.objects.create(
        proposal=new, article=article, field="body", start=34, end=46, exact="Ivan Sidorov"
    )
    return article


def address(text):
    return f"/en/articles/{text.pk}/"


def test_readers_are_told_whom_a_text_perhaps_names_with_its_words_and_that_nobody_confirmed_it(client, text):
    html = page(client, address(text))
    assert "Perhaps also named" in html
    assert "nobody has confirmed it" in html
    perhaps = html.partition("Perhaps also named")[2]
    assert "Abdellatif Hammouchi" in perhaps
    assert ">Hammouchi</q>" in perhaps
    assert "Ivan Sidorov</bdi>" not in html
    assert "/admin/" not in html.partition("<main")[2].partition("</main>")[0]


def test_machines_are_told_what_is_certain_alone(client, text):
    data = page(client, address(text)).partition("application/ld+json")[2].partition("</script>")[0]
    assert "Patrushev" in data
    assert "Hammouchi" not in data.partition('"articleBody"')[0].partition('"mentions"')[2]


@pytest.mark.parametrize("rival", [MentionStatus.PROPOSED, MentionStatus.LINKED])
def test_a_place_for_which_there_are_two_names_nobody_perhaps(client, text, cast, rival):
    factories.MentionFactory(article=text, agent=cast.council, exact="Hammouchi", status=rival)
    assert "Perhaps also named" not in page(client, address(text))


def test_one_who_is_proposed_twice_at_a_place_has_no_rival(client, text, cast):
    factories.MentionFactory(
        article=text, agent=cast.hammouchi, exact="Hammouchi reçoivent", status=MentionStatus.PROPOSED
    )
    perhaps = page(client, address(text)).partition("Perhaps also named")[2]
    assert ">Hammouchi</q>" in perhaps
    assert ">Hammouchi reçoivent</q>" in perhaps


def test_who_is_named_for_certain_elsewhere_or_whose_words_are_gone_is_not_perhaps_named(client, text, cast):
    factories.MentionFactory(
        article=text, agent=cast.patrouchev, exact="Sidorov", status=MentionStatus.PROPOSED
    )
    text.mentions.filter(agent=cast.hammouchi).update(start=1, end=10)
    assert "Perhaps also named" not in page(client, address(text))


def test_an_editor_finds_what_waits_with_links_to_decide(admin_client, text):
    html = page(admin_client, address(text))
    assert "Waiting for your decision" in html
    proposal = NameProposal.objects.get()
    assert f"/admin/articles/nameproposal/{proposal.pk}/change/" in html
    listed = admin_client.get(f"/admin/articles/mention/?article__id__exact={text.pk}")
    assert f"/admin/articles/mention/?article__id__exact={text.pk}" in html
    assert listed.context["cl"].result_count == 1


def test_the_page_of_an_editor_is_kept_by_no_cache_and_never_shown_to_a_reader(client, admin_client, text):
    seen = admin_client.get(address(text))
    assert "private" in seen["Cache-Control"]
    assert "Waiting for your decision" not in page(client, address(text))


def test_who_may_decide_nothing_is_shown_nothing_to_decide(client, text, django_user_model):
    editor = django_user_model.objects.create_user("editor", password="x", is_staff=True)
    client.force_login(editor)
    assert "Waiting for your decision" not in page(client, address(text))
    editor.user_permissions.add(Permission.objects.get(codename="change_nameproposal"))
    html = page(client, address(text))
    assert "Waiting for your decision" in html
    assert "Mentions that are only likely" not in html


def test_whom_a_text_perhaps_names_costs_readers_no_query(client, text, django_assert_num_queries):
    page(client, address(text))
    text.mentions.filter(status=MentionStatus.PROPOSED).update(status=MentionStatus.REJECTED)
    with CaptureQueriesContext(connection) as without:
        assert "Perhaps also named" not in page(client, address(text))
    text.mentions.filter(status=MentionStatus.REJECTED).update(status=MentionStatus.PROPOSED)
    with django_assert_num_queries(len(without)):
        assert "Perhaps also named" in page(client, address(text))
