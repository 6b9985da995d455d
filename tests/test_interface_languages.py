"""Four languages of the interface: each page in each of them, mirrored where it is read from the right."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.utils.formats import date_format, number_format
from django.utils.translation import override

from articles.models import Tag
from articles.templatetags.reading import citation_style
from tests import factories

pytestmark = pytest.mark.django_db

CODES = [code for code, _label in settings.LANGUAGES]
NAMES = {"fr": "français", "en": "English", "ru": "русский", "ar": "العربية"}
PATHS = ["", "articles/", "people/", "institutions/", "tags/", "sources/", "network/", "about/"]
ROOT = Path(__file__).parent.parent


def page(client, address: str, status: int = 200, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == status, address
    return " ".join(response.content.decode().split())


def alternates(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="http://localhost([^"]*)"', html))


def test_french_comes_first_and_is_the_default():
    assert CODES[0] == settings.LANGUAGE_CODE == "fr"
    assert set(CODES) == set(NAMES)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("path", [*PATHS, "articles/999/", "nowhere/"])
def test_every_page_says_its_language_and_direction_errors_too(client, code, path):
    html = page(client, f"/{code}/{path}", 404 if path in ("articles/999/", "nowhere/") else 200)
    assert f'<html lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}">' in html


@pytest.mark.parametrize("code", CODES)
def test_the_switch_keeps_the_page_and_names_each_language_in_itself(client, code):
    html = page(client, f"/{code}/articles/?q=Rabat")
    switch = re.search(r'<nav class="masthead-languages".*?</nav>', html)[0]
    for other, name in NAMES.items():
        assert re.search(rf'lang="{other}"[^>]*>{name}<', switch)
        assert (f'href="/{other}/articles/?q=Rabat"' in switch) is (other != code)


def test_every_page_links_to_itself_in_each_language_and_to_one_for_all_others(client):
    assert alternates(page(client, "/ru/tags/")) == {
        **{code: f"/{code}/tags/" for code in CODES},
        "x-default": "/fr/tags/",
    }
    assert alternates(page(client, "/ar/"))["x-default"] == "/"
    record = factories.ArticleFactory()
    assert alternates(page(client, f"/ar/articles/{record.pk}/?from=q%3DRabat")) == {
        **{code: f"/{code}/articles/{record.pk}/" for code in CODES},
        "x-default": f"/fr/articles/{record.pk}/",
    }


def test_the_sitemap_has_each_page_in_each_language_with_the_same_links(client):
    content = b"".join(client.get("/sitemap-pages.xml").streaming_content)
    urls = ElementTree.fromstring(content).findall("{*}url")
    links = {
        url.find("{*}loc").text: {one.get("hreflang"): one.get("href") for one in url.findall("{*}link")}
        for url in urls
    }
    for path, default in (("tags/", "/fr/tags/"), ("", "/")):
        wanted = {code: f"http://localhost/{code}/{path}" for code in CODES}
        for address in wanted.values():
            assert links[address] == {**wanted, "x-default": f"http://localhost{default}"}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("ru-RU,ru;q=0.9,en;q=0.5", "ru"),
        ("ar-MA,fr;q=0.5", "ar"),
        ("ar-DZ", "ar"),
        ("en-GB", "en"),
        ("de", "fr"),
    ],
)
def test_the_root_goes_to_the_language_the_reader_prefers(client, asked, code):
    assert client.get("/", headers={"Accept-Language": asked})["Location"] == f"/{code}/"


@pytest.mark.parametrize(("code", "word"), [("ru", "Пароль"), ("ar", "كلمة المرور")])
def test_the_sign_in_speaks_the_readers_language_and_offers_the_others(client, code, word):
    html = page(client, "/admin/login/", **{"Accept-Language": code})
    assert f'<html lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}"' in html
    assert word in html
    for other, name in NAMES.items():
        assert (f'value="{other}"' in html and name in html) is (other != code)


def test_the_500_page_speaks_every_language(client):
    from articles.views.errors import server_error

    html = server_error(None).content.decode()
    assert '<html lang="fr"' in html
    for code in CODES:
        assert f'href="/{code}/"' in html
    assert 'lang="ar" dir="rtl"' in html


@pytest.mark.parametrize(
    ("code", "number", "day"),
    [
        ("fr", "1\u00a0234\u00a0567", "15 décembre 2016"),
        ("en", "1,234,567", "Dec. 15, 2016"),
        ("ru", "1\u00a0234\u00a0567", "15 декабря 2016 г."),
        ("ar", "1.234.567", "15 ديسمبر 2016"),
    ],
)
def test_numbers_and_days_are_written_as_the_language_writes_them(code, number, day):
    from datetime import date

    with override(code):
        assert number_format(1234567, force_grouping=True) == number
        assert date_format(date(2016, 12, 15)) == day


@pytest.mark.parametrize(
    ("french", "english", "labels"),
    [
        (
            "Diplomatie",
            "Diplomacy",
            {"fr": "Diplomatie", "en": "Diplomacy", "ru": "Diplomatie", "ar": "Diplomatie"},
        ),
        ("", "Diplomacy", dict.fromkeys(NAMES, "Diplomacy")),
        ("Diplomatie", "", dict.fromkeys(NAMES, "Diplomatie")),
    ],
)
def test_a_tag_without_a_label_in_the_language_bears_the_french_or_else_the_english(french, english, labels):
    tag = Tag(pref_label_fr=french, pref_label_en=english)
    for code, label in labels.items():
        with override(code):
            assert tag.label == label


@pytest.mark.parametrize("code", CODES)
def test_on_paper_stands_exactly_one_citation(client, code):
    record = factories.ArticleFactory()
    html = page(client, f"/{code}/articles/{record.pk}/")
    printed = re.search(r'<div class="print-citations">(.*?)</div>', html)[1]
    assert re.findall(r'class="citation" lang="(\w+)"', printed) == [citation_style(code)]


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("static/*/*.css")), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_no_style_sheet_knows_left_from_right(path):
    style = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"(?:^|[\s;{])(?:[\w-]*-)?(?:left|right)\s*:", style) == []
    assert re.findall(r":\s*(?:left|right)\s*[;}]", style) == []
    four = re.findall(r"(?:margin|padding|inset|border-width)\s*:\s*(\S+) (\S+) (\S+) (\S+)\s*[;}]", style)
    assert [sides for sides in four if sides[1] != sides[3]] == []
