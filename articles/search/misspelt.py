"""What a reader may have meant by words that no text has: the query with one that texts have, or as typed on another
keyboard; offered, never asked instead."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product
from math import log
from typing import Any

from django.db import connection

from articles.names import fold
from articles.names.fold import fold_word
from articles.search.criteria import Criteria
from articles.search.layouts import on_other_keyboards
from articles.search.pieces import Piece, part
from articles.search.read_query import ReadQuery
from articles.search.rewording import Rewording, Run
from articles.search.slips import SHORTEST, cost_of, is_key, key_of, skeleton_of, skeletons_near, slips_of
from articles.search.statements import looked_up
from articles.search.tsquery import OTHER
from articles.statements import Prepared, send

#: So many words of a query are compared with those of the archive.
MOST_SUSPECTS = 4
#: So many other queries are tried, and so many as typed on other keyboards, of which so many are offered: the second
#: where it is hardly less likely.
MOST_TRIED, MOST_TYPED, MOST_OFFERED = 2, 2, 2
HARDLY_LESS = 1.5
#: Where more texts answer, nobody is asked what they meant.
MOST_FOUND = 100
#: Where no more answer, in the language of another word, a word that texts have may be misspelt in these too; it is so
#: long, so many times less common than the other, and with that one so many times as many texts answer.
THIN, LONG_ENOUGH, RARER, TIMES_AS_MANY = 2, 6, 20, 10
#: Two words that are each part of one written apart have so many letters.
SHORTEST_PART = 4
#: By so many letters another form of a word may end otherwise.
LONGEST_ENDING = 2
#: So many words of two slips are looked at, the commonest.
MOST_FAR = 300
#: How much less likely a slip makes a word, and how much more likely it is in the language of the other words.
OF_A_SLIP, OF_LANGUAGE = 3.0, 2.0
#: What a blank more or less costs.
OF_A_BLANK = 0.5
#: The score of what makes words of another keyboard where no text has those typed.
CERTAIN = 1_000.0

_WORDS = Prepared(
    "written_words",
    ("text[]", "text[]", "int", "int", "int"),
    """SELECT folded, language, written, records FROM articles_writtenword WHERE folded = ANY ($1)
    UNION (SELECT folded, language, written, records FROM articles_writtenword
        WHERE skeleton = ANY ($2) AND length(folded) BETWEEN $3 AND $4 ORDER BY records DESC, folded LIMIT $5)""",
)
# What words of another keyboard may be: forms of words, of which the vowels differ, and names on record, of which no
# text may have this spelling.
_TYPED = Prepared(
    "words_of_other_keyboards",
    ("text[]", "text[]"),
    """SELECT folded FROM articles_writtenword WHERE skeleton = ANY ($1)
    UNION SELECT last_word FROM articles_agentname WHERE last_word = ANY ($2)""",
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Another query, that has more answers; its words, and which of them are others than those typed."""

    text: str
    words: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A word of the archive in one language, and how many texts have it."""

    language: str
    written: str
    records: int


@dataclass(frozen=True, slots=True)
class _Guess:
    """What words may be, and how likely: the logarithm of how many times as likely as another."""

    run: Run
    written: str
    score: float
    language: str


def offers(
    query: ReadQuery,
    total: int,
    ask: Callable[[ReadQuery | str], Criteria],
    shown: Iterable[str] = (),
) -> list[Offer]:
    """Other queries that the reader may have meant, each with more answers than the `total` of this one.

    `shown` are words that its texts have been seen to have: of a large archive not every text is read for its words.
    `ask` makes of other words what is asked for with all else as it is. One statement says which words the archive has
    that are near to these, none where nothing seems misspelt; then each query is read and tried, a few at the most.
    """
    found: list[tuple[float, Offer]] = []
    if query.unwritten and (keys := {key_of(word) for word in shown}):
        query = replace(query, unwritten=tuple(one for one in query.unwritten if key_of(one) not in keys))
    if query.left_out:
        total = 0  # what answers has not all that was asked for
    # A word that texts have may be misspelt in those of one language, however many answer in others.
    is_worth_it = total <= MOST_FOUND or (query.unwritten and not query.absent)
    for one in _likeliest(query, total) if is_worth_it else ():
        if found and one.score < found[0][0] - HARDLY_LESS:
            break
        if _has_more(one, query, total, ask):
            found.append((one.score, one.offer))
            if len(found) == MOST_OFFERED or one.score == CERTAIN:
                break
    return [offer for _score, offer in found]


@dataclass(frozen=True, slots=True)
class _Likely:
    """A query that may have been meant; in texts of one language, where others have the words as typed."""

    score: float
    offer: Offer
    language: str | None = None


def _has_more(one: _Likely, query: ReadQuery, total: int, ask: Callable[[ReadQuery | str], Criteria]) -> bool:
    """Whether more texts answer: of words that no text has any more, of others many more in the word's language."""
    if one.language is None:
        criteria = ask(one.offer.text)
        return bool(criteria.query.tsquery) and answers(criteria, total + 1) > total
    own = answers(_in_language(ask(query), one.language), THIN + 1)
    if own > THIN:
        return False
    least = max(1, own * TIMES_AS_MANY)
    criteria = ask(one.offer.text)
    return bool(criteria.query.tsquery) and answers(_in_language(criteria, one.language), least) >= least


