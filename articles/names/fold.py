"""Folding: a text without case, accents, punctuation and letter variants, still knowing where each letter
stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Letters that Unicode does not decompose, and Arabic letters that writers use for one another.
_PLAIN = {
    "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d",
    "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t", "ə": "a",
    "і": "и", "ї": "и", "є": "е", "ґ": "г", "ђ": "д", "ј": "и", "ў": "у",
    "ى": "ي", "ی": "ي", "ې": "ي", "ٱ": "ا", "ة": "ه",
    "ە": "ه", "ہ": "ه", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڭ": "ك",
    "ݣ": "ك", "پ": "ب", "چ": "ج", "ڤ": "ف", "ڥ": "ف", "ژ": "ز", "ـ": "",
    # Unicode calls these letters; writers mean an apostrophe (dʼAbdelilah), or an Arabic letter (ʿAbd).
    "ʼ": " ", "ʻ": "", "ʿ": "", "ʾ": "",
}  # fmt: skip


def _fold_character(character: str) -> str:
    pieces: list[str] = []
    for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()):
        plain = _PLAIN.get(part)
        if plain is not None:
            pieces.append(plain)
            continue
        category = unicodedata.category(part)
        if category in ("Mn", "Me", "Cf"):
            continue
        if category == "Nd":
            pieces.append(str(unicodedata.digit(part)))
        elif category[0] in "LN" or category == "Mc":
            pieces.append(part)
        else:
            pieces.append(" ")
    return "".join(pieces)


class _FoldTable(dict[int, str]):
    """Code point → folded text, worked out once for each character that is met."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = self[code] = _fold_character(character)
        if len(folded) != 1:
            self.uneven.add(character)
        return folded


_TABLE = _FoldTable()


def _character_class(*, combining: bool) -> str:
    """The marks of the basic plane that stand inside words, for a regular expression's brackets."""
    signs = (chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in _INSIDE)
    return "".join(sign for sign in signs if _is_of_its_letter(sign) == combining)


def _is_of_its_letter(sign: str) -> bool:
    return unicodedata.combining(sign) != 0 or unicodedata.category(sign) == "Mc"


_INSIDE = frozenset({"Mn", "Me", "Mc", "Cf"})
MARKS = _character_class(combining=True)
"""Signs that belong to the letter before them."""
IGNORED = _character_class(combining=False)
"""Other signs that do not end a word, such as directions and joiners."""


def fold_word(word: str) -> str:
    """A single word folded, quicker than by `fold`, which joins and parts words."""
    return word.translate(_TABLE)


def folded_length(character: str) -> int:
    """How many characters a character becomes."""
    return len(_TABLE[ord(character)])


# A word broken at the end of a line, as scanned pages have it, is one word; but what goes on with a capital
# after a small letter has lost its end. So is what a plain hyphen parts, when it goes on with a small letter.
_BROKEN = re.compile(
    r"¬\s*(?![A-ZÀ-ÖØ-Þ])|(?<![a-zà-öø-ÿ])¬\s*|\u00ad[^\S\n]*\n\s*"
    r"|(?<=[a-zß-öø-ÿа-яё])[-‐]\n(?=[a-zß-öø-ÿа-яё]{2})"
)


def fold(text: str) -> str:
    """The key under which spellings of `text` are searched and compared; folding twice changes nothing.

    Compatibility decomposition (Unicode NFKD), then without case, combining marks (so ё is е and й is и,
    composed
    or not), vowel signs and tatweel; Arabic letter variants and digits are unified, ł ø ß œ written with
    plain
    letters; apostrophes, hyphens and every other sign become one blank. A word broken by ¬ at a line's end
    is joined.
    """
    if "\n" in text or "¬" in text:
        text = _BROKEN.sub("", text)
    return " ".join(text.translate(_TABLE).split())


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is the code point of `source` from which `text[i]` comes."""

    source: str
    text: str
    offsets: Sequence[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source (end excluded) that the non-empty folded span stands for."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no folded characters between {start} and {end}")
        last = self.offsets[end - 1] + 1
        # A combining mark belongs to the letter before it, although folding drops it.
        while last < len(self.source) and unicodedata.combining(self.source[last]):
            last += 1
        return self.offsets[start], last


def fold_unspaced(text: str) -> Folded:
    """Like `fold_with_offsets`,
    but keeping every blank: nearly always character for character, hence fast."""
    if _BROKEN.search(text):
        return _fold_broken(text)
    folded = text.translate(_TABLE)
    if _TABLE.uneven.isdisjoint(text):
        return Folded(text, folded, range(len(text)))
    offsets = [place for place, character in enumerate(text) for _ in _TABLE[ord(character)]]
    return Folded(text, folded, offsets)


def _fold_broken(text: str) -> Folded:
    gone = {place for match in _BROKEN.finditer(text) for place in range(*match.span())}
    pairs = [
        (folded, place)
        for place, character in enumerate(text)
        if place not in gone
        for folded in _TABLE[ord(character)]
    ]
    return Folded(text, "".join(folded for folded, _ in pairs), [place for _, place in pairs])


def fold_with_offsets(text: str) -> Folded:
    """`fold(text)` with, for each of its characters, the code point of `text` that it comes from."""
    loose = fold_unspaced(text)
    kept = list(_single_blanks(loose.text))
    return Folded(text, "".join(loose.text[i] for i in kept), [loose.offsets[i] for i in kept])


def _single_blanks(text: str) -> Iterator[int]:
    """The places of `text` that remain when blanks at the edges and after a blank go."""
    waiting: int | None = None
    started = False
    for place, character in enumerate(text):
        if character.isspace():
            waiting = place if waiting is None else waiting
            continue
        if waiting is not None and started:
            yield waiting
        waiting, started = None, True
        yield place


def script_of(token: str) -> str:
    """ISO 15924 code of the script of the first letter: Latn,
    Cyrl, Arab, or Zyyy when there is none of these."""
    for character in token:
        if not character.isalpha():
            continue
        code = ord(character)
        if code < 0x250 or 0x1E00 <= code < 0x1F00:
            return "Latn"
        if 0x400 <= code < 0x530:
            return "Cyrl"
        if 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFF00:
            return "Arab"
        return "Zyyy"
    return "Zyyy"


def folded_set(words: str) -> frozenset[str]:
    """The blank-separated words of a lexicon, each folded."""
    return frozenset(fold(word) for word in words.split())


def word_set(words: str) -> frozenset[str]:
    """The blank-separated words of a lexicon."""
    return frozenset(words.split())
