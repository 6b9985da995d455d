"""The known terms in a query: places, organisations and bodies of state, in any of four languages."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Sequence

from articles.names import fold
from articles.names.fold import script_of
from articles.names.given_names import is_given_name
from articles.search.common_words import is_common
from articles.search.pieces import Piece
from articles.search.recognised import Recognised, RecognisedTerm
from articles.terms import Known, first_words, known_terms, typed_firsts, typed_keys

#: So many words and phrases are asked for the terms of one query.
MOST_ASKED = 500
#: The longest run of words tried as a term.
LONGEST_TERM = 8

#: What tells Oman from Amman where it is written.
_VOWEL_SIGN = re.compile("[\u064b-\u0652]")


def parts_of_terms(
    pieces: Sequence[Piece], of_people: Collection[int], spans: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Those of these spans of pieces that are but a part of a term which has no part of a person's name."""
    labelled = list(spans)
    return [
        (start, end)
        for term in (_terms_in(pieces, of_people) if labelled else ())
        for start, end in labelled
        if term.start <= start and end <= term.end and end - start < term.end - term.start
    ]


def terms_beside(
    pieces: Sequence[Piece], of_people: Collection[int], found: Sequence[Recognised]
) -> Iterator[RecognisedTerm]:
    """The terms among words that are nobody's name; a label or an institution of the same words is one as well.

    A person's name has grown since by the given names and titles beside it.
    """
    people = {
        at
        for one in found
        for at in range(one.start, one.end)
        if not set(range(one.start, one.end)).isdisjoint(of_people)
    }
    others = [(one.start, one.end) for one in found]
    for term in _terms_in(pieces, people.union(of_people)):
        places = range(term.start, term.end)
        if all(span == (term.start, term.end) or not set(places) & set(range(*span)) for span in others):
            yield term


def bounded(branches: Iterable[list[Recognised]]) -> list[list[Recognised]]:
    """What is recognised in a query without the terms for which too many words would be asked."""
    left = MOST_ASKED
    kept: list[list[Recognised]] = []
    for branch in branches:
        kept.append([])
        for one in branch:
            if isinstance(one, RecognisedTerm):
                left -= len(one.term.asked)
            if left >= 0 or not isinstance(one, RecognisedTerm):
                kept[-1].append(one)
    return kept


def _terms_in(pieces: Sequence[Piece], taken: Container[int]) -> Iterator[RecognisedTerm]:
    """The terms that a branch names, none of the places taken; the longest first from the left, none overlapping.

    None in quotation marks, which have these very words, and none with an asterisk. What may as well be a person's
    name, or a word, is none beside a name.
    """
    start = 0
    while start < len(pieces):
        found = _longest_from(pieces, start, taken) if _may_begin(pieces[start]) else None
        if found and not _is_otherwise(pieces, start, found[0], found[1], taken):
            end, known = found
            surface = " ".join(piece.plain for piece in pieces[start:end])
            yield RecognisedTerm(surface, known.term, start, end)
            start = end
        else:
            start += 1


def _longest_from(pieces: Sequence[Piece], start: int, taken: Container[int]) -> tuple[int, Known] | None:
    """The end of the longest row of words from here that is a term, and the term."""
    end = start
    while end < len(pieces) and end - start < LONGEST_TERM and end not in taken:
        piece = pieces[end]
        # A minus leaves out its own word alone.
        if not piece.is_mere_word and (end > start or piece.is_phrase or piece.is_prefix):
            break
        end += 1
        if piece.is_excluded:
            break
    for last in range(end, start, -1):
        if known := _known(pieces[start:last]):
            return last, known
    return None


def _may_begin(piece: Piece) -> bool:
    """Whether a term begins with this word: few of a query do."""
    beginnings = first_words()
    return any(
        first in beginnings for words in _ways([piece]) for first in typed_firsts(fold(words).split()[:1])
    )


def _known(pieces: Sequence[Piece]) -> Known | None:
    """The term that these words are, as they stand, or without an elided article or points."""
    for words in _ways(pieces):
        folded = fold(words).split()
        for key in typed_keys(folded) if folded else ():
            if known := known_terms().get(key):
                return known
    return None


def _ways(pieces: Sequence[Piece]) -> Iterable[str]:
    """The words as they stand, and without an elided article or points."""
    plain = " ".join(piece.plain for piece in pieces)
    if plain.isalpha():
        return (plain,)
    bare = " ".join(piece.word.removeprefix("-") for piece in pieces)
    return dict.fromkeys((plain, bare, " ".join(piece.undotted for piece in pieces)))


def _is_otherwise(pieces: Sequence[Piece], start: int, end: int, known: Known, taken: Container[int]) -> bool:
    """Whether these words are more likely something else: a word in small letters, part of somebody's name."""
    first = pieces[start]
    letters = first.word.removeprefix("-")
    if known.needs_capital:
        if first.is_excluded or _are_capitals(pieces):
            return True
        if script_of(letters) == "Arab":
            return not _is_told_by_its_signs(pieces[start:end], known)
        if not (letters.replace(".", "").isupper() if known.is_acronym else letters[:1].isupper()):
            return True
    if end > start + 1 or first.is_excluded or known.is_acronym:
        return False
    before, after = _beside(pieces, start - 1, taken), _beside(pieces, end, taken)
    if before and is_given_name(fold(before)):
        return True
    # “Georgia Meloni”, but not “Georgia war”; what is doubtful anyway goes with no name on either side.
    is_name = known.needs_capital or is_given_name(fold(letters))
    return is_name and (after[:1].isupper() or (known.needs_capital and before[:1].isupper()))


def _is_told_by_its_signs(pieces: Sequence[Piece], known: Known) -> bool:
    """Whether Arabic words, which have no capitals, are written with the vowel sign that tells them: «عُمان»."""
    words = " ".join(piece.word for piece in pieces)
    return bool(_VOWEL_SIGN.search(words)) and any(one.text == words for one in known.term.spellings)


def _beside(pieces: Sequence[Piece], place: int, taken: Container[int]) -> str:
    """A word beside a term that may be of the same name; none if it is something else for certain."""
    if not 0 <= place < len(pieces) or place in taken or not pieces[place].is_mere_word:
        return ""
    word = pieces[place].word
    if is_common(word, among_capitals=False) or word.isupper() or _known(pieces[place : place + 1]):
        return ""
    return word


def _are_capitals(pieces: Sequence[Piece]) -> bool:
    """Whether all is in capitals, and not for being acronyms."""
    if not all(piece.plain.isupper() for piece in pieces):
        return False
    known = [_known([piece]) for piece in pieces]
    return not all(one and one.is_acronym for one in known)
