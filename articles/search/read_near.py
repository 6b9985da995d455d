"""Words of a query that no text has: read as the names on record that they are near to, or asked back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articles.models import Agent
from articles.names.regnal import are_of_another
from articles.search.chunks import OF_NAMES, Chunk, compile_chunks, unnamed
from articles.search.name_forms import of_whom_it_is_said, with_given_name
from articles.search.near_names import READ_AS, NearName, near_names
from articles.search.recognised import RecognisedName
from articles.search.sounding import SoundingNames
from articles.search.spellings import other_spellings
from articles.search.tsquery import COLUMNS, Words

#: So many words that no text has are compared with the names on record.
MOST_NEAR = 4


def read_near(
    branches: Sequence[list[Chunk]], in_no_text: Iterable[str], sounding: SoundingNames
) -> tuple[tuple[NearName, ...], tuple[str, ...]]:
    """Read the words that no text has as the names they are near to; the names to ask the reader about, and the words
    that remain."""
    meant: list[NearName] = []
    absent: list[str] = []
    for number, word in enumerate(in_no_text):
        near = (
            [one for one in near_names(word) if not _is_another(one, branches)] if number < MOST_NEAR else []
        )
        if near and near[0].score >= READ_AS:
            for branch in branches:
                _read_as(branch, word, near, sounding)
        else:
            meant.extend(one for one in near if _may_be_meant(one, word, branches))
            absent.append(word)
    # A given name, absent itself, may have been read with the surname behind it.
    unread = {word for branch in branches for chunk in branch for word in unnamed(chunk)}
    return tuple(meant), tuple(word for word in absent if word in unread)


def _is_another(near: NearName, branches: Sequence[list[Chunk]]) -> bool:
    """Whether the number behind the word is that of another ruler."""
    runs = (unnamed(chunk) for branch in branches for chunk in branch)
    return any(
        are_of_another(near.name, (near.surface,), words[at + 1 :])
        for words in runs
        for at, word in enumerate(words)
        if word == near.surface
    )


def agents_asked_for(chunks: Iterable[Chunk]) -> Iterable[int]:
    """Whom the query asks for, by their keys."""
    for chunk in chunks:
        for one in chunk.named:
            if isinstance(one, RecognisedName) and not chunk.is_excluded:
                yield from (agent.pk for agent in one.agents)


def _may_be_meant(near: NearName, word: str, branches: Sequence[list[Chunk]]) -> bool:
    """Whether to ask the reader about one to whose name a word is near: not beside a name of somebody else's."""
    flat = [chunk for branch in branches for chunk in branch]
    if near.agent.pk in agents_asked_for(flat):
        return True
    beside: list[str] = []
    others: list[str] = []
    for words in map(unnamed, flat):
        for at in (at for at, one in enumerate(words) if one == word):
            others += (*words[:at], *words[at + 1 :])
            beside += (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
    return near.may_be_meant(beside, others)


def _read_as(branch: list[Chunk], word: str, near: Sequence[NearName], sounding: SoundingNames) -> None:
    """Take a word out of the chunk that holds it, and put those it is near to in its place."""
    agents = tuple(one.agent for one in near if one.score >= READ_AS)
    for place, chunk in enumerate(branch):
        words = unnamed(chunk)
        if word not in words:
            continue
        all_words = chunk.words.text.split()
        at = all_words.index(word)
        before, after = all_words[:at], [other for other in all_words[at + 1 :] if other != word]
        agents, surface = _with_given_names(word, before, after, agents)
        parts = [Chunk(Words(" ".join(run))) for run in (before, after) if run]
        compile_chunks([parts])
        named = RecognisedName(surface, agents, is_near=True, in_texts=sounding.in_texts.of(agents))
        # No text has the word itself; it is asked in the spellings of records and texts.
        spelt = other_spellings(surface, [named])
        middle = Chunk(
            Words(" OR ".join(spelt), forms=OF_NAMES), (named,), queries=dict.fromkeys(COLUMNS, "")
        )
        if spelt:
            compile_chunks([[middle]])
        branch[place : place + 1] = [*parts[: bool(before)], middle, *parts[bool(before) :]]
        return


def _with_given_names(
    word: str, before: list[str], after: list[str], agents: tuple[Agent, ...]
) -> tuple[tuple[Agent, ...], str]:
    """Whom the words before and after a surname leave that are given names, which are taken from them; and all."""
    surface = [word]
    for words, place in ((before, -1), (after, 0)):
        while words:
            fitting = with_given_name(words[place], agents)
            fitting = fitting or (of_whom_it_is_said(words[place], agents) if place else ())
            if not fitting:
                break
            agents = fitting
            surface.insert(0 if place else len(surface), words.pop(place))
    return agents, " ".join(surface)
