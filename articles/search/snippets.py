"""The passages of a text that matched: the hits marked in the original, the snippet around most of them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db import connection

from articles.models.article import letters_of
from articles.models.listed import ListedArticle
from articles.names.fold import fold, fold_word
from articles.names.tokens import PARTICLES
from articles.passages import Segment, Span, joined, segments, snippet
from articles.search.query import ReadQuery
from articles.search.resembling import resembling

SNIPPET_WIDTH = 260
#: Hits are looked for in so much of a text: of a book, in its first chapters.
_LONGEST = 100_000

# Marks that no text should hold; where one does, its hits are left unmarked rather than misplaced.
_START, _END = "\ue000", "\ue001"
_HIGHLIGHT = f"HighlightAll=true, StartSel={_START}, StopSel={_END}"
FIELDS = ("headline", "lede", "body")

# A phrase that is one of several ways to say something: of a name, or of a known term.
_WAYS = re.compile(r" \| \('(?:[^']|'')*'(?: <(?:-|\d+)> '(?:[^']|'')*')+\)")
_HYPHEN = re.compile("[-‐‑]")
_REST_OF_WORD = re.compile(r"[\w‐‑-]*")
_BEGUN_WITH_HYPHEN = re.compile(r"(?<!!)'((?:[^'-]|'')+-(?:[^']|'')+)':\*")
#: So many letters at the most stand between two words of a phrase: « de la ».
_BESIDE, _SENTENCE_ENDS = 12, re.compile(r"[.!?\n]")

Place = tuple[str, int, int]
"""Field, start and end of something to be marked."""
Written = tuple[str, str]
"""Language and text."""
_Hits = dict[str, dict[str, list[Span]]]


@dataclass(frozen=True, slots=True)
class Passages:
    """The headline in segments, and the passage of the text below it."""

    headline: list[Segment]
    snippet: list[Segment]


def passages(
    articles: Iterable[ListedArticle], query: ReadQuery, places: Mapping[int, list[Place]]
) -> dict[int, Passages]:
    """Article → its passages, with the words of the query and these places marked; one statement, or none."""
    listed = list(articles)
    texts = [(one.language, text) for one in listed for text in (one.headline, one.lede, one.body)]
    found = iter(words_in(texts, query))
    return {
        one.pk: _passages(one, next(found), next(found), next(found), places.get(one.pk, ()))
        for one in listed
    }


def _passages(
    article: ListedArticle, headline: list[Span], lede: list[Span], body: list[Span], places: Iterable[Place]
) -> Passages:
    spans = dict(zip(FIELDS, (headline, lede, body), strict=True))
    for name, start, end in places:
        spans[name].append(Span(start, end, "hit"))
    gap = "\n\n" if article.lede else ""
    shift = len(article.lede) + len(gap)
    below = spans["lede"] + [Span(span.start + shift, span.end + shift, "hit") for span in spans["body"]]
    text = article.lede + gap + article.body
    # A word of the query within a name is part of its mark, not a mark in a mark.
    return Passages(
        segments(article.headline, joined(spans["headline"])), snippet(text, joined(below), SNIPPET_WIDTH)
    )


def words_in(texts: Sequence[Written], query: ReadQuery) -> list[list[Span]]:
    """Of each text the spans of the words of the query, as its language inflects them; one statement, or none.

    Whether a word is one of the query's is decided by PostgreSQL, as the index is made, once for each different word
    of all these texts that may be: a page of results repeats most of its words many times. Letters as typed are
    looked for as they are.
    """
    if query.exact:
        typed = _typed(query)
        return [list(_matches(typed, text[:_LONGEST])) for _language, text in texts]
    chunks = [resembling(text[:_LONGEST], _asked(query, language)) for language, text in texts]
    if not any(chunks):
        return [[] for _text in texts]
    by_language: dict[str, set[str]] = {}
    for (language, _text), found in zip(texts, chunks, strict=True):
        by_language.setdefault(language, set()).update(found)
    hits, partial = _hits({code: list(found) for code, found in by_language.items()}, query)
    for code, found in by_language.items():
        for chunk, spans in _compounds(found, _asked(query, code)).items():
            hits[code][chunk] = joined([*hits[code].get(chunk, ()), *spans])
    return [
        _spans(text[:_LONGEST], found & hits[language].keys(), hits[language], partial[language])
        for (language, text), found in zip(texts, chunks, strict=True)
    ]


def _compounds(chunks: Iterable[str], asked: str) -> dict[str, list[Span]]:
    """The stretches with a word with hyphens that begins as it is asked to: PostgreSQL marks only its parts."""
    begun = [fold_word(one.replace("''", "'")) for one in _BEGUN_WITH_HYPHEN.findall(asked)]
    if not begun:
        return {}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, begun))})")
    found = {}
    for chunk in chunks:
        plain = fold_word(chunk)
        places = list(pattern.finditer(plain)) if len(plain) == len(chunk) else []
        if places:
            ends = [_REST_OF_WORD.match(chunk, place.end()) for place in places]
            pairs = zip(places, ends, strict=True)
            found[chunk] = [Span(place.start(), end.end(), "hit") for place, end in pairs if end]
    return found


def _typed(query: ReadQuery) -> re.Pattern[str]:
    """What finds the letters as typed, as they are asked of the texts (`ArticleQuerySet.holding`)."""
    ways = []
    for branch in query.branches:
        for piece in branch:
            words, is_beginning = letters_of(piece)
            if words and not piece.startswith("-"):
                ways.append(r"\s+".join(map(re.escape, words)) + (r"\w*" if is_beginning else r"(?!\w)"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})" if ways else r"(?!)", re.IGNORECASE)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(*found.span(), "hit") for found in pattern.finditer(text))


def _asked(query: ReadQuery, language: str) -> str:
    """What the texts of a language are asked."""
    return query.by_language.get(language) or query.by_language.get("", "")


def _hits(chunks: Mapping[str, list[str]], query: ReadQuery) -> tuple[_Hits, dict[str, set[str]]]:
    """Language → stretch between two blanks → the words of the query in it; stretches without any are left out.

    And those of them that have but a part of a phrase, which is one of several ways to say something.
    """
    asked = [(language, found, _asked(query, language)) for language, found in chunks.items() if found]
    asked += [
        (language, found, apart)
        for language, found, words in asked
        if (apart := _WAYS.sub("", words)) != words
    ]
    hits: _Hits = {language: {} for language in chunks}
    partial: dict[str, set[str]] = {language: set() for language in chunks}
    if not asked:
        return hits, partial
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ts_headline(archive_config(language), archive_words(language, words), query::tsquery, %s) "
            "FROM unnest(%s::text[], %s::text[], %s::text[]) WITH ORDINALITY AS asked(language, words, query, place) "
            "ORDER BY place",
            [
                _HIGHLIGHT,
                [language for language, _found, _words in asked],
                ["\n".join(found) for _language, found, _words in asked],
                [words for _language, _found, words in asked],
            ],
        )
        for (language, found, _words), (marked,) in zip(asked, cursor.fetchall(), strict=True):
            lines = marked.split("\n")
            if len(lines) != len(found):
                continue
            spans = {
                chunk: spans
                for chunk, line in zip(found, lines, strict=True)
                if _START in line
                and (spans := _marked(chunk, line))
                and not (query.names and _are_particles(chunk, spans))
            }
            if hits[language]:
                partial[language] = hits[language].keys() - spans.keys()
            else:
                hits[language] = spans
    return hits, partial


def _spans(
    text: str, chunks: Iterable[str], hits: Mapping[str, list[Span]], partial: Container[str]
) -> list[Span]:
    """Where in a text the words in these of its stretches stand; a part of a phrase only beside another."""
    found: list[tuple[Span, bool]] = []
    for chunk in chunks:
        start = text.find(chunk)
        is_part = chunk in partial and len(hits[chunk]) == 1 and not _HYPHEN.search(chunk)
        while start >= 0:
            end = start + len(chunk)
            if not text[start - 1 : start].strip() and not text[end : end + 1].strip():
                found += [(Span(start + one.start, start + one.end, "hit"), is_part) for one in hits[chunk]]
            start = text.find(chunk, end)
    if not any(is_part for _span, is_part in found):
        return [span for span, _is_part in found]
    found.sort(key=lambda one: one[0].start)
    gaps = [text[first.end : second.start] for (first, _), (second, _) in pairwise(found)]
    near = [len(gap) <= _BESIDE and not _SENTENCE_ENDS.search(gap) for gap in gaps]
    beside = [any(around) for around in pairwise([False, *near, False])]
    return [
        span for (span, is_part), is_beside in zip(found, beside, strict=True) if is_beside or not is_part
    ]


def _are_particles(chunk: str, spans: Iterable[Span]) -> bool:
    """Whether of a name only its «al» is there: of Youssef al-Ghadiri in al-Maqbali."""
    return all(fold(chunk[span.start : span.end]) in PARTICLES for span in spans)


def _marked(original: str, highlighted: str) -> list[Span]:
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
