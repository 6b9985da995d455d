"""What names of institutions say, and that a query finds them by their translation."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from articles.filters import ArticleFilter
from articles.names.romanise import consonant_key
from articles.proposals import add_proposals
from articles.search.recognised import RecognisedName
from articles.search.results import search_articles
from articles.terms import institution_keys, institutional
from articles.terms.institutional import MARK, is_kind
from tests import factories

SAME = [
    ("Moscow Aviation Institute", "Московский авиационный институт"),
    ("Московского авиационного института", "Московский авиационный институт"),
    ("Georgian Technical University", "Грузинский технический университет"),
    ("Université technique de Géorgie", "Georgian Technical University"),
    ("Alexandria University", "جامعة الإسكندرية"),
    ("Agence spatiale européenne", "European Space Agency"),
    ("Canadian Women's Foundation", "Fondation canadienne des femmes"),
    ("Idaho State University", "Université d'État de l'Idaho"),
    ("Université d’Alexandrie", "لجامعة الإسكندرية"),
    ("Фонд Кагаровского имени Петра Великого", "Kagarov Foundation"),
    ("Центр «Институт Алтынсарина»", "Altynsarin Institute"),
]
OTHERS = [
    ("Moscow Aviation Institute", "Московский энергетический институт"),
    ("Moscow Aviation Institute", "Казанский авиационный институт"),
    ("Bank of Georgia", "Bank of Russia"),
    ("National Bank of Serbia", "Bank of Serbia"),
    ("University of Niger", "University of Nigeria"),
    ("Curie Institute", "Carré Institute"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_name_and_its_translation_say_the_same(one, other):
    assert set(institution_keys(one)) & set(institution_keys(other))


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_names_of_others_say_something_else(one, other):
    assert institution_keys(one)
    assert not set(institution_keys(one)) & set(institution_keys(other))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Nikolaï Patrouchev",
        "Université",
        "Centre de recherche",
        "Research Center",
        "Научный центр",
        "…",
        "25 16",
    ],
)
def test_what_tells_no_body_from_another_has_no_key(name):
    assert institution_keys(name) == ()


def test_of_many_words_of_several_meanings_few_readings_are_looked_at(monkeypatch):
    looked = []
    monkeypatch.setattr(institutional, "_says_which", lambda meant: bool(looked.append(meant)))
    institutional.institution_keys.__wrapped__(" ".join(["جمعية", "كلية", "مؤسسة", "اتحاد", "هيئة"] * 2))
    assert 0 < len(looked) <= institutional.MOST_READINGS


def test_no_key_is_a_sound_and_each_is_one_word():
    for name in (
        "St Petersburg State University",
        "Université de Saint-Pétersbourg",
        "جمعية الصداقة السورية",
    ):
        for key in institution_keys(name):
            assert key.startswith(MARK)
            assert " " not in key
            assert key != consonant_key(name)
            assert any(is_kind(word) for word in key.lstrip(MARK).split("+"))


@pytest.fixture
def texts(db):
    """One text about an institution in each language, on no record."""
    made = {
        "en": "The Moscow Aviation Institute opened a branch. Experts of the Moscow Aviation Institute came.",
        "ru": "Ректор Московского авиационного института выступил. Московский авиационный институт растёт.",
        "fr": "Il a étudié à l’Institut d’aviation de Moscou. L’Institut d’aviation de Moscou recrute.",
        "other": "The Kazan Energy Institute opened a branch. Experts of the Kazan Energy Institute came.",
    }
    found = {}
    for code, body in made.items():
        language = code if len(code) == 2 else "en"
        found[code] = factories.ArticleFactory(
            headline="Note", lede="", body=body, language=language, date="2016"
        )
        add_proposals(found[code])
    return found


def found_by(query):
    result = search_articles(ArticleFilter(QueryDict(urlencode({"q": query}))).criteria)
    return set(result.articles)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    ["Moscow Aviation Institute", "Московский авиационный институт", "Institut d'aviation de Moscou"],
)
def test_texts_are_found_by_an_institution_in_any_language(texts, query):
    assert found_by(query) == {texts[code].pk for code in ("en", "ru", "fr")}


@pytest.mark.django_db
def test_a_record_is_known_by_its_translation(texts):
    factories.InstitutionFactory(key="mai", names={"ru": "Московский авиационный институт"})
    criteria = ArticleFilter(QueryDict(urlencode({"q": "Moscow Aviation Institute"}))).criteria
    [name] = [one for one in criteria.query.names if isinstance(one, RecognisedName)]
    assert [agent.name for agent in name.agents] == ["Московский авиационный институт"]
    assert set(search_articles(criteria).articles) == {texts[code].pk for code in ("en", "ru", "fr")}


@pytest.mark.django_db
def test_exact_letters_and_marks_ask_for_no_translation(texts):
    assert found_by('"Moscow Aviation Institute"') == {texts["en"].pk}
