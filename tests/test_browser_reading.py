"""Reading in a real browser, without JavaScript: hits one after the other, names lit, citations taken, a network."""

import pytest
from django.core.management import call_command

from articles.models import Article
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
PATHS = [
    "articles/{pk}/",
    "articles/{pk}/?from=q%3DPatrushev#hit-2",
    "articles/{pk}/parallel/",
    "articles/{pk}/source/",
    "people/nikolai-patrouchev/",
    "network/",
]


@pytest.fixture
def site(live_server, capsys) -> str:
    """The address of the running site, with the sample texts."""
    call_command("load_samples")
    return live_server.url


@pytest.fixture
def article(site) -> Article:
    """A French record with two translations."""
    return Article.objects.get(headline__startswith="Nikolaï Patrouchev est attendu")


@pytest.fixture
def reader(browser):
    """Opens pages; fails where the browser complained, of the security policy too."""
    complaints: list[str] = []
    contexts = []

    def open_page(url: str, *, javascript: bool = False, viewport: dict = DESK, scheme: str = "light"):
        context = browser.new_context(
            java_script_enabled=javascript, viewport=viewport, locale="fr-FR", color_scheme=scheme
        )
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


@pytest.mark.parametrize("path", PATHS)
def test_no_page_for_reading_scrolls_sideways_or_breaks_the_policy(site, reader, article, path):
    page = reader(f"{site}/fr/{path.format(pk=article.pk)}", javascript=True, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator("h1").count() == 1


def test_a_reader_goes_from_hit_to_hit_and_back_to_the_results(site, reader, article):
    page = reader(f"{site}/fr/articles/{article.pk}/?from=q%3DPatrushev%26sort%3Dnewest")
    page.locator(".trail-hits a").click()
    assert page.url.endswith("#hit-1")
    page.locator("#hit-1 + .hops a").last.click()
    assert page.url.endswith("#hit-2")
    assert page.locator("#hit-2 + .hops").is_visible()
    assert not page.locator("#hit-1 + .hops").is_visible()
    page.locator(".trail a").first.click()
    assert page.url.startswith(f"{site}/fr/articles/?q=Patrushev")


def test_the_next_result_keeps_the_search(site, reader):
    first = Article.objects.get(headline__startswith="Nikolaï Patrouchev est attendu")
    page = reader(f"{site}/fr/articles/{first.pk}/?from=q%3DPatrushev%26sort%3Dnewest")
    page.locator(".trail a[rel=next]").click()
    assert f"/articles/{first.pk}/" not in page.url
    assert "from=q%3DPatrushev" in page.url
    assert page.locator("mark.hit").count()
    page.locator(".trail a[rel=prev]").click()
    assert f"/articles/{first.pk}/" in page.url


def test_a_name_pointed_at_is_lit_in_both_columns(site, reader, article):
    page = reader(f"{site}/fr/articles/{article.pk}/parallel/", javascript=True)
    name = page.locator(".pair-row > :first-child a.name", has_text="Mohammed VI").first
    number = next(one for one in name.get_attribute("class").split() if one.startswith("who-"))
    paper = "rgba(0, 0, 0, 0)"

    def colours() -> set[str]:
        script = "nodes => nodes.map(node => getComputedStyle(node).backgroundColor)"
        return set(page.locator(f".pair a.{number}").evaluate_all(script))

    assert page.locator(f".pair-row > :last-child a.{number}").count()
    assert colours() == {paper}
    name.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert paper not in colours()


def test_one_click_selects_a_whole_citation(site, reader, article):
    page = reader(f"{site}/fr/articles/{article.pk}/", javascript=True)
    page.locator(".cite .citation").first.click()
    chosen = page.evaluate("getSelection().toString()")
    assert chosen.replace("\xa0", " ").startswith("« [Nikolaï Patrouchev")
    assert chosen.strip().endswith(f"/a/{article.pk}")


def test_a_line_of_the_network_leads_to_the_texts_that_name_both(site, reader):
    page = reader(f"{site}/fr/network/")
    row = page.locator(".pairs tbody tr").first
    count = int(row.locator("td a").last.inner_text().split()[0])
    row.locator("td a").last.click()
    assert "/fr/articles/?" in page.url
    page.locator("h1", has_text=str(count)).wait_for()


def test_on_paper_a_record_has_its_citation_and_no_furniture(site, reader, article):
    page = reader(f"{site}/fr/articles/{article.pk}/?from=q%3DPatrushev")
    page.emulate_media(media="print")
    assert page.locator(".print-citations .citation").is_visible()
    for hidden in (".masthead-nav", ".trail", ".record-aside", ".footer"):
        assert not page.locator(hidden).first.is_visible()


def test_in_russian_the_network_keeps_to_the_page(site, reader):
    page = reader(f"{site}/ru/network/", viewport=PHONE)
    assert page.locator(".pairs tbody tr").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("viewport", [DESK, PHONE])
@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize(("written", "edge"), [("ar", "right"), ("fr", "left")])
def test_in_a_list_each_text_stands_at_the_edge_where_its_own_lines_begin(
    site, reader, language, written, edge, viewport
):
    for headline, tongue in (("Visite", "fr"), ("زيارة", "ar")):
        ArticleFactory(headline=headline, lede="", body=f"{headline}.", language=tongue, date="2020")
    page = reader(f"{site}/{language}/articles/", viewport=viewport)
    away = page.evaluate(
        """([written, edge]) => {
            const found = [];
            for (const one of document.querySelectorAll(`.line :is(.headline, .snippet)[lang=${written}]`)) {
                const range = document.createRange();
                range.selectNodeContents(one);
                const words = range.getBoundingClientRect()[edge];
                found.push(Math.abs(words - one.closest(".line-text").getBoundingClientRect()[edge]));
            }
            return found;
        }""",
        [written, edge],
    )
    assert len(away) >= 2
    assert max(away) <= 2


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_on_a_phone_the_network_opens_at_who_is_named_most_and_is_moved_freely(site, reader, language):
    page = reader(f"{site}/{language}/network/", viewport=PHONE)
    page.wait_for_timeout(700)
    away = """(() => {
        const frame = document.querySelector('.network-frame').getBoundingClientRect();
        const marks = [...document.querySelectorAll('.node :is(circle, rect)')].map(m => m.getBoundingClientRect());
        const most = marks[0];
        return Math.abs((most.left + most.right) / 2 - (frame.left + frame.right) / 2) / frame.width;
    })()"""
    rim = """(() => {
        const frame = document.querySelector('.network-frame');
        return [Math.abs(frame.scrollLeft), frame.scrollWidth - frame.clientWidth];
    })()"""
    at, last = page.evaluate(rim)
    assert page.evaluate(away) < 0.1 or at in (0, last)
    page.evaluate("document.querySelector('.network-frame').scrollLeft = 0")
    page.wait_for_timeout(300)
    assert page.evaluate(rim)[0] == 0
