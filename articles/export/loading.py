"""Article ids → records to be exported: a fixed number of queries a batch, and no more text at once than fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import F, Func, IntegerField, Model, Q
from django.urls import reverse
from django.utils.translation import override

from articles.export.record import Named, NamedPlace, Record, Telling
from articles.models import Agent, Article, Mention, Source, Tag, Translation
from articles.models.article import ArticleQuerySet
from articles.vocabulary import AgentKind, ArticleStatus, TextField

#: Records read at once.
BATCH_SIZE = 500
#: Bytes of text held at once, unless a single text is longer.
MOST_TEXT = 8 * 2**20
#: Names remembered from batch to batch, some 10 MB of them: the same people are named again and again.
MOST_NAMES = 20_000

#: An article id and what its date is to the dates asked for (`Record.date_match`).
Row = tuple[int, str]

_FIELD_ORDER = {TextField.HEADLINE: 0, TextField.LEDE: 1, TextField.BODY: 2}


class IncompleteExportError(Exception):
    """A record of the result could not be read: the document must not be ended as if it were whole."""


@dataclass(frozen=True, slots=True)
class Loader:
    """Reads records from one database, with addresses that begin with `site` and names in `language`."""

    site: str
    language: str
    using: str
    with_text: bool = False
    with_source: bool = False
    _known: dict[tuple[type[Model], int], Named] = field(default_factory=dict)

    def load(self, rows: Sequence[Row]) -> Iterator[list[Record]]:
        """The records of these rows, in their order: seven queries (two fewer without texts) for each list.

        One list, or several where the texts are very long. Raises IncompleteExportError for a row without record.
        """
        for part in self._parted(rows) if self.with_text else [rows]:
            with override(self.language):
                records = self._records(part)
            yield records

    def _parted(self, rows: Sequence[Row]) -> Iterator[list[Row]]:
        """The rows in parts whose texts can be held at once."""
        size = Func(F("body"), function="OCTET_LENGTH", output_field=IntegerField())
        ids = [pk for pk, _match in rows]
        sizes = dict(self._articles.filter(pk__in=ids).values_list("pk", size))
        part: list[Row] = []
        held = 0
        for row in rows:
            length = sizes.get(row[0], 0)
            if part and held + length > MOST_TEXT:
                yield part
                part, held = [], 0
            part.append(row)
            held += length
        if part:
            yield part

    @property
    def _articles(self) -> ArticleQuerySet:
        return Article.objects.using(self.using).published()

    def _records(self, rows: Sequence[Row]) -> list[Record]:
        ids = [pk for pk, _match in rows]
        articles = self._articles.select_related("source").prefetch_related("tags").filter(pk__in=ids)
        articles = articles if self.with_text else articles.defer("body")
        if self.with_source:
            articles = articles.select_related("source", "accession").defer("accession__source_bytes")
        found = {article.pk: article for article in articles}
        if missing := [pk for pk in ids if pk not in found]:
            raise IncompleteExportError(f"The index holds {missing[0]}, which is no published record.")
        if len(self._known) > MOST_NAMES:
            self._known.clear()
        mentions = self._mentions(ids)
        self._meet({mention.agent_id for places in mentions.values() for mention in places})
        tellings = self._tellings(ids)
        return [
            self._record(found[pk], match, mentions.get(pk, []), tellings.get(pk, [])) for pk, match in rows
        ]

    def _record(
        self,
        article: Article,
        date_match: str,
        mentions: list[Mention],
        tellings: list[Telling],
    ) -> Record:
        named = [self._known[Agent, pk] for pk in dict.fromkeys(mention.agent_id for mention in mentions)]
        places = mentions if self.with_source else []
        return Record(
            article=article,
            url=self.site + article.get_absolute_url(),
            permalink=self.site + reverse("article-permalink", args=[article.pk]),
            archive=settings.ARCHIVE_TITLE,
            source=self._named(article.source) if article.source else None,
            people=[one for one in named if one.kind == AgentKind.PERSON],
            institutions=[one for one in named if one.kind == AgentKind.INSTITUTION],
            tags=[self._named(tag) for tag in article.tags.all()],
            tellings=tellings,
            date_match=date_match,
            mentions=[_place(mention, self._known[Agent, mention.agent_id]) for mention in places],
            accession=article.accession if self.with_source else None,
        )

    def _named(self, record: Agent | Source | Tag) -> Named:
        """How a record is named, worked out once."""
        key = type(record), record.pk
        named = self._known.get(key)
        if named is None:
            kind = record.kind if isinstance(record, Agent) else ""
            named = Named(record.slug, str(record), self.site + record.get_absolute_url(), kind)
            self._known[key] = named
        return named

    def _mentions(self, ids: Sequence[int]) -> dict[int, list[Mention]]:
        """The mentions that count, of each article in the order of its text."""
        rows = Mention.objects.using(self.using).linked().filter(article__in=ids)
        rows = rows if self.with_source else rows.only("article_id", "agent_id", "field", "start")
        mentions: dict[int, list[Mention]] = {}
        for mention in sorted(rows, key=lambda one: (_FIELD_ORDER[TextField(one.field)], one.start, one.pk)):
            mentions.setdefault(mention.article_id, []).append(mention)
        return mentions

    def _meet(self, ids: set[int]) -> None:
        """Read the agents that have not been met yet: two queries, or none."""
        unknown = [pk for pk in ids if (Agent, pk) not in self._known]
        for agent in Agent.objects.using(self.using).filter(pk__in=unknown).with_names() if unknown else ():
            self._named(agent)

    def _tellings(self, ids: Sequence[int]) -> dict[int, list[Telling]]:
        """The published originals and translations of each article, the originals first."""
        asked = set(ids)
        links = Translation.objects.using(self.using).filter(Q(original__in=ids) | Q(translation__in=ids))
        links = links.select_related("original", "translation").only(
            *(f"{end}__{name}" for end in ("original", "translation") for name in _TOLD), "method", "credit"
        )
        tellings: dict[int, list[Telling]] = {}
        for link in links.order_by("translation__language", "pk"):
            for pk, relation, other in (
                (link.original_id, "translation", link.translation),
                (link.translation_id, "original", link.original),
            ):
                if pk in asked and other.status == ArticleStatus.PUBLISHED:
                    tellings.setdefault(pk, []).append(self._telling(relation, other, link))
        return {pk: sorted(told, key=lambda one: one.relation) for pk, told in tellings.items()}

    def _telling(self, relation: str, other: Article, link: Translation) -> Telling:
        return Telling(
            id=other.pk,
            relation=relation,
            language=other.language,
            headline=other.headline,
            headline_supplied=other.headline_supplied,
            url=self.site + other.get_absolute_url(),
            method=link.method,
            credit=link.credit,
        )


_TOLD = ("headline", "headline_supplied", "language", "status")


def _place(mention: Mention, agent: Named) -> NamedPlace:
    return NamedPlace(agent, mention.field, mention.start, mention.end, mention.exact, mention.status)
