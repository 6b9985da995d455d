"""By-lines within a text: whose work something is, so that a person's name follows."""

from __future__ import annotations

from articles.candidates.reading import Reading
from articles.names.fold import folded_set

_CREDITS = folded_set("""
translated reviewed edited written directed illustrated photographed adapted narrated compiled composed interviewed
reported traduit traduite traduits realise realisee illustre illustree ecrit ecrite recueillis recueilli
prefacee preface
""")
_WITH_COLON = folded_set(
    "автор перевод фото текст интервью беседовал беседовала photo texte text auteur author"
)


def is_credited(reading: Reading, first: int, last: int) -> bool:
    """«Translated by Judith Farrant», «By Inaam al-Rubaie.», «Автор: …»: whose work something is, in a few words."""
    before = reading.words[first - 1] if first else None
    if before is None or reading.words[first].broken or reading.loud:
        return False
    if before.text == ":":
        return first > 1 and reading.folded(first - 2) in _WITH_COLON
    if before.folded not in ("by", "par"):
        return False
    alone = before.initial and (last == len(reading.words) or reading.words[last].broken)
    stops = before.initial and reading.sign(last) in (".", ",", "|", "/", "–", "—", "-")
    return alone or stops or reading.folded(first - 2) in _CREDITS
