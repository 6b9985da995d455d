"""The filters of the article list: each reads one parameter of the address and narrows the index."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from copy import copy
from datetime import date
from typing import Any, ClassVar, Self

import django_filters
from django.db.models import Model
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate
from articles.facet_codes import FacetKind, Flag, facet_code, language_value
from articles.forms import (
    ArticleFilterForm,
    ChoicesField,
    CursorField,
    Named,
    PageField,
    PartialDateField,
    RecordsField,
    RepeatedText,
    SwitchField,
    is_day_first,
)
from articles.languages import LANGUAGES
from articles.models import Institution, Person, SearchEntry, Source, Tag
from articles.models.search_entry import SearchEntryQuerySet
from articles.repeated import PartlyReadError, combined
from articles.search.criteria import Criteria
from articles.search.query import ReadQuery, read_query

#: Parameters that name one record or language each, and the kind of its facet code.
FACETS = {
    "person": FacetKind.PERSON,
    "institution": FacetKind.INSTITUTION,
    "tag": FacetKind.TAG,
    "source": FacetKind.SOURCE,
}
#: The letters that stand for each kind of record in the tokens of the index.
TOKENS: dict[type[Model], str] = {Person: "a", Institution: "a", Tag: "t", Source: "s"}

SORTS = (("relevance", _("relevance")), ("newest", _("newest first")), ("oldest", _("oldest first")))


def _languages() -> list[tuple[str, str]]:
    """The choices of a language: a function, because a set of filters copies all its values for each page."""
    return [(code, language.name) for code, language in LANGUAGES.items()]


class LeanFilter(django_filters.Filter):
    """A filter whose copy, one for each page, shares what no page changes."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """The filter, for another set of filters."""
        copied = copy(self)
        copied.method = self.method  # bound to the copy
        return copied


class RepeatedTextFilter(LeanFilter):
    """A text that may be repeated."""

    field_class = RepeatedText


class PageFilter(LeanFilter):
    """The number of a page."""

    field_class = PageField


class CursorFilter(LeanFilter):
    """A place in the order."""

    field_class = CursorField


class SwitchFilter(LeanFilter):
    """A parameter that is on or off."""

    field_class = SwitchField


class ChoicesFilter(LeanFilter):
    """Some of a list of choices."""

    field_class = ChoicesField


class RecordsFilter(LeanFilter):
    """Keeps the articles linked to all of the named records."""

    field_class = RecordsField

    def filter(self, qs: SearchEntryQuerySet, value: Sequence[Named]) -> SearchEntryQuerySet:
        """Narrow by one token for each record."""
        return qs.with_tokens(self._tokens(value)) if value else qs

    def _tokens(self, records: Iterable[Named]) -> list[str]:
        """The tokens by which the index knows these records."""
        letter = TOKENS[self.extra["model"]]
        return [f"~{letter}{record.pk}" for record in records]


class NoRecordsFilter(RecordsFilter):
    """Leaves out the articles linked to any of the named records."""

    def filter(self, qs: SearchEntryQuerySet, value: Sequence[Named]) -> SearchEntryQuerySet:
        """Narrow by the absence of each token."""
        return qs.without_tokens(self._tokens(value)) if value else qs


class PartialDateFilter(LeanFilter):
    """One end of a span of dates; `ArticleFilter` joins the two ends."""

    field_class = PartialDateField

    def filter(self, qs: SearchEntryQuerySet, value: EdtfDate | None) -> SearchEntryQuerySet:  # noqa: ARG002
        """Nothing by itself."""
        return qs


class ArticleFilter(django_filters.FilterSet):
    """The parameters of the article list and of its exports (contract, Addresses)."""

    q = django_filters.CharFilter(method="filter_query", label=_("Words or names"))
    person = RecordsFilter(model=Person, label=_("People"))
    institution = RecordsFilter(model=Institution, label=_("Institutions"))
    tag = RecordsFilter(model=Tag, label=_("Tags"))
    source = RecordsFilter(model=Source, label=_("Sources"))
    language = ChoicesFilter(method="filter_languages", choices=_languages, label=_("Languages"))
    not_person = NoRecordsFilter(model=Person, label=_("People left out"))
    not_institution = NoRecordsFilter(model=Institution, label=_("Institutions left out"))
    not_tag = NoRecordsFilter(model=Tag, label=_("Tags left out"))
    not_source = NoRecordsFilter(model=Source, label=_("Sources left out"))
    not_language = ChoicesFilter(
        method="filter_other_languages", choices=_languages, label=_("Languages left out")
    )
    translated = django_filters.ChoiceFilter(
        method="filter_translated",
        choices=[("1", _("with a translation")), ("0", _("without a translation"))],
        label=_("Translation"),
        error_messages={
            "invalid_choice": _(
                "“%(value)s” is neither 1 (with a translation) nor 0 (without): it is not applied."
            )
        },
    )
    date_from = PartialDateFilter(label=_("From"))
    date_to = PartialDateFilter(label=_("To"))
    undated = SwitchFilter(method="filter_undated", label=_("Only texts without a date"))
    exact = SwitchFilter(method="filter_nothing", label=_("Exactly these letters"))
    words = RepeatedTextFilter(method="filter_nothing", label=_("Taken as words, not as names"))
    sort = django_filters.ChoiceFilter(
        method="filter_nothing",
        choices=SORTS,
        label=_("Order"),
        error_messages={
            "invalid_choice": _("There is no order “%(value)s”: the texts stand in their usual one.")
        },
    )
    page = PageFilter(method="filter_nothing", label=_("Page"))
    after = CursorFilter(method="filter_nothing", label=_("After"))

    _form_class: ClassVar[type[ArticleFilterForm] | None] = None

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
        super().__init__(
            combined(data, day_first=is_day_first()),
            SearchEntry.objects.all() if queryset is None else queryset,
            **kwargs,
        )

    def get_form_class(self) -> type[ArticleFilterForm]:
        """The form, made once: its fields are the same for every page, and each form copies them."""
        if ArticleFilter._form_class is None:
            ArticleFilter._form_class = super().get_form_class()
        return ArticleFilter._form_class

    @cached_property
    def values(self) -> dict[str, Any]:
        """The values that could be read; of a parameter with an error what is known of it, if anything."""
        self.form.is_valid()
        values = dict(self.form.cleaned_data)
        for name, errors in self.form.errors.as_data().items():
            for error in errors:
                if isinstance(error, PartlyReadError):
                    values[name] = error.known
        return values

    @property
    def is_partly_read(self) -> bool:
        """Whether a filter could not be read; an order and a page are none, and say so at their places."""
        return bool(self.form.errors.keys() - {"sort", "page", "after"})

    @cached_property
    def query(self) -> ReadQuery:
        """The reader's words, read."""
        values = self.values
        return read_query(
            values.get("q") or "", exact=bool(values.get("exact")), as_words=values.get("words") or ()
        )

    def asking(self, words: ReadQuery | str) -> ArticleFilter:
        """The same filters beside other words, that may have been read before."""
        as_words = self.values.get("words") or ()
        query = (
            read_query(words, exact=self.query.exact, as_words=as_words) if isinstance(words, str) else words
        )
        others = ArticleFilter(self.data, query=query)
        others.values = self.values
        return others

    @cached_property
    def date_span(self) -> tuple[date | None, date | None]:
        """First and last day asked for."""
        start, end = self.values.get("date_from"), self.values.get("date_to")
        return (start.earliest if start else None), (end.latest if end else None)

    @cached_property
    def criteria(self) -> Criteria:
        """What is asked for, ready to be searched."""
        values = self.values
        agents = [*values.get("person", ()), *values.get("institution", ())]
        sort = values.get("sort") or ""
        if sort == "relevance" and not self.query.tsquery:
            sort = ""
        return Criteria(
            narrow=self.filter_queryset,
            query=self.query,
            date_from=self.date_span[0],
            date_to=self.date_span[1],
            sort=sort or ("relevance" if self.query.tsquery and not self.query.exact else "newest"),
            agents=frozenset(agent.pk for agent in agents),
            code=self._only_code(),
            reads_texts=bool(self.query.exact and self.query.branches),
            narrow_by_index=self.filter_by_index,
            page=values.get("page") or 1,
            cursor=values.get("after"),
        )

    def _only_code(self) -> int | None:
        """The facet code asked for, where nothing else is; that of every entry where nothing is."""
        asked = {
            name: value
            for name, value in self.values.items()
            if value and name not in ("page", "after", "sort")
        }
        if not asked:
            return facet_code(FacetKind.FLAG, Flag.ENTRY)
        (name, value), *others = asked.items()
        if others or name == "undated":
            return None if others else facet_code(FacetKind.FLAG, Flag.UNDATED)
        if name == "language" and len(value) == 1:
            return facet_code(FacetKind.LANGUAGE, language_value(value[0]))
        if name in FACETS and len(value) == 1:
            return facet_code(FACETS[name], value[0].pk)
        return None

    def filter_queryset(self, queryset: SearchEntryQuerySet) -> SearchEntryQuerySet:
        """Every filter that could be read."""
        narrowed = self.filter_by_index(queryset)
        if self.query.exact and self.query.branches:
            narrowed = narrowed.holding(self.query.branches)
        return narrowed

    def filter_by_index(
        self, queryset: SearchEntryQuerySet, without: Container[str] = ()
    ) -> SearchEntryQuerySet:
        """Every filter that the index answers but those named, the span of dates as one."""
        for name, value in self.values.items():
            if name not in without:
                queryset = self.filters[name].filter(queryset, value)
        return queryset.between(*self.date_span) if any(self.date_span) else queryset

    def perhaps_naming(self, agent: int) -> SearchEntryQuerySet:
        """The entries of texts that only perhaps name whom alone the list is narrowed to, all other filters kept."""
        return self.filter_by_index(SearchEntry.objects.perhaps_naming(agent), ("person", "institution"))

    def filter_query(self, queryset: SearchEntryQuerySet, _name: str, _value: str) -> SearchEntryQuerySet:
        """Keep what matches the words."""
        return queryset.matching(self.query.tsquery) if self.query.tsquery else queryset

    def filter_languages(
        self, queryset: SearchEntryQuerySet, _name: str, value: Iterable[str]
    ) -> SearchEntryQuerySet:
        """Keep the texts in any of these languages."""
        return queryset.in_languages(value) if value else queryset

    def filter_other_languages(
        self, queryset: SearchEntryQuerySet, _name: str, value: Iterable[str]
    ) -> SearchEntryQuerySet:
        """Leave out the texts in any of these languages."""
        return queryset.without_tokens([f"~l{code}" for code in value]) if value else queryset

    def filter_translated(self, queryset: SearchEntryQuerySet, _name: str, value: str) -> SearchEntryQuerySet:
        """Keep the texts with a translation, or those without."""
        if not value:
            return queryset
        return queryset.with_tokens(["~x"]) if value == "1" else queryset.without_tokens(["~x"])

    def filter_undated(
        self, queryset: SearchEntryQuerySet, _name: str, value: bool | None
    ) -> SearchEntryQuerySet:
        """Keep the texts without a date."""
        return queryset.with_tokens(["~u"]) if value else queryset

    def filter_nothing(self, queryset: SearchEntryQuerySet, _name: str, _value: Any) -> SearchEntryQuerySet:
        """For parameters that order or change the reading of others."""
        return queryset
