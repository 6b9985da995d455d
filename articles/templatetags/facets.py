"""The facets beside a result, as fields of the form that narrows it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.templatetags.reading import amount, figure, own_name
from articles.views.facets import Choice, Facet

register = template.Library()

_CHOICE = (
    '<label class="choice"><input type="{type}" name="{name}" value="{value}"{checked}>'
    '<span>{label}</span> <span class="count">{count}</span></label>'
)
_LEAVE_OUT = (
    '<a class="leave-out" href="{address}" rel="nofollow" title="{words}">'
    '<span aria-hidden="true">−</span><span class="unseen">{words} {label}</span></a>'
)
_LEFT_OUT = (
    '<label class="choice left-out"><input type="checkbox" name="not_{name}" value="{value}" checked>'
    '<span><span class="unseen">{words}</span> {label}</span></label>'
)
_FACET = """<fieldset class="facet"{described}>
<legend>{label}</legend>
{errors}{left_out}
{choices}
{more}</fieldset>"""
_MORE = """<details class="facet-more">
<summary>{words}</summary>
{choices}
{whole}</details>
"""
_ALL = {
    "person": _("All people"),
    "institution": _("All institutions"),
    "tag": _("All tags"),
    "source": _("All sources"),
}
_WHOLE = '<p class="facet-whole"><a href="{address}">{words}</a></p>\n'
_FIND = """<p class="facet-find" hidden>
<label class="unseen" for="find-{name}">{words}</label>
<input type="text" id="find-{name}" autocomplete="off" placeholder="{placeholder}" data-suggest="{address}"\
 data-suggest-only="{name}" data-suggest-label="{label}">
</p>
"""


@register.filter
def as_facets(facets: Iterable[Facet]) -> SafeString:
    """Groups of choices, the first of each open, the rest behind “more” and, in one of names, a field to find them."""
    return SafeString("\n".join(map(_facet, facets)))


def _facet(facet: Facet) -> str:
    label, errors = escape(str(facet.label)), ""
    if facet.errors:
        errors = f'<p class="error" id="{facet.name}-error">{escape(" ".join(map(str, facet.errors)))}</p>\n'
    return _FACET.format(
        described=f' aria-describedby="{facet.name}-error"' if errors else "",
        label=label,
        errors=errors,
        left_out=_left_out(facet),
        choices=_choices(facet.open_choices, facet),
        more=_more(facet, label),
    )


def _more(facet: Facet, label: str) -> str:
    """The choices that do not stand open."""
    choices = facet.more_choices
    if not choices:
        return ""
    words, whole = _how_many(facet, len(choices)), ""
    if facet.is_named and (facet.is_cut or not facet.is_exact):
        whole = _WHOLE.format(
            address=reverse(f"articles:{facet.name}-list"), words=escape(str(_ALL[facet.name]))
        )
    told = _MORE.format(words=escape(words), choices=_choices(choices, facet), whole=whole)
    if facet.is_named:
        told += _FIND.format(
            name=facet.name,
            words=escape(gettext("Find in %(kind)s") % {"kind": facet.label}),
            placeholder=escape(gettext("Find a name")),
            address=reverse("articles:suggest"),
            label=label,
        )
    return told


def _how_many(facet: Facet, more: int) -> str:
    """How many choices wait behind “more”, and of how many."""
    if not facet.is_cut:
        return ngettext("%(more)s more", "%(more)s more", more) % {"more": figure(more)}
    told = (
        gettext("%(more)s of %(others)s others")
        if facet.is_exact
        else gettext("%(more)s of at least %(others)s others")
    )
    return told % {"more": figure(more), "others": figure(facet.others)}


def _choices(choices: Iterable[Choice], facet: Facet) -> str:
    """Choices of a facet, each to be required or, one click away, left out."""
    kind = "radio" if facet.name == "translated" else "checkbox"
    words = escape(gettext("leave out"))
    rows = []
    for choice in choices:
        label = _label(choice)
        row = _CHOICE.format(
            type=kind,
            name=facet.name,
            value=escape(choice.value),
            checked=" checked" if choice.is_chosen else "",
            label=label,
            count=amount(choice.count, facet.is_exact),
        )
        if choice.without:
            address = escape(choice.without)
            row += _LEAVE_OUT.format(address=address, words=words, label=escape(choice.label))
        rows.append(f'<div class="choice-row">{row}</div>')
    return "\n".join(rows)


def _left_out(facet: Facet) -> str:
    """What is left out of a list, to be brought back."""
    if not facet.left_out:
        return ""
    words = escape(gettext("left out:"))
    return "\n".join(
        _LEFT_OUT.format(name=facet.name, value=escape(one.value), words=words, label=_label(one))
        for one in facet.left_out
    )


def _label(choice: Choice) -> str:
    """A language in its own name; of another name nobody knows in which direction it runs."""
    return (
        conditional_escape(own_name(choice.language))
        if choice.language
        else f"<bdi>{escape(choice.label)}</bdi>"
    )
