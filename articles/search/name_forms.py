"""The forms in which a reader writes a name on record: inflected, behind a clitic, with given names or initials."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from itertools import product

from rapidfuzz.distance import Levenshtein

from articles.models import Agent
from articles.names import fold, romanise, similarity
from articles.names.fold import script_of
from articles.names.inflect import is_form_of, is_patronymic, word_readings
from articles.names.initials import DIGRAPHS, may_begin_one
from articles.names.nominatives import nominatives
from articles.names.regnal import with_roman
from articles.names.romanise import given_with_e, is_oglu
from articles.names.tokens import PARTICLES, surname_of
from articles.search.common_words import COMMON, is_common, is_honorific
from articles.search.pieces import Piece
from articles.search.titles import (
    is_a_surname_there,
    is_title,
    is_title_behind_an_article,
    is_title_of_two_words,
    width_of_title,
)
from articles.vocabulary import AgentKind

#: So many keys of a run of words are looked up, at most.
MOST_KEYS = 200
#: As alike as this, a word is the name that it stands for in another script; Arabic leaves vowels out.
LIKE_GIVEN, LIKE_ARABIC = 0.9, 0.84
#: Beside the surname, a given name of many letters, or in Arabic ones, so much.
LIKE_LONG_GIVEN, LIKE_ARABIC_GIVEN = 0.86, 0.82
#: Of less, a given name is another's.
LIKE_AT_ALL = 0.6
#: A word of fewer letters is in no other case than it stands.
_SHORTEST_INFLECTED = 4
_SHORTEST_GIVEN, _LONG_ENOUGH = 3, 6
_MOST_INITIALS = 3
_INITIALS = re.compile(
    rf"(?:(?:[^\W\d_]\.?|(?:{'|'.join(sorted(DIGRAPHS, reverse=True))})\.)[ -]?){{1,3}}", re.IGNORECASE
)
_DOUBLED, _LAST_VOWEL = re.compile(r"(.)\1+"), re.compile(r"[aeoаеоя]$")
_DIN = "الدين"
_HYPHEN = re.compile(r"[-‐‑]")
#: What Arabic names in Latin letters have before a word, or joined to it: El Himma, Elhimma; Ben Kirane, Benkirane.
_PARTICLES = (
    "el",
    "al",
    "ben",
    "bin",
    "bou",
    "abou",
    "abd",
    "ait",
    "ould",
    "عبد",
    "ابو",
    "ابي",
    "ابا",
    "بن",
    "ولد",
    "ايت",
)
_ARTICLES = ("el", "al")
_LETTERS = ("n", "m")
_WITHOUT_APOSTROPHE = re.compile(r"[nm][bcdfgjklpqrtvxz][^\W\d_]")


def keys_of(pieces: Sequence[Piece], most: int = MOST_KEYS) -> list[str]:
    """The folded keys under which a run of words may be on record: as typed first, then as it may be inflected.

    About `most` of them.
    """
    typed = fold(" ".join(piece.plain for piece in pieces))
    bare = fold(" ".join(piece.word.removeprefix("-").replace('"', " ") for piece in pieces))
    readings = [list(_readings(word, is_first=not place)) for place, word in enumerate(bare.split())]
    undotted = fold(" ".join(piece.undotted for piece in pieces))
    keys = dict.fromkeys((typed, with_roman(typed), undotted, *_with_particles(bare.split())))
    # The first word is read in all ways first: of an institution it alone is inflected.
    for words in product(*reversed(readings)):
        keys[with_roman(" ".join(reversed(words)))] = None
        if len(keys) >= most:
            break
    return [key for key in keys if key]


def _with_particles(words: Sequence[str]) -> Iterator[str]:
    """The same with a particle that is written apart joined to its word, with one that is joined apart, also the
    letter of N'Dri and M'Barek (Ndri), and without an article that Arabic names may lack."""
    for place, word in enumerate(words):
        before, after = words[:place], words[place + 1 :]
        if after and (
            word in _PARTICLES or (word in _LETTERS and _WITHOUT_APOSTROPHE.match(word + after[0]))
        ):
            yield " ".join([*before, f"{word}{after[0]}", *after[1:]])
        for particle in _PARTICLES:
            rest = word.removeprefix(particle)
            if rest != word and len(rest) >= _SHORTEST_GIVEN:
                yield " ".join([*before, particle, rest, *after])
        if _WITHOUT_APOSTROPHE.match(word):
            yield " ".join([*before, word[0], word[1:], *after])
    if len(words) > 1 and words[0] in _ARTICLES:
        yield " ".join(words[1:])


def _readings(word: str, *, is_first: bool) -> Iterator[str]:
    """A folded word as it stands, then as it may stand on record."""
    yield word
    script = script_of(word)
    if script == "Cyrl" and len(word) >= _SHORTEST_INFLECTED:
        yield from nominatives(word)
    elif script == "Arab" and is_first:
        for before, key in word_readings(word):
            if before:
                yield key
                yield f"ال{key}"


def with_given_name(word: str, agents: Iterable[Agent]) -> tuple[Agent, ...]:
    """Those of these people of whom a word beside the surname is a given name or initials."""
    return tuple(
        agent
        for agent in agents
        if agent.kind == AgentKind.PERSON and is_given_name(word, [name.text for name in agent.names.all()])
    )


def is_like_given_name(word: str, agents: Iterable[Agent]) -> bool:
    """Whether a word may be a given name of one of these people, however it is spelt: Mahomed, for Magomed."""
    people = [agent for agent in agents if agent.kind == AgentKind.PERSON]
    given = {token for agent in people for name in agent.names.all() for token in _given(name.text)}
    return bool(with_given_name(word, people)) or any(
        similarity(word, token) >= LIKE_AT_ALL for token in given
    )


def is_given_name(word: str, names: Sequence[str]) -> bool:
    """Whether a word beside a surname is a given name, or its initials, of one who has these names.

    Without a capital it is only as it stands on record; a letter that is a word of its own only with its point.
    """
    if all(_HYPHEN.split(word)) and _HYPHEN.search(word) and not _is_given_name(word, names):
        return all(_is_given_name(part, names) for part in _HYPHEN.split(word))
    return _is_given_name(word, names)


def _is_given_name(word: str, names: Sequence[str]) -> bool:
    given = [token for name in names for token in _given(name)]
    in_capitals = word.isupper() and word.isalpha() and 1 < len(word) <= _MOST_INITIALS
    if in_capitals and any(fold(word) == "".join(token[0] for token in _given(name)) for name in names):
        return True
    if are_initials(word):
        # That of the father's name need not be on record.
        letter = fold(word).split()[0]
        return may_begin_one(letter, given)
    folded = fold(word).replace(" ", "")
    if len(folded) < _SHORTEST_GIVEN or is_common(word, among_capitals=True):
        return False
    script = script_of(folded)
    alike = [token for token in given if script_of(token) == script]
    if any(folded == token or (script == "Cyrl" and is_form_of(folded, token)) for token in alike):
        return True
    if word.islower():
        return False
    if alike:
        return any(_is_respelt(folded, token) for token in alike)
    return any(
        similarity(form, given_with_e(token)) >= _least_like(token, script)
        for form in dict.fromkeys(_readings(folded, is_first=True))
        for token in given
    )


def _least_like(token: str, script: str) -> float:
    """How like a given name a word in another script must be, beside the surname."""
    if "Arab" in (script, script_of(token)):
        return LIKE_ARABIC_GIVEN
    return LIKE_LONG_GIVEN if len(token) > _LONG_ENOUGH else LIKE_GIVEN


def given_names_of(agent: Agent) -> list[str]:
    """The given names of a person, as records write them."""
    if agent.kind != AgentKind.PERSON:
        return []
    return [
        word for name in agent.names.all() for word in name.text.split() if fold(word) in _given(name.text)
    ]


def of_whom_it_is_said(word: str, agents: Iterable[Agent]) -> tuple[Agent, ...]:
    """Those of these before whose name a word may stand that no text must have: a title, a particle written apart.

    An institution has no title: its president is asked for beside it.
    """
    folded = fold(word)
    if is_title(word):
        return tuple(agent for agent in agents if agent.kind == AgentKind.PERSON or is_honorific(word))
    return tuple(agents) if folded in PARTICLES and folded not in COMMON else ()


def said_before(pieces: Sequence[Piece], agents: Iterable[Agent]) -> tuple[int, tuple[Agent, ...]]:
    """How many of these pieces, the last ones, are said of some of the people whose name stands behind; and of whom."""
    agents = tuple(agents)
    if len(pieces) > 2 and is_title_behind_an_article(pieces[-3:]):
        return 3, tuple(agent for agent in agents if agent.kind == AgentKind.PERSON)
    if len(pieces) > 1 and is_title_of_two_words(pieces[-2].word, pieces[-1].plain):
        return 2, tuple(agent for agent in agents if agent.kind == AgentKind.PERSON)
    return 1, () if is_a_surname_there(pieces) else of_whom_it_is_said(pieces[-1].word, agents)


def may_be_of_father(word: str) -> bool:
    """Whether a word beside a given name is of the father's, which need not be on record: «Петрович», «П.»."""
    return are_initials(word) or is_patronymic(fold(word))


