"""The texts of which languages are asked what: a question in parts that have no text in common.

The row tells its language for nothing; asked by its token, the index goes along all texts of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from articles.search.tsquery import COLUMNS, EVERY, OTHER

_OWN = tuple(code for code in COLUMNS if code != OTHER)
_LEXEME = re.compile(r"'(?:[^']|'')*'")
# A lexeme with what stands behind it, a bracket, or what joins two of them.
_TOKEN = re.compile(r"'(?:[^']|'')*'(?::\*)?|[()]| & | \| | <(?:-|\d+)> ")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the texts of some languages are asked: of these, or where `is_rest`, of all but these."""

    tsquery: str
    languages: tuple[str, ...]
    is_rest: bool = False


def scopes(by_language: Mapping[str, str]) -> list[Scope]:
    """The same as `scoped`, parted: the languages that are asked the same together, no text in two of them.

    What may ask for nothing but the absence of words is given what every entry has: the whole index would be read.
    """
    return [
        _scope(f"{EVERY} & ({query})" if "!" in query else query, codes)
        for query, codes in _together(by_language).items()
    ]


def scopes_met_once(by_language: Mapping[str, str]) -> list[Scope]:
    """The same texts as by `scopes`, those first that several languages are asked alike.

    French texts are asked for «nation» or «nationaux», English ones for «nation»: parted by language alone, each part
    would meet all texts with «nation», and read the rows of the other language to put them away. So these are asked
    of both; then, of French ones alone, what has «nationaux» and not «nation».
    """
    return list(_met_once(tuple(_together(by_language).items())))


def _together(by_language: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Query → the languages whose texts are asked it."""
    together: dict[str, tuple[str, ...]] = {}
    for code, query in by_language.items():
        if query:
            together[query] = (*together.get(query, ()), code)
    return together


def _scope(tsquery: str, codes: Iterable[str]) -> Scope:
    asked = set(codes)
    is_rest = OTHER in asked
    return Scope(tsquery, tuple(code for code in _OWN if (code in asked) != is_rest), is_rest)


@lru_cache(maxsize=200)
def _met_once(asked: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Scope, ...]:
    """The scopes of queries, each with the languages it is for."""
    if any("!" in query for query, _codes in asked):
        return tuple(scopes({code: query for query, codes in asked for code in codes}))
    ways = {query: set(_ways_of(query)) for query, _codes in asked}
    left, found = dict(asked), []
    while shared := _most_shared({query: ways[query] for query in left}):
        alike, common = shared
        told = " | ".join(sorted(common))
        found.append(_scope(told, [code for query in alike for code in left[query]]))
        for query in alike:
            codes = left.pop(query)
            if own := sorted(ways[query] - common):
                found.append(_scope(f"({' | '.join(f'({way})' for way in own)}) & !({told})", codes))
    return (*found, *(_scope(query, codes) for query, codes in left.items()))


def _most_shared(ways: Mapping[str, set[str]]) -> tuple[tuple[str, ...], set[str]] | None:
    """The most queries that have words in common, and these words; None where no two have.

    Words, and no phrases: that a text has none of these the index cannot tell. What asks for several at once has no
    words that say all of it: to ask for those that do would cost the index more than the rows that it spares.
    """
    for count in range(len(ways), 1, -1):
        for queries in combinations(ways, count):
            common = {
                way for way in set.intersection(*(ways[one] for one in queries)) if _LEXEME.fullmatch(way)
            }
            if common:
                return queries, common
    return None


def _ways_of(query: str) -> list[str]:
    """The ways to say what is asked for, one of which a text must have."""
    parts = _parted(query, " | ")
    return parts if len(parts) == 1 else [way for part in parts for way in _ways_of(part)]


def _parted(query: str, joint: str) -> list[str]:
    """The parts of a query at a joint that stands in no brackets, without the brackets around the whole."""
    depth, start, parts, is_whole = 0, 0, [], True
    for token in _TOKEN.finditer(query):
        sign = token.group()
        depth += (sign == "(") - (sign == ")")
        if not depth and sign != ")":
            is_whole = False
        if not depth and sign == joint:
            parts.append(query[start : token.start()])
            start = token.end()
    if is_whole and query.startswith("("):
        return _parted(query[1:-1], joint)
    return [*parts, query[start:]]
