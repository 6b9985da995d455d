"""The plot: p50 of some pages against the size of the archive, both axes logarithmic, as SVG."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape
from typing import Any

_WIDTH, _HEIGHT = 860, 480
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 250, 40, 50
_SHOWN = {
    "front page": "#666666",
    "list, newest": "#1b6ca8",
    "list, deep page": "#7fb2d9",
    "person's texts, common": "#2a7f3f",
    "search, rare": "#b8860b",
    "search, 1 %": "#d2691e",
    "search, 10 %": "#b22222",
    "search, 40 %": "#7b1fa2",
    "phrase of common words": "#000000",
}


def plot(sizes: Mapping[str, Mapping[str, Any]]) -> str:
    """An SVG of all sizes that were measured; a single size gives points."""
    lines = {name: _points(sizes, name) for name in _SHOWN}
    lines = {name: points for name, points in lines.items() if points}
    xs = [size for points in lines.values() for size, _ in points] or [1_000]
    ys = [value for points in lines.values() for _, value in points] or [1.0]
    x_range = (math.floor(math.log10(min(xs))), math.ceil(math.log10(max(xs)) + 1e-9))
    y_range = (math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)) + 1e-9))
    if x_range[0] == x_range[1]:
        x_range = (x_range[0] - 1, x_range[1])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="22" font-size="15">Milliseconds a page (p50, one client), by size</text>',
        *_grid(x_range, y_range),
    ]
    for place, (name, points) in enumerate(lines.items()):
        at = [(_x(size, x_range), _y(value, y_range)) for size, value in points]
        colour = _SHOWN[name]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in at]
        top = _TOP + 14 + place * 20
        left = _WIDTH - _RIGHT + 20
        parts.append(
            f'<line x1="{left}" x2="{left + 22}" y1="{top - 4}" y2="{top - 4}" stroke="{colour}" stroke-width="3"/>'
        )
        parts.append(f'<text x="{left + 30}" y="{top}">{escape(name)}: {points[-1][1]:.1f} ms</text>')
    return "\n".join([*parts, "</svg>\n"])


def _points(sizes: Mapping[str, Mapping[str, Any]], name: str) -> list[tuple[int, float]]:
    found = [
        (int(size), float(row["p50_ms"]))
        for size, results in sizes.items()
        for row in results.get("pages", ())
        if row["page"] == name and row.get("p50_ms")
    ]
    return sorted(found)


def _grid(x_range: tuple[int, int], y_range: tuple[int, int]) -> list[str]:
    parts = []
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    for power in range(x_range[0], x_range[1] + 1):
        x = _x(10**power, x_range)
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{bottom}" stroke="#dddddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{10**power:,}</text>')
    for power in range(y_range[0], y_range[1] + 1):
        y = _y(10**power, y_range)
        parts.append(f'<line x1="{_LEFT}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}" stroke="#dddddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10**power:g}</text>')
    return parts


def _x(size: float, limits: tuple[int, int]) -> float:
    return _LEFT + (math.log10(size) - limits[0]) / (limits[1] - limits[0]) * (_WIDTH - _LEFT - _RIGHT)


def _y(value: float, limits: tuple[int, int]) -> float:
    share = (math.log10(value) - limits[0]) / max(limits[1] - limits[0], 1)
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)
