"""Surnames that a family shares: no text makes a father of his son, nor one of two who go to law."""

import pytest

from articles.names import KnownName, NameFinder
from articles.vocabulary import MentionStatus

LINKED, PROPOSED = MentionStatus.LINKED.value, MentionStatus.PROPOSED.value


def found(text: str, *names: str, headline: str = "") -> list[tuple[str, str]]:
    known = [KnownName(number, name, "person", "authorized", "fr") for number, name in enumerate(names)]
    finds = NameFinder(known).find_in({"headline": headline, "body": text})
    return [(one.exact, one.status) for one in finds]


@pytest.mark.parametrize(
    ("headline", "text", "finds"),
    [
        (
            "Tarasov contre Tarasov",
            "Ilia Tarasov poursuit son fils.",
            [("Tarasov", PROPOSED), ("Tarasov", PROPOSED), ("Ilia Tarasov", LINKED)],
        ),
        (
            "Tarasov v Tarasov",
            "Ilia Tarasov sues his son.",
            [("Tarasov", PROPOSED), ("Tarasov", PROPOSED), ("Ilia Tarasov", LINKED)],
        ),
        (
            "Тарасов против Тарасова",
            "Илья Тарасов судится с сыном.",
            [("Тарасов", PROPOSED), ("Тарасова", PROPOSED), ("Илья Тарасов", LINKED)],
        ),
    ],
)
def test_a_surname_against_itself_is_proposed_at_the_most(headline, text, finds):
    assert found(text, finds[-1][0], headline=headline) == finds


def test_a_surname_that_the_text_gives_to_another_too_is_proposed():
    text = "Ilia Tarasov plaide. Son fils Boris Tarasov se tait. Tarasov a souri."
    assert found(text, "Ilia Tarasov") == [("Ilia Tarasov", LINKED), ("Tarasov", PROPOSED)]


def test_a_surname_of_one_is_linked():
    finds = [("Ilia Tarasov", LINKED), ("Tarasov", LINKED)]
    assert found("Ilia Tarasov plaide. Tarasov a souri.", "Ilia Tarasov") == finds


@pytest.mark.parametrize(
    ("name", "another", "lone"),
    [
        # A particle that two surnames share.
        ("Zine el-Abidine Ben Ali", "Mohamed Ben Salah", "Ben Ali"),
        ("Marine Le Pen", "Jean Le Gall", "Le Pen"),
        # One surname within another, which is not found in it.
        ("Mohamed Ali", "Zine Ben Ali", "Ali"),
        ("Zine Ben Ali", "Mohamed Ali", "Ben Ali"),
        # A given name of somebody who has another surname.
        ("Charles Michel", "Jean Michel Dupont", "Michel"),
        # Himself with his father's name, as he is on no record.
        ("بشار الأسد", "بشار حافظ الأسد", "الأسد"),
    ],
)
def test_a_surname_of_which_another_has_a_part_is_linked(name, another, lone):
    assert found(f"{name} parle. Avec {another} on travaille. Puis {lone} sourit.", name) == [
        (name, LINKED),
        (lone, LINKED),
    ]


@pytest.mark.parametrize(
    ("name", "longer", "status"),
    [
        ("Donald Trump", "Donald John Trump", PROPOSED),
        ("Hillary Clinton", "Hillary Diane Clinton", PROPOSED),
        ("François Hollande", "François Gérard Hollande", PROPOSED),
        ("Илья Тарасов", "Илья Борисович Тарасов", LINKED),
    ],
)
def test_his_own_other_names_share_no_surname(name, longer, status):
    lone = name.split()[1]
    finds = [(name, LINKED), (longer, status), (lone, LINKED)]
    assert found(f"{name} parle. Avec {longer} on travaille. Puis {lone} sourit.", name) == finds


