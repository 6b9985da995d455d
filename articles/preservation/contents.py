"""What a package holds: every table but what is derived from the others, a row an object; and every source as it came.

Not in it are the search index, words, keys of names, prints of texts, and the names in texts that are too faint to be
shown, which the program derives anew, and the accounts of editors: a decision names who took it by user name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import F

from articles.models import (
    Accession,
    AccessionBatch,
    Agent,
    AgentName,
    Article,
    BatchInput,
    FormerSlug,
    Mention,
    NameProposal,
    NameProposalPlace,
    Office,
    Resemblance,
    Source,
    Tag,
    Translation,
)
from articles.vocabulary import NameStatus

#: The files of a package, in an order in which each row speaks of rows before it.
TABLES: dict[str, type[models.Model]] = {
    "batches": AccessionBatch,
    "accessions": Accession,
    "outlets": Source,
    "tags": Tag,
    "agents": Agent,
    "names": AgentName,
    "former_addresses": FormerSlug,
    "articles": Article,
    "article_tags": Article.tags.through,
    "mentions": Mention,
    "offices": Office,
    "translations": Translation,
    "batch_inputs": BatchInput,
    "resemblances": Resemblance,
    "name_proposals": NameProposal,
    "name_proposal_places": NameProposalPlace,
}
_DERIVED = {
    *("folded", "last_word", "romanised", "consonants", "script", "surname_consonants", "other_sounds"),
    *("date_earliest", "date_latest"),
}
#: Written as a file of its own.
_BYTES = "source_bytes"
_CHUNK = 500
#: A source may have twenty megabytes.
_FEW = 10


def kept(model: type[models.Model]) -> models.QuerySet[Any]:
    """The rows of a table that are kept: all, but for names that the search alone asks for, and their places."""
    if model is NameProposal:
        return NameProposal.objects.for_people()
    if model is NameProposalPlace:
        return NameProposalPlace.objects.exclude(proposal__status=NameStatus.FAINT)
    return model._default_manager.all()


def rows(model: type[models.Model]) -> Iterator[dict[str, Any]]:
    """The rows of a table by their keys, in flat memory: column → value, another record by its key."""
    columns = {
        field.name: F(
            f"{field.name}__{_USERNAME}" if field.related_model is get_user_model() else field.attname
        )
        for field in model._meta.concrete_fields
        if field.name not in {*_DERIVED, _BYTES}
    }
    # Beside a column of the same name no annotation may stand.
    selected = kept(model).order_by("pk").values_list(*columns.values())
    for row in selected.iterator(chunk_size=_CHUNK):
        yield dict(zip(columns, row, strict=True))


def sources() -> Iterator[tuple[str, bytes]]:
    """Digest (SHA-256, hexadecimal) and bytes of every accession."""
    stored = Accession.objects.order_by("pk").values_list("sha256", _BYTES)
    for digest, content in stored.iterator(chunk_size=_FEW):
        yield digest, bytes(content)


_USERNAME = get_user_model().USERNAME_FIELD
