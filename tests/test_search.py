"""Search: any spelling, any script, each text in its own language; filters; true totals."""

import pytest
from django.db import connection
from django.http import QueryDict

from articles.filters import ArticleFilter
from articles.models import SearchSample
from articles.search.query import read_query
from articles.search.results import search_articles
from articles.search.tsquery import EVERY
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(cast):
    """A French, a Russian, an English, an Arabic and a German text."""
    texts = {
        "fr": factories.ArticleFactory(
            headline="La coopération sécuritaire prend du rythme",
            lede="Nikolaï Patrouchev est attendu à Rabat.",
            body="L’accord sur l’énergie a été signé à Moscou. Les camions viendront plus tard.",
            date="2016-12",
        ),
        "ru": factories.ArticleFactory(
            headline="Секретарь Совета безопасности",
            lede="",
            body="Переговоры с Николаем Патрушевым прошли в Москве. Её итоги объявят позже.",
            language="ru",
            date="2016-12-15",
        ),
        "en": factories.ArticleFactory(
            headline="Trucks for Africa",
            lede="",
            body="The running negotiations were announced.",
            language="en",
        ),
        "ar": factories.ArticleFactory(
            headline="زيارة الملك",
            lede="",
            body="اتفق الملك والمغرب على التعاون بالرباط",
            language="ar",
            date="2017",
        ),
        "de": factories.ArticleFactory(
            headline="Ein Abkommen",
            lede="",
            body="Der König besuchte Moskau im März.",
            language="de",
            date="2016-03-16",
        ),
    }
    factories.MentionFactory(
        article=texts["fr"], agent=cast.patrouchev, field="lede", exact="Nikolaï Patrouchev"
    )
    factories.MentionFactory(article=texts["ru"], agent=cast.patrouchev, exact="Николаем Патрушевым")
    return texts


def search(parameters: str):
    return search_articles(ArticleFilter(QueryDict(parameters)).criteria)


def found(parameters: str) -> set[str]:
    return {hit.article.language for hit in search(parameters).hits}


@pytest.mark.parametrize(
    "q", ["Patrushev", "Патрушев", "patrouchev", "PETROUCHEV", "باتروشيف", "Nikolai Patrushev"]
)
def test_a_person_is_found_by_every_spelling_on_record(texts, q):
    assert found(f"q={q}") == {"fr", "ru"}


def test_the_recognised_name_is_told_with_its_other_spellings(texts, cast):
    result = search("q=Patrushev")
    (name,) = result.query.names
    assert name.agents[0].pk == cast.patrouchev.pk
    assert "Николай Патрушев" in [other.text for other in name.also]


def test_a_name_and_a_word_must_both_be_there(texts):
    assert found("q=Patrushev+énergie") == {"fr"}


@pytest.mark.parametrize(
    ("q", "languages"),
    [
        ("securitaire", {"fr"}),
        ("SÉCURITAIRES", {"fr"}),
        ("energie", {"fr"}),
        ("l'énergie", {"fr"}),
        ("l’accord", {"fr"}),
        ("camion", {"fr"}),
        ("truck", {"en"}),
        ("negotiation", {"en"}),
        ("переговор", {"ru"}),
        ("ее итоги", {"ru"}),
        ("المغرب", {"ar"}),
        ("زيارة", {"ar"}),
        ("Moskau", {"de"}),
        ("marz", {"de"}),
        ('"signé à Moscou"', {"fr"}),
        ('"Moscou signé"', set()),
        ("camion OR truck", {"fr", "en"}),
        ("Patrouchev -énergie", {"ru"}),
        ("introuvable", set()),
    ],
)
def test_words_are_found_in_their_own_language(texts, q, languages):
    assert found(f"q={q}") == languages


@pytest.mark.parametrize(
    "q", ["'", '"', "-", "(((", "a:b:c", "~a1", "%", "\\", "&|!", "OR", "-OR-", '"un', "🐪", "x" * 2000]
)
def test_no_query_fails(texts, q):
    from urllib.parse import quote

    assert search(f"q={quote(q)}").total >= 0


