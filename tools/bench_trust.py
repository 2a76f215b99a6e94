"""How long trust takes: verifying events, checking up, backing up and restoring a large registry, signing in.

Floors are measured in the same run: hashing the same bytes, copying the same files.
"""

import hashlib
import os
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from tools import bench_core
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.domain.signing_in import PRESENT_COST
from yuqing_desktop.services.restore import Restore
from yuqing_desktop.storage import audit, passwords
from yuqing_desktop.storage.checks import chain
from yuqing_desktop.storage.database import SAFE_PRAGMAS, SPEED_PRAGMAS, Database
from yuqing_desktop.storage.snapshot import Snapshot, at_rest

Figure = tuple[str, float, float, str]
EVENTS, ITEMS, ATTACHMENTS, ATTACHMENT_SIZE = 300_000, 100_000, 3_000, 140_000
ACTED_ON, ACTS = 5_000, 300
BEYOND = 0.5
"""Milliseconds an act may take beyond a bare commit of the same rows."""


def run(*, events: int = EVENTS, items: int = ITEMS, attachments: int = ATTACHMENTS) -> Iterator[Figure]:
    """(what, measured, floor, unit) for each figure."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        yield from _acts(folder / "acts", min(items, ACTED_ON))
        yield from _chain(folder / "events", events)
        yield from _large(folder / "large", items, attachments)
    yield "a password tried", _seconds(lambda: passwords.hashed("bench-word", PRESENT_COST)) * 1000, 0, "ms"


def _acts(folder: Path, items: int) -> Iterator[Figure]:
    """An act on one item beside the very statements it made, by bare SQLite on a copy with the same pragmas."""
    core = bench_core.filled(folder, items)
    clerk = core.people.actor_named("张敏")
    core.close()
    shutil.copy(core.paths.database, folder / "bare.db")
    core = open_core(core.paths, core.clock)
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.create_function("holds", 2, lambda *_: 1)
    for name, value in {**SAFE_PRAGMAS, **SPEED_PRAGMAS}.items():
        bare.execute(f"PRAGMA {name} = {value}")
    statements = _listened(core.store.database)
    own, floor = list[float](), list[float]()
    open_items = core.store.database.numbers("SELECT id FROM item WHERE status = 'registered'")
    for number in range(ACTS):
        statements.clear()
        values = {"notes": f"第{number}次", "title": f"第{number}件预约系统打不开"}
        own.append(_seconds(lambda: core.register.edit(clerk, open_items[number % len(open_items)], values)))  # noqa: B023
        floor.append(_seconds(lambda: _commit(bare, statements)))
    bare.close()
    core.close()
    extra = [one - other for one, other in zip(own, floor, strict=True)]
    yield f"an act ({median(own) * 1000:.2f} ms) beyond its bare commit", median(extra) * 1000, BEYOND, "ms"


def _listened(database: Database) -> list[tuple[str, Sequence[Any]]]:
    """Every writing statement from here on, as it is made."""
    heard: list[tuple[str, Sequence[Any]]] = []
    execute = database.execute

    def hear(sql: str, parameters: Sequence[Any] = ()) -> sqlite3.Cursor:
        heard.append((sql, parameters))
        return execute(sql, parameters)

    database.execute = hear  # type: ignore[method-assign]
    return heard


def _commit(bare: sqlite3.Connection, statements: Sequence[tuple[str, Sequence[Any]]]) -> None:
    bare.execute("BEGIN IMMEDIATE")
    for sql, parameters in statements:
        bare.execute(sql, parameters)
    bare.execute("COMMIT")


def _chain(folder: Path, count: int) -> Iterator[Figure]:
    folder.mkdir()
    path = folder / "registry.db"
    database = Database(path)
    database.open()
    with database.transaction():
        _append(database, count)
    database.close()
    with at_rest(path) as rows:
        floor = _seconds(lambda: _hash_all(rows))
        yield f"{count} events verified", _seconds(lambda: chain.walk(rows)), floor, "s"


def _hash_all(rows: Snapshot) -> None:
    """The floor: read every event and hash its columns as they lie."""
    for values in rows.cursor("SELECT * FROM event"):
        hashlib.sha256("".join(map(str, values)).encode()).hexdigest()


def _append(database: Database, count: int) -> None:
    """Events of three rows each, as an ordinary act writes them."""
    changes = '"d":{"due_at":["2026-11-24 09:30:00","2026-11-25 09:30:00"],"status":["received","handled"]}'
    names = (*audit.COLUMNS, "hash")
    sql = f"INSERT INTO event ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    previous = audit.GENESIS
    for number in range(1, count + 1):
        rows = ",".join(
            f'{{{changes},"h":"{number:064x}","id":{number * 3 + step},"t":"{table}"}}'
            for step, table in enumerate(("item", "duty", "draft"))
        )
        values = {
            "id": number, "at": "2026-11-23 09:30:00", "person_id": 1, "person": "张敏", "roles": "clerk",
            "act": "report_handling", "item_id": number % 100_000, "outcome": "done", "op_id": f"op-{number}",
            "detail": "{}", "rows": f"[{rows}]", "result": "处置情况已报送，拟回复第1稿待审批", "previous": previous,
        }  # fmt: skip
        previous = values["hash"] = audit.event_hash(values)
        database.execute(sql, [values[name] for name in names])


def _large(folder: Path, items: int, attachments: int) -> Iterator[Figure]:
    core = bench_core.filled(folder, items)
    clerk = core.people.actor_named("张敏")
    with core.store.many():
        for number in range(attachments):
            content = b"\x89PNG\r\n\x1a\n" + os.urandom(ATTACHMENT_SIZE)
            core.attachments.attach_bytes(clerk, number % items + 1, f"{number}.png", content)
    core.store.database.shed_journal()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    copying = _seconds(lambda: shutil.copytree(folder, folder.parent / "copy"))
    shutil.rmtree(folder.parent / "copy")
    yield f"check-up, {items} items, {attachments} attachments", _seconds(core.checkup.check), 0, "s"
    gaps: list[float] = []
    made = _with_gaps(lambda: core.backing.back_up(to=folder.parent / "usb").path, gaps)
    yield f"{size:.0f} MB backed up, complete and verified", made[1], copying, "s"
    yield "longest wait of another thread meanwhile", max(gaps) * 1000, 5, "ms"
    yield "automatic backup, first", _seconds(lambda: core.backing.back_up_if_due(now=True)), copying, "s"
    core.register.register(clerk, {"title": "又一件", "platform": "微博"})
    yield "automatic backup, next", _seconds(lambda: core.backing.back_up_if_due(now=True)), copying, "s"
    core.close()
    yield "restored, verified first", _seconds(lambda: _restore(core, made[0])), copying, "s"


def _restore(core: Core, backup: Path) -> None:
    # the bench's items owe duties the sample never opened; the work is the same
    Restore(core.paths, FixedClock(bench_core.NOW)).restore(SYSTEM, backup, accept_findings=True)


def _with_gaps(deed: Callable[[], Path], gaps: list[float]) -> tuple[Path, float]:
    """Run in a thread of its own while this one wakes every 5 ms, as a window does; how late it woke."""
    done: list[Path] = []
    worker = threading.Thread(target=lambda: done.append(deed()))
    start = before = perf_counter()
    worker.start()
    while worker.is_alive():
        worker.join(0.005)
        gaps.append(perf_counter() - before)
        before = perf_counter()
    return done[0], perf_counter() - start


def _seconds(deed: Callable[[], object]) -> float:
    start = perf_counter()
    deed()
    return perf_counter() - start


def main() -> None:
    """Print every figure; a number as argument makes everything that many times smaller."""
    share = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    for what, value, floor, unit in run(
        events=EVENTS // share, items=ITEMS // share, attachments=ATTACHMENTS // share
    ):
        print(f"{what:58} {value:10.2f} {unit:3}  floor {floor:8.2f}")


if __name__ == "__main__":
    main()
