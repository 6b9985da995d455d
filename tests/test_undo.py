"""Undoing a batch: exactly what was told goes, all at once, and the same bytes can come in again."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.ingest import undo
from articles.ingest.accession import Writer, ingest
from articles.ingest.undo import UndoError, plan_undo, undo_batch
from articles.intake import intake
from articles.models import (
    Accession,
    AccessionBatch,
    Article,
    BatchInput,
    Mention,
    NameProposal,
    Office,
    SearchEntry,
    Translation,
)
from articles.vocabulary import BatchState, MentionStatus
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = (
    "Rabat et Moscou signent un accord numéro {0}\n\nLe ministre Driss Zerktouni a signé lundi un accord avec son "
    "homologue russe, en présence de Nikolaï Patrouchev.\n\nLes deux pays se reverront au printemps {0}.\n"
)


@pytest.fixture
def folder(tmp_path, cast) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number))
    return tmp_path


def bring_in(folder: Path) -> AccessionBatch:
    batch = AccessionBatch.objects.create(program_version="test", label="textes")
    for _outcome in ingest([folder], Writer(batch, intake())):
        pass
    batch.finish()
    return batch


@pytest.fixture
def batch(folder):
    """Three texts that came in together."""
    return bring_in(folder)


def edited_later(article):
    Article.objects.filter(pk=article.pk).update(modified=timezone.now() + timedelta(minutes=1))


def test_all_that_came_in_goes_and_the_batch_stays_as_its_trail(batch, admin_user):
    before = factories.ArticleFactory()
    plan = undo_batch(batch, admin_user)
    assert (plan.record_count, plan.accession_count, plan.mention_count) == (3, 3, 3)
    assert list(Article.objects.all()) == [before]
    assert set(SearchEntry.objects.values_list("article_id", flat=True)) == {before.pk}
    assert not Accession.objects.exists()
    assert not Mention.objects.exists()
    assert not NameProposal.objects.exists()
    batch.refresh_from_db()
    assert (batch.state, batch.undone_by) == (BatchState.UNDONE, admin_user)
    assert [(note.outcome, note.article) for note in batch.inputs.all()] == [("created", None)] * 3


def test_the_same_bytes_can_come_in_again_and_be_undone_again(batch, folder, admin_user):
    undo_batch(batch, admin_user)
    again = bring_in(folder)
    assert [note.outcome for note in again.inputs.all()] == ["created"] * 3
    undo_batch(again, admin_user)
    assert not Article.objects.exists()


def test_a_text_deleted_and_brought_in_again_belongs_to_its_second_batch(batch, folder, admin_user):
    Article.objects.all().delete()
    again = bring_in(folder)
    assert plan_undo(batch).record_count == 0
    assert plan_undo(again).record_count == 3


def test_asking_changes_nothing_and_needs_few_queries_for_any_number_of_records(
    batch, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        plan = plan_undo(batch)
        assert len(list(plan.records)) == 3
    assert Article.objects.count() == 3


def test_the_plan_names_what_people_did_since(batch, cast, admin_user):
    _untouched, edited, decided = Article.objects.order_by("pk")
    edited_later(edited)
    decided.mentions.update(status=MentionStatus.REJECTED, confirmed_by=admin_user)
    plan = plan_undo(batch)
    assert [(record.pk, record.is_edited, record.decided_count) for record in plan.touched] == [
        (edited.pk, True, 0),
        (decided.pk, False, 1),
    ]


def test_links_to_texts_outside_the_batch_and_offices_stated_in_it_are_told_and_go(batch, cast, admin_user):
    article = Article.objects.first()
    other = factories.ArticleFactory(language="en")
    link = Translation.objects.create(original=other, translation=article)
    Office.objects.create(agent=cast.patrouchev, label="secrétaire", language="fr", article=article)
    Office.objects.create(agent=cast.patrouchev, label="secrétaire", language="fr")
    plan = undo_batch(batch, admin_user)
    assert plan.translations == [link]
    assert len(plan.offices) == 1
    assert not Translation.objects.exists()
    assert Office.objects.count() == 1
    assert Article.objects.get() == other


def test_a_proposed_name_that_other_texts_bear_stays(batch, admin_user):
    other = factories.ArticleFactory()
    proposal = NameProposal.objects.first()
    proposal.places.create(article=other, field="body", start=0, end=2, exact="Le")
    undo_batch(batch, admin_user)
    assert list(NameProposal.objects.all()) == [proposal]


def test_a_large_batch_goes_in_lots(batch, admin_user, monkeypatch):
    monkeypatch.setattr(undo, "_AT_ONCE", 2)
    undo_batch(batch, admin_user)
    assert not Article.objects.exists()


def test_a_batch_is_undone_once(batch, admin_user):
    undo_batch(batch, admin_user)
    with pytest.raises(UndoError, match="undone before"):
        undo_batch(batch, admin_user)


def test_what_changed_since_the_plan_was_shown_stops_the_undoing(batch, admin_user):
    plan = plan_undo(batch)
    edited_later(Article.objects.first())
    with pytest.raises(UndoError, match="Something has changed"):
        undo_batch(batch, admin_user, fingerprint=plan.fingerprint)
    assert Article.objects.count() == 3


def test_a_failure_in_the_middle_leaves_everything(batch, admin_user, monkeypatch):
    def fail(_keys):
        raise RuntimeError

    monkeypatch.setattr(undo, "_in_lots", fail)
    with pytest.raises(RuntimeError):
        undo_batch(batch, admin_user)
    assert Article.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_a_batch_whose_texts_are_coming_in_is_not_undone(folder, admin_user):
    batch = bring_in(folder)
    other = connections.create_connection("default")
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [0x62617463, batch.pk])
        with pytest.raises(UndoError, match="right now"):
            undo_batch(batch, admin_user)
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [0x62617463, batch.pk])
    other.close()
    undo_batch(batch, admin_user)
    assert not Article.objects.exists()


# The desk


@pytest.fixture
def editor(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def page(batch):
    return reverse("admin:articles_accessionbatch_undo", args=[batch.pk])


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def confirm(client, batch, **changes):
    plan = client.get(page(batch)).context["plan"]
    return client.post(page(batch), {"fingerprint": plan.fingerprint, "sure": "on", **changes})


def test_the_page_shows_what_will_go_and_nothing_goes_before_it_is_confirmed(batch, editor):
    html = editor.get(page(batch)).content.decode()
    for article in Article.objects.all():
        assert article.headline in html
    assert "3 articles" in html
    assert Article.objects.count() == 3


def test_a_confirmed_undoing_is_done_told_and_logged(batch, editor):
    response = confirm(editor, batch)
    assert response.status_code == 302
    assert "3 articles" in told(response)
    assert not Article.objects.exists()
    assert LogEntry.objects.get().object_id == str(batch.pk)


def test_what_people_did_must_be_given_up_by_name(batch, editor):
    edited_later(Article.objects.first())
    response = confirm(editor, batch, sure="")
    assert response.status_code == 200
    assert "errornote" in response.content.decode()
    assert Article.objects.count() == 3
    assert confirm(editor, batch).status_code == 302


def test_a_change_between_page_and_confirmation_is_told(batch, editor):
    response = editor.post(page(batch), {"fingerprint": "old", "sure": "on"})
    assert "Something has changed" in response.content.decode()
    assert Article.objects.count() == 3


def test_the_list_leads_to_the_undoing_of_one_batch(batch, editor):
    url = reverse("admin:articles_accessionbatch_changelist")
    response = editor.post(url, {"action": "undo", "_selected_action": [batch.pk]})
    assert response.url == page(batch)
    other = factories.AccessionBatchFactory()
    response = editor.post(url, {"action": "undo", "_selected_action": [batch.pk, other.pk]})
    assert "one batch at a time" in told(response)


def test_an_editor_who_may_not_delete_articles_may_not_undo(batch, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("eve", is_staff=True))
    assert client.get(page(batch)).status_code == 403


def test_a_batch_undone_before_says_so(batch, editor, admin_user):
    undo_batch(batch, admin_user)
    assert "undone before" in told(editor.get(page(batch)))


def test_more_records_need_no_more_queries_on_the_page(batch, editor, folder):
    with CaptureQueriesContext(connection) as few:
        editor.get(page(batch))
    for number in range(3, 9):
        (folder / f"{number}.txt").write_text(TEXT.format(number))
    more = bring_in(folder)
    assert BatchInput.objects.filter(batch=more, outcome="duplicate").count() == 3
    with CaptureQueriesContext(connection) as many:
        editor.get(page(more))
    assert len(many) <= len(few)
