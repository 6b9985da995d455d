"""What Russian endings tell of an office: verbs and adjectives, head nouns of several, a name in the genitive."""

from __future__ import annotations

import re

from articles.names.fold import fold

_VERB = re.compile(r"(?:[иаеяы]л(?:а|и|о|ся|ась|ись)?|ет|ют|ает|ит)$")
_NOUNS = re.compile(
    r"(?:отдел|раздел|филиал|канал|журнал|портал|капитал|персонал|материал|квартал|кабинет|совет|комитет|университет|институт)"
)
_ADJECTIVE = re.compile(r"(?:ыи|ии|ая|ого|его|ому|ему|ым|им|ои|ую)$")
# «основателей», «журналистами»: the office of several; so are «президенты», «академики», but not «главы».
_OF_SEVERAL = re.compile(r"(?:ов|ев|еи|ами|ями|ах|ях|ам|ям)$")
_PLURAL = re.compile(r"[ыи]$")
_FEMININE = re.compile(r"(?:[оеё]ва|[иы]на|ая)$")
_OBLIQUE_ADJECTIVE = re.compile(r"(?:ого|его|ому|ему)$")


def is_verb(folded: str) -> bool:
    """Whether a folded word is a verb by its ending, some frequent nouns apart."""
    return len(folded) > 4 and _VERB.search(folded) is not None and _NOUNS.match(folded) is None


def is_adjective(folded: str) -> bool:
    """Whether a folded word is an adjective by its ending."""
    return len(folded) > 5 and _ADJECTIVE.search(folded) is not None


def is_of_several(folded: str, heads: list[str]) -> bool:
    """Whether a form of the head nouns is a plural."""
    if folded in heads:
        return False
    if _OF_SEVERAL.search(folded):
        return True
    return _PLURAL.search(folded) is not None and not any(head.endswith(("а", "я")) for head in heads)


def is_owner(text: str, name: str) -> bool:
    """Whether a name after a nominative head noun stands in the genitive: «адвокат Мэннинга» is not Manning.

    An adjective's genitive tells it; so does the name without its last letter where the text has that too, but
    not a woman's surname after her given name: «президент Обама», «депутат Мария Захарова» are no genitives.
    """
    words = name.split()
    if not words or not words[-1].endswith(("а", "я")):
        return bool(words) and _OBLIQUE_ADJECTIVE.search(fold(words[-1])) is not None
    telling = words[0] if len(words) > 1 and _FEMININE.search(words[-1]) else words[-1]
    stem = telling[:-1]
    if not telling.endswith(("а", "я")) or len(stem) < 3:
        return False
    return re.search(rf"(?<!\w){re.escape(stem)}[йь]?(?!\w)", text) is not None
