"""Loading: the synthetic archive by COPY into the archive's own tables, then the index, as the project derives it."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.core.management import call_command, get_commands
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from articles import models
from benchmarks.scale.database import execute, rows
from benchmarks.scale.generator import TAGS, SyntheticArchive, SyntheticArticle
from benchmarks.scale.lexicon import has_one_form

_AT_ONCE = 2_000
#: What is loaded in bulk; its indexes are dropped before and made after, but those that constraints need.
_LARGE = (models.Accession, models.Article, models.Mention, models.Article.tags.through, models.Translation)
#: How many texts a word of each band stands in: at least, at most (a share of the archive below 1).
BANDS = {
    "rare": (4, 7),
    "0.1 %": (0.0008, 0.0012),
    "1 %": (0.008, 0.012),
    "5 %": (0.04, 0.06),
    "10 %": (0.08, 0.12),
    "20 %": (0.16, 0.24),
    "40 %": (0.33, 0.5),
}

Row = dict[str, Any]


class Loading:
    """One load, with its clock: seconds of COPY, of index, of the rest."""

    def __init__(self, archive: SyntheticArchive) -> None:
        self.archive = archive
        self.seconds: Counter[str] = Counter()
        self.words: Counter[int] = Counter()  # concept of one form → French texts it stands in
        self.now = timezone.now()
        self._mention = 0
        self._link = 0

    def run(self, tell: Any = print) -> dict[str, Any]:
        """Load all of it; what it took, and the words of each band."""
        self._authorities()
        definitions = drop_indexes(model._meta.db_table for model in _LARGE)
        done = 0
        for block in _blocks(self.archive.articles(), _AT_ONCE):
            self._copy_block(block)
            done += len(block)
            if done % 20_000 == 0:
                tell(f"  {done:,} texts copied ({done / self.seconds['copy']:,.0f} a second of COPY)")
        with self._clock("indexes of the record"):
            for definition in definitions:
                execute(definition)
            _set_sequences()
        with self._clock("analyze"):
            execute("ANALYZE")
        tell("  deriving the index")
        with self._clock("index"):
            derive_index(self.archive.size)
        with self._clock("analyze"):
            execute("VACUUM (ANALYZE)")
        return {"seconds": dict(self.seconds), "bands": self._bands()}

    def _clock(self, name: str) -> _Clock:
        return _Clock(self.seconds, name)

    def _authorities(self) -> None:
        """The small tables: agents and their names, tags, outlets, one batch."""
        now = self.now
        agents = [
            {"id": a.number, "kind": a.kind, "slug": a.slug, "key": a.slug, "created": now, "modified": now}
            for a in self.archive.agents
        ]
        tags = [
            models.Tag(
                pk=n, slug=f"tag-{n}", pref_label_fr=f"Thème {n}", pref_label_en=f"Subject {n}"
            ).derive()
            for n in range(1, TAGS + 1)
        ]
        outlets = [
            models.Source(pk=n, name=f"{name} {n}", slug=f"source-{n}").derive()
            for n, (name, _language) in enumerate(self.archive.outlets, start=1)
        ]
        batch = {"id": 1, "started": now, "label": "benchmark", "program_version": "bench"}
        with self._clock("names"):
            copy(models.Agent, agents)
            copy(models.AgentName, self._names())
            copy(models.Tag, map(_row, tags))
            copy(models.Source, map(_row, outlets))
            copy(models.AccessionBatch, [{**batch, "state": "finished", "finished": now}])

    def _names(self) -> Iterator[Row]:
        identifier = 0
        for agent in self.archive.agents:
            stated = [(text, "authorized", code) for code, text in agent.names.items()]
            form = "variant" if agent.kind == "person" else "acronym"
            stated += [(text, form, "") for text in dict.fromkeys(agent.variants)]
            for text, form, language in stated:
                identifier += 1
                name = models.AgentName(
                    pk=identifier, agent_id=agent.number, text=text, form=form, language=language
                ).derive()
                yield _row(name)

    def _copy_block(self, block: Sequence[SyntheticArticle]) -> None:
        for article in block:
            if article.language == "fr":
                self.words.update(c for c in article.all_concepts if c >= 0 and has_one_form(c))
        accessions = [self._accession(article) for article in block]
        articles = [self._article(article) for article in block]
        mentions = [row for article in block for row in self._mentions(article)]
        links = [row for article in block for row in self._links(article)]
        translations = [
            {"id": a.number, "original_id": a.translation_of, "translation_id": a.number, "created": self.now}
            for a in block
            if a.translation_of
        ]
        with self._clock("copy"), transaction.atomic():
            execute("SET LOCAL archive.indexing = 'later'")
            copy(models.Accession, accessions)
            copy(models.Article, articles)
            copy(models.Mention, mentions)
            copy(models.Article.tags.through, links)
            copy(models.Translation, translations)

    def _accession(self, article: SyntheticArticle) -> Row:
        data = f"{article.number}\n{article.text}".encode()
        return {
            "id": article.number,
            "batch_id": 1,
            "source_bytes": data,
            "sha256": hashlib.sha256(data).hexdigest(),
            "path": f"bench/{article.number}.txt",
            "encoding": "utf-8",
            "received": self.now,
        }

    def _article(self, article: SyntheticArticle) -> Row:
        return {
            "id": article.number,
            "headline": article.headline[:500],
            "lede": article.lede,
            "body": article.body,
            "language": article.language,
            "date": article.date,
            "date_earliest": article.earliest,
            "date_latest": article.latest,
            "source_id": article.source,
            "accession_id": article.number,
            "created": self.now,
            "modified": self.now,
        }

    def _mentions(self, article: SyntheticArticle) -> Iterator[Row]:
        for mention in article.mentions:
            self._mention += 1
            yield {
                "id": self._mention,
                "article_id": article.number,
                "agent_id": mention.agent,
                "field": mention.field,
                "start": mention.start,
                "end": mention.end,
                "exact": mention.exact,
                "found_by": mention.found_by,
                "status": "linked",
                "created": self.now,
            }

    def _links(self, article: SyntheticArticle) -> Iterator[Row]:
        for tag in article.tags:
            self._link += 1
            yield {"id": self._link, "article_id": article.number, "tag_id": tag}

    def _bands(self) -> dict[str, list[tuple[str, int]]]:
        """Words of each band with the number of texts they stand in, those nearest to its middle first."""
        lexicon, size = self.archive.lexicons["fr"], self.archive.size
        found = {}
        for band, (least, most) in BANDS.items():
            low, high = (least, most) if least >= 1 else (least * size, most * size)
            middle = (low + high) / 2
            words = sorted(
                (abs(count - middle), concept)
                for concept, count in self.words.items()
                if low <= count <= high
            )
            found[band] = [(lexicon.forms(concept)[0], self.words[concept]) for _off, concept in words[:400]]
        return found


class _Clock:
    def __init__(self, seconds: Counter[str], name: str) -> None:
        self.seconds, self.name = seconds, name

    def __enter__(self) -> None:
        self.start = time.perf_counter()

    def __exit__(self, *_error: object) -> None:
        self.seconds[self.name] += time.perf_counter() - self.start  # type: ignore[assignment]


def copy(model: type[Model], records: Iterable[Row]) -> None:
    """COPY rows into a model's table; a column that a row does not state gets the default of its field."""
    fields = _fields(model)
    defaults = {field.attname: _default(field) for field in fields}
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as stream:
        for record in records:
            stream.write_row([record.get(name, default) for name, default in defaults.items()])


