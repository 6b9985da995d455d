"""Passages of a text: cut it at marks, quote around them, find a quotation again, align two texts'
paragraphs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from articles.names.fold import word_set

ELLIPSIS = "…"


class Span(NamedTuple):
    """A stretch of a text in code points, end excluded, and what it means to the caller."""

    start: int
    end: int
    payload: object = None


class Segment(NamedTuple):
    """Text between two cuts: `payload` is that of the innermost span (None outside), `spans` all,
    outermost first.

    `opens` and `closes` are the spans that begin and end here, so that a template can nest elements: open
    those
    of `opens` in order, write the text, close those of `closes` in order. A span that was cut by another one
    opens and closes several times.
    """

    text: str
    payload: object = None
    spans: tuple[Span, ...] = ()
    opens: tuple[Span, ...] = ()
    closes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit of the search that led to a text: which one, counted from 1, of how many."""

    number: int
    of: int

    @property
    def previous(self) -> int:
        """The one before; 0 at the first."""
        return self.number - 1

    @property
    def next(self) -> int:
        """The one behind; 0 at the last."""
        return self.number + 1 if self.number < self.of else 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without blanks at its edges: `source[start:end] == text`."""

    start: int
    end: int
    text: str


def segments(text: str, spans: Iterable[Span]) -> list[Segment]:
    """Cut `text` at the spans; the texts of the segments joined are `text`.

    Spans may nest and overlap: of two that overlap, the one that begins first is the outer one, and the
    other is
    cut where it ends, so that the result is always properly nested. What lies outside the text is ignored.
    """
    kept = [Span(max(0, s.start), min(len(text), s.end), s.payload) for s in spans]
    ordered = sorted((s for s in kept if s.start < s.end), key=lambda s: (s.start, -s.end))
    if not ordered:
        return [Segment(text)] if text else []
    cuts = sorted({0, len(text)} | {s.start for s in ordered} | {s.end for s in ordered})
    pieces: list[tuple[str, tuple[Span, ...]]] = []
    active: list[Span] = []
    following = 0
    for start, end in pairwise(cuts):
        active = [s for s in active if s.end > start]
        while following < len(ordered) and ordered[following].start == start:
            active.append(ordered[following])
            following += 1
        pieces.append((text[start:end], tuple(active)))
    return _nested(pieces)


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in their order, those that overlap as one; it means what the first of them does."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if result and span.start < result[-1].end:
            last = result.pop()
            span = Span(last.start, max(last.end, span.end), last.payload)
        result.append(span)
    return result


def _nested(pieces: list[tuple[str, tuple[Span, ...]]]) -> list[Segment]:
    """Say at each piece which spans open and close, closing the inner ones of a span that ends."""
    result: list[Segment] = []
    for place, (text, spans) in enumerate(pieces):
        before = pieces[place - 1][1] if place else ()
        after = pieces[place + 1][1] if place + 1 < len(pieces) else ()
        opens = spans[_common(before, spans) :]
        closes = tuple(reversed(spans[_common(spans, after) :]))
        result.append(Segment(text, spans[-1].payload if spans else None, spans, opens, closes))
    return result


def _common(first: tuple[Span, ...], second: tuple[Span, ...]) -> int:
    """How many spans the two share from the outside inwards."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one is not other:
            break
        count += 1
    return count


