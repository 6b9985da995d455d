"""Annotated files: one article a line (UTF-8 JSON) with its people and institutions marked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KINDS = {"people": "person", "institutions": "institution"}


class RecordError(ValueError):
    """A line that is no record of the format; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A place where an entity is named: `text` is `field[start:end]` in code points."""

    text: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or an institution as one record gives it."""

    kind: str
    name: str
    ids: tuple[str, ...]
    mentions: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """An article; `annotated` holds the kinds ("person", "institution") that were marked in it at all."""

    id: str
    language: str
    headline: str
    body: str
    date: str
    pair_id: str | None
    annotated: frozenset[str]
    entities: tuple[Entity, ...]
    is_scanned: bool

    @property
    def group(self) -> str:
        """The language; texts with the errors of a scan (`extra.ocr`) stand apart."""
        return f"{self.language} scanned" if self.is_scanned else self.language

    @property
    def lede(self) -> str:
        """The first paragraph that is more than a few words, at most 600 characters of it."""
        lines = [line.strip() for line in self.body.split("\n") if line.strip()]
        return next((line for line in lines if len(line) > 40), lines[0] if lines else "")[:600]

    @property
    def fields(self) -> dict[str, str]:
        """The texts in which names are found, by field."""
        return {"headline": self.headline, "body": self.body}

    @property
    def full_text(self) -> str:
        """Headline and body."""
        return "\n\n".join(filter(None, (self.headline, self.body)))


def read_records(paths: Iterable[Path]) -> list[Record]:
    """All records of the files, in their order; RecordError where a line does not fit the format."""
    records = []
    for path in paths:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    records.append(_read_line(path, number, line))
    return records


def _read_line(path: Path, number: int, line: str) -> Record:
    try:
        return _record(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RecordError(f"{path}, line {number}: no annotated record ({error!r})") from error


def _record(data: dict[str, Any]) -> Record:
    record = Record(
        id=str(data["id"]),
        language=data["lang"],
        headline=data.get("headline") or "",
        body=data.get("body") or "",
        date=data.get("date") or "",
        pair_id=data.get("pair_id"),
        annotated=frozenset(kind for key, kind in KINDS.items() if data.get(key) is not None),
        entities=tuple(_entity(kind, one) for key, kind in KINDS.items() for one in data.get(key) or ()),
        is_scanned=bool((data.get("extra") or {}).get("ocr")),
    )
    for entity in record.entities:
        for mention in entity.mentions:
            if record.fields[mention.field][mention.start : mention.end] != mention.text:
                raise ValueError(f"{mention.text!r} does not stand at {mention.start} of the {mention.field}")
    return record


def _entity(kind: str, data: dict[str, Any]) -> Entity:
    mentions = (Annotation(m["text"], m["field"], m["start"], m["end"]) for m in data["mentions"])
    return Entity(kind, data["name"], tuple(map(str, data.get("ids") or ())), tuple(mentions))
