"""What an event changed, as the auditor reads it: names for numbers of rows, words for stored values."""

import dataclasses
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, get_args, get_type_hints

from yuqing_desktop.domain.audit_words import field_word, part_word, setting_word
from yuqing_desktop.domain.listing import FieldChange
from yuqing_desktop.domain.vocabulary import Word
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.mapping import WORDS, records, table_of

_TABLES = WORDS | {"setting": "设置"}
_NAMED = {
    "section_id": ("section", "name"), "assisting": ("section", "name"), "person_id": ("person", "name"),
    "approver_id": ("person", "name"), "confirmer_id": ("person", "name"), "account_id": ("account", "name"),
    "channel_id": ("channel", "name"), "item_id": ("item", "number"), "merged_into": ("item", "number"),
    "other_id": ("item", "number"),
}  # fmt: skip
"""Columns that hold a row's number: where its name stands."""
_ABSENT = "（空）"
Factory = Mapping[str, Mapping[str, Any]]
"""Of settings that have parts: their name, each part's value."""
_ABSENT_VALUES: tuple[Any, ...] = (None, "", [], ())


class Values:
    """Turns the rows of events into words; a name is looked up once. `factory`: settings as they are where none is kept."""

    def __init__(self, database: Database, factory: Factory) -> None:
        self._database = database
        self._factory = factory
        self._names: dict[tuple[str, str], str] = {}

    def rows(self, written: list[dict[str, Any]]) -> tuple[str, ...]:
        """What was written: 事项 12."""
        return tuple(f"{_TABLES.get(row['t'], row['t'])} {row['id']}" for row in written)

    def changes(self, written: list[dict[str, Any]]) -> Iterator[FieldChange]:
        """Each value before and after."""
        for row in written:
            table = row["t"]
            for column, (old, new) in row.get("d", {}).items():
                if table == "setting":
                    yield from self._setting(row["id"], old, new)
                elif column != "version":
                    name = f"{_TABLES.get(table, table)}·{field_word(column)}"
                    yield FieldChange(name, self._said(table, column, old), self._said(table, column, new))

    def _setting(self, row_id: int, old: str, new: str) -> Iterator[FieldChange]:
        """A setting; of one with parts only those that differ."""
        name = self._name("setting", "name", row_id)
        before, after = _parts(old), _parts(new)
        if name not in self._factory:
            yield FieldChange(f"设置·{setting_word(name)}", _plain(before), _plain(after))
            return
        before, after = ({**self._factory[name], **(one or {})} for one in (before, after))
        for part in {**before, **after}:
            if before.get(part) != after.get(part):
                yield FieldChange(
                    f"设置·{part_word(part)}", _plain(before.get(part)), _plain(after.get(part))
                )

    def _said(self, table: str, column: str, value: Any) -> str:
        if value in _ABSENT_VALUES:
            return _ABSENT
        if column in _NAMED:
            return "、".join(self._name(*_NAMED[column], one) for one in str(value).split(","))
        kind = _kinds(table).get(column)
        if kind is None:
            return str(value)
        if issubclass(kind, Word):
            return str(kind(value).label)
        if kind is bool:
            return "是" if value else "否"
        return str(value)[:16] if kind is datetime else str(value)

    def _name(self, table: str, column: str, row_id: Any) -> str:
        known = self._names.get((table, str(row_id)))
        if known is None:
            found = self._database.rows(f'SELECT "{column}" FROM "{table}" WHERE id = ?', (row_id,))
            known = self._names[table, str(row_id)] = str(found[0][0]) if found else f"第{row_id}号"
        return known


@cache
def _kinds(table: str) -> dict[str, type]:
    """The columns of a table that are words, moments, days or yes and no."""
    record = next((one for one in records() if table_of(one) == table), None)
    if record is None:
        return {}
    hints = get_type_hints(record)
    plain = {field.name: _plain_type(hints[field.name]) for field in dataclasses.fields(record)}
    return {name: kind for name, kind in plain.items() if issubclass(kind, (Word, bool, date))}


def _plain_type(hint: Any) -> type:
    """What may stand in a field beside None; a list or a figure counts as text."""
    kinds = [part for part in (get_args(hint) or (hint,)) if part is not type(None)]
    return kinds[0] if len(kinds) == 1 and isinstance(kinds[0], type) else str


def _parts(value: str) -> Any:
    try:
        return json.loads(value) if value else None
    except ValueError:
        return value


def _plain(value: Any) -> str:
    if value in _ABSENT_VALUES:
        return _ABSENT
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        plain = [str(one) for one in value if not isinstance(one, dict | list)]
        return "；".join(plain) if len(plain) == len(value) else f"共{len(value)}项"
    if isinstance(value, dict):
        return f"共{len(value)}项"
    return str(value)
