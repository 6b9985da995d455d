"""The words of the archive are gathered from its public texts, by the worker, in batches; true again after changes."""

from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from articles import tasks
from articles.management.commands import rebuild_index
from articles.models import Article, CountedWord, Gathering, WrittenWord
from articles.preservation.contents import TABLES
from articles.search import gathering
from articles.search.archive import archive_version
from articles.search.gathering import gather_some, gather_words, is_stale
from articles.search.index import check_index
from articles.vocabulary import ArticleStatus
from tests import factories

pytestmark = pytest.mark.django_db


def text(body: str, **fields: object) -> Article:
    return factories.ArticleFactory(headline="—", lede="", body=body, **fields)


def words() -> dict[tuple[str, str], tuple[str, int]]:
    return {(word.folded, word.language): (word.written, word.records) for word in WrittenWord.objects.all()}


def test_words_are_kept_with_their_commonest_spelling_and_how_many_texts_have_them():
    text("Séisme. Le séisme, un séisme.")
    text("SÉISME : le séisme !")
    text("A seisme of words.", language="en")
    gather_words()
    assert words()["seisme", "fr"] == ("séisme", 2)
    assert words()["seisme", "en"] == ("seisme", 1)
    assert ("le", "fr") not in words()


def test_drafts_and_withdrawn_texts_are_not_read():
    text("Un zigomar public.")
    text("Un brouillonnement.", status=ArticleStatus.DRAFT)
    withdrawn = text("Un retirement public.")
    gather_words()
    assert {key for key, _language in words()} == {"zigomar", "public", "retirement"}
    withdrawn.status = ArticleStatus.WITHDRAWN
    withdrawn.save()
    assert is_stale()
    gather_words()
    assert {key for key, _language in words()} == {"zigomar", "public"}
    assert words()["public", "fr"] == ("public", 1)


def test_an_empty_archive_has_no_words_and_needs_none():
    assert not is_stale()
    gather_words()
    assert words() == {}


def test_a_gathering_that_is_broken_off_goes_on_and_counts_nothing_twice(monkeypatch):
    monkeypatch.setattr(gathering, "BATCH", 1)
    for _ in range(3):
        text("Un séisme.")
    assert gather_some() == 1
    with monkeypatch.context() as broken:
        broken.setattr(Gathering, "save", lambda _gathering: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            gather_some()
    assert words() == {}, "readers see a gathering at its end"
    assert is_stale()
    while gather_some() is not None:
        pass
    assert words()["seisme", "fr"] == ("séisme", 3)
    assert not CountedWord.objects.exists()
    assert not is_stale()


def test_of_a_large_archive_some_texts_are_read_and_words_of_one_alone_left_out(monkeypatch):
    monkeypatch.setattr(gathering, "MOST_READ", 20)
    monkeypatch.setattr(gathering, "MANY_TEXTS", 2)
    for number in range(60):
        text(f"Séisme mot{'abcdefghijklmnopqrstuvwxyz'[number % 26] * (4 + number // 26)}.")
    gather_words()
    last = Gathering.objects.get()
    assert last.step == 3
    assert 5 < last.texts < 40
    assert set(words()) == {("seisme", "fr")}


def test_the_commonest_words_are_kept_where_there_are_too_many(monkeypatch):
    monkeypatch.setattr(gathering, "MOST_WORDS", 1)
    text("Séisme zigomar.")
    text("Séisme.")
    gather_words()
    assert set(words()) == {("seisme", "fr")}


def test_pages_are_made_anew_once_the_words_are_others():
    text("Séisme.")
    before = archive_version()
    gather_words()
    assert archive_version() == before + 1
    assert not is_stale()
    text("Autre.")
    assert is_stale()


def test_what_changes_while_words_are_gathered_is_gathered_next():
    text("Séisme.")
    gather_some()
    text("Autre séisme.")
    while gather_some() is not None:
        pass
    assert is_stale()


def test_a_text_costs_no_query_more_and_a_batch_few(monkeypatch, django_assert_num_queries):
    text("Séisme.")
    gather_some()
    monkeypatch.setattr(gathering, "BATCH", 50)
    for _ in range(40):
        text("Séisme zigomar public.")
    # The lock, how far it has come, the texts, their words, how far it has come now; and the two ends of a savepoint.
    with django_assert_num_queries(7):
        assert gather_some() == 40


@pytest.mark.parametrize(
    "body", ["\x01\x02 <b>gras</b>", "é" * 5_000, "1234 5678", "ελλάδα שלום 漢字漢字", "a-" * 900]
)
def test_no_text_keeps_the_others_from_being_read(body):
    text(body)
    text("Séisme.")
    gather_words()
    assert ("seisme", "fr") in words()


def jobs():
    return ProcrastinateJob.objects.filter(task_name="articles.gather_words", status="todo")


def run():
    job = jobs().get()
    ProcrastinateJob.objects.filter(pk=job.pk).delete()
    tasks.gather_words.func(SimpleNamespace(), **job.args)


def test_what_files_bring_in_is_gathered_by_the_worker_last_and_once_an_hour(tmp_path):
    for number, words_of_it in enumerate(("Un séisme a eu lieu.", "Un zigomar a eu lieu.")):
        (tmp_path / f"{number}.txt").write_text(f"Titre\n\n{words_of_it}\n" * 3, encoding="utf-8")
    call_command("ingest", tmp_path / "0.txt", language="fr")
    call_command("ingest", tmp_path / "1.txt", language="fr")
    assert jobs().get().priority < 0
    run()
    run()
    assert not jobs().exists()
    assert {"seisme", "zigomar"} <= {key for key, _language in words()}
    (tmp_path / "2.txt").write_text("Titre\n\nUn autre texte, plus tard.\n", encoding="utf-8")
    call_command("ingest", tmp_path / "2.txt", language="fr")
    assert not jobs().exists(), "soon after"
    Gathering.objects.update(ended=timezone.now() - timezone.timedelta(hours=1))
    tasks.look_for_words()
    assert jobs().count() == 1


def test_what_was_pasted_or_edited_is_gathered_within_the_hour():
    text("Séisme.")
    gather_words()
    tasks.gather_changed_words.func(0)
    assert not jobs().exists()
    text("Zigomar.")
    tasks.gather_changed_words.func(0)
    assert jobs().count() == 1


def test_a_rebuilt_index_has_its_words_and_is_true():
    text("Séisme.")
    call_command("rebuild_index", threads=1)
    assert ("seisme", "fr") in words()
    assert check_index().total == 0


def test_who_rebuilds_the_index_sees_the_words_gathered(monkeypatch):
    text("Séisme.")
    seen = []
    monkeypatch.setattr(rebuild_index.tqdm, "update", lambda _bar, done: seen.append(done))
    call_command("rebuild_index", threads=1)
    assert seen == [1, 1]


def test_no_package_holds_what_is_gathered():
    assert not {CountedWord, WrittenWord, Gathering} & set(TABLES.values())
