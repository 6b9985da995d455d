"""Names that texts write in a script of which the record has none: proposed where they sound like a surname on record.

«Щегловым» and «شيغلوف» are perhaps Chtcheglov, whose record a hurried curator gave no Russian and no Arabic name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from articles.names.bearers import SHORTEST, Bearer, bearers_of
from articles.names.compare import similarity
from articles.names.flavours import (
    consonants_heard,
    consonants_heard_rarely,
    consonants_written,
    keys_written_otherwise,
)
from articles.names.fold import fold, script_of
from articles.names.given_names import is_given_name
from articles.names.heard_forms import Form, forms_of, spoken
from articles.names.index import NameIndex
from articles.names.inflect import is_patronymic
from articles.names.initials import may_begin_one
from articles.names.neighbours import adjoins, is_particle, is_title, names_before
from articles.names.one_sound import are_one_given, is_same
from articles.names.romanise import (
    CONSONANTS_SINGLE,
    OGLU_ARABIC,
    consonants,
    given_with_e,
    is_joined,
    is_oglu,
    romanise_token,
    with_e,
    with_sounds,
)
from articles.names.taken import Taken
from articles.names.things import is_named_after
from articles.names.words import Words

#: As alike as this, a surname is proposed by itself, with so many consonants; behind its given name less of both, and a
#: person's single name with more.
LIKE_ALONE, CONSONANTS_ALONE = 0.9, 3
LIKE_BESIDE, CONSONANTS_BESIDE = 0.82, 2
LIKE_BARE, LIKE_GIVEN = 0.8, 0.8
#: Or the whole name so much, and the given names somewhat less.
LIKE_WHOLE, LIKE_GIVEN_OF_WHOLE = 0.84, 0.75
HYPHENS = ("-", "‐", "‑")
#: An Arabic word of so many letters may be a verb.
MERE_ROOT = 3
LONG_VOWEL = re.compile("[اوي]")
_MOST = 1 << 15
_SCRIPTS = ("Latn", "Cyrl", "Arab")


class _Heard(NamedTuple):
    """A form of a word, and whose surname it is like."""

    form: Form
    bearer: Bearer
    likeness: float


class _Ear(NamedTuple):
    """Whose surname a word is like in a script of theirs that is not on record, and who has it spelt otherwise."""

    heard: tuple[_Heard, ...]
    spelt: tuple[Bearer, ...]


_NOBODY = _Ear((), ())


class _Place(NamedTuple):
    """Where a name of an agent stands, with or without its given name."""

    agent: Hashable
    start: int
    end: int
    is_beside: bool


class NamesBySound:
    """For each script the bearers of names who have none in it, by the consonants of their surname; and those of Latin
    names, by the sound of their surname."""

    def __init__(self, index: NameIndex) -> None:
        self._given_names = index.given_names
        self._bearers: dict[str, dict[str, list[Bearer]]] = {script: defaultdict(list) for script in _SCRIPTS}
        self._spelt: dict[str, list[Bearer]] = defaultdict(list)
        self._ears: dict[str, _Ear] = {}
        self._otherwise: dict[str, dict[str, tuple[Bearer, ...]]] = {script: {} for script in _SCRIPTS}
        for agent, entries in index.by_agent.items():
            written = {script_of(entry.words[0]) for entry in entries}
            unwritten = [bearers for script, bearers in self._bearers.items() if script not in written]
            for bearer in dict.fromkeys(one for entry in entries for one in bearers_of(agent, entry)):
                sound = romanise_token(fold(bearer.surname))
                if bearer.given and not bearer.followed_by and script_of(bearer.surname) == "Latn":
                    self._spelt[sound].append(bearer)
                for key in _keys_of(bearer.surname, sound) | set(consonants_heard_rarely(bearer.surname)):
                    if not bearer.is_single or len(key) >= CONSONANTS_SINGLE:
                        for bearers in unwritten:
                            bearers[key].append(bearer)

    def search(self, fields: Mapping[str, Words], taken: Taken) -> Iterator[tuple[str, Hashable, int, int]]:
        """(field, agent, start, end) of each place where a name sounds like that of one bearer alone.

        A surname alone is nobody's on record where the text has it with another's given name: «Сергей Булганов …
        Булганову».
        """
        others: set[Hashable] = set()
        found = [
            (field, place)
            for field, words in fields.items()
            for place in self._places(field, words, taken, others)
        ]
        for field, place in found:
            if place.is_beside or place.agent not in others:
                yield field, place.agent, place.start, place.end

    def _places(self, field: str, words: Words, taken: Taken, others: set[Hashable]) -> Iterator[_Place]:
        """The places in a field, none overlapping another or what is `taken`; to the `others` are added those on record
        with whose surname it names somebody else."""
        heard = Taken()
        for index, token in enumerate(words.tokens):
            is_arabic = token.script == "Arab" and not token.is_lower
            # To find out whose a word sounds like takes longest.
            if not (is_arabic or (token.is_capital and self._may_end(words, index))):
                continue
            word = spoken(words, index)
            ear = (self._ears.get(word) or self._hear(word)) if len(token.text) >= SHORTEST else _NOBODY
            in_one = self._hear_in_one(words, index, word)
            if not (any(ear) or any(in_one)):
                continue
            place = self._named(words, (index - 1, index), in_one, others) or self._named(
                words, (index, index), ear, others
            )
            span = (field, place.start, place.end) if place else None
            if place and span and not (taken.overlap(*span) or heard.overlap(*span)):
                heard.add(*span)
                yield place

    def _named(self, words: Words, at: tuple[int, int], ear: _Ear, others: set[Hashable]) -> _Place | None:
        """Whose name ends at these words, by their sound or in another spelling."""
        if not any(ear):
            return None
        return self._place(words, at, ear.heard, others) or _spelt_otherwise(words, at, ear.spelt, others)

    def _hear_in_one(self, words: Words, index: int, word: str) -> _Ear:
        """Whose surname a word is like with the one before it, where they may be written in one: «بن بركة»."""
        if not index or not adjoins(words, index):
            return _NOBODY
        before = words.words[index - 1]
        if not is_joined(before, word) and not self._has_in_one(words, index, word):
            return _NOBODY
        joined = before + (OGLU_ARABIC if script_of(word) == "Arab" and is_oglu(word) else word)
        heard, spelt = self._ears.get(joined) or self._hear(joined)
        return _Ear(tuple(one for one in heard if not one.form.cut), spelt)

    def _has_in_one(self, words: Words, index: int, word: str) -> bool:
        """Whether somebody's surname has the consonants of two words with a capital, or Arabic ones: «تشنغ هاي»."""
        script = script_of(word)
        if script != "Arab" and not words.is_capital(index - 1):
            return False
        key = consonants(romanise_token(words.words[index - 1]) + romanise_token(word))
        return len(key) > CONSONANTS_ALONE and key in self._bearers.get(script, {})

    def _hear(self, word: str) -> _Ear:
        """Whose surname a folded word is like, worked out once for each; forgets all when that are too many."""
        if len(self._ears) >= _MOST:
            self._ears.clear()
        script = script_of(word)
        heard = tuple(
            _Heard(form, bearer, likeness)
            for form in (forms_of(word) if self._bearers.get(script) else ())
            for bearer in dict.fromkeys(self._bearers_heard_as(form, script))
            if not (bearer.is_single and form.is_by_habit)
            and (likeness := similarity(form.text, bearer.surname)) >= _least_beside(form, bearer)
        )
        spelt = self._spelt.get(romanise_token(with_e(word)), ()) if script == "Latn" else ()
        ear = self._ears[word] = _Ear(heard, tuple(one for one in spelt if is_same(word, fold(one.surname))))
        return ear

    def _bearers_heard_as(self, form: Form, script: str) -> Iterator[Bearer]:
        """Those of whose surname the consonants of a word are heard: by its letters, else by the habits of a language.

        Two consonants of an Arabic word are heard of too many.
        """
        key, bearers = form.key, self._bearers[script]
        yield from bearers.get(key, ())
        if len(key) >= (CONSONANTS_ALONE if script_of(form.text) == "Arab" else CONSONANTS_BESIDE):
            known = self._otherwise[script]
            if (otherwise := known.get(key)) is None:
                if len(known) >= _MOST:
                    known.clear()
                otherwise = known[key] = tuple(_written_as(key, consonants_written(key), bearers))
            yield from otherwise
            yield from _written_as(key, keys_written_otherwise(form.plain), bearers)

    def _may_end(self, words: Words, index: int) -> bool:
        """Whether a word may be the last of a name: none with a capital follows, nor is it written small elsewhere."""
        if words.tokens[index].text in words.lower_case:
            return False
        is_followed = index + 1 < len(words) and words.is_capital(index + 1)
        return not (is_followed and adjoins(words, index + 1))

    def _place(
        self, words: Words, at: tuple[int, int], fitting: Iterable[_Heard], others: set[Hashable]
    ) -> _Place | None:
        """The likest bearer, if there is one alone, of the surname at the words from the first to the last one; the
        name begins with its given name, where that stands before."""
        index, last = at
        before = names_before(words, index)
        found: dict[Hashable, tuple[float, int]] = {}
        for form, bearer, likeness in fitting:
            first = _first_of(words, before, bearer)
            whole = None
            if before and bearer.given and (first is None or len(bearer.given) > 1):
                whole = _first_of_whole(words, index, form.text, bearer)
                first = first if whole is None else whole
            if bearer.followed_by and _goes_on(words, last, bearer.followed_by):
                continue
            if first is not None and any(is_named_after(words, place) for place in before):
                continue
            is_beside = first is not None
            if first is None:
                if bearer.followed_by:
                    continue
                if self._is_anothers(words, before, index) and bearer.is_person:
                    if before and any(
                        is_given_name(form.plain) for form in forms_of(spoken(words, before[-1]))
                    ):
                        others.add(bearer.agent)
                    continue
                first = words.place(index, form.cut)
            least = _least_beside(form, bearer) if is_beside else LIKE_ALONE
            fewest = CONSONANTS_BESIDE if is_beside else CONSONANTS_ALONE
            # Mavoungou-Tati: its last half says little.
            is_heard = len(form.key) >= fewest or (whole is not None and len(bearer.given) > 1)
            if likeness >= least and is_heard:
                is_sure = is_beside and not _is_bare(words, before, bearer)
                found[bearer.agent] = max(found.get(bearer.agent, (0.0, 0)), (likeness + is_sure, first))
        best = max(found.values(), default=None)
        agents = [agent for agent, one in found.items() if best and one[0] == best[0]]
        if best is None or len(agents) > 1:
            return None
        return _Place(agents[0], best[1], words.ends[last], is_beside=best[0] > 1)

    def _is_anothers(self, words: Words, before: Sequence[int], index: int) -> bool:
        """Whether the word before is a given name of somebody else or may be one, or a thing that bears the name."""
        if is_named_after(words, index):
            return True
        if not before:
            return False
        if script_of(words.tokens[index].text) == "Arab":
            forms = forms_of(spoken(words, before[-1]))
            return any(form.plain in self._given_names or is_given_name(form.plain) for form in forms)
        return not is_title(words, before[-1])


