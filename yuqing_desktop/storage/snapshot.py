"""Read a registry's file without touching it: a backup, a copy, the live one. No lock, no migration, no journal."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

from yuqing_desktop.problems import Trouble


class Rows(Protocol):
    """What a check reads from: the open registry or a snapshot."""

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Rows as tuples."""
        ...

    def cursor(self, sql: str, parameters: Sequence[Any] = ()) -> Iterable[Any]:
        """The same, row by row."""
        ...


class Snapshot:
    """A connection that only reads; what it sees does not change while it is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Rows as tuples."""
        return self._connection.execute(sql, parameters).fetchall()

    def cursor(self, sql: str, parameters: Sequence[Any] = ()) -> Iterable[Any]:
        """The same, row by row."""
        return self._connection.execute(sql, parameters)

    def be_lenient(self) -> bool:
        """Read what is no UTF-8 too, slower; False when it is read already."""
        if self._connection.text_factory is not str:
            return False
        self._connection.text_factory = _lenient
        return True

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def __enter__(self) -> "Snapshot":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _lenient(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return text_of(raw)


def text_of(raw: bytes) -> str:
    """Bytes where text should be, as a text that no program of this kind wrote."""
    return "\ufffd" + raw.decode("utf-8", "backslashreplace")


def texted(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row with its bytes as such texts: what is wrong with it is found, and nothing stops at it."""
    if bytes not in map(type, values):
        return values
    return tuple(text_of(value) if isinstance(value, bytes) else value for value in values)


def at_rest(path: Path) -> Snapshot:
    """A file nobody writes: a backup, a copy; with what still lies in a journal beside it. Raises Trouble."""
    journal = path.with_name(f"{path.name}-wal")
    return _opened(path, "mode=ro" if journal.exists() else "mode=ro&immutable=1")


def of_live(path: Path) -> Snapshot:
    """The open registry beside its own connections, as it stands now. Raises Trouble."""
    return _opened(path, "mode=ro")


def _opened(path: Path, how: str) -> Snapshot:
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, isolation_level=None)
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.DatabaseError as error:
        raise Trouble(
            f"“{path.name}”打不开，不是完好的登记簿。", kept="文件没有改动。", advice="请另选一份备份。"
        ) from error
    return Snapshot(connection)
