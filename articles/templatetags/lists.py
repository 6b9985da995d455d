"""How a page of a list is put together: what stands on it dozens of times is written here, not by a template.

A template takes some microseconds for every part of it; a page of results has a hundred choices, bars and names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language as interface_language
from django.utils.translation import gettext, ngettext

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
def list_line(line: Line, level: int, way: str) -> SafeString:
    """One entry of a list: date, headline of this level, passage, names, facts, and its tellings on the same page."""
    hit, article = line.hit, line.hit.article
    date = _dated(article)
    if hit.certainty == "possible":
        words = escape(gettext("possible match"))
        date += f' <span class="note possible">{words}</span>'
    return SafeString(
        _LINE.format(
            level=level,
            tongue=tongue(article.language),
            date=date,
            headline=_headline(hit, way),
            snippet=marked(_in_one(hit.snippet)),
            names=_names(article.namings, article.perhaps if hit.is_perhaps else ()),
            facts=_facts(article) + (_elsewhere(line) if article.is_linked else ""),
            together=_together(line, way) if line.tellings else "",
        )
    )


def _in_one(snippet: Iterable[Segment]) -> Iterator[Segment]:
    """A passage as one paragraph: where one ended without a mark of punctuation, as a lede may, a point tells it."""
    before = ""
    for segment in snippet:
        text = _UNENDED.sub(" · ", f"{before}{segment.text}")[len(before) :]
        before = segment.text[-1:]
        yield segment if text == segment.text else segment._replace(text=text)


def _headline(hit: Hit, way: str) -> str:
    """The headline with what matched in it, as a link that tells the record which `way` the reader came."""
    article = hit.article
    address = escape(f"{article.get_absolute_url()}?from={way}" if way else article.get_absolute_url())
    words = marked(hit.headline)
    if not article.headline_supplied:
        return f'<a href="{address}">{words}</a>'
    title = escape(gettext("Headline supplied by the archive: the source has none"))
    return f'<a href="{address}" title="{title}">[{words}]</a>'


def _dated(article: ListedArticle) -> str:
    """The date, and what is not known of it."""
    unknown = unknown_part(article.date)
    told = _html(in_words(article.date, "short"))
    return f'{told} <span class="note">{escape(str(unknown))}</span>' if unknown else told


def _facts(article: ListedArticle) -> str:
    """Language and outlet."""
    told = f"<strong>{_html(own_name(article.language))}</strong>"
    if article.source:
        address, name = escape(article.source.get_absolute_url()), escape(article.source.name)
        told += f' · <a href="{address}"><bdi>{name}</bdi></a>'
    return told


def _elsewhere(line: Line) -> str:
    """What the text was translated from and into, as far as that is not on this page."""
    source, target = escape(gettext("translated from")), escape(gettext("translated into"))
    told = [f" · {source} {_telling(one)}" for one in line.originals]
    if translations := gettext(", ").join(map(_telling, line.translations)):
        told.append(f" · {target} {translations}")
    return "".join(told)


def _telling(other: OtherTelling) -> str:
    return f'<a href="{escape(other.get_absolute_url())}">{_html(own_name(other.language))}</a>'


def _together(line: Line, way: str) -> str:
    """The other tellings that are on this page too."""
    rows = []
    for hit in line.tellings:
        article = hit.article
        differs = article.date != line.hit.article.date
        date = f' <span class="note">{_html(in_words(article.date, "short"))}</span>' if differs else ""
        rows.append(
            f'<li><span class="note">{_html(own_name(article.language))}</span>'
            f' <span class="telling" {tongue(article.language)}>{_headline(hit, way)}</span>{date}</li>'
        )
    label = escape(gettext("The same in other languages"))
    return f'<ul class="line-tellings" aria-label="{label}">{"".join(rows)}</ul>'


def _names(namings: Sequence[Naming], perhaps: Sequence[Naming] = ()) -> str:
    """Whom these mentions name, each once, the people first; and whom asked for they perhaps name."""
    if not namings and not perhaps:
        return ""
    told = _named(namings)
    if perhaps:
        words = escape(gettext("perhaps %(names)s")) % {"names": _named(perhaps)}
        told += f' <span class="note possible">{words}</span>'
    words = escape(gettext("Named:"))
    return f'<p class="line-names"><span class="unseen">{words}</span> {told}</p>'


def _named(namings: Sequence[Naming]) -> str:
    """Links to the first few, and how many more."""
    agents = {naming.agent.pk: naming.agent for naming in namings}
    ordered = sorted(agents.values(), key=lambda agent: agent.kind, reverse=True)
    interface = interface_language() or "en"
    told = gettext(", ").join(_link(agent, interface) for agent in ordered[:MOST_NAMES])
    if (more := len(ordered) - MOST_NAMES) > 0:
        told += " " + ngettext("and %(more)s more", "and %(more)s more", more) % {"more": more}
    return told


@lru_cache(maxsize=1 << 14)
def _link(agent: AgentLabel, _interface: str) -> str:
    return f'<a href="{escape(agent.get_absolute_url())}">{_html(agent_name(agent))}</a>'


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
    states = {"undated": bar.is_undated, "labelled": bar.is_labelled, "landmark": bar.is_landmark}
    return "".join(f" {name}" for name, holds in states.items() if holds)


def _html(text: str) -> str:
    return text if isinstance(text, SafeString) else escape(text)
