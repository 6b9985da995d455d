"""What the reader of a list may have meant by misspelt words, with the addresses that ask for it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from articles.filters import ArticleFilter
from articles.search.criteria import Criteria
from articles.search.misspelt import offers
from articles.search.query import ReadQuery
from articles.search.results import ResultPage


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


def _address(text: str, parameters: QueryDict) -> str:
    changed = parameters.copy()
    for name in ("page", "after"):
        changed.pop(name, None)
    changed["q"] = text
    return f"?{changed.urlencode()}"
