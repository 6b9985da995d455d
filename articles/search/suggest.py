"""What a reader may be typing: people, institutions, tags and outlets one of whose names has a word that begins so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from articles.models import AgentName, Tag
from articles.names import consonant_key, fold, romanise, script_of
from articles.search.near_names import near_names
from articles.vocabulary import AgentKind

#: Shorter beginnings are those of too many names; of a longer text the beginning is read.
SHORTEST, LONGEST = 2, 100
#: And those of words within the names of people and institutions, which are looked up by their trigrams.
SHORTEST_WITHIN = 3
#: So many names that begin so are weighed.
MOST_WEIGHED = 500
MOST_SUBJECTS = 4
#: And so many of those whose names are only like what is typed.
MOST_NEAR = 3
_SUBJECT_KINDS = ("tag", "source")
#: What may stand before a name without being on record as part of it: articles, elided ones and «of» among them.
_LEADING = frozenset("l d le la les du de des the".split())
#: The Arabic article is written together with its word.
_ARABIC_ARTICLE = "ال"

# Names within which a word begins so are asked for only where too few begin so themselves: their first word, or last.
_AGENTS = """
WITH begun AS (SELECT DISTINCT agent_id FROM (
        (SELECT agent_id FROM articles_agentname name JOIN articles_agent agent ON agent.id = name.agent_id
            WHERE folded LIKE %(prefix)s AND agent.kind = ANY(%(kinds)s) LIMIT %(most)s)
        UNION ALL
        (SELECT agent_id FROM articles_agentname name JOIN articles_agent agent ON agent.id = name.agent_id
            WHERE last_word LIKE %(prefix)s AND agent.kind = ANY(%(kinds)s) LIMIT %(most)s)) AS found),
named AS (SELECT agent_id, 0 AS place FROM begun
    UNION ALL
    (SELECT DISTINCT agent_id, 1 FROM (
        SELECT agent_id FROM articles_agentname name JOIN articles_agent agent ON agent.id = name.agent_id
            WHERE folded LIKE ANY (%(within)s::text[]) AND agent.kind = ANY(%(kinds)s)
            AND (SELECT count(*) FROM begun) < %(limit)s LIMIT %(most)s) AS found
        WHERE agent_id NOT IN (SELECT agent_id FROM begun)))
SELECT agent.id FROM named JOIN articles_agent agent ON agent.id = named.agent_id
LEFT JOIN LATERAL (SELECT sum(count) AS total FROM articles_facetcount
    WHERE code = archive_code(CASE agent.kind WHEN 'person' THEN 4 ELSE 5 END, agent.id)) AS counted ON true
ORDER BY named.place, coalesce(counted.total, 0) DESC, agent.id LIMIT %(limit)s
"""
# By their sound. In Arabic letters, or typed in them, names are known by their consonants alone; trigrams serve both.
_SOUNDING = """
SELECT agent.id FROM (
    SELECT agent_id FROM (
        (SELECT agent_id FROM articles_agentname name JOIN articles_agent agent ON agent.id = name.agent_id
            WHERE romanised LIKE ANY (%(romanised)s::text[]) AND agent.kind = ANY(%(kinds)s) LIMIT %(most)s)
        UNION ALL
        (SELECT agent_id FROM articles_agentname name JOIN articles_agent agent ON agent.id = name.agent_id
            WHERE consonants LIKE ANY (%(consonants)s::text[]) AND (%(is_arabic)s OR script = 'Arab')
            AND agent.kind = ANY(%(kinds)s) LIMIT %(most)s)) AS found GROUP BY agent_id) AS named
JOIN articles_agent agent ON agent.id = named.agent_id
LEFT JOIN LATERAL (SELECT sum(count) AS total FROM articles_facetcount
    WHERE code = archive_code(CASE agent.kind WHEN 'person' THEN 4 ELSE 5 END, agent.id)) AS counted ON true
ORDER BY coalesce(counted.total, 0) DESC, agent.id LIMIT %(limit)s
"""
# All labels of a tag as one text first: it is quicker than each by itself, which then are few.
_SUBJECTS = """
WITH labelled AS (
    SELECT 'tag' AS kind, 6 AS code, id, slug, pref_label_fr AS name, pref_label_en AS english, folded
        FROM articles_tag
        WHERE %(only)s IN ('', 'tag') AND ' ' || array_to_string(folded, ' ') LIKE ANY (%(within)s::text[])
    UNION ALL
    SELECT 'source', 3, id, slug, name, '', ARRAY[folded] FROM articles_source
        WHERE %(only)s IN ('', 'source') AND ' ' || folded LIKE ANY (%(within)s::text[])),
