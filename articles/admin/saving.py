"""Saving the rows of a table in an order in which no two ever break a rule together, with who decided."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext

from articles.models import AgentName, Mention
from articles.vocabulary import FoundBy, MentionStatus, NameForm

_DECIDING = {"agent", "status", "exact", "field", "start", "end", "occurrence"}


def save_mentions(request: HttpRequest, formset: Any) -> None:
    """Save the mentions an editor added, changed or deleted.

    A change of place, name or status is that editor's decision. What the program had found is not deleted but
    rejected, because it would be found again. The rows must have stepped aside (`articles.reanchoring`).
    """
    mentions = formset.save(commit=False)
    rejected: list[Mention] = formset.to_reject
    kept = {mention.pk for mention in rejected}
    gone = [mention.pk for mention in formset.deleted_objects if mention.pk not in kept]
    Mention.objects.filter(pk__in=gone).delete()
    for mention in rejected:
        mention.status, mention.confirmed_by = MentionStatus.REJECTED, request.user  # type: ignore[assignment]
        mention.save()
    deciding = {form.instance.pk for form in formset.forms if not _DECIDING.isdisjoint(form.changed_data)}
    for mention in mentions:
        if mention.pk is None:
            mention.found_by, mention.confirmed_by = FoundBy.EDITOR, request.user
        elif mention.pk in deciding:
            mention.confirmed_by = request.user
        mention.save()
    if rejected:
        text = ngettext(
            "%(count)d mention found by the program was rejected, not deleted, so that it is not found again.",
            "%(count)d mentions found by the program were rejected, not deleted, so that they are not found again.",
            len(rejected),
        )
        messages.info(request, text % {"count": len(rejected)})


def save_names(formset: Any) -> None:
    """Save names: first what goes, then what is an authorized name no more, then the rest."""
    names = formset.save(commit=False)
    AgentName.objects.filter(pk__in=[name.pk for name in formset.deleted_objects]).delete()
    changed = [name.pk for name in names if name.pk]
    AgentName.objects.filter(pk__in=changed, form=NameForm.AUTHORIZED).update(form=NameForm.VARIANT)
    for name in names:
        name.save()
