"""Joining the namings of one person or institution: same words in any case, surname, acronym, near spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from articles.candidates.institution_words import COMPANY_WORDS, EN_HEADS, FR_HEADS, RU_HEADS_NOMINATIVE
from articles.candidates.institutions import russian_head
from articles.candidates.near_names import NameIndex
from articles.candidates.nominative import nominative_person
from articles.candidates.persons import Run
from articles.candidates.proposal import Candidate, Kind, Place
from articles.candidates.reading import Reading
from articles.candidates.shapes import SAYING
from articles.names import similarity
from articles.names.common_words import is_opener, is_people, is_place
from articles.names.fold import fold, folded_set, script_of
from articles.names.inflect import is_patronymic, token_key
from articles.names.tokens import PARTICLES
from articles.offices.lexicon import HEADS

_NEAR = 0.9


@dataclass(eq=False)
class Group:
    """The namings of one: `keys` of its fullest naming, the runs with their readings, the best rule."""

    kind: Kind
    keys: tuple[str, ...]
    places: list[Place] = field(default_factory=list)
    rule: str = ""
    score: float = 0.0
    also: set[tuple[str, ...]] = field(default_factory=set)
    """The keys of its other namings: an acronym, another spelling."""
    gone: bool = False
    """Whether its namings are another group's now, or nobody's."""

    def add(self, place: Place, rule: str, score: float) -> None:
        """One more naming; the surest rule is the one that is told."""
        self.places.append(place)
        if score > self.score:
            self.rule, self.score = rule, score


def name_keys(exact: str) -> tuple[str, ...]:
    """The keys of the words of a naming, the same for every Russian case and Arabic clitic."""
    return tuple(token_key(part) for part in fold(without_lam(exact)).split())


def without_lam(exact: str) -> str:
    """«للاتحاد» is «الاتحاد» after a preposition: the article's own letter is not written then."""
    return "ا" + exact[1:] if exact.startswith("لل") and len(exact) > 4 else exact


def place_of(reading: Reading, run: Run) -> Place:
    """Where the run stands in its field."""
    start, end = reading.words[run.first].start + run.skip, reading.words[run.last - 1].end
    return Place(reading.field, start, end, reading.text[start:end])


class Joiner:
    """Collects the runs of one text into groups."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._by_keys: dict[tuple[str, tuple[str, ...]], Group] = {}
        self._people: NameIndex[Group] = NameIndex()

    def add(self, kind: Kind, reading: Reading, run: Run) -> Group:
        """Put the run into the group of its name, or into a new one."""
        place = place_of(reading, run)
        keys = name_keys(place.exact)
        group = self._by_keys.get((kind, keys)) or self._near(kind, keys, place.exact)
        is_new = group is None
        if group is None:
            group = Group(kind, keys)
            self.groups.append(group)
        elif kind == "person" and len(keys) > len(group.keys):
            is_new = True
            group.also.add(group.keys)
            group.keys = keys
        if kind == "person" and is_new:
            self._people.add(group, keys, (group.places or [place])[0].exact)
        self._by_keys[kind, keys] = group
        group.add(place, run.rule, run.score)
        return group

    def join(self, first: Group, second: Group) -> None:
        """An acronym and what it stands for are one."""
        if first is second:
            return
        for place in second.places:
            first.add(place, second.rule, second.score)
        first.also |= second.also | {second.keys}
        if second in self.groups:
            self.groups.remove(second)
            second.gone = True
        for keys in first.also:
            self._by_keys[first.kind, keys] = first

    def _near(self, kind: str, keys: tuple[str, ...], exact: str) -> Group | None:
        """A person whose full name has the same first and last word, or is spelt nearly alike."""
        if kind != "person" or len(keys) < 2:
            return None
        for group in self._people.near(keys, exact):
            if group.gone:
                continue
            ends = group.keys[0] == keys[0], group.keys[-1] == keys[-1]
            if all(ends) or (any(ends) and sorted(group.keys) == sorted(keys)):
                return group
            if (
                any(ends)
                and len(group.keys) == len(keys)
                and similarity(group.places[0].exact, exact) >= _NEAR
            ):
                return group
        return None

    def fold_surnames(self) -> None:
        """A lone surname that the text gives in full, once, is that person."""
        people = [group for group in self.groups if group.kind == "person"]
        named: dict[tuple[str, ...], list[Group]] = {}
        for group in people:
            for keys in _partial_names(group.keys):
                named.setdefault(keys, []).append(group)
        for group in filter(_is_one_word, people):
            owners = {
                id(other): other
                for keys in (group.keys, _core(group.keys))
                for other in named.get(keys, ())
                if not other.gone
                and len(other.keys) > len(group.keys)
                and _is_surname(group.keys, other.keys)
                and (other.rule != "two capitals" or group.rule != "office before")  # «Концерт Несмары»
            }
            if len(owners) == 1:
                self.join(next(iter(owners.values())), group)
            if owners:
                group.gone = True
        self.groups = [group for group in self.groups if not group.gone]


def _partial_names(full: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The keys that may stand for the whole name, as `_is_surname` tells."""
    return {full[place:] for place in range(1, len(full))} | {full[:1], _core(full)[-1:]}


