"""Open SQLite, hold its connections, and say its errors in words.

One writing connection behind a lock, one reading connection a thread (query_only). WAL with synchronous=FULL:
NORMAL loses acknowledged commits in a power cut.
"""

import contextlib
import sqlite3
import threading
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import peewee

from yuqing_desktop.problems import Problem, Trouble, Unusable
from yuqing_desktop.storage.heads import Heads
from yuqing_desktop.storage.migrations import MIGRATIONS
from yuqing_desktop.storage.search import holds

APPLICATION_ID = 0x59515A43
"""“YQZC” in the file's header: this is a registry of this program."""

SAFE_PRAGMAS: dict[str, object] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "cell_size_check": 1,
    "secure_delete": 1,
}
SPEED_PRAGMAS: dict[str, object] = {"busy_timeout": 5000, "temp_store": 2, "cache_size": -4_000}
READING_PRAGMAS: dict[str, object] = {
    **SPEED_PRAGMAS,
    "cache_size": -500,
    "cell_size_check": 1,
    "query_only": 1,
}
"""A reader a thread: what one holds beyond a page of rows, the system holds for all of them anyway."""


class Database:
    """The registry's file: `execute` writes inside `transaction`, `rows` reads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock = threading.RLock()
        self.heads: Heads | None = None
        """What the workstation remembers of the chain's end; every event is noted there."""
        self._writer = peewee.SqliteDatabase(str(path), check_same_thread=False, thread_safe=False)
        self._reader = peewee.SqliteDatabase(str(path), check_same_thread=False)
        for database in (self._writer, self._reader):
            database.register_function(holds, "holds")
        self._readers: list[sqlite3.Connection] = []
        self._held: sqlite3.Connection | None = None
        self._depth = 0
        self._owner = 0

    def open(self) -> None:
        """Open, check the header, set and read back the pragmas; a new file gets its tables. Raises Problem.

        What an older file lacks is `pending`.
        """
        with said(), self.lock:
            self._require_rights()
            self._writer.connect()
            self._check_header()
            for name, value in {**SAFE_PRAGMAS, **SPEED_PRAGMAS}.items():
                self.connection.execute(f"PRAGMA {name} = {value}")
            self._read_back()
            if not self.version:
                for number in self.pending():
                    with self.transaction():
                        self.migrate(number)

    def close(self) -> None:
        """Close every connection."""
        with self.lock:
            for connection in self._readers:
                connection.close()
            self._readers.clear()
            self._writer.close()

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> sqlite3.Cursor:
        """One writing statement, only inside `transaction`: SQLite may have ended it on a full disk."""
        if self._held is None or not self._held.in_transaction:
            raise _interrupted()
        return self._held.execute(sql, parameters)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Rows as tuples: inside a transaction of this thread from it, elsewhere from this thread's reader."""
        if self._held is not None and self.in_transaction:  # which says the errors itself
            return self._held.execute(sql, parameters).fetchall()
        with said():
            return self.cursor(sql, parameters).fetchall()

    def numbers(self, sql: str, parameters: Sequence[Any] = ()) -> "array[int]":
        """The first column, whole numbers, without a hundred thousand tuples standing in memory."""
        with said():
            return array("q", (row[0] for row in self.cursor(sql, parameters)))

    def cursor(self, sql: str, parameters: Sequence[Any] = ()) -> sqlite3.Cursor:
        """The same, row by row."""
        if self.in_transaction:
            return self.connection.execute(sql, parameters)
        if self._reader.is_closed():
            self._open_reader()
        return self._reader.connection().execute(sql, parameters)

    @property
    def is_open(self) -> bool:
        """Whether it was opened and not closed since."""
        return not self._writer.is_closed()

    @property
    def in_transaction(self) -> bool:
        """Whether this thread is inside an act."""
        return self._depth > 0 and self._owner == threading.get_ident()

    @property
    def connection(self) -> sqlite3.Connection:
        """The writing connection."""
        return self._writer.connection()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction (BEGIN IMMEDIATE); a nested one is a savepoint. Raises Problem in words."""
        with self.lock, said():
            begin, keep, drop = self._verbs()
            held = self._held = self.connection
            held.execute(begin)
            self._depth += 1
            self._owner = threading.get_ident()
            try:
                yield
                if not held.in_transaction:
                    raise _interrupted()
                held.execute(keep)
            except BaseException:
                if held.in_transaction:
                    for sql in drop:
                        held.execute(sql)
                raise
            finally:
                self._depth -= 1

    def shed_journal(self) -> None:
        """Fold the journal into the file and empty it, so that what was overwritten stands nowhere any more."""
        with self.lock, said():
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _verbs(self) -> tuple[str, str, tuple[str, ...]]:
        if self._depth == 0:
            return "BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)
        name = f"act{self._depth}"
        return f"SAVEPOINT {name}", f"RELEASE {name}", (f"ROLLBACK TO {name}", f"RELEASE {name}")

    def _open_reader(self) -> None:
        self._reader.connect()
        connection = self._reader.connection()
        for name, value in READING_PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        self._readers.append(connection)  # no lock: a reader never waits for a writer

    def pragma(self, name: str) -> Any:
        """The value of one pragma on the writing connection."""
        return self.connection.execute(f"PRAGMA {name}").fetchone()[0]

    @property
    def version(self) -> int:
        """The schema's version; 0 before there are tables."""
        return int(self.pragma("user_version"))

    def pending(self) -> range:
        """The numbers of the migrations this file has not seen."""
        return range(self.version + 1, len(MIGRATIONS) + 1)

    def migrate(self, number: int) -> None:
        """One migration with its version, inside `transaction`."""
        for statement in MIGRATIONS[number - 1].statements:
            self.execute(statement)
        self.execute(f"PRAGMA user_version = {number}")
        self.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def _check_header(self) -> None:
        version, application = self.version, self.pragma("application_id")
        empty = self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if not empty and (application != APPLICATION_ID or not version):
            raise Unusable(
                f"“{self.path.name}”不是本程序的登记簿。",
                kept="文件没有改动。",
                advice="请核对数据文件夹，或从备份恢复。",
            )
        if version > len(MIGRATIONS):
            raise Unusable(
                f"登记簿由较新版本的程序写成（{version}），本程序只认到{len(MIGRATIONS)}。",
                kept="文件没有改动。",
                advice="请换用新版本的程序打开，或从备份恢复。",
            )

    def _require_rights(self) -> None:
        """SQLite opens a file that may not be written without a word, beside it a journal that may not be either."""
        try:
            with contextlib.suppress(FileNotFoundError, IsADirectoryError), self.path.open("r+b"):
                pass  # before there is a connection: closing any handle of the file drops SQLite's locks
        except OSError as error:
            raise Trouble(
                f"登记簿文件不能读写：{self.path}。",
                kept="文件没有改动。",
                advice="请检查文件的权限，去掉只读属性后重试。",
            ) from error

    def _read_back(self) -> None:
        for name, wanted in SAFE_PRAGMAS.items():
            found = self.pragma(name)
            if found != wanted:
                raise Trouble(
                    f"数据库不能按安全方式打开（{name}={found}）。", advice="请把数据放在本机硬盘上。"
                )


