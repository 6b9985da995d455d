"""Russian offices as a dictionary has them, where their form leaves no doubt: «министром обороны» is «министр …»."""

from __future__ import annotations

import re

from articles.names.fold import fold
from articles.offices.lexicon import HEADS

_HEADS = HEADS["ru"]
#: What ends in a genitive already, and has no other cases.
_INDECLINABLE = frozenset(("замминистра", "замглавы"))
# An ending of a folded head noun, those of its other cases in the singular, and how it is written in the nominative.
_ENDINGS = (
    ("ии", ("его", "ему", "им", "ем"), "ий"),
    ("ыи", ("ого", "ому", "ым", "ом"), "ый"),
    ("а", ("ы", "и", "е", "у", "ои"), "а"),
    ("я", ("и", "е", "ю", "еи"), "я"),
    ("ь", ("я", "ю", "ем", "е"), "ь"),
    ("", ("а", "у", "ом", "е"), ""),
)
#: The one whose vowel goes with the ending.
_AMBASSADOR = re.compile(r"([Пп])осл(?:а|у|ом|е)")
# Adjectives of which the oblique cases tell the nominative: «городского» may be that of «городской».
_OBLIQUE = re.compile(
    r"(?P<stem>.*(?:[ае]льн|ственн|военн|главн|верховн|ийск|анск|узск|айск|ецк|инск)|перв|нов|бывш|нынешн|старш)"
    r"(?:[ое]го|[ое]му|[ыи]м|[ое]м)",
    re.IGNORECASE,
)
_IS_NOMINATIVE = re.compile(r".{2,}(?:[ыи]й|ая)", re.IGNORECASE)
_IN_IJ = re.compile(r"(?:ск|ецк|бывш|нынешн|старш)$", re.IGNORECASE)


def nominative_office(label: str) -> str | None:
    """The office in the nominative, its complements as they stand; None where its form is not surely known.

    The adjectives before its head noun are in the same case, or it is none that is known.
    """
    before: list[str] = []
    words = label.split()
    for place, word in enumerate(words):
        prefix, hyphen, noun = word.rpartition("-")
        if head := _noun(noun):
            # «генерала-майора»: both are in that case.
            inflected = any(_noun(part) not in (None, part) for part in prefix.split("-"))
            agreeing = [one != other for one, other in zip(before, words, strict=False)]
            if inflected or any(changed != (head != noun) for changed in agreeing):
                return None
            return " ".join([*before, prefix + hyphen + head, *words[place + 1 :]])
        if (adjective := _adjective(word)) is None:
            return None
        before.append(adjective)
    return None


def _noun(word: str) -> str | None:
    """A head noun in the nominative, written as it stands; None where it is no form of one alone."""
    folded = fold(word)
    if folded in _HEADS:
        return word
    if _AMBASSADOR.fullmatch(word):
        return f"{word[0]}осол"
    for nominative, endings, written in _ENDINGS:
        for ending in endings:
            stem = folded.removesuffix(ending)
            if stem != folded and stem + nominative in _HEADS - _INDECLINABLE and len(folded) == len(word):
                return word[: -len(ending)] + written
    return None


def _adjective(word: str) -> str | None:
    """An adjective in the nominative; None where it is not surely known."""
    if _IS_NOMINATIVE.fullmatch(word):
        return word
    found = _OBLIQUE.fullmatch(word)
    if found is None:
        return None
    stem = found["stem"]
    return stem + ("ий" if _IN_IJ.search(stem) else "ый")
