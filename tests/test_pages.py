"""The public pages: complete without JavaScript, in both languages, true about dates, few queries."""

import re
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles.models import Article, Office, Resemblance, Source
from articles.search.related import related_articles
from articles.search.stated import stated_offices
from articles.search.suggest import LONGEST
from articles.views.agent_index import agent_list
from articles.views.timeline import timeline
from articles.vocabulary import AgentKind, ArticleStatus, NameForm
from tests import factories

pytestmark = pytest.mark.django_db

PATHS = ["", "articles/", "people/", "institutions/", "tags/", "sources/", "about/"]


@pytest.fixture
def record(cast) -> Article:
    """A French record that names someone twice, with a tag and a source of its own."""
    article = factories.ArticleFactory(
        headline="Visite à Rabat",
        headline_supplied=True,
        lede="Nikolaï Patrouchev est attendu.",
        body="Il vient du Conseil.\n\nPuis Petrouchev est reparti. Rien d’autre.",
        date="2016-12",
        source=factories.SourceFactory(name="Le Journal"),
        tags=[factories.TagFactory(pref_label_fr="Diplomatie", pref_label_en="Diplomacy")],
        accession=factories.AccessionFactory(
            text="Visite (photo) à Rabat",
            set_aside=[{"start": 7, "end": 14, "exact": "(photo)", "rule": "caption"}],
        ),
    )
    factories.MentionFactory(article=article, agent=cast.patrouchev, field="lede", exact="Nikolaï Patrouchev")
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Petrouchev", office="secrétaire")
    factories.MentionFactory(article=article, agent=cast.council, exact="Conseil")
    return article


@pytest.fixture
def arabic(record) -> Article:
    """Its Arabic translation."""
    article = factories.ArticleFactory(
        headline="زيارة", lede="", body="جاء.\n\nثم رحل.", language="ar", date="2017"
    )
    factories.TranslationFactory(original=record, translation=article, credit="Bureau des langues")
    return article


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return " ".join(response.content.decode().split())


def text(html: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_every_page_stands_in_both_languages_also_over_an_empty_archive(client, language, path):
    html = page(client, f"/{language}/{path}")
    assert f'<html lang="{language}" dir="ltr">' in html
    assert html.count("<h1") == 1
    assert html.count("<main") == 1


@pytest.mark.parametrize(
    "path", [*PATHS, "articles/{pk}/", "articles/{pk}/parallel/", "articles/{pk}/source/"]
)
def test_no_page_holds_an_inline_script_or_style(client, record, arabic, path):
    html = page(client, "/fr/" + path.format(pk=record.pk))
    scripts = re.findall(r"<script[^>]*>[^<]*", html)
    assert all(re.search(r' src="/static/[^"]+" defer>$|type="application/ld\+json"', one) for one in scripts)
    assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:", html)
    assert not re.search(r'(src|rel="stylesheet" href)="(https?:)?//', html)


def test_the_list_of_an_empty_archive_says_so_and_does_not_blame_what_was_asked(client, db):
    html = page(client, "/en/articles/")
    assert "The archive is still empty" in html
    assert "answers all of this" not in html
    assert "answers all of this" in page(client, "/en/articles/?q=gas")


def test_an_empty_archive_says_what_to_do_next(client):
    html = page(client, "/en/")
    assert "manage.py ingest" in html
    assert reverse("admin:index") in html


def test_the_root_leads_to_the_preferred_language(client):
    assert client.get("/", headers={"accept-language": "en"}).url == "/en/"
    assert client.get("/", headers={"accept-language": "fr"}).url == "/fr/"
    assert client.get("/", headers={"accept-language": "de"}).url == "/fr/"


def test_the_permanent_address_leads_to_the_record_in_the_readers_language(client, record):
    response = client.get(f"/a/{record.pk}", headers={"accept-language": "en"})
    assert (response.status_code, response.url) == (302, f"/en/articles/{record.pk}/")


def test_the_language_switch_keeps_the_page_and_its_parameters(client):
    assert 'href="/en/articles/?q=roi&amp;sort=oldest"' in page(client, "/fr/articles/?q=roi&sort=oldest")


def test_healthz_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert page(client, "/healthz") == "ok"


def test_readyz_answers_for_a_migrated_database(client):
    assert page(client, "/readyz") == "ok"


def test_readyz_gives_the_reason_when_the_database_does_not_answer(client):
    with mock.patch("articles.views.machines.MigrationExecutor", side_effect=OperationalError):
        assert "does not answer" in page(client, "/readyz", 503)


def test_readyz_gives_the_reason_while_a_migration_is_not_applied(client):
    with mock.patch("articles.views.machines.MigrationExecutor.migration_plan", return_value=[object()]):
        assert "not applied" in page(client, "/readyz", 503)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_unknown_record_is_a_404_in_the_readers_language(client, language):
    assert f'<html lang="{language}"' in page(client, f"/{language}/articles/999/", 404)


@pytest.mark.parametrize("path", ["", "source/", "parallel/"])
@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.WITHDRAWN])
def test_what_is_not_published_only_staff_sees(client, admin_client, record, arabic, status, path):
    Article.objects.filter(pk=record.pk).update(status=status)
    address = f"/fr/articles/{record.pk}/{path}"
    page(client, address, 404)
    assert "Visite à Rabat" in page(admin_client, address)


