"""Resemblances as proposals: written when found, decided by a person once for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, transaction
from django.utils.translation import gettext as _

from articles.models.article import Article
from articles.models.resemblance import Resemblance
from articles.models.translation import Translation
from articles.vocabulary import ProposalStatus, ResemblanceKind

#: Makes ingests that run at once write and compare one after the other, until each one's commit.
LOCK = 0x7072696E7473


class AlreadyDecidedError(ValueError):
    """A person has decided about this resemblance before."""


def text_of(article: Article) -> str:
    """The words an article is compared by: a supplied headline is the archive's, not the text's."""
    headline = "" if article.headline_supplied else article.headline
    return "\n".join((headline, article.lede, article.body))


def as_array(numbers: Iterable[int]) -> str:
    """Numbers as PostgreSQL writes an array: to adapt hundreds one by one takes longer than to look them up."""
    return f"{{{','.join(map(str, numbers))}}}"


def wait_for_turn() -> None:
    """Let one transaction at a time write what texts are compared by, so that none misses another's text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def propose(article: Article, kind: ResemblanceKind, found: Sequence[tuple[int, float]]) -> list[Resemblance]:
    """Bring the waiting proposals of this kind up to what was found; those that wait, the best first."""
    on_record = Resemblance.objects.of_article(article.pk).filter(kind=kind)
    known = {pair.article_id + pair.other_id - article.pk: pair for pair in on_record}
    _refresh(known, dict(found))
    new = [
        Resemblance(article=article, other_id=other, kind=kind, score=score)
        for other, score in found
        if other not in known
    ]
    if new:
        Resemblance.objects.bulk_create(new)
    waiting = [pair for pair in known.values() if pair.status == ProposalStatus.PROPOSED and pair.pk]
    return sorted([*waiting, *new], key=lambda pair: -pair.score)


def _refresh(known: Mapping[int, Resemblance], scores: Mapping[int, float]) -> None:
    """Write the new scores of proposals that wait; delete those that no longer hold."""
    for other, pair in known.items():
        if pair.status == ProposalStatus.PROPOSED and other not in scores:
            pair.delete()
        elif pair.status == ProposalStatus.PROPOSED and pair.score != scores[other]:
            pair.score = scores[other]
            pair.save(update_fields=["score"])


def accept(
    resemblance: Resemblance, user: AbstractBaseUser, *, original: Article | None = None
) -> Translation | None:
    """Confirm a resemblance; for a translation, link the two texts and return the link.

    `original` is the one of the two that was translated; the one longer on record where it is not given. Where that is
    itself a translation, the link goes to what it is a translation of: all texts of one work hang on its original.
    Raises AlreadyDecidedError, or ValueError for an original that is neither of the two.
    """
    with transaction.atomic():
        pair = _decide(resemblance, user, ProposalStatus.ACCEPTED)
        if original and original not in (pair.article, pair.other):
            raise ValueError(_("The original must be one of the two texts."))
        if pair.kind != ResemblanceKind.TRANSLATION:
            return None
        source = original or pair.other
        translation = pair.article if source == pair.other else pair.other
        link = Translation.objects.between(source, translation).first()
        if link is None and (first := Translation.objects.first_of(source)) != translation.pk:
            link = Translation.objects.between(first, translation).first()
            link = link or Translation.objects.create(original_id=first, translation=translation)
        return link or Translation.objects.create(original=source, translation=translation)


def reject(resemblance: Resemblance, user: AbstractBaseUser) -> None:
    """Say that two texts are not what was proposed, once for all. Raises AlreadyDecidedError."""
    with transaction.atomic():
        _decide(resemblance, user, ProposalStatus.REJECTED)


def _decide(resemblance: Resemblance, user: AbstractBaseUser, status: ProposalStatus) -> Resemblance:
    """Write a person's decision on a waiting resemblance, locked so that two cannot decide at once."""
    pair = Resemblance.objects.select_for_update().get(pk=resemblance.pk)
    if pair.status != ProposalStatus.PROPOSED:
        raise AlreadyDecidedError(_("This has been decided already."))
    Resemblance.objects.filter(pk=pair.pk).update(status=status, decided_by=user)
    resemblance.refresh_from_db()
    return resemblance
