"""What a reader asks in an address: what of it is applied, what is told of the rest, and how asking is explained."""

import logging
import re
import runpy
from socket import SHUT_WR, socketpair
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override
from gunicorn.http.errors import InvalidRequestMethod, LimitRequestLine

from articles.filters import ArticleFilter
from articles.models import Article
from articles.search.pieces import LONGEST_QUERY, part
from articles.search.results import search_articles
from tests import factories

pytestmark = pytest.mark.django_db


def search(parameters: str):
    return search_articles(ArticleFilter(QueryDict(parameters)).criteria)


def languages(parameters: str) -> set[str]:
    return {hit.article.language for hit in search(parameters).hits}


@pytest.fixture
def gunicorn(monkeypatch) -> dict[str, Any]:
    """The values of gunicorn's configuration, which marks the process that reads it as a web server."""
    monkeypatch.setenv("ARCHIVE_WEB_SERVER", "")
    return runpy.run_path(str(settings.BASE_DIR / "gunicorn.conf.py"))


@pytest.fixture
def three() -> None:
    """A text in each of three languages, the English one undated."""
    factories.ArticleFactory(language="fr", date="2019-05-03")
    factories.ArticleFactory(language="ru", date="2018")
    factories.ArticleFactory(language="en", date=None)


@pytest.mark.parametrize(
    ("parameters", "kept"),
    [
        ("language=fr&language=xx", {"fr"}),
        ("language=xx&language=fr&language=ru&language=fr", {"fr", "ru"}),
        ("not_language=fr&not_language=xx", {"ru", "en"}),
    ],
)
def test_a_language_that_is_none_leaves_the_others_applied_and_is_told(three, parameters, kept):
    assert languages(parameters) == kept
    ((name, errors),) = ArticleFilter(QueryDict(parameters)).form.errors.items()
    assert name in parameters
    assert "xx" in errors[0]


def test_a_language_asked_for_beside_one_that_is_none_stays_ticked(client, three):
    html = client.get("/en/articles/?language=fr&language=xx").content.decode()
    assert 'name="language" value="fr" checked' in html
    assert "Not in this archive: xx." in html


@pytest.mark.parametrize("dates", ["date_from=2018", "date_to=2019", "date_from=2018&date_to=2019-05"])
def test_undated_texts_in_a_span_of_dates_are_told_to_be_in_none(client, three, dates):
    filters = ArticleFilter(QueryDict(f"undated=1&{dates}"))
    assert set(filters.form.errors) == {one.split("=")[0] for one in dates.split("&")}
    assert languages(f"undated=1&{dates}") == {"en"}
    html = client.get(f"/en/articles/?undated=1&{dates}").content.decode()
    assert "A text without a date falls in no span" in html
    for one in dates.split("&"):
        assert f'value="{one.split("=")[1]}"' in html, "what was typed is lost"


def test_a_span_of_dates_alone_is_applied(three):
    assert languages("date_from=2018&date_to=2019-05&undated=0") == {"fr", "ru"}


def test_the_words_of_a_query_within_a_name_are_marked_with_it_and_not_in_it(client, cast):
    article = factories.ArticleFactory(
        headline="Nikolaï Patrouchev à Rabat", lede="Il dit : Nikolaï Patrouchev.", body="Suite."
    )
    for field in ("headline", "lede"):
        factories.MentionFactory(
            article=article, agent=cast.patrouchev, field=field, exact="Nikolaï Patrouchev"
        )
    (hit,) = search("q=Patrouchev").hits
    for segments in (hit.headline, hit.snippet):
        assert [segment.text for segment in segments if segment.payload == "hit"] == ["Nikolaï Patrouchev"]
        assert all(len(segment.spans) < 2 for segment in segments)
    html = client.get("/fr/articles/?q=Patrouchev").content.decode()
    assert "<mark>" in html
    assert not re.search(r"<mark>[^<]*<mark>", html)


@pytest.mark.parametrize(
    ("piece", "holds"),
    [
        ("négoc*", True),
        ("NÉGOC*", True),
        ("égoc*", False),
        ("negoc*", False),
        ("-négoc*", False),
        ("-rab*", True),
        ("l’écon*", True),
        ("n*", False),  # an asterisk after one letter is a sign like others
        ('"négoc*"', False),
        ("négoc", False),
        ("négociations*", True),
        ("après-midi*", True),
        ("(*", False),
    ],
)
def test_letter_by_letter_an_asterisk_is_the_rest_of_a_word(piece, holds):
    factories.ArticleFactory(
        headline="Un titre", lede="", body="Les négociations sur l’économie, cet après-midi."
    )
    assert part(piece, as_typed=True).branches[0][0].text == piece
    assert Article.objects.holding([[piece]]).get().holds is holds


