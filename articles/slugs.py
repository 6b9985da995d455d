"""The part of an address that names a record: short, ASCII, readable, never taken twice."""

import re
import unicodedata
from collections.abc import Callable

from django.utils.text import slugify

# As newspapers write these letters; the keys of `names.romanise` are for comparison: one letter for sh and ch.
_LETTERS = str.maketrans({
    "œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ђ": "dj",
    "ћ": "c", "џ": "dz",
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh",
    "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ؤ": "u", "ي": "i",
    "ى": "a", "ئ": "i", "ء": "", "پ": "p", "چ": "ch", "ڤ": "v", "ڭ": "g", "گ": "g", "ـ": "",
})  # fmt: skip
# Russian names in -ий and -ый end in -y; an Arabic article is a word; و and ي open a syllable as w and y.
_SPOKEN = [
    (re.compile(r"[иы]й\b"), "y"),
    (re.compile(r"\bال(?=\w{2})"), "al-"),
    (re.compile(r"\bو|و(?=[اةى])"), "w"),
    (re.compile(r"\bي|ي(?=[اةوى])"), "y"),
]


def slug_for(name: str, is_taken: Callable[[str], bool], *, max_length: int = 190) -> str:
    """A slug for `name`, in Latin, Cyrillic or Arabic letters; a number is added while `is_taken` says so."""
    stem = (slugify(_in_latin(name)) or "record")[:max_length].strip("-")
    slug, number = stem, 1
    while is_taken(slug):
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _in_latin(name: str) -> str:
    """A name in Latin letters, which may have accents; letters of other scripts stay as they are."""
    text = unicodedata.normalize("NFC", name).lower()
    for written, read in _SPOKEN:
        text = written.sub(read, text)
    return text.translate(_LETTERS)
