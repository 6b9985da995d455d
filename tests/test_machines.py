"""What machines read: JSON-LD, meta elements, unAPI, OpenSearch, the map of the site, OAI-PMH."""

import json
import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from articles.models import Article
from articles.views import oai, sitemap
from articles.vocabulary import ArticleStatus
from tests import factories

pytestmark = pytest.mark.django_db

OAI = {"o": "http://www.openarchives.org/OAI/2.0/", "dc": "http://purl.org/dc/elements/1.1/"}


@pytest.fixture
def record(cast) -> Article:
    """A French record of a month, with a tag, an outlet, a person and an institution."""
    article = factories.ArticleFactory(
        headline="Visite </script> à Rabat",
        lede="Patrouchev vient.",
        date="2016-12",
        byline="Une plume",
        source=factories.SourceFactory(name="Le Journal"),
        tags=[factories.TagFactory(pref_label_fr="Diplomatie", pref_label_en="Diplomacy")],
    )
    factories.MentionFactory(article=article, agent=cast.patrouchev, field="lede", exact="Patrouchev")
    return article


def data_of(client, address: str) -> dict:
    html = client.get(address).content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])


def metas_of(client, address: str) -> list[tuple[str, str]]:
    return re.findall(r'<meta name="([^"]+)"\s+content="([^"]*)">', client.get(address).content.decode())


def test_a_record_says_in_json_ld_what_it_is(client, record, cast):
    data = data_of(client, f"/fr/articles/{record.pk}/")
    assert (data["@type"], data["headline"]) == ("NewsArticle", "Visite </script> à Rabat")
    assert data["datePublished"] == "2016-12"
    assert data["isPartOf"] == {"@type": "Periodical", "name": "Le Journal"}
    assert data["mentions"][0]["@type"] == "Person"
    assert data["mentions"][0]["url"].endswith(f"/fr/people/{cast.patrouchev.slug}/")
    assert data["@id"] == f"http://localhost/a/{record.pk}"


@pytest.mark.parametrize("date", [None, "2016-12~", "2016?", "2014/2016", "../2016"])
def test_a_date_that_is_not_certain_is_not_stated_to_machines(client, date):
    article = factories.ArticleFactory(date=date)
    assert "datePublished" not in data_of(client, f"/en/articles/{article.pk}/")


def test_a_translation_names_its_original(client, record):
    link = factories.TranslationFactory(original=record)
    assert (
        data_of(client, f"/en/articles/{link.translation_id}/")["translationOfWork"][0]["inLanguage"] == "fr"
    )
    assert data_of(client, f"/en/articles/{record.pk}/")["workTranslation"][0]["inLanguage"] == "en"


def test_a_person_and_an_institution_say_what_they_are_with_all_their_names(client, cast):
    person = data_of(client, f"/en/people/{cast.patrouchev.slug}/")
    assert (person["@type"], person["name"]) == ("Person", "Nikolai Patrushev")
    assert "Николай Патрушев" in person["alternateName"]
    assert data_of(client, f"/en/institutions/{cast.council.slug}/")["@type"] == "Organization"


def test_the_meta_elements_keep_a_month_a_month(client, record):
    metas = metas_of(client, f"/en/articles/{record.pk}/")
    assert ("dcterms.date", "2016-12") in metas
    assert ("citation_publication_date", "2016/12") in metas
    assert ("citation_author", "Une plume") in metas
    assert ("dcterms.subject", "Diplomacy") in metas


def test_an_undated_record_without_byline_states_neither(client):
    article = factories.ArticleFactory(date=None)
    names = {name for name, _content in metas_of(client, f"/en/articles/{article.pk}/")}
    assert not names & {"dcterms.date", "citation_publication_date", "citation_author", "dcterms.creator"}


def test_the_canonical_address_and_the_other_languages_leave_out_the_way_that_led_here(client, record):
    html = client.get(f"/fr/articles/{record.pk}/?from=q%3DRabat").content.decode()
    assert f'<link rel="canonical" href="http://localhost/fr/articles/{record.pk}/">' in html
    alternates = re.findall(r'<link rel="alternate"\s+hreflang="(\w+)"\s+href="([^"]+)">', html)
    assert ("en", f"http://localhost/en/articles/{record.pk}/") in alternates


