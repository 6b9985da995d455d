"""Steady parts of templates: written once for each language, and never what belongs to one request."""

import pytest
from django.template import Context, Template, engines
from django.template.base import Node
from django.template.loader import get_template
from django.test import RequestFactory
from django.urls import set_script_prefix
from django.utils import translation

from archive.steady import Steady, settle


def settled(source: str) -> Template:
    """A template with its steady parts joined."""
    template = engines["django"].from_string(source).template
    settle(template.nodelist)
    return template


def parts(template: Template) -> list[Node]:
    """What it is made of, without what stands within."""
    return list(template.nodelist)


WHOLE = (
    '{% load i18n static %}<a href="{% url "articles:home" %}">{% translate "Search" %}</a>'
    '{% if name %}<b>{% translate "People" %}: {{ name }}</b>{% else %}{% static "icon.svg" %}{% endif %}'
    '{% for one in many %}{{ one }}{% translate ", " %}{% empty %}{% translate "None" %}{% endfor %}'
    '{% with a="b" %}{% translate "Tags" as words %}{{ words }}{{ a }}{% translate a %}{% endwith %}'
    '{% autoescape off %}{% static "a&b.svg" %}{{ name }}{% endautoescape %}{% static "a&b.svg" %}'
    '{% language "ru" %}{% translate "People" %}{% endlanguage %}{% include "articles/_syntax.html" %}'
)


@pytest.mark.parametrize("language", ["fr", "en", "ru", "ar"])
@pytest.mark.parametrize("values", [{}, {"name": "<Anna>", "many": ["<1>", 2]}])
def test_a_settled_template_says_what_it_said_before(language, values):
    before, after = engines["django"].from_string(WHOLE).template, settled(WHOLE)
    with translation.override(language):
        for _again in range(2):
            assert after.render(Context(values)) == before.render(Context(values))


def test_neighbours_that_are_steady_are_one_part():
    template = settled('{% load i18n %}<p>{% translate "Search" %}</p>{% url "articles:home" %}{{ name }}<i>')
    assert [type(part).__name__ for part in parts(template)] == ["Steady", "VariableNode", "TextNode"]


@pytest.mark.parametrize(
    "around",
    [
        "{%% block a %%}%s{%% endblock %%}",
        "{%% for one in many %%}%s{%% endfor %%}",
        "{%% if name %%}%s{%% endif %%}",
        "{%% if name %%}{%% else %%}%s{%% endif %%}",
        "{%% with a=name %%}%s{%% endwith %%}",
    ],
)
def test_what_stands_within_a_part_is_settled_too(around):
    template = settled(around % '<p>{% url "articles:home" %}</p>')
    assert len(template.nodelist.get_nodes_by_type(Steady)) == 1


def test_a_part_is_escaped_where_the_page_is_and_not_where_it_is_not():
    template = settled('{% load i18n %}{% url "articles:home" %}')
    try:
        set_script_prefix("/a&b/")
        assert template.render(Context(autoescape=False)).startswith("/a&b/")
        assert template.render(Context()).startswith("/a&amp;b/")
        assert template.render(Context(autoescape=False)).startswith("/a&b/")
    finally:
        set_script_prefix("/")


def test_a_block_still_takes_the_place_of_another():
    parent = settled('<i>{% block a %}<b>{% url "articles:home" %}</b>{% endblock %}</i>')
    child = settled(
        '{% extends parent %}{% block a %}{{ block.super }}{% url "articles:about" %}{% endblock %}'
    )
    with translation.override("en"):
        html = child.render(Context({"parent": parent}))
    assert html == "<i><b>/en/</b>/en/about/</i>"


@pytest.mark.parametrize(
    "part",
    [
        "{{ name }}",
        "{% translate name %}",
        '{% translate "Search" as words %}',
        '{% translate "Search"|lower %}',
        '{% translate "?" context "after “Did you mean”" %}',
        '{% url "articles:article-detail" pk %}',
        '{% url "articles:home" as address %}',
        "{% url name %}",
        "{% static name %}",
        '{% static "icon.svg" as address %}',
        "{% csrf_token %}",
    ],
)
def test_what_depends_on_the_request_is_not_steady(part):
    template = settled("{% load i18n static %}" + part)
    assert not isinstance(parts(template)[-1], Steady)


def test_a_site_below_a_path_has_its_own_addresses():
    template = settled('{% load i18n %}<a href="{% url "articles:home" %}">')
    at_root = template.render(Context())
    try:
        set_script_prefix("/below/")
        assert template.render(Context()) == at_root.replace('"/', '"/below/')
    finally:
        set_script_prefix("/")
    assert template.render(Context()) == at_root


def test_only_so_many_ways_are_kept(monkeypatch):
    monkeypatch.setattr("archive.steady._MOST_KEPT", 2)
    template = settled('{% load i18n %}{% url "articles:home" %}')
    (steady,) = (part for part in parts(template) if isinstance(part, Steady))
    try:
        for number in range(5):
            set_script_prefix(f"/{number}/")
            assert f"/{number}/" in template.render(Context())
            assert len(steady._written) <= 2
    finally:
        set_script_prefix("/")


def test_templates_of_the_project_are_settled_and_those_of_others_are_not():
    def has_steady(template: Template) -> bool:
        return bool(template.nodelist.get_nodes_by_type(Steady))

    assert has_steady(get_template("base.html").template)
    assert not has_steady(get_template("admin/change_list.html").template)
    request = RequestFactory().get("/fr/")
    assert "<!DOCTYPE html>" in get_template("base.html").render({}, request)
