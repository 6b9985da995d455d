"""Names in quotation marks after the word for what they are: «газета «Ведомости»», «l’association « X »»."""

from __future__ import annotations

from collections.abc import Iterator

from articles.candidates.institution_words import (
    EN_CLASS,
    FR_CLASS,
    FR_HEADS,
    FR_MEDIA,
    RU_CLASS,
    RU_HEADS_NOMINATIVE,
    RU_LEGAL,
)
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.common_words import is_opener
from articles.names.given_names import is_given_name
from articles.names.inflect import token_key

_CLOSING = {"«": "»", "“": "”", "„": '“”"', '"': '"', "‘": "’"}
_LONGEST = 9
_RU_WORDS = RU_CLASS | {token_key(head) for head in RU_HEADS_NOMINATIVE}
# What Russian quotation marks hold when it is no institution.
_RU_THINGS = frozenset(
    token_key(word)
    for word in (
        "фильм роман книга альбом песня картина спектакль пьеса опера балет проект программа закон орден "
        "медаль премия ракета "
        "корабль самолет крейсер лодка спутник стадион гостиница отель кинотеатр шоу сериал статья "
        "рассказ повесть поэма цикл "
        "акция операция доклад тема лозунг рубрика конкурс фестиваль статус термин слово имя титул шаттл "
        "модуль аппарат телескоп "
        "поезд газопровод поток трасса мост вертолет танк истребитель система комплекс игра турнир кубок "
        "карта сорт марка поезд"
    ).split()
)

# «Женщина в лиловом», «О повышении пенсий»: titles of works and of acts.
_RU_OF_TITLES = frozenset("в во на с со о об обо у к ко под над без".split())


def quoted_names(reading: Reading, language: str) -> Iterator[Run]:
    """The words between the marks, without them, where the word before says that they name an institution."""
    words = reading.words
    for index, word in enumerate(words):
        if word.text not in _CLOSING or index == 0 or reading.words[index].broken or _closes(reading, index):
            continue
        last = _closing(reading, index)
        if last is None or not words[index + 1].capital:
            continue
        score = _after_class(reading, index, language)
        rule = "quotation marks after an institution word"
        if not score and language == "ru":
            score, rule = _russian_alone(reading, index, last), "quotation marks"
        if score and not (last - index == 2 and is_opener(reading.folded(index + 1))):
            yield Run(index + 1, last, rule, score)


def _closes(reading: Reading, index: int) -> bool:
    """Whether a straight mark closes what stands before it: «"Женщина в лиловом" Фалька и "Канченджанга"»."""
    following = index + 1
    parted = following < len(reading.words) and not reading.words[following].glued
    return reading.words[index].text == '"' and reading.words[index].glued and parted


def _closing(reading: Reading, opening: int) -> int | None:
    """The place of the closing mark, when the stretch is short and one phrase."""
    signs = _CLOSING[reading.words[opening].text]
    for index in range(opening + 1, min(len(reading.words), opening + _LONGEST + 1)):
        word = reading.words[index]
        if word.text in signs:
            return index if index > opening + 1 else None
        if word.broken or word.text in (".", "!", "?", ":", ";", "…"):
            return None
    return None


def _after_class(reading: Reading, index: int, language: str) -> float:
    before = reading.folded(index - 1)
    if language == "ru":
        if before in RU_LEGAL or token_key(before) in _RU_WORDS:
            return 0.8
        return 0.0
    if language == "en":
        return 0.6 if before in EN_CLASS else 0.0
    if before in FR_MEDIA or before in FR_CLASS or before in FR_HEADS:
        return 0.75
    # «le journal marocain « X »»
    two = reading.folded(index - 2)
    return 0.65 if two in FR_MEDIA or two in FR_CLASS else 0.0


def _russian_alone(reading: Reading, index: int, last: int) -> float:
    """Russian writes the names of companies and papers in quotation marks: one to three capitalised words."""
    before = reading.words[index - 1]
    if any(reading.folded(place) in _RU_OF_TITLES for place in range(index + 1, last)):
        return 0.0
    if before.shape == "d" or before.folded in ("года", "году", "год"):
        return 0.0
    if last - index > 4 or (before.shape == "p" and before.text not in (",", "(", ")")):
        return 0.0
    if is_given_name(reading.folded(index + 1)) or reading.folded(index + 1) == "памяти":
        return 0.0
    if token_key(before.folded) in _RU_THINGS or (
        reading.words[index].initial and index and before.text in (":", "—", "-")
    ):
        return 0.0
    after = reading.sign(last + 1)
    if after in (",", "-", "—", "–") and reading.sign(last - 1) in (",", "."):
        return 0.0
    return 0.5 if not reading.loud else 0.0
