"""Authority records: files of them, read whole or not at all, and names that two of them share."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Agent, AgentName
from articles.names import fold
from articles.vocabulary import AgentKind, NameForm

NAME_LANGUAGES = ("fr", "en", "ru", "ar")
REQUIRED = ("key", "kind")
COLUMNS = (*REQUIRED, *(f"name_{code}" for code in NAME_LANGUAGES), "variants", "wikidata", "note")
SEPARATOR = "|"
LONGEST_ACRONYM = 6
#: So many bearers of a surname are looked for again.
MOST_BEARERS = 50
LONGEST_NAME, LONGEST_KEY, LONGEST_NOTE = 300, 200, 10_000


@dataclass(frozen=True, slots=True)
class CellError:
    """What is wrong with one cell, or with a whole line where `column` is empty."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        place = _("line %(line)d, column %(column)s") if self.column else _("line %(line)d")
        return f"{place % {'line': self.line, 'column': self.column}}: {self.reason}"


class AuthorityFileError(Exception):
    """An authority file that was refused, with every error that was found in it."""

    def __init__(self, errors: Iterable[CellError]) -> None:
        self.errors = list(errors)
        super().__init__("\n".join(map(str, self.errors)))


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """One person or institution of the file."""

    line: int
    key: str
    kind: str
    names: Mapping[str, str]  # language → authorized name
    variants: tuple[str, ...]
    wikidata: str
    note: str


@dataclass(frozen=True, slots=True)
class AuthorityReport:
    """What an import did."""

    created: int
    updated: int
    unchanged: int


def namesakes_of(agent: Agent) -> list[AgentName]:
    """The names of other records of its kind that are a name of this one, whatever case, accents and signs.

    A person's single name is left out, since it links nothing by itself.
    """
    is_person = agent.kind == AgentKind.PERSON
    keys = [name.folded for name in agent.names.all() if not is_person or " " in name.folded]
    same = AgentName.objects.filter(folded__in=keys, agent__kind=agent.kind).exclude(agent=agent.pk)
    return list(same.select_related("agent").prefetch_related("agent__names").order_by("agent", "pk"))


def bearers_beside(agent: Agent) -> list[Agent]:
    """The other records whose names end like one of this one's: of them a text may name another once this is gone."""
    words = {name.last_word for name in agent.names.all()}
    others = Agent.objects.filter(kind=agent.kind, names__last_word__in=words).exclude(pk=agent.pk)
    return list(others.distinct().order_by("pk")[:MOST_BEARERS])


