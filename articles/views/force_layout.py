"""Where the nodes of a network stand in its picture: those that belong together near each other, no name on another.

Forces after Fruchterman and Reingold (1991, “Graph drawing by force-directed placement”), from the same start each
time, so that the same network is the same picture; then the boxes of the names are pushed apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

#: So many rounds, and fewer where many pairs make each of them long.
ROUNDS, LONGEST = 150, 120_000
_UNTANGLING = 120
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Box = tuple[float, float]
"""Width and height."""
Point = list[float]


def place(
    boxes: Sequence[Box], weights: Mapping[tuple[int, int], float], width: float, height: float
) -> list[tuple[float, float]]:
    """The middle of each box in a picture of this size; `weights` of edges between boxes lie between 0 and 1.

    Pictures drawn of late are remembered: an archive shows the same ones until it changes.
    """
    return list(_placed(tuple(boxes), tuple(weights.items()), width, height))


@lru_cache(maxsize=512)
def _placed(
    boxes: tuple[Box, ...], edges: tuple[tuple[tuple[int, int], float], ...], width: float, height: float
) -> tuple[tuple[float, float], ...]:
    weights = dict(edges)
    points: list[Point] = [[0.0, 0.0] for _box in boxes]
    for members, (left, top, across, down) in _regions(_components(len(boxes), weights), width, height):
        numbers = {node: number for number, node in enumerate(members)}
        inner = {(numbers[a], numbers[b]): weight for (a, b), weight in weights.items() if a in numbers}
        own = [boxes[node] for node in members]
        settled = _settled(len(members), inner)
        _fit(settled, own, across, down)
        _untangle(settled, own, across, down)
        for node, (x, y) in zip(members, settled, strict=True):
            points[node] = [left + x, top + y]
    return tuple((round(x, 1), round(y, 1)) for x, y in points)


def _components(count: int, weights: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The nodes that hang together, the largest group first."""
    groups = {node: {node} for node in range(count)}
    for one, other in weights:
        if groups[one] is not groups[other]:
            joined = groups[one] | groups[other]
            for node in joined:
                groups[node] = joined
    different = {min(group): sorted(group) for group in groups.values()}
    return sorted(different.values(), key=lambda group: (-len(group), group[0]))


def _regions(
    groups: Sequence[list[int]], width: float, height: float
) -> Iterator[tuple[list[int], tuple[float, float, float, float]]]:
    """The largest group at the left, the others one above the other at the right, each with room for its number."""
    if not groups:
        return
    others = sum(map(len, groups[1:]))
    share = len(groups[0]) / (len(groups[0]) + others)
    across = width * (max(share, 0.5) if others else 1)
    yield groups[0], (0, 0, across, height)
    top = 0.0
    for group in groups[1:]:
        down = height * len(group) / others
        yield group, (across, top, width - across, down)
        top += down


def _settled(count: int, weights: Mapping[tuple[int, int], float]) -> list[Point]:
    """The points after all rounds, in a space of about one unit; the first ones start in the middle."""
    xs = [math.sqrt((n + 0.5) / count) * math.cos(n * _GOLDEN_ANGLE) for n in range(count)]
    ys = [math.sqrt((n + 0.5) / count) * math.sin(n * _GOLDEN_ANGLE) for n in range(count)]
    distance = 1 / math.sqrt(count)
    degrees = [0.0] * count
    for pair, weight in weights.items():
        for one in pair:
            degrees[one] += weight
    # What has many edges would draw everything into one knot.
    pulls = {
        (one, other): weight / math.sqrt(max(1, degrees[one]) * max(1, degrees[other]))
        for (one, other), weight in weights.items()
    }
    pairs = [
        (one, other, 2 * pulls.get((one, other), 0) / distance)
        for one, other in combinations(range(count), 2)
    ]
    rounds = min(ROUNDS, max(50, LONGEST // max(1, len(pairs))))
    for number in range(rounds):
        x_forces = [-0.6 * x * distance for x in xs]
        y_forces = [-0.6 * y * distance for y in ys]
        for one, other, pull in pairs:
            dx, dy = xs[one] - xs[other], ys[one] - ys[other]
            apart = math.hypot(dx, dy)
            if apart < 0.01:
                apart = 0.01
            force = distance * distance / (apart * apart) - pull * apart
            x_forces[one] += dx * force
            y_forces[one] += dy * force
            x_forces[other] -= dx * force
            y_forces[other] -= dy * force
        longest = 0.12 * (1 - number / rounds) + 0.002
        for node, (x, y) in enumerate(zip(x_forces, y_forces, strict=True)):
            length = math.hypot(x, y) or 1
            step = min(length, longest) / length
            xs[node] += x * step
            ys[node] += y * step
    return [[x, y] for x, y in zip(xs, ys, strict=True)]


def _fit(points: list[Point], boxes: Sequence[Box], width: float, height: float) -> None:
    """Spread the points over the picture, so that no box leaves it and no corner of it is much fuller than another.

    Half by where they are and half by their rank, which gives a dense middle the room of what lies far out.
    """
    for axis, size in ((0, width), (1, height)):
        margin = min(max(box[axis] for box in boxes) / 2, 0.14 * size)
        low, high = min(point[axis] for point in points), max(point[axis] for point in points)
        ranks = {id(point): rank for rank, point in enumerate(sorted(points, key=lambda one: one[axis]))}
        for point in points:
            share = (point[axis] - low) / (high - low) if high - low > 1e-9 else 0.5
            rank = ranks[id(point)] / (len(points) - 1) if len(points) > 1 else 0.5
            point[axis] = margin + (0.5 * share + 0.5 * rank) * (size - 2 * margin)


def _untangle(points: list[Point], boxes: Sequence[Box], width: float, height: float) -> None:
    """Push apart the boxes that overlap, along the shorter way, and keep them in the picture."""
    pairs = list(combinations(range(len(points)), 2))
    for _round in range(_UNTANGLING):
        moved = False
        for first, second in pairs:
            one, other = points[first], points[second]
            over_x = (boxes[first][0] + boxes[second][0]) / 2 - abs(one[0] - other[0])
            over_y = (boxes[first][1] + boxes[second][1]) / 2 - abs(one[1] - other[1])
            if over_x <= 0 or over_y <= 0:
                continue
            axis, over = (0, over_x) if over_x < over_y else (1, over_y)
            sign = 1 if one[axis] >= other[axis] else -1
            one[axis] += sign * over / 2
            other[axis] -= sign * over / 2
            moved = True
        for point, box in zip(points, boxes, strict=True):
            point[0] = min(max(point[0], box[0] / 2), width - box[0] / 2)
            point[1] = min(max(point[1], box[1] / 2), height - box[1] / 2)
        if not moved:
            return
