"""Kinds of dates, as conditions on the columns `date` (EDTF), `date_earliest` and `date_latest` of a row."""

from __future__ import annotations

from django.db.models import Q
from django.db.models.functions import ExtractYear

#: Dates that lie in more than one year, or are open at one end.
SPANS = (
    Q(date_earliest__isnull=True, date_latest__isnull=False)
    | Q(date_earliest__isnull=False, date_latest__isnull=True)
    | Q(date_latest__year__gt=ExtractYear("date_earliest"))
)
#: Of which no more is known than the month or the year.
COARSE = Q(date__regex=r"^[0-9]{4}(-[0-9]{2})?[~?%]?$")
#: Several days, or all between two.
SEVERAL_DAYS = Q(date__regex=r"[/,]")
#: About, or perhaps.
DOUBTFUL = Q(date__regex=r"[~?%]")
