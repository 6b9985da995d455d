"""Templates whose steady parts are written once for each language: what a page says whoever asks for it, and for what.

Of the parts of a page that Django's templates write, half are its frame, its labels and the addresses of
other pages: the same at each request. They are found when a template is loaded; its own parts are written each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.template import Context, Origin, Template
from django.template.base import FilterExpression, Node, NodeList, TextNode, Variable
from django.template.defaulttags import CommentNode, IfNode, LoadNode, URLNode
from django.template.loaders import base, cached, filesystem
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.urls import get_script_prefix
from django.utils.translation import get_language

_Key = tuple[str | None, str, bool]
#: In so many ways a part is kept: languages, by far the most of them.
_MOST_KEPT = 50


class _Settling(base.Loader):
    """Reads a template and joins the steady parts, if it is one of the project's own."""

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        template = super().get_template(template_name, skip)
        if type(template.origin.loader) is filesystem.Loader:
            settle(template.nodelist)
        return template


class Loader(cached.Loader, _Settling):
    """Django's loader that keeps templates, each of them settled before it is kept."""


class Steady(Node):
    """Parts that stand side by side, and change with nothing but the language and where the site begins."""

    child_nodelists = ()

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.nodes = NodeList(nodes)
        self._written: dict[_Key, str] = {}

    def render(self, context: Context) -> str:
        """The parts as they were written before, in this language."""
        key = (get_language(), get_script_prefix(), context.autoescape)
        written = self._written.get(key)
        if written is None:
            if len(self._written) >= _MOST_KEPT:
                self._written.clear()
            written = self._written[key] = self.nodes.render(context)
        return written

    # Its parts tell where an error comes from.
    render_annotated = render


def settle(nodes: NodeList) -> None:
    """Put one part for each run of steady ones, here and within all that is not steady."""
    settled: list[Node] = []
    run: list[Node] = []
    for node in nodes:
        if _is_steady(node):
            run.append(node)
            continue
        settled += _joined(run)
        run = []
        settled.append(node)
        for inner in _within(node):
            settle(inner)
    nodes[:] = [*settled, *_joined(run)]


def _joined(run: list[Node]) -> list[Node]:
    """One part, or none; mere text is its own."""
    if all(isinstance(node, TextNode) for node in run):
        return run
    return [Steady(run)]


def _within(node: Node) -> Iterator[NodeList]:
    """What stands within a part."""
    if isinstance(node, IfNode):
        yield from (nodes for _condition, nodes in node.conditions_nodelists)
        return
    for name in node.child_nodelists:
        nodes = getattr(node, name, None)
        if isinstance(nodes, NodeList):
            yield nodes


def _is_steady(node: Node) -> bool:
    """Whether a part says the same each time, and sets nothing for others."""
    if isinstance(node, TranslateNode):
        return node.asvar is None and node.message_context is None and _is_literal(node.filter_expression)
    if isinstance(node, StaticNode):
        return node.varname is None and _is_literal(node.path)
    if isinstance(node, URLNode):
        return node.asvar is None and not node.args and not node.kwargs and _is_literal(node.view_name)
    return isinstance(node, TextNode | LoadNode | CommentNode)


def _is_literal(expression: FilterExpression) -> bool:
    """Whether it stands as it is in the template."""
    if expression.filters:
        return False
    return not isinstance(expression.var, Variable) or expression.var.lookups is None
