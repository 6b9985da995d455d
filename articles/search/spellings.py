"""By what words texts may have what a query names: without what is only said before it, in every spelling on record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from articles.models import Agent, Source, Tag
from articles.models.name_proposal import surname_consonants
from articles.names import fold, romanise, similarity
from articles.names.fold import script_of
from articles.names.inflect import is_patronymic
from articles.names.tokens import surname_of
from articles.search.common_words import COMMON
from articles.search.name_forms import LIKE_ARABIC, LIKE_GIVEN, words_of_name
from articles.search.pieces import Piece
from articles.search.recognition import Recognised, RecognisedName, RecognisedSubject
from articles.search.sounding import LIKE_WHOLE, is_roughly_alike
from articles.statements import Prepared, Rows, send
from articles.vocabulary import AgentKind

#: A name is asked in so many spellings, of so many letters at the least, where it names no more people than that.
MOST_SPELLINGS, SHORTEST_SPELT, MOST_SPELT = 8, 4, 3
#: So many names that texts have are compared.
MOST_COMPARED = 100


# The best reasons first: of a surname that everybody bears, not all can be compared.
_IN_TEXTS = Prepared(
    "names_in_texts",
    ("text[]",),
    f"""SELECT text, folded, surname_consonants FROM articles_nameproposal
        WHERE surname_consonants = ANY ($1) AND surname_consonants <> '' AND status = 'proposed'
        ORDER BY score DESC, id LIMIT {MOST_COMPARED}""",  # noqa: S608
)


def words_of(pieces: Sequence[Piece], found: Sequence[Recognised]) -> Sequence[Piece]:
    """Those of the words of a name or label that texts have: of an institution's, a tag's, an outlet's name all."""
    people = _people(found)
    known = {name.folded for agent in people for name in agent.names.all()}
    for one in found:
        if isinstance(one, RecognisedSubject):
            known.update(label for record in one.records for label in _labels(record))
    return words_of_name(pieces, known) if people else pieces


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
        if key in single:
            spellings |= single
        elif " " not in key or key in family:
            spellings |= {folded: text for folded, text in family.items() if _is_spelling(folded, key)}
    for one in found:
        if isinstance(one, RecognisedName) and one.in_texts:
            spellings |= _of_texts(key, one.in_texts)
    return [
        f'"{text}"' if " " in folded else text
        for folded, text in spellings.items()
        if folded != key and len(folded) >= SHORTEST_SPELT and folded not in COMMON
    ][:MOST_SPELLINGS]


def with_spellings_of_texts(found: Sequence[Sequence[Recognised]]) -> list[list[Recognised]]:
    """The same, with the names that texts have of these people in spellings on no record; one query, or none.

    Such wait for a person to decide (NameProposal); those in which both given name and surname are alike are asked for
    meanwhile.
    """
    people = {agent.pk: agent for one in chain(*found) if _is_of_few(one) for agent in _people([one])}
    keys = {key for agent in people.values() for key in _keys(agent)}
    if not keys:
        return [list(branch) for branch in found]
    (rows,) = send([(_IN_TEXTS, [list(keys)])])
    spelt = {key: _alike(agent, rows) for key, agent in people.items()} if rows else {}
    return [[_with_spellings(one, spelt) for one in branch] for branch in found]


def _is_of_few(one: Recognised) -> bool:
    return isinstance(one, RecognisedName) and len(one.agents) <= MOST_SPELT


def _with_spellings(one: Recognised, spelt: Mapping[int, Sequence[str]]) -> Recognised:
    if not isinstance(one, RecognisedName):
        return one
    texts = dict.fromkeys(text for agent in one.agents for text in spelt.get(agent.pk, ()))
    return replace(one, in_texts=tuple(texts)[:MOST_SPELLINGS])


def _keys(agent: Agent) -> set[str]:
    return {key for name in agent.names.all() if (key := surname_consonants(name.text, agent.kind))}


def _alike(agent: Agent, rows: Rows) -> list[str]:
    """Those of the names in texts that are like one of a person's."""
    keys, names = _keys(agent), list(agent.names.all())
    known = {name.folded for name in names}
    return [
        text
        for text, folded, key in rows
        if key in keys
        and folded not in known
        and any(
            is_roughly_alike(romanise(text), name.romanised) and similarity(text, name.text) >= LIKE_WHOLE
            for name in names
        )
    ]


def _is_spelling(surname: str, key: str) -> bool:
    """Whether a surname is another spelling of the same: not a second surname, a father's name, a title."""
    if is_patronymic(surname):
        return False
    least = LIKE_ARABIC if "Arab" in (script_of(surname), script_of(key)) else LIKE_GIVEN
    return similarity(surname, key) >= least


def _of_texts(key: str, names: Iterable[str]) -> dict[str, str]:
    """The names in texts, or where a surname alone is asked for, their surnames."""
    surnames = {fold(text): text for name in names if (text := surname_of(name))}
    is_surname = " " not in key or any(_is_spelling(folded, key) for folded in surnames)
    return surnames if is_surname else {fold(name): name for name in names}


def _people(found: Iterable[Recognised]) -> list[Agent]:
    whom = (agent for one in found if isinstance(one, RecognisedName) for agent in one.agents)
    return [agent for agent in whom if agent.kind == AgentKind.PERSON]


def _labels(record: Tag | Source) -> Sequence[str]:
    return record.folded if isinstance(record, Tag) else [record.folded]
