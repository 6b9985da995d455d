"""A network as a picture: nodes with their places, edges with their widths, each with the address of its texts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.text import Truncator

from articles.models import AgentName
from articles.models.agent_name import AgentLabel
from articles.search.network import CoMentions
from articles.views.force_layout import place

#: So many edges of a node are drawn at least, the strongest; the table has those and so many rows.
EDGES_A_NODE = 3
MOST_ROWS = 60

AddressOf = Callable[[AgentLabel, AgentLabel], str]


@dataclass(frozen=True, slots=True)
class Node:
    """An agent in the picture: `x`, `y` are the middle of its mark, `radius` grows with its texts.

    `text` is its name, cut where it is very long; `line` the height of a line of such names.
    """

    number: int
    label: AgentLabel
    text: str
    count: int
    x: float
    y: float
    radius: float
    line: float

    @property
    def side(self) -> float:
        """The side of a square as large as the disc."""
        return round(self.radius * 1.77, 1)

    @property
    def left(self) -> float:
        """Where such a square begins."""
        return round(self.x - self.side / 2, 1)

    @property
    def top(self) -> float:
        """The same, from above."""
        return round(self.y - self.side / 2, 1)

    @property
    def label_y(self) -> float:
        """The line on which its name stands."""
        return round(self.y + self.radius + 0.75 * self.line, 1)


@dataclass(frozen=True, slots=True)
class Edge:
    """Two agents named in the same texts, `count` of them, which `address` lists."""

    first: Node
    second: Node
    count: int
    width: float
    address: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, and `rows`: these pairs and the commonest, as lines of a table."""

    width: int
    height: int
    nodes: list[Node]
    edges: list[Edge]
    rows: list[Edge]
    is_exact: bool

    @property
    def middle(self) -> int:
        """Where who is named most stands, in twentieths of the width: there a phone opens the picture."""
        return round(20 * self.nodes[0].x / self.width) if self.nodes else 10


@dataclass(frozen=True, slots=True)
class Canvas:
    """The size of a picture and of the letters in it, in its own units; longer names are cut to so many letters."""

    width: int
    height: int
    letter: float = 7.8
    line: float = 20
    longest: int = 60
    largest: float = 22


WIDE = Canvas(1100, 720)
NARROW = Canvas(340, 400, letter=6.4, line=17, longest=27, largest=13)


def picture_of(found: CoMentions, address_of: AddressOf, canvas: Canvas = WIDE) -> Picture:
    """The picture of a network, without those who are named with no other; one query."""
    labels = AgentName.objects.labels(found.agents)
    pairs = {pair: count for pair, count in found.pairs.items() if pair[0] in labels and pair[1] in labels}
    drawn = _strongest(pairs)
    nodes = _nodes(found, labels, drawn, canvas)
    strongest = max(pairs.values(), default=1)
    rows = [
        Edge(
            nodes[one],
            nodes[other],
            count,
            round(0.75 + 5.25 * math.sqrt(count / strongest), 2),
            address_of(labels[one], labels[other]),
        )
        for place, ((one, other), count) in enumerate(pairs.items())
        if (one, other) in drawn or place < MOST_ROWS
    ]
    edges = [edge for edge in rows if _key(edge) in drawn]
    return Picture(canvas.width, canvas.height, list(nodes.values()), edges, rows, found.is_exact)


def _key(edge: Edge) -> tuple[int, int]:
    one, other = sorted((edge.first.label.pk, edge.second.label.pk))
    return one, other


def _strongest(pairs: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """The strongest edges of each node, which any picture can show."""
    drawn: dict[tuple[int, int], int] = {}
    kept: Counter[int] = Counter()
    for pair, count in pairs.items():
        if min(kept[pair[0]], kept[pair[1]]) < EDGES_A_NODE:
            drawn[pair] = count
            kept.update(pair)
    return drawn


def _nodes(
    found: CoMentions,
    labels: Mapping[int, AgentLabel],
    drawn: Mapping[tuple[int, int], int],
    canvas: Canvas,
) -> dict[int, Node]:
    """Each agent that has an edge, in its place."""
    tied = {agent for pair in drawn for agent in pair}
    shown = {agent: count for agent, count in found.agents.items() if agent in tied}
    places = {agent: number for number, agent in enumerate(shown)}
    most, strongest = max(shown.values(), default=1), max(drawn.values(), default=1)
    radii = {agent: 4 + (canvas.largest - 4) * math.sqrt(count / most) for agent, count in shown.items()}
    texts = {agent: Truncator(labels[agent].name).chars(canvas.longest) for agent in shown}
    boxes = [
        (max(2 * radii[agent], canvas.letter * len(texts[agent])) + 6, 2 * radii[agent] + canvas.line + 4)
        for agent in shown
    ]
    weights = {}
    for (one, other), count in drawn.items():
        first, second = sorted((places[one], places[other]))
        weights[first, second] = 0.15 + 0.85 * math.sqrt(count / strongest)
    middles = place(boxes, weights, canvas.width, canvas.height)
    return {
        agent: Node(
            number=places[agent] + 1,
            label=labels[agent],
            text=texts[agent],
            count=count,
            x=x,
            y=round(y - canvas.line / 2, 1),
            radius=round(radii[agent], 1),
            line=canvas.line,
        )
        for (agent, count), (x, y) in zip(shown.items(), middles, strict=True)
    }
