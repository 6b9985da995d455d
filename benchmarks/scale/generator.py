"""A realistic archive from a seed: each text is a pure function of the seed, the size and its number.

Topics have their own words, people, institutions and tags, and a burst in time, so that a word tells something of
the date and of who is named, as in a real archive; numbers of the articles tell nothing of their dates. Words and
names follow Zipf's law. Figures: four languages 60/25/12/3; some 350 words, log-normal; 6 mentions and 2.4 tags
an article; 8 % dated to the month, 3 % to the year, 2 % not at all; 3 % of the texts have their translation.
"""

from __future__ import annotations

import datetime
import math
from bisect import bisect
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from benchmarks.scale.agents import LANGUAGES, SyntheticAgent, make_agents, outlets
from benchmarks.scale.lexicon import CONCEPTS, Lexicon, zipf_totals

#: Changes with anything that changes a text: an archive loaded by another version is loaded anew.
VERSION = 1
TOPICS, TAGS, OUTLETS = 200, 240, 60
FIRST, LAST = datetime.date(1990, 1, 1), datetime.date(2026, 10, 31)
_LANGUAGE_TOTALS = (60, 85, 97, 100)
_TRANSLATION_EVERY = 33
_TOPIC_WORDS = 160
_FUNCTION_WORD = -1
_SENTENCE_ENDS = {"ar": "."}


@dataclass(frozen=True, slots=True)
class SyntheticMention:
    """The naming of an agent; `start` and `end` count code points of the field."""

    agent: int
    field: str
    start: int
    end: int
    exact: str
    found_by: str


