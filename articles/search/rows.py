"""Rows of a query's words that may be one name, the forms they may stand in, and the keys they are looked up by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, product

from articles.names import consonant_key, fold
from articles.names.flavours import bare_forms, keys_written_otherwise
from articles.names.fold import script_of, word_set
from articles.names.inflect import LONGEST_CLITIC, is_clitic
from articles.names.nominatives import nominatives
from articles.names.other_sounds import in_nominative
from articles.names.romanise import is_joined, with_sounds
from articles.names.skeleton import MOST_OF_SURNAME
from articles.names.tokens import PARTICLES
from articles.search.apart import places_apart
from articles.search.common_words import is_common
from articles.search.groups import SMALL_OR
from articles.search.in_step import LEAST_WORDS
from articles.search.name_forms import are_initials
from articles.search.pieces import Piece

#: A whole name has so many words at most; in a longer query, none is looked for: it is text that
#: was pasted.
MOST_WORDS, LONGEST_QUERY = 6, 8
#: In so many forms a Russian word is compared.
MOST_FORMS = 8
#: Fewer consonants are those of too many names.
LEAST_CONSONANTS = 3
# Before a surname, in letters in which they are no common words.
_NOBLE = word_set(
    "van von der den ter ван фон дер ден тер ле ла лос лас де дю ди дель los las لوس لاس دير فان فون لو دو دي"
)
_CHILD = word_set("mint bint ould منت بنت ولد минт бинт ульд")
_LAST_YA = re.compile(r"(?<=\w{3})(?<!\bال\w)ي(?= )")
_BEFORE_CONSONANT = re.compile(r"\b([nm])['’ʼ](?=[bcdfghjklpqrtvxz])", re.IGNORECASE)
# What Arabic writes in one with the first word of a surname of two: «لبن ميلاد».
_CLITIC_BEFORE_BEN = re.compile("(?<![^\\s])[ولبفك](?=(?:بن|بو|عبد|ابو|أبو|فان|فون|دي|دو) )")


def without_clitic(words: str) -> str:
    """Arabic words without what is written in one with the first of a surname of two, a word of two letters."""
    return _CLITIC_BEFORE_BEN.sub("", words)


def spoken(piece: Piece) -> str:
    """A piece without its elision, in the letters that say what the accents of scholars say: Čižikov."""
    return with_sounds(piece.word.removeprefix("-"))


def in_one(words: str) -> str:
    """Words with the letter before an apostrophe and a consonant written in one with it: M'bemba is Mbemba."""
    return _BEFORE_CONSONANT.sub(r"\1", words)


def is_short(pieces: Sequence[Piece]) -> bool:
    """Whether these are words that a reader types, and no text that was pasted."""
    return len(pieces) <= LONGEST_QUERY


def is_ben_row(words: str) -> bool:
    """Whether two words, but for a «mint» before them, are a surname alone, of which others make one word: Ben Bella,
    Abdel Nasser, Şimşek Oğlu."""
    row = fold(words).split()
    while len(row) > LEAST_WORDS and row[0] in _CHILD:
        row = row[1:]
    if (
        len(row) >= LEAST_WORDS
        and len(row[-1]) >= LEAST_CONSONANTS
        and all(one in _NOBLE for one in row[:-1])
    ):
        return True
    return len(row) == LEAST_WORDS and is_joined(*row) and len(row[1]) >= LEAST_CONSONANTS


def rows_of(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Where a name of several words may stand: none at its ends says nothing, two tell something, none is a date or
    asks; none in long text."""
    if not is_short(pieces):
        return
    apart = places_apart(pieces)
    says = [piece.is_mere_word and not is_common(piece.word, among_capitals=True) for piece in pieces]
    tells = [says[at] and fold(piece.plain) not in PARTICLES for at, piece in enumerate(pieces)]
    initials = [piece.is_mere_word and are_initials(piece.plain) for piece in pieces]
    for start, begins in enumerate(says):
        if start and initials[start - 1] and initials[start]:
            continue  # a name has all its initials
        for end in range(start + 2, min(start + MOST_WORDS, len(pieces)) + 1):
            if not (begins and pieces[end - 1].is_mere_word) or pieces[end - 1].text in SMALL_OR:
                break
            if start in apart or end - 1 in apart:
                break
            is_surname = end - start <= MOST_OF_SURNAME and is_ben_row(
                " ".join(map(spoken, pieces[start:end]))
            )
            if says[end - 1] and (is_surname or sum(tells[start:end]) > 1):
                yield start, end


def words_and_behind(pieces: Sequence[Piece], start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of a row, and the mere words that follow."""
    behind: list[str] = []
    for piece in pieces[end:]:
        if not piece.is_mere_word:
            break
        behind.append(piece.plain)
    return [piece.plain for piece in pieces[start:end]], behind


def forms_of_row(pieces: Sequence[Piece]) -> Iterator[str]:
    """A row of words as typed; Russian ones as they may stand in a dictionary, «Рустама Ачилбекова», and Arabic ones
    without what is written in one with the first."""
    words = " ".join(map(spoken, pieces))
    yield words
    if in_one(words) != words:
        yield in_one(words)
    if script_of(words) == "Cyrl":
        forms = product(
            *((*(() if word in PARTICLES else nominatives(word)), word) for word in fold(words).split())
        )
        read = islice((" ".join(row) for row in forms), MOST_FORMS)
        yield from dict.fromkeys((*read, *in_nominative(words)[1:]))
    elif script_of(words) == "Arab":
        first, _blank, others = fold(words).partition(" ")
        rows = [f"{one} {others}" for one in (first, *other_forms(first))]
        rows.append(without_clitic(f"{first} {others}"))
        yield from rows[1:]
        # «مصطفي» may be meant for «مصطفى», whose last letter is an a.
        yield from (_LAST_YA.sub("ى", row) for row in rows if _LAST_YA.search(row))


def other_forms(word: str) -> tuple[str, ...]:
    """Of what a Russian word can be a form; an Arabic one without what is written in one with it, and with the letter
    that others write for a foreign g."""
    if script_of(word) == "Cyrl":
        return nominatives(word)
    if script_of(word) != "Arab":
        return ()
    bare = [
        word[cut:] for cut in range(1, LONGEST_CLITIC + 1) if is_clitic(word[:cut]) and len(word) - cut > 2
    ]
    return (*(word.replace(*pair) for pair in ("جغ", "غج") if pair[0] in word), *bare)


def keys_of_row(words: str) -> list[str]:
    """The consonants of each of the words; and of those with a «Ben», written in one and without it."""
    tokens = fold(words).split()
    keys = f"{consonant_key(words)} {consonant_key(in_one(words))}".split()
    if (bare := without_clitic(words)) != words:
        tokens += fold(bare).split()
    for before, token in pairwise(["", *tokens]):
        if before and is_joined(before, token):
            keys += (consonant_key(before + token), *keys_written_otherwise(before + token))
        keys += map(consonant_key, bare_forms(token))
    return list(dict.fromkeys(keys))
