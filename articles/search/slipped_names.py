"""A surname with a slip behind the right given name: read as the one name, on record or in texts, that it is but for
that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.models.written_word import WrittenWord
from articles.names import fold
from articles.names.fold import fold_word
from articles.names.given_names import is_given_name
from articles.search.chunks import Chunk, compile_chunks, unnamed, words_of_named
from articles.search.leaving_out import Named
from articles.search.name_forms import differ_at_the_end
from articles.search.pieces import Piece
from articles.search.recognised import RecognisedName
from articles.search.recognition import Recognition, recognise
from articles.search.slips import exchanged_around, is_key, key_of, slips_of
from articles.search.tsquery import Words

#: A surname of fewer letters is as likely another one; so many that no text has are looked at, each as so many words.
LONG_ENOUGH, MOST_SLIPS, MOST_MEANT = 6, 2, 4
#: So many words before a surname, and behind it, may be of the name.
MOST_BESIDE = 3

# What stands before the surname in one with it: at-, El-, N’.
_BEFORE = re.compile(r"[^\W\d_]{1,3}['’ʼ‐‑-](?=[^\W\d_]+$)")


@dataclass(frozen=True, slots=True)
class _Slip:
    """A word that no text has, at a place of a chunk's words; before which it has a beginning that is none of it."""

    chunks: list[Chunk]
    chunk: Chunk
    branch: int
    at: int
    begun: str
    key: str

    @property
    def words(self) -> list[str]:
        """All of its chunk's."""
        return self.chunk.words.text.split()

    @property
    def start(self) -> int:
        """Where the words begin that may be of the name."""
        return max(self.at - MOST_BESIDE, 0)

    def with_word(self, surname: str) -> list[Piece]:
        """Those words, with this one in its place."""
        words = [*self.words[: self.at], self.begun + surname, *self.words[self.at + 1 :]]
        return [Piece(word) for word in words[self.start : self.at + 1 + MOST_BESIDE]]


def read_slips(
    branches: Sequence[list[Chunk]],
    pieces: Sequence[Sequence[Piece]],
    absent: Sequence[str],
    plain: frozenset[str],
) -> tuple[str, ...]:
    """Read the `absent` surnames in the chunks that are those of one name but for a slip; the words that remain.

    The given name before it must be of that name, and there must be no other such. One statement for the words that
    are near, what it takes to recognise the names with these, and one for what is then asked: none where nothing is
    near.
    """
    slips = list(_slips(branches, absent))[:MOST_SLIPS]
    near = _near([slip.key for slip in slips]) if slips else {}
    tried = [(slip, surname) for slip in slips for surname in near.get(slip.key, ())]
    if not tried:
        return tuple(absent)
    recognition = recognise([slip.with_word(surname) for slip, surname in tried], plain)
    read: set[str] = set()
    for slip in slips:
        ways = [
            (one, words)
            for number, (other, surname) in enumerate(tried)
            if other is slip and (one := _named(slip, words := slip.with_word(surname), recognition, number))
        ]
        if len(ways) == 1:
            read.add(slip.words[slip.at])
            _put(slip, *ways[0], pieces[slip.branch])
    return tuple(word for word in absent if word not in read)


def _slips(branches: Sequence[list[Chunk]], absent: Sequence[str]) -> Iterator[_Slip]:
    """The absent words that may be a surname: behind another word, long enough, none in small letters but behind a
    given name."""
    for number, chunks in enumerate(branches):
        for chunk in chunks:
            words = chunk.words.text.split() if unnamed(chunk) else []
            for at, word in enumerate(words):
                if not at or word not in absent:
                    continue
                begun = found[0] if (found := _BEFORE.match(word)) else ""
                key = key_of(word.removeprefix(begun))
                is_small = word.removeprefix(begun)[0].islower() and not is_given_name(fold(words[at - 1]))
                if len(key) >= LONG_ENOUGH and is_key(key) and not is_small:
                    yield _Slip(chunks, chunk, number, at, begun, key)


def _near(keys: Iterable[str]) -> Mapping[str, list[str]]:
    """For each key the words of texts that are names and are it but for a slip within: one for each such key."""
    slips = {
        key: {slip for slip in slips_of(key) | exchanged_around(key) if _is_within(key, slip)} for key in keys
    }
    wanted = sorted({slip for those in slips.values() for slip in those})
    rows = WrittenWord.objects.filter(folded__in=wanted).order_by("-records", "folded")
    written = {
        folded: word for folded, word in rows.values_list("folded", "written") if not word[0].islower()
    }
    return {
        key: [word for slip, word in written.items() if slip in those][:MOST_MEANT]
        for key, those in slips.items()
    }


def _is_within(key: str, slip: str) -> bool:
    """Whether two words begin and end alike: «Ivanova» is no slip of «Ivanov», nor «Jansen» of «Hansen»."""
    return key[0] == slip[0] and key[-1] == slip[-1] and not differ_at_the_end(key, slip)


def _named(
    slip: _Slip, words: Sequence[Piece], recognition: Recognition, number: int
) -> RecognisedName | None:
    """The whole name, with the word before the surname, that the words are with another surname."""
    place = slip.at - slip.start
    for one in recognition.branches[number]:
        if isinstance(one, RecognisedName) and one.start < place < one.end and not one.is_near:
            named = Named(one.start, one.end, one if one.agents else None)
            if named.is_of_people and named.is_whole(words):
                return one
    for start, end in recognition.sounding.in_texts.names_as_spelt(words, ()):
        if start < place < end and Named(start, end).is_whole(words):
            surface = " ".join(piece.plain for piece in words[start:end])
            return RecognisedName(surface, (), start, end)
    return None


def _put(slip: _Slip, one: RecognisedName, words: Sequence[Piece], pieces: Sequence[Piece]) -> None:
    """Put a name into the place of the words that are it but for a slip."""
    first, last = slip.start + one.start, slip.start + one.end
    typed = slip.words
    before, inner, after = typed[:first], typed[first:last], typed[last:]
    start = next(
        (at for at in range(len(pieces)) if [piece.word for piece in pieces[at : at + len(inner)]] == inner),
        0,
    )
    spelt = words[one.start : one.end]
    in_texts = one.in_texts if one.agents else (" ".join(piece.plain for piece in spelt), *one.in_texts)
    named = replace(
        one,
        surface=" ".join(piece.plain for piece in pieces[start : start + len(inner)]),
        start=start,
        end=start + len(inner),
        is_near=bool(one.agents),
        is_alike=False,
        in_texts=tuple({fold_word(text): text for text in in_texts}.values()),
    )
    parts = [
        *([Chunk(Words(" ".join(before)))] if before else []),
        Chunk(words_of_named(spelt, [one]), (named,)),
        *([Chunk(Words(" ".join(after)))] if after else []),
    ]
    compile_chunks([parts])
    place = slip.chunks.index(slip.chunk)
    slip.chunks[place : place + 1] = parts
