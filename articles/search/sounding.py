"""Names that words of a query sound like, on record or in texts, in any spelling: Soloviev, Solovyov, Соловьёв."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio, token_sort_ratio

from articles.models import Agent, AgentName
from articles.models.name_proposal import surname_consonants
from articles.names import consonant_key, fold, romanise, similarity
from articles.names.fold import script_of
from articles.names.tokens import PARTICLES, is_numeral, surname_of
from articles.search.common_words import is_common
from articles.search.name_forms import nominatives
from articles.search.pieces import Piece
from articles.statements import Prepared, Rows, Statement
from articles.vocabulary import AgentKind

#: Words as alike as this are a whole name; a single word must be more so, and have the consonants of a surname.
LIKE_WHOLE, LIKE_SURNAME = 0.84, 0.9
#: Of no more letters, or fewer consonants, a single word must sound the same in another script; with a small letter
#: the same. One that is like the names of more people than that is none.
SHORTEST, LEAST_CONSONANTS, MOST_BEARERS = 4, 3, 3
LEAST_CONSONANTS_AT_ALL = 2
#: In so many forms a Russian word is compared.
MOST_FORMS = 8
#: A whole name has so many words, at most; in a longer query, none is looked for: it is text that was pasted.
MOST_WORDS, LONGEST_QUERY = 6, 8
#: So many names are compared with single words, and with whole rows.
MOST_SURNAMES, MOST_NAMES = 200, 60
#: So many names in texts are compared, and told.
MOST_IN_TEXTS, MOST_SPELLINGS = 100, 8
# Names whose letters differ more (of 100) need no closer look.
_ROUGHLY_ALIKE = 60
_NOT_THE_SAME = 0.99
_SCHOLARLY = str.maketrans(
    {
        "č": "ch",
        "š": "sh",
        "ž": "zh",
        "Č": "Ch",
        "Š": "Sh",
        "Ž": "Zh",
        "ć": "ch",
        "Ć": "Ch",
        "ş": "sh",
        "Ş": "Sh",
    }
)
_YO = re.compile(r"(?<=[^aeiouy])[iy]o(?=(?:v|ff?|w)a?$)")

# A name of several words is known by its last one, if it is a person's.
_SURNAMES = Prepared(
    "sounding_surnames",
    ("text[]", "text", "int"),
    """SELECT agent_id, text, split_part(consonants, ' ', -1) FROM articles_agentname name
        JOIN articles_agent agent ON agent.id = agent_id
        WHERE split_part(consonants, ' ', -1) = ANY ($1) AND (agent.kind = $2 OR folded NOT LIKE '% %')
        ORDER BY agent_id LIMIT $3""",
)
# Trigrams of the key serve LIKE.
_NAMES = Prepared(
    "sounding_names",
    ("text[]", "text", "int"),
    """SELECT agent_id, text, romanised FROM articles_agentname
        WHERE consonants LIKE ANY ($1) AND folded LIKE '% %'
        ORDER BY similarity(romanised, $2) DESC, agent_id LIMIT $3""",
)
# The best reasons first: of a surname that everybody bears, not all can be compared.
_IN_TEXTS = Prepared(
    "names_in_texts",
    ("text[]", "int"),
    """SELECT text, folded, surname_consonants FROM articles_nameproposal
        WHERE surname_consonants = ANY ($1) AND surname_consonants <> '' AND status = 'proposed'
        ORDER BY score DESC, id LIMIT $2""",
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
    """What the pieces of a query's branches sound like: statements to be sent with others, then what they tell.

    Names of texts that stand on no record wait for a person to decide (NameProposal); those in which both given name
    and surname are like those of someone named are asked for meanwhile.
    """

    def __init__(self, branches: Sequence[Sequence[Piece]]) -> None:
        self._branches = branches
        self._keys = [
            {at: keys for at, piece in enumerate(pieces) if (keys := _keys_of(piece))}
            if _is_short(pieces)
            else {}
            for pieces in branches
        ]
        self._surnames: dict[str, list[tuple[int, str]]] = {}
        self._names: Rows = []
        self._in_texts: Rows = []

    def statements(self) -> list[Statement]:
        """What is asked: of the names on record the surnames, and those of several words; and the names in texts."""
        keys = dict.fromkeys(key for branch in self._keys for words in branch.values() for key in words)
        words = " ".join(
            _spoken(piece) for branch in self._branches for run in _runs(branch) for piece in run
        )
        parts = [key for key in dict.fromkeys(consonant_key(words).split()) if len(key) > 1] if words else []
        patterns = [pattern for key in parts for pattern in (f"{key} %", f"% {key}", f"% {key} %")]
        asked: list[Statement] = []
        if keys:
            asked.append((_SURNAMES, [list(keys), AgentKind.PERSON, MOST_SURNAMES]))
        if patterns:
            asked.append((_NAMES, [patterns, romanise(words), MOST_NAMES]))
        if keys or parts:
            asked.append((_IN_TEXTS, [[*keys, *parts], MOST_IN_TEXTS]))
        return asked

    def learn(self, answers: Iterable[tuple[Statement, Rows]]) -> None:
        """Take in what each statement has given."""
        for (statement, _values), rows in answers:
            if statement is _SURNAMES:
                for agent, text, key in rows:
                    self._surnames.setdefault(key, []).append((agent, text))
            elif statement is _NAMES:
                self._names = rows
            else:
                self._in_texts = rows

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
        words = " ".join(map(_spoken, pieces))
        key = romanise(words)
        scores: dict[int, float] = {}
        for agent, name, romanised in self._names:
            if _is_roughly_alike(key, romanised):
                scores[agent] = max(scores.get(agent, 0.0), similarity(words, name))
        return _best(scores, start, start + len(pieces), LIKE_WHOLE)

    def of_words(self, branch: int) -> list[Sounding]:
        """The single words that are a surname, or a name of one word, by their sound, the likest first."""
        pieces = self._branches[branch]
        found = (self._of_word(pieces[at], at, keys) for at, keys in self._keys[branch].items())
        return sorted(filter(None, found), key=lambda one: -one.score)

    def in_texts(self, agents: Sequence[Agent]) -> tuple[str, ...]:
        """The names that texts have, and no record, and that are like one of these people's; of many people none."""
        people = [agent for agent in agents if agent.kind == AgentKind.PERSON]
        if not self._in_texts or len(people) > MOST_BEARERS:
            return ()
        found = [text for agent in people for text in self._in_texts_of(agent)]
        return tuple(dict.fromkeys(found))[:MOST_SPELLINGS]

    def _in_texts_of(self, agent: Agent) -> Iterator[str]:
        names = [name for name in agent.names.all() if " " in name.folded]
        known = {name.folded for name in names}
        for text, folded, key in self._in_texts:
            is_whole = sum(word not in PARTICLES for word in folded.split()) > 1
            if folded not in known and is_whole and any(_is_alike(text, key, name) for name in names):
                yield text

    def _of_word(self, piece: Piece, at: int, keys: Mapping[str, Sequence[str]]) -> Sounding | None:
        word = piece.plain
        is_short = len(fold(word)) <= SHORTEST or min(map(len, keys)) < LEAST_CONSONANTS
        is_a_word = word.islower() and script_of(word) != "Arab"
        scores: dict[int, float] = {}
        for key, words in keys.items():
            for agent, name in self._surnames.get(key, ()):
                if not is_short or script_of(name) != script_of(word):
                    scores[agent] = max(scores.get(agent, 0.0), *(_likeness(one, name) for one in words))
        return _best(scores, at, at + 1, 1.0 if is_short or is_a_word else LIKE_SURNAME)


