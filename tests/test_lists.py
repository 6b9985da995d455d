"""What stands on one page of a list: a text and its translations are one entry, and no count is lost."""

import re
from itertools import permutations
from urllib.parse import quote

import pytest
from django.http import QueryDict
from django.template import Context
from django.utils.translation import override

from articles.facet_codes import FacetCounts, FacetKind, facet_code
from articles.filters import ArticleFilter
from articles.models import Article
from articles.models.listed import ListedArticle, listed_articles
from articles.search.results import Hit, ResultPage, search_articles
from articles.templatetags.facets import as_facets
from articles.templatetags.lists import as_bars, asking
from articles.views.facets import Choice, Facet, facets
from articles.views.tellings import first_tellings, lines
from articles.views.timeline import date_links, timeline, timeline_of
from tests import factories

pytestmark = pytest.mark.django_db


def hits(*articles: Article) -> list[Hit]:
    """A page of these texts, as a search gives it."""
    found = listed_articles([article.pk for article in articles])
    return [Hit(found[article.pk], [], [], "") for article in articles]


def pair() -> tuple[Article, Article]:
    """An original and its translation."""
    link = factories.TranslationFactory()
    return link.original, link.translation


def search(parameters: str) -> ResultPage:
    """The first page of what is asked for."""
    return search_articles(ArticleFilter(QueryDict(parameters)).criteria)


def keys(articles: list[ListedArticle]) -> list[int]:
    """By what records are told apart."""
    return [article.pk for article in articles]


def test_a_translation_stands_below_its_original_at_the_place_of_the_first_of_them():
    original, translation = pair()
    other = factories.ArticleFactory()
    first, second = lines(hits(translation, other, original))
    assert first.hit.article.pk == original.pk
    assert [hit.article.pk for hit in first.tellings] == [translation.pk]
    assert second.hit.article.pk == other.pk
    assert not second.tellings


def test_two_translations_stand_together_also_without_their_original():
    original, translation = pair()
    another = factories.TranslationFactory(original=original).translation
    (line,) = lines(hits(translation, another))
    assert line.hit.article.pk == translation.pk
    assert [hit.article.pk for hit in line.tellings] == [another.pk]
    assert [one.pk for one in line.originals] == [original.pk]


def test_a_telling_elsewhere_is_named_and_one_on_the_page_not_twice():
    original, translation = pair()
    (alone,) = lines(hits(original))
    assert [one.pk for one in alone.translations] == [translation.pk]
    (together,) = lines(hits(original, translation))
    assert together.translations == []


def test_every_text_of_the_page_is_in_one_line():
    texts = [*pair(), *pair(), factories.ArticleFactory()]
    found = [hit.article for line in lines(hits(*texts)) for hit in (line.hit, *line.tellings)]
    assert sorted(one.pk for one in found) == sorted(one.pk for one in texts)


def test_of_the_newest_each_is_told_once():
    original, translation = pair()
    other = factories.ArticleFactory()
    articles = [hit.article for hit in hits(translation, original, other)]
    assert keys(first_tellings(articles, 2)) == [original.pk, other.pk]
    assert keys(first_tellings(articles, 1)) == [original.pk]


def test_of_the_newest_a_translation_stands_for_an_original_that_is_not_among_them():
    _original, translation = pair()
    other = factories.ArticleFactory()
    articles = [hit.article for hit in hits(translation, other)]
    assert keys(first_tellings(articles, 2)) == [translation.pk, other.pk]


def test_the_front_page_shows_the_original_where_both_are_among_the_newest(client):
    original, _translation = pair()
    Article.objects.filter(pk=original.pk).update(date_earliest=None)
    html = client.get("/en/").content.decode()
    assert html.count('class="brief"') == 1
    assert f'<a href="/en/articles/{original.pk}/">{original.headline}</a>' in html


