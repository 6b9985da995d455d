"""Names on record that words of a query sound like, however these are spelt: Soloviev, Solovyov, Соловьёв."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio, token_sort_ratio

from articles.names import consonant_key, fold, romanise, similarity
from articles.names.fold import script_of
from articles.names.tokens import PARTICLES, is_numeral
from articles.search.common_words import is_common
from articles.search.pieces import Piece
from articles.statements import Prepared, Rows, Statement
from articles.vocabulary import AgentKind

#: Words as alike as this are a whole name; a single word must be more so, and have the consonants of a surname.
LIKE_WHOLE, LIKE_SURNAME = 0.84, 0.9
#: Of fewer letters, or fewer consonants, a single word sounds like too many names; so does one like more than these.
SHORTEST, LEAST_CONSONANTS, MOST_BEARERS = 5, 3, 3
#: A whole name has so many words, at most; in a longer query, none is looked for: it is text that was pasted.
MOST_WORDS, LONGEST_QUERY = 6, 8
#: So many names are compared with single words, and with whole rows.
MOST_SURNAMES, MOST_NAMES = 200, 60
# Names whose letters differ more (of 100) need no closer look.
_ROUGHLY_ALIKE = 60
_NOT_THE_SAME = 0.99
_YO = re.compile(r"(?<=[^aeiouy])[iy]o(?=(?:v|ff?|w)a?$)")

# Trigrams of the keys serve LIKE. A name of several words is known by its last one, if it is a person's.
_SURNAMES = Prepared(
    "sounding_surnames",
    ("text[]", "text", "int"),
    """SELECT agent_id, text, consonants FROM articles_agentname name
        JOIN articles_agent agent ON agent.id = agent_id
        WHERE consonants LIKE ANY ($1) AND (agent.kind = $2 OR folded NOT LIKE '% %')
        ORDER BY agent_id LIMIT $3""",
)
_NAMES = Prepared(
    "sounding_names",
    ("text[]", "text", "int"),
    """SELECT agent_id, text, romanised FROM articles_agentname
        WHERE consonants LIKE ANY ($1) AND folded LIKE '% %'
        ORDER BY similarity(romanised, $2) DESC, agent_id LIMIT $3""",
)


@dataclass(frozen=True, slots=True)
class Sounding:
    """Words of a branch, `start` to `end`, that sound like the names of these agents; `is_same` where exactly so."""

    start: int
    end: int
    agents: tuple[int, ...]
    score: float
    is_same: bool


class SoundingNames:
    """What the pieces of a query's branches sound like: statements to be sent with others, then what they tell."""

    def __init__(self, branches: Sequence[Sequence[Piece]]) -> None:
        self._branches = branches
        self._keys = [
            {at: key for at, piece in enumerate(pieces) if (key := _key_of(piece))} for pieces in branches
        ]
        self._surnames: dict[str, list[tuple[int, str]]] = {}
        self._names: Rows = []

    def statements(self) -> list[Statement]:
        """What is asked of the names on record: the surnames, and the names of several words."""
        keys = dict.fromkeys(key for branch in self._keys for key in branch.values())
        ends = [pattern for key in keys for pattern in (key, f"% {key}")]
        words = " ".join(piece.plain for branch in self._branches for run in _runs(branch) for piece in run)
        parts = [key for key in dict.fromkeys(consonant_key(words).split()) if len(key) > 1] if words else []
        patterns = [pattern for key in parts for pattern in (f"{key} %", f"% {key}", f"% {key} %")]
        return [
            (_SURNAMES, [ends, AgentKind.PERSON, MOST_SURNAMES]),
            (_NAMES, [patterns, romanise(words), MOST_NAMES]),
        ]

    def learn(self, surnames: Rows, names: Rows) -> None:
        """Take in the answers, in the order of the statements."""
        for agent, text, consonants in surnames:
            self._surnames.setdefault(consonants.rpartition(" ")[2], []).append((agent, text))
        self._names = names

    def of_rows(self, branch: int, known: Iterable[tuple[int, int]]) -> list[Sounding]:
        """The rows of words that are a whole name by their sound, the likest first; none within what is known."""
        if not self._names:
            return []
        pieces, known = self._branches[branch], list(known)
        rows = (
            row for row in _rows(pieces) if not any(start <= row[0] and row[1] <= end for start, end in known)
        )
        found = [one for start, end in rows if (one := self._of_row(pieces[start:end], start))]
        return sorted(found, key=lambda one: (-one.score, one.start - one.end))

    def _of_row(self, pieces: Sequence[Piece], start: int) -> Sounding | None:
        words = " ".join(piece.plain for piece in pieces)
        key = romanise(words)
        scores: dict[int, float] = {}
        for agent, name, romanised in self._names:
            if is_roughly_alike(key, romanised):
                scores[agent] = max(scores.get(agent, 0.0), similarity(words, name))
        return _best(scores, start, start + len(pieces), LIKE_WHOLE)

    def of_words(self, branch: int) -> list[Sounding]:
        """The single words that are a surname, or a name of one word, by their sound, the likest first."""
        pieces = self._branches[branch]
        found = [self._of_word(pieces[at], at, key) for at, key in self._keys[branch].items()]
        return sorted(filter(None, found), key=lambda one: -one.score)

    def _of_word(self, piece: Piece, at: int, key: str) -> Sounding | None:
        word = _with_e(_telling_part(piece))
        sound = romanise(word)
        scores: dict[int, float] = {}
        for agent, name in self._surnames.get(key, ()):
            family = _with_e(fold(name).rpartition(" ")[2])
            if is_numeral(family):
                continue
            score = 1.0 if romanise(family) == sound else min(similarity(word, family), _NOT_THE_SAME)
            scores[agent] = max(scores.get(agent, 0.0), score)
        # Without a capital a word that is only like a name is a word; Arabic has none.
        is_a_word = piece.plain.islower() and script_of(word) != "Arab"
        return _best(scores, at, at + 1, 1.0 if is_a_word else LIKE_SURNAME)


