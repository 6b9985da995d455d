"""Words of a query that are a name or a label, and of whom or what."""

from __future__ import annotations

from dataclasses import dataclass

from articles.dates import EdtfDate
from articles.models import Agent, AgentName, Source, Tag
from articles.names import fold
from articles.search.date_tokens import tokens_of
from articles.terms import Spelling, Term


@dataclass(frozen=True, slots=True)
class RecognisedName:
    """Words of the query that are a name on record, and whom they name: several for namesakes, nobody where only texts
    have such a name.

    `is_near` where they only resemble it and no text has these words, `is_alike` where they sound like it. `in_texts`
    are names that stand on no record and are perhaps theirs, as texts spell them.
    """

    surface: str
    agents: tuple[Agent, ...]
    start: int = 0  # of its first piece among those of its branch
    end: int = 0
    is_near: bool = False
    is_alike: bool = False
    in_texts: tuple[str, ...] = ()

    @property
    def tokens(self) -> list[str]:
        """By what the index knows those so named."""
        return [f"~a{agent.pk}" for agent in self.agents]

    @property
    def perhaps_tokens(self) -> list[str]:
        """By what it knows that a text perhaps names them: they are proposed, and wait for a decision."""
        return [f"~q{agent.pk}" for agent in self.agents]

    @property
    def also(self) -> list[AgentName]:
        """The other spellings under which texts are found too."""
        known = {fold(self.surface)}
        others = []
        for agent in self.agents[:1]:
            known.add(fold(agent.name))
            for name in agent.names.all():
                if name.folded not in known:
                    known.add(name.folded)
                    others.append(name)
        return others


@dataclass(frozen=True, slots=True)
class RecognisedSubject:
    """Words of the query that are the label of tags or outlets."""

    surface: str
    records: tuple[Tag | Source, ...]
    start: int = 0
    end: int = 0

    @property
    def tokens(self) -> list[str]:
        """By what the index knows them."""
        return [f"~{'t' if isinstance(record, Tag) else 's'}{record.pk}" for record in self.records]

    @property
    def perhaps_tokens(self) -> list[str]:
        """A label is there or not."""
        return []


@dataclass(frozen=True, slots=True)
class RecognisedTerm:
    """Words of the query that are a place, an organisation or a body of state, which is on no record for that."""

    surface: str
    term: Term
    start: int = 0
    end: int = 0

    @property
    def tokens(self) -> list[str]:
        """The index has none of it: its words are asked."""
        return []

    @property
    def perhaps_tokens(self) -> list[str]:
        """Nor a likely one."""
        return []

    @property
    def also(self) -> tuple[Spelling, ...]:
        """The spellings under which texts of other languages are found too."""
        return self.term.told(self.surface)

    @property
    def has_more(self) -> bool:
        """Whether there are more than these."""
        return self.term.has_more(self.surface)


@dataclass(frozen=True, slots=True)
class RecognisedDate:
    """Words of the query that are a date, or a span of time, of which texts may be that have none of these words.

    `years` are the first and the last of which the archive has texts, where a long span asks for no others.
    """

    surface: str
    date: EdtfDate
    start: int = 0
    end: int = 0
    years: tuple[int, int] | None = None

    @property
    def tokens(self) -> list[str]:
        """By what the index knows the texts of that day, month, year, or span of these."""
        return tokens_of(self.date, self.years)

    @property
    def perhaps_tokens(self) -> list[str]:
        """A text is certainly of that time, or not asked for."""
        return []


Recognised = RecognisedName | RecognisedSubject | RecognisedTerm | RecognisedDate
