"""Audit events: gapless, each with the hash of every row the act wrote and of the event before (第十三条)."""

from dataclasses import dataclass
from typing import Any

from yuqing_desktop.storage.codec import row_hash
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.heads import GENESIS

COLUMNS = (
    "id", "at", "person_id", "person", "roles", "act", "item_id", "outcome", "op_id", "detail", "rows", "result",
    "previous",
)  # fmt: skip


_STORED = (*COLUMNS, "hash")
_NAMES = ", ".join(f'"{name}"' for name in _STORED)
_INSERTION = f"INSERT INTO event ({_NAMES}) VALUES ({', '.join('?' * len(_STORED))})"


@dataclass(frozen=True, slots=True)
class Event:
    """One event as stored; `detail` and `rows` are canonical JSON; `outcome` is done or refused."""

    id: int
    at: str
    person_id: int
    person: str
    roles: str
    act: str
    item_id: int | None
    outcome: str
    op_id: str | None
    detail: str
    rows: str
    result: str
    previous: str
    hash: str


def event_hash(values: dict[str, Any]) -> str:
    """SHA-256 over every column but the hash itself."""
    return row_hash({name: values[name] for name in COLUMNS})


def append(database: Database, values: dict[str, Any]) -> Event:
    """Add one event at the end of the chain, inside the act's transaction."""
    last = database.rows("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")
    number, previous = last[0] if last else (0, GENESIS)
    values = {**values, "id": number + 1, "previous": previous}
    values["hash"] = event_hash(values)
    database.execute(_INSERTION, [values[name] for name in _STORED])
    return Event(**values)


def by_op_id(database: Database, op_id: str | None) -> Event | None:
    """The event this operation already made, if it was carried out before."""
    return _one(database, "op_id", op_id) if op_id is not None else None


def by_number(database: Database, number: int) -> Event | None:
    """The event of this number."""
    return _one(database, "id", number)


def _one(database: Database, column: str, value: object) -> Event | None:
    found = database.rows(f"SELECT {_NAMES} FROM event WHERE {column} = ?", (value,))
    return Event(*found[0]) if found else None
