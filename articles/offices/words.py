"""The words of a text in which an office is looked for, and which of them are head nouns of offices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.names.fold import fold
from articles.names.inflect import is_form_of, token_key
from articles.offices import arabic, russian
from articles.offices.lexicon import FR_PARTICIPLES, HEADS

# A word with the marks among its letters (Arabic vowels, the line that stretches a word), and «Ph.D.».
_WORD = re.compile(
    r"[^\W_][^\W_\u0640\u064b-\u065f\u0670]*(?:[\u0640\u064b-\u065f\u0670]+[^\W_]*)*(?:\.(?=[^\W_]\.)[^\W_]+)*"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place (code points, end excluded), folded, and as it stands."""

    start: int
    end: int
    folded: str
    written: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words between two places of a text."""
    return [
        # «à» and the verb «a» fold to the same word; only the first joins the parts of an office.
        Word(
            start + m.start(),
            start + m.end(),
            "à" if m.group() in ("à", "À") else fold(m.group()),
            m.group(),
        )
        for m in _WORD.finditer(text[start:end])
    ]


def is_head(word: Word, language: str) -> bool:
    """Whether a word is the head noun of one person's office."""
    if language == "ar":
        return arabic.is_head(word.written, word.folded)
    heads = _HEAD_KEYS[language].get(token_key(word.folded) if language == "ru" else word.folded)
    if heads is None:
        return False
    if language == "fr":
        # «jugé», «patronné» are no offices; «délégué» is one.
        return not word.written.endswith(("é", "ée")) or word.folded in FR_PARTICIPLES
    # The office of several («основателей», «журналистами») is nobody's own.
    return language != "ru" or (
        any(is_form_of(word.folded, head) for head in heads) and not russian.is_of_several(word.folded, heads)
    )


def _by_key(heads: Iterable[str]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for head in heads:
        table.setdefault(token_key(head), []).append(head)
    return table


_HEAD_KEYS = {
    language: _by_key(heads) if language == "ru" else {head: [head] for head in heads}
    for language, heads in HEADS.items()
}
