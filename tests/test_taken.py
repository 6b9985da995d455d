"""Places that are taken: asked for one that overlaps another."""

import random

import pytest

from articles.names.taken import Taken


@pytest.mark.parametrize(
    ("place", "overlaps"),
    [
        (("body", 49, 55), True),
        (("body", 69, 90), True),
        (("lede", 8, 20), True),
        (("body", 50, 60), False),
        (("body", 70, 80), False),
        (("lede", 9, 80), False),
        (("headline", 0, 80), False),
    ],
)
def test_a_long_place_that_began_before_others_is_taken_to_its_end(place, overlaps):
    taken = Taken([("body", 0, 50), ("body", 10, 12), ("body", 60, 70), ("lede", 5, 9)])
    assert taken.overlap(*place) is overlaps


def test_places_taken_in_any_order_are_those_that_a_list_of_them_tells():
    chance = random.Random(7)
    for _ in range(200):
        taken, places = Taken(), []
        for _ in range(12):
            start = chance.randrange(40)
            end = start + chance.randrange(1, 8)
            assert taken.overlap("body", start, end) is any(start < b and a < end for a, b in places)
            taken.add("body", start, end)
            places.append((start, end))
