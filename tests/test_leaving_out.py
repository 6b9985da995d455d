"""Beside a name that is known, words that say only what is wanted, or stand in no text, need not be there; the page
says which."""

from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.search.query import read_query
from articles.search.rewording import Rewording
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
        ("xyzzy Grebentchikova", ("xyzzy",)),
        ("Grebentchikova xyzzyq", ("xyzzyq",)),
        ("xyzzyq tamara grebentchikova", ("xyzzyq",)),
        ("Tamara Grebentchikova qqqwx xyzzyq", ("qqqwx", "xyzzyq")),
        ("Xyzz. Grebentchikova", ("Xyzz.",)),
        ("فستقة تمارا غريبنتشيكوفا", ("فستقة",)),
        ("Grebentchikova xyzzyq OR Grebentchikova qqqwx", ("xyzzyq", "qqqwx")),
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
        "xyzzyq grebentchikova",
        "tamara grebentchikova qqqwx",
        "تمارا غريبنتشيكوفا فستقة",
        "Grebentchikova 1723",
        "xyzzyq xyzzy",
        'Grebentchikova "xyzzyq"',
        "Grebentchikova patineu*",
    ],
)
def test_what_may_be_of_another_name_is_not_left_out(text, typed):
    assert read_query(typed).left_out == ()
    assert found(typed) == set()


def test_what_leaves_out_or_is_one_of_two_ways_is_as_it_was(text):
    assert read_query("Grebentchikova -xyzzyq").left_out == ()
    assert found("Grebentchikova -xyzzyq") == {text}
    assert read_query("Grebentchikova xyzzyq OR Brexit").left_out == ()
    assert read_query("Grebentchikova xyzzyq OR Modhwadia").left_out == ()
    assert read_query("Grebentchikova xyzzyq", exact=True).left_out == ()


def test_a_whole_name_that_only_texts_have_is_one(text):
    assert len(found("xyzzyq avec Kirit Modhwadia")) == 1
    assert read_query("xyzzyq Modhwadia").left_out == ()


@pytest.fixture
def slips():
    """Two of one surname, of whom one is on record."""
    person = factories.PersonFactory(names={"fr": "Lotfi Benzerrouk", "ru": "Лотфи Бензеррук"})
    linked = factories.ArticleFactory(headline="—", lede="", body="Lotfi Benzerrouk a parlé.", language="fr")
    factories.MentionFactory(article=linked, agent=person, exact="Lotfi Benzerrouk")
    factories.ArticleFactory(headline="—", lede="", body="Karim Benzerrouk a parlé.", language="fr")
    return linked.pk


@pytest.mark.parametrize("typed", ["Lofti Benzerrouk", "Benzerrouk Lofti", "Лофти Бензеррук"])
def test_a_given_name_with_a_slip_is_that_of_the_surname_beside_it(slips, typed):
    query = read_query(typed)
    (name,) = query.names
    assert name.is_near
    assert name.surface == typed
    assert query.absent == query.left_out == ()
    assert found(typed) == {slips}


@pytest.mark.parametrize("typed", ["Hatim Benzerrouk", "Lou Benzerrouk"])
def test_another_given_name_is_none_with_a_slip(slips, typed):
    assert found(typed) == set()


def test_the_page_says_what_is_not_looked_for_and_how_it_would_be(client, text):
    page = client.get("/en/articles/", {"q": "biographie de Grebentchikova"}).content.decode()
    assert "Not looked for beside the rest:" in page
    assert '<a href="?q=biographie+de+Grebentchikova&amp;words=biographie">look for all the words</a>' in page
    assert found("biographie de Grebentchikova", words="biographie") == set()
    page = client.get("/fr/articles/", {"q": "Grebentchikova xyzzyq"}).content.decode()
    assert "Dans aucun texte, et laissé de côté\u00a0:" in page
    assert "words=xyzzyq" in page
    assert found("Grebentchikova xyzzyq", words="xyzzyq") == set()
    assert read_query("Grebentchikova xyzzyq", as_words=["xyzzyq"]).left_out == ()


