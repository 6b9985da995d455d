"""Which of several languages a text is most likely in, by the n-grams of their profiles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice, repeat
from random import Random

from langdetect.detector import Detector
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.ngram import NGram

_TRIALS = 7
_DRAWS = (1, *repeat(5, Detector.ITERATION_LIMIT // 5))
"""langdetect's own: trials whose mean is taken, and n-grams drawn between two looks at the probabilities."""
_ROUNDING = 1e-9
_MOST_WORDS, _LONGEST_WORD, _MOST_ENDINGS = 1 << 13, 24, 1 << 15
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
        """The likeliest language and its probability; None where the text shows none.

        Most texts are sure after four trials: the others, which could change nothing, are left out.
        """
        mean = [0.0] * len(self._languages)
        for done, chances in enumerate(self._trials(text), 1):
            mean = _added(mean, chances)
            *_others, second, first = sorted(mean)
            if first - second > (_TRIALS - done) / _TRIALS:
                mean = [chance * _TRIALS / done for chance in mean]
                break
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
        # As random.choice draws, without its calls.
        numbers = filter(len(rows).__gt__, map(random.getrandbits, repeat(len(rows).bit_length())))
        drawn = map(rows.__getitem__, numbers)
        trial = _trial_of_two if len(self._languages) == 2 else _trial
        for _number in range(_TRIALS):
            weight = Detector.ALPHA_DEFAULT + random.gauss(0.0, 1.0) * Detector.ALPHA_WIDTH
            yield trial(drawn, weight / Detector.BASE_FREQ, len(self._languages))


def _trial(drawn: Iterator[_Row], weight: float, size: int) -> list[float]:
    """The probabilities of the languages, after as many n-grams as make one of them sure."""
    chances = [1.0 / size] * size
    for draws in _DRAWS:
        for row in islice(drawn, draws):
            chances = [chance * (weight + share) for chance, share in zip(chances, row)]  # noqa: B905
        total = sum(chances)
        chances = [chance / total for chance in chances]
        if max(chances) > Detector.CONV_THRESHOLD:
            break
    return chances


def _trial_of_two(drawn: Iterator[_Row], weight: float, _size: int) -> list[float]:
    """The same for two languages, as French and English: every text in Latin letters is judged so, piece by piece."""
    one = other = 0.5
    for draws in _DRAWS:
        for share, other_share in islice(drawn, draws):
            one *= weight + share
            other *= weight + other_share
        total = one + other
        one, other = one / total, other / total
        if one > Detector.CONV_THRESHOLD or other > Detector.CONV_THRESHOLD:
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
    if "://" in text:
        text = Detector.URL_RE.sub(" ", text)
    if "@" in text:
        text = Detector.MAIL_RE.sub(" ", text)
    if max(text, default="") < "\u0300":  # Latin letters with no marks of their own, as most texts
        return _SPACES.sub(" ", text)
    text = _SPACES.sub(" ", NGram.normalize_vi(text))
    without = _LATIN.sub("", text)
    others = sum(map("\u0300".__le__, text))
    return without if (len(text) - len(without)) * 2 < others else text


class _WordRows(dict[str, tuple[_Row, ...]]):
    """Word → the rows of its n-grams, worked out once; forgets all when it has grown too large."""

    def __init__(self, known: Mapping[str, _Row]) -> None:
        super().__init__()
        self._endings = _EndingRows(known)

    def __missing__(self, word: str) -> tuple[_Row, ...]:
        endings = map("".join, zip(f" {word}", word, word[1:]))  # noqa: B905 - each ends where there is no more
        rows = tuple(chain(self._endings[f" {word[0]}"], *map(self._endings.__getitem__, endings)))
        if len(self) >= _MOST_WORDS:
            self.clear()
        if len(word) <= _LONGEST_WORD:
            self[word] = rows
        return rows


class _EndingRows(dict[str, tuple[_Row, ...]]):
    """Two or three successive letters or blanks → the rows of the 1- to 3-grams that end with the last of them.

    None where that is a capital after a capital, as in acronyms; a blank alone is no n-gram. Forgets all when it has
    grown too large.
    """

    def __init__(self, known: Mapping[str, _Row]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, ending: str) -> tuple[_Row, ...]:
        letter, pair = ending[-1], ending[-2:]
        in_capitals = letter.isupper() and pair[0].isupper()
        grams = () if in_capitals else (letter.strip(" "), pair, ending)
        rows = tuple(self._known[gram] for gram in dict.fromkeys(grams) if gram in self._known)
        if len(self) >= _MOST_ENDINGS:
            self.clear()
        self[ending] = rows
        return rows


class _Letters(dict[int, str]):
    """Each character as the profiles have it, by langdetect's own rules, found out once."""

    def __missing__(self, character: int) -> str:
        self[character] = letter = str(NGram.normalize(chr(character)))
        return letter


_LETTERS = _Letters()
