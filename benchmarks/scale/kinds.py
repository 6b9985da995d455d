"""The kinds of pages that are measured, each with addresses no two of which ask the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import urlencode

from articles.vocabulary import AgentKind
from benchmarks.scale.database import rows
from benchmarks.scale.generator import SyntheticArchive
from benchmarks.scale.load import BANDS

PAGE_SIZE = 25
#: Addresses of one kind.
MOST = 30

Bands = dict[str, list[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page; `goal` names the row of the issue's table, `peer` the same question to the peers."""

    name: str
    paths: tuple[str, ...]
    goal: str = ""
    hits: int | None = None
    peer: tuple[str, tuple[Any, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An agent of the archive and in how many texts it is named."""

    agent: int
    slug: str
    kind: str
    texts: int


def page_kinds(archive: SyntheticArchive, bands: Bands) -> list[Kind]:
    """All kinds, those that the peers can answer too among them."""
    random = Random(f"{archive.seed} kinds")
    agents = _agents()
    return [
        *_lists(archive, random),
        *_records(archive, random),
        *_agent_pages(agents, random),
        *_searches(bands),
        *_combined(archive, bands, agents, random),
    ]


def _agents() -> list[Named]:
    """The agents in the order of how often they are named."""
    counted = rows(
        "SELECT agent.id, agent.slug, agent.kind, count(DISTINCT mention.article_id) AS texts "
        "FROM articles_mention mention JOIN articles_agent agent ON agent.id = mention.agent_id "
        "WHERE mention.status = 'linked' GROUP BY agent.id ORDER BY texts DESC, agent.id"
    )
    return [Named(*row) for row in counted]


def articles(**parameters: object) -> str:
    """The address of a result."""
    return f"/fr/articles/?{urlencode(parameters, doseq=True)}"


def _lists(archive: SyntheticArchive, random: Random) -> list[Kind]:
    pages = max(archive.size // PAGE_SIZE, 2)
    deep = [random.randint(max(pages // 5, 2), pages) for _ in range(MOST)]
    return [
        Kind("front page", ("/fr/", "/en/")),
        Kind("list, newest", ("/fr/articles/", "/en/articles/"), "list", peer=("list", (0,))),
        Kind(
            "list, deep page",
            tuple(articles(page=page) for page in deep),
            "list",
        ),
        Kind("list of people", ("/fr/people/", "/en/people/")),
    ]


def _records(archive: SyntheticArchive, random: Random) -> list[Kind]:
    some = random.sample(range(1, archive.size + 1), min(MOST, archive.size))
    translated = list(range(33, archive.size + 1, 33))[:MOST]
    kinds = [Kind("one article", tuple(f"/fr/articles/{number}/" for number in some))]
    if translated:
        kinds.append(Kind("parallel texts", tuple(f"/fr/articles/{n}/parallel/" for n in translated)))
    return [*kinds, Kind("tag", tuple(f"/fr/tags/tag-{n}/" for n in range(1, MOST + 1)))]


def _agent_pages(agents: list[Named], random: Random) -> list[Kind]:
    people = [agent for agent in agents if agent.kind == AgentKind.PERSON]
    bodies = [agent for agent in agents if agent.kind == AgentKind.INSTITUTION]
    near_hundred = sorted(people, key=lambda agent: abs(agent.texts - 100))[:MOST]
    rare = [agent for agent in people if agent.texts <= 5] or people[-MOST:]
    groups = {
        "common": people[:5],
        "100 texts": near_hundred,
        "rare": random.sample(rare, min(MOST, len(rare))),
    }
    kinds = []
    for name, group in groups.items():
        texts = sorted(agent.texts for agent in group)[len(group) // 2]
        peer = ("person", tuple(agent.agent for agent in group[:8]))
        kinds.append(Kind(f"person page, {name}", tuple(f"/fr/people/{a.slug}/" for a in group), hits=texts))
        paths = tuple(articles(person=agent.slug) for agent in group)
        kinds.append(Kind(f"person's texts, {name}", paths, "list", texts, peer))
    deep = tuple(articles(person=a.slug, page=max(a.texts // PAGE_SIZE * 2 // 3, 1)) for a in people[:5])
    kinds.append(Kind("person's texts, deep page", deep, "list", people[0].texts))
    kinds.append(Kind("institution page", tuple(f"/fr/institutions/{a.slug}/" for a in bodies[:MOST])))
    return kinds


def _searches(bands: Bands) -> list[Kind]:
    """One word by how many texts it stands in, newest first; some of them by relevance, and letter by letter."""
    kinds = []
    for band in BANDS:
        found = bands.get(band)
        if not found:
            continue
        words = [word for word, _count in found[:MOST]]
        hits = found[len(words) // 2][1]
        goal = "search" if hits <= 20_000 else "search, many"
        peer = ("search", tuple(words[:8]))
        newest = tuple(articles(q=word, sort="newest") for word in words)
        kinds.append(Kind(f"search, {band}", newest, goal, hits, peer))
        if band in ("rare", "1 %", "10 %", "40 %"):
            ranked = tuple(articles(q=word, sort="relevance") for word in words)
            kinds.append(Kind(f"relevance, {band}", ranked, "relevance", hits, ("relevance", peer[1])))
        if band in ("0.1 %", "10 %"):
            exact = tuple(articles(q=word, exact=1) for word in words[:10])
            kinds.append(Kind(f"exactly as typed, {band}", exact, "any", hits))
    return kinds


def _combined(archive: SyntheticArchive, bands: Bands, agents: list[Named], random: Random) -> list[Kind]:
    common = _words(bands, "40 %", "20 %")
    frequent = _words(bands, "20 %", "10 %")
    tens = _words(bands, "10 %", "5 %")
    pairs = list(zip(common * MOST, frequent, strict=False))[:MOST]
    phrases = [f'"{one} {other}"' for one in common[:5] for other in common[:5] if one != other]
    prefixes = dict.fromkeys(word[:3] + "*" for word in common + tens)
    names = [archive.agents[agent.agent - 1].names["ru"] for agent in agents[5 : 5 + MOST]]
    kinds = [
        Kind("two words", tuple(articles(q=f"{a} {b}", sort="newest") for a, b in pairs), "any",
             peer=("search", tuple(f"{a} {b}" for a, b in pairs[:8]))),
        Kind("phrase of common words", tuple(articles(q=q, sort="newest") for q in phrases), "any"),
        Kind("prefix", tuple(articles(q=q, sort="newest") for q in list(prefixes)[:MOST]), "any"),
        Kind("name in another script", tuple(articles(q=name) for name in names), "any"),
        Kind("two people", tuple(articles(person=pair) for pair in _pairs(agents)), "any"),
        Kind("all filters and a word", _narrowed(archive, random, tens), "any"),
    ]  # fmt: skip
    return [kind for kind in kinds if kind.paths]


def _words(bands: Bands, *names: str) -> list[str]:
    """The words of the first of these bands that has enough, or of all of them."""
    found: list[str] = []
    for name in names:
        found += [word for word, _count in bands.get(name, ())]
        if len(found) >= 5:
            break
    return found


def _pairs(agents: Sequence[Named]) -> list[tuple[str, str]]:
    people = [agent.slug for agent in agents if agent.kind == AgentKind.PERSON][:8]
    return [(one, other) for place, one in enumerate(people) for other in people[place + 1 :]][:MOST]


def _narrowed(archive: SyntheticArchive, random: Random, words: Sequence[str]) -> tuple[str, ...]:
    """Institution, tag, five years and a word, of texts that there are."""
    paths: list[str] = []
    for number in random.sample(range(1, archive.size + 1), min(archive.size, MOST * 8)):
        article = archive.article(number)
        bodies = [a for m in article.mentions if (a := archive.agents[m.agent - 1]).kind == "institution"]
        if bodies and article.earliest and words:
            year = article.earliest.year
            paths.append(
                articles(
                    institution=bodies[0].slug,
                    tag=f"tag-{article.tags[0]}",
                    date_from=year - 2,
                    date_to=year + 2,
                    q=random.choice(words),
                    sort="newest",
                )
            )
    return tuple(paths[:MOST])
