"""What every page of the desk shares: labelled choices, languages by name, and no error page for a broken rule."""

# ruff: noqa: ARG002 - the signatures are Django’s

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.choices import LabelledChoiceField, LabelledSelect
from articles.admin.deletions import InWords
from articles.admin.forged import KnownKeys, KnownSelect, KnownSelectMultiple
from articles.languages import LANGUAGES
from articles.models import Agent, Article

_LABELLED = (Agent, Article)


def language_choices(*, empty: str | None = None) -> list[tuple[str, Any]]:
    """The archive's languages by their own names, after an empty choice if one is given."""
    known = [(code, language.name) for code, language in LANGUAGES.items()]
    return known if empty is None else [("", empty), *known]


def stored_breaks(text: str) -> str:
    """A text with the line breaks it is stored with: a browser sends others, which would move every offset."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def stored_text(text: str) -> str:
    """A text as it is stored: with those breaks, and nothing where there are blanks alone."""
    return stored_breaks(text) if text.strip() else ""


class LabelledChoices:
    """For an admin or an inline: keys to people, institutions and articles are chosen by label."""

    admin_site: admin.AdminSite

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.remote_field.model in _LABELLED:
            kwargs["widget"] = LabelledSelect(db_field, self.admin_site)
            kwargs["form_class"] = LabelledChoiceField
        elif db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = KnownSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = KnownSelectMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]


class Deletion(forms.CheckboxInput):
    """The box that deletes a row, with its words: on a phone no heading of a column stands above it."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        box = super().render(name, value, attrs, renderer)
        return format_html('<label class="desk-delete">{} <span>{}</span></label>', box, _("Delete"))


class TableFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """The rows of an inline table."""

    deletion_widget = Deletion


class DeskInline(LabelledChoices, admin.TabularInline):  # type: ignore[type-arg]
    """An inline table whose choices are labelled."""

    extra = 0
    classes = ("desk-rows",)
    formset = TableFormSet


class DeskCards(LabelledChoices, admin.StackedInline):  # type: ignore[type-arg]
    """An inline of cards, for rows with more fields than a table has room for."""

    extra = 0
    classes = ("desk-cards",)


class DeskAdmin(KnownKeys, InWords, LabelledChoices, admin.ModelAdmin):  # type: ignore[type-arg,misc]
    """An admin whose forms answer a rule that only the database could see broken, with what was typed."""

    show_full_result_count = False
    list_per_page = 50
    # An address typed without a scheme is taken for a secure one, as Django 6 will.
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Django's, shown again with the reason when what the form let pass is refused while it is saved."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (IntegrityError, ValidationError) as error:
            messages.get_messages(request)._queued_messages.clear()  # type: ignore[union-attr]  # nothing was done
            request.META[_REFUSED] = broken_rule(error) if isinstance(error, IntegrityError) else error
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        refused = request.META.get(_REFUSED)
        return _refusing(form, refused) if refused else form


_REFUSED = "articles.admin.refused"


def _refusing(form: type[forms.BaseModelForm[Any]], reason: str | ValidationError) -> Any:
    """The form class, invalid for this reason."""

    def clean(self: Any) -> Any:
        self.add_error(None, reason)
        return form.clean(self)

    return type(form.__name__, (form,), {"clean": clean})


def broken_rule(error: IntegrityError) -> str:
    """The words of the rule that the database found broken, else that something was refused."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    for model in _all_models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                if constraint.violation_error_message == constraint.default_violation_error_message:
                    return _("There is already such a record.")
                return str(constraint.get_violation_error_message())
    return _(
        "The database refused this: another record was perhaps changed at the same time. Please try again."
    )


def _all_models() -> list[type[models.Model]]:
    return list(Article._meta.apps.get_app_config("articles").get_models())


class RowForm(forms.ModelForm):  # type: ignore[type-arg]
    """A row of an inline table whose whole table checks some rules, since they are about several rows."""

    #: Fields that the formset checks over all rows, with every constraint that speaks of them.
    checked_by_formset: frozenset[str] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, LabelledSelect) and self.instance.pk:
                widget.known = getattr(self.instance, name)

    def _post_clean(self) -> None:
        """A row that nobody touched is as good as it was: some ten queries less for each."""
        if self.instance.pk is None or self.has_changed():
            super()._post_clean()  # type: ignore[misc]

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() | self.checked_by_formset  # type: ignore[misc,no-any-return]


class TableRow(RowForm):
    """A row of a table that is stacked on a phone, where each field says itself what it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            label = capfirst(str(field.label or ""))
            field.widget.attrs["aria-label"] = label
            if isinstance(field.widget, forms.TextInput):
                field.widget.attrs["placeholder"] = label


def row_error(form: forms.BaseForm, field: str, message: str) -> None:
    """Say what is wrong beside the field, or above the row where the row does not show the field."""
    form.add_error(field if field in form.fields else NON_FIELD_ERRORS, message)


def is_live(form: forms.BaseForm) -> bool:
    """Whether a row of a formset is there and will stay."""
    if form.cleaned_data.get("DELETE"):
        return False
    return bool(getattr(form, "instance", None) and form.instance.pk) or form.has_changed()  # type: ignore[attr-defined]


class ReadOnlyAdmin(DeskAdmin):
    """An admin for what only programs write."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
