"""Choosing a record by typing: autocomplete that says more of a record than its name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteMixin
from django.db import models
from django.utils.text import capfirst

from articles.admin.forged import KnownChoices
from articles.models import Agent, Article


def agent_label(agent: Agent) -> str:
    """The name in the editor's language and the kind, so that a firm is not taken for its founder."""
    return f"{agent.name} ({agent.get_kind_display()})"


def article_label(article: Article) -> str:
    """Title, language and date, as far as it is known."""
    return " · ".join(filter(None, [article.title, article.language, str(article.date or "")]))


def label_of(record: models.Model) -> str:
    """What a list of choices says of a record."""
    match record:
        case Agent():
            return agent_label(record)
        case Article():
            return article_label(record)
    return str(record)


class LabelledChoicesView(AutocompleteJsonView):
    """Django's autocomplete with the labels of this desk."""

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        return {"id": str(getattr(obj, to_field_name)), "text": label_of(obj)}


class LabelledSelect(KnownChoices, AutocompleteMixin, forms.Select):
    """A choice among many records; `known` is the record already chosen, to spare a query for each."""

    url_name = "%s:articles_choices"
    known: models.Model | None = None

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> Any:
        """With the field's name where nothing is chosen: what a screen reader calls the list by."""
        attrs = super().build_attrs(base_attrs, extra_attrs=extra_attrs)
        return attrs | {"data-placeholder": capfirst(str(self.field.verbose_name))}

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """The chosen record alone; the others come as the editor types."""
        known = self.known
        if known is None or value != [str(known.pk)]:
            return super().optgroups(name, value, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*empty, self.create_option(name, known.pk, label_of(known), True, 0)], 0)]


class LabelledChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A form field whose chosen record is written like the others of the list."""

    def label_from_instance(self, obj: models.Model) -> str:
        return label_of(obj)
