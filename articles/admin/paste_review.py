"""What the review page of the paste desk shows: each proposal with its grounds, all of them lit in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext

from articles.admin.choices import agent_label
from articles.admin.evidence_rules import rule_in_words
from articles.admin.mention_forms import in_context
from articles.admin.name_rules import name_rule_in_words
from articles.admin.paste_forms import RecordForm
from articles.admin.paste_found import Found
from articles.admin.paste_mentions import Decided, key_of
from articles.admin.paste_names import NewName
from articles.dates import EdtfDate
from articles.ingest.describe import Evidence, ProposedRecord
from articles.languages import UNDETERMINED
from articles.models import Agent, Article, Mention
from articles.passages import Segment, Span, segments
from articles.reanchoring import places_of_words
from articles.vocabulary import TextField

_FIELDS = (
    "headline",
    "headline_supplied",
    "lede",
    "body",
    "language",
    "date",
    "source",
    "byline",
    "url",
    "tags",
)
_RELATED = {"tags": ("tags", "section", "kicker"), "date": ("date", "updated")}
_SHOWN_PLACES = 3  # of a new name
_ORDER = {name: place for place, name in enumerate(TextField.values)}


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a value is proposed: the words and, where they stand in the source, their mark; the rule."""

    rule: str | Promise
    exact: str = ""
    anchor: str = ""
    value: str = ""
    """What was read in the words, in the interface language, where it is not the words themselves."""
    key: str = ""
    """The same as the form writes it; "" where it cannot be chosen."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A field of the record with its grounds."""

    bound: BoundField
    grounds: list[Ground]
    rejectable: bool
    rejected: bool
    choices: list[Ground] = field(default_factory=list)
    """Dates of the running text, among which the editor may choose one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One mention."""

    key: str
    name: str
    context: SafeString
    mention: Mention
    decision: str
    clashes: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A piece set aside: whether it was put back before, or is to be now."""

    number: int
    exact: str
    rule: str | Promise
    anchor: str
    is_back: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name not yet on record: the reason, and the first places where it stands."""

    name: NewName
    rule: str | Promise
    places: list[tuple[SafeString, str]]
    """In its sentence, and the mark in the source ("" where the editor changed the words)."""
    notes: list[str]
    """That it stands elsewhere too: here, in texts on record."""


class Review:
    """All that the template asks for; `text` is the decoded source that the offsets count."""

    def __init__(
        self,
        text: str,
        record: ProposedRecord,
        form: RecordForm,
        found: Found,
    ) -> None:
        self.text, self.record, self.form = text, record, form
        self._places = _SourcePlaces(text, record)
        self._anchors: dict[int, str] = {}
        self._marks: list[Span] = []
        self.proposals = [self._proposal(name) for name in _FIELDS]
        self.asides = list(self._set_aside())
        self.rows = list(self._rows(found.decided))
        self.names = [self._name_row(found.article, name) for name in found.names.names]
        self.likenesses = found.likenesses

    @property
    def source(self) -> SafeString:
        """The source with every proposal lit and what was set aside struck out."""
        opened: set[int] = set()
        pieces = (_lit(segment, opened) for segment in segments(self.text, self._marks))
        return format_html_join("", "{}", ((piece,) for piece in pieces))

    def _proposal(self, name: str) -> Proposal:
        found = [ground for ground in self.record.evidence if ground.field in _RELATED.get(name, (name,))]
        grounds = [self._ground(ground, named="" if ground.field == "kicker" else name) for ground in found]
        offered = [self._ground(ground, named="date") for ground in self.record.date_proposals]
        rejected = self.form["reject"].value() or []
        return Proposal(
            bound=self.form[name],
            grounds=grounds or [Ground(rule_in_words(code)) for code in self._derived(name)],
            rejectable=self._is_rejectable(name),
            rejected=name in rejected,
            choices=offered if name == "date" else [],
        )

    def _is_rejectable(self, name: str) -> bool:
        """A field that holds something, but a headline that is ours: it can only be given another."""
        ours = name == "headline" and self.form["headline_supplied"].value()
        return name in RecordForm.REJECTABLE and bool(self.form[name].value()) and not ours

    def _derived(self, name: str) -> Iterator[str]:
        """The rule of a value that rests on no words of its own."""
        record = self.record
        stated = {"source": record.source, "url": record.url, "byline": record.byline, "date": record.date}
        if name == "headline":
            yield "supplied" if record.headline_supplied else "stated"
        elif name == "lede" and record.lede:
            yield "first_paragraph"
        elif name == "body":
            yield "remainder"
        elif name == "language":
            # Of a text that is too short nobody states the language, and nothing tells it.
            if record.language.confidence:
                yield "detected"
            elif record.language.language != UNDETERMINED:
                yield "stated"
        elif stated.get(name):
            yield "stated"

    def _ground(self, found: Evidence, *, named: str) -> Ground:
        anchor = self._mark(found.start, found.end, "ground", rule_in_words(found.rule))
        value, key = found.value, ""
        if named == "date":
            key = value
            value = EdtfDate.parse(value).format((get_language() or "fr")[:2]) if value else ""
        return Ground(
            rule_in_words(found.rule), found.exact, anchor, "" if value == found.exact else value, key
        )

    def _set_aside(self) -> Iterator[Aside]:
        chosen, done = self.form["back"].value() or [], self.form["was_back"].value() or []
        for number, piece in enumerate(self.record.set_aside):
            rule = rule_in_words(piece.rule)
            is_back = str(number) in done
            anchor = self._mark(piece.start, piece.end, "ground" if is_back else "aside", rule)
            yield Aside(number, piece.exact, rule, anchor, is_back, str(number) in chosen)

    def _rows(self, decided: Decided) -> Iterator[Row]:
        keys = {mention.agent_id for mention in decided.mentions}
        agents = Agent.objects.filter(pk__in=keys).prefetch_related("names").in_bulk()
        clashing = decided.clashing
        for mention in sorted(decided.mentions, key=lambda m: (_ORDER[m.field], m.start, m.agent_id)):
            key, label = key_of(mention), agent_label(agents[mention.agent_id])
            place = self._places.of(mention)
            yield Row(
                key=key,
                name=label,
                context=in_context(getattr(mention.article, mention.field), mention.start, mention.end),
                mention=mention,
                decision=decided.decisions.get(key, ""),
                clashes=key in clashing,
                anchor=self._mark(*place, "named", label) if place else "",
            )

    def _name_row(self, article: Article, name: NewName) -> NameRow:
        candidate = name.candidate
        places = []
        for place in candidate.places:
            mention = Mention(
                article=article, field=place.field, start=place.start, end=place.end, exact=place.exact
            )
            found = self._places.of(mention)
            anchor = self._mark(*found, "new-name", candidate.text) if found else ""
            places.append((in_context(getattr(article, place.field), place.start, place.end), anchor))
        rule = name_rule_in_words(candidate.rule)
        return NameRow(name, rule, places[:_SHOWN_PLACES], _notes(len(places) - _SHOWN_PLACES, name.waiting))

    def _mark(self, start: int, end: int, kind: str, title: str | Promise) -> str:
        """Light a stretch of the source; the name that a link to it bears."""
        anchor = f"lit-{len(self._marks) + 1}"
        self._marks.append(Span(start, end, (anchor, kind, title)))
        return anchor


