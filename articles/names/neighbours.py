"""The words beside a surname that may be of the same name."""

from __future__ import annotations

import re

from articles.names.fold import script_of
from articles.names.romanise import is_assimilated_article
from articles.names.tokens import PARTICLES
from articles.names.words import Words

#: «M.», the one title of one letter.
MONSIEUR = "m"
_ADJACENT = re.compile(r"[^\S\n]+|[-‐‑]")
_APOSTROPHES = ("'", "’", "ʼ")
_AFTER_INITIAL = re.compile(r"\.[^\S\n]*[-‐‑]?")


def is_particle(words: Words, index: int) -> bool:
    return words.words[index] in PARTICLES or is_assimilated_article(*words.words[index : index + 2])


def adjoins(words: Words, index: int) -> bool:
    """Whether a word stands right behind the one before; a full stop joins them behind an initial alone."""
    gap = words.gap_before(index)
    if _ADJACENT.fullmatch(gap):
        return True
    return len(words.words[index - 1]) == 1 and _AFTER_INITIAL.fullmatch(gap) is not None


def is_title(words: Words, index: int) -> bool:
    """Whether a word announces a surname alone: M., Mme, président; no initial."""
    token = words.tokens[index]
    return token.announces and (len(token.text) > 1 or token.text == MONSIEUR)


def names_before(words: Words, index: int) -> list[int]:
    """The words before that may be given names or initials, in their order, particles passed over; in Arabic one
    alone, for it has no capitals."""
    before: list[int] = []
    is_arabic = script_of(words.tokens[index].text) == "Arab"
    if index and words.gap_before(index) in _APOSTROPHES and len(words.words[index - 1]) == 1:
        index -= words.is_capital(index - 1)  # N'Guessan
    while index and len(before) < (1 if is_arabic else 2) and adjoins(words, index):
        index -= 1
        if is_particle(words, index):
            continue
        if not (is_arabic or words.is_capital(index)):
            break
        before.insert(0, index)
    return before
