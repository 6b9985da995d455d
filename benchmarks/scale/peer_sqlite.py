"""The peer SQLite: the same texts in tables with FTS5, as Datasette serves them. Runs in the peers' environment.

python -m benchmarks.scale.peer_sqlite build FILE SIZE SEED, or rank FILE with queries (JSON) on standard input.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.scale.generator import SyntheticArchive, SyntheticArticle

_SCHEMA = """
CREATE TABLE agents (id INTEGER PRIMARY KEY, slug TEXT, name TEXT);
CREATE TABLE articles (id INTEGER PRIMARY KEY, headline TEXT, lede TEXT, body TEXT, language TEXT, date TEXT,
    year INTEGER, source INTEGER);
CREATE TABLE named (article_id INTEGER REFERENCES articles (id), agent_id INTEGER REFERENCES agents (id));
CREATE TABLE tagged (article_id INTEGER REFERENCES articles (id), tag INTEGER);
CREATE VIRTUAL TABLE articles_fts USING fts5 (headline, lede, body, content='articles', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2');
"""
_INDEXES = """
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
CREATE INDEX named_agent ON named (agent_id, article_id);
CREATE INDEX tagged_tag ON tagged (tag, article_id);
CREATE INDEX articles_date ON articles (date);
CREATE INDEX articles_language ON articles (language);
CREATE INDEX articles_source ON articles (source);
CREATE INDEX articles_year ON articles (year);
ANALYZE;
"""


def build(file: Path, size: int, seed: int) -> float:
    """Write the archive to a file; texts a second, the making of the texts not counted."""
    archive = SyntheticArchive(size, seed)
    unfinished = file.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
    agents = [(agent.number, agent.slug, agent.names["fr"]) for agent in archive.agents]
    connection.executemany("INSERT INTO agents VALUES (?, ?, ?)", agents)
    seconds = 0.0
    articles = archive.articles()
    while block := list(islice(articles, 2_000)):
        start = time.perf_counter()
        connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_row, block))
        connection.executemany("INSERT INTO named VALUES (?, ?)", _named(block))
        connection.executemany(
            "INSERT INTO tagged VALUES (?, ?)", [(a.number, tag) for a in block for tag in a.tags]
        )
        connection.commit()
        seconds += time.perf_counter() - start
    start = time.perf_counter()
    connection.executescript(_INDEXES)
    connection.close()
    seconds += time.perf_counter() - start
    unfinished.rename(file)
    return size / seconds


def _row(article: SyntheticArticle) -> tuple[object, ...]:
    day = article.earliest
    return (
        *(article.number, article.headline, article.lede, article.body, article.language),
        *(day.isoformat() if day else None, day.year if day else None, article.source),
    )


def _named(block: list[SyntheticArticle]) -> Iterator[tuple[int, int]]:
    for article in block:
        for agent in sorted({mention.agent for mention in article.mentions}):
            yield article.number, agent


def rank(file: Path, queries: list[str], most: int = 10) -> list[list[int]]:
    """The numbers of the best texts for each query, all its words wanted, by bm25 with the headline weighted."""
    connection = sqlite3.connect(file)
    order = "bm25(articles_fts, 4.0, 2.0, 1.0)"
    statement = f"SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY {order} LIMIT ?"
    found = []
    for query in queries:
        words = " ".join('"' + word.replace('"', '""') + '"' for word in query.split())
        found.append([row[0] for row in connection.execute(statement, (words, most))])
    return found


def main() -> None:
    """Do what the arguments say; the answer is JSON."""
    command, file, *numbers = sys.argv[1:]
    if command == "build":
        print(json.dumps(build(Path(file), *map(int, numbers))))
    else:
        print(json.dumps(rank(Path(file), json.load(sys.stdin))))


if __name__ == "__main__":
    main()
