"""How well reprints are found among many texts, by what was done to them and by their length."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from measures.edits import Editor, Words
from measures.records import Record
from measures.scratch import copy_rows, scratch_archive
from measures.tables import Table, percent

_LENGTHS = (0, 100, 60)  # words; 0: whole texts
_PIECES = 2  # of each text and length
_MADE_LENGTHS = (100, 200, 350, 350, 600)
_PHRASE, _PHRASES = 8, 0.001  # words; how often a made text takes one from a real one


def measure_repeats(
    records: Sequence[Record], articles: int, texts: int, seed: int, examples: int
) -> list[Table]:
    """Recall by kind of edit and length, false proposals, milliseconds, with so many `articles` on record.

    At most `texts` of the records are edited; all that are not needed are drawn at random by `seed`.
    """
    random = Random(seed)
    pool: dict[str, list[Words]] = defaultdict(list)
    for record in records:
        pool[record.language].append(record.full_text.split())
    drawn = random.sample(list(records), min(texts, len(records)))
    with scratch_archive() as cursor:
        pieces = _put_on_record(cursor, list(_pieces(drawn)), pool, articles, random)
        return _measure(pieces, pool, random, examples, max(articles, len(pieces)))


_Piece = tuple[int, Record, int, Words]  # article, record, length asked for, words


def _pieces(records: Sequence[Record]) -> Iterator[tuple[Record, int, Words]]:
    for record in records:
        words = record.full_text.split()
        for length in _LENGTHS:
            if not length:
                yield record, length, words
                continue
            for start in range(0, len(words) - length + 1, max(length, len(words) // _PIECES))[:_PIECES]:
                yield record, length, words[start : start + length]


def _put_on_record(
    cursor: Any,
    pieces: list[tuple[Record, int, Words]],
    pool: dict[str, list[Words]],
    articles: int,
    random: Random,
) -> list[_Piece]:
    """Write the prints of the pieces and of made texts, up to so many articles."""
    from articles.prints import prints_of

    made = (" ".join(_made_text(pool, random)) for _ in range(max(0, articles - len(pieces))))
    sets: list[tuple[int, list[int]]] = [
        (number, prints_of(text))
        for number, text in enumerate((*(" ".join(words) for *_, words in pieces), *made), 1)
    ]
    copy_rows(cursor, "textprint", "value, article_id", ((v, n) for n, values in sets for v in values))
    copy_rows(cursor, "printset", "article_id, values", sets)
    for table in ("textprint", "printset"):
        cursor.execute(f"ANALYZE articles_{table}")
    return [(number, *piece) for number, piece in enumerate(pieces, 1)]


def _made_text(pool: dict[str, list[Words]], random: Random) -> Words:
    """A text of words drawn one by one, as often as the real texts use them, and now and then a phrase."""
    # Languages as often as the files have them: few texts would lend their every phrase to very many.
    [texts] = random.choices(list(pool.values()), weights=[len(texts) for texts in pool.values()])
    length = random.choice(_MADE_LENGTHS)
    words: Words = []
    while len(words) < length:
        other = random.choice(texts) or ["–"]
        start = random.randrange(len(other))
        words += other[start : start + (_PHRASE if random.random() < _PHRASES else 1)]
    return words


def _measure(
    pieces: list[_Piece], pool: dict[str, list[Words]], random: Random, examples: int, articles: int
) -> list[Table]:
    from articles.prints import prints_of
    from articles.resemblance import similar_texts

    whose = {number: record.id for number, record, *_ in pieces}
    found: Counter[tuple[str, int]] = Counter()
    wrong: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    milliseconds: dict[int, list[float]] = defaultdict(list)
    notes: list[str] = []
    for number, record, length, words in pieces:
        asked[length] += 1
        editor = Editor([other for other in pool[record.language] if other[:50] != words[:50]], random)
        for kind, edit in editor.kinds.items():
            prints = prints_of(" ".join(edit(words)))
            start = perf_counter()
            similar = similar_texts(prints)
            milliseconds[length].append(1000 * (perf_counter() - start))
            found[kind, length] += any(other == number for other, _score in similar)
        others = [(whose.get(o, ""), score) for o, score in similar_texts(" ".join(words))]
        # A made text holds phrases of real ones, so what it shares with them is no mistake.
        false = [(other, score) for other, score in others if other not in ("", record.id)]
        wrong[length] += len(false)
        notes += [f"{record.id}, {_label(length)}: also {other} ({score:.2f})" for other, score in false]
    kinds = list(Editor([], random).kinds)
    recall = Table(f"Reprints found, % (among {articles:,} articles)")
    recall.rows = [
        {"edit": kind, **{_label(n): percent(found[kind, n], asked[n]) for n in _LENGTHS}} for kind in kinds
    ]
    recall.notes = [f"{asked[length]:,} texts of {_label(length)}" for length in _LENGTHS]
    other = Table("Proposed that are pieces of other texts, a text; milliseconds a query")
    other.rows = [_row(length, wrong, asked, milliseconds) for length in _LENGTHS if asked[length]]
    other.notes = notes[:examples]
    return [recall, other]


def _row(
    length: int, wrong: Counter[int], asked: Counter[int], milliseconds: dict[int, list[float]]
) -> dict[str, Any]:
    return {
        "length": _label(length),
        "texts": asked[length],
        "false a text": round(wrong[length] / asked[length], 3),
        "ms, median": round(median(milliseconds[length]), 2),
        "ms, 95 %": round(quantiles(milliseconds[length], n=20)[18], 2),
    }


def _label(length: int) -> str:
    return f"{length} words" if length else "whole texts"
