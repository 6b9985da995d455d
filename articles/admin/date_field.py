"""The date of a record, as an editor types it: in EDTF, or as people write a day, a month or a year."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from articles.dates import EdtfDate, EdtfFormField
from articles.forms import is_day_first
from articles.ingest.asked_dates import DOUBTFUL, in_plain_digits, partial_date


class DeskDateField(EdtfFormField):
    """EDTF first; what is none is read as the filters of the lists read it: 15/12/2016, «décembre 2016»."""

    def clean(self, value: Any) -> EdtfDate | None:
        """The date; of what is neither, what is wrong with it as EDTF."""
        if not isinstance(value, str):
            return super().clean(value)
        text = in_plain_digits(value).strip()
        try:
            return super().clean(text)
        except ValidationError as error:
            try:
                return super().clean(partial_date(text, day_first=is_day_first()))
            except ValidationError as other:
                raise (other if getattr(other, "code", "") == DOUBTFUL else error) from other
