"""The passages of a text that matched: the hits marked in the original, the snippet around most of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection

from articles.passages import Segment, Span, segments, snippet
from articles.search.query import ReadQuery

SNIPPET_WIDTH = 260
#: What is read of a text where nothing has to be found in it.
_BEGINNING = 2 * SNIPPET_WIDTH
#: Hits are looked for in so much of a text: of a book, in its first chapters.
_LONGEST = 100_000

# Marks that no text should hold; where one does, its hits are left unmarked rather than misplaced.
_START, _END = "\ue000", "\ue001"
_HIGHLIGHT = f"HighlightAll=true, StartSel={_START}, StopSel={_END}"
FIELDS = ("headline", "lede", "body")

Place = tuple[str, int, int]
"""Field, start and end of something to be marked."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The headline in segments, and the passage of the text below it."""

    headline: list[Segment]
    snippet: list[Segment]


def passages(keys: Iterable[int], query: ReadQuery, places: Mapping[int, list[Place]]) -> dict[int, Passages]:
    """Article → its passages, with the words of the query and these places marked; one statement."""
    rows = marked_texts(keys, query) if query.tsquery else _plain(keys, is_whole=any(places.values()))
    return {row[0]: _passages(row[1:4], row[4:], places.get(row[0], [])) for row in rows}


def _plain(keys: Iterable[int], *, is_whole: bool) -> list[tuple[int, str, str, str]]:
    """Key, headline, lede and body, of which the beginning is enough where nothing is marked."""
    body = "body" if is_whole else f"left(body, {_BEGINNING})"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, headline, lede, {body} FROM articles_article WHERE id = ANY(%s::bigint[])",  # noqa: S608
            [list(keys)],
        )
        return list(cursor.fetchall())


def marked_texts(keys: Iterable[int], query: ReadQuery) -> list[tuple[int, str, str, str, str, str, str]]:
    """Key, headline, lede and body, and the same with the words of the query between marks."""
    own = {code: words for code, words in query.by_language.items() if code and words}
    whens = " ".join("WHEN %s THEN %s::tsquery" for _code in own)
    other = "%s::tsquery"
    chosen = f"CASE language {whens} ELSE {other} END" if own else other
    shown = ", ".join(
        f"ts_headline(archive_config(language), archive_words(language, left({name}, {_LONGEST})), asked.words, %s)"
        for name in FIELDS
    )
    parameters = [_HIGHLIGHT] * len(FIELDS)
    queries = [part for pair in own.items() for part in pair]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, {', '.join(FIELDS)}, {shown} FROM articles_article, "  # noqa: S608
            f"LATERAL (SELECT {chosen} AS words) AS asked WHERE id = ANY(%s::bigint[])",
            [*parameters, *queries, query.by_language.get("", ""), list(keys)],
        )
        return list(cursor.fetchall())


def _passages(originals: tuple[str, ...], highlighted: tuple[str, ...], places: Iterable[Place]) -> Passages:
    texts = dict(zip(FIELDS, originals, strict=True))
    spans: dict[str, list[Span]] = {name: [] for name in FIELDS}
    for name, marked in zip(FIELDS, highlighted, strict=False):
        spans[name] = marked_spans(texts[name][:_LONGEST], marked)
    for name, start, end in places:
        spans[name].append(Span(start, end, "hit"))
    gap = "\n\n" if texts["lede"] else ""
    shift = len(texts["lede"]) + len(gap)
    below = spans["lede"] + [Span(span.start + shift, span.end + shift, "hit") for span in spans["body"]]
    text = texts["lede"] + gap + texts["body"]
    ordered = sorted(below, key=lambda span: span.start)
    return Passages(segments(texts["headline"], spans["headline"]), snippet(text, ordered, SNIPPET_WIDTH))


def marked_spans(original: str, highlighted: str) -> list[Span]:
    """Where the marks of `highlighted` stand in `original`; none where the two do not agree."""
    parts = highlighted.split(_START)
    if len(highlighted) - (len(parts) - 1) - highlighted.count(_END) != len(original):
        return []
    spans, position = [], len(parts[0])
    for part in parts[1:]:
        marked, _end, rest = part.partition(_END)
        spans.append(Span(position, position + len(marked), "hit"))
        position += len(marked) + len(rest)
    return spans
