"""Initials tell brothers apart: in one script by their letter, in another by what it may stand for."""

import pytest

from articles.names.fold import fold
from articles.names.initials import may_begin_one
from articles.search.query import read_query
from tests import factories


@pytest.mark.parametrize(
    ("letter", "given", "is_meant"),
    [
        ("J", "Jacques", True),
        ("G", "Jacques", False),
        ("D", "Jacques", False),
        ("C", "Stéphane", False),
        ("C", "Chamil", True),
        ("Ch", "Chamil", True),
        ("Ch", "Claude", False),
        ("K", "Claude", False),
        ("S", "Claude", False),
        ("E", "Ievgueni", True),
        ("Y", "Ioulia", True),
        ("Y", "Igor", False),
        ("V", "Ivan", False),
        ("Д", "Джеймс", True),
        ("Дж", "Дмитрий", False),
        ("Ж", "Джеймс", False),
        ("Дж", "James", True),
        ("Дж", "Daniel", False),
        ("Ж", "Jules", True),
        ("Kh", "Халид", True),
        ("K", "Халид", True),
        ("Ж", "Živojin", True),
        ("Ж", "Sergio", False),
        ("Kh", "Кирилл", False),
        ("Ch", "Шамиль", True),
        ("Я", "Jan", True),
        ("ج", "Georges", True),
        ("ج", "جمال", True),
        ("ج", "خالد", False),
    ],
)
def test_with_what_letter_a_given_name_begins(letter, given, is_meant):
    assert may_begin_one(fold(letter), [fold(given)]) is is_meant


def test_of_a_name_in_two_scripts_that_of_the_initial_counts():
    both = [fold(name) for name in ("James", "Джеймс")]
    assert [letter for letter in "дяхи" if may_begin_one(letter, both)] == ["д"]
    assert may_begin_one("j", both)
    assert may_begin_one("ж", ["jan"])
    assert not may_begin_one("ж", ["jan", "ян"])


@pytest.fixture
def brothers():
    names = {"Jacques": "Жак", "Didier": "Дидье", "Gaston": "Гастон", "Claude": "Клод"}
    return {
        given: factories.PersonFactory(names={"fr": f"{given} Vaucheret", "ru": f"{russian} Вошере"}).pk
        for given, russian in names.items()
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "whose"),
    [
        ("J. Vaucheret", "Jacques"),
        ("D. Vaucheret", "Didier"),
        ("G. Vaucheret", "Gaston"),
        ("C. Vaucheret", "Claude"),
        ("Vaucheret G.", "Gaston"),
        ("Ж. Вошере", "Jacques"),
        ("Д. Вошере", "Didier"),
        ("К. Вошере", "Claude"),
        ("S. Vaucheret", ""),
        ("K. Vaucheret", ""),
        ("Х. Вошере", ""),
        ("Дж. Вошере", ""),
    ],
)
def test_brothers_are_told_apart_by_their_initial(brothers, typed, whose):
    meant = {
        agent.pk for name in read_query(typed).names if len(name.surface.split()) > 1 for agent in name.agents
    }
    assert meant == ({brothers[whose]} if whose else set())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "is_he"), [("Дж. Ротмонд", True), ("Я. Ротмонд", False), ("J. Rothmond", True)]
)
def test_another_letter_of_the_records_script_is_anothers(typed, is_he):
    person = factories.PersonFactory(names={"en": "James Rothmond", "ru": "Джеймс Ротмонд"})
    whole = [name for name in read_query(typed).names if len(name.surface.split()) > 1]
    assert [agent.pk for name in whole for agent in name.agents] == ([person.pk] if is_he else [])