def _notes(more: int, texts: int) -> list[str]:
    """What is said of a new name besides the places that are shown."""
    notes = []
    if more > 0:
        notes.append(
            ngettext("and %(count)d more place", "and %(count)d more places", more) % {"count": more}
        )
    if texts:
        text = ngettext(
            "it waits in %(count)d text on record too", "it waits in %(count)d texts on record too", texts
        )
        notes.append(text % {"count": texts})
    return notes


class _SourcePlaces:
    """Where the words of a mention stand in the source: the same of several equal words as in the record."""

    def __init__(self, text: str, record: ProposedRecord) -> None:
        hidden = list(text)
        for piece in record.set_aside:
            hidden[piece.start : piece.end] = "\0" * (piece.end - piece.start)
        self._text = "".join(hidden)
        self._in_source: dict[str, list[tuple[int, int]]] = {}
        self._in_field: dict[tuple[str, str], list[int]] = {}

    def of(self, mention: Mention) -> tuple[int, int] | None:
        """Its place; None where the editor has changed the words."""
        words = mention.exact
        if words not in self._in_source:
            self._in_source[words] = places_of_words(self._text, words)
        before = 0
        for name in TextField.values:
            starts = self._starts(mention, name)
            if name == mention.field:
                number = before + sum(start < mention.start for start in starts)
                places = self._in_source[words]
                return places[number] if number < len(places) else None
            before += len(starts)
        return None

    def _starts(self, mention: Mention, name: str) -> list[int]:
        article = mention.article
        if name == TextField.HEADLINE and article.headline_supplied:
            return []  # ours, not the source's
        if (name, mention.exact) not in self._in_field:
            places = places_of_words(getattr(article, name), mention.exact)
            self._in_field[name, mention.exact] = [start for start, _end in places]
        return self._in_field[name, mention.exact]


def _lit(segment: Segment, opened: set[int]) -> SafeString:
    """A segment in its marks; only the first piece of a mark bears its name."""
    before = format_html_join("", "{}", ((_opening(span, opened),) for span in segment.opens))
    after = format_html_join("", "</{}>", ((_element(span),) for span in segment.closes))
    return format_html("{}{}{}", before, segment.text, after)


def _opening(span: Span, opened: set[int]) -> SafeString:
    anchor, kind, title = _payload(span)
    name: Any = format_html(' id="{}"', anchor) if id(span) not in opened else ""
    opened.add(id(span))
    return format_html('<{}{} class="{}" title="{}">', _element(span), name, kind, title)


def _element(span: Span) -> str:
    return "del" if _payload(span)[1] == "aside" else "mark"


def _payload(span: Span) -> Any:
    return span.payload
