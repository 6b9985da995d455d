"""Passages: cutting, quoting, anchoring again, aligning."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.passages import (
    Segment,
    Span,
    align_paragraphs,
    joined,
    paragraphs,
    reanchor,
    segments,
    sentence_around,
    snippet,
)

TEXT = "Le roi Mohammed VI est reçu à Moscou."
SPANS = st.lists(st.builds(Span, st.integers(-5, 60), st.integers(-5, 60), st.integers()), max_size=8)


def test_a_text_without_spans_is_one_segment():
    assert segments(TEXT, []) == [Segment(TEXT)]
    assert segments("", [Span(0, 3)]) == []


def test_a_hit_inside_a_name_is_nested_in_it():
    name, hit = Span(7, 18, "name"), Span(16, 18, "hit")
    parts = segments(TEXT, [hit, name])
    assert [(p.text, p.payload) for p in parts] == [
        ("Le roi ", None),
        ("Mohammed ", "name"),
        ("VI", "hit"),
        (" est reçu à Moscou.", None),
    ]
    assert parts[1].opens == (name,)
    assert parts[2].closes == (hit, name)


def render(parts):
    return "".join(
        "".join(f"<{id(s)}>" for s in p.opens) + p.text + "".join(f"</{id(s)}>" for s in p.closes)
        for p in parts
    )


@given(st.text(alphabet="ab c", max_size=50), SPANS)
def test_segments_are_always_the_text_and_properly_nested(text, spans):
    parts = segments(text, spans)
    assert "".join(p.text for p in parts) == text
    stack = []
    for closing, mark in re.findall(r"<(/?)(\d+)>", render(parts)):
        if closing:
            assert stack.pop() == mark
        else:
            stack.append(mark)
    assert stack == []


def test_paragraphs_are_the_lines_that_are_not_blank():
    text = "  Un. \n\n \t\nDeux.\r\nTrois."
    found = paragraphs(text)
    assert [p.text for p in found] == ["Un.", "Deux.", "Trois."]
    assert all(text[p.start : p.end] == p.text for p in found)
    assert paragraphs(" \n ") == []


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("Avant. Selon M. Petrov, N. Orlov dort. Après.", "Orlov", "Selon M. Petrov, N. Orlov dort."),
        (
            "He left. “Mr. Smith won 3.5 points!” he said. End.",
            "Smith",
            "“Mr. Smith won 3.5 points!” he said.",
        ),
        ("Да. В 2016 г. Патрушев был там. Нет.", "Патрушев", "В 2016 г. Патрушев был там."),
        ("من هو؟ قال بنكيران نعم. لا", "بنكيران", "قال بنكيران نعم."),
        ("Titre\nUn texte sans point\nFin", "texte", "Un texte sans point"),
    ],
)
def test_the_sentence_around_a_word(text, word, sentence):
    start = text.index(word)
    assert text[slice(*sentence_around(text, start, start + len(word)))] == sentence


def test_a_snippet_shows_the_passage_with_most_different_hits():
    filler = "mot " * 100
    text = f"Rabat. {filler}Rabat et Moscou. {filler}"
    hits = [Span(m.start(), m.end(), "hit") for m in re.finditer("Rabat|Moscou", text)]
    parts = snippet(text, hits, 120)
    assert [p.text for p in parts if p.payload] == ["Rabat", "Moscou"]
    assert parts[0].text == parts[-1].text == "…"
    assert len("".join(p.text for p in parts)) <= 122


def test_a_snippet_without_hits_is_the_beginning_cut_at_a_word():
    assert "".join(p.text for p in snippet("abc def ghi", [], 6)) == "abc…"
    assert snippet("abc", [], 240) == [Segment("abc")]


@given(st.text(alphabet="ab \n.", max_size=60), SPANS, st.integers(1, 30))
def test_a_snippet_is_a_piece_of_the_text(text, spans, width):
    pieces = "".join(p.text for p in snippet(text, spans, width) if p.text != "…")
    assert pieces in text


def test_a_quotation_is_found_where_its_surroundings_are():
    new = "Moscou, hier. Le roi est à Moscou depuis mars."
    assert reanchor("Moscou", "Le roi est à ", " depuis", 0, new) == new.rindex("Moscou")
    assert reanchor("Moscou", "", "", 3, new) == 0
    assert reanchor("Rabat", "", "", 3, new) is None
    assert reanchor("", "", "", 3, new) is None


def test_paragraphs_align_one_to_one_when_lengths_agree():
    a = ["x" * n for n in (100, 40, 250)]
    assert align_paragraphs(a, a) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_paragraphs_that_were_joined_or_added_are_seen():
    a = ["x" * n for n in (100, 200, 150, 300)]
    assert align_paragraphs(a, ["y" * 100, "y" * 350, "y" * 300])[1] == ((1, 2), (1,))
    assert align_paragraphs(["y" * 300, "y" * 300], ["x" * 120, "x" * 180, "x" * 300])[0] == ((0,), (0, 1))
    lengths = [90, 400, 95, 800, 300, 280, 310]
    b = ["y" * n for n in lengths if n != 800]
    assert ((3,), ()) in align_paragraphs(["x" * n for n in lengths], b)


def test_spans_that_overlap_are_one_and_those_that_touch_are_two():
    name, word, next_to_it = Span(7, 18, "hit"), Span(16, 25, "hit"), Span(25, 30, "hit")
    assert joined([next_to_it, word, name]) == [Span(7, 25, "hit"), next_to_it]
    assert joined([Span(7, 18, "hit"), Span(9, 12, "hit"), Span(17, 20, "hit")]) == [Span(7, 20, "hit")]
    assert joined([]) == []


@given(SPANS)
def test_joined_spans_cover_what_the_spans_did_and_none_overlaps_another(spans):
    kept = [span for span in spans if span.start < span.end]
    result = joined(kept)
    assert {n for s in result for n in range(s.start, s.end)} == {
        n for s in kept for n in range(s.start, s.end)
    }
    assert all(one.end <= other.start for one, other in pairwise(result))


@given(*[st.lists(st.text(alphabet="a", max_size=90), max_size=6)] * 2)
def test_every_paragraph_stands_in_one_pair(a, b):
    pairs = align_paragraphs(a, b)
    assert [i for left, _ in pairs for i in left] == list(range(len(a)))
    assert [j for _, right in pairs for j in right] == list(range(len(b)))
