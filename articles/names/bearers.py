"""Who bears a surname, as it is compared with the words of texts in other scripts."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

from articles.names.fold import fold, script_of
from articles.names.given_names import is_given_name
from articles.names.index import Entry
from articles.names.inflect import is_patronymic
from articles.names.romanise import is_joined, with_e, with_hamza
from articles.names.tokens import surname_of, without_particles

#: A shorter word is no surname, and no name without what is written in one with it.
SHORTEST = 4
_IN_A_NAME = re.compile(r"[\s,\-‐‑'’ʼ]+")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who bears a surname, or a name of one word, as written in small letters; `given` are the other words of the name.

    `followed_by`: how the name goes on, «Luque» of Echeverría; such a surname is heard behind a given name alone.
    A person's single name may be any word: it needs more consonants, and is heard as it is written.
    """

    agent: Hashable
    surname: str
    given: tuple[str, ...]
    is_person: bool
    is_single: bool = False
    followed_by: str = ""


def bearers_of(agent: Hashable, entry: Entry) -> Iterator[Bearer]:
    """By the last word of the surname, and by the first of two: of Gonzalo Echeverría Luque, as Spanish names go."""
    if bearer := bearer_of(agent, entry):
        yield bearer
        *given, half = bearer.given or ("",)
        folded = fold(half)
        if given and len(folded) > SHORTEST and not (is_given_name(folded) or is_patronymic(folded)):
            yield replace(bearer, surname=with_e(half), given=tuple(given), followed_by=bearer.surname)
        if joined := _in_one(entry):
            yield replace(bearer, surname=joined)


def _in_one(entry: Entry) -> str:
    """The surname with the «Ben» before it in one with it, as others write it, or nothing."""
    if len(entry.words) < 3 or not is_joined(*entry.words[-2:]):
        return ""
    return "".join(entry.words[-2:])


def bearer_of(agent: Hashable, entry: Entry) -> Bearer | None:
    """By the last word of the surname, or by a name of one word; none of an acronym, nor of a given name alone."""
    word = entry.words[0]
    if len(entry.words) == 1:
        if entry.is_acronym or len(word) < SHORTEST or (entry.is_person and is_given_name(word)):
            return None
        return Bearer(agent, _written(entry.name.text, word), (), entry.is_person, is_single=entry.is_person)
    if not entry.is_person:
        return None
    family = surname_of(entry.name.text)
    if not family:
        return None
    of_family = fold(family).split()
    given = [word for word in entry.words if word not in of_family]
    if not (of_family and given):
        return None
    telling = tuple(
        _written(entry.name.text, word)
        for word in (*without_particles(given), *without_particles(of_family)[:-1])
    )
    return Bearer(agent, with_e(_written(family, of_family[-1])), telling, is_person=True)


def _written(name: str, folded: str) -> str:
    """A folded word as a name has it, in small letters: with the marks, or the hamza, that say how it sounds."""
    script = script_of(folded)
    is_plain = script == "Cyrl" or (
        script == "Arab" and not (folded.startswith("ال") or folded.endswith("ي"))
    )
    if name.isascii() or is_plain:
        return folded
    words = (word.lower() for word in _IN_A_NAME.split(with_hamza(name)))
    return next((word for word in words if fold(word).removeprefix("ء") == folded), folded)
