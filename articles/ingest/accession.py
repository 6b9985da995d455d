"""The writer: a raw text → its accession and its article, one transaction a text, and a report of each."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.dates import EdtfDate, EdtfError
from articles.ingest.describe import ProposedRecord, describe
from articles.ingest.fitting import fitted
from articles.ingest.readers import RawText, Rejection, iter_paths, printable, read
from articles.languages import LANGUAGES
from articles.models import (
    Accession,
    AccessionBatch,
    Article,
    BatchInput,
    Mention,
    SearchEntry,
    Source,
    Tag,
    Translation,
)
from articles.vocabulary import ArticleStatus, TranslationMethod

logger = logging.getLogger(__name__)

FindMentions = Callable[[Article], list[Mention]]


@dataclass(frozen=True, slots=True)
class Statement:
    """What the person who ingests says of every text; it goes before what a text says of itself."""

    source: str = ""
    language: str = ""
    date: EdtfDate | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input."""

    path: str
    sha256: str
    outcome: str  # "created", "duplicate" or "rejected"
    article: Article | None = None
    mentions: tuple[Mention, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str = ""
    translation_of: str = ""  # the sender's identifier of the original, where a row states one

    def as_report(self) -> dict[str, Any]:
        """The line of the report (contract, Commands)."""
        article = self.article
        report: dict[str, Any] = {
            "path": self.path,
            "sha256": self.sha256,
            "outcome": self.outcome,
            "id": article.pk if article else None,
            "language": article.language if article else None,
            "date": str(article.date) if article and article.date else None,
            "headline": article.headline if article else None,
            "headline_supplied": article.headline_supplied if article else None,
            "mentions": [_mention_report(mention) for mention in self.mentions],
            "warnings": list(self.warnings),
        }
        if self.reason:
            report["reason"] = self.reason
        return report


def _mention_report(mention: Mention) -> dict[str, Any]:
    return {
        "name": mention.agent.name_in("fr"),
        "kind": mention.agent.kind,
        "surface": mention.exact,
        "field": mention.field,
        "start": mention.start,
        "end": mention.end,
        "status": mention.status,
    }


def ingest(paths: Iterable[Path], writer: Writer, *, shown_from: Path | None = None) -> Iterator[Outcome]:
    """Read and write every text of these files and folders, one outcome an input.

    One bad text never stops the rest: what goes wrong with it is its own rejection. On record a path begins at
    the file or folder that was asked for: where that lies on this machine is nobody's business; the outcomes
    have the paths as they were given, or relative to `shown_from`.
    """
    for asked in paths:
        outside = f"{asked.parent}{os.sep}"
        for path in iter_paths([asked]):
            for item in _items(path):
                if shown_from:
                    item = replace(item, path=item.path.removeprefix(f"{shown_from}{os.sep}"))
                if isinstance(item, Rejection):
                    yield writer.note(reject(item), item.path.removeprefix(outside))
                    continue
                try:
                    yield writer.accession(item, path=item.path.removeprefix(outside))
                except Exception as error:
                    logger.exception("%s could not be written", item.path)
                    reason = f"{type(error).__name__}: {error}"
                    outcome = Outcome(item.path, item.sha256, "rejected", reason=reason)
                    yield writer.note(outcome, item.path.removeprefix(outside))


def _items(path: Path) -> Iterator[RawText | Rejection]:
    """What a reader finds in a file; a file that breaks its reader is a rejection too."""
    items = read(path)
    while True:
        try:
            yield next(items)
        except StopIteration:
            return
        except Exception as error:
            logger.exception("%s could not be read", path)
            yield Rejection(printable(path), "unreadable", f"{type(error).__name__}: {error}")
            return


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
            link_translation(originals[0], outcome.article)
    return problems


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
    both = Q(original=original, translation=translation) | Q(original=translation, translation=original)
    if not Translation.objects.filter(both).exists():
        Translation.objects.create(
            original=original,
            translation=translation,
            credit=credit,
            method=method or TranslationMethod.UNKNOWN,
        )


def reject(rejection: Rejection) -> Outcome:
    """The outcome of an input that no text could be read from."""
    return Outcome(rejection.path, rejection.sha256, "rejected", reason=str(rejection.reason))


def propose(raw: RawText, statement: Statement) -> ProposedRecord:
    """The record that would be made of a text: what is stated of it goes before what is read in it.

    Raises EdtfError for a stated date and ValueError for a stated language that cannot be read.
    """
    stated = _stated(raw.metadata, statement)
    record = describe(raw.decoded.text, filename=raw.path, headline=stated["headline"], lede=stated["lede"])
    return replace(
        record,
        headline=stated["headline"] or record.headline,
        headline_supplied=not stated["headline"] and record.headline_supplied,
        lede=stated["lede"] or record.lede,
        language=replace(record.language, language=stated["language"] or record.language.language),
        date=stated["date"] or record.date,
        source=stated["source"] or record.source,
        url=stated["url"] or record.url,
        byline=stated["byline"] or record.byline,
    )


@dataclass
class Writer:
    """Writes texts of one batch; `find_mentions` names the people and institutions in an unsaved article."""

    batch: AccessionBatch
    find_mentions: FindMentions
    statement: Statement = field(default_factory=Statement)
    status: str = ArticleStatus.PUBLISHED
    dry_run: bool = False
    _seen: set[str] = field(default_factory=set)

    def accession(self, raw: RawText, record: ProposedRecord | None = None, *, path: str = "") -> Outcome:
        """Write one text; when this returns, it is on record for good (unless in a dry run).

        `path` goes on record as where it came from, that of `raw` where it is not given.
        `record` is its description where a person has gone over it; otherwise it is described here.
        The same bytes are never written twice: the outcome names the record they repeat, to which the stated
        tags, and source, where it has none, are added. Whatever is wrong with the text is a rejection.
        """
        try:
            with transaction.atomic():
                recorded = replace(raw, path=path) if path else raw
                outcome = self.note(replace(self._write(recorded, record), path=raw.path), path)
                if self.dry_run:
                    transaction.set_rollback(True)
        except IntegrityError:
            # Another ingest wrote the same bytes between our look and our write.
            with transaction.atomic():
                duplicate = self._duplicate_of(raw)
                if duplicate is None:
                    raise
                return self.note(duplicate, path)
        self._seen.add(raw.sha256)
        return outcome

    def note(self, outcome: Outcome, path: str = "") -> Outcome:
        """Write what became of an input on its batch, unless that was noted before; the outcome itself."""
        if not self.dry_run:
            note = BatchInput(
                batch=self.batch,
                path=(path or outcome.path)[-1000:],
                sha256=outcome.sha256,
                outcome=outcome.outcome,
                reason=outcome.reason.replace("\x00", ""),
                warnings=list(outcome.warnings),
                article=outcome.article,
            )
            BatchInput.objects.bulk_create([note], ignore_conflicts=True)
        return outcome

    def _write(self, raw: RawText, record: ProposedRecord | None) -> Outcome:
        if self.dry_run and raw.sha256 in self._seen:
            return Outcome(
                raw.path, raw.sha256, "duplicate", warnings=(_("The same bytes stand earlier in this run."),)
            )
        duplicate = self._duplicate_of(raw)
        if duplicate:
            return duplicate
        try:
            record = fitted(record or propose(raw, self.statement))
        except (EdtfError, ValueError) as error:
            return Outcome(raw.path, raw.sha256, "rejected", reason=str(error))
        with SearchEntry.objects.derived_once() as identifiers:
            article = self._article(raw, record)
            identifiers.append(article.pk)
            Mention.objects.bulk_create(self.find_mentions(article))
            article.tags.set(_tags([*self.statement.tags, *_row_tags(raw.metadata)]))
        warnings = [*raw.decoded.warnings, *record.warnings]
        return Outcome(
            raw.path,
            raw.sha256,
            "created",
            article=article,
            mentions=tuple(_with_agents(article)),
            warnings=tuple(map(str, warnings)),
            translation_of=str(raw.metadata.get("translation_of") or ""),
        )

    def _duplicate_of(self, raw: RawText) -> Outcome | None:
        """The outcome for bytes that are on record already; what the sender adds to them is added."""
        article = Article.objects.filter(accession__sha256=raw.sha256).select_related("source").first()
        if article is None:
            return None
        article.tags.add(*_tags([*self.statement.tags, *_row_tags(raw.metadata)]))
        if self.statement.source and article.source is None:
            article.source = _source(self.statement.source)
            article.save(update_fields=["source", "modified"])
        warning = _("The same bytes are on record as no. %(id)d.") % {"id": article.pk}
        return Outcome(
            raw.path,
            raw.sha256,
            "duplicate",
            article=article,
            mentions=tuple(_with_agents(article)),
            warnings=(warning,),
            translation_of=str(raw.metadata.get("translation_of") or ""),
        )

    def _article(self, raw: RawText, record: ProposedRecord) -> Article:
        """Write the accession and the article of a described text."""
        return Article.objects.create(
            headline=record.headline,
            headline_supplied=record.headline_supplied,
            lede=record.lede,
            body=record.body,
            language=record.language.language,
            date=record.date,
            source=_source(record.source),
            url=record.url,
            byline=record.byline,
            status=self.status,
            accession=self._accession(raw, record),
        )

    def _accession(self, raw: RawText, record: ProposedRecord) -> Accession:
        """The accession of these bytes; one left without its article (deleted since) is used again."""
        accession, _created = Accession.objects.update_or_create(
            sha256=raw.sha256,
            defaults={
                "batch": self.batch,
                "source_bytes": raw.data,
                "path": raw.path[-1000:],
                "encoding": raw.decoded.encoding,
                "sender_id": str(raw.metadata.get("id") or "")[:200],
                "set_aside": [asdict(piece) for piece in record.set_aside],
                "evidence": [_evidence(piece) for piece in record.evidence],
            },
        )
        return accession


def _evidence(piece: Any) -> dict[str, Any]:
    return {**asdict(piece), "value": str(piece.value)}


def _stated(metadata: Mapping[str, object], statement: Statement) -> dict[str, Any]:
    """What is stated of a text: the person who ingests first, then the sender's row.

    Raises EdtfError for a date and ValueError for a language that cannot be read.
    """
    stated = {
        name: str(metadata.get(name) or "").strip()
        for name in ("headline", "lede", "source", "url", "byline")
    }
    date = str(metadata.get("date") or "").strip()
    language = statement.language or str(metadata.get("language") or "").strip().lower()
    if language and language not in LANGUAGES:
        raise ValueError(_("Unknown language code: %(code)s.") % {"code": language})
    return {
        **stated,
        "source": statement.source or stated["source"],
        "date": statement.date or (EdtfDate.parse(date) if date else None),
        "language": language,
    }


def _row_tags(metadata: Mapping[str, object]) -> list[str]:
    tags = metadata.get("tags") or []
    return [str(tag) for tag in tags] if isinstance(tags, list | tuple) else []


def _tags(names: Iterable[str]) -> list[Tag]:
    """The tags of these labels, made where the archive has none of that label."""
    wanted = dict.fromkeys(" ".join(name.split()) for name in names)
    return [
        Tag.objects.labelled(name).first() or Tag.objects.create(pref_label_fr=name)
        for name in wanted
        if name
    ]


def _source(name: str) -> Source | None:
    """The outlet of this name, made where the archive has none; None for no name."""
    name = " ".join(name.split())[:200]
    if not name:
        return None
    return Source.objects.filter(name__iexact=name).first() or Source.objects.create(name=name)


def _with_agents(article: Article) -> Iterable[Mention]:
    """The saved mentions of an article, with whom they name, in the order of the text."""
    order = {"headline": 0, "lede": 1, "body": 2}
    mentions = article.mentions.select_related("agent").prefetch_related("agent__names")
    return sorted(mentions, key=lambda mention: (order[mention.field], mention.start))
