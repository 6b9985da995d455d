"""The interface speaks four languages: every string is translated, whole, and the catalogues are up to date."""

import importlib.util
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.conf import settings
from django.utils.translation import gettext, ngettext, override

PATH = Path(__file__).parent.parent / "locale" / "catalogues.py"
TRANSLATED = [code for code, _label in settings.LANGUAGES if code != "en"]
TEXTS = ("%(figure)s text", "%(figure)s texts")


@pytest.fixture(scope="module")
def catalogues():
    """The program that collects the strings."""
    spec = importlib.util.spec_from_file_location("catalogues", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_language_of_the_interface_but_english_has_a_catalogue(catalogues):
    assert sorted(catalogues.LANGUAGES) == sorted(TRANSLATED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_visible_string_is_translated(catalogues, language):
    assert catalogues.untranslated(catalogues.merged(language)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_loses_or_invents_a_placeholder_or_an_element(catalogues, language):
    assert catalogues.unfaithful(catalogues.merged(language)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogues_hold_the_strings_of_today(catalogues, language):
    path = catalogues.catalogue_path(language)
    text, compiled = catalogues.written(catalogues.merged(language))
    assert path.read_bytes() == text
    assert path.with_suffix(".mo").read_bytes() == compiled


def test_what_is_not_translated_or_not_in_all_plural_forms_is_found(catalogues):
    catalogue = Catalog(locale="ru")
    catalogue.add("Search", "")
    catalogue.add(TEXTS, ("%(figure)s текст", "%(figure)s текста"))
    catalogue.add("Find", "Найти")
    assert catalogues.untranslated(catalogue) == ["Search", str(TEXTS)]


def test_an_uncertain_translation_counts_as_none(catalogues, tmp_path, monkeypatch):
    path = tmp_path / "django.po"
    path.write_text(
        '#, fuzzy\nmsgid "Search"\nmsgstr "Искать"\n\nmsgid "Find"\nmsgstr "Найти"\n', encoding="utf-8"
    )
    monkeypatch.setattr(catalogues, "catalogue_path", lambda _language: path)
    merged = catalogues.merged("ru")
    assert not merged.get("Search").string
    assert merged.get("Find").string == "Найти"


@pytest.mark.parametrize(
    ("language", "message", "translation", "is_faithful"),
    [
        ("ru", "Find in %(kind)s", "Найти: %(kind)s", True),
        ("ru", "Find in %(kind)s", "Найти", False),
        ("ru", "Find in %(kind)s", "Найти: %(name)s", False),
        ("ru", "<strong>{}</strong>", "{}", False),
        # One, twenty-one, thirty-one: Russian's first form cannot do without its number.
        ("ru", TEXTS, ("один текст", "%(figure)s текста", "%(figure)s текстов"), False),
        ("fr", TEXTS, ("un texte", "%(figure)s textes"), False),
        ("ar", TEXTS, ("لا نصوص", "نص", "نصان", *["%(figure)s نص"] * 3), True),
        ("ar", TEXTS, ("لا نصوص", "نص", "نصان", "نصوص", *["%(figure)s نص"] * 2), False),
    ],
)
def test_a_translation_says_all_that_the_string_says(catalogues, language, message, translation, is_faithful):
    catalogue = Catalog(locale=language)
    catalogue.mime_headers = (
        [("Plural-Forms", forms)] if (forms := catalogues.PLURAL_FORMS.get(language)) else []
    )
    catalogue.add(message, translation)
    assert (catalogues.unfaithful(catalogue) == []) is is_faithful


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", {0: "0 texte", 1: "1 texte", 2: "2 textes"}),
        ("en", {0: "0 texts", 1: "1 text", 2: "2 texts"}),
        (
            "ru",
            {
                1: "1 текст",
                2: "2 текста",
                5: "5 текстов",
                11: "11 текстов",
                21: "21 текст",
                112: "112 текстов",
            },
        ),
        (
            "ar",
            {
                1: "نص واحد",
                2: "نصان",
                3: "3 نصوص",
                11: "11 نصًّا",
                99: "99 نصًّا",
                100: "100 نص",
                103: "103 نصوص",
            },
        ),
    ],
)
def test_numbers_take_the_forms_of_each_language(language, words):
    with override(language):
        assert {number: ngettext(*TEXTS, number) % {"figure": number} for number in words} == words


def test_the_desk_declines_no_name_of_a_record_in_russian():
    with override("ru"):
        assert gettext("Add %s") % "статья" == "Добавить: статья"
