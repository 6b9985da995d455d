"""How many more texts perhaps name whom a list is narrowed to, with the address that asks for them by name."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass

from django.http import QueryDict

from articles.filters import ArticleFilter
from articles.kept import Kept
from articles.models import SearchEntry

_every: Kept[int, int] = Kept(5_000)


@dataclass(frozen=True, slots=True)
class MoreTexts:
    """So many texts more, and the list that has them: the same words and filters, the name among the words."""

    count: int
    address: str


def texts_perhaps_naming(agent: int) -> int:
    """How many texts of the archive only perhaps name somebody: counted once for each of its versions."""
    return _every.one(agent, lambda: SearchEntry.objects.count_perhaps_naming(agent))


def more_texts(filters: ArticleFilter, parameters: QueryDict) -> MoreTexts | None:
    """None where the list is not narrowed to one person or institution, or its words could not hold a name more.

    Two queries at most, only for such a list; none where it was told at this version of the archive that there is none.
    """
    asked = [(kind, agent) for kind in ("person", "institution") for agent in filters.values.get(kind, ())]
    query = filters.query
    if len(asked) != 1 or query.exact or len(query.branches) > 1 or query.unread:
        return None
    ((kind, agent),) = asked
    if agent.pk in query.agents:
        return None
    if not texts_perhaps_naming(agent.pk):
        return None
    count = filters.perhaps_naming(agent.pk).count()
    return MoreTexts(count, _by_name(parameters, kind, query.text, agent.name)) if count else None


def _by_name(parameters: QueryDict, kind: str, words: str, name: str) -> str:
    asked = copy(parameters)
    for parameter in (kind, "page", "after"):
        asked.pop(parameter, None)
    asked["q"] = f"{name} {words}".strip()
    return f"?{asked.urlencode()}"
