"""Places, organisations and bodies of state, asked in any of four languages of texts in all of them."""

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

from articles.filters import ArticleFilter
from articles.names import fold
from articles.search.common_words import COMMON
from articles.search.known import MOST_ASKED as MOST_ASKED_OF_QUERY
from articles.search.known import terms_beside
from articles.search.pieces import part
from articles.search.query import read_query
from articles.search.results import search_articles
from articles.search.snippets import words_in
from articles.terms import known_terms, terms
from articles.terms.forms import read_keys, russian_forms
from articles.terms.table import LANGUAGES, MOST_ASKED
from articles.views.readings import readings
from tests import factories

ROOT = Path(__file__).parent.parent


def read_as(q: str) -> list[str]:
    """The keys of the terms in a query that names nobody on record."""
    (branch,) = part(q).branches
    return [one.term.key for one in terms_beside(branch, (), ())]


# The table


def test_the_table_is_what_babel_has():
    subprocess.run([sys.executable, ROOT / "locale" / "places.py", "--check"], check=True)


def test_each_term_has_a_spelling_in_four_languages():
    for term in terms():
        assert {one.language for one in term.spellings} >= {"fr", "en"}, term.key
        # Two capitals are called as their countries, in Russian or Arabic.
        if term.key not in ("algiers", "tunis"):
            assert {one.language for one in term.spellings} == set(LANGUAGES), term.key


def test_no_spelling_is_read_as_two_terms():
    owners: dict[str, set[str]] = defaultdict(set)
    for term in terms():
        for one in term.spellings:
            if one.is_read:
                for key in read_keys(one.text):
                    owners[key].add(term.key)
    several = {key for key, those in owners.items() if len(those) > 1}
    assert several == {"عمان"}, "Oman and Amman are written alike, and neither is read without its sign"
    assert known_terms()["عمان"].needs_capital


def test_no_word_that_says_nothing_is_a_term():
    for key, known in known_terms().items():
        assert key not in {fold(word) for word in COMMON} or known.needs_capital, key


def test_spellings_are_written_in_the_letters_of_their_language():
    letters = {"ru": "[\u0400-\u04ffG0-9 ,.’—-]+", "ar": "[\u0600-\u06ff -]+"}
    for term in terms():
        for one in term.spellings:
            pattern = letters.get(one.language, "[A-Za-zÀ-ÿœ0-9 ,.’'-]+")
            assert re.fullmatch(pattern, one.text), (term.key, one.text)


def test_alternatives_are_few():
    for term in terms():
        for language in LANGUAGES:
            asked = [words for code, words in term.asked if code == language]
            assert len(asked) <= MOST_ASKED * 2, term.key
    assert max(len(term.asked) for term in terms()) <= 40


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Россия", {"россия", "россии", "россию", "россией"}),
        ("Египет", {"египта", "египтом", "египте"}),
        ("Китай", {"китая", "китаю", "китаем", "китае"}),
        ("Израиль", {"израиля", "израилю", "израиле"}),
        ("Нидерланды", {"нидерландов", "нидерландах"}),
        ("Америка", {"америки", "америке", "америкой"}),
        ("Косово", {"косова", "косове"}),
    ],
)
def test_russian_terms_have_cases(word, forms):
    assert forms <= set(russian_forms(word))


@pytest.mark.parametrize(
    ("q", "term"),
    [
        *[(q, "baikonur") for q in ("Baïkonour", "Байконуре", "بايكونور")],
        *[(q, "pointe-noire") for q in ("Pointe-Noire", "Пуант-Нуар", "بوانت نوار")],
        *[(q, "strait of malacca") for q in ("détroit de Malacca", "Малаккского пролива", "مضيق ملقا")],
        *[(q, "America/La_Paz") for q in ("La Paz", "Ла-Пас", "لاباز")],
    ],
)
def test_towns_and_straits_are_known_in_four_languages(q, term):
    assert read_as(q) == [term]


