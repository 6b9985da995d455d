"""How a page writes what is archive: dates as known, texts in their language, passages with their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django import template
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language as interface_language
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.dates import EdtfDate
from articles.languages import LANGUAGES, Language
from articles.models import Agent, Article, Mention
from articles.models.agent_name import AgentLabel
from articles.passages import Hit, Segment, Span

register = template.Library()

# What <time datetime> may hold; an approximate date or an interval is no machine-readable time.
_MACHINE_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_UNKNOWN_PART: dict[str, str | Promise] = {"month": _("day unknown"), "year": _("month unknown")}
_SCRIPTS: dict[str, str | Promise] = {
    "Latn": _("Latin script"),
    "Cyrl": _("Cyrillic script"),
    "Arab": _("Arabic script"),
    "Grek": _("Greek script"),
    "Hebr": _("Hebrew script"),
    "Hani": _("Chinese characters"),
}
# A blank at which no French line ends; most texts write it as one at which any line may.
_HELD = '<span class="held"> </span>'
# What a piece of the source was taken for when it was set aside.
_RULES: dict[str, str | Promise] = {
    "header": _("header"),
    "caption": _("caption"),
    "signature": _("agency or reporter, after the text"),
    "share": _("share bar"),
    "comments": _("comments"),
    "related": _("links to other texts"),
    "cookies": _("notice about cookies"),
    "newsletter": _("call to subscribe"),
    "copyright": _("copyright notice"),
    "furniture": _("part of the web page"),
    "kicker": _("kicker"),
}


@register.filter
def in_words(date: EdtfDate | None, length: str = "long") -> SafeString | str:
    """A date for the reader, in <time> where a machine can read it too; “undated” for none."""
    if date is None:
        return gettext("undated")
    return _in_words(date, interface_language() or "en", length == "short")


@lru_cache(maxsize=1 << 14)
def _in_words(date: EdtfDate, interface: str, is_short: bool) -> SafeString | str:
    words = date.format(interface, short=is_short)
    if _MACHINE_DATE.fullmatch(date.text):
        return format_html('<time datetime="{}">{}</time>', date.text, words)
    return words


@register.filter
def unknown_part(date: EdtfDate | None) -> str | Promise:
    """What the date leaves open: “day unknown” for a month, “month unknown” for a year."""
    return _UNKNOWN_PART.get(date.precision, "") if date else ""


@register.filter
def tongue(language: Language | str) -> SafeString:
    """The attributes `lang` and `dir` of a text in this language; an unknown one lets its letters decide."""
    return _tongue(language if isinstance(language, str) else language.code)


@lru_cache(maxsize=256)
def _tongue(code: str) -> SafeString:
    known = LANGUAGES.get(code)
    if known is None or known.code == "und":
        return format_html('lang="{}" dir="auto"', known.code if known else "")
    return format_html('lang="{}" dir="{}"', known.code, known.direction)


@register.filter
def titled(article: Article) -> SafeString:
    """The headline as archives show it, marked as being in its language, to stand within other words."""
    return format_html("<bdi {}>{}</bdi>", tongue(article.language_info), article.title)


@register.filter
def figure(number: int) -> str:
    """A count, its thousands grouped as the interface language does."""
    return str(number) if 0 <= number < 1_000 else _grouped(number, interface_language())


@lru_cache(maxsize=1 << 12)
def _grouped(number: int, _interface: str | None) -> str:
    return number_format(number, force_grouping=True)


@register.filter
def amount(number: int, is_exact: bool) -> str:
    """A count; an estimate is rounded to two digits and says that it is one."""
    if is_exact:
        return figure(number)
    digits = max(0, len(str(number)) - 2)
    return f"≈\u00a0{figure(round(number, -digits))}"


@register.filter
def own_name(language: Language | str) -> SafeString | str:
    """The language's own name, marked as being in that language."""
    known = LANGUAGES.get(language) if isinstance(language, str) else language
    if known is None:
        return str(language)
    if known.code == "und":
        return gettext("language unknown")
    return _own_name(known.code)


