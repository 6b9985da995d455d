"""The country behind a ruler's name and number: «of Norway», «de Norvège», «Норвежский» need stand in no text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from articles.models import Agent
from articles.models.office import Office
from articles.names import fold
from articles.names.fold import script_of, word_set
from articles.names.nations import is_adjective_of, is_of_nation
from articles.names.regnal import RULERS, is_numbered
from articles.search.common_words import is_common
from articles.search.pieces import Piece
from articles.terms import Term, known_terms, terms, typed_keys
from articles.vocabulary import AgentKind

_OF = word_set("of the de du des d la l")
#: The name of a country has so many words at most: «Arabie saoudite».
_MOST_WORDS = 3
#: A country has its two letters for a key among the terms.
_LETTERS_OF_COUNTRY = 2


def realm_behind(pieces: Sequence[Piece], start: int, end: int, agents: Collection[Agent]) -> range:
    """The places of the country behind a ruler's name, from `start` to `end`, whose last word is his number; none
    where what is on record of these people tells of other countries. At most one statement, where one stands there."""
    if (
        end - start < 2
        or end == len(pieces)
        or not is_numbered(" ".join(piece.plain for piece in pieces[start:end]))
    ):
        return range(0)
    if not agents or any(agent.kind != AgentKind.PERSON for agent in agents):
        return range(0)
    last, country = _of_country(pieces, end)
    if not country:
        return range(0)
    known = _countries_of(agents)
    return range(end, last) if not known or country in known else range(0)


def _of_country(pieces: Sequence[Piece], start: int) -> tuple[int, str]:
    """Where «of Norway», «roi de Norvège», «ملك النرويج», «Норвежский» ends that begins here; and the country's key."""
    words = [fold(piece.word) if piece.is_mere_word else "" for piece in pieces]
    place, first = start, words[start]
    script = script_of(first) if first else ""
    is_ruler = first in RULERS
    place += is_ruler
    of = place
    while place < len(words) and words[place] in _OF:
        place += 1
    is_led_on = place > of or (place < len(words) and fold(pieces[place].plain) != words[place])
    if script == "Latn" and not is_led_on:
        return start, ""
    if script != "Latn" and not is_ruler:
        return (start + 1, _made_of(first)) if _is_by_name(pieces, start) else (start, "")
    for last in range(min(place + _MOST_WORDS, len(words)), place, -1):
        if all(words[place:last]) and (country := _named(words[place:last])):
            # «король Испания» is not his country's.
            is_nominative = script == "Cyrl" and last == place + 1 and words[place] in _nominatives()
            return (start, "") if is_nominative else (last, country)
    return start, ""


def _is_by_name(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a Russian word with a capital says whose ruler one is: no noun stands behind, of which it says that."""
    behind = pieces[at + 1] if at + 1 < len(pieces) else None
    return pieces[at].word[:1].isupper() and (
        behind is None or not behind.is_mere_word or is_common(behind.word, among_capitals=True)
    )


def _named(words: Sequence[str]) -> str:
    """The key of the country that folded words name."""
    found = (known_terms().get(key) for key in typed_keys(words))
    return next((one.term.key for one in found if one and _is_country(one.term)), "")


def _made_of(folded: str) -> str:
    """The key of the country of whose name a Russian or Arabic word is made."""
    return next((key for key, name in _countries() if is_adjective_of(folded, name)), "")


def _countries_of(agents: Iterable[Agent]) -> set[str]:
    """The countries that the names, notes and offices on record of these people tell of."""
    offices = Office.objects.filter(agent__in=[agent.pk for agent in agents]).stated_publicly()
    told = [*offices.values_list("label", flat=True)]
    for agent in agents:
        told += [agent.note, *(name.text for name in agent.names.all())]
    return {country for text in told for country in _countries_in(text)}


def _countries_in(text: str) -> Iterable[str]:
    words = fold(text).split()
    for at in range(len(words)):
        yield from filter(
            None, (_named(words[at:last]) for last in range(at + 1, min(at + _MOST_WORDS, len(words)) + 1))
        )
        if is_of_nation(words[at]) and (country := _made_of(words[at])):
            yield country


def _is_country(term: Term) -> bool:
    return len(term.key) == _LETTERS_OF_COUNTRY and term.key.isupper()


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    """(key, name) of each country, in Russian and in Arabic."""
    return tuple(
        (term.key, one.text)
        for term in terms()
        if _is_country(term)
        for one in term.spellings
        if one.language in ("ru", "ar")
    )


@cache
def _nominatives() -> frozenset[str]:
    return frozenset(fold(name) for _key, name in _countries())