def test_a_public_record_depends_on_no_cookie(client, record):
    assert "Cookie" not in client.get(f"/fr/articles/{record.pk}/").headers.get("Vary", "")


def test_the_500_page_speaks_both_languages_and_asks_no_database(rf, django_assert_num_queries):
    from articles.views.errors import server_error

    with django_assert_num_queries(0):
        response = server_error(rf.get("/fr/"))
    assert response.status_code == 500
    html = response.content.decode()
    assert "Une erreur s’est produite" in html
    assert "Something went wrong" in html


def test_a_form_without_its_token_gets_a_page_in_the_readers_language(rf):
    from articles.views.errors import csrf_failure

    response = csrf_failure(rf.post("/en/"))
    assert response.status_code == 403
    assert '<html lang="en"' in response.content.decode()


def test_a_month_stays_a_month(client, record):
    html = page(client, f"/fr/articles/{record.pk}/")
    assert '<time datetime="2016-12">décembre 2016</time>' in html
    assert "2016-12-01" not in html


def test_an_approximate_date_is_no_machine_readable_time(client):
    article = factories.ArticleFactory(date="2016-04~")
    html = page(client, f"/en/articles/{article.pk}/")
    assert "about April 2016" in html
    assert "<time" not in html


def test_a_supplied_headline_stands_in_brackets(client, record):
    assert "[Visite à Rabat]" in text(page(client, f"/fr/articles/{record.pk}/"))
    assert "[Visite à Rabat]" in text(page(client, "/fr/articles/"))


def test_names_are_links_where_they_stand(client, record, cast):
    html = page(client, f"/en/articles/{record.pk}/")
    address = reverse("articles:person-detail", args=[cast.patrouchev.slug]).replace("/fr/", "/en/")
    assert f'href="{address}" title="Nikolai Patrushev">Petrouchev</a>' in html
    assert '<p id="p2">' in html
    assert "secrétaire" in html


def test_a_text_and_its_names_are_marked_as_their_language(client, record, arabic):
    html = page(client, f"/fr/articles/{arabic.pk}/")
    assert '<h1 id="headline" lang="ar" dir="rtl">' in html
    assert '<div class="prose" lang="ar" dir="rtl">' in html


def test_hostile_text_is_shown_and_not_run(client, cast):
    article = factories.ArticleFactory(
        headline="<script>1</script>", lede="", body="Ici <b onclick=x>Bob</b>."
    )
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="<b onclick=x>Bob</b>")
    for address in (
        f"/fr/articles/{article.pk}/",
        "/fr/articles/?q=Bob",
        f"/fr/people/{cast.patrouchev.slug}/",
    ):
        html = page(client, address)
        assert "<script>1" not in html
        assert "<b onclick" not in html


