"""Results too large to be counted: estimated, said to be so, and their pages the same as if all were read."""

import random
from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from articles.facet_codes import FacetKind, language_value
from articles.filters import ArticleFilter
from articles.kept import at_version
from articles.models import SearchSample
from articles.search import plan, statements
from articles.search.query import read_query
from articles.search.results import search_articles
from articles.search.scopes import Scope, scopes, scopes_met_once
from articles.search.tsquery import COLUMNS, asks_for_words
from tests import factories

pytestmark = pytest.mark.django_db

WORDS = ["accord", "pêche", "roi", "visite", "gaz"]
QUERIES = [
    "",
    "q=accord",
    "q=accord+pêche",
    "q=roi+OR+gaz",
    "q=-visite",
    'q="accord+pêche"',
    "q=acc*",
    "language=fr",
    "q=accord&date_from=2003&date_to=2007",
    "date_from=2005-06",
    "date_to=2005-06-15",
    "q=Patrouchev",
    "undated=1",
    "q=accord&exact=1",
    "q=acco*&exact=1",
]


@pytest.fixture
def archive(cast):
    """Two hundred texts, their words and dates at random, some dates open or unknown."""
    draw = random.Random(7)
    for _number in range(200):
        year = draw.randint(2000, 2010)
        date = draw.choice(
            [
                str(year),
                f"{year}-0{draw.randint(1, 9)}",
                f"{year}-05-1{draw.randint(0, 9)}",
                None,
                f"../{year}",
            ]
        )
        body = " ".join(draw.choices(WORDS, k=draw.randint(2, 8)))
        article = factories.ArticleFactory(
            headline=draw.choice(WORDS), lede="", body=body, date=date, language=draw.choice(["fr", "ru"])
        )
        if draw.random() < 0.3:
            factories.MentionFactory(article=article, agent=cast.patrouchev, exact=body.split()[0])


def pages(parameters: str, most: int = 20) -> list[int]:
    """The records of all pages, following on."""
    keys, page, after = [], 1, ""
    while page <= most:
        result = search_articles(ArticleFilter(QueryDict(f"{parameters}&page={page}{after}")).criteria)
        keys += result.articles
        if not result.has_next:
            return keys
        page, after = page + 1, f"&after={result.next}" if result.next else ""
    raise AssertionError("no end of pages")


def numbered(parameters: str, number: int) -> list[int]:
    """The records of one page asked for by its number alone."""
    return search_articles(ArticleFilter(QueryDict(f"{parameters}&page={number}")).criteria).articles


