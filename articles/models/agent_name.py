"""The names of people and institutions, in several languages and scripts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.addresses import address_of
from articles.kept import Kept
from articles.languages import script_of
from articles.models.agent import NAME_FALLBACK, Agent
from articles.names import consonant_key, fold, romanise
from articles.names.other_sounds import sounds_on_record
from articles.statements import Prepared, send
from articles.terms import institution_keys
from articles.vocabulary import AgentKind, NameForm


@dataclass(frozen=True, slots=True)
class AgentLabel:
    """An agent as a line of a list needs it: its address and its name in the interface language.

    `language` is that of the name, where it had to be taken from another one.
    """

    pk: int
    kind: str
    slug: str
    name: str
    language: str
    former_slug: ClassVar[str] = ""

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the agent."""
        return address_of(f"articles:{self.kind}-detail", self.slug)


#: Shorter sounds are those of too many names.
SHORTEST_SOUND = 3

_LABELS = Prepared(
    "agent_labels",
    ("bigint[]", "text[]", "text"),
    """SELECT DISTINCT ON (agent.id) agent.id, kind, slug, text, language
        FROM articles_agent agent JOIN articles_agentname name ON name.agent_id = agent.id
        WHERE agent.id = ANY ($1)
        ORDER BY agent.id, CASE WHEN form = $3 THEN array_position($2, language::text) END, form, language, text""",
)
_labels: Kept[tuple[str, int], AgentLabel] = Kept(20_000)
_LABELS_OF_SLUGS = Prepared(
    "agent_labels_of_slugs",
    ("text[]", "text", "text[]", "text"),
    """SELECT DISTINCT ON (agent.id) agent.id, kind, slug, coalesce(text, slug), coalesce(language, '')
        FROM articles_agent agent LEFT JOIN articles_agentname name ON name.agent_id = agent.id
        WHERE slug = ANY ($1) AND kind = $2
        ORDER BY agent.id, CASE WHEN form = $4 THEN array_position($3, language::text) END, form, language, text""",
)


class AgentNameQuerySet(models.QuerySet["AgentName"]):
    """Questions to the names."""

    def authorized(self) -> AgentNameQuerySet:
        """The preferred names, one for each agent and language."""
        return self.filter(form=NameForm.AUTHORIZED)

    def in_language(self, language: str) -> AgentNameQuerySet:
        """The names in one language."""
        return self.filter(language=language)

    def labels(self, agents: Iterable[int]) -> dict[int, AgentLabel]:
        """Agent → its label: the name authorized in the interface language, in another, or any; one query, or none.

        A second one where an agent has no name at all.
        """
        language = (get_language() or "fr")[:2]
        keys = ((language, agent) for agent in agents)
        found = _labels.of(
            keys, lambda missing: self._labels({agent for _language, agent in missing}, language)
        )
        return {agent: label for (_language, agent), label in found.items()}

    def _labels(self, wanted: set[int], language: str) -> dict[tuple[str, int], AgentLabel]:
        """(Language, agent) → its label, from the database."""
        languages = [language, *NAME_FALLBACK]
        (rows,) = send([(_LABELS, [list(wanted), languages, NameForm.AUTHORIZED])])
        labels = {row[0]: AgentLabel(*row) for row in rows}
        if missing := wanted - labels.keys():
            nameless = (
                Agent.objects.order_by().filter(pk__in=missing).values_list("pk", "kind", "slug", "slug")
            )
            labels |= {row[0]: AgentLabel(*row, language="") for row in nameless}
        return {(language, agent): label for agent, label in labels.items()}

    def labels_of_slugs(self, slugs: Iterable[str], kind: AgentKind) -> list[AgentLabel]:
        """The people or the institutions at these addresses, each with its name as `labels` gives it; one query."""
        languages = [(get_language() or "fr")[:2], *NAME_FALLBACK]
        (rows,) = send([(_LABELS_OF_SLUGS, [list(slugs), kind, languages, NameForm.AUTHORIZED])])
        return [AgentLabel(*row) for row in rows]

    def like(self, text: str) -> AgentNameQuerySet:
        """The names that hold these letters, and those a word of which begins so as it sounds, in any script.

        In Arabic letters, or typed in them, names are known by their consonants alone.
        """
        asked = Q(folded__contains=fold(text)) | _begun("romanised", romanise(text))
        by_consonants = _begun("consonants", consonant_key(text))
        is_arabic = script_of(text) == "Arab"
        return self.filter(asked | (by_consonants if is_arabic else by_consonants & Q(script="Arab")))