def _in_language(criteria: Criteria, language: str) -> Criteria:
    """The same in the texts of one language, of which no other one's words are asked: of a common one the index would
    give every text, to be thrown away."""
    code = language if language in criteria.query.with_pairs else OTHER
    return replace(
        criteria,
        narrow=lambda entries: criteria.narrow(entries).filter(language=language),
        query=replace(criteria.query, with_pairs={code: criteria.query.with_pairs[code]}),
    )


def _suspects(query: ReadQuery, total: int) -> tuple[str, ...]:
    """The words that may be misspelt: those that no text has, or none as it is written; of few answers those that
    hardly any has."""
    if not query.lone:
        return ()
    suspects = [*query.absent, *query.left_out, *_long(query.unwritten)] or (
        _long(query.rare) if total <= THIN else []
    )
    # Of words that no text has together, two may be one.
    return tuple(suspects or (query.lone if not total and len(query.lone) > 1 else ()))[:MOST_SUSPECTS]


def _long(words: Iterable[str]) -> list[str]:
    return [word for word in words if len(key_of(word)) >= LONG_ENOUGH]


def _likeliest(query: ReadQuery, total: int) -> list[_Likely]:
    """Other queries, the likeliest first."""
    if not (suspects := _suspects(query, total)):
        return []
    rewording = Rewording(query)
    in_none = {*query.absent, *query.left_out}
    typed = on_other_keyboards(query.text, suspects) if in_none else []
    if not (typed or any(is_key(key_of(word)) for word in suspects)):
        return []
    known = _Words.near(suspects, rewording.branches, typed)
    offered = [_as_typed(text, query.text) for text in typed]
    likely = [_Likely(CERTAIN, offer) for offer in offered if known.has_typed(offer)][:MOST_TYPED]
    guesses = known.guesses(suspects, rewording.branches, in_none)
    for way in islice(_ways(guesses, in_none, has_alternatives=len(rewording.branches) > 1), MOST_TRIED):
        words = rewording.changed({guess.run: guess.written for guess in way})
        offer = Offer(" ".join(word for word, _is_changed in words), tuple(words))
        language = None if in_none else way[0].language
        likely.append(_Likely(sum(guess.score for guess in way), offer, language))
    return [one for one in likely if one.offer.text != query.text and not part(one.offer.text).unread]


def _ways(
    guesses: Mapping[Run, Sequence[_Guess]], in_none: Set[str], *, has_alternatives: bool
) -> Iterator[tuple[_Guess, ...]]:
    """What is changed at once, the likeliest first: where all words are asked for, all that no text has; of several
    alternatives one word, for another may have no answers."""
    if has_alternatives:
        every = (guess for those in guesses.values() for guess in those)
        yield from ((guess,) for guess in sorted(every, key=lambda guess: -guess.score))
        return
    for way in _together(guesses, in_none):
        if in_none <= {word for guess in way for word in guess.run}:
            yield way


