"""The texts on record that a pasted one seems to repeat or to translate, and what the editor decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.utils.functional import Promise

from articles import resemblance
from articles.admin.evidence_rules import ground_in_words
from articles.models import Article, Resemblance
from articles.resemblance import proposed_translations, similar_texts, text_of
from articles.vocabulary import ResemblanceKind

ACCEPT, REJECT = "accept", "reject"
ORIGINAL, TRANSLATION = "original", "translation"
"""What the text on record is to the new one."""
_PREFIX = "like-"
_MOST_REPRINTS = 5
_DECISIONS = {
    ResemblanceKind.REPRINT: (ACCEPT, REJECT),
    ResemblanceKind.TRANSLATION: (ORIGINAL, TRANSLATION, REJECT),
}


@dataclass
class Likeness:
    """A text on record like the new one; `score` is as `Resemblance` has it."""

    kind: ResemblanceKind
    other: Article
    score: float
    decision: str = ""

    @property
    def key(self) -> str:
        """What the form calls it."""
        return f"{_PREFIX}{self.kind}-{self.other.pk}"

    @property
    def ground(self) -> str | Promise:
        """Why it is told."""
        return ground_in_words(self.kind, self.score)

    @property
    def percent(self) -> int:
        return round(100 * self.score)


def likenesses_of(article: Article, submitted: Mapping[str, Any] | None = None) -> list[Likeness]:
    """What an article that is not saved repeats, and the likely translation of it in each language."""
    reprints = similar_texts(text_of(article))[:_MOST_REPRINTS]
    translations = proposed_translations(article)
    others = Article.objects.select_related("source").in_bulk(
        [pk for pk, _score in (*reprints, *translations)]
    )
    pairs = [(ResemblanceKind.REPRINT, pk, score) for pk, score in reprints]
    pairs += [(ResemblanceKind.TRANSLATION, pk, score) for pk, score in translations]
    found = [Likeness(kind, others[pk], score) for kind, pk, score in pairs if pk in others]
    for likeness in found:
        said = str((submitted or {}).get(likeness.key, ""))
        likeness.decision = said if said in _DECISIONS[likeness.kind] else ""
    return found


def settle_likenesses(article: Article, likenesses: Iterable[Likeness], editor: User) -> None:
    """Put on record what a saved article seems to be to others, with the decisions made about it.

    What was not decided waits among the resemblances.
    """
    for likeness in likenesses:
        pair, _created = Resemblance.objects.get_or_create(
            article=article, other=likeness.other, kind=likeness.kind, defaults={"score": likeness.score}
        )
        if likeness.decision == REJECT:
            resemblance.reject(pair, editor)
        elif likeness.decision:
            is_older = likeness.decision != TRANSLATION
            original = likeness.other if is_older else article
            is_translation = likeness.kind == ResemblanceKind.TRANSLATION
            resemblance.accept(pair, editor, original=original if is_translation else None)
