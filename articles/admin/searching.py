"""What is typed above a list of the desk: texts by the archive's own search, files by their names and digests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from articles.admin.forged import is_number
from articles.models import Accession, Article, Mention, SearchEntry
from articles.search.pieces import SHORTEST_PREFIX
from articles.search.query import read_query
from articles.vocabulary import TextField

Keys = QuerySet[Any, Any]


def articles_found(typed: str) -> Keys | None:
    """The keys of published records by the archive's own search, of others by the words in their texts.

    None where nothing is typed: then all are.
    """
    words = typed.split()
    if not words:
        return None
    found: Keys = Article.objects.unpublished().filter(_all_words(words)).order_by().values("pk")
    read = read_query(typed)
    asked = [read.tsquery]
    if words[-1].isalpha() and len(words[-1]) >= SHORTEST_PREFIX:
        # Who has not typed the word to its end finds it too; one letter would be left out: «Mohammed V».
        asked.append(read_query(f"{typed.strip()}*").tsquery)
    if query := " | ".join(f"({one})" for one in asked if one):
        found = found.union(SearchEntry.objects.looked_up(query).order_by().values("article_id"))
    if read.agents:
        linked = Mention.objects.linked().filter(agent__in=read.agents).order_by()
        found = found.union(linked.values("article"))
    if is_number(typed.strip()):
        found = found.union(Article.objects.filter(pk=int(typed)).order_by().values("pk"))
    return found


def accessions_found(typed: str) -> Keys | None:
    """The keys of accessions by file, sender or digest, and by the texts made of them; None where nothing is typed."""
    texts = articles_found(typed)
    if texts is None:
        return None
    typed = typed.strip()
    named = Accession.objects.filter(Q(path__icontains=typed) | Q(sender_id=typed)).order_by().values("pk")
    digests = Accession.objects.filter(sha256__startswith=typed.lower()).order_by().values("pk")
    made = Article.objects.filter(pk__in=texts).order_by().values("accession")
    return named.union(digests, made)


def _all_words(words: Iterable[str]) -> Q:
    """Each word stands in one of the texts, whatever its accents and capitals."""
    asked = Q()
    for word in words:
        in_one = Q()
        for field in TextField.values:
            in_one |= Q(**{f"{field}__unaccent__icontains": word})
        asked &= in_one
    return asked
