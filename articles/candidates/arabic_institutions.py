"""Institutions in Arabic text, which has no capitals: words for institutions with their complements, known bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.candidates.arabic_words import ADDRESS, SENTENCE, plain_end
from articles.candidates.institution_words import AR_CLASS, AR_HEADS, AR_KNOWN
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.fold import folded_set

_NEEDS_PROPER = folded_set("شركة مجموعة الشركة المجموعة موقع مكتب")
_GENERIC = folded_set(
    "الوطني الوطنية الحكومي الحكومية الدولي الدولية العام العامة المحلي المحلية نفسه نفسها ذاته ذاتها "
    "المذكور المذكورة"
)


@lru_cache(maxsize=1 << 13)
def _bare(folded: str) -> str:
    """Without the conjunction or preposition joined to it, when what remains has an article."""
    return re.sub(r"^(?:[وفبلك]{1,2})(?=ال\S{3})", "", re.sub(r"^(?:و|ف)?لل(?=\S{3})", "ال", folded))


def find_arabic_institutions(reading: Reading) -> Iterator[Run]:
    """«وزارة الشؤون الخارجية», «المديرية العامة للأمن الوطني», «جامعة هارفارد», bodies that all newspapers name."""
    for index in range(len(reading.words)):
        if reading.claimed[index] or reading.words[index].shape != "l":
            continue
        folded = reading.folded(index)
        last = _known_end(reading, index)
        if last:
            yield Run(index, last, "known institution", 0.7, _joined(folded))
            reading.claim(index, last)
            continue
        head = folded if folded in AR_HEADS else re.sub(r"^(?:[وف]?[بلك]?)", "", folded)
        head = head if head in AR_HEADS else _bare(folded)
        if head not in AR_HEADS:
            continue
        last = _complement_end(reading, index, head)
        if last > index + 1 and not (
            _bare(head) in _NEEDS_PROPER and reading.folded(index + 1).startswith("ال")
        ):
            reading.claim(index, last)
            yield Run(index, last, "institution word", 0.6 if last > index + 2 else 0.5, _joined(folded))


def _joined(folded: str) -> int:
    """How many letters are joined before the institution's word («بمجلس», «والاتحاد»); «لل» stays."""
    if folded in AR_HEADS or "لل" in folded[:3]:
        return int(folded[0] in "وف" and "لل" in folded[1:3])
    match = re.match(r"[وف]?[بلك]?", folded)
    longest = match.end() if match else 0
    return next(
        (cut for cut in range(longest + 1) if folded[cut:] in AR_HEADS or folded[cut:].startswith("ال")), 0
    )


_KNOWN: dict[str, list[tuple[str, ...]]] = {}
for _phrase in sorted(AR_KNOWN, key=len, reverse=True):
    _KNOWN.setdefault(_phrase[0], []).append(_phrase)


def _known_end(reading: Reading, index: int) -> int:
    for phrase in _KNOWN.get(_bare(reading.folded(index)), ()):
        last = index + len(phrase)
        spelt = all(reading.folded(index + place) == part for place, part in enumerate(phrase[1:], 1))
        if spelt and reading.free(index, last):
            return last
    return 0


def _complement_end(reading: Reading, index: int, head: str) -> int:
    """After the words with an article that follow; a construct takes one bare word first («جامعة هارفارد»)."""
    definite = head.startswith("ال")
    last = index + 1
    while not plain_end(reading, last) and last - index < 7:
        folded = reading.folded(last)
        if folded in _GENERIC and last == index + 1 and definite and folded.startswith("ال"):
            last += 1
            continue
        if (
            (folded.startswith("ال") and len(folded) > 4 and folded not in ADDRESS)
            or (
                (re.match(r"(?:و|وا)?(?:لل|ال)\S{3}", folded) and last > index + 1)
                or (definite and folded.startswith("لل"))
            )
            or (last == index + 1 and not definite and _is_proper(folded, head))
        ):
            last += 1
        else:
            break
    only_generic = last == index + 2 and reading.folded(index + 1) in _GENERIC
    return (
        index + 1
        if only_generic or (definite and last == index + 2 and not _is_specific(reading, index + 1))
        else last
    )


def _is_proper(folded: str, head: str) -> bool:
    return (
        head in AR_CLASS
        and len(folded) > 2
        and not folded.endswith("ه")
        and not SENTENCE.fullmatch(folded)
        and not folded.startswith(("و", "ب", "ل", "ف"))
    )


def _is_specific(reading: Reading, index: int) -> bool:
    """An adjective of a people or a field («الأوروبي», «الأطلسي»), not «الجديدة»."""
    return reading.folded(index).endswith(("ي", "يه")) and reading.folded(index) not in _GENERIC
