"""The tables of names and offices on the page of a person or an institution."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.desk import DeskInline, TableFormSet, TableRow, is_live, language_choices, row_error
from articles.models import AgentName, Office
from articles.vocabulary import NameForm


class NameRow(TableRow):
    """One name in one language."""

    language = forms.ChoiceField(
        label=gettext_lazy("language"),
        required=False,
        choices=lambda: language_choices(empty=_("no one language")),
    )


class NameFormSet(TableFormSet):
    """All names of an agent: at most one authorized in each language, each stated once, at least one."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        rows = [form for form in self.forms if is_live(form)]
        if not rows:
            raise forms.ValidationError(_("Give at least one name."))
        authorized: set[str] = set()
        for form in sorted(rows, key=lambda form: form.has_changed()):
            name = form.instance
            if name.form != NameForm.AUTHORIZED:
                continue
            if name.language in authorized:
                row_error(form, "language", _("There is already an authorized name in this language."))
            authorized.add(name.language)


class NameInline(DeskInline):
    """The names of an agent."""

    model = AgentName
    form = NameRow
    formset = NameFormSet
    fields = ("text", "form", "language")
    min_num = 1

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "text" and field:
            field.widget.attrs |= {"dir": "auto", "class": "desk-name"}
        return field


class OfficeRow(TableRow):
    """One office in the words of the text that states it."""

    language = forms.ChoiceField(label=gettext_lazy("language"), choices=language_choices)


class OfficeInline(DeskInline):
    """The offices of an agent."""

    model = Office
    form = OfficeRow
    fields = ("label", "language", "article")
