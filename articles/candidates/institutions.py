"""Institutions in a text with capitals: head nouns, expanded acronyms, quotation marks, companies, known bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.candidates.acronyms import expanded_acronyms
from articles.candidates.companies import apposed, companies, is_idle, named_by_class
from articles.candidates.complements import adjectives_before, reach
from articles.candidates.institution_words import (
    EN_HEADS,
    FR_CLASS,
    FR_HEADS,
    FR_LOCAL,
    FR_STRONG,
    FR_STRONG_PAIRS,
    KNOWN,
    RU_COMPOUND,
    RU_HEADS_NOMINATIVE,
    RU_STRONG,
)
from articles.candidates.occupations import is_occupation
from articles.candidates.persons import Run
from articles.candidates.quotations import quoted_names
from articles.candidates.reading import Reading
from articles.names.common_words import is_calendar, is_opener, is_people, is_place
from articles.names.fold import fold, script_of
from articles.names.given_names import is_given_name
from articles.names.inflect import is_form_of, token_key

_RU_HEADS: dict[str, list[str]] = {}
for _head in RU_HEADS_NOMINATIVE:
    _RU_HEADS.setdefault(token_key(_head), []).append(_head)
_KNOWN: dict[str, list[tuple[str, ...]]] = {}
for _phrase in sorted(KNOWN, key=len, reverse=True):
    _KNOWN.setdefault(token_key(_phrase[0]), []).append(_phrase)


def find_institutions(reading: Reading, language: str) -> Iterator[Run]:
    """The institutions that their own words tell; each is claimed before the next is looked for."""
    finders = (
        _sites,
        _expanded,
        quoted_names,
        _known_phrases,
        _headed,
        _known,
        companies,
        named_by_class,
        apposed,
    )
    for finder in finders:
        for run in finder(reading, language):
            if reading.free(run.first, run.last):
                reading.claim(run.first, run.last)
                yield run


_PARTS = re.compile(r"(?<=[^\W\d_A-ZÀ-ÖØ-ÞА-ЯЁ])(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])")
# What a scanned column runs into the word before it: «JanningsUn», «BatailléabandonneEt».
_RUN_INTO = frozenset("un une et la le les des du il elle ils au aux ce cette sa son".split())

_PREFIXES = frozenset("Mc Mac De Le La Di Du O Van".split())


def _is_camel(text: str) -> bool:
    parts = _PARTS.split(text)
    if len(parts) < 2 or (len(parts[-1]) == 1 and len(text) > 4) or fold(parts[-1]) in _RUN_INTO:
        return False
    # «MaxFleischer» is a person whose blank was lost, «FrsLEÇONS» a heading.
    if is_given_name(fold(parts[0])) or (len(parts[-1]) > 4 and parts[-1].isupper()):
        return False
    return "-" not in text and parts[0] not in _PREFIXES


def _sites(reading: Reading, _language: str) -> Iterator[Run]:
    for index, word in enumerate(reading.words):
        if word.shape == "C" and "." in word.text[:-1] and len(word.text) > 5:
            yield Run(index, index + 1, "address of a site", 0.6)
        elif word.shape == "C" and not reading.loud and _is_camel(word.text):
            yield Run(index, index + 1, "capitals inside the word", 0.5)


def _expanded(reading: Reading, _language: str) -> Iterator[Run]:
    return expanded_acronyms(reading)


def _known_phrases(reading: Reading, language: str) -> Iterator[Run]:
    """Those of several words first: «Conseil de sécurité» is no «Conseil» with a complement."""
    return (run for run in _known(reading, language) if run.last > run.first + 1)


def _known(reading: Reading, _language: str) -> Iterator[Run]:
    """Bodies that every newspaper names, with a capital."""
    for index, word in enumerate(reading.words):
        if not word.capital or reading.claimed[index] or word.folded == "":
            continue
        parts = word.folded.split()
        for phrase in _KNOWN.get(token_key(parts[0]), ()):
            last = _spelt(reading, index, phrase)
            if last:
                yield Run(index, last, "known institution", 0.7)
                break


def _same_word(word: str, known: str) -> bool:
    """The same word in any case; a short one («НАТО») has no cases."""
    return word == known or (len(known) > 4 and token_key(word) == token_key(known))


def _spelt(reading: Reading, index: int, phrase: tuple[str, ...]) -> int:
    """The place after the words that spell `phrase` from `index` on; 0 when they do not."""
    waiting = list(phrase)
    capital = False
    while waiting and index < len(reading.words):
        parts = reading.folded(index).split()
        if not parts or not all(map(_same_word, parts, waiting)) or len(parts) > len(waiting):
            return 0
        del waiting[: len(parts)]
        capital = reading.words[index].capital
        index += 1
    return index if not waiting and (capital or len(phrase) > 1) else 0


def _headed(reading: Reading, language: str) -> Iterator[Run]:
    if language == "ru":
        yield from _russian(reading)
    elif language == "en":
        yield from _english(reading)
    else:
        yield from _french(reading)
        yield from _english(reading)


def _french(reading: Reading) -> Iterator[Run]:
    for index, word in enumerate(reading.words):
        if word.shape not in ("C", "l", "U") or reading.claimed[index] or word.folded not in FR_HEADS:
            continue
        if reading.loud and word.shape != "l":
            continue
        last = reach(reading, index, "fr")
        high = (
            index > 0
            and reading.adjacent(index)
            and reading.sign(index - 1) in ("Haut", "Haute", "Grand", "Grande")
        )
        if last == index + 1 and not high:
            continue
        run = Run(index - 1, last, "institution word", 0.7) if high else _french_run(reading, index, last)
        if run:
            yield run


def _french_run(reading: Reading, index: int, last: int) -> Run | None:
    word = reading.words[index]
    inner = [reading.words[place] for place in range(index + 1, last)]
    capital_inside = any(w.capital for w in inner)
    if _is_country(reading, index, last):
        return None
    if word.capital:
        if not word.initial:
            return Run(index, last, "institution word", 0.8)
        strong = capital_inside and not all(is_place(w.folded) for w in inner if w.capital)
        if strong or (word.folded not in reading.lower and len(inner) > 2):
            return Run(index, last, "institution word", 0.5)
        return None
    pair = (word.folded, reading.folded(index + 1))
    if word.folded in FR_STRONG or pair in FR_STRONG_PAIRS:
        return Run(index, last, "institution word", 0.6)
    last = _to_last_capital(reading, index, last)
    name = _name_alone(reading, index, last)
    if name and word.folded in FR_CLASS:
        return None if is_idle(reading, name, last) else Run(name, last, "institution word before", 0.6)
    linked = reading.folded(index + 1) in ("de", "du", "des", "d")
    if capital_inside and word.folded in FR_LOCAL and linked:
        return Run(index, last, "institution word", 0.5)
    return None


def _is_country(reading: Reading, index: int, last: int) -> bool:
    """«Fédération de Russie», «Union soviétique» are countries."""
    rest = [
        part
        for part in (reading.folded(place) for place in range(index + 1, last))
        if part not in ("de", "la", "du")
    ]
    return reading.folded(index) in ("federation", "union") and rest in (
        ["russie"],
        ["sovietique"],
        ["indienne"],
    )


def _name_alone(reading: Reading, index: int, last: int) -> int:
    """Where the name begins in «agence de presse russe RIA-Novosti»; 0 when the capitals are a complement."""
    first = last
    while first > index + 1 and reading.words[first - 1].capital:
        first -= 1
    linked = reading.folded(first - 1) in ("de", "du", "des", "d", "la", "le", "les", "l", "et", "pour")
    somebody = is_occupation(reading.folded(first - 1))  # «la fondation saoudienne de la princesse Hessa»
    return 0 if linked or somebody or first == last or first <= index + 1 else first


def _to_last_capital(reading: Reading, index: int, last: int) -> int:
    while last > index + 1 and not reading.words[last - 1].capital:
        last -= 1
    return last


def _english(reading: Reading) -> Iterator[Run]:
    """Capitalised sequences that hold an institution word: «Supreme Court», «Bank of England»."""
    words, index = reading.words, 0
    while index < len(words):
        if not words[index].capital or reading.claimed[index] or reading.loud:
            index += 1
            continue
        last = index
        while (
            last < len(words)
            and (last == index or reading.adjacent(last))
            and words[last].capital
            and not reading.claimed[last]
        ):
            last += 1
        first = index
        while first < last and (is_opener(words[first].folded) and words[first].initial):
            first += 1
        run = _english_run(reading, first, last)
        if run:
            yield run
        index = max(last, run.last if run else 0)


def _english_run(reading: Reading, first: int, last: int) -> Run | None:
    heads = [place for place in range(first, last) if reading.words[place].folded in EN_HEADS]
    if not heads:
        return None
    if heads[0] == first and reading.folded(last) in ("of", "for", "on"):
        last = reach(reading, last - 1, "en") if last - first == 1 else last
    elif reading.folded(last) == "of" and heads[-1] == last - 1:
        last = reach(reading, last - 1, "en")
    elif heads[-1] != last - 1:
        last = heads[-1] + 1
    if last - first < 2 or (is_given_name(reading.folded(first)) and last - first == 2):
        return None
    inner = [reading.words[place] for place in range(first, last) if place not in heads]
    if all(is_calendar(w.folded) for w in inner) or (len(inner) == 1 and is_people(inner[0].folded)):
        return None
    return Run(first, last, "institution word", 0.7)


def _russian(reading: Reading) -> Iterator[Run]:
    for index, word in enumerate(reading.words):
        if word.shape not in ("C", "l", "U") or reading.claimed[index] or script_of(word.text) != "Cyrl":
            continue
        if word.shape == "C" and word.folded.startswith(RU_COMPOUND):
            yield Run(index, _with_country(reading, index + 1), "institution word", 0.7)
            continue
        if word.text == "МИД" or word.text == "МВД":
            yield Run(index, _with_country(reading, index + 1), "institution word", 0.7)
            continue
        if russian_head(word.folded) is None:
            continue
        run = _russian_run(reading, index)
        if run:
            yield run


def _with_country(reading: Reading, index: int) -> int:
    here = index < len(reading.words) and reading.adjacent(index) and reading.words[index].shape in ("C", "U")
    return (
        index + 1
        if here and (is_place(reading.folded(index)) or reading.words[index].text in ("РФ", "США"))
        else index
    )


def russian_head(folded: str) -> str | None:
    """The nominative of the institution word that the folded word is a form of."""
    for head in _RU_HEADS.get(token_key(folded), ()):
        if is_form_of(folded, head):
            return head
    return None


def _russian_run(reading: Reading, index: int) -> Run | None:
    word = reading.words[index]
    first, last = adjectives_before(reading, index), reach(reading, index, "ru")
    capitals = [w for w in reading.words[index + 1 : last] if w.capital]
    if first < index:
        opening = reading.words[first]
        if opening.initial and not (word.capital or (capitals and "ск" in opening.folded)):
            return None
        if index == first + 1 and opening.folded.startswith("россииск") and word.folded.startswith("федерац"):
            return None
        if not capitals:
            last = (
                index + 1
                if not word.capital
                and opening.shape == "C"
                and not reading.words[first].initial
                and last - index > 4
                else last
            )
        return Run(first, last, "institution word", 0.6)
    if last == index + 1:
        return None
    if word.capital and not word.initial:
        return Run(index, last, "institution word", 0.7)
    if token_key(word.folded) in RU_STRONG and capitals:
        return Run(index, _to_last_capital(reading, index, last), "institution word", 0.5)
    return Run(index, last, "institution word", 0.5) if word.folded.startswith("министерств") else None
