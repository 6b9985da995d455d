"""Persons in a text with capitals: runs of capitalised words and what beside them tells a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.candidates.far_east import is_korean
from articles.candidates.institution_words import COMPANY_WORDS, EN_HEADS, FR_HEADS, LATIN_TAILS
from articles.candidates.occupations import (
    AFTER_NAMES,
    is_occupation,
)
from articles.candidates.of_places import is_of_place
from articles.candidates.openings import begin_of_name
from articles.candidates.ranks import end_of_monk, is_inner, is_office, is_rank, is_surname_too
from articles.candidates.reading import ADDRESS, RANKS, Reading, Word
from articles.candidates.shapes import (
    SURNAME_SHAPE,
    governs,
    is_led,
    is_origin,
    is_ranked_surname,
    likely_so,
    says,
    shaped,
    sounds_so,
)
from articles.candidates.thing_words import THINGS_BEFORE, THINGS_WITHIN
from articles.names.common_words import is_calendar, is_opener, is_people, is_place
from articles.names.fold import script_of
from articles.names.given_names import is_doubtful, is_given_name
from articles.names.inflect import is_patronymic
from articles.names.regnal import RULERS_DECLINED
from articles.names.tokens import PARTICLES
from articles.offices import find_office
from articles.offices.lexicon import HEADS

_WINDOW = 240
_LONGEST_RUN = 20  # words; a longer row of capitals is a list or a heading
_REGNAL = re.compile(r"(?:[IVX]{1,5}|Ier)$")
_LINKS = PARTICLES - frozenset("le les l la st saint san sidi moulay mc mac o ла ле".split())


@dataclass(frozen=True, slots=True)
class Run:
    """The words [first, last) taken for one name, with the rule that found it and how sure it is."""

    first: int
    last: int
    rule: str
    score: float
    skip: int = 0
    """Code points at the start that belong to no name: an Arabic conjunction or preposition."""


def find_persons(reading: Reading, language: str) -> Iterator[Run]:
    """The runs of capitalised words that stand for persons, in reading order; they do not overlap."""
    index = 0
    while index < len(reading.words):
        if not _can_begin(reading, index):
            index += 1
            continue
        last = _run_end(reading, index)
        yield from _persons_in(reading, index, last, language)
        index = max(last, index + 1)


def _can_begin(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    return not reading.claimed[index] and word.shape in ("C", "U", "I")


def _run_end(reading: Reading, first: int) -> int:
    words, index = reading.words, first + 1
    script = script_of(words[first].text)
    while index < len(words) and not words[index].broken and index - first < _LONGEST_RUN:
        if reading.claimed[index]:
            break
        shape = words[index].shape
        if shape in ("C", "U", "I"):
            if script_of(words[index].text) != script:
                break
            index += 1
        elif shape in ("l", "e") and (after := _after_particles(reading, index, first)):
            index = after
        else:
            break
    return index


def _after_particles(reading: Reading, index: int, first: int) -> int:
    """The place after particles («de», «al», «van der») and the capital that follows them; 0 when none."""
    words, stop = reading.words, min(len(reading.words), index + 3)
    if words[index].shape == "e" and words[index].text[0].isupper():
        return index + 2 if _is_named_part(reading, index + 1) else 0
    if words[index].folded in _OF and not _may_be_noble(reading, first, index):
        return 0
    if words[index].folded == "de" and reading.folded(index + 1) in _SPANISH_ARTICLES:
        if reading.folded(first) in ADDRESS:
            return 0  # «un Maître de la Couture»
        return index + 3 if _is_named_part(reading, index + 2) else 0
    while index < stop and words[index].shape in ("l", "e") and not words[index].broken:
        if words[index].folded not in _LINKS:
            return 0
        index += 1
    fits = index < len(words) and words[index].capital and not words[index].broken
    return index + 1 if fits and not reading.claimed[index] else 0


_OF = frozenset("de du des d da".split())
_SPANISH_ARTICLES = frozenset("la las los".split())


def _is_named_part(reading: Reading, index: int) -> bool:
    """«Anne L'Huillier», «Luis de la Fuente»: behind an elision in capitals or an article a capital ends the name."""
    if index >= len(reading.words) or reading.claimed[index] or reading.loud:
        return False
    word = reading.words[index]
    plain = is_place(word.folded) or is_people(word.folded) or word.folded in FR_HEADS
    return word.shape == "C" and not word.broken and not plain


def _may_be_noble(reading: Reading, first: int, index: int) -> bool:
    """«de» joins to a given name or a title («M. de Lasteyrie»), not to any noun («Plan d’action»)."""
    led = reading.folded(first) in ADDRESS
    return led or any(is_given_name(reading.folded(place)) for place in range(first, index))


def _persons_in(reading: Reading, first: int, last: int, language: str) -> Iterator[Run]:
    """Trim the run, cut it at words that are no names, judge each piece."""
    titled = ""
    start = first
    index = first
    while index <= last:
        stop = index == last
        if not stop and (index == start or is_inner(reading, start, index, last)) and is_rank(reading, index):
            titled, start = reading.folded(index), index + 1
        elif stop or _cuts(reading, index, start):
            run = _judge(reading, start, index, titled, language)
            if run:
                yield run
            titled, start = _head_of_state(reading, index), index + 1
        index += 1


