"""Cognates: what a text and its translation share without a dictionary: numbers, names, kindred words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log, sqrt

from articles.names import consonant_key, fold, romanise, script_of
from articles.prints import hash64

#: A cue that stands in so many texts of the archive leads to none of them.
COMMON = 200
#: With fewer texts than this, how rare a cue is cannot be learnt from them.
_FEWEST_TEXTS = 1000
_STEM, _SHORTEST_STEM = 5, 4  # letters of a romanised word
_SKELETON, _SHORTEST_SKELETON = 4, 3  # consonants
#: What a text shares with a translation in another script, beside one in its own: less is as telling.
_SCRIPT_FACTORS = {
    frozenset({"Latn", "Cyrl"}): 2.0,
    frozenset({"Latn", "Arab"}): 4.0,
    frozenset({"Cyrl", "Arab"}): 4.0,
}
#: From this likeness on a text is worth proposing as a translation; from the lower one where no other
#: text of its language comes near.
TRANSLATION_THRESHOLD = 0.15
_CLEAR_THRESHOLD, _CLEAR_LEAD = 0.10, 2.0
#: So many rare cues in common make a text worth reading.
_FEWEST_SHARED = 3

_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)")
_NUMBER = re.compile(rf"{_GROUPED.pattern}|\d+(?:[.,]\d+)?")
# Sounds that Arabic writing does not tell apart, and that loanwords exchange (президент, president).
_MERGED = str.maketrans({"p": "b", "v": "f", "g": "k", "w": "u", "z": "s", "o": "u", "e": "i"})
_CLITIC = re.compile(r"^(?:لل|[وفبلك])(?=\w{3})")


def cues_of(text: str) -> frozenset[str]:
    """The cues of a text: what a translation of it is likely to have too.

    Its numbers of two digits and more, however grouped («#2016»); and of each word, romanised, the first
    five letters («~brisi») and the first four consonants («-brsd»); Arabic words also without the
    conjunction or preposition that is written together with them.
    """
    cues = set(_numbers(text))
    for word in set(fold(text).split()):
        if word.isalpha():
            cues.update(_word_cues(word))
    return frozenset(cues)


def _numbers(text: str) -> Iterable[str]:
    for match in _NUMBER.finditer(text):
        number = match.group()
        if _GROUPED.fullmatch(number):
            number = re.sub(r"\D", "", number)
        # Arabic digits compare as Latin ones; 3,5 is 3.5.
        number = ".".join(str(int(part)) for part in re.split("[.,]", number))
        if len(number) > 1:
            yield f"#{number}"


@lru_cache(maxsize=1 << 16)
def _word_cues(word: str) -> tuple[str, ...]:
    forms = [word]
    if script_of(word) == "Arab" and _CLITIC.match(word):
        forms.append(_CLITIC.sub("", word))
    cues = []
    for form in forms:
        key, skeleton = romanise(form).translate(_MERGED), consonant_key(form)
        if len(key) >= _SHORTEST_STEM:
            cues.append(f"~{key[:_STEM]}")
        if len(skeleton) >= _SHORTEST_SKELETON:
            cues.append(f"-{skeleton[:_SKELETON]}")
    return tuple(cues)


@lru_cache(maxsize=1 << 17)
def cue_value(cue: str) -> int:
    """The number (64 bits, signed) that a cue is stored under."""
    return hash64(cue)


def weights_of(
    cues: Iterable[str],
    postings: Mapping[str, Collection[int]],
    texts: int,
    read: Collection[Collection[str]] = (),
) -> dict[str, float]:
    """How much each cue tells: the square of its inverse document frequency (Spärck Jones 1972).

    `postings` names for each rare cue the texts that have it, out of about so many `texts`. How common
    the others are is judged by the texts that were `read`.
    """
    total = max(texts, _FEWEST_TEXTS)
    local = Counter(cue for other in read for cue in other)
    weights = {}
    for cue in cues:
        if cue in postings:
            frequency = float(len(postings[cue]) or 1)
        else:
            frequency = max(COMMON, total * local[cue] / max(1, len(read)))
        weights[cue] = log((total + 1) / min(total, frequency)) ** 2
    return weights


def shortlist(postings: Mapping[str, Collection[int]], texts: int, limit: int) -> list[int]:
    """The texts worth reading, best first: those with most weight in shared cues, at least three of them.

    `postings` names for each rare cue of the text the other texts that have it, of about so many `texts`.
    """
    weights = weights_of(postings, postings, texts)
    weight: dict[int, float] = {}
    shared: Counter[int] = Counter()
    for cue, having in postings.items():
        shared.update(having)
        for text in having:
            weight[text] = weight.get(text, 0.0) + weights[cue]
    ranked = sorted(weight, key=lambda text: (-weight[text], text))
    return [text for text in ranked if shared[text] >= _FEWEST_SHARED][:limit]


def likeness(
    cues: Collection[str], other: Collection[str], weights: Mapping[str, float], scripts: Iterable[str] = ()
) -> float:
    """How much two texts have in common, 0 to 1: the weight of the shared cues, both lengths considered.

    `weights` are those of `cues`; the cues of the other text are taken to weigh as much on average.
    `scripts` (ISO 15924) are those of the two texts, which share less where they differ.
    """
    whole = sum(weights[cue] for cue in cues)
    if not whole or not other:
        return 0.0
    shared = sum(weights[cue] for cue in cues if cue in other)
    factor = _SCRIPT_FACTORS.get(frozenset(scripts), 1.0)
    return min(1.0, factor * shared / (whole * sqrt(len(other) / len(cues))))


def is_likely(scores: Sequence[float]) -> bool:
    """Whether the first of these likenesses, best first, is that of a translation, not of a like subject."""
    if not scores:
        return False
    leads = len(scores) > 1 and scores[0] >= max(_CLEAR_THRESHOLD, _CLEAR_LEAD * scores[1])
    return leads or scores[0] >= TRANSLATION_THRESHOLD
