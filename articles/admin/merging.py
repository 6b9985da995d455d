"""The page on which an editor says that two records are one, and which of them stays."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.desk import broken_rule
from articles.admin.forged import is_number
from articles.admin.renaming import follow_names, may_merge
from articles.merging import merge_agents
from articles.models import Agent


def merge_view(request: HttpRequest, model_admin: admin.ModelAdmin[Any], kind: str) -> HttpResponse:
    """Both records with what they have; once the one that stays is chosen, their merging."""
    if not may_merge(request, kind):
        raise PermissionDenied
    asked = set(request.GET.getlist("of"))
    are_two = len(asked) == 2 and all(map(is_number, asked))
    both = list(_counted(model_admin.get_queryset(request).filter(pk__in=asked if are_two else ())))
    if len(both) != 2:
        raise Http404(_("Choose two records of one kind that are both still there."))
    problem = ""
    if request.method == "POST":
        try:
            return _carry_out(request, both, request.POST.get("stays", ""))
        except ValidationError as error:
            problem = " ".join(error.messages)
        except IntegrityError as error:
            problem = broken_rule(error)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Merge two records"),
        "both": both,
        "loses_key": all(agent.key for agent in both),
        "problem": problem,
    }
    return TemplateResponse(request, "admin/articles/merge.html", context)


def _counted(agents: QuerySet[Any]) -> QuerySet[Any]:
    """The record that more texts name first: it is the one that is mostly kept."""
    return agents.order_by("-article_count", "pk")


def _carry_out(request: HttpRequest, both: list[Agent], chosen: str) -> HttpResponse:
    """The merging and its trail, together; then the older texts are looked through for all the names."""
    stays = [agent for agent in both if str(agent.pk) == chosen]
    if not stays:
        raise ValidationError(_("Choose the record that stays."))
    kept, gone = stays[0], next(agent for agent in both if agent is not stays[0])
    name, user = gone.name, cast(User, request.user)
    lost = f" · {gone.key}" if gone.key and kept.key else ""
    with transaction.atomic():
        LogEntry.objects.log_actions(user.pk, [gone], DELETION, f"→ {kept.slug}{lost}")
        kept = merge_agents(kept, gone)
        LogEntry.objects.log_actions(user.pk, [kept], CHANGE, f"← {name}{lost}")
        follow_names(request, [kept])
    messages.success(
        request, _("“%(name)s” is part of the record of %(kept)s now.") % {"name": name, "kept": kept.name}
    )
    return redirect(f"admin:articles_{kept.kind}_change", kept.pk)
