"""A query's words → its pieces: words, "phrases", -excluded, prefix*, and the OR between them; no database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from articles.names.fold import fold
from articles.search.groups import AND, MOST_ALTERNATIVES, MOST_ASKED, NOT, OPERATORS, multiplied_out

#: What is read of a query; more than this no one types.
LONGEST_QUERY = 500
MOST_PIECES = 32
#: A prefix of fewer letters would match too much.
SHORTEST_PREFIX = 2

# A quoted phrase, an excluded one, or a word.
_PIECE = re.compile(r'-?"[^"]*"?|\S+')
# One that is not closed, of two words at the least.
_OPEN_PHRASE = re.compile(r'-?"\s*[^"\s]+\s[^"]+')
_QUOTES = str.maketrans("«»“”„‟″", '"' * 7)
# Letters of two alphabets that look the same, as they get into pasted words.
_LATIN_LETTERS, _CYRILLIC_LETTERS = "aAeEoOpPcCxXyYKMHTBkmtb", "аАеЕоОрРсСхХуУКМНТВкмтв"
_TO_CYRILLIC = str.maketrans(_LATIN_LETTERS, _CYRILLIC_LETTERS)
_TO_LATIN = str.maketrans(_CYRILLIC_LETTERS, _LATIN_LETTERS)
_CYRILLIC, _LATIN = re.compile("[а-яё]", re.IGNORECASE), re.compile("[a-z]", re.IGNORECASE)
_EASTERN_FIGURES = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
#: Among capitals alone NOT is a word behind these, and in a longer row of words: a headline.
_BEFORE_A_WORD = frozenset(
    "DO DOES DID IS ARE WAS WERE WILL CAN COULD WOULD SHOULD MUST MAY HAS HAVE HAD IF WHY TO BUT".split()
)
_LONGEST_OF_ACRONYMS = 5
#: A bar parts alternatives of so many pieces; between more it parts a headline from the name of its site.
_BARS, _MOST_BESIDE_BAR = frozenset({"|", "||"}), 2
# Initials and titles written without a blank before a name: С.В.Лавров, Mr.Bush.
_GLUED = re.compile(
    r"(?<![^\W_])((?:[^\W\d_]\.){1,3}|(?:Mr|Mrs|Ms|Dr|Prof|Mme|Mlle|г-н|д-р|проф)\.)(?=([^\W\d_])[^\W\d_.]{2})"
)
# Two dashes and more part words, and so do the signs of a hashtag; a mark of exclamation would be an operator to
# PostgreSQL, and a tilde begins what the index knows a record by.
_PARTING = re.compile(
    r"-{2,}|[!~\x00]|(?<!\S)#(?=[^\W\d_])|(?<=[^\W_])_(?=[^\W_])|(?<=[^\W\d_])[,;+،؛](?=[^\W\d_])"
)
_WORD, _IN_SIGNS = re.compile(r"\S+"), OPERATORS | AND | {NOT}
# A word behind a minus, or NOT, which leaves out each of its parts.
_LEFT_OUT = re.compile(r"(?<!\S)(?:NOT\s+|-)(?![\"-])\S+")
# Several dashes before a word leave nothing out.
_DASHES = re.compile(r"(?<!\S)-{2,}")
# Marks that stand behind a word, or before, and are no part of it.
_AROUND = " ,;:!?…،؛؟()[]"
# What is written in one around such signs stands so in texts: AT&T, 24/7, 10:30, an address.
_HELD = re.compile(r"[^\W_](?:[&@][^\W_]|(?<=\d)[/:]\d)")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_GROUPS = re.compile(r"(?<![^\s\"-])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![^\s\"])")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]\.?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
# An article or preposition that has lost its vowel before another one or an h (N'Dri and M'henni are names); and what
# English puts after a name.
_ELIDED = re.compile(
    r"^(-?)(?!(?-i:[MN])['’ʼ‘`´]h)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’ʼ‘`´]"
    r"(?=[aeiouyhàâäæéèêëîïôöœùûü][^\W\d_])",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’ʼ]s$", re.IGNORECASE)
LONGEST_ELISION = 2
_LETTERS = re.compile(r"\w+")
# The index joins a letter to the figures behind it: S-400.
_DESIGNATION = re.compile(r"(?<![^\W_])([^\W\d_])[-‐‑](?=\d)")
_COMPOUND = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
# The beginning of one word within quotation marks is one without them.
_BEGUN_IN_MARKS = re.compile(r'(?<!\S)(-?)"\s*([^\s"]+\*)\s*"(?!\S)')
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u0652\u0640]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece as typed."""

    text: str

    @property
    def is_excluded(self) -> bool:
        """Whether a minus stands before it."""
        return self.text.startswith("-") and len(self.text) > 1

    @property
    def is_phrase(self) -> bool:
        """Whether it stands in quotation marks."""
        return '"' in self.text

    @property
    def is_prefix(self) -> bool:
        """Whether it is the beginning of a word, with an asterisk."""
        if not self.text.endswith("*") or self.is_phrase:
            return False
        is_long = len(self.letters) >= SHORTEST_PREFIX or len(self.compound) > SHORTEST_PREFIX
        return is_long and any(letter.isalpha() or letter.isdecimal() for letter in self.letters)

    @property
    def compound(self) -> str:
        """The beginning of a word with hyphens, which texts have as one: «Noyal-sur*»; empty where it is none."""
        begun = _DESIGNATION.sub(r"\1", _MARKS.sub("", self.word.removeprefix("-").removesuffix("*")))
        return re.sub("[‐‑]", "-", begun) if _COMPOUND.fullmatch(begun) else ""

    @property
    def words_before(self) -> str:
        """The words of such a beginning before its last one; of what is left out none."""
        return "" if self.is_excluded else " ".join(self.compound.split("-")[:-1])

    @property
    def is_too_short(self) -> bool:
        """Whether it is the beginning of too many words: one letter, with an asterisk."""
        return self.text.endswith("*") and not (self.is_phrase or self.is_prefix) and len(self.letters) == 1

    @property
    def is_mere_word(self) -> bool:
        """Whether it is a word like others: not left out, in no quotation marks, whole."""
        return not (self.is_excluded or self.is_phrase or self.is_prefix)

    @property
    def is_held(self) -> bool:
        """Whether it is asked for as a phrase is, though it stands in no quotation marks."""
        return self.is_mere_word and _HELD.search(self.text) is not None

    @property
    def letters(self) -> str:
        """Its last run of letters and digits: «l’écon*» begins with «écon», «S-4*» with «S4»."""
        runs = self._runs
        return runs[-1] if runs else ""

    @property
    def runs_before(self) -> list[str]:
        """The runs of letters before the last one, but for an elided article."""
        return [] if self.is_excluded else [run for run in self._runs[:-1] if len(run) > LONGEST_ELISION]

    @property
    def _runs(self) -> list[str]:
        runs: list[str] = _LETTERS.findall(_DESIGNATION.sub(r"\1", _MARKS.sub("", self.text)))
        return runs

    @property
    def is_of_letters(self) -> bool:
        """Whether it is one word of nothing but letters, or a phrase of such."""
        words = self.text.replace('"', " ").split()
        return bool(words) and all(word.isalpha() for word in words)

    @property
    def plain(self) -> str:
        """Without minus, quotation marks and asterisk."""
        return self.text.removeprefix("-").replace('"', " ").removesuffix("*").strip(_AROUND)

    @property
    def undotted(self) -> str:
        """Plain, without points between single letters: U.N."""
        return self.plain.replace(".", "") if _DOTTED.fullmatch(self.plain) else self.plain

    @property
    def word(self) -> str:
        """As words are looked up: without an elided article or a possessive, an acronym without its points."""
        if self.is_phrase:
            return self.text
        bare = _POSSESSIVE.sub("", _ELIDED.sub(r"\1", self.text))
        sign, letters = bare[: bare.startswith("-")], bare.removeprefix("-")
        return sign + letters.replace(".", "") if _ACRONYM.fullmatch(letters) else bare


