"""Paragraphs set beside each other by hand: what a row may hold, what readers see of it; texts of one original."""

import re
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles.alignment import (
    Move,
    by_way_of,
    fitting_rows,
    moved,
    numbers_of,
    read_rows,
    rows_in_words,
    rows_of,
    stored_rows,
    swapped,
)
from articles.models import Translation
from articles.vocabulary import ArticleStatus
from tests import factories

STORED = [[[1], [1]], [[2, 3], [2]], [[], [3]]]


# Rows


def test_rows_are_stored_as_they_are_read():
    assert stored_rows(read_rows(STORED)) == STORED
    assert rows_in_words(STORED) == "1–1, 2+3–2, –3"


@pytest.mark.parametrize(
    "broken",
    [
        {"1": [1]},
        [[[1], [1], [1]]],
        [[1, 1]],
        [[[], []]],
        [[[1], [1]], [[1], [2]]],
        [[[2], [1]], [[1], [2]]],
        [[[1], [1]], [[3], [2]]],
        [[[1.0], [1]]],
        [[[True], [1]]],
        [[["1"], [1]]],
        None,
    ],
)
def test_what_holds_a_paragraph_twice_out_of_order_or_not_at_all_is_no_alignment(broken):
    assert read_rows(broken) is None


def test_rows_fit_only_texts_of_as_many_paragraphs():
    assert fitting_rows(STORED, 3, 3) == [((0,), (0,)), ((1, 2), (1,)), ((), (2,))]
    for counts in ((3, 2), (4, 3), (2, 3), (3, 4)):
        assert fitting_rows(STORED, *counts) is None


def rows_between(first: int, second: int):
    """Any rows of two texts of so many paragraphs."""
    numbers = [
        st.lists(st.integers(1, first + second), min_size=n, max_size=n).map(sorted) for n in (first, second)
    ]
    return st.tuples(*numbers).map(lambda sides: rows_of(*sides))


@given(rows_between(5, 4), st.integers(0, 1), st.integers(0, 3), st.sampled_from(Move))
def test_no_move_loses_a_paragraph_or_its_order(rows, side, place, move):
    after = moved(*numbers_of(rows), side, place, move)
    assert read_rows(stored_rows(after)) == after
    assert fitting_rows(stored_rows(after), 5, 4) == after
    for first, second in pairwise(numbers_of(after)[side]):
        assert first <= second


@given(rows_between(4, 3))
def test_read_from_the_other_text_and_back_rows_are_the_same(rows):
    assert swapped(swapped(rows)) == rows
    assert fitting_rows(stored_rows(swapped(rows)), 3, 4) is not None


@given(rows_between(3, 4), rows_between(4, 3))
def test_by_way_of_a_third_text_every_paragraph_stands_once_in_order(first, second):
    assert fitting_rows(stored_rows(by_way_of(first, second)), 3, 3) is not None


