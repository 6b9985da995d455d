"""How a query was read, each name with the addresses that read it otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from articles.dates import EdtfDate
from articles.forms import is_day_first
from articles.ingest.asked_dates import dates_meant
from articles.models import Agent, AgentName, Source, Tag
from articles.names import fold
from articles.search.dated_words import is_doubtful
from articles.search.query import ReadQuery, RecognisedDate, RecognisedName, RecognisedSubject, RecognisedTerm
from articles.search.rewording import Place, Rewording
from articles.terms import Spelling
from articles.vocabulary import AgentKind

# What a date has four of, at the least.
_FIGURES = re.compile(r"\d{4}")
#: So many other spellings are told.
MOST_SPELLINGS = 8
#: Of more namesakes none is offered alone: each has a link to its record.
MOST_OFFERED = 4


@dataclass(frozen=True, slots=True)
class Alone:
    """Someone or something so named, and the texts linked to it alone, whatever words they use."""

    record: Agent | Tag | Source
    address: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One name, subject or known term recognised in a query: who or what, and what one click makes of it."""

    surface: str
    agents: tuple[Agent, ...]
    subjects: tuple[Tag | Source, ...]
    also: Sequence[AgentName | Spelling]
    has_more: bool
    is_near: bool
    is_alike: bool
    in_texts: tuple[str, ...]
    alone: list[Alone]  # of namesakes each
    is_excluded: bool  # texts that name them are left out
    as_words: str  # the words as typed, naming nobody; empty where no text has them
    is_term: bool = False
    date: EdtfDate | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """A name the reader may have meant, with the address that asks for it."""

    surface: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or a span of time among the words, with the address that asks for the texts of it.

    Of 3/4/2016, which is not asked for, `doubtful` are the words, and `also` has the other day where both are meant.
    """

    date: EdtfDate
    address: str
    doubtful: str = ""
    also: tuple[Dated, ...] = ()

    @property
    def is_span(self) -> bool:
        """Whether it is from one date to another, or open at one end."""
        return self.date.precision == "interval"


@dataclass(frozen=True, slots=True)
class NoDate:
    """Words that are written as a date and are none, and why."""

    surface: str
    reason: str


@dataclass(frozen=True, slots=True)
class Readings:
    """All of them; `absent` are the words that no text has, `rest` is the address without them, if words are left.

    `strict` is the address that asks for all words, where some are not asked for beside a name.
    """

    recognised: list[Reading]
    meant: list[Meant]
    dated: Dated | None = None
    absent: tuple[str, ...] = ()
    rest: str = ""
    strict: str = ""
    no_dates: tuple[NoDate, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.recognised or self.meant or self.dated or self.no_dates)

    @property
    def has_date(self) -> bool:
        """Whether texts of a date are found already, beside those that have its words."""
        return any(one.date for one in self.recognised)


def readings(query: ReadQuery, parameters: QueryDict) -> Readings:
    """What was recognised in a query, and what may have been meant."""
    recognised_any = query.names or query.subjects or query.terms or query.dates
    others = query.meant or query.absent or query.unasked or query.left_out
    if not (recognised_any or others or _FIGURES.search(query.text)):
        return Readings([], [])
    rewording = Rewording(query)
    addresses = _Addresses(rewording, parameters)
    names = zip(query.names, rewording.of_names, strict=True)
    subjects = zip(query.subjects, rewording.of_subjects, strict=True)
    recognised = [_of_name(name, place, addresses) for name, place in names]
    recognised += [_of_subject(subject, place, addresses) for subject, place in subjects]
    told = {one.surface for one in recognised}
    terms = zip(query.terms, rewording.of_terms, strict=True)
    recognised += [_of_term(term, place, addresses, is_told=term.surface in told) for term, place in terms]
    recognised += [_of_date(one, addresses) for one in query.dates]
    # What stands in several alternatives is told once.
    recognised = list(
        {(one.surface, one.agents, one.subjects, one.is_excluded): one for one in recognised}.values()
    )
    meant = [
        Meant(near.surface, near.agent.name, addresses.replaced(near.surface, near.agent.name))
        for near in query.meant
    ]
    rest = addresses.without(query.absent) if query.absent else ""
    not_asked = (*query.unasked, *query.left_out)
    strict = addresses.with_words(not_asked) if not_asked else ""
    no_dates = no_dates_of(query, rewording)
    return Readings(recognised, meant, addresses.dated(), query.absent, rest, strict, no_dates)


def no_dates_of(query: ReadQuery, rewording: Rewording | None = None) -> tuple[NoDate, ...]:
    """What to tell of the words that are written as a date and are none; nothing where the letters are meant. No
    query.
    """
    if query.exact or not _FIGURES.search(query.text):
        return ()
    found = (rewording or Rewording(query)).no_dates()
    return tuple(NoDate(surface, one.reason) for surface, one in found.items())


def _of_name(name: RecognisedName, place: Place | None, addresses: _Addresses) -> Reading:
    also = name.also
    return Reading(
        surface=name.surface,
        agents=name.agents,
        subjects=(),
        also=also[:MOST_SPELLINGS],
        has_more=len(also) > MOST_SPELLINGS,
        is_near=name.is_near,
        is_alike=name.is_alike,
        # The reader's own words are no news to them.
        in_texts=tuple({fold(one): one for one in name.in_texts if fold(one) != fold(name.surface)}.values()),
        alone=addresses.alone(place, name.agents) if len(name.agents) <= MOST_OFFERED else [],
        is_excluded=addresses.is_excluded(place),
        as_words="" if name.is_near else addresses.as_words(name.surface),
    )


def _of_subject(subject: RecognisedSubject, place: Place | None, addresses: _Addresses) -> Reading:
    return Reading(
        surface=subject.surface,
        agents=(),
        subjects=subject.records,
        also=[],
        has_more=False,
        is_near=False,
        is_alike=False,
        in_texts=(),
        # A tag and an outlet of one label could not be told apart.
        alone=addresses.alone(place, subject.records) if len(subject.records) == 1 else [],
        is_excluded=addresses.is_excluded(place),
        as_words=addresses.as_words(subject.surface),
    )


def _of_term(term: RecognisedTerm, place: Place | None, addresses: _Addresses, *, is_told: bool) -> Reading:
    """Where the words are on record too, what takes them as words stands with that."""
    return Reading(
        surface=term.surface,
        agents=(),
        subjects=(),
        also=term.also,
        has_more=term.has_more,
        is_near=False,
        is_alike=False,
        in_texts=(),
        alone=[],
        is_excluded=addresses.is_excluded(place),
        as_words="" if is_told else addresses.as_words(term.surface),
        is_term=True,
    )


def _of_date(one: RecognisedDate, addresses: _Addresses) -> Reading:
    return Reading(
        surface=one.surface,
        agents=(),
        subjects=(),
        also=[],
        has_more=False,
        is_near=False,
        is_alike=False,
        in_texts=(),
        alone=[],
        is_excluded=False,
        as_words=addresses.as_words(one.surface),
        date=one.date,
    )


class _Addresses:
    """The addresses of the same list for a query in other words, on its first page."""

    def __init__(self, rewording: Rewording, parameters: QueryDict) -> None:
        self._rewording = rewording
        self._parameters = parameters

    def alone(self, place: Place | None, records: tuple[Agent | Tag | Source, ...]) -> list[Alone]:
        """For each of those named: the query without these words, narrowed to it; none of what is left out."""
        if place is None or self.is_excluded(place):
            return []
        rest = self._rewording.without(place)
        return [Alone(record, self._narrowed(rest, record)) for record in records]

    def is_excluded(self, place: Place | None) -> bool:
        """Whether a minus stands before these words."""
        return place is not None and self._rewording.is_excluded(place)

    def as_words(self, surface: str) -> str:
        """The same query with these words naming nobody; empty where it would be too long."""
        changed = self._fresh()
        written = self._rewording.with_alternatives_written(surface)
        if written is not None:
            changed["q"] = written
        changed.appendlist("words", surface)
        return "" if written == "" else f"?{changed.urlencode()}"

    def with_words(self, words: tuple[str, ...]) -> str:
        """The same query with these words asked for."""
        changed = self._fresh()
        changed.setlist("words", list(dict.fromkeys([*changed.getlist("words"), *words])))
        return f"?{changed.urlencode()}"

    def replaced(self, word: str, name: str) -> str:
        """The query with a name in the place of a word."""
        changed = self._fresh()
        changed["q"] = self._rewording.replaced(word, name)
        return f"?{changed.urlencode()}"

    def dated(self) -> Dated | None:
        """The query without its date, narrowed to it; None where it has none, or dates are asked for already."""
        is_dated = self._parameters.get("date_from") or self._parameters.get("date_to")
        found = None if is_dated else self._rewording.dated()
        if found is None:
            return None
        date, surface, rest = found
        if not is_doubtful(surface):
            return Dated(date, self._of_date(date, rest))
        first, *others = dates_meant(surface, day_first=is_day_first()) or [date]
        also = tuple(Dated(other, self._of_date(other, rest)) for other in others)
        return Dated(first, self._of_date(first, rest), surface, also)

    def _of_date(self, date: EdtfDate, words: str) -> str:
        """These words in texts of a date."""
        changed = self._fresh()
        for name in ("q", "undated"):
            changed.pop(name, None)
        if words:
            changed["q"] = words
        first, _slash, last = date.text.partition("/")
        for name, end in (("date_from", first), ("date_to", last or first)):
            if end != "..":
                changed[name] = end
        return f"?{changed.urlencode()}"

    def without(self, words: tuple[str, ...]) -> str:
        """The query without these words; empty where nothing would be left of it."""
        changed = self._fresh()
        rest = self._rewording.without_words(words)
        if not rest or rest == self._rewording.text:
            return ""
        changed["q"] = rest
        return f"?{changed.urlencode()}"

    def _narrowed(self, rest: str, record: Agent | Tag | Source) -> str:
        changed = self._fresh()
        changed["q"] = rest
        if not rest:
            for name in ("q", "words"):
                changed.pop(name, None)
        name = _parameter(record)
        if record.slug not in changed.getlist(name):
            changed.appendlist(name, record.slug)
        return f"?{changed.urlencode()}"

    def _fresh(self) -> QueryDict:
        changed = self._parameters.copy()
        for name in ("page", "after"):
            changed.pop(name, None)
        return changed


def _parameter(record: Agent | Tag | Source) -> str:
    """The filter that narrows to such a record."""
    if isinstance(record, Agent):
        return "person" if record.kind == AgentKind.PERSON else "institution"
    return "tag" if isinstance(record, Tag) else "source"
