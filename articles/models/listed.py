"""Records as a line of a list shows them: lean rows, read for a whole page in one go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from articles.addresses import address_of
from articles.dates import EdtfDate
from articles.languages import Language, get_language
from articles.models.agent_name import AgentLabel, AgentName
from articles.statements import Prepared, Rows, Statement, send
from articles.vocabulary import ArticleStatus, MentionStatus

#: So much of the body is read where nothing else is asked for, in code points: more than a line shows.
BEGINNING = 520
#: More than any body is long.
WHOLE = 2**31 - 1

_ARTICLES = Prepared(
    "listed_articles",
    ("bigint[]", "int", "text"),
    """SELECT article.id, headline, headline_supplied, lede, left(body, $2), language, date, source.slug, source.name
        FROM articles_article article LEFT JOIN articles_source source ON source.id = article.source_id
        WHERE article.id = ANY ($1) AND article.status = $3""",
)
_NAMINGS = Prepared(
    "listed_namings",
    ("bigint[]", "text", "text", "bigint[]"),
    """SELECT article_id, status = $2, agent_id, field, start, "end" FROM articles_mention
        WHERE article_id = ANY ($1) AND (status = $2 OR status = $3 AND agent_id = ANY ($4))
        ORDER BY article_id, array_position(ARRAY['headline', 'lede', 'body'], field::text), start""",
)
# Both directions, each link told to whichever of its two texts is on the page; a UNION, for each has its index.
_TELLINGS = Prepared(
    "listed_tellings",
    ("bigint[]", "text"),
    """SELECT link.translation_id, true, other.id, other.language, link.id
        FROM articles_translation link JOIN articles_article other ON other.id = link.original_id
        WHERE link.translation_id = ANY ($1) AND other.status = $2
        UNION ALL
        SELECT link.original_id, false, other.id, other.language, link.id
        FROM articles_translation link JOIN articles_article other ON other.id = link.translation_id
        WHERE link.original_id = ANY ($1) AND other.status = $2""",
)


class ListedSource(NamedTuple):
    """The outlet of a record."""

    slug: str
    name: str

    def get_absolute_url(self) -> str:
        """The page of the outlet."""
        return address_of("articles:source-detail", self.slug)


class Naming(NamedTuple):
    """A mention, linked or proposed."""

    agent: AgentLabel
    field: str
    start: int
    end: int


class OtherTelling(NamedTuple):
    """The published original or a published translation of a record."""

    pk: int
    language: str

    @property
    def language_info(self) -> Language:
        """Name, script and direction of the language."""
        return get_language(self.language)

    def get_absolute_url(self) -> str:
        """The page of the text."""
        return address_of("articles:article-detail", self.pk)


@dataclass(slots=True)
class ListedArticle:
    """A record with what a line tells of it: `body` as far as it was asked for, `namings` in the order of the text,
    `perhaps` those that are only proposed, `originals` in the order they were linked, `translations` by language."""

    pk: int
    headline: str
    headline_supplied: bool
    lede: str
    body: str
    language: str
    date: EdtfDate | None
    source: ListedSource | None
    namings: list[Naming] = field(default_factory=list)
    perhaps: list[Naming] = field(default_factory=list)
    originals: list[OtherTelling] = field(default_factory=list)
    translations: list[OtherTelling] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The headline as archives show it: in square brackets where the archive supplied it."""
        return f"[{self.headline}]" if self.headline_supplied else self.headline

    @property
    def language_info(self) -> Language:
        """Name, script and direction of the language."""
        return get_language(self.language)

    @property
    def is_linked(self) -> bool:
        """Whether it is a translation or has one."""
        return bool(self.originals or self.translations)

    @property
    def other_tellings(self) -> list[OtherTelling]:
        """What this one is a translation of, then its translations."""
        return [*self.originals, *self.translations]

    def get_absolute_url(self) -> str:
        """The page of the record."""
        return address_of("articles:article-detail", self.pk)


def listed_articles(
    keys: Iterable[int], *, body: int = BEGINNING, perhaps: Iterable[int] = (), with_names: bool = True
) -> dict[int, ListedArticle]:
    """Key → published record, with so much of its body: three statements sent as one, and one for the labels.

    Not `with_names`, without whom they name: two statements sent as one.

    Of the agents `perhaps`, by their keys, the proposed mentions too, but for a place where two of them are: it names
    neither.
    """
    wanted = list(keys)
    if not wanted:
        return {}
    statements: list[Statement] = [
        (_ARTICLES, [wanted, body, ArticleStatus.PUBLISHED]),
        (_TELLINGS, [wanted, ArticleStatus.PUBLISHED]),
    ]
    if with_names:
        named = [wanted, MentionStatus.LINKED, MentionStatus.PROPOSED, list(perhaps)]
        statements.append((_NAMINGS, named))
    articles, tellings, *others = send(statements)
    namings = others[0] if others else []
    listed = {row[0]: _listed(row) for row in articles}
    labels = AgentName.objects.labels({row[2] for row in namings})
    for key, is_linked, agent, *place in namings:
        if key in listed and agent in labels:
            article = listed[key]
            (article.namings if is_linked else article.perhaps).append(Naming(labels[agent], *place))
    for article in listed.values():
        if len(article.perhaps) > 1:
            article.perhaps = _undisputed(article.perhaps)
    _link(listed, tellings)
    return listed


def _undisputed(namings: list[Naming]) -> list[Naming]:
    agents: dict[tuple[str, int], set[int]] = {}
    for one in namings:
        agents.setdefault((one.field, one.start), set()).add(one.agent.pk)
    return [one for one in namings if len(agents[one.field, one.start]) == 1]


def _listed(row: tuple[Any, ...]) -> ListedArticle:
    key, headline, is_supplied, lede, body, language, date, slug, name = row
    return ListedArticle(
        key,
        headline,
        is_supplied,
        lede,
        body,
        language,
        EdtfDate.parse(date) if date else None,
        ListedSource(slug, name) if slug is not None else None,
    )


def _link(listed: dict[int, ListedArticle], tellings: Rows) -> None:
    """Tell each record its originals and its translations."""
    for key, is_original, other, language, _link in sorted(tellings, key=lambda row: row[4]):
        if key in listed:
            found = listed[key].originals if is_original else listed[key].translations
            found.append(OtherTelling(other, language))
    for article in listed.values():
        article.translations.sort(key=lambda one: one.language)
