"""Dates in filters as people write them: read where they are one day, month or year, and told in one form."""

import json
import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import override

from articles.filters import ArticleFilter
from articles.ingest.asked_dates import dates_meant, partial_date
from articles.search.query import read_query
from articles.views.readings import readings
from tests import factories

pytestmark = pytest.mark.django_db


def read(text: str, language: str = "fr") -> str | None:
    """The date that a filter is read as; None where it is refused."""
    parameters = QueryDict(mutable=True)
    parameters["date_from"] = text
    with override(language):
        filters = ArticleFilter(parameters)
        date = filters.values.get("date_from")
        assert bool(date) != bool(filters.form.errors)
    return str(date) if date else None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2016", "2016"),
        ("2016-12", "2016-12"),
        ("2016-12-15", "2016-12-15"),
        ("15/03/2016", "2016-03-15"),
        ("15.03.2016", "2016-03-15"),
        ("15-3-2016", "2016-03-15"),
        ("2016/03/15", "2016-03-15"),
        ("03/2016", "2016-03"),
        ("mars 2016", "2016-03"),
        ("15 mars 2016", "2016-03-15"),
        ("mardi 15 mars 2016", "2016-03-15"),
        ("1er décembre 2016", "2016-12-01"),
        ("март 2016", "2016-03"),
        ("15 марта 2016 г.", "2016-03-15"),
        ("march 2016", "2016-03"),
        ("may 3, 2016", "2016-05-03"),
        ("12/25/2016", "2016-12-25"),  # one day only
        ("03.04.2016", "2016-04-03"),  # whoever writes points writes the day first
        ("١٥/٠٣/٢٠١٦", "2016-03-15"),
        ("15 مارس 2016", "2016-03-15"),
        ("٢٠١٦-١٢", "2016-12"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en", "ru", "ar"])
def test_a_date_that_is_one_is_read_in_every_language_of_the_interface(text, date, language):
    assert read(text, language) == date


def test_of_two_possible_days_the_day_stands_first_where_it_always_does_and_english_is_asked():
    assert [read("03/04/2016", language) for language in ("fr", "ru", "ar")] == ["2016-04-03"] * 3
    (error,) = ArticleFilter(QueryDict("date_from=03/04/2016")).form.errors["date_from"]
    assert error == "“03/04/2016” may be 3 April 2016 or 4 March 2016: write 2016-04-03 or 2016-03-04."


@pytest.mark.parametrize(
    "text",
    [
        "hier",
        "15/03/16",
        "15 mars",
        "31/02/2016",
        "2016~",
        "2015/2016",
        "mars",
        "lundi 15 mars 2016",
        "03/04/2016 - 05/06/2016",
        "²016",
        "vers 2016",
        "2016-13",
        "1" * 90,
        "3 V 1650",
        "8 X 1200 m",
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_no_one_date_is_refused(text, language):
    assert read(text, language) is None


def test_a_refused_date_stays_in_its_field_beside_the_reason(client):
    html = client.get("/fr/articles/?date_from=15/03/16&date_to=2016").content.decode()
    assert 'value="15/03/16"' in html
    assert 'aria-describedby="date-help date_from-error"' in html


@pytest.mark.parametrize("page", ["articles", "network"])
def test_a_date_in_words_leads_to_the_address_that_has_it_in_one_form_without_a_query(
    client, page, django_assert_num_queries
):
    factories.ArticleFactory(date="2016-03-20")
    # Which version of the archive is shown: every page asks it.
    with django_assert_num_queries(1):
        answer = client.get(f"/fr/{page}/?q=corps&date_from=15+mars+2016&date_to=03/04/2016")
    assert answer.status_code == 301
    assert answer["Location"] == f"/fr/{page}/?q=corps&date_from=2016-03-15&date_to=2016-04-03"
    html = client.get(answer["Location"]).content.decode()
    assert "15 mars 2016" in html
    assert "3 avril 2016" in html


def test_an_export_reads_them_too(client):
    factories.ArticleFactory(date="2016-03-20")
    factories.ArticleFactory(date="2016-02-20")
    answer = client.get("/fr/articles.json?date_from=mars+2016")
    assert json.loads(b"".join(answer))["total"] == 1


def offered(client, language, q):
    """(date_from, date_to, words) of each date that a page offers for what may be two days."""
    html = client.get(f"/{language}/articles/", {"q": q}).content.decode()
    line = html.partition('<p class="recognised">')[2].partition("</p>")[0]
    links = [QueryDict(unescape(link)) for link in re.findall(r'href="\?([^"]+)"', line)]
    return [(link.get("date_from"), link.get("date_to"), link.get("q")) for link in links], line


@pytest.mark.parametrize("q", ["Brexit 1/2/2019", "Brexit 1-2-2019", "01/02/2019 Brexit", "Brexit ١/٢/٢٠١٩"])
def test_the_search_reads_what_may_be_two_days_as_a_field_does(client, q):
    factories.ArticleFactory()
    words = q.replace("Brexit", "").strip()
    for language, told in {
        "fr": "(le jour d’abord)",
        "ru": "(сначала день)",
        "ar": "(اليوم أولًا)",
    }.items():
        links, line = offered(client, language, q)
        assert (
            links == [(read(words, language),) * 2 + ("Brexit",)] == [("2019-02-01", "2019-02-01", "Brexit")]
        )
        assert told in line
    assert read(words, "en") is None
    links, line = offered(client, "en", q)
    assert links == [("2019-02-01", "2019-02-01", "Brexit"), ("2019-01-02", "2019-01-02", "Brexit")]
    assert "may be two days, and was looked for as words." in line
    assert "the day first" not in line


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("since 1/2/2019", [("2019-02-01", None), ("2019-01-02", None)]),
        ("before 1/2/2019", [(None, "2019-01-31"), (None, "2019-01-01")]),
        ("1/2/2019-3/4/2019", [("2019-02-01", "2019-04-03"), ("2019-01-02", "2019-03-04")]),
        ("25/12/2019", [("2019-12-25", "2019-12-25")]),
        ("5/5/2019", [("2019-05-05", "2019-05-05")]),
        ("3.4.2019", [("2019-04-03", "2019-04-03")]),
    ],
)
def test_so_are_spans_and_what_is_one_day_is_not_doubted(client, words, spans):
    factories.ArticleFactory()
    links, line = offered(client, "en", f"Brexit {words}")
    assert [link[:2] for link in links if link[0] or link[1]] == spans
    assert ("may be two days" in line) == (len(spans) > 1)


def test_a_date_in_doubt_is_offered_without_a_query(client, django_assert_num_queries):
    query = read_query("Brexit 1/2/2019")
    with django_assert_num_queries(0):
        assert readings(query, QueryDict("q=Brexit+1/2/2019")).dated.also


@pytest.mark.parametrize(("day_first", "date"), [(True, "2016-04-03"), (False, "2016-03-04")])
def test_who_asks_says_which_number_is_the_day_whatever_the_language(day_first, date):
    for language in ("fr", "en"):
        with override(language):
            assert partial_date("03/04/2016", day_first=day_first) == date
            assert partial_date("25/04/2016", day_first=day_first) == "2016-04-25"


def test_where_nobody_says_it_both_days_are_told():
    with override("fr"), pytest.raises(ValidationError, match=r"2016-04-03.*2016-03-04"):
        partial_date("03/04/2016", day_first=None)


@pytest.mark.parametrize(
    ("day_first", "days"),
    [(True, ["2016-04-03"]), (False, ["2016-03-04"]), (None, ["2016-04-03", "2016-03-04"])],
)
def test_what_may_be_two_days_is_the_one_of_the_readers_order(day_first, days):
    assert [str(date) for date in dates_meant("03/04/2016", day_first=day_first)] == days
