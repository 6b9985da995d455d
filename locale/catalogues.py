"""Collects the strings to translate from code and templates, and compiles the catalogues.

Needs no GNU gettext: Babel reads and writes the catalogues, Django turns its templates into code that
Babel can read. English is the language of the code, so there is one catalogue for each other language.
`--check` changes nothing and fails where a catalogue is not what this program would write.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
LANGUAGES = ("fr",)
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def collect() -> Catalog:
    """Every string of the code and the templates, with the files it stands in."""
    catalogue = Catalog(charset="utf-8")
    for path in _sources():
        text = path.read_text(encoding="utf-8")
        code = text if path.suffix == ".py" else _code_of_template(text)
        place = path.relative_to(ROOT).as_posix()
        found = extract("python", io.BytesIO(code.encode()), KEYWORDS, comment_tags=["Translators:"])
        for _line, message, comments, context in found:
            identifier = tuple(message) if isinstance(message, list | tuple) else message
            flags = ["python-format"] if _is_format(identifier) else []
            catalogue.add(
                identifier, locations=[(place, None)], auto_comments=comments, context=context, flags=flags
            )
    return catalogue


def _code_of_template(text: str) -> str:
    """The template as Python code: its strings as calls, all else blotted out and freed of indentation."""
    return "\n".join(line.strip() for line in templatize(text).splitlines())


def _is_format(identifier: str | tuple[str, ...]) -> bool:
    return "%(" in (identifier if isinstance(identifier, str) else "".join(identifier))


def _sources() -> Iterator[Path]:
    for folder in ("archive", "articles"):
        yield from sorted((ROOT / folder).rglob("*.py"))
    yield from sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in (".html", ".txt"))


def merged(language: str) -> Catalog:
    """A language's catalogue with the strings of today: new ones untranslated, vanished ones gone."""
    path = catalogue_path(language)
    known = pofile.read_po(path.open("rb"), locale=language) if path.exists() else Catalog(locale=language)
    today = Catalog(
        locale=language, charset="utf-8", project="news-archive", header_comment="# Translations."
    )
    for message in collect():
        if message.id:
            old = known.get(message.id, message.context)
            today.add(
                message.id,
                old.string if old else None,
                locations=message.locations,
                flags=message.flags - {"fuzzy"},
                auto_comments=message.auto_comments,
                context=message.context,
            )
    return today


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language stands."""
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def written(catalogue: Catalog) -> tuple[bytes, bytes]:
    """The catalogue as text and compiled."""
    text, compiled = io.BytesIO(), io.BytesIO()
    pofile.write_po(text, catalogue, width=100, sort_output=True, omit_header=True, include_lineno=False)
    header = f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n'
    header += '"Content-Type: text/plain; charset=utf-8\\n"\n'
    header += f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    body = header.encode() + text.getvalue()
    readable = pofile.read_po(io.BytesIO(body), locale=str(catalogue.locale))
    # Without a date the same strings always give the same bytes.
    readable.creation_date = readable.revision_date = datetime(2016, 12, 15, tzinfo=UTC)
    mofile.write_mo(compiled, readable)
    return body, compiled.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The strings that have no translation yet."""
    return [
        str(m.id)
        for m in catalogue
        if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)
    ]


def main() -> None:
    """Write the catalogues, or check them."""
    for language in LANGUAGES:
        catalogue = merged(language)
        path = catalogue_path(language)
        text, compiled = written(catalogue)
        if "--check" in sys.argv:
            if path.read_bytes() != text or path.with_suffix(".mo").read_bytes() != compiled:
                sys.exit(f"The {language} catalogue is not up to date: make messages.")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            path.with_suffix(".mo").write_bytes(compiled)
        for missing in untranslated(catalogue):
            print(f"{language}: not translated: {missing}")


if __name__ == "__main__":
    main()
