"""What a query's words name: people and institutions in any spelling on record, tags and outlets by their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.models import Agent, Source, Tag
from articles.names import fold
from articles.names.regnal import are_of_another
from articles.names.tokens import is_numeral
from articles.search.beside import with_given_names
from articles.search.initials import are_initials_of_another, begins_with_initials
from articles.search.known import bounded, parts_of_terms, terms_beside
from articles.search.name_forms import (
    is_like_given_name,
    surname_as_asked,
)
from articles.search.pieces import Piece
from articles.search.realms import realm_behind
from articles.search.recognised import Recognised, RecognisedName, RecognisedSubject
from articles.search.rows import words_and_behind
from articles.search.sounding import Sounding, SoundingNames
from articles.search.spans import Span, candidate_spans, runs_taken_as_words, surface_of
from articles.search.titles import is_title, start_of_titles
from articles.search.translated import TranslatedInstitutions
from articles.search.unrecorded import unrecorded
from articles.statements import Prepared, Rows, send
from articles.vocabulary import AgentKind

#: What the name of an outlet may begin with, folded.
ARTICLES = ("le ", "la ", "les ", "l ", "the ", "ال")
#: A surname shorter than this is no more than a word.
SHORTEST_SURNAME = 3
#: So many names that end in a word of the query are looked at.
MOST_NAMESAKES = 200

# Whole names first; of those who share a surname only so many are looked at. Each key is asked of an index alone:
# beside the rows there may be ten thousand.
_NAMES = Prepared(
    "recognised_names",
    ("text[]", "text[]", "text", "int"),
    """SELECT agent_id, kind, folded FROM (
            SELECT agent_id, folded, 0 AS place FROM articles_agentname WHERE folded = ANY ($1)
            UNION ALL
            SELECT agent_id, folded, row_number() OVER (PARTITION BY last_word ORDER BY agent_id)
            FROM articles_agentname WHERE last_word = ANY ($2)
                AND EXISTS (SELECT FROM articles_agent agent WHERE agent.id = agent_id AND agent.kind = $3)) AS name
        JOIN articles_agent agent ON agent.id = agent_id
        ORDER BY place, agent_id LIMIT $4""",
)
_TAGS = Prepared(
    "recognised_tags", ("text[]",), "SELECT id, folded FROM articles_tag WHERE folded && $1 ORDER BY id"
)
_SOURCES = Prepared(
    "recognised_sources",
    ("text[]",),
    "SELECT id, ARRAY[folded] FROM articles_source WHERE folded = ANY ($1) ORDER BY id",
)


@dataclass(frozen=True, slots=True)
class Recognition:
    """What is recognised in each branch of a query, what all its words sound like, and the places in each of what need
    stand in no text."""

    branches: list[list[Recognised]]
    sounding: SoundingNames
    not_asked: list[set[int]]


def recognise(branches: Sequence[Sequence[Piece]], as_words: frozenset[str] = frozenset()) -> Recognition:
    """What is named in each branch of a query: the longest first, none overlapping; a name that is also a label, both.

    Quoted and excluded pieces are looked up when they stand alone, never joined to others. What a reader wants
    taken `as_words` (folded) is not looked up. Given names, initials and honorifics beside a surname belong to it.
    What stands on no record so, but sounds like a name that does, is that name. One query for any number of branches
    where nothing is; at most two more for whom they name, two for whom they sound like, one for the outlets that bear
    another name of theirs, one for tags and one for outlets.
    """
    every = [candidate_spans(pieces, as_words) for pieces in branches]
    keys = {key for spans in every for found in spans.values() for key in found}
    sounding, translated = SoundingNames(branches), TranslatedInstitutions(branches)
    if not keys:
        return Recognition([[] for _pieces in branches], sounding, [set() for _pieces in branches])
    wanted = list(keys)
    with_article = _with_articles(every)
    ends = list({key.rpartition(" ")[2] for key in keys if len(key) >= SHORTEST_SURNAME})
    asked, institutions = sounding.statements(), translated.statements()
    names, tags, sources, *heard = send(
        [
            (_NAMES, [wanted, ends, AgentKind.PERSON, MOST_NAMESAKES]),
            (_TAGS, [wanted]),
            (_SOURCES, [[*wanted, *with_article]]),
            *asked,
            *institutions,
        ]
    )
    sounding.learn(zip(asked, heard[: len(asked)], strict=True))
    for _statement, rows in zip(institutions, heard[len(asked) :], strict=True):
        translated.learn(rows)
    agents = _agents_named(keys, names)
    subjects = _subjects_labelled(keys, tags, sources, with_article)
    _add_outlets(subjects, agents)
    known = {agent.pk: agent for those in agents.values() for agent in those}
    found = [_Branch(pieces, number, as_words, translated) for number, pieces in enumerate(branches)]
    for number, (branch, spans) in enumerate(zip(found, every, strict=True)):
        branch.name(spans, agents, subjects)
        sounds = branch.without_other_initials(sounding.of_rows(number, branch.spans), known)
        branch.hear([*translated.rows(number, branch.spans), *sounds], sounding.of_words(number))
    if missing := {agent for branch in found for agent in branch.heard}.difference(known):
        known |= Agent.objects.with_names().in_bulk(missing)
    every_one = [branch.recognised(known, sounding) for branch in found]
    return Recognition(bounded(every_one), sounding, [branch.not_asked for branch in found])


class _Branch:
    """One branch of a query, and what its words are found to be."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        number: int,
        as_words: frozenset[str],
        translated: TranslatedInstitutions,
    ) -> None:
        self.pieces = pieces
        self.number = number
        self.translated = translated
        self.as_words = {at for run in runs_taken_as_words(pieces, as_words) for at in range(*run)}
        self.named: dict[Span, tuple[Agent, ...]] = {}
        self.labelled: dict[Span, tuple[Tag | Source, ...]] = {}
        self.rows: list[Sounding] = []
        self.words: list[Sounding] = []
        self.not_asked: set[int] = set()

    def name(
        self,
        spans: Mapping[Span, Sequence[str]],
        agents: Mapping[str, list[Agent]],
        subjects: Mapping[str, list[Tag | Source]],
    ) -> None:
        """Take what stands on record as it is written, of whose spans the keys are known."""
        taken: set[int] = set()
        for (start, end), keys in sorted(spans.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
            whom = {agent.pk: agent for key in keys for agent in agents.get(key, ())}
            whom = {key: agent for key, agent in whom.items() if not self._is_another(start, end, agent)}
            what = {(type(one), one.pk): one for key in keys for one in subjects.get(key, ())}
            if (whom or what) and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                if whom:
                    self.named[start, end] = tuple(whom.values())
                if what:
                    self.labelled[start, end] = tuple(what.values())

    def _is_another(self, start: int, end: int, agent: Agent) -> bool:
        """Whether the number that stands behind a name, or goes on there, is that of another ruler."""
        typed, behind = words_and_behind(self.pieces, start, end)
        return agent.kind == AgentKind.PERSON and any(
            are_of_another(name.text, typed, behind) for name in agent.names.all()
        )

    @property
    def spans(self) -> list[Span]:
        """Where something stands so on record."""
        return [*self.named, *self.labelled]

    @property
    def heard(self) -> set[int]:
        """Whom the words sound like."""
        return {agent for one in (*self.rows, *self.words) for agent in one.agents}

    def without_other_initials(
        self, rows: Iterable[Sounding], known: Mapping[int, Agent]
    ) -> Iterator[Sounding]:
        """The rows without those of these people of whom the record has another initial in the script typed."""
        for row in rows:
            words = " ".join(piece.plain for piece in self.pieces[row.start : row.end])
            agents = row.agents
            if begins_with_initials(words):
                agents = tuple(
                    agent
                    for agent in agents
                    if agent not in known
                    or not are_initials_of_another(words, [name.text for name in known[agent].names.all()])
                )
            if agents:
                yield replace(row, agents=agents)

    def hear(self, rows: Iterable[Sounding], words: Iterable[Sounding]) -> None:
        """Take rows of words that sound like a whole name, in place of labels and surnames within; and single words
        that are nothing else."""
        taken: set[int] = set(self.as_words)
        for row in rows:
            places = range(row.start, row.end)
            inner = [span for span in self.spans if not set(places).isdisjoint(range(*span))]
            if taken.isdisjoint(places) and all(self._gives_way(span, row) for span in inner):
                taken.update(places)
                self.rows.append(row)
                for span in inner:
                    self.named.pop(span, None)
                    self.labelled.pop(span, None)
        taken.update(at for span in self.spans for at in range(*span))
        self.words = [word for word in words if word.start not in taken]

    def _gives_way(self, span: Span, row: Sounding) -> bool:
        """Whether what stands at a span is but a part of a row: a label, or the surname of one whom the row names."""
        start, end = span
        if not (row.start <= start and end <= row.end):
            return False
        key = fold(surface_of(self.pieces[start:end]))
        named = self.named.get(span, ())
        same = [agent for agent in named if agent.pk in row.agents]
        return not named or any(key not in {name.folded for name in agent.names.all()} for agent in same)

    def recognised(self, known: Mapping[int, Agent], sounding: SoundingNames) -> list[Recognised]:
        """What is recognised in it, names with the given names beside them."""
        closed = self.as_words | {at for at, piece in enumerate(self.pieces) if piece.is_excluded}
        in_texts = list(sounding.in_texts.rows_named(self.pieces, closed))
        for row in in_texts:
            self._leave_to_others(row, known)
        self._leave_to_terms()
        taken = {at for span in self.spans for at in range(*span)} | self.as_words
        taken.update(at for row in self.rows for at in range(row.start, row.end))
        # What texts have as another's name is no title: «tim cook», before «trump».
        others = {at for row in in_texts if taken.isdisjoint(range(*row)) for at in range(*row)}
        found: list[Recognised] = []
        for (start, end), those in self.named.items():
            first, last, meant = with_given_names(self.pieces, start, end, those, taken, others)
            found.append(self._name(meant, first, last, sounding))
            if (start, end) in self.labelled:
                records = self.labelled.pop((start, end))
                found.append(RecognisedSubject(surface_of(self.pieces[first:last]), records, first, last))
        for (start, end), subjects in self.labelled.items():
            found.append(RecognisedSubject(surface_of(self.pieces[start:end]), subjects, start, end))
        # «جورجيا ميلوني» is Giorgia's name, not Georgia's.
        of_people = self._of_people().union(at for row in in_texts for at in range(*row))
        others_called = list(self.translated.unrecorded(self.number, self.pieces, taken | closed | of_people))
        found += others_called
        called = {at for one in others_called for at in range(one.start, one.end)}
        taken |= called
        of_people |= called
        self._leave_realms(found, known, taken)
        of_people |= self.not_asked
        terms = list(terms_beside(self.pieces, self.as_words | of_people, found))
        taken.update(at for one in terms for at in range(one.start, one.end))
        for one in (*self.rows, *self.words):
            agents = tuple(known[agent] for agent in one.agents if agent in known)
            # Behind a minus a word that may be another name leaves out what nobody wants left out.
            is_sure = one.score == 1.0 or not self.pieces[one.start].is_excluded
            if agents and is_sure and (one in self.rows or one.start not in taken):
                taken.update(range(one.start, one.end))
                first, last, meant = with_given_names(self.pieces, one.start, one.end, agents, taken, others)
                found.append(self._name(meant, first, last, sounding, is_alike=not one.is_same))
        found += terms
        found += unrecorded(self.pieces, self.number, taken | closed, sounding)
        return sorted(found, key=lambda one: one.start)

    def _leave_realms(self, found: Iterable[Recognised], known: Mapping[int, Agent], taken: set[int]) -> None:
        """Ask for no country that a ruler rules, right behind the number."""
        named = [(one.start, one.end, one.agents) for one in found if isinstance(one, RecognisedName)]
        named += [
            (row.start, row.end, tuple(known[agent] for agent in row.agents if agent in known))
            for row in self.rows
        ]
        for start, end, agents in named:
            realm = (
                set()
                if self.pieces[start].is_excluded
                else set(realm_behind(self.pieces, start, end, agents))
            )
            if realm.isdisjoint(taken | self.as_words):
                taken |= realm
                self.not_asked |= realm

    def _leave_to_terms(self) -> None:
        """Take labels and institutions that are but a part of a known term for nothing: «Défense» in «Ministère de la
        Défense»."""
        for span in parts_of_terms(self.pieces, self.as_words | self._of_people(), self.spans):
            self.named.pop(span, None)
            self.labelled.pop(span, None)

    def _of_people(self) -> set[int]:
        """The places of people's names."""
        people = (
            span for span, those in self.named.items() if any(one.kind == AgentKind.PERSON for one in those)
        )
        return {at for span in (*people, *((row.start, row.end) for row in self.rows)) for at in range(*span)}

    def _leave_to_others(self, row: Span, known: Mapping[int, Agent]) -> None:
        """Take a surname for nobody on record where what stands beside it is another's, whom texts name: Nikolai
        Bulganov alone is on record, and asked for is Sergei Bulganov; or Novak Djokovic, and not Alexander Novak."""
        heard = {(word.start, word.end): word for word in self.words}
        within = [span for span in (*self.named, *heard) if row[0] <= span[0] and span[1] <= row[1]]
        if len(within) != 1 or within[0][1] - within[0][0] > 1:
            return
        (place, _end) = span = within[0]
        whom = self.named.get(span) or [known[agent] for agent in heard[span].agents if agent in known]
        words = [self.pieces[at].plain for at in range(*row) if at != place]
        beside = [word.title() for word in words if not is_title(word)]
        if beside and not any(is_like_given_name(word, whom) for word in beside):
            self.named.pop(span, None)
            self.words = [word for word in self.words if word.start != place]

    def _name(
        self,
        agents: tuple[Agent, ...],
        first: int,
        last: int,
        sounding: SoundingNames,
        *,
        is_alike: bool = False,
    ) -> RecognisedName:
        """The name of these at these places, with what texts call them, unless they are left out."""
        # A surname left out is that word; a whole name is somebody, however texts spell it.
        is_word = self.pieces[first].is_excluded and not self.pieces[first].is_phrase
        in_texts = () if is_word else sounding.in_texts.of(agents)
        if any(agent.kind == AgentKind.INSTITUTION for agent in agents):
            in_texts += self.translated.names_at(self.number, first, last)
        place = last - 1
        if not is_word and start_of_titles(self.pieces, place, ()) == first:
            # Who asks for a surname alone asks for all who bear it, however texts spell theirs, and by whatever title.
            known = set(map(surname_as_asked, in_texts))
            in_texts += tuple(
                one for one in sounding.surnames_in_texts(self.number, place) if one not in known
            )
        return RecognisedName(
            surface_of(self.pieces[first:last]), agents, first, last, is_alike=is_alike, in_texts=in_texts
        )


def _agents_named(keys: set[str], names: Rows) -> dict[str, list[Agent]]:
    """Whom each key names: by a whole name, or, for a person, by the end of one (the surname)."""
    found: dict[str, dict[int, None]] = {}
    for agent, kind, folded in names:
        ends = _ends(folded) if kind == AgentKind.PERSON else ()
        for key in (folded, *(end for end in ends if len(end) >= SHORTEST_SURNAME)):
            if key in keys:
                found.setdefault(key, {})[agent] = None
    known = Agent.objects.with_names().in_bulk({agent for agents in found.values() for agent in agents})
    return {key: [known[agent] for agent in agents if agent in known] for key, agents in found.items()}


def _add_outlets(subjects: dict[str, list[Tag | Source]], agents: Mapping[str, Iterable[Agent]]) -> None:
    """Tell under the key of an institution the outlets that bear any of its names: RIA Novosti, РИА Новости."""
    keys: dict[str, set[str]] = {}
    for key, those in agents.items():
        for agent in those:
            if agent.kind == AgentKind.INSTITUTION:
                for name in agent.names.all():
                    keys.setdefault(name.folded, set()).add(key)
    for source in Source.objects.filter(folded__in=keys) if keys else ():
        for key in keys[source.folded]:
            if source not in subjects.setdefault(key, []):
                subjects[key].append(source)


def _ends(name: str) -> Iterator[str]:
    """What a folded name ends in: its last word, its last two …, without its first; a numeral is no surname."""
    place = name.find(" ")
    while place >= 0:
        end = name[place + 1 :]
        if not is_numeral(end):
            yield end
        place = name.find(" ", place + 1)


def _with_articles(every: Iterable[Mapping[Span, Sequence[str]]]) -> dict[str, str]:
    """What outlets may be called of whose name several words are typed, but not the article → the key of these.

    A single word is no outlet: «Monde» is not Le Monde.
    """
    typed = [keys[0] for spans in every for (start, end), keys in spans.items() if end > start + 1]
    return {f"{article}{key}": key for key in typed for article in ARTICLES}


def _subjects_labelled(
    keys: set[str], tags: Rows, sources: Rows, with_article: Mapping[str, str]
) -> dict[str, list[Tag | Source]]:
    """The tags and outlets of these labels, in any language, accents and signs aside; outlets without their article."""
    found: dict[str, list[Tag | Source]] = {}
    for model, labelled in ((Tag, tags), (Source, sources)):
        known = model._default_manager.in_bulk([row[0] for row in labelled])
        for record, labels in labelled:
            bare = {with_article[label] for label in labels if label in with_article}
            for key in keys.intersection(labels) | (bare if model is Source else set()):
                if record in known:
                    found.setdefault(key, []).append(known[record])
    return found
