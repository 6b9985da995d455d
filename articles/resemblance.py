"""Finds and records the near-duplicates and the likely translations of an article already in the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.cognates import COMMON, cue_value, cues_of, is_likely, likeness, shortlist, weights_of
from articles.models.article import Article
from articles.models.resemblance import Resemblance
from articles.models.translation import Translation
from articles.prints import REPRINT_THRESHOLD, containment, prints_of
from articles.vocabulary import ProposalStatus, ResemblanceKind

#: A print of so many articles is a phrase every paper uses, or a note at its foot.
_COMMON_PRINT = 100
_MOST_REPRINTS = 50
_MOST_LISTED, _MOST_READ = 60, 4  # in all; of each language
#: Translations seldom appear later; a text dated further away must be more alike.
_NEAR_DAYS = 31
_FAR_FACTOR = 0.8
#: Makes ingests that run at once write and compare one after the other, until each one's commit.
_LOCK = 0x7072696E7473

_SIMILAR = """
WITH hits AS (
    SELECT hit.article_id, wanted.value, count(*) OVER (PARTITION BY wanted.value) AS articles
    FROM unnest(%(prints)s::bigint[]) AS wanted (value)
    CROSS JOIN LATERAL (
        SELECT article_id FROM articles_textprint print
        WHERE print.value = wanted.value AND print.article_id <> %(article)s LIMIT %(common)s
    ) AS hit
), candidates AS (
    SELECT article_id FROM hits WHERE articles < %(common)s
    GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT %(most)s
)
SELECT article_id, ARRAY(SELECT value FROM articles_textprint print
                         WHERE print.article_id = candidates.article_id)
