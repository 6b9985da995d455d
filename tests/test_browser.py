"""The main tasks in a real browser, on the sample archive: found, narrowed, read, edited; no error on the way."""

import pytest
from django.core.management import call_command

from articles.models import Article, Mention

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
PAGES = ["", "articles/", "articles/?q=Patrushev", "people/", "institutions/", "tags/", "sources/", "about/"]


@pytest.fixture
def site(live_server, capsys) -> str:
    """The address of the running site, with the sample texts."""
    call_command("load_samples")
    return live_server.url


@pytest.fixture
def reader(browser):
    """Opens pages without JavaScript; fails where the browser complained."""
    complaints: list[str] = []
    contexts = []

    def open_page(url: str, *, javascript: bool = False, viewport: dict = DESK, locale: str = "fr-FR"):
        context = browser.new_context(java_script_enabled=javascript, viewport=viewport, locale=locale)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def headlines(page) -> list[str]:
    return page.locator("main article h2, main article h3").all_inner_texts()


@pytest.mark.parametrize("q", ["Patrushev", "Патрушев", "Николай Патрушев", "باتروشيف"])
def test_a_reader_finds_the_french_texts_by_any_spelling(site, reader, q):
    page = reader(site)
    page.get_by_role("searchbox").first.fill(q)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Maroc-Russie: la coopération sécuritaire prend du rythme").first.wait_for()


def test_a_reader_narrows_by_person_and_date_with_links_and_forms_alone(site, reader):
    page = reader(f"{site}/fr/articles/?person=abdelilah-benkirane")
    assert page.get_by_role("link", name="[Nikolaï Patrouchev est attendu ce 15 décembre au Maroc]").count()
    assert not page.get_by_role("link", name="Maroc-Russie: la coopération").count()
    page.goto(f"{site}/fr/articles/?date_from=2016-12-15&date_to=2016-12-15")
    assert page.get_by_role("link", name="[Nikolaï Patrouchev est attendu ce 15 décembre au Maroc]").count()


def test_a_name_in_a_text_leads_to_the_person_and_back_to_the_texts(site, reader):
    article = Article.objects.get(headline__startswith="Nikolaï Patrouchev est attendu")
    page = reader(f"{site}/fr/articles/{article.pk}/")
    page.locator("main").get_by_role("link", name="Petrouchev", exact=True).first.click()
    page.wait_for_url("**/people/**")
    assert "/fr/people/nikolai-patrouchev/" in page.url
    page.get_by_text("Николай Патрушев").first.wait_for()


def test_a_text_stands_beside_its_translation_each_in_its_language(site, reader):
    article = Article.objects.get(headline__startswith="Nikolaï Patrouchev est attendu")
    page = reader(f"{site}/fr/articles/{article.pk}/parallel/")
    assert page.locator("[lang=fr] p, p[lang=fr]").count() >= 5
    assert page.locator("[lang=en] p, p[lang=en]").count() >= 5


def test_the_language_switch_keeps_the_page_and_its_filters(site, reader):
    page = reader(f"{site}/fr/articles/?person=mohammed-vi&q=Moscou")
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/**")
    assert page.url.startswith(f"{site}/en/articles/?")
    assert "person=mohammed-vi" in page.url
    assert "q=Moscou" in page.url


@pytest.mark.parametrize(("locale", "start"), [("fr-FR", "/fr/"), ("en-GB", "/en/"), ("de-DE", "/fr/")])
def test_the_front_door_opens_in_the_readers_language(site, reader, locale, start):
    assert reader(site, locale=locale).url == f"{site}{start}"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_at_320_pixels(site, reader, path):
    page = reader(f"{site}/fr/{path}", javascript=True, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_an_editor_signs_in_and_corrects_a_date_and_a_wrong_one_is_told(site, reader, admin_user):
    article = Article.objects.get(headline__startswith="Maroc-Russie: la coopération")
    mentions = Mention.objects.filter(article=article).count()
    page = reader(f"{site}/admin/articles/article/{article.pk}/change/", javascript=True, viewport=DESK)
    page.get_by_label("utilisateur").fill("admin")
    page.locator("#id_password").fill("password")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("#id_date").fill("2016-02-31")
    with page.expect_navigation():
        page.locator("[name=_continue]").first.click()
    assert page.locator(".errorlist").first.inner_text()
    page.locator("#id_date").fill("2016-04~")
    page.locator("[name=_continue]").first.click()
    page.wait_for_selector(".success")
    article.refresh_from_db()
    assert str(article.date) == "2016-04~"
    assert Mention.objects.filter(article=article).count() == mentions


def test_the_public_site_is_served_with_a_strict_policy(site, reader):
    response = reader(site).request.get(f"{site}/fr/")
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
