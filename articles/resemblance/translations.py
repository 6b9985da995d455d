"""Finds and records the likely translations of a text, by the cues that it shares with texts on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.db.models import Q

from articles.cognates import COMMON, cue_value, cues_of, is_likely, likeness, shortlist, weights_of
from articles.models.article import Article
from articles.models.resemblance import Resemblance
from articles.models.translation import Translation
from articles.resemblance.meanings import closenesses, write_meaning
from articles.resemblance.proposing import as_array, propose, text_of, wait_for_turn
from articles.semantics import Meaning, is_close, meaning_of
from articles.vocabulary import ResemblanceKind

_MOST_LISTED, _MOST_READ = 60, 4  # in all; of each language
#: Translations seldom appear later; a text dated further away must be more alike.
_NEAR_DAYS = 31
_FAR_FACTOR = 0.8

_POSTINGS = """
SELECT wanted.value, hit.articles, hit.total
FROM unnest(%(values)s::bigint[]) AS wanted (value)
CROSS JOIN LATERAL (
    SELECT array_agg(article_id) FILTER (WHERE language <> %(language)s) AS articles, count(*) AS total
    FROM (SELECT article_id, language FROM articles_textcue cue
          WHERE cue.value = wanted.value AND cue.article_id <> %(article)s LIMIT %(common)s) AS cue
) AS hit
WHERE NOT EXISTS (SELECT FROM articles_commoncue common WHERE common.value = wanted.value)
"""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An article that may be a translation: by its cognates, and by its meaning where that is on record."""

    article: Article
    likeness: float
    closeness: float | None = None

    @property
    def score(self) -> float:
        return self.likeness if self.closeness is None else self.closeness


def likely_translations(article: Article) -> list[tuple[int, float]]:
    """The articles in other languages most likely to say the same: (article id, score), best first.

    The score is the likeness of their cognates, or with the extra `[semantic]` the closeness of their
    meanings. Those that are worth reading, whether or not they are alike enough to be proposed.
    """
    return [(candidate.article.pk, candidate.score) for candidate in _candidates(article)]


def proposed_translations(article: Article) -> list[tuple[int, float]]:
    """The likeliest translation in each language, where it is likely enough: (article id, score).

    For an article that may not be saved; nothing is written.
    """
    return _likely(_candidates(article))


def _candidates(article: Article) -> list[_Candidate]:
    text = text_of(article)
    cues, meaning = cues_of(text), meaning_of(text)
    postings, _common = _look_up(article, cues)
    return _with_meanings(article, meaning, _ranked(article, cues, postings))


def record_translations(article: Article) -> list[Resemblance]:
    """Write the cues of a saved article, propose its likely translation in each language; what waits.

    With the extra `[semantic]` its meaning is written and compared too. What a person has decided stays
    decided, and neither are linked translations proposed nor two of one original. Waits for another ingest's commit as
    `record_resemblances` does.
    """
    text = text_of(article)
    cues, meaning = cues_of(text), meaning_of(text)
    with transaction.atomic(savepoint=False):
        wait_for_turn()
        postings, common = _look_up(article, cues)
        _write_cues(article, postings, common)
        if meaning:
            write_meaning(article, meaning)
        found = _likely(_with_meanings(article, meaning, _ranked(article, cues, postings)))
        linked = _linked_to(article)
        return propose(
            article, ResemblanceKind.TRANSLATION, [pair for pair in found if pair[0] not in linked]
        )


def _likely(ranked: Iterable[_Candidate]) -> list[tuple[int, float]]:
    """The best of each language, where it is likely enough to be proposed."""
    languages: dict[str, list[_Candidate]] = {}
    for candidate in ranked:
        languages.setdefault(candidate.article.language, []).append(candidate)
    return [(found[0].article.pk, found[0].score) for found in languages.values() if _is_translation(found)]


def _is_translation(found: list[_Candidate]) -> bool:
    """Whether the first of these texts of one language, best first, is likely enough."""
    by_cognates = sorted(found, key=lambda candidate: -candidate.likeness)
    is_likely_too = by_cognates[0] is found[0] and is_likely([one.likeness for one in by_cognates])
    if found[0].closeness is None:
        return is_likely_too
    known = [one.closeness for one in found if one.closeness is not None]
    return is_close(known, are_cognates_likely=is_likely_too)


