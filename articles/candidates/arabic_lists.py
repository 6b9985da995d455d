"""Arabic names that only stand in a row with others: «كل من بيار أغوستيني وفيرينك كراوس», and such pairs."""

from __future__ import annotations

from articles.candidates.arabic_words import (
    FOREIGN_GIVEN,
    FOREIGN_SURNAME,
    SAYERS,
    SAYING,
    SENTENCE,
    THIRD_FORM,
    is_foreign,
    plain_end,
)
from articles.candidates.institution_words import AR_HEADS
from articles.candidates.likely_given import is_likely_given
from articles.candidates.occupations import is_occupation
from articles.candidates.persons import Run
from articles.candidates.reading import Reading
from articles.names.common_words import is_arabic_place
from articles.names.fold import fold, folded_set
from articles.names.given_names import is_given_name, sounds_given

_EACH = fold("كل"), fold("كلا")
_JOINED = "بلوفك"


def listed_person(reading: Reading, index: int) -> Run | None:
    """«كل من X وY»: the first of them, where another follows."""
    if reading.folded(index - 1) != "من" or reading.folded(index - 2).lstrip("وبلف") not in _EACH:
        return None
    if plain_end(reading, index) or not is_foreign_pair(reading, index):
        return None
    following = reading.folded(index + 2)
    joined = following.startswith("و") and len(following) > 2 and not reading.words[index + 2].broken
    return Run(index, index + 2, "given name", 0.55) if joined else None


def coordinated_person(reading: Reading, index: int) -> Run | None:
    """«وفيرينك كراوس» right behind another person's name."""
    folded = reading.folded(index)
    if not folded.startswith("و") or len(folded) < 3 or is_given_name(folded[1:]) or is_given_name(folded):
        return None
    if reading.sign(index)[1:2] == "آ":  # «وآن» is no «وأن»
        free = not reading.words[index].broken and not reading.claimed[index]
        fits = free and is_foreign(reading.folded(index + 1)) and not plain_end(reading, index + 1)
    else:
        fits = not plain_end(reading, index) and is_foreign_pair(reading, index, 1)
    return Run(index, index + 2, "given name", 0.55, 1) if fits else None


_SAYS_ON = folded_set("إن أن بأن في أمس لـ الذي التي يوم")


def is_speaking_pair(reading: Reading, index: int) -> bool:
    """«وقال مارفين كوك، …», «مارفين كوك، المدير التنفيذي»: a verb of saying before a pair, or a calling behind."""
    comma = reading.sign(index + 2) == "،"
    said = reading.folded(index - 1) in SAYING and not reading.words[index].broken
    if not comma and not (said and reading.folded(index + 2) in _SAYS_ON):
        return False
    if reading.folded(index).endswith("ي") and not is_likely_given(reading.folded(index)):
        return False  # «قال قيادي بارز»
    if not said and not _is_calling(reading.folded(index + 3)):
        return False
    return is_foreign_pair(reading, index, sure=said and comma)


def _is_calling(folded: str) -> bool:
    return is_occupation(folded) or is_occupation(f"ال{folded}")


def is_foreign_pair(reading: Reading, index: int, skip: int = 0, *, sure: bool = False) -> bool:
    """Whether the word, without its first `skip` letters, and the next look like a foreign given name and surname.

    Where a name is `sure` to stand the surname may be as short as «كوك».
    """
    if index + 1 >= len(reading.words) or plain_end(reading, index + 1):
        return False
    given, surname = reading.folded(index)[skip:], reading.folded(index + 1)
    if _is_plain(reading, given) or _is_plain(reading, surname) or is_occupation(f"ال{given}"):
        return False
    known = is_likely_given(given) or sounds_given(given)
    if (SENTENCE.fullmatch(given) and not known) or THIRD_FORM.fullmatch(given):
        return False
    if not known and (FOREIGN_GIVEN.fullmatch(given) is None or _may_be_joined(reading, index, skip)):
        return False
    if is_foreign(surname):
        return True
    short = sure and len(surname) == 3 and surname[1:] not in reading.lower
    return FOREIGN_SURNAME.fullmatch(surname) is not None and (
        short or not _may_be_joined(reading, index + 1)
    )


def _is_plain(reading: Reading, folded: str) -> bool:
    """A place, an occupation, an institution's word, or one that the text has with its article too."""
    words = (folded, folded[1:]) if folded[:1] in _JOINED else (folded,)
    return folded in SAYERS or any(
        word in AR_HEADS
        or is_arabic_place(word)
        or is_occupation(f"ال{word}")
        or f"ال{word}" in reading.lower
        for word in words
    )


def _may_be_joined(reading: Reading, index: int, skip: int = 0) -> bool:
    """Whether the first letter may be a conjunction or a preposition before a plain word: «لأعوام», «بقرار»."""
    text, folded = reading.words[index].text[skip:], reading.folded(index)[skip:]
    if folded[0] not in _JOINED:
        return False
    if text[1:2] in ("أ", "إ", "آ") or folded[1:] in reading.lower:
        return True
    vowelled = sum(letter in "اوي" for letter in folded[1:]) > 1 and FOREIGN_SURNAME.fullmatch(folded)
    return not vowelled
