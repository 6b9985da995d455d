"""The forms in which a reader writes a name on record: inflected, behind a clitic, with given names or initials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from articles.models import Agent
from articles.names import fold, romanise, similarity
from articles.names.fold import script_of
from articles.names.inflect import cyrillic_forms, is_form_of, word_readings
from articles.names.tokens import PARTICLES, surname_of
from articles.search.common_words import COMMON, HONORIFICS
from articles.search.pieces import Piece

#: So many keys of one or two words are looked up, and of more words, at most.
MOST_KEYS, FEWER_KEYS = 150, 60
_WORDS_OF_A_PERSON = 2
#: As alike as this, a word is the given name that it stands for.
LIKE_GIVEN = 0.84
#: A word of fewer letters is in no other case than it stands.
_SHORTEST_INFLECTED = 4
_SHORTEST_GIVEN = 3
#: What Arabic names in Latin letters have before a word, or joined to it: El Himma, Elhimma; Ben Kirane, Benkirane.
_PARTICLES = ("el", "al", "ben", "bin", "bou", "abou", "abd", "ait", "ould")
#: What a Russian word may end in where it stands in the dictionary, folded, and how much of a form is its ending.
_ENDINGS = ("", *"а я и ь о е ия ии ыи ои ая яя ое ее ы ые ие ец ок ек".split())
_LONGEST_ENDING, _SHORTEST_STEM = 3, 3
_VOWELS, _AFTER_A_VOWEL = frozenset("аеиоуыэюя"), frozenset({"", "и", "я", "е"})


def keys_of(pieces: Sequence[Piece]) -> list[str]:
    """The folded keys under which a run of words may be on record: as typed first, then as it may be inflected."""
    typed = fold(" ".join(piece.plain for piece in pieces))
    bare = fold(" ".join(piece.word.removeprefix("-").replace('"', " ") for piece in pieces))
    readings = [list(_readings(word, is_first=not place)) for place, word in enumerate(bare.split())]
    undotted = fold(" ".join(piece.undotted for piece in pieces))
    keys = dict.fromkeys((typed, undotted, *_with_particles(bare.split())))
    # The first word is read in all ways first: of an institution it alone is inflected.
    for words in product(*reversed(readings)):
        keys[" ".join(reversed(words))] = None
        if len(keys) >= (MOST_KEYS if len(readings) <= _WORDS_OF_A_PERSON else FEWER_KEYS):
            break
    return [key for key in keys if key]


def _with_particles(words: Sequence[str]) -> Iterator[str]:
    """The same with a particle that is written apart joined to its word, and one that is joined apart."""
    if len(words) > 1 and words[0] in _PARTICLES:
        yield " ".join(["".join(words[:2]), *words[2:]])
    for particle in _PARTICLES if words else ():
        rest = words[0].removeprefix(particle)
        if rest != words[0] and len(rest) >= _SHORTEST_GIVEN:
            yield " ".join([particle, rest, *words[1:]])


def _readings(word: str, *, is_first: bool) -> Iterator[str]:
    """A folded word as it stands, then as it may stand on record."""
    yield word
    script = script_of(word)
    if script == "Cyrl" and len(word) >= _SHORTEST_INFLECTED:
        yield from _nominatives(word)
    elif script == "Arab" and is_first:
        for before, key in word_readings(word):
            if before:
                yield key
                yield f"ال{key}"


def _nominatives(word: str) -> Iterator[str]:
    """The words of which this one can be a form."""
    for cut in range(_LONGEST_ENDING + 1):
        stem = word[: len(word) - cut]
        for ending in _ENDINGS if len(stem) >= _SHORTEST_STEM else ():
            candidate = stem + ending
            if stem[-1] in _VOWELS and ending not in _AFTER_A_VOWEL:
                continue
            if candidate != word and word in cyrillic_forms(candidate):
                yield candidate


def with_given_name(word: str, agents: Iterable[Agent]) -> tuple[Agent, ...]:
    """Those of these agents of whom a word beside the surname is a given name or initials."""
    return tuple(agent for agent in agents if is_given_name(word, [name.text for name in agent.names.all()]))


def is_given_name(word: str, names: Sequence[str]) -> bool:
    """Whether a word beside a surname is a given name, or its initials, of one who has these names."""
    folded = fold(word)
    given = [token for name in names for token in _given(name)]
    if _are_initials(folded):
        # That of the father's name need not be on record.
        return folded[0] in {token[0] for token in given}
    folded = folded.replace(" ", "")
    if len(folded) < _SHORTEST_GIVEN:
        return False
    return any(
        folded == token
        or (script_of(token) == "Cyrl" and is_form_of(folded, token))
        or _is_alike(folded, token)
        for token in [*given, *("".join(_given(name)) for name in names)]
    )


def may_precede_name(word: str) -> bool:
    """Whether a word before a surname is none of those it must have: an honorific, a particle written apart."""
    folded = fold(word)
    return folded in HONORIFICS or (folded in PARTICLES and folded not in COMMON)


def words_of_name(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Those of a name that texts have: not what is said before it, nor initials."""
    folded = [fold(piece.plain) for piece in pieces]
    kept = [
        piece
        for piece, word in zip(pieces, folded, strict=True)
        if not _are_initials(word) and word not in HONORIFICS
    ]
    return kept or pieces


def _are_initials(folded: str) -> bool:
    return bool(folded) and all(len(letter) == 1 for letter in folded.split())


def _is_alike(word: str, token: str) -> bool:
    """Whether they are one name in two spellings, perhaps of two scripts."""
    return romanise(word) == romanise(token) or similarity(word, token) >= LIKE_GIVEN


def _given(name: str) -> Sequence[str]:
    """The folded words of a person's name but for the family name and particles."""
    family = surname_of(name)
    if not family:
        return ()
    of_family = set(fold(family).split())
    return [token for token in fold(name).split() if token not in of_family and token not in PARTICLES]