@dataclass(frozen=True, slots=True)
class Pieces:
    """A query in pieces: any of the `branches` may hold, of one branch all; `unread` is what was too much.

    It `is_flat` where parentheses around alternatives say nothing, since one is not closed or they ask for too much,
    and `is_open` where a phrase is not closed, which then goes to the end.
    """

    text: str
    branches: tuple[tuple[Piece, ...], ...]
    unread: str = ""
    is_flat: bool = False
    is_open: bool = False


def part(text: str, *, as_typed: bool = False) -> Pieces:
    """Part a query into its pieces; marks of quotation of every language are one.

    A sign that stands alone, as a dash between two words, is no piece where its branch has others. Where the letters
    count `as_typed`, no word is parted by its signs.
    """
    text = " ".join(unicodedata.normalize("NFC", text.replace("\x00", " ")).split())
    cut = ""
    if len(text) > LONGEST_QUERY:
        place = text.rfind(" ", 0, LONGEST_QUERY + 1)
        place = place if place > 0 else LONGEST_QUERY
        text, cut = text[:place], text[place:].strip()[:LONGEST_QUERY]
    asked = text.translate(_QUOTES)
    read, is_flat = (asked, False) if as_typed else multiplied_out(asked)
    most = MOST_PIECES if read == asked else MOST_ASKED + MOST_ALTERNATIVES
    found = _PIECE.findall(_read(read, as_typed))
    branches: list[list[Piece]] = [[]]
    for piece in found[:most] if as_typed else _without_words_for_signs(found[:most]):
        if piece in OPERATORS:
            branches.append([])
        else:
            branches[-1].append(Piece(piece))
    kept = tuple(telling for branch in branches if (telling := _telling(branch)))
    is_open = not cut and any(map(_OPEN_PHRASE.fullmatch, found[:most]))
    return Pieces(text, kept, " ".join([*found[most:], *([cut] if cut else [])]), is_flat, is_open)