@pytest.mark.parametrize(
    ("name", "another", "lone", "finds"),
    [
        ("Marine Le Pen", "Jean-Marie Le Pen", "Le Pen", []),
        ("Donald Trump", "Melania Trump", "Trump", []),
        ("Donald Trump", "Mary L. Trump", "Trump", []),
        ("Илья Тарасов", "Борис Петрович Тарасов", "Тарасов", []),
        ("بشار الأسد", "حافظ الأسد", "الأسد", []),
        ("بشار الأسد", "باسل حافظ الأسد", "الأسد", []),
        ("نزار الأسد", "نزار الأسد وحافظ الأسد", "الأسد", [("نزار الأسد", LINKED), ("الأسد", PROPOSED)]),
        # With an article, or without it.
        ("Bachar al-Assad", "Karim al-Assad", "Assad", []),
        ("Bachar al-Assad", "Karim al-Assad", "al-Assad", []),
        ("Bachar Assad", "Karim el-Assad", "Assad", []),
        ("Dominique de Villepin", "Marie de Villepin", "Villepin", [("Villepin", PROPOSED)]),
    ],
)
def test_a_surname_is_shared_where_another_bears_the_whole_of_it(name, another, lone, finds):
    assert found(f"{name} parle. Avec {another} on travaille. Puis {lone} sourit.", name) == [
        (name, LINKED),
        *finds,
        (lone, PROPOSED),
    ]


def test_an_unknown_word_before_an_article_may_be_anothers_given_name():
    finds = found("Bachar al-Assad parle. Hafez al-Assad était son père.", "Bachar al-Assad")
    assert finds == [("Bachar al-Assad", LINKED), ("al-Assad", PROPOSED)]


@pytest.mark.parametrize("names", [["Donald Trump", "Melania Trump"], ["Melania Trump", "Donald Trump"]])
def test_a_surname_of_two_on_record_is_nobodys(names):
    text = "Donald Trump parle. Melania Trump se tait. Trump a souri."
    assert found(text, *names) == [("Donald Trump", LINKED), ("Melania Trump", LINKED)]


def test_a_given_name_of_another_on_record_shares_no_surname():
    text = "Charles Michel parle. Jean Michel Dupont se tait. Michel a souri."
    assert found(text, "Charles Michel", "Jean Michel Dupont") == [
        ("Charles Michel", LINKED),
        ("Jean Michel Dupont", LINKED),
        ("Michel", LINKED),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "استقبل سالم بن هزاع العتيقي الضيوف. وحضر والده هزاع العتيقي أيضا.",
            "سالم بن هزاع العتيقي",
        ),
        (
            "Salem bin Hazza al-Otaiqi spoke. His father Hazza al-Otaiqi wept.",
            "Salem bin Hazza al-Otaiqi",
        ),
        (
            "Салем бин Хазза аль-Отаики уехал. Отец, Хазза аль-Отаики, остался.",
            "Салем бин Хазза аль-Отаики",
        ),
    ],
)
def test_a_father_is_not_his_son(text, name):
    assert found(text, name) == [(name, LINKED)]


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        (
            "قال محمد بن محمد المرزوقي ذلك. وأضاف محمد المرزوقي كلمة.",
            [("محمد بن محمد المرزوقي", LINKED), ("المرزوقي", PROPOSED)],
        ),
        (
            "Mohamed ben Mohamed Trabelsi parle. Mohamed Trabelsi est parti.",
            [("Mohamed ben Mohamed Trabelsi", LINKED), ("Trabelsi", PROPOSED)],
        ),
    ],
)
def test_a_son_named_as_his_father_is_may_be_either(text, finds):
    assert found(text, finds[0][0]) == finds


def test_a_son_by_his_own_given_name_is_linked():
    finds = found("سالم بن هزاع العتيقي هنا. وقال العتيقي ذلك.", "سالم بن هزاع العتيقي")
    assert finds == [("سالم بن هزاع العتيقي", LINKED), ("العتيقي", LINKED)]
