"""Names on record that a misspelt word of a query is near to, in any script: read so, or asked back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from rapidfuzz.distance import OSA

from articles.models import Agent
from articles.names import consonant_key, fold, romanise, similarity, surname_of
from articles.names.common_words import is_place
from articles.names.fold import script_of
from articles.names.given_names import is_given_name
from articles.names.tokens import PARTICLES, is_numeral
from articles.search.common_words import is_common
from articles.search.titles import is_title

#: As alike as this, the word is read as the name; less, the reader is asked.
READ_AS, ASK = 0.84, 0.66
#: A surname of so many letters, one of which is missing, too many, wrong, or exchanged with the next, is read so too.
LONG_ENOUGH = 6
_ASKED = READ_AS - 0.01
#: What stands beside it is so like a name as to be one of its words; shorter words say nothing.
LIKE_AT_ALL, SHORTEST_BESIDE = 0.6, 3
#: A shorter word is near to too many names; longer words to none.
SHORTEST, LONGEST = 5, 100
#: So many of the likest names are looked at, of those whom they may name so many.
WEIGHED, SHORTLIST = 120, 40
#: Of so many that have enough of the trigrams, as the table holds them: beyond them the likest may be missed.
MOST_COMPARED = 5_000
#: Words of a name that are not looked at by themselves: el, bin, von.
LONGEST_PARTICLE = 3

# How much of the word's trigrams the name must have somewhere within; the index serves `<%`. Each comparison costs with
# the length of both: no more than so many are made. Whose the names are is asked for the likest alone: a word of three
# consonants is somewhat like thousands.
_LIKE = """
(SELECT likest.agent_id, likest.text FROM (
    SELECT agent_id, text, folded, word_similarity(%({column})s, {column}) AS likeness FROM (
        SELECT id, agent_id, text, folded, {column} FROM articles_agentname
        WHERE %({column})s <%% {column} LIMIT %(compared)s) AS like_at_all
    ORDER BY likeness DESC, id LIMIT %(weighed)s) AS likest
 JOIN articles_agent agent ON agent.id = likest.agent_id
 WHERE %(any_kind)s OR agent.kind = 'person' OR likest.folded NOT LIKE '%% %%'
 ORDER BY likest.likeness DESC LIMIT %(limit)s)
"""
_SHORTLIST = "UNION".join(_LIKE.format(column=column) for column in ("romanised", "consonants"))
_LEAST_LIKENESS = "0.45"


@dataclass(frozen=True, slots=True)
class NearName:
    """An agent a part of whose name is like the words; `score` lies between 0 and 1."""

    surface: str
    agent: Agent
    name: str
    score: float

    def may_be_meant(self, beside: Sequence[str], others: Iterable[str]) -> bool:
        """Whether to ask back, with these words typed right beside, and these others: what stands beside it as a name
        must be like one of theirs, and beside what is little like a given name one must be like the surname.

        «Raouda Laabidi» is no Mhenni, «Lotfi Dziri» no al-Dossari.
        """
        names = [name.text for name in self.agent.names.all()]
        family = {word for name in names for word in fold(surname_of(name) or name).split()}
        is_given = all(_of_word(self.surface, word) < ASK for word in family)
        if is_given and self.score < _ASKED and not any(_is_like(word, family) for word in others):
            return False
        known = {word for name in names for word in fold(name).split()}
        return all(_is_like(word, known) for word in beside if _is_named(word, is_given=is_given))


def _is_like(word: str, names: Iterable[str]) -> bool:
    return any(similarity(word, name) >= LIKE_AT_ALL for name in names)


def _is_named(word: str, *, is_given: bool) -> bool:
    """Whether a word beside a name seems to be part of one; Arabic has no capitals: beside a given name any, beside a
    surname what is known as a given name."""
    folded = fold(word)
    if len(folded) < SHORTEST_BESIDE or folded in PARTICLES or is_place(folded):
        return False
    if is_title(word) or is_common(word, among_capitals=True):
        return False
    return (is_given or is_given_name(folded)) if script_of(word) == "Arab" else word[:1].isupper()


def near_names(surface: str, limit: int = 3) -> list[NearName]:
    """The agents with a name like these words, or of which one word is like this one; the most alike first.

    Of what is longer than a name none. Of words of which thousands of names have half, as of a given name that
    everybody bears, not all names are compared.
    """
    if len(fold(surface)) < SHORTEST or len(surface) > LONGEST:
        return []
    best: dict[int, tuple[float, str]] = {}
    for agent_id, name in _shortlist(surface):
        score = _likeness(surface, name)
        if score >= ASK and score > best.get(agent_id, (0.0, ""))[0]:
            best[agent_id] = (score, name)
    ordered = sorted(best, key=lambda agent_id: (-best[agent_id][0], agent_id))
    if len(ordered) > limit and best[ordered[limit]][0] == 1.0:
        return []  # of so many of one sound none is meant
    ordered = ordered[:limit]
    agents = Agent.objects.with_names().in_bulk(ordered)
    return [NearName(surface, agents[key], best[key][1], best[key][0]) for key in ordered if key in agents]


def _likeness(surface: str, name: str) -> float:
    """Of one word: to the likest word of a name of several; of several: to the whole name.

    One that is like a given name alone is never more than asked back: many have it.
    """
    if len(surface.split()) > 1:
        return similarity(surface, name)
    family = set((surname_of(name) or name).split())
    words = [
        word
        for word in name.replace(",", " ").split()
        if len(word) > LONGEST_PARTICLE and not is_numeral(fold(word))
    ]
    return max(
        (min(_of_word(surface, word), 1.0 if word in family else _ASKED) for word in words), default=0.0
    )


def _of_word(surface: str, word: str) -> float:
    typed, known = fold(surface), fold(word)
    is_slip = len(typed) >= LONG_ENOUGH and OSA.distance(typed, known, score_cutoff=1) <= 1
    return max(similarity(surface, word), READ_AS if is_slip else 0.0)


def _shortlist(text: str) -> list[tuple[int, str]]:
    """(agent, name) pairs that share trigrams with the keys of `text`."""
    parameters: dict[str, str | int | bool] = {
        "romanised": _each_once(romanise(text)),
        "consonants": _each_once(consonant_key(text)),
        "compared": MOST_COMPARED,
        "weighed": WEIGHED,
        "limit": SHORTLIST,
        # One word of an institution's name of several is a word like others.
        "any_kind": " " in text,
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, false)", [_LEAST_LIKENESS])
        cursor.execute(_SHORTLIST, parameters)
        return list(cursor.fetchall())


def _each_once(key: str) -> str:
    """The words of a key, each once: its trigrams are the same."""
    return " ".join(dict.fromkeys(key.split()))
