"""How often the likeliest translation is the right one, by pair of languages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import permutations
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from measures.records import Record
from measures.scratch import article_of, scratch_archive
from measures.tables import Table, percent


def measure_translations(
    records: Sequence[Record], words: int, texts: int, seed: int, semantic: bool, examples: int
) -> list[Table]:
    """Recall at 1 and 5 and what is proposed, with all of the texts on record, each of its first `words`.

    Of more than so many `texts`, that many are drawn, translations together. ValueError where `semantic` is
    asked for and the extra is not installed.
    """
    drawn = _draw(records, texts, Random(seed))
    with scratch_archive() as cursor:
        from articles import semantics
        from articles.resemblance import record_translations

        if semantic and semantics.encoder() is None:
            raise ValueError("the extra [semantic] is not installed")
        if not semantic:
            semantics.encoder = lambda: None  # type: ignore[assignment]
        articles = [(record, article_of(record, words)) for record in drawn]
        cursor.execute("ANALYZE articles_article")
        seconds = []
        for _record, article in articles:
            start = perf_counter()
            record_translations(article)
            seconds.append(perf_counter() - start)
        tables = _measure(articles, examples)
    how = "cognates and meaning" if semantic else "cognates"
    tables[0].title += f" (by {how}, {len(drawn):,} texts of {f'{words} words' if words else 'full length'})"
    tables[0].notes.append(f"recorded in {1000 * median(seconds):.1f} ms a text, the median")
    return tables


def _draw(records: Sequence[Record], texts: int, random: Random) -> list[Record]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[record.pair_id or f"only {record.id}"].append(record)
    names = list(groups)
    random.shuffle(names)
    drawn: list[Record] = []
    for name in names:
        if len(drawn) < texts:
            drawn += groups[name]
    return drawn


def _measure(articles: list[tuple[Record, Any]], examples: int) -> list[Table]:
    from articles.resemblance import likely_translations, proposed_translations

    by_number = {article.pk: record for record, article in articles}
    languages = {(r.pair_id, r.language): article.pk for r, article in articles if r.pair_id}
    counts: Counter[tuple[str, str, str]] = Counter()
    wrong: list[str] = []
    milliseconds = []
    for record, article in articles:
        start = perf_counter()
        ranked = [number for number, _score in likely_translations(article)]
        milliseconds.append(1000 * (perf_counter() - start))
        proposed = {by_number[number].language: number for number, _score in proposed_translations(article)}
        for language in {other for _pair, other in languages} - {record.language}:
            key = (record.language, language)
            right = languages.get((record.pair_id, language)) if record.pair_id else None
            listed = [number for number in ranked if by_number[number].language == language]
            if right is not None:
                counts[*key, "texts"] += 1
                counts[*key, "first"] += listed[:1] == [right]
                counts[*key, "five"] += right in listed[:5]
                counts[*key, "proposed"] += proposed.get(language) == right
            if language in proposed and proposed[language] != right:
                counts[*key, "wrong"] += 1
                wrong.append(f"{record.id}: {by_number[proposed[language]].id} was proposed")
    table = Table("Right translation first and among five, %; proposed")
    table.rows = [
        _row(one, other, counts)
        for one, other in permutations(sorted({record.language for record, _article in articles}), 2)
        if counts[one, other, "texts"]
    ]
    table.notes = [
        f"{median(milliseconds):.1f} ms a query, the median",
        "wrong: another text proposed, whether or not the right one is on record",
        *wrong[:examples],
    ]
    return [table]


def _row(one: str, other: str, counts: Counter[tuple[str, str, str]]) -> dict[str, Any]:
    texts = counts[one, other, "texts"]
    return {
        "languages": f"{one}–{other}",
        "texts": texts,
        "first %": percent(counts[one, other, "first"], texts),
        "in 5 %": percent(counts[one, other, "five"], texts),
        "proposed right %": percent(counts[one, other, "proposed"], texts),
        "proposed wrong": counts[one, other, "wrong"],
    }
