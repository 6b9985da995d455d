"""A misspelt word is asked back as one that texts have: offered with the whole query, and only where more answer."""

import json
from html import unescape

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

from articles.filters import ArticleFilter
from articles.models import WrittenWord
from articles.search import misspelt
from articles.search.gathering import gather_words
from articles.search.query import read_query
from articles.search.results import search_articles
from articles.search.statements import looked_up
from articles.views.meant import Reworded, reworded
from articles.vocabulary import ArticleStatus
from tests import factories

pytestmark = pytest.mark.django_db


def text(body: str, language: str = "fr", **fields: object) -> int:
    return factories.ArticleFactory(headline="—", lede="", body=body, language=language, **fields).pk


def offered(q: str, **others: str) -> list[Reworded]:
    parameters = QueryDict(urlencode({"q": q, **others}))
    filters = ArticleFilter(parameters)
    return reworded(filters, search_articles(filters.criteria), parameters)


def asked(one: Reworded) -> dict[str, str]:
    return QueryDict(one.address.removeprefix("?")).dict()


def texts_of(q: str, **others: str) -> list[str]:
    return [asked(one)["q"] for one in offered(q, **others)]


def hits(one: Reworded) -> list[int]:
    filters = ArticleFilter(QueryDict(one.address.removeprefix("?")))
    return search_articles(filters.criteria).articles


@pytest.fixture
def archive() -> dict[str, int]:
    keys = {
        "quake": text(
            "Le tremblement de terre a surpris la ville. La mère et le père vont bien, aujourd’hui."
        ),
        "land": text("La terre promise ; la terre des hommes."),
        "parliament": text("The parliament met. An international treaty was read.", "en"),
        "government": text("Сегодня правительство России приняло решение: экономика растёт.", "ru"),
        "elections": text("جرت الانتخابات في المغرب بحضور الحكومة", "ar"),
        "speech": text("Ils parlaient, nous parlions de tout."),
    }
    gather_words()
    return keys


@pytest.mark.parametrize(
    ("q", "meant", "found"),
    [
        ("tremblement de tere", "tremblement de terre", "quake"),
        ("tremblemnet de tere", "tremblement de terre", "quake"),
        ("parliment", "parliament", "parliament"),
        ("parlaiment met", "parliament met", "parliament"),
        ("правителство", "правительство", "government"),
        ("الانتخبات", "الانتخابات", "elections"),
        ("aujourdhui", "aujourd’hui", "quake"),
        ("inter national treaty", "international treaty", "parliament"),
        ("treatywas", None, None),
        ("promisehommes", "promise hommes", "land"),
        ("ghfdbntkmcndj", "правительство", "government"),
        ("'rjyjvbrf", "экономика", "government"),
        ("зфкдшфьуте", "parliament", "parliament"),
        ("hghkjohfhj", "الانتخابات", "elections"),
        ("ville d’aujourdhui", "ville d’aujourd’hui", "quake"),
        ("parliment's treaty", "parliament's treaty", "parliament"),
        ("parliment’s treaty", "parliament’s treaty", "parliament"),
        ("l’elction", None, None),
        ("xyzzyx", None, None),
        ("terre", None, None),
        ("tremblements de terres", None, None),
    ],
)
def test_what_no_text_has_is_asked_back_as_what_one_has(archive, q, meant, found):
    first = offered(q)[:1]
    assert [asked(one)["q"] for one in first] == ([meant] if meant else [])
    for one in first:
        assert hits(one) == [archive[found]]


def test_what_is_offered_has_answers_with_all_words_together(archive):
    assert texts_of("parlaiment terre") == [], "each has its texts, and no text both"
    assert texts_of("parlaiment xyzzyx") == []
    assert texts_of("parlaiment -international") == []
    assert texts_of("parlaiment -xyzzyx") == ["parliament -xyzzyx"]


@pytest.mark.parametrize("q", ["tremblement de tere", "parliment", "inter national treaty", "ghfdbntkmcndj"])
def test_an_archive_whose_words_are_not_gathered_offers_nothing_and_asks_nothing(archive, q):
    WrittenWord.objects.all().delete()
    assert offered(q) == []
    assert queries_of_offers(q) == 0


def test_filters_are_kept_and_asked(archive):
    (one,) = offered(
        "parlaiment", language="en", sort="oldest", page="2", after="2016-01-01~3", words="Paris"
    )
    assert asked(one) == {"q": "parliament", "language": "en", "sort": "oldest", "words": "Paris"}
    assert hits(one) == [archive["parliament"]]
    assert offered("parlaiment", language="fr") == []
    assert offered("parlaiment", date_from="2016") == []


@pytest.mark.parametrize("q", ["parlaiment", "tremblement de tere", '"tremblement de tere"'])
def test_letters_as_typed_are_meant_so(archive, q):
    assert offered(q, exact="1") == []


