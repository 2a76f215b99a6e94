"""A closed registry and the tools of whoever tampers with it: plain SQL, a file editor, the program's own hashing."""

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.findings import Report
from yuqing_desktop.paths import Paths
from yuqing_desktop.storage import audit
from yuqing_desktop.storage.codec import canonical, row_hash

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 10
START = datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI)


@dataclass
class Place:
    """A closed registry: its database open with plain sqlite3, its folders, and an older copy of the data."""

    database: sqlite3.Connection
    data: Path
    workstation: Path
    older: Path

    def sql(self, statement: str, *values: Any) -> None:
        self.database.execute(statement, values)

    def row(self, table: str, row_id: int) -> dict[str, Any]:
        cursor = self.database.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
        return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))

    def one(self, statement: str) -> Any:
        return self.database.execute(statement).fetchone()[0]

    def opened(self) -> Core:
        """The registry through the program, a day later."""
        self.database.close()
        return open_core(Paths(self.data, self.workstation), FixedClock(START + timedelta(days=1)))

    def look(self) -> Report:
        """What the check-up finds on this computer."""
        core = self.opened()
        try:
            return core.checkup.check()
        finally:
            core.close()

    def act(self, do: Callable[[Core], object]) -> None:
        """Something done with the program, whose owner suspects nothing; then the database lies open again."""
        core = self.opened()
        try:
            do(core)
        finally:
            core.close()
        self.database = unfolded(self.data)

    def put_back_the_older_copy(self) -> None:
        self.database.close()
        shutil.copyfile(self.older / "registry.db", self.data / "registry.db")
        self.database = unfolded(self.data)

    def last(self) -> int:
        """The number of the last event."""
        return int(self.one("SELECT max(id) FROM event"))

    def blob(self, number: int = 0) -> Path:
        return sorted(path for path in (self.data / "blobs").rglob("*") if path.is_file())[number]


def unfolded(data: Path) -> sqlite3.Connection:
    """A registry's database for plain SQL, in one file."""
    database = sqlite3.connect(data / "registry.db", isolation_level=None)
    database.execute("PRAGMA journal_mode = DELETE")
    return database


def insert(place: Place, table: str, row: dict[str, Any]) -> dict[str, Any]:
    """Add a row as the program would write it; returns it with its id."""
    new = {**row, "id": place.one(f"SELECT max(id) + 1 FROM {table}")}
    names = ", ".join(f'"{name}"' for name in new)
    place.sql(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(new))})", *new.values())
    return new


def forge(place: Place, like_act: str, *written: tuple[str, dict[str, Any]], **changes: Any) -> None:
    """Add an event in the program's own form, hash and all, for rows that were forged."""
    (number,) = place.database.execute("SELECT max(id) FROM event WHERE act = ?", (like_act,)).fetchone()
    event = place.row("event", number)
    last = place.database.execute("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1").fetchone()
    rows = [{"t": table, "id": row["id"], "h": row_hash(row), "d": {}} for table, row in written]
    event.update(changes, id=last[0] + 1, previous=last[1], op_id=None, rows=canonical(rows))
    event["hash"] = audit.event_hash(event)
    names = ", ".join(f'"{name}"' for name in event)
    place.sql(f"INSERT INTO event ({names}) VALUES ({', '.join('?' * len(event))})", *event.values())


def rewrite(place: Place, first: int, change: Callable[[dict[str, Any]], None]) -> None:
    """Change events from one on and compute every hash anew: a perfect chain, but another one."""
    numbers = [
        row[0] for row in place.database.execute("SELECT id FROM event WHERE id >= ? ORDER BY id", (first,))
    ]
    for number in numbers:
        event = place.row("event", number)
        change(event)
        if number > 1:
            event["previous"] = place.one(f"SELECT hash FROM event WHERE id = {number - 1}")
        event["hash"] = audit.event_hash(event)
        setters = ", ".join(f'"{name}" = ?' for name in event)
        place.sql(f"UPDATE event SET {setters} WHERE id = ?", *event.values(), number)


def set_row(table: str, where: str, **changes: Any) -> Callable[[Place], None]:
    """A plain UPDATE."""

    def tamper(place: Place) -> None:
        setters = ", ".join(f'"{name}" = ?' for name in changes)
        place.sql(f'UPDATE "{table}" SET {setters} WHERE {where}', *changes.values())
        assert place.one("SELECT changes()") >= 1

    return tamper


def run(*statements: str) -> Callable[[Place], None]:
    """Plain statements."""

    def tamper(place: Place) -> None:
        place.sql("PRAGMA foreign_keys = OFF")
        for statement in statements:
            place.sql(statement)

    return tamper
