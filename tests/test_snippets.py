"""Where the words of a query stand: as PostgreSQL marks the whole text, though it is asked for each word once."""

import pytest
from django.db import connection

from articles.search.query import read_query
from articles.search.snippets import words_in
from tests import factories

pytestmark = pytest.mark.django_db

TEXTS = (
    ("fr", "L’U.R.S.S. et l'énergie : les vice-présidents, énergiques, du S-400 (l’Énergie)."),
    ("fr", "Énergies\u00a0; «\u202fénergie\u202f», énergie-climat\net énergie.\n\nÉnergie"),
    ("en", "The trucks' drivers truck on: truck_stop, trucks/lorries, state-of-the-art trucking."),
    ("ru", "Энергетика и ёлка; елка, энергии — энергией. Камаз-65115"),
    ("ar", "والمغرب وللمغرب بالمغرب المغربية، «المغرب»."),
    ("und", "Energie energie énergie"),
    ("fr", "Le S 400, (S 400) et S/400; V 8."),
    ("ar", "منظومة S 400 و S-400"),
    ("fr", ""),
)
QUESTIONS = (
    "énergie",
    '"les vice-présidents"',
    "vice-président S-400",
    "S-400",
    "énerg*",
    "truck OR énergie",
    "truck -énergie",
    "ёлка",
    "المغرب",
    "U.R.S.S",
    "Камаз-65115",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_words_are_those_that_postgresql_marks_in_the_whole_text(question):
    query = read_query(question, as_words=[question])
    assert query.tsquery
    found = words_in(TEXTS, query)
    assert any(found)
    for (language, text), spans in zip(TEXTS, found, strict=True):
        ours = text
        for span in sorted(spans, key=lambda one: -one.start):
            ours = f"{ours[: span.start]}[{ours[span.start : span.end]}]{ours[span.end :]}"
        assert ours == whole(language, text, query.by_language.get(language) or query.by_language[""])


def whole(language: str, text: str, words: str) -> str:
    """The text as PostgreSQL marks it, with the archive's own letters for those that are made one for the index."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ts_headline(archive_config(%s), archive_words(%s, %s), %s::tsquery,"
            " 'HighlightAll=true, StartSel=[, StopSel=]')",
            [language, language, text, words],
        )
        marked = cursor.fetchone()[0]
    letters = iter(text)
    return "".join(one if one in "[]" else next(letters) for one in marked)


def test_a_page_of_texts_asks_once_and_one_without_words_not_at_all(django_assert_num_queries):
    asked, nothing = (read_query(text, as_words=[text]) for text in ("énergie", ""))
    with django_assert_num_queries(1):
        words_in(TEXTS, asked)
    with django_assert_num_queries(0):
        assert words_in(TEXTS, nothing) == [[]] * len(TEXTS)


def test_a_text_that_holds_the_marks_is_left_unmarked_and_the_others_are_not():
    query = read_query("énergie", as_words=["énergie"])
    odd, plain = words_in([("fr", "énergie\ue000 énergie\ue001"), ("fr", "une énergie")], query)
    assert odd == []
    assert [(span.start, span.end) for span in plain] == [(4, 11)]


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("S-400", ["S-400"]),
        ("énerg*", ["énergie", "énergiques", "Énergie"]),
        ("les", ["les"]),
        ('"et l\'énergie"', ["et l'énergie"]),
        ("énergie -climat", ["énergie", "Énergie"]),
        ("U.R.S.S.", ["U.R.S.S."]),
        ("(l’Énergie)", ["(l’Énergie)"]),
        ("énergi", []),
        ("-énergie", []),
    ],
)
def test_letters_as_typed_are_marked_as_they_stand(question, marked):
    language, text = TEXTS[0]
    (spans,) = words_in([(language, text)], read_query(question, exact=True))
    assert [text[span.start : span.end] for span in spans] == marked


def test_the_particle_of_a_name_is_marked_within_the_name_alone():
    factories.PersonFactory(names={"en": "Yusuf al-Ghadiri"})
    text = "Khalid al-Maqbali met Yusuf al-Ghadiri and al Ghadiri."
    (spans,) = words_in([("en", text)], read_query("Yusuf al-Ghadiri"))
    assert {text[span.start : span.end] for span in spans} >= {"Yusuf", "Ghadiri"}
    assert all(span.start > text.index("Yusuf") - 1 for span in spans)
    assert [text[span.start : span.end] for span in words_in([("en", text)], read_query("al"))[0]]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("États-U*", ["États-Unis"]),
        ('"Noyal-sur*"', ["Noyal-sur-Vilaine"]),
        ("saint-pet*", ["Saint-Pétersbourg"]),
    ],
)
def test_a_word_with_hyphens_that_begins_so_is_marked_whole(typed, marked):
    body = "Aux États-Unis (une ville unie), Noyal-sur-Vilaine. De Saint-Pétersbourg, un pétale."
    query = read_query(typed)
    (spans,) = words_in([("fr", body)], query)
    assert [body[span.start : span.end] for span in spans if "-" in body[span.start : span.end]] == marked
