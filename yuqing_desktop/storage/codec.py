"""Domain records to rows and back: a dataclass's fields are the table's columns.

Moments are local text, days ISO text, words their stored value, ids lists text, a figure two columns.
"""

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from yuqing_desktop.clock import SHANGHAI

Row = dict[str, Any]
R = TypeVar("R")


def moment_text(moment: datetime) -> str:
    """2026-11-24 10:40:15, in Asia/Shanghai."""
    here = moment if moment.tzinfo is SHANGHAI else moment.astimezone(SHANGHAI)
    return here.isoformat(" ", "seconds")[:19]


def moment_of(text: str) -> datetime:
    """The aware moment of a stored text."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces: equal values give equal bytes."""
    return _ENCODER.encode(value)


def row_hash(row: Mapping[str, Any]) -> str:
    """SHA-256 of a whole row, in hex."""
    return sha256(row_text(row).encode()).hexdigest()


def row_text(row: Mapping[str, Any]) -> str:
    """What `canonical` makes of a row, in half the time: every act and every check-up needs it."""
    names, form = _form(tuple(row))
    values = map(row.__getitem__, names)
    return form % tuple([
        quoted(value) if value.__class__ is str else "null" if value is None
        else value if value.__class__ is int else canonical(value)
        for value in values
    ])  # fmt: skip


@cache
def _form(columns: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """A row's columns in order of their names, and its JSON with room for their values."""
    names = tuple(sorted(columns))
    places = [quoted(name).replace("%", "%%") + ":%s" for name in names]
    return names, "{" + ",".join(places) + "}"


def to_row(record: Any) -> Row:
    """A record as column values."""
    cls: Any = type(record)
    names, values_of, coded = _writing(cls)
    row: Row = dict(zip(names, values_of(record), strict=True))
    for name, write in coded.items():
        if row[name] is not None:
            _write(row, name, write)
    return row


def row_after(row: Row, before: R, after: R) -> Row:
    """The row of a changed record, given the one it had."""
    cls: Any = type(after)
    names, values_of, coded = _writing(cls)
    row = dict(row)
    for name, old, new in zip(names, values_of(before), values_of(after), strict=True):
        if old is not new:
            row[name] = new
            if name in coded:
                _write(row, name, coded[name])
    return row


def _write(row: Row, name: str, write: Callable[[Any], Any] | None) -> None:
    value = row[name]
    if write is None:
        row[f"{name}_kind"], row[name] = value.kind.value, value.value
    elif value is not None:
        row[name] = write(value)


def from_row(cls: type[R], row: Mapping[str, Any]) -> R:
    """The record a row holds; the row has this record's columns and no others."""
    if len(row) != len(columns(cls)):
        raise TypeError("not the columns of this record")
    return record_of(cls, [row[name] for name in columns(cls)])


def record_of(cls: type[R], values: Sequence[Any]) -> R:
    """The same of a row's values, in the order of `columns`."""
    known: Any = cls
    fields = list(values)
    coded, figures = _reading(known)
    for at, read in coded:
        if fields[at] is not None:
            fields[at] = read(fields[at])
    for at, read in figures:
        fields[at : at + 2] = (read(fields[at], fields[at + 1]),)
    return cls(*fields)


def columns(cls: type[Any]) -> tuple[str, ...]:
    """The columns of a record's table, in order."""
    known: Any = cls
    return _columns(known)


@cache
def _columns(cls: Any) -> tuple[str, ...]:
    names: list[str] = []
    for name, write, _ in _planned(cls):
        names += [f"{name}_kind", name] if write is None else [name]
    return tuple(names)


_Plan = tuple[tuple[str, Callable[[Any], Any] | None, Callable[..., Any]], ...]


@cache
def _writing(cls: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], dict[str, Any]]:
    """How a record is written: its fields, all their values at once, and those that are coded."""
    plan = sorted(_planned(cls))  # JSON with sorted keys is written faster from a row in that order
    names = tuple(name for name, _, _ in plan)
    return names, attrgetter(*names), {name: write for name, write, _ in plan if write is not _same}


@cache
def _reading(cls: Any) -> tuple[tuple[tuple[int, Any], ...], tuple[tuple[int, Any], ...]]:
    """At which columns stands what has a code, and at which figures begin; those from the end: each takes two."""
    at = {name: place for place, name in enumerate(columns(cls))}
    plan = _planned(cls)
    coded = tuple((at[name], read) for name, write, read in plan if write is not None and write is not _same)
    figures = tuple((at[f"{name}_kind"], read) for name, write, read in reversed(plan) if write is None)
    return coded, figures


@cache
def _planned(cls: Any) -> _Plan:
    hints = get_type_hints(cls)
    return tuple((f.name, *_coder(_plain(hints[f.name]))) for f in dataclasses.fields(cls))


def _plain(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _same(value: Any) -> Any:
    return value


def _figures(figure: Any) -> Callable[[str, Any], Any]:
    kinds = get_type_hints(figure)["kind"]
    return lambda kind, value: figure(kinds(kind or "unknown"), value)


def _ids(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part)


def _joined(ids: tuple[int, ...]) -> str:
    return ",".join(str(one) for one in ids)


def _coder(hint: Any) -> tuple[Callable[[Any], Any] | None, Callable[..., Any]]:
    """How a field is written and read; a figure is written as None: it takes two columns."""
    if get_origin(hint) is tuple:
        return _joined, _ids
    if dataclasses.is_dataclass(hint):
        return None, _figures(hint)
    if hint is datetime:
        return moment_text, moment_of
    if hint is date:
        return date.isoformat, date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return (lambda member: member.value), hint
    if hint is bool:
        return int, bool
    return _same, _same