def _likeness(word: str, name: str) -> float:
    """How alike a folded word and a surname are; 1 where they sound the same."""
    *_given, last = fold(name).split()
    family = fold(surname_of(name) or name).replace(" ", "")
    if is_numeral(last):
        return 0.0
    sound = romanise(_with_e(word))
    if sound in (romanise(_with_e(last)), romanise(_with_e(family))):
        return 1.0
    return min(max(similarity(word, last), similarity(word, family)), _NOT_THE_SAME)


def _is_roughly_alike(first: str, second: str) -> bool:
    """Whether two romanised names are worth a closer comparison, whichever of their words comes first."""
    return max(ratio(first, second), token_sort_ratio(first, second)) >= _ROUGHLY_ALIKE


def _is_alike(text: str, key: str, name: AgentName) -> bool:
    """Whether a name in a text, with the consonants of its surname, is like one on record."""
    return (
        surname_consonants(name.text, AgentKind.PERSON) == key
        and _is_roughly_alike(romanise(text), name.romanised)
        and similarity(text, name.text) >= LIKE_WHOLE
    )


def _best(scores: Mapping[int, float], start: int, end: int, least: float) -> Sounding | None:
    """Those that are the likest, if they are like enough and few enough."""
    best = max(scores.values(), default=0.0)
    agents = tuple(agent for agent, score in scores.items() if score == best)
    if best < least or len(agents) > MOST_BEARERS:
        return None
    return Sounding(start, end, agents, best, is_same=best == 1.0)


def _keys_of(piece: Piece) -> dict[str, list[str]]:
    """The consonants of one word of letters alone → the word, folded, or that of which it can be a form; none where
    they say too little."""
    if piece.is_phrase or piece.is_prefix or is_common(piece.word, among_capitals=True):
        return {}
    tokens = [token for token in fold(_spoken(piece)).split() if token not in PARTICLES]
    if len(tokens) != 1 or len(tokens[0]) < SHORTEST or not tokens[0].isalpha():
        return {}
    keys: dict[str, list[str]] = {}
    forms = nominatives(tokens[0]) if script_of(tokens[0]) == "Cyrl" else ()
    for word in (tokens[0], *forms)[:MOST_FORMS]:
        key = consonant_key(word)
        if len(key) >= LEAST_CONSONANTS_AT_ALL and key.isalnum():
            keys.setdefault(key, []).append(word)
    return keys


def _spoken(piece: Piece) -> str:
    """A piece without its elision, in the letters that say what the accents of scholars say: Čižikov."""
    return piece.word.removeprefix("-").translate(_SCHOLARLY)


def _with_e(word: str) -> str:
    """A folded surname with «e» for what English writes for «ё»: Solovyov; and others, Soloviov."""
    return _YO.sub("e", word)


def _is_short(pieces: Sequence[Piece]) -> bool:
    return len(pieces) <= LONGEST_QUERY


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
    if _is_short(pieces):
        yield from (run for run in runs if len(run) > 1)


def _rows(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Where a name of several words may stand: none at its ends says nothing, two tell something."""
    says = [_is_plain(piece) and not is_common(piece.word, among_capitals=True) for piece in pieces]
    tells = [says[at] and fold(piece.plain) not in PARTICLES for at, piece in enumerate(pieces)]
    for start, begins in enumerate(says):
        for end in range(start + 2, min(start + MOST_WORDS, len(pieces)) + 1):
            if not (begins and _is_plain(pieces[end - 1])):
                break
            if says[end - 1] and sum(tells[start:end]) > 1:
                yield start, end
