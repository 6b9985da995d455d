"""Words are read as readers know them, by the index as by a query, and keep their places in the text."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection

from articles.models import SearchEntry, SearchSample
from articles.search.index import check_index
from articles.search.query import read_query
from articles.search.snippets import words_in
from articles.vocabulary import ArticleStatus
from tests import factories

pytestmark = pytest.mark.django_db

migration = import_module("articles.migrations.0012_words_as_read")

TEXTS = (
    "L’U.R.S.S., l'O.N.U.et S.V. Untel : Covid-19, S-400, T 90, Su-35 le 2016-12-15, ~a1\nS\n400"
    " pou\u00adlet\u200b ! \u200f",
    "С-400 и Ан-124, ООН.О.Н., С.В. Лавров; ёлка",
    "وللوزير والمفاوضات بالمدرسه، أ.ف.ب ومستشفى واستوردت \u200fالـمغرب ملایین سياسيين \u200b للجنة",
    "",
)
#: Language → words of which each finds all others.
ALIKE = {
    "ar": (
        "مفاوضات المفاوضات والمفاوضات بالمفاوضات للمفاوضات وللمفاوضات وبالمفاوضات",
        "انتخابات الانتخابات",
        "جامعات الجامعات جامعة الجامعة",
        "وزير الوزير والوزير للوزير ووزير",
        "بريطانية البريطانية",
        "أسماك الأسماك اسماك",
        "كتابه كتابة",
        "مدرسه مدرسة المدرسه المدرسة",
        "مستشفى مستشفي المستشفى المستشفي",
        "إلى الى",
        "ملك ملک",
        "ليبي لیبی",
        "استوردت واستوردت",
        "انطلق وانطلق",
        "قال وقال",
        "فرنسا وفرنسا",
        "وطن الوطن",
        "وقت الوقت",
        "لجنة اللجنة للجنة",
        "سياسي السياسي سياسيين السياسيين سياسيون",
        "محمد مُحَمَّد محـــمد",
        "المغرب وَالمغرب الـمغرب مغرب\u200f",
        "أ.ف.ب أفب",
        "S-400 S400",
        "س-400 س400",
    ),
    "fr": (
        "Covid-19|Covid 19|covid‑19",
        "Su-35|Su 35",
        "S-400|S400|S 400|S‑400",
        "G-20|G20",
        "F-16-bis|F16-bis",
        "1ère|1ere",
        "maïs|MAÏS|mai\u0308s",
        "sûr|Sûr",
        "né|née",
        "U.R.S.S.|URSS|urss|U.R.S.S",
        "O.N.U.|ONU",
        "D.G.S.N.|DGSN",
        "poulet|pou\u00adlet|pou\u200blet|pou\u200dlet|\ufeffpoulet|poulet\u2060",
        "vice-président|vice‑président",
        "l’énergie|lʼénergie|l'énergie|énergie",
        "œuvre|oeuvre",
        "a1|~a1",
    ),
    "en": ("U.S.A.|USA", "T-shirt|t-shirt"),
    "ru": ("Ан-124|Ан 124", "ёлка|елка", "С-400|С400", "О.О.Н.|ООН"),
    "und": ("Al\u00adger|Alger", "U.R.S.S.|URSS"),
}
APART = {
    "ar": (("على", "علي"), ("العليا", "على"), ("والد", "ولد"), ("واشنطن", "اشنطن"), ("واقع", "اقع")),
    "fr": (
        ("S.V.", "SV"),
        ("S-400", "400"),
        ("V 1955", "V1955"),
        ("maïs", "mais"),
        ("été", "ete"),
        ("lemonde.fr", "lemondefr"),
    ),
    "ru": (("С.В.", "СВ"), ("В 2016", "В2016")),
}


#: Language → words that say nothing, as they are written.
UNSAID = {
    "fr": "mais sur du ne à été Été là Là LÀ où Où OÙ dès Dès DÈS qu’à",
    "ru": "всё Всё ещё неё все еще",
    "en": "the to",
}


def lexemes(language: str, text: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(archive_vector(%s, %s, 'D'))", [language, text])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("language", "words"), [(language, words) for language, rows in ALIKE.items() for words in rows]
)
def test_each_of_these_words_is_indexed_as_the_others(language, words):
    found = {tuple(lexemes(language, word)) for word in words.split("|" if "|" in words else " ")}
    assert len(found) == 1
    assert found != {()}


@pytest.mark.parametrize(
    ("language", "one", "other"), [(language, *pair) for language, rows in APART.items() for pair in rows]
)
def test_words_that_only_look_alike_stay_apart(language, one, other):
    assert lexemes(language, one) != lexemes(language, other)


@pytest.mark.parametrize(("language", "words"), UNSAID.items())
def test_words_that_say_nothing_are_not_indexed(language, words):
    assert lexemes(language, words) == []


@pytest.mark.parametrize("word", ["maïs", "sûr", "dû", "né", "Maïs", "SÛR", "dés"])
def test_a_french_word_is_found_though_without_its_accent_it_would_say_nothing(word):
    article = factories.ArticleFactory(language="fr", headline="Un port", lede="", body=f"Et {word}, ici.")
    factories.ArticleFactory(
        language="fr", headline="Un port", lede="", body="Mais sur le port, du vent, ne."
    )
    query = read_query(word, as_words=[word])
    assert [entry.article_id for entry in SearchEntry.objects.matching(query.tsquery)] == [article.pk]
    (spans,) = words_in([("fr", article.body)], query)
    assert [article.body[span.start : span.end] for span in spans] == [word]


@pytest.mark.parametrize("typed", ["S-400", "S400", "S 400", "s-400"])
@pytest.mark.parametrize("language", ["fr", "en", "ru", "ar", "und"])
def test_a_letter_and_a_number_are_found_however_they_are_joined(language, typed):
    found = [
        factories.ArticleFactory(language=language, body=f"Un {word} vu.").pk
        for word in ("S-400", "S400", "S 400")
    ]
    factories.ArticleFactory(language=language, body="Les 400 S vus.")
    query = read_query(typed, as_words=[typed]).tsquery
    assert sorted(entry.article_id for entry in SearchEntry.objects.matching(query)) == found


@pytest.mark.parametrize("typed", ["S-4*", "s4*", "S‑40*", "-x S-4*"])
def test_the_beginning_of_a_designation_is_one(typed):
    found = {factories.ArticleFactory(body=f"Un {word} vu.").pk for word in ("S-400", "S400", "S 400")}
    factories.ArticleFactory(body="Les 400 S vus, un S-300 et un F-4.")
    query = read_query(typed).tsquery
    assert {entry.article_id for entry in SearchEntry.objects.matching(query)} == found


@pytest.mark.parametrize("language", ["fr", "ru", "ar", "und"])
@pytest.mark.parametrize("text", TEXTS)
def test_every_place_keeps_its_offset(language, text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT archive_words(%s, %s)", [language, text])
        (words,) = cursor.fetchone()
    assert len(words) == len(text)
    for place, sign in enumerate(text):
        assert sign != "\n" or words[place] == "\n"


@pytest.mark.parametrize("typed", ["المفاوض*", "مفاوض*", "والمفاوضات*", "الْمُفَاوَضَاتِ", "dʼUntel OR مفاوضاتٍ"])
def test_a_beginning_and_vowelled_words_are_read_as_the_index_reads_them(typed):
    article = factories.ArticleFactory(language="ar", body="انتهت المفاوضات أمس.")
    query = read_query(typed, as_words=[typed]).tsquery
    assert [entry.pk for entry in SearchEntry.objects.matching(query)] == [article.pk]


def test_nothing_in_a_text_is_taken_for_a_token_of_the_index():
    for text in ("~a1", "x~a1", "~~a1 ~lfr", "/~a1", "@~e"):
        assert not [word for word in lexemes("fr", text) if word.startswith("~")]


def test_a_date_in_figures_is_found_as_it_is_typed_and_by_its_parts():
    article = factories.ArticleFactory(language="fr", body="Décret du 2016-12-15 sur les ports.")
    other = factories.ArticleFactory(language="fr", body="15 ports en 2016, dont 12 grands.")
    for typed in ("2016-12-15", "2016-12", '"2016-12-15"'):
        query = read_query(typed, as_words=[typed]).tsquery
        assert list(SearchEntry.objects.matching(query).values_list("article_id", flat=True)) == [article.pk]
    query = read_query("2016 12 15", as_words=["2016 12 15"]).tsquery
    assert set(SearchEntry.objects.matching(query).values_list("article_id", flat=True)) >= {
        article.pk,
        other.pk,
    }


@pytest.mark.parametrize(
    ("language", "text", "asked", "marked"),
    [
        ("fr", "Dans l’U.R.S.S. de 1990", "URSS", ["U.R.S.S"]),
        ("fr", "un pou\u00adlet", "poulet", ["pou\u00adlet"]),
        ("fr", "le Covid-19 ici", "Covid 19", ["Covid", "19"]),
        ("ru", "на Ан-124 вчера", "Ан-124", ["Ан", "124"]),
        ("fr", "un F-16, un F16 et l’F-16", "F-16", ["F-16", "F16", "F-16"]),
        ("fr", "le (G-20) ici", "G20", ["G-20"]),
        ("en", "a MiG-29 and an F-16A, F-16-based", "F-16", ["F-16"]),
        ("ru", "комплекс «С-400»", "С-400", ["С-400"]),
        ("ar", "طائرة F-16 هنا", "F-16", ["F-16"]),
        ("ar", "صاروخ س-400 هنا", "س-400", ["س-400"]),
        ("und", "F-16", "F16", ["F-16"]),
        ("fr", "la 1ère fois", "1ere", ["1ère"]),
        ("ar", "قبل المفاوضات اليوم", "مفاوضات", ["المفاوضات"]),
        ("ar", "نقل بالمفاوضات اليوم", "المفاوضات", ["المفاوضات"]),
        ("ar", "قال السياسيون", "سياسي", ["السياسيون"]),
        ("ar", "وكالة أ.ف.ب هنا", "أفب", ["أ.ف.ب"]),
    ],
)
def test_what_was_found_is_marked_where_it_stands(language, text, asked, marked):
    (spans,) = words_in([(language, text)], read_query(asked, as_words=[asked]))
    spans.sort(key=lambda span: span.start)
    assert [text[span.start : span.end].strip() for span in spans] == marked


def entries() -> list[tuple]:
    return list(SearchEntry.objects.order_by("pk").values_list("pk", "search"))


def test_the_entries_of_an_archive_are_brought_up_to_date_and_back(monkeypatch):
    monkeypatch.setattr(migration, "BATCH", 3)
    for place in range(70):
        language, body = (("ar", TEXTS[2]), ("fr", TEXTS[0]), ("ru", TEXTS[1]), ("fr", "Un port."))[place % 4]
        factories.ArticleFactory(language=language, body=body)
    factories.ArticleFactory(language="ar", headline="مُحَمَّد", body=".")
    factories.ArticleFactory(language="fr", headline="Du maïs, là", body="Sûr.", lede="")
    for language in ("en", "ru", "ar", "und"):
        factories.ArticleFactory(language=language, headline="2ème é9", body="Là.", lede="")
    factories.ArticleFactory(language="fr", headline="U.R.S.S.", status=ArticleStatus.DRAFT)
    assert SearchSample.objects.exists()
    after = entries()
    editor = SimpleNamespace(connection=connection)
    migration.as_before(None, editor)
    before = entries()
    assert check_index().total == 0
    assert before != after
    migration.as_read(None, editor)
    assert entries() == after
    assert check_index().total == 0


def test_only_texts_that_are_read_otherwise_are_derived_again():
    changed = factories.ArticleFactory(language="fr", headline="U.R.S.S.")
    lost = factories.ArticleFactory(language="fr", headline="Du maïs", body="Rien.", lede="")
    same = factories.ArticleFactory(language="fr", headline="Un port", body="Là où, dès.", lede="")
    editor = SimpleNamespace(connection=connection)
    migration.as_before(None, editor)
    SearchEntry.objects.filter(pk__in=[changed.pk, lost.pk, same.pk]).update(is_qualified=True)
    migration.as_read(None, editor)
    assert not SearchEntry.objects.get(pk=changed.pk).is_qualified
    assert not SearchEntry.objects.get(pk=lost.pk).is_qualified
    assert SearchEntry.objects.get(pk=same.pk).is_qualified


@pytest.mark.parametrize(
    ("word", "common"),
    [
        ("parc", "parce que"),
        ("moine", "au moins"),
        ("ver", "vers l’est"),
        ("tree", "très loin"),
        ("tree", "TRÈS loin"),
        ("fair", "faire"),
        ("San", "sans bruit"),
        ("lor", "alors, lors"),
        ("commettre", "comme"),
        ("mem", "les mêmes"),
    ],
)
def test_a_common_french_word_is_not_what_the_stemmer_leaves_of_it(word, common):
    text = factories.ArticleFactory(language="fr", headline="—", lede="", body=f"Il part {common} enfin.")
    entries = SearchEntry.objects.filter(article_id=text.pk)
    assert not entries.matching(read_query(word).tsquery).exists()
    assert entries.matching(read_query(f'"part {common} enfin"').tsquery).exists()
    assert check_index().total == 0


def test_what_is_no_such_word_is_read_as_before():
    for body in (
        "Les parcs.",
        "Un parc.",
        "Un moine, des moines.",
        "Des verres verts.",
        "Anselme",
        "San Remo",
    ):
        text = factories.ArticleFactory(language="fr", headline="—", lede="", body=body)
        assert (
            SearchEntry.objects.filter(article_id=text.pk)
            .matching(read_query(body.strip(".")).tsquery)
            .exists()
        )
    english = factories.ArticleFactory(language="en", headline="—", lede="", body="A comme, a vers.")
    assert SearchEntry.objects.filter(article_id=english.pk).matching(read_query("ver").tsquery).exists()


@pytest.mark.parametrize(
    ("asked", "marked"), [('"très loin"', ["très", "loin"]), ("tree parc loin", ["loin"]), ("Oued", ["Oued"])]
)
def test_the_places_of_such_words_are_kept_and_marks_tell_them_apart(asked, marked):
    text = "Il reste parce qu’il est très loin, vers Oued."
    (spans,) = words_in([("fr", text)], read_query(asked))
    spans.sort(key=lambda span: span.start)
    assert [text[span.start : span.end] for span in spans] == marked


def test_entries_are_derived_anew_and_as_before_again():
    common = import_module("articles.migrations.0036_common_french_words")
    text = factories.ArticleFactory(language="fr", headline="—", lede="", body="Il part parce que.")
    editor = SimpleNamespace(connection=connection)

    def has_parc() -> bool:
        return SearchEntry.objects.filter(article_id=text.pk).matching("'parc'").exists()

    assert not has_parc()
    common.as_before(None, editor)
    assert has_parc()
    assert check_index().total == 0
    common.as_before(None, editor)  # begun again
    common.apart(None, editor)
    assert not has_parc()
    common.apart(None, editor)
    assert check_index().total == 0