def _without_words_for_signs(pieces: Sequence[str]) -> list[str]:
    """The pieces without AND, without bars that part no alternatives, and with a minus in place of NOT."""
    if _are_a_headline(pieces):
        return list(pieces)
    if not _BARS.isdisjoint(pieces) and _most_between_bars(pieces) > _MOST_BESIDE_BAR:
        pieces = [piece for piece in pieces if piece not in _BARS]
    kept: list[str] = []
    is_left_out = False
    for place, piece in enumerate(pieces):
        is_last = place + 1 == len(pieces)
        if piece == NOT and not is_last:
            is_left_out = True
        elif piece in OPERATORS:
            kept.append(piece)
            is_left_out = False
        elif piece not in AND or len(pieces) == 1:
            kept.append(f"-{piece}" if is_left_out and not piece.startswith("-") else piece)
            is_left_out = False
    return kept


def _are_a_headline(pieces: Sequence[str]) -> bool:
    """Whether these are words in capitals alone, among which AND and NOT are words too."""
    if not pieces or not all(piece.isupper() for piece in pieces):
        return False
    place = pieces.index(NOT) if NOT in pieces else 1
    return not place or len(pieces) > _LONGEST_OF_ACRONYMS or pieces[place - 1] in _BEFORE_A_WORD


def _most_between_bars(pieces: Sequence[str]) -> int:
    """How many pieces the longest row between bars has."""
    rows = [0]
    for piece in pieces:
        rows.append(0) if piece in _BARS else rows.append(rows.pop() + 1)
    return max(rows)


def _read(text: str, as_typed: bool) -> str:
    """The text with blanks where words are parted by something else."""
    if as_typed:
        return _DASHES.sub(" ", text)
    text = _LETTERS.sub(lambda word: _in_one_alphabet(word[0]), text.translate(_EASTERN_FIGURES))
    text = _BEGUN_IN_MARKS.sub(r"\1\2", _GROUPS.sub(_in_groups, text))
    text = _LEFT_OUT.sub(lambda word: _PARTING.sub(" -", word[0]), text)
    text = _GLUED.sub(lambda glued: glued[1] if glued[2].islower() else f"{glued[1]} ", text)
    return _WORD.sub(lambda word: _parted(word[0]), text)


def _parted(word: str) -> str:
    """A word parted at its signs; «OR» in “#PORTS_OR_ROADS” is a word, and no operator."""
    parts = _PARTING.sub(" ", word)
    if len(parts.split()) < 2:
        return parts
    return " ".join(
        part.lower() if part in _IN_SIGNS else part for part in parts.split() if part.lower() not in OPERATORS
    )


def _in_groups(number: re.Match[str]) -> str:
    """A number in groups of three figures: 2 000 with signs between them, 140 000 as one, which has that form too."""
    groups = number[0].split()
    return ",".join(groups) if _YEAR.fullmatch("".join(groups)) else "".join(groups)


def _in_one_alphabet(word: str) -> str:
    """A word with the letters of another alphabet that look like its own put right: «Bолкова» with a Latin B."""
    if word.isascii():
        return word
    cyrillic, latin = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word))
    if not cyrillic or not latin:
        return word
    right = word.translate(_TO_CYRILLIC if cyrillic > latin else _TO_LATIN)
    return right if not (_CYRILLIC.search(right) and _LATIN.search(right)) else word


def _telling(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Those with a letter or a digit; where none has, all but dashes."""
    telling = [piece for piece in pieces if fold(piece.text)]
    return tuple(telling or [piece for piece in pieces if piece.text != "-"])


def joined(pieces: Sequence[Piece]) -> str:
    """Pieces as words to be looked up; “Or”, which is gold, is no operator to PostgreSQL either."""
    return " ".join(
        f'"{piece.word}"' if piece.is_held or piece.word.casefold() == "or" else piece.word
        for piece in pieces
    )
