"""What was typed while the keyboard was set to another script: «ghbdtn» is «привет», «зфкдшфьуте» parliament."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from articles.search.groups import AND, NOT, OPERATORS

# The same keys of four keyboards, from the upper left to the lower right; one key has two Arabic letters.
_QWERTY = tuple("`qwertyuiop[]asdfghjkl;'zxcvbnm,./")
_AZERTY = tuple("²azertyuiop^$qsdfghjklmùwxcvbn,;:!")
_RUSSIAN = tuple("ёйцукенгшщзхъфывапролджэячсмитьбю.")
_ARABIC = (*"ذضصثقفغعهخحجدشسيبلاتنمكطئءؤر", "لا", *"ىةوزظ")
# A quotation mark is one.
_SHIFTED = dict(zip("~{}:<>?", "`[];,./", strict=True))

_SCRIPTS = {
    "Latn": re.compile("[a-zA-ZùÙ]"),
    "Cyrl": re.compile("[а-яёА-ЯЁ]"),
    "Arab": re.compile("[\u0621-\u064a]"),
}
_TWO_LETTERS = "لا"
_KEPT = frozenset({*OPERATORS, *AND, NOT})


def _table(typed: Sequence[str], meant: Sequence[str]) -> dict[str, str]:
    """Sign → the one on the same key of the other keyboard; capitals stay so."""
    table = {
        sign: other for sign, other in zip(typed, meant, strict=True) if sign.isalpha() or other.isalpha()
    }
    table |= {sign.upper(): other.upper() for sign, other in table.items() if sign.upper() != sign}
    if typed is _QWERTY:
        table |= {shifted: table[sign].upper() for shifted, sign in _SHIFTED.items() if sign in table}
    return table


#: Script typed → the tables by which it may be another; of what is written so already none.
_TABLES: dict[str, list[Mapping[str, str]]] = {
    "Latn": [_table(latin, other) for other in (_RUSSIAN, _ARABIC) for latin in (_QWERTY, _AZERTY)],
    "Cyrl": [_table(_RUSSIAN, latin) for latin in (_QWERTY, _AZERTY)],
    "Arab": [_table(_ARABIC, latin) for latin in (_QWERTY, _AZERTY)],
}


def on_other_keyboards(text: str, within: Iterable[str]) -> list[str]:
    """What a query may be, had the keyboard been set otherwise: all of it, or where these words stand; each way once.

    Signs that say how words belong together stay, and so do words without letters of that script.
    """
    ways: dict[str, None] = {}
    words = text.split()
    only = {word for word in words if any(one in word for one in within)}
    for script, letters in _SCRIPTS.items():
        if any(letters.search(word) for word in only):
            for table in _TABLES[script]:
                typed = [_typed_on(table, word, letters) for word in words]
                ways[" ".join(typed)] = None
                ways[
                    " ".join(new if word in only else word for word, new in zip(words, typed, strict=True))
                ] = None
    ways.pop(text, None)
    return list(ways)


def _typed_on(table: Mapping[str, str], word: str, letters: re.Pattern[str]) -> str:
    if word in _KEPT or not letters.search(word):
        return word
    sign = "-" if word.startswith("-") else ""
    # The key of two letters, unless these are two keys: gh.
    typed = (
        re.split(f"({_TWO_LETTERS})", word.removeprefix("-"))
        if _TWO_LETTERS in table
        else [word.removeprefix("-")]
    )
    return sign + "".join(
        table[run] if run == _TWO_LETTERS else "".join(table.get(letter, letter) for letter in run)
        for run in typed
    )
