"""The records: what the database itself refuses, and what a record derives."""

import hashlib
import threading
import time

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from articles.dates import EdtfDate
from articles.models import AgentName, Article, Mention, Office, SearchEntry, Tag, Translation
from articles.vocabulary import NameForm
from tests import factories

pytestmark = pytest.mark.django_db


def refused(query: str, *parameters: object) -> None:
    """The database refuses a statement, whatever Python thinks of it."""
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(query, parameters)


def test_an_article_derives_its_earliest_and_latest_day():
    article = factories.ArticleFactory(date="2016-12")
    assert (str(article.date_earliest), str(article.date_latest)) == ("2016-12-01", "2016-12-31")


def test_an_undated_article_has_no_days():
    article = factories.ArticleFactory(date="2016-12")
    article.date = None
    article.save()
    assert (article.date_earliest, article.date_latest) == (None, None)


@pytest.mark.parametrize("date", ["2016-13", "2016-02-30", "hier", "2016-1", "15/12/2016"])
def test_the_database_refuses_a_date_that_does_not_parse(date):
    article = factories.ArticleFactory(date="2016-12")
    refused("UPDATE articles_article SET date = %s WHERE id = %s", date, article.pk)


@pytest.mark.parametrize(
    "date",
    ["2016-12", "2016", "2016-12-15~", "../2016", "2015-11/..", "2014/2016-03", "[2016-01-31,2016-02-01]"],
)
def test_the_database_agrees_about_the_days_of_every_form_of_date(date):
    article = factories.ArticleFactory(date=date)
    assert str(Article.objects.get(pk=article.pk).date) == date


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        ("2016-12", None, "1999-01-01"),
        ("2016-12", "2016-12-01", None),
        ("2018/2016", "2018-01-01", "2016-12-31"),
        ("0000/2016", None, "2016-12-31"),
        ("2016-02-31/2016-03", "2016-03-02", "2016-03-31"),
    ],
)
def test_the_database_refuses_days_that_no_calendar_gives_a_date(date, earliest, latest):
    article = factories.ArticleFactory(date="2016-12")
    statement = "UPDATE articles_article SET date = %s, date_earliest = %s, date_latest = %s WHERE id = %s"
    refused(statement, date, earliest, latest, article.pk)


def test_the_database_refuses_days_that_are_not_those_of_the_date():
    article = factories.ArticleFactory(date="2016-12")
    refused("UPDATE articles_article SET date_earliest = '2016-12-15' WHERE id = %s", article.pk)
    refused("UPDATE articles_article SET date = NULL WHERE id = %s", article.pk)


@pytest.mark.parametrize(
    ("column", "value"),
    [("language", "xx"), ("status", "gone"), ("headline", "")],
)
def test_the_database_refuses_unknown_values(column, value):
    article = factories.ArticleFactory()
    refused(f"UPDATE articles_article SET {column} = %s WHERE id = %s", value, article.pk)


def test_a_mention_ends_after_its_start_and_is_as_long_as_its_words():
    mention = factories.MentionFactory()
    refused('UPDATE articles_mention SET "end" = start WHERE id = %s', mention.pk)
    refused("UPDATE articles_mention SET exact = 'autre chose' WHERE id = %s", mention.pk)


def test_one_place_is_linked_to_one_name_only():
    mention = factories.MentionFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.MentionFactory(article=mention.article, agent=factories.PersonFactory())


