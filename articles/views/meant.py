"""What the reader of a list may have meant by misspelt words, with the addresses that ask for it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from articles.filters import ArticleFilter
from articles.search.criteria import Criteria
from articles.search.misspelt import offers
from articles.search.query import ReadQuery


@dataclass(frozen=True, slots=True)
class Reworded:
    """The same list for a query in other words: (word, whether it is another than the one typed)."""

    words: tuple[tuple[str, bool], ...]
    address: str


def reworded(filters: ArticleFilter, total: int, parameters: QueryDict) -> list[Reworded]:
    """Other queries that may have been meant, all filters kept; no query where enough texts answer this one."""

    def ask(words: ReadQuery | str) -> Criteria:
        return filters.asking(words).criteria

    return [Reworded(one.words, _address(one.text, parameters)) for one in offers(filters.query, total, ask)]


def _address(text: str, parameters: QueryDict) -> str:
    changed = parameters.copy()
    for name in ("page", "after"):
        changed.pop(name, None)
    changed["q"] = text
    return f"?{changed.urlencode()}"
