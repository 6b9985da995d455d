"""Replicas: readers read from them, editors do not, and the archive answers where none of them does."""

import copy

import pytest
from django.db import DatabaseError, connection, connections
from django.db.utils import InternalError

from archive import replicas
from archive.database import WEB_OPTIONS, replica_settings
from archive.replicas import reading_from_a_replica
from articles import middleware
from articles.models import Article
from articles.search.archive import archive_version
from articles.search.related import related_articles
from articles.views import article_record
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def replica(settings, monkeypatch):
    """The database of the tests once more, as a standby server would be there: to be read only."""
    standby = connections.create_connection("default")
    standby.settings_dict = copy.deepcopy(connection.settings_dict)
    standby.settings_dict.setdefault("OPTIONS", {})["options"] = "-c default_transaction_read_only=on"
    connections["replica_1"] = standby
    monkeypatch.setattr(replicas, "_silent", {})
    settings.REPLICAS = {"replica_1": standby.settings_dict}
    yield standby
    standby.close()
    del connections["replica_1"]


def process_id(of) -> int:
    with of.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def test_every_query_within_goes_to_the_replica_and_none_after(replica):
    factories.ArticleFactory()
    own, other = process_id(connection), process_id(replica)
    assert own != other
    with reading_from_a_replica():
        assert process_id(connection) == other
        assert Article.objects.get()._state.db == "replica_1"
    assert process_id(connection) == own
    assert Article.objects.get()._state.db == "default"


def test_nothing_is_written_through_a_replica(replica):
    with reading_from_a_replica(), pytest.raises(InternalError, match="read-only"):
        factories.ArticleFactory()


def test_a_reader_reads_from_the_replica_and_an_editor_does_not(replica, client, admin_client, monkeypatch):
    article = factories.ArticleFactory(headline="Titre")
    seen = []

    def noted(*arguments, **options):
        seen.append(process_id(connection))
        return related_articles(*arguments, **options)

    monkeypatch.setattr(article_record, "related_articles", noted)
    for reader in (client, admin_client):
        assert reader.get(f"/fr/articles/{article.pk}/").status_code == 200
    assert seen == [process_id(replica), process_id(connection)]


def test_a_result_is_read_from_the_replica_to_its_end(replica, client):
    factories.ArticleFactory.create_batch(3)
    parts = client.get("/fr/articles.json").streaming_content
    assert b"".join(parts).count(b'"headline"') >= 3


def test_where_no_replica_answers_the_database_itself_does(replica, client):
    replica.close()
    replica.settings_dict["HOST"], replica.settings_dict["PORT"] = "127.0.0.1", "1"
    factories.ArticleFactory(headline="Toujours là")
    assert "Toujours là" in client.get("/fr/articles/").content.decode()


def test_a_replica_that_went_away_is_noticed_before_a_page_is_read_and_not_asked_again_at_once(
    replica, client, monkeypatch
):
    factories.ArticleFactory(headline="Toujours là")
    assert client.get("/fr/articles/").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [process_id(replica)])
    replica.settings_dict["HOST"], replica.settings_dict["PORT"] = "127.0.0.1", "1"
    replica.settings_dict["CONN_HEALTH_CHECKS"] = replica.health_check_enabled = True
    replica.health_check_done = False
    assert client.get("/fr/articles/?sort=oldest").status_code == 200
    tried = []
    monkeypatch.setattr(replica, "connect", lambda: tried.append(1))
    assert client.get("/fr/articles/?sort=newest").status_code == 200
    assert tried == []


def test_a_replica_that_cannot_be_read_is_left_for_the_database(replica, client, monkeypatch):
    factories.ArticleFactory(headline="Toujours là")
    asked = iter([DatabaseError("not migrated")])

    def version():
        for error in asked:
            raise error
        return archive_version()

    monkeypatch.setattr(middleware, "archive_version", version)
    assert "Toujours là" in client.get("/fr/articles/").content.decode()


def test_after_an_error_the_thread_reads_from_the_database_again(replica):
    own = process_id(connection)
    with pytest.raises(ValueError, match="broken"), reading_from_a_replica():
        raise ValueError("broken")
    assert process_id(connection) == own


def test_the_session_of_a_replica_is_read_only_and_limited_as_that_of_a_reader():
    urls = ["postgres://a@one/archive", "postgres://a@two/archive?options=-c%20lock_timeout%3D1s"]
    replicas = replica_settings(urls, web=True)
    assert list(replicas) == ["replica_1", "replica_2"]
    options = replicas["replica_2"]["OPTIONS"]["options"]
    assert options == f"-c lock_timeout=1s -c default_transaction_read_only=on {WEB_OPTIONS}"
