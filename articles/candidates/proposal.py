"""What is proposed to a person: a name not yet on record, its kind, where it stands and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "institution"]


@dataclass(frozen=True, slots=True)
class Place:
    """One naming: `fields[field][start:end] == exact`, code points, end excluded."""

    field: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person or institution that a text seems to name.

    `text` is the form to propose (the longest; nominative where its endings leave no doubt), `places` every
    naming in reading order, `rule` the reason in English, `score` how sure the rule is, 0 to 1.
    """

    text: str
    kind: Kind
    places: tuple[Place, ...]
    rule: str
    score: float
