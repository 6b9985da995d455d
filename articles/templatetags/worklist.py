"""What waits for a person’s decision, on the first page of the desk: each kind with its number and its list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django import template
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import AccessionBatch, Article, BatchInput, Mention, NameProposal, Resemblance
from articles.vocabulary import BatchState, ResemblanceKind

register = template.Library()

#: Counted to here; beyond, the number is told as “more than”, and the page costs the same in an archive of any size.
MOST = 1_000
#: What was refused longer ago was seen long since: nobody decides about it, so it would stay for ever.
DAYS = 30


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of thing that waits: `count` of them, at least so many where there `has_more`."""

    label: str | Promise
    address: str
    count: int
    has_more: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """What may wait, the model in whose list it stands, what narrows that list to it, who may decide about it."""

    label: str | Promise
    found: QuerySet[Any]
    narrowed: dict[str, str]
    permissions: tuple[str, ...]


@register.simple_tag
def worklist(user: User | AnonymousUser) -> list[Waiting]:
    """What waits for this user to decide; one query for each kind, and none for what they may not change."""
    kinds = (kind for kind in _kinds() if user.has_perms(kind.permissions))
    counted = ((kind, kind.found.order_by()[: MOST + 1].count()) for kind in kinds)
    return [
        Waiting(kind.label, _address(kind), min(count, MOST), count > MOST)
        for kind, count in counted
        if count
    ]


def _address(kind: _Kind) -> str:
    address = reverse(f"admin:articles_{kind.found.model._meta.model_name}_changelist")
    return f"{address}?{urlencode(kind.narrowed)}" if kind.narrowed else address


def _kinds() -> Iterator[_Kind]:
    """What may wait, in the order in which a text is worked up."""
    drafts = Article.objects.drafts()
    yield _Kind(_("Drafts to publish"), drafts, {"status__exact": "draft"}, ("articles.change_article",))
    mentions = Mention.objects.proposed()
    yield _Kind(_("Mentions that are only likely"), mentions, {}, ("articles.change_mention",))
    names = NameProposal.objects.waiting()
    yield _Kind(_("New names, on no record yet"), names, {}, ("articles.change_nameproposal",))
    pairs = Resemblance.objects.proposed()
    for label, alike, kind in (
        (_("Likely translations"), pairs.translations(), ResemblanceKind.TRANSLATION),
        (_("Texts that perhaps stand here twice"), pairs.reprints(), ResemblanceKind.REPRINT),
    ):
        yield _Kind(label, alike, {"kind__exact": kind.value}, ("articles.change_resemblance",))
    yield from _batches()


def _batches() -> Iterator[_Kind]:
    """Batches that did not come in whole, for who brings texts in."""
    needed = ("articles.view_accessionbatch", "articles.add_article")
    failed = AccessionBatch.objects.filter(state=BatchState.FAILED)
    yield _Kind(_("Batches broken off"), failed, {"state__exact": BatchState.FAILED.value}, needed)
    label = _("Batches of the last thirty days with refused inputs")
    yield _Kind(label, recently_refused(), {"refused": "recently"}, needed)


def recently_refused() -> QuerySet[AccessionBatch]:
    """The batches of the last days of whose inputs some could not be read."""
    recent = AccessionBatch.objects.filter(started__gte=timezone.now() - timedelta(days=DAYS))
    refused = BatchInput.objects.refused().values("batch")
    return recent.filter(pk__in=refused).exclude(state=BatchState.UNDONE)