def test_a_translation_of_a_translation_stands_with_the_first_text_whatever_their_order():
    original, middle = pair()
    last = factories.TranslationFactory(original=middle).translation
    for order in permutations([original, middle, last]):
        (line,) = lines(hits(*order))
        assert line.hit.article.pk == original.pk
        assert {hit.article.pk for hit in line.tellings} == {middle.pk, last.pk}


def test_texts_linked_in_a_circle_stand_together_once_each():
    first, second = pair()
    third = factories.TranslationFactory(original=second).translation
    factories.TranslationFactory(original=third, translation=first)
    (line,) = lines(hits(third, first, second))
    assert {hit.article.pk for hit in (line.hit, *line.tellings)} == {first.pk, second.pk, third.pk}


def test_putting_tellings_together_asks_nothing(django_assert_num_queries):
    original, translation = pair()
    factories.TranslationFactory(original=original)
    found = hits(translation, original)
    with django_assert_num_queries(0):
        grouped = lines(found)
        assert [one.pk for line in grouped for one in (*line.originals, *line.translations)]


def months(*found: tuple[int, int]) -> FacetCounts:
    """One text from each (year, month)."""
    return FacetCounts({facet_code(FacetKind.MONTH, year * 16 + month): 1 for year, month in found})


def test_the_years_are_links_the_newest_first_that_keep_the_question():
    links = date_links(months((2015, 3), (2016, 12)), QueryDict("q=roi&date_to=2020&page=2"))
    assert [one.label for one in links] == ["2016", "2015"]
    assert links[0].address.endswith("?q=roi&date_from=2016&date_to=2016")


def test_within_one_year_the_months_are_links():
    links = date_links(months((2016, 4), (2016, 12), (2016, 0)), QueryDict())
    assert [one.label for one in links] == ["December 2016", "April 2016"]
    assert links[0].address.endswith("?date_from=2016-12&date_to=2016-12")


@pytest.mark.parametrize(
    ("asked", "narrowed"),
    [
        ("date_from=2016-06&date_to=2017", "date_from=2016-06&date_to=2016"),
        ("date_to=2016-03-15", "date_from=2016&date_to=2016-03-15"),
        ("date_from=2010&date_to=2020", "date_from=2016&date_to=2016"),
        ("date_from=hier", "date_from=2016&date_to=2016"),
        ("date_from=2017", "date_from=2016&date_to=2016"),  # a text of 2016/2018 begins before the span
    ],
)
def test_a_year_keeps_what_was_asked_for_within_it(asked, narrowed):
    counts = months((2016, 12), (2017, 12))
    assert date_links(counts, QueryDict(asked))[1].address.endswith(f"?{narrowed}")
    assert timeline_of(counts, QueryDict(asked))[0].address.endswith(f"?{narrowed}")


@pytest.mark.parametrize(
    ("dates", "is_least"),
    [
        # What is dated roughly is counted, and possible in the list.
        (["2019-05", "2019-05-07", "2019-05~"], False),
        (["2019-05", "2019-05-07", "2019", "2019"], True),
        (["2019-05", "2019-04/2019-06"], True),
        (["2019-05", "2019-05-07", "2018/2020"], True),
        (["2019-05", "2017", "2017-03"], False),
        (["2019-05", "2018-05", "2018/2019"], True),
    ],
)
def test_a_count_by_date_is_that_of_its_list_or_said_to_be_the_least_of_it(dates, is_least):
    for date in dates:
        factories.ArticleFactory(date=date)
    counts = search("").counts
    shown = [*timeline_of(counts, QueryDict()), *date_links(counts, QueryDict())]
    opened = [(one, search(one.address.partition("?")[2])) for one in shown if one.address and one.count]
    assert opened
    for one, result in opened:
        assert result.total == one.count if not one.is_least else result.total >= one.count
    assert any(one.is_least and result.total > one.count for one, result in opened) == is_least


def test_a_bar_that_opens_nothing_promises_nothing():
    counts = months((2016, 4), (2016, 0))
    assert [bar.label for bar in timeline_of(counts) if bar.is_least] == ["April 2016"]