def _with_meanings(
    article: Article, meaning: Meaning | None, found: list[tuple[Article, float]]
) -> list[_Candidate]:
    """The candidates with how close their meanings are, and those found by their meaning alone; best first."""
    if meaning is None:
        return [_Candidate(other, score) for other, score in found]
    close = closenesses(article, meaning, [other.pk for other, _score in found])
    likenesses = {other.pk: score for other, score in found}
    articles = {other.pk: other for other, _score in found}
    articles |= Article.objects.defer("body").in_bulk(close.keys() - articles.keys())
    candidates = []
    for number, other in articles.items():
        nearness = _FAR_FACTOR if _are_far(article, other) else 1.0
        closeness = nearness * close[number] if number in close else None
        candidates.append(_Candidate(other, likenesses.get(number, 0.0), closeness))
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.article.pk))


def _look_up(article: Article, cues: Iterable[str]) -> tuple[dict[str, list[int]], list[int]]:
    """For each rare cue the articles in other languages that have it; the values of newly common cues."""
    names = {cue_value(cue): cue for cue in cues}
    parameters: dict[str, int | str] = {
        "values": as_array(names), "language": article.language, "article": article.pk or 0, "common": COMMON,
    }  # fmt: skip
    postings, common = {}, []
    with connection.cursor() as cursor:
        cursor.execute(_POSTINGS, parameters)
        for value, articles, total in cursor.fetchall():
            if total < COMMON:
                postings[names[value]] = articles or []
            else:
                common.append(value)
    return postings, common


def _write_cues(article: Article, rare: Iterable[str], common: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_textcue WHERE article_id = %s", [article.pk])
        cursor.execute(
            "INSERT INTO articles_textcue (article_id, language, value) SELECT %s, %s, unnest(%s::bigint[])",
            [article.pk, article.language, as_array(map(cue_value, rare))],
        )
        cursor.execute(
            "INSERT INTO articles_commoncue (value) SELECT unnest(%s::bigint[]) ON CONFLICT DO NOTHING",
            [as_array(sorted(common))],
        )


def _ranked(
    article: Article, cues: Collection[str], postings: Mapping[str, Collection[int]]
) -> list[tuple[Article, float]]:
    """The articles of the shortlist with their likeness, best first, by their whole texts and dates."""
    texts = _estimated_articles()
    read = {
        other: cues_of(text_of(other)) for other in _worth_reading(shortlist(postings, texts, _MOST_LISTED))
    }
    weights = weights_of(cues, postings, texts, read.values())
    scored = []
    for other, theirs in read.items():
        scripts = (article.language_info.script, other.language_info.script)
        nearness = _FAR_FACTOR if _are_far(article, other) else 1.0
        scored.append((other, nearness * likeness(cues, theirs, weights, scripts)))
    return sorted(scored, key=lambda pair: (-pair[1], pair[0].pk))


def _worth_reading(listed: list[int]) -> list[Article]:
    """The first few articles of each language among those listed."""
    languages = dict(Article.objects.filter(pk__in=listed).values_list("pk", "language"))
    taken: Counter[str] = Counter()
    chosen = []
    for number in listed:
        language = languages.get(number, "")
        if taken[language] < _MOST_READ:
            chosen.append(number)
        taken[language] += 1
    return list(Article.objects.filter(pk__in=chosen))


def _estimated_articles() -> int:
    """About how many articles there are, as PostgreSQL last counted; -1 where it never did."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE oid = 'articles_article'::regclass")
        return int(cursor.fetchone()[0])


def _are_far(one: Article, other: Article) -> bool:
    """Whether the dates, as far as they are known, exclude that both appeared within a month."""
    return _is_long_before(one.date_latest, other.date_earliest) or _is_long_before(
        other.date_latest, one.date_earliest
    )


def _is_long_before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and (first - last).days > _NEAR_DAYS


def _linked_to(article: Article) -> set[int]:
    """The articles already linked with this one as original or translation, and others of the same original."""
    siblings = Q(original__translation_links__translation=article)
    links = Translation.objects.filter(Q(original=article) | Q(translation=article) | siblings)
    return {number for pair in links.values_list("original_id", "translation_id") for number in pair}
