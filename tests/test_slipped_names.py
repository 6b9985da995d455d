"""A surname with a slip behind the right given name is read as the one name that it is but for that."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.search.gathering import gather_words
from articles.search.query import read_query
from tests import factories
from tests.test_sounding import found, proposal, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def named() -> int:
    """A text with a name that waits."""
    key = text("Hier Luc Dranvelo a parlé.")
    proposal("Luc Dranvelo")
    text("Luc Perlimp est venu.")
    gather_words()
    return key


@pytest.mark.parametrize(
    "typed",
    [
        "Luc Dravnelo",
        "Luc Dranelo",
        "Luc Dranvello",
        "Luc Dranmelo",
        "Dr Luc Dravnelo",
        "luc dravnelo",
        "Luc Dnarvelo",  # around another letter
    ],
)
def test_letters_exchanged_left_out_or_doubled_are_slips(named, typed):
    assert found(typed) == {named}


def test_it_is_told_as_what_texts_have(named):
    (name,) = read_query("Luc Dravnelo").names
    assert (name.surface, name.in_texts) == ("Luc Dravnelo", ("Luc Dranvelo",))


@pytest.mark.parametrize(
    "typed",
    [
        "Gustave Dravnelo",  # another given name
        "Dravnelo",  # none
        "Luc Darvnelo",  # two slips
        "Luc Tranvelo",  # it begins otherwise
        "Luc Dranvela",  # and ends otherwise
        "Luc Perlimpim",
    ],
)
def test_what_is_further_is_none(named, typed):
    assert found(typed) == set()


def test_a_surname_that_a_text_has_is_none(named):
    other = text("Hier Luc Dranmelo a parlé.")
    assert found("Luc Dranmelo") == {other}


def test_of_two_that_are_as_near_none_is_meant():
    text("Luc Tromalik et Luc Tromarik ont parlé.")
    proposal("Luc Tromalik")
    proposal("Luc Tromarik")
    gather_words()
    assert found("Luc Tromanik") == set()


def test_what_a_reader_takes_as_words_is_not_read_so(named):
    assert read_query("Luc Dravnelo", as_words=["Luc Dravnelo"]).names == ()


def test_words_beside_the_name_are_asked_for_too(named):
    proposal("Luc Perlimp")
    assert found("parlé Luc Dravnelo") == {named}
    assert found("venu Luc Dravnelo") == set()


@pytest.mark.parametrize(
    ("spelt", "typed"),
    [
        ("Халида эз-Зарбугли", "Халида эз-Зарубгли"),
        ("Khalida ez-Zarbougli", "Khalida ez-Zarbuogli"),
        ("Kouamé N'Dabangui", "Kouamé N'Dabnagui"),
        ("خالدة الزربوغلي", "خالدة الزربوعغلي"),
    ],
)
def test_what_stands_before_a_surname_in_one_with_it_is_no_part_of_it(spelt, typed):
    key = text(f"x {spelt} y.", language="und")
    proposal(spelt)
    gather_words()
    assert found(typed) == {key}


def test_one_on_record_is_found_by_the_spelling_of_texts():
    person = factories.PersonFactory(names={"ru": "Умед Баскерзода"})
    linked = text("Нурлан. Что-то.", person, "ru")
    spelt = text("Oumed Baskerzodé a parlé.")
    proposal("Oumed Baskerzodé")
    gather_words()
    (name,) = read_query("Oumed Baskezrodé").names
    assert name.agents == (person,)
    assert name.is_near
    assert found("Oumed Baskezrodé") == {linked, spelt}


def test_a_name_without_slips_asks_nothing_for_that(named):
    def asked(q: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            read_query(q)
        return sum('FROM "articles_writtenword"' in one["sql"] for one in captured)

    assert asked("Luc Dranvelo") == 0
    assert asked("terre inconnuable") == 0
    assert asked("Luc Dravnelo") == 1
    assert asked("Luc Xyzzyxo") == 1
