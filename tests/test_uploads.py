"""Uploads of many texts: stored, read by the worker, watched, and not lost when the worker is killed."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued, JobAborted

from articles import tasks
from articles.ingest.uploads import count_inputs, store, upload_folder
from articles.models import AccessionBatch, Article, BatchInput
from articles.vocabulary import BatchState, InputOutcome
from tests import factories
from tests.conftest import FIXTURES

URL = "/admin/articles/article/paste/"
TEXT = "Rabat et Moscou signent l’accord {0}\n\nLe ministre a signé lundi l’accord {0} avec son homologue russe.\n"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """A folder of uploads for this test alone."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def editor(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def upload(client, *files, **said):
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(URL, {"said-inputs": uploads, **{f"said-{k}": v for k, v in said.items()}})


def texts(*numbers):
    return [(f"{number}.txt", TEXT.format(number).encode()) for number in numbers]


def job_of(batch):
    return ProcrastinateJob.objects.get(args__batch_id=batch.pk)


def run(batch, *, attempts=0, stops_after=None):
    """Do the job of a batch in this process, as a worker would; it is told to stop after so many texts."""
    asked = iter(range(10**6))
    context = SimpleNamespace(
        job=SimpleNamespace(attempts=attempts),
        should_abort=lambda: stops_after is not None and next(asked) + 1 >= stops_after,
    )
    tasks.ingest_uploads.func(context, **job_of(batch).args)
    batch.refresh_from_db()


def outcomes(batch):
    return {note.path: note.outcome for note in batch.inputs.all()}


# Taking them


@pytest.mark.django_db
def test_files_are_stored_and_queued_and_the_answer_is_the_page_of_their_batch(editor, media, admin_user):
    response = upload(editor, *texts(1, 2))
    batch = AccessionBatch.objects.get()
    assert response.url == reverse("admin:articles_accessionbatch_progress", args=[batch.pk])
    assert (batch.state, batch.received_by, batch.label) == (BatchState.WAITING, admin_user, "1.txt, 2.txt")
    assert sorted(path.name for path in upload_folder(media, batch).iterdir()) == ["1.txt", "2.txt"]
    assert job_of(batch).status == "todo"
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_the_job_brings_every_text_in_and_its_files_go(editor, media, cast):
    upload(
        editor,
        *texts(1, 2),
        ("leer.txt", b" \n "),
        ("3.txt", TEXT.format(1).encode()),
        tags="Lot",
        status="draft",
    )
    batch = AccessionBatch.objects.get()
    run(batch)
    assert outcomes(batch) == {
        "1.txt": "created",
        "2.txt": "created",
        "leer.txt": "rejected",
        "3.txt": "duplicate",
    }
    assert (batch.state, batch.inputs_expected) == (BatchState.FINISHED, 4)
    assert not upload_folder(media, batch).exists()
    for article in Article.objects.all():
        assert ([tag.label for tag in article.tags.all()], article.status) == (["Lot"], "draft")
    assert batch.inputs.get(path="leer.txt").reason
    assert batch.inputs.get(path="3.txt").article == Article.objects.get(accession__path="1.txt")


@pytest.mark.django_db
def test_one_archive_of_several_texts_and_a_table_are_left_to_the_job(editor):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in texts(1, 2):
            archive.writestr(name, data)
    rows = "\n".join(json.dumps({"id": str(n), "body": TEXT.format(n) * 2}) for n in (3, 4)).encode()
    for file in (("lot.zip", packed.getvalue()), ("lignes.jsonl", rows)):
        assert upload(editor, file).status_code == 302
    for batch in AccessionBatch.objects.all():
        run(batch)
    assert set(BatchInput.objects.values_list("path", flat=True)) == {
        *("lot.zip/1.txt", "lot.zip/2.txt", "lignes.jsonl#1", "lignes.jsonl#2")
    }
    assert set(BatchInput.objects.values_list("outcome", flat=True)) == {"created"}


@pytest.mark.django_db
def test_rows_that_are_translations_of_each_other_are_linked(editor):
    rows = [
        {"id": "1", "body": TEXT.format(1) * 2},
        {"id": "2", "body": "The minister signed it. " * 9, "translation_of": "1"},
    ]
    upload(editor, ("a.jsonl", "\n".join(map(json.dumps, rows)).encode()))
    run(AccessionBatch.objects.get())
    assert Article.objects.get(language="en").original_links.count() == 1


