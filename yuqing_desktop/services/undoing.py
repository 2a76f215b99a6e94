"""撤销: an ordinary edit is taken back by an entry of its own, through the same door; nothing leaves the record."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.audit_words import field_word
from yuqing_desktop.domain.item import EDITABLE, Item
from yuqing_desktop.domain.people import Actor, Person, Section
from yuqing_desktop.domain.records import Account, Batch, Platform, Topic
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.desk import Desk
from yuqing_desktop.services.people import People
from yuqing_desktop.services.register import Register
from yuqing_desktop.storage import audit
from yuqing_desktop.storage.codec import from_row, to_row
from yuqing_desktop.storage.mapping import table_of, word_of

_LISTS: dict[str, Any] = {table_of(one): one for one in (Section, Person, Platform, Topic, Account)}
_NAMED = 3

Values = dict[str, list[Any]]
"""What an act changed in one row: column → (old, new), as stored."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How an event is taken back, and what that is called."""

    words: str
    run: Callable[[Actor], Changes]


@dataclass(frozen=True, slots=True)
class Undoing:
    """Takes back edits of items and of the office's lists, the trash, and imports; no act of the regulation."""

    desk: Desk

    def what(self, event: int) -> str:
        """What would be taken back (修改摘要（YQ-2026-12）); empty for an event that can't be."""
        way = self._way(event)
        return way.words if way else ""

    def undo(self, actor: Actor, event: int) -> Changes:
        """Write the correcting entry; taking that back again redoes. Raises Refused, BadInput, StaleEdit, NotFound."""
        way = self._way(event)
        if way is None:
            raise Refused("这一步不能撤销。", kept="记录没有改动。")
        return way.run(actor)

    def _way(self, number: int) -> _Way | None:
        event = audit.by_number(self.desk.store.database, number)
        ways = {
            Act.EDIT: self._edited,
            Act.TRASH: self._trashed,
            Act.RESTORE: self._restored,
            "settings": self._listed,
            "import": self._imported,
        }
        found = ways.get(event.act) if event is not None and event.outcome == "done" else None
        return found(event) if found is not None and event is not None else None

    def _edited(self, event: audit.Event) -> _Way | None:
        item, values = self.desk.store.get(Item, int(event.item_id or 0)), _values(event, "item")
        changed = {name: values[name] for name in EDITABLE if name in values}
        if not changed:
            return None

        def run(actor: Actor) -> Changes:
            before = _back(item, changed, item.number)
            fields = {name: getattr(before, name) for name in changed}
            return Register(self.desk).edit(actor, item.id, fields, version=item.version)

        return _Way(f"修改{_fields(changed)}（{item.number}）", run)

    def _trashed(self, event: audit.Event) -> _Way:
        item = self.desk.store.get(Item, int(event.item_id or 0))
        return _Way(f"移入回收站（{item.number}）", lambda actor: Register(self.desk).restore(actor, item.id))

    def _restored(self, event: audit.Event) -> _Way:
        item = self.desk.store.get(Item, int(event.item_id or 0))
        return _Way(
            f"恢复（{item.number}）", lambda actor: Register(self.desk).trash(actor, item.id, "撤销恢复")
        )

    def _listed(self, event: audit.Event) -> _Way | None:
        rows = json.loads(event.rows)
        kind = _LISTS.get(rows[0]["t"]) if len(rows) == 1 else None
        if kind is None:
            return None
        record, values = self.desk.store.get(kind, rows[0]["id"]), rows[0].get("d")
        if values is None and not hasattr(record, "active"):
            return None

        def run(actor: Actor) -> Changes:
            # What was added stays in the list, out of use: other records may name it already.
            before = replace(record, active=False) if values is None else _back(record, values, record.name)
            return People(self.desk.store).save(actor, before)

        return _Way(f"{'添加' if values is None else '修改'}{word_of(kind)}“{record.name}”", run)

    def _imported(self, event: audit.Event) -> _Way:
        batch = self.desk.store.get(Batch, int(json.loads(event.detail)["batch"]))

        def run(actor: Actor) -> Changes:
            from yuqing_desktop.services.import_batches import Batches

            return Batches(self.desk).undo(actor, batch.id)

        return _Way(f"导入“{batch.file_name}”{batch.new}件", run)


def _values(event: audit.Event, table: str) -> Values:
    rows: list[dict[str, Any]] = json.loads(event.rows)
    return next((row.get("d", {}) for row in rows if row["t"] == table), {})


def _back(record: Any, values: Values, name: str) -> Any:
    """The record with its old values. Raises Refused where it was changed again since."""
    row = to_row(record)
    changed = {column: pair for column, pair in values.items() if column != "version"}
    if any(row[column] != new for column, (_, new) in changed.items()):
        raise Refused(f"{name}在这以后又改过，不能撤销。", kept="记录没有改动。", advice="请直接修改。")
    return from_row(type(record), {**row, **{column: old for column, (old, _) in changed.items()}})


def _fields(changed: Values) -> str:
    words = [field_word(column) for column in changed]
    return "、".join(words[:_NAMED]) + ("等" if len(words) > _NAMED else "")