def test_words_that_are_too_common_are_told_and_ignored(texts):
    result = search("q=~~~ !!!")
    assert result.query.ignored
    assert result.total == 5


def test_hits_are_marked_in_the_original_text(texts):
    (hit,) = search("q=energie").hits
    assert "énergie" in [segment.text for segment in hit.snippet if segment.payload == "hit"]


def test_the_naming_of_a_person_is_marked_whatever_was_typed(texts):
    marked = {s.text for hit in search("q=Patrushev").hits for s in hit.snippet if s.payload == "hit"}
    assert {"Nikolaï Patrouchev", "Николаем Патрушевым"} <= marked


def test_exact_finds_the_letters_as_typed_only(texts):
    assert found("q=camion&exact=1") == set()
    assert found("q=camions&exact=1") == {"fr"}
    assert found("q=Patrushev&exact=1") == set()


def test_a_month_is_a_possible_match_of_a_day(texts):
    result = search("date_from=2016-12-15&date_to=2016-12-15")
    assert {(hit.article.language, hit.certainty) for hit in result.hits} == {
        ("ru", "certain"),
        ("fr", "possible"),
    }
    assert (result.total, result.possible) == (2, 1)


@pytest.mark.parametrize(
    ("dates", "languages"),
    [
        ("date_from=2016-12&date_to=2016-12", {"fr", "ru"}),
        ("date_to=2016", {"fr", "ru", "de"}),
        ("date_from=2017", {"ar"}),
        ("undated=1", {"en"}),
    ],
)
def test_dates_narrow(texts, dates, languages):
    assert found(dates) == languages


def test_undated_records_come_last_and_are_counted(texts):
    for sort in ("newest", "oldest"):
        result = search(f"sort={sort}")
        assert result.hits[-1].article.language == "en"
        assert result.undated == 1
    assert [hit.article.language for hit in search("sort=newest").hits][:2] == ["ar", "ru"]


def test_filters_combine(texts, cast):
    tag = factories.TagFactory(slug="energie")
    texts["fr"].tags.add(tag)
    assert found("person=patrouchev&tag=energie") == {"fr"}
    assert found("person=patrouchev&language=ru&language=fr") == {"fr", "ru"}
    assert found("person=patrouchev&person=hammouchi") == set()


def test_a_value_that_cannot_be_read_leaves_the_other_filters_applied(texts):
    filterset = ArticleFilter(QueryDict("date_from=hier&person=nobody&language=ru&sort=sideways"))
    assert {hit.article.language for hit in search_articles(filterset.criteria).hits} == {"ru"}
    assert set(filterset.form.errors) == {"date_from", "person", "sort"}


def test_a_span_that_ends_before_it_begins_is_told(texts):
    assert "date_to" in ArticleFilter(QueryDict("date_from=2017&date_to=2016")).form.errors


def test_a_known_item_comes_first(texts):
    for _ in range(3):
        factories.ArticleFactory(
            body="Un texte long où la coopération est nommée, puis la visite sécuritaire. " * 9
        )
    assert search("q=coopération sécuritaire").hits[0].article.pk == texts["fr"].pk


@pytest.mark.parametrize("sampled", ["all of them", "none of them"])
def test_a_page_of_results_asks_a_bounded_number_of_queries(texts, cast, sampled, django_assert_num_queries):
    for number in range(30):
        article = factories.ArticleFactory(headline=f"Énergie {number}", date="2016")
        factories.MentionFactory(article=article, agent=cast.council)
        factories.TranslationFactory(original=article)
    SearchSample.objects.all().delete()
    if sampled == "all of them":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO articles_searchsample SELECT * FROM articles_searchentry")
    # The spellings of who is named are one query more.
    for parameters, queries in (("q=énergie Patrushev OR énergie&date_from=2000", 10), ("q=énergie", 8)):
        with django_assert_num_queries(queries):
            result = search(parameters)
            shown = [
                (mention.agent.name, telling.language)
                for hit in result.hits
                for mention in hit.article.namings
                for telling in hit.article.other_tellings
            ]
        assert result.total == 31
        assert len(shown) >= 20