@pytest.mark.parametrize("q", ["изюм", "essen", "cork", "limerick", "bata", "memphis", "котором"])
def test_a_town_whose_name_is_a_word_is_read_with_a_capital_alone(q):
    assert read_as(q) == []


def test_what_is_not_declined_has_one_form():
    for word in ("Мали", "Токио", "Баку", "Самоа", "США"):
        assert list(russian_forms(word)) == [word.lower()]


# What is read


@pytest.mark.parametrize(
    ("q", "term"),
    [
        *[(q, "MA") for q in ("Maroc", "maroc", "le Maroc", "Morocco's", "Марокко", "بالمغرب", "للمغرب")],
        *[(q, "RU") for q in ("Россией", "россии", "Russie", "وروسيا", "la Fédération de Russie")],
        *[(q, "US") for q in ("Соединёнными Штатами", "Etats-Unis", "United States of America", "США")],
        *[(q, "un") for q in ("l’ONU", "onu", "UN", "U.N.", "ООН", "الأمم المتحدة", "للأمم المتحدة")],
        *[(q, "un") for q in ("Организацией Объединенных Наций", "Organisation des Nations unies")],
        *[(q, "defence ministry") for q in ("Ministère de la Défense", "ministère défense", "Минобороны")],
        *[(q, "defence ministry") for q in ("Министерством обороны", "Defense Ministry", "بوزارة الدفاع")],
        *[(q, "foreign affairs ministry") for q in ("МИД", "МИДа", "Ministry of Foreign Affairs")],
        *[(q, "defence minister") for q in ("министру обороны", "Defence Minister", "وزير الدفاع")],
        *[(q, "world bank") for q in ("Banque mondiale", "World Bank", "Всемирного банка", "البنك الدولي")],
        *[(q, "CI") for q in ("Côte d’Ivoire", "Côte d'Ivoire", "Ivory Coast", "Кот-д'Ивуар")],
        *[(q, "GE") for q in ("Georgia", "Géorgie", "géorgie", "Грузии")],
        *[(q, "GB") for q in ("UK", "Royaume-Uni", "Великобританией", "بريطانيا")],
    ],
)
def test_a_term_is_known_however_it_is_written(q, term):
    assert read_as(q) == [term]


@pytest.mark.parametrize(
    "q",
    [
        *("Michael Jordan", "Jordan Bardella", "jordan", "Georgia Meloni", "georgia", "Chad Smith", "chad"),
        *("Jack London", "Marie France", "nice", "a nice place", "Tours", "tours"),
        *("un", "un homme", "UN HOMME", "eu", "us", "who", "pace", "grenade"),
        *("газа", "поставки газа", "того", "куба", "вены", "дели", "воз", "réunion", "Maurice", "Dominique"),
        *('"Maroc"', "Mar*", "Maroc*", "مالي", "جده", "عمان", "-Jordan"),
    ],
)
def test_what_may_be_a_word_or_somebody_is_no_term(q):
    assert read_as(q) == []


def test_the_longest_term_is_read():
    assert read_as("Conseil de sécurité des Nations unies") == ["un security council"]
    assert read_as("Corée du Nord Corée") == ["KP", "korea"]
    assert read_as("Министерство обороны России") == ["defence ministry", "RU"]
    assert read_as("Jordan Syria") == ["JO", "SY"], "beside another place it is one"


# What is found

TEXTS = {
    "fr": ("Le Maroc et l’ONU : le ministère de la Défense, la Banque mondiale.", "fr"),
    "en": ("Morocco and the UN: the Defence Ministry, the World Bank.", "en"),
    "ru": ("Для Марокко в ООН: Министерством обороны и Всемирным банком.", "ru"),
    "ar": ("بالمغرب والأمم المتحدة لوزارة الدفاع والبنك الدولي", "ar"),
}


def found(q: str, **others: str) -> set[str]:
    criteria = ArticleFilter(QueryDict(urlencode({"q": q, **others}))).criteria
    return {hit.article.headline for hit in search_articles(criteria).hits}


