"""What stands on one page of a list: a text and its translations are one entry, and no count is lost."""

import pytest
from django.http import QueryDict

from articles.facet_codes import FacetCounts, FacetKind, facet_code
from articles.models import Article
from articles.search.results import Hit
from articles.views.tellings import first_tellings, lines
from articles.views.timeline import date_links, timeline
from tests import factories

pytestmark = pytest.mark.django_db


def hits(*articles: Article) -> list[Hit]:
    """A page of these texts, as a search gives it."""
    found = Article.objects.for_lines([article.pk for article in articles])
    return [Hit(found[article.pk], [], [], "") for article in articles]


def pair() -> tuple[Article, Article]:
    """An original and its translation."""
    link = factories.TranslationFactory()
    return link.original, link.translation


def test_a_translation_stands_below_its_original_at_the_place_of_the_first_of_them():
    original, translation = pair()
    other = factories.ArticleFactory()
    first, second = lines(hits(translation, other, original))
    assert first.hit.article == original
    assert [hit.article for hit in first.tellings] == [translation]
    assert second.hit.article == other
    assert not second.tellings


def test_two_translations_stand_together_also_without_their_original():
    original, translation = pair()
    another = factories.TranslationFactory(original=original).translation
    (line,) = lines(hits(translation, another))
    assert line.hit.article == translation
    assert [hit.article for hit in line.tellings] == [another]
    assert line.originals == [original]


def test_a_telling_elsewhere_is_named_and_one_on_the_page_not_twice():
    original, translation = pair()
    (alone,) = lines(hits(original))
    assert alone.translations == [translation]
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
    assert first_tellings(articles, 2) == [translation, other]
    assert first_tellings(articles, 1) == [translation]


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


def test_no_timeline_has_more_bars_than_a_finger_can_tell_apart():
    for last in (2016, 2040, 2090):
        bars = timeline({1990: 1, last: 1})
        assert len(bars) <= 27
        assert sum(bar.count for bar in bars) == 2
    assert timeline({1990: 1, 2040: 1})[0].mark == "1990"
    assert timeline({1990: 1, 2040: 1})[0].label == "1990–1994"


def test_the_page_counts_texts_and_says_that_it_puts_them_together(client):
    pair()
    html = client.get("/en/articles/").content.decode()
    assert "2 texts" in html
    assert html.count('<article class="line">') == 1
    assert "stand together" in html


def test_what_is_left_out_can_be_brought_back_from_its_facet(client):
    factories.ArticleFactory(language="fr")
    factories.ArticleFactory(language="ru")
    html = " ".join(client.get("/en/articles/?not_language=ru&words=roi").content.decode().split())
    assert 'name="not_language" value="ru" checked' in html
    assert '<input type="hidden" name="words" value="roi">' in html
