"""What may stand in a template: names, lists and conditions; no call, no method, no file, no arithmetic.

Jinja2 as docxtpl uses it, in a sandbox, with everything taken out that papers do not need. The whitelist of
syntax is what holds; the sandbox stands behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yuqing_desktop.documents.context import Name

EMITTED = "_emitted"
"""Under this name a fill hands in a list; every value placed in the paper is noted in it, in order."""

_FILTERS = ("length", "trim")
_LOOP = ("index", "first", "last", "length")
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_PLACE = re.compile(r"<w:t(?: [^>]*)?>[^<]*$")

Scope = dict[str, "tuple[Name, ...] | None"]


@dataclass(slots=True)
class Used:
    """What a template refers to: known names, unknown ones, and syntax that is not allowed."""

    known: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)

    def add(self, other: "Used") -> None:
        """Take in what another part of the same template uses."""
        self.known |= other.known
        self.unknown += other.unknown
        self.forbidden += other.forbidden


def environment() -> Any:
    """Jinja2 for papers: sandboxed, autoescaping, strict; two filters, no globals, no tests."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    made = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_place(), optimized=False
    )
    made.globals.clear()
    made.tests.clear()
    made.filters = {name: made.filters[name] for name in _FILTERS}
    return made


def misplaced(source: str) -> Iterator[str]:
    """Placeholders that do not stand in running text (in an attribute, for instance)."""
    for found in re.finditer(r"\{\{.*?\}\}", source, re.DOTALL):
        if _PLACE.search(source, max(0, found.start() - 4000), found.start()) is None:
            yield found.group()


def used(tree: Any, offered: tuple[Name, ...]) -> Used:
    """What a parsed template refers to, judged against the names its paper offers."""
    found = Used()
    scope: Scope = {name.label: name.rows for name in offered}
    _walk(tree, scope, found)
    return found


def _walk(node: Any, scope: Scope, found: Used) -> None:
    from jinja2 import nodes

    match node:
        case nodes.For(target=nodes.Name(name=target), iter=nodes.Name(name=listed)):
            _name(listed, scope, found)
            # lists are gone inside a list: a template cannot multiply rows by rows
            single = {name: rows for name, rows in scope.items() if rows is None}
            inner = {**single, target: scope.get(listed), "loop": None}
            for child in [*node.body, *node.else_]:
                _walk(child, inner, found)
        case nodes.Getattr(node=nodes.Name(name=owner), attr=attribute):
            _attribute(owner, attribute, scope, found)
        case nodes.Name(name=name):
            _name(name, scope, found)
        case _:
            if not isinstance(node, _allowed()) or getattr(node, "name", _FILTERS[0]) not in _FILTERS:
                found.forbidden.append(type(node).__name__)
            for child in node.iter_child_nodes():
                _walk(child, scope, found)


def _allowed() -> tuple[type, ...]:
    from jinja2 import nodes

    return (
        *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.CondExpr, nodes.Compare),
        *(nodes.Operand, nodes.Not, nodes.And, nodes.Or, nodes.Const, nodes.Filter),
    )


def _name(name: str, scope: Scope, found: Used) -> None:
    if name in scope:
        found.known.add(name)
    else:
        found.unknown.append(name)


def _attribute(owner: str, attribute: str, scope: Scope, found: Used) -> None:
    if owner == "loop" and "loop" in scope:
        if attribute not in _LOOP:
            found.unknown.append(f"loop.{attribute}")
        return
    rows = scope.get(owner) or ()
    if any(row.label == attribute for row in rows):
        found.known.add(f"{owner}.{attribute}")
    else:
        found.unknown.append(f"{owner}.{attribute}")


def _place() -> Any:
    from jinja2 import pass_context
    from markupsafe import Markup, escape

    @pass_context
    def place(context: Any, value: Any) -> Markup:
        """A value as running text: noted, escaped, its line ends made breaks inside the same paragraph."""
        text = str.__str__(value) if isinstance(value, str) else str(int(value))
        context.resolve_or_missing(EMITTED).append(text)
        marked = str(escape(text)).replace("\n", _BREAK).replace("\t", _TAB)
        return Markup(marked)

    return place