def test_by_way_of_a_third_text_what_shares_a_paragraph_of_it_stands_together():
    first = [((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((3,), (3,))]
    second = [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((), (3,)), ((3,), ())]
    assert by_way_of(first, second) == [
        ((0,), (0,)),
        ((1,), (1, 2)),
        ((), (3,)),
        ((2,), ()),
        ((3,), ()),
    ]


@pytest.mark.parametrize(
    ("side", "place", "move", "words"),
    [
        (0, 1, Move.UP, "1+2–1, –2, 3–3"),
        (0, 1, Move.DOWN, "1–1, –2, 2+3–3"),
        (0, 0, Move.UP, "1–, –1, 2–2, 3–3"),
        (1, 2, Move.DOWN, "1–1, 2–2, 3–, –3"),
        (0, 1, Move.APART, "1–1, –2, 2–, 3–3"),
        (1, 1, Move.ALL_DOWN, "1–1, 2–, 3–2, –3"),
        (1, 1, Move.ALL_UP, "1–1+2, 2–3, 3–"),
        (1, 0, Move.JOIN, "1+2–1+2, 3–3"),
    ],
)
def test_a_move_takes_a_paragraph_where_it_says(side, place, move, words):
    assert rows_in_words(stored_rows(moved([1, 2, 3], [1, 2, 3], side, place, move))) == words


# What readers see


@pytest.fixture
def link(db) -> Translation:
    """A French text of a lede and three paragraphs, and its Arabic translation of three in all."""
    original = factories.ArticleFactory(lede="Chapeau.", body="Un.\n\nDeux.\n\nTrois.")
    translation = factories.ArticleFactory(
        language="ar", headline="عنوان", lede="", body="واحد.\n\nاثنان.\n\nثلاثة."
    )
    return factories.TranslationFactory(original=original, translation=translation)


def set_by_hand(link: Translation, *rows) -> None:
    link.alignment = [list(row) for row in rows]
    link.clean()
    link.save()


HAND = ([[1, 2, 3], [1]], [[4], []], [[], [2, 3]])


def shown(client: Client, address: str) -> list[tuple[str, str]]:
    """The rows of a parallel page, as the texts of both columns."""
    html = client.get(address).content.decode()
    rows = re.findall(r'<div class="pair-row">(.*?)</div>\s*</div>', html, re.DOTALL)
    found = []
    for row in rows:
        columns = [re.sub(r"<[^>]+>", " ", side).split() for side in row.split("</div>")]
        found.append((" ".join(columns[0]), " ".join(columns[1])))
    return found


def test_rows_set_by_hand_win_read_from_either_side(client, link):
    address = f"/en/articles/{link.original_id}/parallel/"
    computed = shown(client, address)
    set_by_hand(link, *HAND)
    expected = [("Chapeau. Un. Deux.", "واحد."), ("Trois.", ""), ("", "اثنان. ثلاثة.")]
    assert computed != expected
    assert shown(client, address) == expected
    other = f"/en/articles/{link.translation_id}/parallel/"
    assert shown(client, other) == [(second, first) for first, second in expected]
    assert "was set by hand." in client.get(address).text


def test_rows_that_no_longer_fit_are_left_aside_and_kept(client, link):
    address = f"/en/articles/{link.original_id}/parallel/"
    set_by_hand(link, *HAND)
    link.translation.body += "\n\nأربعة."
    link.translation.save()
    assert "by their order and length" in client.get(address).text
    columns = list(zip(*shown(client, address), strict=True))
    assert " ".join(filter(None, columns[1])) == "واحد. اثنان. ثلاثة. أربعة."
    link.refresh_from_db()
    assert link.alignment == list(HAND)
    assert link.is_outgrown
    link.clean()


@pytest.mark.django_db
def test_the_record_refuses_rows_that_are_none():
    with pytest.raises(ValidationError, match="exactly one row"):
        factories.TranslationFactory.build(alignment=[[[2], [1]]]).clean()


def test_a_new_alignment_is_seen_at_once_by_readers_who_have_the_page(client, link):
    address = f"/en/articles/{link.original_id}/parallel/"
    etag = client.get(address)["ETag"]
    Translation.objects.filter(pk=link.pk).update(alignment=list(HAND))
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200
    assert shown(client, address)[0][0] == "Chapeau. Un. Deux."


# Other tellings of the same original


@pytest.fixture
def sibling(link):
    """An English translation of the same original."""
    english = factories.ArticleFactory(
        language="en", headline="The visit", lede="", body="One and two.\n\nThree."
    )
    return factories.TranslationFactory(original=link.original, translation=english)


def test_two_translations_of_one_original_are_offered_to_each_other(client, link, sibling):
    html = client.get(f"/fr/articles/{link.translation_id}/").text
    assert f'<a href="/fr/articles/{sibling.translation_id}/" hreflang="en">' in " ".join(html.split())
    assert f"/fr/articles/{link.translation_id}/parallel/?with={sibling.translation_id}" in html
    assert "from the same original" in client.get(f"/en/articles/{link.translation_id}/").text


def test_two_translations_stand_side_by_side_and_among_the_choice(client, link, sibling):
    address = f"/fr/articles/{link.translation_id}/parallel/"
    html = " ".join(client.get(f"{address}?with={sibling.translation_id}").text.split())
    assert "The visit" in html
    assert f'<a href="?with={link.original_id}"><span lang="fr"' in html
    # A reader of English gets the English one first.
    assert "The visit" in client.get(address.replace("/fr/", "/en/")).text


def test_what_machines_are_told_names_no_sibling_as_a_translation(client, link, sibling):
    html = client.get(f"/en/articles/{link.translation_id}/").text
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1]
    assert f"/en/articles/{link.original_id}/" in data
    assert f"/en/articles/{sibling.translation_id}/" not in data
    heads = re.findall(r'<link rel="alternate"\s+hreflang="(\w+)"\s+href="http://localhost/\w+([^"]+)"', html)
    assert {path for _language, path in heads} == {f"/articles/{link.translation_id}/"}


def test_a_sibling_that_is_not_published_is_not_offered(client, link, sibling):
    sibling.translation.status = ArticleStatus.DRAFT
    sibling.translation.save()
    address = f"/en/articles/{link.translation_id}/"
    assert f"/en/articles/{sibling.translation_id}/" not in client.get(address).text
    assert "The visit" not in client.get(f"{address}parallel/?with={sibling.translation_id}").text


def test_between_two_translations_rows_set_by_hand_hold_by_way_of_the_original(client, link, sibling):
    address = f"/en/articles/{link.translation_id}/parallel/?with={sibling.translation_id}"
    set_by_hand(link, *HAND)
    assert "by their order and length" in client.get(address).text
    set_by_hand(sibling, [[1, 2, 3], [1]], [[4], [2]])
    assert shown(client, address) == [("واحد.", "One and two."), ("", "Three."), ("اثنان. ثلاثة.", "")]
    assert "by way of the original" in client.get(address).text


@pytest.mark.parametrize(("path", "most"), [("", 17), ("parallel/", 16)])
def test_many_siblings_cost_no_more_queries_than_one(
    client, link, sibling, django_assert_max_num_queries, path, most
):
    for number in range(6):
        other = factories.ArticleFactory(language="en", headline=f"Another {number}")
        factories.TranslationFactory(original=link.original, translation=other)
    with django_assert_max_num_queries(most):
        assert client.get(f"/fr/articles/{link.translation_id}/{path}").text.count("with=") >= 7
