"""A record's text as a page shows it: headline, lede and paragraphs, cut where somebody is named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.alignment import Rows
from articles.models import Article, Mention
from articles.passages import (
    Hit,
    Paragraph,
    Segment,
    Span,
    align_paragraphs,
    paragraphs,
    segments,
    sentence_around,
)
from articles.vocabulary import TextField

#: So many sentences of one text are quoted on the page of a person.
MOST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a sentence in segments, and the anchor of its paragraph on the record's page."""

    anchor: str
    segments: list[Segment]
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole text in passages; `hits` of a search are marked in it."""

    headline: list[Segment]
    lede: list[Passage]
    body: list[Passage]
    hits: int = 0

    @property
    def passages(self) -> list[Passage]:
        """Lede and body as one run of paragraphs."""
        return [*self.lede, *self.body]


@dataclass(frozen=True, slots=True)
class Naming:
    """One record that names someone: its headline, some of the sentences, and how many more there are."""

    article: Article
    headline: list[Segment]
    sentences: list[Passage]
    more: int


def numbered(*texts: Iterable[Mention]) -> dict[int, int]:
    """A number for each agent whom these texts name, from 1, in the order of their places."""
    agents = dict.fromkeys(mention.agent_id for mentions in texts for mention in mentions)
    return {agent: place for place, agent in enumerate(agents, start=1)}


def read(
    article: Article,
    mentions: Iterable[Mention],
    numbers: Mapping[int, int] | None = None,
    hits: Mapping[str, Sequence[Span]] | None = None,
) -> Reading:
    """The text of a record, its linked mentions and the hits of a search as payloads of the segments.

    `numbers` are those of the agents on the page, otherwise counted here; each mention gets its agent's `number`. A
    hit must hold the mentions it touches.
    """
    known = list(mentions)
    numbers = numbers or numbered(known)
    spans: dict[str, list[Span]] = {name: [] for name in TextField.values}
    total = sum(len(found) for found in (hits or {}).values())
    counted = 0
    for name in TextField.values:
        for span in (hits or {}).get(name, ()):
            counted += 1
            spans[name].append(Span(span.start, span.end, Hit(counted, total)))
    for mention in known:
        mention.number = numbers[mention.agent_id]  # type: ignore[attr-defined]
        spans[mention.field].append(Span(mention.start, mention.end, mention))
    return Reading(
        headline=segments(article.headline, spans[TextField.HEADLINE]),
        lede=_passages(article.lede, spans[TextField.LEDE], "lede"),
        body=_passages(article.body, spans[TextField.BODY], "p"),
        hits=total,
    )


def _passages(text: str, spans: Sequence[Span], anchor: str) -> list[Passage]:
    return [
        Passage(_anchor(anchor, place), segments(part.text, _within(spans, part.start, part.end)), part.text)
        for place, part in enumerate(paragraphs(text))
    ]


def _anchor(anchor: str, place: int) -> str:
    """p1, p2 … for the body; lede, lede2 … for a lede, which mostly is one paragraph."""
    return f"{anchor}{place + 1}" if anchor == "p" or place else anchor


def _within(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The spans that reach into a stretch, counted from its start."""
    return [
        Span(span.start - start, span.end - start, span.payload)
        for span in spans
        if span.end > start and span.start < end
    ]


def side_by_side(
    left: Reading, right: Reading, rows: Rows | None = None
) -> list[tuple[list[Passage], list[Passage]]]:
    """Rows of paragraphs that answer each other: these `rows` of their indices, otherwise by order and length."""
    ours, theirs = left.passages, right.passages
    rows = rows or align_paragraphs([one.text for one in ours], [one.text for one in theirs])
    return [([ours[i] for i in first], [theirs[j] for j in second]) for first, second in rows]


def quote(article: Article, mentions: Sequence[Mention]) -> Naming:
    """The sentences of a record that hold these mentions, which are marked in them."""
    spans: dict[str, list[Span]] = {field: [] for field in TextField.values}
    for mention in mentions:
        spans[mention.field].append(Span(mention.start, mention.end, "hit"))
    sentences = [
        *_sentences(article.lede, spans[TextField.LEDE], "lede"),
        *_sentences(article.body, spans[TextField.BODY], "p"),
    ]
    headline = segments(article.headline, spans[TextField.HEADLINE])
    return Naming(article, headline, sentences[:MOST_QUOTED], max(0, len(sentences) - MOST_QUOTED))


def _sentences(text: str, spans: Sequence[Span], anchor: str) -> list[Passage]:
    """Each sentence that holds a span, once, with all its spans."""
    parts = paragraphs(text) if spans else []
    starts = [part.start for part in parts]
    found: dict[tuple[int, int], Passage] = {}
    for span in spans:
        place = bisect_right(starts, span.start) - 1
        part = parts[place] if place >= 0 else Paragraph(0, len(text), text)
        start, end = sentence_around(part.text, span.start - part.start, min(span.end, part.end) - part.start)
        key = (part.start + start, part.start + end)
        if key not in found:
            sentence = text[slice(*key)]
            cut = segments(sentence, _within(spans, *key))
            found[key] = Passage(_anchor(anchor, max(place, 0)), cut, sentence)
    return list(found.values())
