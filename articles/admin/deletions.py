"""What goes with a record that is deleted, in words: Django names the rows of tables that no model is written for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext

from articles.admin.forged import KnownKeys
from articles.models import Article, NameProposal, NameProposalPlace, Resemblance
from articles.models.text_print import PrintSet, TextCue, TextMeaning, TextPrint

#: What the program works out of a text, and would again: numbers that say nothing to a person.
_WORKED_OUT: tuple[type[Model], ...] = (
    *(PrintSet, TextPrint, TextCue, TextMeaning),
    NameProposalPlace,
)
#: What nobody deletes by hand, since it is decided about, and what yet goes with its text.
_GOES_ALONG: tuple[type[Model], ...] = (Resemblance,)


class InWords:
    """For an admin: who asks to delete is told of no row by its number alone, «Article_tags object (6)»."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Django's: rows that only link two records are counted where that tells an editor something."""
        told, counts, missing, kept = super().get_deleted_objects(objs, request)  # type: ignore[misc]
        links = [model for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
        headings = tuple(f"{capfirst(model._meta.verbose_name)}: " for model in (*links, *_WORKED_OUT))
        names = {model._meta.verbose_name_plural for model in (*links, *_WORKED_OUT)}
        shown = {name: count for name, count in counts.items() if name not in names}
        if tagged := counts.get(Article.tags.through._meta.verbose_name_plural):
            shown[gettext("tags of articles")] = tagged
        missing -= {model._meta.verbose_name for model in _GOES_ALONG}
        return _without(told, headings), shown, missing, kept


@contextmanager
def forgetting_names(articles: QuerySet[Article]) -> Iterator[None]:
    """Delete these texts in here: a name that no text bears any more has nothing to wait for, and goes with them."""
    with transaction.atomic():
        places = NameProposalPlace.objects.filter(article__in=articles.order_by().values("pk"))
        names = list(places.order_by().values_list("proposal", flat=True).distinct())
        yield
        NameProposal.objects.forget_placeless(names)


def _without(told: list[Any], headings: tuple[str, ...]) -> list[Any]:
    """The lines, each with a list of those below it, but for those that begin so."""
    rest = [_without(one, headings) if isinstance(one, list) else one for one in told]
    return [one for one in rest if one != [] and not (isinstance(one, str) and one.startswith(headings))]


class _OfEditors(KnownKeys, InWords):
    """For the admins of users and groups: what the worker's own tables allow is nobody's to be given."""

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]
        if field and db_field.related_model is Permission:
            field.queryset = field.queryset.exclude(content_type__app_label="procrastinate")
        return field


def with_words(registered: type[Any]) -> type[Any]:
    """An admin of users or groups, the same but for that."""
    return type(registered.__name__, (_OfEditors, registered), {})


def reword(site: admin.AdminSite, *models: Any) -> None:
    """Register the admins of these models anew, so."""
    for model in models:
        registered = type(site.get_model_admin(model))
        site.unregister(model)
        site.register(model, with_words(registered))
