"""Which words of a text may be those of a query: told by the letters they begin with, before PostgreSQL is asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from articles.names.fold import fold_word

# A lexeme, and whether it is but the beginning of a word.
_OPERAND = re.compile(r"'((?:[^']|'')*)'(:\*)?")
#: So many letters of a word its stemmer leaves as they are, and so many of a short one: «dying» is looked up as «die».
_KEPT, _KEPT_OF_SHORT, _SHORT = 3, 1, 3
#: The signs that PostgreSQL and `fold_word` read alike, one for one; what is written with others, and in other scripts,
#: may be anything.
_LETTERS = r"A-Za-z0-9À-ÅÇ-ÖØ-Ýà-åç-öø-ýÿА-яЁё"
_SIGNS = r"!\"#%&'()*,\-./:;=?\[\]«»‘’“”„–—…"
_BEYOND = 0x2100  # Unicode has all of these before it.
_STRANGE = f"[^\\s{_LETTERS}{_SIGNS}]"
_IS_STRANGE = re.compile(_STRANGE)
#: What may stand before a letter or a digit that the index joins to the one before: U.R.S.S., S-400, S 400
#: (archive_words in migration 0012).
_POINT, _JOINT = r"\.?", "[-/_@~ ]?"
_PARTED = re.compile(r"[B-HJ-NP-UWZБГДЖЗЛМНПРТФХЦЧШЭ] \d")
#: «F 16» is one stretch: by its letter alone it would end before the blank.
_LETTER_AND_FIGURES = re.compile(r"[^\W\d_]\d")
_BLANK = re.compile(r"\s")
#: Of a text in another script all words may be; so many of its first letters tell, the share of strange ones does.
_SAMPLED, _FOREIGN = 300, 1 / 4


def resembling(text: str, tsquery: str) -> set[str]:
    """The stretches of a text that may have a lexeme of a query: some too many, none too few.

    They lie between two blanks, or over the one in «S 400».
    """
    begun = _pattern_of(tsquery)
    if begun is None:
        return set()
    if not begun.pattern or len(_IS_STRANGE.findall(text, 0, _SAMPLED)) > _FOREIGN * min(_SAMPLED, len(text)):
        return {*text.split(), *_stretches(_PARTED, text)}
    return set(_stretches(begun, text))


def _stretches(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Those in which something stands."""
    end = 0
    while found := pattern.search(text, end):
        before = text[end : found.start()]
        start = found.start() - (
            len(before.rsplit(None, 1)[-1]) if before and not before[-1].isspace() else 0
        )
        blank = _BLANK.search(text, found.end())
        end = blank.start() if blank else len(text)
        yield text[start:end]


@lru_cache(maxsize=100)
def _pattern_of(tsquery: str) -> re.Pattern[str] | None:
    """What finds the beginnings of the words of a query in a text, none where it asks for no word; an empty pattern
    where any word may be one.

    All first letters stand before the ways to go on: where one is, the scanner tells fastest. A strange sign among
    the letters may be the rest of the beginning.
    """
    beginnings = _beginnings(tsquery)
    if not beginnings:
        return None
    if "" in beginnings:
        return re.compile("")
    going_on: dict[str, set[str]] = defaultdict(set)
    for beginning in beginnings:
        going_on[beginning[0]].add(_going_on(beginning[1:]))
    ways = "|".join(f"(?<=[{_written(first)}])(?:{'|'.join(sorted(ons))})" for first, ons in going_on.items())
    return re.compile(f"{_or_strange(going_on)}(?:(?<={_STRANGE})|{ways})")


def _going_on(letters: str) -> str:
    """The pattern of the letters behind the first."""
    if not letters:
        return ""
    gap = _JOINT if letters[0].isdigit() else _POINT if letters[0].isalpha() else ""
    return f"{gap}(?:{_STRANGE}|[{_written(letters[0])}]{_going_on(letters[1:])})"


def _or_strange(letters: Iterable[str]) -> str:
    """The pattern of any of these letters, folded, and of any strange sign: of all but the others that are known."""
    wanted = {sign for letter in letters for sign in _unfolded().get(letter, letter)}
    others = {sign for signs in _unfolded().values() for sign in signs} - wanted
    return f"[^\\s{''.join(map(re.escape, sorted(others)))}]"


def _written(folded: str) -> str:
    """How a folded letter may be written, for the brackets of a pattern."""
    return "".join(map(re.escape, _unfolded().get(folded, folded)))


@cache
def _unfolded() -> dict[str, str]:
    """Folded letter → the letters and signs that are folded as it."""
    letters: dict[str, str] = {}
    known = re.compile(f"[{_LETTERS}{_SIGNS}]")
    for letter in filter(known.match, map(chr, range(_BEYOND))):
        folded = fold_word(letter)
        letters[folded] = letters.get(folded, "") + letter
    return letters


def _beginnings(tsquery: str) -> set[str]:
    """How the words begin, folded, that a query asks for: one of these is in each of its hits."""
    found = set()
    for lexeme, is_prefix in _OPERAND.findall(tsquery):
        # A token by which the index knows a record is in no text.
        if lexeme.startswith("~"):
            continue
        plain = fold_word(lexeme.replace("''", "'"))
        if is_prefix and len(lexeme) <= _SHORT:
            # Its stems may be short, and be written otherwise in the text: «dying» is «die», «cry» is «cri».
            found |= {plain[:2], plain[:2].replace("i", "y")}
        else:
            kept = _KEPT if len(lexeme) > _SHORT or _LETTER_AND_FIGURES.match(plain) else _KEPT_OF_SHORT
            found.add(plain[:kept])
    return found