FROM candidates
UNION ALL
SELECT NULL, ARRAY(SELECT DISTINCT value FROM hits WHERE articles = %(common)s)
"""

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


class AlreadyDecidedError(ValueError):
    """A person has decided about this resemblance before."""


def text_of(article: Article) -> str:
    """The words an article is compared by: a supplied headline is the archive's, not the text's."""
    headline = "" if article.headline_supplied else article.headline
    return "\n".join((headline, article.lede, article.body))


def similar_texts(text: str | Collection[int], *, besides: int = 0) -> list[tuple[int, float]]:
    """The articles that share a fifth or more of the smaller text: (article id, containment), best first.

    `text` is a text or its prints; `besides` is the id of the article that is compared itself. One query.
    Prints of a hundred articles and more are left out on both sides.
    """
    prints = prints_of(text) if isinstance(text, str) else list(text)
    parameters: dict[str, int | str | list[int]] = {
        "prints": prints, "article": besides, "common": _COMMON_PRINT, "most": _MOST_REPRINTS,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_SIMILAR, parameters)
        found = dict(cursor.fetchall())
    common = found.pop(None)
    scored = [(article, containment(prints, values, common)) for article, values in found.items()]
    return sorted(
        (pair for pair in scored if pair[1] >= REPRINT_THRESHOLD), key=lambda pair: (-pair[1], pair[0])
    )


def record_resemblances(article: Article) -> list[Resemblance]:
    """Write the prints of a saved article and propose what it is a reprint of; the proposals that wait.

    What a person has decided stays decided. Of two ingests at once one waits here for the other's commit,
    so that neither misses the other's text: call it last in the transaction of the text.
    """
    prints = prints_of(text_of(article))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute("DELETE FROM articles_textprint WHERE article_id = %s", [article.pk])
        cursor.execute(
            "INSERT INTO articles_textprint (article_id, value) SELECT %s, unnest(%s::bigint[])",
            [article.pk, prints],
        )
        return _propose(article, ResemblanceKind.REPRINT, similar_texts(prints, besides=article.pk))


def likely_translations(article: Article) -> list[tuple[int, float]]:
    """The articles in other languages most likely to say the same: (article id, likeness), best first.

    At most four of each language, whether or not they are alike enough to be proposed (`is_likely`).
    """
    cues = cues_of(text_of(article))
    postings, _common = _look_up(article, cues)
    return [(other.pk, score) for other, score in _ranked(article, cues, postings)]


def record_translations(article: Article) -> list[Resemblance]:
    """Write the cues of a saved article, propose its likely translation in each language; what waits.

    What a person has decided stays decided, and linked translations are not proposed. Waits for another
    ingest's commit as `record_resemblances` does.
    """
    cues = cues_of(text_of(article))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        postings, common = _look_up(article, cues)
        _write_cues(article, postings, common)
        found = _likely(_ranked(article, cues, postings))
        linked = _linked_to(article)
        return _propose(
            article, ResemblanceKind.TRANSLATION, [pair for pair in found if pair[0] not in linked]
        )


def _likely(ranked: Iterable[tuple[Article, float]]) -> list[tuple[int, float]]:
    """The best of each language, where it is likely enough to be proposed."""
    languages: dict[str, list[tuple[int, float]]] = {}
    for other, score in ranked:
        languages.setdefault(other.language, []).append((other.pk, score))
    return [pairs[0] for pairs in languages.values() if is_likely([score for _pk, score in pairs])]


def _look_up(article: Article, cues: Iterable[str]) -> tuple[dict[str, list[int]], list[int]]:
    """For each rare cue the articles in other languages that have it; the values of newly common cues."""
    names = {cue_value(cue): cue for cue in cues}
    parameters: dict[str, int | str | list[int]] = {
        "values": list(names), "language": article.language, "article": article.pk or 0, "common": COMMON,
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
            [article.pk, article.language, [cue_value(cue) for cue in rare]],
        )
        cursor.execute(
            "INSERT INTO articles_commoncue (value) SELECT unnest(%s::bigint[]) ON CONFLICT DO NOTHING",
            [sorted(common)],
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
    """The articles already linked with this one as original or translation."""
    links = Translation.objects.filter(Q(original=article) | Q(translation=article))
    return {number for pair in links.values_list("original_id", "translation_id") for number in pair}


def _propose(article: Article, kind: ResemblanceKind, found: list[tuple[int, float]]) -> list[Resemblance]:
    """Bring the waiting proposals of this kind up to what was found; the best first."""
    on_record = Resemblance.objects.of_article(article.pk).filter(kind=kind)
    known = {pair.article_id + pair.other_id - article.pk: pair for pair in on_record}
    scores = dict(found)
    for other, pair in known.items():
        if pair.status == ProposalStatus.PROPOSED and other not in scores:
            pair.delete()
        elif pair.status == ProposalStatus.PROPOSED and pair.score != scores[other]:
            pair.score = scores[other]
            pair.save(update_fields=["score"])
    new = [
        Resemblance(article=article, other_id=other, kind=kind, score=score)
        for other, score in found
        if other not in known
    ]
    Resemblance.objects.bulk_create(new)
    waiting = [pair for pair in known.values() if pair.status == ProposalStatus.PROPOSED and pair.pk]
    return sorted([*waiting, *new], key=lambda pair: -pair.score)


def accept(
    resemblance: Resemblance, user: AbstractBaseUser, *, original: Article | None = None
) -> Translation | None:
    """Confirm a resemblance; for a translation, link the two texts and return the link.

    `original` is the one of the two that was translated; the one longer on record where it is not given.
    Raises AlreadyDecidedError, or ValueError for an original that is neither of the two.
    """
    with transaction.atomic():
        pair = _decide(resemblance, user, ProposalStatus.ACCEPTED)
        if original and original not in (pair.article, pair.other):
            raise ValueError(_("The original must be one of the two texts."))
        if pair.kind != ResemblanceKind.TRANSLATION:
            return None
        source = original or pair.other
        translation = pair.article if source == pair.other else pair.other
        both = Q(original=source, translation=translation) | Q(original=translation, translation=source)
        link = Translation.objects.filter(both).first()
        return link or Translation.objects.create(original=source, translation=translation)


def reject(resemblance: Resemblance, user: AbstractBaseUser) -> None:
    """Say that two texts are not what was proposed, once for all. Raises AlreadyDecidedError."""
    with transaction.atomic():
        _decide(resemblance, user, ProposalStatus.REJECTED)


def _decide(resemblance: Resemblance, user: AbstractBaseUser, status: ProposalStatus) -> Resemblance:
    """Write a person's decision on a waiting resemblance, locked so that two cannot decide at once."""
    pair = Resemblance.objects.select_for_update().get(pk=resemblance.pk)
    if pair.status != ProposalStatus.PROPOSED:
        raise AlreadyDecidedError(_("This has been decided already."))
    Resemblance.objects.filter(pk=pair.pk).update(status=status, decided_by=user)
    resemblance.refresh_from_db()
    return resemblance
