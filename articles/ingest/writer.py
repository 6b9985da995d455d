"""The writer: a described text → its accession and its article, one transaction a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from articles.ingest.describe import ProposedRecord
from articles.ingest.describing import Described, Describer, Intake, article_of
from articles.ingest.outcome import Named, Outcome
from articles.ingest.raw_texts import RawText
from articles.ingest.rows import insert_accessioned, insertion
from articles.ingest.statement import Statement, stated_tags
from articles.models import Accession, AccessionBatch, Agent, Article, BatchInput, Mention, Source, Tag
from articles.statements import Prepared, send
from articles.statements import Statement as Sql
from articles.vocabulary import ArticleStatus

FindMentions = Callable[[Article], list[Mention]]

_INDEX = Prepared("index_article", ("bigint",), "SELECT archive_index(ARRAY[$1])")
# What concerns one text is planned the same whatever the text: PostgreSQL, left to itself, plans it for each anew,
# which takes longer than to carry it out. A plan made for an archive of few texts serves until there are many.
_PUT_OFF: list[Sql] = [
    ("SET LOCAL archive.indexing = 'later'", []),
    ("SET LOCAL plan_cache_mode = force_generic_plan", []),
    ("SET LOCAL enable_seqscan = off", []),
]
_PLANNED_AS_EVER: list[Sql] = [
    ("SET LOCAL plan_cache_mode TO DEFAULT", []),
    ("SET LOCAL enable_seqscan TO DEFAULT", []),
]
_INDEXED: list[Sql] = [("SET LOCAL archive.indexing = ''", [])]
_FIELD_ORDER = {"headline": 0, "lede": 1, "body": 2}


@dataclass
class Writer:
    """Writes texts of one batch; `intake` reads and writes whom they name."""

    batch: AccessionBatch
    intake: Intake
    statement: Statement = field(default_factory=Statement)
    status: str = ArticleStatus.PUBLISHED
    dry_run: bool = False
    _seen: set[str] = field(default_factory=set)
    _named: Named = field(default_factory=Named)
    _tags: dict[str, Tag] = field(default_factory=dict)
    _sources: dict[str, Source] = field(default_factory=dict)

    @property
    def describer(self) -> Describer:
        """What describes the texts of this writer."""
        return Describer(self.statement, self.intake)

    def accession(
        self,
        raw: RawText,
        record: ProposedRecord | None = None,
        *,
        path: str = "",
        described: Described | None = None,
        is_flushed: bool = True,
    ) -> Outcome:
        """Write one text; when this returns, it is on record for good (unless in a dry run).

        `path` goes on record as where it came from, that of `raw` where it is not given.
        `record` is its description where a person has gone over it; `described` all of it, where that was done
        before; otherwise it is described here. Not `is_flushed`, it is safe from the end of this process, but not
        from that of PostgreSQL before `flush`.
        The same bytes are never written twice: the outcome names the record they repeat, to which the stated
        tags, and source, where it has none, are added. Whatever is wrong with the text is a rejection.
        """
        recorded = replace(raw, path=path) if path else raw
        try:
            outcome = self._accession(recorded, record, described, is_flushed)
        except IntegrityError:
            # Another ingest wrote the same bytes since we looked, or a person removed a tag or source we remember,
            # or whom the text names: two records may have been made one.
            self._forget()
            self.intake = self.intake.renewed()
            outcome = self._accession(recorded, record, None, is_flushed, is_again=True)
        if self.dry_run:
            self._seen.add(raw.sha256)
        return replace(outcome, path=raw.path)

    def _accession(
        self,
        raw: RawText,
        record: ProposedRecord | None,
        described: Described | None,
        is_flushed: bool,
        *,
        is_again: bool = False,
    ) -> Outcome:
        try:
            with transaction.atomic():
                outcome = self._write(raw, record, described, is_flushed, is_again)
                if self.dry_run:
                    transaction.set_rollback(True)
            if connection.in_atomic_block:  # the rest of a larger transaction is planned as ever
                send(_PLANNED_AS_EVER)
        except BaseException:
            self._forget()
            raise
        if self.dry_run:
            self._forget()
        return outcome

    def _forget(self) -> None:
        """What a transaction made that was rolled back is not there."""
        self._tags.clear()
        self._sources.clear()

    def note(self, outcome: Outcome, path: str = "") -> Outcome:
        """Write what became of an input on its batch, unless that was noted before; the outcome itself."""
        if not self.dry_run:
            BatchInput.objects.bulk_create([self._note(outcome, path)], ignore_conflicts=True)
        return outcome

    def _note(self, outcome: Outcome, path: str = "") -> BatchInput:
        return BatchInput(
            batch=self.batch,
            path=(path or outcome.path)[-1000:],
            sha256=outcome.sha256,
            outcome=outcome.outcome,
            reason=outcome.reason.replace("\x00", ""),
            warnings=list(outcome.warnings),
            article=outcome.article,
        )

    def known(self, digests: Iterable[str]) -> set[str]:
        """Those of the digests that are on record: their texts need not be described."""
        wanted = Accession.objects.filter(sha256__in=list(digests))
        return {*wanted.values_list("sha256", flat=True), *self._seen.intersection(digests)}

    def flush(self) -> None:
        """Make all that was written so far safe from the end of PostgreSQL itself, and of the machine."""
        if not self.dry_run:
            # A commit that waits for the disk takes all earlier ones with it; one that wrote nothing would not wait.
            with transaction.atomic():
                send(
                    [
                        ("SET LOCAL synchronous_commit = on", []),
                        ("SELECT pg_logical_emit_message(true, 'archive', 'flush')", []),
                    ]
                )

    def _write(
        self,
        raw: RawText,
        record: ProposedRecord | None,
        described: Described | None,
        is_flushed: bool,
        is_again: bool,
    ) -> Outcome:
        if self.dry_run and raw.sha256 in self._seen:
            warning = _("The same bytes stand earlier in this run.")
            return Outcome(raw.path, raw.sha256, "duplicate", warnings=(warning,))
        left = None
        if described is None:
            left = Accession.objects.filter(sha256=raw.sha256).first()
            duplicate = self._duplicate_of(raw) if left else None
            if duplicate:
                return self.note(duplicate)
            described = self.describer(raw, record)
        if described.record is None:
            return self.note(Outcome(raw.path, raw.sha256, "rejected", reason=described.refusal))
        article = self._article(raw, described.record, left, put_off=_put_off(is_flushed))
        mentions = self.intake.mentions_of(article, described.reading)
        if is_again:
            mentions = _of_those_on_record(mentions)
        outcome = self._created(raw, described.record, article, _in_order(mentions))
        closing = self._closing(outcome, mentions, self._tags_of(raw))
        self.intake.propose(article, described.reading, mentions, after=closing)
        return outcome

    def _article(
        self, raw: RawText, record: ProposedRecord, left: Accession | None, *, put_off: list[Sql]
    ) -> Article:
        """Write the accession and the article; an accession `left` without its article is used again."""
        article = article_of(record)
        article.source, article.status = self._source(record.source), self.status
        accession = Accession(
            batch=self.batch,
            source_bytes=raw.data,
            sha256=raw.sha256,
            path=raw.path[-1000:],
            encoding=raw.decoded.encoding,
            sender_id=str(raw.metadata.get("id") or "")[:200],
            set_aside=[asdict(piece) for piece in record.set_aside],
            evidence=[{**asdict(piece), "value": str(piece.value)} for piece in record.evidence],
        )
        if left:
            send(put_off)
            accession.pk, accession.received = left.pk, left.received
            accession.save(force_update=True)
            article.accession = accession
            article.save()
        else:
            insert_accessioned(article, accession, after=put_off)
        return article

    def _created(
        self, raw: RawText, record: ProposedRecord, article: Article, mentions: Sequence[Mention]
    ) -> Outcome:
        self._named.expect(mentions)
        return Outcome(
            raw.path,
            raw.sha256,
            "created",
            article=article,
            mentions=tuple(mentions),
            warnings=tuple(map(str, [*raw.decoded.warnings, *record.warnings])),
            translation_of=str(raw.metadata.get("translation_of") or ""),
            named=self._named,
        )

    def _closing(self, outcome: Outcome, mentions: Sequence[Mention], tags: Iterable[Tag]) -> list[Sql]:
        """What writes all that hangs on an article, its note and its index entry."""
        article = outcome.article
        bearer = Article.tags.through
        statements = [
            insertion(rows) for rows in (mentions, [bearer(article=article, tag=t) for t in tags]) if rows
        ]
        if not self.dry_run:
            statements.append(insertion([self._note(outcome)], once=True))
        return [*statements, (_INDEX, [article.pk if article else None]), *_INDEXED]

    def _duplicate_of(self, raw: RawText) -> Outcome | None:
        """The outcome for bytes that are on record already; what the sender adds to them is added."""
        article = Article.objects.filter(accession__sha256=raw.sha256).select_related("source").first()
        if article is None:
            return None
        article.tags.add(*self._tags_of(raw))
        if self.statement.source and article.source is None:
            article.source = self._source(self.statement.source)
            article.save(update_fields=["source", "modified"])
        warning = _("The same bytes are on record as no. %(id)d.") % {"id": article.pk}
        return Outcome(
            raw.path,
            raw.sha256,
            "duplicate",
            article=article,
            mentions=tuple(_in_order(article.mentions.all())),
            warnings=(warning,),
            translation_of=str(raw.metadata.get("translation_of") or ""),
            named=self._named,
        )

    def _tags_of(self, raw: RawText) -> list[Tag]:
        """The tags stated of a text, made where the archive has none of that label."""
        wanted = dict.fromkeys(" ".join(name.split()) for name in stated_tags(raw, self.statement))
        found = {}
        for name in filter(None, wanted):
            if name not in self._tags:
                known = Tag.objects.labelled(name).first()
                self._tags[name] = known or Tag.objects.create(pref_label_fr=name)
            found[self._tags[name].pk] = self._tags[name]
        return list(found.values())

    def _source(self, name: str) -> Source | None:
        """The outlet of this name, in whatever signs and accents, made where the archive has none; None for no name."""
        name = " ".join(name.split())[:200]
        if name and name not in self._sources:
            known = (
                Source.objects.filter(name__iexact=name).first() or Source.objects.spelt_like(name).first()
            )
            self._sources[name] = known or Source.objects.create(name=name)
        return self._sources[name] if name else None


def _put_off(is_flushed: bool) -> list[Sql]:
    """The index is derived once, at the end; the disk is waited for once for several texts, or now."""
    return _PUT_OFF if is_flushed else [*_PUT_OFF, ("SET LOCAL synchronous_commit = off", [])]


def _of_those_on_record(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions whose record is there, and stays to the end of the transaction; and what a person decided."""
    asked = {mention.agent_id for mention in mentions}
    there = Agent.objects.order_by("pk").select_for_update(no_key=True).filter(pk__in=asked)
    on_record = set(there.values_list("pk", flat=True))
    return [mention for mention in mentions if mention.is_decided or mention.agent_id in on_record]


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in the order of the text."""
    return sorted(mentions, key=lambda mention: (_FIELD_ORDER[mention.field], mention.start))