@pytest.fixture
def archive(db):
    """A text in each of four languages that has all these terms, one in each that has none."""
    for name, (body, language) in TEXTS.items():
        factories.ArticleFactory(headline=name, lede="", body=body, language=language)
    for name, body, language in (
        ("none fr", "Un homme qui a eu mal : la banque, le ministère.", "fr"),
        ("none en", "A nice bank, and a ministry of who knows.", "en"),
        ("none ru", "Банк в министерстве того, что дано.", "ru"),
        ("none ar", "البنك في المدينة", "ar"),
    ):
        factories.ArticleFactory(headline=name, lede="", body=body, language=language)


@pytest.mark.parametrize(
    "q",
    [
        *("Maroc", "maroc", "Morocco", "Марокко", "المغرب", "والمغرب"),
        *("ONU", "Nations unies", "UN", "United Nations", "ООН", "Объединённых Наций", "للأمم المتحدة"),
        *("Ministère de la Défense", "Defence Ministry", "Ministry of Defense", "Министерства обороны"),
        *("Минобороны", "وزارة الدفاع", "Banque mondiale", "World Bank", "Всемирному банку", "البنك الدولي"),
        *("Maroc ONU", "Марокко World Bank", "Maroc Banque mondiale OR introuvable"),
    ],
)
def test_a_term_asked_in_one_language_is_found_in_all(archive, q):
    assert found(q) == set(TEXTS)


def test_a_letter_alone_is_no_term(db):
    factories.ArticleFactory(
        headline="UN", lede="", body="The U.N. and U Thant in the U.K. agree.", language="en"
    )
    factories.ArticleFactory(headline="us", lede="", body="They met us.", language="en")
    assert found("États-Unis") == found("США") == set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT words FROM unnest(%s::text[], %s::text[]) AS asked (language, words) WHERE"
            " phraseto_tsquery(archive_config(language), archive_words(language, words))::text ~ '^(.|''.'')$'",
            [list(each) for each in zip(*(asked for term in terms() for asked in term.asked), strict=True)],
        )
        assert cursor.fetchall() == []


def test_all_cases_of_a_russian_term_are_found(db):
    for body in ("О Китае.", "С Китаем.", "Из Китая.", "К Китаю.", "Китай."):
        factories.ArticleFactory(headline=body, lede="", body="—", language="ru")
    factories.ArticleFactory(headline="Chine", lede="", body="La Chine.", language="fr")
    assert len(found("China")) == len(found("Китаю")) == len(found("الصين")) == 6


def test_arabic_texts_are_found_behind_clitics(db):
    for body in ("فرنسا", "بفرنسا", "لفرنسا", "وفرنسا"):
        factories.ArticleFactory(headline=body, lede="", body="—", language="ar")
    assert len(found("Frankreich OR France")) == 4


def test_a_minus_leaves_out_the_texts_of_all_languages(archive):
    assert found("World Bank -Maroc") == set()
    assert found("-Maroc") == {"none fr", "none en", "none ru", "none ar"}
    assert found("Maroc -Jordan") == set(TEXTS)


def test_what_is_typed_as_a_phrase_or_exactly_is_asked_alone(archive):
    assert found('"Maroc"') == found("Maroc", exact="1") == found("Maro*") == {"fr"}


def test_a_spelling_is_asked_of_the_texts_of_its_language_alone(archive):
    factories.ArticleFactory(headline="quoted", lede="", body="Morocco World News.", language="fr")
    factories.ArticleFactory(headline="german", lede="", body="Morocco World News.", language="de")
    assert found("Maroc") == set(TEXTS)
    assert found("Morocco") == {*TEXTS, "quoted", "german"}


