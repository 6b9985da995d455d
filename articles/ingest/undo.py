"""Undoing a batch as a whole: what would go is told first, then goes at once or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import (
    Accession,
    AccessionBatch,
    Article,
    Mention,
    NameProposal,
    NameProposalPlace,
    Office,
    Resemblance,
    Translation,
)
from articles.vocabulary import BatchState

_AT_ONCE = 1_000
"""Records deleted in one statement: a batch may hold a hundred thousand."""
_BY_THE_WRITER = timedelta(seconds=1)
"""The writer itself saves a record within its transaction; what is later was done by someone."""


class UndoError(Exception):
    """A batch cannot be undone now; `str()` says why, in the active language."""


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What would go with a batch; nothing is changed by asking.

    `records` come with `is_edited` (changed since they came in), `decided_count` (mentions a person has decided
    about) and `is_compared` (a person has decided what it resembles). Sources, tags, people and institutions stay.
    """

    batch: AccessionBatch
    records: QuerySet[Any]
    record_count: int
    accession_count: int
    mention_count: int
    touched: list[Any]
    """The records somebody has edited or decided about."""
    translations: list[Translation]
    offices: list[Office]
    resemblance_count: int
    fingerprint: str
    """Changes with anything that would go: a plan that was shown is the plan that is carried out."""


def plan_undo(batch: AccessionBatch) -> UndoPlan:
    """What would go with this batch, in eight queries."""
    records = _records(batch)
    articles = Article.objects.filter(accession__batch=batch)
    edited = Q(is_edited=True) | Q(decided_count__gt=0) | Q(is_compared=True)
    links = Translation.objects.filter(Q(original__in=articles) | Q(translation__in=articles))
    pairs = Resemblance.objects.filter(Q(article__in=articles) | Q(other__in=articles))
    offices = (
        Office.objects.filter(article__in=articles).select_related("agent").prefetch_related("agent__names")
    )
    state = list(articles.order_by("pk").values_list("pk", "modified"))
    accessions = Accession.objects.filter(batch=batch).count()
    mentions = Mention.objects.filter(article__in=articles).count()
    touched = list(records.filter(edited))
    translations = list(links.select_related("original", "translation"))
    stated = (
        batch.pk,
        state,
        accessions,
        mentions,
        [(record.pk, record.decided_count) for record in touched],
        [link.pk for link in translations],
    )
    return UndoPlan(
        batch=batch,
        records=records,
        record_count=len(state),
        accession_count=accessions,
        mention_count=mentions,
        touched=touched,
        translations=translations,
        offices=list(offices),
        resemblance_count=pairs.count(),
        fingerprint=hashlib.sha256(repr(stated).encode()).hexdigest(),
    )


def _records(batch: AccessionBatch) -> QuerySet[Any]:
    """The records of a batch in the order they came, without their texts."""
    decided = Count("mentions", filter=Q(mentions__in=Mention.objects.decided()), distinct=True)
    compared = Resemblance.objects.filter(Q(article=OuterRef("pk")) | Q(other=OuterRef("pk")))
    records: QuerySet[Any] = (
        Article.objects.filter(accession__batch=batch)
        .defer("lede", "body")
        .annotate(
            is_edited=Q(modified__gt=F("created") + _BY_THE_WRITER),
            decided_count=decided,
            is_compared=Exists(compared.filter(decided_by__isnull=False)),
        )
        .order_by("pk")
    )
    return records


def undo_batch(batch: AccessionBatch, user: User, *, fingerprint: str = "") -> UndoPlan:
    """Take back all that came in with a batch, in one transaction; the plan that was carried out.

    The same bytes can come in again afterwards; the batch and the list of its inputs stay, as its trail. Raises
    UndoError where texts of it are coming in right now, where it was undone before, or where something has
    changed since the plan with this `fingerprint`.
    """
    with transaction.atomic():
        batch = AccessionBatch.objects.select_for_update().get(pk=batch.pk)
        if batch.state == BatchState.UNDONE:
            raise UndoError(_("This batch was undone before."))
        if not batch.try_to_hold():
            raise UndoError(_("Texts of this batch are coming in right now: wait until it is complete."))
        plan = plan_undo(batch)
        if fingerprint and fingerprint != plan.fingerprint:
            raise UndoError(_("Something has changed since this page was shown: look at it again."))
        _delete(batch)
        batch.state, batch.undone, batch.undone_by = BatchState.UNDONE, timezone.now(), user
        batch.save(update_fields=["state", "undone", "undone_by"])
    return plan


def _delete(batch: AccessionBatch) -> None:
    """The records with all that speaks of them, then their accessions with the source bytes."""
    proposals: set[int] = set()
    for keys in _in_lots(list(Article.objects.filter(accession__batch=batch).values_list("pk", flat=True))):
        places = NameProposalPlace.objects.filter(article__in=keys)
        proposals.update(places.values_list("proposal", flat=True))
        Office.objects.filter(article__in=keys).delete()
        Article.objects.filter(pk__in=keys).delete()
    for keys in _in_lots(sorted(proposals)):
        # A name that no text bears any more has nothing to wait for.
        NameProposal.objects.forget_placeless(keys)
    batch.accessions.all().delete()


def _in_lots(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
