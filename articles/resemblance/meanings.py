"""The meanings of the articles on record: written, and looked up by nearness."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from articles.models.article import Article
from articles.resemblance.proposing import as_array
from articles.semantics import Meaning, closeness

#: So many are taken by the signs of their vectors, then compared number by number.
_MOST_NEAR = 20

# The signs of two vectors differ the less, the smaller the angle between them (Charikar 2002, "Similarity
# estimation techniques from rounding algorithms"). Every row is read: 100,000 of them in some hundredths of a
# second, beside which the vector of the text itself takes longer.
_NEAR = """
(SELECT article_id, values FROM articles_textmeaning
 WHERE language <> %(language)s AND article_id <> %(article)s
 ORDER BY bit_count(signs # %(signs)s::bit(512)) LIMIT %(most)s)
UNION
SELECT article_id, values FROM articles_textmeaning WHERE article_id = ANY (%(others)s::bigint[])
"""

_WRITE = """
INSERT INTO articles_textmeaning (article_id, language, signs, values) VALUES (%s, %s, %s::bit(512), %s)
ON CONFLICT (article_id) DO UPDATE
SET language = excluded.language, signs = excluded.signs, values = excluded.values
"""


def write_meaning(article: Article, meaning: Meaning) -> None:
    """Put the meaning of an article on record, in place of an earlier one."""
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [article.pk, article.language, meaning.signs, meaning.values])


def closenesses(article: Article, meaning: Meaning, others: Collection[int]) -> dict[int, float]:
    """How close to an article those in other languages are that lie nearest, and these `others`. One query.

    An article without a meaning on record is not among them.
    """
    parameters: dict[str, int | str] = {
        "language": article.language, "article": article.pk or 0, "signs": meaning.signs,
        "others": as_array(others), "most": _MOST_NEAR,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, parameters)
        return {number: closeness(meaning.values, bytes(values)) for number, values in cursor.fetchall()}
