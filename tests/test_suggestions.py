"""What is suggested for the beginning of a word: names and labels in any script, the most used first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from articles.search import near_names
from articles.search.suggest import LONGEST, MOST_SUBJECTS, suggest
from tests import factories

pytestmark = pytest.mark.django_db


def slugs(typed: str, **asked) -> list[str]:
    return [one.slug for one in suggest(typed, **asked)]


@pytest.fixture
def subjects(db) -> None:
    """Tags and outlets as archives have them, under slugs that say nothing of their labels."""
    factories.TagFactory(
        slug="t1",
        pref_label_fr="Diplomatie",
        pref_label_en="Diplomacy",
        alt_labels=["Дипломатия", "الدبلوماسية", "Relations bilatérales"],
    )
    factories.TagFactory(slug="t2", pref_label_fr="Agro-alimentaire", pref_label_en="Food industry")
    factories.TagFactory(slug="t3", pref_label_fr="La drogue", pref_label_en="Drugs")
    factories.TagFactory(
        slug="t4",
        pref_label_fr="Sahara occidental",
        pref_label_en="",
        alt_labels=["Western Sahara", "مكافحة الإرهاب", "Борьба с терроризмом"],
    )
    factories.SourceFactory(slug="s1", name="L'Économiste")
    factories.SourceFactory(slug="s2", name="Aujourd’hui le Maroc")


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("dipl", "t1"),
        ("ДИПЛ", "t1"),
        ("الدبلو", "t1"),
        ("دبلو", "t1"),
        ("bilat", "t1"),
        ("agro ali", "t2"),
        ("Agro-Ali", "t2"),
        ("agro‑alim", "t2"),
        ("aliment", "t2"),
        ("food", "t2"),
        ("western s", "t4"),
        ("occid", "t4"),
        ("ارهاب", "t4"),
        ("إره", "t4"),
        ("террор", "t4"),
        ("l'eco", "s1"),
        ("l’éco", "s1"),
        ("L eco", "s1"),
        ("econo", "s1"),
        ("aujourd'h", "s2"),
        ("aujourd’hui le", "s2"),
        ("maroc", "s2"),
    ],
)
def test_a_label_is_suggested_for_the_beginning_of_any_of_its_words(subjects, typed, slug):
    assert slugs(typed) == [slug]


@pytest.mark.parametrize(
    "typed", ["iplomatie", "limentaire", "пломатия", "لوماسية", "conomiste", "dip eco", "alimentaire food"]
)
def test_what_no_word_begins_with_suggests_no_subject(subjects, typed):
    assert slugs(typed) == []


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("le dr", "t3"),
        ("l'agro", "t2"),
        ("d’agro", "t2"),
        ("the food", "t2"),
        ("la dipl", "t1"),
        ("des relations", "t1"),
        ("الارهاب", "t4"),
    ],
)
def test_an_article_that_is_not_of_the_label_is_left_out(subjects, typed, slug):
    assert slugs(typed) == [slug]


def test_an_article_counts_where_labels_have_it(subjects):
    factories.TagFactory(slug="t5", pref_label_fr="Drogue", pref_label_en="Drugs")
    assert slugs("la drog") == ["t3"]
    assert set(slugs("drog")) == {"t3", "t5"}


def test_an_arabic_article_is_left_out_where_no_label_has_it():
    factories.TagFactory(slug="t6", alt_labels=["ثقافة"])
    assert slugs("الثقا") == ["t6"]


def test_a_person_is_not_lost_to_a_subject_nor_a_subject_to_a_person(subjects):
    person = factories.PersonFactory(names={"fr": "Jean-Yves Le Drian"})
    assert slugs("le dr") == [person.slug, "t3"]


def test_labels_that_begin_so_go_before_words_within_then_the_most_used():
    within = factories.TagFactory(slug="a", pref_label_fr="Politique de sécurité", pref_label_en="")
    rare = factories.TagFactory(slug="b", pref_label_fr="Sécurité routière", pref_label_en="")
    common = factories.TagFactory(slug="c", pref_label_fr="Sécurité sociale", pref_label_en="")
    for _turn in range(3):
        factories.ArticleFactory(tags=[within])
    for _turn in range(2):
        factories.ArticleFactory(tags=[common])
    factories.ArticleFactory(tags=[rare])
    factories.TagFactory(slug="d", pref_label_fr="Sécurité", pref_label_en="")
    assert slugs("secu") == ["c", "b", "d", "a"]


def test_outlets_are_ordered_by_their_texts_too():
    factories.SourceFactory(slug="a", name="Le Matin du Sahara")
    other = factories.SourceFactory(slug="b", name="Le Matin")
    factories.ArticleFactory(source=other)
    assert slugs("le mat") == ["b", "a"]


def test_tags_and_outlets_do_not_crowd_each_other_out():
    for number in range(MOST_SUBJECTS + 2):
        factories.TagFactory(slug=f"t{number}", pref_label_fr=f"Presse {number}", pref_label_en="")
        factories.SourceFactory(slug=f"s{number}", name=f"Presse {number}")
    assert slugs("pres") == [f"{kind}{number}" for kind in "ts" for number in range(MOST_SUBJECTS)]
    assert slugs("pres", only="source") == [f"s{number}" for number in range(MOST_SUBJECTS)]
    assert slugs("pres", only="tag") == [f"t{number}" for number in range(MOST_SUBJECTS)]


@pytest.mark.parametrize(
    ("language", "label"), [("fr", "Diplomatie"), ("en", "Diplomacy"), ("ru", "Diplomatie")]
)
def test_a_tag_found_by_another_label_has_the_one_of_the_interface(subjects, language, label):
    with translation.override(language):
        assert [one.label for one in suggest("дипл")] == [label]


@pytest.mark.parametrize(
    "typed",
    ["securite", "sécu", "federation", "fédér", "безопас", "federa", "امن", "الامن", "conseil de secu"],
)
def test_a_word_within_a_name_suggests_whose_it_is(typed):
    council = factories.InstitutionFactory(
        names={
            "fr": "Conseil de sécurité de la Fédération de Russie",
            "ru": "Совет Безопасности Российской Федерации",
            "ar": "مجلس الأمن الروسي",
        }
    )
    assert slugs(typed) == [council.slug]
    assert slugs(typed, only="institution") == [council.slug]
    assert slugs(typed, only="person") == []


def test_a_middle_name_is_one_of_a_person():
    person = factories.PersonFactory(names={"fr": "Abdelhadi Ben Tahar Mimouni"})
    assert slugs("taha") == [person.slug]


@pytest.mark.parametrize("typed", ["قذا", "القذا", "kadha", "le kadha", "l'kad"])
def test_an_article_before_a_name_is_there_or_not(typed):
    person = factories.PersonFactory(names={"fr": "Mouammar Kadhafi", "ar": "القذافي معمر"})
    assert slugs(typed) == [person.slug]


def test_names_that_begin_so_go_before_those_with_such_a_word_within():
    within = factories.InstitutionFactory(names={"fr": "Agence de Sécurité intérieure"})
    begins = factories.InstitutionFactory(names={"fr": "Sécurité civile"})
    for article in factories.ArticleFactory.create_batch(2):
        factories.MentionFactory(article=article, agent=within, exact=article.body.split()[0])
    assert slugs("secu") == [begins.slug, within.slug]
    assert slugs("secu", limit=1) == [begins.slug]


def test_nobody_is_suggested_twice():
    person = factories.PersonFactory(
        names={"fr": "Omar El Omari", "en": "Omar Al-Omari"}, variants=["El Omari Omar", "Ben Omar Omari"]
    )
    assert slugs("omar") == [person.slug]


def plan_of(typed: str, **asked) -> str:
    """How the people whose names begin so are read."""
    with CaptureQueriesContext(connection) as captured:
        suggest(typed, only="institution", **asked)
    with connection.cursor() as cursor:
        # What is left are bitmaps; of names in which a word stands within, trigrams alone can give one.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
        cursor.execute("SET LOCAL enable_indexonlyscan = off")
        cursor.execute(f"EXPLAIN (ANALYZE) {captured[0]['sql']}")
        return "\n".join(row[0] for row in cursor.fetchall())


def test_words_within_names_are_looked_up_by_their_trigrams_where_too_few_names_begin_so():
    factories.InstitutionFactory(names={"fr": "Sécurité civile"})
    read, spared = plan_of("secu", limit=2), plan_of("secu", limit=1)
    (looked_up,) = [line for line in read.splitlines() if "name_folded_trigrams" in line]
    assert "never executed" not in looked_up
    (looked_up,) = [line for line in spared.splitlines() if "name_folded_trigrams" in line]
    assert "never executed" in looked_up


@pytest.mark.parametrize(
    ("typed", "queries"),
    [
        ("", 0),
        ("x", 0),
        ("agro", 3),  # people, those who sound so, subjects; too short a word to be near to anyone
        ("dipl", 3),
        ("tahar", 3),  # people, their names, subjects
        ("le dr", 7),  # with the article and without: people, those who sound so, those near, subjects
        ("zzzzzzz", 4),
        ("le zzzzz", 7),
        ("patrouchef", 4),
    ],
)
def test_suggestions_are_so_many_queries(subjects, django_assert_num_queries, typed, queries):
    factories.PersonFactory(names={"fr": "Abdelhadi Tahar Mimouni"})
    factories.PersonFactory(names={"fr": "Nikolaï Patrouchev"})
    with django_assert_num_queries(queries):
        suggest(typed)


@pytest.mark.parametrize(
    ("names", "typed"),
    [
        ({"ru": "Геннадий Чижиков"}, "chizhi"),
        ({"ru": "Геннадий Чижиков"}, "Tchiji"),
        ({"fr": "Sergueï Gavrilov"}, "غافر"),
        ({"ar": "خالد المنصوري"}, "mansou"),
        ({"fr": "Abdellatif Hammouchi"}, "Хамму"),
    ],
)
def test_a_name_is_suggested_by_its_sound_in_any_script(names, typed):
    person = factories.PersonFactory(names=names)
    factories.PersonFactory(names={"fr": "Anna Petit"})
    assert slugs(typed) == [person.slug]


def test_of_a_text_longer_than_any_name_the_beginning_is_read():
    person = factories.PersonFactory(names={"fr": "Nikolaï Patrouchev"})
    beginning = "patrouchev".ljust(LONGEST)
    assert slugs(beginning + " zq" * 1_000) == [person.slug]
    with CaptureQueriesContext(connection) as captured:
        suggest("mohamed zq " * 1_000)
    assert max(len(query["sql"]) for query in captured) < 2_500


def test_what_is_longer_than_any_name_is_near_to_none(django_assert_num_queries):
    factories.PersonFactory(names={"fr": "Nikolaï Patrouchev"})
    assert near_names.near_names("patrouchef")
    with django_assert_num_queries(0):
        assert near_names.near_names("patrouchef " * 10) == []


def test_a_word_that_is_typed_again_and_again_is_compared_once():
    person = factories.PersonFactory(names={"fr": "Nikolaï Patrouchev"})
    with CaptureQueriesContext(connection) as captured:
        near_names.near_names("patrouchef nikolai " * 5)
    assert "'patrucev nikolai'" in captured[1]["sql"]
    assert [one.agent.pk for one in near_names.near_names("patrouchef nikolai")] == [person.pk]


def test_no_more_than_so_many_names_are_compared(monkeypatch):
    for number in range(12):
        factories.PersonFactory(names={"fr": f"Mohamed Ben{number}ali"})
    assert len(near_names._shortlist("mohamet")) == 12
    monkeypatch.setattr(near_names, "MOST_COMPARED", 5)
    assert len(near_names._shortlist("mohamet")) == 5
