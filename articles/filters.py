"""The filters of the article list: each reads one parameter of the address and narrows the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate, EdtfError
from articles.languages import LANGUAGES
from articles.models import Agent, Article, Institution, Person, SearchEntry, Source, Tag
from articles.models.search_entry import SearchEntryQuerySet
from articles.search.query import ReadQuery, read_query
from articles.search.results import Criteria

#: The letters that stand for each kind of record in the tokens of the index.
TOKENS: dict[type[Model], str] = {Person: "a", Institution: "a", Tag: "t", Source: "s"}

SORTS = (("relevance", _("relevance")), ("newest", _("newest first")), ("oldest", _("oldest first")))
_PARTIAL_DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")


class RepeatedInput(forms.MultipleHiddenInput):
    """A parameter that may be repeated."""


class UnknownRecords(ValidationError):  # noqa: N818 - it is named for what is told
    """Some slugs are of no record; `known` are the records of the others."""

    def __init__(self, slugs: str, known: list[Model]) -> None:
        self.known = known
        super().__init__(_("Not in this archive: %(slugs)s."), params={"slugs": slugs})


class RecordsField(forms.Field):
    """Slugs of records of one kind, in the address once or several times."""

    widget = RepeatedInput

    def __init__(self, *, model: type[Model], **kwargs: Any) -> None:
        self.model = model
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[Model]:
        """The records, in the order of their slugs; an unknown slug is an error that names it.

        The error keeps the known ones, as `known`: the filter is applied by them.
        """
        slugs = list(dict.fromkeys(slug.replace("\x00", "�") for slug in value or [] if slug))
        if not slugs:
            return []
        found = {record.slug: record for record in self._records().filter(slug__in=slugs)}
        if unknown := [slug for slug in slugs if slug not in found]:
            known = [found[slug] for slug in slugs if slug in found]
            raise UnknownRecords(", ".join(unknown), known)
        return [found[slug] for slug in slugs]

    def _records(self) -> QuerySet[Any]:
        records = self.model._default_manager.all()
        return records.prefetch_related("names") if issubclass(self.model, Agent) else records


class PartialDateField(forms.CharField):
    """A year, a month or a day."""

    def clean(self, value: Any) -> EdtfDate | None:
        """The date, or None for an empty field."""
        text = super().clean(value)
        if not text:
            return None
        if not _PARTIAL_DATE.match(text):
            raise ValidationError(_("Write a year, a month or a day: 2016, 2016-12 or 2016-12-15."))
        try:
            return EdtfDate.parse(text)
        except EdtfError as error:
            raise ValidationError(str(error)) from error


class TypedSwitch(forms.CheckboxInput):
    """A box whose value comes as it stands in the address."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ARG002 - Django's
        """The text, or None where the parameter is missing."""
        return data.get(name)


class SwitchField(forms.Field):
    """Yes or no; what is neither is an error, not a yes."""

    widget = TypedSwitch

    def clean(self, value: Any) -> bool:
        """True for 1, on, true or yes; False for 0, off, false, no or nothing."""
        text = str(value or "").strip().lower()
        if text not in {"1", "on", "true", "yes", "0", "off", "false", "no", ""}:
            raise ValidationError(_("Write 1 for yes, 0 for no."))
        return text in {"1", "on", "true", "yes"}


class SwitchFilter(django_filters.Filter):
    """A parameter that is on or off."""

    field_class = SwitchField


class RecordsFilter(django_filters.Filter):
    """Keeps the articles linked to all of the named records."""

    field_class = RecordsField

    def filter(self, qs: SearchEntryQuerySet, value: Sequence[Model]) -> SearchEntryQuerySet:
        """Narrow by one token for each record."""
        return qs.with_tokens(_tokens(value)) if value else qs


class PartialDateFilter(django_filters.Filter):
    """One end of a span of dates; `ArticleFilter` joins the two ends."""

    field_class = PartialDateField

    def filter(self, qs: SearchEntryQuerySet, value: EdtfDate | None) -> SearchEntryQuerySet:  # noqa: ARG002
        """Nothing by itself."""
        return qs


class ArticleFilterForm(forms.Form):
    """The form of the filters; refuses a span of dates that ends before it begins."""

    def clean(self) -> dict[str, Any]:
        """Join the two ends of the span."""
        values = super().clean() or {}
        start, end = values.get("date_from"), values.get("date_to")
        if start and end and start.earliest > end.latest:
            self.add_error("date_to", _("This is before the first date."))
        return self.cleaned_data


