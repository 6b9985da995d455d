"""What a trained recogniser adds to the rules: names they miss, and its word for or against theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from articles.candidates.institution_words import EN_HEADS, FR_HEADS
from articles.candidates.joining import Group, Joiner
from articles.candidates.persons import Run
from articles.candidates.reading import RANKS, Reading
from articles.candidates.recognisers import Recogniser, Span
from articles.names.common_words import is_calendar, is_idle_acronym, is_opener, is_people, is_place
from articles.names.fold import folded_set, script_of
from articles.names.tokens import PARTICLES
from articles.offices.lexicon import HEADS

# Measured on annotated texts: what both find is nearly always right; a name of several words that only the
# recogniser finds more often than one of one word; what only a weak rule finds is more often wrong.
_AGREED, _SEVERAL, _SINGLE = 0.9, 0.6, 0.5
_STRONG, _STRONGER = 0.8, 0.9
_DOUBT = 0.4

_WITHIN = frozenset("-–.&'’")
_OFFICES = frozenset(head for heads in HEADS.values() for head in heads)


_ADDRESS = RANKS | folded_set("мистер мистера миссис мисс доктор доктора г-н г-на г-ну г-жа г-жи")
# What names begin with that are neither people nor institutions, and what such names stand after.
_THINGS = folded_set(
    "plan pacte traité accord loi opération légion ordre prix coupe ligue championnat projet affaire défilé mondial "
    "convention conventions printemps place brexit internet facebook twitter instagram youtube whatsapp "
    "закон договор соглашение орден премия кубок брексит твиттер твиттере твиттера интернет интернете интернета "
    "фейсбук фейсбуке инстаграм инстаграме"
)
_AFTER_THINGS = folded_set(
    "place rue avenue boulevard quai plan émission véhicule véhicules voiture album film livre roman série chanson "
    "forteresse base prison camp cigarettes degrés opération ouragan tempête lac mont fleuve ville village port "
    "стадион стадионе фильм фильме альбом роман песня операция ураган улица улице площадь площади город городе "
    "монастырь крепость мост гора горе озеро река"
)

Spans = Mapping[str, Sequence[Span]]


def spans_of(recogniser: Recogniser, readings: Sequence[Reading]) -> Spans:
    """What the recogniser takes for names, by field."""
    return {one.field: list(recogniser.find(one.text)) for one in readings if one.words}


def add_recognised(joiner: Joiner, readings: Sequence[Reading], spans: Spans, name: str) -> None:
    """Put the persons and institutions that no rule has claimed into groups; `name` is the recogniser's.

    A single word that opens a sentence has its capital from there: it counts where the same word is recognised
    inside a sentence too.
    """
    waiting: list[tuple[Reading, Span, Run]] = []
    within: set[str] = set()
    for reading in readings:
        for span, run in _runs(reading, spans.get(reading.field, ()), name):
            if run.last > run.first + 1 or not reading.words[run.first].initial:
                within.add(reading.folded(run.first))
            waiting.append((reading, span, run))
    for reading, span, run in waiting:
        alone = run.last == run.first + 1 and reading.words[run.first].initial
        opens = alone and reading.folded(run.first) not in within
        if span.label != "other" and not opens and reading.free(run.first, run.last):
            reading.claim(run.first, run.last)
            joiner.add(span.label, reading, run)


def _runs(reading: Reading, spans: Sequence[Span], name: str) -> Iterator[tuple[Span, Run]]:
    for span in spans:
        words = _trimmed(reading, span)
        if span.label != "other" and words is not None and _may_be(reading, *words, span.label):
            score = _SINGLE if words[1] == words[0] + 1 else _SEVERAL
            yield span, Run(*words, f"recogniser: {name}", score)


def _trimmed(reading: Reading, span: Span) -> tuple[int, int] | None:
    """The words [first, last) of a span, without what belongs to no name at its ends; None when nothing is left."""
    places = [i for i, word in enumerate(reading.words) if word.start < span.end and span.start < word.end]
    while places and not _begins(reading, places[0], span):
        places.pop(0)
    while places and reading.words[places[-1]].shape in ("p", "e"):
        places.pop()
    return (places[0], places[-1] + 1) if places else None


def _begins(reading: Reading, index: int, span: Span) -> bool:
    word = reading.words[index]
    if word.shape in ("p", "e") or word.folded in PARTICLES:
        return word.capital and word.folded not in ("de", "du", "des")
    return not (span.label == "person" and word.folded in _ADDRESS)


def _may_be(reading: Reading, first: int, last: int, label: str) -> bool:
    """Whether nothing in the words speaks against a name: openers, offices, things, signs, another line."""
    words = reading.words[first:last]
    opening = words[0]
    if not any(word.capital or word.shape == "I" for word in words):
        return False
    if any(word.broken for word in words[1:]) or (opening.initial and is_opener(opening.folded)):
        return False
    if any(word.shape == "p" and word.text not in _WITHIN for word in words):
        return False
    if opening.folded in _THINGS or opening.folded in _OFFICES or reading.folded(first - 1) in _AFTER_THINGS:
        return False
    if label == "person":
        return _may_be_person(reading, first, last)
    if last == first + 1:
        return _may_stand_alone(reading, first)
    # A sentence's first word has its capital from there: «Arrivés là-bas».
    return not opening.initial or opening.folded in FR_HEADS or any(word.capital for word in words[1:])


def _may_be_person(reading: Reading, first: int, last: int) -> bool:
    words = reading.words[first:last]
    if any(word.shape == "d" or (word.shape == "l" and word.folded not in PARTICLES) for word in words):
        return False
    if any(word.folded in FR_HEADS or word.folded in EN_HEADS for word in words):
        return False
    return last > first + 1 or _may_stand_alone(reading, first)


def _may_stand_alone(reading: Reading, index: int) -> bool:
    """Whether one word can be a name by itself: no common word, no place, no shouted one."""
    word = reading.words[index]
    common = (
        is_opener(word.folded)
        or is_calendar(word.folded)
        or is_place(word.folded)
        or is_people(word.folded)
        or is_idle_acronym(word.folded)
        or word.folded in reading.lower
    )
    shouted = word.shape == "U" and any(
        0 <= near < len(reading.words) and reading.words[near].shape == "U" for near in (index - 1, index + 1)
    )
    # The endings taken from a short Russian word leave what any word may begin with: «Но» is no form of «Ной».
    least = 4 if script_of(word.text) == "Cyrl" else 3
    return len(word.text) >= least and not common and not shouted


def weigh(groups: Sequence[Group], spans: Spans, name: str) -> None:
    """Raise what rule and recogniser share; lower a person whom a weak rule alone finds, or one it calls a place."""
    for group in groups:
        if group.rule.startswith("recogniser"):
            continue
        labels = set(_labels(group, spans))
        if group.kind in labels:
            group.rule, group.score = f"{group.rule}; {name}", max(group.score, _AGREED)
        elif group.kind == "person" and group.score < (_STRONGER if labels else _STRONG):
            group.score = max(0.0, group.score - _DOUBT)


def _labels(group: Group, spans: Spans) -> Iterator[str]:
    for place in group.places:
        for span in spans.get(place.field, ()):
            if span.start < place.end and place.start < span.end:
                yield span.label
