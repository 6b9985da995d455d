"""The nominative of a Russian person's name, where a known given name leaves no doubt about the case."""

from __future__ import annotations

import re

from articles.names.fold import fold
from articles.names.given_names import given_names_of

_VOWELS = "аеёиоуыэюя"
# Ending of a surname after a masculine given name in an oblique case → nominative.
_MASCULINE = (
    (re.compile(r"(ск|цк)(?:ого|ому|им|ом)$"), r"\1ий"),
    (re.compile(r"([ое]в|[иы]н)(?:а|у|ым|е)$"), r"\1"),
    (re.compile(r"([бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем|е)$"), r"\1"),
)
_FEMININE = (
    (re.compile(r"([ое]в|[иы]н)(?:ой|у|ою)$"), r"\1а"),
    (re.compile(r"(ск|цк)(?:ой|ую)$"), r"\1ая"),
)
_PATRONYMIC = (
    (re.compile(r"(вич|ьич|мич)(?:а|у|ем|е)$"), r"\1"),
    (re.compile(r"(вн|чн)(?:ы|е|у|ой)$"), r"\1а"),
)


def nominative_person(name: str) -> str | None:
    """The name in the nominative: `name` itself, another form worked out, or None where it cannot be known.

    Only a name that begins with a known given name is worked out: its form tells gender and case. Surnames
    in -а («Окуджавы») and of women with other endings than -ова, -ина, -ская are left alone.
    """
    words = name.split()
    nominatives = given_names_of(fold(words[0]))
    if len(words) < 2 or not nominatives:
        return None
    first = fold(words[0].split("-")[0])
    if first in nominatives:
        feminine = first[-1] in "ая" and first not in _MALE_IN_A
        return None if feminine and _oblique_feminine(words[-1]) else name
    if len(nominatives) != 1 or "-" in words[0]:
        return None
    given = nominatives[0]
    rules = _FEMININE if given[-1] in "ая" and given not in _MALE_IN_A else _MASCULINE
    rest = [_restored(word, _PATRONYMIC) or _restored(word, rules) for word in words[1:]]
    if None in rest or (rules is _MASCULINE and not _agrees(first, words[-1], rest[-1])):
        return None
    return " ".join([_given(words[0], given), *(word for word in rest if word is not None)])


_MALE_IN_A = frozenset("илья никита фома лука саша миша юра николя имре".split())


def _oblique_feminine(surname: str) -> bool:
    return re.search(r"(?:[ое]в|[иы]н)(?:ой|у)$", surname) is not None


def _restored(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str | None:
    for pattern, nominative in rules:
        if pattern.search(word):
            return pattern.sub(nominative, word)
    if rules is _MASCULINE and re.search(r"(?:ко|швили|дзе|их|ых|о|э|и)$", word):
        return word
    if rules is _FEMININE and word[-1] not in _VOWELS:
        return word
    return word if rules is _FEMININE and re.search(r"(?:ко|швили|дзе|их|ых)$", word) else None


# The endings of a man's surname, by that of his given name in the same case.
_OF_CASE = {"а": "ая", "я": "ая", "у": "ую", "ю": "ую", "е": "е", "м": "м"}


def _agrees(given: str, surname: str, nominative: str | None) -> bool:
    """Whether the surname is in the given name's case, or not declined: of «Барака Мвакасеге» none is «Мвакасег»."""
    endings = _OF_CASE.get(given[-1])
    if surname == nominative or endings is None:
        return True
    return fold(surname)[-1] in endings or re.search(r"(?:ого|ому|ом)$", fold(surname)) is not None


def _given(written: str, nominative: str) -> str:
    """The given name with the й and ё that folding took: «Юрия» → «Юрий», «Андрея» → «Андрей»."""
    restored = re.sub(r"(?<=[аеиоуы])и$", "й", nominative)
    return restored.capitalize() if written[:1].isupper() else restored