def without_titles(pieces: Sequence[Piece], recorded: Container[str] = ()) -> Sequence[Piece]:
    """Without the titles that stand before a name, none of which is among the folded words of those on record."""
    place = 0
    while place < len(pieces) - 1:
        width = width_of_title(pieces[place:-1])
        if not width or any(_stands_in(piece.plain, recorded) for piece in pieces[place : place + width]):
            break
        place += width
    return pieces[place:]


def words_of_name(pieces: Sequence[Piece], known: Collection[str]) -> Sequence[Piece]:
    """Those of a person's name that texts have; of one `known` as it stands, all.

    Not what is said before it, nor initials, nor a father's name, unless they stand in one of the known names.
    """
    if fold(" ".join(piece.plain for piece in pieces)) in known:
        return pieces
    recorded = {token for name in known for token in name.split()}
    kept = [
        piece
        for piece in without_titles(pieces, recorded)
        if (not are_initials(piece.plain) or fold(piece.plain) in recorded)
        and not is_honorific(piece.plain)
        and not (is_patronymic(fold(piece.plain)) and not _stands_in(piece.plain, recorded))
    ]
    return kept or pieces


def _stands_in(word: str, recorded: Container[str]) -> bool:
    """Whether a word, or what it is a form of, is among these."""
    return any(reading in recorded for reading in _readings(fold(word), is_first=False))