def downloads(html: str) -> dict[str, str]:
    """The addresses under “Download”, by their media type."""
    part = re.search(r'<nav class="downloads".*?</nav>', html)[0]
    return {kind: address for address, kind in re.findall(r'href="([^"]+)" type="([^"]+)"', part)}


def test_what_is_on_a_page_is_there_as_files(client, record, cast):
    found = downloads(page(client, f"/en/articles/{record.pk}/"))
    assert found["text/plain"].endswith(f"/articles/{record.pk}.txt")
    assert "application/atom+xml" not in found
    found = downloads(page(client, "/en/articles/?q=Rabat&sort=oldest&page=1"))
    assert found["application/x-bibtex"].endswith("?q=Rabat&amp;sort=oldest")
    assert found["application/atom+xml"].endswith("?q=Rabat")
    assert "text/plain" not in found
    found = downloads(page(client, f"/en/people/{cast.patrouchev.slug}/"))
    assert len(found) == 6
    assert all(address.endswith(f"?person={cast.patrouchev.slug}") for address in found.values())


def test_two_tellings_stand_side_by_side_in_rows(client, record, arabic):
    html = page(client, f"/fr/articles/{record.pk}/parallel/")
    assert "Bureau des langues" in html
    assert html.count('class="pair-row"') == 3
    assert 'lang="ar" dir="rtl"' in html


def test_the_other_telling_can_be_chosen(client, record, arabic):
    english = factories.ArticleFactory(language="en", headline="Visit to Rabat")
    factories.TranslationFactory(original=record, translation=english)
    assert "Visit to Rabat" in page(client, f"/fr/articles/{record.pk}/parallel/?with={english.pk}")
    assert "زيارة" in page(client, f"/fr/articles/{record.pk}/parallel/?with=nonsense")


def test_a_text_without_translation_has_no_parallel_page(client, record):
    page(client, f"/fr/articles/{record.pk}/parallel/", 404)


def test_the_source_is_shown_as_it_came_with_what_was_set_aside(client, record):
    html = page(client, f"/en/articles/{record.pk}/source/")
    assert '<del title="caption">(photo)</del>' in html
    assert record.accession.sha256 in html


def test_the_record_is_shown_as_a_difference_to_its_source(client):
    article = factories.ArticleFactory(
        headline="Un titre",
        lede="",
        body="Le roi est venu à Rabat.",
        accession=factories.AccessionFactory(text="Un titre\n\nLe roi est venu à Moscou (photo)."),
    )
    html = page(client, f"/en/articles/{article.pk}/source/")
    assert "<del>Moscou (photo)</del><ins>Rabat</ins>" in html


def test_what_was_read_as_description_is_neither_lost_nor_set_aside(client):
    article = factories.ArticleFactory(
        headline="Un titre",
        lede="",
        body="Le roi vient le 3 mai.",
        date="2016-12",
        accession=factories.AccessionFactory(
            text="date 2016-12\n\nUn titre\n\nLe roi vient le 3 mai.",
            evidence=[
                {
                    "field": "date",
                    "value": "2016-12",
                    "exact": "date 2016-12",
                    "start": 0,
                    "end": 12,
                    "rule": "label",
                },
                {
                    "field": "headline",
                    "value": "",
                    "exact": "Un titre",
                    "start": 14,
                    "end": 22,
                    "rule": "first_line",
                },
            ],
        ),
    )
    html = page(client, f"/en/articles/{article.pk}/source/")
    assert "1 passage of the source is not in the text of the record" in html
    assert "added" not in html
    assert '<del title="date">date 2016-12</del>' in html
    assert "nothing else was set aside" in html
    assert 'title="headline"' not in html
    article.accession.evidence = []
    article.accession.save()
    assert "Nothing was set aside when it came in." in page(client, f"/en/articles/{article.pk}/source/")


