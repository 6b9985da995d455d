"""Names on record that words of a query sound like, whatever the spelling: Soloviev, Solovyov, Соловьёв."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.names import consonant_key, romanise
from articles.names.acronyms import are_one_acronym
from articles.names.fold import script_of
from articles.names.regnal import are_of_another
from articles.names.skeleton import MARK, skeletons, skeletons_of_surname, turned
from articles.search.alike import (
    LIKE_PART,
    LIKE_WHOLE,
    MOST_BEARERS,
    how_alike,
    keys_of_word,
    likeness,
    row_likeness,
    with_habits,
)
from articles.search.apart import places_apart
from articles.search.by_class import is_arabic_row, may_be_alike
from articles.search.in_step import LEAST_WORDS
from articles.search.likest import likest_pairs
from articles.search.names_in_texts import NamesInTexts, Unrecorded
from articles.search.pieces import Piece
from articles.search.rows import (
    LEAST_CONSONANTS,
    forms_of_row,
    is_ben_row,
    is_short,
    keys_of_row,
    rows_of,
    spoken,
    words_and_behind,
)
from articles.statements import Prepared, Rows, Statement
from articles.vocabulary import AgentKind

#: So many names are compared with each single word, and with all rows.
MOST_SURNAMES, MOST_NAMES = 60, 60
#: Of more words, those of two consonants are looked up in no name of several words: too many have such.
MOST_WORDS_OF_SHORT_KEYS = 4
#: Of more words none is looked for as the habits of a language may have it: each would be under dozens of keys.
MOST_WORDS_WITH_HABITS = 3

# A name of several words is known by its last one, if it is a person's. So many of each key: of one that everybody
# bears there may be thousands. By the words' own keys those too that may be heard so.
_SURNAMES = Prepared(
    "sounding_surnames",
    ("text[]", "text", "int", "text[]"),
    """SELECT agent_id, text, sound FROM unnest($1) AS sought (sound) CROSS JOIN LATERAL (
            SELECT agent_id, text FROM articles_agentname name JOIN articles_agent agent ON agent.id = agent_id
            WHERE split_part(consonants, ' ', -1) = sound AND (agent.kind = $2 OR folded NOT LIKE '% %')
            LIMIT $3) AS bearer
        UNION
        SELECT agent_id, text, sound FROM unnest($4) AS sought (sound) CROSS JOIN LATERAL (
            SELECT agent_id, text FROM articles_agentname name JOIN articles_agent agent ON agent.id = agent_id
            WHERE other_sounds @> ARRAY[sound] AND other_sounds <> '{}' AND agent.kind = $2
            LIMIT $3) AS heard
        ORDER BY agent_id""",
)
# Trigrams of the key serve LIKE. Whose the names are is asked for the likest alone.
_NAMES = Prepared(
    "sounding_names",
    ("text[]", "text", "int", "text[]"),
    """SELECT agent_id, kind, text, romanised FROM (
            (SELECT agent_id, text, romanised, similarity(romanised, $2) AS likeness FROM articles_agentname
            WHERE consonants LIKE ANY ($1) AND folded LIKE '% %'
            ORDER BY likeness DESC, agent_id LIMIT $3)
            UNION
            (SELECT agent_id, text, romanised, similarity(romanised, $2) FROM articles_agentname
            WHERE other_sounds && $4 AND other_sounds <> '{}'
            ORDER BY similarity(romanised, $2) DESC, agent_id LIMIT $3)) AS likest
        JOIN articles_agent agent ON agent.id = likest.agent_id
        ORDER BY likeness DESC, agent_id""",
)


@dataclass(frozen=True, slots=True)
class Sounding:
    """Words of a branch, `start` to `end`, that sound like the names of these agents.

    `is_same` where exactly so, in another script: in one script other letters may be another name.
    """

    start: int
    end: int
    agents: tuple[int, ...]
    score: float
    is_same: bool


class SoundingNames:
    """What the pieces of a query's branches sound like: statements to be sent with others, then what they tell.

    `in_texts` are the names that texts have, and no record.
    """

    def __init__(self, branches: Sequence[Sequence[Piece]]) -> None:
        self._branches = branches
        plain = [_keys_of_words(pieces) if is_short(pieces) else {} for pieces in branches]
        self._plain = dict.fromkeys(key for branch in plain for words in branch.values() for key in words)
        is_short_enough = sum(map(len, plain)) <= MOST_WORDS_WITH_HABITS
        self._keys = [
            {at: with_habits(keys) if is_short_enough else keys for at, keys in branch.items()}
            for branch in plain
        ]
        self._surnames: dict[str, list[tuple[int, str]]] = {}
        self._names: Rows = []
        self._forms = [
            {(start, end): tuple(forms_of_row(pieces[start:end])) for start, end in rows_of(pieces)}
            for pieces in branches
        ]
        self._rows = sum(map(len, self._forms))
        self.in_texts = NamesInTexts(self._rows)

    def statements(self) -> list[Statement]:
        """What is asked: of the names on record the surnames, and those of several words; and the names in texts."""
        keys = dict.fromkeys(key for branch in self._keys for words in branch.values() for key in words)
        words = " ".join(map(spoken, self._in_rows()))
        sounds = keys_of_row(words)
        least = 2 if words.count(" ") < MOST_WORDS_OF_SHORT_KEYS else LEAST_CONSONANTS
        inflected = [
            key for key in self._plain if words and LEAST_CONSONANTS <= len(key.lstrip(MARK)) == len(key)
        ]
        parts = list(dict.fromkeys([*(key for key in sounds if len(key) >= least), *inflected]))
        patterns = [pattern for key in parts for pattern in (f"{key} %", f"% {key}", f"% {key} %")]
        asked: list[Statement] = []
        if keys:
            written = [key for key in keys if not key.startswith(MARK)]
            asked.append((_SURNAMES, [written, AgentKind.PERSON, MOST_SURNAMES, self._own(keys)]))
        wholes = self._skeletons()
        if patterns or wholes:
            asked.append((_NAMES, [patterns, romanise(words), MOST_NAMES, wholes]))
        if keys or parts or wholes:
            asked.append(self.in_texts.statement([*keys, *parts, *wholes]))
        return asked

    def _own(self, keys: Iterable[str]) -> list[str]:
        """Those of these keys that the words have by themselves, and their skeletons."""
        return [key for key in keys if key in self._plain or key.startswith(MARK)]

    def _skeletons(self) -> list[str]:
        """Those of the rows of words, as they stand and as they may stand in a dictionary."""
        rows = (words for branch in self._forms for forms in branch.values() for words in forms)
        keys = dict.fromkeys(
            key
            for words in rows
            for key in (*(key for row in turned(words) for key in skeletons(row)), *_of_surname(words))
        )
        return list(keys)

    def _in_rows(self) -> Iterator[Piece]:
        """The pieces that may be part of a name of several words."""
        for pieces in self._branches:
            places = {at for start, end in rows_of(pieces) for at in range(start, end)}
            yield from (pieces[at] for at in sorted(places))

    def learn(self, answers: Iterable[tuple[Statement, Rows]]) -> None:
        """Take in what each statement has given."""
        for (statement, _values), rows in answers:
            if statement is _SURNAMES:
                for agent, text, key in rows:
                    self._surnames.setdefault(key, []).append((agent, text))
            elif statement is _NAMES:
                self._names = rows
            else:
                self.in_texts.learn(rows)

    def of_rows(self, branch: int, known: Iterable[tuple[int, int]]) -> list[Sounding]:
        """The rows of words that are a whole name by their sound, the likest first; none within what is known.

        A surname with its «Ben» comes last: it may be the end of a whole name.
        """
        pieces, known = self._branches[branch], list(known)
        if len(pieces) < LEAST_WORDS or not (names := [*self._names, *self._names_heard(branch)]):
            return []
        rows = (
            row
            for row in self._forms[branch]
            if not any(start <= row[0] and row[1] <= end for start, end in known)
        )
        found = [one for row in rows if (one := self._of_row(pieces, row, self._forms[branch][row], names))]
        return sorted(found, key=lambda one: (self._is_ben(pieces, one), -one.score, one.start - one.end))

    @staticmethod
    def _is_ben(pieces: Sequence[Piece], one: Sounding) -> bool:
        return is_ben_row(" ".join(map(spoken, pieces[one.start : one.end])))

    def _names_heard(self, branch: int) -> Iterator[tuple[int, str, str, str]]:
        """The names of several words whose surname a single word may be, by the habits of a language."""
        for keys in self._keys[branch].values():
            for key, words in keys.items():
                for agent, name in self._surnames.get(key, ()):
                    if key in self._plain and key in consonant_key(name).split():
                        continue  # among the names
                    if " " in name and any(likeness(one, name) >= LIKE_PART for one in words):
                        yield agent, AgentKind.PERSON.value, name, romanise(name)

    def _of_row(
        self, pieces: Sequence[Piece], row: tuple[int, int], forms: Sequence[str], names: Rows
    ) -> Sounding | None:
        scores: dict[int, float] = {}
        known: dict[int, str] = {}
        typed, behind = words_and_behind(pieces, *row)
        pairs = [(words, name[2], at) for words in forms for at, name in enumerate(names)]
        for words, name, at in likest_pairs(pairs, self._rows):
            if not may_be_alike(words, name) or are_of_another(name, typed, behind):
                continue
            agent, kind = names[at][:2]
            score = row_likeness(words, name, kind)
            if score > scores.get(agent, 0.0):
                scores[agent], known[agent] = score, name
        return _best(scores, known, forms[0], row, least=LIKE_WHOLE)

    def of_words(self, branch: int) -> list[Sounding]:
        """The single words that are a surname, or a name of one word, by their sound, the likest first."""
        pieces = self._branches[branch]
        found = (self._of_word(pieces, at, keys) for at, keys in self._keys[branch].items())
        return sorted(filter(None, found), key=lambda one: -one.score)

    def _of_word(
        self, pieces: Sequence[Piece], at: int, keys: Mapping[str, Sequence[str]]
    ) -> Sounding | None:
        scores: dict[int, float] = {}
        names: dict[int, str] = {}
        piece, (typed, behind) = pieces[at], words_and_behind(pieces, at, at + 1)
        for key, words in keys.items():
            for agent, name in self._surnames.get(key, ()):
                if are_of_another(name, typed, behind):
                    continue
                if is_acronym := _is_acronym_elsewhere(piece, name):
                    score = float(are_one_acronym(piece.plain, name))
                else:
                    score = max(likeness(one, name) for one in words)
                least = 1.0 if is_acronym else how_alike(piece, keys, name)
                if score >= least and score > scores.get(agent, 0.0):
                    scores[agent], names[agent] = score, name
        return _best(scores, names, piece.plain, (at, at + 1), least=0.0)

    def surnames_in_texts(self, branch: int, at: int) -> tuple[str, ...]:
        """How names that wait spell the surname that a word is, of whomever."""
        keys = self._keys[branch].get(at)
        return (
            self.in_texts.surnames_like(self._branches[branch][at], keys)
            if keys and self.in_texts.names
            else ()
        )

    def unrecorded(self, branch: int, taken: Container[int]) -> Iterator[Unrecorded]:
        """The rows and words of a branch, none of them taken, that are like names that texts have and no record."""
        pieces, keys = self._branches[branch], self._keys[branch]
        if self.in_texts.names:
            yield from self.in_texts.unrecorded(pieces, keys, taken)


def _keys_of_words(pieces: Sequence[Piece]) -> dict[int, dict[str, list[str]]]:
    """The keys of the single words that may be a name, by their place."""
    apart = places_apart(pieces)
    found = {
        at: keys_of_word(piece) for at, piece in enumerate(pieces) if at not in apart or len(pieces) == 1
    }
    return {at: keys for at, keys in found.items() if keys}


def _is_acronym_elsewhere(piece: Piece, name: str) -> bool:
    """Whether a name is an acronym in another script than a word, which is it as a whole or not at all: كؤوس, cups, is
    no ВОЗ behind a clitic."""
    return name.isupper() and " " not in name and script_of(name) != script_of(piece.plain)


def _of_surname(words: str) -> tuple[str, ...]:
    """The skeletons of a row of words that may be a surname alone."""
    return skeletons_of_surname(words) if is_ben_row(words) or is_arabic_row(words) else ()


def _best(
    scores: Mapping[int, float], names: Mapping[int, str], words: str, span: tuple[int, int], *, least: float
) -> Sounding | None:
    """Those that are the likest, if they are like enough and few enough."""
    best = max(scores.values(), default=0.0)
    agents = tuple(agent for agent, score in scores.items() if score == best)
    if not agents or best < least or len(agents) > MOST_BEARERS:
        return None
    is_of_another_script = all(script_of(names[agent]) != script_of(words) for agent in agents)
    is_same = best == 1.0 and is_of_another_script and not words.islower()
    return Sounding(*span, agents, best, is_same)
