"""Slips of the hand and of memory: what one letter more, less, other or exchanged with the next makes of a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz.distance import OSA, Levenshtein

from articles.models.written_word import LONGEST_KEY, LONGEST_SPELLING
from articles.names.fold import fold_word, script_of

#: A shorter word is near to too many others.
SHORTEST = 4
#: Words of so many letters may have two slips.
LONG = 8

#: The letters of each script, folded.
ALPHABETS = {
    "Latn": "abcdefghijklmnopqrstuvwxyz",
    "Cyrl": "абвгдежзиклмнопрстуфхцчшщъыьэюя",
    "Arab": "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي",
}
_LETTERS = {script: frozenset(letters) for script, letters in ALPHABETS.items()}
_VOWELS = str.maketrans("", "", "aeiouyаеиоуыэюяъьاويء")
_CONSONANTS = {script: letters.translate(_VOWELS) for script, letters in ALPHABETS.items()}
_DOUBLED = re.compile(r"(.)\1+")

#: What a slip costs: a letter doubled or not, a vowel, two exchanged, any other; and more where a word begins.
_OF_DOUBLING, _OF_VOWEL, _OF_EXCHANGE, _OF_LETTER, _AT_FIRST = 0.3, 0.7, 0.7, 1.0, 0.8

# Letters with the signs that join them to others: aujourd’hui, porte-parole.
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‐‑-][^\W\d_]+)*")
_SIGN = re.compile(r"['’ʼ‐‑-]")
# Vowel signs, accents that are letters of their own, what is not seen.
_UNWRITTEN = re.compile(
    "[\u00ad\u0300-\u036f\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
)
#: What is elided before a word has so many letters: l’, qu’.
_LONGEST_ELISION = 2


def key_of(word: str) -> str:
    """The letters of a word, folded: «Aujourd’hui» → aujourdhui."""
    return "".join(letter for letter in fold_word(word) if letter.isalpha())


def is_key(key: str) -> bool:
    """Whether these are the letters of one word, long enough, in one script whose letters are known."""
    letters = _LETTERS.get(script_of(key)) if SHORTEST <= len(key) <= LONGEST_KEY else None
    return letters is not None and letters.issuperset(key)


def words_written(text: str) -> Iterator[str]:
    """The words of a text as they are written, of several letters; what is joined by a sign also as a whole."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    for word in _WORD.findall(_UNWRITTEN.sub("", text)):
        if word.isalpha():
            if len(word) >= SHORTEST:
                yield word
            continue
        parts = _SIGN.split(word)
        if len(parts[0]) > _LONGEST_ELISION and len(parts[-1]) > 1 and len(word) <= LONGEST_SPELLING:
            yield word
        yield from (part for part in parts if len(part) >= SHORTEST)


def skeleton_of(key: str) -> str:
    """A word without its vowels, each letter once in a row: two slips seldom leave nothing of it as it was."""
    return _DOUBLED.sub(r"\1", key.translate(_VOWELS))


def slips_of(key: str) -> set[str]:
    """All that is one slip away from a word; the word itself is not."""
    return _one_away(key, ALPHABETS[script_of(key)]) - {key}


def exchanged_around(key: str) -> set[str]:
    """What exchanging two letters around another one makes of a word: Kudora, Kuroda."""
    places = range(len(key) - 2)
    return {key[:at] + key[at + 2] + key[at + 1] + key[at] + key[at + 3 :] for at in places} - {key}


def skeletons_near(key: str) -> set[str]:
    """The skeletons of most words that are two slips away from a long one: its own, and all one slip away."""
    skeleton = skeleton_of(key)
    if len(key) < LONG or len(skeleton) < SHORTEST - 1:
        return set()
    return {_DOUBLED.sub(r"\1", near) for near in _one_away(skeleton, _CONSONANTS[script_of(key)])} | {
        skeleton
    }


def _one_away(word: str, letters: str) -> set[str]:
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return {
        *(before + after[1:] for before, after in cuts if after),
        *(before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1),
        *(before + letter + after[1:] for before, after in cuts if after for letter in letters),
        *(before + letter + after for before, after in cuts for letter in letters),
    }


def cost_of(typed: str, known: str) -> float | None:
    """What it takes to write one word for another; None where they are too far apart.

    A slip in four to seven letters, two in more; two letters exchanged are one.
    """
    most = 2 if min(len(typed), len(known)) >= LONG else 1
    slips = OSA.distance(typed, known, score_cutoff=most)
    if slips > most:
        return None
    if not slips:
        return 0.0
    if _DOUBLED.sub(r"\1", typed) == _DOUBLED.sub(r"\1", known):
        return _OF_DOUBLING * slips
    each = _OF_LETTER
    if skeleton_of(typed) == skeleton_of(known):
        each = _OF_VOWEL
    elif Levenshtein.distance(typed, known) > slips:
        each = _OF_EXCHANGE
    return each * slips + (_AT_FIRST if typed[0] != known[0] else 0)
