"""Prints: a reprint is told however it was cut or edited, and nothing else is."""

import subprocess
import sys
from pathlib import Path

import pytest

from articles.prints import COMMON_PRINT, KEPT, REPRINT_THRESHOLD, containment, hash64, prints_of

WORDS = [f"mot{number * number % 997}x{number}" for number in range(2000)]


def words(start: int, end: int) -> str:
    return " ".join(WORDS[start:end])


def test_a_print_is_the_same_number_in_every_process():
    code = (
        "from articles.prints import prints_of; print(prints_of('Le roi du Maroc a reçu le ministre russe'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parent.parent,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {f"{prints_of('Le roi du Maroc a reçu le ministre russe')}\n"}


def test_a_print_fits_a_signed_bigint():
    assert all(-(2**63) <= hash64(word) < 2**63 for word in WORDS)
    assert any(hash64(word) < 0 for word in WORDS)


def test_of_a_long_text_one_print_in_eight_is_kept_by_value():
    prints = prints_of(words(0, 1600))
    assert all(value % KEPT == 0 for value in prints)
    assert 150 < len(prints) < 250


def test_a_short_text_keeps_every_print():
    assert len(prints_of(words(0, 60))) == 59


def test_case_accents_and_punctuation_make_no_difference():
    assert prints_of("Déjà, l'État-Major l'a dit hier") == prints_of("deja l etat major l A DIT hier")


def test_a_text_without_words_has_no_prints():
    assert prints_of("") == prints_of(" — … ") == []
    assert containment([], []) == containment([], prints_of("un mot")) == 0.0


def test_a_text_of_few_words_has_one_print():
    assert len(prints_of("Dépêche urgente")) == 1
    assert containment(prints_of("Dépêche urgente"), prints_of("dépêche urgente")) == 1.0


def test_a_text_contains_itself():
    assert containment(prints_of(words(0, 400)), prints_of(words(0, 400))) == 1.0


@pytest.mark.parametrize("length", [30, 60, 100, 200, 400, 1000])
def test_a_text_with_one_word_in_twelve_changed_is_a_reprint(length):
    changed = [word if place % 12 else f"autre{place}" for place, word in enumerate(WORDS[:length])]
    assert containment(prints_of(words(0, length)), prints_of(" ".join(changed))) >= REPRINT_THRESHOLD


@pytest.mark.parametrize("length", [60, 100, 200, 400, 1000])
def test_a_text_of_which_half_is_new_is_a_reprint(length):
    half = words(0, length // 2) + " " + words(1000, 1000 + length // 2)
    assert containment(prints_of(words(0, length)), prints_of(half)) >= REPRINT_THRESHOLD


@pytest.mark.parametrize("kept", [75, 120, 200, 400])
def test_an_excerpt_is_found_in_the_whole_although_each_keeps_its_own_share(kept):
    assert containment(prints_of(words(300, 300 + kept)), prints_of(words(0, 1500))) > 0.9


def test_one_phrase_in_common_makes_no_reprint():
    phrase = "le président de la"
    assert (
        containment(prints_of(f"{phrase} république dort"), prints_of(f"{phrase} république veille")) == 0.0
    )


def test_prints_that_very_many_texts_have_do_not_count():
    note = words(0, 40)
    one, other = prints_of(f"{note} {words(100, 130)}"), prints_of(f"{note} {words(200, 230)}")
    assert containment(one, other) >= REPRINT_THRESHOLD
    assert containment(one, other, dict.fromkeys(prints_of(note), COMMON_PRINT)) == 0.0


def test_the_more_texts_have_a_print_the_less_it_tells():
    note = words(0, 40)
    one, other = prints_of(f"{note} {words(100, 130)}"), prints_of(f"{note} {words(200, 230)}")
    seldom, often = (containment(one, other, dict.fromkeys(prints_of(note), count)) for count in (2, 50))
    assert 0 < often < seldom < containment(one, other)


def test_a_text_that_many_papers_reprinted_still_contains_itself():
    prints = prints_of(words(0, 90))
    assert containment(prints, prints, dict.fromkeys(prints, 60)) == pytest.approx(1.0)


def test_short_words_make_no_difference():
    assert prints_of("Le ministre a reçu hier un ambassadeur") == prints_of("ministre reçu hier ambassadeur")


def test_a_text_of_short_words_is_known_by_them():
    assert len(prints_of("Il a dit non")) == 3


@pytest.mark.parametrize("length", [40, 60, 100, 200, 400, 1000])
def test_a_text_whose_every_other_clause_is_new_is_a_reprint(length):
    changed = [word if place // 6 % 2 else f"autre{place}" for place, word in enumerate(WORDS[:length])]
    assert containment(prints_of(words(0, length)), prints_of(" ".join(changed))) >= REPRINT_THRESHOLD
