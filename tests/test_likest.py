"""Of many names that wait, the likest by their letters alone are compared with a query's words by their sound."""

import pytest

from articles.models import NameProposal
from articles.names import fold
from articles.names.other_sounds import other_sounds
from articles.names.romanise import sound_of
from articles.search import likest, names_in_texts, sounding
from articles.search.initials import may_begin_alike
from articles.search.likest import ByLetters, likest_pairs
from articles.search.names_in_texts import NamesInTexts
from articles.search.query import read_query
from tests import factories

MANY = [
    f"{given} {surname}" for surname in ("Ivanov", "Petrov") for given in map("Ba{}mir".format, range(90))
]


def waiting(names, status="proposed") -> list[NameProposal]:
    return NameProposal.objects.bulk_create(
        NameProposal(
            text=name,
            folded=fold(name),
            surname_consonants=sound_of(name, is_person=True),
            other_sounds=list(other_sounds(name, is_person=True)),
            kind="person",
            language="en",
            score=0.9,
            rule="given name",
            status=status,
        )
        for name in names
    )


@pytest.fixture
def compared(monkeypatch) -> list[tuple[str, str]]:
    """The pairs of words and names that have been compared by their sound."""
    pairs: list[tuple[str, str]] = []

    def counted(how):
        def compare(words, name, kind):
            pairs.append((words, name))
            return how(words, name, kind)

        return compare

    for room in (names_in_texts, sounding):
        monkeypatch.setattr(room, "row_likeness", counted(room.row_likeness))
    monkeypatch.setattr(names_in_texts, "whole_likeness", counted(names_in_texts.whole_likeness))
    return pairs


@pytest.mark.parametrize("typed", ["Sergey Ivanoff", "Иванов Сергей", "سيرغي إيفانوف", "Serguei Ivanov"])
def test_the_likest_of_many_names_is_found_in_any_script_and_order(typed):
    names = [*MANY, "Sergei Ivanov"]
    assert len(names) - 1 in ByLetters(names).likest([typed], range(len(names)))
    assert len(ByLetters(names).likest([typed], range(len(names)))) == likest.MOST_NAMES


def test_of_a_few_names_each_is_compared():
    names = ["Nothing Alike", "Sergei Ivanov"]
    assert list(ByLetters(names).likest(["Sergei Ivanov"], range(2))) == [0, 1]
    pairs = [("Sergei Ivanov", name, at) for at, name in enumerate(names)]
    assert likest_pairs(pairs) == pairs


def test_of_many_rows_each_is_compared_with_fewer():
    pairs = [("Ba7mir Petrov", name, at) for at, name in enumerate(MANY * 2)]
    assert [len(likest_pairs(pairs, rows)) for rows in (1, 5, 25)] == [300, 180, likest.FEWEST_PAIRS]
    assert ("Ba7mir Petrov", "Ba7mir Petrov", 97) in likest_pairs(pairs, 25)


@pytest.mark.parametrize(
    ("words", "name", "may"),
    [
        ("И. Иванов", "Игорь Иванов", True),
        ("И. Иванов", "Олег Иванов", False),
        ("И. Иванов", "Иванов Игорь", True),
        ("И. Иванов", "Иванов Олег", False),
        ("Дж. Джонсон", "Олег Джонсон", False),
        ("Дж. Джонсон", "John Johnson", True),
        ("Р. А. Ким", "Алла Роза Ким", True),
    ],
)
def test_an_initial_is_that_of_a_given_name(words, name, may):
    assert may_begin_alike(words, name) is may


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "most"), [("Ivanov Petrov", 300), ("Ivanov Petrov Smith", 900)])
def test_of_surnames_that_everybody_bears_so_many_names_are_compared(compared, typed, most):
    waiting(MANY)
    read_query(typed)
    assert 0 < len(compared) <= most


@pytest.mark.django_db
def test_a_name_among_many_is_told(compared):
    waiting([*MANY, "Sergei Ivanov"])
    assert "Sergei Ivanov" in read_query("Сергей Иванов").names[0].in_texts
    assert len(set(compared)) == len(compared)


@pytest.mark.django_db
def test_a_person_on_record_is_compared_with_the_likest_alone(compared):
    factories.PersonFactory(names={"fr": "Sergueï Ivanov", "ru": "Сергей Иванов"})
    waiting([*MANY, "Sergej Iwanow"])
    assert "Sergej Iwanow" in read_query("Сергей Иванов").names[0].in_texts
    assert len(compared) <= 4 * likest.MOST_NAMES


def test_each_spelling_is_compared_once_under_however_many_keys(compared):
    names = NamesInTexts()
    names.learn([("Sergei Ivanov", "sergei ivanov", key, False) for key in ("ifnf", "fnf", "~srkfnf")])
    assert names._like_row(["Сергей Иванов"], is_otherwise=True) == ("Sergei Ivanov",)
    assert names._like_row(["Сергей Иванов"], is_otherwise=False) == ("Sergei Ivanov",)
    assert len(compared) == 1


def test_what_is_faint_is_compared_with_those_of_the_same_given_name(compared):
    names = NamesInTexts()
    names.learn([(name, fold(name), "fnf", False) for name in MANY])
    assert not names._is_seconded("Sergei Ivanov")
    assert compared == []
