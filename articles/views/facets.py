"""The facets beside a result: what else the texts found have in common, as choices with their counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote_plus, urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.facet_codes import (
    FacetCounts,
    FacetKind,
    Flag,
    language_named,
    language_value,
)
from articles.filters import FACETS, ArticleFilter
from articles.kept import Kept
from articles.languages import LANGUAGES
from articles.models import AgentName, SearchEntry, SearchSample, Source, Tag
from articles.search.plan import summarise
from articles.search.results import ResultPage

#: So many choices stand open; the rest, up to the second figure, wait behind “more”.
OPEN, MOST = 6, 12

_tags: Kept[int, Tag] = Kept(5_000)
_sources: Kept[int, Source] = Kept(5_000)

_LABELS = {
    "person": _("People"),
    "institution": _("Institutions"),
    "tag": _("Tags"),
    "source": _("Sources"),
}


@dataclass(slots=True)  # not frozen: a page makes many
class Choice:
    """One choice; `language` where its label is written in that language; `without` is the list without it."""

    value: str
    label: str
    count: int
    is_chosen: bool
    language: str = ""
    without: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of choices under the name of their parameter; `is_exact` where the counts are no estimates.

    `values` is how many choices there are in all, shown or not: of an estimate at least so many.
    """

    name: str
    label: str | Promise
    choices: list[Choice]
    errors: Sequence[str] = field(default_factory=tuple)
    is_exact: bool = True
    left_out: Sequence[Choice] = field(default_factory=tuple)
    values: int = 0

    @property
    def is_named(self) -> bool:
        """Whether its values are records with names that can be looked up."""
        return self.name in FACETS

    @property
    def open_choices(self) -> list[Choice]:
        """Those shown at once: what is chosen, and the first few."""
        return [one for place, one in enumerate(self.choices) if place < OPEN or one.is_chosen]

    @property
    def more_choices(self) -> list[Choice]:
        """The others of those that are shown."""
        return [one for place, one in enumerate(self.choices) if place >= OPEN and not one.is_chosen]

    @property
    def others(self) -> int:
        """How many are not shown at once, be they behind “more” or nowhere."""
        return max(self.values, len(self.choices)) - len(self.open_choices)

    @property
    def is_cut(self) -> bool:
        """Whether some are not shown at all."""
        return self.values > len(self.choices)


def facets(filters: ArticleFilter, result: ResultPage, parameters: QueryDict) -> list[Facet]:
    """Languages, people, institutions, tags and sources of the texts found, and whether they are translated.

    A facet without any is left out. Three queries for any number of choices, none where all of them were told at this
    version of the archive; at most three more where languages are chosen.
    """
    counts = result.counts
    chosen = {name: [record.pk for record in filters.values.get(name, ())] for name in FACETS}
    shown = {name: _shown(counts, kind, chosen[name]) for name, kind in FACETS.items()}
    records = _records(shown)
    without = _Without(parameters)
    groups = [_languages(filters, counts, parameters, without)]
    for name in FACETS:
        known = [(records[name][key], count) for key, count in shown[name].items() if key in records[name]]
        choices = [
            Choice(
                one.slug,
                str(one),
                count,
                one.pk in chosen[name],
                without=without(name, one.slug),
            )
            for one, count in known
        ]
        left_out = [
            Choice(one.slug, str(one), 0, is_chosen=False) for one in filters.values.get(f"not_{name}", ())
        ]
        groups.append(
            Facet(
                name,
                _LABELS[name],
                choices,
                _errors(filters, name),
                counts.is_exact,
                left_out,
                values=_values(counts, FACETS[name], shown[name]),
            )
        )
    groups.append(_translated(filters, counts, result.total))
    return [group for group in groups if group.choices or group.errors or group.left_out]


def _shown(counts: FacetCounts, kind: FacetKind, chosen: Sequence[int]) -> dict[int, int]:
    """What is chosen first, also where no text is left that has it; then the commonest."""
    return {key: counts.of_value(kind, key) for key in chosen} | counts.commonest(kind, MOST)


def _values(counts: FacetCounts, kind: FacetKind, shown: Mapping[int, int]) -> int:
    """How many values there are, with what is chosen and in no text found; counted only where not all are shown."""
    if len(shown) < MOST:
        return len(shown)
    return counts.values_of(kind) + sum(1 for count in shown.values() if not count)


def _records(shown: Mapping[str, Iterable[int]]) -> dict[str, Mapping[int, Any]]:
    """The records of these keys, by parameter."""
    agents = AgentName.objects.labels([*shown["person"], *shown["institution"]])
    return {
        "person": agents,
        "institution": agents,
        "tag": _tags.of(shown["tag"], Tag.objects.in_bulk),
        "source": _sources.of(shown["source"], Source.objects.in_bulk),
    }


def _languages(
    filters: ArticleFilter, counts: FacetCounts, parameters: QueryDict, without: _Without
) -> Facet:
    """The languages of what is found when the choice of languages is set aside: any of them may be added."""
    chosen = filters.values.get("language") or []
    if chosen:
        others = parameters.copy()
        others.pop("language", None)
        aside = ArticleFilter(others, query=filters.query)
        counts = summarise(
            aside.filter_queryset(SearchEntry.objects.all()),
            aside.filter_queryset(SearchSample.objects.all()),
        )
    values = _shown(counts, FacetKind.LANGUAGE, [language_value(code) for code in chosen])
    codes = [(language_named(value), count) for value, count in values.items()]
    choices = [
        Choice(code, LANGUAGES[code].name, count, code in chosen, code, without("language", code))
        for code, count in sorted(codes, key=lambda item: -item[1])
        if code in LANGUAGES
    ]
    left_out = [
        Choice(code, LANGUAGES[code].name, 0, is_chosen=False, language=code)
        for code in filters.values.get("not_language") or ()
    ]
    errors = _errors(filters, "language")
    return Facet("language", _("Language"), choices, errors, counts.is_exact, left_out)


def _translated(filters: ArticleFilter, counts: FacetCounts, total: int) -> Facet:
    """With or without a translation in the archive."""
    chosen = filters.values.get("translated") or ""
    known = min(counts.of_flag(Flag.TRANSLATED), total)
    choices = [
        Choice("1", str(_("with a translation")), known, chosen == "1"),
        Choice("0", str(_("without a translation")), total - known, chosen == "0"),
    ]
    shown = [choice for choice in choices if choice.count or choice.is_chosen]
    return Facet(
        "translated",
        _("Translation"),
        shown if known or chosen else [],
        _errors(filters, "translated"),
        counts.is_exact,
    )


class _Without:
    """The addresses of the list with something left out of it."""

    def __init__(self, parameters: QueryDict) -> None:
        self._asked = [
            (name, one)
            for name, values in parameters.lists()
            for one in values
            if name not in ("page", "after")
        ]
        self._kept = urlencode([*self._asked, ("", "")])[:-1]

    def __call__(self, name: str, value: str) -> str:
        """That with everything that has this left out, and no longer asked for."""
        if (name, value) in self._asked:
            kept = [one for one in self._asked if one != (name, value)]
            return f"?{urlencode([*kept, (f'not_{name}', value)])}"
        return f"?{self._kept}not_{name}={quote_plus(value)}"


def _errors(filters: ArticleFilter, name: str) -> Sequence[str]:
    errors = filters.form.errors
    return [str(message) for asked in (name, f"not_{name}") for message in errors.get(asked, ())]
