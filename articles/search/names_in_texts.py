"""Names that texts have and no record: asked beside those on record, and in each other's spellings."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.models import Agent, AgentName, NameProposal
from articles.names import fold, romanise, similarity
from articles.names.acronyms import are_one_acronym
from articles.names.flavours import consonants_heard, keys_of_surname
from articles.names.fold import script_of
from articles.names.given_names import is_given_name as is_a_given_name
from articles.names.inflect import is_patronymic
from articles.names.other_sounds import in_nominative, is_of_given_name
from articles.names.romanise import consonant_key
from articles.names.skeleton import skeletons_on_record
from articles.search.alike import (
    LIKE_ARABIC,
    LIKE_SURNAME,
    LIKE_WHOLE,
    MOST_BEARERS,
    has_like,
    how_alike,
    likeness,
    row_likeness,
    whole_likeness,
)
from articles.search.by_class import are_alike, may_be_alike
from articles.search.in_step import LEAST_WORDS
from articles.search.initials import begins_with_initials, may_begin_alike
from articles.search.likest import ByLetters, likest_pairs
from articles.search.name_forms import (
    are_initials,
    differ_at_the_end,
    is_given_name,
    is_written_otherwise,
    surname_as_asked,
)
from articles.search.pieces import Piece
from articles.search.rows import forms_of_row, rows_of
from articles.statements import Prepared, Rows, Statement
from articles.vocabulary import AgentKind

#: So many names are compared, and told.
MOST_COMPARED, MOST_TOLD = 60, 8
#: And so many of those with the same consonants, where an editor asks for a name.
MOST_LOOKED_THROUGH = 1_000

# So many of each key, the best reasons first: of a surname that everybody bears, not all can be compared. Each in all
# its spellings, which say each what it sounds like.
_NAMES = Prepared(
    "names_in_texts",
    ("text[]", "int"),
    """SELECT spelt, folded, sound, is_faint FROM unnest($1) AS sought (sound) CROSS JOIN LATERAL (
            (SELECT text, spellings, folded, score, id, status = 'faint' AS is_faint
            FROM articles_nameproposal proposal
            WHERE surname_consonants = sound AND surname_consonants <> '' AND status IN ('proposed', 'faint')
                AND NOT EXISTS (SELECT FROM articles_agentname name WHERE name.folded = proposal.folded)
            ORDER BY score DESC, id LIMIT $2)
            UNION ALL
            (SELECT text, spellings, folded, score, id, status = 'faint' AS is_faint
            FROM articles_nameproposal proposal
            WHERE other_sounds @> ARRAY[sound] AND other_sounds <> '{}' AND status IN ('proposed', 'faint')
                AND NOT EXISTS (SELECT FROM articles_agentname name WHERE name.folded = proposal.folded)
            ORDER BY score DESC, id LIMIT $2)) AS waiting
        CROSS JOIN LATERAL unnest(text::text || spellings) WITH ORDINALITY AS spelling (spelt, place)
        ORDER BY score DESC, id, place""",
)


def like_in_texts(words: str) -> list[int]:
    """The names in texts, decided about or not, whose surname sounds like a word, or which are like several words."""
    sought = NameProposal.objects.for_people().filter(surname_consonants__in=keys_of_surname(words))
    rows = sought.exclude(surname_consonants="").order_by("-score", "pk").values_list("pk", "text")
    return [key for key, text in rows[:MOST_LOOKED_THROUGH] if _sounds_like(words, text)]


def _sounds_like(words: str, name: str) -> bool:
    if " " in fold(words):
        return row_likeness(words, name, AgentKind.PERSON) >= LIKE_WHOLE
    is_arabic = "Arab" in (script_of(words), script_of(name))
    return likeness(fold(words), name) >= (LIKE_ARABIC if is_arabic else LIKE_SURNAME)


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """Words of a branch, `start` to `end`, that are like these names in texts."""

    start: int
    end: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A spelling of a name that waits, and the keys under which it was found."""

    text: str
    folded: str
    is_faint: bool
    keys: tuple[str, ...]


