"""Exports: every format read again by a reader of it, dates as exact as known, whole or plainly failed."""

import csv
import io
import json
import re
import threading
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta
from threading import BoundedSemaphore
from unittest import mock

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.dates import EdtfDate
from articles.export import RECORD_FORMATS, RESULT_FORMATS, loading, selection, stream
from articles.export.bibtex import escaped
from articles.export.calendar_parts import certain_parts
from articles.export.csv_table import COLUMNS
from articles.ingest import row_fields
from articles.ingest.accession import Writer, ingest
from articles.intake import intake
from articles.models import Article, SearchEntry
from articles.vocabulary import ArticleStatus, MentionStatus
from tests import factories

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
database = pytest.mark.django_db


@pytest.fixture
def record(cast) -> Article:
    """A French record of a month, with people, a body, a tag, a source, and characters that formats dislike."""
    article = factories.ArticleFactory(
        headline="Visite à Rabat & {50 %} d’espoir",
        lede="Nikolaï Patrouchev est attendu, dit-on.",
        body='Il vient du Conseil.\n\nPuis Petrouchev est reparti : « C’est "tout" », a-t-il dit.',
        date="2016-12",
        source=factories.SourceFactory(name="Le Journal"),
        url="https://example.org/a_b?c=1&d=2",
        byline="Agence X",
        tags=[factories.TagFactory(pref_label_fr="Diplomatie", pref_label_en="Diplomacy")],
        accession=factories.AccessionFactory(),
    )
    factories.MentionFactory(article=article, agent=cast.council, exact="Conseil")
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Petrouchev")
    factories.MentionFactory(article=article, agent=cast.patrouchev, field="lede", exact="Nikolaï Patrouchev")
    return article


@pytest.fixture
def arabic(record) -> Article:
    """Its Arabic translation, whose headline the archive supplied."""
    article = factories.ArticleFactory(
        headline="زيارة", headline_supplied=True, lede="", body="جاء ثم رحل.", language="ar", date="2017"
    )
    factories.TranslationFactory(original=record, translation=article, credit="Bureau des langues")
    return article


def fetch(client: Client, address: str, **headers) -> str:
    response = client.get(address, **headers)
    assert response.status_code == 200, address
    return (response.getvalue()).decode()


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def read_ris(text: str) -> list[dict[str, list[str]]]:
    """The references of a RIS file, strictly: TY first, ER last, every line a tag, two blanks, a hyphen, a blank."""
    references, current = [], None
    for line in text.removesuffix("\r\n").split("\r\n"):
        assert "\n" not in line
        if not line:
            assert current is None
            continue
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        tag, value = match.groups()
        if tag == "TY":
            assert current is None
            current = {}
        assert current is not None
        if tag == "ER":
            references.append(current)
            current = None
        else:
            assert value
            current.setdefault(tag, []).append(value)
    assert current is None
    return references


def read_bibtex(text: str) -> list[dict[str, str]]:
    """The entries of a BibTeX file, strictly; values without their outer braces, months as their macro."""
    entries, position = [], 0
    while match := re.compile(r"\s*@(\w+)\{([^\s,]+),").match(text, position):
        entry = {"type": match[1], "key": match[2]}
        position = match.end()
        while field := re.compile(r"\s*(\w+) = ").match(text, position):
            start = position = field.end()
            if text[start] == "{":
                depth = 0
                while True:
                    depth += {"{": 1, "}": -1}.get(text[position], 0)
                    position += 1
                    if not depth:
                        break
                value = text[start + 1 : position - 1]
            else:
                value = re.compile(r"[a-z]{3}").match(text, start)[0]
                position = start + 3
            assert field[1] not in entry
            entry[field[1]] = value
            if text[position] == ",":
                position += 1
        closing = re.compile(r"\s*\}").match(text, position)
        assert closing, text[position : position + 40]
        position = closing.end()
        entries.append(entry)
    assert not text[position:].strip()
    return entries


# One record ------------------------------------------------------------------------------------------------


