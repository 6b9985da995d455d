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
    ("headline", "text", "name"),
    [
        ("Tarasov contre Tarasov", "Ilia Tarasov poursuit son fils.", "Ilia Tarasov"),
        ("Tarasov v Tarasov", "Ilia Tarasov sues his son.", "Ilia Tarasov"),
        ("Тарасов против Тарасова", "Илья Тарасов судится с сыном.", "Илья Тарасов"),
    ],
)
def test_a_surname_against_itself_is_proposed_at_the_most(headline, text, name):
    assert {status for exact, status in found(text, name, headline=headline) if " " not in exact} <= {
        PROPOSED
    }
    assert (name, LINKED) in found(text, name, headline=headline)


def test_a_surname_that_the_text_gives_to_another_too_is_proposed():
    text = "Ilia Tarasov plaide. Son fils Boris Tarasov se tait. Tarasov a souri."
    assert ("Tarasov", PROPOSED) in found(text, "Ilia Tarasov")


def test_a_surname_of_one_is_linked():
    assert ("Tarasov", LINKED) in found("Ilia Tarasov plaide. Tarasov a souri.", "Ilia Tarasov")


@pytest.mark.parametrize(
    ("text", "name", "father"),
    [
        (
            "استقبل سالم بن هزاع العتيقي الضيوف. وحضر والده هزاع العتيقي أيضا.",
            "سالم بن هزاع العتيقي",
            "العتيقي",
        ),
        (
            "Salem bin Hazza al-Otaiqi spoke. His father Hazza al-Otaiqi wept.",
            "Salem bin Hazza al-Otaiqi",
            "Otaiqi",
        ),
        (
            "Салем бин Хазза аль-Отаики уехал. Отец, Хазза аль-Отаики, остался.",
            "Салем бин Хазза аль-Отаики",
            "Отаики",
        ),
    ],
)
def test_a_father_is_not_his_son(text, name, father):
    finds = found(text, name)
    assert finds[0] == (name, LINKED)
    assert all(not exact.endswith(father) for exact, _status in finds[1:])


def test_a_son_by_his_own_given_name_is_linked():
    finds = found("سالم بن هزاع العتيقي هنا. وقال العتيقي ذلك.", "سالم بن هزاع العتيقي")
    assert ("العتيقي", LINKED) in finds
