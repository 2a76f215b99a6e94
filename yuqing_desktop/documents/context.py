"""What a paper says: a frozen dataclass whose fields carry, in `Annotated`, the Chinese name templates use.

    number: Annotated[str, "编号"]                       {{ 编号 }}
    items: Annotated[tuple[Line, ...], "事项"]           {%tr for 行 in 事项 %} {{ 行.标题 }} {%tr endfor %}

All values are ready words: services decide them, templates only place them.
"""

import re
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from yuqing_desktop.domain.personal import without_numbers

Words = dict[str, "str | list[dict[str, str]]"]
"""What a template is given: plain strings and lists of plain dictionaries of strings, nothing else."""

PERSONAL = "personal"
"""Marks a field left out of the variant without leaders' instructions and personal data."""
WITHHELD = "（略）"
RUNNING = "running"
"""Marks a field of running text: each of its lines begins two characters in, as a paragraph does."""

CODE = "code"
"""Marks a field drawn as a QR code: templates hold a picture described (alternative text) by the field's label."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""All that some program takes for the end of a line or paragraph."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Name:
    """A placeholder: its Chinese name, the field it comes from, and for a list the names in a row of it."""

    label: str
    field: str
    rows: "tuple[Name, ...] | None" = None
    personal: bool = False
    running: bool = False
    code: bool = False


def clean(text: str) -> str:
    """Text that XML can hold: no control characters or lone surrogates, one kind of line end."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


@cache
def names(context: type) -> tuple[Name, ...]:
    """The placeholders a context class offers, in its order."""
    hints = get_type_hints(context, include_extras=True)
    return tuple(_name(field.name, hints[field.name]) for field in fields(context))


def words(context: Any) -> Words:
    """A context as a template is given it."""
    found: Words = {}
    for name in names(type(context)):  # type: ignore[arg-type] # a class is hashable
        value = getattr(context, name.field)
        found[name.label] = (
            _said(name, value) if name.rows is None else [_row(row, name.rows) for row in value]
        )
    return found


def without_personal(context: C) -> C:
    """The variant without leaders' instructions and personal data: those fields read （略）, numbers in texts are masked."""
    changes: dict[str, Any] = {}
    for name in names(type(context)):  # type: ignore[arg-type] # a class is hashable
        value = getattr(context, name.field)
        if name.rows is not None:
            changes[name.field] = tuple(without_personal(row) for row in value)
        elif value:
            changes[name.field] = WITHHELD if name.personal else without_numbers(value)
    return replace(context, **changes)  # type: ignore[type-var]


def _row(row: Any, row_names: tuple[Name, ...]) -> dict[str, str]:
    return {name.label: _said(name, getattr(row, name.field)) for name in row_names}


def _said(name: Name, value: str) -> str:
    text = clean(value)
    return text.replace("\n", "\n　　") if name.running else text


def _name(field: str, hint: Any) -> Name:
    kind, label, *marks = get_args(hint)
    rows = names(get_args(kind)[0]) if get_args(kind) else None
    return Name(label, field, rows, PERSONAL in marks, RUNNING in marks, CODE in marks)
