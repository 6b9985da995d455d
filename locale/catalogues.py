"""Collects the strings to translate from code and templates, and compiles the catalogues.

Needs no GNU gettext: Babel reads and writes the catalogues, Django turns its templates into code that
Babel can read. English is the language of the code, so there is one catalogue for each other language.
`--check` changes nothing and fails where a catalogue is not what this program would write.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from gettext import c2py
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
LANGUAGES = ("fr", "ru", "ar")
# Forms in the order of CLDR and of Django's own catalogues; Babel's two last ones for Arabic stand the other way round.
PLURAL_FORMS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
# Strings of Django's desk that a language words anew: with the name of a record in them, Russian cannot decline it.
REWORDED: dict[str, tuple[str | tuple[str, str], ...]] = {
    "ru": (
        "Add %s",
        "Add %(name)s",
        "Add another %(verbose_name)s",
        "Change %s",
        "View %s",
        "Select %s",
        "Select %s to change",
        "Select %s to view",
        "Added {name} “{object}”.",
        "Changed {fields} for {name} “{object}”.",
        "Deleted {name} “{object}”.",
        "The {name} “{obj}” was added successfully.",
        "The {name} “{obj}” was added successfully. You may add another {name} below.",
        "The {name} “{obj}” was changed successfully.",
        "The {name} “{obj}” was changed successfully. You may add another {name} below.",
        "The {name} “{obj}” was changed successfully. You may edit it again below.",
        "The %(name)s “%(obj)s” was deleted successfully.",
        ("%(count)s %(name)s was changed successfully.", "%(count)s %(name)s were changed successfully."),
    ),
    # Django's says there that the account lacks a right.
    "ar": (
        "Deleting the %(object_name)s '%(escaped_object)s' would require deleting the following "
        "protected related objects:",
    ),
}
# What a translation must hold as the string does: placeholders, elements of HTML.
_KEPT = re.compile(r"%\(\w+\)[a-z]|%[%s]|\{\w*\}|</?\w+")
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
    if language in PLURAL_FORMS:
        today.mime_headers = [("Plural-Forms", PLURAL_FORMS[language])]
    reworded = (Message(identifier) for identifier in REWORDED.get(language, ()))
    for message in (*collect(), *reworded):
        if message.id:
            old = known.get(message.id, message.context)
            today.add(
                message.id,
                old.string if old and not old.fuzzy else None,
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
    """The strings that have no translation yet, or not all its plural forms."""
    return [str(m.id) for m in catalogue if m.id and not all(_forms(m, catalogue.num_plurals))]


def unfaithful(catalogue: Catalog) -> list[str]:
    """The translations that lose or invent a placeholder or an element: each would fail on a page.

    A plural form that is said of a single number (Arabic's for none, one and two) may leave the number out.
    """
    said_of = Counter(map(c2py(catalogue.plural_expr), range(1000)))
    found = []
    for message in catalogue:
        wanted = set(_KEPT.findall(" ".join(_identifiers(message))))
        for number, form in enumerate(_forms(message, catalogue.num_plurals)):
            kept = set(_KEPT.findall(form))
            may_lack = message.pluralizable and said_of[number] == 1
            if message.id and form and kept != wanted and not (may_lack and kept < wanted):
                found.append(f"{form}: {' '.join(sorted(kept ^ wanted))}")
    return found


def _identifiers(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _forms(message: Message, plurals: int) -> tuple[str, ...]:
    """The translation, for a string with plural forms each of them; empty where there is none."""
    if not message.pluralizable:
        return (str(message.string or ""),)
    forms = message.string if isinstance(message.string, tuple) else ()
    return tuple((*map(str, forms), *[""] * plurals)[: max(plurals, len(forms))])


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
        for fault in unfaithful(catalogue):
            print(f"{language}: placeholders differ: {fault}")


if __name__ == "__main__":
    main()