def _keys_of(surname: str, sound: str) -> set[str]:
    """The consonants of a surname, romanised as folded; and those that its marks, or its hamza, say."""
    told = with_sounds(surname)
    if told == surname and not surname.startswith("ء"):
        return {consonants(sound)}
    return {consonants(sound), consonants(romanise_token(fold(told)))}


def _written_as(key: str, written: Iterable[str], bearers: Mapping[str, list[Bearer]]) -> Iterator[Bearer]:
    """The bearers of surnames that are written with one of these rows of consonants, and are heard with those of the
    key."""
    for one in filter(bearers.__contains__, written):
        for bearer in bearers[one]:
            if not bearer.is_single and key in consonants_heard(bearer.surname):
                yield bearer


def _least_beside(form: Form, bearer: Bearer) -> float:
    """How like a surname a form must be behind the given name: an Arabic one of all its consonants somewhat less, for
    it has few of its vowels."""
    is_bare = script_of(form.text) == "Arab" and len(form.key) > CONSONANTS_ALONE
    return LIKE_BARE if is_bare and form.key in consonants_heard(bearer.surname) else LIKE_BESIDE


def _first_of_whole(words: Words, index: int, surname: str, bearer: Bearer) -> int | None:
    """Where the bearer's name begins, if all of it stands there, alike as a whole: «تيدروس أدهانوم غيبريسوس»."""
    places: list[int] = []
    place = index
    while place and len(places) < len(bearer.given) and adjoins(words, place):
        place -= 1
        if not is_particle(words, place):
            places.insert(0, place)
    if len(places) < len(bearer.given):
        return None
    form, likeness = _likest(spoken(words, places[0]), bearer.given[:1])
    if likeness < LIKE_GIVEN_OF_WHOLE:
        return None
    middle = [spoken(words, place) for place in places[1:]]
    pairs = zip(middle, bearer.given[1:], strict=True)
    if any(similarity(*pair) < LIKE_GIVEN_OF_WHOLE for pair in pairs):
        return None
    whole = " ".join((form.text, *middle, surname))
    is_like = similarity(whole, " ".join((*bearer.given, bearer.surname))) >= LIKE_WHOLE
    return words.place(places[0], form.cut) if is_like else None