class NamesInTexts:
    """The names of people that wait for a decision (NameProposal) and have the consonants of a query's words.

    Those that are alike are asked for meanwhile: of a person on record such as have a like given name and surname. What
    stands on any record is none of them. What is faint counts where a whole name, or a surname with an initial, is like
    it, by its surname alone where another waits that is like it. Of many names the likest alone are compared with a row
    of words (`ByLetters`).
    """

    def __init__(self, rows: int = 1) -> None:
        """So many `rows` of words may be asked about."""
        self._rows = rows
        self.learn(())

    def learn(self, rows: Rows | Sequence[tuple[str, str, str, bool]]) -> None:
        """Take in the answer to the statement, (spelling, folded, key, whether faint); each spelling once."""
        keys: dict[tuple[str, str, bool], list[str]] = {}
        for text, folded, key, is_faint in rows:
            keys.setdefault((text, folded, is_faint), []).append(key)
        self.names = [_Waiting(*name, tuple(dict.fromkeys(under))) for name, under in keys.items()]
        self._ends = {end for name in self.names for end in _ends(name.folded)}
        self._by_letters = ByLetters([name.text for name in self.names])
        self._alike: dict[tuple[str, ...], list[_Waiting]] = {}
        self._certain: dict[str, list[str]] = {}

    def statement(self, keys: Sequence[str]) -> Statement:
        """What is asked, whose answer is to be learnt."""
        return _NAMES, [list(keys), MOST_COMPARED]

    def of(self, agents: Sequence[Agent]) -> tuple[str, ...]:
        """The names that are like one of these people's, and not on their record; of many people none."""
        people = [agent for agent in agents if agent.kind == AgentKind.PERSON]
        if not self.names or len(people) > MOST_BEARERS:
            return ()
        return _told(text for agent in people for text in self._of(agent))

    def _of(self, agent: Agent) -> Iterator[str]:
        names = list(agent.names.all())
        places = self._by_letters.likest([one.text for one in names], range(len(self.names)))
        yield from (
            name.text
            for name in map(self.names.__getitem__, places)
            if any(_is_alike(name.text, key, one) for key in name.keys for one in names)
        )

    def unrecorded(
        self, pieces: Sequence[Piece], keys: Mapping[int, Mapping[str, Sequence[str]]], taken: Container[int]
    ) -> Iterator[Unrecorded]:
        """The rows and single words, none of them taken, that are like other names than themselves; none overlapping.

        `keys` are those of the single words, by their place.
        """
        used: set[int] = set()
        for start, end in sorted(rows_of(pieces), key=lambda row: row[0] - row[1]):
            places = range(start, end)
            if any(at in taken or at in used for at in places):
                continue
            if self._like_row(list(forms_of_row(pieces[start:end])), is_otherwise=True):
                first, last = self._without_strangers(pieces, start, end)
                if names := self._like_row(list(forms_of_row(pieces[first:last])), is_otherwise=True):
                    used.update(range(first, last))
                    yield Unrecorded(first, last, names)
        for at, words in keys.items():
            if at in taken or at in used:
                continue
            start, end = _with_initials(pieces, at, taken)
            if end - start > 1 and (names := self._like_initials(pieces, at, words, start, end)):
                yield Unrecorded(start, end, names)
            elif names := self._like_word(pieces[at], words):
                yield Unrecorded(at, at + 1, names)

    def rows_named(self, pieces: Sequence[Piece], taken: Container[int]) -> Iterator[tuple[int, int]]:
        """The rows of words, none of them taken, that are like names in texts, as they are spelt there or otherwise."""
        for start, end in rows_of(pieces) if self.names else ():
            if (
                not any(at in taken for at in range(start, end))
                and self._like_row(list(forms_of_row(pieces[start:end])), is_otherwise=False)
                and self._without_strangers(pieces, start, end) == (start, end)
            ):
                yield start, end

    def _without_strangers(self, pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int]:
        """A row that is like names, without the words at its ends that none of these has, where it is like them
        without: «Ольга Щепотьева тракторы»."""
        if end - start <= LEAST_WORDS:
            return start, end
        names = self._alike_to(list(forms_of_row(pieces[start:end])))
        words = [word for name in names for form in in_nominative(name.text) for word in fold(form).split()]
        for first, last, stranger in ((start, end - 1, end - 1), (start + 1, end, start)):
            is_calling = stranger == start and _is_before_capitals(pieces[start:end])
            if is_calling or not _may_be_a_stranger(pieces[stranger], words):
                continue
            if self._alike_to(list(forms_of_row(pieces[first:last]))):
                return self._without_strangers(pieces, first, last)
        return start, end

    def names_as_spelt(self, pieces: Sequence[Piece], taken: Container[int]) -> Iterator[tuple[int, int]]:
        """The rows and words, none of them taken, that names in texts are, or end in, as they stand; longest first."""
        lone = ((at, at + 1) for at, piece in enumerate(pieces) if piece.is_mere_word)
        rows = sorted(rows_of(pieces), key=lambda row: row[0] - row[1])
        for start, end in (*rows, *lone) if self._ends else ():
            is_free = not any(at in taken for at in range(start, end))
            if is_free and fold(" ".join(piece.word for piece in pieces[start:end])) in self._ends:
                yield start, end

    def has_end(self, folded: str) -> bool:
        """Whether one of the names is, or ends in, these folded words."""
        return folded in self._ends

    def _like_row(self, forms: Sequence[str], *, is_otherwise: bool) -> tuple[str, ...]:
        """The names that are like a row of words, the first of these forms, or like another of them."""
        return _told(
            name.text
            for name in self._alike_to(forms)
            if not is_otherwise or is_written_otherwise(name.text, forms[0])
        )

    def _alike_to(self, forms: Sequence[str]) -> list[_Waiting]:
        if (row := tuple(forms)) not in self._alike:
            self._alike[row] = self._alike_row(row)
        return self._alike[row]

    def _alike_row(self, forms: Sequence[str]) -> list[_Waiting]:
        places = [
            at
            for at, name in enumerate(self.names)
            if not begins_with_initials(forms[0]) or may_begin_alike(forms[0], name.text)
        ]
        pairs = [
            (words, form, at)
            for at in self._by_letters.likest(forms, places)
            for form in in_nominative(self.names[at].text)
            for words in forms
        ]
        found: set[int] = set()
        for words, form, at in likest_pairs(pairs, self._rows):
            if at not in found and self._is_row(words, form, self.names[at]):
                found.add(at)
        return [self.names[at] for at in sorted(found)]

    @staticmethod
    def _is_row(words: str, form: str, name: _Waiting) -> bool:
        how = whole_likeness if name.is_faint and not begins_with_initials(words) else row_likeness
        return (
            may_be_alike(words, form)
            and how(words, form, AgentKind.PERSON) >= LIKE_WHOLE
            and (not all(is_of_given_name(key, name.text) for key in name.keys) or _has_surname(form, words))
        )

    def surnames_like(self, piece: Piece, keys: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """The surnames, or single names, that are like a word, spelt otherwise; no woman's of a man's."""
        sound = romanise(piece.plain)
        surnames = dict.fromkeys(surname_as_asked(name) or name for name in self._like_word(piece, keys))
        return tuple(one for one in surnames if not differ_at_the_end(sound, romanise(one)))

    def _like_initials(
        self, pieces: Sequence[Piece], at: int, keys: Mapping[str, Sequence[str]], start: int, end: int
    ) -> tuple[str, ...]:
        """The names of whose surname the word at `at` is, or is like it, and whose given names begin so: «Р. Ким»."""
        letters = [pieces[place].plain for place in range(start, end) if place != at]
        return _told(
            name.text
            for name in self.names
            if any(
                word == fold(form).rpartition(" ")[2]
                or likeness(word, form) >= max(LIKE_WHOLE, how_alike(pieces[at], keys, name.text))
                for key in name.keys
                for word in keys.get(key, ())
                for form in in_nominative(name.text)
            )
            and all(is_given_name(letter, [name.text]) for letter in letters)
        )

    def _like_word(self, piece: Piece, keys: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        typed = fold(piece.plain)
        return _told(
            name.text
            for name in self.names
            if not f" {name.folded}".endswith(f" {typed}")
            and not keys.keys().isdisjoint(name.keys)
            and (
                any(
                    likeness(word, form) >= how_alike(piece, keys, name.text)
                    for key in name.keys
                    for word in keys.get(key, ())
                    for form in in_nominative(name.text)
                )
                or are_one_acronym(piece.plain, name.text)
            )
            and (not name.is_faint or self._is_seconded(name.text))
        )

    def _is_seconded(self, faint: str) -> bool:
        """Whether a faint name is like one that waits: another text tells that it is somebody's."""
        if not self._certain:
            for name in self.names:
                if not name.is_faint:
                    self._certain.setdefault(_sound_of_given(name.text), []).append(name.text)
        beside = self._certain.get(_sound_of_given(faint), ())
        pairs = [(faint, form, at) for at, text in enumerate(beside) for form in in_nominative(text)]
        return any(
            may_be_alike(faint, form) and whole_likeness(faint, form, AgentKind.PERSON) >= LIKE_WHOLE
            for faint, form, _at in likest_pairs(pairs)
        )


def _sound_of_given(name: str) -> str:
    return consonant_key(fold(name).split()[0])


def _with_initials(pieces: Sequence[Piece], at: int, taken: Container[int]) -> tuple[int, int]:
    """The place of a word with the initials before it, or right behind: «N. A. Okwuosa»."""
    start, end = at, at + 1
    while start and start - 1 not in taken and _is_initial(pieces[start - 1]):
        start -= 1
    while start == at and end < len(pieces) and end not in taken and _is_initial(pieces[end]):
        end += 1
    return start, end


def _is_initial(piece: Piece) -> bool:
    return piece.is_mere_word and are_initials(piece.plain)


def _may_be_a_stranger(piece: Piece, names: Sequence[str]) -> bool:
    """Whether a piece is like no word of some names, and neither initials nor what may stand there unsaid."""
    word = fold(piece.plain)
    return not (
        are_initials(piece.plain) or is_patronymic(word) or is_a_given_name(word) or has_like(word, names)
    )


def _is_before_capitals(pieces: Sequence[Piece]) -> bool:
    """Whether the first has a small letter before a name in capitals: it says what they do, «juriste Vjosa Osmani»."""
    return pieces[0].plain.islower() and all(piece.plain[:1].isupper() for piece in pieces[1:])


def _ends(folded: str) -> Iterator[str]:
    """A folded name, and what it ends in."""
    words = folded.split()
    return (" ".join(words[at:]) for at in range(len(words)))


def _told(names: Iterator[str]) -> tuple[str, ...]:
    """Each once: texts are asked for the same by spellings that differ in marks alone."""
    every: dict[tuple[str, bool], str] = {}
    for name in names:
        every.setdefault((fold(name), "-" in name), name)
        if len(every) == MOST_TOLD:
            break
    return tuple(every.values())


def _has_surname(name: str, words: str) -> bool:
    """Whether one of some words is like the last of a name, or may sound so: a given name is that of many."""
    last = fold(name).rpartition(" ")[2]
    heard = set(consonants_heard(last))
    return any(
        similarity(word, last) >= LIKE_WHOLE or not heard.isdisjoint(consonants_heard(word))
        for word in fold(words).split()
    )


def _is_alike(text: str, key: str, name: AgentName) -> bool:
    """Whether a name in a text, with the consonants of its surname, is like one on record."""
    return (
        (
            key in name.consonants.split()
            or key in keys_of_surname(name.text)
            or key in skeletons_on_record(name.text)
        )
        and any(may_be_alike(form, name.text) for form in in_nominative(text))
        and any(
            (whole_likeness(form, name.text, AgentKind.PERSON) >= LIKE_WHOLE or are_alike(form, name.text))
            and (not is_of_given_name(key, text) or _has_surname(form, name.text))
            for form in in_nominative(text)
        )
    )
