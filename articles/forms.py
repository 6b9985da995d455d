"""The fields by which the parameters of an address are read, each with the reason where one cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, Self, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate, EdtfError
from articles.ingest.asked_dates import partial_date
from articles.kept import Kept
from articles.models import Agent, AgentName, FormerSlug
from articles.repeated import DATES, PartlyReadError, date_beside, last_of_several
from articles.search.criteria import Cursor


class Named(Protocol):
    """A record as its address names it: a model's, or a label in one language; its text is its name."""

    @property
    def pk(self) -> Any:
        """Its key."""

    @property
    def slug(self) -> Any:
        """What its address ends with."""


#: A page of more figures there is none.
LONGEST_PAGE = 9
_records: Kept[tuple[type[Model], str, str], Named] = Kept(1_000)


class RepeatedInput(forms.MultipleHiddenInput):
    """A parameter that may be repeated."""


class SharedField(forms.Field):
    """A field that every form has as it is: Django copies each field for each form, and nothing changes these."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Itself."""
        return self


class UnknownValuesError(PartlyReadError):
    """Some values of a parameter are of nothing in the archive; `known` is what the others are of."""

    def __init__(self, unknown: list[str], known: list[Any]) -> None:
        super().__init__(_("Not in this archive: %(slugs)s."), {"slugs": ", ".join(unknown)}, known)


class RecordsField(SharedField):
    """Slugs of records of one kind, in the address once or several times."""

    widget = RepeatedInput

    def __init__(self, *, model: type[Model], **kwargs: Any) -> None:
        self.model = model
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[Named]:
        """The records, in the order of their slugs, people and institutions as labels in the interface language.

        An unknown slug is an error that names it, and keeps the known ones, as `known`: the filter is applied by them.
        """
        slugs = list(dict.fromkeys(slug.replace("\x00", "�") for slug in value or [] if slug))
        if not slugs:
            return []
        language = get_language() or ""
        records = _records.of([(self.model, slug, language) for slug in slugs], self._read)
        found = {record.slug: record for record in records.values()}
        if issubclass(self.model, Agent) and (former := [slug for slug in slugs if slug not in found]):
            found |= FormerSlug.objects.records(former, self.model)
        if unknown := [slug for slug in slugs if slug not in found]:
            known = [found[slug] for slug in slugs if slug in found]
            raise UnknownValuesError(unknown, known)
        # By its former address, which leads on, a record is another object than by the present one.
        kept: dict[Any, Named] = {}
        for slug in slugs:
            record = found[slug]
            if record.pk not in kept or record.slug != slug:
                kept[record.pk] = record
        return list(kept.values())

    def _read(self, wanted: set[tuple[type[Model], str, str]]) -> dict[tuple[type[Model], str, str], Named]:
        """The records by model and slug."""
        slugs = [slug for _model, slug, _language in wanted]
        language = get_language() or ""
        return {(self.model, record.slug, language): record for record in self._named(slugs)}

    def _named(self, slugs: Sequence[str]) -> Iterable[Named]:
        if issubclass(self.model, Agent) and self.model.proxy_kind:
            return AgentName.objects.labels_of_slugs(slugs, self.model.proxy_kind)
        return cast("Iterable[Named]", self.model._default_manager.filter(slug__in=slugs))


class ChoicesField(SharedField, forms.MultipleChoiceField):
    """Some of a list of choices, in the address once or several times."""

    widget = RepeatedInput

    def clean(self, value: Any) -> list[str]:
        """The choices, each once; one that is not in the list is an error that names it and keeps the others."""
        asked = list(dict.fromkeys(one.replace("\x00", "�") for one in value or [] if one))
        known = [one for one in asked if self.valid_value(one)]
        if unknown := [one for one in asked if one not in known]:
            raise UnknownValuesError(unknown, known)
        return known


def is_day_first() -> bool | None:
    """Whether who reads this language writes 3/4/2016 for the third of April; None where some do, in English."""
    return None if get_language() in ("en", None) else True


class PartialDateField(SharedField, forms.CharField):
    """A year, a month or a day, as the contract writes it or as people do."""

    def clean(self, value: Any) -> EdtfDate | None:
        """The date, or None for an empty field."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return EdtfDate.parse(partial_date(text, day_first=is_day_first()))
        except EdtfError as error:
            raise ValidationError(str(error)) from error


class TypedSwitch(forms.CheckboxInput):
    """A box whose value comes as it stands in the address."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ARG002 - Django's
        """The text, or None where the parameter is missing."""
        return data.get(name)


class SwitchField(SharedField):
    """Yes or no; what is neither is an error, not a yes."""

    widget = TypedSwitch

    def clean(self, value: Any) -> bool:
        """True for 1, on, true or yes; False for 0, off, false, no or nothing."""
        text = str(value or "").strip().replace("\x00", "�")
        if text.lower() not in {"1", "on", "true", "yes", "0", "off", "false", "no", ""}:
            raise ValidationError(
                _("“%(text)s” is neither 1 (yes) nor 0 (no): it is not applied."), params={"text": text[:40]}
            )
        return text.lower() in {"1", "on", "true", "yes"}


class RepeatedText(SharedField):
    """Words, in the address once or several times."""

    widget = RepeatedInput

    def clean(self, value: Any) -> list[str]:
        """The texts that are not empty."""
        return [text.strip() for text in value or [] if text.strip()]


class PageField(SharedField, forms.CharField):
    """The number of a page, from 1."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int:
        """The number; 1 for an empty field."""
        text = super().clean(value)
        if not text:
            return 1
        if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_PAGE and int(text) > 0):
            raise ValidationError(
                _("There is no page “%(page)s”: this is the first one."), params={"page": text[:40]}
            )
        return int(text)


class CursorField(SharedField, forms.CharField):
    """Behind which entry the page begins."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> Cursor | None:
        """The place in the order, or None for an empty field."""
        text = super().clean(value)
        try:
            return Cursor.parse(text) if text else None
        except ValueError as error:
            raise ValidationError(
                _("This place in the list cannot be read: the page is counted from the top.")
            ) from error


class ArticleFilterForm(forms.Form):
    """The form of the filters; refuses a span of dates that ends before it begins, or in which nothing can fall."""

    def clean(self) -> dict[str, Any]:
        """Join the two ends of the span; of texts without a date none falls in it: it is told and not applied."""
        # Where one of several dates cannot be read, another one holds.
        given = {name: date_beside(self.data, name) for name in DATES if name in self.errors}
        beside = {name: self.fields[name].clean(text) for name, text in given.items() if text}
        values = (super().clean() or {}) | beside
        start, end = values.get("date_from"), values.get("date_to")
        if values.get("undated") and (start or end):
            told = _(
                "A text without a date falls in no span: choose one or the other. The span is not applied."
            )
            for name in ("date_from", "date_to"):
                if values.get(name):
                    self.add_error(name, told)
                    beside.pop(name, None)
        elif start and end and start.earliest > end.latest:
            self.add_error("date_to", _("This is before the first date."))
            beside.pop("date_to", None)
        for name, known in beside.items():
            told = _("Of the dates given “%(value)s” is applied.")
            self.add_error(name, PartlyReadError(told, {"value": given[name]}, known))
        for name, error in list(last_of_several(self.data, self.cleaned_data)):
            self.add_error(name, error)
        return self.cleaned_data
