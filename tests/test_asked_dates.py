"""Dates in filters as people write them: read where they are one day, month or year, and told in one form."""

import json

import pytest
from django.http import QueryDict
from django.utils.translation import override

from articles.filters import ArticleFilter
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
