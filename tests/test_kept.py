"""What a process keeps of one version of the archive: told again, never of another version, never unasked."""

import pytest

from articles.kept import Kept, at_version
from articles.models import AgentName, FacetCount
from articles.search.archive import archive_version, whole_counts
from tests import factories


class Book:
    """Something to be read, and what was read of it."""

    def __init__(self) -> None:
        self.read: list[set[int]] = []

    def look_up(self, keys: set[int]) -> dict[int, str]:
        self.read.append(set(keys))
        return {key: f"{key} in reading {len(self.read)}" for key in keys if key < 10}


@pytest.fixture
def book() -> Book:
    return Book()


def test_nothing_is_kept_where_no_version_is_stated(book):
    kept = Kept(10)
    kept.of([1], book.look_up)
    assert kept.of([1], book.look_up) == {1: "1 in reading 2"}


def test_only_what_is_missing_is_read_at_a_version(book):
    kept = Kept(10)
    with at_version(7):
        kept.of([1, 2], book.look_up)
        assert kept.of([2, 3], book.look_up) == {2: "2 in reading 1", 3: "3 in reading 2"}
    assert book.read == [{1, 2}, {3}]


def test_another_version_is_read_anew(book):
    kept = Kept(10)
    for version in (7, 8, 7):
        with at_version(version):
            kept.of([1], book.look_up)
    assert len(book.read) == 3


def test_what_does_not_exist_is_left_out_and_asked_for_again(book):
    kept = Kept(10)
    with at_version(7):
        assert kept.of([1, 99], book.look_up) == {1: "1 in reading 1"}
        kept.of([1, 99], book.look_up)
    assert book.read == [{1, 99}, {99}]


def test_no_more_is_kept_than_was_said(book):
    kept = Kept(3)
    with at_version(7):
        kept.of([1, 2, 3, 4], book.look_up)
        kept.of([5], book.look_up)
        kept.of([1], book.look_up)
    assert book.read == [{1, 2, 3, 4}, {5}, {1}]


def test_a_version_holds_within_its_block_only(book):
    kept = Kept(10)
    with at_version(7):
        kept.of([1], book.look_up)
        with at_version(None):
            kept.of([1], book.look_up)
        kept.of([1], book.look_up)
    kept.of([1], book.look_up)
    assert len(book.read) == 3


def test_an_older_version_is_read_without_letting_go_of_the_newer(book):
    kept = Kept(10)
    for version in (8, 7, 8):
        with at_version(version):
            kept.of([1], book.look_up)
    assert len(book.read) == 2


@pytest.mark.django_db
def test_the_totals_and_names_of_a_version_are_read_once(django_assert_num_queries):
    person = factories.PersonFactory(names={"fr": "Abdellatif Hammouchi"})
    factories.ArticleFactory()
    with at_version(archive_version()):
        whole_counts(), AgentName.objects.labels([person.pk])
        with django_assert_num_queries(0):
            assert AgentName.objects.labels([person.pk])[person.pk].name == "Abdellatif Hammouchi"
            assert whole_counts().is_exact


@pytest.mark.django_db
def test_a_name_that_was_changed_is_told_on_the_next_page(client):
    person = factories.PersonFactory(names={"en": "Nikolai Patrushev"})
    factories.MentionFactory(agent=person)
    assert "Nikolai Patrushev" in client.get("/en/articles/").content.decode()
    version = FacetCount.objects.version()
    name = person.names.get(language="en")
    name.text = "Nikolai Platonovich Patrushev"
    name.save()
    assert FacetCount.objects.version() != version
    assert "Nikolai Platonovich Patrushev" in client.get("/en/articles/").content.decode()
