"""How words of a query are compared with names: by their consonants first, then by their sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.fuzz import ratio, token_sort_ratio

from articles.names import consonant_key, fold, romanise, similarity
from articles.names.fold import script_of
from articles.names.tokens import PARTICLES, is_numeral, surname_of
from articles.search.common_words import is_common
from articles.search.name_forms import nominatives
from articles.search.pieces import Piece

#: Words as alike as this are a whole name; a single word must be more so, and have the consonants of a surname.
LIKE_WHOLE, LIKE_SURNAME = 0.84, 0.9
#: Of no more letters, or fewer consonants, a single word must sound the same in another script; with a small letter
#: the same.
SHORTEST, LEAST_CONSONANTS = 4, 3
LEAST_CONSONANTS_AT_ALL = 2
#: In so many forms a Russian word is compared.
MOST_FORMS = 8
#: A whole name has so many words, at most; in a longer query, none is looked for: it is text that was pasted.
MOST_WORDS, LONGEST_QUERY = 6, 8
# Names whose letters differ more (of 100) need no closer look.
_ROUGHLY_ALIKE = 60
_NOT_THE_SAME = 0.99
_SCHOLARLY = str.maketrans(
    {
        "č": "ch",
        "š": "sh",
        "ž": "zh",
        "ć": "ch",
        "ş": "sh",
        "Č": "Ch",
        "Š": "Sh",
        "Ž": "Zh",
        "Ć": "Ch",
        "Ş": "Sh",
    }
)
_YO = re.compile(r"(?<=[^aeiouy])[iy]o(?=(?:v|ff?|w)a?$)")


def likeness(word: str, name: str) -> float:
    """How alike a folded word and a surname are; 1 where they sound the same."""
    *_given, last = fold(name).split()
    family = fold(surname_of(name) or name).replace(" ", "")
    if is_numeral(last):
        return 0.0
    sound = romanise(_with_e(word))
    if sound in (romanise(_with_e(last)), romanise(_with_e(family))):
        return 1.0
    return min(max(similarity(word, last), similarity(word, family)), _NOT_THE_SAME)


def is_roughly_alike(first: str, second: str) -> bool:
    """Whether two romanised names are worth a closer comparison, whichever of their words comes first."""
    return max(ratio(first, second), token_sort_ratio(first, second)) >= _ROUGHLY_ALIKE


def how_alike(piece: Piece, keys: Iterable[str]) -> tuple[bool, float]:
    """Whether a single word may be a name of its own script, and how like the name it must be."""
    word = piece.plain
    is_short = len(fold(word)) <= SHORTEST or min(map(len, keys)) < LEAST_CONSONANTS
    # A capital tells a name, and Arabic has none.
    is_a_word = word.islower() and script_of(word) != "Arab"
    return not is_short, 1.0 if is_short or is_a_word else LIKE_SURNAME


def keys_of_word(piece: Piece) -> dict[str, list[str]]:
    """The consonants of one word of letters alone → the word, folded, or that of which it can be a form; none where
    they say too little."""
    if piece.is_phrase or piece.is_prefix or is_common(piece.word, among_capitals=True):
        return {}
    tokens = [token for token in fold(spoken(piece)).split() if token not in PARTICLES]
    if len(tokens) != 1 or len(tokens[0]) < SHORTEST or not tokens[0].isalpha():
        return {}
    keys: dict[str, list[str]] = {}
    for word in (tokens[0], *_other_forms(tokens[0]))[:MOST_FORMS]:
        key = consonant_key(word)
        if len(key) >= LEAST_CONSONANTS_AT_ALL and key.isalnum():
            keys.setdefault(key, []).append(word)
    return keys


def _other_forms(word: str) -> tuple[str, ...]:
    """Of what a Russian word can be a form; an Arabic one with the letter that others write for a foreign g."""
    if script_of(word) == "Cyrl":
        return nominatives(word)
    return tuple(word.replace(*pair) for pair in ("جغ", "غج") if pair[0] in word)


def spoken(piece: Piece) -> str:
    """A piece without its elision, in the letters that say what the accents of scholars say: Čižikov."""
    return piece.word.removeprefix("-").translate(_SCHOLARLY)


def _with_e(word: str) -> str:
    """A folded surname with «e» for what English writes for «ё»: Solovyov; and others, Soloviov."""
    return _YO.sub("e", word)


def is_short(pieces: Sequence[Piece]) -> bool:
    """Whether these are words that a reader types, and no text that was pasted."""
    return len(pieces) <= LONGEST_QUERY


def is_plain(piece: Piece) -> bool:
    """Whether a piece may stand in a name of several words."""
    return not (piece.is_excluded or piece.is_phrase or piece.is_prefix)


def rows_of(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Where a name of several words may stand: none at its ends says nothing, two tell something."""
    says = [is_plain(piece) and not is_common(piece.word, among_capitals=True) for piece in pieces]
    tells = [says[at] and fold(piece.plain) not in PARTICLES for at, piece in enumerate(pieces)]
    for start, begins in enumerate(says):
        for end in range(start + 2, min(start + MOST_WORDS, len(pieces)) + 1):
            if not (begins and is_plain(pieces[end - 1])):
                break
            if says[end - 1] and sum(tells[start:end]) > 1:
                yield start, end
