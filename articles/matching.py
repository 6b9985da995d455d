"""Names in any spelling and script: a shortlist by PostgreSQL's trigrams, re-ranked by likeness."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from articles.models import Agent
from articles.names import PROPOSE_THRESHOLD, best_matches, consonant_key, romanise

#: How many names each of the two keys contributes to the shortlist.
SHORTLIST = 50
#: Names less alike than this in trigrams are not looked at; the index serves this comparison. The second
#: look takes two to three times as long as the first: it is taken where the first finds nothing to propose.
LOOKS = (0.3, 0.2)

_SHORTLIST = """
(SELECT agent_id, text FROM articles_agentname WHERE romanised %% %(key)s
 ORDER BY similarity(romanised, %(key)s) DESC LIMIT %(limit)s)
UNION
(SELECT agent_id, text FROM articles_agentname WHERE consonants %% %(consonants)s
 ORDER BY similarity(consonants, %(consonants)s) DESC LIMIT %(limit)s)
"""


@dataclass(frozen=True, slots=True)
class Match:
    """An agent on record whose name is like the one asked for; `score` lies between 0 and 1."""

    agent: Agent
    name: str
    score: float


def similar_agents(
    text: str, *, kind: str = "", threshold: float = PROPOSE_THRESHOLD, limit: int = 5
) -> list[Match]:
    """The agents one of whose names is at least so like `text`, in any script, the most alike first."""
    best: dict[int, tuple[float, str]] = {}
    for least in LOOKS:
        agents_of: dict[str, list[int]] = {}
        for agent_id, name in _shortlist(text, least):
            agents_of.setdefault(name, []).append(agent_id)
        for name, score in best_matches(text, agents_of, limit=len(agents_of)):
            for agent_id in agents_of[name] if score >= threshold else ():
                best.setdefault(agent_id, (score, name))
        if best:
            break
    agents = Agent.objects.with_names().in_bulk(best)
    matches = [Match(agents[agent_id], name, score) for agent_id, (score, name) in best.items()]
    wanted = [match for match in matches if not kind or match.agent.kind == kind]
    return sorted(wanted, key=lambda match: (-match.score, match.agent.slug))[:limit]


def _shortlist(text: str, least: float) -> list[tuple[int, str]]:
    """(agent, name) pairs whose keys' trigrams are at least so like those of `text`."""
    parameters: dict[str, str | int] = {
        "key": romanise(text),
        "consonants": consonant_key(text),
        "limit": SHORTLIST,
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.similarity_threshold', %s, false)",
            [str(least)],
        )
        cursor.execute(_SHORTLIST, parameters)
        return list(cursor.fetchall())
