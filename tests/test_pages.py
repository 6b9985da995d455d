"""The public pages: complete without JavaScript, in both languages, true about dates, few queries."""

import re
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from articles.models import Article, Source
from articles.views.timeline import timeline
from articles.vocabulary import ArticleStatus, NameForm
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
def test_no_page_holds_a_script_or_an_inline_style(client, record, arabic, path):
    html = page(client, "/fr/" + path.format(pk=record.pk))
    assert "<script" not in html
    assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:", html)
    assert not re.search(r'(src|rel="stylesheet" href)="(https?:)?//', html)


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


def test_a_long_index_is_shown_by_letter(client, cast, monkeypatch):
    monkeypatch.setattr("articles.views.agent_index.LONGEST_PAGE", 1)
    assert "Nikolaï Patrouchev" not in page(client, "/fr/people/")
    assert "Nikolaï Patrouchev" in page(client, "/fr/people/?letter=P")


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
        )
        for agent, word in zip(agents, ("Un", "deux", "trois"), strict=True):
            factories.MentionFactory(article=article, agent=agent, exact=word)
        factories.AgentNameFactory(agent=agents[1], form=NameForm.VARIANT)
        factories.TranslationFactory(original=article)


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("", 15),
        ("articles/", 20),
        ("articles/?q=Patrouchev&language=fr", 27),
        ("people/", 6),
        ("people/{agent}/", 10),
        ("institutions/", 6),
        ("tags/", 3),
        ("tags/{tag}/", 12),
        ("sources/", 3),
        ("sources/{source}/", 11),
        ("about/", 9),
        ("articles/{pk}/", 9),
        ("articles/{pk}/parallel/", 15),
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
