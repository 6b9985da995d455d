"""Cognates: a text and its translation share cues in every script, and those cues rank and judge."""

import pytest

from articles.cognates import COMMON, cue_value, cues_of, is_likely, likeness, shortlist, weights_of


def shared(one: str, other: str) -> set[str]:
    return set(cues_of(one) & cues_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("le président", "the president"),
        ("the president", "президент"),
        ("Nikolaï Patrouchev", "Николая Патрушева"),
        ("Patrushev", "باتروشيف"),
        ("économie", "экономики"),
        ("télévision", "телевидение"),
        ("Hammouchi", "حموشي"),
        ("Moscou Novosti", "وموسكو نوفوستي"),
    ],
)
def test_kindred_words_share_a_cue_in_any_scripts(one, other):
    assert shared(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 250 000 dirhams", "1,250,000 dh"),
        ("1\u202f250 pages", "1250 страниц"),
        ("en 2016", "عام ٢٠١٦"),
        ("3,5 %", "3.5 percent"),
        ("le 15", "15th"),
    ],
)
def test_numbers_are_the_same_however_they_are_written(one, other):
    assert any(cue.startswith("#") for cue in shared(one, other))


def test_a_single_digit_is_no_cue():
    assert not cues_of("3 7 ٥")


def test_an_arabic_word_is_known_without_its_conjunction_or_preposition():
    assert shared("المغرب", "والمغرب")
    assert shared("المغرب", "للمغرب")
    assert shared("روسيا", "بروسيا")


def test_a_text_without_words_has_no_cues_and_is_like_nothing():
    assert cues_of(" … ") == frozenset()
    assert likeness(cues_of(""), cues_of("Patrouchev"), {}) == 0.0
    assert shortlist({}, 10, 5) == []
    assert not is_likely([])


def test_a_cue_is_stored_as_a_signed_bigint():
    assert all(-(2**63) <= cue_value(cue) < 2**63 for cue in cues_of("Patrouchev 2016 Rabat Moscou"))


def test_a_rare_cue_tells_more_than_a_frequent_one_and_that_more_than_a_common_one():
    postings = {"#1999": [1], "~maruk": list(range(150))}
    weights = weights_of(["#1999", "~maruk", "~brisi"], postings, 50_000, read=[["~brisi"], ["~brisi"]])
    assert weights["#1999"] > weights["~maruk"] > weights["~brisi"] == pytest.approx(0, abs=1e-6)


def test_a_common_cue_that_the_texts_read_lack_is_taken_for_barely_common():
    weights = weights_of(["~brisi", "~maruk"], {"~maruk": range(COMMON)}, 50_000, read=[["#1"]])
    assert weights["~brisi"] == weights["~maruk"]


def test_the_shortlist_has_the_texts_with_most_weight_and_three_cues_at_least():
    postings = {"a": [1, 2, 3], "b": [1, 2, 3], "c": [1, 3], "d": [3], "e": [2, 4], "f": [4]}
    assert shortlist(postings, 1000, 10) == [3, 1, 2]
    assert shortlist(postings, 1000, 1) == [3]


def test_a_text_is_wholly_like_itself_and_less_so_a_longer_one():
    cues = cues_of("Patrouchev a rencontré Hammouchi le 15 décembre 2016 à Moscou")
    weights = weights_of(cues, {}, 1000)
    assert likeness(cues, cues, weights) == pytest.approx(1)
    longer = cues | cues_of("Le comité olympique international discute des finances de Lausanne")
    assert 0.3 < likeness(cues, longer, weights) < 0.9


def test_across_scripts_fewer_shared_cues_are_as_telling():
    cues, other = cues_of("Patrouchev visite Rabat mardi"), cues_of("Патрушев посетил столицу во вторник")
    weights = weights_of(cues, {}, 1000)
    same, across = likeness(cues, other, weights), likeness(cues, other, weights, ("Latn", "Cyrl"))
    assert 0 < same < across <= 1


def test_a_translation_is_likely_by_itself_or_by_its_lead():
    assert is_likely([0.3, 0.29])
    assert is_likely([0.12, 0.05])
    assert not is_likely([0.12, 0.09])
    assert not is_likely([0.12])
    assert not is_likely([0.05, 0.0])