@pytest.mark.parametrize(
    "q", ['"tremblement de tere"', "-tere", "tere*", "terre -tere", "4 août 1789", "ter", "le la"]
)
def test_phrases_beginnings_and_what_is_left_out_are_not_corrected(archive, q):
    assert offered(q) == []


@pytest.mark.parametrize(
    "q",
    [
        "t" * 450,
        "x" * 31,
        "a-" * 200,
        "tere\x00zzzz",
        "1234567",
        "12e34tere",
        "<script>alert(1)</script>",
        "<b>tere</b>",
        "'; DROP TABLE x; --",
        "%s %(a)s {0}",
        "\\\\ \\u0000",
        "ελλάδα",
        "漢字漢字",
        "tere" * 100,
        "ل" * 29,
        "[[[;;;,,,",
        "‮tere",
    ],
)
def test_no_query_is_too_odd(archive, client, q):
    offered(q)
    page = client.get("/en/articles/", {"q": q})
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_what_is_offered_is_escaped(archive, client):
    html = client.get("/en/articles/", {"q": "<b>x</b> OR tremblemant"}).content.decode()
    assert "<b>x" not in html
    assert "<mark>tremblement</mark>" in html


def test_words_of_what_readers_may_not_read_are_never_offered(archive):
    text("Un chuchotement.", status=ArticleStatus.DRAFT)
    withdrawn = factories.ArticleFactory(headline="—", lede="", body="Un dromadaire.")
    gather_words()
    assert texts_of("chuchotemnt") == []
    assert texts_of("dromadere") == ["dromadaire"]
    withdrawn.status = ArticleStatus.WITHDRAWN
    withdrawn.save()
    assert texts_of("dromadere") == [], "even before the words are gathered again"
    assert texts_of("dromadere OR tremblemant") == ["dromadere OR tremblement"], "nor beside what has answers"


def test_a_slip_that_another_words_form_hides_is_known_by_the_language_of_the_word(archive):
    for _ in range(5):
        text("The parliament met.", "en")
    gather_words()
    french = search_articles(ArticleFilter(QueryDict(urlencode({"q": "parliment"}))).criteria)
    assert french.articles == [archive["speech"]], "«parl», by its French ending"
    (one,) = offered("parliment")
    assert asked(one)["q"] == "parliament"
    assert len(hits(one)) == 6


def test_of_two_slips_another_words_form_may_hide_one(archive):
    for _ in range(5):
        text("The parliament held an election.", "en")
    gather_words()
    assert texts_of("parliment elction") == ["parliament election"]
    assert texts_of("international treety") == ["international treaty"]


def test_a_slip_of_a_text_hides_nothing(archive):
    text("The goverment met.", "en")
    for _ in range(20):
        text("The government met.", "en")
    gather_words()
    assert texts_of("goverment") == ["government"]
    assert texts_of("government") == []


def test_a_rare_word_that_is_right_is_left_alone(archive):
    text("Un mergule nage.")
    for _ in range(6):
        text("Il merle, la virgule y est.")
    gather_words()
    assert texts_of("mergule") == []


def test_the_language_of_the_other_words_tells_which_is_meant(archive):
    text("La dette du pays, une dette.")
    for _ in range(3):
        text("The date of the game; a date.", "en")
    text("Crise de la dette.")
    gather_words()
    assert texts_of("dtte")[0] == "date", "the commoner one"
    assert texts_of("pays OR dtte")[0] == "pays OR dette"


def test_a_name_comes_first(cast, client):
    article = factories.ArticleFactory(headline="—", lede="", body="Petroushkovo : le chef parle.")
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="chef")
    text("Il parle du chef et du tremblement de Petrouchkino.")
    gather_words()
    html = " ".join(client.get("/en/articles/?q=Petroushkov+OR+tremblemant").content.decode().split())
    meant = html[html.index("Did you mean") :].partition("</p>")[0]
    assert meant.index(cast.patrouchev.name) < meant.index("<mark>tremblement</mark>")
    assert "</a>, <a" in meant.replace("</a>,  <a", "</a>, <a")


def test_names_typed_on_another_keyboard_are_offered_though_no_text_has_them_so(cast):
    article = factories.ArticleFactory(headline="—", lede="", body="Le chef parle.")
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="chef")
    gather_words()
    (one,) = offered("Gfnheitd parle")
    assert asked(one)["q"] == "Патрушев parle"
    assert hits(one) == [article.pk]


@pytest.mark.parametrize("language", ["fr", "en", "ru", "ar"])
def test_a_page_offers_the_whole_query_with_the_other_word_marked(archive, client, language):
    html = " ".join(client.get(f"/{language}/articles/?q=tremblement+de+tere").content.decode().split())
    assert (
        '<a class="who" href="?q=tremblement+de+terre"><bdi>tremblement de <mark>terre</mark></bdi></a>'
        in html
    )


