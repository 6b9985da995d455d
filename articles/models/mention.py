"""Mentions: where a text names a person or an institution (Web Annotation text selectors)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from articles.models.agent import Agent
from articles.vocabulary import FoundBy, MentionStatus, TextField


class MentionQuerySet(models.QuerySet["Mention"]):
    """Questions to the mentions."""

    def linked(self) -> MentionQuerySet:
        """The mentions that count."""
        return self.filter(status=MentionStatus.LINKED)

    def proposed(self) -> MentionQuerySet:
        """The mentions that wait for a person."""
        return self.filter(status=MentionStatus.PROPOSED)

    def decided(self) -> MentionQuerySet:
        """The mentions a person has decided about; no program changes these."""
        return self.filter(
            Q(confirmed_by__isnull=False) | Q(found_by=FoundBy.EDITOR) | Q(status=MentionStatus.REJECTED)
        )


class Mention(models.Model):
    """The naming of one agent at one place: `start` and `end` count code points of the field."""

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), on_delete=models.CASCADE, related_name="mentions"
    )
    agent = models.ForeignKey(
        Agent, verbose_name=_("person or institution"), on_delete=models.PROTECT, related_name="mentions"
    )
    field = models.CharField(_("field"), max_length=8, choices=TextField, default=TextField.BODY)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    exact = models.CharField(_("exact words"), max_length=500)
    found_by = models.CharField(_("found by"), max_length=12, choices=FoundBy, default=FoundBy.EDITOR)
    status = models.CharField(_("status"), max_length=8, choices=MentionStatus, default=MentionStatus.LINKED)
    office = models.CharField(_("office as stated here"), max_length=300, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("confirmed by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["article", "field", "start"]
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        indexes = [
            models.Index(fields=["agent", "article"], name="mention_agent_article"),
            # The few spellings and offices that texts state of one who is named in many thousands of them.
            models.Index(
                fields=["agent", "exact"],
                condition=Q(status=MentionStatus.LINKED),
                name="mention_spelling",
            ),
            models.Index(
                fields=["agent"],
                condition=Q(status=MentionStatus.LINKED) & ~Q(office=""),
                name="mention_office",
            ),
            # What waits for a person, few among millions.
            models.Index(
                fields=["article"], condition=Q(status=MentionStatus.PROPOSED), name="mention_to_decide"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="mention_ends_after_its_start",
                violation_error_message=_("A mention must end after its start."),
            ),
            models.CheckConstraint(
                condition=Q(end=F("start") + Length("exact")),
                name="mention_is_as_long_as_its_words",
                violation_error_message=_("The exact words must be as long as the place they stand at."),
            ),
            models.CheckConstraint(condition=Q(field__in=TextField.values), name="mention_field_known"),
            models.CheckConstraint(condition=Q(found_by__in=FoundBy.values), name="mention_found_by_known"),
            models.CheckConstraint(condition=Q(status__in=MentionStatus.values), name="mention_status_known"),
            models.UniqueConstraint(
                fields=["article", "agent", "field", "start", "end"],
                name="mention_stated_once",
                violation_error_message=_("This mention is already on the record."),
            ),
            models.UniqueConstraint(
                fields=["article", "field", "start"],
                condition=Q(status=MentionStatus.LINKED),
                name="mention_one_link_a_place",
                violation_error_message=_("Another name is already linked at this place."),
            ),
        ]

    def __str__(self) -> str:
        return self.exact

    @property
    def is_decided(self) -> bool:
        """Whether a person has decided about it, so that no program may change it."""
        is_rejected = self.status == MentionStatus.REJECTED
        return self.confirmed_by_id is not None or self.found_by == FoundBy.EDITOR or is_rejected
