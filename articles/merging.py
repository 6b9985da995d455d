"""Two records that are one and the same person or institution → one, with all names, texts and offices of both."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from articles.models import Agent, AgentName, Mention, NameProposal, Office
from articles.vocabulary import MentionStatus, NameForm


def merge_agents(kept: Agent, gone: Agent) -> Agent:
    """Give `kept` all that `gone` has, and delete `gone`; returns the record that stays, as it is then.

    Of two authorized names in a language the other becomes a spelling; of two mentions at one place the one that a
    person decided about counts, else the linked one. Raises ValidationError where they cannot be one.
    """
    with transaction.atomic():
        found = Agent.objects.select_for_update().order_by("pk").in_bulk([kept.pk, gone.pk])
        if len(found) < 2 or found[kept.pk].kind != found[gone.pk].kind:
            raise ValidationError(_("Choose two records of one kind that are both still there."))
        kept, gone = found[kept.pk], found[gone.pk]
        _move_mentions(kept, gone)
        _move_names(kept, gone)
        _move_offices(kept, gone)
        NameProposal.objects.filter(agent=gone).update(agent=kept)
        key, wikidata, note = gone.key, gone.wikidata, gone.note
        gone.delete()
        kept.key, kept.wikidata = kept.key or key, kept.wikidata or wikidata
        kept.note = "\n".join(dict.fromkeys(filter(None, (kept.note, note))))
        kept.save()
    return Agent.objects.with_names().get(pk=kept.pk)


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
        worse.append(known.pk if _counts(theirs) > _counts(known) else theirs.pk)
    Mention.objects.filter(pk__in=worse).delete()
    Mention.objects.filter(agent=gone).update(agent=kept)


def _both(mentions: QuerySet[Mention], others: QuerySet[Mention]) -> QuerySet[Mention]:
    return mentions.filter(Exists(others))


def _place(mention: Mention) -> tuple[int, str, int, int]:
    return mention.article_id, mention.field, mention.start, mention.end


def _counts(mention: Mention) -> tuple[bool, bool]:
    """The more of two mentions at one place is the one that stays; none where they are equal."""
    return mention.is_decided, mention.status == MentionStatus.LINKED


def _move_names(kept: Agent, gone: Agent) -> None:
    names = list(kept.names.all())
    stated = {(name.text, name.language) for name in names}
    authorized = {name.language for name in names if name.form == NameForm.AUTHORIZED}
    for name in AgentName.objects.filter(agent=gone):
        if (name.text, name.language) in stated:
            continue
        if name.form == NameForm.AUTHORIZED and name.language in authorized:
            name.form = NameForm.VARIANT
        name.agent = kept
        name.save()


def _move_offices(kept: Agent, gone: Agent) -> None:
    stated = set(Office.objects.filter(agent=kept).values_list("label", "article"))
    for office in Office.objects.filter(agent=gone):
        if (office.label, office.article_id) not in stated:
            office.agent = kept
            office.save()