def test_an_agent_has_one_authorized_name_in_each_language(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        AgentName.objects.create(
            agent=cast.patrouchev, text="Nicolas Patrouchev", language="fr", form=NameForm.AUTHORIZED
        )


def test_a_second_authorized_name_is_a_form_error_and_not_a_failure(cast):
    name = AgentName(
        agent=cast.patrouchev, text="Nicolas Patrouchev", language="fr", form=NameForm.AUTHORIZED
    )
    with pytest.raises(ValidationError, match="authorized name"):
        name.full_clean()


def test_no_text_is_its_own_translation():
    article = factories.ArticleFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.create(original=article, translation=article)


def test_two_texts_are_linked_in_one_direction_only():
    link = factories.TranslationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.create(original=link.translation, translation=link.original)


def test_the_source_bytes_cannot_be_changed():
    accession = factories.AccessionFactory()
    other = b"something else"
    refused(
        "UPDATE articles_accession SET source_bytes = %s, sha256 = %s WHERE id = %s",
        other,
        hashlib.sha256(other).hexdigest(),
        accession.pk,
    )


def test_the_digest_of_an_accession_is_that_of_its_bytes():
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.AccessionFactory(sha256="0" * 64)


def test_a_tag_needs_a_label():
    with pytest.raises(IntegrityError), transaction.atomic():
        Tag.objects.create(slug="nothing")


def test_a_name_falls_back_to_a_language_that_has_one(cast):
    assert cast.hammouchi.name_in("ru") == "Abdellatif Hammouchi"
    assert cast.patrouchev.name_in("ru") == "Николай Патрушев"


def test_a_slug_is_never_taken_twice():
    first, second = (
        factories.TagFactory(pref_label_fr="Énergie"),
        factories.TagFactory(pref_label_fr="Énergie"),
    )
    assert (first.slug, second.slug) == ("energie", "energie-2")


def entry_of(article: Article) -> SearchEntry | None:
    return SearchEntry.objects.filter(article_id=article.pk).first()


def test_every_door_to_a_record_changes_its_search_entry(cast):
    article = factories.ArticleFactory(date="2016-12", headline="Un titre singulier")
    assert "'singuli':" in entry_of(article).search
    Article.objects.filter(pk=article.pk).update(headline="Un titre bizarre")
    assert "bizarr" in entry_of(article).search
    assert "singuli" not in entry_of(article).search
    mention = factories.MentionFactory(article=article, agent=cast.patrouchev)
    assert f"~a{cast.patrouchev.pk}" in entry_of(article).search
    Mention.objects.filter(pk=mention.pk).delete()
    assert f"~a{cast.patrouchev.pk}" not in entry_of(article).search
    tag = factories.TagFactory()
    article.tags.add(tag)
    assert f"~t{tag.pk}" in entry_of(article).search
    tag.delete()
    assert f"~t{tag.pk}'" not in entry_of(article).search
    Article.objects.filter(pk=article.pk).update(status="draft")
    assert entry_of(article) is None
    Article.objects.filter(pk=article.pk).update(status="published")
    assert entry_of(article) is not None
    article.delete()
    assert not SearchEntry.objects.filter(article_id=article.pk).exists()


def test_the_date_of_a_record_keeps_its_qualifier():
    article = factories.ArticleFactory(date="2016-04~")
    assert Article.objects.get(pk=article.pk).date == EdtfDate.parse("2016-04~")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/a", "/chemin"])
def test_an_address_of_origin_is_of_the_web(url):
    article = factories.ArticleFactory()
    refused("UPDATE articles_article SET url = %s WHERE id = %s", url, article.pk)


def test_texts_that_state_the_same_office_can_both_be_deleted(cast):
    for _ in range(2):
        article = factories.ArticleFactory()
        Office.objects.create(agent=cast.hammouchi, label="roi", language="fr", article=article)
    Article.objects.all().delete()
    assert not Office.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_changes_at_once_are_both_in_the_search_entry(cast):
    article, tag = factories.ArticleFactory(), factories.TagFactory()
    first_wrote, second_began = threading.Event(), threading.Event()

    def add_tag() -> None:
        first_wrote.wait(10)
        second_began.set()
        article.tags.add(tag)
        connection.close()

    other = threading.Thread(target=add_tag)
    other.start()
    with transaction.atomic():
        factories.MentionFactory(article=article, agent=cast.council)
        first_wrote.set()
        second_began.wait(10)
        time.sleep(0.3)  # until the other one waits for us
    other.join(10)
    tokens = entry_of(article).search
    assert f"~a{cast.council.pk}" in tokens
    assert f"~t{tag.pk}" in tokens
