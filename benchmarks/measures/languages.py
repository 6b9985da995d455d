"""How well languages are told apart: ordinary texts, headlines in capitals, texts in two languages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from time import perf_counter

from articles.languages import detect, load_profiles
from measures.records import Record
from measures.tables import Table, percent

_BILINGUAL_SHARE = 400


def measure_languages(records: Sequence[Record], examples: int) -> list[Table]:
    """Detection accuracy by language, both languages of made bilingual texts, texts a second."""
    load_profiles()
    return [_accuracy(records, examples), _bilingual(records, examples), _speed(records)]


_VIEWS: dict[str, Callable[[Record], str]] = {
    "headline": lambda record: record.headline,
    "headline + lede": lambda record: "\n".join(filter(None, (record.headline, record.lede))),
    "CAPITALS headline + lede": lambda record: f"{record.headline.upper()}\n{record.lede}",
    "all in CAPITALS": lambda record: "\n".join(filter(None, (record.headline, record.lede))).upper(),
    "full text": lambda record: record.full_text,
}


def _accuracy(records: Sequence[Record], examples: int) -> Table:
    table = Table("Language detected rightly, %")
    for view, text_of in _VIEWS.items():
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for record in records:
            if not record.headline and "headline" in view:
                continue
            found = detect(text_of(record)).language
            total[record.language] += 1
            right[record.language] += found == record.language
            if found != record.language and len(table.notes) < examples:
                table.notes.append(f"{view}: {record.id} is {record.language}, read as {found}")
        for language in [*sorted(total), "all"]:
            good, of = (
                (right[language], total[language]) if language != "all" else (right.total(), total.total())
            )
            table.rows.append({"text": view, "language": language, "%": percent(good, of), "of": of})
    return table


def _bilingual(records: Sequence[Record], examples: int) -> Table:
    table = Table("Both languages told, of texts made of two translations (halves of equal length), %")
    pairs: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.pair_id:
            pairs[record.pair_id].append(record)
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for group in pairs.values():
        for one, other in combinations({record.language: record for record in group}.values(), 2):
            share = min(len(one.body), len(other.body), 4 * _BILINGUAL_SHARE)
            languages = detect(f"{one.body[:share]}\n\n{other.body[:share]}").languages
            name = "–".join(sorted((one.language, other.language)))
            total[name] += 1
            good = set(languages) == {one.language, other.language}
            right[name] += good
            if not good and len(table.notes) < examples:
                table.notes.append(f"{one.id} with {other.id} read as {', '.join(languages) or 'nothing'}")
    alone = sum(len(detect(record.full_text).languages) == 1 for record in records)
    table.rows = [
        {"text": name, "%": percent(right[name], total[name]), "of": total[name]} for name in sorted(total)
    ]
    table.rows.append(
        {"text": "both, all pairs", "%": percent(right.total(), total.total()), "of": total.total()}
    )
    table.rows.append(
        {"text": "one, of the texts as they are", "%": percent(alone, len(records)), "of": len(records)}
    )
    return table


def _speed(records: Sequence[Record]) -> Table:
    table = Table("Speed, one thread")
    for view in ("headline + lede", "full text"):
        texts = [_VIEWS[view](record) for record in records]
        start = perf_counter()
        _detect_all(texts)
        table.rows.append({"text": view, "texts/s": round(len(texts) / max(perf_counter() - start, 1e-9))})
    return table


def _detect_all(texts: Iterable[str]) -> None:
    for text in texts:
        detect(text)
