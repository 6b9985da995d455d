"""What came in by files is compared with the archive afterwards, by the worker: likely translations are proposed."""

from types import SimpleNamespace

import pytest
from django.core.management import call_command
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import JobAborted

from articles import semantics, tasks
from articles.models import Article, Resemblance
from articles.vocabulary import ResemblanceKind
from tests.test_resemblance import FRENCH, RUSSIAN

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_the_extra(monkeypatch):
    """By cognates alone, whether or not the machine has the extra [semantic]."""
    monkeypatch.setattr(semantics, "encoder", lambda: None)


def jobs():
    return ProcrastinateJob.objects.filter(task_name="articles.compare", status="todo")


def run(*, stops_after=None):
    """Do the waiting job in this process, as a worker would."""
    job = jobs().get()
    ProcrastinateJob.objects.filter(pk=job.pk).delete()
    asked = iter(range(10**6))
    context = SimpleNamespace(should_abort=lambda: stops_after is not None and next(asked) >= stops_after)
    tasks.compare.func(context, **job.args)


@pytest.fixture
def folder(tmp_path):
    for name, text in (("a.txt", FRENCH), ("b.txt", RUSSIAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_files_from_the_command_line_are_compared_once_all_are_there(folder, capsys):
    call_command("ingest", folder)
    assert "manage.py compare" in capsys.readouterr().out
    assert not Resemblance.objects.exists()
    run()
    [pair] = Resemblance.objects.all()
    assert pair.kind == ResemblanceKind.TRANSLATION
    assert not Article.objects.filter(cues=None).exists()
    assert not jobs().exists()


def test_one_comparison_waits_however_many_ingests_there_were(folder):
    for name in ("a.txt", "b.txt"):
        call_command("ingest", folder / name)
    assert jobs().count() == 1
    assert jobs().get().priority < 0


def test_nothing_is_compared_where_nothing_came_in(folder, capsys):
    call_command("ingest", folder, dry_run=True)
    assert not jobs().exists()
    call_command("ingest", folder)
    run()
    call_command("ingest", folder)
    assert not jobs().exists()
    assert capsys.readouterr().out.count("Likely translations") == 1


def test_a_comparison_goes_on_after_some_texts_and_after_a_break(folder, monkeypatch):
    monkeypatch.setattr(tasks, "_COMPARED_AT_ONCE", 1)
    call_command("ingest", folder)
    with pytest.raises(JobAborted):
        run(stops_after=0)
    tasks.look_for_translations()
    run()
    assert jobs().get().args == {"after": Article.objects.order_by("pk").first().pk}
    run()
    assert Resemblance.objects.count() == 1