ranked AS (
    SELECT labelled.*,
        row_number() OVER (PARTITION BY kind ORDER BY place, coalesce(total, 0) DESC, slug) AS rank
    FROM labelled
    CROSS JOIN LATERAL (SELECT min(CASE WHEN label LIKE ANY (%(begun)s::text[]) THEN 0 ELSE 1 END) AS place
        FROM unnest(folded) AS label
        WHERE label LIKE ANY (%(begun)s::text[]) OR label LIKE ANY (%(within)s::text[])) AS matched
    LEFT JOIN LATERAL (SELECT sum(count) AS total FROM articles_facetcount
        WHERE code = archive_code(labelled.code, labelled.id)) AS counted ON true
    WHERE place IS NOT NULL)
SELECT kind, slug, name, english FROM ranked WHERE rank <= %(most)s ORDER BY kind DESC, rank
"""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A record that may be meant: its parameter in the list, its slug and its name."""

    parameter: str
    slug: str
    label: str


def suggest(text: str, limit: int = 8, *, only: str = "") -> list[Suggestion]:
    """Records with a name a word of which begins like this; where none has, one that sounds so in any script or
    spelling, and where none does, those it is near to.

    Names that begin so themselves go first, then those in most texts. Where nothing is found with an article that
    is typed before the name, it is left out. No more than `LONGEST` letters are read.
    `only` narrows them to one parameter: person, institution, tag or source.
    """
    text = text[:LONGEST]
    key = fold(text)
    if len(key) < SHORTEST:
        return []
    kinds = [only] if only in AgentKind else [] if only in _SUBJECT_KINDS else list(AgentKind.values)
    suggestions = _agents(text, key, kinds, limit) if kinds else []
    if not only or only in _SUBJECT_KINDS:
        suggestions += _subjects(key, only) or _subjects(_bare(key), only)
    return suggestions


def _bare(key: str) -> str:
    """The key without an article that leads it; empty where none does, or nothing worth asking for follows."""
    first, _blank, rest = key.partition(" ")
    bare = rest if first in _LEADING else key.removeprefix(_ARABIC_ARTICLE)
    return bare if len(bare) >= SHORTEST and bare != key else ""


def _agents(text: str, key: str, kinds: Sequence[str], limit: int) -> list[Suggestion]:
    keys = (
        _agent_keys(key, kinds, limit)
        or _agent_keys(_bare(key), kinds, limit)
        or _sounding_keys(text, kinds, limit)
    )
    if keys:
        labels = AgentName.objects.labels(keys)
        named = [labels[pk] for pk in keys if pk in labels]
        return [Suggestion(one.kind, one.slug, one.name) for one in named]
    near = [one.agent for one in near_names(text, limit=limit) if one.agent.kind in kinds]
    return [Suggestion(agent.kind, agent.slug, agent.name) for agent in near[:MOST_NEAR]]


def _begun(key: str) -> list[str]:
    """Patterns of the names that begin so, in Arabic with the article too; folding leaves no sign to be escaped."""
    return [f"{key}%", f"{_ARABIC_ARTICLE}{key}%"] if script_of(key) == "Arab" else [f"{key}%"]


def _within(key: str) -> list[str]:
    """Patterns of the names within which a word begins so."""
    return [f"% {pattern}" for pattern in _begun(key)]


def _agent_keys(key: str, kinds: Sequence[str], limit: int) -> list[int]:
    if not key:
        return []
    asked: dict[str, Any] = {
        "prefix": f"{key}%",
        "within": [*_within(key), *_begun(key)[1:]] if len(key) >= SHORTEST_WITHIN else [],
        "most": MOST_WEIGHED,
        "kinds": list(kinds),
        "limit": limit,
    }
    with connection.cursor() as cursor:
        cursor.execute(_AGENTS, asked)
        return [row[0] for row in cursor.fetchall()]


def _sounding_keys(text: str, kinds: Sequence[str], limit: int) -> list[int]:
    """Those who have a name a word of which sounds so at its beginning: «chizhi» that of Чижиков."""
    sounds = {"romanised": romanise(text), "consonants": consonant_key(text)}
    asked: dict[str, Any] = {
        name: [f"{key}%", f"% {key}%"] if len(key) >= SHORTEST_WITHIN else [] for name, key in sounds.items()
    }
    if not any(asked.values()):
        return []
    with connection.cursor() as cursor:
        asked |= {"is_arabic": script_of(text) == "Arab", "most": MOST_WEIGHED}
        cursor.execute(_SOUNDING, {**asked, "kinds": list(kinds), "limit": limit})
        return [row[0] for row in cursor.fetchall()]


def _subjects(key: str, only: str) -> list[Suggestion]:
    if not key:
        return []
    asked: dict[str, Any] = {
        "begun": _begun(key),
        "within": _within(key),
        "most": MOST_SUBJECTS,
        "only": only,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SUBJECTS, asked)
        rows = cursor.fetchall()
    return [
        Suggestion(kind, slug, Tag(pref_label_fr=name, pref_label_en=english).label)
        for kind, slug, name, english in rows
    ]
