"""The closed lists of the archive: each value is stored as its code and shown as its label."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgentKind(models.TextChoices):
    """The two kinds of agent (ISAAR(CPF) 5.1.1; a corporate body is called an institution here)."""

    PERSON = "person", _("person")
    INSTITUTION = "institution", _("institution")


class NameForm(models.TextChoices):
    """What a name is to its agent (ISAAR(CPF) 5.1.2 to 5.1.5)."""

    AUTHORIZED = "authorized", _("authorized form")
    VARIANT = "variant", _("other spelling")
    ACRONYM = "acronym", _("acronym")


class ArticleStatus(models.TextChoices):
    """Who may see a record: only a published one stands in the public archive."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class TextField(models.TextChoices):
    """The fields of an article in which a name can stand; offsets count code points of that field."""

    HEADLINE = "headline", _("headline")
    LEDE = "lede", _("lede")
    BODY = "body", _("body")


class FoundBy(models.TextChoices):
    """How a mention was found."""

    NAME = "name", _("full name on record")
    ACRONYM = "acronym", _("acronym on record")
    SURNAME = "surname", _("surname of a person on record")
    RESEMBLANCE = "resemblance", _("spelt nearly like a name, or sounding like one")
    EDITOR = "editor", _("marked by an editor")


class MentionStatus(models.TextChoices):
    """Whether a mention counts: a certain find is linked at once, a doubtful one waits for a person."""

    LINKED = "linked", _("linked")
    PROPOSED = "proposed", _("proposed")
    REJECTED = "rejected", _("rejected")


class ProposalStatus(models.TextChoices):
    """Whether a person has decided about what the program proposes."""

    PROPOSED = "proposed", _("proposed")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")


class NameStatus(models.TextChoices):
    """The same of a name in a text; one that is too faint for a person's time is asked by the search alone."""

    PROPOSED = ProposalStatus.PROPOSED.value, _("proposed")
    ACCEPTED = ProposalStatus.ACCEPTED.value, _("accepted")
    REJECTED = ProposalStatus.REJECTED.value, _("rejected")
    FAINT = "faint", "faint"


class ResemblanceKind(models.TextChoices):
    """What two articles may be to each other."""

    REPRINT = "reprint", _("reprint")
    TRANSLATION = "translation", _("translation")


class TranslationMethod(models.TextChoices):
    """How a translation came to be."""

    HUMAN = "human", _("by a translator")
    MACHINE = "machine", _("by machine")
    UNKNOWN = "unknown", _("not stated")


class BatchState(models.TextChoices):
    """How far a batch has come."""

    WAITING = "waiting", _("waiting for its turn")
    RUNNING = "running", _("coming in")
    FINISHED = "finished", _("complete")
    FAILED = "failed", _("broken off")
    UNDONE = "undone", _("undone")


class InputOutcome(models.TextChoices):
    """What became of one input."""

    CREATED = "created", _("created")
    DUPLICATE = "duplicate", _("duplicate")
    REJECTED = "rejected", _("rejected")
