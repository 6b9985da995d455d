"""Finds and records the near-duplicates of a text: sent in one go for a text that is like none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import chain

from django.db import transaction

from articles.models.article import Article
from articles.models.resemblance import Resemblance
from articles.prints import COMMON_PRINT, REPRINT_THRESHOLD, Comparison, prints_of
from articles.resemblance.proposing import LOCK, as_array, propose, text_of
from articles.statements import Prepared, send
from articles.vocabulary import ResemblanceKind

#: Texts that share fewer prints are not compared, of the others those that share most. A short text may be an
#: excerpt of a long one that kept few of the prints they share: two are enough for it.
_FEWEST_SHARED, _FEWEST_OF_SHORT, _SHORT = 3, 2, 30
_MOST_COMPARED = 30

# Takes the lock before it writes; the look that follows is a statement of its own and sees all that others
# have committed until then.
_WRITE = Prepared(
    "write_prints",
    ("bigint", "bigint[]", "bigint"),
    """
INSERT INTO articles_printset (article_id, values)
SELECT $1, $2 FROM (SELECT pg_advisory_xact_lock($3)) AS turn
ON CONFLICT (article_id) DO UPDATE SET values = excluded.values
RETURNING xmax = 0
""",
)

_HITS = Prepared(
    "articles_with_prints",
    ("bigint", "int", "bigint[]"),
    """
SELECT wanted.value, ARRAY(SELECT article_id FROM articles_textprint print
                           WHERE print.value = wanted.value AND print.article_id <> $1 LIMIT $2)
FROM unnest($3) AS wanted (value)
""",
)

_SETS = Prepared(
    "prints_of_articles",
    ("bigint[]",),
    "SELECT article_id, values FROM articles_printset WHERE article_id = ANY ($1)",
)


def similar_texts(text: str | Collection[int], *, besides: int = 0) -> list[tuple[int, float]]:
    """The articles that are likely the same text, cut or edited: (article id, containment), best first.

    `text` is a text or its prints; `besides` is the id of the article that is compared itself. One query,
    and a second one where texts share prints. Prints tell the less the more articles have them, and nothing
    from a hundred on.
    """
    prints = prints_of(text) if isinstance(text, str) else list(text)
    [hits] = send([(_HITS, _wanted(prints, besides))])
    return _weighed(prints, dict(hits))


def _wanted(prints: Collection[int], besides: int) -> list[int | str]:
    return [besides, COMMON_PRINT, as_array(prints)]


def _weighed(prints: Collection[int], hits: Mapping[int, list[int]]) -> list[tuple[int, float]]:
    """Of the articles that have prints of a text those that are alike enough, the best first."""
    shared = Counter(chain.from_iterable(having for having in hits.values() if len(having) < COMMON_PRINT))
    fewest = _FEWEST_SHARED if len(prints) >= _SHORT else min(_FEWEST_OF_SHORT, len(prints))
    worth = [number for number, count in shared.most_common(_MOST_COMPARED) if count >= fewest]
    if not worth:
        return []
    comparison = Comparison(prints, {value: len(having) for value, having in hits.items()})
    [sets] = send([(_SETS, [as_array(worth)])])
    scored = [(number, comparison.containment(values)) for number, values in sets]
    return sorted(
        (pair for pair in scored if pair[1] >= REPRINT_THRESHOLD), key=lambda pair: (-pair[1], pair[0])
    )


def record_resemblances(article: Article, prints: Collection[int] | None = None) -> list[Resemblance]:
    """Write the prints of a saved article and propose what it is a reprint of; the proposals that wait.

    What a person has decided stays decided. Of two ingests at once one waits here for the other's commit,
    so that neither misses the other's text: call it last in the transaction of the text. `prints` are those of the
    article where they are known.
    """
    prints = prints_of(text_of(article)) if prints is None else prints
    with transaction.atomic(savepoint=False):
        # Sent together, they are two statements still: what was committed before the lock was given is seen.
        written = [article.pk, as_array(prints), LOCK]
        [[(is_new,)], hits] = send([(_WRITE, written), (_HITS, _wanted(prints, article.pk))])
        found = _weighed(prints, dict(hits))
        # An article that was never compared has no proposals to bring up to date.
        return [] if is_new and not found else propose(article, ResemblanceKind.REPRINT, found)