def test_no_french_line_ends_behind_a_guillemet_and_no_letter_is_changed(client):
    body = "Il a dit : « oui & non » !\n\n« Bien »"
    article = factories.ArticleFactory(headline="Un titre", lede="", body=body)
    html = client.get(f"/fr/articles/{article.pk}/").content.decode()
    assert '«<span class="held"> </span>oui &amp; non<span class="held"> </span>»' in html
    assert "Il a dit : « oui &amp; non » !" in text(html)
    html = client.get(f"/fr/articles/{article.pk}/?from=q%3Doui").content.decode()
    assert re.search(r'«<span class="held"> </span><mark[^>]*>oui</mark>', html)


def test_a_record_reached_from_a_search_has_its_hits_and_its_place_in_the_result(client, record):
    other = factories.ArticleFactory(headline="Rabat encore", date="2017", lede="", body="À Rabat.")
    address = f"/en/articles/{record.pk}/?from=q%3DRabat%26sort%3Dnewest"
    html = page(client, address)
    assert 'Visite à <mark id="hit-1" class="hit">Rabat</mark>' in html
    assert "text 2 of 2" in text(html)
    assert f'href="/en/articles/{other.pk}/?from=q%3DRabat%26sort%3Dnewest" rel="prev"' in html
    assert 'href="/en/articles/?q=Rabat&amp;sort=newest"' in html
    assert "text 1 of 2" in text(page(client, f"/en/articles/{other.pk}/?from=q%3DRabat%26sort%3Dnewest"))


def test_a_searched_name_is_marked_whole_and_stays_a_link_inside_its_mark(client, record):
    html = page(client, f"/en/articles/{record.pk}/?from=q%3DПатрушев")
    assert re.search(r'<mark id="hit-1" class="hit"><a class="name [^>]+>Nikolaï Patrouchev</a></mark>', html)
    assert re.search(r'<mark id="hit-2" class="hit"><a class="name [^>]+>Petrouchev</a></mark>', html)
    assert html.index('href="#hit-2"') < html.index('id="hit-2"') < html.index('href="#hit-1" title')


def test_at_the_end_of_a_page_of_results_the_next_result_is_the_first_of_the_next_page(client):
    articles = factories.ArticleFactory.create_batch(30)
    newest = sorted((article.pk for article in articles), reverse=True)
    html = page(client, f"/en/articles/{newest[24]}/?from=q%3Dcorps%26sort%3Dnewest")
    assert "text 25 of 30" in text(html)
    following = re.search(r'href="(/en/articles/\d+/[^"]+)" rel="next"', html)[1].replace("&amp;", "&")
    assert following.startswith(f"/en/articles/{newest[25]}/")
    html = page(client, following)
    assert "text 26 of 30" in text(html)
    assert f'href="/en/articles/{newest[24]}/?' in html


@pytest.mark.parametrize(
    "way", ["from=%00", "from=page%3Dx", "q=%00", "from=person%3Dnobody", "from=" + "a" * 5000]
)
def test_a_way_that_cannot_be_read_leaves_the_record_readable(client, record, way):
    assert "Visite à" in page(client, f"/en/articles/{record.pk}/?{way}")


def test_a_record_is_cited_in_both_styles_and_a_month_stays_a_month(client, record):
    html = text(page(client, f"/en/articles/{record.pk}/"))
    assert "« [Visite à Rabat] », Le Journal, décembre 2016. Archives Maroc–Russie, n° " in html.replace(
        "\xa0", " "
    )
    assert "“[Visite à Rabat].” Le Journal, December 2016. Archives Maroc–Russie, no. " in html.replace(
        "\xa0", " "
    )


def test_a_reprint_is_named_only_when_a_person_has_confirmed_it(client, record):
    other = factories.ArticleFactory(headline="La même dépêche")
    link = Resemblance.objects.create(article=other, other=record, kind="reprint", score=0.9)
    assert "La même dépêche" not in page(client, f"/en/articles/{record.pk}/")
    Resemblance.objects.filter(pk=link.pk).update(status="accepted")
    assert "The same text, printed again" in page(client, f"/en/articles/{record.pk}/")
    Article.objects.filter(pk=other.pk).update(status=ArticleStatus.DRAFT)
    assert "La même dépêche" not in page(client, f"/en/articles/{record.pk}/")