@database
def test_a_record_is_the_same_in_json_as_on_its_page_with_its_text_and_where_it_came_from(
    client, record, arabic
):
    document = json.loads(fetch(client, f"/en/articles/{record.pk}.json"))
    assert document["headline"] == record.headline
    assert document["url"] == f"http://localhost/en/articles/{record.pk}/"
    assert document["permalink"] == f"http://localhost/a/{record.pk}"
    assert document["date"] == "2016-12"
    assert (document["body"], document["origin_url"]) == (record.body, record.url)
    assert document["people"] == [
        {
            "slug": "patrouchev",
            "name": "Nikolai Patrushev",
            "url": "http://localhost/en/people/patrouchev/",
        }
    ]
    assert [one["slug"] for one in document["institutions"]] == ["council"]
    assert document["tags"][0]["name"] == "Diplomacy"
    assert document["accession"]["sha256"] == record.accession.sha256
    (telling,) = document["translations"]
    assert (telling["id"], telling["relation"], telling["language"]) == (arabic.pk, "translation", "ar")
    assert telling["credit"] == "Bureau des langues"


@database
def test_every_mention_in_json_stands_where_it_says(client, record):
    document = json.loads(fetch(client, f"/fr/articles/{record.pk}.json"))
    assert [mention["field"] for mention in document["mentions"]] == ["lede", "body", "body"]
    for mention in document["mentions"]:
        assert document[mention["field"]][mention["start"] : mention["end"]] == mention["surface"]
        assert mention["status"] == "linked"


@database
def test_a_name_that_no_one_has_confirmed_is_not_exported(client, record, cast):
    factories.MentionFactory(article=record, agent=cast.hammouchi, exact="Il", status=MentionStatus.PROPOSED)
    document = json.loads(fetch(client, f"/fr/articles/{record.pk}.json"))
    assert "hammouchi" not in {mention["slug"] for mention in document["mentions"]}
    assert "hammouchi" not in {person["slug"] for person in document["people"]}


@database
@pytest.mark.parametrize("suffix", RECORD_FORMATS)
@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.WITHDRAWN])
def test_only_published_records_are_exported_also_to_the_staff(client, admin_client, record, suffix, status):
    Article.objects.filter(pk=record.pk).update(status=status)
    for reader in (client, admin_client):
        assert reader.get(f"/fr/articles/{record.pk}.{suffix}").status_code == 404


@database
def test_an_unpublished_translation_is_not_told_of(client, record, arabic):
    Article.objects.filter(pk=arabic.pk).update(status=ArticleStatus.DRAFT)
    assert json.loads(fetch(client, f"/fr/articles/{record.pk}.json"))["translations"] == []


@database
@pytest.mark.parametrize(
    "address", ["articles/{pk}.pdf", "articles/999999.json", "articles.txt", "articles.x"]
)
def test_an_unknown_format_or_record_is_a_404(client, record, address):
    assert client.get(f"/fr/{address.format(pk=record.pk)}").status_code == 404


@database
@pytest.mark.parametrize("suffix", RECORD_FORMATS)
def test_a_record_takes_eight_queries_at_most_in_every_format(client, record, arabic, suffix):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        fetch(client, f"/fr/articles/{record.pk}.{suffix}")
    reads = [query for query in captured if "SAVEPOINT" not in query["sql"]]
    assert len(reads) <= 9, [query["sql"][:90] for query in reads]


@database
def test_plain_text_holds_headline_date_source_and_body(client, record):
    text = fetch(client, f"/fr/articles/{record.pk}.txt")
    assert text.startswith(f"{record.headline}\n\ndécembre 2016\nLe Journal\nAgence X\n\n{record.lede}\n\n")
    assert record.body in text
    assert text.endswith(f"http://localhost/a/{record.pk}\n")


@database
def test_a_headline_of_the_archive_stands_in_brackets_in_every_citation(client, arabic):
    address = f"/fr/articles/{arabic.pk}"
    assert read_ris(fetch(client, f"{address}.ris"))[0]["TI"] == ["[زيارة]"]
    assert read_bibtex(fetch(client, f"{address}.bib"))[0]["title"] == "{[زيارة]}"
    assert json.loads(fetch(client, f"{address}.csljson"))[0]["title"] == "[زيارة]"
    assert fetch(client, f"{address}.txt").startswith("[زيارة]")
    assert json.loads(fetch(client, f"{address}.json"))["headline_supplied"] is True


# Citations -------------------------------------------------------------------------------------------------

