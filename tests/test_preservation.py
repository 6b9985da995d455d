"""The whole archive as a package: nothing left out, and whatever happens to a package is seen."""

import hashlib
import json
import shutil

import pytest
from django.core.management import CommandError, call_command
from django.db import models as django_models

from articles import models
from articles.preservation import package
from articles.preservation.contents import TABLES
from articles.preservation.package import PackageError, export_archive, verify
from tests import factories


@pytest.fixture
def first(db):
    """A mention in a record with its accession."""
    return factories.MentionFactory(article=factories.ArticleFactory(accession=factories.AccessionFactory()))


@pytest.fixture
def bag(tmp_path, db, first):
    factories.ArticleFactory(headline="Вывод", date="2016-12", status="draft", accession=None)
    folder = tmp_path / "bag"
    export_archive(folder)
    return folder


def lines(bag, name):
    return [json.loads(line) for line in (bag / "data" / f"{name}.jsonl").read_bytes().splitlines()]


def faults(folder):
    return {(fault.kind, fault.path) for fault in verify(folder)}


def test_a_package_has_every_row_with_its_date_as_it_is_known_and_every_source_as_it_came(bag, first):
    articles = {row["id"]: row for row in lines(bag, "articles")}
    assert len(articles) == models.Article.objects.count() == 2
    draft = next(row for row in articles.values() if row["status"] == "draft")
    assert (draft["headline"], draft["date"], draft["accession"]) == ("Вывод", "2016-12", None)
    accession = models.Accession.objects.get(pk=first.article.accession_id)
    source = bag / "data" / "sources" / accession.sha256[:2] / accession.sha256
    assert source.read_bytes() == bytes(accession.source_bytes)
    assert {row["id"] for row in lines(bag, "mentions")} == set(
        models.Mention.objects.values_list("pk", flat=True)
    )


