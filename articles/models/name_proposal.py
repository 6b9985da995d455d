"""Name proposals: people and institutions that texts seem to name and that are not on record yet."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models, transaction
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.agent import Agent
from articles.models.article import Article
from articles.models.mention import Mention
from articles.names.flavours import keys_of_surname
from articles.vocabulary import AgentKind, MentionStatus, NameStatus, TextField


class NameProposalQuerySet(models.QuerySet["NameProposal"]):
    """Questions to the proposals."""

    def waiting(self) -> NameProposalQuerySet:
        """Those that no person has decided about."""
        return self.filter(status=NameStatus.PROPOSED)

    def for_people(self) -> NameProposalQuerySet:
        """Those that a person may see: all but those that are too faint, which the search alone asks for."""
        return self.exclude(status=NameStatus.FAINT)

    def undecided(self) -> NameProposalQuerySet:
        """Those that wait, and those that are too faint to wait."""
        return self.filter(status__in=[NameStatus.PROPOSED, NameStatus.FAINT])

    def forget_placeless(self, keys: Iterable[int]) -> None:
        """Delete those of these that nobody decided about and no text bears any more; not what an ingest places now."""
        asked = self.undecided().filter(pk__in=list(keys), places__isnull=True).order_by("folded", "kind")
        free = asked.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True)
        with transaction.atomic():
            # Of what was locked one may have been given a place before.
            self.undecided().filter(pk__in=list(free), places__isnull=True).delete()

    def with_counts(self) -> NameProposalQuerySet:
        """Each with `article_count`, the number of texts in which it seems to be named, most first."""
        counted = self.annotate(article_count=Count("places__article", distinct=True))
        return counted.order_by(F("article_count").desc(), "-score", "text")


class NameProposal(models.Model):
    """A name that waits for a person: accepted or rejected once, for all texts, now and later.

    `text` is the spelling with the most marks, `spellings` are others in which texts have it; the keys, by which the
    search finds it, are those of all. One that is faint waits for nobody, until a text tells it better.
    """

    text = models.CharField(_("name"), max_length=300)
    spellings = ArrayField(models.TextField(), editable=False, default=list, db_default=[])
    folded = models.CharField(max_length=600, editable=False)
    surname_consonants = models.CharField(max_length=300, editable=False, default="", db_default="")
    other_sounds = ArrayField(models.TextField(), editable=False, default=list, db_default=[])
    kind = models.CharField(_("kind"), max_length=12, choices=AgentKind)
    language = models.CharField(_("language"), max_length=8)
    score = models.FloatField(_("score"))
    rule = models.CharField(_("why"), max_length=120)
    status = models.CharField(_("status"), max_length=8, choices=NameStatus, default=NameStatus.PROPOSED)
    agent = models.ForeignKey(
        Agent,
        verbose_name=_("accepted as"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="proposals",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)

    objects = NameProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-score", "text"]
        verbose_name = _("new name")
        verbose_name_plural = _("new names")
        indexes = [
            models.Index(
                fields=["surname_consonants"], condition=~Q(surname_consonants=""), name="proposal_surname"
            ),
            GinIndex(
                fields=["other_sounds"],
                condition=~Q(other_sounds=[]),
                name="proposal_other_sounds",
                fastupdate=False,
            ),
            models.Index(fields=["kind"], condition=Q(status=NameStatus.PROPOSED), name="proposal_to_decide"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["folded", "kind"], name="proposal_once_for_all"),
            models.CheckConstraint(condition=Q(kind__in=AgentKind.values), name="proposal_kind_known"),
            models.CheckConstraint(condition=Q(status__in=NameStatus.values), name="proposal_status_known"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="proposal_score_range"),
            models.CheckConstraint(condition=~Q(folded=""), name="proposal_has_letters"),
        ]

    def __str__(self) -> str:
        return self.text


class NameProposalPlaceQuerySet(models.QuerySet["NameProposalPlace"]):
    """Questions to the places."""

    def sounding_like(self, names: Iterable[str]) -> NameProposalPlaceQuerySet:
        """Those of waiting names whose surname, or single word, has the consonants of that of one of these, in any
        script, or those heard of it."""
        keys = {key for name in names for key in keys_of_surname(name)}
        return self.filter(
            proposal__status=NameStatus.PROPOSED, proposal__surname_consonants__in=sorted(keys)
        )

    def forget_named(self, article: Article) -> None:
        """Wait no more where this text names somebody on record: linked, or proposed for all of the words.

        A name that no text bears any more has nothing to wait for.
        """
        mentions = Mention.objects.filter(article=article, field=OuterRef("field"))
        linked = mentions.filter(
            status=MentionStatus.LINKED, start__lt=OuterRef("end"), end__gt=OuterRef("start")
        )
        covering = mentions.filter(
            status=MentionStatus.PROPOSED, start__lte=OuterRef("start"), end__gte=OuterRef("end")
        )
        gone = list(self.filter(Exists(linked) | Exists(covering), article=article))
        if gone:
            self.filter(pk__in=[place.pk for place in gone]).delete()
            NameProposal.objects.forget_placeless({place.proposal_id for place in gone})


class NameProposalPlace(models.Model):
    """Where a text seems to name it; offsets in code points of the field."""

    proposal = models.ForeignKey(NameProposal, on_delete=models.CASCADE, related_name="places")
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="proposal_places")
    field = models.CharField(max_length=8, choices=TextField)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.CharField(max_length=500)

    objects = NameProposalPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["article", "field", "start"]
        verbose_name = _("place of a new name")
        verbose_name_plural = _("places of new names")
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="proposal_place_ends_after_its_start"
            ),
            models.UniqueConstraint(
                fields=["proposal", "article", "field", "start"], name="proposal_place_stated_once"
            ),
        ]

    def __str__(self) -> str:
        return self.exact
