"""What every page knows: the archive's title, the part of the site it stands in, its other languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info


@dataclass(frozen=True, slots=True)
class InterfaceLanguage:
    """A language of the interface, and the address of this very page in it."""

    code: str
    name: str
    address: str
    is_current: bool


def archive(request: HttpRequest) -> dict[str, Any]:
    """For templates: `archive_title`, `section` ("article", "person", …) and `interface_languages`."""
    match = request.resolver_match
    return {
        "archive_title": settings.ARCHIVE_TITLE,
        "section": (match.url_name or "").partition("-")[0] if match else "",
        "interface_languages": interface_languages(request.get_full_path()),
    }


def interface_languages(address: str) -> list[InterfaceLanguage]:
    """Every interface language with the address of the same page and parameters in it."""
    return [
        InterfaceLanguage(
            code=code,
            name=get_language_info(code)["name_local"],
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