def _cuts(reading: Reading, index: int, start: int) -> bool:
    """Whether the word cannot belong to a person's name."""
    word = reading.words[index]
    if word.shape in ("l", "e", "I"):
        return False
    folded = word.folded
    if _STATE.fullmatch(folded) and word.shape == "C" and index < len(reading.words) - 1:
        return True
    if word.shape == "U" and index == start and len(word.text) < 6 and script_of(word.text) == "Cyrl":
        return True
    if word.initial and (is_opener(folded) or folded in reading.lower):
        return not (is_given_name(folded) and not is_opener(folded))
    if is_calendar(folded) or (
        index == start and (is_people(folded) or (" " in folded and _is_of_two_peoples(folded)))
    ):
        return not is_surname_too(reading, index, start)
    if index == start and folded.endswith("ии") and is_origin(reading, index):
        return True
    if is_place(folded):
        return not (
            index > start and is_given_name(reading.folded(start)) and not is_doubtful(reading.folded(start))
        )
    return is_opener(folded) and len(folded) > 3 and index == start


# «премьер-министр Центральноафриканской Республики Фирмен Якузу»
_STATE = re.compile(
    r"республик(?:а|и|е|у|ои)|федераци(?:и|я|ю|еи)|королевств(?:о|а|у|е|ом)|эмират(?:ов|ы|ами|ах)"
)


def _head_of_state(reading: Reading, index: int) -> str:
    """«глава правительства Чадской Республики»: the office before a state that cuts the row; "" where none is."""
    if index >= len(reading.words) or _STATE.fullmatch(reading.folded(index)) is None:
        return ""
    before = (reading.words[place] for place in range(index - 1, max(-1, index - 5), -1))
    return next((word.folded for word in before if word.shape == "l" and is_occupation(word.folded)), "")


def _is_of_two_peoples(folded: str) -> bool:
    """«la Franco-Suédoise Anne L'Huillier»."""
    one, _, other = folded.partition(" ")
    return one.endswith("o") and is_people(other)


