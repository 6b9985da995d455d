"""The search index: one narrow row a published article, derived from its record by the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db import models
from django.db.models import Case, F, Func, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.kinds_of_dates import SPANS
from articles.statements import send

#: The day of what is undated, which stands last in every order.
UNDATED = date.min

#: The rank is that of the words near each other (Clarke, Cormack and Tudhope 2000, “cover density”), brought below one
#: where a record is asked for: what is known by its record has no places to compare. Each record that an entry is
#: linked to counts more than all nearness of words, and again where the headline names it.
WEIGHT_OF_RECORD = 1.0
# What PostgreSQL's ts_rank gives for one lexeme without a place, divided by how many are asked for.
_RANK_OF_ONE = 0.0607927
_PERHAPS_NAMING = "SELECT count(*) FROM articles_searchentry WHERE search @@ %s::tsquery"


def way_of_ranking(records: str) -> int:
    """How `ts_rank_cd` scales its rank: divided by the logarithm of the length, and beside records below one."""
    return 1 | (32 if records else 0)


def factor_of_records(records: str) -> float:
    """By what `ts_rank` of a query for records is multiplied, for the weight of each."""
    return WEIGHT_OF_RECORD / _RANK_OF_ONE * records.count("'~")


class SearchEntryQuerySet(models.QuerySet["SearchRow"]):
    """Questions to the index; each narrows, and together they are one look-up in its one index."""

    def matching(self, tsquery: str) -> SearchEntryQuerySet:
        """The entries that match a query in PostgreSQL's own notation."""
        return self.filter(_matches(_tsquery(tsquery)))

    def looked_up(self, tsquery: str) -> SearchEntryQuerySet:
        """As `matching`, by the index for certain: the planner is not shown words that it might take for common."""
        return self.filter(_matches(RawSQL("(SELECT %s::tsquery)", [tsquery])))

    def holding(self, branches: Iterable[Iterable[str]]) -> SearchEntryQuerySet:
        """The entries of texts that hold, letter by letter, the pieces of one of these branches.

        A subquery of its own for each entry that all other conditions leave: the planner must not read all texts.
        """
        texts = Article.objects.filter(pk=OuterRef("article_id")).holding(branches)
        holds = texts.values("holds")  # type: ignore[misc]
        return self.filter(Subquery(holds, output_field=models.BooleanField()))

    def with_tokens(self, tokens: Iterable[str]) -> SearchEntryQuerySet:
        """The entries that hold all of these facet tokens."""
        return self.matching(" & ".join(f"'{token}'" for token in tokens))

    def perhaps_naming(self, agent: int) -> SearchEntryQuerySet:
        """The entries of texts that perhaps name somebody: it is proposed, and not decided."""
        return self.with_tokens([f"~q{agent}"])

    def count_perhaps_naming(self, agent: int) -> int:
        """How many these are in the whole archive, without what composing a query takes: every list of one asks it."""
        ((count,),) = send([(_PERHAPS_NAMING, [f"'~q{agent}'"])])[0]
        return int(count)

    def without_tokens(self, tokens: Iterable[str]) -> SearchEntryQuerySet:
        """The entries that hold none of these facet tokens."""
        return self.matching(" & ".join(["'~e'", *(f"!'{token}'" for token in tokens)]))

    def in_languages(self, languages: Iterable[str]) -> SearchEntryQuerySet:
        """The entries in one of these languages."""
        return self.matching(" | ".join(f"'~l{language}'" for language in languages))

    def undated(self) -> SearchEntryQuerySet:
        """The entries of records whose date is not known at all."""
        return self.filter(date_earliest__isnull=True, date_latest__isnull=True)

    def between(self, start: date | None, end: date | None) -> SearchEntryQuerySet:
        """The entries that certainly or possibly fall between two days, both included."""
        entries = self.exclude(date_earliest__isnull=True, date_latest__isnull=True)
        if start:
            entries = entries.filter(Q(date_latest__gte=start) | Q(date_latest__isnull=True))
        if end:
            entries = entries.filter(Q(date_earliest__lte=end) | Q(date_earliest__isnull=True))
        return entries

    def with_certainty(self, start: date | None, end: date | None) -> SearchEntryQuerySet:
        """Each entry with `is_certain`: its whole date, stated without doubt, lies between the two days."""
        certain = Q(is_qualified=False) if start or end else Q()
        if start:
            certain &= Q(date_earliest__gte=start)
        if end:
            certain &= Q(date_latest__lte=end)
        whens = [When(certain, then=Value(True))] if certain else []
        default = Value(not whens)
        return self.annotate(is_certain=Case(*whens, default=default, output_field=models.BooleanField()))

    def with_rank(self, by_language: Mapping[str, str], records: str = "") -> SearchEntryQuerySet:
        """Each entry with `rank` by the query for its language ("": for all others), and by that for `records`.

        What is linked to them over what only has their words, headline over lede over body, words near each other over
        scattered, short texts over long ones.
        """
        asked = {code: _tsquery(query) for code, query in by_language.items() if query}
        other = asked.pop("", Func(function="to_tsquery", template="''::tsquery"))
        whens = [When(language=code, then=query) for code, query in asked.items()]
        query = Case(*whens, default=other, output_field=SearchQueryField()) if whens else other
        way = way_of_ranking(records)
        rank: Any = Func(
            F("search"), query, Value(way), function="ts_rank_cd", output_field=models.FloatField()
        )
        if records:
            linked = Func(
                F("search"), _tsquery(records), function="ts_rank", output_field=models.FloatField()
            )
            rank += Value(factor_of_records(records)) * linked
        return self.annotate(rank=rank)

    def most_relevant_first(self, by_language: Mapping[str, str], records: str = "") -> SearchEntryQuerySet:
        """By rank, then newest first."""
        return self.with_rank(by_language, records).order_by("-rank", "-day", "-article_id")

    def newest_first(self) -> SearchEntryQuerySet:
        """By date, newest first; undated last."""
        return self.order_by("-day", "-article_id")

    def oldest_first(self) -> SearchEntryQuerySet:
        """By date, oldest first; undated last."""
        return self.order_by(Case(When(day=UNDATED, then=1), default=0), "day", "article_id")


