"""Where in one record the hits of a search stand, in the whole of its text."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import Article, Mention
from articles.passages import Span, joined
from articles.search.criteria import Criteria
from articles.search.snippets import FIELDS, words_in


def hits_in(article: Article, mentions: Iterable[Mention], criteria: Criteria) -> dict[str, list[Span]]:
    """Field → the hits in it, in their order, none touching another; one statement, or none without words.

    A hit is a word of the query or the mention of someone asked for. One that touches a mention takes all of it
    in, so that a name is marked whole.
    """
    texts = [(article.language, getattr(article, name)) for name in FIELDS]
    spans = dict(zip(FIELDS, words_in(texts, criteria.query), strict=True))
    agents = criteria.query.agents | criteria.agents
    places: dict[str, list[Mention]] = {name: [] for name in FIELDS}
    for mention in mentions:
        places[mention.field].append(mention)
        if mention.agent_id in agents:
            spans[mention.field].append(Span(mention.start, mention.end))
    return {name: joined(_whole(spans[name], places[name])) for name in FIELDS}


def _whole(spans: Iterable[Span], mentions: Iterable[Mention]) -> list[Span]:
    """Each span with the mentions it touches."""
    known = list(mentions)
    found = []
    for span in spans:
        touched = [one for one in known if one.start < span.end and one.end > span.start]
        start = min([span.start, *(one.start for one in touched)])
        end = max([span.end, *(one.end for one in touched)])
        found.append(Span(start, end))
    return found
