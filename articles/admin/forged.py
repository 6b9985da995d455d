"""What no page of ours sends and a forged form may: keys that are none, which Django asks the database for as they
stand, and which it refuses with an error page."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

_LONGEST_KEY = 18  # digits; the database counts a little further


def is_number(text: object) -> bool:
    """Whether this can be the key of a record."""
    digits = str(text)
    return digits.isdecimal() and len(digits) <= _LONGEST_KEY


class KnownKeys:
    """For an admin: of the rows that are ticked in a list those that can be there."""

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Django's, of the keys alone."""
        sent = request.POST.copy()
        sent.setlist(ACTION_CHECKBOX_NAME, list(filter(is_number, sent.getlist(ACTION_CHECKBOX_NAME))))
        request.POST = sent  # type: ignore[assignment]
        return super().response_action(request, queryset)  # type: ignore[misc,no-any-return]


class KnownChoices:
    """For a choice among many records: what is no key is nobody's, and is refused by the form as no choice."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """Django's, of the keys alone."""
        return super().optgroups(name, list(filter(is_number, value)), attr)  # type: ignore[misc]


class KnownSelect(KnownChoices, AutocompleteSelect):
    """Django's choice of a record that is typed."""


class KnownSelectMultiple(KnownChoices, AutocompleteSelectMultiple):
    """Django's choice of several."""
