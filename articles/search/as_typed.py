"""Letters as typed: which texts may hold them, told by the index of words before the texts are read."""

from __future__ import annotations

from collections.abc import Sequence

from articles.names.fold import script_of
from articles.search.common_words import COMMON, FRENCH
from articles.search.pieces import Piece, Pieces, joined
from articles.search.tsquery import COLUMNS, EVERY, Words, compile_words

#: Fewer letters are the beginning of too many words to narrow anything.
LEAST_LETTERS = 3
#: A stem may be so much shorter than the letters that words begin with.
LONGEST_CUT = 6
#: What PostgreSQL leaves out besides, in texts of one language or another.
_LEFT_OUT = frozenset(
    (
        "eux son ton étée étées étés étant étante étants étantes serions seriez fus fûmes fûtes fusse fusses fussions"
        " fussiez fussent ayante ayantes ayants eue eues eus aura aurions auriez eûmes eûtes ayons ayez aient eusse"
        " eusses eût eussions eussiez eussent yourself yourselves but own can will don"
        " нибудь сам раз один два три хорошо"
    ).split()
)


def branches_as_typed(pieces: Pieces) -> tuple[tuple[str, ...], ...]:
    """The pieces as they must stand in a text."""
    return tuple(tuple(piece.text for piece in branch) for branch in pieces.branches)


def may_hold(pieces: Pieces) -> dict[str, str]:
    """The query, by language, that finds all texts that may hold them.

    A piece with a minus, or one that a language does not index, cannot narrow it.
    """
    branches = [_words_of(branch) for branch in pieces.branches]
    compiled = iter(compile_words([words for branch in branches for words in branch]))
    of_branches = [[next(compiled) for _words in branch] for branch in branches]
    return {
        code: " | ".join(_all_of([one[code] for one in each]) for each in of_branches) for code in COLUMNS
    }


def _all_of(queries: Sequence[str]) -> str:
    return " & ".join(f"({query})" for query in queries if query) or f"({EVERY})"


def _words_of(branch: Sequence[Piece]) -> list[Words]:
    """What of a branch narrows: words of letters alone, which are words to PostgreSQL too, and beginnings of such."""
    kept = [piece for piece in branch if not piece.is_excluded]
    words = [Words(joined([piece for piece in kept if piece.is_of_letters]), forms=())]
    return words + [_begun(piece.letters) for piece in kept if _narrows(piece)]


def _begun(letters: str) -> Words:
    """The stems that words with this beginning may have: such as begin so but for the last letters, and theirs."""
    cut = letters[: max(LEAST_LETTERS, len(letters) - LONGEST_CUT)]
    return Words(f"{cut} OR {letters}", is_prefix=True, forms=())


def _narrows(piece: Piece) -> bool:
    """Whether a piece is the beginning of words that the index has.

    It has no words that say nothing («avec*», of avec too), and Arabic ones without what is written before them.
    """
    begun = piece.text.removesuffix("*")
    if not piece.is_prefix or not begun.isalpha() or len(begun) < LEAST_LETTERS or script_of(begun) == "Arab":
        return False
    return not any(word.startswith(begun.lower()) for word in COMMON | FRENCH | _LEFT_OUT)
