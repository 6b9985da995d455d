"""Public pages by the archive's version: unchanged ones are not made again, changed ones never old, none too late."""

import gzip

import pytest
from django.db import OperationalError, connection
from psycopg.errors import QueryCanceled

from articles.views import article_list
from tests import factories

pytestmark = pytest.mark.django_db

PAGES = ["/fr/", "/en/articles/?q=Rabat", "/en/people/", "/fr/about/"]


@pytest.fixture
def article(cast):
    return factories.ArticleFactory(headline="Premier titre", body="Un accord à Rabat.", date="2016-12")


@pytest.mark.parametrize("path", PAGES)
def test_an_unchanged_page_is_answered_for_one_query(client, article, django_assert_num_queries, path):
    first = client.get(path)
    with django_assert_num_queries(1):
        second = client.get(path)
    assert second.content == first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert second["Content-Type"] == first["Content-Type"]


@pytest.mark.parametrize("path", PAGES)
def test_who_has_the_page_gets_304(client, article, path):
    etag = client.get(path)["ETag"]
    response = client.get(path, headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == etag


def test_a_tag_is_the_same_page_strong_or_weak(client, article):
    etag = client.get("/fr/about/")["ETag"]
    assert etag.startswith('W/"')
    assert client.get("/fr/about/", headers={"If-None-Match": etag[2:]}).status_code == 304


@pytest.mark.parametrize("again", [1, 2])
def test_a_page_is_compressed_for_who_takes_it_and_kept_either_way(client, article, again):
    path = f"/fr/articles/{article.pk}/"
    for _time in range(again):
        plain = client.get(path)
        compressed = client.get(path, headers={"Accept-Encoding": "gzip, br"})
    assert not plain.has_header("Content-Encoding")
    assert compressed["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.content) == plain.content
    assert len(compressed.content) < len(plain.content) / 2
    assert "Accept-Encoding" in plain["Vary"]
    assert "Accept-Encoding" in compressed["Vary"]


def test_a_large_result_is_compressed_as_it_is_streamed(client, article):
    plain = b"".join(client.get("/fr/articles.json").streaming_content)
    answer = client.get("/fr/articles.json", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(b"".join(answer.streaming_content)) == plain


def test_a_changed_archive_is_never_shown_as_it_was(client, article):
    path = f"/fr/articles/{article.pk}/"
    old = client.get(path)
    article.headline = "Second titre"
    article.save()
    new = client.get(path, headers={"If-None-Match": old["ETag"]})
    assert new.status_code == 200
    assert "Second titre" in new.content.decode()


def test_another_name_of_a_person_changes_the_pages_that_show_it(client, article, cast):
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Rabat")
    client.get("/fr/people/")
    cast.patrouchev.names.filter(language="fr").update(text="Nicolas Patrouchev")
    assert "Nicolas Patrouchev" in client.get("/fr/people/").content.decode()


def test_one_address_in_two_languages_is_two_pages(client, article):
    assert client.get("/fr/about/")["ETag"] != client.get("/en/about/")["ETag"]


def test_for_who_is_signed_in_nothing_is_kept(admin_client, article):
    response = admin_client.get("/fr/")
    assert "ETag" not in response
    assert "private" in response["Cache-Control"]


def test_a_missing_page_is_not_kept(client, article):
    assert "ETag" not in client.get("/fr/articles/999999/")


def test_a_page_that_takes_too_long_says_how_to_ask_for_less(client, article, monkeypatch):
    def slow(_criteria):
        raise OperationalError("canceling statement due to statement timeout") from QueryCanceled()

    monkeypatch.setattr(article_list, "search_articles", slow)
    response = client.get("/fr/articles/?q=le+*")
    assert response.status_code == 503
    assert 'lang="fr"' in response.content.decode()
    assert response["Retry-After"]


def test_a_statement_of_the_web_server_has_its_time():
    from archive.database import database_settings

    options = database_settings("postgres://user@host/name", data=None, web=True)["OPTIONS"]["options"]
    assert "statement_timeout=5s" in options
    assert "OPTIONS" not in database_settings("", data="x", web=False)


def test_a_cancelled_statement_is_what_django_raises(client):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 1")
        with pytest.raises(OperationalError) as raised:
            cursor.execute("SELECT pg_sleep(1)")
    assert isinstance(raised.value.__cause__, QueryCanceled)


def test_a_host_that_is_none_of_ours_is_refused_and_is_no_error_of_ours(client, settings):
    settings.ALLOWED_HOSTS = ["good.example"]
    assert client.get("/fr/articles/", HTTP_HOST="evil.example").status_code == 400
