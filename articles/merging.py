"""Two records that are one and the same person or institution → one, with all names, texts and offices of both."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from articles.models import Agent, AgentName, FormerSlug, Mention, NameProposal, Office
from articles.vocabulary import MentionStatus, NameForm


def merge_agents(kept: Agent, gone: Agent) -> Agent:
    """Give `kept` all that `gone` has, its address too, and delete `gone`; returns the record that stays.

    Of two authorized names in a language the other becomes a spelling; of two mentions at one place the linked one
    counts, else the one that a person decided about. Raises ValidationError where they cannot be one.
    """
    with transaction.atomic():
        found = Agent.objects.select_for_update().order_by("pk").in_bulk([kept.pk, gone.pk])
        if len(found) < 2 or found[kept.pk].kind != found[gone.pk].kind:
            raise ValidationError(_("Choose two records of one kind that are both still there."))
        kept, gone = found[kept.pk], found[gone.pk]
        _check_wikidata(kept, gone)
        _move_mentions(kept, gone)
        _move_names(kept, gone)
        _move_offices(kept, gone)
        NameProposal.objects.filter(agent=gone).update(agent=kept)
        FormerSlug.objects.filter(agent=gone).update(agent=kept)
        key, wikidata, note, slug = gone.key, gone.wikidata, gone.note, gone.slug
        gone.delete()
        FormerSlug.objects.update_or_create(slug=slug, defaults={"agent": kept})
        kept.key, kept.wikidata = kept.key or key, kept.wikidata or wikidata
        kept.note = "\n".join(dict.fromkeys(filter(None, (kept.note, note))))
        kept.save()
    return Agent.objects.with_names().get(pk=kept.pk)


def _check_wikidata(kept: Agent, gone: Agent) -> None:
    """Two identifiers say that the records are of two: whoever knows better corrects one of them first."""
    if kept.wikidata and gone.wikidata and kept.wikidata != gone.wikidata:
        text = _(
            "Wikidata has two records for them, %(one)s and %(other)s: if these are one, correct one of the two first."
        )
        raise ValidationError(text % {"one": kept.wikidata, "other": gone.wikidata})


def _move_mentions(kept: Agent, gone: Agent) -> None:
    same = Mention.objects.filter(
        article=OuterRef("article"), field=OuterRef("field"), start=OuterRef("start"), end=OuterRef("end")
    )
    ours = {
        _place(mention): mention
        for mention in _both(Mention.objects.filter(agent=kept), same.filter(agent=gone))
    }
    worse = []
    for theirs in _both(Mention.objects.filter(agent=gone), same.filter(agent=kept)):
        known = ours[_place(theirs)]
        stays, goes = (theirs, known) if _counts(theirs) > _counts(known) else (known, theirs)
        worse.append(goes.pk)
        _complete(stays, goes)
    Mention.objects.filter(pk__in=worse).delete()
    Mention.objects.filter(agent=gone).update(agent=kept)


def _both(mentions: QuerySet[Mention], others: QuerySet[Mention]) -> QuerySet[Mention]:
    return mentions.filter(Exists(others))


def _place(mention: Mention) -> tuple[int, str, int, int]:
    return mention.article_id, mention.field, mention.start, mention.end


def _counts(mention: Mention) -> tuple[bool, bool]:
    """The more of two mentions at one place is the one that stays; none where they are equal.

    Whoever rejected one record there did not say that the other, which they did not know to be the same, is wrong.
    """
    return mention.status == MentionStatus.LINKED, mention.is_decided


def _complete(stays: Mention, goes: Mention) -> None:
    """What the text states of the place is kept, and who decided it, where the decision is the same."""
    before = stays.office, stays.confirmed_by_id
    stays.office = stays.office or goes.office
    if stays.status == goes.status:
        stays.confirmed_by_id = stays.confirmed_by_id or goes.confirmed_by_id
    if before != (stays.office, stays.confirmed_by_id):
        stays.save(update_fields=["office", "confirmed_by"])


def _move_names(kept: Agent, gone: Agent) -> None:
    stated = {(name.text, name.language): name for name in kept.names.all()}
    authorized = {name.language for name in stated.values() if name.form == NameForm.AUTHORIZED}
    for name in AgentName.objects.filter(agent=gone):
        known = stated.get((name.text, name.language))
        is_free = name.form == NameForm.AUTHORIZED and name.language not in authorized
        if known and is_free:
            known.form = NameForm.AUTHORIZED
            known.save()
        elif not known:
            if name.form == NameForm.AUTHORIZED and not is_free:
                name.form = NameForm.VARIANT
            name.agent = kept
            name.save()


def _move_offices(kept: Agent, gone: Agent) -> None:
    stated = set(Office.objects.filter(agent=kept).values_list("label", "article"))
    for office in Office.objects.filter(agent=gone):
        if (office.label, office.article_id) not in stated:
            office.agent = kept
            office.save()
