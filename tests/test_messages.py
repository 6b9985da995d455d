"""The interface speaks French and English: every string is translated, and the catalogues are up to date."""

import importlib.util
from pathlib import Path

import pytest

PATH = Path(__file__).parent.parent / "locale" / "catalogues.py"


@pytest.fixture(scope="module")
def catalogues():
    """The program that collects the strings."""
    spec = importlib.util.spec_from_file_location("catalogues", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_visible_string_is_translated(catalogues):
    for language in catalogues.LANGUAGES:
        assert catalogues.untranslated(catalogues.merged(language)) == []


def test_the_catalogues_hold_the_strings_of_today(catalogues):
    for language in catalogues.LANGUAGES:
        path = catalogues.catalogue_path(language)
        text, compiled = catalogues.written(catalogues.merged(language))
        assert path.read_bytes() == text
        assert path.with_suffix(".mo").read_bytes() == compiled
