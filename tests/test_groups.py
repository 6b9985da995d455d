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
        ("gaz NOT (Trump OR Merkel)", "gaz -Trump -Merkel"),
        ("gaz NOT(Trump OR Merkel)", "gaz -Trump -Merkel"),
        ("x -(a NOT b OR c)", "x -a -c OR x b -c"),
        ("(a NOT b) OR (c OR d)", "a -b OR c OR d"),
        ("(a AND b OR c) d", "a b d OR c d"),
        ("x1 -(a1 b1)", "x1 -a1 OR x1 -b1"),
        ("x1 NOT (a1 b1)", "x1 -a1 OR x1 -b1"),
        ("a1 NOT NOT (b1 OR c1)", "a1 -b1 -c1"),
        ("(a1 OR NOT) c1", "a1 c1"),
        ("(a1|b1) c1", "a1 c1 OR b1 c1"),
        ("(a1 | b1)|c1", "a1 OR b1 OR c1"),
        ("Macron () (a OR b)", "Macron a OR Macron b"),
        ("(mines d'or ou gaz) (or et argent)", "mines d'or or et argent OR gaz or et argent"),
        ("Portland (OR) (mayor OR council)", 'Portland "OR" mayor OR Portland "OR" council'),
    ],
)
def test_alternatives_in_parentheses_are_multiplied_out(typed, asked):
    assert multiplied_out(typed) == (asked, False)


@pytest.mark.parametrize(
    "typed",
    [
        "la MINURSO (Sahara)",
        "a OR b) c",
        ") a OR (b",
        "()",
        "f(x) OR g",
        '"(a OR b)" c',
        "(ou) la",
        "Portland (OR)",
        "Sénégal (ou) Mali",
        "Maroc (or)",
        "mines (or et argent) Maroc",
        "mines (argent et or) Maroc",
        "",
    ],
)
def test_other_parentheses_leave_the_query_as_it_is(typed):
    assert multiplied_out(typed) == (typed, False)
    assert part(typed).branches or not typed.strip("()")


@pytest.mark.parametrize(
    "typed",
    [
        "(a OR b",
        "((a OR b) c",
        "(a OR b) " * 5,
        "(a OR b OR c OR d) (e OR f OR g) h i j k l",
    ],
)
def test_alternatives_in_parentheses_that_cannot_be_read_leave_the_query_whole_and_it_is_told(typed):
    assert multiplied_out(typed) == (typed, True)
    assert part(typed).is_flat


def test_no_alternative_loses_a_condition():
    branches = part("(Agadir OR Dakhla OR Rabat OR Meknes) (Fes OR Oujda OR Settat) accord guerre").branches
    assert len(branches) == 12
    assert all([piece.text for piece in branch[2:]] == ["accord", "guerre"] for branch in branches)


def test_what_is_multiplied_out_is_asked_and_the_letters_as_typed_are_not():
    assert part("(Trump OR Merkel) accord").text == "(Trump OR Merkel) accord"
    branches = part("(Trump OR Merkel) accord").branches
    assert [[piece.text for piece in branch] for branch in branches] == [
        ["Trump", "accord"],
        ["Merkel", "accord"],
    ]
    assert len(part("(Trump OR Merkel) accord", as_typed=True).branches) == 2
    assert part("(Trump OR Merkel) accord", as_typed=True).branches[0][0].text == "(Trump"


@pytest.mark.django_db
def test_the_page_and_the_exports_tell_that_parentheses_were_not_read(client):
    told = "The parentheses were not read"
    assert told in client.get("/en/articles/", {"q": "(Trump OR Merkel"}).text
    assert told not in client.get("/en/articles/", {"q": "(Trump OR Merkel)"}).text
    exported = client.get("/en/articles.json", {"q": "(Trump OR Merkel"})
    assert told in b"".join(exported.streaming_content).decode()