def _as_typed(text: str, before: str) -> Offer:
    pairs = zip(text.split(), before.split(), strict=True)
    return Offer(text, tuple((word, word != old) for word, old in pairs))


def _together(guesses: Mapping[Run, Sequence[_Guess]], absent: Container[str]) -> list[tuple[_Guess, ...]]:
    """One guess for each word, the likeliest together first; and each pair of words as one.

    Beside a word that no text has, one that texts have may be right.
    """
    alone: list[list[_Guess | None]] = []
    for run, those in guesses.items():
        if len(run) == 1:
            alone.append([*those, *([] if run[0] in absent else [None])])
    every = [tuple(filter(None, way)) for way in product(*alone)] if alone else []
    every += [(guess,) for run, those in guesses.items() if len(run) > 1 for guess in those]
    return sorted(filter(None, every), key=lambda way: -sum(guess.score for guess in way))


class _Words:
    """What the archive has of the words asked about: key → the word in each language."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], typed: Iterable[str]) -> None:
        self._known: dict[str, list[_Known]] = {}
        for key, language, written, records in rows:
            self._known.setdefault(key, []).append(_Known(language, written, records))
        self._typed = frozenset(typed)

    @classmethod
    def near(
        cls, suspects: Iterable[str], branches: Sequence[Sequence[Piece]], typed: Iterable[str]
    ) -> _Words:
        """Ask for all that is near to these, for the words beside them, and for those of other keyboards."""
        keys = [key for word in suspects if is_key(key := key_of(word))]
        wanted = {key_of("".join(run)) for branch in branches for run in _runs(branch)}
        wanted |= {key_of(word) for text in typed for word in text.split()}
        for key in keys:
            wanted |= {key, *slips_of(key), *(half for halves in _halves(key) for half in halves)}
        skeletons = {skeleton for key in keys for skeleton in skeletons_near(key)}
        lengths = [len(key) for key in keys] or [0]
        asked = [sorted(wanted), sorted(skeletons), min(lengths) - 2, max(lengths) + 2, MOST_FAR]
        words = {word for text in typed for word in text.split()}
        of_typed = [sorted({skeleton_of(key_of(word)) for word in words}), sorted(map(fold, words))]
        rows, *found = send([(_WORDS, asked), *([(_TYPED, of_typed)] if words else [])])
        return cls(rows, (key for each in found for (key,) in each))

    def has_typed(self, offer: Offer) -> bool:
        """Whether all words of another keyboard, but the shortest, are of the archive, or of a name on record."""
        keys = [key for word, is_other in offer.words if is_other and is_key(key := key_of(word))]
        return bool(keys) and all(key in self._known or self._is_typed(key) for key in keys)

    def _is_typed(self, key: str) -> bool:
        """Whether it is a surname, or the form of a word, which has the same consonants and begins alike."""
        begun = key[: max(len(key) - LONGEST_ENDING, SHORTEST)]
        return any(known.startswith(begun) for known in self._typed)

    def guesses(
        self, suspects: Iterable[str], branches: Sequence[Sequence[Piece]], absent: Container[str]
    ) -> dict[Run, list[_Guess]]:
        """What each of the words may be, and which pairs may be one word; the likeliest first."""
        suspected = set(suspects)
        languages = self._languages(
            piece for branch in branches for piece in branch if piece.word not in suspected
        )
        found: dict[Run, Iterator[_Guess]] = {
            (word,): self._of_word(word, languages, is_absent=word in absent) for word in suspected
        }
        for run in (run for branch in branches for run in _runs(branch) if len(run) > 1):
            if not suspected.isdisjoint(run):
                found[run] = self._of_pair(run, languages)
        ordered = {run: _ordered(guesses) for run, guesses in found.items()}
        return {run: guesses for run, guesses in ordered.items() if guesses}

    def _of_word(self, word: str, languages: Mapping[str, float], *, is_absent: bool) -> Iterator[_Guess]:
        key = key_of(word)
        if not is_key(key):
            return
        own = max((one.records for one in self._known.get(key, ())), default=0)
        for near, known in self._known.items():
            cost = cost_of(key, near)
            if cost is None or not (is_absent or _is_surer(key, near, cost, RARER * own, known)):
                continue
            for one in known:
                if cost or _reads_otherwise(one.written, word):
                    yield _Guess((word,), one.written, self._score(one, cost, languages), one.language)
        for first, second in _halves(key) if is_absent else ():
            for one in self._known.get(first, ()):
                for other in self._known.get(second, ()):
                    if one.language == other.language:
                        rarer = min(one, other, key=lambda known: known.records)
                        written = f"{one.written} {other.written}"
                        score = self._score(rarer, OF_A_BLANK, languages)
                        yield _Guess((word,), written, score, one.language)

    def _of_pair(self, run: Run, languages: Mapping[str, float]) -> Iterator[_Guess]:
        for one in self._known.get(key_of("".join(run)), ()):
            yield _Guess(run, one.written, self._score(one, OF_A_BLANK, languages), one.language)

    def _score(self, known: _Known, cost: float, languages: Mapping[str, float]) -> float:
        return log(known.records + 1) - OF_A_SLIP * cost + OF_LANGUAGE * languages.get(known.language, 0.0)

    def _languages(self, pieces: Iterable[Piece]) -> dict[str, float]:
        """Language → how much of the words beside is of it."""
        shares: dict[str, float] = {}
        for piece in pieces:
            known = self._known.get(key_of(piece.word), [])
            known = [one for one in known if one.written.casefold() == piece.word.casefold()] or known
            every = sum(one.records for one in known)
            for one in known:
                shares[one.language] = shares.get(one.language, 0.0) + one.records / every
        whole = sum(shares.values())
        return {language: share / whole for language, share in shares.items()}


def _ordered(guesses: Iterable[_Guess]) -> list[_Guess]:
    """Each spelling once, the likeliest first."""
    best: dict[str, _Guess] = {}
    for guess in sorted(guesses, key=lambda one: (-one.score, one.written)):
        best.setdefault(fold(guess.written), guess)
    return list(best.values())[:MOST_TRIED]


def _is_surer(typed: str, near: str, cost: float, least: int, known: Iterable[_Known]) -> bool:
    """Whether a word that texts have is all the same rather another, much more common one."""
    is_near = len(typed) >= LONG_ENOUGH and typed[0] == near[0] and cost <= 1
    return is_near and max(one.records for one in known) >= least


def _reads_otherwise(written: str, typed: str) -> bool:
    """Whether the same letters are joined by other signs: aujourd’hui, which is two words to the index."""
    return fold_word(written) != fold_word(typed)


def _runs(branch: Sequence[Piece]) -> Iterator[Run]:
    """Each mere word of a branch, and each two neighbours that may be one."""
    for piece in branch:
        if piece.is_mere_word:
            yield (piece.word,)
    for first, second in pairwise(branch):
        if first.is_mere_word and second.is_mere_word and is_key(key_of(first.word + second.word)):
            yield (first.word, second.word)


def _halves(key: str) -> list[tuple[str, str]]:
    """A word as any two."""
    return [(key[:cut], key[cut:]) for cut in range(SHORTEST_PART, len(key) - SHORTEST_PART + 1)]


def answers(criteria: Criteria, most: int) -> int:
    """How many texts answer, so many at the most: by the sample where they are common, otherwise by the index."""
    sampled, parameters = looked_up(criteria, criteria.sample, "article_id")
    every, more = looked_up(criteria, criteria.entries, "article_id")
    sql = f"""WITH sampled AS MATERIALIZED ({sampled}), every AS MATERIALIZED ({every})
        SELECT CASE WHEN EXISTS (SELECT FROM sampled OFFSET %s) THEN %s
            ELSE (SELECT count(*) FROM (SELECT FROM every LIMIT %s) AS few) END"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*parameters, *more, most - 1, most, most])
        return int(cursor.fetchone()[0])
