"""The ingest command: what comes in is kept, described, linked, reported; what is bad is told and stops nothing."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.ingest import outcome
from articles.models import Accession, AccessionBatch, Article, Mention, Source, Tag, Translation
from tests import factories
from tests.conftest import FIXTURES

pytestmark = pytest.mark.django_db

FRENCH = (
    "Rabat et Moscou signent un accord sur la pêche\n\nLe ministre de l’agriculture a signé lundi un accord avec "
    "son homologue russe, en présence de Nikolaï Patrouchev.\n\nLes deux pays se reverront au printemps prochain.\n"
)
GERMAN = (
    "Treffen in Rabat\n\nDer König empfing am Dienstag den russischen Botschafter in seinem Palast, wie die Zeitung "
    "berichtete. Die beiden Länder wollen ihre Zusammenarbeit in der Landwirtschaft und in der Fischerei vertiefen.\n"
)


def ingest(tmp_path: Path, *arguments: str, status: int = 0) -> list[dict]:
    """Run the command; its report."""
    report = tmp_path / "report.jsonl"
    code = 0
    try:
        call_command("ingest", *arguments, report=report)
    except SystemExit as stop:
        code = stop.code
    assert code == status
    return [json.loads(line) for line in report.read_text().splitlines()]


@pytest.fixture
def folder(tmp_path) -> Path:
    """An empty folder for inputs."""
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_what_follows_in_a_larger_transaction_is_planned_as_ever(folder, tmp_path):
    ingest(tmp_path, write(folder, "one.txt", FRENCH))
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('enable_seqscan'), current_setting('plan_cache_mode')")
        assert cursor.fetchone() == ("on", "auto")


def test_a_text_becomes_a_record_with_links_and_its_source(tmp_path, folder, cast):
    (line,) = ingest(tmp_path, write(folder, "a.txt", FRENCH), "--source", "Le Journal", "--tag", "Pêche")
    article = Article.objects.get(pk=line["id"])
    assert article.headline == "Rabat et Moscou signent un accord sur la pêche"
    assert article.source.name == "Le Journal"
    assert [tag.label for tag in article.tags.all()] == ["Pêche"]
    assert bytes(article.accession.source_bytes) == FRENCH.encode()
    assert article.accession.encoding == "utf-8"
    assert article.accession.batch.finished is not None
    (mention,) = line["mentions"]
    assert (mention["name"], mention["surface"], mention["status"]) == ("Nikolaï Patrouchev",) * 2 + (
        "linked",
    )
    assert getattr(article, mention["field"])[mention["start"] : mention["end"]] == mention["surface"]


def test_the_report_has_the_keys_of_the_contract(tmp_path, folder):
    (line,) = ingest(tmp_path, write(folder, "a.txt", FRENCH))
    assert set(line) >= {
        *("path", "sha256", "outcome", "id", "language", "date", "headline", "headline_supplied", "mentions"),
        "warnings",
    }
    assert (line["outcome"], line["language"], line["date"], line["headline_supplied"]) == (
        "created",
        "fr",
        None,
        False,
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_found_recorded_and_the_bytes_kept(tmp_path, folder, encoding):
    data = FRENCH.encode(encoding)
    (line,) = ingest(tmp_path, write(folder, "a.txt", data))
    article = Article.objects.select_related("accession").get(pk=line["id"])
    assert article.headline == "Rabat et Moscou signent un accord sur la pêche"
    assert bytes(article.accession.source_bytes) == data
    assert article.accession.text == FRENCH


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t"),
        ("picture.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 40),
        ("nul.txt", b"Bonjour\x00\x00\x01\x02" * 50),
        ("huge.txt", b"Un long texte de presse, encore et encore. " * (50 * 1024 * 1024 // 43)),
        ("table.xyz", b"Un texte."),
    ],
)
def test_a_bad_input_is_rejected_with_its_reason_and_the_rest_goes_on(tmp_path, folder, name, content):
    write(folder, "b-good.txt", FRENCH)
    write(folder, name, content)
    lines = {Path(line["path"]).name: line for line in ingest(tmp_path, str(folder), status=1)}
    assert lines[name]["outcome"] == "rejected"
    assert lines[name]["reason"]
    assert lines["b-good.txt"]["outcome"] == "created"


def test_a_path_that_is_not_there_is_rejected(tmp_path, folder):
    (line,) = ingest(tmp_path, str(folder / "nothing.txt"), status=1)
    assert line["outcome"] == "rejected"


def test_a_text_in_a_fifth_language_is_kept_and_says_which(tmp_path, folder):
    (line,) = ingest(tmp_path, write(folder, "a.txt", GERMAN))
    assert (line["outcome"], line["language"]) == ("created", "de")
    assert line["warnings"]


def test_the_same_bytes_are_a_duplicate_that_names_its_record(tmp_path, folder):
    (first,) = ingest(tmp_path, write(folder, "a.txt", FRENCH))
    (second,) = ingest(tmp_path, write(folder, "b.txt", FRENCH), "--tag", "Relu", "--source", "La Revue")
    assert (second["outcome"], second["id"]) == ("duplicate", first["id"])
    article = Article.objects.get()
    assert [tag.label for tag in article.tags.all()] == ["Relu"]
    assert article.source.name == "La Revue"
    assert AccessionBatch.objects.count() == 1


def test_a_text_whose_record_was_deleted_can_come_in_again(tmp_path, folder):
    path = write(folder, "a.txt", FRENCH)
    ingest(tmp_path, path)
    Article.objects.all().delete()
    (line,) = ingest(tmp_path, path)
    assert line["outcome"] == "created"
    assert Accession.objects.count() == 1


def test_a_dry_run_shows_all_and_writes_nothing(tmp_path, folder, cast):
    path = write(folder, "a.txt", FRENCH)
    (line,) = ingest(tmp_path, path, "--dry-run", "--tag", "Pêche", "--source", "Le Journal")
    assert line["outcome"] == "created"
    assert line["mentions"]
    assert not any(model.objects.exists() for model in (Article, Accession, AccessionBatch, Tag, Source))


def test_stated_date_and_language_go_before_what_the_text_says(tmp_path, folder):
    (line,) = ingest(
        tmp_path, write(folder, "a.txt", "2016-12 " + FRENCH), "--date", "2016-11~", "--language", "en"
    )
    assert (line["date"], line["language"]) == ("2016-11~", "en")


@pytest.mark.parametrize("arguments", [["--date", "2016-13"], ["--language", "xx"]])
def test_a_wrong_argument_is_told_before_anything_is_read(folder, arguments):
    with pytest.raises(CommandError):
        call_command("ingest", write(folder, "a.txt", FRENCH), *arguments)


def test_rows_of_a_table_keep_what_they_state_and_link_translations(tmp_path, folder):
    rows = [
        {
            "id": "7",
            "headline": "Trucks",
            "body": "The minister announced a new factory. " * 4,
            "translation_of": "6",
        },
        {
            "id": "6",
            "headline": "Camions",
            "date": "2016-12",
            "tags": ["Industrie"],
            "body": FRENCH.split("\n\n")[1],
        },
        {"id": "8", "body": "", "headline": "Rien"},
    ]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    lines = ingest(tmp_path, write(folder, "rows.jsonl", text), status=1)
    assert [line["outcome"] for line in lines] == ["created", "created", "rejected"]
    original = Article.objects.get(headline="Camions")
    assert (str(original.date), original.headline_supplied) == ("2016-12", False)
    assert [link.translation.headline for link in original.translation_links.all()] == ["Trucks"]


def test_the_founding_texts_come_in_by_the_command(tmp_path):
    lines = ingest(tmp_path, *(str(path) for path in sorted(FIXTURES.glob("00*.txt"))))
    assert [line["date"] for line in lines] == ["2016-12", None]


def test_a_file_name_that_is_no_text_stops_nothing(tmp_path, folder):
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(FRENCH)
    write(folder, "z.txt", GERMAN)
    lines = ingest(tmp_path, str(folder))
    assert [line["outcome"] for line in lines] == ["created", "created"]
    assert Accession.objects.filter(path__endswith="caf\\xe9.txt").exists()


def test_a_broken_archive_stops_nothing(tmp_path, folder):
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr(".", "nothing")
        archive.writestr("good.txt", FRENCH)
    write(folder, "b.txt", GERMAN)
    outcomes = [line["outcome"] for line in ingest(tmp_path, str(folder), status=1)]
    assert outcomes.count("created") == 2


def test_an_identifier_is_that_of_the_same_file(tmp_path, folder):
    for name, word in (("a", "Premier"), ("b", "Second")):
        rows = [
            {"id": "1", "headline": f"{word} texte", "body": f"{word} original. " + FRENCH},
            {
                "id": "2",
                "headline": f"{word} translated",
                "body": f"{word} text in English. " * 9,
                "translation_of": "1",
            },
        ]
        write(folder, f"{name}.jsonl", "\n".join(json.dumps(row) for row in rows))
    ingest(tmp_path, str(folder))
    pairs = {(link.original.headline, link.translation.headline) for link in Translation.objects.all()}
    assert pairs == {("Premier texte", "Premier translated"), ("Second texte", "Second translated")}


def test_what_a_record_cannot_hold_is_cut_or_left_out_and_told(tmp_path, folder):
    row = {"headline": "Mot " * 300, "byline": "Nom " * 200, "url": "javascript:alert(1)", "body": FRENCH}
    (line,) = ingest(tmp_path, write(folder, "a.jsonl", json.dumps(row)))
    article = Article.objects.get()
    assert (len(article.headline) <= 500, len(article.byline) <= 300, article.url) == (True, True, "")
    assert sum("too long" in warning or "no address" in warning for warning in line["warnings"]) == 3


def test_an_outlet_written_with_another_apostrophe_is_the_same_outlet(tmp_path, folder):
    ingest(tmp_path, write(folder, "a.txt", FRENCH), "--source", "Aujourd’hui le Maroc")
    ingest(tmp_path, write(folder, "b.txt", f"{FRENCH} Fin."), "--source", "Aujourd'hui le Maroc")
    ingest(tmp_path, write(folder, "c.txt", f"{FRENCH} Bis."), "--source", "Demain le Maroc")
    assert sorted(Source.objects.values_list("name", flat=True)) == [
        "Aujourd’hui le Maroc",
        "Demain le Maroc",
    ]


def test_the_source_of_a_table_row_can_be_read_again(tmp_path, folder):
    table = "id;headline;body\n1;Été à Rabat;" + " ".join(FRENCH.split()).replace(";", ",") + "\n"
    ingest(tmp_path, write(folder, "a.csv", table.encode("cp1252")))
    assert "Été à Rabat" in Accession.objects.get().text


def test_no_folder_of_this_machine_goes_on_record(tmp_path, folder):
    (folder / "sub").mkdir()
    (line,) = ingest(tmp_path, write(folder / "sub", "a.txt", FRENCH).replace("/sub/a.txt", ""))
    assert line["path"] == str(folder / "sub" / "a.txt")
    assert Accession.objects.get().path == "in/sub/a.txt"


@pytest.mark.django_db(transaction=True)
def test_two_ingests_at_once_do_not_collide(tmp_path, folder, settings):
    for number in range(12):
        write(folder, f"{number}.txt", FRENCH + f"\nVersion numéro {number}.\n")
    name = settings.DATABASES["default"]["NAME"]
    code = (
        "import django, sys; from django.conf import settings; import archive.settings\n"
        f"settings.DATABASES['default']['NAME'] = {name!r}\n"
        "django.setup(); from django.core.management import call_command\n"
        "call_command('ingest', sys.argv[1])"
    )
    command = [sys.executable, "-c", code, str(folder)]
    environment = {"DJANGO_SETTINGS_MODULE": "archive.settings", "PATH": "/usr/bin:/bin"}
    runs = [
        subprocess.Popen(
            command, cwd=FIXTURES.parent, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for run in runs:
        _output, errors = run.communicate(timeout=60)
        assert run.returncode == 0, errors
    assert Article.objects.count() == Accession.objects.count() == 12


@pytest.mark.django_db
def test_whom_a_report_names_is_read_at_once_also_when_others_are_let_go_of(
    monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(outcome, "_MOST_KEPT", 2)
    article = factories.ArticleFactory()
    mentions = [Mention(article=article, agent_id=factories.PersonFactory().pk) for _ in range(5)]
    named = outcome.Named()
    named.set_on(mentions[:4])
    named.set_on(mentions)
    with django_assert_num_queries(0):
        assert all(mention.agent.name for mention in mentions)
