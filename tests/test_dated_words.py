"""Dates among the words of a query, and what a source says beside its text."""

from datetime import date

import pytest
from django.http import QueryDict

from articles.dates import EdtfDate
from articles.filters import ArticleFilter
from articles.models import SearchEntry
from articles.search.date_tokens import tokens_of
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
        ("gazoduc 2016-2017", {"2017-06-22", "2017-06", "2017", "2016-06-22", "2017-05-01/2017-07-01"}),
        ("gazoduc 2016 – 2017", {"2017-06-22", "2017-06", "2017", "2016-06-22", "2017-05-01/2017-07-01"}),
        ("2016-2017", {"2017-06-22", "2017-06", "2017", "2016-06-22", "2017-05-01/2017-07-01"}),
        ("depuis 2017 gazoduc", {"2017-06-22", "2017-06", "2017", "2017-05-01/2017-07-01"}),
        ("gazoduc с 2017 года", {"2017-06-22", "2017-06", "2017", "2017-05-01/2017-07-01"}),
        ("gazoduc after 2016", {"2017-06-22", "2017-06", "2017", "2017-05-01/2017-07-01"}),
        ("gazoduc avant 2017", {"2016-06-22"}),
        ("gazoduc قبل 2017", {"2016-06-22"}),
        ("gazoduc until June 2017", {"2017-06-22", "2017-06", "2016-06-22"}),
        ("gazoduc from May to June 2017", {"2017-06-22", "2017-06"}),
        ("gazoduc du 20 au 23 juin 2017", {"2017-06-22"}),
        ("gazoduc résolution 2016-2017", set()),
        ("gazoduc before 2016", set()),
        ("gazoduc 2017-2016", set()),
        ('gazoduc "2016-2017"', set()),
        (
            "gazoduc -2016-2017",
            {"2017-06-22", "2017-06", "2017", "2016-06-22", "2017-05-01/2017-07-01", None},
        ),
        ("gazoduc 05/06/2017-07/08/2017", set()),  # both ends may be two days
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


@pytest.mark.parametrize(
    ("q", "more", "address"),
    [
        ("how many 2017", {}, "?date_from=2017&amp;date_to=2017"),
        ("combien de gazoducs 2017", {}, "?q=de+gazoducs&amp;date_from=2017&amp;date_to=2017"),
        ("for 2017", {"exact": "1"}, "?exact=1&amp;q=for&amp;date_from=2017&amp;date_to=2017"),
    ],
)
def test_what_leads_to_texts_of_a_date_asks_for_what_the_query_asks_for(client, texts, q, more, address):
    html = client.get("/en/articles/", {"q": q} | more).content.decode()
    assert f'href="{address}"' in html


def test_texts_that_have_the_words_of_a_span_are_found_too_and_alone_by_one_click(texts):
    said = factories.ArticleFactory(
        headline="x", lede="", body="Le gazoduc, saison 2016-2017.", date="2020"
    ).pk
    dated = {texts[date] for date in ("2017-06-22", "2017-06", "2017", "2016-06-22", "2017-05-01/2017-07-01")}
    assert found("gazoduc 2016-2017") == {said} | dated
    assert found("gazoduc 2016-2017", words="2016-2017") == {said}
    assert found("gazoduc 2016-2017", exact="1") == {said}
    since = factories.ArticleFactory(
        headline="x", lede="", body="Gazoduc since 2021.", language="en", date="2015"
    )
    assert since.pk in found("gazoduc since 2021")
    assert found("gazoduc since 2021", words="since 2021") == {since.pk}


@pytest.mark.parametrize(
    ("q", "told", "address"),
    [
        ("gazoduc 2016-2017", "from 2016 to 2017", "?q=gazoduc&amp;date_from=2016&amp;date_to=2017"),
        ("gazoduc since 2017", "no earlier than 2017", "?q=gazoduc&amp;date_from=2017"),
        ("gazoduc before 2017", "no later than 2016", "?q=gazoduc&amp;date_to=2016"),
        ("avant mars 2017 gazoduc", "no later than February 2017", "?q=gazoduc&amp;date_to=2017-02"),
        (
            "de janvier à mars 2017",
            "from January to March 2017",
            "?date_from=2017-01&amp;date_to=2017-03",
        ),
    ],
)
def test_the_page_says_how_a_span_was_read_and_leads_to_it_and_to_the_words(client, texts, q, told, address):
    html = client.get("/en/articles/", {"q": q}).content.decode()
    words = q.replace("gazoduc", "").strip()
    assert f"“{words}”, and texts dated {told}" in html
    assert f'href="{address}">only the texts of that period</a>' in html
    assert f"only the words “{words}”" in html
    assert "words=" in html


@pytest.mark.parametrize("q", ["before 2017", "1990-2020", "before 2017 -gazoduc"])
def test_a_long_span_alone_is_words_and_offered_as_a_filter(client, texts, q):
    said = factories.ArticleFactory(
        headline="x", lede="", body=f"In {q.replace(' -gazoduc', '')}.", language="en"
    ).pk
    assert found(q) == {said}
    html = client.get("/en/articles/", {"q": q}).content.decode()
    assert "As a date:" in html
    assert "date_to=20" in html


def test_beside_a_name_a_span_leaves_the_name_alone(cast, client):
    text = factories.ArticleFactory(
        headline="—", lede="", body="Николай Патрушев.", language="ru", date="2018-05"
    )
    factories.ArticleFactory(headline="—", lede="", body="Николай Патрушев.", language="ru", date="2020")
    assert found("Patrouchev 2018-2019") == {text.pk}
    assert found("Patrouchev до 2019") == {text.pk}
    query = read_query("Patrouchev 2018-2019")
    assert [one.surface for one in query.names] == ["Patrouchev"]
    assert [one.date.text for one in query.dates] == ["2018/2019"]


