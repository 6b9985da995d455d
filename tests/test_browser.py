"""The main tasks in a real browser, on the sample archive: found, narrowed, read, edited; no error on the way."""

import pytest
from django.core.management import call_command

from articles.models import Article, Mention
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 320, "height": 640}
SEARCH = "/fr/articles/?q=Patrushev"
DESK = {"width": 1280, "height": 900}
PAGES = [
    "",
    "articles/",
    "articles/?q=Patrushev&not_language=en",
    "people/",
    "institutions/",
    "tags/",
    "sources/",
    "about/",
]


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


def wait_for_address(page, part: str) -> None:
    page.wait_for_function("part => decodeURIComponent(location.href).includes(part)", arg=part)


def test_a_facet_applies_in_place_and_back_leads_back(site, reader):
    page = reader(site + SEARCH, javascript=True)
    page.evaluate("window.isSamePage = true")
    whole = page.locator("h1").inner_text()
    page.locator("#filters [name=language][value=fr]").check()
    wait_for_address(page, "language=fr")
    page.wait_for_function("whole => document.querySelector('h1').innerText !== whole", arg=whole)
    assert page.evaluate("document.activeElement.value") == "fr", "the keyboard stays where it was"
    assert page.locator("#told").inner_text() in page.locator("h1").inner_text()
    assert "language=fr" in page.get_by_role("link", name="English", exact=True).first.get_attribute("href")
    page.go_back()
    page.wait_for_function("whole => document.querySelector('h1').innerText === whole", arg=whole)
    assert page.locator("#filters [name=language]:checked").count() == 0
    assert page.evaluate("window.isSamePage"), "nothing was loaded anew"


@pytest.mark.parametrize("javascript", [True, False])
def test_one_click_leaves_a_language_out_and_another_brings_it_back(site, reader, javascript):
    page = reader(site + SEARCH, javascript=javascript)
    before = page.locator("h1").inner_text()
    page.locator("#filters .leave-out[href*='not_language=en']").click()
    page.locator(".active .without").wait_for()
    assert "not_language=en" in page.url
    assert page.locator("h1").inner_text() != before
    assert page.locator("#filters [name=not_language][value=en]").is_checked()
    page.locator(".active a:has(.without)").click()
    page.locator(".active .without").wait_for(state="detached")
    assert page.locator("h1").inner_text() == before


def test_what_is_left_out_stays_so_when_the_form_is_sent(site, reader):
    page = reader(f"{site}{SEARCH}&not_language=en")
    page.locator("#filters [name=date_from]").fill("2015")
    page.keyboard.press("Enter")
    page.wait_for_url("**date_from=2015**")
    assert "not_language=en" in page.url
    assert "q=Patrushev" in page.url


@pytest.mark.parametrize("javascript", [True, False])
def test_a_long_result_is_read_page_by_page(site, reader, javascript):
    for number in range(30):
        factories.ArticleFactory(headline=f"Le quai numéro {number}", language="fr")
    page = reader(f"{site}/fr/articles/?q=quai", javascript=javascript)
    first = headlines(page)
    page.locator(".pages [rel=next]").click()
    page.locator(".pages [rel=prev]").wait_for()
    assert not set(first) & set(headlines(page))
    page.go_back()
    page.locator(".pages [rel=prev]").wait_for(state="detached")
    assert headlines(page) == first


def test_names_are_suggested_and_chosen_by_keyboard(site, reader):
    page = reader(f"{site}/fr/", javascript=True)
    page.keyboard.press("/")
    field = page.locator("#q")
    assert field.evaluate("field => field === document.activeElement")
    page.keyboard.type("патру")
    option = page.get_by_role("option").first
    option.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    assert option.get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    page.wait_for_url("**person=nikolai-patrouchev**")
    assert headlines(page)


def test_escape_closes_the_suggestions_and_enter_searches_the_words(site, reader):
    page = reader(f"{site}/fr/people/", javascript=True)
    page.locator("#q").press_sequentially("Patru")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("option").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Patru**")


def test_the_filters_of_a_phone_open_without_javascript(site, reader):
    page = reader(site + SEARCH, viewport=PHONE)
    box = page.locator("#filters [name=language][value=fr]")
    assert not box.is_visible()
    page.locator(".filters > summary").click()
    box.check()
    page.locator(".facet-apply button").click()
    page.wait_for_url("**language=fr**")
    assert "q=Patrushev" in page.url


def test_a_text_and_its_translation_stand_together_in_a_list(site, reader):
    page = reader(f"{site}/fr/articles/?person=abdelilah-benkirane")
    line = page.locator("article", has_text="[Nikolaï Patrouchev est attendu ce 15 décembre au Maroc]")
    assert line.locator(".line-tellings [lang=en]").count()
    assert not page.locator("h2[lang=en]").count()


def test_what_is_not_yet_translated_is_one_click_from_the_front_page(site, reader):
    factories.ArticleFactory(headline="Sans traduction", language="fr")
    page = reader(f"{site}/fr/")
    page.locator(".figures-line a[href*='translated=0']").click()
    page.wait_for_url("**translated=0**")
    assert "Sans traduction" in headlines(page)


def test_a_french_page_loads_no_cyrillic_and_few_bytes(site, reader):
    page = reader("about:blank", javascript=True)
    answers: list = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{site}/fr/tags/", wait_until="networkidle")
    fonts = [answer.url for answer in answers if answer.url.endswith(".woff2")]
    assert any("source-serif-4-latin" in url for url in fonts)
    whole = [url for url in fonts if "own-name" not in url]
    assert not any("cyrillic" in url or "arabic" in url for url in whole)
    assert len(answers) <= 15
    assert sum(len(answer.body()) for answer in answers) <= 250 * 1024


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