def _begun(field: str, sound: str) -> Q:
    """A word of the key begins so; none does where the sound is that of too many."""
    if len(sound) < SHORTEST_SOUND:
        return Q(pk__in=())
    return Q(**{f"{field}__startswith": sound}) | Q(**{f"{field}__contains": f" {sound}"})


class AgentName(models.Model):
    """One name: its form, language and script, and the folded key it is looked up by."""

    agent = models.ForeignKey(
        Agent, verbose_name=_("person or institution"), on_delete=models.CASCADE, related_name="names"
    )
    text = models.CharField(_("name"), max_length=300)
    form = models.CharField(_("form"), max_length=12, choices=NameForm, default=NameForm.VARIANT)
    language = models.CharField(
        _("language"),
        max_length=3,
        blank=True,
        help_text=_("Two-letter code; left empty where a spelling belongs to no one language."),
    )
    script = models.CharField(_("script"), max_length=4, editable=False)
    folded = models.CharField(max_length=600, editable=False)
    last_word = models.CharField(max_length=300, editable=False, default="", db_index=True)
    romanised = models.CharField(max_length=600, editable=False, default="")
    consonants = models.CharField(max_length=600, editable=False, default="")
    other_sounds = ArrayField(models.TextField(), editable=False, default=list, db_default=[])

    objects = AgentNameQuerySet.as_manager()

    class Meta:
        ordering = ["agent", "form", "language", "text"]
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            models.UniqueConstraint(
                fields=["agent", "language"],
                condition=Q(form=NameForm.AUTHORIZED),
                name="name_one_authorized_a_language",
                violation_error_message=_("There is already an authorized name in this language."),
            ),
            models.UniqueConstraint(
                fields=["agent", "text", "language"],
                name="name_stated_once",
                violation_error_message=_("This name is already on the record."),
            ),
            models.CheckConstraint(
                condition=~Q(form=NameForm.AUTHORIZED) | ~Q(language=""),
                name="name_authorized_has_language",
                violation_error_message=_("An authorized name needs its language."),
            ),
            models.CheckConstraint(condition=Q(form__in=NameForm.values), name="name_form_known"),
            models.CheckConstraint(
                condition=Q(language="") | Q(language__regex=r"^[a-z]{2,3}$"), name="name_language_form"
            ),
            models.CheckConstraint(
                condition=~Q(folded=""),
                name="name_has_letters",
                violation_error_message=_("A name needs at least one letter."),
            ),
        ]
        indexes = [
            models.Index(fields=["folded"], name="name_folded"),
            models.Index(OpClass("folded", name="varchar_pattern_ops"), name="name_folded_prefix"),
            GinIndex(OpClass("folded", name="gin_trgm_ops"), name="name_folded_trigrams"),
            GinIndex(OpClass("romanised", name="gin_trgm_ops"), name="name_romanised_trigrams"),
            GinIndex(OpClass("consonants", name="gin_trgm_ops"), name="name_consonant_trigrams"),
            # Those of its last word.
            models.Index(
                Func(F("consonants"), Value(" "), Value(-1), function="split_part"),
                name="name_last_consonants",
            ),
            GinIndex(
                fields=["other_sounds"],
                condition=~Q(other_sounds=[]),
                fastupdate=False,
                name="name_other_sounds",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Derive the keys before the constraints are checked, so that a form sees their errors."""
        self.derive()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Derive script and lookup key, and when the authority record last changed."""
        self.derive()
        super().save(*args, **kwargs)
        Agent.objects.filter(pk=self.agent_id).update(modified=timezone.now())

    def derive(self) -> AgentName:
        """Set the script and the keys from `text`; for bulk creation call it yourself."""
        self.text = " ".join(self.text.split())
        self.script = script_of(self.text)
        self.folded = fold(self.text)
        self.last_word = self.folded.rpartition(" ")[2]
        self.romanised = romanise(self.text)
        self.consonants = consonant_key(self.text)
        self.other_sounds = [*sounds_on_record(self.text), *institution_keys(self.text)]
        return self