def test_what_begins_so_is_found_letter_by_letter_too():
    factories.ArticleFactory(language="fr", body="Les négociations reprennent.")
    factories.ArticleFactory(language="ru", body="Переговоры о négoce.")
    factories.ArticleFactory(language="en", body="Negotiations and renégociations.")
    assert languages("q=négoc*&exact=1") == {"fr", "ru"}
    assert languages("q=négoc* -reprenn*&exact=1") == {"ru"}


@pytest.mark.parametrize(
    ("language", "operator", "example"),
    [
        ("fr", "OU", "ports OU aéroports"),
        ("ru", "ИЛИ", "порты ИЛИ аэропорты"),
        ("ar", "أو", "موانئ أو مطارات"),
        ("en", "OR", "ports OR airports"),
    ],
)
def test_the_signs_of_a_query_are_shown_as_the_readers_language_has_them(language, operator, example):
    with override(language):
        html = render_to_string("articles/_syntax_list.html")
    signs = re.findall(r"<code>([^<]*)</code>", html)
    assert html.count("<code>OR</code>") == 1
    assert operator in signs
    assert example in signs
    assert len(part(example).branches) == 2
    assert any(sign.endswith("*") and part(sign).branches[0][0].is_prefix for sign in signs if sign != "…*")


@pytest.mark.parametrize("letter", ["a", "я", "م", "₽", "😀"])
def test_the_longest_query_that_can_be_typed_fits_into_an_address_that_is_read(letter, gunicorn):
    """The field counts as browsers do, in UTF-16; with it go a span of dates and other filters."""
    request = RequestFactory().get("/")
    field = render_to_string("articles/_search_field.html", request=request)
    longest = int(re.search(r'maxlength="(\d+)"', field)[1])
    assert longest == LONGEST_QUERY
    typed = letter * (longest // (len(letter.encode("utf-16-le")) // 2))
    line = f"GET /fr/articles/?q={quote(typed)} HTTP/1.1"
    assert len(line) + 2_000 < gunicorn["limit_request_line"]


def test_an_address_that_is_too_long_is_told_in_every_language_of_the_site(gunicorn):
    worker = object.__new__(gunicorn["worker_class"])
    worker.log = logging.getLogger("gunicorn.error")
    server, reader = socketpair()
    with server, reader:
        worker.handle_error(None, server, ("127.0.0.1", 80), LimitRequestLine(10_000, 8_190))
        server.shutdown(SHUT_WR)
        head, _blank, page = reader.makefile("rb").read().partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 414 ")
    assert f"Content-Length: {len(page)}".encode() in head
    text = page.decode()
    for language, _name in settings.LANGUAGES:
        assert f'lang="{language}"' in text
        assert f'href="/{language}/"' in text
    assert f" {LONGEST_QUERY} " in text


def test_what_else_is_no_request_is_answered_by_gunicorn(gunicorn):
    worker = object.__new__(gunicorn["worker_class"])
    worker.log = logging.getLogger("gunicorn.error")
    server, reader = socketpair()
    with server, reader:
        worker.handle_error(None, server, ("127.0.0.1", 80), InvalidRequestMethod("FETCH ME"))
        server.shutdown(SHUT_WR)
        assert reader.makefile("rb").read().startswith(b"HTTP/1.1 400 ")


def test_a_question_too_long_to_be_told_to_the_records_is_not_told(client):
    factories.ArticleFactory(headline="Слово", language="ru")
    for letters, is_told in ((400, True), (900, False)):
        html = client.get("/ru/articles/", {"q": f"слово OR {'я' * letters}"}).content.decode()
        addresses = re.findall(r'href="(/ru/articles/\d+/[^"]*)"', html)
        assert addresses
        assert all(("?from=" in one) == is_told and len(one) < 8_000 for one in addresses)


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ("exact=maybe", "“maybe” is neither 1 (yes) nor 0 (no): it is not applied."),
        ("undated=x", "“x” is neither 1 (yes) nor 0 (no): it is not applied."),
        ("translated=z", "“z” is neither 1 (with a translation) nor 0 (without): it is not applied."),
        ("date_from=hier", "Write a year, a month or a day"),
    ],
)
def test_a_filter_that_cannot_be_read_says_why_at_its_place_and_that_the_others_are_applied(
    client, three, parameters, told
):
    html = client.get(f"/en/articles/?{parameters}").content.decode()
    assert html.index('id="filters"') < html.index(told) < html.index('class="results"')
    assert "Some of the filters could not be read" in html


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ("sort=zz", "There is no order “zz”: the texts stand in their usual one."),
        ("sort=zz&q=nichts", "There is no order “zz”: the texts stand in their usual one."),
        ("page=0", "There is no page “0”: this is the first one."),
        ("page=abc", "There is no page “abc”: this is the first one."),
        ("after=zz", "This place in the list cannot be read"),
    ],
)
def test_an_order_or_a_page_that_is_none_is_not_told_to_be_a_filter(client, three, parameters, told):
    html = client.get(f"/en/articles/?{parameters}").content.decode()
    assert html.count(told) == 1
    assert "Some of the filters could not be read" not in html
    assert '<details class="filters">' in html