def test_a_spelling_with_the_stem_of_other_words_is_not_asked(db):
    """«Georges» has the stem of «Géorgie», «газ» that of «Газа», «mal» that of «Mali»."""
    factories.ArticleFactory(headline="Georges", lede="", body="Georges a mal : le gaz.", language="fr")
    factories.ArticleFactory(headline="газ", lede="", body="Поставки газа, данные о грузах.", language="ru")
    factories.ArticleFactory(headline="georgien", lede="", body="Le président géorgien.", language="fr")
    assert found("جورجيا") == found("Georgia") == {"georgien"}
    assert found("غزة") == found("Mali") - {"Georges"} == found("Denmark") == set()


def test_somebody_on_record_is_no_place(db):
    person = factories.PersonFactory(names={"en": "Michael Jordan"})
    factories.PersonFactory(names={"en": "Jordan Bardella"})
    factories.ArticleFactory(headline="Amman", lede="", body="Иордания.", language="ru")
    assert found("Jordan Bardella") == found("Michael Jordan") == set()
    query = read_query("Michael Jordan")
    assert [agent.pk for name in query.names for agent in name.agents] == [person.pk]
    assert not query.terms


def test_a_label_and_an_institution_of_the_same_words_are_asked_beside_it(archive):
    tag = factories.TagFactory(pref_label_fr="Maroc", pref_label_en="Morocco")
    tagged = factories.ArticleFactory(headline="tagged", lede="", body="Rabat.", language="fr")
    tagged.tags.add(tag)
    nations = factories.InstitutionFactory(names={"fr": "ONU"})
    linked = factories.ArticleFactory(headline="linked", lede="", body="L’institution.", language="fr")
    factories.MentionFactory(article=linked, agent=nations, exact="institution")
    assert found("Maroc") == {*TEXTS, "tagged"}
    assert found("ONU") == {*TEXTS, "linked"}


def test_a_label_that_is_a_part_of_a_term_gives_way(archive):
    factories.TagFactory(pref_label_fr="Défense", pref_label_en="Defence")
    assert found("Ministère de la Défense") == set(TEXTS)
    assert not read_query("Ministère de la Défense").subjects


# What is told


def told(q: str, **others: str):
    parameters = QueryDict(urlencode({"q": q, **others}))
    return readings(ArticleFilter(parameters).query, parameters).recognised


def test_the_page_tells_the_other_spellings_and_offers_the_words_alone(archive, client):
    (one,) = told("Maroc")
    assert [other.text for other in one.also] == ["Morocco", "Марокко", "المغرب"]
    assert not one.has_more
    html = " ".join(client.get("/en/articles/?q=Maroc").content.decode().split())
    assert '<bdi class="who">Maroc</bdi> <span class="note">also</span>' in html
    assert '<bdi lang="ru">Марокко</bdi>' in html
    assert 'href="?q=Maroc&amp;words=Maroc"' in html
    assert found("Maroc", words="Maroc") == {"fr"}
    assert told("Maroc", words="Maroc") == []


@pytest.mark.parametrize(
    ("q", "also"),
    [
        ("l’ONU", ["United Nations", "ООН", "الأمم المتحدة"]),
        ("Morocco's", ["Maroc", "Марокко", "المغرب"]),
        ("России", ["Russie", "Russia", "روسيا"]),
        ("بالمغرب", ["Maroc", "Morocco", "Марокко"]),
    ],
)
def test_what_was_typed_is_not_told_again(db, q, also):
    (one,) = told(q)
    assert [
        other.text for other in one.also if other.text not in ("Nations unies", "РФ", "روسيا الاتحادية")
    ] == also


def test_what_is_left_out_is_told(archive):
    (one,) = told("banque -Maroc")
    assert one.is_excluded


def test_words_that_are_a_label_too_are_offered_alone_once(archive):
    factories.TagFactory(pref_label_fr="Maroc", pref_label_en="Morocco")
    assert [bool(one.as_words) for one in told("Maroc")] == [True, False]


