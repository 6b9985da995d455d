"""Names → mentions: finds the people and institutions on record in an article's fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from django.db import transaction
from django.db.models import Count, Max

from articles.models import AgentName, Article, Mention, NameProposalPlace
from articles.names import Found, KnownName, NameFinder
from articles.names.taken import Taken
from articles.offices import find_office
from articles.vocabulary import AgentKind, TextField

_Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class LinkChange:
    """What a second linking changed on one article."""

    added: int
    removed: int
    kept: int


@dataclass(frozen=True, slots=True)
class Named:
    """A person or institution found in a text, with the office that is stated beside the name, or ""."""

    found: Found
    office: str

    def mention_in(self, article: Article) -> Mention:
        """The find as a mention of an article, not yet saved."""
        found = self.found
        return Mention(
            article=article,
            agent_id=cast(int, found.agent),
            field=found.field,
            start=found.start,
            end=found.end,
            exact=found.exact,
            found_by=found.found_by,
            status=found.status,
            office=self.office,
        )


class Linker:
    """The names on record, ready to be found in any number of texts."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self._known = list(names)
        self._finder = NameFinder(self._known)
        self._people = {name.agent for name in self._known if name.kind == AgentKind.PERSON}

    @classmethod
    def of_archive(cls) -> Linker:
        """The linker of all names now on record; built again only when they have changed."""
        state = AgentName.objects.aggregate(count=Count("pk"), last=Max("pk"), changed=Max("agent__modified"))
        return _build((state["count"], state["last"] or 0, str(state["changed"])))

    def __reduce__(self) -> tuple[type[Linker], tuple[list[KnownName]]]:
        """Sent to another process, it is built there from its names."""
        return Linker, (self._known,)

    def find_in(self, article: Article) -> list[Named]:
        """Whom an article names, without the database; a supplied headline is the archive's, not the text's."""
        fields = {name: getattr(article, name) for name in TextField.values}
        if article.headline_supplied:
            fields[TextField.HEADLINE] = ""
        named = []
        for found in self._finder.find_in(fields, article.language):
            office = None
            if found.agent in self._people:
                office = find_office(fields[found.field], found.start, found.end, article.language)
            named.append(Named(found, office.exact if office else ""))
        return named

    def mentions_of(self, article: Article) -> list[Mention]:
        """The mentions in an article, not yet saved."""
        return [named.mention_in(article) for named in self.find_in(article)]

    def link_again(self, article: Article) -> LinkChange:
        """Bring an article's mentions up to the names now on record.

        What a person decided stays, and nothing found now may touch its place; the rest follows the names. What waits
        as a new name where somebody on record is named by now waits no more.
        """
        with transaction.atomic():
            # As it is now: a text read a while ago may have been corrected, a proposal decided about since. Others may
            # point to it meanwhile.
            article = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
            mentions = list(article.mentions.select_for_update().order_by("pk"))
            decided = [mention for mention in mentions if mention.is_decided]
            taken = Taken(map(_place, decided))
            found = {
                _key(mention): mention
                for mention in self.mentions_of(article)
                if not taken.overlap(*_place(mention))
            }
            undecided = {_key(mention): mention for mention in mentions if not mention.is_decided}
            gone = [mention.pk for key, mention in undecided.items() if key not in found]
            article.mentions.filter(pk__in=gone).delete()
            new = [mention for key, mention in found.items() if key not in undecided]
            Mention.objects.bulk_create(new)
            NameProposalPlace.objects.forget_named(article)
        return LinkChange(added=len(new), removed=len(gone), kept=len(decided) + len(undecided) - len(gone))


def _key(mention: Mention) -> tuple[object, ...]:
    """What makes two finds the same find."""
    return (*_place(mention), mention.agent_id, mention.status, mention.found_by, mention.office)


def _place(mention: Mention) -> _Place:
    return mention.field, mention.start, mention.end


@lru_cache(maxsize=1)
def _build(_version: tuple[int, int, str]) -> Linker:
    """Read all names and make the finder; the argument is the state they are in."""
    rows = AgentName.objects.values_list("agent_id", "text", "agent__kind", "form", "language")
    return Linker(KnownName(*row) for row in rows.iterator(chunk_size=10_000))
