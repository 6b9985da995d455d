"""What an editor may get wrong at the desk is told before it is saved, or right after."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from articles.admin.date_field import DeskDateField
from articles.dates import EdtfDate
from articles.ingest.describe import describe
from articles.ingest.fitting import fitted
from articles.ingest.translating import link_translations
from articles.models import Article, Tag, Translation
from tests import factories
from tests.test_admin import errors_of, page, save, told


@pytest.fixture
def english(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def test_the_field_of_a_date_asks_for_what_it_reads(english, db):
    for address in (page("article_add"), "/admin/articles/article/paste/"):
        (asked,) = re.findall(r"As far as it is known: ([^<]*)", english.get(address).text)
        for written in re.split(", |; | or ", asked.replace("or in EDTF: ", "")):
            if not written.startswith("empty"):
                assert DeskDateField().clean(written.rstrip("."))


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("15/12/2016", "2016-12-15"),
        ("15 décembre 2016", "2016-12-15"),
        ("декабрь 2016", "2016-12"),
        ("٢٠١٦", "2016"),
        ("\u200f2016-12", "2016-12"),
        ("2016-04~", "2016-04~"),
    ],
)
def test_a_date_is_read_as_people_write_it(english, db, typed, date):
    article = factories.ArticleFactory(date=None)
    assert save(english, page("article_change", article.pk), date=typed).status_code == 302
    assert str(Article.objects.get().date) == date


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("03/04/2016", "may be"),
        ("2016-13", "There is no month 13"),
        ("hier", "is not a date in a form known here"),
    ],
)
def test_a_doubtful_date_is_refused_with_its_reason(english, db, typed, reason):
    article = factories.ArticleFactory(date=None)
    assert reason in errors_of(save(english, page("article_change", article.pk), date=typed))


@pytest.mark.parametrize(("typed", "is_told"), [("9999", True), ("0016", True), ("1789-07-14", False)])
def test_a_date_that_no_text_of_the_press_has_is_saved_and_told(english, db, typed, is_told):
    article = factories.ArticleFactory(date=None)
    assert (
        "no likely date" in told(save(english, page("article_change", article.pk), date=typed))
    ) is is_told
    assert str(Article.objects.get().date) == typed


def test_a_file_with_such_a_date_is_told_so(proposed):
    warnings = [str(one) for one in fitted(proposed(date=EdtfDate.parse("2106-05"))).warnings]
    assert any("2106-05" in one for one in warnings)
    assert not fitted(proposed(date=EdtfDate.parse("2016-05"))).warnings


@pytest.fixture
def proposed():
    record = describe("Un accord sur la pêche\n\nLes deux pays ont signé un accord sur la pêche à Rabat.\n")
    return lambda **said: replace(record, warnings=[], **said)


def test_a_body_of_blanks_is_none(english, db):
    article = factories.ArticleFactory(lede="")
    assert errors_of(save(english, page("article_change", article.pk), body=" \r\n  "))
    assert Article.objects.get().body == article.body


def test_a_text_does_not_get_the_language_of_its_translation(english, db):
    link = factories.TranslationFactory()
    assert "Both texts are in one language" in errors_of(
        save(english, page("article_change", link.translation_id), language="fr")
    )
    assert "Both texts are in one language" in errors_of(
        save(english, page("article_change", link.original_id), language="en")
    )
    assert save(english, page("article_change", link.original_id), language="ru").status_code == 302


def test_a_language_is_corrected_together_with_the_link_that_was_wrong(english, db):
    link = factories.TranslationFactory()
    russian = factories.ArticleFactory(language="ru")
    address = page("article_change", link.original_id)
    refused = save(english, address, language="en", byline="A. B.")
    assert "Both texts are in one language" in str(refused.context["errors"])
    assert "A. B." in refused.text
    assert [Article.objects.get(pk=link.original_id).language, Article.objects.first().byline] == ["fr", ""]
    other = {"translation_links-0-translation": str(russian.pk)}
    assert save(english, address, language="en", **other).status_code == 302
    link.refresh_from_db()
    assert (link.original.language, link.translation) == ("en", russian)
    assert save(english, address, language="ru", **{"translation_links-0-DELETE": "on"}).status_code == 302
    assert not Translation.objects.exists()


def test_a_circle_of_tags_is_refused(english, db):
    wide = factories.TagFactory()
    middle = factories.TagFactory(broader=wide)
    narrow = factories.TagFactory(broader=middle)
    assert "in a circle" in errors_of(save(english, page("tag_change", wide.pk), broader=str(narrow.pk)))
    assert save(english, page("tag_change", narrow.pk), broader=str(wide.pk)).status_code == 302


@pytest.mark.parametrize("label", ["économie", "Economie", "ÉCONOMIE "])
def test_a_second_tag_of_one_label_is_refused(english, db, label):
    first = factories.TagFactory(pref_label_fr="Économie", pref_label_en="")
    assert "There is a tag of this label already: “Économie”" in errors_of(
        save(english, page("tag_add"), pref_label_fr=label)
    )
    assert save(english, page("tag_change", first.pk), pref_label_en="Economy").status_code == 302
    assert Tag.objects.count() == 1


def test_another_label_of_a_tag_is_no_label_of_a_second_one(english, db):
    factories.TagFactory(pref_label_fr="Économie", pref_label_en="", alt_labels=["Finances"])
    other = factories.TagFactory(pref_label_fr="Budget", pref_label_en="")
    for label in ("economie", "Impôts, FINANCES"):
        refused = save(english, page("tag_change", other.pk), alt_labels=label)
        assert "There is a tag of this label already: “Économie”" in errors_of(refused)
    assert save(english, page("tag_change", other.pk), alt_labels="Impôts, budget").status_code == 302
    other.refresh_from_db()
    assert other.alt_labels == ["Impôts", "budget"]


def test_a_label_that_two_tags_have_from_before_keeps_neither_from_being_saved(english, db):
    tags = [factories.TagFactory(pref_label_en="", alt_labels=["Finances"]) for _ in range(2)]
    assert save(english, page("tag_change", tags[0].pk), pref_label_en="Budget").status_code == 302


@pytest.mark.parametrize("typed", ["abc", "1\x00", "٣"])
def test_a_forged_choice_is_refused_and_no_error(english, db, typed):
    answer = english.post(page("translation_add"), {"original": typed, "translation": typed, "method": ""})
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors


def test_what_is_no_proposal_is_not_found(english, db):
    assert english.get("/admin/articles/nameproposal/abc/change/").status_code == 404


@pytest.mark.parametrize("filtered", ["status__exact=draft%00", "kind=%00"])
def test_a_nul_in_a_filter_is_no_error(english, db, filtered):
    assert english.get(f"{page('article_changelist')}?{filtered}").status_code in (200, 302)


def test_links_that_a_file_states_and_the_desk_would_refuse_are_made_and_told(db):
    def stated(number, language):
        accession = factories.AccessionFactory(sender_id=number)
        return factories.ArticleFactory(accession=accession, language=language)

    stated("1", "fr")
    rows = [
        SimpleNamespace(path="a#2", article=stated("2", "fr"), translation_of="1"),
        SimpleNamespace(path="a#3", article=stated("3", "ru"), translation_of="2"),
    ]
    problems = link_translations(rows)
    assert Translation.objects.count() == 2
    assert "a#2: the text and its original are in one language, French" in problems[0]
    assert "a#3: its original is itself a translation" in problems[1]