@pytest.mark.parametrize(
    ("words", "queries"),
    [
        ("juin 2017", 3),
        ("2015-2017", 3),
        ("du 3 mars au 5 juin 2015", 4),
        ("since 2015", 4),
        ("avant 2016", 4),
    ],
)
def test_a_span_is_read_without_a_query_but_for_the_years_of_a_long_one(
    texts, django_assert_num_queries, words, queries
):
    read_query("gazoduc")
    with django_assert_num_queries(queries):
        assert read_query(f"gazoduc {words}").dates


def test_a_long_span_asks_for_the_years_of_which_there_are_texts(texts):
    assert read_query("gazoduc before 2019").dates[0].tokens == ["~d2017", "~d2016"]
    assert read_query("gazoduc since 2010").dates[0].tokens == ["~d2017", "~d2016"]
    assert not read_query("gazoduc before 1950").dates[0].tokens
    said = factories.ArticleFactory(headline="x", lede="", body="Le gazoduc before 1950.", date="2017").pk
    assert found("gazoduc before 1950") == {said}


@pytest.mark.parametrize("words", ["2015 2016 2017", "2016 2017", "2017 2016 2015", "since 2015 before 2018"])
def test_years_side_by_side_are_one_span(texts, words):
    assert found(f"gazoduc {words}") == found("gazoduc 2016-2017") != set()


@pytest.mark.parametrize("words", ["avant 2050", "until 2100", "до 2050 года"])
def test_what_is_before_a_time_to_come_is_asked_for_as_it_is_written(texts, words):
    said = factories.ArticleFactory(headline="x", lede="", body=f"Le gazoduc {words}.", date="2017").pk
    assert found(f"gazoduc {words}") == {said}


@pytest.mark.parametrize("words", ["the before 2017", "les avant 2017", "в до 2017"])
def test_beside_words_that_say_nothing_a_long_span_stands_alone(texts, words):
    assert not read_query(words).dates


@pytest.mark.parametrize(
    ("words", "queries"), [("juin 2017", 7), ("2016-2017", 7), ("since 2016", 8), ("until 2018", 8)]
)
def test_a_page_of_a_span_asks_as_much_as_one_of_a_month_and_for_the_years_of_a_long_one(
    client, texts, django_assert_num_queries, words, queries
):
    client.get("/en/articles/", {"q": "gazoduc"})
    with django_assert_num_queries(queries):
        client.get("/en/articles/", {"q": f"gazoduc {words}"})


@pytest.mark.parametrize(
    ("date", "tokens"),
    [
        ("2016-12", "~d2016-12"),
        ("2018/2019", "~d2018 ~d2019"),
        ("1795/1901", "~d1795 ~d1796 ~d1797 ~d1798 ~d1799 ~d18* ~d1900 ~d1901"),
        ("1889/1892-02", "~d1889 ~d1890 ~d1891 ~d1892-01 ~d1892-02"),
        ("1890/1901", "~d189* ~d1900 ~d1901"),
        ("2014-11/2016-01", "~d2014-11 ~d2014-12 ~d2015 ~d2016-01"),
        ("2016-02-28/2016-03", "~d2016-02-28 ~d2016-02-29 ~d2016-03"),
    ],
)
def test_a_span_is_asked_for_by_the_longest_spans_that_fill_it(date, tokens):
    assert tokens_of(EdtfDate.parse(date)) == tokens.split()[::-1], (
        "the last first, as most texts are late ones"
    )


def test_an_open_span_goes_to_the_end_of_the_decade():
    tokens = tokens_of(EdtfDate.parse("2018/.."))
    assert tokens[-3:] == ["~d2020", "~d2019", "~d2018"]
    assert tokens[0] == f"~d{(date.today().year + 1) // 10 * 10 + 9}"
    assert tokens_of(EdtfDate.parse("2099/..")) == ["~d2099"]


def test_what_is_before_a_year_is_asked_for_by_centuries_and_the_years_of_the_last():
    tokens = tokens_of(EdtfDate.parse("../1902"))
    assert tokens == ["~d1902", "~d1901", "~d1900", *(f"~d{century}*" for century in range(18, 9, -1))]


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
    for stated, expected in {
        "2017-06-22": ["~d2017", "~d2017-06", "~d2017-06-22"],
        "2017-06": ["~d2017", "~d2017-06"],
        "2017-05/2017-06": ["~d2017"],
        "2016/2017": [],
        "../2017": [],
        "2017?": [],
        "2017-06~": [],
        None: [],
    }.items():
        article = factories.ArticleFactory(date=stated)
        entry = SearchEntry.objects.get(pk=article.pk)
        tokens = [token for token in str(entry.search).split() if token.startswith("'~d")]
        assert [token.strip("'") for token in tokens] == expected, stated


@pytest.mark.parametrize(
    ("q", "date"),
    [
        ("saison 2007/08 Lakhmari", ""),
        ("Lakhmari season 2007/08", ""),
        ("Lakhmari 2007/08 season", ""),
        ("сезон 2009/10 Лахмари", ""),
        ("موسم 2006/07", ""),
        ("saison 2007-08 Lakhmari", "2007-08"),
        ("saison 2007/09 Lakhmari", "2007-09"),
        ("Lakhmari 2007/08", "2007-08"),
    ],
)
def test_a_season_of_two_years_is_no_month(q, date):
    assert [one.date.text for one in read_query(q).dates] == ([date] if date else [])
