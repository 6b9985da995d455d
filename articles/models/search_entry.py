"""The search index: one narrow row a published article, derived from its record by the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models
from django.db.models import Case, Count, Expression, F, Func, Q, Value, When
from django.db.models.functions import Coalesce, ExtractYear
from django.utils.translation import gettext_lazy as _


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Questions to the index; each narrows, and together they are one look-up in its one index."""

    @contextmanager
    def derived_once(self) -> Iterator[list[int]]:
        """Put off the index while a record is written in several statements, inside a transaction.

        The entries of the article ids that were appended to the list are derived at the end, once.
        """
        identifiers: list[int] = []
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL archive.indexing = 'later'")
            yield identifiers
            cursor.execute("SELECT archive_index(%s::bigint[])", [identifiers])
            cursor.execute("SET LOCAL archive.indexing = ''")

    def matching(self, tsquery: str) -> SearchEntryQuerySet:
        """The entries that match a query in PostgreSQL's own notation."""
        return self.filter(
            Func(
                F("search"),
                Value(tsquery),
                template="(%(expressions)s::tsquery)",
                arg_joiner=" @@ ",
                output_field=models.BooleanField(),
            )
        )

    def with_tokens(self, tokens: Iterable[str]) -> SearchEntryQuerySet:
        """The entries that hold all of these facet tokens."""
        return self.matching(" & ".join(f"'{token}'" for token in tokens))

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

    def count_by_year(self) -> dict[int | None, int]:
        """Year of the first possible day (of the last one where that is open) → how many; None: undated."""
        year = ExtractYear(Coalesce("date_earliest", "date_latest"))
        counted = self.order_by().annotate(year=year).values("year").annotate(count=Count("*"))
        return dict(counted.values_list("year", "count"))

    def count_by_language(self) -> list[tuple[str, int]]:
        """(language, how many), the commonest first."""
        counted = self.order_by().values("language").annotate(count=Count("*"))
        return list(counted.order_by("-count", "language").values_list("language", "count"))

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

    def with_rank(self, tsquery: str) -> SearchEntryQuerySet:
        """Each entry with `rank`: headline over lede over body, words near each other over scattered."""
        # 1 + 32: divided by the logarithm of the length, scaled to 0..1
        return self.annotate(
            rank=Func(
                F("search"),
                Func(Value(tsquery), template="%(expressions)s::tsquery"),
                Value(33),
                function="ts_rank",
                output_field=models.FloatField(),
            )
        )

    def newest_first(self) -> SearchEntryQuerySet:
        """By date, newest first; undated last."""
        return self.order_by(*_by_date(descending=True))

    def oldest_first(self) -> SearchEntryQuerySet:
        """By date, oldest first; undated last."""
        return self.order_by(*_by_date(descending=False))

    def most_relevant_first(self, tsquery: str) -> SearchEntryQuerySet:
        """By rank, then newest first."""
        return self.with_rank(tsquery).order_by(F("rank").desc(), *_by_date(descending=True))


def _by_date(*, descending: bool) -> tuple[Expression, Expression]:
    """The order of a list by date: its first possible day, or the last one where that is open."""
    day = Coalesce("date_earliest", "date_latest")
    if descending:
        return day.desc(nulls_last=True), F("article_id").desc()
    return day.asc(nulls_last=True), F("article_id").asc()


class SearchEntry(models.Model):
    """What a search reads: never edited, always derivable (docs/decisions/0003).

    Fit to be distributed: the key is the article's, no foreign key, no trigger, no other unique
    constraint. `search` holds the words and, without positions, the facet tokens: `~a12` an agent,
    `~t3` a tag, `~s4` a source, `~lfr` the language, `~u` undated.
    """

    article_id = models.BigIntegerField(primary_key=True)
    language = models.CharField(max_length=8)
    date_earliest = models.DateField(null=True)
    date_latest = models.DateField(null=True)
    is_qualified = models.BooleanField(default=False)
    search = SearchVectorField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            GinIndex(fields=["search"], name="entry_search", fastupdate=False),
            models.Index(
                Coalesce("date_earliest", "date_latest").desc(nulls_last=True),
                F("article_id").desc(),
                name="entry_newest",
            ),
        ]

    def __str__(self) -> str:
        return str(self.article_id)