@pytest.mark.parametrize("query", ["sort=newest", "sort=oldest", "language=fr&sort=oldest"])
def test_a_page_asked_for_by_its_number_is_the_one_that_following_on_leads_to(archive, monkeypatch, query):
    followed = pages(query)
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    by_number = [key for page in range(1, -(-len(followed) // 25) + 1) for key in numbered(query, page)]
    assert by_number == followed


@pytest.mark.parametrize("query", ["language=fr", "translated=0", "q=accord", "date_from=2003&date_to=2007"])
@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_a_page_too_far_down_to_be_met_in_time_is_begun_about_there(archive, monkeypatch, query, sort):
    parameters = f"{query}&sort={sort}"
    followed = pages(parameters)
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    monkeypatch.setattr(plan, "LONGEST_COUNT", -1)
    monkeypatch.setattr(plan, "LONGEST_PAGE", -1)
    with CaptureQueriesContext(connection) as queries:
        result = search_articles(ArticleFilter(QueryDict(f"{parameters}&page=3")).criteria)
    assert any("asked AS (SELECT day, article_id" in query["sql"] for query in queries)
    start = followed.index(result.articles[0])
    assert result.articles == followed[start : start + 25]
    if result.has_next:
        (after, *_rest) = search_articles(
            ArticleFilter(QueryDict(f"{parameters}&page=4&after={result.next}")).criteria
        ).articles
        assert after == followed[start + 25]


@pytest.mark.parametrize("sampled", [0, 1, 2, 3])
@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_a_page_that_the_sample_tells_the_place_of_is_never_behind_the_last(
    archive, monkeypatch, sampled, sort
):
    parameters = f"language=fr&sort={sort}"
    followed = pages(parameters)
    SearchSample.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_searchsample SELECT * FROM articles_searchentry WHERE article_id = ANY(%s)",
            [followed[len(followed) - sampled :]],
        )
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    monkeypatch.setattr(plan, "LONGEST_PAGE", -1)
    result = search_articles(ArticleFilter(QueryDict(f"{parameters}&page=3")).criteria)
    assert result.articles == (followed[-1:] if sampled in (2, 3) else followed[50:75])


@pytest.mark.parametrize("sort", ["newest", "oldest", "relevance"])
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("walk", [0, 1e9], ids=["walked", "collected"])
def test_the_pages_of_an_estimated_result_are_those_of_a_counted_one(archive, monkeypatch, query, sort, walk):
    parameters = f"{query}&sort={sort}"
    counted = pages(parameters)
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    monkeypatch.setattr(plan, "LONGEST_COUNT", -1)
    monkeypatch.setattr(plan, "WALK", walk)
    assert pages(parameters) == counted
    assert len(set(counted)) == len(counted)


@pytest.mark.parametrize("query", ['q="accord+pêche"', "q=accord", "q=accord&date_from=2003&date_to=2007"])
@pytest.mark.parametrize("every", [1, 3])
def test_hits_are_collected_since_a_day_and_all_of_them_where_those_are_too_few(
    archive, monkeypatch, query, every
):
    counted = pages(f"{query}&sort=newest")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_searchsample SELECT * FROM articles_searchentry WHERE article_id %% %s = 0"
            " ON CONFLICT DO NOTHING",
            [every],
        )
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    monkeypatch.setattr(plan, "LONGEST_COUNT", -1)
    monkeypatch.setattr(plan, "WALK", 1e9)
    monkeypatch.setattr(plan, "LOOK_UP", -1e6)
    with CaptureQueriesContext(connection) as queries:
        found = pages(f"{query}&sort=newest")
    assert found == counted
    collected = [
        query["sql"]
        for query in queries
        if "page AS" in query["sql"] and "FROM found  ORDER BY day DESC" in query["sql"]
    ]
    assert any('"day" >=' in sql for sql in collected)
    assert any('"day" >=' not in sql for sql in collected)


def test_an_estimate_is_never_said_to_be_exact(archive, monkeypatch, client):
    monkeypatch.setattr(plan, "MOST_COUNTED", 10)
    result = search_articles(ArticleFilter(QueryDict("q=accord")).criteria)
    if result.total > 10:
        assert not result.is_exact
        assert not result.total_is_exact
    known = search_articles(ArticleFilter(QueryDict("language=fr")).criteria)
    assert known.total_is_exact
    assert not known.is_exact


def test_an_estimated_page_shows_its_figures_as_such(archive, monkeypatch, client):
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    html = client.get("/en/articles/?q=accord").content.decode()
    assert "≈" in html
    assert "estimated" in html


def test_the_total_of_one_person_is_true_at_any_size(archive, cast, monkeypatch):
    counted = search_articles(ArticleFilter(QueryDict(f"person={cast.patrouchev.slug}")).criteria)
    monkeypatch.setattr(plan, "MOST_COUNTED", 5)
    large = search_articles(ArticleFilter(QueryDict(f"person={cast.patrouchev.slug}")).criteria)
    assert (large.total, large.total_is_exact) == (counted.total, True)
    assert counted.counts.of_kind(FacetKind.PERSON) == {cast.patrouchev.pk: counted.total}


@pytest.mark.parametrize("query", ["q=accord", "q=accord+pêche", "q=roi+OR+gaz", "q=-visite"])
@pytest.mark.parametrize("walk", [0, 1e9], ids=["walked", "collected"])
def test_what_is_not_ranked_follows_by_date_and_nothing_is_lost(archive, monkeypatch, query, walk):
    parameters = f"{query}&sort=relevance"
    monkeypatch.setattr(statements, "MOST_RANKED", 30)
    monkeypatch.setattr(statements, "MOST_HEADLINES", 12)
    monkeypatch.setattr(plan, "LONGEST_RANKING", -1 if walk == 0 else 1e9)
    monkeypatch.setattr(plan, "LEAST_RANKED", 30)
    counted = pages(parameters)
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    monkeypatch.setattr(plan, "LONGEST_COUNT", -1)
    monkeypatch.setattr(plan, "WALK", walk)
    assert pages(parameters) == counted
    assert sorted(counted) == sorted(pages(f"{query}&sort=newest"))


@pytest.mark.parametrize("every", [1, 3])
def test_what_follows_the_ranked_hits_is_looked_for_since_a_day_and_among_all_where_those_are_too_few(
    archive, monkeypatch, every
):
    parameters = "q=accord&sort=relevance"
    monkeypatch.setattr(statements, "MOST_RANKED", 30)
    counted = pages(parameters)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_searchsample SELECT * FROM articles_searchentry WHERE article_id %% %s = 0"
            " ON CONFLICT DO NOTHING",
            [every],
        )
    for name, value in {"MOST_COUNTED": -1, "LONGEST_COUNT": -1, "WALK": 1e9, "LOOK_UP": -1e6}.items():
        monkeypatch.setattr(plan, name, value)
    monkeypatch.setattr(plan, "LONGEST_RANKING", 1e9)
    with CaptureQueriesContext(connection) as queries:
        assert pages(parameters) == counted
    others = [query["sql"] for query in queries if "NOT IN (SELECT article_id FROM worth)" in query["sql"]]
    found = [sql.partition("found AS MATERIALIZED")[2] for sql in others]
    assert any('"day" >=' in sql for sql in found)


