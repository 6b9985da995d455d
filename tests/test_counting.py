"""A question of how many, or how much, asks texts for what is counted, and for no «how many»."""

import pytest
from django.utils.translation import override

from articles.search.query import read_query
from tests import factories
from tests.test_sounding import found

pytestmark = pytest.mark.django_db


def text(body: str, language: str) -> int:
    return factories.ArticleFactory(headline="—", lede="", body=body, language=language).pk


@pytest.mark.parametrize(
    ("language", "body", "typed"),
    [
        ("fr", "Le sac de charbon est à neuf euros.", "Combien coûte un sac de charbon ?"),
        ("fr", "Le sac de charbon est à neuf euros.", "combien de sacs de charbon ?"),
        ("fr", "Deux vitraux brisés.", "Combien de vitraux ont été brisés ?"),
        ("fr", "Deux vitraux.", "combien y a-t-il de vitraux"),
        ("en", "The anvil of forty pounds.", "How much does the anvil weigh?"),
        ("en", "Windmills of Crete.", "how many windmills does Crete have?"),
        ("en", "Two windmills.", "How many windmills are there?"),
        ("ru", "Наковальня, сорок килограммов.", "Сколько весит наковальня?"),
        ("ru", "Наковальня за сорок рублей.", "за сколько наковальня"),
        ("ar", "السندان الحديدي", "كم يزن السندان"),
        ("ar", "طواحين الجزيرة", "كم عدد طواحين الجزيرة؟"),
    ],
)
def test_what_is_counted_is_found_without_the_question(language, body, typed):
    key = text(body, language)
    text("Autre chose. Another thing. Другое. شيء آخر", language)
    assert found(typed) == {key}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("combien", ()),
        ("сколько стоит", ()),
        ("how many", ()),
        ("prix du charbon combien", ()),  # it begins with no question
        ("how the anvil is made", ()),
        ('"combien coûte" charbon', ()),
        ("many anvils", ()),
        ("combien coûte le charbon", ("combien", "coûte")),
        ("how much coal costs miners lives", ("how", "much")),  # the verb is between nouns
    ],
)
def test_what_is_no_such_question_or_nothing_else_is_asked_for(typed, asked):
    query = read_query(typed)
    assert query.unasked == asked


def test_it_is_told_and_one_click_asks_for_all_words(client):
    text("Le sac de charbon.", "fr")
    with override("en"):
        page = client.get("/en/articles/", {"q": "combien coûte le charbon"}).content.decode()
    assert "Not looked for beside the rest:" in page
    assert read_query("combien coûte le charbon", as_words=["combien coûte"]).unasked == ()