def _is_one_word(group: Group) -> bool:
    """«Hartley-Coombes» is one too, and «Ben M'barek»."""
    return len(_core(group.keys)) == 1 or not any(_has_blank(place.exact) for place in group.places)


def _has_blank(exact: str) -> bool:
    """Whether the naming is of several words, particles apart."""
    return len([word for word in exact.split() if fold(word) not in PARTICLES]) > 1


def _core(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in PARTICLES)


def _is_surname(keys: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return full[-len(keys) :] == keys or _core(full)[-1:] == _core(keys) or full[:1] == keys


def surname_keys(group: Group) -> list[tuple[str, ...]]:
    """The keys under which the text may name the person by surname alone: with its particles and without."""
    keys = group.keys
    if len(keys) < 2 or len(keys[-1]) < 3:
        return []
    start = len(keys) - 1
    while start > 1 and (keys[start - 1] in PARTICLES or len(keys[start - 1]) == 1):
        start -= 1  # «Анн Л'Юилье»: an elision belongs to the surname
    return [keys[start:]] if start == len(keys) - 1 else [keys[start:], keys[-1:]]


def rest_of_namings(groups: Sequence[Group], readings: Iterable[Reading]) -> None:
    """Add every naming that is left: whole names, surnames of one person only, acronyms."""
    owners: dict[tuple[str, ...], list[Group]] = {}
    for group in groups:
        variants = {group.keys, *group.also}
        if group.kind == "person":
            variants.update(surname_keys(group))
        for keys in variants:
            owners.setdefault(keys, []).append(group)
    longest: dict[str, int] = {}
    for keys in owners:
        longest[keys[0]] = max(len(keys), longest.get(keys[0], 0))
    for reading in readings if owners else ():
        _scan(reading, owners, longest)


def weigh_recurring(groups: Iterable[Group], fields: Mapping[str, str]) -> None:
    """Two capitals whose last comes again alone are surer: people are named so, streets and titles seldom.

    In Latin letters, where firms and things are too, only beside a verb of saying, or where neither word is one of
    an office, a place or a thing and no article stands before the last.
    """
    for group in groups:
        if group.kind == "person" and group.rule == "two capitals":
            full = [place for place in group.places if " " in place.exact.strip()]
            surnames = surname_keys(group)
            lone = [place for place in group.places if name_keys(place.exact) in surnames]
            if any(_stands_within(place, fields) for place in full) and any(
                script_of(place.exact) == "Cyrl"
                or _is_speaking(place, fields)
                or (_may_be_named(group.keys) and _is_surname_alone(place, fields))
                for place in lone
            ):
                group.score = max(group.score, 0.55)


def _stands_within(place: Place, fields: Mapping[str, str]) -> bool:
    """Whether a word stands before the naming in its sentence, so that its first capital tells a name.

    So does a comma: «Пьер Агостини, Ференц Краус и …».
    """
    before = fields[place.field][: place.start].rstrip(" ")[-1:]
    return before == "," or before.isalpha()


def _may_be_named(keys: tuple[str, ...]) -> bool:
    """Whether no word is one of a people, a place, an office or a thing («Peruvian President», «Montreal-based …»)."""
    plain = any(
        is_people(key) or is_place(key) or is_opener(key) or key in _NO_NAMES or key in COMPANY_WORDS
        for key in keys
    )
    return len(_core(keys)) == 2 and not plain


_NO_NAMES = (
    HEADS["en"] | HEADS["fr"] | EN_HEADS | FR_HEADS | folded_set("based born sea library river lake school")
)
_ARTICLES = folded_set("the a an this that its our their le la les l un une du des au ce cette")


def _is_surname_alone(place: Place, fields: Mapping[str, str]) -> bool:
    """Whether the naming goes on in small letters, behind no article: «Carlsen played», not «the Summit»."""
    text = fields[place.field]
    before = fold(text[max(0, place.start - 12) : place.start]).split()
    after = text[place.end : place.end + 2]
    goes_on = re.match(r" [a-zà-ÿ]|['’]s|[.,;:!?]", after) is not None
    return goes_on and not _ARTICLES.intersection(before[-1:])


def _is_speaking(place: Place, fields: Mapping[str, str]) -> bool:
    text = fields[place.field]
    after = fold(text[place.end : place.end + 20]).split()
    before = fold(text[max(0, place.start - 20) : place.start]).split()
    return bool(SAYING.intersection(after[:2] + before[-1:]))


def _scan(reading: Reading, owners: Mapping[tuple[str, ...], list[Group]], longest: dict[str, int]) -> None:
    words = reading.words
    for index, word in enumerate(words):
        if (
            reading.claimed[index]
            or word.shape in ("p", "d")
            or (word.shape == "e" and word.text[0].islower())
        ):
            continue
        parts = word.folded.split()
        most = longest.get(token_key(parts[0]), 0) if parts else 0
        for keys, last in reversed(_rows(reading, index, most)):
            cased = script_of(word.text) == "Arab" or any(w.capital for w in words[index:last])
            named = owners.get(keys, ())
            if len(named) == 1 and cased and not _plural(reading, index, last, named[0]):
                reading.claim(index, last)
                named[0].add(place_of(reading, Run(index, last, "", 0.0)), named[0].rule, named[0].score)
                break


def _rows(reading: Reading, index: int, most: int) -> list[tuple[tuple[str, ...], int]]:
    """The keys of one word, of two and so on up to so many keys, with the place after them; none that are claimed."""
    rows: list[tuple[tuple[str, ...], int]] = []
    keys: tuple[str, ...] = ()
    for place in range(index, len(reading.words)):
        if reading.claimed[place] or (place > index and not reading.adjacent(place)):
            break
        parts = tuple(map(token_key, reading.folded(place).split()))
        keys += parts
        if not parts or len(keys) > most:
            break
        rows.append((keys, place + 1))
    return rows


def _plural(reading: Reading, index: int, last: int, group: Group) -> bool:
    """Two brothers share a Russian surname in the plural: it names neither."""
    single = group.kind == "person" and last - index == 1
    return single and reading.folded(index).endswith(
        ("овы", "евы", "ины", "овых", "евых", "иных", "ские", "ских")
    )


def _matches(reading: Reading, index: int, keys: tuple[str, ...]) -> int:
    """The place after the words that give the keys; 0 when they do not or belong to something else."""
    waiting, place = list(keys), index
    while waiting and place < len(reading.words):
        if reading.claimed[place] or (place > index and not reading.adjacent(place)):
            return 0
        parts = [token_key(part) for part in reading.folded(place).split()]
        if not parts or parts != waiting[: len(parts)]:
            return 0
        del waiting[: len(parts)]
        place += 1
    return 0 if waiting else place


def candidate_of(group: Group, fields: Sequence[str]) -> Candidate:
    """The proposal for a group: its places in reading order and the form to propose."""
    order = {name: place for place, name in enumerate(fields)}
    places = tuple(sorted(group.places, key=lambda place: (order[place.field], place.start)))
    text = _person_text(places) if group.kind == "person" else _institution_text(places)
    return Candidate(text, group.kind, places, group.rule, round(group.score, 2))


def _person_text(places: Sequence[Place]) -> str:
    """The longest naming, a nominative one first, not in capitals where another is not."""
    exacts = list(dict.fromkeys(" ".join(place.exact.split()) for place in places))
    longest = max(_weight(exact) for exact in exacts)
    full = [exact for exact in exacts if _weight(exact) == longest]
    loud = min(sum(word.isupper() for word in exact.split()) for exact in full)
    calm = [exact for exact in full if sum(word.isupper() for word in exact.split()) == loud]
    if script_of(calm[0]) != "Cyrl":
        return calm[0].replace("\u0640", "")  # «الربيــعي», drawn out
    known = [(exact, nominative_person(exact)) for exact in calm]
    as_stands = [exact for exact, nominative in known if nominative == exact]
    worked_out = [nominative for _, nominative in known if nominative]
    return (as_stands or worked_out or [min(calm, key=_declined)])[0]


def _declined(exact: str) -> tuple[int, int]:
    """Of the forms of a stranger's name the shortest is likeliest the nominative: «Зубида», not «Зубиды»."""
    last = exact.split()[0][-1]
    return len(exact), 0 if last not in "аеёиоуыэюя" else 1 if last in "ая" else 2


def _weight(exact: str) -> tuple[int, int]:
    words = [word for word in exact.split() if not word.endswith(".")]
    return len(words), sum(is_patronymic(fold(word)) for word in words)


def _institution_text(places: Sequence[Place]) -> str:
    exacts = list(dict.fromkeys(without_lam(" ".join(place.exact.split())) for place in places))
    longest = max(exacts, key=lambda exact: (len(exact.split()), not exact.isupper()))
    same = [
        e for e in exacts if len(e.split()) == len(longest.split()) and name_keys(e) == name_keys(longest)
    ]
    if script_of(longest) != "Cyrl":
        return longest
    return _with_nominative_head(
        min(same, key=lambda exact: (fold(exact.split()[0]) not in RU_HEADS_NOMINATIVE, len(exact)))
    )


def _with_nominative_head(name: str) -> str:
    """«министерства иностранных дел» → «министерство иностранных дел»: only the head noun is inflected."""
    first, _, rest = name.partition(" ")
    head = russian_head(fold(first))
    if head is None or not rest or "й" in first or "ё" in first:
        return name
    return f"{head.capitalize() if first[0].isupper() else head} {rest}"