@pytest.mark.django_db
def test_two_files_of_one_name_are_both_kept(tmp_path):
    first, second = (store(tmp_path, "a.txt", [data]) for data in (b"1", b"2"))
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert store(tmp_path, "é" * 300 + ".txt", [b"3"]).read_bytes() == b"3"
    assert count_inputs(tmp_path) == 3


@pytest.mark.django_db
def test_a_wrong_statement_is_told_before_anything_is_stored(editor, media):
    response = upload(editor, *texts(1, 2), date="2016-13")
    assert "There is no month 13" in response.content.decode()
    assert not media.exists()
    assert not AccessionBatch.objects.exists()


@pytest.mark.django_db
def test_a_table_with_names_of_its_own_comes_in_as_the_editor_says(editor):
    rows = "Titre;Texte\n" + "".join(f"Un titre;{TEXT.format(n).splitlines()[2]}\n" for n in (1, 2))
    upload(editor, ("lot.csv", rows.encode()), columns="headline=Titre\r\nbody=Texte\r\n")
    batch = AccessionBatch.objects.get()
    run(batch)
    assert (set(outcomes(batch).values()), batch.inputs_expected) == ({"created"}, 2)
    assert [article.headline for article in Article.objects.all()] == ["Un titre", "Un titre"]


@pytest.mark.django_db
def test_one_row_with_names_of_its_own_is_gone_over(editor):
    row = f"Titre,Texte\nUn titre,{TEXT.format(1).splitlines()[2]}\n".encode()
    response = upload(editor, ("un.csv", row), columns="headline=Titre\nbody=Texte")
    assert response.context["form"]["headline"].value() == "Un titre"
    assert "headline=Titre" in response.context["carried"]["said-columns"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "reason"), [("title=Titre", "There is no field “title”"), ("body", "not of the form")]
)
def test_a_mapping_that_cannot_be_understood_is_told_beside_its_field(editor, columns, reason):
    response = upload(editor, *texts(1, 2), columns=columns)
    assert reason in response.context["form"].errors["columns"][0]
    assert not AccessionBatch.objects.exists()


# Broken off


@pytest.mark.django_db
def test_a_job_told_to_stop_gives_its_batch_back_and_the_next_goes_on(editor):
    upload(editor, *texts(1, 2, 3))
    batch = AccessionBatch.objects.get()
    with pytest.raises(JobAborted):
        run(batch, stops_after=2)
    batch.refresh_from_db()
    assert (batch.state, batch.inputs.count()) == (BatchState.WAITING, 2)
    run(batch, attempts=1)
    assert outcomes(batch) == dict.fromkeys(("1.txt", "2.txt", "3.txt"), "created")


@pytest.mark.django_db
def test_a_job_that_fails_says_why_and_is_given_up_after_some_attempts(editor, monkeypatch):
    upload(editor, *texts(1, 2))
    batch = AccessionBatch.objects.get()

    def fail(*_arguments, **_options):
        raise OSError("no disk")

    monkeypatch.setattr(tasks, "count_inputs", fail)
    retry = tasks.ingest_uploads.retry_strategy
    for attempt, state in enumerate([BatchState.WAITING] * (tasks.ATTEMPTS - 1) + [BatchState.FAILED]):
        with pytest.raises(OSError) as failure:
            run(batch, attempts=attempt)
        batch.refresh_from_db()
        assert (batch.state, batch.problem) == (state, "OSError: no disk")
        decision = retry.get_retry_decision(exception=failure.value, job=SimpleNamespace(attempts=attempt))
        assert (decision is None) == (state == BatchState.FAILED)


