"""Dates as an archive knows them (EDTF, ISO 8601-2), never more exact than said: read, compare, store."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.date_phrases import phrase
from articles.months import GENITIVE

_POINT = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?(~|[?]|\u0025)?"
_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
# The percent sign is written as its code point, because a literal one in a CHECK is taken for a
# placeholder when Django creates a table that also has a generated column with parameters.
EDTF_PATTERN = rf"^({_POINT}|{_POINT}/{_POINT}|[.][.]/{_POINT}|{_POINT}/[.][.]|\[{_DAY},{_DAY}\])$"
"""The coarse form of a stored date, for a CHECK constraint: unlike EdtfDate.parse it knows no calendar."""

#: The Strasbourg Relation is of 1605.
_FIRST_NEWSPAPERS = date(1600, 1, 1)
_READ_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")

_MESSAGES: dict[str, Any] = {
    "empty": _("The date is empty. Write for example 2016, 2016-12 or 2016-12-15."),
    "form": _(
        "“%(text)s” is not a date in a form known here. Write 2016, 2016-12 or 2016-12-15, with ~ (about), "
        "? (uncertain) or %% (both) after it; ../2016 (2016 or before), 2016/.. (2016 or after), "
        "2016-12-14/2016-12-16 (from, to) or [2016-12-14,2016-12-15] (one of two days)."
    ),
    "year": _("There is no year 0000."),
    "month": _("There is no month %(month)s: months go from 01 to 12."),
    "day": _("There is no %(day)s %(month_name)s %(year)s."),
    "order": _("The interval “%(text)s” ends before it begins."),
    "open": _("The interval “%(text)s” is open on both sides: it says nothing."),
    "choice": _(
        "“%(text)s”: between the brackets stand two different whole days, as in [2016-12-14,2016-12-15]."
    ),
}


class EdtfError(ValueError):
    """A text is no date of our EDTF subset; `str()` says why in the active language.

    `code` is one of empty, form, year, month, day, order, open, choice; `params` fill the message.
    """

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild_error, (self.code, self.params)

    @property
    def message(self) -> Any:
        """The lazily translated message, with its placeholders."""
        return _MESSAGES[self.code]

    def __str__(self) -> str:
        return str(self.message) % self.params


def _name_of_month(month: int) -> str:
    """The month as it stands after its day, in the active language: Django's French has a capital there."""
    language = (get_language() or "en").partition("-")[0]
    return GENITIVE.get(language, GENITIVE["en"])[month - 1]


_month_name = lazy(_name_of_month, str)


def _rebuild_error(code: str, params: dict[str, Any]) -> EdtfError:
    return EdtfError(code, **params)


