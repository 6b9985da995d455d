"""Addresses of new records can be read in whatever script their names are written."""

import pytest

from articles.slugs import slug_for


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Nikolaï Patrouchev", "nikolai-patrouchev"),
        ("Straße Łódź Œuvre", "strasse-lodz-oeuvre"),
        ("Хасан Уриагли", "khasan-uriagli"),
        ("Владимир Жириновский", "vladimir-zhirinovsky"),
        ("Хрущёв", "khrushchev"),
        ("ТАСС 24", "tass-24"),
        ("Газпром TV", "gazprom-tv"),
        ("ياسر عرفات", "yasr-arfat"),
        ("القدس العربي", "al-qds-al-arbi"),
        ("中国日报", "record"),
        ("!", "record"),
    ],
)
def test_a_slug_is_made_of_all_letters_of_a_name_in_any_script(name, slug):
    assert slug_for(name, lambda taken: False) == slug
    assert slug.isascii()


def test_a_slug_that_is_taken_gets_a_number_and_a_long_one_is_cut():
    assert slug_for("Газпром", {"gazprom", "gazprom-2"}.__contains__) == "gazprom-3"
    assert len(slug_for("щ" * 300, lambda taken: False)) == 190
