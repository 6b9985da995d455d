"""Articles: the dated, tagged record made of each press text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from django.db import models
from django.db.models import Case, F, Prefetch, Q, Value, When
from django.utils.translation import gettext_lazy as _

from articles.addresses import address_of
from articles.dates import EDTF_PATTERN, EdtfDate, EdtfField
from articles.languages import LANGUAGES, Language, get_language
from articles.models.accession import Accession
from articles.models.agent import Agent
from articles.models.kinds_of_dates import COARSE, DOUBTFUL, SEVERAL_DAYS, SPANS
from articles.models.mention import Mention
from articles.models.source import Source
from articles.models.tag import Tag
from articles.models.translation import Translation
from articles.vocabulary import ArticleStatus, MentionStatus


class ArticleQuerySet(models.QuerySet["Article"]):
    """Questions to the articles."""

    def published(self) -> ArticleQuerySet:
        """The records that stand in the public archive."""
        return self.filter(status=ArticleStatus.PUBLISHED)

    def drafts(self) -> ArticleQuerySet:
        """The records that wait to be published."""
        return self.filter(status=ArticleStatus.DRAFT)

    def unpublished(self) -> ArticleQuerySet:
        """The records that the public archive does not have: drafts, and what was withdrawn."""
        return self.exclude(status=ArticleStatus.PUBLISHED)

    def in_language(self, language: str) -> ArticleQuerySet:
        """The records in one language."""
        return self.filter(language=language)

    def undated(self) -> ArticleQuerySet:
        """The records whose date is not known at all."""
        return self.filter(date__isnull=True)

    def naming(self, agent: Agent) -> ArticleQuerySet:
        """The records in which a person or institution is named."""
        named = Mention.objects.filter(agent=agent, status=MentionStatus.LINKED)
        return self.filter(pk__in=named.values("article"))

    def holding(self, branches: Iterable[Iterable[str]]) -> ArticleQuerySet:
        """Each record with `holds`: whether every piece of one of these branches stands in it, letter by letter.

        A piece is a word or a "phrase", found as whole words, or the beginning* of a word; one with a minus before it
        must not be there. Case is ignored.
        """
        wanted = Q()
        for branch in branches:
            wanted |= Q(*(_holding(piece) for piece in branch))
        whens = [When(wanted, then=Value(True))] if wanted else []
        holds = Case(*whens, default=Value(not whens), output_field=models.BooleanField())
        return self.annotate(holds=holds)

    def newest_first(self) -> ArticleQuerySet:
        """By date, the newest first; undated records last."""
        return self.order_by(F("date_earliest").desc(nulls_last=True), "-pk")

    def for_reading(self) -> ArticleQuerySet:
        """All that the page of one record shows, but the source bytes; `told_mentions` are linked or proposed."""
        told = (
            Mention.objects.exclude(status=MentionStatus.REJECTED)
            .select_related("agent")
            .prefetch_related("agent__names")
            .order_by("start")
        )
        return (
            self.select_related("source", "accession__batch")
            .defer("accession__source_bytes")
            .prefetch_related(
                "tags",
                Prefetch("mentions", queryset=told, to_attr="told_mentions"),
                *_translation_prefetches(),
            )
        )


def _translation_prefetches() -> tuple[Prefetch[Any, Any, Any], Prefetch[Any, Any, Any]]:
    """Both directions of the links between a text and its published translations."""
    translations = Translation.objects.filter(translation__status=ArticleStatus.PUBLISHED).select_related(
        "translation"
    )
    originals = Translation.objects.filter(original__status=ArticleStatus.PUBLISHED).select_related(
        "original"
    )
    return (
        Prefetch("translation_links", queryset=translations.order_by("translation__language", "pk")),
        Prefetch("original_links", queryset=originals.order_by("pk")),
    )


# Two letters at least: of fewer, the asterisk is a sign like others.
_BEGINNING = re.compile(r'[^"]*\w\w\*')


def letters_of(piece: str) -> tuple[list[str], bool]:
    """The words of a piece of a query as they must stand in a text, and whether the last may go on."""
    is_beginning = bool(_BEGINNING.fullmatch(piece))
    letters = piece.removeprefix("-").removesuffix("*" if is_beginning else "")
    return letters.replace('"', " ").split(), is_beginning


def _holding(piece: str) -> Q:
    """The condition that a text holds a piece of a query, or does not."""
    words, is_beginning = letters_of(piece)
    if not words:
        return Q()
    pattern = r"(^|\W)" + r"\s+".join(re.escape(word) for word in words)
    if not is_beginning:
        pattern += r"($|\W)"
    held = Q(headline__iregex=pattern) | Q(lede__iregex=pattern) | Q(body__iregex=pattern)
    return ~held if piece.startswith("-") else held


class Article(models.Model):
    """One press text: its words, its date as far as it is known, where it came from."""

    headline = models.CharField(_("headline"), max_length=500)
    headline_supplied = models.BooleanField(
        _("headline supplied by the archive"),
        default=False,
        help_text=_("The source has no headline of its own; ours is shown in square brackets."),
    )
    lede = models.TextField(_("lede"), blank=True)
    body = models.TextField(_("body"))
    language = models.CharField(
        _("language"), max_length=8, choices=[(code, language.name) for code, language in LANGUAGES.items()]
    )
    date = EdtfField(
        _("date"),
        null=True,
        blank=True,
        help_text=_(
            "As far as it is known: 15/12/2016, December 2016, 2016, or in EDTF: 2016-04~, ../2016; empty if unknown."
        ),
    )
    date_earliest = models.DateField(_("earliest day"), null=True, blank=True, editable=False)
    date_latest = models.DateField(_("latest day"), null=True, blank=True, editable=False)
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
    )
    url = models.URLField(_("address of origin"), max_length=1000, blank=True)
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=ArticleStatus, default=ArticleStatus.PUBLISHED
    )
    tags = models.ManyToManyField(Tag, verbose_name=_("tags"), related_name="articles", blank=True)
    accession = models.OneToOneField(
        Accession,
        verbose_name=_("accession"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="article",
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)
    modified = models.DateTimeField(_("modified"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = [F("date_earliest").desc(nulls_last=True), "-id"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            models.Index(F("date_earliest").desc(nulls_last=True), F("id").desc(), name="article_newest"),
            models.Index(F("modified").desc(), F("id").desc(), name="article_modified"),
            models.Index(
                fields=["status", "id"],
                condition=~Q(status=ArticleStatus.PUBLISHED),
                name="article_unpublished",
            ),
            # The desk’s filters by year and by how much of a date is known.
            models.Index(fields=["id"], condition=SPANS, name="article_span"),
            *(
                models.Index(
                    F("date_earliest").desc(nulls_last=True), F("id").desc(), condition=kind, name=name
                )
                for name, kind in (
                    ("article_coarse", COARSE),
                    ("article_several_days", SEVERAL_DAYS),
                    ("article_doubtful", DOUBTFUL),
                )
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(headline=""),
                name="article_has_headline",
                violation_error_message=_("Give a headline."),
            ),
            models.CheckConstraint(
                condition=~Q(lede="") | ~Q(body=""),
                name="article_has_text",
                violation_error_message=_("Give a text."),
            ),
            models.CheckConstraint(condition=Q(language__in=list(LANGUAGES)), name="article_language_known"),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__regex="^https?://"),
                name="article_url_is_of_the_web",
                violation_error_message=_("The address of origin must begin with http:// or https://."),
            ),
            models.CheckConstraint(condition=Q(status__in=ArticleStatus.values), name="article_status_known"),
            models.CheckConstraint(
                condition=Q(date__isnull=True) | Q(date__regex=EDTF_PATTERN), name="article_date_form"
            ),
            models.CheckConstraint(
                condition=Q(date__isnull=False) | Q(date_earliest__isnull=True, date_latest__isnull=True),
                name="article_undated_has_no_days",
            ),
            models.CheckConstraint(
                condition=Q(date__isnull=True)
                | Q(date_earliest__isnull=False)
                | Q(date_latest__isnull=False),
                name="article_dated_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(date_latest__gte=F("date_earliest"))
                | Q(date_earliest__isnull=True)
                | Q(date_latest__isnull=True),
                name="article_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Derive the days before the constraints are checked, so that a form sees their errors."""
        self.derive_days()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Derive the earliest and latest day from the date."""
        self.derive_days()
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and "date" in update_fields:
            kwargs["update_fields"] = {*update_fields, "date_earliest", "date_latest"}
        super().save(*args, **kwargs)

    def derive_days(self) -> None:
        """Set `date_earliest` and `date_latest` from `date`."""
        stated = cast("EdtfDate | str | None", self.date)
        if isinstance(stated, str):
            self.date = EdtfDate.parse(stated)
        self.date_earliest = self.date.earliest if self.date else None
        self.date_latest = self.date.latest if self.date else None

    def get_absolute_url(self) -> str:
        return address_of("articles:article-detail", self.pk)

    @property
    def title(self) -> str:
        """The headline as archives show it: in square brackets where the archive supplied it."""
        return f"[{self.headline}]" if self.headline_supplied else self.headline

    @property
    def language_info(self) -> Language:
        """Name, script and direction of the language."""
        return get_language(self.language)
