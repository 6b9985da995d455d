"""Rows that state of which other row they are a translation: linked once all are in."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from articles.ingest.outcome import Outcome
from articles.languages import UNDETERMINED
from articles.models import Article, Translation
from articles.vocabulary import TranslationMethod


def link_translations(outcomes: Iterable[Outcome]) -> list[str]:
    """Link the rows that state of which other row they are a translation; the reasons where that failed."""
    problems = []
    for outcome in outcomes:
        originals = _originals(outcome)
        if len(originals) != 1 or outcome.article is None:
            problem = (
                _("%(path)s: several texts have the identifier %(id)s.")
                if originals
                else _("%(path)s: no text with the identifier %(id)s.")
            )
            problems.append(problem % {"path": outcome.path, "id": outcome.translation_of})
        elif originals[0] != outcome.article:
            problems += _doubts(outcome.path, originals[0], outcome.article)
            link_translation(originals[0], outcome.article)
    return problems


def _doubts(path: str, original: Article, translation: Article) -> list[str]:
    """What the desk would not let pass of a link that a file states: it is made, and told."""
    if original.language == translation.language != UNDETERMINED:
        doubt = _("%(path)s: the text and its original are in one language, %(language)s. They are linked.")
        return [doubt % {"path": path, "language": original.language_info.label}]
    if Translation.objects.filter(translation=original).exists():
        doubt = _("%(path)s: its original is itself a translation. They are linked.")
        return [doubt % {"path": path}]
    return []


def _originals(outcome: Outcome) -> list[Article]:
    """The texts that bear the identifier a row names: those of its own file, else of its batch, else of all."""
    named = Article.objects.filter(accession__sender_id=outcome.translation_of)
    accession = outcome.article.accession if outcome.article else None
    if accession is None:
        return []
    file = accession.path.rpartition("#")[0]
    in_batch = named.filter(accession__batch=accession.batch_id)
    in_file = in_batch.filter(accession__path__startswith=f"{file}#") if file else in_batch.none()
    return next((found for found in map(list, (in_file, in_batch, named)) if found), [])


def link_translation(original: Article, translation: Article, *, credit: str = "", method: str = "") -> None:
    """Link a text to its translation, unless the two are linked already."""
    if not Translation.objects.between(original, translation).exists():
        Translation.objects.create(
            original=original,
            translation=translation,
            credit=credit,
            method=method or TranslationMethod.UNKNOWN,
        )
