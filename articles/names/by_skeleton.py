"""Whole names that texts write in a script of which the record has none: proposed where their skeletons are one.

«Субраманьян Рагхунатхан» is perhaps Subramanian Raghunathan, and «Хван Бо Гён» Hwang Bo-kyung, though no consonants of
the surname are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from articles.names.by_sound import HYPHENS, LONG_VOWEL, MERE_ROOT
from articles.names.compare import similarity
from articles.names.eastern import eastern_surname
from articles.names.fold import fold, script_of
from articles.names.given_names import is_given_name
from articles.names.heard_forms import plain_of, spoken, texts_heard
from articles.names.index import NameIndex
from articles.names.neighbours import adjoins
from articles.names.other_sounds import in_nominative
from articles.names.regnal import is_numbered
from articles.names.skeleton import (
    MARK_OF_SURNAME,
    MOST_WORDS,
    skeletons,
    skeletons_of_surname,
    skeletons_of_word,
)
from articles.names.taken import Taken
from articles.names.things import is_named_after
from articles.names.tokens import PARTICLES
from articles.names.words import Words

#: So alike are two whole names, and their first words; where their surname has few consonants they are more so.
LIKE, LIKE_FIRST, LIKE_IN_THE_EAST, THE_SAME = 0.81, 0.75, 0.93, 0.97
#: And where the surname has syllables for consonants, in Arabic, which has few vowels.
LIKE_IN_ARABIC = 0.9
#: A surname of so few consonants, with its mark, is so alike by itself: by its vowels it is told from others.
FEW, LIKE_SHORT = len(MARK_OF_SURNAME) + 4, 0.85
#: An Arabic name has so many words at the most: it has no capitals that tell where it ends.
LONGEST_IN_ARABIC = 4
_SCRIPTS = ("Latn", "Cyrl", "Arab")


class _Name(NamedTuple):
    """A name of a person on record, folded."""

    agent: Hashable
    text: str


class NamesBySkeleton:
    """For each script the whole names of people who have none in it, by the skeletons of their first and last words."""

    def __init__(self, index: NameIndex) -> None:
        self._names: dict[str, dict[str, list[_Name]]] = {script: defaultdict(list) for script in _SCRIPTS}
        self._by_last: dict[tuple[str, str], dict[str, list[_Name]]] = {}
        for agent, entries in index.by_agent.items():
            written = {script_of(entry.words[0]) for entry in entries}
            unwritten = [names for script, names in self._names.items() if script not in written]
            for entry in entries if unwritten else ():
                # Those with a number have a search of their own: in a skeleton I and II are the same.
                if entry.is_person and len(entry.words) > 1 and not is_numbered(entry.name.text):
                    name = _Name(agent, entry.name.text)
                    for key, names in product(skeletons_of_word(entry.words[0]), unwritten):
                        names[key].append(name)

    def search(self, fields: Mapping[str, Words], taken: Taken) -> Iterator[tuple[str, Hashable, int, int]]:
        """(field, agent, start, end) of each place where a name has the skeleton of that of one person alone, which
        takes it."""
        for field, words in fields.items():
            for index, token in enumerate(words.tokens[:-1]):
                # Most words need no second look: they have no capital, or everybody has a name in their script.
                if not (token.is_capital or token.script == "Arab") or not self._names.get(token.script):
                    continue
                place = self._place(words, index)
                if place and not taken.overlap(field, *place[1:]):
                    taken.add(field, *place[1:])
                    yield field, *place

    def _place(self, words: Words, index: int) -> tuple[Hashable, int, int] | None:
        """Whose name begins at a word, the longest first."""
        # How a word sounds is asked last: to find it out takes longest.
        ends = _ends(words, index) if words.words[index] not in PARTICLES else []
        if not ends or is_named_after(words, index):
            return None
        script = words.tokens[index].script
        names = self._names[script]
        begun = [(cut, self._begun(script, key)) for cut, key in _heard(spoken(words, index)) if key in names]
        for last in reversed(ends) if begun else ():
            keys = [key for cut, key in _heard(words.words[last]) if not cut]
            near = [(cut, name) for cut, others in begun for key in keys for name in others.get(key, ())]
            row = " ".join(words.words[index : last + 1]) if near else ""
            found = {name.agent: cut for cut, name in near if _is_named(row[cut:], name.text)}
            if len(found) == 1:
                return next(
                    (agent, words.place(index, cut), words.ends[last]) for agent, cut in found.items()
                )
        return None

    def _begun(self, script: str, first: str) -> dict[str, list[_Name]]:
        """The names that begin so, by the skeletons of their last words: worked out when a text has such a word."""
        if (known := self._by_last.get((script, first))) is None:
            known = defaultdict(list)
            for name in self._names[script][first]:
                for key in skeletons_of_word(fold(name.text).rpartition(" ")[2]):
                    known[key].append(name)
            self._by_last[script, first] = known
        return known


@lru_cache(maxsize=1 << 14)
def _heard(word: str) -> tuple[tuple[int, str], ...]:
    """The skeletons of a word as it may stand on record, each with what is cut from it; none of what may be a verb."""
    texts = [(cut, text) for cut, text in texts_heard(word) if not _may_be_verb(plain_of(text))]
    return tuple(dict.fromkeys((cut, key) for cut, text in texts for key in skeletons_of_word(text)))


def _is_named(row: str, name: str) -> bool:
    """Whether a row of folded words, in their case, has one skeleton with a name and is much like it."""
    known = set(skeletons(name))
    return any(
        not known.isdisjoint(skeletons(form)) and _are_alike(form, name) for form in in_nominative(row)
    )


def _are_alike(row: str, name: str) -> bool:
    """Whether two names of one skeleton are much alike, their surname telling by itself, or by its syllables."""
    likeness = similarity(row, name)
    if likeness < LIKE or similarity(row.partition(" ")[0], fold(name).partition(" ")[0]) < LIKE_FIRST:
        return False
    surnames = [fold(one).rpartition(" ")[2] for one in (row, name)]
    alike = set.intersection(*(set(skeletons_of_surname(one)) for one in surnames))
    # «Барсов» has the consonants of Borisov.
    is_told = bool(alike) and (max(map(len, alike)) > FEW or similarity(*surnames) >= LIKE_SHORT)
    by_syllables = LIKE_IN_ARABIC if script_of(row) == "Arab" else LIKE_IN_THE_EAST
    return is_told or likeness >= (by_syllables if eastern_surname(name) else THE_SAME)


def _may_be_verb(word: str) -> bool:
    """Whether a folded word is an Arabic one of three consonants and no given name that is known."""
    is_root = script_of(word) == "Arab" and len(word) <= MERE_ROOT and not LONG_VOWEL.search(word)
    return is_root and not is_given_name(word)


def _ends(words: Words, index: int) -> list[int]:
    """The words at which a name may end that begins here: those with a capital, or a hyphen before; any Arabic ones."""
    is_arabic = words.tokens[index].script == "Arab"
    ends = []
    for last in range(index + 1, min(len(words), index + (LONGEST_IN_ARABIC if is_arabic else MOST_WORDS))):
        if not adjoins(words, last):
            break
        if is_arabic or words.is_capital(last) or words.gap_before(last) in HYPHENS:
            ends.append(last)
        elif words.words[last] not in PARTICLES:
            break
    return ends
