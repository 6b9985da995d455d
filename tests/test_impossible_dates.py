"""What is written as a date and is none is told, in the search, in files and beside the fields of the filter."""

import json

import pytest
from django.http import QueryDict
from django.utils.translation import override

from articles.filters import ArticleFilter
from articles.impossible_dates import find_impossible
from articles.search.query import read_query
from articles.views.readings import no_dates_of
from tests import factories


def told(text: str) -> list[tuple[str, str]]:
    """(the words, what they would be)."""
    return [(text[one.start : one.end], one.edtf) for one in find_impossible(text)]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2016-13", "2016-13"),
        ("2016-00", "2016-00"),
        ("2016/13", "2016-13"),
        ("13/2016", "2016-13"),
        ("2016-02-30", "2016-02-30"),
        ("2016-31-12", "2016-31-12"),
        ("2016/2/30", "2016-02-30"),
        ("32.01.2020", "2020-01-32"),
        ("31/02/2017", "2017-02-31"),
        ("02/31/2017", "2017-02-31"),  # an American one
        ("13/13/2016", "2016-13-13"),
        ("31 février 2017", "2017-02-31"),
        ("February 30 2016", "2016-02-30"),
        ("30 of february 2016", "2016-02-30"),
        ("31 апреля 2016", "2016-04-31"),
        ("31 فبراير 2017", "2017-02-31"),
    ],
)
def test_what_no_calendar_has_is_known_among_other_words(words, date):
    assert told(words) == [(words, date)]
    assert told(f"Patrouchev {words} Moscou") == [(words, date)]


@pytest.mark.parametrize(
    "text",
    [
        "2016-12",
        "2016-02-29",
        "12/25/2016",
        "25/12/2016",
        "3 mars 2016",
        "may 3 2016",
        "2018-19",
        "2018-2019",
        "2016-41",
        "2016-1460",
        "S-2016-13",
        "2016-13-A",
        "10.10.10.2016",
        "45/2016/13",
        "2016",
        "01/02/1437",
        "100 mars 2016",
    ],
)
def test_dates_and_numbers_of_other_things_are_not_said_to_be_none(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("en", "There is no 31 February 2017."),
        ("fr", "Il n’y a pas de 31 février 2017."),
        ("ru", "Даты 31 февраля 2017 не существует."),
        ("ar", "لا وجود للتاريخ 31 فبراير 2017."),
    ],
)
@pytest.mark.parametrize("text", ["31/02/2017", "31 février 2017", "2017-02-31", "31 февраля 2017"])
def test_a_field_says_which_day_there_is_not(language, reason, text):
    with override(language):
        (error,) = ArticleFilter(QueryDict(mutable=False, query_string=f"date_from={text}")).form.errors[
            "date_from"
        ]
    assert error == reason


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("q", "words"),
    [
        ("gazoduc 2016-13", ["2016-13"]),
        ("gazoduc 31 février 2017 OR 32.01.2020", ["31 février 2017", "32.01.2020"]),
        ("gazoduc loi 2016-13", []),
        ('gazoduc "31 février 2017"', []),
        ("gazoduc -2016-13", []),
        ("gazoduc ٢٠١٦-١٣", ["2016-13"]),
    ],
)
def test_a_query_tells_what_is_no_date_in_it_without_a_query(q, words, django_assert_num_queries):
    query = read_query(q)
    assert not query.dates
    with django_assert_num_queries(0):
        assert [one.surface for one in no_dates_of(query)] == words
    assert not no_dates_of(read_query(q, exact=True))


@pytest.mark.django_db
def test_a_name_is_no_impossible_date():
    factories.PersonFactory(names={"fr": "Mars 2016-13"})
    assert not no_dates_of(read_query("Mars 2016-13"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "“31 février 2017” is no date, and was looked for as words."),
        ("fr", "«\xa031 février 2017\xa0» n’est pas une date et a été cherché comme des mots."),
        ("ru", "«31 février 2017» — не дата; это искалось как слова."),
        ("ar", "«\u206831 février 2017\u2069» ليس تاريخًا، وقد بُحث عنه بوصفه كلمات."),
    ],
)
def test_the_page_and_the_file_say_so_in_the_readers_language(client, language, sentence):
    text = factories.ArticleFactory(headline="x", lede="", body="Le gazoduc du 31 février 2017.")
    q = "gazoduc 31 février 2017"
    html = client.get(f"/{language}/articles/", {"q": q}).content.decode()
    assert sentence in html
    assert f"/{language}/articles/{text.pk}/" in html
    answer = json.loads(b"".join(client.get(f"/{language}/articles.json", {"q": q})))
    assert sentence in json.dumps(answer, ensure_ascii=False)
