"""BibTeX: an @article of a newspaper a record, in UTF-8, for biblatex, BibTeX and reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.dates import EdtfDate
from articles.export.calendar_parts import certain_parts, in_words, is_said_by_parts
from articles.export.format import Format
from articles.export.record import Record
from articles.languages import UNDETERMINED

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
#: Languages as babel and polyglossia name them.
_TONGUES = {
    "fr": "french",
    "en": "english",
    "ru": "russian",
    "ar": "arabic",
    "de": "german",
    "es": "spanish",
    "it": "italian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "tr": "turkish",
    "uk": "ukrainian",
}
# A brace is written as a word, because BibTeX counts one as opening or closing also after a backslash.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&#%_"},
}
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def escaped(text: str) -> str:
    """The text on one line, with what TeX would take for a command written out."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], " ".join(text.split()))


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    """(name, value with its braces): a second pair of them keeps a name whole and the letters of a title."""
    article = record.article
    yield "entrysubtype", "{newspaper}"
    yield "author", _braced(article.byline, twice=True)
    yield "title", _braced(article.title, twice=True)
    yield "journal", _braced(record.source.name if record.source else "")
    yield from _date_fields(article.date)
    yield from _language_fields(article.language)
    yield "url", f"{{{record.permalink}}}"
    yield "keywords", _keywords(record)
    yield "abstract", _braced(article.lede)
    remarks = [in_words(article.date)] if article.date and not is_said_by_parts(article.date) else []
    remarks += [article.url] if article.url else []
    yield "annotation", _braced("; ".join(remarks))


def _braced(text: str, *, twice: bool = False) -> str:
    text = escaped(text)
    return f"{{{{{text}}}}}" if text and twice else f"{{{text}}}" if text else ""


def _date_fields(date: EdtfDate | None) -> Iterator[tuple[str, str]]:
    """`year` and `month`, which all know, and `date` where that says more and biblatex can read it."""
    parts = certain_parts(date)
    if date and date.precision != "choice" and (len(parts) != 2 or not is_said_by_parts(date)):
        yield "date", f"{{{date.text}}}"
    if parts:
        yield "year", f"{{{parts[0]:04}}}"
    if len(parts) > 1:
        yield "month", _MONTHS[parts[1] - 1]


def _language_fields(language: str) -> Iterator[tuple[str, str]]:
    if language in _TONGUES:
        yield "langid", f"{{{_TONGUES[language]}}}"
    elif language != UNDETERMINED:
        yield "language", f"{{{language}}}"


def _keywords(record: Record) -> str:
    """The tags; a comma within one would part it, so braces hold it."""
    words = [_braced(tag.name) if "," in tag.name else escaped(tag.name) for tag in record.tags]
    return f"{{{', '.join(words)}}}" if words else ""


def _write(record: Record) -> str:
    fields = [f"  {name} = {value}" for name, value in _fields(record) if value]
    return f"@article{{article{record.article.pk},\n" + ",\n".join(fields) + "\n}\n\n"


BIBTEX = Format(content_type="application/x-bibtex; charset=utf-8", write=_write)