def _goes_on(words: Words, index: int, surname: str) -> bool:
    """Whether a word like a surname follows."""
    follows = index + 1 < len(words) and adjoins(words, index + 1)
    return follows and similarity(spoken(words, index + 1), surname) >= LIKE_GIVEN_OF_WHOLE


def _first_of(words: Words, before: Sequence[int], bearer: Bearer) -> int | None:
    """Where the bearer's name begins, if given names of it, or its initials, stand before the surname."""
    first = None
    for index in reversed(before):
        token = words.tokens[index]
        form, likeness = _likest(spoken(words, index), bearer.given)
        if likeness >= LIKE_GIVEN:
            first = words.place(index, form.cut)
        elif not (is_patronymic(token.text) or (len(token.text) == 1 and index != before[0])):
            break  # neither of it nor of the father
    return first


def _is_bare(words: Words, before: Sequence[int], bearer: Bearer) -> bool:
    """Whether an Arabic word of three consonants, no given name that is known, is before a surname in other letters:
    it may be any verb, as «درس» is no Driss."""
    word = _likest(spoken(words, before[-1]), bearer.given)[0].plain if before and bearer.given else ""
    return (
        script_of(word) == "Arab"
        and len(word) <= MERE_ROOT
        and not is_given_name(word)
        and not LONG_VOWEL.search(word)
        and script_of(bearer.surname) != "Arab"
    )


