"""How well known names are found in annotated texts: recall of full names and of later surnames, precision."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from articles.names import Found, KnownName, NameFinder, fold, name_tokens, script_of, surname_of
from articles.names.tokens import TITLES
from measures.authority import Authority
from measures.records import Annotation, Entity, Record
from measures.tables import Table, percent

_SPELT_ALIKE = 0.5
_LINKED = "linked"


@dataclass
class _Tally:
    """What was counted, by (language, what)."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, language: str, what: str, good: bool, example: str = "") -> None:
        for group in (language, "all"):
            self.counts[group, what] += 1
            self.counts[group, f"{what}, right"] += good
        if not good and example:
            self.examples.setdefault(what, []).append(f"{what}, {language}: {example}")

    def languages(self) -> list[str]:
        """The languages met, all of them together last."""
        return [*sorted({language for language, _ in self.counts} - {"all"}), "all"]

    def share(self, language: str, what: str) -> tuple[float | None, int]:
        """(per cent right, of how many)."""
        of = self.counts[language, what]
        return percent(self.counts[language, f"{what}, right"], of), of


def measure_linking(records: Sequence[Record], source: str, examples: int) -> list[Table]:
    """Recall and precision by language; the authority list is the files' own names (`Authority.names`)."""
    marked = [record for record in records if record.annotated]
    authority = Authority(marked)
    tally = _Tally()
    for names, texts in _parts(marked, authority, source):
        by_agent: dict[object, list[str]] = {}
        for name in names:
            by_agent.setdefault(name.agent, []).append(name.text)
        finder = NameFinder(names)
        for record in texts:
            found = finder.find_in(record.fields, record.language)
            _count_recall(record, authority, by_agent, found, tally)
            _count_precision(record, authority, found, tally)
    return [_recall(tally, source, examples), _precision(tally, examples)]


def _parts(
    records: Sequence[Record], authority: Authority, source: str
) -> Iterator[tuple[list[KnownName], Sequence[Record]]]:
    """Names on record with the texts they are looked for in: a text's own spellings never count."""
    if source != "spellings":
        yield authority.names(_entities(records), source), records
        return
    for half in (0, 1):
        texts = records[half::2]
        names = authority.names(_entities(texts), "base")
        yield names + authority.names(_entities(records[1 - half :: 2]), source), texts


def _entities(records: Sequence[Record]) -> list[tuple[Record, Entity]]:
    return [(record, entity) for record in records for entity in record.entities]


# Recall ----------------------------------------------------------------------------------------------------


def _count_recall(
    record: Record,
    authority: Authority,
    names: Mapping[object, list[str]],
    found: Sequence[Found],
    tally: _Tally,
) -> None:
    for entity in record.entities:
        agent = authority.agent_of(entity)
        full_name_stood = False
        for mention in sorted(entity.mentions, key=lambda m: (m.field != "headline", m.start)):
            what = _what_is(mention, entity, names.get(agent, []))
            if what == "surname":
                what = "person, later surname" if full_name_stood else "person, surname before"
            full_name_stood = full_name_stood or what == "person, full name"
            if not what:
                continue
            if _inside_another(mention, entity, record):
                what = "inside a longer name"
            here = [f for f in found if f.agent == agent and _overlap(f, mention)]
            example = f"{record.id}: {mention.text!r} of {entity.name!r}"
            tally.add(record.group, what, any(f.status == _LINKED for f in here), example)
            tally.add(record.group, f"{what}, or proposed", bool(here))


def _what_is(mention: Annotation, entity: Entity, names: Sequence[str]) -> str:
    """What a mention is, judged without the finder: "" where no name on record is spelt at all like it."""
    words = [word for word in fold(mention.text).split() if word not in TITLES]
    if not words:
        return ""
    known = [name for name in names if script_of(name) == script_of(mention.text)]
    if entity.kind == "institution":
        full = any(_holds(words, name_tokens(name)) for name in known)
        return "institution" if full else ""
    whole = [name for name in known if _is_whole(name)]
    if len(words) > 1:
        named = any(_alike(word, own) for word in words for name in whole for own in name_tokens(name))
        return "person, full name" if named else ""
    surnames = {token for name in whole for token in name_tokens(surname_of(name) or "")}
    return "surname" if any(_alike(words[0], surname) for surname in surnames) else ""