def test_related_are_the_texts_of_the_same_people_in_the_same_weeks_before_others(client, cast):
    def made(headline: str, date: str | None, *agents, language: str = "fr") -> Article:
        article = factories.ArticleFactory(
            headline=headline, lede="", body="Un, deux.", date=date, language=language
        )
        for agent, word in zip(agents, ("Un", "deux"), strict=False):
            factories.MentionFactory(article=article, agent=agent, exact=word)
        return article

    article = made("Ceci", "2016-05-10", cast.patrouchev, cast.council)
    far = made("Loin", "2011-05-10", cast.patrouchev)
    near = made("Tout près", "2016-05-12", cast.patrouchev)
    told = made("Told", "2016-05-12", cast.patrouchev, language="en")
    factories.TranslationFactory(original=near, translation=told)
    # Two translations of this very text: one known by its link, one by way of the first.
    own = made("Same", "2016-05-10", cast.patrouchev, cast.council, language="en")
    factories.TranslationFactory(original=own, translation=article)
    sibling = made("То же", "2016-05-10", cast.patrouchev, cast.council, language="ru")
    factories.TranslationFactory(original=own, translation=sibling)
    made("Autre chose", "2016-05-11", cast.hammouchi)
    made("Sans personne", "2016-05-10")
    found = related_articles(article.pk, 5, without=[own.pk])
    assert [one.article.pk for one in found] == [near.pk, far.pk]
    assert found[0].agents == [cast.patrouchev.pk]


def test_pointing_at_a_name_lights_the_same_agent_in_both_columns(client, record, arabic, cast):
    factories.MentionFactory(article=arabic, agent=cast.council, exact="جاء")
    html = page(client, f"/fr/articles/{record.pk}/parallel/")
    numbers = {
        name: re.search(rf'who-(\d+)"[^>]+>{name}</a>', html)[1] for name in ("Conseil", "جاء", "Petrouchev")
    }
    assert numbers["Conseil"] == numbers["جاء"] != numbers["Petrouchev"]


def test_an_office_has_the_first_and_the_last_text_that_states_it(client, cast):
    for date in ("2012", "2015-03", None, "2018-01-02"):
        article = factories.ArticleFactory(lede="", body="Petrouchev vient.", date=date)
        factories.MentionFactory(
            article=article, agent=cast.patrouchev, exact="Petrouchev", office="secrétaire"
        )
    (office,) = stated_offices(cast.patrouchev.pk)
    assert (office.label, office.texts, office.first.date.text, office.last.date.text) == (
        "secrétaire",
        4,
        "2012",
        "2018-01-02",
    )
    html = text(page(client, f"/en/people/{cast.patrouchev.slug}/"))
    assert "secrétaire first 2012, last 2 Jan 2018, 4 texts" in html


def test_a_russian_office_is_told_in_the_nominative_or_in_quotation_marks(client, cast):
    stated = ("министра обороны", "министром обороны", "министр обороны", "городского главу")
    for place, label in enumerate(stated):
        article = factories.ArticleFactory(lede="", body="Патрушев.", date=f"201{place}", language="ru")
        factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Патрушев", office=label)
    offices = {one.label: one for one in stated_offices(cast.patrouchev.pk)}
    assert offices.keys() == {"министр обороны", "городского главу"}
    minister = offices["министр обороны"]
    assert (minister.first.date.text, minister.last.date.text) == ("2010", "2012")
    html = page(client, f"/en/people/{cast.patrouchev.slug}/")
    assert re.search(r"<q [^>]*>городского главу</q>", html)
    assert re.search(r"<span [^>]*>министр обороны</span>", html)
    assert "0 texts" not in html


