"""The part of an address that names a record: short, ASCII, readable, never taken twice."""

from collections.abc import Callable

from django.utils.text import slugify

from articles.names import romanise


def slug_for(name: str, is_taken: Callable[[str], bool], *, max_length: int = 190) -> str:
    """A slug for `name` in any script; a number is added while `is_taken` says so."""
    stem = (slugify(name) or slugify(romanise(name)) or "record")[:max_length].strip("-")
    slug, number = stem, 1
    while is_taken(slug):
        number += 1
        slug = f"{stem}-{number}"
    return slug