@pytest.mark.parametrize(
    ("language", "first"), [("en", "Jan"), ("fr", "janv."), ("ru", "янв."), ("ar", "يناير")]
)
def test_months_stand_below_their_bars_as_in_dates_and_the_first_tells_the_year(language, first):
    with override(language):
        bars = timeline_of(months((2016, 4), (2016, 12)))
        html = as_bars(bars, is_exact=True)
    assert [bar.year for bar in bars if bar.year] == ["2016"]
    assert f'aria-hidden="true">{first}<span class="timeline-year">2016</span></span>' in html
    assert all("2016" in bar.label for bar in bars)


@pytest.mark.parametrize(
    ("found", "told", "is_whole"),
    [(6, "", False), (7, "1 more", False), (12, "6 more", False), (13, "6 of 7 others", True)],
)
def test_a_facet_says_how_many_choices_it_holds_back(client, found, told, is_whole):
    for _number in range(found):
        factories.ArticleFactory(source=factories.SourceFactory())
    html = client.get("/en/articles/").content.decode()
    assert re.findall(r"<summary>(\d[^<]*)</summary>", html) == ([told] if told else [])
    assert ('<a href="/en/sources/">All sources</a>' in html) == is_whole


def test_what_is_chosen_is_none_of_the_others():
    sources = [factories.ArticleFactory(source=factories.SourceFactory()).source for _number in range(20)]
    asked = QueryDict("&".join(f"source={one.slug}" for one in sources[-2:]))
    filters = ArticleFilter(asked)
    (facet,) = [one for one in facets(filters, search(""), asked) if one.name == "source"]
    assert len(facet.open_choices) + facet.others == 20
    filters = ArticleFilter(QueryDict(f"{asked.urlencode()}&q=nulle"))
    (facet,) = [one for one in facets(filters, search("q=nulle"), asked) if one.name == "source"]
    assert (len(facet.choices), facet.others, facet.is_cut) == (2, 0, False)


def test_an_estimate_does_not_say_that_these_are_all_the_choices():
    told = [Choice(str(number), str(number), 1, is_chosen=False) for number in range(12)]
    html = as_facets([Facet("tag", "Tags", told, is_exact=False, values=30)])
    assert "6 of at least 24 others" in html
    assert ">All tags</a>" in as_facets([Facet("tag", "Tags", told, is_exact=False, values=12)])


@pytest.mark.parametrize(
    ("lede", "shown"),
    [
        ("Boxes for all brands", "Boxes for all brands · The first laws"),
        ("Boxes for all <brands>", "Boxes for all &lt;brands&gt; The first laws"),
        ("Boxes for all.", "Boxes for all. The first laws"),
        ("", "The first laws"),
    ],
)
def test_a_lede_without_a_full_stop_does_not_run_into_the_text(client, lede, shown):
    factories.ArticleFactory(language="en", lede=lede, body="The first laws\n\nCame into force.")
    html = " ".join(client.get("/en/articles/").content.decode().split())
    assert f'dir="ltr">{shown} · Came into force.</p>' in html


def test_a_paragraph_that_ends_in_a_hit_is_told_from_the_next(client):
    factories.ArticleFactory(language="en", lede="Boxes for all brands", body="The first laws.")
    assert "<mark>brands</mark> · The first" in client.get("/en/articles/?q=brands").content.decode()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_order_that_cannot_be_read_is_told_on_a_line_of_its_own(client, language):
    factories.ArticleFactory()
    html = " ".join(client.get(f"/{language}/articles/?sort=foo").content.decode().split())
    assert re.search(r'<p class="error">[^<]*foo[^<]*</p> <div class="tally', html)


def test_no_timeline_has_more_bars_than_a_finger_can_tell_apart():
    for last in (2016, 2040, 2090):
        bars = timeline({1990: 1, last: 1})
        assert len(bars) <= 27
        assert sum(bar.count for bar in bars) == 2
    assert timeline({1990: 1, 2040: 1})[0].mark == "1990"
    assert timeline({1990: 1, 2040: 1})[0].label == "1990–1994"