def test_an_office_that_texts_write_with_other_capitals_is_one_with_all_its_texts(client, cast):
    for label, language, date in (
        ("Roi", "fr", "2012"),
        ("roi", "fr", "2013"),
        ("roi", "fr", "2014"),
        ("ROI", "en", ""),
    ):
        article = factories.ArticleFactory(
            lede="", body="Petrouchev vient.", date=date or None, language=language
        )
        factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Petrouchev", office=label)
    Office.objects.create(language="fr", agent=cast.patrouchev, label="Roi", article=article)
    (office,) = stated_offices(cast.patrouchev.pk)
    assert (office.label, office.texts, office.first.date.text, office.last.date.text) == (
        "roi",
        4,
        "2012",
        "2014",
    )


def test_a_record_tells_an_office_once_whatever_its_capitals(client, cast):
    article = factories.ArticleFactory(lede="", body="Le Roi Petrouchev, roi du Maroc.")
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Petrouchev", office="Roi")
    Office.objects.create(language="fr", agent=cast.patrouchev, label="roi du Maroc", article=article)
    Office.objects.create(language="fr", agent=cast.patrouchev, label="Roi du Maroc", article=article)
    html = page(client, f"/fr/articles/{article.pk}/")
    assert re.findall(r'class="note office"[^>]*>([^<]*)', html) == ["Roi du Maroc"]


def test_a_spelling_that_is_not_on_record_is_told(client, cast):
    article = factories.ArticleFactory(lede="", body="Petrouchev et Patrouchevski.")
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Petrouchev")
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact="Patrouchevski")
    html = text(page(client, f"/en/people/{cast.patrouchev.slug}/"))
    assert "Patrouchevski 1" in html
    assert "Petrouchev 1" not in html


def test_a_search_marks_its_hits_and_tells_the_recognised_name(client, record):
    html = page(client, "/fr/articles/?q=Патрушев")
    assert "<mark>Nikolaï Patrouchev</mark>" in html
    assert "Nikolai Patrushev" in html
    assert "words=%D0%9F%D0%B0%D1%82%D1%80%D1%83%D1%88%D0%B5%D0%B2" in html


def test_what_cannot_be_read_gets_its_reason_and_the_rest_is_applied(client, record, arabic):
    html = page(client, "/en/articles/?language=fr&date_from=2016-13&person=nobody&sort=x&page=y&q=Rabat")
    assert "There is no month 13" in html
    assert "Not in this archive: nobody" in html
    assert 'aria-describedby="date-help date_from-error"' in html
    assert "[Visite à Rabat]" in text(html)
    assert "زيارة" not in html


def test_each_active_filter_can_be_removed(client, record, cast):
    parameters = f"person={cast.patrouchev.slug}&language=fr&language=en&date_from=2016"
    html = page(client, f"/fr/articles/?{parameters}")
    assert f'href="?person={cast.patrouchev.slug}&amp;language=en&amp;date_from=2016"' in html
    assert f'href="?person={cast.patrouchev.slug}&amp;language=fr&amp;language=en"' in html
    assert 'href="?language=fr&amp;language=en&amp;date_from=2016"' in html


def test_a_chosen_filter_stays_chosen_in_the_form(client, record, arabic):
    html = page(client, "/fr/articles/?language=fr")
    assert 'name="language" value="fr" checked' in html
    assert 'name="language" value="ar"' in html, "any other language can be added"


def test_possible_and_undated_texts_are_counted(client, record):
    factories.ArticleFactory(date=None)
    assert "1 of them only possibly" in text(
        page(client, "/en/articles/?date_from=2016-12-15&date_to=2016-12-15")
    )
    assert "1 undated" in text(page(client, "/en/articles/"))


def test_a_long_result_has_pages_that_keep_the_question(client):
    factories.ArticleFactory.create_batch(30)
    html = page(client, "/en/articles/?q=corps&sort=oldest")
    assert "page 1 of 2" in text(html)
    assert 'href="?q=corps&amp;sort=oldest&amp;page=2&amp;after=' in html


def test_people_are_found_in_any_script_and_sorted_by_surname(client, cast):
    html = page(client, "/en/people/?q=ПАТРУ")
    assert "Nikolai Patrushev" in html
    assert "Hammouchi" not in html
    html = page(client, "/fr/people/")
    assert html.index("Abdellatif Hammouchi") < html.index("Nikolaï Patrouchev")
    assert 'id="letter-H"' in html