def test_the_passages_of_all_languages_are_marked(archive, client):
    html = client.get("/en/articles/?q=Maroc").content.decode()
    for word in ("Maroc", "Morocco", "Марокко", "المغرب"):
        assert f"<mark>{word}</mark>" in html


def test_a_word_of_a_phrase_is_marked_beside_its_others_alone(db):
    body = "The ministry is old. In all the world they know the World Bank. Of one bank more: a ministry of defence."
    query = read_query("Всемирный банк")
    (spans,) = words_in([("en", body)], query)
    assert [body[span.start : span.end] for span in spans] == ["World", "Bank"]
    (spans,) = words_in([("en", body)], read_query("Минобороны"))
    assert [body[span.start : span.end] for span in spans] == ["ministry", "defence"]
    (spans,) = words_in([("en", "In New-York.")], read_query("Нью-Йорк"))
    assert "".join("In New-York."[span.start : span.end] for span in spans).replace("-", "") == "NewYork"


def test_a_small_or_between_terms_is_an_alternative(archive):
    factories.ArticleFactory(headline="DZ", lede="", body="Алжира.", language="ru")
    assert found("Maroc ou Algérie") == {*TEXTS, "DZ"}


def test_exports_and_feeds_find_the_same(archive, client):
    answer = client.get("/en/articles/?q=Maroc&format=json")
    text = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
    assert text.count('"headline"') == 4


# What it costs


def test_of_very_many_terms_some_are_words_alone(db):
    every = [term for term in terms() if term.key.isupper()]
    names = [next(one.text for one in term.spellings if one.language == "fr") for term in every]
    short = sorted({name for name in names if name.isalpha()}, key=len)[:50]
    query = read_query(" OR ".join(f"({one} guerre)" for one in short[:24]) + " " + " ".join(short[24:]))
    assert sum(len(one.term.asked) for one in query.terms) <= MOST_ASKED_OF_QUERY
    assert query.tsquery


def test_a_term_costs_no_query(db, django_assert_max_num_queries):
    read_query("navet cru")
    with CaptureQueriesContext(connection) as captured:
        read_query("carotte crue")
    with django_assert_max_num_queries(len(captured)):
        read_query("Maroc ONU")


@pytest.mark.parametrize(
    ("q", "key"),
    [
        ("عُمان", "OM"),
        ("Naplouse", "nablus"),
        ("Наблус", "nablus"),
        ("Port-Soudan", "port sudan"),
        ("mer d'Azov", "azov sea"),
        ("Азовского моря", "azov sea"),
        ("بحضرموت", "hadramawt"),
    ],
)
def test_towns_and_seas_and_what_a_vowel_sign_tells_are_terms(q, key):
    assert read_as(q) == [key]


@pytest.mark.django_db
def test_a_town_is_no_surname_in_the_genitive_plural():
    assert "'жен'" not in read_query("Женева").by_language["ru"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "is_found", "other"),
    [
        ("Islande", "Geysers of Iceland.", "An island of geysers."),
        ("Pologne", "Storks of Poland.", "Storks."),
        ("Grèce", "Olives of Greece.", "Olives."),
    ],
)
def test_a_place_is_asked_in_no_language_as_another_word_of_it(typed, is_found, other):
    texts = [
        factories.ArticleFactory(headline="—", lede="", body=one, language="en").pk
        for one in (is_found, other)
    ]
    own = factories.ArticleFactory(headline="—", lede="", body=f"Vers {typed}.", language="fr").pk
    criteria = ArticleFilter(QueryDict(urlencode({"q": typed}))).criteria
    assert {hit.article.pk for hit in search_articles(criteria).hits} == {texts[0], own}


@pytest.mark.django_db
def test_a_foreign_word_that_is_not_cut_is_asked_as_typed():
    text = factories.ArticleFactory(headline="—", lede="", body="The café Milano.", language="en").pk
    criteria = ArticleFilter(QueryDict(urlencode({"q": "Milano"}))).criteria
    assert text in {hit.article.pk for hit in search_articles(criteria).hits}
