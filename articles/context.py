"""What every page knows: the archive's title, the part of the site it stands in, its other languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

#: The parts of the site: what a page's address name begins with, where the part begins, what it is called.
SECTIONS = (
    ("article", "article-list", _("Articles")),
    ("person", "person-list", _("People")),
    ("institution", "institution-list", _("Institutions")),
    ("tag", "tag-list", _("Tags")),
    ("source", "source-list", _("Sources")),
    ("network", "network", _("Network")),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site as the head of each page names it."""

    label: str
    address: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class InterfaceLanguage:
    """A language of the interface, and the address of this very page in it."""

    code: str
    address: str
    is_current: bool


def archive(request: HttpRequest) -> dict[str, Any]:
    """For templates: `archive_title`, `site` (the beginning of whole addresses), `section` ("article", "person", …),
    `sections`, `interface_languages`."""
    match = request.resolver_match
    section = (match.url_name or "").partition("-")[0] if match else ""
    return {
        "archive_title": settings.ARCHIVE_TITLE,
        # Asked for where a page tells it: of a host that is none the page of errors says so, and has no address.
        "site": SimpleLazyObject(lambda: site_of(request)),
        "section": section,
        "sections": sections(section, get_language(), get_script_prefix()),
        "interface_languages": interface_languages(request.get_full_path()),
    }


def site_of(request: HttpRequest) -> str:
    """Scheme and host."""
    return f"{request.scheme}://{request.get_host()}"


@lru_cache(maxsize=256)
def sections(current: str, _language: str | None, _prefix: str) -> tuple[Section, ...]:
    """The parts of the site that have an address, the open one marked; the same for all pages of a language."""
    found = []
    for name, start, label in SECTIONS:
        try:
            found.append(Section(str(label), reverse(f"articles:{start}"), name == current))
        except NoReverseMatch:
            continue
    return tuple(found)


def interface_languages(address: str) -> list[InterfaceLanguage]:
    """Every interface language with the address of the same page and parameters in it."""
    return [
        InterfaceLanguage(
            code=code,
            address=address_in(code, address),
            is_current=code == get_language(),
        )
        for code, _label in settings.LANGUAGES
    ]


def address_in(code: str, address: str) -> str:
    """`/fr/articles/?q=roi` → `/en/articles/?q=roi`; an address outside the languages → the front page."""
    prefix, slash, rest = address.removeprefix("/").partition("/")
    known = slash and prefix in dict(settings.LANGUAGES)
    return f"/{code}/{rest}" if known else f"/{code}/"
