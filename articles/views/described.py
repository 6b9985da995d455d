"""What a page tells machines: its addresses, Dublin Core and citation elements, JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.context import InterfaceLanguage, interface_languages
from articles.dates import EdtfDate
from articles.export.calendar_parts import certain_parts, is_said_by_parts
from articles.languages import UNDETERMINED
from articles.models import Agent, AgentName, Article
from articles.vocabulary import AgentKind, NameForm

# What would end the element or begin another one.
_ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
_TYPES = {AgentKind.PERSON: "Person", AgentKind.INSTITUTION: "Organization"}
#: So many names are stated as mentioned.
MOST_MENTIONS = 50

Data = dict[str, Any]


def alternates(request: HttpRequest) -> list[InterfaceLanguage]:
    """The page itself in each interface language, without what led here."""
    return interface_languages(request.path)


def article_data(article: Article, agents: Iterable[Agent], site: str) -> SafeString:
    """A record as NewsArticle; what is not known is left out, and a date only said that holds for sure."""
    url = site + article.get_absolute_url()
    originals = [link.original for link in article.original_links.all()]
    translations = [link.translation for link in article.translation_links.all()]
    return _script(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": site + reverse("article-permalink", args=[article.pk]),
            "url": url,
            "headline": article.title,
            "description": article.lede,
            "inLanguage": "" if article.language == UNDETERMINED else article.language,
            "datePublished": _certain(article.date),
            "author": {"@type": "Person", "name": article.byline} if article.byline else None,
            "isPartOf": {"@type": "Periodical", "name": article.source.name} if article.source else None,
            "sameAs": article.url,
            "keywords": [tag.label for tag in article.tags.all()],
            "mentions": [_named(agent, site) for agent in list(agents)[:MOST_MENTIONS]],
            "translationOfWork": [_work(other, site) for other in originals],
            "workTranslation": [_work(other, site) for other in translations],
            "identifier": str(article.pk),
            "archivedAt": site + reverse("article-permalink", args=[article.pk]),
            "isAccessibleForFree": True,
            "provider": {"@type": "ArchiveOrganization", "name": settings.ARCHIVE_TITLE},
        }
    )


def _work(article: Article, site: str) -> Data:
    return {
        "@type": "NewsArticle",
        "url": site + article.get_absolute_url(),
        "headline": article.title,
        "inLanguage": article.language,
    }


def _named(agent: Agent, site: str) -> Data:
    return {
        "@type": _TYPES[AgentKind(agent.kind)],
        "name": agent.name,
        "url": site + agent.get_absolute_url(),
    }


def agent_data(agent: Agent, names: Iterable[AgentName], site: str) -> SafeString:
    """A person as Person, an institution as Organization, with all names on record."""
    others = dict.fromkeys(name.text for name in names if name.text != agent.name)
    wikidata = f"https://www.wikidata.org/entity/{agent.wikidata}" if agent.wikidata else None
    return _script(
        {
            "@context": "https://schema.org",
            **_named(agent, site),
            "@id": site + agent.get_absolute_url(),
            "alternateName": list(others),
            "description": agent.note,
            "sameAs": wikidata,
        }
    )


def authorized(names: Iterable[AgentName]) -> list[AgentName]:
    """The preferred names among these."""
    return [name for name in names if name.form == NameForm.AUTHORIZED]


def _certain(date: EdtfDate | None) -> str:
    """The date where it is a plain day, month or year."""
    return date.text if date and is_said_by_parts(date) else ""


def _script(data: Data) -> SafeString:
    """JSON that can stand in a script element."""
    known = {name: value for name, value in data.items() if value not in ("", None, [], ())}
    return mark_safe(json.dumps(known, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308 - escaped right here


def article_elements(article: Article, permalink: str) -> list[tuple[str, str]]:
    """The names and contents of its meta elements: Dublin Core terms, and what Google Scholar and others read."""
    return [(name, content) for name, content in _elements(article, permalink) if content]


def _elements(article: Article, permalink: str) -> Iterator[tuple[str, str]]:
    language = "" if article.language == UNDETERMINED else article.language
    stated = article.date.text if article.date else ""
    source = article.source.name if article.source else ""
    yield "dcterms.title", article.title
    yield "dcterms.creator", article.byline
    yield "dcterms.date", stated
    yield "dcterms.language", language
    yield "dcterms.source", source
    yield "dcterms.identifier", permalink
    yield "dcterms.type", "Text"
    for tag in article.tags.all():
        yield "dcterms.subject", tag.label
    yield "citation_title", article.title
    yield "citation_author", article.byline
    yield "citation_publication_date", "/".join(f"{part:02}" for part in certain_parts(article.date))
    yield "citation_language", language
    yield "citation_public_url", permalink
    yield "citation_keywords", "; ".join(tag.label for tag in article.tags.all())
