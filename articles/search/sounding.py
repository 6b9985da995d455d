"""Names on record that a word of a query sounds like, however texts spell it: Soloviev, Solovyov, Соловьёв."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.names import consonant_key, fold, romanise, similarity
from articles.names.fold import script_of
from articles.statements import Prepared, Rows

#: A word whose consonants are those of a name, and that is as alike as this, is that name in another spelling.
LIKE_NAME = 0.9
#: Of fewer letters, or fewer consonants, a word sounds like too many names.
SHORTEST, LEAST_CONSONANTS = 5, 3
#: So many names of the same consonants are compared, for all words of a query.
MOST_COMPARED = 200

# The trigrams of the keys serve LIKE. A name of several words is known by its last one, if it is a person's.
SOUNDING = Prepared(
    "sounding_names",
    ("text[]", "text", "int"),
    """SELECT agent_id, text, consonants FROM articles_agentname name
        JOIN articles_agent agent ON agent.id = agent_id
        WHERE consonants LIKE ANY ($1) AND (agent.kind = $2 OR folded NOT LIKE '% %')
        ORDER BY agent_id LIMIT $3""",
)


@dataclass(frozen=True, slots=True)
class Sounding:
    """A record that bears a name a word sounds like; `is_alike` where they may be two names after all."""

    agent: int
    name: str
    score: float
    is_alike: bool


def patterns(words: Iterable[str]) -> list[str]:
    """What the consonants of a name end in that one of these words may be; none of a word that says too little."""
    keys = dict.fromkeys(key for word in words if (key := _key(word)))
    return [pattern for key in keys for pattern in (key, f"% {key}")]


def sounding(words: Iterable[str], names: Rows) -> dict[str, list[Sounding]]:
    """Word → whose name it sounds like, each once, among the names found by these patterns; the likest first."""
    by_key: dict[str, list[tuple[int, str]]] = {}
    for agent, text, consonants in names:
        by_key.setdefault(consonants.rpartition(" ")[2], []).append((agent, text))
    return {word: found for word in words if (found := _like(word, by_key))}


def _like(word: str, by_key: Mapping[str, Iterable[tuple[int, str]]]) -> list[Sounding]:
    best: dict[int, Sounding] = {}
    key = romanise(word)
    for agent, text in by_key.get(_key(word), ()):
        # What a name of several words ends in; hyphens part words as well.
        family = fold(text).rpartition(" ")[2]
        is_same = romanise(family) == key
        score = 1.0 if is_same else similarity(word, family)
        if score >= LIKE_NAME and (agent not in best or score > best[agent].score):
            # A capital tells a name, and Arabic has none.
            is_alike = not is_same and word.islower() and script_of(word) != "Arab"
            best[agent] = Sounding(agent, text, score, is_alike)
    return sorted(best.values(), key=lambda one: -one.score)


def _key(word: str) -> str:
    """The consonants of one word of letters alone; empty where they say too little."""
    folded = fold(word)
    if len(folded) < SHORTEST or not folded.isalpha():
        return ""
    key = consonant_key(word)
    return key if len(key) >= LEAST_CONSONANTS and key.isalnum() else ""
