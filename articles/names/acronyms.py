"""Acronyms in a script of which the record has none: ФАО and الفاو for FAO, proposed by their sound."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache

from articles.names.fold import fold, script_of, word_set
from articles.names.index import NameIndex
from articles.names.romanise import arabic_view, consonants, romanise_token
from articles.names.taken import Taken
from articles.names.words import Words

#: Of fewer letters, or vowels, an acronym is spelt, and each language spells its own: ОМС is no OMS.
SHORTEST, LEAST_VOWELS = 3, 2
LONGEST = 12
#: What the press writes as a word, and no language has as another: any other acronym that reads like a word may be one.
SPOKEN = word_set(
    "otan nato onu opep opec unesco unicef cedeao ecowas uemoa ceeac cemac fifa uefa asean anase brics nasa ocde "
    "minurso minusma monusco minusca minustah unrwa finul unifil amisom cnuced unctad mercosur frontex europol "
    "interpol eurojust aukus opaq igad"
)
_VOWELS = "aiou"
# What is written in one with an Arabic word, and its article.
_BEHIND_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)(.{3,})")
# «القوافي» is no Gavi: so Arabic makes the plural of its own words.
_OF_MANY = re.compile(r"[^اوي]وا[^اوي](?:ي?[^اوي]|ي)")
_INITIAL_IU = re.compile("^iu")


@lru_cache(maxsize=1 << 14)
def sound_of_acronym(word: str) -> str:
    """How a written word sounds, if it may be an acronym that is spoken as a word: in capitals, or in Arabic behind the
    article; otherwise nothing. «Ю» begins as «U» does."""
    if not SHORTEST <= len(word) <= LONGEST:
        return ""
    if word.isupper():
        sound = romanise_token(fold(word)) if word.isalpha() else ""
    elif "ل" in word[:5] and (found := _BEHIND_ARTICLE.fullmatch(fold(word))):
        if _OF_MANY.fullmatch(found[1]):
            return ""
        # At its end «و» is a vowel.
        sound = romanise_token(found[1]).removesuffix("v") + "u" * found[1].endswith("او")
    else:
        return ""
    sound = _INITIAL_IU.sub("u", sound)
    return sound if sum(letter in _VOWELS for letter in arabic_view(sound)) >= LEAST_VOWELS else ""


def sound_the_same(one: str, other: str) -> bool:
    """Whether two sounds of acronyms are one, of different scripts: the same letters, or, for Arabic leaves out some
    vowels, the same consonants with those vowels that it has, and the same beginning and end."""
    one, other = sorted((arabic_view(one), arabic_view(other)), key=len)
    if one == other:
        return True
    letters = iter(letter for letter in other if letter in _VOWELS)
    return (
        (one[0], one[-1]) == (other[0], other[-1])
        and consonants(one) == consonants(other)
        and all(vowel in letters for vowel in one if vowel in _VOWELS)
    )


def are_one_acronym(typed: str, name: str) -> bool:
    """Whether a word as typed and a name of one word in another script are the same acronym: ЮНЕСКО, Unesco."""
    if script_of(typed) == script_of(name) or " " in name:
        return False
    first = sound_of_acronym(typed.upper() if fold(typed) in SPOKEN else typed)
    second = sound_of_acronym(name.upper()) if first else ""
    if not second:
        return False
    is_arabic = "Arab" in (script_of(typed), script_of(name))
    return first == second or (is_arabic and sound_the_same(first, second))


class AcronymsBySound:
    """The acronyms on record of which no other is written in the script of a text, by their consonants."""

    def __init__(self, index: NameIndex) -> None:
        self._bearers: dict[tuple[str, str], list[tuple[Hashable, str]]] = defaultdict(list)
        for agent, entries in index.by_agent.items():
            spoken = [entry for entry in entries if entry.is_acronym and len(entry.words) == 1]
            scripts = {script_of(entry.words[0]) for entry in spoken}
            for entry in spoken:
                if sound := sound_of_acronym(entry.name.text.strip()):
                    for script in {"Latn", "Cyrl", "Arab"} - scripts:
                        self._bearers[script, consonants(arabic_view(sound))].append((agent, sound))

    def search(self, fields: Mapping[str, Words], taken: Taken) -> Iterator[tuple[str, Hashable, int, int]]:
        """(field, agent, start, end) of each place where an acronym sounds like that of one institution alone."""
        for field, words in fields.items() if self._bearers else ():
            for index, token in enumerate(words.tokens):
                if token.is_lower or not (sound := sound_of_acronym(words.written[index])):
                    continue
                script = token.script if token.is_capital else "Arab"
                agents = self._agents(script, sound, script == "Arab")
                start, end = words.starts[index], words.ends[index]
                if len(agents) != 1 or _is_among_capitals(words, index):
                    continue
                if not taken.overlap(field, start, end):
                    yield field, agents.pop(), start, end

    def _agents(self, script: str, sound: str, is_arabic: bool) -> set[Hashable]:
        those = self._bearers.get((script, consonants(arabic_view(sound))), ())
        return {
            agent for agent, known in those if known == sound or (is_arabic and sound_the_same(known, sound))
        }


def _is_among_capitals(words: Words, index: int) -> bool:
    """Whether a word beside it is in capitals too, so that its own say nothing."""
    beside = [words.written[at] for at in (index - 1, index + 1) if 0 <= at < len(words)]
    return any(len(word) > 2 and word.isupper() for word in beside)
