"""How a query was read, each name with the addresses that read it otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from articles.models import Agent, AgentName, Tag
from articles.search.query import ReadQuery, RecognisedName, RecognisedSubject
from articles.vocabulary import AgentKind

#: So many other spellings are told.
MOST_SPELLINGS = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """One name or subject recognised in a query: who or what, and what one click makes of it."""

    surface: str
    agents: tuple[Agent, ...]
    subjects: tuple[object, ...]
    also: list[AgentName]
    has_more: bool
    is_near: bool
    alone: str  # the texts linked to it, whatever words they use
    as_words: str  # the words as typed, naming nobody


@dataclass(frozen=True, slots=True)
class Meant:
    """A name the reader may have meant, with the address that asks for it."""

    surface: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Readings:
    """All of them."""

    recognised: list[Reading]
    meant: list[Meant]

    def __bool__(self) -> bool:
        return bool(self.recognised or self.meant)


def readings(query: ReadQuery, parameters: QueryDict) -> Readings:
    """What was recognised in a query, and what may have been meant."""
    recognised = [_of_name(name, parameters) for name in query.names]
    recognised += [_of_subject(subject, parameters) for subject in query.subjects]
    meant = [
        Meant(near.surface, near.agent.name, _replaced(parameters, near.surface, near.agent.name))
        for near in query.meant
    ]
    return Readings(recognised, meant)


def _of_name(name: RecognisedName, parameters: QueryDict) -> Reading:
    also = name.also
    alone = {}
    if len(name.agents) == 1:
        parameter = "person" if name.agent.kind == AgentKind.PERSON else "institution"
        alone = {parameter: name.agent.slug}
    return Reading(
        surface=name.surface,
        agents=name.agents,
        subjects=(),
        also=also[:MOST_SPELLINGS],
        has_more=len(also) > MOST_SPELLINGS,
        is_near=name.is_near,
        alone=_alone(parameters, name.surface, alone) if alone else "",
        as_words=_as_words(parameters, name.surface),
    )


def _of_subject(subject: RecognisedSubject, parameters: QueryDict) -> Reading:
    (record, *others) = subject.records
    alone = {"tag" if isinstance(record, Tag) else "source": record.slug}
    return Reading(
        surface=subject.surface,
        agents=(),
        subjects=subject.records,
        also=[],
        has_more=False,
        is_near=False,
        alone="" if others else _alone(parameters, subject.surface, alone),
        as_words=_as_words(parameters, subject.surface),
    )


def _fresh(parameters: QueryDict) -> QueryDict:
    """A copy that begins on the first page."""
    changed = parameters.copy()
    for name in ("page", "after"):
        changed.pop(name, None)
    return changed


def _alone(parameters: QueryDict, surface: str, narrowed: dict[str, str]) -> str:
    """The query without these words, narrowed to whom they name."""
    changed = _fresh(parameters)
    rest = " ".join(parameters.get("q", "").replace(surface, " ", 1).replace('""', " ").split())
    changed["q"] = "" if rest == "-" else rest
    if not changed["q"]:
        del changed["q"]
    for name, value in narrowed.items():
        changed.appendlist(name, value)
    return f"?{changed.urlencode()}"


def _as_words(parameters: QueryDict, surface: str) -> str:
    """The same query with these words naming nobody."""
    changed = _fresh(parameters)
    changed.appendlist("words", surface)
    return f"?{changed.urlencode()}"


def _replaced(parameters: QueryDict, surface: str, name: str) -> str:
    """The query with a name in the place of a word."""
    changed = _fresh(parameters)
    changed["q"] = parameters.get("q", "").replace(surface, name, 1)
    return f"?{changed.urlencode()}"