def _interrupted() -> Trouble:
    return Trouble("写入中断，数据库已回到操作之前。", kept="已保存的数据没有丢失。", advice="请重试。")


_SAYINGS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: ("磁盘已满，未能保存。", "请清理磁盘空间后重试。"),
    sqlite3.SQLITE_READONLY: (
        "登记簿或它所在的文件夹是只读的，不能写入。",
        "请检查文件和文件夹的权限后重试。",
    ),
    sqlite3.SQLITE_BUSY: ("登记簿正被另一操作占用，未能保存。", "请稍后重试。"),
    sqlite3.SQLITE_LOCKED: ("登记簿正被另一操作占用，未能保存。", "请稍后重试。"),
    sqlite3.SQLITE_IOERR: ("磁盘读写出错，未能完成。", "请检查硬盘，并从最近的备份核对。"),
    sqlite3.SQLITE_CANTOPEN: ("登记簿文件打不开。", "请检查数据文件夹是否存在、是否有权限。"),
    sqlite3.SQLITE_CORRUPT: ("登记簿文件已损坏。", "请不要继续录入，从最近的备份恢复。"),
    sqlite3.SQLITE_NOTADB: ("这个文件不是登记簿。", "请核对数据文件夹，或从备份恢复。"),
}
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


@contextlib.contextmanager
def said() -> Iterator[None]:
    """Turn the database's result codes into a Problem; what is not known stays a bug."""
    try:
        yield
    except Problem:
        raise
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        cause = getattr(error, "orig", None) or error  # peewee keeps SQLite's own error there
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code not in _SAYINGS:
            raise
        what, advice = _SAYINGS[code]
        kind = Unusable if code in _DAMAGED else Trouble
        raise kind(what, kept="以前保存的数据没有丢失。", advice=advice) from error
