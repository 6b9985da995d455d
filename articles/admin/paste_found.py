"""All that is found in a text that is not yet on record, with the editor's decisions, to be shown or saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User

from articles.admin.paste_likenesses import Likeness, likenesses_of, settle_likenesses
from articles.admin.paste_mentions import Decided
from articles.admin.paste_names import NewNames
from articles.models import Agent, Article
from articles.resemblance import record_translations


@dataclass
class Found:
    """Names on record, new names and like texts found in an article that is not saved."""

    article: Article
    decided: Decided
    names: NewNames
    likenesses: list[Likeness]

    @classmethod
    def of(cls, article: Article, decided: Decided, submitted: Mapping[str, Any] | None = None) -> Found:
        """Look for all of it; `submitted` holds what was decided on the page before."""
        names = NewNames.of(article, decided.mentions, submitted)
        return cls(article, decided, names, likenesses_of(article, submitted))

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
