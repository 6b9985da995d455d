"""Words that no text has, beside a name that is known: left out, where nothing would be found with them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from articles.models import Agent
from articles.names import fold
from articles.names.fold import script_of
from articles.names.given_names import is_given_name
from articles.search.chunks import Chunk, compile_chunks, unnamed, words_of_named
from articles.search.common_words import is_common
from articles.search.name_forms import are_initials, differ_at_the_end, given_names_of
from articles.search.pieces import Piece
from articles.search.recognised import Recognised, RecognisedName
from articles.search.sounding import SoundingNames
from articles.search.titles import is_title
from articles.search.tsquery import Words
from articles.vocabulary import AgentKind

#: A given name of so many letters, one of which is wrong, or exchanged with the next, is that of the bearer.
LONG_ENOUGH = 4
#: A name of so many words is a whole one.
WHOLE = 2


@dataclass(frozen=True, slots=True)
class Named:
    """Pieces of a branch that are a name, `start` to `end`: that of one on record, or of people whom texts name."""

    start: int
    end: int
    on_record: RecognisedName | None = None

    @property
    def is_of_people(self) -> bool:
        """Whether it is no institution's."""
        return self.on_record is None or any(one.kind == AgentKind.PERSON for one in self.on_record.agents)

    def is_certain(self, pieces: Sequence[Piece]) -> bool:
        """Whether it is one on record, and no word: one in small letters may be, or an Arabic one by its sound."""
        if self.on_record is None or self.end - self.start > 1:
            return self.on_record is not None
        word = pieces[self.start].plain
        return not (word.islower() or (self.on_record.is_alike and script_of(fold(word)) == "Arab"))

    def is_whole(self, pieces: Sequence[Piece]) -> bool:
        """Whether it is more than a surname: initials, honorifics and titles are not counted."""
        return (
            sum(
                not (are_initials(piece.plain) or is_title(piece.word))
                for piece in pieces[self.start : self.end]
            )
            >= WHOLE
        )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The `words` left out of a query; `known` are they, and given names that were read as others."""

    words: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()


def names_in(pieces: Sequence[Piece], found: Sequence[Recognised], sounding: SoundingNames) -> list[Named]:
    """The names in a branch, in their order: those recognised, and whole ones that texts spell as they are typed."""
    taken = {at for one in found for at in range(one.start, one.end)}
    taken.update(at for at, piece in enumerate(pieces) if piece.is_excluded)
    named = [
        Named(one.start, one.end, one if one.agents else None)
        for one in found
        if isinstance(one, RecognisedName) and not pieces[one.start].is_excluded
    ]
    for start, end in sounding.in_texts.names_as_spelt(pieces, taken):
        if end - start >= WHOLE and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            named.append(Named(start, end))
    return sorted(named, key=lambda one: one.start)


def leave_out(
    branches: Sequence[list[Chunk]],
    pieces: Sequence[Sequence[Piece]],
    named: Sequence[Sequence[Named]],
    absent: Sequence[str],
) -> LeftOut:
    """Take out of the chunks those `absent` words with which nothing would be found; a given name with one slip is
    read as that of the bearer of the surname beside it. One statement for either, or none.
    """
    if not absent:
        return LeftOut()
    read: set[str] = set()
    ways: list[list[str]] = []
    for chunks, branch, those in zip(branches, pieces, named, strict=True):
        names = [*those, *_misspelt_names(chunks, branch)]
        read.update(_read_given_names(chunks, branch, names, absent))
        ways.append(words_to_leave_out(branch, names, [word for word in absent if word not in read]))
    if not all(ways):
        return LeftOut(known=frozenset(read))
    left = dict.fromkeys(word for words in ways for word in words)
    compile_chunks([_without(chunks, left) for chunks in branches])
    return LeftOut(tuple(left), frozenset((*read, *left)))


def _misspelt_names(chunks: Sequence[Chunk], pieces: Sequence[Piece]) -> Iterator[Named]:
    """The misspelt names of a branch, where their words stand."""
    for chunk in chunks:
        for one in chunk.named:
            if isinstance(one, RecognisedName) and one.is_near:
                words = one.surface.split()
                start = next((at for at, piece in enumerate(pieces) if piece.word in words), len(pieces))
                end = start
                while end < len(pieces) and pieces[end].word in words:
                    end += 1
                if start < end:
                    yield Named(start, end, one)


def _read_given_names(
    chunks: list[Chunk], pieces: Sequence[Piece], named: list[Named], absent: Sequence[str]
) -> Iterator[str]:
    """Read the absent words right beside a surname that are a given name but for one slip; each is told."""
    for number, one in enumerate(named):
        name = one.on_record
        if name is None or name.is_near or not one.is_of_people or pieces[one.start].is_phrase:
            continue
        for at in (one.start - 1, one.end):
            word = pieces[at] if 0 <= at < len(pieces) else None
            if word is None or word.word not in absent or not word.is_mere_word:
                continue
            agents, given = given_name_meant(word.plain, name.agents)
            if agents:
                start, end = min(at, one.start), max(at + 1, one.end)
                surface = " ".join(piece.plain for piece in pieces[start:end])
                meant = replace(name, surface=surface, agents=agents, start=start, end=end, is_near=True)
                named[number] = Named(start, end, meant)
                _put(chunks, name, meant, word.word, [Piece(given), *pieces[one.start : one.end]])
                yield word.word
                break


def _put(
    chunks: list[Chunk], name: RecognisedName, meant: RecognisedName, word: str, pieces: Sequence[Piece]
) -> None:
    """Put a name with its given name in the place of the surname, of whose chunk these pieces are."""
    changed = _without(chunks, (word,))
    for chunk in chunks:
        if any(one is name for one in chunk.named):
            chunk.named = tuple(meant if one is name else one for one in chunk.named)
            whole = tuple(text for text in meant.in_texts if " " in text)
            chunk.words = words_of_named(pieces, [replace(meant, in_texts=whole)])
            changed.append(chunk)
    compile_chunks([changed])


def _without(chunks: list[Chunk], words: Container[str]) -> list[Chunk]:
    """Take words out of the chunks that are no names; those that have others left are to be compiled."""
    kept: list[Chunk] = []
    changed: list[Chunk] = []
    for chunk in chunks:
        typed = chunk.words.text.split() if unnamed(chunk) else []
        rest = [word for word in typed if word not in words]
        if len(rest) == len(typed):
            kept.append(chunk)
        elif rest:
            changed.append(Chunk(Words(" ".join(rest))))
            kept.append(changed[-1])
    chunks[:] = kept
    return changed


def words_to_leave_out(pieces: Sequence[Piece], named: Sequence[Named], absent: Sequence[str]) -> list[str]:
    """Those of the `absent` words of a branch that may be left out, all of them or none.

    A whole name must be left, or a surname on record; and no word is left out that may be of another's name: «Mark»
    of “Mark Teixeira”, where only Adelino Teixeira is known.
    """
    kept = [one for one in named if one.is_of_people and (one.is_whole(pieces) or one.is_certain(pieces))]
    of_names = {at for one in named for at in range(one.start, one.end)}
    places = [at for at, piece in enumerate(pieces) if piece.word in absent and at not in of_names]
    if not kept or not places:
        return []
    for at in places:
        if not pieces[at].is_mere_word or _is_of_name(pieces, at, kept):
            return []
    return list(dict.fromkeys(pieces[at].word for at in places))


def _is_of_name(pieces: Sequence[Piece], at: int, named: Sequence[Named]) -> bool:
    """Whether a word may be a name, or part of that beside it; what is abbreviated with a point is a title."""
    word = pieces[at].plain
    if any(letter.isdecimal() for letter in word) or are_initials(word):
        return True
    if word.endswith(".") and len(word) > WHOLE:
        return False
    if word[:1] != word[:1].lower() or is_given_name(fold(word)):
        return True
    if script_of(fold(word)) != "Arab" and not in_small_letters(pieces):
        return False
    # Nothing tells a word from a name but its place: before a given name stands none.
    return any(_touches(pieces, at, one) and not (at < one.start and one.is_whole(pieces)) for one in named)


def _touches(pieces: Sequence[Piece], at: int, one: Named) -> bool:
    """Whether nothing but words that may be names stands between a place and a name."""
    between = pieces[at + 1 : one.start] if at < one.start else pieces[one.end : at]
    return not any(is_common(piece.word, among_capitals=True) for piece in between)


def in_small_letters(pieces: Sequence[Piece]) -> bool:
    """Whether capitals tell nothing in a branch, since it has none."""
    return all(piece.plain == piece.plain.lower() for piece in pieces)


def given_name_meant(word: str, agents: Sequence[Agent]) -> tuple[tuple[Agent, ...], str]:
    """Whose given name a word beside their surname is, but for one slip, and that name; nobody's if it is another."""
    typed = fold(word)
    if len(typed) < LONG_ENOUGH or not typed.isalpha() or is_given_name(typed):
        return (), ""
    near = [
        (agent, given) for agent in agents for given in given_names_of(agent) if _is_slip(typed, fold(given))
    ]
    return tuple(dict.fromkeys(agent for agent, _given in near)), near[0][1] if near else ""


def _is_slip(typed: str, given: str) -> bool:
    return (
        len(given) >= LONG_ENOUGH
        and typed[0] == given[0]
        and OSA.distance(typed, given, score_cutoff=1) <= 1
        and not differ_at_the_end(typed, given)
    )