@pytest.mark.parametrize("typed", ["Patrushev", "Nikolai Patrushev", "patrou", "باتروشيف", "Николай"])
def test_a_name_on_record_in_one_script_is_found_in_another(client, typed, django_assert_num_queries):
    factories.PersonFactory(names={"ru": "Николай Патрушев"})
    factories.PersonFactory(names={"ar": "عزيز أخنوش"})
    with django_assert_num_queries(5):
        html = page(client, f"/en/people/?q={typed}")
    assert "Николай Патрушев" in html
    assert "أخنوش" not in html


def test_of_a_text_pasted_into_the_index_of_names_the_beginning_is_looked_for(client):
    response = client.get("/en/people/", {"q": "mohamed zq " * 350})
    assert len(response.context["query"]) <= LONGEST


def test_a_name_on_record_in_arabic_alone_is_found_by_its_consonants(client):
    factories.PersonFactory(names={"ar": "عزيز أخنوش"})
    assert "أخنوش" in page(client, "/en/people/?q=Akhannouch")
    assert "أخنوش" not in page(client, "/en/people/?q=Bennani")


def test_a_long_index_is_shown_by_letter(client, cast, monkeypatch):
    monkeypatch.setattr("articles.views.agent_index.LONGEST_PAGE", 1)
    assert "Nikolaï Patrouchev" not in page(client, "/fr/people/")
    assert "Nikolaï Patrouchev" in page(client, "/fr/people/?letter=P")


def test_a_name_that_changes_moves_at_once_in_the_index(client, cast):
    assert "letter-H" in page(client, "/fr/people/")
    cast.hammouchi.names.filter(language="fr").update(text="Abdellatif Zidane")
    assert "letter-H" not in page(client, "/fr/people/")
    assert "letter-Z" in page(client, "/fr/people/")


def test_letters_stand_in_the_order_of_their_alphabet_that_of_the_interface_first(rf):
    for name in (
        "Фёдор Йорданов",
        "Иван Иванов",
        "Карл Крюков",
        "Фуад Али аль-Химма",
        "Pierre Zola",
        "فؤاد الهمة",
    ):
        factories.PersonFactory(names={"ru": name})
    with translation.override("ru"):
        html = agent_list(rf.get("/"), AgentKind.PERSON).content.decode()
    assert re.findall(r'id="letter-(.)"', html) == ["И", "Й", "К", "Х", "ه", "Z"]


def test_a_name_only_in_another_language_is_marked_as_such(client):
    factories.PersonFactory(names={"ru": "Иван Петров"})
    assert '<bdi lang="ru" dir="ltr">Иван Петров</bdi>' in page(client, "/fr/people/")


def test_the_page_of_a_person_quotes_the_sentences_and_their_places(client, record, cast):
    html = page(client, f"/fr/people/{cast.patrouchev.slug}/")
    assert "Puis <mark>Petrouchev</mark> est reparti." in html
    assert "Rien d’autre" not in html
    assert f"/fr/articles/{record.pk}/#p2" in html
    assert 'lang="ru" dir="ltr">Николай Патрушев' in html
    assert "Conseil de sécurité de la Fédération de Russie" in html


def test_a_person_named_only_in_drafts_has_no_texts_to_show(client, record, cast):
    Article.objects.update(status=ArticleStatus.DRAFT)
    html = page(client, f"/fr/people/{cast.patrouchev.slug}/")
    assert "Visite" not in html


def test_a_person_is_no_institution(client, cast):
    page(client, f"/fr/institutions/{cast.patrouchev.slug}/", 404)


def test_a_tag_shows_its_neighbours_and_its_texts(client, record):
    tag = record.tags.get()
    narrower = factories.TagFactory(pref_label_en="Treaties", broader=tag)
    html = page(client, f"/en/tags/{tag.slug}/")
    assert "Treaties" in html
    assert "[Visite à Rabat]" in text(html)
    assert "Diplomacy" in page(client, f"/en/tags/{narrower.slug}/")


