"""What a description is made of: a proposed record, the evidence for it, and what was set aside."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.dates import EdtfDate
from articles.ingest.encodings import Message
from articles.languages import Detection
from articles.written_dates import WrittenDate


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in the raw text a value was read: `text[start:end] == exact`, in code points.

    `field` is one of date, updated, headline, lede, byline, source, url, language, tags, kicker, section;
    `rule` names the rule that read it. `value` is "" for a date that lacks its year.
    """

    field: str
    value: str
    exact: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A part of the raw text that belongs to no field, kept in sight: `text[start:end] == exact`.

    `rule` says what it was taken for: header, caption, share, comments, related, cookies, newsletter,
    copyright, furniture, kicker, signature.
    """

    exact: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class ProposedRecord:
    """What the program reads in a raw text; nothing here is decided until a record is made of it.

    `date` is only what a header or a dateline states, as exact as it is stated; dates of the running text
    are `date_proposals`. Paragraphs of `body` stand apart by a blank line. Every visible character of the raw
    text is in headline, lede, body, `set_aside` or `evidence`.
    """

    headline: str
    headline_supplied: bool
    byline: str
    lede: str
    body: str
    language: Detection
    date: EdtfDate | None
    source: str
    url: str
    set_aside: list[SetAside] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    date_proposals: list[Evidence] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)


@dataclass(slots=True)
class Findings:
    """What the rules have found in `text` so far; each rule adds to it."""

    text: str
    evidence: list[Evidence] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)
    likely: list[Evidence] = field(default_factory=list)
    """Days of lines above the text that nothing vouches for: to be proposed."""

    def propose(self, days: Sequence[WrittenDate], start: int) -> None:
        """Note the days of a line that begins at `start` as ones to propose."""
        for day in days:
            begin, end = start + day.start, start + day.end
            self.likely.append(
                Evidence("date", day.date.text, self.text[begin:end], begin, end, "running_text")
            )

    def add(self, name: str, value: str, start: int, end: int, rule: str) -> None:
        """Note `text[start:end]` as evidence for a field."""
        self.evidence.append(Evidence(name, value, self.text[start:end], start, end, rule))

    def put_aside(self, start: int, end: int, rule: str) -> None:
        """Note `text[start:end]` as belonging to no field."""
        self.set_aside.append(SetAside(self.text[start:end], start, end, rule))

    def first(self, *names: str) -> Evidence | None:
        """The first evidence for the first of the fields that has any."""
        return next((found for name in names for found in self.evidence if found.field == name), None)

    def value(self, name: str) -> str:
        """The first value found for a field, or ""."""
        found = self.first(name)
        return found.value if found else ""
