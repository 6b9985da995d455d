"""What one slip makes of a word, and what another keyboard does; no database is asked."""

import pytest

from articles.search.layouts import on_other_keyboards
from articles.search.slips import (
    ALPHABETS,
    cost_of,
    is_key,
    key_of,
    skeletons_near,
    slips_of,
    words_written,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tere", "terre"),
        ("parliment", "parliament"),
        ("правителство", "правительство"),
        ("الانتخبات", "الانتخابات"),
        ("guerer", "guerre"),
        ("gurre", "guerre"),
        ("guurre", "guerre"),
    ],
)
def test_a_slip_is_one_letter_more_or_less_or_another_or_two_exchanged(typed, meant):
    assert meant in slips_of(typed)
    assert typed in slips_of(meant)
    assert cost_of(typed, meant) is not None


def test_a_word_is_no_slip_of_itself():
    assert "terre" not in slips_of("terre")
    assert cost_of("terre", "terre") == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("acomodation", "accommodation"), ("definateli", "definitely"), ("правительсво", "правительство")],
)
def test_a_long_word_may_have_two_slips(typed, meant):
    near = skeletons_near(typed) & ({*skeletons_near(meant)})
    assert near or meant in slips_of(typed)
    assert cost_of(typed, meant) is not None


@pytest.mark.parametrize(("typed", "known"), [("terra", "guerre"), ("tere", "terres"), ("mardi", "marches")])
def test_a_short_word_may_not(typed, known):
    assert cost_of(typed, known) is None
    assert not skeletons_near("terre")


def test_a_doubled_letter_is_likelier_than_a_vowel_and_that_than_another_beginning():
    costs = [cost_of("tere", near) for near in ("terre", "tare", "tere" + "s", "mere")]
    assert costs == sorted(costs)
    assert costs[0] < costs[1] < costs[-1]
    assert cost_of("presidnet", "president") < cost_of("presidnet", "presidnex")


def test_slips_keep_to_the_letters_of_their_script():
    for word, script in (("terre", "Latn"), ("земля", "Cyrl"), ("ارض", "Arab")):
        assert set().union(*slips_of(word)) <= set(ALPHABETS[script])


@pytest.mark.parametrize("key", ["", "abc", "a" * 31, "ελλάδα", "terrя", "1234", "a1234", "te<re", "te\0re"])
def test_what_is_no_word_of_a_known_script_is_no_key(key):
    assert not is_key(key)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Aujourd’hui", "aujourdhui"),
        ("porte-parole", "porteparole"),
        ("Élysée", "elysee"),
        ("Ещё", "еще"),
        ("الأمريكية", "الامريكيه"),
        ("«2016»", ""),
    ],
)
def test_a_key_is_the_letters_folded(word, key):
    assert key_of(word) == key


def test_words_are_read_with_what_joins_them_and_without_what_is_elided():
    text = "L’économie d’aujourd’hui : le porte-parole, la Syrie, en 2016 ; le prési\u00addent."
    assert list(words_written(text)) == [
        "économie",
        "aujourd",
        "porte-parole",
        "porte",
        "parole",
        "Syrie",
        "président",
    ]
    assert list(words_written("aujourd’hui")) == ["aujourd’hui", "aujourd"]
    assert "الحكومة" in list(words_written("الحُكُومَة"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ghbdtn", "привет"),
        ("Gfnheitd", "Патрушев"),
        ("'rjyjvbrf", "экономика"),
        (",jkmijq", "большой"),
        ("зфкдшфьуте", "parliament"),
        ("Ьщысщц", "Moscow"),
        ("hgp;,lm", "الحكومة"),
        ("حشقمهشةثىف", "parliament"),
        ("ىهلاف", "nibt"),
        ('prwdf -gfnh OR "vbh" 2016', None),
    ],
)
def test_a_query_is_what_the_same_keys_write_on_another_keyboard(typed, meant):
    ways = on_other_keyboards(typed, [typed.split()[0]])
    if meant:
        assert meant in ways
    assert all("OR" in way and "2016" in way for way in ways if meant is None)


def test_the_keys_of_a_french_keyboard_are_others():
    assert "кризис" in on_other_keyboards("rhbpbc", ["rhbpbc"])
    assert "Патрушев" in on_other_keyboards("Gfnheitd", ["Gfnheitd"])
    assert "йцук" in on_other_keyboards("azer", ["azer"])


def test_only_the_words_that_no_text_has_may_be_of_another_keyboard():
    ways = on_other_keyboards("Gfnheitd visite -Moscou", ["Gfnheitd"])
    assert "Патрушев visite -Moscou" in ways
    assert on_other_keyboards("12 + 12", ["12"]) == []