def paragraphs(text: str) -> list[Paragraph]:
    """The non-blank lines of a text with their places."""
    found = []
    for match in re.finditer(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = start + len(line.strip())
        found.append(Paragraph(start, end, text[start:end]))
    return found


_ABBREVIATIONS = word_set(
    "m mm mme mlle mgr dr pr st ste me art av bd cf ch dir env etc ex fig no n° p pp vol "
    "mr mrs ms jr sr prof gen col lt capt sen rep gov inc ltd co corp vs jan feb aug sept oct nov dec "
    "г гг ул им тыс млн млрд руб стр тел т е д п др пр см напр проф акад"
)
_SENTENCE_END = re.compile(r"[.!?…؟۔]+[\"'»”’)\]]*(?=\s|$)|\n")


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """A full stop after an abbreviation or an initial, or before a small letter, ends nothing."""
    if match.group().startswith(("\n", "!", "?", "؟")):
        return match.group() == "\n" or not _lower_follows(text, match.end())
    word = re.search(r"[\w°]+$", text[max(0, match.start() - 12) : match.start()])
    if match.group() == "." and word is not None:
        letters = word.group()
        initial = len(letters) == 1 and letters.isalpha()
        if (initial and letters.isupper()) or (letters.lower() in _ABBREVIATIONS and match.end() < len(text)):
            return False
    return not _lower_follows(text, match.end())


def _lower_follows(text: str, place: int) -> bool:
    rest = text[place : place + 8].lstrip(' \u00a0\u202f«"“')
    return rest[:1].islower()


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence (start, end) that holds the span, for French, English, Russian and Arabic punctuation.

    It never leaves the paragraph; a span over several sentences gives all of them.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    for match in _SENTENCE_END.finditer(text, first, last):
        if not _ends_sentence(text, match):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.end() >= end:
            last = match.start() if match.group() == "\n" else match.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def snippet(text: str, spans: Iterable[Span], width: int = 240) -> list[Segment]:
    """The passage of about `width` code points with most different hits, as segments, “…” where it was cut.

    Without a span it is the beginning of the text. The hits of the passage are whole, unless longer than
    `width`.
    """
    ordered = sorted((s for s in spans if 0 <= s.start < s.end <= len(text)), key=lambda s: (s.start, s.end))
    start, end = _best_window(text, ordered, max(1, width))
    inside = [
        Span(s.start - start, s.end - start, s.payload) for s in ordered if start <= s.start and s.end <= end
    ]
    result = segments(text[start:end], inside)
    if start > 0:
        result.insert(0, Segment(ELLIPSIS))
    if end < len(text.rstrip()):
        result.append(Segment(ELLIPSIS))
    return result


def _best_window(text: str, spans: Sequence[Span], width: int) -> tuple[int, int]:
    if not spans:
        return _to_words(text, 0, min(width, len(text)), 0, 0)
    best, best_value = (0, 1), (-1, -1)
    last = 0
    for first, span in enumerate(spans):
        last = max(last, first + 1)
        while last < len(spans) and spans[last].end - span.start <= width:
            last += 1
        group = spans[first:last]
        value = (len({text[s.start : s.end].casefold() for s in group}), len(group))
        if value > best_value:
            best, best_value = (first, last), value
    start, end = spans[best[0]].start, max(s.end for s in spans[best[0] : best[1]])
    spare = max(0, width - (end - start))
    # Rather begin with the sentence of the hit than in the middle of the one before.
    sentence = sentence_around(text, start, start + 1)[0]
    before = start - sentence if start - sentence <= spare * 2 // 3 else spare // 2
    left = max(0, start - before)
    right = min(len(text), left + max(width, end - left))
    left = max(0, min(left, right - width))
    return _to_words(text, left, right, start, end)


def _to_words(text: str, left: int, right: int, keep_start: int, keep_end: int) -> tuple[int, int]:
    """Move the edges inwards to blanks, never over what must be kept."""
    if 0 < left < keep_start and not text[left - 1].isspace():
        blank = re.search(r"\s", text[left:keep_start])
        left = left + blank.end() if blank else left
    if keep_end < right < len(text) and not text[right].isspace():
        cut = text[keep_end:right]
        last = "" if cut[-1].isspace() else cut.rsplit(None, 1)[-1]
        right = right - len(last) - 1 if len(last) < len(cut) else right
    while left < min(right, keep_start or right) and text[left].isspace():
        left += 1
    while right > max(left, keep_end) and text[right - 1].isspace():
        right -= 1
    return left, right


def reanchor(exact: str, prefix: str, suffix: str, old_start: int, new_text: str) -> int | None:
    """Where the quotation `exact` begins in a corrected text, or None when it is gone.

    A text quote selector (W3C Web Annotation 4.2.4): among the places of `exact`, the one whose surroundings
    agree
    most with `prefix` and `suffix` (the text right before and after it in the old text); then the nearest to
    `old_start`.
    """
    if not exact:
        return None
    places = [m.start() for m in re.finditer(f"(?={re.escape(exact)})", new_text)]
    if not places:
        return None

    def fitness(place: int) -> tuple[int, int]:
        after = place + len(exact)
        agreeing = _shared(prefix[::-1], new_text[max(0, place - len(prefix)) : place][::-1])
        agreeing += _shared(suffix, new_text[after : after + len(suffix)])
        return agreeing, -abs(place - old_start)

    return max(places, key=fitness)


def _shared(first: str, second: str) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


# Cost of each kind of bead, as −100·log of its frequency (after Gale and Church 1993, table 5); a paragraph
# without a partner is commoner in press texts than among their sentences, so it costs less than there.
_BEADS = {(1, 1): 0.0, (1, 0): 300.0, (0, 1): 300.0, (2, 1): 230.0, (1, 2): 230.0}
_VARIANCE = 6.8


@lru_cache(maxsize=1 << 14)
def _length_cost(first: int, second: int, ratio: float) -> float:
    """−100·log of the probability that texts of these lengths translate each other (Gale and Church 1993)."""
    if first == second == 0:
        return 0.0
    mean = (first + second / ratio) / 2
    delta = abs(second - first * ratio) / math.sqrt(_VARIANCE * mean)
    return min(2500.0, -100 * math.log(max(math.erfc(delta / math.sqrt(2)), 1e-30)))


@dataclass(slots=True)
class _Table:
    """Cheapest cost of aligning the first i and j paragraphs, with the bead that led there."""

    cost: dict[tuple[int, int], float] = field(default_factory=lambda: {(0, 0): 0.0})
    bead: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def align_paragraphs(a: list[str], b: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Pairs of indices of paragraphs that answer each other,
    in order; every paragraph stands in exactly one pair.

    By order and length alone (Gale and Church 1993, “A program for aligning sentences in bilingual corpora”),
    with one to one, one to none, none to one, two to one and one to two.
    """
    lengths_a, lengths_b = [len(p) for p in a], [len(p) for p in b]
    ratios = {1.0}
    if sum(lengths_a) and sum(lengths_b):
        # A language is longer than another, or a part is missing: the cheaper reading of the totals is kept.
        ratios.add(min(2.0, max(0.5, sum(lengths_b) / sum(lengths_a))))
    tables = [_align(lengths_a, lengths_b, ratio) for ratio in sorted(ratios)]
    return _trace(min(tables, key=lambda table: table.cost[len(a), len(b)]), len(a), len(b))


def _align(a: list[int], b: list[int], ratio: float) -> _Table:
    table = _Table()
    # Far from the diagonal nothing is aligned: this keeps a book of thousands of paragraphs within seconds.
    reach = 100 + abs(len(a) - len(b))
    for i in range(len(a) + 1):
        middle = i * len(b) // max(1, len(a))
        for j in range(max(0, middle - reach), min(len(b), middle + reach) + 1):
            if (i, j) != (0, 0):
                _fill(table, i, j, a, b, ratio)
    return table


def _fill(table: _Table, i: int, j: int, a: list[int], b: list[int], ratio: float) -> None:
    best = math.inf
    for (m, n), prior in _BEADS.items():
        before = table.cost.get((i - m, j - n))
        if before is None:
            continue
        cost = before + prior
        if m and n:
            cost += _length_cost(sum(a[i - m : i]), sum(b[j - n : j]), ratio)
        if cost < best:
            best, table.bead[i, j] = cost, (m, n)
    table.cost[i, j] = best


def _trace(table: _Table, i: int, j: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    pairs = []
    while (i, j) != (0, 0):
        m, n = table.bead[i, j]
        pairs.append((tuple(range(i - m, i)), tuple(range(j - n, j))))
        i, j = i - m, j - n
    return pairs[::-1]


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of two versions of a text: `kind` is "same", "removed" or "added"."""

    kind: str
    text: str


_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|^\s+")
_LINE = re.compile(r"[^\n]+\n*|^\n+")
#: Texts of more characters are compared line by line: by words it takes the square of their number.
MOST_COMPARED = 60_000


def changes(old: str, new: str) -> list[Change]:
    """What became of the words of `old` in `new`; any run of blanks is as good as another.

    The stretches that are the same or were added make up the words of `new` in their order, those that are the
    same or were removed the words of `old`.
    """
    pattern = _WORD if max(len(old), len(new)) <= MOST_COMPARED else _LINE
    before, after = pattern.findall(old), pattern.findall(new)
    matcher = SequenceMatcher(None, [one.strip() for one in before], [one.strip() for one in after], False)
    found: list[Change] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            found.append(Change("same", "".join(before[first:last])))
            continue
        found += _replaced("".join(before[first:last]), "".join(after[start:end]))
    return found


def _replaced(old: str, new: str) -> list[Change]:
    """One stretch in the place of another; where one holds the other at an edge, only the rest is a change."""
    if old and new and old != new:
        for longer, shorter, kind in ((old, new, "removed"), (new, old, "added")):
            if longer.startswith(shorter):
                return [Change("same", shorter), Change(kind, longer[len(shorter) :])]
            if longer.endswith(shorter):
                return [Change(kind, longer[: -len(shorter)]), Change("same", shorter)]
    changes = [Change("removed", old), Change("added", new)]
    return [change for change in changes if change.text]