def _matches(tsquery: Func | RawSQL) -> Func:
    """Whether an entry matches a query."""
    return Func(
        F("search"),
        tsquery,
        template="(%(expressions)s)",
        arg_joiner=" @@ ",
        output_field=models.BooleanField(),
    )


def _tsquery(query: str) -> Func:
    return Func(Value(query), template="%(expressions)s::tsquery", output_field=SearchQueryField())


class SearchRow(models.Model):
    """What a search reads: never edited, always derivable (docs/decisions/0003).

    Fit to be distributed: the key is the article's, no foreign key, no trigger, no other unique
    constraint. `search` holds the words and, without positions, tokens to narrow by: `~e` every entry, `~a12` an
    agent, `~q12` one who is only proposed, where nobody else is, `~h12` either of them in the headline, `~t3` a tag,
    `~s4` a source, `~lfr` the language, `~o` one without a text search of its own, `~u` undated, `~x` with a
    translation, `=word` a word of the headline, `^abc` two neighbours (articles/search/pairs.py). `facets` holds the
    same for counting (articles.facet_codes). `day` orders: the first possible day, the last where that is open.
    """

    article_id = models.BigIntegerField(primary_key=True)
    language = models.CharField(max_length=8)
    date_earliest = models.DateField(null=True)
    date_latest = models.DateField(null=True)
    is_qualified = models.BooleanField(default=False)
    day = models.DateField()
    facets = models.BinaryField()
    search = SearchVectorField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.article_id)


class SearchEntry(SearchRow):
    """The entry of each published article."""

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            GinIndex(fields=["search"], name="entry_search", fastupdate=False),
            models.Index(fields=["day", "article_id"], name="entry_day"),
            # Dates with an open beginning, which stand in the list by their end.
            models.Index(
                fields=["day"],
                condition=Q(date_earliest__isnull=True, date_latest__isnull=False),
                name="entry_open_beginning",
            ),
            # How many of them lie behind a year: all other dates are in the totals of their year.
            models.Index(fields=["day"], condition=SPANS, name="entry_span"),
        ]


class SearchSample(SearchRow):
    """A copy of one entry in 32, chosen by its number: what very large results are estimated from."""

    #: How many entries stand for one of the sample.
    FACTOR = 32

    class Meta:
        verbose_name = _("sampled search entry")
        verbose_name_plural = _("sampled search entries")
        indexes = [
            GinIndex(fields=["search"], name="sample_search", fastupdate=False),
            models.Index(fields=["day"], name="sample_day"),
        ]
