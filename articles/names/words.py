"""A text as words: how each is folded and written, and where it stands; most of this is known beforehand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from articles.names.fold import IGNORED, MARKS, fold_unspaced, fold_word, folded_length, script_of
from articles.names.inflect import is_patronymic, token_key, word_readings
from articles.names.offices import is_office_word

# «عبدالله» is read as two words, the way its full spelling «عبد الله» is.
FOLDED_WORD = re.compile(r"[وفبلك]{0,2}عبد(?=ال\S{2})|\S+")
"""A word of a folded text."""

# A word of the source, from which nearly always one folded word comes: letters, digits and signs that fold
# to letters, with the marks among them.
_LETTERS = r"\w\u2100-\u214f\u2460-\u24ff\u3200-\u33ff"
_SOURCE_WORD = re.compile(
    rf"[{_LETTERS}](?:[{_LETTERS}{MARKS}]+|[{IGNORED}][{IGNORED}{MARKS}]*(?=[{_LETTERS}]))*"
)
# Signs that folding joins words over, splits them at, or drops at their edges: such texts are read slowly.
_UNEVEN_SIGNS = ("¬", "\u00ad", "_", "ـ", "-\n", "‐\n")
_DROP_IGNORED = str.maketrans(dict.fromkeys(IGNORED, ""))
_MOST = 1 << 15
_is_regular = attrgetter("is_regular")


class Token:
    """A word wherever it stands: `text` folded, its `script`, its first letter as written, `key` (see `token_key`).

    `readings` are those of `word_readings`. Two tokens are equal when they are the same object.
    """

    __slots__ = (
        "announces",
        "is_capital",
        "is_lower",
        "is_regular",
        "key",
        "may_be_middle",
        "readings",
        "script",
        "text",
    )

    def __init__(self, text: str, initial: str) -> None:
        self.text = text
        self.script = script_of(text)
        self.key = token_key(text)
        self.readings = word_readings(text)
        self.is_capital = initial.isupper()
        self.is_lower = initial.islower()
        # Between a given name and a surname: a father's name, an initial, another given name, an article.
        self.may_be_middle = self.is_capital or is_patronymic(text) or self.key in ("al", "аль")
        # A surname may follow: after a title, or after an initial.
        self.announces = (len(text) == 1 and self.is_capital) or is_office_word(self.readings)
        # Folding may make two words of one, or none; these are told apart letter by letter.
        self.is_regular = FOLDED_WORD.findall(text) == [text]


class _Tokens(dict[str, Token]):
    """Word as written → its token, worked out once for each; forgets all when it has grown too large."""

    def __missing__(self, word: str) -> Token:
        if len(self) >= _MOST:
            self.clear()
        token = self[word] = Token(fold_word(word), word[0])
        return token


class _UnevenTokens(dict[tuple[str, str], Token]):
    """The same for (folded word, its first letter as written)."""

    def __missing__(self, pair: tuple[str, str]) -> Token:
        if len(self) >= _MOST:
            self.clear()
        token = self[pair] = Token(*pair)
        return token


_TOKENS = _Tokens()
_UNEVEN_TOKENS = _UnevenTokens()


@dataclass
class Words:
    """A text cut into words; `written` are they as they stand, or their spans where these were needed."""

    text: str
    tokens: list[Token]
    written: list[str]
    known_spans: list[tuple[int, int]] | None = None

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def words(self) -> list[str]:
        """The folded words."""
        return [token.text for token in self.tokens]

    @cached_property
    def starts(self) -> list[int]:
        """Where the words begin (code points); worked out only where a name may stand."""
        if self.known_spans is not None:
            return [start for start, _ in self.known_spans]
        starts, place, find = [], 0, self.text.find
        for word in self.written:
            place = find(word, place)
            starts.append(place)
            place += len(word)
        return starts

    @cached_property
    def ends(self) -> list[int]:
        """Where the words end, excluded."""
        if self.known_spans is not None:
            return [end for _, end in self.known_spans]
        return [start + len(word) for start, word in zip(self.starts, self.written, strict=True)]

    def place(self, index: int, offset: int) -> int:
        """The code point of the text that the folded word's letter at `offset` comes from."""
        place = self.starts[index]
        while offset > 0 or not folded_length(self.text[place]):
            offset -= folded_length(self.text[place])
            place += 1
        return place

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.tokens[index].is_capital

    def gap_before(self, index: int) -> str:
        """What stands between this word and the one before it (the text before the first word); signs that
        cannot be seen, such as directions and joiners, are left out."""
        return _visible(self.text[self.ends[index - 1] if index else 0 : self.starts[index]])

    def gap_after(self, index: int) -> str:
        """What stands between this word and the next (the text after the last word)."""
        until = self.starts[index + 1] if index + 1 < len(self.starts) else None
        return _visible(self.text[self.ends[index] : until])

    def is_initial(self, index: int) -> bool:
        """Whether the word opens a sentence, a quotation or the text, so that its capital says nothing."""
        gap = self.gap_before(index)
        if index == 0:
            return True
        if "." in gap and len(self.words[index - 1]) == 1:
            return False
        return any(sign in gap for sign in '.!?…:«"“”„—–\n؟')

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The words that begin in the span of the text, as a range of indices."""
        return bisect_right(self.starts, start - 1), bisect_right(self.starts, end - 1)

    @cached_property
    def in_headline_case(self) -> bool:
        """Whether most longer words begin with a capital,
        as English headlines do: capitals then tell nothing."""
        cased = [t for t in self.tokens if len(t.text) > 3 and (t.is_capital or t.is_lower)]
        return len(cased) > 2 and sum([t.is_capital for t in cased]) > 0.75 * len(cased)

    @cached_property
    def lower_case(self) -> frozenset[str]:
        """The folded words that the text writes without a capital."""
        return frozenset([token.text for token in self.tokens if token.is_lower])


def _visible(gap: str) -> str:
    return gap if gap.isascii() else gap.translate(_DROP_IGNORED)


def words_of(text: str) -> Words:
    """Cut a text into folded words with their places; apostrophes and hyphens are boundaries."""
    if not any(sign in text for sign in _UNEVEN_SIGNS):
        written = _SOURCE_WORD.findall(text)
        tokens = [_TOKENS[word] for word in written]
        if all(map(_is_regular, tokens)):
            return Words(text, tokens, written)
    return words_of_uneven(text)


def words_of_uneven(text: str) -> Words:
    """The same, letter for letter, for texts in which folding splits, joins or drops words."""
    folded = fold_unspaced(text)
    found = [match.span() for match in FOLDED_WORD.finditer(folded.text)]
    spans = [folded.source_span(*span) for span in found]
    pairs = [(folded.text[start:end], text[folded.offsets[start]]) for start, end in found]
    written = [text[start:end] for start, end in spans]
    return Words(text, [_UNEVEN_TOKENS[pair] for pair in pairs], written, spans)
