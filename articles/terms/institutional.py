"""What the name of an institution says, whatever its language: “Jeddah University”, «جامعة جدة».

The words of which such names are made are known in four languages (`institutional.tsv`), places as terms (`table`),
what is made of places by its stem; any other word is a name, by its consonants. Two names that say the same are one
institution's, or its translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, product

from articles.names.fold import fold, script_of
from articles.names.inflect import word_readings
from articles.names.nations import stems_of_adjective, stems_of_place
from articles.names.romanise import consonant_key, romanise
from articles.terms.forms import typed_keys
from articles.terms.table import lines_of, places

#: What stands before each key, and between what it says: no key of a sound has either.
MARK, _AND = "=", "+"
#: Of so many words a name is read, and kept by so many keys.
MOST_WORDS, MOST_KEYS = 14, 8
#: So many readings of its words are looked at.
MOST_READINGS = 32
#: Of fewer consonants a name says too little.
_LEAST_CONSONANTS = 3
#: A name that says nothing but what many bodies are must say so much: «Centre national de la recherche scientifique».
_LEAST_OF_MANY = 4
#: So many words a place has at most.
_LONGEST_PLACE = 4
#: Before the key of a place.
_PLACE = "@"
_LEFT_OUT, _KIND, _OF_MANY, _STATE = "-", "!", "~", "state"
# What says no more: an acronym in brackets, or behind a dash; after whom it is called.
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\s[-–—]\s*[^\W\d_a-zа-яё]{2,8}$")
_CALLED_AFTER = re.compile(r"\s(?:им\.|имени|named after|dite?s?|nommée?)\s?.*", re.IGNORECASE)
# What adjectives end in that four languages make of one word, and plurals: robotique, robotics.
_SUFFIX = re.compile(
    r"(?<=...)(?:[сц]к(?:ии|ая|ое|ого|ои|ому|им|ом|ую|ие|их|ими)|(?<=i)(?:ques?|cs?|cal)|(?<=[a-z]{3})s)$"
)
_QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]{6,})[»“”\"]")

_Reading = tuple[str, ...]
"""What a word may say: nothing, one thing, or one of several."""


@lru_cache(maxsize=1 << 13)
def institution_keys(name: str) -> tuple[str, ...]:
    """The keys of what a name says, sorted words after “=”; none where it is not seen to be an institution's.

    Several where a word has several meanings («جمعية», association or assembly), and without those after whom it is
    called. “State” counts for nothing: Russian says it of every university.
    """
    quoted = [part for part in _QUOTED.findall(name) if _has_kind(part)]
    every = [_ASIDE.sub(" ", part) for part in (*quoted, name)]
    every += [short for part in every if (short := _CALLED_AFTER.sub("", part)) != part]
    return tuple(islice(dict.fromkeys(key for part in every for key in _keys(part)), MOST_KEYS))


def may_be_institution(words: Iterable[str]) -> bool:
    """Whether any of these folded words says what kind of body something is."""
    return any(is_kind(one) for word in words for one in _read_word(word))


def _has_kind(part: str) -> bool:
    return may_be_institution(fold(part).split())


def is_kind(said: str) -> bool:
    """Whether what a word says is a kind of body."""
    return said.endswith(_KIND)


def _keys(name: str) -> Iterator[str]:
    words = fold(name).split()
    if not 2 <= len(words) <= MOST_WORDS or not may_be_institution(words):
        return
    # Of many words of several meanings each there may be millions of readings.
    for said in islice(product(*_read(words)), MOST_READINGS):
        meant = sorted(set(said) - {_STATE + _OF_MANY})
        if any(map(is_kind, meant)) and _says_which(meant):
            yield MARK + _AND.join(meant)


def _says_which(meant: Sequence[str]) -> bool:
    """Whether it tells one body from others of its kind."""
    return len(meant) >= _LEAST_OF_MANY or not all(one.endswith((_KIND, _OF_MANY)) for one in meant)


def _read(words: Sequence[str]) -> Iterator[_Reading]:
    """What each word says, or several that are a place; such as say nothing are left out."""
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_PLACE), at, -1):
            is_one = end == at + 1
            if said := _read_word(words[at]) if is_one else _place(words[at:end]):
                yield said
            if said or is_one:
                at = end
                break


@lru_cache(maxsize=1 << 13)
def _read_word(word: str) -> _Reading:
    if word.isdigit():
        return (word,)
    forms = [word]
    if script_of(word) == "Arab":
        forms = list(dict.fromkeys(word[cut:].removeprefix("ال") for cut, _token in word_readings(word)))
    said = dict.fromkeys(one for form in forms for one in _on_table(form))
    if _LEFT_OUT in said or len(word) == 1:
        return ()
    return tuple(said) or _place([word]) or _of_place(word) or _name(forms[-1])


def _place(words: Sequence[str]) -> _Reading:
    """The place that these words are, or none."""
    known = places()
    keys = (key for key in typed_keys(words) if key in known)
    return tuple(_PLACE + known[key].replace(" ", "_") for key in islice(keys, 1))


def _of_place(word: str) -> _Reading:
    """The place of which a word is made: «грузинский», «géorgien», «الجورجية»."""
    if found := _demonyms().find(word):
        return tuple(_PLACE + key for key in found)
    stems = stems_of_adjective(word)
    return tuple(dict.fromkeys(_PLACE + key for stem in stems if (key := _by_stem().get(stem))))[:2]


def _name(word: str) -> _Reading:
    """A word that is nothing else, by its consonants; without the ending that makes another word of it."""
    base = _SUFFIX.sub("", word)
    key = consonant_key(base).replace(" ", "")
    return (key if len(key) >= _LEAST_CONSONANTS else romanise(base).replace(" ", ""),)


class _Beginnings:
    """Words and beginnings of words, and what each says."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, list[str]] = {}
        self._begun: dict[str, list[str]] = {}
        for word, said in rows:
            table = self._begun if word.endswith("*") else self._whole
            table.setdefault(fold(word), []).append(said)
        self._longest = max(map(len, self._begun), default=0)

    def find(self, word: str) -> Sequence[str]:
        """What a folded word says: as it stands, or by its longest known beginning."""
        if found := self._whole.get(word):
            return found
        for end in range(min(len(word), self._longest), 1, -1):
            if found := self._begun.get(word[:end]):
                return found
        return ()


def _on_table(word: str) -> Sequence[str]:
    script = script_of(word)
    return _table(script).find(word) if script in ("Latn", "Cyrl", "Arab") else ()


@cache
def _table(script: str) -> _Beginnings:
    """The words of one script, French and English together."""
    return _Beginnings(
        (word, said)
        for said, cells in lines_of("institutional")
        for cell in cells
        for word in cell.split()
        if script_of(word) == script
    )


@cache
def _demonyms() -> _Beginnings:
    return _Beginnings((word, key) for key, cells in lines_of("demonyms") for word in cells[0].split())


@cache
def _by_stem() -> dict[str, str]:
    """Stem of a place in Russian or Arabic → its key; of the first on the tables where several have it."""
    found: dict[str, str] = {}
    for spelt, key in places().items():
        if " " not in spelt and script_of(spelt) != "Latn":
            for stem in stems_of_place(spelt):
                found.setdefault(stem, key.replace(" ", "_"))
    return found
