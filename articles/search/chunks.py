"""Words of a query that belong together, and what each language's texts are asked for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.names import fold
from articles.search.common_words import common_places
from articles.search.pieces import Piece, joined
from articles.search.recognised import (
    Recognised,
    RecognisedDate,
    RecognisedName,
    RecognisedSubject,
    RecognisedTerm,
)
from articles.search.spellings import behind_clitics, other_spellings, words_of
from articles.search.tsquery import Words, compile_words

#: In these languages names have other forms that their stems do not tell.
OF_NAMES = ("ar", "ru")


#: The figures of a year; its noun need stand in no text.
_YEAR = 4


@dataclass(slots=True)
class Chunk:
    """Words that belong together: those between names, a name or label, or a prefix; excluded behind a minus."""

    words: Words
    named: tuple[Recognised, ...] = ()
    is_excluded: bool = False
    queries: dict[str, str] = field(default_factory=dict)

    @property
    def is_a_word(self) -> bool:
        """Whether it is a word in small letters that is also a name on record."""
        return any(one.surface.islower() and not getattr(one, "is_near", False) for one in self.named)


def words_of_named(pieces: Sequence[Piece], found: Sequence[Recognised]) -> Words:
    """By what words texts have what these pieces name."""
    terms = [one.term for one in found if isinstance(one, RecognisedTerm)]
    also = tuple(way for term in terms for way in term.asked)
    if not any(isinstance(one, (RecognisedName, RecognisedSubject)) for one in found):
        # Its words as typed are asked as if it were none.
        silent = common_places(pieces, ())
        telling = [piece for at, piece in enumerate(pieces) if at not in silent] or pieces
        if any(isinstance(one, RecognisedDate) and len(one.date.text) == _YEAR for one in found):
            telling = [piece for piece in telling if piece.plain.isdecimal()] or telling
        spelt = {one.text for term in terms for one in term.spellings}
        telling = [Piece(piece.undotted) if piece.undotted in spelt else piece for piece in telling]
        words = joined(telling).removeprefix("-")
        own = {one.language for term in terms for one in term.spellings if fold(one.text) == fold(words)}
        foreign = tuple(dict.fromkeys(code for code, _words in also if own and code not in own))
        return Words(words, also=also, foreign=foreign)
    words = joined(words_of(pieces, found)).removeprefix("-")
    ways = [words, *other_spellings(words, found)]
    # A name is what it is, but for what Arabic writes in one with it, and for Russian cases.
    return Words(" OR ".join(ways), forms=OF_NAMES, also=(*also, *behind_clitics(ways)))


def compile_chunks(
    branches: Sequence[Sequence[Chunk]], lone: Sequence[str] = ()
) -> dict[str, dict[str, str]]:
    """Give each chunk its queries; those of these words alone are returned. One statement, or none."""
    flat = [chunk for branch in branches for chunk in branch]
    words = dict.fromkeys([*(chunk.words for chunk in flat), *(Words(word) for word in lone)])
    compiled = dict(zip(words, compile_words(list(words)), strict=True))
    for chunk in flat:
        chunk.queries = compiled[chunk.words]
    # What is too common in a language is no misspelt name.
    return {word: queries for word in lone if all((queries := compiled[Words(word)]).values())}


def unnamed(chunk: Chunk) -> list[str]:
    """The single words of a chunk that could be a misspelt name."""
    if chunk.named or chunk.words.is_prefix or '"' in chunk.words.text:
        return []
    return [word for word in chunk.words.text.split() if not word.startswith("-")]