@pytest.mark.parametrize("since", [date(1999, 1, 1), date(2006, 1, 1), date(2010, 5, 1), date(2030, 1, 1)])
def test_hits_ranked_since_a_day_are_followed_by_all_others(archive, monkeypatch, since):
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    monkeypatch.setattr(plan, "LONGEST_COUNT", -1)
    ranking = statements.Ranking(30, since=since)
    monkeypatch.setattr(plan, "_ranking", lambda _criteria, _probe: ranking)
    found = pages("q=accord&sort=relevance")
    assert sorted(found) == sorted(pages("q=accord&sort=newest"))
    if since.year == 1999:
        monkeypatch.setattr(plan, "_ranking", lambda _criteria, _probe: statements.Ranking(30))
        assert found == pages("q=accord&sort=relevance")


def test_where_headlines_are_many_the_newest_of_them_are_looked_for_since_a_day(archive, monkeypatch):
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    monkeypatch.setattr(plan, "LONGEST_COUNT", -1)
    monkeypatch.setattr(plan, "LONGEST_RANKING", 1e9)
    monkeypatch.setattr(plan, "WALK", 1e9)
    monkeypatch.setattr(statements, "MOST_RANKED", 10)
    monkeypatch.setattr(statements, "MOST_HEADLINES", 1)
    criteria = ArticleFilter(QueryDict("q=accord&sort=relevance")).criteria
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_searchsample SELECT * FROM articles_searchentry ON CONFLICT DO NOTHING"
        )
        cursor.execute(*statements.heads_since(criteria))
        assert cursor.fetchone() == (None,)
        monkeypatch.setattr(statements, "MANY_HEADLINES", 1)
        cursor.execute(*statements.heads_since(criteria))
        (since,) = cursor.fetchone()
    heads = criteria.entries.matching("'=accord'").order_by("-day", "-article_id")
    assert since == heads[0].day
    found = pages("q=accord&sort=relevance")
    assert found[0] == heads[0].pk
    assert sorted(found) == sorted(pages("q=accord&sort=newest"))


