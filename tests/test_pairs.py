"""The neighbours of a phrase are in the index, and what they are asked by is the same there and here."""

from importlib import import_module
from itertools import pairwise
from types import SimpleNamespace

import pytest
from django.db import connection

from articles.models import SearchEntry
from articles.search.index import check_index
from articles.search.pairs import pair_of, with_pairs
from articles.search.query import read_query
from tests import factories

pytestmark = pytest.mark.django_db

migration = import_module("articles.migrations.0020_pairs")

TEXTS = {
    "fr": "La guerre en Ukraine et l'état-major de la défense ; d'après lui, c'est aujourd'hui l'œuvre de Moscou.",
    "ru": "Министр обороны России заявил, что ещё ёлка и С-400 останутся; Нью-Йорк.",
    "en": "The Security Council of the United Nations met; its well-known chief didn't.",
    "ar": "أعلن وزير الدفاع وَالخارجية في المملكة المغربية عن الاتفاق بـالرباط.",
    "de": "Der Rat der Stadt und das Land.",
}


def _entry(language, body):
    article = factories.ArticleFactory(headline="Titre", lede="", body=body, language=language)
    return SearchEntry.objects.get(pk=article.pk)


def _found(query):
    return SearchEntry.objects.matching(read_query(query).tsquery).count()


@pytest.mark.parametrize("language", TEXTS)
def test_each_two_neighbours_of_a_text_are_asked_for_as_the_index_has_them(language):
    entry = _entry(language, TEXTS[language])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lexeme, place FROM unnest(%s::tsvector), unnest(positions) AS place", [entry.search]
        )
        words = [word for word, _place in sorted(cursor.fetchall(), key=lambda row: row[1])]
        cursor.execute("SELECT unnest(tsvector_to_array(%s::tsvector))", [entry.search])
        tokens = {token for (token,) in cursor.fetchall() if token.startswith("^")}
    assert len(words) > 2
    assert tokens == {pair_of(*pair) for pair in pairwise(words)}


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        ("fr", ["guerre en Ukraine", "état-major de la défense", "l’œuvre de Moscou", "d'après lui"]),
        ("ru", ["министр обороны", "обороны России", "ещё ёлка", "С-400 останутся", "Нью-Йорк"]),
        ("en", ["Security Council of the United Nations", "well-known chief"]),
        ("ar", ["وزير الدفاع", "المملكة المغربية", "الاتفاق بالرباط"]),
        ("de", ["Rat der Stadt", "und das Land"]),
    ],
)
def test_a_phrase_finds_the_texts_that_have_it(language, phrases):
    _entry(language, TEXTS[language])
    assert [phrase for phrase in phrases if _found(f'"{phrase}"') != 1] == []


def test_a_phrase_does_not_find_its_words_elsewhere():
    _entry("fr", "En Ukraine, la guerre. La guerre froide de l'Ukraine.")
    assert (
        _found('"guerre en Ukraine"'),
        _found("guerre Ukraine"),
        _found('-"guerre en Ukraine" guerre'),
    ) == (0, 1, 1)


@pytest.mark.parametrize("typed", ["US troops", "U.S. troops", "us troops", '"U.S. troops"', "u.s. troops"])
def test_the_united_states_are_found_as_they_are_abbreviated(typed):
    """And «us» is another word, unless it is typed in haste."""
    for body in ("The US troops left.", "The U.S. troops left.", "They told us: troops left."):
        _entry("en", body)
    assert _found(typed) == (3 if typed == "us troops" else 2)


@pytest.mark.parametrize(
    ("language", "body", "typed"),
    [
        ("en", "The U.N. envoy came to the U.K.", "UN UK"),
        ("fr", "Selon l'U.E., rien.", "UE"),
        ("ru", "США (U.S.)", "US"),
    ],
)
def test_two_letters_with_points_are_an_acronym_where_they_are_known_as_one(language, body, typed):
    _entry(language, body)
    assert _found(typed) == 1


def test_initials_stay_apart():
    _entry("en", "S.V. Lavrov and U.S. Grant.")
    assert (_found("SV"), _found("Lavrov")) == (0, 1)


def test_what_is_left_out_as_a_phrase_is_left_out():
    _entry("fr", TEXTS["fr"])
    assert _found('guerre -"guerre en Ukraine"') == 0


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("'a'", "'a'"),
        ("'a' & 'b'", "'a' & 'b'"),
        ("'a' <-> 'b'", "('^AB' & ('a' <-> 'b'))"),
        ("'x' & 'a' <2> 'b' | 'y'", "'x' & ('^AB' & ('a' <2> 'b')) | 'y'"),
        ("!( 'a' <-> 'b' )", "!( ('^AB' & ('a' <-> 'b')) )"),
        # What is more than a row of whole words has no pairs: they would be asked for beside the phrase.
        ("'a' <-> 'b':*", "'a' <-> 'b':*"),
        ("'a' <-> 'b' <-> 'c':*", "'a' <-> 'b' <-> 'c':*"),
        ("'a':* <-> 'b' <-> 'c'", "'a':* <-> 'b' <-> 'c'"),
        ("'a' <-> 'b' <-> ( 'c' | 'd' )", "'a' <-> 'b' <-> ( 'c' | 'd' )"),
        ("( 'c' | 'd' ) <-> 'a' <-> 'b'", "( 'c' | 'd' ) <-> 'a' <-> 'b'"),
    ],
)
def test_a_query_asks_for_the_pairs_of_its_phrases_alone(query, asked):
    assert with_pairs(query) == asked.replace("'^AB'", f"('{pair_of('a', 'b')}' | '^')")


def test_signs_that_postgresql_doubles_are_single_in_a_pair():
    assert pair_of("l'a", "b\\c") in with_pairs("'l''a' <-> 'b\\\\c'")


def test_a_text_longer_than_postgresql_tells_places_is_indexed():
    entry = _entry("fr", " ".join(f"mot{number} chose" for number in range(9_000)))
    assert SearchEntry.objects.filter(pk=entry.pk).matching("'mot0' <-> 'chos'").exists()
    assert check_index().total == 0


def test_the_migration_derives_the_entries_that_there_are_and_may_be_taken_back_and_begun_again():
    entry = _entry("fr", TEXTS["fr"])
    editor = SimpleNamespace(connection=connection)
    with_tokens = entry.search
    migration.as_before(None, editor)
    migration.as_before(None, editor)
    entry.refresh_from_db()
    assert "'^" not in entry.search
    migration.with_pairs(None, editor)
    migration.with_pairs(None, editor)
    entry.refresh_from_db()
    assert entry.search == with_tokens
    assert check_index().total == 0


def test_a_text_of_more_words_than_postgresql_has_room_for_with_their_pairs_is_found_by_its_phrases():
    words = " ".join(f"{number:06x}a" for number in range(70_000))
    entry = _entry("de", f"und das Land {words}")
    assert "'^'" in entry.search
    assert (_found('"das Land"'), _found('"Land das"')) == (1, 0)
    assert check_index().total == 0


@pytest.mark.parametrize("body", ["Tell Us more.", "They told us."])
def test_us_with_one_capital_is_no_state(body):
    _entry("en", body)
    assert _found("US more") + _found("US told") == 0
