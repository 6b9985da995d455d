"""How fast known names are found among many, and what the finder costs to build."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from time import perf_counter

import psutil

from articles.names import KnownName, NameFinder
from measures.records import Record
from measures.tables import Table

_SYLLABLES = {
    "Latn": "ma ri ne ha so lan dur ber mon tar vi gel ro ca pe lou chi der ban nou kas tel mou ver".split(),
    "Cyrl": "ма ри не ха со лан дур бер мон тар ви гел ро ка пе лу чи дер бан ну кас тел му вер".split(),
    "Arab": "ما ري نا حا سو لا دو بر مو تا في جل رو كا با لو شي در بن نو قس تل حم عر".split(),
}
_ENDINGS = {
    "Latn": ["", "et", "in", "son", "ier"],
    "Cyrl": ["ов", "ев", "ин", "ский", "енко", ""],
    "Arab": ["", "ي", "ية"],
}
_SCRIPTS = {"fr": "Latn", "en": "Latn", "ru": "Cyrl", "ar": "Arab"}
_INSTITUTIONS = 0.25
_PASSES = 3


def made_names(count: int, records: Sequence[Record], seed: int) -> list[KnownName]:
    """That many names: persons of syllables in three scripts, and institutions of words that the texts use."""
    random = Random(seed)
    words = {
        code: [w for r in records if r.language == code for w in re.findall(r"[^\W\d_]{4,}", r.body)]
        for code in _SCRIPTS
    }
    names: dict[str, KnownName] = {}
    while len(names) < count:
        language = random.choice(list(_SCRIPTS))
        if words[language] and random.random() < _INSTITUTIONS:
            text = " ".join(random.choices(words[language], k=random.randint(2, 4))).capitalize()
            kind = "institution"
        else:
            text = " ".join(_made_word(random, _SCRIPTS[language], part) for part in range(2))
            kind = "person"
        names.setdefault(text, KnownName(f"made:{len(names)}", text, kind, "authorized", language))
    return list(names.values())


def _made_word(random: Random, script: str, part: int) -> str:
    syllables = random.choices(_SYLLABLES[script], k=random.randint(2, 4))
    return ("".join(syllables) + (random.choice(_ENDINGS[script]) if part else "")).capitalize()


def measure_speed(records: Sequence[Record], names: list[KnownName], count: int, seed: int) -> Table:
    """Texts a second in each language with the files' own names and made ones, one thread."""
    names = names + made_names(max(0, count - len(names)), records, seed)
    process = psutil.Process()
    before = process.memory_info().rss
    start = perf_counter()
    finder = NameFinder(names)
    built = perf_counter() - start
    table = Table(f"Speed with {len(names):,} names on record, one thread")
    grown = (process.memory_info().rss - before) / 2**20
    for language in sorted({record.language for record in records}):
        texts = [record for record in records if record.language == language]
        words = sum(len(record.full_text.split()) for record in texts)
        mentions = sum(len(finder.find_in(record.fields, language)) for record in texts)
        seconds = min(_seconds(finder, texts) for _ in range(_PASSES))
        table.rows.append({
            "language": language,
            "texts": len(texts),
            "words a text": round(words / len(texts)),
            "finds a text": round(mentions / len(texts), 1),
            "texts/s": round(len(texts) / seconds),
            "1,000 words/s": round(words / seconds / 1000),
        })  # fmt: skip
    table.notes = [f"built in {built:.1f} s; {grown:.0f} MB more in memory", f"the best of {_PASSES} passes"]
    return table


def _seconds(finder: NameFinder, texts: Sequence[Record]) -> float:
    start = perf_counter()
    for record in texts:
        finder.find_in(record.fields, record.language)
    return max(perf_counter() - start, 1e-9)