def test_words_asked_again_of_the_same_archive_are_not_read_again(archive, cast):
    with at_version(7):
        first = read_query("Patrouchev accord")
        with CaptureQueriesContext(connection) as queries:
            assert read_query("Patrouchev accord") is first
        assert not queries.captured_queries
        assert read_query("Patrouchev accord", as_words=["patrouchev"]).names == ()
    assert first.names
    with at_version(8):
        assert read_query("Patrouchev accord") is not first
    assert read_query("Patrouchev accord") is not read_query("Patrouchev accord")


def test_languages_that_are_asked_the_same_are_asked_together():
    one = dict.fromkeys(COLUMNS, "'paris'")
    assert scopes(one) == [Scope("'paris'", (), is_rest=True)]
    assert scopes({**one, "fr": "'par'", "ru": ""}) == [
        Scope("'par'", ("fr",)),
        Scope("'paris'", ("fr", "ru"), is_rest=True),
    ]
    assert scopes({**one, "": ""}) == [Scope("'paris'", ("fr", "en", "ru", "ar"))]
    assert scopes(dict.fromkeys(COLUMNS, "")) == []


def test_texts_that_several_languages_are_asked_alike_are_met_once():
    asked = {
        "fr": "(('nation' | 'national' | 'nationaux'))",
        "en": "('nation')",
        "ru": "",
        "ar": "'امم'",
        "": "'nation'",
    }
    assert scopes_met_once(asked) == [
        Scope("'nation'", ("ru", "ar"), is_rest=True),
        Scope("(('national') | ('nationaux')) & !('nation')", ("fr",)),
        Scope("'امم'", ("ar",)),
    ]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (
            "('la' <-> 'paix') | 'paris'",
            "'la' <-> 'paix'",
        ),  # the index cannot tell that a text has no such phrase
        ("'paris' & 'paix'", "'paris' & 'peace'"),
        ("'paris' & !'paix'", "'paris'"),
        ("'par':* | 'paix'", "'par':*"),
    ],
)
def test_what_is_no_single_word_in_common_is_asked_of_each_language(french, english):
    asked = {"fr": french, "en": english}
    assert scopes_met_once(asked) == scopes(asked)


def test_every_text_is_met_once_by_the_words_of_its_own_language_and_no_other(db):
    drawn = random.Random(6)
    ways = ["'a'", "'b'", "'c'", "'d'", "'a' <-> 'b'", "('c' & 'd')"]
    texts = ["", "a", "b", "a b", "b a", "c d", "a c", "b d", "a b c d"]
    for _ in range(30):
        asked = {code: f"(({' | '.join(drawn.sample(ways, drawn.randint(1, 4)))}))" for code in COLUMNS}
        for code in COLUMNS:
            own = [one for one in scopes_met_once(asked) if (code in one.languages) != one.is_rest]
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT text, (to_tsvector('simple', text) @@ %s::tsquery)::int,"
                    " (SELECT count(*) FROM unnest(%s::text[]) AS each"
                    " WHERE to_tsvector('simple', text) @@ each::tsquery) FROM unnest(%s::text[]) AS text",
                    [asked[code], [one.tsquery for one in own], texts],
                )
                assert [row for row in cursor.fetchall() if row[1] != row[2]] == [], asked


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("'paris'", True),
        ("!'paris'", False),
        ("!('paris' | ('rome' & 'oslo'))", False),
        ("('a' & !'b')", True),
        ("(!'b':* & !( 'c' <-> 'd' ))", False),
        ("(!('x' | '~a12') & ('y'))", True),
        ("", False),
    ],
)
def test_a_query_for_words_is_told_from_one_for_their_absence(query, holds):
    assert asks_for_words(query) is holds


def test_absence_is_no_headline():
    absent = read_query("-visite")
    assert set(absent.in_headline.values()) == {""}
    assert not any("visit" in query for query in read_query("Rabat OR -visite").in_headline.values())