def read_authorities(path: Path) -> list[AuthorityRow]:
    """The rows of an authority file (UTF-8 CSV); raises `AuthorityFileError` with all its errors."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AuthorityFileError([CellError(0, "", _("The file cannot be read as UTF-8 text."))]) from error
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        header = [name.strip() for name in table.fieldnames or []]
        table.fieldnames = header
        _check_header(header)
        rows, errors = _read_rows(table)
    except csv.Error as error:
        raise AuthorityFileError([CellError(table.line_num, "", str(error))]) from error
    if errors:
        raise AuthorityFileError(errors)
    return rows


def _check_header(header: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in header]
    unknown = [name for name in header if name not in COLUMNS]
    errors = [CellError(1, name, _("This column is missing.")) for name in missing]
    errors += [CellError(1, name, _("This column is not known.")) for name in unknown]
    if not any(name.startswith("name_") for name in header):
        errors.append(CellError(1, "name_…", _("At least one column of names is needed.")))
    if errors:
        raise AuthorityFileError(errors)


def _read_rows(table: csv.DictReader[str]) -> tuple[list[AuthorityRow], list[CellError]]:
    rows: list[AuthorityRow] = []
    errors: list[CellError] = []
    seen: dict[str, int] = {}
    for cells in table:
        if not any(value for value in cells.values() if value):
            continue
        line = table.line_num
        if None in cells or None in cells.values():
            errors.append(CellError(line, "", _("The line has not as many cells as the header.")))
            continue
        row = _row(line, {name: " ".join(value.split()) for name, value in cells.items()})
        errors += _row_errors(row)
        if row.key in seen:
            errors.append(
                CellError(
                    line, "key", _("This key stands already on line %(line)d.") % {"line": seen[row.key]}
                )
            )
        seen.setdefault(row.key, line)
        rows.append(row)
    return rows, errors


def _row(line: int, cells: Mapping[str, str]) -> AuthorityRow:
    names = {code: cells.get(f"name_{code}", "") for code in NAME_LANGUAGES}
    variants = (part.strip() for part in cells.get("variants", "").split(SEPARATOR))
    return AuthorityRow(
        line=line,
        key=cells["key"],
        kind=cells["kind"].lower(),
        names={code: name for code, name in names.items() if name},
        variants=tuple(dict.fromkeys(part for part in variants if part)),
        wikidata=cells.get("wikidata", ""),
        note=cells.get("note", ""),
    )


def _row_errors(row: AuthorityRow) -> Iterator[CellError]:
    if not row.key:
        yield CellError(row.line, "key", _("A key is needed."))
    if row.kind not in AgentKind.values:
        yield CellError(
            row.line, "kind", _("Must be person or institution, not “%(kind)s”.") % {"kind": row.kind}
        )
    if not row.names:
        yield CellError(row.line, "name_…", _("At least one name is needed."))
    cells = [(f"name_{code}", name) for code, name in row.names.items()]
    cells += [("variants", variant) for variant in row.variants]
    for column, name in cells:
        if not fold(name):
            yield CellError(row.line, column, _("A name needs at least one letter."))
    for column, text in [*cells, ("key", row.key), ("note", row.note)]:
        longest = {"key": LONGEST_KEY, "note": LONGEST_NOTE}.get(column, LONGEST_NAME)
        if len(text) > longest:
            yield CellError(row.line, column, _("Longer than %(limit)d characters.") % {"limit": longest})
        if "\x00" in text:
            yield CellError(row.line, column, _("Not a text: it holds NUL bytes."))
    try:
        Agent(wikidata=row.wikidata, kind=AgentKind.PERSON).validate_constraints()
    except ValidationError as error:
        yield CellError(row.line, "wikidata", " ".join(error.messages))


def import_authorities(rows: Iterable[AuthorityRow]) -> AuthorityReport:
    """Create or update the records of these rows, all in one transaction.

    A second import of a key updates: a changed authorized name stays on record as a variant, names that an
    editor added stay, an empty cell changes nothing. Raises `AuthorityFileError` where a kind would change.
    """
    counts = {"created": 0, "updated": 0, "unchanged": 0}
    with transaction.atomic():
        known = {
            agent.key: agent for agent in Agent.objects.exclude(key=None).with_names().select_for_update()
        }
        for row in rows:
            agent = known.get(row.key)
            if agent is None:
                _create(row)
                counts["created"] += 1
            elif agent.kind != row.kind:
                raise AuthorityFileError(
                    [CellError(row.line, "kind", _("This key is on record as the other kind."))]
                )
            else:
                counts["updated" if _update(agent, row) else "unchanged"] += 1
    return AuthorityReport(**counts)


def _create(row: AuthorityRow) -> None:
    agent = Agent.objects.create(kind=row.kind, key=row.key, wikidata=row.wikidata, note=row.note)
    AgentName.objects.bulk_create(name.derive() for name in _stated_names(agent, row))


def _update(agent: Agent, row: AuthorityRow) -> bool:
    """Bring one record up to its row; whether anything changed."""
    before = _state(agent)
    agent.wikidata, agent.note = row.wikidata or agent.wikidata, row.note or agent.note
    existing = {(name.text, name.language): name for name in agent.names.all()}
    authorized = {name.language: name for name in agent.names.all() if name.form == NameForm.AUTHORIZED}
    for name in _stated_names(agent, row):
        old = authorized.get(name.language) if name.form == NameForm.AUTHORIZED else None
        if old and old.text != name.text:
            old.form = NameForm.VARIANT
            old.save()
        same = existing.get((name.text, name.language))
        if same is None:
            name.save()
        elif name.form == NameForm.AUTHORIZED and same.form != NameForm.AUTHORIZED:
            same.form = NameForm.AUTHORIZED
            same.save()
    fresh = Agent.objects.with_names().get(pk=agent.pk)
    fresh.wikidata, fresh.note = agent.wikidata, agent.note
    if _state(fresh) == before:
        return False
    agent.save()
    return True


def _state(agent: Agent) -> tuple[object, ...]:
    names = sorted((name.text, name.language, name.form) for name in agent.names.all())
    return agent.wikidata, agent.note, names


def _stated_names(agent: Agent, row: AuthorityRow) -> Iterator[AgentName]:
    """The names of a row; a variant in capitals alone is an acronym."""
    for code, text in row.names.items():
        yield AgentName(agent=agent, text=text, form=NameForm.AUTHORIZED, language=code)
    for text in row.variants:
        is_acronym = agent.kind == AgentKind.INSTITUTION and text.isupper() and len(text) <= LONGEST_ACRONYM
        form = NameForm.ACRONYM if is_acronym and " " not in text else NameForm.VARIANT
        yield AgentName(agent=agent, text=text, form=form, language="")
