"""The unit of work: every row an act writes goes through here, and is remembered for the audit event."""

from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from yuqing_desktop.changes import Touched
from yuqing_desktop.domain.changing import with_fields
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.trust import NEVER_IN_EVENTS
from yuqing_desktop.problems import StaleEdit
from yuqing_desktop.storage.codec import Row, columns, record_of, row_after, row_hash, to_row
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.mapping import table_of
from yuqing_desktop.storage.reading import Reads
from yuqing_desktop.storage.search import bodies_of, body_of, searched

R = TypeVar("R")


class UnitOfWork(Reads):
    """Writes of one act. `detail` goes into the audit event: the reason, the words, what the rows do not say."""

    def __init__(self, database: Database, now: datetime, actor: Actor) -> None:
        super().__init__(database)
        self.now = now
        self.actor = actor
        self.detail: dict[str, Any] = {}
        self._read: dict[tuple[Any, ...], list[Any]] = {}
        self._lay: dict[tuple[str, int], tuple[Any, ...]] = {}
        self._first: dict[tuple[str, int], Row | None] = {}
        self._last: dict[tuple[str, int], Row | None] = {}

    def add(self, record: R) -> R:
        """Insert a record; returned with its id."""
        return with_fields(record, id=self.insert(record))

    def insert(self, record: Any) -> int:
        """The same for a record nobody needs back: its id alone."""
        table = table_of(type(record))
        row = to_row(record)
        del row["id"]
        cursor = self.database.execute(_insertion(table, tuple(row)), list(row.values()))
        row["id"] = row_id = int(cursor.lastrowid or 0)
        self._remember(table, row_id, None, row)
        if isinstance(record, Item):
            self._index(row_id, None, record)
        return row_id

    def save(self, before: R, after: R) -> R:
        """Write what changed between two states of a record; a versioned one must not have changed meanwhile.

        Raises StaleEdit.
        """
        if before == after:
            return after
        table, row_id = table_of(type(after)), after.id  # type: ignore[attr-defined]
        old = self._as_it_lay(table, before)
        new = row_after(old, before, after)
        condition, values = "id = ?", [row_id]
        if "version" in new:
            seen = before.version  # type: ignore[attr-defined]
            after = with_fields(after, version=seen + 1)
            new["version"] = seen + 1
            condition, values = "id = ? AND version = ?", [row_id, seen]
        changed = [name for name in new if new[name] != old[name]]
        setters = ", ".join(f'"{name}" = ?' for name in changed)
        cursor = self.database.execute(
            f"UPDATE {table} SET {setters} WHERE {condition}", [new[name] for name in changed] + values
        )
        if cursor.rowcount != 1:
            raise stale()
        self._remember(table, row_id, old, new)
        if isinstance(before, Item) and isinstance(after, Item):
            self._index(after.id, before, after)
        return after

    def item(self, item_id: int, version: int | None = None) -> Item:
        """An item for changing. Raises NotFound, StaleEdit when it is no longer the version seen."""
        item = self.get(Item, item_id)
        if version is not None and item.version != version:
            raise stale()
        return item

    def next_number(self, name: str, year: int) -> int:
        """The next of a gapless counter: given in this transaction or not at all."""
        return self.next_numbers(name, year, 1)[0]

    def next_numbers(self, name: str, year: int, count: int) -> range:
        """So many of them at once."""
        sql = (
            "INSERT INTO counter (name, year, last) VALUES (?, ?, ?)"
            " ON CONFLICT (name, year) DO UPDATE SET last = counter.last + excluded.last RETURNING last"
        )
        last = int(self.database.execute(sql, (name, year, count)).fetchone()[0])
        return range(last - count + 1, last + 1)

    def put_setting(self, name: str, value: str) -> None:
        """Write one setting of the office; its old and new value go into the event."""
        known = self.database.rows("SELECT id, value FROM setting WHERE name = ?", (name,))
        old_id, old = known[0] if known else (0, "")
        self.database.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
        row_id = self.database.rows("SELECT id FROM setting WHERE name = ?", (name,))[0][0]
        before = {"id": old_id, "name": name, "value": old}
        self._remember("setting", row_id, before, {"id": row_id, "name": name, "value": value})

    def saw(self, *records: Any) -> None:
        """What an act rests on goes into its event as it lies: put there and back again, it is found all the same."""
        seen = self.detail.setdefault("seen", [])
        seen += [[table_of(type(one)), one.id, row_hash(to_row(one))] for one in records]

    @property
    def touched(self) -> tuple[Touched, ...]:
        """Every row written, in the order first written."""
        return tuple(Touched(table, row_id) for table, row_id in self._last)

    @property
    def item_ids(self) -> tuple[int, ...]:
        """The items this act changed, themselves or by a record of theirs."""
        ids: dict[int, None] = {}
        for (table, row_id), row in self._last.items():
            owner = row_id if table == "item" else (row or {}).get("item_id")
            if owner:
                ids[owner] = None
        return tuple(ids)

    @property
    def only_item_id(self) -> int | None:
        """The item, when the act touched exactly one."""
        return self.item_ids[0] if len(self.item_ids) == 1 else None

    def written(self) -> list[dict[str, Any]]:
        """For the audit event: each row with its hash, the hash it had before, and old and new value of what changed."""
        return [_entry(key, self._first[key], last) for key, last in self._last.items()]

    def _select(self, cls: type[R], tail: str, values: list[Any]) -> list[R]:
        """What is asked twice with no write between is read once."""
        asked = (cls, tail, *values)
        if asked not in self._read:
            rows = self._rows(cls, tail, values)
            self._read[asked] = [record_of(cls, row) for row in rows]
            if len(rows) == 1:
                self._lay[table_of(cls), self._read[asked][0].id] = rows[0]
        return list(self._read[asked])

    def _as_it_lay(self, table: str, before: Any) -> Row:
        """The row of a record that is about to change: as it was read, where it alone was."""
        values = self._lay.pop((table, before.id), None)
        return to_row(before) if values is None else dict(zip(columns(type(before)), values, strict=True))

    def _remember(self, table: str, row_id: int, before: Row | None, after: Row) -> None:
        self._read.clear()
        self._first.setdefault((table, row_id), before)
        self._last[table, row_id] = after

    def _index(self, item_id: int, before: Item | None, after: Item) -> None:
        """Keep the search index in step; a contentless index is told the old body to forget it."""
        texts = searched(after)
        if before is None:
            new = body_of(texts)
        elif (earlier := searched(before)) == texts:
            return
        else:
            old, new = bodies_of(earlier, texts)
            self.database.execute(
                "INSERT INTO item_search (item_search, rowid, body) VALUES ('delete', ?, ?)", (item_id, old)
            )
        self.database.execute("INSERT INTO item_search (rowid, body) VALUES (?, ?)", (item_id, new))


def stale() -> StaleEdit:
    """The refusal for an edit that came too late."""
    return StaleEdit(
        "这条记录刚才已被其他操作修改，未能保存。", kept="填写的内容还在。", advice="请查看最新内容后再保存。"
    )


@cache
def _insertion(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})"


def _entry(key: tuple[str, int], first: Row | None, last: Row | None) -> dict[str, Any]:
    table, row_id = key
    entry: dict[str, Any] = {"t": table, "id": row_id, "h": row_hash(last or {})}
    if first is not None and last is not None:
        entry["d"] = {
            name: [first[name], value]
            for name, value in last.items()
            if first.get(name) != value and name != "id" and (table, name) not in NEVER_IN_EVENTS
        }
        if first["id"]:  # a setting's first value has an old one, but no old row
            entry["was"] = row_hash(first)
    return entry
