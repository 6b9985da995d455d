"""The links beside what was recognised in a query: each does what it says."""

from types import SimpleNamespace

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from articles.filters import ArticleFilter
from articles.search.query import read_query
from articles.search.results import search_articles
from articles.search.rewording import Rewording
from articles.views.readings import MOST_OFFERED, Reading, Readings, readings
from tests import factories

pytestmark = pytest.mark.django_db

Found = set[int]


def asked(address: str) -> QueryDict:
    return QueryDict(address.removeprefix("?"))


def follow(address: str) -> Found:
    return {hit.article.pk for hit in search_articles(ArticleFilter(asked(address)).criteria).hits}


def found(q: str, **others: str) -> Found:
    return follow(urlencode({"q": q, **others}))


def read(q: str, **others: str) -> Readings:
    parameters = asked(urlencode({"q": q, **others}))
    return readings(ArticleFilter(parameters).query, parameters)


def reading(q: str, surface: str, **others: str) -> Reading:
    (one,) = (one for one in read(q, **others).recognised if one.surface == surface)
    return one


def alone(q: str, surface: str, **others: str) -> QueryDict:
    (only,) = reading(q, surface, **others).alone
    return asked(only.address)


@pytest.fixture
def archive() -> SimpleNamespace:
    """Two ministers, each linked to texts with her name and without it; a month that is nobody's name."""
    may = factories.PersonFactory(slug="theresa-may", names={"en": "Theresa May"})
    merkel = factories.PersonFactory(slug="angela-merkel", names={"en": "Angela Merkel"})
    texts = {
        "may": ("May spoke of Brexit.", (may, "May")),
        "may_unnamed": ("The minister spoke of Brexit.", (may, "minister")),
        "may_at_home": ("The minister was at home.", (may, "minister")),
        "mayor": ("The mayor met May.", (may, "May")),
        "merkel": ("Merkel spoke of Brexit.", (merkel, "Merkel")),
        "merkel_unnamed": ("The chancellor was at home.", (merkel, "chancellor")),
        "month": ("Brexit, by the end of May.", None),
        "other": ("Nothing of either.", None),
    }
    keys = {}
    for key, (body, mention) in texts.items():
        text = factories.ArticleFactory(headline="—", lede="", body=body, language="en")
        keys[key] = text.pk
        if mention:
            factories.MentionFactory(article=text, agent=mention[0], exact=mention[1])
    linked = {keys[key] for key in ("may", "may_unnamed", "may_at_home", "mayor")}
    return SimpleNamespace(people=SimpleNamespace(may=may, merkel=merkel), linked=linked, **keys)


@pytest.mark.parametrize("operator", ["ou", "or", "или", "OR", "OU", "ИЛИ", "أو"])
def test_alone_one_of_two_is_that_person_and_nothing_else(archive, operator):
    link = alone(f"May {operator} Merkel", "May", page="2", language="en", words="x")
    assert link.dict() == {"language": "en", "person": "theresa-may"}
    assert follow(link.urlencode()) == archive.linked


@pytest.mark.parametrize("operator", ["ou", "or", "или", "OR", "أو"])
def test_words_that_name_nobody_remain_an_alternative(archive, operator):
    q = f"May {operator} Merkel"
    assert found(q) == {*archive.linked, archive.month, archive.merkel, archive.merkel_unnamed}
    assert follow(reading(q, "May").as_words) == {
        archive.may,
        archive.mayor,
        archive.month,
        archive.merkel,
        archive.merkel_unnamed,
    }
    assert follow(reading(q, "Merkel").as_words) == {*archive.linked, archive.month, archive.merkel}


@pytest.mark.parametrize("q", ["Brexit May ou Merkel", "May ou Merkel Brexit", "May ou Merkel -home Brexit"])
def test_the_words_beside_an_alternative_hold_for_each_of_its_ways(archive, q):
    assert found(q) == {archive.may, archive.may_unnamed, archive.month, archive.merkel}
    assert follow(reading(q, "May").as_words) == {archive.may, archive.month, archive.merkel}


