"""Acronyms beside what they stand for, either way round: «Direction générale … (DGSN)», «ONU (Organisation …)»."""

from __future__ import annotations

from collections.abc import Iterator

from articles.candidates.persons import Run
from articles.candidates.reading import Reading, Word

_LONGEST = 14


def expanded_acronyms(reading: Reading) -> Iterator[Run]:
    """The expansions and the acronyms in brackets, each as a run; a pair follows one another."""
    words = reading.words
    for index, word in enumerate(words):
        if word.text != "(" or index == 0 or index + 2 >= len(words):
            continue
        if words[index + 1].shape == "U" and words[index + 2].text in (")", ",", "/", ";"):
            first = _expansion_before(reading, index, words[index + 1].text)
            if first is not None:
                yield Run(first, index, "acronym with its expansion", 0.95)
                yield Run(index + 1, index + 2, "acronym with its expansion", 0.95)
        elif words[index - 1].shape == "U" and words[index + 1].shape in ("C", "l"):
            last = _expansion_after(reading, index + 1, words[index - 1].text)
            if last is not None:
                yield Run(index + 1, last, "acronym with its expansion", 0.95)
                yield Run(index - 1, index, "acronym with its expansion", 0.95)


def _is_wordy(word: Word) -> bool:
    return word.shape in ("C", "U", "l", "e")


def _letters(acronym: str) -> list[str]:
    return [letter.casefold() for letter in acronym if letter.isalpha()]


def _initials(words: list[Word]) -> list[str]:
    """The first letters of the words and of the parts of hyphenated ones, folded."""
    return [part[0] for word in words for part in word.folded.split() if part]


def _expansion_before(reading: Reading, bracket: int, acronym: str) -> int | None:
    """The first word of the shortest stretch before the bracket whose initials spell the acronym."""
    letters, words = _letters(acronym), reading.words
    first = bracket
    while (
        first > 0 and bracket - first < _LONGEST and _is_wordy(words[first - 1]) and not words[first].broken
    ):
        first -= 1
        if reading.claimed[first]:
            return None
        stretch = words[first:bracket]
        if first < bracket - 1 and stretch[0].shape != "e" and _spells(stretch, letters):
            return first
    return None


def _expansion_after(reading: Reading, first: int, acronym: str) -> int | None:
    words, last = reading.words, first
    while last < len(words) and last - first < _LONGEST and words[last].text not in (")", ",", ";"):
        if not _is_wordy(words[last]) or reading.claimed[last]:
            return None
        last += 1
    return last if last - first > 1 and _spells(words[first:last], _letters(acronym)) else None


def _spells(words: list[Word], letters: list[str]) -> bool:
    """Whether the initials give all letters in order, the first with the first word, few long words left out."""
    initials = _initials(words)
    if not letters or not initials or initials[0] != letters[0] or len(letters) < 2:
        return False
    waiting = list(letters)
    idle = 0
    for word in words:
        for part in word.folded.split():
            if waiting and part[0] == waiting[0]:
                waiting.pop(0)
            elif len(part) > 4:
                idle += 1
    return not waiting and idle <= 1
