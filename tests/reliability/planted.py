"""Faults planted into a working program: what each harness must catch before it is believed."""

import contextlib
import itertools
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from yuqing_desktop import durable
from yuqing_desktop.storage.database import Database


def nothing() -> None:
    """The program as it is."""


def half_an_act() -> None:
    """Rows are committed one by one, the event after them."""
    execute = Database.execute

    def one_by_one(self: Database, sql: str, parameters: Any = ()) -> Any:
        done = execute(self, sql, parameters)
        if sql.startswith(("INSERT INTO item", "UPDATE item", "INSERT INTO slip")):
            self.connection.execute("COMMIT")
            self.connection.execute("BEGIN IMMEDIATE")
        return done

    Database.execute = one_by_one  # type: ignore[method-assign]


def acknowledged_too_early() -> None:
    """Only every third act is committed at once; the others wait for the next."""
    acts = itertools.count(1)

    @contextlib.contextmanager
    def transaction(self: Database) -> Iterator[None]:
        with self.lock:
            if not self.connection.in_transaction:
                self.connection.execute("BEGIN IMMEDIATE")
            self._held, self._owner = self.connection, threading.get_ident()
            self._depth += 1
            yield
            self._depth -= 1
            if self._depth == 0 and next(acts) % 3 == 0:
                self.connection.execute("COMMIT")

    Database.transaction = transaction  # type: ignore[method-assign,assignment]


def written_in_place() -> None:
    """Files get their name before they are whole."""

    @contextlib.contextmanager
    def written(path: Path) -> Iterator[IO[bytes]]:
        with path.open("wb") as file:
            yield file

    durable.written = written


def swapped_in_place() -> None:
    """A restore copies the database over the present one instead of renaming it there."""

    rename = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name != "registry.db":
            return rename(self, target)
        content = self.read_bytes()
        with target.open("wb", buffering=0) as out:
            for start in range(0, len(content), 16384):
                out.write(content[start : start + 16384])
                os.fsync(out.fileno())
        self.unlink()
        return target

    Path.replace = replace  # type: ignore[method-assign,assignment]


FAULTS: dict[str, Callable[[], None]] = {
    "": nothing,
    "half an act": half_an_act,
    "acknowledged too early": acknowledged_too_early,
    "written in place": written_in_place,
    "swapped in place": swapped_in_place,
}