def test_a_date_centuries_from_the_others_is_a_bar_beside_theirs():
    with override("en"):
        bars = timeline({16: 2, 2015: 5, 2016: 7, 9999: 1, None: 3}, QueryDict("q=x"))
    assert [(bar.label, bar.count) for bar in bars] == [
        ("before 2015", 2),
        ("2015", 5),
        ("2016", 7),
        ("after 2016", 1),
        ("undated", 3),
    ]
    assert bars[0].address.endswith("?q=x&date_from=0016&date_to=0016")
    assert bars[3].address.endswith("date_from=9999&date_to=9999")
    every_century = timeline(dict.fromkeys(range(0, 2100, 100), 1))
    assert len(every_century) <= 27
    assert sum(bar.count for bar in every_century) == 21


@pytest.mark.parametrize(
    "years",
    [
        {1765: 3, 1768: 10, 2016: 100},
        {1759: 1, 2005: 2, 2009: 5},
        {1: 1, 1766: 1, 1767: 2, 2017: 4, 2018: 1, 9999: 1},
    ],
)
def test_no_year_falls_between_the_bars(years):
    bars = timeline(years)
    assert sum(bar.count for bar in bars) == sum(years.values())
    assert all(bar.count for bar in bars if bar.address)


def test_only_what_is_dated_before_the_others_stands_before_them():
    states = '<li class="timeline-bar([^"]*)"'
    far = re.findall(states, as_bars(timeline({16: 2, 2015: 5, 2016: 7, 9999: 1, None: 3}), is_exact=True))
    assert ["before" in state.split() for state in far] == [True, False, False, False, False]
    no_years = re.findall(states, as_bars(timeline({None: 3}, spans=2), is_exact=True))
    assert ["before" in state.split() for state in no_years] == [False, False]


def test_the_page_counts_texts_and_says_that_it_puts_them_together(client):
    pair()
    html = client.get("/en/articles/").content.decode()
    assert "2 texts" in html
    assert html.count('<article class="line">') == 1
    assert "stand together" in html


_EVIL = "\"><img src=x onerror=alert(1)>'&"
_PAGES = (
    "",
    "articles/",
    "articles/?q=accord&date_from=2016-12-15&date_to=2016-12-16",
    "articles/?q=accord&tag={tag}&not_source={source}",
    "people/",
    "tags/{tag}/",
    "sources/{source}/",
    "people/{person}/",
    "network/",
)


@pytest.mark.parametrize("language", ["fr", "ru"])
@pytest.mark.parametrize("path", _PAGES)
def test_no_name_label_headline_or_parameter_becomes_markup(client, language, path):
    person = factories.PersonFactory(names={"fr": f"Nom {_EVIL}", "ru": f"Имя {_EVIL}"})
    tag = factories.TagFactory(pref_label_fr=f"Tag {_EVIL}", pref_label_en=f"Tag {_EVIL}")
    source = factories.SourceFactory(name=f"Source {_EVIL}")
    for supplied in (True, False):
        article = factories.ArticleFactory(
            headline=f"Titre {_EVIL} accord",
            headline_supplied=supplied,
            lede="",
            body=f"Nom, corps {_EVIL} accord",
            source=source,
            tags=[tag],
            date="2016~",
        )
        factories.MentionFactory(article=article, agent=person, exact="Nom")
        factories.TranslationFactory(original=article)
    address = path.format(person=person.slug, tag=tag.slug, source=source.slug)
    address += f"{'&' if '?' in address else '?'}x={quote(_EVIL)}"
    html = client.get(f"/{language}/{address}").content.decode()
    assert "onerror" in html
    assert "<img src=x" not in html
    for element in re.findall(r"<[a-z0-9]+\s[^>]*>", html):
        assert "onerror" not in re.sub(r'"[^"]*"', "", element)
    assert not re.search(r"&amp;(amp|lt|gt|quot|#x27);", html)


