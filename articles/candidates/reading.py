"""Reading a field into words: how each is capitalised, whether it opens a sentence, what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as made
from functools import lru_cache
from operator import attrgetter

from articles.names.fold import fold
from articles.names.tokens import PARTICLES, TITLES

_TOKEN = re.compile(
    r"""
      # letters between blanks, as most words: none of what follows could begin there and read otherwise
      [^\W\d_]++(?=[\s,])
      # elision; before a consonant a capital begins a name: «M’barek», «N’golo»
    | (?:(?:[lLdDjJsScCtT]|[qQ]u)['’]|[nm]['’](?=[a-zà-ÿ])
        |[NM]['’](?=[aeiouyà-ÿœ]|h(?:[éeoy]|um|abi|is)))(?=[^\W\d_«"“])
      # titles
    | \b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Mgr)\.(?=\s)
      # initials before a surname
    | (?:[A-ZÀ-ÞА-ЯЁ]\.[ \u00a0]?-?){2,4}(?=[A-ZÀ-ÞА-ЯЁ][a-zà-ÿа-яё’'])
      # initials, dotted acronym
    | [A-ZÀ-ÞА-ЯЁ]\.(?:-?[A-ZÀ-ÞА-ЯЁ]\.)*
      # a word with its hyphens, broken at a line's end or vowelled; the address of a site
    | [^\W\d_](?:[^\W_]|¬\s+|[\u064b-\u0652\u0640])*
      (?:(?:['’](?!s\b)|[-‐‑])[^\W_]+)*(?:\.(?:com|org|net|fr|ru|ma|info|ру)\b)?
    | \d+(?:[.,]\d+)*
    | [^\s\w]|_
    """,
    re.VERBOSE,
)
_start, _end = attrgetter("start"), attrgetter("end")
_ENDS = frozenset(".!?…:؟\n")
_OPENING = frozenset('«"“„‘—–-•*')


@dataclass(slots=True)
class Word:
    """One token; `shape` is C capitalised, U all capitals, I initials, e elided, l lower, d digits, p sign."""

    text: str
    start: int
    end: int
    shape: str
    initial: bool
    """Whether it opens a sentence, a line or a quotation, so that its capital tells nothing."""
    glued: bool
    """Whether nothing stands between it and the word before."""
    broken: bool
    """Whether a line ends before it."""
    folded: str
    capital: bool


# Before the letters of the sun the Arabic article sounds otherwise: «ас-Сувайдани», «ash-Shamsi».
_ARTICLES = PARTICLES | frozenset("as ash ach at ad an ar az ас аш ат ад ан ар аз".split())


def _shape(text: str) -> str:
    first = text[0]
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "p"
    if len(text) > 1 and text[-1] in "'’":
        return "e"
    if text[-1] == "." and text[1:2].islower():
        return "C"
    if text[-1] == "." or (
        len(text) > 3 and "." in text and text.replace(".", "").replace(" ", "").isupper()
    ):
        return "I"
    if first.isupper():
        return "U" if len(text) > 1 and text.isupper() else "C"
    if "-" in text:
        head, tail = text.split("-", 1)
        if fold(head) in _ARTICLES and tail[:1].isupper():
            return "C"
    return "l"


@dataclass(slots=True)
class Reading:
    """A field cut into words; `claimed[i]` tells that a word belongs to a name already."""

    field: str
    text: str
    words: list[Word]
    claimed: list[bool]
    loud: bool
    """Whether capitals tell nothing here: a heading in capitals, or English headline case."""
    is_heading: bool = False
    """Whether every longer word of it has a capital, as English headlines write them."""
    upper: bool = False
    """Whether all of it stands in capitals."""
    lower: frozenset[str] = frozenset()
    """The folded words that some field of the text writes in lower case."""
    named: frozenset[str] = frozenset()
    """The folded words that running text of some field writes with a capital within a sentence."""
    said: frozenset[str] = frozenset()
    """Arabic: the folded words that stand right after a verb of saying somewhere in the text."""
    rows: Counter[str] = made(default_factory=Counter)
    """How often each folded word, and each two in a row, stand in the field, once they were counted."""

    def adjacent(self, index: int) -> bool:
        """Whether the word follows the one before it with at most blanks between, on one line."""
        return 0 < index < len(self.words) and not self.words[index].broken

    def claim(self, first: int, last: int) -> None:
        """Mark the words [first, last) as belonging to a name."""
        for index in range(first, last):
            self.claimed[index] = True

    def free(self, first: int, last: int) -> bool:
        """Whether no word of [first, last) belongs to a name yet."""
        return not any(self.claimed[first:last])

    def stands_again(self, first: int, last: int) -> bool:
        """Whether the words [first, last), one or two, stand in the field again, with a letter joined or without."""
        if not self.rows:
            self.rows.update(_rows(self.words))
        return self.rows[" ".join(self.folded(index) for index in range(first, last))] > 1

    def exact(self, first: int, last: int) -> str:
        """The text of the words [first, last)."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def folded(self, index: int) -> str:
        """The folded word at `index`; empty outside the field."""
        return self.words[index].folded if 0 <= index < len(self.words) else ""

    def sign(self, index: int) -> str:
        """The word at `index` as written; empty outside the field."""
        return self.words[index].text if 0 <= index < len(self.words) else ""


def _rows(words: list[Word]) -> Iterator[str]:
    """Each word and each two of them, folded; once more without the letter that Arabic joins."""
    for index, word in enumerate(words):
        following = words[index + 1].folded if index + 1 < len(words) else ""
        for folded in {word.folded, word.folded[1:] if word.folded[:1] in _JOINED else word.folded}:
            yield folded
            yield f"{folded} {following}"


_JOINED = frozenset("وفبلك")


@lru_cache(maxsize=1 << 15)
def _token(matched: str) -> tuple[str, str, str, bool, bool, bool]:
    """(token, shape, folded, capital, whether it is a sign, whether it is one after which a sentence opens)."""
    token = matched.rstrip(" \u00a0-") or matched
    folded = fold(token)
    shape = _shape(token) if folded else "p"  # «ـ», «ʻ»: letters to Unicode, of which no word is made
    opens = token in _ENDS or token in _OPENING
    return token, shape, folded, shape in "CU", shape == "p", opens


def _words(text: str) -> Iterator[Word]:
    end = after = 0
    initial = True
    for matched in _TOKEN.findall(text):
        start = text.find(matched, after)
        after = start + len(matched)
        token, shape, folded, capital, is_sign, opens = _token(matched)
        glued = start == end
        broken = not glued and text.find("\n", end, start) >= 0
        end = start + len(token)
        yield Word(token, start, end, shape, initial or broken, glued, broken, folded, capital)
        initial = is_sign and (initial or opens)


def _is_loud(words: list[Word]) -> bool:
    cased = [word for word in words if len(word.text) > 3 and word.shape in "CUl"]
    return len(cased) > 3 and sum(word.shape != "l" for word in cased) > 0.75 * len(cased)


def read(name: str, text: str, taken: Iterable[tuple[int, int]]) -> Reading:
    """Cut the field `name` into words; those in the spans `taken` are claimed from the start."""
    words = list(_words(text))
    claimed = [False] * len(words)
    for start, end in taken:
        first, last = bisect_right(words, start, key=_end), bisect_left(words, end, key=_start)
        claimed[first:last] = [True] * (last - first)
    loud = _is_loud(words)
    return Reading(name, text, words, claimed, loud, loud or _has_long_capitals(words), text.isupper())


def _has_long_capitals(words: list[Word]) -> bool:
    return not any(word.shape == "l" and len(word.text) > 3 for word in words)


def is_title(word: Word) -> bool:
    """Whether the word is a form of address («M.», «Mme», «господин»)."""
    return word.folded in ADDRESS


ADDRESS = frozenset(
    "m mm mr mrs ms mme mlle dr pr me monsieur madame mademoiselle maitre docteur sir lord lady mgr "
    "professeur cheikh "
    "господин госпожа господина госпожи господину господином г гн sheikh prof rev judge mister miss maj "
    "gen col lt sgt capt sen rep gov mgr".split()
)
RANKS = TITLES | ADDRESS