@pytest.mark.parametrize(
    ("q", "written"),
    [
        ("May ou Merkel", "May OR Merkel"),
        ("Theresa May ou Merkel Brexit", "Theresa May Brexit OR Merkel Brexit"),
        ("Brexit May ou Merkel ou Macron", "Brexit May OR Brexit Merkel OR Brexit Macron"),
        ("Macron ou Merkel OR Brexit ou May", None),
        ("May or Merkel OR Brexit", "May OR Merkel OR Brexit"),
        ("Merkel May", None),
        ("-May ou Merkel", None),
        ("May ou Brexit", None),
        ('May ou "Angela Merkel', 'May OR "Angela Merkel"'),
        ("May ou Merkel " + "x " * 20, ""),
    ],
)
def test_a_small_or_is_written_out_where_its_name_is_one_no_more(archive, q, written):
    factories.PersonFactory(names={"fr": "Emmanuel Macron"})
    surface = "Theresa May" if "Theresa" in q else "May"
    assert Rewording(read_query(q)).with_alternatives_written(surface) == written
    assert bool(reading(q, surface).as_words) == (written != "")


def test_what_is_too_long_to_be_written_out_is_not_offered(archive):
    q = " ".join(["May ou Merkel"] * 6)
    assert all(not one.as_words for one in read(q).recognised)


@pytest.mark.parametrize(
    ("q", "rest"),
    [
        ("May mayor", "mayor"),
        ("mayor «Theresa May»", "mayor"),
        ("mayor of the May", "mayor of the"),
        ("May ou mayor", "mayor"),
        ("mayor “met May” Theresa May", 'mayor "met May"'),
        ("mayor* -Brexit May", "mayor* -Brexit"),
    ],
)
def test_alone_a_name_leaves_the_other_words_as_they_are(archive, q, rest):
    (one,) = read(q).recognised
    link = alone(q, one.surface)
    assert link.dict() == {"q": rest, "person": "theresa-may"}
    assert follow(link.urlencode()) == {archive.mayor}


@pytest.mark.parametrize(
    ("name", "q", "rest"),
    [
        ("Joe Brown", "brownie brown", "brownie"),
        ("Иван Петров", "Петровское Петров", "Петровское"),
        ("Иван Петров", "Петров в Петровском", "в Петровском"),
        ("Michel Blanc", "Pont-Blanc Blanc -roi", "Pont-Blanc -roi"),
    ],
)
def test_alone_a_name_is_not_cut_out_of_another_word(name, q, rest):
    factories.PersonFactory(slug="whom", names={"fr": name})
    (one,) = read(q).recognised
    assert alone(q, one.surface).dict() == {"q": rest, "person": "whom"}


@pytest.mark.parametrize(
    "q", ['"Theresa May"', "“Theresa May”", '"Theresa May', "the May", "May OR", "- May -"]
)
def test_alone_a_name_leaves_neither_signs_nor_words_that_say_nothing(archive, q):
    (one,) = read(q).recognised
    assert alone(q, one.surface).dict() == {"person": "theresa-may"}


def test_what_is_left_out_is_not_offered_alone(archive):
    one = reading("-May Brexit", "May")
    assert one.alone == []
    assert found("-May Brexit") == {archive.merkel}
    assert follow(one.as_words) == {archive.may_unnamed, archive.merkel}


def test_what_is_left_out_in_one_branch_may_be_asked_for_in_another(archive):
    left_out, asked_for = read("-May Brexit OR May").recognised
    assert left_out.alone == []
    assert [one.record.pk for one in asked_for.alone] == [archive.people.may.pk]


def test_one_of_several_names_keeps_the_others(archive):
    both = factories.ArticleFactory(headline="—", lede="", body="Two ministers.", language="en")
    factories.MentionFactory(article=both, agent=archive.people.may, exact="Two")
    factories.MentionFactory(article=both, agent=archive.people.merkel, exact="ministers")
    link = alone("Merkel May -Macron", "May")
    assert link.dict() == {"q": "Merkel -Macron", "person": "theresa-may"}
    assert follow(link.urlencode()) == {both.pk}
    again = alone("Merkel May", "May", person="theresa-may")
    assert again.getlist("person") == ["theresa-may"], "who is asked for already is asked for once"


def test_alone_a_misspelt_name_takes_its_given_name_with_it(archive):
    person = factories.PersonFactory(slug="patrouchev", names={"fr": "Nikolaï Patrouchev"})
    text = factories.ArticleFactory(headline="—", lede="", body="Le secrétaire au port.", language="fr")
    factories.MentionFactory(article=text, agent=person, exact="secrétaire")
    q = "port Nikolaï de Patroucheff"
    (one,) = read(q).recognised
    assert one.surface == "Nikolaï de Patroucheff"
    link = asked(one.alone[0].address)
    assert link["person"] == "patrouchev"
    assert "Patroucheff" not in link["q"]
    assert "Nikolaï" not in link["q"]
    assert follow(link.urlencode()) == found(q) == {text.pk}


