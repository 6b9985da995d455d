"""Which stretches of a text may hold a word of a query: some too many, none too few, and not all of them."""

import pytest

from articles.search.resembling import resembling


@pytest.mark.parametrize(
    ("text", "tsquery", "found"),
    [
        ("Une négociation, des NÉGOCIATEURS.", "'négoci'", {"négociation,", "NÉGOCIATEURS."}),
        ("l’énergie d'Énergies\u00a0énergie", "'energ'", {"l’énergie", "d'Énergies", "énergie"}),
        ("Ёлка и елка; еще", "'елка'", {"Ёлка", "елка;"}),
        ("les deux\n\nmaisons", "'maison' & 'deux'", {"deux", "maisons"}),
        ("he dies, she cried", "'die':* | 'cri':*", {"dies,", "cried"}),
        ("l'U.R.S.S. du S-400", "'urss'", {"l'U.R.S.S."}),
        ("du S-400, un S 400 et le S/400", "'s400'", {"S-400,", "S 400", "S/400"}),
        ("un F 16, le T-72 et un F", "'f16' | 't72'", {"F 16,", "T-72"}),
        ("cœur, ne\u0301goce, paix", "'negoc'", {"cœur,", "ne\u0301goce,"}),
        ("œuvre, hors-d’œuvre, ouvre", "'oeuvr'", {"œuvre,", "hors-d’œuvre,"}),
        ("né\u00adgoce, n\u200bégoce", "'negoc'", {"né\u00adgoce,", "n\u200bégoce"}),
        ("paix et guerre", "'~a12'", set()),
        ("paix et guerre", "''", {"paix", "et", "guerre"}),
        ("", "'paix'", set()),
        ("в 2016-12 году", "'-12'", {"2016-12"}),
    ],
)
def test_the_stretches_that_may_hold_a_word(text, tsquery, found):
    assert resembling(text, tsquery) == found


def test_of_a_text_in_another_script_every_word_may_be_one():
    text = "أعلن المغرب اليوم عن اتفاق جديد"
    assert resembling(text, "'مغرب'") == set(text.split())


def test_a_stretch_is_told_once_however_often_it_holds_a_beginning():
    assert resembling("neg-neg-neg a neg-neg-neg", "'neg'") == {"neg-neg-neg"}


def test_signs_of_patterns_are_signs():
    assert resembling("a+b [x] c.d (e)", "'[x' | '\\\\d'") >= {"[x]"}
