"""What the reader of a list may have meant by misspelt words, or may ask for instead, with the addresses for it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from articles.filters import ArticleFilter
from articles.search.criteria import Criteria
from articles.search.misspelt import answers, offers
from articles.search.query import ReadQuery
from articles.search.results import ResultPage
from articles.search.rewording import Rewording

#: So many parts of a query are tried.
MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Reworded:
    """The same list for a query in other words: (word, whether it is another than the one typed)."""

    words: tuple[tuple[str, bool], ...]
    address: str


def reworded(filters: ArticleFilter, result: ResultPage, parameters: QueryDict) -> list[Reworded]:
    """Other queries that may have been meant, all filters kept; no query where enough texts answer this one."""
    hits = result.hits if filters.query.unwritten else []
    shown = [part.text for hit in hits for part in (*hit.headline, *hit.snippet) if part.spans]

    def ask(words: ReadQuery | str) -> Criteria:
        return filters.asking(words).criteria

    found = offers(filters.query, result.total, ask, shown)
    return [Reworded(one.words, _address(one.text, parameters)) for one in found]


@dataclass(frozen=True, slots=True)
class WayOut:
    """A part of a query, with the address that asks for it alone."""

    words: str
    address: str


def ways_out(filters: ArticleFilter, result: ResultPage, parameters: QueryDict) -> list[WayOut]:
    """The parts of a query that some texts have, all filters kept; none but where nothing answers though words were
    left out.

    Each part, a few at the most, is read and tried.
    """
    if result.total or not filters.query.left_out:
        return []
    parts = Rewording(filters.query).parts()[:MOST_PARTS]
    return [WayOut(part, _address(part, parameters)) for part in parts if _is_answered(filters, part)]


def _is_answered(filters: ArticleFilter, words: str) -> bool:
    criteria = filters.asking(words).criteria
    return bool(criteria.query.tsquery and answers(criteria, 1))


def _address(text: str, parameters: QueryDict) -> str:
    changed = parameters.copy()
    for name in ("page", "after"):
        changed.pop(name, None)
    changed["q"] = text
    return f"?{changed.urlencode()}"
