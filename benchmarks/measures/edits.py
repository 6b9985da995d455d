"""What editors do to a text that they reprint, made up: light edits, cuts, rewritten halves."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

Words = list[str]
_CLAUSE = 8  # words


class Editor:
    """Edits the words of a text; what it puts in comes from `others`, texts in the same language."""

    def __init__(self, others: Sequence[Words], random: Random) -> None:
        self._others = [words for words in others if words] or [["–"]]
        self._random = random

    @property
    def kinds(self) -> dict[str, Callable[[Words], Words]]:
        """Every kind of edit by what a table calls it; "half" are those that leave half of the words."""
        return {
            "light: 4 % of the words": lambda words: self._words(words, 0.04),
            "light: 12 % of the words": lambda words: self._words(words, 0.12),
            "light: cut to 80 %, 4 % of the words": lambda w: self._words(w[: len(w) * 4 // 5], 0.04),
            "excerpt: first 40 %": lambda words: words[: len(words) * 2 // 5],
            "half: another end or beginning": self._half_block,
            "half: the sentences": self._half_sentences,
            "half: the sentences, 10 % of the words": lambda w: self._words(self._half_sentences(w), 0.1),
            "half: every other clause of some 8 words": self._half_clauses,
            "words: a third, here and there": lambda words: self._scattered(words, 1 / 3),
            "words: half, here and there": lambda words: self._scattered(words, 1 / 2),
        }

    def _new(self, count: int) -> Words:
        """So many words as another text has them, one after the other."""
        found: Words = []
        while len(found) < count:
            other = self._random.choice(self._others)
            start = self._random.randrange(len(other))
            found += other[start : start + count - len(found)]
        return found

    def _words(self, words: Words, share: float) -> Words:
        """A share of the words dropped, exchanged or followed by another, a third of it each."""
        edited: Words = []
        for word in words:
            fate = self._random.random() / share
            if fate < 1 / 3:
                continue
            edited += self._new(1) if fate < 2 / 3 else [word]
            if 2 / 3 <= fate < 1:
                edited += self._new(1)
        return edited

    def _scattered(self, words: Words, share: float) -> Words:
        return [self._new(1)[0] if self._random.random() < share else word for word in words]

    def _half_block(self, words: Words) -> Words:
        half = len(words) // 2
        if self._random.random() < 0.5:
            return words[:half] + self._new(len(words) - half)
        return self._new(half) + words[half:]

    def _half_clauses(self, words: Words) -> Words:
        edited: Words = []
        is_kept = self._random.random() < 0.5
        while len(edited) < len(words):
            count = self._random.randint(_CLAUSE // 2, _CLAUSE * 3 // 2)
            edited += words[len(edited) : len(edited) + count] if is_kept else self._new(count)
            is_kept = not is_kept
        return edited

    def _half_sentences(self, words: Words) -> Words:
        """Whole sentences exchanged, drawn at random, and the end of one more, to half of all words."""
        sentences = [part.split() for part in re.split(r"(?<=[.!?؟])\s+", " ".join(words))]
        left = len(words) // 2
        for place in self._random.sample(range(len(sentences)), len(sentences)):
            count = min(left, len(sentences[place]))
            sentences[place][len(sentences[place]) - count :] = self._new(count)
            left -= count
        return [word for sentence in sentences for word in sentence]