def are_initials(word: str) -> bool:
    """One letter, two or three: capitals, or with points; those that are words need their point."""
    if not _INITIALS.fullmatch(word):
        return False
    return "." in word or (len(word) == 1 and word.isupper() and not is_common(word, among_capitals=True))


def is_written_otherwise(first: str, second: str) -> bool:
    """Whether texts are asked otherwise for two spellings: a hyphen holds its words together as a blank does not."""
    return fold(first) != fold(second) or ("-" in first) != ("-" in second)


def differ_at_the_end(first: str, second: str) -> bool:
    """Whether two folded words differ in a last vowel alone, doubled letters aside: other words, other people."""
    first, second = _DOUBLED.sub(r"\1", first), _DOUBLED.sub(r"\1", second)
    return first != second and _LAST_VOWEL.sub("", first) == _LAST_VOWEL.sub("", second)


def surname_as_asked(name: str) -> str:
    """A name's surname as texts are asked for it, or the whole name of one word: no «أوغلو» and no «الدين» without the
    word before it, which many have."""
    *_others, before, last = ("", *name.split())
    if before and (is_oglu(fold(last)) or last == _DIN):
        return f"{before} {last}"
    return surname_of(name) or ("" if " " in name else name)


def _is_respelt(word: str, token: str) -> bool:
    """Whether two words of one script are one name: they sound alike, or differ in one letter of many."""
    if differ_at_the_end(word, token):
        return False
    if len(word) < _LONG_ENOUGH or word[0] != token[0]:
        return len(word) > _SHORTEST_GIVEN and romanise(word) == romanise(token)
    return romanise(word) == romanise(token) or Levenshtein.distance(word, token, score_cutoff=1) <= 1


def _given(name: str) -> Sequence[str]:
    """The folded words of a person's name but for the family name and particles."""
    family = surname_of(name)
    if not family:
        return ()
    of_family = set(fold(family).split())
    return [token for token in fold(name).split() if token not in of_family and token not in PARTICLES]
