"""Totals of the whole archive: how many entries have each facet code, and which version the archive has."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, models
from django.db.models import Func, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from articles.facet_codes import LARGEST, FacetCounts, FacetKind, Flag, facet_code, value_of

_TOTAL = "SELECT coalesce(sum(count), 0) FROM articles_facetcount WHERE code = %s"


def total_of(kind: FacetKind) -> Coalesce:
    """In how many published texts a record of this kind is, by the totals: no text is read for it."""
    code = Func(Value(int(kind)), OuterRef("pk"), function="archive_code", output_field=models.IntegerField())
    counted = FacetCount.objects.filter(code=code).order_by().values("code").annotate(total=Sum("count"))
    return Coalesce(Subquery(counted.values("total")), 0, output_field=models.BigIntegerField())


class FacetCountQuerySet(models.QuerySet["FacetCount"]):
    """Questions to the totals."""

    def version(self) -> int:
        """The archive's version."""
        return self.of_code(facet_code(FacetKind.FLAG, Flag.VERSION))

    def of_code(self, code: int) -> int:
        """The total of a code: asked on every request, so without what composing a query takes."""
        with connection.cursor() as cursor:
            cursor.execute(_TOTAL, [code])
            return int(cursor.fetchone()[0])

    def total(self, flag: Flag) -> int:
        """How many entries have a flag."""
        return self.totals(flag)[flag]

    def totals(self, *flags: Flag) -> dict[Flag, int]:
        """The same for several flags, in one query."""
        codes = {facet_code(FacetKind.FLAG, flag): flag for flag in flags}
        counted = self.filter(code__in=codes).values("code").annotate(total=Sum("count"))
        return dict.fromkeys(flags, 0) | {codes[row["code"]]: row["total"] for row in counted}

    def of_kinds(self, *kinds: FacetKind) -> FacetCounts:
        """The totals of all codes of these kinds."""
        asked = models.Q()
        for kind in kinds:
            asked |= _of(kind)
        counted = self.filter(asked).values("code").annotate(total=Sum("count")).filter(total__gt=0)
        return FacetCounts({row["code"]: row["total"] for row in counted})

    def commonest(self, kind: FacetKind, limit: int) -> dict[int, int]:
        """Code → total of the commonest codes of a kind."""
        counted = self.filter(_of(kind)).values("code").annotate(total=Sum("count")).filter(total__gt=0)
        return {row["code"]: row["total"] for row in counted.order_by("-total", "code")[:limit]}

    def of_values(self, kind: FacetKind, values: Iterable[int]) -> dict[int, int]:
        """Value → total, of these of a kind; those of no entry are left out."""
        codes = [facet_code(kind, value) for value in values]
        counted = self.filter(code__in=codes).values("code").annotate(total=Sum("count")).filter(total__gt=0)
        return {value_of(row["code"]): row["total"] for row in counted}


def _of(kind: FacetKind) -> models.Q:
    """The codes of a kind."""
    return models.Q(code__gte=facet_code(kind, 0), code__lte=facet_code(kind, LARGEST))


class FacetCount(models.Model):
    """What a change added to the total of a code; the rows of a code are summed, and folded into one at times.

    Nobody changes a row, so no two writers ever wait for each other (docs/decisions/0006).
    """

    code = models.IntegerField()
    count = models.BigIntegerField()

    objects = FacetCountQuerySet.as_manager()

    class Meta:
        verbose_name = "facet count"
        verbose_name_plural = "facet counts"
        indexes = [models.Index(fields=["code"], include=["count"], name="facet_count_code")]

    def __str__(self) -> str:
        return f"{self.code}: {self.count}"