def test_the_answer_for_programs_is_as_before(archive, client):
    found = json.loads(client.get("/en/articles.json?q=tremblement+de+tere").getvalue())
    assert set(found) == {"total", "total_is_exact", "articles", "next", "warnings"}


def queries_of_offers(q: str) -> int:
    parameters = QueryDict(urlencode({"q": q}))
    filters = ArticleFilter(parameters)
    result = search_articles(filters.criteria)
    with CaptureQueriesContext(connection) as captured:
        reworded(filters, result, parameters)
    return len(captured)


@pytest.mark.parametrize(
    ("q", "queries"),
    [
        # Nothing seems misspelt: nothing is asked.
        ("terre", 0),
        ("tremblement de terre", 0),
        ('"tremblement de tere"', 0),
        ("1234567", 0),
        ("", 0),
        ("-xyzzyx terre", 0),
        # What stands in one text may be its slip.
        ("surpris", 1),
        # Another form of a word, which no text has, though many have the word.
        ("tremblements", 2),
        # Which words are near; what names those of the other query, its words, which no text has; whether one answers.
        ("xyzzyx", 1),
        ("tremblement de tere", 5),
    ],
)
def test_an_offer_costs_a_few_queries_and_all_else_none(archive, q, queries):
    for _ in range(3):
        text("Le tremblement de terre.")
    assert queries_of_offers(q) == queries


def test_a_word_that_is_seen_in_a_text_is_not_taken_for_misspelt(archive):
    for _ in range(3):
        text("Un archipel de langues minoritaires.")
    # As in a large archive, of which some texts alone are read for their words.
    WrittenWord.objects.filter(folded="archipel").delete()
    assert ArticleFilter(QueryDict("q=archipel")).query.unwritten == ("archipel",)
    assert queries_of_offers("archipel") == 0


def test_a_page_of_a_word_asks_no_more_than_before(archive, django_assert_num_queries):
    parameters = QueryDict("q=terre")
    filters = ArticleFilter(parameters)
    with CaptureQueriesContext(connection) as captured:
        assert filters.query.unwritten == ()
    assert sum("articles_writtenword" in one["sql"] for one in captured) == 1
    assert all("articles_searchentry" in one["sql"] for one in captured if "writtenword" in one["sql"])


def test_a_link_leads_to_what_it_says(archive, client):
    html = client.get("/en/articles/?q=parlaiment").content.decode()
    address = unescape(html.partition('class="who" href="')[2].partition('"')[0])
    page = client.get(f"/en/articles/{address}").content.decode()
    assert f"/en/articles/{archive['parliament']}/" in page
    assert "Did you mean" not in page


def test_beside_a_name_a_word_that_is_left_out_is_asked_back(archive, client):
    person = factories.PersonFactory(names={"fr": "Tamara Grebentchikova"})
    text("Tamara Grebentchikova a parlé.")
    both = text("Tamara Grebentchikova a vu le tremblement.")
    gather_words()
    typed = "Grebentchikova tremblemant"
    assert read_query(typed).left_out == ("tremblemant",)
    (one,) = offered(typed)
    assert asked(one)["q"] == "Grebentchikova tremblement"
    assert hits(one) == [both]
    assert offered("Grebentchikova xyzzyx") == []
    html = client.get("/en/articles/", {"q": typed}).content.decode()
    assert "left out" in html
    assert "<mark>tremblement</mark>" in html
    assert str(person) in html


@pytest.mark.parametrize("alternatives", [12, 4])
def test_what_is_offered_is_read_whole(archive, alternatives):
    ways = " OR ".join(f"mot{number} beau dit" for number in range(alternatives))
    for one in offered(f"({ways}) terre tremblemant"):
        assert not read_query(asked(one)["q"]).unread


def test_no_more_answers_are_counted_than_tell_whether_to_ask_back(archive, monkeypatch):
    """A common word beside one that no text has: the whole result would be read for an offer."""
    for _ in range(4):
        text("La terre des hommes.")
    counted = []
    answers = misspelt.answers
    monkeypatch.setattr(misspelt, "MOST_FOUND", 3)
    monkeypatch.setattr(
        misspelt, "answers", lambda criteria, most: counted.append(most) or answers(criteria, most)
    )
    assert texts_of("tremblemant") == ["tremblement"]
    assert counted == [1]
    assert texts_of("terre OR tremblemant OR terres") == []
    assert counted == [1]


def test_of_one_language_no_other_ones_words_are_asked(archive):
    """In French «parlaient» is a form of «parl»; what no English text has need not be looked up in the French ones."""
    criteria = misspelt._in_language(ArticleFilter(QueryDict("q=parlaient")).criteria, "en")
    sql, parameters = looked_up(criteria, criteria.entries, "article_id")
    assert "UNION" not in sql
    assert not any("'parl'" in str(one) for one in parameters)
    other = misspelt._in_language(ArticleFilter(QueryDict("q=parlaient")).criteria, "de")
    assert "UNION" not in looked_up(other, other.entries, "article_id")[0]
