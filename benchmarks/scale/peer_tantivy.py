"""The peer tantivy, raw: the limit of what a search library can do, without pages. Runs in the peers' environment.

python -m benchmarks.scale.peer_tantivy build FOLDER SIZE SEED, or ask FOLDER with questions (JSON) on standard
input: {"rank": [query…], "pages": {kind: [[form, what]…]}}.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

import tantivy

from benchmarks.scale.generator import SyntheticArchive, SyntheticArticle

_STEMMERS = {"fr": "french", "en": "english", "ru": "russian", "ar": "arabic"}
_FIELDS = [f"{name}_{code}" for name in ("headline", "text") for code in _STEMMERS]
_BOOSTS = {field: 4.0 for field in _FIELDS if field.startswith("headline")}
_FACETS = {name: {"terms": {"field": name, "size": 20}} for name in ("language", "source", "year")}
_TIMES = 5


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, indexed=True, fast=True)
    builder.add_integer_field("agent", indexed=True)
    builder.add_integer_field("day", fast=True)
    builder.add_integer_field("source", fast=True)
    builder.add_integer_field("year", fast=True)
    builder.add_text_field("language", fast=True, tokenizer_name="raw", index_option="basic")
    for field in _FIELDS:
        builder.add_text_field(field, tokenizer_name=f"words_{field[-2:]}")
    return builder.build()


def _index(folder: Path) -> Any:
    index = tantivy.Index(_schema(), path=str(folder))
    for code, stemmer in _STEMMERS.items():
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        words = words.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer(stemmer))
        index.register_tokenizer(f"words_{code}", words.filter(tantivy.Filter.ascii_fold()).build())
    return index


def build(folder: Path, size: int, seed: int) -> float:
    """Write the archive to a folder; texts a second, the making of the texts not counted."""
    folder.mkdir(parents=True)
    archive = SyntheticArchive(size, seed)
    writer = _index(folder).writer(heap_size=256_000_000, num_threads=2)
    seconds = 0.0
    articles = archive.articles()
    while block := list(islice(articles, 2_000)):
        start = time.perf_counter()
        for article in block:
            writer.add_document(_document(article))
        seconds += time.perf_counter() - start
    start = time.perf_counter()
    writer.commit()
    writer.wait_merging_threads()
    return size / (seconds + time.perf_counter() - start)


def _document(article: SyntheticArticle) -> Any:
    document = tantivy.Document()
    document.add_integer("id", article.number)
    for agent in {mention.agent for mention in article.mentions}:
        document.add_integer("agent", agent)
    if article.earliest:
        document.add_integer("day", article.earliest.toordinal())
        document.add_integer("year", article.earliest.year)
    document.add_integer("source", article.source)
    document.add_text("language", article.language)
    document.add_text(f"headline_{article.language}", article.headline)
    document.add_text(f"text_{article.language}", f"{article.lede}\n{article.body}")
    return document


class Asked:
    """An index that is asked."""

    def __init__(self, folder: Path) -> None:
        self.index = _index(folder)
        self.index.reload()
        self.searcher = self.index.searcher()

    def rank(self, query: str) -> list[int]:
        """The numbers of the ten best texts by BM25, all words wanted."""
        found = self.searcher.search(self._query("search", query), 10)
        return [self.searcher.doc(address)["id"][0] for _score, address in found.hits]

    def milliseconds(self, form: str, what: Any) -> float:
        """Count, newest 25 (or best, for "relevance") and three facets of one question: the middle of five times."""
        query = self._query(form, what)
        times = []
        for _ in range(_TIMES):
            start = time.perf_counter()
            order = None if form == "relevance" else "day"
            found = self.searcher.search(query, 25, order_by_field=order)
            for _score, address in found.hits:
                self.searcher.doc(address)
            self.searcher.aggregate(query, _FACETS)
            times.append((time.perf_counter() - start) * 1000)
        return sorted(times)[_TIMES // 2]

    def _query(self, form: str, what: Any) -> Any:
        if form == "list":
            return tantivy.Query.all_query()
        if form == "person":
            return tantivy.Query.term_query(self.index.schema, "agent", what)
        words = " ".join(f'"{word}"' for word in str(what).split())
        return self.index.parse_query(words, _FIELDS, field_boosts=_BOOSTS, conjunction_by_default=True)


def main() -> None:
    """Do what the arguments say; the answer is JSON."""
    command, folder, *numbers = sys.argv[1:]
    if command == "build":
        print(json.dumps(build(Path(folder), *map(int, numbers))))
        return
    asked, questions = Asked(Path(folder)), json.load(sys.stdin)
    pages = {
        kind: sorted(asked.milliseconds(form, what) for form, what in forms)
        for kind, forms in questions["pages"].items()
    }
    answer = {
        "rank": [asked.rank(query) for query in questions["rank"]],
        "pages": {kind: times[len(times) // 2] for kind, times in pages.items()},
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
