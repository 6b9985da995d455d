"""A reader's words → what is looked for: the names recognised in them, and a query in each language."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from articles.kept import Kept
from articles.names import fold
from articles.search.as_typed import branches_as_typed, may_hold
from articles.search.asking import places_of_asking, places_of_counting, places_of_question
from articles.search.chunks import OF_NAMES, Chunk, compile_chunks, unnamed, words_of_named
from articles.search.common_words import common_places
from articles.search.date_tokens import quoted
from articles.search.dated_words import dates_beside
from articles.search.everyday import doubtful_words, take_back
from articles.search.groups import SMALL_OR
from articles.search.leaving_out import leave_out, names_in
from articles.search.pairs import with_pairs
from articles.search.pieces import Piece, Pieces, joined, part
from articles.search.read_near import agents_asked_for, read_near
from articles.search.read_query import ReadQuery
from articles.search.recognised import (
    Recognised,
    RecognisedDate,
    RecognisedName,
    RecognisedSubject,
    RecognisedTerm,
)
from articles.search.recognition import recognise
from articles.search.slipped_names import read_slips
from articles.search.spellings import nations_not_asked
from articles.search.standing import standing_of
from articles.search.tsquery import (
    COLUMNS,
    Words,
    asks_for_words,
    in_headline,
    scoped,
)

#: So many words are looked for in the texts, whether any has them.
MOST_LONE = 12
#: So many queries are remembered: who turns the page or narrows a result asks the same words again. One that names two
#: hundred namesakes takes nearly a megabyte.
MOST_REMEMBERED = 100

_remembered: Kept[tuple[str, bool, frozenset[str]], ReadQuery] = Kept(MOST_REMEMBERED)


def read_query(text: str, *, exact: bool = False, as_words: Iterable[str] = ()) -> ReadQuery:
    """Read what a person typed: words, "phrases", OR, -excluded, prefix*, and names in any spelling on record.

    With `exact` nothing is recognised: only the letters as typed count; `as_words` are the names that the reader
    wants taken as mere words. A word that no text has is compared with the names on record: read as the one it is
    near to, or asked back. Of a very long query the end is not read, which `unread` tells.
    """
    plain = frozenset(fold(words) for words in as_words)
    return _remembered.one((text, exact, plain), lambda: _read(text, exact, plain))


def _read(text: str, exact: bool, plain: frozenset[str]) -> ReadQuery:
    pieces = part(text, as_typed=exact)
    if not pieces.branches:
        return ReadQuery(
            text=pieces.text, exact=exact, ignored=(pieces.text,) if pieces.text else (), unread=pieces.unread
        )
    if exact:
        return _exact(pieces)
    recognition = recognise(pieces.branches, plain)
    found = [
        [*named, *dates_beside(branch, named, plain)]
        for branch, named in zip(pieces.branches, recognition.branches, strict=True)
    ]
    mere = plain | {word for words in plain for word in words.split()}
    both = list(zip(pieces.branches, found, strict=True))
    named = [names_in(branch, those, recognition.sounding) for branch, those in both]
    asking = [
        places_of_asking(branch, names, mere, pieces.text)
        | places_of_counting(branch, mere)
        | places_of_question(branch, mere, pieces.text)
        | not_asked
        | nations_not_asked(branch, those)
        for (branch, those), names, not_asked in zip(both, named, recognition.not_asked, strict=True)
    ]
    branches = [_chunks(*each, unasked) for each, unasked in zip(both, asking, strict=True)]
    lone, doubtful = _lone_words(branches, mere), doubtful_words(branches)
    compiled = compile_chunks(branches, [*lone, *doubtful])
    standing = standing_of(compiled)
    if doubtful:
        take_back(branches, compiled, standing, recognition.sounding.in_texts)
        standing = standing.of(lone)
    meant, absent = read_near(branches, standing.absent, recognition.sounding)
    if standing.is_gathered:
        absent = read_slips(branches, pieces.branches, absent, plain)
    left_out = leave_out(branches, pieces.branches, named, absent)
    of_pieces = [(number, at) for number, places in enumerate(asking) for at in sorted(places)]
    single = {word for branch in branches for chunk in branch for word in unnamed(chunk)}.union(
        left_out.words
    )
    return replace(
        _asked_for(pieces, branches),
        meant=meant,
        absent=tuple(word for word in absent if word not in left_out.known),
        unwritten=tuple(standing.unwritten),
        rare=tuple(standing.rare),
        lone=tuple(word for word in lone if word in compiled and word in single)
        if standing.is_gathered
        else (),
        unasked=tuple(dict.fromkeys(pieces.branches[number][at].text for number, at in of_pieces)),
        left_out=left_out.words,
        places_not_asked=frozenset([*of_pieces, *_places_of(left_out.words, pieces)]),
        ignored=tuple(
            [text for branch, those in both for text in _left_out(branch, those)]
            + [chunk.words.text for branch in branches for chunk in branch if _asks_for_nothing(chunk)]
        ),
    )


def _asked_for(pieces: Pieces, branches: Sequence[Sequence[Chunk]]) -> ReadQuery:
    """What compiled chunks ask for."""
    flat = [chunk for branch in branches for chunk in branch]
    by_language = {code: _disjunction(branches, code) for code in COLUMNS}
    pairs = {code: with_pairs(query) for code, query in by_language.items()}
    return ReadQuery(
        text=pieces.text,
        tsquery=scoped(pairs),
        by_language=by_language,
        with_pairs=pairs,
        in_headline={code: _disjunction(branches, code, headline=True) for code in COLUMNS},
        names=tuple(one for chunk in flat for one in chunk.named if isinstance(one, RecognisedName)),
        subjects=tuple(one for chunk in flat for one in chunk.named if isinstance(one, RecognisedSubject)),
        terms=tuple(one for chunk in flat for one in chunk.named if isinstance(one, RecognisedTerm)),
        dates=tuple(one for chunk in flat for one in chunk.named if isinstance(one, RecognisedDate)),
        partly=tuple(chunk.words.text for chunk in flat if _is_common_somewhere(chunk)),
        unread=pieces.unread,
        is_flat=pieces.is_flat,
        is_open=pieces.is_open,
        branches=branches_as_typed(pieces),
        agents=frozenset(agents_asked_for(flat)),
        records=" | ".join(dict.fromkeys(_records(flat))),
        has_phrase=any("<" in query for query in by_language.values()),
    )


def _places_of(words: Container[str], pieces: Pieces) -> Iterable[tuple[int, int]]:
    """Where these words stand: branch, piece."""
    for number, branch in enumerate(pieces.branches):
        yield from ((number, at) for at, piece in enumerate(branch) if piece.word in words)


def _asks_for_nothing(chunk: Chunk) -> bool:
    return not (chunk.named or any(chunk.queries.values()))


def _exact(pieces: Pieces) -> ReadQuery:
    """The letters as typed; `tsquery` finds all texts that may hold them."""
    by_language = may_hold(pieces)
    pairs = {code: with_pairs(query) for code, query in by_language.items()}
    return ReadQuery(
        text=pieces.text,
        tsquery=scoped(pairs),
        by_language=by_language,
        with_pairs=pairs,
        in_headline={code: in_headline(query) for code, query in by_language.items()},
        unread=pieces.unread,
        is_open=pieces.is_open,
        exact=True,
        branches=branches_as_typed(pieces),
        has_phrase=any("<" in query for query in by_language.values()),
    )


def _records(chunks: Iterable[Chunk]) -> Iterable[str]:
    """What the index knows of them: that a text is linked to one, and that its headline names or perhaps names one."""
    for chunk in chunks:
        for one in chunk.named if not chunk.is_excluded else ():
            if isinstance(one, RecognisedDate) or (isinstance(one, RecognisedName) and one.is_alike):
                continue  # texts may have these words as another's, and many are of a date
            yield from (f"'{token}'" for token in one.tokens)
            yield from (f"'{token.replace('~a', '~h')}'" for token in one.tokens if token.startswith("~a"))


def _chunks(pieces: Sequence[Piece], found: Sequence[Recognised], unasked: Container[int]) -> list[Chunk]:
    """One conjunction as a row of names, prefixes, and the words between them that say something; without those at
    the places `unasked`."""
    named: dict[int, list[Recognised]] = {}
    for one in found:
        named.setdefault(one.start, []).append(one)
    silent = _silent(pieces, found)
    alternatives = _alternatives(pieces, found)
    chunks: list[Chunk] = []
    between: list[Piece] = []

    def close() -> None:
        if between:
            chunks.append(Chunk(Words(joined(between))))
            between.clear()

    position = 0
    while position < len(pieces):
        piece, those = pieces[position], named.get(position)
        end = those[0].end if those else position + 1
        if those:
            words = words_of_named(pieces[position:end], those)
            if position - 1 in alternatives:
                before = chunks.pop()
                words, those = _either(before.words, words), [*before.named, *those]
            close()
            chunks.append(Chunk(words, tuple(those), piece.is_excluded))
        elif piece.is_prefix:
            # «Maroc-Russ*»: the words before its last one are words like others, where texts have not all in one.
            if not piece.compound:
                between.extend(Piece(run) for run in piece.runs_before)
            close()
            begun = Words(piece.letters, is_prefix=True, compound=piece.compound, before=piece.words_before)
            chunks.append(Chunk(begun, (), piece.is_excluded))
        elif not any(position in places for places in (silent, alternatives, unasked)):
            if piece.is_phrase or piece.is_held:
                close()  # other words keep their other forms beside it
            between.append(piece)
            if piece.is_phrase or piece.is_held:
                close()
        position = end
    close()
    return chunks


def _either(first: Words, second: Words) -> Words:
    """The words of one name or of the other."""
    return Words(f"{first.text} OR {second.text}", forms=OF_NAMES, also=(*first.also, *second.also))


def _alternatives(pieces: Sequence[Piece], found: Sequence[Recognised]) -> set[int]:
    """The places of a small “or” between two names: anywhere else it is a word like others."""
    named = [one for one in found if not pieces[one.start].is_excluded]
    ends, starts = {one.end for one in named}, {one.start for one in named}
    return {
        place
        for place, piece in enumerate(pieces)
        if piece.text in SMALL_OR and place in ends and place + 1 in starts
    }


def _silent(pieces: Sequence[Piece], found: Sequence[Recognised]) -> set[int]:
    """The places of words that say nothing: those left out, and where the branch says more, all others."""
    of_names = {place for one in found for place in range(one.start, one.end)}
    common = common_places(pieces, of_names)
    says_more = len(common) < len(pieces)
    too_short = {place for place, piece in enumerate(pieces) if piece.is_too_short}
    return too_short | {place for place in common if says_more or pieces[place].is_excluded}


def _left_out(pieces: Sequence[Piece], found: Sequence[Recognised]) -> list[str]:
    """The words left out that say nothing: every text has them, and none is left out for them; and mere letters."""
    silent = (pieces[place] for place in sorted(_silent(pieces, found)))
    return [piece.text for piece in silent if piece.is_excluded or piece.is_too_short]


def _lone_words(branches: Sequence[Sequence[Chunk]], mere: Container[str]) -> list[str]:
    """The words that may be misspelt names, each once; none of the folded ones that are `mere` words."""
    every = [word for branch in branches for chunk in branch for word in unnamed(chunk)]
    return list(dict.fromkeys(word for word in every if fold(word) not in mere))[:MOST_LONE]


def _is_common_somewhere(chunk: Chunk) -> bool:
    """Whether its words are looked for in the texts of some languages alone: to the others they say nothing."""
    return not chunk.named and any(chunk.queries.values()) and not all(chunk.queries.values())


def _disjunction(branches: Sequence[Sequence[Chunk]], code: str, *, headline: bool = False) -> str:
    """The query for the texts of one language: any of the branches.

    Not one of which only what is left out says something in this language, but more in another: «thé -Mombasa» asks
    for no English text but those of Mombasa.
    """
    ways = [words for branch in branches if (words := _conjunction(branch, code, headline=headline))]
    if "!" in "".join(ways) and not all(map(asks_for_words, ways)):
        ways = [
            words
            for branch in branches
            if (words := _conjunction(branch, code, headline=headline))
            and (asks_for_words(words) or not any(_asks_elsewhere(branch)))
        ]
    return " | ".join(ways)


def _asks_elsewhere(branch: Sequence[Chunk]) -> Iterable[bool]:
    """Whether a branch asks for any word, in each language."""
    return (asks_for_words(_conjunction(branch, code, headline=False)) for code in COLUMNS)


def _conjunction(chunks: Sequence[Chunk], code: str, *, headline: bool) -> str:
    """All chunks in one language, a name either by its words or by whom it names."""
    parts = []
    for chunk in chunks:
        words = chunk.queries[code]
        is_sought = headline and not chunk.is_excluded
        ways = [f"({in_headline(words) if is_sought else words})"] if words else []
        if chunk.is_a_word and not words and len(chunks) > 1:
            continue  # in this language too common to be a name among other words: «son»
        tokens = [token for one in chunk.named for token in one.tokens]
        ways += [quoted(token.replace("~a", "~h") if is_sought else token) for token in tokens]
        if not (headline or chunk.is_excluded):
            ways += [f"'{token}'" for one in chunk.named for token in one.perhaps_tokens]
        if ways:
            parts.append(f"{'!' if chunk.is_excluded else ''}({' | '.join(ways)})")
    query = f"({' & '.join(parts)})" if parts else ""
    # What asks for no word has none in its headline either.
    return "" if headline and not asks_for_words(query) else query


__all__ = [
    "ReadQuery",
    "RecognisedDate",
    "RecognisedName",
    "RecognisedSubject",
    "RecognisedTerm",
    "read_query",
]
