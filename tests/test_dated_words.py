"""Dates among the words of a query, and what a source says beside its text."""

import pytest
from django.http import QueryDict

from articles.filters import ArticleFilter
from articles.models import SearchEntry
from articles.search.index import check_index
from articles.search.query import read_query
from articles.search.results import search_articles
from tests import factories

pytestmark = pytest.mark.django_db


def found(q, **more):
    parameters = QueryDict(mutable=True)
    parameters.update({"q": q, **more})
    return set(search_articles(ArticleFilter(parameters).criteria).articles)


@pytest.fixture
def texts():
    """A gas pipeline by date, none of whose texts says when."""
    body = "Le gazoduc de Témara."
    return {
        date: factories.ArticleFactory(headline="Gazoduc", lede="", body=body, date=date).pk
        for date in ("2017-06-22", "2017-06", "2017", "2016-06-22", "2017-05-01/2017-07-01", None)
    }


@pytest.mark.parametrize(
    ("q", "dates"),
    [
        ("gazoduc juin 2017", {"2017-06-22", "2017-06"}),
        ("gazoduc en juin 2017", {"2017-06-22", "2017-06"}),
        ("июнь 2017 Témara", {"2017-06-22", "2017-06"}),
        ("gazoduc June 2017", {"2017-06-22", "2017-06"}),
        ("gazoduc 22 juin 2017", {"2017-06-22"}),
        ("gazoduc 2017-06-22", {"2017-06-22"}),
        ("gazoduc 2017-06", {"2017-06-22", "2017-06"}),
        ("gazoduc 2017/06", {"2017-06-22", "2017-06"}),
        ("gazoduc 06/2017", {"2017-06-22", "2017-06"}),
        ("gazoduc 6/2017", {"2017-06-22", "2017-06"}),
        ("gazoduc 06.2017", {"2017-06-22", "2017-06"}),
        ("gazoduc 6.2017", set()),
        ("2017-06", {"2017-06-22", "2017-06"}),
        ("gazoduc loi 06/2017", set()),
        ("gazoduc 2017-13", set()),
        ("gazoduc 2017", {"2017-06-22", "2017-06", "2017", "2017-05-01/2017-07-01"}),
        ("gazoduc 2016 OR Témara juin 2017", {"2016-06-22", "2017-06-22", "2017-06"}),
        ("juin 2017", {"2017-06-22", "2017-06"}),
        ("gazoduc -2016", {"2017-06-22", "2017-06", "2017", "2016-06-22", "2017-05-01/2017-07-01", None}),
        ("2017", set()),
        ("gazoduc loi 2017", set()),
        ("gazoduc 06/07/2017", set()),  # the sixth of July, or the seventh of June
        ("2017 gazoduc", set()),
        ('"juin 2017"', set()),
        ("gazoduc juillet 2017", set()),
    ],
)
def test_a_date_beside_other_words_asks_for_texts_of_that_date_too(texts, q, dates):
    assert found(q) == {texts[date] for date in dates}


def test_texts_that_have_the_words_of_a_date_are_found_too(texts):
    said = factories.ArticleFactory(headline="x", lede="", body="Le gazoduc de juin 2017.", date="2018").pk
    assert found("gazoduc juin 2017") == {said, texts["2017-06-22"], texts["2017-06"]}
    assert found("gazoduc juin 2017", words="juin 2017") == {said}
    assert found("gazoduc juin 2017", exact="1") == {said}


def test_the_page_says_that_texts_of_the_date_are_found_and_how_to_have_the_words_alone(client, texts):
    html = client.get("/en/articles/", {"q": "gazoduc juin 2017"}).content.decode()
    assert '“juin 2017”, and texts dated <time datetime="2017-06">June 2017</time>' in html
    assert "only the words “juin 2017”" in html
    assert '<a class="note" href="?q=gazoduc&amp;date_from=2017-06&amp;date_to=2017-06">' in html
    assert "As a date:" not in html


def test_a_name_is_no_date(cast):
    factories.PersonFactory(names={"fr": "Mohamed 2017"})
    assert not read_query("Mohamed 2017").dates


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"set_aside": [{"exact": "Bichkek", "start": 0, "end": 7, "rule": "header"}]}, "Bichkek"),
        ({"set_aside": [{"exact": "Un glacier.", "start": 0, "end": 11, "rule": "caption"}]}, "glaciers"),
        ({"evidence": [{"field": "kicker", "value": "x", "exact": "Échecs", "start": 0, "end": 6}]}, "échec"),
    ],
)
def test_what_a_source_says_beside_its_text_is_found(changed, word):
    accession = factories.AccessionFactory(**changed)
    text = factories.ArticleFactory(accession=accession)
    assert found(word) == {text.pk}
    assert not check_index().total
    type(accession).objects.update(set_aside=[], evidence=[])
    assert found(word) == set()
    assert not check_index().total


def test_menus_and_titles_of_other_texts_are_not():
    aside = [{"exact": "Lire aussi : Bichkek", "start": 0, "end": 20, "rule": "related"}]
    factories.ArticleFactory(accession=factories.AccessionFactory(set_aside=aside))
    assert found("Bichkek") == set()


def test_the_author_of_a_text_is_found():
    text = factories.ArticleFactory(byline="Propos recueillis par Samira Naccache")
    assert found("Naccache") == {text.pk}


def test_an_entry_has_tokens_of_what_its_date_certainly_is():
    for date, expected in {
        "2017-06-22": ["~d2017", "~d2017-06", "~d2017-06-22"],
        "2017-06": ["~d2017", "~d2017-06"],
        "2017-05/2017-06": ["~d2017"],
        "2016/2017": [],
        "../2017": [],
        "2017?": [],
        "2017-06~": [],
        None: [],
    }.items():
        article = factories.ArticleFactory(date=date)
        entry = SearchEntry.objects.get(pk=article.pk)
        tokens = [token for token in str(entry.search).split() if token.startswith("'~d")]
        assert [token.strip("'") for token in tokens] == expected, date
