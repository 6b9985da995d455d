"""What every test may ask for: a client of this machine, a small cast, a browser on the running site."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from articles.kept import Kept
from tests import factories
from tests.browser_setup import find_browser

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.fixture(autouse=True)
def plain_static_files(settings) -> None:
    """Tests need no collected, hashed static files."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def no_kept_pages() -> None:
    """Each test has an archive of its own, whose versions begin anew."""
    cache.clear()
    Kept.forget_all()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """What the tests read is in English, the language of the code, unless they ask otherwise."""
    with translation.override("en"):
        yield


@pytest.fixture
def client() -> Client:
    """A reader on this machine, who needs no TLS."""
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def admin_client(admin_user) -> Client:
    """An editor on this machine."""
    client = Client(SERVER_NAME="localhost", HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(admin_user)
    return client


@pytest.fixture
def cast(db) -> SimpleNamespace:
    """The people and institutions most tests need, by name."""
    return SimpleNamespace(
        patrouchev=factories.PersonFactory(
            key="patrouchev",
            names={
                "fr": "Nikolaï Patrouchev",
                "en": "Nikolai Patrushev",
                "ru": "Николай Патрушев",
                "ar": "نيكولاي باتروشيف",
            },
            variants=["Petrouchev"],
        ),
        hammouchi=factories.PersonFactory(key="hammouchi", names={"fr": "Abdellatif Hammouchi"}),
        council=factories.InstitutionFactory(
            key="council", names={"fr": "Conseil de sécurité de la Fédération de Russie"}, variants=["CSFR"]
        ),
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread; the ORM is used beside it, not in it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        yield chromium
        chromium.close()
