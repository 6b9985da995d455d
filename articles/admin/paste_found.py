"""All that is found in a text that is not yet on record, with the editor's decisions, to be shown or saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser, User

from articles.admin.paste_likenesses import Likeness, likenesses_of, settle_likenesses
from articles.admin.paste_mentions import Decided
from articles.admin.paste_names import NewNames
from articles.models import Agent, Article
from articles.resemblance import record_translations


@dataclass(frozen=True, slots=True)
class May:
    """What a person who brings in texts may decide for the whole archive besides."""

    names: bool
    pairs: bool

    @classmethod
    def of(cls, user: User | AnonymousUser) -> May:
        """As in the lists where the same is decided."""
        return cls(
            names=user.has_perm("articles.change_nameproposal"),
            pairs=user.has_perm("articles.change_resemblance"),
        )


@dataclass
class Found:
    """Names on record, new names and like texts found in an article that is not saved."""

    article: Article
    decided: Decided
    names: NewNames
    likenesses: list[Likeness]
    may: May

    @classmethod
    def of(
        cls, article: Article, decided: Decided, may: May, submitted: Mapping[str, Any] | None = None
    ) -> Found:
        """Look for all of it; `submitted` holds what was decided on the page before.

        What this person may not decide waits, whatever was sent about it.
        """
        names = NewNames.of(article, decided.mentions, submitted if may.names else None)
        return cls(article, decided, names, likenesses_of(article, submitted if may.pairs else None), may)

    @property
    def lost(self) -> list[str]:
        """What was decided about and is no longer in the text."""
        return [*self.decided.lost, *self.names.lost]

    def can_be_saved(self) -> bool:
        """Whether the decisions fit each other and can be carried out."""
        return self.names.are_valid() and not self.decided.clashing

    def settle(self, article: Article, editor: User) -> tuple[list[Agent], list[str]]:
        """Carry out the decisions on the saved article: whose names changed, and what went wrong.

        Within the transaction of the text; what was not decided waits in its list.
        """
        renamed, problems = self.names.settle(editor)
        record_translations(article)
        settle_likenesses(article, self.likenesses, editor)
        return renamed, problems