def is_roughly_alike(first: str, second: str) -> bool:
    """Whether two romanised names are worth a closer comparison, whichever of their words comes first."""
    return max(ratio(first, second), token_sort_ratio(first, second)) >= _ROUGHLY_ALIKE


def _best(scores: Mapping[int, float], start: int, end: int, least: float) -> Sounding | None:
    """Those that are the likest, if they are like enough and few enough."""
    best = max(scores.values(), default=0.0)
    agents = tuple(agent for agent, score in scores.items() if score == best)
    if best < least or len(agents) > MOST_BEARERS:
        return None
    return Sounding(start, end, agents, best, is_same=best == 1.0)


def _key_of(piece: Piece) -> str:
    """The consonants of one word of letters alone; empty where they say too little."""
    word = "" if piece.is_phrase or piece.is_prefix else _telling_part(piece)
    if len(word) < SHORTEST or not word.isalpha() or is_common(word, among_capitals=True):
        return ""
    key = consonant_key(word)
    return key if len(key) >= LEAST_CONSONANTS and key.isalnum() else ""


def _telling_part(piece: Piece) -> str:
    """The folded word without its article or particle; empty where it is several."""
    tokens = [token for token in fold(piece.word.removeprefix("-")).split() if token not in PARTICLES]
    return tokens[0] if len(tokens) == 1 else ""


def _with_e(word: str) -> str:
    """A folded surname with «e» for what English writes for «ё»: Solovyov; and others, Soloviov."""
    return _YO.sub("e", word)


def _is_plain(piece: Piece) -> bool:
    return not (piece.is_excluded or piece.is_phrase or piece.is_prefix)


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Several plain pieces that stand beside each other; none in text that was pasted."""
    runs: list[list[Piece]] = [[]]
    for piece in pieces:
        if _is_plain(piece):
            runs[-1].append(piece)
        else:
            runs.append([])
    if sum(map(len, runs)) <= LONGEST_QUERY:
        yield from (run for run in runs if len(run) > 1)


def _rows(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Where a name of several words may stand: it begins and ends with a word that tells something, two of them."""
    tells = [_is_plain(piece) and _tells(piece.plain) for piece in pieces]
    for start, begins in enumerate(tells):
        for end in range(start + 2, min(start + MOST_WORDS, len(pieces)) + 1):
            if not (begins and _is_plain(pieces[end - 1])):
                break
            if tells[end - 1]:
                yield start, end


def _tells(word: str) -> bool:
    folded = fold(word)
    return len(folded) > 1 and folded not in PARTICLES and not is_common(word, among_capitals=True)