@total_ordering
@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date in canonical EDTF with the first and the last day it may mean (None = open on that side).

    The bounds are those of what is written: `2016-12~` gives 1 and 31 December, no margin is invented.
    Dates sort by first day, then last day; an open start comes first, an open end last.
    """

    text: str
    earliest: date | None
    latest: date | None

    @classmethod
    def parse_or_none(cls, text: str) -> "EdtfDate | None":
        """Read it as `parse` does; None where it is no date."""
        try:
            return cls.parse(text)
        except EdtfError:
            return None

    @classmethod
    def parse(cls, text: str) -> "EdtfDate":
        """Read year, month or day (with ~ ? % after it), ../X, X/.., A/B or [day,day]; else raise EdtfError.

        Blanks around the parts are forgiven, nothing else: `text` of the result is canonical.
        Source: ISO 8601-2:2019 as the Library of Congress's EDTF specification gives it, levels 0 and 1
        without seasons, unspecified digits and long years, and the one-of-a-set of level 2 for two days.
        """
        text = text.strip()
        if match := _READ_POINT.fullmatch(text):
            return cls(text, *_bounds(match))
        if not text:
            raise EdtfError("empty")
        if text[0] == "[":
            return _read_choice(text)
        start, slash, end = (part.strip() for part in text.partition("/"))
        if not slash:
            raise EdtfError("form", text=text[:60])
        return _read_interval(start, end)

    @property
    def precision(self) -> str:
        """How exact the expression is: "day", "month", "year", "interval" (open ones too) or "choice"."""
        if self.text[0] == "[":
            return "choice"
        if "/" in self.text:
            return "interval"
        return {1: "year", 2: "month", 3: "day"}[self.text.count("-") + 1]

    @property
    def is_approximate(self) -> bool:
        """Whether any part is marked as "about" (~ or %)."""
        return "~" in self.text or "%" in self.text

    @property
    def is_uncertain(self) -> bool:
        """Whether any part is marked as doubtful (? or %)."""
        return "?" in self.text or "%" in self.text

    @property
    def is_unlikely(self) -> bool:
        """Whether no text of the press has it but by a slip: over a year ahead, or before there were newspapers."""
        ahead = self.earliest is not None and self.earliest > date.today() + timedelta(days=366)
        return ahead or (self.latest is not None and self.latest < _FIRST_NEWSPAPERS)

    def possibly_within(self, start: date | None, end: date | None) -> bool:
        """Whether some day it may mean lies between the two days, both included (None = no limit)."""
        return (start is None or self.latest is None or self.latest >= start) and (
            end is None or self.earliest is None or self.earliest <= end
        )

    def certainly_within(self, start: date | None, end: date | None) -> bool:
        """Whether every day it may mean lies between the two days; never for an approximate or doubtful date,
        whose true day may lie outside what is written."""
        if self.is_approximate or self.is_uncertain:
            return start is None and end is None
        return (start is None or (self.earliest is not None and self.earliest >= start)) and (
            end is None or (self.latest is not None and self.latest <= end)
        )

    def format(self, language: str, short: bool = False) -> str:
        """The date in words for a reader of `language` (fr, en, ru, ar; others read English).

        `short` abbreviates the months: 26 avr. 2016.
        """
        return phrase(self.text, language, short)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, EdtfDate):
            return NotImplemented
        return self._sort_key() < other._sort_key()

    def _sort_key(self) -> tuple[date, date, str]:
        return self.earliest or date.min, self.latest or date.max, self.text


def _bounds(match: re.Match[str]) -> tuple[date, date]:
    """First and last day of one year, month or day; EdtfError when the calendar has no such thing."""
    year_text, month_text, day_text, _qualifier = match.groups()
    year = int(year_text)
    if not year:
        raise EdtfError("year")
    if month_text is None:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(month_text)
    if not 1 <= month <= 12:
        raise EdtfError("month", month=month_text)
    if day_text is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    try:
        day = date(year, month, int(day_text))
    except ValueError:
        raise EdtfError("day", day=int(day_text), month_name=_month_name(month), year=year_text) from None
    return day, day


def _read_part(part: str, whole: str) -> tuple[date, date]:
    if not (match := _READ_POINT.fullmatch(part)):
        raise EdtfError("form", text=whole[:60])
    return _bounds(match)


def _read_interval(start: str, end: str) -> EdtfDate:
    text = f"{start}/{end}"
    if start == end == "..":
        raise EdtfError("open", text=text)
    earliest = None if start == ".." else _read_part(start, text)[0]
    latest = None if end == ".." else _read_part(end, text)[1]
    if earliest and latest and earliest > latest:
        raise EdtfError("order", text=text)
    return EdtfDate(text, earliest, latest)


def _read_choice(text: str) -> EdtfDate:
    parts = [part.strip() for part in text[1:-1].split(",")]
    if text[-1] != "]" or len(parts) != 2:
        raise EdtfError("choice", text=text[:60])
    days = {_read_part(part, text)[0]: part for part in parts}
    if len(days) != 2 or any(len(part) != 10 for part in parts):
        raise EdtfError("choice", text=text[:60])
    first, second = sorted(days)
    return EdtfDate(f"[{days[first]},{days[second]}]", first, second)


class EdtfFormField(forms.CharField):
    """A text input for a date in EDTF; its clean value is an EdtfDate or None."""

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, EdtfDate) else value

    def clean(self, value: Any) -> EdtfDate | None:
        return _validated(super().clean(str(value) if isinstance(value, EdtfDate) else value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


def _validated(value: object) -> EdtfDate | None:
    """An EdtfDate from what a form, a fixture or a program gave; ValidationError in the reader's language."""
    if value is None or value == "" or isinstance(value, EdtfDate):
        return value or None  # type: ignore[return-value]
    try:
        return EdtfDate.parse(str(value))
    except EdtfError as error:
        raise ValidationError(error.message, code=error.code, params=error.params) from error


if TYPE_CHECKING:
    _CharField = models.CharField[EdtfDate | str | None, EdtfDate | None]
else:
    _CharField = models.CharField


class EdtfField(_CharField):
    """A column of canonical EDTF text whose Python value is an EdtfDate, or None when there is no date.

    A text assigned in Python is read (and refused with EdtfError) when it is saved or looked up, and with
    ValidationError by `full_clean()`; `blank` input is stored as NULL, so a date is never the empty text.
    """

    description = _("Date in EDTF, as exact as it is known")
    MAX_LENGTH = 40

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", self.MAX_LENGTH)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if kwargs.get("max_length") == self.MAX_LENGTH:
            del kwargs["max_length"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, _expression: object, _connection: object) -> EdtfDate | None:
        return None if value is None else EdtfDate.parse(value)

    def to_python(self, value: Any) -> EdtfDate | None:
        return _validated(value)

    def get_prep_value(self, value: Any) -> Any:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            value = EdtfDate.parse(value)
        return value.text if isinstance(value, EdtfDate) else super().get_prep_value(value)

    def run_validators(self, value: Any) -> None:
        # The inherited validators (length) judge the text, not the object.
        super().run_validators("" if value is None else str(value))

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return "" if value is None else str(value)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": EdtfFormField, **kwargs})