@dataclass(slots=True)
class SyntheticArticle:
    """One text and all that is stated of it; `concepts` are those of its headline and lede."""

    number: int
    language: str
    headline: str = ""
    lede: str = ""
    body: str = ""
    date: str | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    source: int = 1
    topic: int = 0
    tags: list[int] = field(default_factory=list)
    mentions: list[SyntheticMention] = field(default_factory=list)
    translation_of: int | None = None
    concepts: list[int] = field(default_factory=list)
    all_concepts: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The text as a source would bring it."""
        return f"{self.headline}\n\n{self.lede}\n\n{self.body}\n"


@dataclass(frozen=True, slots=True)
class _Topic:
    concepts: Sequence[int]
    agents: Sequence[int]
    tags: Sequence[int]
    day: int  # of the burst's middle, from FIRST
    width: float  # days


@dataclass(frozen=True, slots=True)
class _Named:
    agent: int
    is_short: bool
    is_variant: bool


@dataclass(slots=True)
class _Plan:
    """What a text says, in no language yet: concepts, and the names that stand before some of them."""

    topic: int
    parts: dict[str, list[int]]
    names: dict[str, dict[int, _Named]]
    tags: list[int]
    day: int
    precision: str


@dataclass
class SyntheticArchive:
    """All texts of one seed and size; `article(n)` for n from 1, also beyond the size."""

    size: int
    seed: int = 4

    @cached_property
    def agents(self) -> list[SyntheticAgent]:
        """Two for a hundred texts, at the least 500, at the most 20,000 (some 100,000 spellings)."""
        return make_agents(min(max(self.size // 50, 500), 20_000), str(self.seed))

    @cached_property
    def outlets(self) -> list[tuple[str, str]]:
        """(name, language) of each outlet; its number is its place, from 1."""
        return outlets(OUTLETS)

    @cached_property
    def lexicons(self) -> dict[str, Lexicon]:
        """The words of each language."""
        return {language: Lexicon(language) for language in LANGUAGES}

    @cached_property
    def _outlets_of(self) -> dict[str, list[int]]:
        return {
            language: [n for n, (_name, of) in enumerate(self.outlets, start=1) if of == language]
            for language in LANGUAGES
        }

    @cached_property
    def _word_totals(self) -> list[float]:
        return zipf_totals(CONCEPTS)

    @cached_property
    def _agent_totals(self) -> list[float]:
        return zipf_totals(len(self.agents), 1.0, 3.0)

    @cached_property
    def _topic_totals(self) -> list[float]:
        return zipf_totals(TOPICS, 0.8, 3.0)

    @cached_property
    def _within_topic(self) -> list[float]:
        return zipf_totals(_TOPIC_WORDS, 0.8, 2.0)

    @cached_property
    def _function_totals(self) -> dict[str, list[float]]:
        return {
            code: zipf_totals(len(lexicon.function_words), 0.9, 1.0)
            for code, lexicon in self.lexicons.items()
        }

    @cached_property
    def _topics(self) -> list[_Topic]:
        return [self._topic(Random(f"{self.seed} topic {number}")) for number in range(TOPICS)]

    def _topic(self, random: Random) -> _Topic:
        # Words from the common to the rare, as likely from each power of ten.
        concepts = [int(10 ** random.uniform(1.7, 4.9)) for _ in range(_TOPIC_WORDS)]
        return _Topic(
            concepts=concepts,
            agents=self._some_agents(random, 40),
            tags=random.sample(range(1, TAGS + 1), 6),
            day=random.randrange((LAST - FIRST).days),
            width=math.exp(random.uniform(math.log(10), math.log(900))),
        )

    def _some_agents(self, random: Random, count: int) -> list[int]:
        drawn = random.choices(range(1, len(self.agents) + 1), cum_weights=self._agent_totals, k=count)
        return list(dict.fromkeys([*drawn, *random.sample(range(1, len(self.agents) + 1), count // 4)]))

    def articles(self) -> Iterator[SyntheticArticle]:
        """All texts in the order of their numbers."""
        return map(self.article, range(1, self.size + 1))

    def original_of(self, number: int) -> int | None:
        """The number of the text that a text translates, if it translates one."""
        return number - 1 if number % _TRANSLATION_EVERY == 0 else None

    def article(self, number: int) -> SyntheticArticle:
        """One text with its record; a translation says what its original says, a few days later."""
        original = self.original_of(number)
        plan = self._plan(original or number)
        random = Random(f"{self.seed} text {number}")
        language = self._language(original or number)
        if original:
            language = random.choice([code for code in LANGUAGES[:3] if code != language])
            plan.day = min(plan.day + random.randrange(6), (LAST - FIRST).days)
        article = SyntheticArticle(
            number, language, topic=plan.topic, tags=plan.tags, translation_of=original
        )
        article.source = random.choice(self._outlets_of[language])
        self._state_date(article, plan)
        self._write(article, plan, random)
        return article

    def _language(self, number: int) -> str:
        return LANGUAGES[bisect(_LANGUAGE_TOTALS, Random(f"{self.seed} language {number}").random() * 100)]

    def _plan(self, number: int) -> _Plan:
        random = Random(f"{self.seed} plan {number}")
        topic_number = random.choices(range(TOPICS), cum_weights=self._topic_totals)[0]
        topic = self._topics[topic_number]
        words = int(min(max(random.lognormvariate(5.72, 0.45), 70), 3_000))
        parts = {
            "headline": self._concepts(random, topic, random.randint(6, 10), (12, 45, 100)),
            "lede": self._concepts(random, topic, random.randint(20, 34), (38, 68, 100)),
            "body": self._concepts(random, topic, words, (42, 82, 100)),
        }
        day = (
            random.gauss(topic.day, topic.width)
            if random.random() < 0.55
            else (LAST - FIRST).days * math.sqrt(random.random())
        )
        return _Plan(
            topic=topic_number,
            parts=parts,
            names=self._names(random, topic, {name: len(part) for name, part in parts.items()}),
            tags=sorted(random.sample(topic.tags, random.choices((1, 2, 3, 4), (18, 38, 30, 14))[0])),
            day=int(min(max(day, 0), (LAST - FIRST).days)),
            precision=random.choices(("day", "month", "year", "none"), (87, 8, 3, 2))[0],
        )

    def _concepts(self, random: Random, topic: _Topic, count: int, shares: tuple[int, int, int]) -> list[int]:
        """Function words, words of all topics and words of this one, mixed in these shares (running totals)."""
        kinds = random.choices((0, 1, 2), cum_weights=shares, k=count)
        common = iter(random.choices(range(CONCEPTS), cum_weights=self._word_totals, k=kinds.count(1)))
        own = iter(random.choices(topic.concepts, cum_weights=self._within_topic, k=kinds.count(2)))
        return [_FUNCTION_WORD if kind == 0 else next(common if kind == 1 else own) for kind in kinds]

    def _names(self, random: Random, topic: _Topic, lengths: dict[str, int]) -> dict[str, dict[int, _Named]]:
        """Who is named before which word of which field: in full first, then shortly."""
        count = random.choices(range(1, 11), (5, 8, 14, 20, 18, 13, 10, 6, 4, 2))[0]
        agents = [
            random.choice(topic.agents)
            if random.random() < 0.7
            else random.choices(range(1, len(self.agents) + 1), cum_weights=self._agent_totals)[0]
            for _ in range(count)
        ]
        names: dict[str, dict[int, _Named]] = {name: {} for name in lengths}
        for agent in dict.fromkeys(agents):
            part = random.choices(("headline", "lede", "body"), (4, 12, 84))[0]
            place = random.randrange(lengths[part])
            names[part][place] = _Named(agent, is_short=False, is_variant=random.random() < 0.12)
            while part == "body" and random.random() < 0.26:
                place = random.randint(place, lengths[part] - 1)
                names[part].setdefault(place, _Named(agent, is_short=True, is_variant=False))
        return names

    def _state_date(self, article: SyntheticArticle, plan: _Plan) -> None:
        day = FIRST + datetime.timedelta(days=plan.day)
        if plan.precision == "day":
            article.date, article.earliest, article.latest = day.isoformat(), day, day
        elif plan.precision == "month":
            last = monthrange(day.year, day.month)[1]
            article.date = f"{day:%Y-%m}"
            article.earliest, article.latest = day.replace(day=1), day.replace(day=last)
        elif plan.precision == "year":
            article.date = f"{day:%Y}"
            article.earliest, article.latest = day.replace(month=1, day=1), day.replace(month=12, day=31)

    def _write(self, article: SyntheticArticle, plan: _Plan, random: Random) -> None:
        """Put the plan in the words of the article's language."""
        lexicon = self.lexicons[article.language]
        totals = self._function_totals[article.language]
        for name, concepts in plan.parts.items():
            fillers = iter(random.choices(lexicon.function_words, cum_weights=totals, k=concepts.count(-1)))
            words = []
            for place, concept in enumerate(concepts):
                if concept == _FUNCTION_WORD:
                    words.append(next(fillers))
                else:
                    forms = lexicon.forms(concept)
                    words.append(forms[(article.number + place) % len(forms)])
            setattr(article, name, self._set(article, name, words, plan.names[name], random))
        said = [concept for name in ("headline", "lede") for concept in plan.parts[name]]
        article.concepts = [concept for concept in said if concept != _FUNCTION_WORD]
        article.all_concepts = {*article.concepts, *plan.parts["body"]}

    def _set(
        self, article: SyntheticArticle, name: str, words: list[str], named: dict[int, _Named], random: Random
    ) -> str:
        """Sentences and paragraphs of these words; the mentions are noted where they come to stand."""
        pieces: list[str] = []
        length = place = 0
        sentences = 0
        while place < len(words):
            size = len(words) if name == "headline" else random.randint(10, 24)
            if len(words) - place - size < 6:
                size = len(words) - place
            gap = "" if not pieces else "\n\n" if sentences % 4 == 0 else " "
            pieces.append(gap)
            length += len(gap)
            sentence = self._sentence(article, name, words, range(place, place + size), named, length)
            if name != "headline":
                sentence += "."
            pieces.append(sentence)
            length += len(sentence)
            place += size
            sentences += 1
        return "".join(pieces)

    def _sentence(
        self,
        article: SyntheticArticle,
        name: str,
        words: list[str],
        places: range,
        named: dict[int, _Named],
        start: int,
    ) -> str:
        """Words with a capital first; `start` is where the sentence stands in its field."""
        chosen = words[places.start : places.stop]
        chosen[0] = chosen[0][0].upper() + chosen[0][1:]
        if not named.keys() & set(places):
            return " ".join(chosen)
        text = ""
        for place, word in zip(places, chosen, strict=True):
            if place in named:
                exact = self._spelling(named[place], article.language)
                begin = start + len(text)
                found_by = self._found_by(named[place])
                mention = SyntheticMention(
                    named[place].agent, name, begin, begin + len(exact), exact, found_by
                )
                article.mentions.append(mention)
                text += f"{exact} "
            text += f"{word} "
        return text[:-1]

    def _spelling(self, named: _Named, language: str) -> str:
        agent = self.agents[named.agent - 1]
        if named.is_short:
            return agent.short[language]
        if named.is_variant and agent.variants and language in ("fr", "en"):
            return agent.variants[0]
        return agent.names[language]

    def _found_by(self, named: _Named) -> str:
        is_person = self.agents[named.agent - 1].kind == "person"
        if named.is_short:
            return "surname" if is_person else "acronym"
        return "name" if is_person or not named.is_variant else "acronym"