def _is_whole(name: str) -> bool:
    """Whether a name has two words and more that are no titles and not in small letters («this man»)."""
    words = [word for word in re.split(r"[\s'’-]+", name) if fold(word) not in TITLES]
    return sum(bool(word) and not word[0].islower() for word in words) > 1


def _holds(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether every word of the name has one spelt like it among the words, forms allowed for."""
    return bool(name) and all(any(_alike(word, own) for word in words) for own in name)


def _alike(word: str, other: str) -> bool:
    """One word, perhaps in another form: the same beginning, and half the letters at least."""
    start = 2 if len(other) > 3 else len(other)
    same_start = word[:start] == other[:start] or script_of(other) == "Arab"
    return same_start and Levenshtein.normalized_similarity(word, other) > _SPELT_ALIKE


def _inside_another(mention: Annotation, entity: Entity, record: Record) -> bool:
    """Whether the mention is part of a longer one of another entity, where the longest match is wanted."""
    return any(
        other is not entity
        and m.field == mention.field
        and m.start <= mention.start
        and mention.end <= m.end
        and m.end - m.start > mention.end - mention.start
        for other in record.entities
        for m in other.mentions
    )


def _overlap(found: Found, mention: Annotation) -> bool:
    return found.field == mention.field and found.start < mention.end and mention.start < found.end


def _recall(tally: _Tally, source: str, examples: int) -> Table:
    table = Table(f"Mentions found, % (authority list: {source})")
    kinds = [
        "person, full name",
        "person, later surname",
        "person, surname before",
        "institution",
        "inside a longer name",
    ]
    for language in tally.languages():
        for kind in kinds:
            linked, of = tally.share(language, kind)
            if of:
                proposed, _ = tally.share(language, f"{kind}, or proposed")
                table.rows.append(
                    {
                        "language": language,
                        "mention": kind,
                        "linked": linked,
                        "or proposed": proposed,
                        "of": of,
                    }
                )
    table.notes = [
        "full name: two words and more (titles apart) of a person on record with two such words in that script",
        "institution: a mention in which each word of a name on record stands in some form",
    ]
    table.notes += [note for kind in kinds for note in tally.examples.get(kind, [])[:examples]]
    return table


# Precision -------------------------------------------------------------------------------------------------


def _count_precision(record: Record, authority: Authority, found: Sequence[Found], tally: _Tally) -> None:
    """A find is right where it overlaps an annotation of its agent; kinds not annotated do not count."""
    marked: dict[object, list[Annotation]] = {}
    kinds: dict[object, str] = {}
    for entity in record.entities:
        marked.setdefault(authority.agent_of(entity), []).extend(entity.mentions)
    for one in found:
        kinds[one.agent] = str(one.agent).partition(":")[0].partition("#")[0]
        if kinds[one.agent] not in record.annotated:
            continue
        right = any(_overlap(one, mention) for mention in marked.get(one.agent, []))
        example = f"{record.id}: {one.exact!r} taken for {one.agent!r} ({one.found_by})"
        if one.status == _LINKED:
            tally.add(record.group, "link", right, example)
            tally.add(record.group, f"link by {one.found_by}", right)
            tally.add(record.group, f"{kinds[one.agent]} link", right)
        else:
            tally.add(record.group, "proposal", right, example)


def _precision(tally: _Tally, examples: int) -> Table:
    table = Table("Finds that are right, %")
    for language in tally.languages():
        kinds = sorted({what for group, what in tally.counts if group == language and _is_find(what)})
        for kind in kinds:
            right, of = tally.share(language, kind)
            table.rows.append({"language": language, "find": kind, "right": right, "of": of})
    table.notes = ["a find that overlaps no annotation of its agent is wrong, whoever forgot to annotate it"]
    table.notes += [note for kind in ("link", "proposal") for note in tally.examples.get(kind, [])[:examples]]
    return table


def _is_find(what: str) -> bool:
    return ("link" in what or "proposal" in what) and not what.endswith(", right")