def test_what_may_have_been_meant_replaces_whole_words_alone(cast):
    text = factories.ArticleFactory(headline="—", lede="", body="Petroushkovo : le chef.", language="fr")
    factories.MentionFactory(article=text, agent=cast.patrouchev, exact="chef")
    q = "Petroushkovo -Petroushkov «le chef» Petroushkov’s OR Petroushkov"
    (meant,) = {one.address for one in read(q).meant}
    name = cast.patrouchev.name
    assert asked(meant)["q"] == f'Petroushkovo -Petroushkov "le chef" {name} OR {name}'
    (meant,) = read("Petroushkovo Petroushkov").meant
    assert follow(meant.address) == {text.pk}


def test_of_few_namesakes_each_is_offered_alone(archive):
    brian = factories.PersonFactory(slug="brian-may", names={"en": "Brian May"})
    text = factories.ArticleFactory(headline="—", lede="", body="The guitarist on Brexit.", language="en")
    factories.MentionFactory(article=text, agent=brian, exact="guitarist")
    links = {one.record.pk: one.address for one in reading("May Brexit", "May").alone}
    assert follow(links[brian.pk]) == {text.pk}
    assert follow(links[archive.people.may.pk]) == {archive.may, archive.may_unnamed}
    for number in range(MOST_OFFERED - 1):
        factories.PersonFactory(names={"en": f"{'ABCDE'[number]}na May"})
    assert reading("May Brexit", "May").alone == [], "of many none is"


def test_a_page_offers_namesakes_by_name(archive, client):
    brian = factories.PersonFactory(slug="brian-may", names={"en": "Brian May"})
    html = " ".join(client.get("/en/articles/?q=May+Brexit").content.decode().split())
    assert "only the texts linked to one of them:" in html
    assert f'<a href="?q=Brexit&amp;person={brian.slug}">' in html
    html = client.get("/en/articles/?q=-May+Brexit").content.decode()
    assert "only the texts linked" not in html
    assert "words=May" in html


def test_a_label_is_offered_alone_with_the_words_beside_it(archive):
    tag = factories.TagFactory(slug="trade", pref_label_fr="Commerce", pref_label_en="Trade")
    tagged = factories.ArticleFactory(headline="—", lede="", body="Brexit and trade.", language="en")
    factories.ArticleFactory(headline="—", lede="", body="Trade in Brexit.", language="en")
    tagged.tags.add(tag)
    link = alone("Brexit Trade", "Trade")
    assert link.dict() == {"q": "Brexit", "tag": "trade"}
    assert follow(link.urlencode()) == {tagged.pk}
    assert alone("Trade ou May", "Trade").dict() == {"tag": "trade"}
    assert reading("-Trade Brexit", "Trade").alone == []


def test_a_name_that_is_a_label_too_is_offered_as_either():
    factories.InstitutionFactory(slug="agency", names={"fr": "RIA Novosti"})
    factories.SourceFactory(slug="outlet", name="RIA Novosti")
    links = [asked(one.alone[0].address).dict() for one in read("RIA Novosti Brexit").recognised]
    assert links == [{"q": "Brexit", "institution": "agency"}, {"q": "Brexit", "source": "outlet"}]


def test_the_links_cost_no_query(archive, django_assert_num_queries):
    parameters = asked(urlencode({"q": "May ou Merkel Brexit"}))
    query = ArticleFilter(parameters).query
    with django_assert_num_queries(0):
        assert readings(query, parameters)


@pytest.mark.parametrize(
    ("q", "rest", "date"),
    [
        ("Brexit 2016", "Brexit", "2016"),
        ("2016 Brexit", "Brexit", "2016"),
        ("Brexit décembre 2016", "Brexit", "2016-12"),
        ("Brexit December 2016", "Brexit", "2016-12"),
        ("Брексит 15 декабря 2016", "Брексит", "2016-12-15"),
        ("Brexit 2016-12-15", "Brexit", "2016-12-15"),
        ("بريكست 2016", "بريكست", "2016"),
        ("May 2016 vote", "vote", "2016-05"),
        ("2016", "", "2016"),
        ("en 2016", "", "2016"),
        ("بريكست ٢٠١٦", "بريكست", "2016"),
        ("Brexit 20１６", "Brexit", "2016"),
        ("décembre -vote 2016", "décembre -vote", "2016"),
        ('décembre "un vote" 2016', 'décembre "un vote"', "2016"),
    ],
)
def test_a_date_among_the_words_may_be_asked_for_as_one(q, rest, date):
    dated = read(q).dated
    assert asked(dated.address).dict() == {
        **({"q": rest} if rest else {}),
        "date_from": date,
        "date_to": date,
    }