@pytest.mark.parametrize("asked", ["q=-visite", "q=rabat OR -visite", "q=-visite&sort=newest"])
def test_what_lacks_a_word_is_found_in_a_large_archive_too(monkeypatch, asked):
    for place in range(6):
        factories.ArticleFactory(headline=f"Titre {place}", body="la visite" if place % 2 else "rien")
    true = {hit.article.pk for hit in search_articles(ArticleFilter(QueryDict(asked)).criteria).hits}
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_searchsample SELECT * FROM articles_searchentry ON CONFLICT DO NOTHING"
        )
    monkeypatch.setattr(plan, "MOST_COUNTED", 1)
    large = search_articles(ArticleFilter(QueryDict(asked)).criteria)
    assert not large.is_exact
    assert {hit.article.pk for hit in large.hits} == true
    assert len(true) == 3


def test_what_may_ask_for_nothing_but_absence_is_led_by_what_every_entry_has():
    for scope in scopes({**dict.fromkeys(COLUMNS, "'paris'"), "fr": "!'visit'", "en": "('a' | !'b')"}):
        assert scope.tsquery.startswith("'~e' & (") == ("!" in scope.tsquery)


def test_the_words_of_one_language_are_not_looked_for_in_the_texts_of_another(db):
    french = factories.ArticleFactory(headline="Les nations", lede="", body="Un accord.", language="fr")
    factories.ArticleFactory(headline="nation", lede="", body="Слово.", language="ru")
    factories.ArticleFactory(headline="nation", lede="", body="Palabra.", language="es")
    spanish = factories.ArticleFactory(headline="nations", lede="", body="Palabra.", language="es")
    result = search_articles(ArticleFilter(QueryDict("q=nations")).criteria)
    assert {french.pk, spanish.pk} <= set(result.articles)
    assert result.total == len(result.articles) == 3  # in Russian texts Latin words have English endings


def test_an_estimate_of_letters_as_typed_holds_all_languages(monkeypatch):
    for place in range(20):
        factories.ArticleFactory(headline=f"Titre {place}", body="la coopération ici", language="fr")
        factories.ArticleFactory(headline=f"Título {place}", body="la coopération aquí", language="es")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_searchsample SELECT * FROM articles_searchentry ON CONFLICT DO NOTHING"
        )
    monkeypatch.setattr(plan, "MOST_COUNTED", 10)
    monkeypatch.setattr(plan, "LONGEST_COUNT", -1)
    monkeypatch.setattr(plan, "MOST_SAMPLED_TEXTS", 12)
    found = search_articles(ArticleFilter(QueryDict("q=coopération&exact=1")).criteria)
    assert not found.is_exact
    assert set(found.counts.of_kind(FacetKind.LANGUAGE)) == {language_value("fr"), language_value("es")}


def test_a_page_of_few_texts_read_is_walked_to_though_the_sample_may_be_wrong(monkeypatch):
    """One text of a small sample stands for many hits: the page is full before the second of them."""
    for place in range(60):
        factories.ArticleFactory(
            headline=f"Titre {place}", body="la coopération ici", date=f"{1950 + place}-01-01", language="fr"
        )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_searchsample SELECT * FROM articles_searchentry ON CONFLICT DO NOTHING"
        )
    monkeypatch.setattr(plan, "MOST_COUNTED", -1)
    monkeypatch.setattr(plan, "LONGEST_COUNT", -1)
    monkeypatch.setattr(plan, "MOST_SAMPLED_TEXTS", 4)
    criteria = ArticleFilter(QueryDict("q=coopération&exact=1&sort=newest")).criteria
    probe = plan._probe(criteria)
    assert 0 < probe.passed < probe.walked / 10
    with CaptureQueriesContext(connection) as queries:
        found = search_articles(criteria)
    assert any("articles_searchentry AS NOT MATERIALIZED" in query["sql"] for query in queries)
    assert len(found.articles) == 25