def _row(record: Model) -> Row:
    """A record that is not saved, its keys derived, as a row."""
    return {field.attname: getattr(record, field.attname) for field in _fields(type(record))}


def _fields(model: type[Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not getattr(field, "generated", False)]


def _default(field: Any) -> Any:
    """What a row has in a column it says nothing of; JSON as PostgreSQL reads it."""
    value = field.get_default()
    if field.get_internal_type() == "JSONField":
        return "[]" if value == [] else "{}"
    return value


def drop_indexes(tables: Iterable[str]) -> list[str]:
    """Drop the indexes of these tables that no constraint needs; the statements that make them again."""
    found = rows(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i "
        "WHERE i.indrelid = ANY (SELECT unnest(%s::text[])::regclass) AND NOT i.indisunique "
        "AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)",
        list(tables),
    )
    for name, _definition in found:
        execute(f"DROP INDEX {name}")
    return [definition for _name, definition in found]


def derive_index(size: int) -> None:
    """Every entry of the index: by the project's own command where there is one, else by its function.

    The command looks after its indexes itself; with the function they are dropped before and made after.
    """
    if "rebuild_index" in get_commands():
        call_command("rebuild_index", verbosity=0)
        return
    definitions = drop_indexes([models.SearchEntry._meta.db_table])
    for first in range(1, size + 1, _AT_ONCE):
        identifiers = list(range(first, min(first + _AT_ONCE, size + 1)))
        execute("SELECT archive_index(%s::bigint[])", identifiers)
    for definition in definitions:
        execute(definition)


def _set_sequences() -> None:
    """What is written next gets the numbers after those that were copied."""
    for model in (*_LARGE, models.Agent, models.AgentName, models.Tag, models.Source, models.AccessionBatch):
        table = model._meta.db_table
        execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), coalesce(max(id), 1)) FROM {table}")


def _blocks(articles: Iterator[SyntheticArticle], size: int) -> Iterator[list[SyntheticArticle]]:
    while block := list(islice(articles, size)):
        yield block
