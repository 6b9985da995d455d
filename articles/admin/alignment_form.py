"""The rows of two texts as a form: for each paragraph the number of its row, checked, shown again after each move."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from articles.alignment import Move, Rows, moved, numbers_of, rows_of
from articles.models import Translation

#: Of longer texts not every paragraph can have a field: more than a form may send.
MOST_PARAGRAPHS = 900
_MOST_ROWS = 9999
_SIDES = ("original", "translation")


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph on the desk: its number from 1 in its text, its words, the field with the number of its row."""

    side: str
    number: int
    text: str
    field: forms.BoundField

    @property
    def key(self) -> str:
        """As in the name of its field and of its buttons."""
        return f"{self.side}-{self.number}"


@dataclass(frozen=True, slots=True)
class PartRow:
    """What stands in one row, and a paragraph of it by which the row is known."""

    number: int
    sides: tuple[list[Part], list[Part]]

    @property
    def part(self) -> Part:
        """The first paragraph that is there."""
        return [*self.sides[0], *self.sides[1]][0]


class AlignmentForm(forms.Form):
    """A number field for each paragraph of both texts of a link; `rows` are those shown before what is sent."""

    seen = forms.CharField(required=False)

    def __init__(self, link: Translation, data: Any = None, rows: Rows | None = None) -> None:
        super().__init__(data)
        self.texts = link.paragraphs()
        self.numbers = numbers_of(link.rows() if rows is None else rows)
        self.stamp = _stamp(link, self.texts)
        for side, numbers in zip(_SIDES, self.numbers, strict=True):
            for place, number in enumerate(numbers, start=1):
                self.fields[f"{side}-{place}"] = _number_field(side, place, number)

    @property
    def is_of_other_texts(self) -> bool:
        """Whether what was sent has other paragraphs than the texts have now."""
        sent = {name for name in self.data if name.partition("-")[0] in _SIDES}
        return self.is_bound and sent != set(self.fields) - {"seen"}

    def clean_seen(self) -> str:
        """Refuse rows for texts, or against rows, that another person has changed since; the page shown then has
        the stamp of today."""
        if self.cleaned_data["seen"] != self.stamp:
            raise forms.ValidationError(meanwhile())
        return self.stamp

    def clean(self) -> dict[str, Any]:
        """Refuse a paragraph that would stand above the one before it."""
        values = super().clean() or {}
        for side, numbers in zip(_SIDES, self.numbers, strict=True):
            highest = 0
            for place in range(1, len(numbers) + 1):
                number = values.get(f"{side}-{place}", highest)
                if number < highest:
                    message = _("The paragraph before it stands in row %(row)d, and the order is kept.")
                    self.add_error(f"{side}-{place}", message % {"row": highest})
                highest = max(highest, number)
        return values

    def sent_rows(self) -> Rows:
        """The rows of a valid form."""
        return rows_of(*self._shown())

    def moved_rows(self, move: str) -> Rows | None:
        """The rows of a valid form after a move, sent as “original-3:up”; None for a move that there is not."""
        key, _colon, name = move.partition(":")
        side, _dash, number = key.partition("-")
        if key not in self.fields or side not in _SIDES or name not in tuple(Move):
            return None
        first, second = self._shown()
        return moved(first, second, _SIDES.index(side), int(number) - 1, Move(name))

    def _shown(self) -> tuple[list[int], list[int]]:
        """The numbers sent; one that cannot be leaves its paragraph beside the one before it."""
        if not self.is_bound:
            return self.numbers
        self.is_valid()
        first, second = (
            self._sent(side, len(numbers)) for side, numbers in zip(_SIDES, self.numbers, strict=True)
        )
        return first, second

    def _sent(self, side: str, count: int) -> list[int]:
        numbers: list[int] = []
        for place in range(1, count + 1):
            before = numbers[-1] if numbers else 1
            numbers.append(max(before, self.cleaned_data.get(f"{side}-{place}", before)))
        return numbers

    def part_rows(self) -> list[PartRow]:
        """The rows to be shown: as sent where something was, otherwise as they are."""
        first, second = self._shown()
        labels = sorted({*first, *second})
        return [
            PartRow(label, (self._parts(0, row[0]), self._parts(1, row[1])))
            for label, row in zip(labels, rows_of(first, second), strict=True)
        ]

    def _parts(self, side: int, places: Sequence[int]) -> list[Part]:
        name, texts = _SIDES[side], self.texts[side]
        return [Part(name, place + 1, texts[place], self[f"{name}-{place + 1}"]) for place in places]

    def field_errors(self) -> list[tuple[str, str]]:
        """What is wrong with a paragraph: the id of its field, and the reason with its number."""
        return [
            (self[name].auto_id, f"{field.label} – {' '.join(map(str, self.errors[name]))}")
            for name, field in self.fields.items()
            if name in self.errors and name != "seen"
        ]


def meanwhile() -> str:
    """Why rows made before are not saved."""
    return _("The texts or their rows have been changed meanwhile: look through the rows, then save again.")


def _number_field(side: str, place: int, number: int) -> forms.IntegerField:
    label = (
        _("Row of paragraph %(number)d of the original")
        if side == "original"
        else _("Row of paragraph %(number)d of the translation")
    ) % {"number": place}
    widget = forms.NumberInput(attrs={"class": "desk-row-number", "aria-label": label})
    return forms.IntegerField(
        label=label,
        initial=number,
        min_value=1,
        max_value=_MOST_ROWS,
        widget=widget,
        error_messages={"required": _("Every paragraph stands in a row: give its number.")},
    )


def _stamp(link: Translation, texts: Sequence[Sequence[str]]) -> str:
    """What the form was made of: another after every change of the texts or of their rows."""
    return hashlib.sha256(repr((texts, link.alignment)).encode()).hexdigest()[:16]
