"""Who is named with whom: counted truly or said to be estimated, drawn the same each time, told in a table too."""

import re
from itertools import combinations, pairwise

import pytest
from django.urls import reverse

from articles.models import SearchEntry, SearchSample
from articles.search import network as counting
from articles.search.network import co_mentions
from articles.views.force_layout import place
from tests import factories


@pytest.fixture
def texts(cast) -> None:
    """Three texts: two that name both, one that names a person alone, and one that names nobody."""
    for number, agents in enumerate(
        [
            (cast.patrouchev, cast.council),
            (cast.patrouchev, cast.council),
            (cast.patrouchev, cast.hammouchi),
            (),
        ]
    ):
        article = factories.ArticleFactory(lede="", body="Un, deux.", date=str(2010 + number))
        for agent, word in zip(agents, ("Un", "deux"), strict=False):
            factories.MentionFactory(article=article, agent=agent, exact=word)


def whole(most: int = 10, **options):
    return co_mentions(SearchEntry.objects.all(), SearchSample.objects.all(), most, **options)


@pytest.mark.django_db
def test_pairs_are_counted_once_a_text_however_often_they_are_named(cast, texts):
    found = whole()
    pair = tuple(sorted((cast.patrouchev.pk, cast.council.pk)))
    assert found.agents == {cast.patrouchev.pk: 3, cast.council.pk: 2, cast.hammouchi.pk: 1}
    assert found.pairs[pair] == 2
    assert len(found.pairs) == 2
    assert (found.texts, found.is_exact) == (4, True)


@pytest.mark.django_db
def test_only_the_most_named_are_kept_and_the_one_asked_for_always(cast, texts):
    assert list(whole(1).agents) == [cast.patrouchev.pk]
    assert list(whole(2, always=cast.hammouchi.pk).agents) == [cast.hammouchi.pk, cast.patrouchev.pk]


@pytest.mark.django_db
def test_a_large_result_is_estimated_from_the_sample_and_says_so(cast, texts, monkeypatch):
    monkeypatch.setattr(counting, "MOST_COUNTED", 1)
    monkeypatch.setattr(counting, "LEAST_SAMPLED", 1)
    found = co_mentions(SearchEntry.objects.all(), SearchEntry.objects.all(), 10)
    assert not found.is_exact
    assert found.agents[cast.patrouchev.pk] == 3 * SearchSample.FACTOR
    assert found.texts == 4 * SearchSample.FACTOR


@pytest.mark.django_db
def test_an_archive_without_texts_has_no_network(client):
    assert whole().agents == {}
    assert "No two people or institutions" in client.get("/en/network/").content.decode()


@pytest.mark.django_db
def test_the_page_has_a_picture_and_a_table_with_links_to_the_texts(client, cast, texts):
    html = client.get("/en/network/?date_from=2010").content.decode()
    both = f"person={cast.patrouchev.slug}&amp;institution={cast.council.slug}"
    address = f'href="{reverse("articles:article-list")}?date_from=2010&amp;{both}"'.replace("/fr/", "/en/")
    picture, table = (
        re.search(r"<svg class=.*?</svg>", html, re.S)[0],
        re.search(r"<table.*?</table>", html, re.S)[0],
    )
    assert address in picture
    assert address in table
    assert "Nikolai Patrushev" in picture
    assert "Nikolai Patrushev" in table
    assert (
        client.get(
            re.search(rf'{address.split("=")[0]}="([^"]+)"', table)[1].replace("&amp;", "&")
        ).status_code
        == 200
    )


@pytest.mark.django_db
def test_the_network_of_a_filtered_result_knows_only_its_texts(client, cast, texts):
    html = client.get(f"/en/network/?institution={cast.council.slug}").content.decode()
    assert "In 2 texts" in " ".join(html.split())
    assert "Hammouchi" not in html


@pytest.mark.django_db
def test_what_cannot_be_read_is_told_on_the_network_too(client, cast, texts):
    html = client.get("/en/network/?person=nobody&size=7").content.decode()
    assert "Not in this archive: nobody" in html


def chain(count: int) -> dict[tuple[int, int], float]:
    return dict.fromkeys(pairwise(range(count)), 1.0)


def test_the_same_network_is_the_same_picture():
    boxes = [(80.0, 40.0)] * 12
    assert place(boxes, chain(12), 900, 600) == place(boxes, chain(12), 900, 600)


@pytest.mark.parametrize("count", [1, 2, 7, 30])
def test_no_name_lies_on_another_and_none_leaves_the_picture(count):
    boxes = [(90.0 + 5 * (number % 9), 40.0) for number in range(count)]
    middles = place(boxes, chain(count), 1100, 720)
    assert len(middles) == count
    for (x, y), (width, height) in zip(middles, boxes, strict=True):
        assert width / 2 - 0.1 <= x <= 1100 - width / 2 + 0.1
        assert height / 2 - 0.1 <= y <= 720 - height / 2 + 0.1
    for first, second in combinations(range(count), 2):
        over_x = (boxes[first][0] + boxes[second][0]) / 2 - abs(middles[first][0] - middles[second][0])
        over_y = (boxes[first][1] + boxes[second][1]) / 2 - abs(middles[first][1] - middles[second][1])
        assert min(over_x, over_y) < 2


def test_neighbours_stand_nearer_to_each_other_than_strangers():
    edges = {pair: 1.0 for group in ((0, 1, 2, 3), (4, 5, 6, 7)) for pair in combinations(group, 2)} | {
        (3, 4): 0.2
    }
    middles = place([(40.0, 30.0)] * 8, edges, 800, 600)

    def apart(one: int, other: int) -> float:
        return abs(middles[one][0] - middles[other][0]) + abs(middles[one][1] - middles[other][1])

    assert max(apart(0, 1), apart(0, 2)) < min(apart(0, 5), apart(0, 7))


def test_an_empty_network_has_no_places():
    assert place([], {}, 100, 100) == []
