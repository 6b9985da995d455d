"""The facets beside a result: what else the texts found have in common, as choices with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.filters import ArticleFilter
from articles.languages import LANGUAGES
from articles.models import Institution, Person, Source, Tag

#: So many choices stand open; the rest, up to the second figure, wait behind “more”.
OPEN, MOST = 6, 30


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice; `language` where its label is written in that language."""

    value: str
    label: str
    count: int
    is_chosen: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of choices under the name of their parameter."""

    name: str
    label: str | Promise
    choices: list[Choice]
    errors: Sequence[str] = field(default_factory=tuple)

    @property
    def open_choices(self) -> list[Choice]:
        """Those shown at once: what is chosen, and the first few."""
        return [one for place, one in enumerate(self.choices) if place < OPEN or one.is_chosen]

    @property
    def more_choices(self) -> list[Choice]:
        """The others."""
        return [one for place, one in enumerate(self.choices) if place >= OPEN and not one.is_chosen]


def facets(filters: ArticleFilter, parameters: QueryDict) -> list[Facet]:
    """Languages, people, institutions, tags and sources of the texts found; a facet without any is left out."""
    entries = filters.qs
    groups = [Facet("language", _("Language"), _languages(filters, parameters), _errors(filters, "language"))]
    for name, label, records in (
        ("person", _("People"), Person.objects.counted_in(entries).with_names()),
        ("institution", _("Institutions"), Institution.objects.counted_in(entries).with_names()),
        ("tag", _("Tags"), Tag.objects.counted_in(entries)),
        ("source", _("Sources"), Source.objects.counted_in(entries)),
    ):
        choices = _choices(records, filters.values.get(name, ()))
        groups.append(Facet(name, label, choices, _errors(filters, name)))
    return [group for group in groups if group.choices or group.errors]


def _choices(records: QuerySet[Any], chosen: Sequence[Any]) -> list[Choice]:
    """What is chosen first, also where it is not among the commonest, or no text is left that has it."""
    counts = {record.slug: (record, record.article_count) for record in records[:MOST]}
    rare = [record.pk for record in chosen if record.slug not in counts]
    if rare:
        counts |= {record.slug: (record, record.article_count) for record in records.filter(pk__in=rare)}
    ordered = {record.slug: counts.get(record.slug, (record, 0)) for record in chosen} | counts
    slugs = {record.slug for record in chosen}
    return [Choice(slug, str(record), count, slug in slugs) for slug, (record, count) in ordered.items()]


def _languages(filters: ArticleFilter, parameters: QueryDict) -> list[Choice]:
    """The languages of what is found when the choice of languages is set aside: any of them may be added."""
    chosen = filters.values.get("language") or []
    entries = filters.qs
    if chosen:
        others = parameters.copy()
        others.pop("language", None)
        entries = ArticleFilter(others, query=filters.query).qs
    counts = dict(entries.count_by_language())
    codes = [*counts, *(code for code in chosen if code not in counts)]
    return [
        Choice(code, LANGUAGES[code].name, counts.get(code, 0), code in chosen, language=code)
        for code in codes
    ]


def _errors(filters: ArticleFilter, name: str) -> Sequence[str]:
    return [str(message) for message in filters.form.errors.get(name, ())]
