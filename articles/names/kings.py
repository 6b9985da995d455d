"""Rulers whose number a text writes otherwise than their record, in another script: «هارالد الخامس», Harald V."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping

from articles.names.compare import similarity
from articles.names.fold import script_of
from articles.names.heard_forms import forms_of, spoken
from articles.names.index import Entry, NameIndex
from articles.names.inflect import word_readings
from articles.names.neighbours import adjoins
from articles.names.regnal import FRENCH_FIRST, RULERS_DECLINED, goes_on_in, is_an_hour, roman_of
from articles.names.taken import Taken
from articles.names.words import Words

#: As alike as this the name before the number is the same.
LIKE = 0.86
#: A letter alone is as likely a name (Malcolm X) or an initial: such a ruler is known beside what rulers are called.
_LETTERS = frozenset("ivx")
#: Within so many words before the name or behind it.
_NEAR = 3


class KingsByNumber:
    """The people on record of whom a number is the last word, by that number."""

    def __init__(self, index: NameIndex) -> None:
        self._kings: dict[str, list[tuple[Hashable, str]]] = defaultdict(list)
        for agent, entries in index.by_agent.items():
            for entry in entries:
                *names, last = entry.words
                if entry.is_person and len(names) == 1 and (number := roman_of(last)) and _is_number(entry):
                    self._kings[number].append((agent, names[0]))

    def search(self, fields: Mapping[str, Words], taken: Taken) -> Iterator[tuple[str, Hashable, int, int]]:
        """(field, agent, start, end) of each place where the name and the number of one of them stand."""
        for field, words in fields.items() if self._kings else ():
            numbered = (index for index, word in enumerate(words.words) if roman_of(word) in self._kings)
            for index in numbered:
                found = self._named(words, index) if index else None
                if not found:
                    continue
                agent, start, end = found
                if not taken.overlap(field, start, end):
                    yield field, agent, start, end

    def _named(self, words: Words, index: int) -> tuple[Hashable, int, int] | None:
        number = roman_of(words.words[index])
        kings = self._kings.get(number, ())
        if not kings or not adjoins(words, index):
            return None
        if (number in _LETTERS or is_an_hour(words.words[index])) and not _is_ruler(words, index):
            return None
        has_capitals = words.is_capital(index - 1) and words.is_capital(index)
        if not has_capitals and script_of(words.words[index]) != "Arab":
            return None
        follows = words.words[index + 1] if index + 1 < len(words) else ""
        if goes_on_in(words.words[index], follows):
            return None  # «الخامس عشر»
        found = {
            agent: words.place(index - 1, form.cut)
            for agent, name in kings
            for form in forms_of(spoken(words, index - 1))
            if similarity(form.text, name) >= LIKE
        }
        return (*found.popitem(), words.ends[index]) if len(found) == 1 else None


def _is_number(entry: Entry) -> bool:
    """Whether a name on record ends in a number for certain: in Roman letters, Ier, or in no Latin ones; Premier is a
    surname."""
    last = entry.name.text.split()[-1]
    is_roman = last.isupper() and last.isalpha()
    return is_roman or entry.words[-1] in FRENCH_FIRST or script_of(entry.words[-1]) != "Latn"


def _is_ruler(words: Words, index: int) -> bool:
    """Whether a word near a name that ends here says that it is a ruler's."""
    near = words.words[max(index - 1 - _NEAR, 0) : index + 1 + _NEAR]
    return any(key in RULERS_DECLINED for word in near for _before, key in (("", word), *word_readings(word)))
