"""The names on record as one automaton: from a text's words to the records that may stand there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import ahocorasick

from articles.names.fold import script_of
from articles.names.inflect import is_clitic, is_form_of, is_patronymic, token_key
from articles.names.tokens import Words, name_tokens
from articles.vocabulary import AgentKind, NameForm

_ACRONYM_LETTERS = 6
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
    """Words `first` to `last` (excluded) of a text that read like a name; `start`, `end` are code points."""

    entry: Entry
    indices: tuple[int, ...]
    start: int
    end: int
    has_article: bool

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


def _keys_of(entry: Entry) -> Iterator[str]:
    """The keys under which an entry is looked up,
    blank-padded; Arabic ones open, for a clitic may precede."""
    readings = [entry.words]
    if entry.is_acronym and len(entry.words) == 1 and len(entry.words[0]) <= _ACRONYM_LETTERS:
        readings.append(tuple(entry.words[0]))
    if entry.is_person and len(entry.words) > 2:
        readings.append(tuple(word for word in entry.words if not is_patronymic(word)))
    for words in dict.fromkeys(readings):
        key = " ".join(map(token_key, words)) + " "
        yield key if script_of(words[0]) == "Arab" else " " + key


class NameIndex:
    """All names on record; a person's single-word names are kept apart, they never link by themselves."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self.by_agent: dict[Hashable, list[Entry]] = {}
        self.given_names: set[str] = set()
        self._automaton = ahocorasick.Automaton()
        for name in names:
            entry = _entry(name)
            if entry is None:
                continue
            self.by_agent.setdefault(name.agent, []).append(entry)
            if entry.is_person and len(entry.words) < 2:
                continue
            if entry.is_person:
                self.given_names.add(entry.words[0])
            for key in _keys_of(entry):
                self._automaton.get(key, None) or self._automaton.add_word(key, [])
                self._automaton.get(key).append(entry)
        self._automaton.make_automaton()

    def candidates(self, words: Words) -> Iterator[Candidate]:
        """Every place where words read like a name on record, overlapping ones too."""
        if not len(self._automaton) or not len(words):
            return
        yield from self._scan(words, range(len(words)))
        if kept := _without_middle_names(words):
            yield from (c for c in self._scan(words, kept) if c.entry.is_person)

    def _scan(self, words: Words, kept: Sequence[int]) -> Iterator[Candidate]:
        keys = words.keys if isinstance(kept, range) else [words.keys[i] for i in kept]
        joined = " " + " ".join(keys) + " "
        places = list(accumulate((len(key) + 1 for key in keys), initial=1))
        for stop, entries in self._automaton.iter(joined):
            for entry in entries:
                if found := _candidate(words, kept, places, stop, entry):
                    yield found


def _candidate(
    words: Words, kept: Sequence[int], places: list[int], stop: int, entry: Entry
) -> Candidate | None:
    """The candidate that ends where the automaton stopped, when its words are forms of the name's words."""
    count = len(entry.words)
    after = bisect_right(places, stop)
    sizes = (count, len(entry.words[0])) if entry.is_acronym else (count, count - 1)
    for size in sizes:
        first = after - size
        if first < 0 or size < 1:
            continue
        indices = tuple(kept[first:after])
        if found := _match(words, indices, entry):
            return found
    return None


def _match(words: Words, indices: tuple[int, ...], entry: Entry) -> Candidate | None:
    texts = [words.words[i] for i in indices]
    end = words.ends[indices[-1]]
    if entry.is_acronym and len(texts) > len(entry.words) == 1:
        whole = "".join(texts) == entry.words[0] and all(len(text) == 1 for text in texts)
        return Candidate(entry, indices, words.starts[indices[0]], end, False) if whole else None
    name = _aligned(texts, entry)
    if name is None:
        return None
    if script_of(name[0]) == "Arab":
        cut = _arabic_cut(texts[0], name[0])
        if cut is None or not all(
            token_key(t) == token_key(n) for t, n in zip(texts[1:], name[1:], strict=True)
        ):
            return None
        offset, article = cut
        return Candidate(
            entry, indices, words.folded.offsets[words.fold_starts[indices[0]] + offset], end, article
        )
    if not all(is_form_of(text, word) for text, word in zip(texts, name, strict=True)):
        return None
    return Candidate(entry, indices, words.starts[indices[0]], end, False)


def _aligned(texts: list[str], entry: Entry) -> list[str] | None:
    """The name's words that face the text's words: without father's names when the text has none."""
    name = list(entry.words)
    if len(texts) == len(name):
        return name
    if entry.is_person:
        shorter = [word for word in name if not is_patronymic(word)]
        if len(shorter) == len(texts):
            return shorter
    return None


def _arabic_cut(text: str, name: str) -> tuple[int, bool] | None:
    """(letters before the name in the word,
    whether the word has the article), or None when it is another word."""
    bare = name[2:] if name.startswith("ال") and len(name) > 3 else name
    if not text.endswith(bare):
        return None
    prefix = text[: len(text) - len(bare)]
    if not is_clitic(prefix):
        return None
    article = prefix.endswith("ال")
    return len(prefix) - 2 * article, article or prefix.endswith("لل")


def _without_middle_names(words: Words) -> list[int]:
    """The words without fathers' names and initials, or nothing when there are none of these."""
    text = words.text
    kept = [
        index
        for index, word in enumerate(words.words)
        if not (is_patronymic(word) if len(word) > 5 else _is_middle_initial(words, index, word, text))
    ]
    return kept if len(kept) < len(words) else []


def _is_middle_initial(words: Words, index: int, word: str, text: str) -> bool:
    return (
        len(word) == 1 and words.is_capital(index) and text[words.ends[index] : words.ends[index] + 1] == "."
    )