@lru_cache(maxsize=256)
def _own_name(code: str) -> SafeString:
    known = LANGUAGES[code]
    return format_html('<span lang="{}" dir="{}">{}</span>', code, known.direction, known.name)


@register.filter
def language_label(code: str) -> str | Promise:
    """The language's name in the interface language; empty for none."""
    return LANGUAGES[code].label if code in LANGUAGES else ""


@register.filter
def citation_style(interface: str) -> str:
    """The style a page in this language is cited in: English ones in the English, all others in the French (ISO 690),
    which Arabic libraries of the Maghreb follow and whose order and quotation marks Russian GOST R 7.0.5 shares."""
    return "en" if interface == "en" else "fr"


@register.filter
def rule_label(code: str) -> str | Promise:
    """What a piece that was set aside was taken for."""
    return _RULES.get(code, code)


@register.filter
def field_label(name: str) -> str | Promise:
    """What a field of the record is called."""
    known = {field.name: field.verbose_name for field in Article._meta.fields}
    return known.get(name, name)


@register.filter
def script_label(code: str) -> str | Promise:
    """The name of a script (ISO 15924), or its code."""
    return _SCRIPTS.get(code, code)


@register.filter
def agent_name(agent: Agent | AgentLabel) -> SafeString | str:
    """The name in the interface language; where there is none, another, marked as being in its language."""
    text = agent.name
    if isinstance(agent, AgentLabel):
        language = agent.language
    else:
        language = next((name.language for name in agent.names.all() if name.text == text), "")
    if not language or language == (interface_language() or "")[:2]:
        return text
    return format_html("<bdi {}>{}</bdi>", tongue(language), text)


@register.filter
def marked(segments: Iterable[Segment]) -> SafeString:
    """Segments as HTML: hits in <mark>, names as links to whom they name; a link never stands in another."""
    parts: list[str] = []
    linked: Span | None = None
    for segment in segments:
        for span in segment.opens:
            if isinstance(span.payload, Mention):
                if linked is not None:
                    continue
                linked = span
            parts.append(_opening(span.payload))
        parts.append(held(segment.text))
        for span in segment.closes:
            if isinstance(span.payload, Mention):
                if span is not linked:
                    continue
                linked = None
            parts.append(_closing(span.payload))
    return SafeString("".join(parts))


@register.filter
def held(text: str) -> SafeString:
    """A text as HTML, in which no line ends behind « or begins with »: its letters and blanks are as they were."""
    told = escape(text).replace("« ", f"«{_HELD}")
    for mark in "»:;!?":
        told = told.replace(f" {mark}", f"{_HELD}{mark}")
    return SafeString(told)


def _opening(payload: object) -> str:
    if payload == "hit":
        return mark_safe("<mark>")
    if isinstance(payload, Hit):
        return format_html('<mark id="hit-{}" class="hit">', payload.number)
    if isinstance(payload, Mention):
        # `number` is the agent's on this page: the style sheet lights all its places when one is pointed at.
        number = getattr(payload, "number", 0)
        address, name = payload.agent.get_absolute_url(), payload.agent.name
        return format_html('<a class="name who-{}" href="{}" title="{}">', number, address, name)
    return ""


def _closing(payload: object) -> str:
    if payload == "hit":
        return mark_safe("</mark>")
    if isinstance(payload, Hit):
        return format_html("</mark>{}", _hops(payload))
    return mark_safe("</a>") if isinstance(payload, Mention) else ""


def _hops(hit: Hit) -> SafeString:
    """Links to the hits before and behind, which show where one stands at this hit."""
    interface = interface_language() or "en"
    links = [
        format_html('<a href="#hit-{}" title="{}">{}</a>', number, label, arrow)
        for number, label, arrow in (
            (hit.previous, gettext("previous hit"), "↑"),
            (hit.next, gettext("next hit"), "↓"),
        )
        if number
    ]
    if not links:
        return SafeString("")
    joined = format_html_join("", "{}", ((link,) for link in links))
    return format_html(
        '<span class="hops" lang="{}" dir="ltr">{}/{} {}</span>', interface, hit.number, hit.of, joined
    )