def test_unapi_gives_the_record_as_a_newspaper_article(client, record):
    html = client.get(f"/fr/articles/{record.pk}/").content.decode()
    server = re.search(r'rel="unapi-server"[^>]+href="http://localhost([^"]+)"', html)[1]
    identifier = re.search(r'<abbr class="unapi-id" title="([^"]+)">', html)[1]
    formats = client.get(server, {"id": identifier})
    assert formats.status_code == 300
    names = [one.get("name") for one in ElementTree.fromstring(formats.content)]
    assert names == ["ris", "bibtex", "csljson"]
    ris = client.get(server, {"id": identifier, "format": "ris"}).content.decode()
    assert ris.startswith("TY  - NEWS")
    assert "DA  - 2016/12//" in ris
    assert "KW  - Diplomat" in ris.replace("Diplomacy", "Diplomat")


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({}, 200),
        ({"id": "99"}, 404),
        ({"id": "x"}, 404),
        ({"id": "{pk}", "format": "mods"}, 406),
        ({"format": "ris"}, 400),
    ],
)
def test_unapi_answers_with_the_statuses_of_its_specification(client, record, parameters, status):
    asked = {name: value.format(pk=record.pk) for name, value in parameters.items()}
    assert client.get("/unapi", asked).status_code == status


def test_unapi_does_not_give_a_draft(client, record):
    Article.objects.update(status=ArticleStatus.DRAFT)
    assert client.get("/unapi", {"id": record.pk, "format": "ris"}).status_code == 404


def test_a_browser_can_search_from_its_own_field(client):
    response = client.get("/opensearch.xml", headers={"accept-language": "en"})
    document = ElementTree.fromstring(response.content)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert len(document.find(f"{space}ShortName").text) <= 16
    assert document.find(f"{space}Url").get("template") == "http://localhost/en/articles/?q={searchTerms}"
    assert "Accept-Language" in response["Vary"]


def locations(response) -> list[str]:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return [one.text for one in ElementTree.fromstring(content).iter() if one.tag.endswith("}loc")]


def test_the_map_of_the_site_has_every_published_record_in_each_language(client, record, monkeypatch):
    monkeypatch.setattr(sitemap, "BATCH", 2)
    others = factories.ArticleFactory.create_batch(4)
    draft = factories.ArticleFactory(status=ArticleStatus.DRAFT)
    found = [
        address
        for part in locations(client.get("/sitemap.xml"))
        for address in locations(client.get(part.removeprefix("http://localhost")))
    ]
    for article in (record, *others):
        assert found.count(f"http://localhost/fr/articles/{article.pk}/") == 1
        assert found.count(f"http://localhost/en/articles/{article.pk}/") == 1
    assert f"http://localhost/fr/articles/{draft.pk}/" not in found
    assert "http://localhost/en/network/" in found
    assert any("/people/" in address for address in found)


def test_a_file_of_the_map_takes_few_queries(client, record, django_assert_max_num_queries):
    factories.ArticleFactory.create_batch(20)
    with django_assert_max_num_queries(1):
        locations(client.get("/sitemap-articles-0.xml"))
    with django_assert_max_num_queries(2):
        client.get("/sitemap.xml")


@pytest.mark.parametrize("name", ["nothing", "articles-x", "articles-", "pages-1", "articles-" + "9" * 30])
def test_there_is_no_other_file_of_the_map(client, name):
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_robots_are_told_where_the_map_is(client):
    assert "Sitemap: http://localhost/sitemap.xml" in client.get("/robots.txt").content.decode()


def ask(client, **arguments: str):
    names = {"start": "from"}
    response = client.get("/oai", {names.get(name, name): value for name, value in arguments.items()})
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def error_of(document) -> str:
    return document.find("o:error", OAI).get("code")


def identifiers(document) -> list[str]:
    return [one.text for one in document.iterfind(".//o:header/o:identifier", OAI)]


def test_the_archive_identifies_itself(client, record):
    document = ask(client, verb="Identify")
    assert document.find(".//o:protocolVersion", OAI).text == "2.0"
    assert document.find(".//o:baseURL", OAI).text == "http://localhost/oai"
    assert document.find(".//o:granularity", OAI).text == "YYYY-MM-DDThh:mm:ssZ"


def test_a_record_is_given_in_dublin_core(client, record):
    document = ask(client, verb="GetRecord", identifier=f"oai:localhost:{record.pk}", metadataPrefix="oai_dc")
    assert document.find(".//dc:title", OAI).text == "Visite </script> à Rabat"
    assert document.find(".//dc:date", OAI).text == "2016-12"
    assert document.find(".//dc:identifier", OAI).text == f"http://localhost/a/{record.pk}"
    assert document.find(".//o:setSpec", OAI).text == "language-fr"