def test_tags_that_are_broader_than_each_other_are_still_listed(client):
    first = factories.TagFactory(pref_label_fr="Un")
    second = factories.TagFactory(pref_label_fr="Deux", broader=first)
    type(first).objects.filter(pk=first.pk).update(broader=second)
    html = page(client, "/fr/tags/")
    assert "Un</a>" in html
    assert "Deux</a>" in html


def test_a_source_shows_its_texts(client, record):
    assert "[Visite à Rabat]" in text(page(client, f"/fr/sources/{Source.objects.get().slug}/"))


def test_the_timeline_leaves_no_year_out_and_counts_the_undated_apart():
    bars = timeline({2014: 4, 2016: 1, None: 2})
    assert [(bar.label, bar.count) for bar in bars][:3] == [("2014", 4), ("2015", 0), ("2016", 1)]
    assert bars[0].height == 100
    assert not bars[1].address
    assert bars[3].is_undated
    assert "undated=1" in bars[3].address


def test_a_long_timeline_is_drawn_by_decade():
    bars = timeline({1912: 1, 2016: 1})
    assert bars[0].label == "1910–1919"
    assert "date_from=1910&date_to=1919" in bars[0].address


@pytest.fixture
def crowd(cast) -> None:
    """Enough records for one query too many a record to show."""
    for number in range(12):
        agents = [cast.patrouchev, factories.PersonFactory(), factories.InstitutionFactory()]
        article = factories.ArticleFactory(
            body="Un, deux, trois.",
            date=str(2000 + number),
            source=factories.SourceFactory(),
            tags=[factories.TagFactory()],
            accession=factories.AccessionFactory(),
        )
        for agent, word in zip(agents, ("Un", "deux", "trois"), strict=True):
            factories.MentionFactory(article=article, agent=agent, exact=word)
        factories.AgentNameFactory(agent=agents[1], form=NameForm.VARIANT)
        factories.TranslationFactory(original=article)


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("", 11),
        ("articles/", 11),
        ("articles/?q=Patrouchev&language=fr", 12),
        ("articles/?person={agent}", 11),
        ("articles/?person={agent}&q=parle", 12),
        ("people/", 4),
        ("people/?q=xyzzyq", 7),
        ("people/?q=Patrousef", 12),
        ("people/{agent}/", 16),
        ("institutions/", 4),
        ("tags/", 3),
        ("tags/{tag}/", 7),
        ("sources/", 3),
        ("sources/{source}/", 6),
        ("about/", 7),
        ("articles/{pk}/", 13),
        ("articles/{pk}/?from=q%3DPatrouchev%26language%3Dfr", 19),
        ("articles/{pk}/parallel/", 12),
        ("articles/{pk}/source/", 8),
        ("network/", 4),
        ("network/?q=Patrouchev&language=fr", 8),
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_archive(
    client, crowd, cast, django_assert_max_num_queries, path, most
):
    article = Article.objects.exclude(source=None).first()
    address = path.format(
        agent=cast.patrouchev.slug, tag=article.tags.first().slug, source=article.source.slug, pk=article.pk
    )
    with django_assert_max_num_queries(most):
        page(client, f"/fr/{address}")


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("?x=", 4),
        ("articles/?x=", 3),
        ("articles/?q=Patrouchev&language=fr&x=", 4),
        ("people/?x=", 2),
        ("network/?x=", 3),
        ("network/?q=Patrouchev&x=", 3),
    ],
)
def test_a_page_much_like_one_before_asks_for_what_is_its_own(
    client, crowd, django_assert_max_num_queries, path, most
):
    page(client, f"/fr/{path}1")
    with django_assert_max_num_queries(most):
        page(client, f"/fr/{path}2")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_address_of_a_record_is_what_django_gives(cast, record, language):
    with translation.override(language):
        assert record.get_absolute_url() == reverse("articles:article-detail", args=[record.pk])
        assert cast.patrouchev.get_absolute_url() == reverse("articles:person-detail", args=["patrouchev"])
        assert record.get_absolute_url().startswith(f"/{language}/")