def test_the_names_of_a_line_stand_in_the_order_of_the_text(client):
    article = factories.ArticleFactory(headline="Zed arrive", lede="", body="Alpha le reçoit")
    for exact, field in (("Alpha", "body"), ("Zed", "headline")):
        person = factories.PersonFactory(names={"en": exact})
        factories.MentionFactory(article=article, agent=person, exact=exact, field=field)
    assert [one.agent.name for one in listed_articles([article.pk])[article.pk].namings] == ["Zed", "Alpha"]


def test_a_withdrawn_record_is_in_no_line():
    article = factories.ArticleFactory(status="draft")
    assert listed_articles([article.pk]) == {}


def test_what_is_left_out_can_be_brought_back_from_its_facet(client):
    factories.ArticleFactory(language="fr")
    factories.ArticleFactory(language="ru")
    html = " ".join(client.get("/en/articles/?not_language=ru&words=roi").content.decode().split())
    assert 'name="not_language" value="ru" checked' in html
    assert '<input type="hidden" name="words" value="roi">' in html


def test_a_count_that_is_the_least_of_its_list_says_so_to_eye_and_ear(client):
    for date in ("2019-05", "2019-05-07", "2019-04", "2019"):
        factories.ArticleFactory(date=date)
    html = client.get("/en/articles/").content.decode()
    assert 'title="May 2019: at least 2"' in html
    assert "May 2019: at least 2 texts</span>" in html
    assert "≥\u00a02</span>" in html
    vague = Article.objects.get(date="2019")
    vague.date = "2019-06"
    vague.save()
    assert "at least" not in client.get("/en/articles/").content.decode()


@pytest.mark.parametrize(
    ("asked", "changes", "address"),
    [
        ("", {}, ""),
        ("", {"page": 2}, "?page=2"),
        ("q=roi&page=3&tag=a&tag=b", {"page": None}, "?q=roi&tag=a&tag=b"),
        (
            "q=%C3%A9t%C3%A9+%26&page=3&tag=a",
            {"page": 4, "after": "x y"},
            "?q=%C3%A9t%C3%A9+%26&page=4&tag=a&after=x+y",
        ),
        ("page=3", {"page": None}, "?"),
    ],
)
def test_an_address_asks_for_what_the_page_does_but_for_what_is_changed(rf, asked, changes, address):
    assert asking(Context({"request": rf.get(f"/fr/articles/?{asked}")}), **changes) == address


@pytest.mark.parametrize("typed", ["Keresturi", "Керестури", "Kerezturi"])
def test_an_index_of_names_finds_what_the_search_finds(client, typed):
    factories.PersonFactory(names={"hu": "Keresztúri Zsófia", "en": "Zsófia Keresztúri"})
    page = client.get("/en/people/", {"q": typed}).content.decode()
    assert "Keresztúri" in page
    nobody = client.get("/en/people/", {"q": "xyzzyq"}).content.decode()
    assert '<a href="/en/articles/?q=xyzzyq">look for it in the texts</a>' in nobody


@pytest.mark.parametrize("language", ["en", "fr", "ru", "ar"])
def test_names_that_are_only_like_what_is_typed_are_asked_back(client, language, django_assert_num_queries):
    trump = factories.PersonFactory(names={"en": "Donald Trump", "ru": "Дональд Трамп"})
    factories.PersonFactory(names={"en": "Anna Petit"})
    client.get(f"/{language}/people/")
    with django_assert_num_queries(8):
        response = client.get(f"/{language}/people/", {"q": "Trumb"})
    page = response.content.decode()
    assert (response.context["total"], response.context["groups"]) == (0, [])
    assert f'<a class="who" href="/{language}/people/{trump.slug}/">' in page
    assert f'<a href="/{language}/articles/?q=Trumb">' in page
    assert "Petit" not in page


def test_names_that_are_found_are_not_asked_back(client):
    factories.PersonFactory(names={"en": "Donald Trump"})
    page = client.get("/en/people/", {"q": "Trump"}).content.decode()
    assert "1 with “Trump” in one of the names" in page
    assert "Did you mean" not in page