def _spelt_otherwise(
    words: Words, at: tuple[int, int], bearers: Sequence[Bearer], others: set[Hashable]
) -> _Place | None:
    """Whose name stands before and at words in another spelling of the same sound: Nikolai Bulganov, Boulganov; or, of
    one bearer alone, the surname behind a title, M. Boulganov."""
    before = names_before(words, at[0]) if bearers else []
    found: dict[Hashable, int] = {}
    agents = {bearer.agent for bearer in bearers}
    if before and is_title(words, before[-1]):
        is_told = len(agents) == 1 and len(consonants(romanise_token(words.words[at[1]]))) > CONSONANTS_ALONE
        return (
            _Place(agents.pop(), words.starts[at[0]], words.ends[at[1]], is_beside=False) if is_told else None
        )
    for bearer in bearers:
        places = before[-len(bearer.given) :]
        names, given = [words.words[place] for place in places], [fold(name) for name in bearer.given]
        if not names or words.gap_before(places[0]) in HYPHENS or is_named_after(words, places[0]):
            continue
        if len(before) > len(places) and is_given_name(words.words[before[0]]):
            continue  # Karl Nikolai Boulganov
        if are_one_given(names, given):
            found[bearer.agent] = words.starts[places[0]]
    if before and not found:
        others |= agents  # Ivan Boulganov
    return _Place(*found.popitem(), words.ends[at[1]], is_beside=True) if len(found) == 1 else None


@lru_cache(maxsize=1 << 14)
def _likest(word: str, given: tuple[str, ...]) -> tuple[Form, float]:
    """The form in which a word is the likest to one of these given names, and how like it is."""
    alike = [(form, _how_given(form.text, given)) for form in forms_of(word)]
    return max(alike, key=itemgetter(1))


def _how_given(word: str, given: Iterable[str]) -> float:
    if len(word) == 1:
        return may_begin_one(word, [fold(name) for name in given])
    return max((similarity(word, given_with_e(name)) for name in given), default=0.0)
