"""How a page of a list is put together: what stands on it dozens of times is written here, not by a template.

A template takes some microseconds for every part of it; a page of results has a hundred choices, bars and names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from operator import attrgetter
from urllib.parse import quote, urlencode

from django import template
from django.template import Context
from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language as interface_language
from django.utils.translation import gettext, ngettext

from articles.addresses import around
from articles.dates import EdtfDate
from articles.models import Agent
from articles.models.agent_name import AgentLabel
from articles.models.listed import ListedArticle, Naming, OtherTelling
from articles.passages import Segment
from articles.search.results import Hit
from articles.templatetags.reading import (
    agent_name,
    amount,
    figure,
    in_words,
    marked,
    own_name,
    tongue,
    unknown_part,
)
from articles.views.agent_index import Listed
from articles.views.tellings import Line, lines
from articles.views.timeline import Bar, DateLink

register = template.Library()

#: So many of those a text names stand in its line.
MOST_NAMES = 4

_LINE = """<article class="line">
<p class="line-date">{date}</p>
<div class="line-text">
<h{level} class="headline" {tongue}>{headline}</h{level}>
<p class="snippet" {tongue}>{snippet}</p>
{names}
<p class="line-facts">{facts}</p>
{together}
</div>
</article>
"""
_BAR = (
    '<li class="timeline-bar{state}">{opening}<svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true"'
    ' focusable="false"><rect x="0" y="{top}" width="10" height="{height}"></rect></svg>'
    '<span class="timeline-label" aria-hidden="true">{mark}</span> <span class="unseen">{told}</span>{closing}</li>'
)
#: Where a paragraph ends behind a letter, a digit or a bracket, and another begins.
_UNENDED = re.compile(r"\n(?<=[\w)\]%]\n)\s*\n\s*(?=\S)")
_COUNTED = '<li><a href="{address}">{label}</a> <span class="count">{count}</span></li>'
_DATE_LINK = '<li><a href="{address}" rel="nofollow">{label}</a> <span class="count">{count}</span></li>'


@register.filter
def told_once(hits: Iterable[Hit]) -> list[Line]:
    """The hits of a page, a text and its translations together."""
    return lines(hits)


@register.simple_tag
def list_lines(lines: Iterable[Line], level: int, way: str) -> SafeString:
    """Entries of a list: date, headline of this level, passage, names, facts, and the tellings on the same page."""
    page = _page(interface_language() or "en", get_script_prefix())
    asked = f"?from={way}" if way else ""
    return SafeString("\n".join(_line(line, level, asked, page) for line in lines))


@dataclass(frozen=True, slots=True)
class _Page:
    """What the lines of a page have in common: its language, its words as HTML, and around what its addresses stand."""

    interface: str
    article: tuple[str, str]
    source: tuple[str, str]
    comma: str
    named: str
    possible: str
    supplied: str
    translated_from: str
    translated_into: str
    together: str


@lru_cache(maxsize=64)
def _page(interface: str, _prefix: str) -> _Page:
    return _Page(
        interface,
        around("articles:article-detail"),
        around("articles:source-detail"),
        gettext(", "),
        escape(gettext("Named:")),
        escape(gettext("possible match")),
        escape(gettext("Headline supplied by the archive: the source has none")),
        escape(gettext("translated from")),
        escape(gettext("translated into")),
        escape(gettext("The same in other languages")),
    )


def _line(line: Line, level: int, asked: str, page: _Page) -> str:
    hit, article = line.hit, line.hit.article
    date = _dated(article.date, page.interface)
    if hit.certainty == "possible":
        date += f' <span class="note possible">{page.possible}</span>'
    return _LINE.format(
        level=level,
        tongue=tongue(article.language),
        date=date,
        headline=_headline(hit, asked, page),
        snippet=marked(_in_one(hit.snippet)),
        names=_names(article.namings, article.perhaps if hit.is_perhaps else (), page),
        facts=_facts(article, page) + (_elsewhere(line, page) if article.is_linked else ""),
        together=_together(line, asked, page) if line.tellings else "",
    )


def _in_one(snippet: Iterable[Segment]) -> Iterator[Segment]:
    """A passage as one paragraph: where one ended without a mark of punctuation, as a lede may, a point tells it."""
    before = ""
    for segment in snippet:
        text = f"{before}{segment.text}"
        if "\n" in text:
            yield segment._replace(text=_UNENDED.sub(" · ", text)[len(before) :])
        else:
            yield segment
        before = segment.text[-1:]


def _headline(hit: Hit, asked: str, page: _Page) -> str:
    """The headline with what matched in it, as a link that tells the record which way the reader came."""
    before, after = page.article
    address = escape(f"{before}{hit.article.pk}{after}{asked}")
    words = marked(hit.headline)
    if not hit.article.headline_supplied:
        return f'<a href="{address}">{words}</a>'
    return f'<a href="{address}" title="{page.supplied}">[{words}]</a>'


@lru_cache(maxsize=1 << 14)
def _dated(date: EdtfDate | None, _interface: str) -> str:
    """The date, and what is not known of it."""
    unknown = unknown_part(date)
    told = _html(in_words(date, "short"))
    return f'{told} <span class="note">{escape(str(unknown))}</span>' if unknown else told


def _facts(article: ListedArticle, page: _Page) -> str:
    """Language and outlet."""
    told = f"<strong>{_html(own_name(article.language))}</strong>"
    if article.source:
        before, after = page.source
        address = escape(f"{before}{quote(article.source.slug)}{after}")
        told += f' · <a href="{address}"><bdi>{escape(article.source.name)}</bdi></a>'
    return told


def _elsewhere(line: Line, page: _Page) -> str:
    """What the text was translated from and into, as far as that is not on this page."""
    told = [f" · {page.translated_from} {_telling(one)}" for one in line.originals]
    if translations := page.comma.join(map(_telling, line.translations)):
        told.append(f" · {page.translated_into} {translations}")
    return "".join(told)


def _telling(other: OtherTelling) -> str:
    return f'<a href="{escape(other.get_absolute_url())}">{_html(own_name(other.language))}</a>'


def _together(line: Line, asked: str, page: _Page) -> str:
    """The other tellings that are on this page too."""
    rows = []
    for hit in line.tellings:
        article = hit.article
        differs = article.date != line.hit.article.date
        date = f' <span class="note">{_html(in_words(article.date, "short"))}</span>' if differs else ""
        rows.append(
            f'<li><span class="note">{_html(own_name(article.language))}</span>'
            f' <span class="telling" {tongue(article.language)}>{_headline(hit, asked, page)}</span>{date}</li>'
        )
    return f'<ul class="line-tellings" aria-label="{page.together}">{"".join(rows)}</ul>'


def _names(namings: Sequence[Naming], perhaps: Sequence[Naming], page: _Page) -> str:
    """Whom these mentions name, each once, the people first; and whom asked for they perhaps name."""
    if not namings and not perhaps:
        return ""
    told = _named(namings, page)
    if perhaps:
        words = escape(gettext("perhaps %(names)s")) % {"names": _named(perhaps, page)}
        told += f'{" · " if namings else ""}<span class="note possible">{words}</span>'
    return f'<p class="line-names"><span class="unseen">{page.named}</span> {told}</p>'


def _named(namings: Sequence[Naming], page: _Page) -> str:
    """Links to the first few, and how many more."""
    agents = {naming.agent.pk: naming.agent for naming in namings}
    ordered = sorted(agents.values(), key=attrgetter("kind"), reverse=True)
    told = page.comma.join([_link(agent, page.interface) for agent in ordered[:MOST_NAMES]])
    if (more := len(ordered) - MOST_NAMES) > 0:
        told += " " + ngettext("and %(more)s more", "and %(more)s more", more) % {"more": more}
    return told


@lru_cache(maxsize=1 << 14)
def _link(agent: AgentLabel, _interface: str) -> str:
    return f'<a href="{escape(agent.get_absolute_url())}">{_html(agent_name(agent))}</a>'


@register.simple_tag(takes_context=True)
def asking(context: Context, **changes: object) -> str:
    """The parameters of the page, those named as given, or left out where they are None: as `querystring` has them.

    Without its copies: a page of results has ten such addresses.
    """
    asked = context["request"].GET
    kept = [
        (name, one)
        for name, values in asked.lists()
        for one in (values if name not in changes else [changes.pop(name)])
        if one is not None
    ]
    kept += [(name, one) for name, one in changes.items() if one is not None]
    return f"?{urlencode(kept)}" if kept or asked else ""


@register.filter
def as_counted(agents: Iterable[Agent | Listed], is_exact: bool) -> SafeString:
    """Agents, each with the number of its texts."""
    rows = (
        _COUNTED.format(
            address=escape(agent.get_absolute_url()),
            label=_html(agent_name(agent)),
            count=amount(agent.article_count, is_exact),  # type: ignore[union-attr]
        )
        for agent in agents
    )
    return SafeString("\n".join(rows))


@register.filter
def as_date_links(links: Iterable[DateLink], is_exact: bool) -> SafeString:
    """Years, or the months of one, each with the number of its texts."""
    rows = (
        _DATE_LINK.format(
            address=escape(one.address),
            label=escape(one.label),
            count=_least(one.count) if one.is_least and is_exact else amount(one.count, is_exact),
        )
        for one in links
    )
    return SafeString("\n".join(rows))


def _least(count: int) -> str:
    """A count that the list behind it does not fall short of, but may go beyond."""
    told = escape(gettext("at least %(count)s") % {"count": figure(count)})
    return f'<span aria-hidden="true">≥\u00a0{figure(count)}</span><span class="unseen">{told}</span>'


@register.filter
def as_bars(bars: Iterable[Bar], is_exact: bool) -> SafeString:
    """Bars over time, each a link to its texts, which it names and counts."""
    tip, least = gettext("%(span)s: %(count)s"), gettext("at least %(count)s")
    rows = []
    for bar in bars:
        count = amount(bar.count, is_exact)
        told = ngettext("%(figure)s text", "%(figure)s texts", bar.count) % {"figure": count}
        if bar.is_least and is_exact:
            told, count = least % {"count": told}, least % {"count": count}
        title = escape(tip % {"span": bar.label, "count": count})
        row = _BAR.format(
            state=_state(bar),
            opening=f'<a href="{escape(bar.address)}" title="{title}">' if bar.address else "",
            top=bar.top,
            height=bar.height,
            mark=escape(bar.mark) + (f'<span class="timeline-year">{bar.year}</span>' if bar.year else ""),
            told=f"{escape(bar.label)}: {escape(told)}",
            closing="</a>" if bar.address else "",
        )
        rows.append(row)
    return SafeString("\n".join(rows))


def _state(bar: Bar) -> str:
    """The classes by which the style sheet tells bars apart."""
    states = {
        "undated": bar.is_undated,
        "before": bar.is_before,
        "labelled": bar.is_labelled,
        "landmark": bar.is_landmark,
    }
    return "".join(f" {name}" for name, holds in states.items() if holds)


def _html(text: str) -> str:
    return text if isinstance(text, SafeString) else escape(text)
