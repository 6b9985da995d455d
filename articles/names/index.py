"""The names on record by their first two words: from a text's words to the records that may stand there."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from articles.names.fold import script_of
from articles.names.inflect import is_clitic, is_form_of, is_patronymic, token_key
from articles.names.tokens import DROPPED, name_tokens
from articles.names.words import Token, Words
from articles.vocabulary import AgentKind, NameForm

_ACRONYM_LETTERS = 6
CONJUNCTIONS = frozenset({"и", "et", "and", token_key("и")})
# Two brothers share a surname in the plural: it names neither of them alone.
RUSSIAN_PLURAL = re.compile(r"(?:ие|их|ими|ых|ыми|(?:ов|ев|ин|ын)ы)$")
_PLAIN_NAME = re.compile(r"[\w\s'’ʼ‘\-‐‑–—]*")


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name on record: whose it is, how it is written,
    its kind (AgentKind), form (NameForm), language code."""

    agent: Hashable
    text: str
    kind: str
    form: str
    language: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A name made ready for comparison; `plain` says that it holds nothing but letters, blanks and
    hyphens."""

    name: KnownName
    words: tuple[str, ...]
    is_acronym: bool
    plain: bool

    @property
    def is_person(self) -> bool:
        return self.name.kind == AgentKind.PERSON


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first` to `last` (excluded) of a text that read like a name; `start`, `end` are code points.

    `is_turned`: the family name comes first. `is_loose`: there is an unknown word inside.
    """

    entry: Entry
    indices: tuple[int, ...]
    start: int
    end: int
    has_article: bool = False
    is_turned: bool = False
    is_loose: bool = False

    @property
    def first(self) -> int:
        return self.indices[0]

    @property
    def last(self) -> int:
        return self.indices[-1] + 1


def _entry(name: KnownName) -> Entry | None:
    words = name_tokens(name.text)
    if not words:
        return None
    letters = name.text.strip()
    short = len(words) == 1 and len(letters) <= _ACRONYM_LETTERS and letters.isupper()
    acronym = name.kind != AgentKind.PERSON and (name.form == NameForm.ACRONYM or short)
    return Entry(name, words, acronym, _PLAIN_NAME.fullmatch(letters) is not None)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read an entry: its words in the order in which a text may have them."""

    entry: Entry
    words: tuple[str, ...]
    is_turned: bool


def _readings_of(entry: Entry) -> Iterator[_Reading]:
    yield _Reading(entry, entry.words, is_turned=False)
    if entry.is_acronym and len(entry.words) == 1 and 1 < len(entry.words[0]) <= _ACRONYM_LETTERS:
        yield _Reading(entry, tuple(entry.words[0]), is_turned=False)
    if entry.is_person and len(entry.words) > 1:
        short = tuple(word for word in entry.words if not is_patronymic(word))
        if 1 < len(short) < len(entry.words):
            yield _Reading(entry, short, is_turned=False)
        bare = tuple(word for word in short[1:] if word not in DROPPED)
        if 0 < len(bare) < len(short) - 1 and script_of(short[0]) != "Arab":
            yield _Reading(entry, (short[0], *bare), is_turned=False)
        if len(short) == 2 and short[0] != short[1] and script_of(short[0]) != "Arab":
            yield _Reading(entry, short[::-1], is_turned=True)


_Followers = dict[str, list[_Reading]]
_Head = tuple[int, str, list[_Reading], _Followers, bool]


class _Heads(dict[Token, list[_Head]]):
    """Token → the ways in which names begin with it: (letters before it, key, names of that one word, longer
    names by the key of their second word, whether persons are among these).

    Worked out once for each token that is met; forgets all when it has grown too large.
    """

    _MOST = 1 << 15

    def __init__(self) -> None:
        super().__init__()
        self.single: _Followers = {}
        self.longer: dict[str, _Followers] = {}
        self.persons: set[str] = set()

    def __missing__(self, token: Token) -> list[_Head]:
        if len(self) >= self._MOST:
            self.clear()
        heads = self[token] = [
            (offset, key, self.single.get(key, []), self.longer.get(key, {}), key in self.persons)
            for offset, key in token.readings
            if key in self.single or key in self.longer
        ]
        return heads


class NameIndex:
    """All names on record; a person's single-word names are kept apart, they never link by themselves.

    A name is looked up by the keys of its first word and of its second: each word of a text is looked at
    once, and most begin no name.
    """

    def __init__(self, names: Iterable[KnownName]) -> None:
        self.by_agent: dict[Hashable, list[Entry]] = {}
        self.given_names: set[str] = set()
        self._heads = _Heads()
        for name in names:
            entry = _entry(name)
            if entry is None:
                continue
            self.by_agent.setdefault(name.agent, []).append(entry)
            if entry.is_person and len(entry.words) < 2:
                continue
            if entry.is_person:
                self.given_names.add(entry.words[0])
            for reading in _readings_of(entry):
                self._add(reading)

    def _add(self, reading: _Reading) -> None:
        first, *others = (token_key(word) for word in reading.words[:2])
        if reading.entry.is_person:
            self._heads.persons.add(first)
        table = self._heads.longer.setdefault(first, {}) if others else self._heads.single
        table.setdefault(others[0] if others else first, []).append(reading)

    def candidates(self, words: Words) -> Iterator[Candidate]:
        """Every place where words read like a name on record, overlapping ones too."""
        tokens, heads = words.tokens, self._heads
        keys = [token.key for token in tokens]
        keys.append("")
        places = [(first, ways) for first, ways in enumerate(map(heads.__getitem__, tokens)) if ways]
        for first, ways in places:
            for offset, _, single, longer, of_persons in ways:
                if single:
                    yield from _matches(words, (first,), offset, single)
                if readings := longer.get(keys[first + 1]):
                    yield from self._straight(words, first, offset, readings)
                if of_persons and first + 2 < len(tokens):
                    if tokens[first + 1].may_be_middle:
                        yield from self._past_middle(words, first, offset, longer)
                    elif keys[first + 1] in CONJUNCTIONS and first + 3 < len(tokens):
                        yield from self._before_and(words, first, longer)

    def _straight(
        self, words: Words, first: int, offset: int, readings: list[_Reading]
    ) -> Iterator[Candidate]:
        """Names whose words all stand side by side."""
        for reading in readings:
            last = first + len(reading.words)
            if last <= len(words):
                yield from _matches(words, tuple(range(first, last)), offset, [reading])

    def _past_middle(self, words: Words, first: int, offset: int, longer: _Followers) -> Iterator[Candidate]:
        """Persons between whose first two words a father's name, initials or one unknown name stand."""
        second = _past_middle_names(words, first + 1)
        is_loose = second == first + 1
        if is_loose:
            if not words.is_capital(second):
                return
            second += 1
        if second >= len(words):
            return
        for reading in longer.get(words.tokens[second].key, ()):
            if reading.entry.is_person and not (is_loose and len(reading.words) > 2):
                indices = _following(words, first, second, len(reading.words))
                if indices:
                    yield from _matches(words, indices, offset, [reading], is_loose=is_loose)

    def _before_and(self, words: Words, first: int, longer: _Followers) -> Iterator[Candidate]:
        """Persons whose given name stands before another's: «Аркадий и Борис Стругацкие», «Bill and Hillary
        Clinton»; the find is the given name."""
        surname = first + 3
        if not (words.is_capital(first + 2) and words.is_capital(surname)):
            return
        if any(words.gap_before(index).strip() for index in range(first + 1, surname + 1)):
            return
        given, family = words.words[first], words.words[surname]
        for reading in longer.get(words.tokens[surname].key, ()):
            name = reading.words
            if len(name) != 2 or reading.is_turned or not reading.entry.is_person:
                continue
            if is_form_of(given, name[0]) and is_form_of(family, name[1]):
                of_both = family != name[1] and RUSSIAN_PLURAL.search(family) is not None
                start, end = words.starts[first], words.ends[first]
                yield Candidate(reading.entry, (first,), start, end, is_loose=not of_both)


