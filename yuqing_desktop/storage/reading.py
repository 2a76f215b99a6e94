"""Reads of whole records: by id, by column, and the records an item gathered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from yuqing_desktop.problems import NotFound
from yuqing_desktop.storage.codec import columns, moment_text, record_of
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.mapping import table_of, word_of

if TYPE_CHECKING:
    from yuqing_desktop.domain.item import Item

R = TypeVar("R")


class Reads:
    """Read access to the records; inside an act it sees the act's own writes."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def get(self, cls: type[R], record_id: int) -> R:
        """One record. Raises NotFound."""
        found = self.find(cls, id=record_id)
        if not found:
            raise NotFound(f"没有找到这条{word_of(cls)}（{record_id}）。", advice="请刷新后再试。")
        return found[0]

    def find(self, cls: type[R], *, order: str = "id", limit: int | None = None, **where: Any) -> list[R]:
        """Every record whose columns equal the given values (None: absent), in order of a column."""
        tests, values = [], []
        for name, value in where.items():
            if value is None:
                tests.append(f'"{name}" IS NULL')
            else:
                tests.append(f'"{name}" = ?')
                values.append(_plain(value))
        condition = f" WHERE {' AND '.join(tests)}" if tests else ""
        bound = f" LIMIT {int(limit)}" if limit is not None else ""
        return self._select(cls, f"{condition} ORDER BY {order}{bound}", values)

    def where(self, cls: type[R], condition: str, values: Sequence[Any], *, order: str = "id") -> list[R]:
        """Every record that meets an SQL condition, in order of a column."""
        return self._select(cls, f" WHERE {condition} ORDER BY {order}", list(values))

    def many_by_id(self, cls: type[R], ids: Iterable[int]) -> dict[int, R]:
        """Records by id; missing ones are left out."""
        wanted = list(ids)
        found: dict[int, R] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ", ".join("?" * len(part))
            for record in self._select(cls, f" WHERE id IN ({marks})", part):
                found[record.id] = record  # type: ignore[attr-defined]
        return found

    def item_by_number(self, number: str) -> Item:
        """The item with this number. Raises NotFound."""
        from yuqing_desktop.domain.item import Item

        found = self.find(Item, number=number)
        if not found:
            raise NotFound(f"没有编号为“{number}”的事项。", advice="请核对编号，例如 YQ-2026-0123。")
        return found[0]

    def head(self) -> str:
        """The end of the audit chain as printed on papers: sequence number and the first 12 digits of its hash."""
        found = self.database.rows("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")
        return f"{found[0][0]}-{found[0][1][:12]}" if found else ""

    def uid(self) -> str:
        """The random name of this registry."""
        return str(self.database.rows("SELECT uid FROM registry")[0][0])

    def setting(self, name: str, default: str = "") -> str:
        """One setting of the office."""
        found = self.database.rows("SELECT value FROM setting WHERE name = ?", (name,))
        return found[0][0] if found else default

    def form(self, form: str, person_id: int, item_id: int | None = None) -> str:
        """What was being typed into a form when it was last kept; empty if nothing."""
        found = self.database.rows(
            "SELECT content FROM form_draft WHERE form = ? AND person_id = ? AND coalesce(item_id, 0) = ?",
            (form, person_id, item_id or 0),
        )
        return found[0][0] if found else ""

    def forms_of(self, person_id: int) -> list[tuple[str, int | None]]:
        """The forms a person left half filled, newest first: name and item."""
        sql = "SELECT form, item_id FROM form_draft WHERE person_id = ? ORDER BY saved_at DESC, id DESC"
        return [(form, item_id) for form, item_id in self.database.rows(sql, (person_id,))]

    def _select(self, cls: type[R], tail: str, values: list[Any]) -> list[R]:
        return [record_of(cls, row) for row in self._rows(cls, tail, values)]

    def _rows(self, cls: type[Any], tail: str, values: list[Any]) -> list[tuple[Any, ...]]:
        """As they lie, their values in the order of the record's columns."""
        known: Any = cls
        return self.database.rows(f"{_selected(known)}{tail}", values)


@cache
def _selected(cls: Any) -> str:
    """The query that reads all columns of a record."""
    selected = ", ".join(f'"{name}"' for name in columns(cls))
    return f"SELECT {selected} FROM {table_of(cls)}"


def _plain(value: Any) -> Any:
    return moment_text(value) if hasattr(value, "hour") else value
