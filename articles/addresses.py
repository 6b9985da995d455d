"""The addresses of records: as Django gives them, each pattern asked of it once a language."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language

#: Stands for the key while a pattern is asked for: a number, and also a slug.
_MARK = "7777777777"


def address_of(view: str, key: int | str) -> str:
    """What `reverse(view, args=[key])` is, where the key is the last of the pattern: a list asks for hundreds."""
    before, after = around(view)
    return f"{before}{quote(str(key))}{after}"


def around(view: str) -> tuple[str, str]:
    """What stands before and behind the key in the addresses of a view, in the language of the interface."""
    return _around(view, get_language(), get_script_prefix(), get_urlconf())


@lru_cache(maxsize=256)
def _around(view: str, _language: str | None, _prefix: str, _urlconf: str | None) -> tuple[str, str]:
    before, _mark, after = reverse(view, args=[_MARK]).rpartition(_MARK)
    return before, after