def test_the_texts_linked_alone_are_asked_for_without_these_words(client, text):
    page = client.get("/en/articles/", {"q": "biographie de Grebentchikova"}).content.decode()
    assert 'href="?person=' in page


def test_files_say_what_is_not_looked_for(client, text):
    asked = {"q": "articles sur Grebentchikova xyzzyq"}
    response = client.head("/en/articles.json", asked)
    told = unquote(response["X-Unread-Parameters"])
    assert "Not looked for beside the rest: articles" in told
    assert "In no text, and left out: xyzzyq" in told
    assert response["X-Total-Count"] == "1"
    assert "xyzzyq" in unquote(client.head("/en/articles.atom", asked)["X-Unread-Parameters"])


def statements(typed: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        read_query(typed)
    return len(captured)


def test_leaving_out_costs_one_statement_at_most_and_only_where_nothing_would_be_found(text):
    statements("Grebentchikova")  # the vocabularies are read
    assert statements("xyzzyq Grebentchikova") == statements("Xyzzyq Grebentchikova")
    assert statements("parlé xyzzyq Grebentchikova") == statements("parlé Xyzzyq Grebentchikova") + 1
    assert statements("biographie de Grebentchikova") == statements("parlé de Grebentchikova")


@pytest.mark.parametrize("sign", ["ـ", "ʿ", "ʼ", "ـ ʿ", "\ufc5e.", "\ufe71"])
@pytest.mark.parametrize("address", ["/en/articles/", "/en/articles.json"])
def test_a_sign_that_is_no_word_stands_before_a_name(client, text, sign, address):
    response = client.get(address, {"q": f"{sign} de Tamara Grebentchikova"})
    assert response.status_code == 200
    assert "Grebentchikova" in response.getvalue().decode()
    assert found(f"{sign} de Tamara Grebentchikova") == {text}


def test_words_of_several_parts_can_be_asked_for(text):
    assert read_query("qu'a dit Grebentchikova").unasked == ("qu'a", "dit")
    asked_for = read_query("qu'a dit Grebentchikova", as_words=["qu'a", "dit"])
    assert asked_for.unasked == ()
    assert read_query("Grebentchikova xyzzyq-abcq").left_out == ("xyzzyq-abcq",)
    assert read_query("Grebentchikova xyzzyq-abcq", as_words=["xyzzyq-abcq"]).left_out == ()


def test_a_word_not_asked_for_before_the_name_is_asked_for_behind_it(text):
    factories.ArticleFactory(headline="—", lede="", body="Fake news about Grebentchikova.", language="en")
    query = read_query("news Grebentchikova fake news")
    assert query.unasked == ("news",)
    (place,) = Rewording(query).of_names
    assert Rewording(query).without(place) == "fake news"


def test_what_stands_in_several_alternatives_is_told_once(text):
    typed = "news Tamara Grebentchikova OR news Grebentchikova"
    assert read_query(typed).unasked == ("news",)


def test_an_elided_word_of_asking_is_one(text):
    assert read_query("l'actualité de Grebentchikova").unasked == ("l'actualité",)


@pytest.mark.parametrize(
    ("typed", "unasked"),
    [
        ("comment Grebentchikova morte", ("comment",)),
        ("quand Grebentchikova works", ("quand",)),
        ("mort où Grebentchikova", ()),
        ("where works Grebentchikova", ()),
        ("how did Grebentchikova work", ("how", "did", "work")),
        ("how Grebentchikova work", ("how",)),
        ("where lived Grebentchikova", ("where", "lived")),
        ("où est née Grebentchikova", ("où", "née")),
        ("где родилась Гребенщикова", ("где", "родилась")),
        ("ou Grebentchikova habite", ()),
        ("ou habite Grebentchikova ?", ("ou", "habite")),
        ("من تمارا غريبنتشيكوفا", ()),
        ("من تمارا غريبنتشيكوفا؟", ("من",)),
        ("أين عمل تمارا غريبنتشيكوفا", ("أين",)),
        ("أين عاشت تمارا غريبنتشيكوفا؟", ("أين", "عاشت")),
    ],
)
def test_a_question_leaves_out_no_noun_and_what_is_no_question_nothing(text, typed, unasked):
    assert read_query(typed).unasked == unasked
