"""The authority list that annotated files make of themselves: which agent an annotation is, its names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from articles.names import KnownName, fold, script_of
from measures.records import Entity, Record

_TITLE = re.compile(r"^(?:(?:MM?|Mr|Mrs|Mme|Mlle|Dr)\b\.?\s+)+")
SOURCES = ("base", "names", "spellings")


class Authority:
    """The agents of the files: entities that share an id, or kind and folded name, are one agent."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._parent: dict[str, str] = {}
        self._names: dict[str, dict[tuple[str, str], None]] = {}
        entities = [(record, entity) for record in records for entity in record.entities]
        for _, entity in entities:
            keys = _keys(entity)
            for key in keys[1:]:
                self._parent[self._root(key)] = self._root(keys[0])
        for record, entity in entities:
            names = self._names.setdefault(self.agent_of(entity), {})
            names[entity.name, record.language] = None

    def agent_of(self, entity: Entity) -> str:
        """The agent an entity of a record is."""
        return self._root(_keys(entity)[0])

    def names(self, entities: Iterable[tuple[Record, Entity]], source: str) -> list[KnownName]:
        """The names on record of the agents of these entities.

        "names": the name that each record gives. "base": all names that the files give one agent.
        "spellings": these and the spellings of two words and more in the texts.
        """
        made: dict[tuple[str, str], KnownName] = {}
        for record, entity in entities:
            agent = self.agent_of(entity)
            written = [(entity.name, record.language)]
            if source != "names":
                written += self._names[agent]
            if source == "spellings":
                written += [
                    (m.text, record.language) for m in entity.mentions if len(fold(m.text).split()) > 1
                ]
            for text, language in written:
                form = "acronym" if _is_acronym(entity, text) else "variant"
                text = _without_apposition(text) if entity.kind == "person" else text
                made.setdefault((agent, text), KnownName(agent, text, entity.kind, form, language))
        return list(made.values())

    def _root(self, key: str) -> str:
        root = key
        while (parent := self._parent.setdefault(root, root)) != root:
            root = parent
        self._parent[key] = root
        return root


def _without_apposition(name: str) -> str:
    """A person's name without what an annotator marked with it: «M. Dupont, sénateur» is Dupont."""
    return (
        _TITLE.sub("", re.sub(r"(?:,\s*|\s+\()(?=[^\W\d_]*[a-zà-ÿа-яё]).*$", "", name, flags=re.DOTALL))
        or name
    )


def _keys(entity: Entity) -> Sequence[str]:
    return [f"{entity.kind}:{fold(entity.name)}", *(f"{entity.kind}#{one}" for one in entity.ids)]


def _is_acronym(entity: Entity, text: str) -> bool:
    return entity.kind == "institution" and " " not in text and text.isupper() and script_of(text) != "Arab"
