"""Known-item search: a reader remembers some words of one text, or whom it names; does it come first?

MRR@10 (Voorhees 1999, the TREC question-answering track): the mean of 1/rank of the one text sought, 0 where it
is not among the first ten.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from articles.vocabulary import AgentKind
from benchmarks.scale.agents import LANGUAGES
from benchmarks.scale.client import Connection, percentile
from benchmarks.scale.generator import SyntheticArchive, SyntheticArticle
from benchmarks.scale.kinds import articles
from benchmarks.scale.peers import Peers
from benchmarks.scale.server import Running
from benchmarks.scale.statements import fresh

_FIRST = 10
#: What is remembered: neither the commonest words, which say too little, nor those nobody would recall.
_REMEMBERED = range(40, 30_000)
_WORD = re.compile(r"\w+")
_RECORD = re.compile(r'href="/\w+/articles/(\d+)/"')

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A query and the text it should find."""

    group: str
    query: str
    number: int


def known_items(archive: SyntheticArchive, each: int) -> list[KnownItem]:
    """So many queries a group: words as they stand, words in another form, names in another script or language."""
    random = Random(f"{archive.seed} known items")
    found: dict[str, list[KnownItem]] = {}
    for number in _shuffled(archive.size, random):
        article = archive.article(number)
        for item in _items(archive, article, random):
            group = found.setdefault(item.group, [])
            if len(group) < each:
                group.append(item)
        if len(found) == 3 * len(LANGUAGES) and all(len(group) == each for group in found.values()):
            break
    return [item for _group, items in sorted(found.items()) for item in items]


def _shuffled(size: int, random: Random) -> Iterator[int]:
    """Numbers of texts in no order; after 20,000 enough have been tried."""
    yield from random.sample(range(1, size + 1), min(size, 20_000))


def _items(archive: SyntheticArchive, article: SyntheticArticle, random: Random) -> Iterator[KnownItem]:
    lexicon = archive.lexicons[article.language]
    rare = sorted({concept for concept in article.concepts if concept in _REMEMBERED})
    if len(rare) >= 4:
        chosen = random.sample(rare, random.choice((3, 4)))
        said = set(_WORD.findall(f"{article.headline} {article.lede}".lower()))
        stated = [next((f for f in lexicon.forms(c) if f in said), lexicon.forms(c)[0]) for c in chosen]
        yield KnownItem(f"{article.language}: words as they stand", " ".join(stated), article.number)
        others = [
            next((f for f in lexicon.forms(c) if f not in said), lexicon.forms(c)[0]) for c in chosen[:1]
        ]
        yield KnownItem(
            f"{article.language}: one word in another form", " ".join([*others, *stated[1:]]), article.number
        )
    people = sorted(
        {m.agent for m in article.mentions if archive.agents[m.agent - 1].kind == AgentKind.PERSON}
    )
    if len(people) >= 2:
        other = random.choice([code for code in LANGUAGES if code != article.language])
        names = [archive.agents[agent - 1].names[other] for agent in people[-2:]]
        yield KnownItem(
            f"{article.language}: two people, as another language writes them",
            " ".join(names),
            article.number,
        )


def measure_quality(running: Running, items: Sequence[KnownItem], peers: Peers | None) -> list[Row]:
    """A row for each group: MRR@10 of the site and of the peers on the same queries, and the site's p50."""
    ours, milliseconds = _ask_site(running, items)
    ranked = {"ours": ours, **(peers.rank([item.query for item in items]) if peers else {})}
    measured = []
    for group in dict.fromkeys(item.group for item in items):
        places = [place for place, item in enumerate(items) if item.group == group]
        row: Row = {"queries": group, "n": len(places)}
        for name, lists in ranked.items():
            row[name] = sum(_reciprocal(lists[place], items[place].number) for place in places) / len(places)
        row["ours_p50_ms"] = percentile([milliseconds[place] for place in places], 50)
        measured.append(row)
    return measured


def _ask_site(running: Running, items: Sequence[KnownItem]) -> tuple[list[list[int]], list[float]]:
    """The first ten of each result by relevance, as the export of its page gives them; none where that does not answer.

    The export ranks every hit; the page, whose time is told, of a large result only a thousand of them. Where there is
    no export the records are those of the page.
    """
    connection = Connection(running.port)
    page = articles(q=items[0].query, sort="relevance") if items else ""
    exports = page.replace("/articles/?", "/articles.json?")
    has_export = bool(items) and connection.get(exports).status == 200
    lists, milliseconds = [], []
    for item in items:
        path = articles(q=item.query, sort="relevance")
        answer = connection.get(fresh(path))
        milliseconds.append(answer.whole * 1000)
        if has_export:
            exported = connection.get(path.replace("/articles/?", "/articles.json?page=1&"))
            shown = json.loads(exported.body)["articles"] if exported.status == 200 else []
            lists.append([found["id"] for found in shown][:_FIRST])
        else:
            numbers = map(int, _RECORD.findall(answer.body.decode()))
            lists.append(list(dict.fromkeys(numbers))[:_FIRST])
    connection.close()
    return lists, milliseconds


def _reciprocal(found: Sequence[int], wanted: int) -> float:
    return 1 / (found.index(wanted) + 1) if wanted in found else 0.0
