"""A parameter of one value that an address has several times: words and dates hold together, of others the last one
that is not empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate, EdtfError
from articles.ingest.asked_dates import partial_date
from articles.search.groups import OPERATORS

#: Of these only one value can hold.
OF_ONE = ("translated", "undated", "exact", "sort", "page", "after")
DATES = ("date_from", "date_to")


class PartlyReadError(ValidationError):
    """Some values of a parameter are not applied; `known` is what of it is."""

    def __init__(self, message: Any, params: dict[str, Any], known: Any) -> None:
        self.known = known
        super().__init__(message, params=params)


def combined(data: Any, *, day_first: bool | None) -> Any:
    """The repeated parameters, each read by its last value: of words and dates one that asks for all of them.

    From the later and to the earlier of several dates, read as `partial_date` reads them; behind it one that cannot be
    read, which is told beside its field.
    """
    if not isinstance(data, QueryDict):
        return data
    repeated = {name: _values(data, name) for name in ("q", *DATES, *OF_ONE) if len(data.getlist(name)) > 1}
    if not repeated:
        return data
    data = data.copy()
    for name, values in repeated.items():
        if name == "q":
            data[name] = " ".join(map(_together, values))
        else:
            data.setlist(name, _narrowest(name, values, day_first) if name in DATES else values)
    return data


def last_of_several(data: Any, read: Mapping[str, Any]) -> Iterator[tuple[str, PartlyReadError]]:
    """The parameters of which other values are not applied, each with what is told of it; `read` are those read."""
    for name in OF_ONE:
        values = _values(data, name)
        if len(values) > 1 and name in read:
            message = _("“%(name)s” is given several times: the last one, “%(value)s”, is applied.")
            yield name, PartlyReadError(message, {"name": name, "value": values[-1][:40]}, read[name])


def date_beside(data: Any, name: str) -> str:
    """The date that holds where another one of the same parameter cannot be read, or nothing."""
    values = _values(data, name)
    return values[0] if len(values) > 1 else ""


def _values(data: Any, name: str) -> Sequence[str]:
    """The different values of a parameter that are not empty, the last one last."""
    values = data.getlist(name) if isinstance(data, QueryDict) else ()
    if len(values) < 2:  # as it mostly is
        return values
    stripped = [value.strip() for value in reversed(values) if value.strip()]
    return list(dict.fromkeys(stripped))[::-1]


def _together(words: str) -> str:
    """Words of a query that stand beside others: alternatives in parentheses, a phrase and parentheses closed."""
    closed = f'{words}"' if words.count('"') % 2 else words
    closed += ")" * (closed.count("(") - closed.count(")"))
    return f"({closed})" if not OPERATORS.isdisjoint(closed.split()) else closed


def _narrowest(name: str, values: Sequence[str], day_first: bool | None) -> list[str]:
    """The value beside which the others say nothing, and the first that is no date."""
    if len(values) < 2:
        return [*values]
    firsts: dict[str, date] = {}
    lasts: dict[str, date] = {}
    unread: list[str] = []
    for value in values:
        try:
            read = EdtfDate.parse(partial_date(value, day_first=day_first))
        except (EdtfError, ValidationError):
            unread.append(value)
        else:
            firsts[value], lasts[value] = read.earliest or date.min, read.latest or date.max
    narrowest = (
        max(firsts, key=firsts.__getitem__, default="")
        if name == "date_from"
        else min(lasts, key=lasts.__getitem__, default="")
    )
    return [value for value in (narrowest, *unread[:1]) if value]
