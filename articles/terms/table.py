"""The known terms and their spellings, read once from the tables beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from articles.names.fold import fold
from articles.terms.forms import asked_forms, read_keys, typed_keys

LANGUAGES = ("fr", "en", "ru", "ar")
_HERE = Path(__file__).parent
#: The places of CLDR, then what is corrected of them and added; organisations; bodies of state.
TABLES = ("cldr", "places", "towns", "cities", "organisations", "bodies")
#: Of these the places.
_PLACES = TABLES[:4]
#: So many forms of a term are asked of the texts of one language.
MOST_ASKED = 16
#: What stands before a spelling: read only with a capital; read and never asked; asked and never read.
NEEDS_CAPITAL, NOT_ASKED, NOT_READ = "?", "!", "+"
#: Before a cell that takes the place of CLDR's, a place that is left out, and a field of ministries.
_INSTEAD, _LEFT_OUT, _FIELD = "=", "-", "~"
#: Acronyms of so few letters are read only in capitals.
_SHORT_ACRONYM = 2
# How a ministry and its minister are called after their field.
_MINISTRIES = {
    "fr": ("Ministère {}",),
    "en": ("Ministry of {}", "{} Ministry"),
    "ru": ("Министерство {}",),
    "ar": ("وزارة {}",),
}
_MINISTERS = {
    "fr": ("Ministre {}",),
    "en": ("Minister of {}", "{} Minister"),
    "ru": ("Министр {}",),
    "ar": ("وزير {}",),
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a term is called in a language."""

    text: str
    language: str
    is_read: bool = True
    is_asked: bool = True  # else its stem is that of other words
    needs_capital: bool = False

    @property
    def is_acronym(self) -> bool:
        """Whether it is one, and in small letters may be a word."""
        return self.text.isupper() and " " not in self.text


@dataclass(frozen=True)
class Term:
    """One place, organisation or body: as texts call it, the usual spelling of each language first."""

    key: str
    spellings: tuple[Spelling, ...]

    @cached_property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """(language, words or phrase): what is asked of the texts of each language, and of no others."""
        asked: list[tuple[str, str]] = []
        for language in LANGUAGES:
            own = [one for one in self.spellings if one.language == language and one.is_asked]
            forms = dict.fromkeys(form for one in own for form in asked_forms(one.text, language))
            asked += [(language, form) for form in list(forms)[:MOST_ASKED]]
        return tuple(asked)

    def told(self, surface: str) -> tuple[Spelling, ...]:
        """One spelling of each language by which texts are found beside the words as typed, in whatever form."""
        told: dict[str, Spelling] = {}
        for one in self._others(surface):
            told.setdefault(one.language, one)
        return tuple({fold(one.text): one for one in told.values()}.values())

    def has_more(self, surface: str) -> bool:
        """Whether there are others than those told."""
        known = {fold(one.text) for one in self.told(surface)}
        return any(fold(one.text) not in known for one in self._others(surface))

    def _others(self, surface: str) -> list[Spelling]:
        """The spellings asked that are not what was typed."""
        words = fold(surface).split()
        # An elided article stands before, what English puts after a name behind.
        typed = {key for part in (words, words[1:], words[:-1]) if part for key in typed_keys(part)}
        return [one for one in self.spellings if one.is_asked and typed.isdisjoint(read_keys(one.text))]


@dataclass(frozen=True, slots=True)
class Known:
    """A term, and whether it needs a capital where it is so spelt; all of its letters, if it is an acronym."""

    term: Term
    needs_capital: bool
    is_acronym: bool


@cache
def terms() -> tuple[Term, ...]:
    """All of them."""
    rows: dict[str, dict[str, list[Spelling]]] = {}
    for table in TABLES:
        for key, cells in lines_of(table):
            if cells[0] == _LEFT_OUT:
                rows.pop(key, None)
            elif any(_FIELD in cell for cell in cells):
                rows[f"{key} ministry"] = {}
                rows[f"{key} minister"] = {}
                _add(rows[f"{key} ministry"], _in_field(cells, _MINISTRIES))
                _add(rows[f"{key} minister"], _in_field(cells, _MINISTERS, fields_only=True))
            else:
                _add(rows.setdefault(key, {}), cells)
    return tuple(
        Term(key, tuple(one for language in LANGUAGES for one in spelt.get(language, ())))
        for key, spelt in rows.items()
    )


def lines_of(table: str) -> Iterator[tuple[str, list[str]]]:
    """The key and the four cells of each line."""
    for line in (_HERE / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, *cells = line.split("\t")
            yield key, [*cells, *[""] * (len(LANGUAGES) - len(cells))]


def _in_field(
    cells: list[str], patterns: dict[str, tuple[str, ...]], *, fields_only: bool = False
) -> list[str]:
    """Cells in which a field of ministries is written out as these call themselves."""
    written = []
    for language, cell in zip(LANGUAGES, cells, strict=True):
        spellings: list[str] = []
        for one in cell.split("; "):
            if one.startswith(_FIELD):
                spellings += [pattern.format(one.removeprefix(_FIELD)) for pattern in patterns[language]]
            elif not fields_only:
                spellings.append(one)
        written.append("; ".join(spellings))
    return written


def _add(spelt: dict[str, list[Spelling]], cells: list[str]) -> None:
    for language, cell in zip(LANGUAGES, cells, strict=True):
        if cell.startswith(_INSTEAD):
            spelt[language] = []
        spelt.setdefault(language, []).extend(
            _spelling(one, language) for one in cell.removeprefix(_INSTEAD).split("; ") if one
        )


def _spelling(written: str, language: str) -> Spelling:
    text = written.lstrip(NEEDS_CAPITAL + NOT_ASKED + NOT_READ)
    marks = written[: len(written) - len(text)]
    is_short = text.isupper() and len(text) <= _SHORT_ACRONYM
    return Spelling(
        text, language, NOT_READ not in marks, NOT_ASKED not in marks, NEEDS_CAPITAL in marks or is_short
    )


@cache
def first_words() -> frozenset[str]:
    """With what their keys begin."""
    return frozenset(key.partition(" ")[0] for key in known_terms())


@cache
def known_terms() -> dict[str, Known]:
    """Key → the term that is so called; read in a twentieth of a second when the first query asks for it."""
    known: dict[str, Known] = {}
    for term in terms():
        for one in term.spellings:
            for key in read_keys(one.text) if one.is_read else ():
                known.setdefault(key, Known(term, one.needs_capital, one.is_acronym))
    return known


@cache
def places() -> dict[str, str]:
    """Key of a spelling → that of the place so called, of towns and countries alone; the first of several places."""
    known = {key for table in _PLACES for key, _cells in lines_of(table)}
    return {key: found.term.key for key, found in known_terms().items() if found.term.key in known}