def fail_for_good(batch, monkeypatch):
    """The job of a batch, out of attempts."""
    with monkeypatch.context() as patched:
        patched.setattr(tasks, "count_inputs", lambda *_arguments: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            run(batch, attempts=tasks.ATTEMPTS - 1)
    batch.refresh_from_db()
    assert batch.state == BatchState.FAILED


def retry(client, batch):
    return client.post(reverse("admin:articles_accessionbatch_retry", args=[batch.pk]), follow=True)


@pytest.mark.django_db
def test_a_failed_batch_is_tried_again_with_what_was_stated_and_only_once(editor, monkeypatch):
    upload(editor, *texts(1, 2), tags="Lot", status="draft")
    batch = AccessionBatch.objects.get()
    assert "Try again" not in editor.get(page(batch)).text
    fail_for_good(batch, monkeypatch)
    assert "Try again" in editor.get(page(batch)).text
    assert "waits for its turn again" in retry(editor, batch).text
    batch.refresh_from_db()
    assert (batch.state, batch.problem) == (BatchState.WAITING, "")
    assert "cannot be tried again" in retry(editor, batch).text
    first, second = ProcrastinateJob.objects.filter(args__batch_id=batch.pk).order_by("pk")
    assert first.args == second.args
    second_run = SimpleNamespace(job=SimpleNamespace(attempts=0), should_abort=lambda: False)
    tasks.ingest_uploads.func(second_run, **second.args)
    assert {tag.label for article in Article.objects.all() for tag in article.tags.all()} == {"Lot"}
    batch.refresh_from_db()
    assert batch.state == BatchState.FINISHED


@pytest.mark.django_db
def test_a_failed_batch_whose_files_are_gone_says_so(editor, media, monkeypatch):
    upload(editor, *texts(1, 2))
    batch = AccessionBatch.objects.get()
    fail_for_good(batch, monkeypatch)
    shutil.rmtree(upload_folder(media, batch))
    assert "bring in its files anew" in retry(editor, batch).text
    batch.refresh_from_db()
    assert batch.state == BatchState.FAILED


@pytest.mark.django_db
def test_trying_again_needs_the_right_to_bring_texts_in_and_a_post(editor, client, django_user_model):
    batch = factories.AccessionBatchFactory(state=BatchState.FAILED)
    address = reverse("admin:articles_accessionbatch_retry", args=[batch.pk])
    assert editor.get(address).url == reverse("admin:articles_accessionbatch_progress", args=[batch.pk])
    batch.refresh_from_db()
    assert batch.state == BatchState.FAILED
    eve = django_user_model.objects.create_user("eve", is_staff=True)
    eve.user_permissions.add(Permission.objects.get(codename="view_accessionbatch"))
    client.force_login(eve)
    assert client.post(address).status_code == 403
    assert "Try again" not in client.get(page(batch)).text


@pytest.mark.django_db
def test_a_batch_undone_before_its_turn_stays_undone(editor, admin_user):
    from articles.ingest.undo import undo_batch

    upload(editor, *texts(1, 2))
    batch = AccessionBatch.objects.get()
    undo_batch(batch, admin_user)
    run(batch)
    assert batch.state == BatchState.UNDONE
    assert not Article.objects.exists()


CODE = """
import sys, django
from django.conf import settings
import archive.settings
settings.DATABASES["default"]["NAME"] = {name!r}
settings.MEDIA_ROOT = {media!r}
django.setup()
from django.core.management import CommandError, call_command
call_command("work", *sys.argv[1:])
"""


def worker(settings, *arguments):
    """A worker in a process of its own, on the database of the test."""
    code = CODE.format(name=settings.DATABASES["default"]["NAME"], media=str(settings.MEDIA_ROOT))
    environment = {"DJANGO_SETTINGS_MODULE": "archive.settings", "PATH": "/usr/bin:/bin"}
    return subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=FIXTURES.parent, env=environment)


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_loses_nothing_and_nothing_is_told_wrongly(editor, settings):
    upload(editor, *texts(*range(150)))
    batch = AccessionBatch.objects.get()
    victim = worker(settings)
    wait_for(lambda: batch.inputs.count() >= 10)
    os.kill(victim.pid, signal.SIGKILL)
    victim.wait()
    noted = batch.inputs.count()
    assert noted < 150
    assert Article.objects.count() == noted
    assert job_of(batch).status == "doing"
    with connection.cursor() as cursor:  # as if its silence had lasted
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '10 minutes'")
    with contextlib.suppress(AlreadyEnqueued):  # by the victim's own clock
        tasks.resume_broken_off.defer(timestamp=0)
    second = worker(settings, "--once")
    assert second.wait(120) == 0
    assert worker(settings, "--once").wait(120) == 0
    batch.refresh_from_db()
    assert batch.state == BatchState.FINISHED
    assert batch.inputs.count_by_outcome() == {InputOutcome.CREATED: 150}
    assert Article.objects.count() == 150


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_told_to_stop_gives_its_job_back_at_once(editor, settings):
    upload(editor, *texts(*range(600)))
    batch = AccessionBatch.objects.get()
    first = worker(settings)
    wait_for(lambda: batch.inputs.count() >= 5)
    first.terminate()
    assert first.wait(30) == 0
    assert job_of(batch).status == "todo"
    assert worker(settings, "--once").wait(120) == 0
    assert batch.inputs.count_by_outcome() == {InputOutcome.CREATED: 600}


