"""The filters of the list of articles: by year, by how exact the date is, by language, by waiting proposals."""

# ruff: noqa: ARG002 - the signatures are Django’s

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.facet_codes import FacetKind, language_named
from articles.languages import LANGUAGES
from articles.models import Article, FacetCount, Mention, SearchEntry
from articles.models.kinds_of_dates import COARSE, DOUBTFUL, SEVERAL_DAYS, SPANS


class YearFilter(admin.SimpleListFilter):
    """The records that may be of a year, by the first and last day their date can mean."""

    title = _("year")
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        years = set(FacetCount.objects.of_kinds(FacetKind.MONTH).by_year)
        # The totals know the years of all public records but those whose dates lie in several.
        for others in (SearchEntry.objects.filter(SPANS), Article.objects.unpublished()):
            for field in ("date_earliest", "date_latest"):
                years |= {day.year for day in others.exclude(**{field: None}).dates(field, "year")}
        return [(str(year), str(year)) for year in sorted(years, reverse=True)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value() or ""
        if not value.isdecimal() or not 1 <= int(value) <= 9999:
            return queryset
        first, last = date(int(value), 1, 1), date(int(value), 12, 31)
        # Those that begin before it and reach it are few, and have an index: the others need no look at their end.
        begun_before = Q(date_earliest__isnull=True) | Q(date_earliest__lt=first)
        reaching = SPANS & begun_before & (Q(date_latest__isnull=True) | Q(date_latest__gte=first))
        begun_in_it = Article.objects.filter(date_earliest__range=(first, last))
        found = (
            begun_in_it.order_by()
            .values("pk")
            .union(Article.objects.filter(reaching).order_by().values("pk"))
        )
        # Gathered first: the planner would pass all dates before the year.
        return queryset.filter(pk__in=found)


class UsedOnlyFilter(admin.RelatedFieldListFilter):
    """The tags or outlets that an article has, each looked for by itself: not all articles are read."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        used = Exists(Article.objects.filter(**{field.name: OuterRef("pk")}))
        order = self.field_admin_ordering(field, request, model_admin)
        choices: list[tuple[str, Any]] = field.get_choices(
            include_blank=False, ordering=order, limit_choices_to=Q(used)
        )
        return choices


class ExactnessFilter(admin.SimpleListFilter):
    """How much of the date is known."""

    title = _("what is known of the date")
    parameter_name = "known"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("none", _("undated")),
            ("coarse", _("month or year only")),
            ("several", _("several days or an interval")),
            ("doubtful", _("about or uncertain")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "none":
                # They have no days either, which is what the list is in order of.
                return queryset.filter(date__isnull=True, date_earliest__isnull=True)
            case "coarse":
                return queryset.filter(COARSE)
            case "several":
                return queryset.filter(SEVERAL_DAYS)
            case "doubtful":
                return queryset.filter(DOUBTFUL)
        return queryset


class LanguageFilter(admin.SimpleListFilter):
    """The languages in which there are records, by their own names."""

    title = _("language")
    parameter_name = "language"
    #: From the record of the list to the language of an article.
    path = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        counted = FacetCount.objects.of_kinds(FacetKind.LANGUAGE).of_kind(FacetKind.LANGUAGE)
        others = Article.objects.unpublished().order_by().values_list("language", flat=True).distinct()
        present = {*map(language_named, counted), *others}
        return [(code, language.name) for code, language in LANGUAGES.items() if code in present]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if not value:
            return queryset
        return queryset.filter(**{self.path: value}) if value in LANGUAGES else queryset.none()


class MentionLanguageFilter(LanguageFilter):
    """The language of the article in which a mention stands."""

    path = "article__language"


class TranslationLanguageFilter(LanguageFilter):
    """The language of a translation."""

    path = "translation__language"


class ProposalFilter(admin.SimpleListFilter):
    """Whether mentions wait for a person's decision."""

    title = _("proposals")
    parameter_name = "proposals"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("some to decide")), ("no", _("no proposal"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        waiting = Exists(Mention.objects.proposed().filter(article=OuterRef("pk")))
        match self.value():
            case "yes":
                return queryset.filter(waiting)
            case "no":
                return queryset.filter(~waiting)
        return queryset