def test_a_package_is_a_bag_whose_digests_are_those_of_its_files(bag):
    assert (bag / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    listed = dict(line.split("  ")[::-1] for line in (bag / "manifest-sha256.txt").read_text().splitlines())
    found = {
        path.relative_to(bag).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (bag / "data").rglob("*")
        if path.is_file()
    }
    assert listed == found
    assert not faults(bag)


def test_every_table_is_in_a_package_but_what_the_program_derives_and_its_own_work():
    left_out = {
        *("SearchEntry", "SearchSample", "FacetCount", "PrintSet", "TextPrint", "TextCue", "CommonCue"),
        "TextMeaning",
        *("CountedWord", "WrittenWord", "Gathering"),
    }
    exported = {model._meta.concrete_model for model in TABLES.values()}
    for model in models.Article._meta.apps.get_app_config("articles").get_models(include_auto_created=True):
        if not model._meta.proxy and model.__name__ not in left_out:
            assert model in exported, f"{model.__name__} is in no package"


def test_a_row_speaks_of_rows_before_it_alone():
    seen: list[type[django_models.Model]] = []
    for model in TABLES.values():
        for field in model._meta.concrete_fields:
            other = field.related_model
            if other and other in TABLES.values() and other is not model:
                assert other in seen, f"{model.__name__}.{field.name}"
        seen.append(model)


def test_decisions_name_who_took_them_by_user_name_and_no_account_is_in_a_package(
    tmp_path, db, admin_user, first
):
    models.Mention.objects.update(confirmed_by=admin_user)
    export_archive(tmp_path / "bag")
    assert {row["confirmed_by"] for row in lines(tmp_path / "bag", "mentions")} == {admin_user.username}
    assert not any(
        admin_user.password.encode() in path.read_bytes()
        for path in (tmp_path / "bag").rglob("*")
        if path.is_file()
    )


@pytest.mark.parametrize(
    ("spoil", "kind", "path"),
    [
        (lambda bag, one: one.write_bytes(one.read_bytes() + b"x"), "changed", "data/articles.jsonl"),
        (lambda bag, one: one.unlink(), "missing", "data/articles.jsonl"),
        (lambda bag, one: (bag / "data" / "more.txt").write_text("x"), "unlisted", "data/more.txt"),
        (lambda bag, one: (bag / "bagit.txt").write_text("BagIt"), "changed", "bagit.txt"),
        (lambda bag, one: (bag / "bagit.txt").write_text("BagIt"), "unreadable", "bagit.txt"),
        (lambda bag, one: (bag / "data" / "about.json").write_text("{"), "unreadable", "data/about.json"),
    ],
    ids=["changed", "missing", "unlisted", "declaration", "form", "about"],
)
def test_whatever_was_done_to_a_package_is_seen(bag, spoil, kind, path):
    spoil(bag, bag / "data" / "articles.jsonl")
    assert (kind, path) in faults(bag)


def test_a_row_or_a_source_that_was_taken_away_is_seen_even_where_the_list_of_files_was_made_anew(bag):
    articles = bag / "data" / "articles.jsonl"
    articles.write_bytes(b"".join(articles.read_bytes().splitlines(keepends=True)[1:]))
    source = next(path for path in (bag / "data" / "sources").rglob("*") if path.is_file())
    source.unlink()
    manifest = bag / "manifest-sha256.txt"
    kept = []
    for line in manifest.read_text().splitlines(keepends=True):
        name = line.split("  ")[1].strip()
        if (bag / name).exists():
            kept.append(f"{hashlib.sha256((bag / name).read_bytes()).hexdigest()}  {name}\n")
    manifest.write_text("".join(kept))
    found = faults(bag)
    assert ("miscounted", "data/articles.jsonl") in found
    assert ("missing", source.relative_to(bag).as_posix()) in found


def test_a_list_of_files_that_leads_out_of_the_package_is_not_followed(bag, tmp_path):
    (tmp_path / "secret").write_text("x")
    with (bag / "manifest-sha256.txt").open("a") as manifest:
        manifest.write(f"{hashlib.sha256(b'x').hexdigest()}  ../secret\n")
    assert ("outside", "../secret") in faults(bag)


@pytest.mark.parametrize(
    "make", [lambda path: None, lambda path: path.mkdir(), lambda path: path.write_text("x")]
)
def test_what_is_no_package_is_said_to_be_none(tmp_path, make):
    make(tmp_path / "none")
    assert faults(tmp_path / "none") == {("no package", str(tmp_path / "none"))}


def test_a_folder_that_holds_something_is_left_alone(tmp_path, db):
    (tmp_path / "kept.txt").write_text("x")
    with pytest.raises(PackageError):
        export_archive(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_an_export_that_fails_leaves_nothing_behind(tmp_path, db, first, monkeypatch):
    def broken():
        yield "0" * 64, b"x"
        raise RuntimeError

    monkeypatch.setattr(package, "sources", broken)
    with pytest.raises(RuntimeError):
        export_archive(tmp_path / "bag")
    assert not list(tmp_path.iterdir())


@pytest.mark.django_db(transaction=True)
def test_a_package_is_of_one_moment(tmp_path, monkeypatch, cast):
    """A record that another session writes while the package is made is not half in it."""
    factories.ArticleFactory(headline="Avant")
    written = []
    whole = package.rows

    def rows(model):
        if model is models.Article and not written:
            written.append(1)
            in_another_session(
                "INSERT INTO articles_tag (slug, pref_label_fr, pref_label_en, alt_labels) "
                "VALUES ('apres', 'Après', '', '{}')"
            )
            in_another_session("UPDATE articles_article SET headline = 'Après'")
        return whole(model)

    monkeypatch.setattr(package, "rows", rows)
    export_archive(tmp_path / "bag")
    assert [row["headline"] for row in lines(tmp_path / "bag", "articles")] == ["Avant"]


def in_another_session(sql):
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    def run():
        with connection.cursor() as cursor:
            cursor.execute(sql)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(run).result()


def test_more_records_need_no_more_queries(tmp_path, db, first, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        export_archive(tmp_path / "few")
    for number in range(5):
        factories.MentionFactory(article=factories.ArticleFactory(headline=f"n {number}"))
    with django_assert_num_queries(len(few)):
        export_archive(tmp_path / "more")


def test_the_commands_say_what_they_did_and_fail_where_a_package_is_not_whole(tmp_path, db, first, capsys):
    folder = tmp_path / "bag"
    call_command("export_archive", str(folder))
    assert f"{folder}: 1 " in capsys.readouterr().out
    call_command("verify", str(folder))
    assert str(folder) in capsys.readouterr().out
    shutil.rmtree(folder / "data" / "sources")
    with pytest.raises(CommandError):
        call_command("verify", str(folder))
    with pytest.raises(CommandError):
        call_command("export_archive", str(folder))


def test_a_source_that_is_another_than_its_name_says_is_seen(bag):
    source = next(path for path in (bag / "data" / "sources").rglob("*") if path.is_file())
    name = source.relative_to(bag).as_posix()
    source.write_bytes(b"x" * source.stat().st_size)
    lines = (bag / "manifest-sha256.txt").read_text().splitlines()
    kept = [line for line in lines if not line.endswith(name)]
    kept.append(f"{hashlib.sha256(source.read_bytes()).hexdigest()}  {name}")
    (bag / "manifest-sha256.txt").write_text("\n".join(kept) + "\n")
    assert ("changed", name) in faults(bag)


@pytest.mark.parametrize("rows", ["null", "{}", '{"../../x": 1}'])
def test_what_tells_of_no_rows_is_no_account_of_them(bag, rows):
    (bag / "data" / "about.json").write_text(f'{{"rows": {rows}}}')
    assert ("unreadable", "data/about.json") in faults(bag)


def test_a_place_that_cannot_be_one_is_told_before_all_is_written(tmp_path, db, monkeypatch):
    monkeypatch.setattr(package, "_write", lambda *_arguments: pytest.fail("written"))
    (tmp_path / "file").write_text("x")
    with pytest.raises(PackageError):
        export_archive(tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_full_disk_leaves_no_half_package(tmp_path, db, first, monkeypatch):
    class Full:
        def write(self, text):
            raise OSError(28, "No space left on device")

        def close(self):
            raise OSError(28, "No space left on device")

    made = package.BagWriter.__init__

    def init(self, folder):
        made(self, folder)
        self._manifest.close()
        self._manifest = Full()

    monkeypatch.setattr(package.BagWriter, "__init__", init)
    with pytest.raises(PackageError, match="No space left"):
        export_archive(tmp_path / "bag")
    assert not list(tmp_path.iterdir())
