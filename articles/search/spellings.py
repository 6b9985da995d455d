"""By what words texts may have what a query names: without what is only said before it, in every spelling on record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articles.models import Agent, Source, Tag
from articles.names import fold, similarity
from articles.names.eastern import eastern_surname, is_eastern_surname
from articles.names.fold import script_of
from articles.names.inflect import is_patronymic
from articles.names.nations import is_of_nation
from articles.names.tokens import surname_of
from articles.search.common_words import COMMON
from articles.search.name_forms import (
    LIKE_ARABIC,
    LIKE_GIVEN,
    is_written_otherwise,
    surname_as_asked,
    without_titles,
    words_of_name,
)
from articles.search.pieces import Piece
from articles.search.recognised import Recognised, RecognisedName, RecognisedSubject
from articles.vocabulary import AgentKind

#: A name is asked in so many spellings, of so many letters at the least, where it names no more people than that.
MOST_SPELLINGS, SHORTEST_SPELT, MOST_SPELT = 8, 4, 3
#: What Arabic writes in one with a name, and of how many names these are asked.
IN_ONE_WITH_NAMES, MOST_BEHIND_CLITICS = "ولبك", 4


def words_of(pieces: Sequence[Piece], found: Sequence[Recognised]) -> Sequence[Piece]:
    """Those of the words of a name or label that texts have: of an institution's, a tag's, an outlet's name all."""
    people = _people(found)
    known = {name.folded for agent in people for name in agent.names.all()}
    for one in found:
        if isinstance(one, RecognisedSubject):
            known.update(label for record in one.records for label in _labels(record))
    if people:
        return words_of_name(pieces, known)
    is_name = any(isinstance(one, RecognisedName) and not one.agents for one in found)
    return without_titles(pieces) if is_name else pieces


def nations_not_asked(pieces: Sequence[Piece], found: Iterable[Recognised]) -> set[int]:
    """The places of words that say whence somebody is, with the title before the name: they are asked of no text."""
    named = [one for one in found if isinstance(one, RecognisedName) and not pieces[one.start].is_excluded]
    return {
        at
        for one in named
        for at in range(one.start, one.end - 1)
        if is_of_nation(fold(pieces[at].word))
        and pieces[at] not in words_of(pieces[one.start : one.end], [one])
    }


def other_spellings(words: str, found: Iterable[Recognised]) -> list[str]:
    """The other spellings on record of the surname, or the single name, by which people are named, in any script.

    Texts often have a surname alone, or a single name as Pelé, which links them to nobody. Of many namesakes the
    word is looked for as it is. Several words come in quotation marks.
    """
    key, people = fold(words), _people(found)
    if len(people) > MOST_SPELT:
        return []
    spellings: dict[str, str] = {}
    for agent in people:
        names = list(agent.names.all())
        single = {name.folded: name.text for name in names if " " not in name.folded}
        family = {fold(text): text for name in names if (text := surname_of(name.text))}
        eastern = [name.text.split()[0] for name in names if eastern_surname(name.text)]
        spellings |= {fold(text): text for text in eastern if len(text) > SHORTEST_SPELT}
        if key in single:
            spellings |= single
        elif " " not in key or key in family:
            spellings |= {folded: text for folded, text in family.items() if _is_spelling(folded, key)}
    in_texts: dict[str, None] = {}
    for one in found:
        if isinstance(one, RecognisedName) and one.in_texts:
            in_texts |= dict.fromkeys(_of_texts(key, one.in_texts))
    return [*_written(spellings.values(), words)[:MOST_SPELLINGS], *_written(in_texts, words)]


def behind_clitics(spellings: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Names of several words in Arabic letters as Arabic texts have them behind «and», «to», «by»: `Words.also`.

    A single word has such forms of its own (`word_forms`); of several the stemmer may cut the first otherwise, with
    what is written in one with it («وفيرينك كراوس»).
    """
    names = (text.strip('"') for text in spellings)
    arabic = [
        name for name in names if " " in name and script_of(name) == "Arab" and not name.startswith("ال")
    ]
    return tuple(
        ("ar", f'"{letter}{name}"') for name in arabic[:MOST_BEHIND_CLITICS] for letter in IN_ONE_WITH_NAMES
    )


def _written(spellings: Iterable[str], words: str) -> list[str]:
    """Those that are no other word, and not what was typed; several words in quotation marks."""
    return [
        f'"{text}"' if " " in folded else text
        for text in spellings
        if is_written_otherwise(text, words)
        and len(folded := fold(text)) >= SHORTEST_SPELT
        and folded not in COMMON
    ]


def _is_spelling(surname: str, key: str) -> bool:
    """Whether a surname is another spelling of the same: not a second surname, a father's name, a title."""
    if is_patronymic(surname):
        return False
    least = LIKE_ARABIC if "Arab" in (script_of(surname), script_of(key)) else LIKE_GIVEN
    return similarity(surname, key) >= least


def _of_texts(key: str, names: Sequence[str]) -> list[str]:
    """The names in texts, or where a surname alone is asked for, their surnames; a name of one word is its own.

    With its hyphen a spelling is another one, as texts are asked.
    """
    surnames = {(fold(text), "-" in text): text for name in names if (text := _surname_asked(key, name))}
    # A whole name is like its own surname too: «Lahrichi-Fassi», or but «الفاسي», in a text that has half of it.
    is_surname = " " not in key or any(
        folded.count(" ") >= key.count(" ") and _is_spelling(folded, key) for folded, _hyphen in surnames
    )
    return list(surnames.values()) if is_surname else list(names)


def _surname_asked(key: str, name: str) -> str:
    """A name's surname as texts are asked for it; an eastern one of many letters, else the whole name: «Ван» is in the
    names of others."""
    if not is_eastern_surname(key, name):
        return surname_as_asked(name)
    surname = name.split()[0]
    return surname if len(surname) > SHORTEST_SPELT else name


def _people(found: Iterable[Recognised]) -> list[Agent]:
    whom = (agent for one in found if isinstance(one, RecognisedName) for agent in one.agents)
    return [agent for agent in whom if agent.kind == AgentKind.PERSON]


def _labels(record: Tag | Source) -> Sequence[str]:
    return record.folded if isinstance(record, Tag) else [record.folded]