class ArticleFilter(django_filters.FilterSet):
    """The parameters of the article list and of its exports (contract, Addresses)."""

    q = django_filters.CharFilter(method="filter_query", label=_("Words or names"))
    person = RecordsFilter(model=Person, label=_("People"))
    institution = RecordsFilter(model=Institution, label=_("Institutions"))
    tag = RecordsFilter(model=Tag, label=_("Tags"))
    source = RecordsFilter(model=Source, label=_("Sources"))
    language = django_filters.MultipleChoiceFilter(
        method="filter_languages",
        choices=[(code, language.name) for code, language in LANGUAGES.items()],
        widget=RepeatedInput,
        label=_("Languages"),
    )
    date_from = PartialDateFilter(label=_("From"))
    date_to = PartialDateFilter(label=_("To"))
    undated = SwitchFilter(method="filter_undated", label=_("Only texts without a date"))
    exact = SwitchFilter(method="filter_nothing", label=_("Exactly these letters"))
    sort = django_filters.ChoiceFilter(method="filter_nothing", choices=SORTS, label=_("Order"))

    class Meta:
        model = SearchEntry
        fields: list[str] = []
        form = ArticleFilterForm

    def __init__(
        self,
        data: Any = None,
        queryset: SearchEntryQuerySet | None = None,
        *,
        query: ReadQuery | None = None,
        **kwargs: Any,
    ) -> None:
        """`query` is the reader's words, where they have been read before."""
        if query is not None:
            self.query = query
        super().__init__(data, SearchEntry.objects.all() if queryset is None else queryset, **kwargs)

    @cached_property
    def values(self) -> dict[str, Any]:
        """The values that could be read; a parameter with an error is left out."""
        self.form.is_valid()
        values = dict(self.form.cleaned_data)
        for name, errors in self.form.errors.as_data().items():
            for error in errors:
                if isinstance(error, UnknownRecords):
                    values[name] = error.known
        return values

    @cached_property
    def query(self) -> ReadQuery:
        """The reader's words, read."""
        return read_query(self.values.get("q") or "", exact=bool(self.values.get("exact")))

    @cached_property
    def date_span(self) -> tuple[date | None, date | None]:
        """First and last day asked for."""
        start, end = self.values.get("date_from"), self.values.get("date_to")
        return (start.earliest if start else None), (end.latest if end else None)

    @property
    def criteria(self) -> Criteria:
        """What is asked for, ready to be searched."""
        agents = [*self.values.get("person", ()), *self.values.get("institution", ())]
        return Criteria(
            entries=self.qs,
            query=self.query,
            date_from=self.date_span[0],
            date_to=self.date_span[1],
            sort=self.values.get("sort") or ("relevance" if self.query.tsquery else "newest"),
            agents=frozenset(agent.pk for agent in agents),
        )

    def filter_queryset(self, queryset: SearchEntryQuerySet) -> SearchEntryQuerySet:
        """Every filter that could be read, then the span of dates as one."""
        for name, value in self.values.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset.between(*self.date_span) if any(self.date_span) else queryset

    def filter_query(self, queryset: SearchEntryQuerySet, _name: str, _value: str) -> SearchEntryQuerySet:
        """Keep what matches the words; with `exact`, what holds them letter by letter."""
        if self.query.exact:
            return queryset.filter(
                article_id__in=Article.objects.containing(self.query.branches).values("pk")
            )
        return queryset.matching(self.query.tsquery) if self.query.tsquery else queryset

    def filter_languages(
        self, queryset: SearchEntryQuerySet, _name: str, value: Iterable[str]
    ) -> SearchEntryQuerySet:
        """Keep the texts in any of these languages."""
        return queryset.in_languages(value) if value else queryset

    def filter_undated(
        self, queryset: SearchEntryQuerySet, _name: str, value: bool | None
    ) -> SearchEntryQuerySet:
        """Keep the texts without a date."""
        return queryset.with_tokens(["~u"]) if value else queryset

    def filter_nothing(self, queryset: SearchEntryQuerySet, _name: str, _value: Any) -> SearchEntryQuerySet:
        """For parameters that order or change the reading of others."""
        return queryset


def _tokens(records: Iterable[Model]) -> list[str]:
    """The tokens by which the index knows these records."""
    return [f"~{TOKENS[type(record)]}{record.pk}" for record in records]
