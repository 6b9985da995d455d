"""A parameter of one value that an address has several times: nothing of it is ignored in silence."""

import json

import pytest
from django.http import QueryDict
from django.utils.translation import override

from articles.filters import ArticleFilter
from tests import factories

pytestmark = pytest.mark.django_db


def read(address: str) -> ArticleFilter:
    return ArticleFilter(QueryDict(address))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("q=gaz&q=pipeline", "gaz pipeline"),
        ("q=gaz&q=gaz", "gaz"),
        ("q=gaz&q=", "gaz"),
        ("q=&q=gaz", "gaz"),
        ("q=gaz+OR+oil&q=pipeline", "(gaz OR oil) pipeline"),
        ('q="gaz+oil&q=pipeline', '"gaz oil" pipeline'),
        ("q=(gaz+OR+oil&q=pipeline", "((gaz OR oil)) pipeline"),
        ("q=+gaz+&q=pipeline&q=oil", "gaz pipeline oil"),
    ],
)
def test_words_that_are_repeated_are_asked_for_together(address, words):
    filters = read(address)
    assert filters.form["q"].value() == words
    assert filters.query.text == words
    assert not filters.form.errors


def test_a_text_must_have_the_words_of_each(client):
    both = factories.ArticleFactory(headline="x", lede="", body="Le gaz et le pipeline.")
    one = factories.ArticleFactory(headline="x", lede="", body="Le gaz.")
    html = client.get("/fr/articles/?q=gaz&q=pipeline").content.decode()
    assert f"/fr/articles/{both.pk}/" in html
    assert f"/fr/articles/{one.pk}/" not in html
    assert 'value="gaz pipeline"' in html
    answer = json.loads(b"".join(client.get("/fr/articles.json?q=gaz&q=pipeline")))
    assert [each["id"] for each in answer["articles"]] == [both.pk]


@pytest.mark.parametrize(
    ("address", "start", "end"),
    [
        ("date_from=2016&date_from=2017", "2017", None),
        ("date_from=2017&date_from=2016-05", "2017", None),
        ("date_from=mars+2017&date_from=2016", "2017-03", None),
        ("date_to=2016&date_to=2017", None, "2016"),
        ("date_to=2016-05&date_to=2016", None, "2016-05"),
        ("date_from=2016&date_from=2016", "2016", None),
        ("date_from=2016&date_from=", "2016", None),
    ],
)
def test_of_several_dates_each_holds(address, start, end):
    with override("fr"):
        values = read(address).values
    assert [str(values[name]) if values.get(name) else None for name in ("date_from", "date_to")] == [
        start,
        end,
    ]


@pytest.mark.parametrize("address", ["date_from=2016-13&date_from=2016", "date_from=2016&date_from=2016-13"])
def test_of_several_dates_one_that_is_none_is_told_in_its_field(client, address):
    html = client.get(f"/en/articles/?{address}").content.decode()
    assert 'value="2016-13"' in html
    assert "There is no month 13" in html


@pytest.mark.parametrize("other", ["2016-13", "3/4/2016", "x"])
def test_one_that_is_no_date_takes_nothing_from_the_others(client, other):
    late, early = (factories.ArticleFactory(date=day) for day in ("2016-05", "2012"))
    for address in (f"date_from=2014&date_from={other}", f"date_from={other}&date_from=2014&date_from=2013"):
        html = client.get(f"/en/articles/?{address}").content.decode()
        assert f"/en/articles/{late.pk}/" in html
        assert f"/en/articles/{early.pk}/" not in html
        assert "Of the dates given “2014” is applied." in html
        assert f'value="{other}"' in html


def test_the_date_that_holds_is_held_against_the_other_filters(client):
    address = "date_from=2014&date_from=2016-13&undated=1"
    told = client.get(f"/en/articles/?{address}").content.decode()
    assert "The span is not applied." in told
    assert "Of the dates given" not in told
    assert not read(address).values.get("date_from")
    told = client.get("/en/articles/?date_from=2014&date_to=2012&date_to=2016-13").content.decode()
    assert "This is before the first date." in told
    assert "Of the dates given" not in told


@pytest.mark.parametrize(
    ("name", "value"),
    [("sort", "oldest"), ("exact", "1"), ("undated", "1"), ("translated", "1"), ("page", "2")],
)
def test_an_empty_value_takes_nothing_from_the_one_before(name, value):
    once, twice = read(f"q=gaz&{name}={value}"), read(f"q=gaz&{name}={value}&{name}=")
    assert twice.values == once.values
    assert not twice.form.errors


@pytest.mark.parametrize(
    ("name", "first", "last", "value"),
    [
        ("sort", "newest", "oldest", "oldest"),
        ("exact", "1", "0", False),
        ("undated", "0", "1", True),
        ("translated", "1", "0", "0"),
        ("page", "3", "2", 2),
    ],
)
def test_of_others_the_last_one_is_applied_and_told(client, name, first, last, value):
    factories.ArticleFactory()
    filters = read(f"{name}={first}&{name}={last}")
    assert filters.values[name] == value
    told = f"“{name}” is given several times: the last one, “{last}”, is applied."
    with override("en"):
        assert [str(error) for error in filters.form.errors[name]] == [told]
    assert told in client.get(f"/en/articles/?{name}={first}&{name}={last}").content.decode()
    assert not read(f"{name}={last}&{name}={last}").form.errors
    french = client.get(f"/fr/articles/?{name}={first}&{name}={last}").content.decode()
    assert "est donné plusieurs fois" in french


def test_a_file_tells_it_too(client):
    factories.ArticleFactory()
    answer = json.loads(b"".join(client.get("/en/articles.json?sort=newest&sort=oldest")))
    assert "“sort” is given several times" in json.dumps(answer, ensure_ascii=False)


def test_what_is_given_once_is_taken_as_it_is(django_assert_num_queries):
    data = QueryDict("q=gaz&date_from=2016&language=fr&language=en&words=a&words=b")
    with django_assert_num_queries(0):
        filters = ArticleFilter(data)
        assert filters.data is data
    assert filters.values["language"] == ["fr", "en"]
    assert not filters.form.errors
