"""What stands in a query beside a name that only texts have, and is no part of it: dates, what asks, other words."""

import pytest

from articles.search.pieces import part
from articles.search.query import read_query
from articles.search.rows import rows_of
from tests import factories
from tests.test_sounding import found, proposal, text

pytestmark = pytest.mark.django_db


def rows(typed):
    """The rows of words in which a whole name is looked for."""
    (pieces,) = part(typed).branches
    return [" ".join(piece.text for piece in pieces[slice(*row)]) for row in rows_of(pieces)]


@pytest.mark.parametrize(
    "typed",
    [
        "Milena Karlovac since 2013",
        "Milena Karlovac 5 April 2019",
        "Milena Karlovac 2019",
        "Milena Karlovac till the end",
        "since 2013 Milena Karlovac",
        "news about Milena Karlovac",
        "biography of Milena Karlovac",
        "que dit Milena Karlovac ?",
        "dernières nouvelles de Milena Karlovac",
    ],
)
def test_neither_a_date_nor_what_asks_is_part_of_a_name(typed):
    assert [row for row in rows(typed) if "Karlovac" in row] == ["Milena Karlovac"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("نادية كرلوفاك منذ 2017", "نادية كرلوفاك"),
        ("أخبار نادية كرلوفاك", "نادية كرلوفاك"),
        ("Said Karlovac", "Said Karlovac"),  # says nobody
        ("Theresa May 2017", "Theresa May"),
        ("Mohammed 6", "Mohammed 6"),
        ("Per Karlovac", "Per Karlovac"),
        ("دون كرلوفاك", "دون كرلوفاك"),
    ],
)
def test_a_name_itself_is_one(typed, name):
    assert rows(typed) == [name]


@pytest.fixture
def karlovac():
    """A text in each of two scripts that name her, who is on no record: by the year of the text."""
    proposal("Milena Karlovac")
    proposal("Милена Карловац")
    return {
        2012: text("Then Milena Karlovac spoke of bridges.", language="en", date="2012-05-01"),
        2019: text("Милена Карловац говорила.", language="ru", date="2019-04-05"),
    }


@pytest.mark.parametrize("typed", ["Milena Karlovac since 2013", "Милена Карловац с 2013 года"])
def test_a_span_beside_her_is_one(karlovac, typed):
    assert found(typed) == {karlovac[2019]}


@pytest.mark.parametrize(
    "typed",
    ["news about Milena Karlovac", "que dit Milena Karlovac ?", "биография Милены Карловац"],
)
def test_who_asks_about_her_gets_all_that_name_her(karlovac, typed):
    assert found(typed) == set(karlovac.values())


def test_a_word_behind_a_name_is_asked_for(karlovac):
    assert read_query("Милена Карловац тракторы").left_out == ("тракторы",)  # and told: no text has it
    tractors = text("Milena Karlovac a vu des tracteurs. Тракторы.", language="ru")
    assert found("Милена Карловац тракторы") == {tractors}


def test_what_somebody_does_is_no_other_word_before_a_name(karlovac):
    assert found("juriste Milena Karlovac") == set(karlovac.values())


@pytest.mark.parametrize(
    "typed",
    ["мост 2017 года", "мост в 2017 году", "2017 год мост", "pont l’année 2017", "bridge in the year 2017"],
)
def test_a_year_with_its_noun_is_that_year_wherever_it_stands(typed):
    for date in ("2017-03-02", "2018"):
        factories.ArticleFactory(headline="Мост pont bridge", lede="", body="x", date=date)
    query = read_query(typed)
    assert [one.date.text for one in query.dates] == ["2017"]
    assert len(found(typed)) == 1


@pytest.mark.parametrize(
    "typed", ["جسر عام 2017", "عام 2017 جسر", "جسر في سنة 2017", "2017 года", "the year 2017"]
)
def test_also_in_arabic_and_alone(typed):
    assert [one.date.text for one in read_query(typed).dates] == ["2017"]


@pytest.mark.parametrize("typed", ["2017", "закон 2017 тонн", "résolution 2017"])
def test_other_four_figures_are_none(typed):
    assert read_query(typed).dates == ()


@pytest.mark.parametrize(
    ("typed", "unasked"),
    [
        ("pourquoi le pont est-il fermé", ("pourquoi", "est-il")),
        ("à quelle date le pont a-t-il ouvert", ("date", "a-t-il")),
        ("почему закрыли мост", ("почему",)),
        ("в каком году открыли мост", ("каком", "году")),
        ("какие морозы были", ("какие",)),
        ("متى افتتح الجسر", ("متى",)),
        ("pourquoi", ()),
        ("quelle date", ()),
        ("comment ferme un grand pont", ("comment",)),
        ("Kremlin comment", ()),
        ("comment Kremlin", ()),
        ("date du traité", ()),
    ],
)
def test_what_makes_a_question_is_not_asked_of_the_texts(typed, unasked):
    assert read_query(typed).unasked == unasked
