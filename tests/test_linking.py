"""Linking: names on record become mentions; a second linking follows the names and never undoes a person."""

import threading

import pytest
from django.core.management import call_command
from django.db import connection

from articles.linking import Linker
from articles.models import AgentName, Mention, NameProposal
from articles.vocabulary import FoundBy, MentionStatus
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(cast):
    """A text that names Patrouchev by his full name, then by his surname."""
    return factories.ArticleFactory(
        lede="Le secrétaire du Conseil, Nikolaï Patrouchev, est à Rabat.",
        body="Patrouchev a rencontré le roi. Fatima Zahra Mansouri était là.",
    )


def link(article):
    return Linker.of_archive().link_again(article)


def test_names_on_record_become_mentions_that_say_how_they_were_found(article, cast):
    link(article)
    assert list(article.mentions.order_by("field").values_list("exact", "found_by", "status")) == [
        ("Patrouchev", FoundBy.SURNAME, MentionStatus.LINKED),
        ("Nikolaï Patrouchev", FoundBy.NAME, MentionStatus.LINKED),
    ]


def test_the_office_is_kept_as_stated(article, cast):
    link(article)
    assert article.mentions.get(field="lede").office == "secrétaire du Conseil"


def test_linking_again_changes_nothing(article):
    link(article)
    before = list(Mention.objects.order_by("pk").values_list("pk", flat=True))
    change = link(article)
    assert (change.added, change.removed) == (0, 0)
    assert list(Mention.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_a_name_added_later_is_found_by_the_command(article, capsys):
    mansouri = factories.PersonFactory(names={"fr": "Fatima Zahra Mansouri"})
    call_command("link")
    assert article.mentions.get(agent=mansouri).exact == "Fatima Zahra Mansouri"


def test_the_command_tells_what_it_has_added_of_new_names_too(article, cast, capsys):
    call_command("link")
    assert capsys.readouterr().out.splitlines() == ["2 mentions added, 0 removed."]
    call_command("link", all=True)
    first = ["0 mentions added, 0 removed.", "Places of new names: 1 added, 0 removed."]
    assert capsys.readouterr().out.splitlines() == first
    call_command("link", all=True)
    second = ["0 mentions added, 0 removed.", "Places of new names: 0 added, 0 removed."]
    assert capsys.readouterr().out.splitlines() == second


def test_a_name_taken_off_the_record_is_no_longer_linked(article, cast):
    link(article)
    AgentName.objects.filter(agent=cast.patrouchev).delete()
    link(article)
    assert not article.mentions.exists()


def test_what_a_person_rejected_stays_rejected(article, admin_user):
    link(article)
    article.mentions.filter(field="lede").update(status=MentionStatus.REJECTED, confirmed_by=admin_user)
    link(article)
    assert article.mentions.get(field="lede").status == MentionStatus.REJECTED


def test_what_a_person_assigned_to_another_stays_so(article, cast, admin_user):
    link(article)
    article.mentions.filter(field="lede").update(agent=cast.hammouchi, confirmed_by=admin_user)
    link(article)
    assert article.mentions.get(field="lede").agent_id == cast.hammouchi.pk


def test_what_an_editor_marked_by_hand_stays(article, cast):
    factories.MentionFactory(article=article, agent=cast.hammouchi, exact="le roi", found_by=FoundBy.EDITOR)
    link(article)
    assert article.mentions.filter(exact="le roi").exists()


def test_a_supplied_headline_is_not_the_text_and_names_no_one(cast):
    article = factories.ArticleFactory(headline="Nikolaï Patrouchev à Rabat", headline_supplied=True)
    link(article)
    assert not article.mentions.exists()


def test_a_surname_put_on_record_later_is_proposed_in_older_texts_that_have_no_full_name():
    older = factories.ArticleFactory(headline="Mansouri à Rabat", lede="Selon Mansouri, oui.", body="Rien.")
    factories.PersonFactory(names={"fr": "Fatima Zahra Mansouri"})

    call_command("link")

    assert set(older.mentions.values_list("field", "exact", "status", "found_by")) == {
        ("headline", "Mansouri", MentionStatus.PROPOSED, FoundBy.SURNAME),
        ("lede", "Mansouri", MentionStatus.PROPOSED, FoundBy.SURNAME),
    }


@pytest.mark.parametrize(
    "text", ["Claude Bernard est là. M. Bernard parle.", "Tom Bernard came. Mr. Bernard spoke."]
)
def test_half_of_a_double_surname_is_not_hers_where_the_text_gives_it_to_another(text):
    factories.PersonFactory(names={"fr": "Catherine Delacroix-Bernard"})
    assert Linker.of_archive().mentions_of(factories.ArticleFactory(headline="x", lede="", body=text)) == []


@pytest.mark.django_db(transaction=True)
def test_others_may_point_to_a_text_while_it_is_linked_again(article, cast, monkeypatch):
    pointed = []
    find = Linker.mentions_of

    def point():
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '5s'")
            proposal = NameProposal.objects.create(
                text="X", folded="x", kind="person", language="fr", score=0.6, rule=""
            )
            proposal.places.create(article_id=article.pk, field="body", start=0, end=1, exact="P")
            pointed.append(proposal)
        finally:
            connection.close()

    def find_late(self, text):
        other = threading.Thread(target=point)
        other.start()
        other.join(10)
        return find(self, text)

    monkeypatch.setattr(Linker, "mentions_of", find_late)
    assert link(article).added == 2
    assert pointed