# Each EDTF date with PY and DA of RIS; date, year and month of BibTeX; issued of CSL-JSON.
DATES = [
    ("2016-12-15", ("2016", "2016/12/15/"), ("2016-12-15", "2016", "dec"), {"date-parts": [[2016, 12, 15]]}),
    ("2016-12", ("2016", "2016/12//"), (None, "2016", "dec"), {"date-parts": [[2016, 12]]}),
    ("2016", ("2016", "2016///"), ("2016", "2016", None), {"date-parts": [[2016]]}),
    (
        "2016-12~",
        ("2016", "2016/12//"),
        ("2016-12~", "2016", "dec"),
        {"date-parts": [[2016, 12]], "circa": True},
    ),
    ("2016?", ("2016", "2016///"), ("2016?", "2016", None), {"date-parts": [[2016]], "circa": True}),
    (
        "2016-12-14/2016-12-16",
        ("2016", "2016/12//"),
        ("2016-12-14/2016-12-16", "2016", "dec"),
        {"date-parts": [[2016, 12, 14], [2016, 12, 16]]},
    ),
    (
        "2015-11/2017-02",
        (None, None),
        ("2015-11/2017-02", None, None),
        {"date-parts": [[2015, 11], [2017, 2]]},
    ),
    (
        "[2016-12-14,2016-12-15]",
        ("2016", "2016/12//"),
        (None, "2016", "dec"),
        {"date-parts": [[2016, 12]]},
    ),
    ("../2016", (None, None), ("../2016", None, None), {"literal": "no later than 2016"}),
    ("2016-12/..", (None, None), ("2016-12/..", None, None), {"literal": "no earlier than December 2016"}),
    (
        "[2016-12-31,2017-01-01]",
        (None, None),
        (None, None, None),
        {"literal": "31 December 2016 or 1 January 2017"},
    ),
    (None, (None, None), (None, None, None), None),
]


@database
@pytest.mark.parametrize(("date", "ris", "bibtex", "issued"), DATES, ids=[str(row[0]) for row in DATES])
def test_a_date_is_as_exact_in_every_citation_as_it_is_known(client, date, ris, bibtex, issued):
    article = factories.ArticleFactory(date=date)
    address = f"/en/articles/{article.pk}"
    reference = read_ris(fetch(client, f"{address}.ris"))[0]
    assert tuple(reference.get(tag, [None])[0] for tag in ("PY", "DA")) == ris
    entry = read_bibtex(fetch(client, f"{address}.bib"))[0]
    assert tuple(entry.get(name) for name in ("date", "year", "month")) == bibtex
    item = json.loads(fetch(client, f"{address}.csljson"))[0]
    assert item.get("issued") == issued
    is_plain = date is None or re.fullmatch(r"[\d-]+", date)
    for notes in (reference.get("N1", []), [entry.get("annotation", "")], [item.get("note", "")]):
        assert any(f"EDTF {date}" in escaped_edtf(note) for note in notes) == (not is_plain)


def escaped_edtf(note: str) -> str:
    return note.replace(r"\textasciitilde{}", "~")


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2016-12", (2016, 12)), ("2016-01-01/2016-12-31", (2016,)), ("../2016", ()), ("2016-12-31/2017", ())],
)
def test_the_certain_part_of_a_date_holds_every_day_it_may_mean(text, parts):
    assert certain_parts(EdtfDate.parse(text)) == parts


@database
def test_ris_is_a_newspaper_article_with_tags_as_keywords(client, record):
    (reference,) = read_ris(fetch(client, f"/fr/articles/{record.pk}.ris"))
    assert "TY" in reference
    assert reference["T2"] == ["Le Journal"]
    assert reference["AU"] == ["Agence X"]
    assert reference["KW"] == ["Diplomatie"]
    assert reference["LA"] == ["fr"]
    assert reference["UR"] == [f"http://localhost/a/{record.pk}"]


@database
def test_a_byline_with_a_comma_is_not_taken_for_a_surname_and_a_forename(client):
    article = factories.ArticleFactory(byline="Nadia L., envoyée spéciale")
    (reference,) = read_ris(fetch(client, f"/fr/articles/{article.pk}.ris"))
    assert "AU" not in reference
    assert reference["N1"] == ["Nadia L., envoyée spéciale"]
    (item,) = json.loads(fetch(client, f"/fr/articles/{article.pk}.csljson"))
    assert item["author"] == [{"literal": "Nadia L., envoyée spéciale"}]


@database
def test_bibtex_is_a_newspaper_article_whose_letters_are_kept(client, record):
    (entry,) = read_bibtex(fetch(client, f"/fr/articles/{record.pk}.bib"))
    assert (entry["type"], entry["entrysubtype"]) == ("article", "newspaper")
    assert entry["title"] == r"{Visite à Rabat \& \textbraceleft{}50 \%\textbraceright{} d’espoir}"
    assert (entry["author"], entry["journal"]) == ("{Agence X}", "Le Journal")
    assert (entry["langid"], entry["keywords"]) == ("french", "Diplomatie")