@pytest.mark.parametrize(
    ("q", "languages"),
    [
        ("Patrushev OR truck", {"fr", "ru", "en"}),
        ("truck OR -Patrushev", {"en", "ar", "de"}),
        ("-Patrushev", {"en", "ar", "de"}),
        ("Moscou -Patrushev", set()),
        ('"Nikolai Patrushev"', {"fr", "ru"}),
    ],
)
def test_names_are_known_beside_operators_too(texts, q, languages):
    assert found(f"q={q}") == languages


@pytest.mark.parametrize(
    ("q", "languages"),
    [
        ("énergie Moscou", {"fr"}),
        ("energie", set()),
        ("camions OR Trucks", {"fr", "en"}),
        ("camions -Moscou", set()),
        ("la", {"fr"}),
        ('"signé à Moscou"', {"fr"}),
        ("(((", set()),
    ],
)
def test_exact_reads_operators_and_common_words_letter_by_letter(texts, q, languages):
    assert found(f"q={q}&exact=1") == languages


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("négociations", "fr"),
        ("constitutionnellement", "fr"),
        ("ennuyeuses", "fr"),
        ("avec", "fr"),
        ("yeux", "fr"),
        ("étant", "fr"),
        ("modificatrices", "fr"),
        ("hopefulness", "en"),
        ("will", "en"),
        ("один", "ru"),
        ("internationalised", "en"),
        ("dying", "en"),
        ("ties", "en"),
        ("themselves", "en"),
        ("другой", "ru"),
        ("иду", "ru"),
        ("путешественниками", "ru"),
        ("вернувшиеся", "ru"),
        ("والاقتصادية", "ar"),
        ("بالمغرب", "ar"),
        ("S400", "en"),
    ],
)
def test_the_beginning_of_a_word_as_typed_finds_it_whatever_its_stem(db, word, language):
    text = factories.ArticleFactory(headline="x", lede="", body=f"{word}.", language=language)
    for length in range(2, len(word) + 1):
        result = search_articles(ArticleFilter(QueryDict(f"q={word[:length]}*&exact=1")).criteria)
        assert result.articles == [text.pk], word[:length]
    assert not search_articles(ArticleFilter(QueryDict(f"q={word}x*&exact=1")).criteria).articles


def test_the_index_narrows_the_beginning_of_a_word_as_typed():
    read = read_query("gazod* de Rabat", exact=True)
    assert "'ga" in read.tsquery
    assert all(EVERY not in query for query in read.by_language.values())


@pytest.mark.parametrize(
    ("value", "languages"), [("1", {"en"}), ("0", None), ("false", None), ("on", {"en"})]
)
def test_a_switch_is_on_or_off(texts, value, languages):
    assert found(f"undated={value}") == (languages or {"fr", "ru", "en", "ar", "de"})


def test_a_switch_that_is_neither_is_told(texts):
    filterset = ArticleFilter(QueryDict("undated=perhaps&language=ru"))
    assert "undated" in filterset.form.errors
    assert {hit.article.language for hit in search_articles(filterset.criteria).hits} == {"ru"}


@pytest.mark.parametrize("name", ["person", "institution", "tag", "source"])
def test_a_nul_in_an_address_is_an_unknown_slug(texts, name):
    assert name in ArticleFilter(QueryDict(f"{name}=%00")).form.errors


def test_an_unknown_slug_leaves_the_known_one_beside_it_applied(texts):
    assert found("person=nobody&person=patrouchev") == {"fr", "ru"}


def test_a_query_of_very_many_words_is_read_to_a_limit_and_says_so(texts):
    assert search("q=" + "+".join(["ab"] * 100)).query.unread


def test_drafts_are_never_found(texts):
    texts["de"].status = "draft"
    texts["de"].save()
    assert found("q=Moskau") == set()
    assert "de" not in found("")


def test_a_query_is_read_once_and_says_what_it_recognised(texts, cast):
    query = read_query("visite de Patrushev à Moscou")
    assert [name.surface for name in query.names] == ["Patrushev"]
    assert query.agents == {cast.patrouchev.pk}