@pytest.mark.parametrize(
    "q",
    [
        "Brexit",
        "Brexit 1500000",
        "Brexit -2016",
        '"in 2016"',
        "2016*",
        "Brexit 2016 OR vote",
        "Brexit 0042",
        "S-2016",
        "2014 et 2016",
        "31 février 2016",
        "15 vo* décembre",
    ],
)
def test_what_is_no_date_is_offered_as_none(q):
    assert read(q).dated is None


def test_where_dates_are_asked_for_no_other_is_offered():
    assert read("Brexit 2016", date_from="2015").dated is None
    assert read("Brexit 2016", date_from="", date_to="").dated is not None


def test_what_has_a_date_is_not_also_undated():
    assert "undated" not in asked(read("Brexit 2016", undated="1").dated.address)


def test_a_year_that_belongs_to_a_name_is_no_date():
    factories.InstitutionFactory(names={"fr": "Forum 2030"})
    assert read("Forum 2030").dated is None
    assert read("Forum 2030 vote 2016").dated is not None


@pytest.mark.parametrize(
    ("q", "absent", "rest"),
    [
        ("Brexit xyzzyq", ("xyzzyq",), "Brexit"),
        ("xyzzyq Brexit qqqwx", ("xyzzyq", "qqqwx"), "Brexit"),
        ("xyzzyq", ("xyzzyq",), None),
        ("the xyzzyq of", ("xyzzyq",), None),
        ("Brexit", (), None),
    ],
)
def test_words_that_no_text_has_are_told_and_may_be_left_out(archive, q, absent, rest):
    found = read(q)
    assert found.absent == absent
    assert asked(found.rest).dict() == ({"q": rest} if rest else {})


def test_a_page_without_texts_says_which_words_are_in_none(client, archive):
    html = client.get("/en/articles/", {"q": "Brexit xyzzyq"}).content.decode()
    assert "This word stands in no text:" in html
    assert '<a href="?q=Brexit">search for the rest</a>' in html
    assert "stands in no text:" not in client.get("/en/articles/", {"q": "Brexit"}).content.decode()


def test_a_name_left_out_is_told_as_such(archive, client):
    assert [one.surface for one in read("(Brexit OR visit) -May").recognised] == ["May"]
    (left_out,) = read("Brexit -May").recognised
    assert left_out.is_excluded
    assert not reading("Brexit May", "May").is_excluded
    page = client.get("/fr/articles/", {"q": "Brexit -May"}).content.decode()
    assert "exclu\u00a0:" in page
    assert "exclu\u00a0:" not in client.get("/fr/articles/", {"q": "Brexit May"}).content.decode()


def test_a_word_too_common_in_some_languages_is_not_said_to_be_looked_for_nowhere(client):
    factories.ArticleFactory(headline="—", lede="", body="Er sagte the.", language="de")
    query = read_query("the")
    assert (query.ignored, query.partly) == ((), ("the",))
    page = client.get("/en/articles/", {"q": "the"}).content.decode()
    assert "looked for in texts of the others" in page
    assert "Not looked for" not in page


def test_a_page_beyond_the_last_one_says_so(archive, client):
    page = client.get("/en/articles/", {"q": "Brexit", "page": "7"}).content.decode()
    assert "There is no page 7: this is the last one." in page
    assert "this is the last one" not in client.get("/en/articles/", {"q": "Brexit"}).content.decode()


def test_one_of_several_alternatives_keeps_the_words_of_its_own(archive):
    assert alone("May Brexit OR Merkel vote", "May").dict() == {"q": "Brexit", "person": "theresa-may"}
    assert alone("Brexit May ou Merkel", "May").dict() == {"q": "Brexit", "person": "theresa-may"}
    assert alone("May OR Brexit", "May").dict() == {"person": "theresa-may"}


@pytest.mark.parametrize(
    ("q", "is_told"),
    [
        ('May "Brexit vote', True),
        ("May «Brexit vote", True),
        ('-"Brexit vote', True),
        ('"Brexit vote"', False),
        ('Brexit "', False),
        ('"Brexit', False),
        ('the 5" vote', False),
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_told(archive, client, q, is_told):
    page = client.get("/en/articles/", {"q": q}).content.decode()
    assert ("A quotation mark is not closed" in page) == is_told
    export = client.get("/en/articles.json", {"q": q}).getvalue().decode()
    assert ("A quotation mark is not closed" in export) == is_told
