"""The way a reader came: the search that led to a record, its hits there, the results before and behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from django.http import QueryDict
from django.urls import reverse

from articles.filters import ArticleFilter
from articles.search.criteria import Criteria
from articles.search.results import ResultPage, search_articles

#: A longer address of a list is not read: this much fits, quoted once more, into the address of a record, and a query
#: of five hundred Cyrillic or Arabic letters into this.
LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Trail:
    """A search that led to a record: `address` of its list, the `position` in it from 1 (0: not on that page of it
    any more), and the addresses of the records before and behind, empty at the ends."""

    criteria: Criteria
    address: str
    words: str
    position: int = 0
    total: int = 0
    total_is_exact: bool = True
    previous: str = ""
    next: str = ""

    @property
    def has_hits(self) -> bool:
        """Whether something of it can stand in a text: words, or people and institutions."""
        return bool(self.words or self.criteria.agents)


def way_from(parameters: QueryDict) -> str:
    """What the links of a list tell of it, as `from`; nothing where it would not be read."""
    text = parameters.urlencode()
    return quote(text) if len(text) <= LONGEST else ""


def trail_of(parameters: QueryDict, article_id: int) -> Trail | None:
    """The trail that the address tells of: `from` holds the parameters of the list, or `q` the words alone.

    The list is searched again, and its next or previous page where the record stands at the edge of one.
    """
    text = parameters.get("from", "") or urlencode({"q": parameters["q"]} if parameters.get("q") else {})
    if not text or len(text) > LONGEST:
        return None
    asked = QueryDict(text.replace("\x00", "").lstrip("?"), mutable=True)
    criteria = ArticleFilter(asked).criteria
    result = search_articles(criteria, with_hits=False)
    address = f"{reverse('articles:article-list')}?{asked.urlencode()}"
    trail = Trail(criteria, address, criteria.query.text)
    if article_id not in result.articles:
        return trail
    place = result.articles.index(article_id)
    return replace(
        trail,
        position=(result.page - 1) * criteria.page_size + place + 1,
        total=result.total,
        total_is_exact=result.total_is_exact,
        previous=_before(result, place, criteria, asked),
        next=_behind(result, place, criteria, asked),
    )


def _before(result: ResultPage, place: int, criteria: Criteria, asked: QueryDict) -> str:
    if place:
        return record_address(result.articles[place - 1], asked)
    if result.page < 2:
        return ""
    found = search_articles(replace(criteria, page=result.page - 1, cursor=None), with_hits=False)
    return record_address(found.articles[-1], _on_page(asked, result.page - 1, "")) if found.articles else ""


def _behind(result: ResultPage, place: int, criteria: Criteria, asked: QueryDict) -> str:
    if place + 1 < len(result.articles):
        return record_address(result.articles[place + 1], asked)
    if not result.has_next:
        return ""
    found = search_articles(replace(criteria, page=result.page + 1, cursor=result.next), with_hits=False)
    after = str(result.next) if result.next else ""
    return (
        record_address(found.articles[0], _on_page(asked, result.page + 1, after)) if found.articles else ""
    )


def _on_page(asked: QueryDict, number: int, after: str) -> QueryDict:
    """The parameters of another page of the same list."""
    other = asked.copy()
    for name, value in (("page", str(number) if number > 1 else ""), ("after", after)):
        other.setlist(name, [value] if value else [])
    return other


def record_address(article_id: int, asked: QueryDict) -> str:
    """The page of a record that knows it was reached from this list."""
    return f"{reverse('articles:article-detail', args=[article_id])}?{urlencode({'from': asked.urlencode()})}"
