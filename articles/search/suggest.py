"""What a reader may be typing: people, institutions, tags and outlets whose names begin so, the most used first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from articles.models import Agent, Source, Tag
from articles.names import fold
from articles.search.near_names import near_names
from articles.vocabulary import AgentKind

#: Shorter beginnings are those of too many names.
SHORTEST = 2
#: So many names that begin so are weighed.
MOST_WEIGHED = 1_000
MOST_SUBJECTS = 4
#: And so many of those whose names are only like what is typed.
MOST_NEAR = 3
_SUBJECT_KINDS = ("tag", "source")

_AGENTS = """
WITH named AS (SELECT DISTINCT agent_id FROM (
        (SELECT agent_id FROM articles_agentname name JOIN articles_agent agent ON agent.id = name.agent_id
            WHERE folded LIKE %(prefix)s AND agent.kind = ANY(%(kinds)s) LIMIT %(most)s)
        UNION ALL
        (SELECT agent_id FROM articles_agentname name JOIN articles_agent agent ON agent.id = name.agent_id
            WHERE last_word LIKE %(prefix)s AND agent.kind = ANY(%(kinds)s) LIMIT %(most)s)) AS found)
SELECT agent.id FROM named JOIN articles_agent agent ON agent.id = named.agent_id
LEFT JOIN LATERAL (SELECT sum(count) AS total FROM articles_facetcount
    WHERE code = archive_code(CASE agent.kind WHEN 'person' THEN 4 ELSE 5 END, agent.id)) AS counted ON true
ORDER BY coalesce(counted.total, 0) DESC, agent.id LIMIT %(limit)s
"""
_SUBJECTS = """
(SELECT 'tag', id FROM articles_tag WHERE lower(unaccent(pref_label_fr)) LIKE %(prefix)s
    OR lower(unaccent(pref_label_en)) LIKE %(prefix)s ORDER BY slug LIMIT %(most)s)
UNION ALL
(SELECT 'source', id FROM articles_source WHERE lower(unaccent(name)) LIKE %(prefix)s ORDER BY slug LIMIT %(most)s)
"""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A record that may be meant: its parameter in the list, its slug and its name."""

    parameter: str
    slug: str
    label: str


def suggest(text: str, limit: int = 8, *, only: str = "") -> list[Suggestion]:
    """Records one of whose names begins like this, in any script; where none does, those it is near to.

    `only` narrows them to one parameter: person, institution, tag or source.
    """
    key = fold(text)
    if len(key) < SHORTEST:
        return []
    kinds = [only] if only in AgentKind else [] if only in _SUBJECT_KINDS else list(AgentKind.values)
    suggestions = _agents(text, key, kinds, limit) if kinds else []
    if not only or only in _SUBJECT_KINDS:
        suggestions += [one for one in _subjects(key) if only in ("", one.parameter)]
    return suggestions


def _agents(text: str, key: str, kinds: Sequence[str], limit: int) -> list[Suggestion]:
    keys = _agent_keys(key, kinds, limit)
    agents = Agent.objects.with_names().in_bulk(keys)
    found = [agents[pk] for pk in keys if pk in agents]
    if not found:
        near = [one.agent for one in near_names(text, limit=limit)]
        found = [agent for agent in near if agent.kind in kinds][:MOST_NEAR]
    return [Suggestion(agent.kind, agent.slug, agent.name) for agent in found]


def _escaped(key: str) -> str:
    return key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _agent_keys(key: str, kinds: Sequence[str], limit: int) -> list[int]:
    asked: dict[str, Any] = {
        "prefix": _escaped(key),
        "most": MOST_WEIGHED,
        "kinds": list(kinds),
        "limit": limit,
    }
    with connection.cursor() as cursor:
        cursor.execute(_AGENTS, asked)
        return [row[0] for row in cursor.fetchall()]


def _subjects(key: str) -> list[Suggestion]:
    with connection.cursor() as cursor:
        cursor.execute(_SUBJECTS, {"prefix": _escaped(key), "most": MOST_SUBJECTS})
        rows = cursor.fetchall()
    tags = Tag.objects.in_bulk([pk for kind, pk in rows if kind == "tag"])
    sources = Source.objects.in_bulk([pk for kind, pk in rows if kind == "source"])
    return [
        *(Suggestion("tag", tag.slug, tag.label) for tag in tags.values()),
        *(Suggestion("source", source.slug, source.name) for source in sources.values()),
    ]
