"""Which of several languages a text is most likely in, by the n-grams of their profiles."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain, count
from random import Random

from langdetect.detector import Detector
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.ngram import NGram

_TRIALS, _DRAWS = 7, 5
"""langdetect's own: trials whose mean is taken, and draws between two looks at the probabilities."""
_ROUNDING = 1e-9
_LONGEST_GRAM = NGram.N_GRAM
_MOST_WORDS, _LONGEST_WORD = 1 << 12, 24
_SPACES, _LATIN = re.compile(" {2,}"), re.compile("[A-z]")

_Row = list[float]
"""How often each language has one n-gram."""


class Likelihood:
    """Tells some languages apart; any thread may ask it.

    Source of the method: Shuyo, "Language Detection Library for Java" (2010), profiles of 1- to 3-grams.
    The same numbers as langdetect's own detector computes with a fixed seed, which makes its sampling the same in
    every process and thread, in a fraction of its time: each word's n-grams are looked up once for many texts, and
    the probabilities of all languages are multiplied in one go.
    """

    def __init__(self, profiles: Sequence[str]) -> None:
        """`profiles`: langdetect's, as JSON, one for each language."""
        factory = DetectorFactory()
        factory.load_json_profile(list(profiles))
        self._languages: list[str] = factory.langlist
        self._words = _WordRows(factory.word_lang_prob_map)

    def most_likely(self, text: str) -> tuple[str, float] | None:
        """The likeliest language and its probability; None where the text shows none."""
        mean = [0.0] * len(self._languages)
        for chances in self._trials(text):
            mean = _added(mean, chances)
        return self._best(mean)

    def surely_other(self, text: str, besides: Collection[str], least: float) -> tuple[str, float] | None:
        """The likeliest language and its probability, where it is none of `besides` and at least `least`.

        Most texts are in one of these: that is seen at the first trial, and the others are left out.
        """
        others = [number for number, code in enumerate(self._languages) if code not in besides]
        mean = [0.0] * len(self._languages)
        for done, chances in enumerate(self._trials(text), 1):
            mean = _added(mean, chances)
            reachable = max(mean[number] for number in others) + (_TRIALS - done) / _TRIALS
            if reachable < least - _ROUNDING:
                return None
        best = self._best(mean)
        return best if best and best[0] not in besides and best[1] >= least else None

    def _best(self, mean: list[float]) -> tuple[str, float] | None:
        best = max(mean)
        return (self._languages[mean.index(best)], best) if best > Detector.PROB_THRESHOLD else None

    def _trials(self, text: str) -> Iterator[list[float]]:
        """The probabilities of the languages, as each of the trials finds them; no trial without n-grams."""
        rows = list(chain.from_iterable(map(self._words.__getitem__, _words(text))))
        if not rows:
            return
        random = Random(0)  # noqa: S311 - draws n-grams, no secrets
        trial = _trial_of_two if len(self._languages) == 2 else _trial
        for _number in range(_TRIALS):
            weight = Detector.ALPHA_DEFAULT + random.gauss(0.0, 1.0) * Detector.ALPHA_WIDTH
            yield trial(rows, weight / Detector.BASE_FREQ, random.getrandbits)


def _trial(rows: list[_Row], weight: float, bits: Callable[[int], int]) -> list[float]:
    """The probabilities of the languages, after as many n-grams as make one of them sure."""
    size, kinds, width = len(rows[0]), len(rows), len(rows).bit_length()
    chances = [1.0 / size] * size
    for draw in count():
        while (number := bits(width)) >= kinds:  # as random.choice, without its calls
            pass
        chances = [chance * (weight + share) for chance, share in zip(chances, rows[number])]  # noqa: B905
        if draw % _DRAWS == 0:
            total = sum(chances)
            chances = [chance / total for chance in chances]
            if max(chances) > Detector.CONV_THRESHOLD or draw >= Detector.ITERATION_LIMIT:
                break
    return chances


def _trial_of_two(rows: list[_Row], weight: float, bits: Callable[[int], int]) -> list[float]:
    """The same for two languages, as French and English: every text in Latin letters is judged so, piece by piece."""
    kinds, width = len(rows), len(rows).bit_length()
    one = other = 0.5
    for draw in count():
        while (number := bits(width)) >= kinds:
            pass
        share, other_share = rows[number]
        one *= weight + share
        other *= weight + other_share
        if draw % _DRAWS == 0:
            total = one + other
            one, other = one / total, other / total
            if max(one, other) > Detector.CONV_THRESHOLD or draw >= Detector.ITERATION_LIMIT:
                break
    return [one, other]


def _added(mean: list[float], chances: list[float]) -> list[float]:
    return [one + chance / _TRIALS for one, chance in zip(mean, chances, strict=True)]


def _words(text: str) -> list[str]:
    """The words as the profiles have their letters, each with the blank that ends it."""
    words = _readied(text).translate(_LETTERS).split(" ")
    last = words.pop()
    return [f"{word} " for word in words if word] + ([last] if last else [])


def _readied(text: str) -> str:
    """The text as the profiles were made: no addresses, no doubled spaces, no Latin words in another script."""
    text = Detector.MAIL_RE.sub(" ", Detector.URL_RE.sub(" ", text))
    text = _SPACES.sub(" ", NGram.normalize_vi(text))
    without = _LATIN.sub("", text)
    if len(without) == len(text):
        return text
    others = sum(map("\u0300".__le__, text))
    return without if (len(text) - len(without)) * 2 < others else text


class _WordRows(dict[str, tuple[_Row, ...]]):
    """Word → the rows of its n-grams, worked out once; forgets all when it has grown too large."""

    def __init__(self, known: Mapping[str, _Row]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, word: str) -> tuple[_Row, ...]:
        rows = tuple(map(self._known.__getitem__, filter(self._known.__contains__, _grams(word))))
        if len(self) >= _MOST_WORDS:
            self.clear()
        if len(word) <= _LONGEST_WORD:
            self[word] = rows
        return rows


def _grams(word: str) -> Iterator[str]:
    """The 1- to 3-grams of a word with the blanks around it; those that end in capitals after a capital left out."""
    grams, in_capitals = " ", False
    for letter in word:
        last = grams[-1]
        grams = grams[-2:] + letter
        in_capitals = letter.isupper() and (in_capitals or last.isupper())
        if in_capitals:
            continue
        if letter != " ":
            yield letter
        yield grams[-2:]
        if len(grams) == _LONGEST_GRAM:
            yield grams


class _Letters(dict[int, str]):
    """Each character as the profiles have it, by langdetect's own rules, found out once."""

    def __missing__(self, character: int) -> str:
        self[character] = letter = str(NGram.normalize(chr(character)))
        return letter


_LETTERS = _Letters()
