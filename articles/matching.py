"""Names in any spelling and script: a shortlist by PostgreSQL's trigrams, re-ranked by likeness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from articles.models import Agent
from articles.names import PROPOSE_THRESHOLD, best_matches, consonant_key, fold, romanise
from articles.names.tokens import is_numeral
from articles.vocabulary import NameForm

#: How many names each of the two keys contributes to the shortlist.
SHORTLIST = 50
#: Names less alike than this in trigrams are not looked at; the index serves this comparison. The second
#: look takes two to three times as long as the first: it is taken where the first finds nothing to propose.
LOOKS = (0.3, 0.2)
#: So many names of a record are compared with the others, and so many likely doubles are told.
MOST_NAMES, MOST_DOUBLES = 12, 3

_SHORTLIST = """
SELECT place, agent_id, text
FROM unnest(%(keys)s::text[], %(consonants)s::text[]) WITH ORDINALITY AS asked (key, consonants, place),
LATERAL (
    (SELECT agent_id, text FROM articles_agentname WHERE romanised %% asked.key
     ORDER BY similarity(romanised, asked.key) DESC LIMIT %(limit)s)
    UNION
    (SELECT agent_id, text FROM articles_agentname name WHERE name.consonants %% asked.consonants
     ORDER BY similarity(name.consonants, asked.consonants) DESC LIMIT %(limit)s)
) AS found
"""

_Best = dict[int, tuple[float, str]]
"""Agent → how much its likest name is like the one asked for, and that name."""


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
    return similar_agents_of([text], kind=kind, threshold=threshold, limit=limit)[text]


def similar_agents_of(
    texts: Iterable[str], *, kind: str = "", threshold: float = PROPOSE_THRESHOLD, limit: int = 5
) -> dict[str, list[Match]]:
    """The same for several names: six queries at most, however many they are."""
    best: dict[str, _Best] = {text: {} for text in texts}
    for least in LOOKS:
        if missing := [text for text, found in best.items() if not found]:
            shortlists = _shortlists(missing, least)
            best |= {text: _best(text, shortlists[text], threshold) for text in missing}
    agents = Agent.objects.with_names().in_bulk({agent for found in best.values() for agent in found})
    matches = {}
    for text, found in best.items():
        known = [Match(agents[agent], name, score) for agent, (score, name) in found.items()]
        wanted = [match for match in known if not kind or match.agent.kind == kind]
        matches[text] = sorted(wanted, key=lambda match: (-match.score, match.agent.slug))[:limit]
    return matches


def likely_doubles(agent: Agent) -> list[Match]:
    """The other records of its kind that are perhaps this one, by a name much like one of its own in any script.

    The most alike first. Of names of several words alone, without acronyms, and not where their numbers differ
    (Mohammed V); six queries at most, however many its names.
    """
    names = [name.text for name in agent.names.all() if name.form != NameForm.ACRONYM and " " in name.folded]
    found: dict[int, Match] = {}
    for name, matches in similar_agents_of(names[:MOST_NAMES], kind=agent.kind).items():
        for match in matches:
            known = found.get(match.agent.pk)
            if _numbers(match.name) == _numbers(name) and (known is None or known.score < match.score):
                found[match.agent.pk] = match
    found.pop(agent.pk, None)
    return sorted(found.values(), key=lambda match: (-match.score, match.agent.slug))[:MOST_DOUBLES]


def _numbers(name: str) -> set[str]:
    """What tells bearers of one name apart: VI, II, 2."""
    return {word for word in fold(name).split() if is_numeral(word) or word.isdigit()}


def _best(text: str, shortlist: Iterable[tuple[int, str]], threshold: float) -> _Best:
    """The agents of the shortlist that are like enough."""
    agents_of: dict[str, list[int]] = {}
    for agent_id, name in shortlist:
        agents_of.setdefault(name, []).append(agent_id)
    best: _Best = {}
    for name, score in best_matches(text, agents_of, limit=len(agents_of)):
        for agent_id in agents_of[name] if score >= threshold else ():
            best.setdefault(agent_id, (score, name))
    return best


def _shortlists(texts: Sequence[str], least: float) -> dict[str, list[tuple[int, str]]]:
    """Text → (agent, name) pairs whose keys' trigrams are at least so like its own."""
    parameters: dict[str, Any] = {
        "keys": [romanise(text) for text in texts],
        "consonants": [consonant_key(text) for text in texts],
        "limit": SHORTLIST,
    }
    found: dict[str, list[tuple[int, str]]] = {text: [] for text in texts}
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, false)", [str(least)])
        cursor.execute(_SHORTLIST, parameters)
        for place, agent, name in cursor.fetchall():
            found[texts[place - 1]].append((agent, name))
    return found
