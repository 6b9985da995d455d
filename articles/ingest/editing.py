"""A proposed record as an editor leaves it: what was accepted, changed, rejected and put back into the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from articles.ingest.describe import Evidence, ProposedRecord, SetAside
from articles.ingest.describe.headline import supply_headline

_WORDS = 6
"""Words at the beginning of a paragraph by which it is found again in the source."""
_FIELDS = ("headline", "lede", "date", "source", "url", "byline")


def edit(
    record: ProposedRecord,
    text: str,
    values: Mapping[str, Any],
    *,
    rejected: Collection[str] = (),
    returned: Collection[int] = (),
) -> ProposedRecord:
    """The record with an editor's `values` (fields of an article, `source` by its name).

    A rejected headline or lede goes back into the body, another rejected field is emptied. `text` is the
    source; `returned` are the numbers of the pieces of `set_aside` that are part of the text after all.
    """
    pieces = [piece for number, piece in enumerate(record.set_aside) if number in returned]
    headline, lede, body = values["headline"], values["lede"], values["body"]
    supplied = values["headline_supplied"]
    if {"headline", "lede"} & set(rejected):
        body, lede = _joined(lede, body), ""
    body = put_back(text, body, pieces)
    if "headline" in rejected:
        body = body if supplied else _joined(headline, body)
        headline, supplied = supply_headline(body.split("\n\n")[0]), True
    given = {name: None if name == "date" else "" for name in rejected}
    others = {name: given.get(name, values[name]) for name in ("date", "source", "url", "byline")}
    edited = replace(
        record,
        headline=headline,
        headline_supplied=supplied,
        lede=lede,
        body=body,
        language=replace(record.language, language=values["language"]),
        set_aside=[piece for piece in record.set_aside if piece not in pieces],
        **others,
    )
    return replace(edited, evidence=_evidence_of(edited, record))


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part.strip())


def _evidence_of(edited: ProposedRecord, proposed: ProposedRecord) -> list[Evidence]:
    """The grounds that still hold, and for what the editor changed, that it was the editor."""
    changed = {name for name in _FIELDS if getattr(edited, name) != getattr(proposed, name)}
    evidence = [ground for ground in proposed.evidence if ground.field not in changed]
    for name in sorted(changed):
        value = str(getattr(edited, name) or "")
        chosen = [ground for ground in proposed.date_proposals if name == "date" and ground.value == value]
        if value:
            evidence.append(chosen[0] if chosen else Evidence(name, value, "", 0, 0, "editor"))
    if edited.language.language != proposed.language.language:
        evidence.append(Evidence("language", edited.language.language, "", 0, 0, "editor"))
    return evidence


def put_back(source: str, body: str, pieces: Iterable[SetAside]) -> str:
    """The body with each piece as a paragraph of its own, in the order of the source.

    Paragraphs of the body that no longer stand in the source (edited since) stay with the one before them.
    """
    pieces = sorted(pieces, key=lambda piece: piece.start)
    if not pieces:
        return body
    placed: list[tuple[int, str]] = []
    position = 0
    for paragraph in filter(str.strip, body.split("\n\n")):
        found = _place(source, paragraph, position)
        position = position if found is None else found
        placed.append((position, paragraph))
    for piece in pieces:
        index = next((i for i, (place, _text) in enumerate(placed) if place > piece.start), len(placed))
        placed.insert(index, (piece.start, piece.exact.strip()))
    return "\n\n".join(text for _position, text in placed)


def _place(source: str, paragraph: str, position: int) -> int | None:
    """Where a paragraph begins in the source from `position` on, whatever its line breaks."""
    words = paragraph.split()[:_WORDS]
    found = re.compile(r"\s+".join(map(re.escape, words))).search(source, position)
    return found.start() if found else None
