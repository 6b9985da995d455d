"""Neighbours in a phrase: the index knows which two words stand side by side, so that few texts need be read for them.

An index of words tells which texts have both words of a phrase, and for common ones that is half the archive, each to
be read for their places. Every entry has therefore a token `^abc` for each two words between which no other word
stands that is indexed: three signs of a digest, which some other pairs share. The places are read all the same, of
those texts that have the token.
"""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

# What PostgreSQL writes a phrase of words as: 'guerr' <2> 'ukrain'; not what holds alternatives or beginnings of words.
_LEXEME = r"'(?:[^']|'')*'"
_LINK = r" <(?:-|\d+)> "
_PHRASE = re.compile(rf"(?<![>!] )(?<![>!])({_LEXEME})(?:{_LINK}{_LEXEME})+(?!:|{_LINK})")
_WORD = re.compile(_LEXEME)
_SIGNS = 3
#: What an entry has whose pairs are not told, being too long.
UNTOLD = "^"


def with_pairs(query: str) -> str:
    """A query in PostgreSQL's notation that asks for the pairs of its phrases too.

    Between two words of a phrase a text may then have stop words only, as the reader wrote them.
    """
    return _PHRASE.sub(lambda phrase: f"({_pairs_of(phrase[0])} & ({phrase[0]}))", query)


def _pairs_of(phrase: str) -> str:
    words = [word[1:-1].replace("''", "'").replace("\\\\", "\\") for word in _WORD.findall(phrase)]
    pairs = dict.fromkeys(pair_of(*both) for both in pairwise(words))
    return " & ".join(f"('{pair}' | '{UNTOLD}')" for pair in pairs)


def pair_of(word: str, following: str) -> str:
    """The token of two neighbours, as `archive_pairs` makes it in the database."""
    digest = hashlib.md5(f"{word} {following}".encode(), usedforsecurity=False).digest()
    return "^" + base64.b64encode(digest)[:_SIGNS].decode()