def _trim(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Particles at the edges belong to no name; a name in capitals after it is another one."""
    words = reading.words
    while last > first and words[last - 1].shape in ("l", "e"):
        last -= 1
    while last - first > 2 and words[last - 1].shape == "U" and words[last - 1].folded in AFTER_NAMES:
        last -= 1  # «Philippa Hartley-Coombes QC»
    while (
        first < last
        and words[first].shape in ("l", "e")
        and words[first].folded not in ("de", "d", "el", "al", "ben", "van", "von")
    ):
        first += 1
    return first, last


def _judge(reading: Reading, first: int, last: int, titled: str, language: str) -> Run | None:
    first, last = _trim(reading, first, last)
    first = begin_of_name(reading, first, last)
    if first >= last:
        return None
    if end := end_of_monk(reading, first, last, titled):
        return Run(first, end, "title before", 0.7)
    words = [word for word in reading.words[first:last] if word.shape in ("C", "U", "I")]
    capitals = [word for word in words if word.shape != "I"]
    if not capitals or len(capitals) > 5 or not any(len(word.text) > 1 for word in capitals):
        return None
    before = reading.folded(first - 1)
    if is_of_place(reading, first, last, titled):
        return None
    if (before in THINGS_BEFORE and not _is_who_heads(reading, first)) or (
        before in ("d", "de") and reading.folded(first - 2) == "type"
    ):
        return None
    known = is_given_name(words[0].folded)
    lone_rank = (
        any(part in RANKS for part in titled.split())
        and len(capitals) == 1
        and not is_office(capitals[0].folded)
    )
    if titled in ADDRESS or lone_rank or (before in ADDRESS and not reading.words[first].broken):
        return _titled(first, last, capitals)
    if len(words) == 1:
        if is_ranked_surname(reading, first):
            return Run(first, last, "office before", 0.6)
        return _single(reading, first, last, language)
    if words[0].shape == "I" or (words[-1].shape == "I" and script_of(words[0].text) == "Cyrl"):
        return Run(first, last, "initials", 0.9) if _initials_fit(words) else None
    if len(words) == 2 and _REGNAL.match(words[1].text):
        return _crowned(reading, first, last)
    if any(is_patronymic(word.folded) for word in words[1:]):
        return Run(first, last, "patronymic", 0.95)
    if governs(reading, first, last):
        return _single(reading, first + 1, last, language)
    run = _several(reading, first, last, language, known)
    if run and titled and run.score < 0.7 and is_led(reading, first, last, titled):
        return Run(first, last, "office before", 0.7)
    return run


def _crowned(reading: Reading, first: int, last: int) -> Run | None:
    """«Harald V»; behind a crown of a name that nobody bears it may be a film's: «le roi Lion II»."""
    if is_given_name(reading.folded(first)):
        return Run(first, last, "regnal number", 0.85)
    if reading.folded(first - 1) not in RULERS_DECLINED or reading.words[first].broken:
        return None
    is_borne = sounds_so(reading, first) or likely_so(reading, first)
    return Run(first, last, "regnal number", 0.85 if is_borne else 0.55)


def _is_who_heads(reading: Reading, first: int) -> bool:
    """«Мэр города Абдель Монейм аш-Шельмани»: an office of a town, and a name of more than a town's words."""
    if not is_occupation(reading.folded(first - 2)):
        return False
    return is_given_name(reading.folded(first)) or sounds_so(reading, first) or likely_so(reading, first)


def _titled(first: int, last: int, capitals: list[Word]) -> Run | None:
    if any(word.folded in FR_HEADS or word.folded in EN_HEADS or "." in word.text for word in capitals):
        return None
    if all(is_place(word.folded) or is_people(word.folded) for word in capitals):
        return None
    if len(capitals) == 1 and len(capitals[0].text) < 3:
        return None
    return Run(first, last, "title before", 0.95)


_DOTTED = frozenset("U.S. U.N. U.K. E.U. D.C. F.C. A.S. S.C. A.C. U.A.E. L.A. U.S.A.".split())


def _initials_fit(words: list[Word]) -> bool:
    """Initials stand beside one surname; dotted capitals before two words are an acronym («F.C. Metz»)."""
    long = [word for word in words if word.shape != "I"]
    if any(word.text in _DOTTED or word.folded in COMPANY_WORDS or word.folded in EN_HEADS for word in words):
        return False
    if len(words) == 2 and words[0].shape == "I" and len(words[0].text) == 2 and is_opener(words[1].folded):
        return False  # «… with a capital A. The tea …»
    return len(long) <= 2 and all(word.shape == "C" or len(word.text) > 3 for word in long)


def _single(reading: Reading, first: int, last: int, language: str) -> Run | None:
    """One capitalised word is a person only beside an office, a verb of saying or an age."""
    word = reading.words[first]
    if word.shape != "C" or (word.initial and (word.folded in reading.lower or is_opener(word.folded))):
        return None
    if (
        len(word.text) < 3
        or word.folded in HEADS.get(language, ())
        or is_people(word.folded)
        or is_place(word.folded)
    ):
        return None
    if word.folded in FR_HEADS or word.folded in EN_HEADS:
        return None
    if language != "ru":
        return None
    if script_of(word.text) != "Cyrl":
        return None
    shaped = SURNAME_SHAPE.search(word.folded) is not None
    if says(reading, last) and not reading.loud and (shaped or not word.initial):
        return Run(first, last, "verb of saying beside", 0.5)
    if not word.initial and not reading.loud:
        return _russian_single(reading, first, last)
    return None


def _russian_single(reading: Reading, first: int, last: int) -> Run | None:
    word, before = reading.words[first], reading.folded(first - 1)
    if reading.sign(first - 1) in ("«", '"', "“", "„") or before in ("в", "во", "из", "на"):
        return None
    adjective = re.search(r"(?:ск(?:ии|ого|ому|им|ая|ои|ую)|[оеи]в(?:ыи|ои|ая))$", word.folded)
    if SURNAME_SHAPE.search(word.folded) and len(word.folded) > 4 and not adjective:
        return Run(first, last, "surname ending", 0.45)
    return None


def _several(reading: Reading, first: int, last: int, language: str, known: bool) -> Run | None:
    words = [word for word in reading.words[first:last] if word.shape in ("C", "U")]
    foldeds = [word.folded for word in words]
    if is_korean(reading, first, last):
        return Run(first, last, "given name", 0.7)
    if (
        any(part in THINGS_WITHIN or part in LATIN_TAILS or part in COMPANY_WORDS for part in foldeds[1:])
        or foldeds[0] in THINGS_WITHIN
    ):
        return None
    if sum(word.shape == "U" for word in words) == len(words) and not (known and len(words) == 2):
        return None
    if any(part in FR_HEADS or part in EN_HEADS for part in (foldeds if not known else foldeds[1:])):
        return None
    if known and not is_doubtful(foldeds[0]):
        return Run(first, last, "given name", 0.9)
    if (
        any(is_given_name(part) and not is_doubtful(part) for part in foldeds[1:])
        and len(words) <= 3
        and not reading.loud
    ):
        return Run(first, last, "given name", 0.7)
    if _has_office(reading, first, last, language):
        return Run(first, last, "office beside", 0.85)
    if known:
        return Run(first, last, "given name", 0.7)
    found = shaped(reading, first, last, words, language)
    return Run(first, last, *found) if found else None


def _has_office(reading: Reading, first: int, last: int, language: str) -> bool:
    """Whether an office is stated beside the run; no office reaches farther than the window."""
    start, end = reading.words[first].start, reading.words[last - 1].end
    left = max(0, start - _WINDOW)
    window = reading.text[left : end + _WINDOW]
    return find_office(window, start - left, end - left, language) is not None
