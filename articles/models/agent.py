"""People and institutions: one table, two kinds, so that a mention has one real foreign key."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Case, Q, When
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.addresses import address_of
from articles.facet_codes import FacetKind
from articles.models.facet_count import total_of
from articles.slugs import slug_for
from articles.vocabulary import AgentKind, NameForm

#: Languages in which a name is looked for, in this order, when the asked one has none.
NAME_FALLBACK = ("fr", "en", "ru", "ar")


class AgentQuerySet(models.QuerySet["Agent"]):
    """Questions to the authority records."""

    def is_slug_taken(self, slug: str) -> bool:
        """Whether an agent has this slug, or had it: its address leads there."""
        # Each by its index: together they would read all agents.
        has, had = self.filter(slug=slug), self.filter(former_slugs__slug=slug)
        return has.order_by().values("pk").union(had.order_by().values("pk"), all=True).exists()

    def people(self) -> AgentQuerySet:
        """The persons among them."""
        return self.filter(kind=AgentKind.PERSON)

    def institutions(self) -> AgentQuerySet:
        """The institutions among them."""
        return self.filter(kind=AgentKind.INSTITUTION)

    def with_names(self) -> AgentQuerySet:
        """Each agent with all its names, in one more query."""
        return self.prefetch_related("names")

    def with_counts(self) -> AgentQuerySet:
        """Each agent with `article_count`, the number of published records that name it."""
        counts = {
            AgentKind.PERSON: total_of(FacetKind.PERSON),
            AgentKind.INSTITUTION: total_of(FacetKind.INSTITUTION),
        }
        return self.annotate(
            article_count=Case(*(When(kind=kind, then=count) for kind, count in counts.items()), default=0)
        )


class Agent(models.Model):
    """An authority record (ISAAR(CPF)): a person or an institution with its names."""

    kind = models.CharField(_("kind"), max_length=12, choices=AgentKind)
    slug = models.SlugField(_("slug"), max_length=200, unique=True, blank=True)
    key = models.CharField(
        _("authority key"),
        max_length=200,
        unique=True,
        null=True,
        blank=True,
        help_text=_("The key of this record in an imported authority file."),
    )
    wikidata = models.CharField(_("Wikidata identifier"), max_length=20, blank=True)
    note = models.TextField(_("note"), blank=True)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    modified = models.DateTimeField(_("modified"), auto_now=True)

    objects = AgentQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("person or institution")
        verbose_name_plural = _("people and institutions")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AgentKind.values), name="agent_kind_known"),
            models.CheckConstraint(
                condition=Q(wikidata="") | Q(wikidata__regex=r"^Q[1-9][0-9]*$"),
                name="agent_wikidata_form",
                violation_error_message=_("A Wikidata identifier is the letter Q and a number."),
            ),
        ]

    #: By which former slug it was asked for, where it was.
    former_slug = ""
    #: The kind a proxy stands for; None on Agent itself.
    proxy_kind: AgentKind | None = None

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Derive the kind from the proxy, and the slug from the key where none was given."""
        self.kind = self.proxy_kind or self.kind
        self.slug = self.slug or slug_for(self.key or self.kind, Agent.objects.is_slug_taken)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return address_of(f"articles:{self.kind}-detail", self.slug)

    @property
    def name(self) -> str:
        """The authorized name in the interface language, otherwise in the first one that has it."""
        return self.name_in(get_language() or "fr")

    def name_in(self, language: str) -> str:
        """The authorized name in `language`, or by `NAME_FALLBACK`, or any name, or the slug."""
        authorized = {
            name.language: name.text for name in self.names.all() if name.form == NameForm.AUTHORIZED
        }
        for code in (language[:2], *NAME_FALLBACK):
            if code in authorized:
                return authorized[code]
        return next((name.text for name in self.names.all()), self.slug)


class PersonManager(models.Manager.from_queryset(AgentQuerySet)):  # type: ignore[misc]
    """Persons only."""

    def get_queryset(self) -> AgentQuerySet:
        agents: AgentQuerySet = super().get_queryset()
        return agents.people()


class InstitutionManager(models.Manager.from_queryset(AgentQuerySet)):  # type: ignore[misc]
    """Institutions only."""

    def get_queryset(self) -> AgentQuerySet:
        agents: AgentQuerySet = super().get_queryset()
        return agents.institutions()


class Person(Agent):
    """A person."""

    proxy_kind = AgentKind.PERSON
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        proxy = True
        verbose_name = _("person")
        verbose_name_plural = _("people")


class Institution(Agent):
    """An institution: a body, an agency, a firm, a media outlet as actor."""

    proxy_kind = AgentKind.INSTITUTION
    objects: ClassVar[InstitutionManager] = InstitutionManager()

    class Meta:
        proxy = True
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
