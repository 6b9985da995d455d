"""Which words may be those of a query: told by the letters they begin with, before PostgreSQL is asked."""

from __future__ import annotations

import re
from collections.abc import Collection

from articles.names.fold import fold_word

# A lexeme, and whether it is but the beginning of a word.
_OPERAND = re.compile(r"'((?:[^']|'')*)'(:\*)?")
#: So many letters of a word its stemmer leaves as they are, and so many of a short one: «dying» is looked up as «die».
_KEPT, _KEPT_OF_SHORT, _SHORT = 3, 1, 3
# What PostgreSQL and `fold_word` read alike; words with other signs, and those of other scripts, may be anything.
# So may an acronym with points, and S-400, which the index joins.
_STRANGE = re.compile(
    r"[^\sA-Za-z0-9À-ÖØ-öø-ÿŒœА-яЁё!\"#%&'()*,\-./:;=?\[\]«»‘’“”„–—…№ǀ]"
    r"|[^\W\d_]\.[^\W\d_]\.[^\W\d_]|(?<![^\W_])[^\W\d_]-\d"
)
# A letter of no language here, which folding leaves as it is: many words are folded as one.
_BETWEEN = "ǀ"


def resembling(words: Collection[str], tsquery: str) -> list[str]:
    """Those of the words, each without blanks, that may have a lexeme of a query: a few too many, none too few."""
    beginnings = _beginnings(tsquery)
    if not beginnings:
        return []
    joined = _BETWEEN.join(words)
    folded = fold_word(joined).split(_BETWEEN)
    if "" in beginnings or len(folded) != len(words):
        return list(words)
    begun = re.compile("|".join(map(re.escape, beginnings))).search
    if not _STRANGE.search(joined):
        return [word for word, plain in zip(words, folded, strict=True) if begun(plain)]
    strange = _STRANGE.search
    return [word for word, plain in zip(words, folded, strict=True) if begun(plain) or strange(word)]


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