@pytest.mark.parametrize("verb", ["ListRecords", "ListIdentifiers"])
def test_a_long_list_is_given_in_parts_without_loss_or_repetition(client, monkeypatch, verb):
    monkeypatch.setattr(oai, "BATCH", 4)
    articles = factories.ArticleFactory.create_batch(10)
    # Changed in one moment: the order among them is by number.
    Article.objects.update(modified=datetime(2020, 1, 1, 12, tzinfo=UTC))
    document = ask(client, verb=verb, metadataPrefix="oai_dc")
    found, tokens = identifiers(document), []
    while (token := document.find(".//o:resumptionToken", OAI)) is not None and token.text:
        tokens.append(token.text)
        document = ask(client, verb=verb, resumptionToken=token.text)
        found += identifiers(document)
    assert len(tokens) == 2
    assert found == [f"oai:localhost:{article.pk}" for article in articles]


def test_a_list_ends_where_it_would_begin_to_grow_queries(client, record, django_assert_max_num_queries):
    factories.ArticleFactory.create_batch(20)
    with django_assert_max_num_queries(9):
        ask(client, verb="ListRecords", metadataPrefix="oai_dc")
    with django_assert_max_num_queries(1):
        ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc")


def test_the_sets_are_the_languages_of_the_texts(client, record):
    factories.ArticleFactory(language="ru")
    specs = [one.text for one in ask(client, verb="ListSets").iterfind(".//o:setSpec", OAI)]
    assert sorted(specs) == ["language-fr", "language-ru"]
    found = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", set="language-ru")
    assert len(identifiers(found)) == 1


def test_a_span_of_changes_holds_its_last_day_and_second(client, record):
    Article.objects.update(modified=datetime(2020, 5, 6, 7, 8, 9, 500_000, tzinfo=UTC))
    for start, end, count in [
        ("2020-05-06", "2020-05-06", 1),
        ("2020-05-06T07:08:09Z", "2020-05-06T07:08:09Z", 1),
        ("2020-05-07", "2020-05-08", 0),
        ("2020-05-01", "2020-05-05", 0),
    ]:
        found = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", start=start, until=end)
        assert len(identifiers(found)) == count, (start, end)


def test_a_withdrawn_record_is_told_as_deleted_and_a_draft_not_at_all(client, record):
    draft = factories.ArticleFactory(status=ArticleStatus.DRAFT)
    Article.objects.filter(pk=record.pk).update(status=ArticleStatus.WITHDRAWN)
    document = ask(client, verb="ListRecords", metadataPrefix="oai_dc")
    assert document.find(".//o:header", OAI).get("status") == "deleted"
    assert document.find(".//o:metadata", OAI) is None
    missing = ask(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=f"oai:localhost:{draft.pk}")
    assert error_of(missing) == "idDoesNotExist"


LIST = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({}, "badVerb"),
        ({"verb": "Nothing"}, "badVerb"),
        ({"verb": "Identify", "set": "x"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
        ({**LIST, "metadataPrefix": "marc"}, "cannotDisseminateFormat"),
        ({**LIST, "start": "2020-13-01"}, "badArgument"),
        ({**LIST, "start": "hier"}, "badArgument"),
        ({**LIST, "start": "2020-01-01", "until": "2020-01-01T00:00:00Z"}, "badArgument"),
        ({**LIST, "start": "2021-01-01", "until": "2020-01-01"}, "badArgument"),
        ({**LIST, "until": "1999-01-01"}, "noRecordsMatch"),
        ({**LIST, "set": "language-xx"}, "noRecordsMatch"),
        ({**LIST, "resumptionToken": "x"}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "x\x00"}, "badResumptionToken"),
        ({"verb": "ListSets", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "ListMetadataFormats", "identifier": "oai:localhost:99999999"}, "idDoesNotExist"),
        (
            {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:elsewhere:1"},
            "idDoesNotExist",
        ),
    ],
)
def test_what_cannot_be_answered_is_an_error_of_the_protocol(client, record, arguments, code):
    assert error_of(ask(client, **arguments)) == code


def test_a_harvester_may_ask_by_post(client, record):
    response = client.post("/oai", LIST)
    assert len(identifiers(ElementTree.fromstring(response.content))) == 1


def test_letters_that_xml_cannot_hold_break_no_document(client):
    article = factories.ArticleFactory(headline="Un\x0btitre", lede="a\x01b")
    identifier = f"oai:localhost:{article.pk}"
    ask(client, verb="GetRecord", identifier=identifier, metadataPrefix="oai_dc")
