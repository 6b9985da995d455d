"""Beside a name that is known, words that say only what is wanted, or stand in no text, need not be there; the page
says which."""

from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.search.query import read_query
from tests import factories
from tests.test_sounding import found, proposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def text():
    """Of one on record, linked; others have the words that are asked for beside her, and whom no record has."""
    person = factories.PersonFactory(
        names={"fr": "Tamara Grebentchikova", "ru": "Тамара Гребенщикова", "ar": "تمارا غريبنتشيكوفا"}
    )
    linked = factories.ArticleFactory(
        headline="—", lede="", body="Tamara Grebentchikova a parlé.", language="fr"
    )
    factories.MentionFactory(article=linked, agent=person, exact="Tamara Grebentchikova")
    factories.ArticleFactory(headline="—", lede="", body="Biographie, articles, nouvelles.", language="fr")
    factories.ArticleFactory(headline="—", lede="", body="Kirit Modhwadia spoke.", language="en")
    proposal("Kirit Modhwadia")
    return linked.pk


@pytest.mark.parametrize(
    "typed",
    [
        "biographie de Tamara Grebentchikova",
        "articles sur Grebentchikova",
        "dernières nouvelles de Grebentchikova",
        "news Grebentchikova",
        "interview with Grebentchikova",
        "qu'a dit Grebentchikova",
        "what did Tamara Grebentchikova say",
        "Кто такая Тамара Гребенщикова?",
        "что сказала Гребенщикова",
        "биография Тамары Гребенщиковой",
        "статьи о Гребенщиковой",
        "ماذا قالت تمارا غريبنتشيكوفا",
        "أخبار تمارا غريبنتشيكوفا",
        "مقالات عن تمارا غريبنتشيكوفا",
    ],
)
def test_what_kind_of_answer_is_wanted_is_not_looked_for_beside_a_name(text, typed):
    assert found(typed) == {text}
    assert not read_query(typed).left_out


@pytest.mark.parametrize(
    "typed",
    [
        "biographie",
        "articles sur grebentchikova",
        "photo Grebentchikova",
        "Grebentchikova biographie",
        '"biographie" de Grebentchikova',
        "Grebentchikova dit",
    ],
)
def test_words_are_looked_for_that_do_not_lead_to_a_name(typed, text):
    assert not read_query(typed).unasked


@pytest.mark.parametrize(
    ("typed", "left_out"),
    [
        ("glaciologue xyzzy Grebentchikova", ("xyzzy",)),
        ("Grebentchikova patineuse", ("patineuse",)),
        ("patineuse tamara grebentchikova", ("patineuse",)),
        ("Tamara Grebentchikova qqqwx patineuse", ("qqqwx", "patineuse")),
        ("Xyz. Grebentchikova", ("Xyz.",)),
        ("الرسامة تمارا غريبنتشيكوفا", ("الرسامة",)),
        ("Grebentchikova patineuse OR Grebentchikova qqqwx", ("patineuse", "qqqwx")),
    ],
)
def test_what_no_text_has_is_left_out_where_nothing_would_be_found(text, typed, left_out):
    assert read_query(typed).left_out == left_out
    assert read_query(typed).absent == ()
    assert found(typed) == {text}


@pytest.mark.parametrize(
    "typed",
    [
        "Ingrid Grebentchikova",
        "Grebentchikova Ingrid Bergman",
        "ingrid grebentchikova",
        "patineuse grebentchikova",
        "tamara grebentchikova qqqwx",
        "تمارا غريبنتشيكوفا الرسامة",
        "Grebentchikova 1723",
        "patineuse xyzzy",
        'Grebentchikova "patineuse"',
        "Grebentchikova patineu*",
    ],
)
def test_what_may_be_of_another_name_is_not_left_out(text, typed):
    assert read_query(typed).left_out == ()
    assert found(typed) == set()


def test_what_leaves_out_or_is_one_of_two_ways_is_as_it_was(text):
    assert read_query("Grebentchikova -patineuse").left_out == ()
    assert found("Grebentchikova -patineuse") == {text}
    assert read_query("Grebentchikova patineuse OR Brexit").left_out == ()
    assert read_query("Grebentchikova patineuse OR Modhwadia").left_out == ()
    assert read_query("Grebentchikova patineuse", exact=True).left_out == ()


def test_a_whole_name_that_only_texts_have_is_one(text):
    assert read_query("patineuse Kirit Modhwadia").left_out == ("patineuse",)
    assert len(found("patineuse Kirit Modhwadia")) == 1
    assert read_query("patineuse Modhwadia").left_out == ()


@pytest.mark.parametrize("typed", ["Tamraa Grebentchikova", "Grebentchikova Tamarra", "Тамраа Гребенщикова"])
def test_a_given_name_with_a_slip_is_that_of_the_surname_beside_it(text, typed):
    query = read_query(typed)
    (name,) = query.names
    assert name.is_near
    assert name.surface == typed
    assert query.absent == ()
    assert found(typed) == {text}


def test_a_given_name_with_a_slip_does_not_ask_for_others_of_the_surname(text):
    factories.ArticleFactory(headline="—", lede="", body="Olga Grebentchikova.", language="fr")
    assert found("Tamraa Grebentchikova") == {text}
    assert found("Tamar Grebentchikova") == set()
    assert found("Samara Grebentchikova") == set()


def test_the_page_says_what_is_not_looked_for_and_how_it_would_be(client, text):
    page = client.get("/en/articles/", {"q": "biographie de Grebentchikova"}).content.decode()
    assert "Not looked for beside a name:" in page
    assert '<a href="?q=biographie+de+Grebentchikova&amp;words=biographie">look for all the words</a>' in page
    assert found("biographie de Grebentchikova", words="biographie") == set()
    page = client.get("/fr/articles/", {"q": "Grebentchikova patineuse"}).content.decode()
    assert "Dans aucun texte, et laissé de côté\u00a0:" in page
    assert "words=patineuse" in page
    assert found("Grebentchikova patineuse", words="patineuse") == set()
    assert read_query("Grebentchikova patineuse", as_words=["patineuse"]).left_out == ()


def test_the_texts_linked_alone_are_asked_for_without_these_words(client, text):
    page = client.get("/en/articles/", {"q": "biographie de Grebentchikova"}).content.decode()
    assert 'href="?person=' in page


def test_files_say_what_is_not_looked_for(client, text):
    asked = {"q": "articles sur Grebentchikova patineuse"}
    response = client.get("/en/articles.json", asked)
    told = unquote(response["X-Unread-Parameters"])
    assert "Not looked for beside a name: articles" in told
    assert "In no text, and left out: patineuse" in told
    assert response["X-Total-Count"] == "1"
    assert "patineuse" in unquote(client.get("/en/articles.atom", asked)["X-Unread-Parameters"])


def statements(typed: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        read_query(typed)
    return len(captured)


def test_leaving_out_costs_one_statement_and_only_where_nothing_would_be_found(text):
    read_query("Brexit")
    assert statements("biographie de Tamara Grebentchikova") <= statements("parlé de Tamara Grebentchikova")
    assert statements("Tamara Grebentchikova patineuse") == statements("Tamara Patineuse Grebentchikova") - 0