def _past_middle_names(words: Words, index: int) -> int:
    """The first word from `index` on that is neither a father's name, nor an initial, nor an article."""
    while index < len(words) and (
        is_patronymic(words.words[index])
        or words.tokens[index].key in ("al", "аль")
        or _is_middle_initial(words, index)
    ):
        index += 1
    return index


def _is_middle_initial(words: Words, index: int) -> bool:
    after = words.ends[index] if len(words.words[index]) == 1 else 0
    return after > 0 and words.is_capital(index) and words.text[after : after + 1] == "."


def _following(words: Words, first: int, second: int, count: int) -> tuple[int, ...]:
    """The words that face a name's: the first, the second and those after it; empty at the text's end."""
    indices = [first, second]
    while len(indices) < count:
        indices.append(_past_middle_names(words, indices[-1] + 1))
    return tuple(indices) if indices[-1] < len(words) else ()


def _matches(
    words: Words,
    indices: tuple[int, ...],
    offset: int,
    readings: Iterable[_Reading],
    *,
    is_loose: bool = False,
) -> Iterator[Candidate]:
    for reading in readings:
        if found := _match(words, indices, offset, reading, is_loose=is_loose):
            yield found


def _match(
    words: Words, indices: tuple[int, ...], offset: int, reading: _Reading, *, is_loose: bool = False
) -> Candidate | None:
    """The candidate at these words, when they are forms of the name's words."""
    texts = [words.words[i] for i in indices]
    name = reading.words
    entry, end = reading.entry, words.ends[indices[-1]]
    if script_of(name[0]) == "Arab":
        cut = _arabic_cut(texts[0], name[0])
        if cut is None or any(token_key(t) != token_key(n) for t, n in zip(texts[1:], name[1:], strict=True)):
            return None
        before, article = cut
        return Candidate(entry, indices, words.place(indices[0], before), end, article, is_loose=is_loose)
    if offset or not all(is_form_of(text, word) for text, word in zip(texts, name, strict=True)):
        return None
    start = words.starts[indices[0]]
    return Candidate(entry, indices, start, end, is_turned=reading.is_turned, is_loose=is_loose)


def _arabic_cut(text: str, name: str) -> tuple[int, bool] | None:
    """(letters before the name in the word,
    whether the word has the article), or None when it is another word."""
    has_article = name.startswith("ال") and len(name) > 3
    bare = name[2:] if has_article else name
    # The first letters of a foreign name (Aligo) are no article, whatever stands before it.
    if has_article and text.endswith(name) and is_clitic(text[: -len(name)]):
        return len(text) - len(name), True
    if not text.endswith(bare):
        return None
    prefix = text[: len(text) - len(bare)]
    if not is_clitic(prefix):
        return None
    article = prefix.endswith("ال")
    return len(prefix) - 2 * article, article or prefix.endswith("لل")
