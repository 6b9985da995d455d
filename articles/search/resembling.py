"""Which words of a text may be those of a query: told by the letters they begin with, before PostgreSQL is asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from articles.names.fold import fold_word

# A lexeme, and whether it is but the beginning of a word.
_OPERAND = re.compile(r"'((?:[^']|'')*)'(:\*)?")
#: So many letters of a word its stemmer leaves as they are, and so many of a short one: «dying» is looked up as «die».
_KEPT, _KEPT_OF_SHORT, _SHORT = 3, 1, 3
#: The signs that PostgreSQL and `fold_word` read alike, one for one; words with others, and those of other scripts,
#: may be anything. So may an acronym with points, and S-400, which the index joins.
_LETTERS = r"A-Za-z0-9À-ÅÇ-ÖØ-Ýà-åç-öø-ýÿА-яЁё"
_SIGNS = r"!\"#%&'()*,\-./:;=?\[\]«»‘’“”„–—…"
_BEYOND = 0x2100  # Unicode has all of these before it.
_STRANGE = re.compile(rf"[^\s{_LETTERS}{_SIGNS}]")
# It joins these over a blank too (archive_words in migration 0012).
_PARTED = re.compile(r"[B-HJ-NP-UWZБГДЖЗЛМНПРТФХЦЧШЭ] \d")
_JOINED = (re.compile(r"\.[^\W\d_]\."), re.compile(r"-\d"), re.compile(r"/\d"), _PARTED)
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
    if not begun.pattern or len(_STRANGE.findall(text, 0, _SAMPLED)) > _FOREIGN * min(_SAMPLED, len(text)):
        return {*text.split(), *_stretches(_PARTED, text)}
    return {stretch for pattern in (begun, _STRANGE, *_JOINED) for stretch in _stretches(pattern, text)}


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

    All first letters stand before the ways to go on: where one is, the scanner tells fastest.
    """
    beginnings = _beginnings(tsquery)
    if not beginnings:
        return None
    if "" in beginnings:
        return re.compile("")
    going_on: dict[str, set[str]] = defaultdict(set)
    for beginning in beginnings:
        going_on[beginning[0]].add("".join(f"[{_written(letter)}]" for letter in beginning[1:]))
    ways = "|".join(f"(?<=[{_written(first)}])(?:{'|'.join(sorted(ons))})" for first, ons in going_on.items())
    return re.compile(f"[{''.join(map(_written, going_on))}](?:{ways})")


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
            found.add(plain[: _KEPT if len(lexeme) > _SHORT else _KEPT_OF_SHORT])
    return found