@pytest.mark.parametrize("text", ["}{", "{{{", "\\", "a\\}b", "100 % & $ # _ ^ ~"])
def test_whatever_stands_in_a_text_the_braces_of_bibtex_are_even(text):
    depth = 0
    for character in escaped(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert not depth


@database
def test_csl_json_is_a_newspaper_article(client, record):
    (item,) = json.loads(fetch(client, f"/fr/articles/{record.pk}.csljson"))
    assert item["type"] == "article-newspaper"
    assert item["container-title"] == "Le Journal"
    assert item["language"] == "fr"
    assert "circa" not in item["issued"]


# Tables ----------------------------------------------------------------------------------------------------


def test_a_table_begins_with_the_columns_that_an_ingest_reads():
    assert COLUMNS[: len(row_fields.COLUMNS)] == row_fields.COLUMNS


def reingest(text: str, tmp_path) -> list[Article]:
    """The records that come of a table, in the order of its rows."""
    (tmp_path / "table.csv").write_bytes(text.encode())
    writer = Writer(factories.AccessionBatchFactory(), intake())
    outcomes = list(ingest([tmp_path / "table.csv"], writer))
    assert [outcome.outcome for outcome in outcomes] == ["created"] * len(outcomes)
    return [outcome.article for outcome in outcomes]


@database
def test_an_exported_table_can_be_ingested_again_without_loss(client, record, arabic, tmp_path):
    text = fetch(client, "/fr/articles.csv?sort=oldest")
    exported = rows(text)
    again = reingest(text, tmp_path)
    for original, copy, row in zip([record, arabic], again, exported, strict=True):
        for name in ("headline", "lede", "body", "date", "language", "source", "url", "byline"):
            if name == "headline" and original.headline_supplied:
                continue
            assert getattr(copy, name) == getattr(original, name), name
        assert list(copy.tags.all()) == list(original.tags.all())
        assert copy.accession.sender_id == str(original.pk) == row["id"]
        assert copy.headline_supplied == original.headline_supplied
    assert exported[1]["translation_of"] == str(record.pk)
    assert (exported[1]["headline"], exported[1]["supplied_headline"]) == ("", "زيارة")
    assert exported[0]["people"] == "Nikolaï Patrouchev"


@database
@pytest.mark.parametrize("text", ["=1+1", "+33 1 40", "-5 degrés à Rabat", "@maroc", "\t=1+1", "＝1+1"])
def test_no_cell_is_a_formula_and_an_ingest_gives_the_text_back(client, tmp_path, text):
    body = f"{text.strip()} est ce que dit le premier paragraphe, qui se termine ici."
    article = factories.ArticleFactory(headline=text, lede="", body=body, byline=text)
    exported = fetch(client, "/fr/articles.csv")
    (row,) = rows(exported)
    for cell in row.values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    (copy,) = reingest(exported, tmp_path)
    assert (copy.headline, copy.body, copy.byline) == (text.strip(), body, text.strip())
    assert article.pk != copy.pk


@database
def test_a_text_of_one_paragraph_that_is_its_lede_has_a_body_in_the_table(client):
    factories.ArticleFactory(lede="Tout est dit.", body="")
    (row,) = rows(fetch(client, "/fr/articles.csv"))
    assert (row["lede"], row["body"]) == ("", "Tout est dit.")


# Results ---------------------------------------------------------------------------------------------------


@pytest.fixture
def many(cast) -> list[Article]:
    """Twelve records of twelve months, each naming someone, four of them tagged."""
    tag = factories.TagFactory(pref_label_fr="Mer", pref_label_en="Sea")
    articles = [
        factories.ArticleFactory(
            headline=f"Port {month}", date=f"2016-{month:02}", tags=[tag] if month % 3 == 0 else []
        )
        for month in range(1, 13)
    ]
    for article in articles:
        factories.MentionFactory(article=article, agent=cast.patrouchev)
    return articles


def numbers(suffix: str, text: str) -> list[int]:
    """The record numbers of a document, in its order."""
    if suffix == "json":
        return [article["id"] for article in json.loads(text)["articles"]]
    if suffix == "csv":
        return [int(row["id"]) for row in rows(text)]
    if suffix == "ris":
        return [int(reference["AN"][0]) for reference in read_ris(text)]
    if suffix == "bib":
        return [int(entry["key"].removeprefix("article")) for entry in read_bibtex(text)]
    if suffix == "csljson":
        return [int(item["archive_location"]) for item in json.loads(text)]
    entries = ET.fromstring(text).findall(f"{ATOM}entry")
    return [int(entry.find(f"{ATOM}id").text.rpartition("/")[2]) for entry in entries]


@database
@pytest.mark.parametrize("suffix", RESULT_FORMATS)
def test_a_result_is_exported_whole_in_every_format_as_the_page_filters_it(client, many, suffix, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_SIZE", 5)
    everything = [article.pk for article in many]
    assert sorted(numbers(suffix, fetch(client, f"/fr/articles.{suffix}"))) == everything
    tagged = numbers(suffix, fetch(client, f"/fr/articles.{suffix}?tag=mer&date_from=2016-06"))
    assert sorted(tagged) == [many[5].pk, many[8].pk, many[11].pk]
    found = numbers(suffix, fetch(client, f"/fr/articles.{suffix}?q=%22Port+7%22"))
    assert found == [many[6].pk]
    assert numbers(suffix, fetch(client, f"/fr/articles.{suffix}?q=absent")) == []


@database
@pytest.mark.parametrize("suffix", [name for name in RESULT_FORMATS if name != "atom"])
def test_a_result_is_exported_in_the_order_asked_for(client, many, suffix):
    ids = [article.pk for article in many]
    assert numbers(suffix, fetch(client, f"/fr/articles.{suffix}?sort=oldest")) == ids
    assert numbers(suffix, fetch(client, f"/fr/articles.{suffix}")) == ids[::-1]
    many[3].headline = "Port port port"
    many[3].save()
    assert numbers(suffix, fetch(client, f"/fr/articles.{suffix}?q=port&sort=relevance"))[0] == ids[3]


@database
def test_articles_json_has_the_members_of_the_contract(client, many):
    document = json.loads(fetch(client, "/fr/articles.json?sort=oldest"))
    assert document["total"] == 12
    assert document["total_is_exact"] is True
    assert document["next"] is None
    assert document["warnings"] == []
    keys = "id url headline headline_supplied language date source people institutions tags translations"
    assert list(document["articles"][0]) == keys.split()


@database
def test_a_page_of_json_leads_to_the_next_until_there_is_none(client, many, monkeypatch):
    monkeypatch.setattr("articles.views.exports.PAGE_SIZE", 5)
    address, seen = "/fr/articles.json?page=1&sort=oldest&person=patrouchev", []
    while address:
        response = client.get(address)
        document = json.loads(response.getvalue())
        assert document["total"] == 12
        seen.append([article["id"] for article in document["articles"]])
        address = document["next"]
        assert response.get("Link") == (f'<{address}>; rel="next"' if address else None)
    assert list(map(len, seen)) == [5, 5, 2]
    assert [pk for page in seen for pk in page] == [article.pk for article in many]


@database
def test_a_page_beyond_the_last_is_empty_and_says_how_many_there_are(client, many):
    document = json.loads(fetch(client, "/fr/articles.json?page=99"))
    assert (document["total"], document["articles"], document["next"]) == (12, [], None)


@database
def test_certain_and_possible_dates_are_told_apart(client):
    factories.ArticleFactory(headline="Sûr", date="2016-12-15")
    factories.ArticleFactory(headline="Possible", date="2016-12")
    address = "/fr/articles.{}?date_from=2016-12-10&date_to=2016-12-20"
    expected = {"Sûr": "certain", "Possible": "possible"}
    articles = json.loads(fetch(client, address.format("json")))["articles"]
    assert {article["headline"]: article["date_match"] for article in articles} == expected
    assert {
        row["headline"]: row["date_match"] for row in rows(fetch(client, address.format("csv")))
    } == expected


@database
@pytest.mark.parametrize("suffix", RESULT_FORMATS)
def test_a_value_that_cannot_be_read_is_told_and_the_other_filters_are_applied(client, many, suffix):
    response = client.get(f"/fr/articles.{suffix}?date_from=hier&tag=mer&tag=ciel&page=")
    told = response["X-Unread-Parameters"]
    assert told.isascii()
    assert re.findall(r"(?:^|, )(\w+); reason\*=UTF-8''", told) == ["tag", "date_from"]
    assert len(numbers(suffix, response.getvalue().decode())) == 4


@database
def test_json_and_atom_give_the_reason_in_the_readers_language(client, many):
    document = json.loads(fetch(client, "/en/articles.json?date_from=hier&page=x"))
    reasons = {one["parameter"]: one["reason"] for one in document["warnings"]}
    assert reasons["date_from"].startswith("Write a year")
    assert "this is the first one" in reasons["page"]
    feed = ET.fromstring(fetch(client, "/en/articles.atom?date_from=hier&page=2&before=x"))
    warnings = feed.findall("{tag:news-archive,2026:export}warning")
    assert {one.get("parameter") for one in warnings} == {"date_from", "page", "before"}


@database
def test_only_what_is_published_is_in_a_result_signed_in_or_not(client, admin_client, many):
    Article.objects.filter(pk=many[0].pk).update(status=ArticleStatus.WITHDRAWN)
    for reader in (client, admin_client):
        assert many[0].pk not in numbers("json", fetch(reader, "/fr/articles.json"))


@database
@pytest.mark.parametrize("suffix", RESULT_FORMATS)
def test_the_number_of_queries_depends_on_batches_and_not_on_records(client, cast, many, suffix):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            fetch(client, f"/fr/articles.{suffix}")
        return len([query for query in captured if "SAVEPOINT" not in query["sql"]])

    few = queries()
    for _month in range(1, 13):
        article = factories.ArticleFactory(tags=[factories.TagFactory()], source=factories.SourceFactory())
        factories.MentionFactory(article=article, agent=factories.PersonFactory())
        factories.TranslationFactory(original=article)
    assert queries() == few
    assert few <= 11


@database
def test_each_batch_takes_the_same_number_of_queries(client, many, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_SIZE", 4)
    with CaptureQueriesContext(connection) as captured:
        fetch(client, "/fr/articles.csv")
    batches = [
        query
        for query in captured
        if 'FROM "articles_article"' in query["sql"] and "headline" in query["sql"]
    ]
    mentions = [query for query in captured if 'FROM "articles_mention"' in query["sql"]]
    assert len(batches) == len(mentions) == 3


@database
def test_long_texts_are_not_held_at_once(client, many, monkeypatch):
    monkeypatch.setattr(loading, "MOST_TEXT", 100)
    sizes = []
    records = loading.Loader._records
    monkeypatch.setattr(
        loading.Loader, "_records", lambda self, rows: sizes.append(len(rows)) or records(self, rows)
    )
    assert len(rows(fetch(client, "/fr/articles.csv"))) == 12
    assert sizes == [2] * 6


@database
def test_head_gives_the_headers_and_nothing_else(client, many):
    got, asked = client.get("/fr/articles.csv?q=Port"), client.head("/fr/articles.csv?q=Port")
    for name in ("Content-Type", "Content-Disposition", "X-Total-Count"):
        assert asked[name] == got[name]
    assert "Content-Length" not in asked
    assert asked.getvalue() == b""
    got.close()


@database
def test_a_file_has_a_plain_name_and_a_telling_one(client, many):
    response = client.head("/fr/articles.ris?q=évtouhov%2F..")
    plain, telling = re.fullmatch(
        r"attachment; filename=\"([a-z.]+)\"; filename\*=UTF-8''(\S+)", response["Content-Disposition"]
    ).groups()
    assert plain == "articles.ris"
    assert "%C3%A9vtouhov" in telling
    assert "%2F" not in telling
    assert "/" not in telling


@database
@pytest.mark.parametrize(
    ("suffix", "content_type"),
    [
        ("bib", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("csljson", "application/vnd.citationstyles.csl+json"),
        ("atom", "application/atom+xml"),
        ("csv", "text/csv"),
        ("json", "application/json"),
    ],
)
def test_every_format_has_its_content_type(client, suffix, content_type):
    assert client.head(f"/fr/articles.{suffix}")["Content-Type"].startswith(f"{content_type}; charset=utf-8")


@database
def test_an_export_is_only_read(client):
    assert client.post("/fr/articles.json").status_code == 405


# Whole or plainly failed -----------------------------------------------------------------------------------


@database
@pytest.mark.parametrize("suffix", RESULT_FORMATS)
def test_a_database_that_breaks_in_the_middle_breaks_the_stream(client, many, suffix, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_SIZE", 4)
    load = loading.Loader.load
    calls = []

    def break_at_second(self, rows):
        calls.append(rows)
        if len(calls) == 2:
            raise OperationalError("the connection is lost")
        return load(self, rows)

    monkeypatch.setattr(loading.Loader, "load", break_at_second)
    response = client.get(f"/fr/articles.{suffix}")
    sent = []
    with pytest.raises(OperationalError):
        sent.extend(part.decode() for part in response.streaming_content)
    assert sent
    if suffix in ("json", "csljson"):
        with pytest.raises(ValueError):
            json.loads("".join(sent))
    if suffix == "atom":
        with pytest.raises(ET.ParseError):
            ET.fromstring("".join(sent))


@database
def test_what_fails_at_the_beginning_is_an_error_page_and_no_half_file(client, many, monkeypatch):
    client.raise_request_exception = False
    with mock.patch.object(loading.Loader, "load", side_effect=OperationalError):
        assert client.get("/fr/articles.csv").status_code == 500


@database
def test_a_result_with_an_entry_without_record_is_not_passed_off_as_whole(client, many):
    entry = SearchEntry.objects.get(pk=many[0].pk)
    entry.article_id = 10**9
    entry.save(force_insert=True)
    with pytest.raises(loading.IncompleteExportError):
        client.get("/fr/articles.json")


@pytest.mark.django_db(transaction=True)
def test_an_export_is_of_one_moment(client, many, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_SIZE", 4)
    response = client.get("/fr/articles.json")
    parts = iter(response.streaming_content)
    text = next(parts)
    # Another connection changes the archive meanwhile.
    in_thread(lambda: Article.objects.all().update(status=ArticleStatus.WITHDRAWN))
    text += b"".join(parts)
    response.close()
    assert len(json.loads(text)["articles"]) == 12
    assert json.loads(fetch(client, "/fr/articles.json"))["total"] == 0


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_goes_away_leaves_no_transaction_open(client, many, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_SIZE", 4)
    response = client.get("/fr/articles.json")
    assert connection.in_atomic_block
    next(iter(response.streaming_content))
    response.close()
    assert not connection.in_atomic_block
    response = client.get("/fr/articles.json")
    response.close()
    assert not connection.in_atomic_block


@pytest.mark.django_db(transaction=True)
def test_a_third_export_at_once_is_asked_to_come_again(client, many, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_SIZE", 4)
    monkeypatch.setattr(stream, "_places", BoundedSemaphore(1))
    response = client.get("/fr/articles.json")
    refused = client.get("/fr/articles.csv")
    assert (refused.status_code, refused["Retry-After"]) == (503, "60")
    response.close()
    broken = mock.patch.object(loading.Loader, "load", side_effect=loading.IncompleteExportError)
    with broken, pytest.raises(loading.IncompleteExportError):
        client.get("/fr/articles.csv")
    assert client.head("/fr/articles.csv").status_code == 200
    for _time in range(2):
        assert len(rows(fetch(client, "/fr/articles.csv"))) == 12


@pytest.mark.django_db(transaction=True)
def test_a_short_export_is_not_refused_for_long_ones(client, many, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_SIZE", 4)
    monkeypatch.setattr(stream, "_places", BoundedSemaphore(1))
    long = client.get("/fr/articles.json")
    assert client.get("/fr/articles.csv").status_code == 503
    for _time in range(3):
        assert numbers("json", fetch(client, "/fr/articles.json?q=%22Port+7%22")) == [many[6].pk]
    long.close()


@pytest.mark.django_db(transaction=True)
def test_an_export_waits_for_its_turn_to_begin_and_not_for_ever(client, many, monkeypatch):
    beginnings = BoundedSemaphore(1)
    monkeypatch.setattr(stream, "_beginnings", beginnings)
    beginnings.acquire()
    monkeypatch.setattr(stream, "PATIENCE", 0.01)
    assert client.get("/fr/articles.csv").status_code == 503
    monkeypatch.setattr(stream, "PATIENCE", 60)
    soon = threading.Timer(0.05, beginnings.release)
    soon.start()
    # The first one does not hold up the second: its beginning is over.
    first, second = client.get("/fr/articles.csv"), client.get("/fr/articles.csv")
    assert [len(rows(b"".join(one.streaming_content).decode())) for one in (second, first)] == [12, 12]


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_is_cut_ends_the_stream_with_an_error(client, many, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_SIZE", 4)
    response = client.get("/fr/articles.csv")
    parts = iter(response.streaming_content)
    next(parts)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()

    def cut() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [backend])

    in_thread(cut)
    with pytest.raises(OperationalError):
        b"".join(parts)
    response.close()
    assert not connection.in_atomic_block
    connection.close()
    assert len(rows(fetch(client, "/fr/articles.csv"))) == 12


@pytest.mark.django_db(transaction=True)
def test_an_export_gives_itself_more_time_than_a_page_has_and_only_reads(many):
    with stream.one_moment("default"), connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("2min",)
        cursor.execute("SHOW transaction_read_only")
        assert cursor.fetchone() == ("on",)
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_read_only")
        assert cursor.fetchone() == ("off",)


@database
def test_a_client_of_http_1_0_gets_a_file_of_known_length(client, many):
    response = client.get("/fr/articles.csv", SERVER_PROTOCOL="HTTP/1.0")
    text = response.getvalue()
    assert int(response["Content-Length"]) == len(text)
    assert len(rows(text.decode())) == 12


def in_thread(work) -> None:
    """Run with a connection of its own."""
    from threading import Thread

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join()


# Feeds -----------------------------------------------------------------------------------------------------


@pytest.fixture
def changed(many) -> list[Article]:
    """The twelve, changed in the order of their months, two of them at the same instant."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for hours, article in enumerate(many):
        Article.objects.filter(pk=article.pk).update(modified=start + timedelta(hours=min(hours, 10)))
    return many


@database
def test_a_feed_is_valid_atom(client, record, arabic):
    feed = ET.fromstring(fetch(client, "/fr/articles.atom?tag=diplomatie"))
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == "http://localhost/fr/articles.atom?tag=diplomatie"
    assert links["alternate"] == "http://localhost/fr/articles/?tag=diplomatie"
    assert "next" not in links
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}id").text == f"http://localhost/a/{record.pk}"
    assert entry.find(f"{ATOM}title").get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    assert entry.find(f"{DC}date").text == "2016-12"
    moment = datetime.fromisoformat(entry.find(f"{ATOM}updated").text)
    assert moment == record.modified == datetime.fromisoformat(feed.find(f"{ATOM}updated").text)
    assert entry.find(f"{ATOM}category").get("term") == "diplomatie"


@database
def test_a_feed_begins_with_what_was_changed_last_and_not_with_the_newest_text(client, changed):
    ids = [article.pk for article in changed]
    assert numbers("atom", fetch(client, "/fr/articles.atom?sort=oldest")) == ids[::-1]
    Article.objects.get(pk=ids[0]).save()
    assert numbers("atom", fetch(client, "/fr/articles.atom"))[0] == ids[0]


@database
def test_the_pages_of_a_feed_follow_each_other_and_lose_nothing(client, changed, monkeypatch):
    monkeypatch.setattr(selection, "FEED_SIZE", 5)
    address, seen, identifiers = "/fr/articles.atom?person=patrouchev", [], set()
    while address:
        text = fetch(client, address)
        feed = ET.fromstring(text)
        identifiers.add(feed.find(f"{ATOM}id").text)
        seen += numbers("atom", text)
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        address = links.get("next")
    assert seen == [article.pk for article in changed][::-1]
    assert len(identifiers) == 1


@database
def test_characters_that_xml_cannot_hold_do_not_break_a_feed(client):
    factories.ArticleFactory(headline="A\x0bB <&> \x1b", lede="\ufffe]]>")
    (entry,) = ET.fromstring(fetch(client, "/fr/articles.atom")).findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "A\ufffdB <&> \ufffd"
    assert entry.find(f"{ATOM}summary").text == "\ufffd]]>"


@database
def test_an_empty_feed_is_a_feed(client):
    feed = ET.fromstring(fetch(client, "/fr/articles.atom?q=rien"))
    assert feed.find(f"{ATOM}updated").text
    assert feed.findall(f"{ATOM}entry") == []


@database
def test_a_feed_without_entries_was_changed_when_the_archive_was_and_is_no_news_each_time(client, record):
    for nothing in ("rien", "rien-2"):
        feed = ET.fromstring(fetch(client, f"/fr/articles.atom?q={nothing}"))
        assert feed.findall(f"{ATOM}entry") == []
        assert datetime.fromisoformat(feed.find(f"{ATOM}updated").text) == record.modified


# Links -----------------------------------------------------------------------------------------------------


@database
def test_the_links_of_a_page_lead_to_what_it_shows(rf, record):
    from django.template.loader import render_to_string

    request = rf.get("/fr/articles/?q=Rabat&page=3&sort=oldest")
    html = render_to_string("articles/_downloads.html", request=request)
    assert 'href="/en/articles.csv?q=Rabat&amp;sort=oldest"' in html
    assert 'href="/en/articles.atom?q=Rabat"' in html
    assert 'type="application/atom+xml"' in html
    request = rf.get("/fr/articles/?q=Rabat&page=3&after=2016-01-01_7")
    html = render_to_string("articles/_downloads.html", request=request)
    assert 'href="/en/articles.json?q=Rabat" type="application/json"' in html
    html = render_to_string("articles/_downloads.html", {"article": record}, request)
    assert f'href="/en/articles/{record.pk}.txt"' in html
