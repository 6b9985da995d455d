"""Where words were left out and nothing is found all the same, the page leads on by the parts that texts have."""

import re
from html import unescape

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from articles.filters import ArticleFilter
from articles.search.query import read_query
from articles.search.results import search_articles
from articles.search.rewording import Rewording
from articles.views.meant import ways_out
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive():
    factories.PersonFactory(names={"fr": "Tamara Grebentchikova"})
    factories.PersonFactory(names={"fr": "Kirit Modhwadia"})
    for body in ("Tamara Grebentchikova a parlé.", "Un tremblement de terre.", "Kirit Modhwadia est venu."):
        factories.ArticleFactory(headline="x", lede="", body=body)


@pytest.mark.parametrize(
    ("q", "parts"),
    [
        ("Grebentchikova covid tremblement", ["Grebentchikova", "tremblement"]),
        (
            "Tamara Grebentchikova covid et le tremblement de terre",
            ["Tamara Grebentchikova", "tremblement de terre"],
        ),
        ("Grebentchikova covid Modhwadia", ["Grebentchikova", "Modhwadia"]),
        ("Grebentchikova covid -Modhwadia tremblement", ["Grebentchikova", "tremblement"]),
    ],
)
def test_the_parts_are_the_names_and_the_other_words(q, parts):
    query = read_query(q)
    assert query.left_out == ("covid",)
    assert Rewording(query).parts() == parts


@pytest.mark.parametrize("language", ["en", "fr", "ru", "ar"])
def test_a_page_without_texts_offers_them_and_each_finds_some(client, language):
    html = client.get(f"/{language}/articles/", {"q": "Grebentchikova covid tremblement"}).content.decode()
    told = html.partition('<div class="empty">')[2].partition("</ul>")[0]
    links = [unescape(link) for link in re.findall(r'href="(\?[^"]+)"', told)]
    assert links == ["?q=Grebentchikova", "?q=tremblement"]
    for link in links:
        assert search_articles(ArticleFilter(QueryDict(link[1:])).criteria).total == 1
    # All the words have as little.
    assert "words=covid" not in html
    assert ("Parts of it that texts have:" in told) == (language == "en")


@pytest.mark.parametrize(
    ("q", "queries"),
    [("Grebentchikova covid tremblement", 15), ("Grebentchikova covid Modhwadia tremblement", 19)],
)
def test_a_page_without_texts_takes_so_many_queries(client, django_assert_num_queries, q, queries):
    client.get("/en/articles/", {"q": "Grebentchikova"})
    with django_assert_num_queries(queries):
        client.get("/en/articles/", {"q": q})


def test_all_filters_are_kept_and_a_part_that_no_text_has_is_not_offered(client):
    html = client.get("/en/articles/?q=Grebentchikova+covid+tremblement&language=en").content.decode()
    assert "Parts of it" not in html
    factories.ArticleFactory(headline="x", lede="", body="A tremblement.", language="en")
    html = client.get("/en/articles/?q=Grebentchikova+covid+tremblement&language=en&page=3").content.decode()
    told = html.partition("Parts of it that texts have:")[2].partition("</li>")[0]
    assert re.findall(r'href="([^"]+)"', told) == ["?q=tremblement&amp;language=en"]


@pytest.mark.parametrize("q", ["Grebentchikova", "Grebentchikova covid", "tremblement xyzzy", "xyzzy"])
def test_where_texts_answer_or_nothing_was_left_out_no_query_is_asked(q, django_assert_num_queries):
    parameters = QueryDict(mutable=True)
    parameters["q"] = q
    filters = ArticleFilter(parameters)
    result = search_articles(filters.criteria)
    with django_assert_num_queries(0):
        assert ways_out(filters, result, parameters) == []


def test_each_part_costs_what_reading_and_trying_it_does():
    parameters = QueryDict(mutable=True)
    parameters["q"] = "Grebentchikova covid tremblement"
    filters = ArticleFilter(parameters)
    result = search_articles(filters.criteria)
    with CaptureQueriesContext(connection) as captured:
        assert len(ways_out(filters, result, parameters)) == 2
    assert len(captured) == 9