# Watching them


def page(batch, query=""):
    return reverse("admin:articles_accessionbatch_progress", args=[batch.pk]) + query


@pytest.fixture
def batch(db):
    """A batch of three inputs that is complete."""
    batch = factories.AccessionBatchFactory(label="lot")
    article = factories.ArticleFactory(headline="Une notice")
    for number, outcome in enumerate(InputOutcome.values):
        reason = "Nothing in it." if outcome == "rejected" else ""
        BatchInput.objects.create(
            batch=batch, path=f"{number}.txt", outcome=outcome, reason=reason, article=article
        )
    batch.finish()
    return batch


def test_the_page_lists_each_input_with_its_outcome_reason_and_record(batch, editor):
    html = editor.get(page(batch)).content.decode()
    for words in ("0.txt", "created", "duplicate", "rejected", "Nothing in it.", "Une notice"):
        assert words in html
    assert "refresh" not in html


def test_the_list_can_be_narrowed_to_one_outcome(batch, editor):
    html = editor.get(page(batch, "?outcome=rejected")).content.decode()
    assert "2.txt" in html
    assert "0.txt" not in html
    assert editor.get(page(batch, "?outcome=nonsense&page=99")).status_code == 200


def test_a_page_of_a_batch_still_coming_in_renews_itself_with_and_without_javascript(batch, editor):
    AccessionBatch.objects.update(state=BatchState.RUNNING, inputs_expected=10)
    html = editor.get(page(batch)).content.decode()
    assert "progress.js" in html
    assert re.search(r'<noscript>\s*<meta http-equiv="refresh"', html)
    figures = editor.get(reverse("admin:articles_accessionbatch_figures", args=[batch.pk])).json()
    assert figures == {
        "state": "coming in",
        "is_open": True,
        "problem": "",
        "done": 3,
        "expected": 10,
        "created": 1,
        "duplicate": 1,
        "rejected": 1,
    }


def test_an_unknown_batch_is_not_found_and_a_stranger_sees_none(batch, editor, client):
    assert editor.get(page(SimpleNamespace(pk=0))).status_code == 404
    assert client.get(page(batch)).status_code == 302


def test_more_inputs_need_no_more_queries(batch, editor):
    with CaptureQueriesContext(connection) as few:
        editor.get(page(batch))
    for number in range(20):
        BatchInput.objects.create(
            batch=batch, path=f"x{number}", outcome="created", article=factories.ArticleFactory()
        )
    with CaptureQueriesContext(connection) as many:
        editor.get(page(batch))
    assert len(many) == len(few)


# Every ingest


@pytest.mark.django_db
def test_the_command_notes_its_inputs_too(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT.format(1))
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.raises(SystemExit):
        call_command("ingest", str(tmp_path))
    batch = AccessionBatch.objects.get()
    assert sorted(outcomes(batch).values()) == ["created", "rejected"]
    assert batch.state == BatchState.FINISHED


@pytest.mark.django_db
def test_the_command_reads_a_table_by_the_names_it_is_given(tmp_path):
    table = tmp_path / "a.csv"
    table.write_text(f"Titre\tTexte\nUn titre\t{TEXT.format(1).splitlines()[2]}\n")
    call_command("ingest", str(table), "--map", "headline=Titre", "--map", "body=texte")
    assert Article.objects.get().headline == "Un titre"
    with pytest.raises(CommandError, match="There is no field “titre”"):
        call_command("ingest", str(table), "--map", "titre=Titre")
    assert AccessionBatch.objects.count() == 1
    with pytest.raises(SystemExit):
        call_command("ingest", str(table), "--map", "body=Corps", "--report", str(tmp_path / "report"))
    (line,) = (tmp_path / "report").read_text().splitlines()
    assert "no column “Corps”; its columns are: titre, texte." in json.loads(line)["reason"]
